import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Replay, ReplayStep, Report } from "../report.ts";
import { visible } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import "./pith-compare.ts";
import { place, quoted } from "./pith-text.ts";
import { boundary } from "../boundary.ts";
import { shuffled } from "./shuffle.ts";
import { LAID_OUT, outline } from "./state-outline.ts";
import { replayStepWords, replayWords } from "../words/sentences.ts";

/** How many steps are drawn at once. Every real document has fewer. */
const STEP = 20;

/** In how many random orders the events are merged. */
const ORDERS = 25;

/** How many events of an order are named. */
const NAMED = 40;

/** How much of an event's type the slider says. */
const SAID = 80;

/** Orders of arrival, and the digest of the state that the events gave in each. */
interface InOrders {
  orders: number[][];
  digests: string[];
}

/** What came of merging the events in other orders, or why nothing did. */
export type Shuffled = InOrders | { problem: string };

/**
 * The merge of the document's events: a slider over the steps with the state after each, the list of events with
 * what became of each, the same events in random orders, and the rebuilt state beside the stated one.
 *
 * @property report - the report; nothing is drawn when it carries no replay
 * @property shuffled - what came of the last `pith-shuffle`; `null` before there was one and until it is answered
 * @fires pith-shuffle - the reader wants the events merged in other orders; `detail` is the orders, each with the
 *   index of every event once, as the document lists them
 * @attr data-step, data-reason - on each event: the number of its step and what became of it
 * @attr data-state-after - on the state that is shown: the number of the step
 * @attr data-added - on each value that the step put into the state: its place in the state
 * @attr data-shuffle - on the answer about random orders: `same`, `differs` or `failed`
 * @attr data-order, data-digest - on each random order: the indices of the events, and what they gave
 */
