import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { classIcon } from "../elements/icons.ts";
import { type Report, reportOn } from "../verify.ts";
import { RECORD, textAt, withText } from "./documents.ts";
import { Example } from "./example.ts";
import { found } from "./found.ts";
import { coverageWords, verdictWords } from "../words/sentences.ts";

/** Two values of the record: one that nothing covers, and one that is signed. */
const PLACES = {
  authors: ["paper", "authors_text"],
  source: ["canonical_record", "source", "id"],
};
type Place = keyof typeof PLACES;

const AS_CAME: Record<Place, string> = {
  authors: textAt(RECORD, PLACES.authors),
  source: textAt(RECORD, PLACES.source),
};

/** What was found with certain texts in the two places. */
interface Tried {
  changed: boolean;
  report: Report;
}

/**
 * A record by itself, in which the reader changes values with and without cover.
 *
 * @attr data-noticed - on what was found: whether the change was noticed, or `none` where there is none
 */
@customElement("pith-step-coverage")
export class PithStepCoverage extends Example {
  protected readonly name = "coverage";
  @state() private texts = AS_CAME;
  @state() private asCame: Report | null = null;
  @state() private tried: Tried | null = null;

  protected get heading(): string {
    return this.w.help.coverage.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find(
      () => reportOn(RECORD, { explain: false }),
      (report) => {
        this.asCame = report;
        this.tried = { changed: false, report };
      },
    );
  }

  protected body(): TemplateResult {
    const w = this.w.help.coverage;
    const { tried } = this;
    return html`<div class="two">${this.field("authors", w.authors)} ${this.field("source", w.source)}</div>
      <p class="buttons">
        <button type="button" class="button" data-action="back" @click=${this.back}>${w.back}</button>
      </p>
      ${
        tried === null
          ? html`<p class="aside">${this.w.help.working}</p>`
          : html`<p class="finding" data-noticed=${tried.changed ? noticed(tried.report) : "none"}>
                ${this.sentence(tried)}
              </p>
              ${found(tried.report)}
              <p class="aside">${coverageWords(this.w, tried.report.coverage)}</p>`
      }`;
  }

  private field(place: Place, label: string): TemplateResult {
    const pointer = `/${PLACES[place].join("/")}`;
    const covered = this.asCame?.coverage.leaves.find((leaf) => leaf.pointer === pointer);
    return html`<p class="field">
      <label for="value-${place}">${label}</label>
      <input
        id="value-${place}"
        type="text"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="class-${place}"
        .value=${this.texts[place]}
        @input=${(event: Event) => this.typed(place, event)}
      />
      <span id="class-${place}" class="tag" data-class=${covered?.class ?? nothing}
        >${covered === undefined ? nothing : html`${classIcon(covered.class)} ${this.w.report.class[covered.class].label}`}</span
      >
    </p>`;
  }

  private sentence({ changed, report }: Tried): string {
    const w = this.w.help.coverage;
    return changed ? (noticed(report) ? w.noticed : w.unnoticed) : w.unchanged;
  }

  private typed(place: Place, event: Event): void {
    this.texts = { ...this.texts, [place]: (event.target as HTMLInputElement).value };
    void this.compute();
  }

  private back(): void {
    this.texts = AS_CAME;
    void this.compute();
  }

  private async compute(): Promise<void> {
    const { authors, source } = this.texts;
    const changed = authors !== AS_CAME.authors || source !== AS_CAME.source;
    const document = withText(withText(RECORD, PLACES.authors, authors), PLACES.source, source);
    await this.find(
      () => reportOn(document, { explain: false }),
      (report) => {
        this.tried = { changed, report };
        this.say(`${this.sentence(this.tried)} ${verdictWords(this.w, report).sentence}`);
      },
    );
  }
}

/** Whether anything is wrong with a document. */
function noticed({ verdict }: Report): boolean {
  return verdict.word !== "verified";
}
