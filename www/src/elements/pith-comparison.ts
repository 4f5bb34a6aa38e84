import { html, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type {
  ComparedDocument,
  ComparedEvent,
  Comparison,
  Conflict,
  ConflictSide,
  MergedState,
  Standing,
} from "../report.ts";
import { fill } from "../words/fill.ts";
import { fact } from "./fact.ts";
import { outcomeIcon, seal } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { part } from "./part.ts";
import { place, quoted } from "./pith-text.ts";
import { COMPARISON_TONE } from "./words.ts";
import { comparisonWords, conflictWords, documentWords, mergedWords, pairWords } from "../words/sentences.ts";

/** How many lines of one kind are drawn at once. */
const STEP = 100;

/** How many cells of the table are drawn at once, about. */
const CELLS = 2_000;

/** Facts of a document that are each a row of the table. */
const ROWS = [
  "kind",
  "verdict",
  "sentence",
  "pith_number",
  "record_sha256",
  "canonical_sha256",
  "sha256",
  "events",
] as const;

type Row = (typeof ROWS)[number];

/** What is known of an event in one document, also when it is not there. */
type Mark = Standing | "absent";

/**
 * Several documents about one Pith Number: what contradicts, the documents side by side with their facts and events,
 * how they stand to each other, and the state that all valid events give together.
 *
 * @property comparison - what the verifier found
 * @fires pith-show - the reader wants one document's own report; `detail` is its index
 * @attr data-comparison - on the first section: the comparison's word
 * @attr data-conflict - on each contradiction: its kind
 * @attr data-document - on the head of each column: the number of its document, from 1
 * @attr data-row - on each row: the name of the fact, or `event`
 * @attr data-differs - on rows in which the documents differ
 * @attr data-standing - on each cell of an event: how it stands in that document, or `absent`
 * @attr data-relation - on each pair: how the two stand to each other
 */
@customElement("pith-comparison")
export class PithComparison extends LightElement {
  @property({ attribute: false }) comparison!: Comparison;
  @state() private shown = STEP;

  /** Moves the focus to the word. */
  focusHeading(): void {
    this.querySelector("h2")?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("comparison")) this.shown = STEP;
  }

  protected override render(): TemplateResult {
    const { comparison, w } = this;
    const label = this.w.report.comparison[comparison.word];
    const tone = COMPARISON_TONE[comparison.word];
    return html`<section
        class="verdict"
        data-comparison=${comparison.word}
        data-tone=${tone}
        aria-labelledby="comparison"
      >
        <div class="band">
          ${seal(tone)}
          <h2 id="comparison" tabindex="-1">${label}</h2>
          <p class="sentence">${comparisonWords(this.w, comparison)}</p>
          <p class="aside">${w.comparison.compared(comparison.documents.length)}</p>
        </div>
      </section>
      ${this.conflicts()} ${this.table()} ${this.pairs()}
      ${comparison.merged.map((merged) => this.merged(merged))}`;
  }

  private conflicts(): TemplateResult | typeof nothing {
    const { conflicts } = this.comparison;
    if (conflicts.length === 0) return nothing;
    return part(
      "conflicts",
      this.w.comparison.conflicts,
      html`<ul class="plain">
          ${conflicts.slice(0, this.shown).map((conflict) => this.conflict(conflict))}
        </ul>
        ${this.more(conflicts.length, this.shown)}`,
    );
  }

  private conflict(conflict: Conflict): TemplateResult {
    const { comparison } = this.w;
    const side = (label: string, { document, pointer, sha256, signature_b64, fingerprint }: ConflictSide) =>
      html`<h4>${label}</h4>
        <dl class="facts">
          ${fact(comparison.where, fill(comparison.side, { document: this.name(document), place: place(pointer) }))}
          ${fact(comparison.sha256, quoted(sha256))}
          ${signature_b64 === null ? nothing : fact(comparison.signature, quoted(signature_b64))}
          ${fingerprint === null ? nothing : fact(comparison.key, quoted(fingerprint))}
        </dl>`;
    return html`<li class="check" data-conflict=${conflict.kind} data-outcome="failed">
      <details open>
        <summary>
          ${outcomeIcon("failed")}
          <div>
            <h3>${this.w.report.conflict[conflict.kind]}</h3>
            <p class="sentence">${conflictWords(this.w, this.comparison, conflict)}</p>
          </div>
        </summary>
        <div class="evidence">
          <div class="sides">
            <div>${side(comparison.first, conflict.first)}</div>
            <div>${side(comparison.second, conflict.second)}</div>
          </div>
          <dl class="facts">${fact(comparison.rule, `${this.w.report.basis[conflict.basis]}.`)}</dl>
        </div>
      </details>
    </li>`;
  }

  /** The documents as columns; their facts, and then every event of any of them, as rows. */
  private table(): TemplateResult {
    const { comparison, w } = this;
    const { documents, events } = comparison;
    const columns = documents.length;
    // What is not in all of them comes first.
    const marks = events.map((event) => ({ event, marks: standings(event, columns) }));
    marks.sort((a, b) => Number(differ(b.marks)) - Number(differ(a.marks)));
    const shown = Math.ceil((this.shown / STEP) * Math.max(10, CELLS / columns));
    return part(
      "documents",
      w.comparison.table,
      html`<div
          class="scroller side-by-side"
          role="region"
          tabindex="0"
          aria-label=${w.comparison.tableIs(columns)}
        >
          <table>
            <thead>
              <tr>
                <th scope="col"><span class="unseen">${w.comparison.fact}</span></th>
                ${documents.map((_, index) => this.head(index))}
              </tr>
            </thead>
            <tbody>
              ${ROWS.map((row) => this.row(row, documents))}
              ${marks.slice(0, shown).map(({ event, marks }) => this.event(event, marks))}
            </tbody>
          </table>
        </div>
        ${this.more(events.length, shown)}`,
    );
  }

  private head(index: number): TemplateResult {
    const { comparison } = this.w;
    return html`<th scope="col" data-document=${index + 1}>
      ${this.name(index)}
      <button type="button" class="quiet" @click=${() => this.show(index)}>
        ${comparison.report}<span class="unseen">${comparison.reportOf(index + 1)}</span>
      </button>
    </th>`;
  }

  private row(row: Row, documents: ComparedDocument[]): TemplateResult {
    const { comparison } = this.w;
    const differs = differ(documents.map((document) => JSON.stringify(document[row])));
    return html`<tr data-row=${row} ?data-differs=${differs}>
      <th scope="row">${comparison.rows[row]} ${differs ? this.difference() : nothing}</th>
      ${documents.map((document) => html`<td>${this.cell(row, document)}</td>`)}
    </tr>`;
  }

  private cell(row: Row, document: ComparedDocument): TemplateResult | string {
    const { comparison } = this.w;
    switch (row) {
      case "kind":
        return this.w.report.kind[document.kind];
      case "verdict":
        return html`<b>${this.w.report.verdict[document.verdict]}</b>`;
      case "sentence":
        return html`${documentWords(this.w, document)}`;
      case "events":
        return comparison.eventsOf(document.events.length);
      default: {
        const text = document[row];
        return text === null ? html`<i>${comparison.none}</i>` : quoted(text);
      }
    }
  }

  private event(event: ComparedEvent, marks: Mark[]): TemplateResult {
    const { comparison } = this.w;
    const { event_type: type, event_id: id, created_at: time, signer, trusted } = event;
    const differs = differ(marks);
    return html`<tr data-row="event" ?data-differs=${differs} ?data-trusted=${trusted}>
      <th scope="row">
        <details>
          <summary>${comparison.event} ${differs ? this.difference() : nothing}</summary>
          ${id === null ? nothing : html`<p>${quoted(id)}</p>`}
          ${time === null ? nothing : html`<p>${fill(comparison.dated, { time: quoted(time) })}</p>`}
          ${
            signer === null
              ? nothing
              : html`<p>
                  ${fill(trusted ? comparison.signedTrusted : comparison.signedUnknown, { key: quoted(signer) })}
                </p>`
          }
        </details>
        ${type === null ? comparison.noType : quoted(type)}
      </th>
      ${marks.map((mark, document) => {
        const at = event.places.find((each) => each.document === document && each.standing === mark);
        return html`<td data-standing=${mark}>
          <span class="standing">${standingIcon(mark)} ${comparison.standing[mark]}</span>
          ${at === undefined ? nothing : place(at.pointer)}
        </td>`;
      })}
    </tr>`;
  }

  /** Marks a row in which the documents differ. */
  private difference(): TemplateResult {
    return html`<span class="differs">${this.w.comparison.differs}</span>`;
  }

  private pairs(): TemplateResult {
    const { pairs } = this.comparison;
    return part(
      "pairs",
      this.w.comparison.pairs,
      html`<ul class="plain">
          ${pairs.slice(0, this.shown).map(
            (pair) =>
              html`<li data-relation=${pair.relation}>
                <p>
                  <b>${this.w.comparison.relation(this.w.report.relation[pair.relation])}</b>
                  ${pairWords(this.w, this.comparison, pair)}
                </p>
              </li>`,
          )}
        </ul>
        ${this.more(pairs.length, this.shown)}`,
    );
  }

  private merged(merged: MergedState): TemplateResult {
    const { comparison } = this.w;
    return part(
      `merged-${merged.state_sha256}`,
      comparison.merged,
      html`<p>${mergedWords(this.w, this.comparison, merged)}</p>
        <p class="aside">${comparison.mergedAbout}</p>
        <dl class="facts">
          ${fact(comparison.mergedNumber, quoted(merged.pith_number))}
          ${fact(comparison.stateSha256, quoted(merged.state_sha256))}
          ${fact(comparison.state, quoted(merged.state))}
        </dl>`,
    );
  }

  private more(length: number, shown: number): TemplateResult | typeof nothing {
    const rest = length - shown;
    if (rest <= 0) return nothing;
    const show = () => (this.shown += STEP);
    return html`<button type="button" class="button" @click=${show}>
      ${this.w.comparison.more(Math.min(rest, STEP), rest)}
    </button>`;
  }

  private name(index: number): TemplateResult {
    const { comparison } = this.w;
    const name = this.comparison.documents[index]?.name ?? null;
    return html`<b>${comparison.number(index + 1)}</b> ${
        name === null ? html`<i>${comparison.noName}</i>` : quoted(name)
      }`;
  }

  private show(index: number): void {
    this.dispatchEvent(new CustomEvent("pith-show", { detail: index, bubbles: true }));
  }
}

