import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { seal } from "../elements/icons.ts";
import { type Options, type Report, type VerdictWord, reportOn } from "../verify.ts";
import { another, BUNDLE, STATE, textAt, TITLE, withText } from "./documents.ts";
import { Example } from "./example.ts";
import { verdictWords } from "../words/sentences.ts";

const TITLE_AS_SIGNED = textAt(BUNDLE, TITLE);

/** For each verdict a document that gets it. */
const DOCUMENTS: Record<VerdictWord, { text: string; options?: Options }> = {
  verified: { text: BUNDLE },
  consistent: { text: BUNDLE, options: { builtInKeys: false } },
  unsigned: { text: STATE },
  broken: {
    text: withText(BUNDLE, TITLE, another(TITLE_AS_SIGNED.slice(0, 1)) + TITLE_AS_SIGNED.slice(1)),
  },
  unreadable: { text: BUNDLE.slice(0, BUNDLE.length / 2) },
};
const WORDS = Object.keys(DOCUMENTS) as VerdictWord[];

/**
 * The five verdicts, each with a document that has just got it.
 *
 * @attr data-found - on each: the verdict that its document got
 */
@customElement("pith-step-verdicts")
export class PithStepVerdicts extends Example {
  protected readonly name = "verdicts";
  @state() private reports: Report[] = [];

  protected get heading(): string {
    return this.w.help.verdicts.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find(
      () =>
        Promise.all(
          WORDS.map((word) => reportOn(DOCUMENTS[word].text, { ...DOCUMENTS[word].options, explain: false })),
        ),
      (reports) => (this.reports = reports),
    );
  }

  protected body(): TemplateResult {
    const w = this.w.help.verdicts;
    if (this.reports.length === 0) return html`<p class="aside">${this.w.help.working}</p>`;
    return html`<ul class="verdicts">
        ${WORDS.map((word, index) => {
          const report = this.reports[index];
          return report === undefined ? nothing : this.verdict(word, report);
        })}
      </ul>
      <p>${w.other}</p>`;
  }

  private verdict(word: VerdictWord, report: Report): TemplateResult {
    const { verdict } = report;
    const w = this.w.help.verdicts;
    // The word that the verifier gave stands here, whatever was expected of it.
    return html`<li class="found" data-found=${verdict.word} data-tone=${verdict.word}>
      ${seal(verdict.word)}
      <div>
        <p class="word">${this.w.report.verdict[verdict.word]}</p>
        <p>${w.means[verdict.word]}</p>
        <p class="aside">${w.given[word]}</p>
        <details>
          <summary>${w.says}</summary>
          <p>${verdictWords(this.w, report).sentence}</p>
        </details>
      </div>
    </li>`;
  }
}