@customElement("pith-replay")
export class PithReplay extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) shuffled: Shuffled | null = null;
  @state() private at = 1;
  @state() private shown = STEP;
  @state() private asked = false;
  /** What is said to those who listen, when a button was used and not the slider, which speaks for itself. */
  @state() private said = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("report")) {
      this.at = 1;
      this.shown = STEP;
      this.asked = false;
      this.said = "";
    }
    if (changed.has("shuffled") && this.shuffled !== null) this.asked = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { replay } = this.report;
    if (replay === null) return nothing;
    const { w } = this;
    return html`<section class="part" aria-labelledby="replay" data-replay=${String(replay.same)}>
      <h2 id="replay">${w.replay.title}</h2>
      <div class="body">
        <p>${replayWords(this.w, replay)}</p>
        <p class="aside">${this.w.report.basis[replay.basis]}.</p>
        <div class="merge">${this.player(replay)} ${this.list(replay)}</div>
        ${this.shuffle(replay)} ${this.end(replay)}
      </div>
    </section>`;
  }

  private player({ steps }: Replay): TemplateResult {
    const { slider } = this.w.replay;
    const step = steps[this.at - 1];
    const move = (name: "first" | "previous" | "next" | "last", to: number) =>
      html`<button
        type="button"
        class="button"
        data-action="replay-${name}"
        aria-disabled=${to === this.at || to < 1 || to > steps.length}
        @click=${() => this.go(to)}
      >
        ${slider[name]}
      </button>`;
    return html`<div class="player">
      ${
        steps.length < 2
          ? nothing
          : html`<div class="moves">
              <label for="replay-step">${slider.label}</label>
              <input
                id="replay-step"
                data-action="replay-step"
                type="range"
                min="1"
                max=${steps.length}
                step="1"
                .value=${live(String(this.at))}
                aria-valuetext=${this.valueText(this.at)}
                @input=${this.slid}
              />
              <div class="buttons">
                ${move("first", 1)} ${move("previous", this.at - 1)} ${move("next", this.at + 1)}
                ${move("last", steps.length)}
              </div>
              <p class="unseen" role="status">${this.said}</p>
            </div>`
      }
      ${step === undefined ? nothing : this.stateAfter(step, steps)}
    </div>`;
  }

  /** What the slider says of a step. */
  private valueText(at: number): string {
    const { slider, noType } = this.w.replay;
    const { steps = [] } = this.report.replay ?? {};
    const step = steps[at - 1];
    const type = visible(step?.event_type ?? noType);
    const short = type.length > SAID ? `${type.slice(0, boundary(type, SAID))}…` : type;
    return slider.at(at, steps.length, short, step?.applied ?? false);
  }

  private stateAfter(step: ReplayStep, steps: ReplayStep[]): TemplateResult {
    const { at } = this;
    const { slider, state } = this.w.replay;
    const before = steps[at - 2]?.state ?? null;
    const changes = html`<dl class="facts">${this.changes(step)}</dl>`;
    return html`<div class="after" data-state-after=${at}>
      <h3>${slider.after(at, steps.length)}</h3>
      <p class="turn">
        ${outcomeIcon(step.applied ? "passed" : "not_checked")} <span>${this.name(step)}</span>
      </p>
      <p>${replayStepWords(this.w, step)}</p>
      ${
        step.state === null
          ? html`<p class="aside">${state.absent}</p>
              ${changes}`
          : html`${
                step.state.length > LAID_OUT
                  ? html`<p class="aside">${state.tooLong}</p>
                      ${changes}`
                  : outline(step.state, before, step.changes, state)
              }
              <details class="raw">
                <summary>${state.whole}</summary>
                ${quoted(step.state)}
              </details>`
      }
    </div>`;
  }

  private name(step: ReplayStep): TemplateResult {
    const { applied, notApplied, noType } = this.w.replay;
    return html`<b>${step.applied ? applied : notApplied}</b>
      ${step.event_type === null ? noType : quoted(step.event_type)}`;
  }

  private changes({ changes }: ReplayStep): TemplateResult | TemplateResult[] {
    const { nowInState, nothingChanged } = this.w.replay;
    if (changes.length === 0) return fact(nowInState, nothingChanged);
    return changes.map(({ pointer, value }) => fact(nowInState, html`${place(pointer)} ${quoted(value)}`));
  }

  private list({ steps }: Replay): TemplateResult {
    const { replay } = this.w;
    const rest = steps.length - this.shown;
    return html`<div class="events">
      <h3 id="replay-events">${replay.events}</h3>
      <ol class="steps" aria-labelledby="replay-events">
        ${steps.slice(0, this.shown).map((step, index) => this.step(step, index + 1))}
      </ol>
      ${
        rest > 0
          ? html`<button type="button" class="button" @click=${this.more}>
              ${replay.more(Math.min(rest, STEP), rest)}
            </button>`
          : nothing
      }
    </div>`;
  }

  private step(step: ReplayStep, number: number): TemplateResult {
    const { replay } = this.w;
    return html`<li
      class="step"
      data-step=${number}
      data-reason=${step.reason}
      aria-current=${number === this.at ? "step" : nothing}
    >
      <p class="turn">
        ${outcomeIcon(step.applied ? "passed" : "not_checked")} <span>${this.name(step)}</span>
      </p>
      <p class="sentence">
        ${replayStepWords(this.w, step)}
        ${step.created_at === null ? nothing : fill(replay.dated, { time: quoted(step.created_at) })}
      </p>
      <details>
        <summary>${replay.details}<span class="unseen">${replay.detailsOf(number)}</span></summary>
        <dl class="facts">
          ${fact(replay.place, place(step.event))}
          ${step.event_id === null ? nothing : fact(replay.identifier, quoted(step.event_id))}
          ${this.changes(step)}
        </dl>
        <button type="button" class="quiet" @click=${() => this.go(number)}>
          ${replay.show}<span class="unseen">${replay.detailsOf(number)}</span>
        </button>
      </details>
    </li>`;
  }

  private shuffle({ steps, rebuilt_sha256: sha256 }: Replay): TemplateResult {
    const { shuffle } = this.w.replay;
    if (steps.length < 2) return html`<p class="aside">${shuffle.one}</p>`;
    return html`<div class="shuffle">
      <h3>${shuffle.title}</h3>
      <p class="aside">${shuffle.about(ORDERS)}</p>
      <p>
        <button type="button" class="button" data-action="shuffle" @click=${this.draw}>
          ${this.shuffled === null ? shuffle.start : shuffle.again}
        </button>
      </p>
      <div role="status">
        ${this.asked ? shuffle.working : this.shuffled === null ? nothing : this.answer(this.shuffled, sha256)}
      </div>
      ${
        this.asked || this.shuffled === null || "problem" in this.shuffled
          ? nothing
          : this.orders(this.shuffled, sha256)
      }
    </div>`;
  }

  private answer(shuffled: Shuffled, sha256: string): TemplateResult {
    const { shuffle } = this.w.replay;
    if ("problem" in shuffled) {
      return html`<p class="turn" data-shuffle="failed">
        ${outcomeIcon("not_checked")} <span>${shuffle.failed(shuffled.problem)}</span>
      </p>`;
    }
    const { orders, digests } = shuffled;
    const differing = orders.filter((_, index) => digests[index] !== sha256).length;
    return html`<p class="turn" data-shuffle=${differing === 0 ? "same" : "differs"}>
      ${outcomeIcon(differing === 0 ? "passed" : "failed")}
      <span
        >${
          differing === 0
            ? shuffle.same(orders.length, orders[0]?.length ?? 0)
            : shuffle.differs(differing, orders.length)
        }</span
      >
    </p>`;
  }

  private orders({ orders, digests }: InOrders, sha256: string): TemplateResult {
    const { shuffle } = this.w.replay;
    return html`<details class="raw">
      <summary>${shuffle.orders}</summary>
      <p class="aside">${shuffle.numbers}</p>
      <div class="scroller" role="region" tabindex="0" aria-label=${shuffle.orders}>
        <table>
          <thead>
            <tr>
              <th scope="col">${shuffle.order}</th>
              <th scope="col">${shuffle.digest}</th>
              <th scope="col">${shuffle.result}</th>
            </tr>
          </thead>
          <tbody>
            ${orders.map((order, index) => {
              const digest = digests[index] ?? "";
              const rest = order.length - NAMED;
              return html`<tr data-order=${order.join(" ")} data-digest=${digest}>
                <td>
                  ${order
                    .slice(0, NAMED)
                    .map((event) => event + 1)
                    .join(" ")}
                  ${rest > 0 ? shuffle.rest(rest) : nothing}
                </td>
                <td>${quoted(digest)}</td>
                <td>${digest === sha256 ? shuffle.equal : html`<b>${shuffle.different}</b>`}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  /** The state after the last step, beside the stated one when the two differ. */
  private end(replay: Replay): TemplateResult {
    const { end, endDiffers, sha256 } = this.w.replay;
    return html`<details class="subject">
      <summary>
        ${outcomeIcon(replay.same === true ? "passed" : "noted")}
        <span>${replay.same === false ? endDiffers : end}</span>
      </summary>
      <div class="evidence">
        ${
          replay.stated === null || replay.same === true
            ? quoted(replay.rebuilt)
            : html`<pith-compare .expected=${replay.stated} .computed=${replay.rebuilt} alike></pith-compare>`
        }
        <dl class="facts">${fact(sha256, quoted(replay.rebuilt_sha256))}</dl>
      </div>
    </details>`;
  }

  private slid(event: Event): void {
    this.at = Number((event.target as HTMLInputElement).value);
    this.said = "";
  }

  private go(to: number): void {
    const last = this.report.replay?.steps.length ?? 1;
    this.at = Math.min(Math.max(to, 1), last);
    this.said = this.valueText(this.at);
  }

  private more(): void {
    this.shown += STEP;
  }

  private draw(): void {
    const length = this.report.replay?.steps.length ?? 0;
    const detail = Array.from({ length: ORDERS }, () => shuffled(length));
    this.asked = true;
    this.dispatchEvent(new CustomEvent("pith-shuffle", { detail, bubbles: true }));
  }
}