/** How an event stands in each document. Where one document has it in several places, the worst counts. */
function standings(event: ComparedEvent, documents: number): Mark[] {
  const marks = Array.from({ length: documents }, (): Mark => "absent");
  for (const { document, standing } of event.places) {
    if (WORSE.indexOf(standing) > WORSE.indexOf(marks[document] ?? "absent")) marks[document] = standing;
  }
  return marks;
}

/** From the best to the worst. */
const WORSE: Mark[] = ["absent", "valid", "unchecked", "listed", "invalid"];

function differ(values: unknown[]): boolean {
  return new Set(values).size > 1;
}

const SIGNS: Record<Mark, TemplateResult> = {
  valid: svg`<circle cx="10" cy="10" r="8" /><path d="M6 10.3l2.9 2.9L14.2 7.4" />`,
  unchecked: svg`<circle cx="10" cy="10" r="8" stroke-dasharray="3 2.03" /><path d="M6.7 10h6.6" />`,
  listed: svg`<path d="M3 3h14v14H3z" /><path d="M6.5 7.5h7M6.5 12.5h7" />`,
  invalid: svg`<path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z" /><path d="M7 7l6 6M13 7l-6 6" />`,
  absent: svg`<path d="M5 10h10" />`,
};

/** The sign of a standing; the word stands beside it. */
function standingIcon(mark: Mark): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${SIGNS[mark]}</svg>`;
}
