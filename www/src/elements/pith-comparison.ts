import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type {
  ComparedDocument,
  ComparedEvent,
  Comparison,
  Conflict,
  ConflictSide,
  MergedState,
} from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon, seal } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { part } from "./part.ts";
import { place, quoted } from "./pith-text.ts";
import { BASIS, COMPARISON, CONFLICT, count, counted, KIND, RELATION, STANDING, VERDICT } from "./words.ts";

/** How many lines of one kind are drawn at once. */
const STEP = 100;

/**
 * Several documents about one Pith Number: what contradicts, how they stand to each other, the events that
 * only some of them hold, and the state that all valid events give together.
 *
 * @property comparison - what the verifier found
 * @fires pith-show - the reader wants one document's own report; `detail` is its index
 * @attr data-comparison - on the first section: the comparison's word
 */
@customElement("pith-comparison")
export class PithComparison extends LightElement {
  @property({ attribute: false }) comparison!: Comparison;
  @state() private shown = STEP;

  /** Moves the focus to the word. */
  focusHeading(): void {
    this.querySelector("h2")?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("comparison")) this.shown = STEP;
  }

  protected override render(): TemplateResult {
    const { comparison } = this;
    const { label, tone } = COMPARISON[comparison.word];
    return html`<section
        class="verdict"
        data-comparison=${comparison.word}
        data-tone=${tone}
        aria-labelledby="comparison"
      >
        <div class="band">
          ${seal(tone)}
          <h2 id="comparison" tabindex="-1">${label}</h2>
          <p class="sentence">${comparison.sentence}</p>
          <p class="aside">${counted(comparison.documents.length, "document")} compared.</p>
        </div>
      </section>
      ${this.conflicts()} ${this.documents()} ${this.pairs()} ${this.events()}
      ${comparison.merged.map((merged) => this.merged(merged))}`;
  }

  private conflicts(): TemplateResult | typeof nothing {
    const { conflicts } = this.comparison;
    if (conflicts.length === 0) return nothing;
    return part(
      "conflicts",
      "What contradicts",
      html`<ul class="plain">
          ${conflicts.slice(0, this.shown).map((conflict) => this.conflict(conflict))}
        </ul>
        ${this.more(conflicts.length)}`,
    );
  }

  private conflict(conflict: Conflict): TemplateResult {
    const side = (label: string, side: ConflictSide) =>
      fact(
        label,
        html`${this.name(side.document)} ${place(side.pointer)} <br />SHA-256 ${quoted(side.sha256)}
          ${side.signature_b64 === null ? nothing : html`<br />Signature ${quoted(side.signature_b64)}`}
          ${side.fingerprint === null ? nothing : html`<br />by the key ${quoted(side.fingerprint)}`}`,
      );
    return html`<li class="check" data-conflict=${conflict.kind} data-outcome="failed">
      <details open>
        <summary>
          ${outcomeIcon("failed")}
          <div>
            <h3>${CONFLICT[conflict.kind]}</h3>
            <p class="sentence">${conflict.sentence}</p>
          </div>
        </summary>
        <div class="evidence">
          <dl class="facts">
            ${side("First", conflict.first)} ${side("Second", conflict.second)}
            ${fact("Rule", `${BASIS[conflict.basis]}.`)}
          </dl>
        </div>
      </details>
    </li>`;
  }

  private documents(): TemplateResult {
    const row = (document: ComparedDocument, index: number) =>
      html`<li class="compared-document" data-document=${index + 1}>
        <p>${this.name(index)}</p>
        <p>
          <b>${VERDICT[document.verdict]}</b>, ${KIND[document.kind]},
          ${counted(document.events.length, "event")}.
          ${document.pith_number === null ? "No full Pith Number." : quoted(document.pith_number)}
        </p>
        <p class="aside">
          ${document.sentence} ${document.refusal === null ? nothing : html`${document.refusal.sentence}`}
        </p>
        <p>
          <button type="button" class="quiet" @click=${() => this.show(index)}>
            Its own report<span class="unseen">: document ${index + 1}</span>
          </button>
        </p>
      </li>`;
    return part(
      "documents",
      "The documents",
      html`<ol class="plain">
        ${this.comparison.documents.map(row)}
      </ol>`,
    );
  }

  private pairs(): TemplateResult {
    const { pairs } = this.comparison;
    return part(
      "pairs",
      "Side by side",
      html`<ul class="plain">
          ${pairs.slice(0, this.shown).map(
            (pair) =>
              html`<li data-relation=${pair.relation}>
                <p><b>${RELATION[pair.relation]}.</b> ${pair.sentence}</p>
              </li>`,
          )}
        </ul>
        ${this.more(pairs.length)}`,
    );
  }

  private events(): TemplateResult | typeof nothing {
    const { documents, events } = this.comparison;
    const holders = documents.flatMap((document, index) => (document.events.length > 0 ? [index] : []));
    const everywhere = (event: ComparedEvent) =>
      event.places.every((at) => at.standing !== "invalid") &&
      holders.every((index) => event.places.some((at) => at.document === index));
    const partial = events.filter((event) => !everywhere(event));
    if (partial.length === 0) return nothing;
    const row = (event: ComparedEvent) =>
      html`<li class="compared-event">
        <p>${quoted(event.event_type ?? "")} ${quoted(event.event_id ?? "")}</p>
        <p>
          ${event.created_at === null ? nothing : html`Its signer dates it ${quoted(event.created_at)}.`}
          ${
            event.signer === null
              ? nothing
              : html`Signed by ${quoted(event.signer)},
                ${event.trusted ? "a key that you trust" : "whose key is not established"}.`
          }
        </p>
        <ul class="plain">
          ${event.places.map(
            (at) => html`<li>${STANDING[at.standing]}: ${this.name(at.document)} ${place(at.pointer)}</li>`,
          )}
        </ul>
      </li>`;
    return part(
      "events",
      "Not in all of them",
      html`<ol class="plain">
          ${partial.slice(0, this.shown).map(row)}
        </ol>
        ${this.more(partial.length)}`,
    );
  }

  private merged(merged: MergedState): TemplateResult {
    return part(
      `merged-${merged.state_sha256}`,
      "All together",
      html`<p>${merged.sentence}</p>
        <dl class="facts">
          ${fact("Pith Number", quoted(merged.pith_number))}
          ${fact("state_sha256", quoted(merged.state_sha256))} ${fact("State", quoted(merged.state))}
        </dl>`,
    );
  }

  private more(length: number): TemplateResult | typeof nothing {
    const rest = length - this.shown;
    if (rest <= 0) return nothing;
    const show = () => (this.shown += STEP);
    return html`<button type="button" class="button" @click=${show}>
      Show more: ${count(Math.min(rest, STEP))} of ${count(rest)}
    </button>`;
  }

  private name(index: number): TemplateResult {
    const name = this.comparison.documents[index]?.name ?? null;
    return html`<b>[${index + 1}]</b> ${name === null ? nothing : quoted(name)}`;
  }

  private show(index: number): void {
    this.dispatchEvent(new CustomEvent("pith-show", { detail: index, bubbles: true }));
  }
}
