import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Replay, ReplayStep, Report } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import "./pith-compare.ts";
import { place, quoted } from "./pith-text.ts";
import { BASIS, count } from "./words.ts";

/** How many steps are drawn at once. Every real document has fewer. */
const STEP = 100;

/**
 * The merge of the document's events, one step under the other: the event, what became of it, what it
 * changed, and the state after it; at the end the rebuilt state beside the stated one.
 *
 * @property report - the report; nothing is drawn when it carries no replay
 * @attr data-step, data-reason - on each step: its number and what became of the event
 */
@customElement("pith-replay")
export class PithReplay extends LightElement {
  @property({ attribute: false }) report!: Report;
  @state() private shown = STEP;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("report")) this.shown = STEP;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { replay } = this.report;
    if (replay === null) return nothing;
    const rest = replay.steps.length - this.shown;
    return html`<section class="part" aria-labelledby="replay" data-replay=${String(replay.same)}>
      <h2 id="replay">The merge</h2>
      <div class="body">
        <p>${replay.sentence}</p>
        <p class="aside">${BASIS[replay.basis]}.</p>
        <ol class="steps">
          ${replay.steps.slice(0, this.shown).map(step)}
        </ol>
        ${
          rest > 0
            ? html`<button type="button" class="button" @click=${this.more}>
                Show more: ${count(Math.min(rest, STEP))} of ${count(rest)} steps
              </button>`
            : nothing
        }
        ${end(replay)}
      </div>
    </section>`;
  }

  private more(): void {
    this.shown += STEP;
  }
}

function step(step: ReplayStep, index: number): TemplateResult {
  return html`<li class="check" data-step=${index + 1} data-reason=${step.reason}>
    <details>
      <summary>
        ${outcomeIcon(step.applied ? "passed" : "not_checked")}
        <div>
          <h3>
            ${step.applied ? "Applied:" : "Not applied:"}
            ${step.event_type === null ? "an event without a type" : quoted(step.event_type)}
          </h3>
          <p class="sentence">
            ${step.sentence}
            ${step.created_at === null ? nothing : html`Its signer dates it ${quoted(step.created_at)}.`}
          </p>
        </div>
      </summary>
      <div class="evidence">
        <dl class="facts">
          ${fact("Place", place(step.event))}
          ${step.event_id === null ? nothing : fact("Identifier", quoted(step.event_id))}
          ${step.changes.map(({ pointer, value }) =>
            fact("Now in the state", html`${place(pointer)} ${quoted(value)}`),
          )}
          ${step.state === null ? nothing : fact("The state after it", quoted(step.state))}
        </dl>
      </div>
    </details>
  </li>`;
}

/** The state after the last step, beside the stated one when the two differ. */
function end(replay: Replay): TemplateResult {
  return html`<details class="subject">
    <summary>
      ${outcomeIcon(replay.same === true ? "passed" : "noted")}
      <span>${replay.same === false ? "The stated state and the rebuilt one" : "The rebuilt state"}</span>
    </summary>
    <div class="evidence">
      ${
        replay.stated === null || replay.same === true
          ? quoted(replay.rebuilt)
          : html`<pith-compare .expected=${replay.stated} .computed=${replay.rebuilt} alike></pith-compare>`
      }
      <dl class="facts">${fact("Its state_sha256", quoted(replay.rebuilt_sha256))}</dl>
    </div>
  </details>`;
}
