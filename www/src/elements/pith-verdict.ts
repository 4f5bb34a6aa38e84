import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Refusal, Report } from "../report.ts";
import { seal } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { refusalWords, verdictWords } from "../words/sentences.ts";
import { original } from "./original.ts";

/**
 * The verdict: the word, its sign, its sentence, and for an unreadable document where the reading
 * stopped. No text of the document stands here, so none can be taken for the verdict.
 *
 * @property report - the report
 * @attr data-verdict - on the section: the verdict's word
 */
@customElement("pith-verdict")
export class PithVerdict extends LightElement {
  @property({ attribute: false }) report!: Report;

  /** Moves the focus to the word. */
  focusHeading(): void {
    this.querySelector("h2")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { verdict, refusal, kind, outcomes } = this.report;
    const { elements, report } = this.w;
    return html`<section
      class="verdict"
      data-verdict=${verdict.word}
      data-tone=${verdict.word}
      aria-labelledby="verdict"
    >
      <div class="band">
        ${seal(verdict.word)}
        <h2 id="verdict" tabindex="-1">${report.verdict[verdict.word]}</h2>
        <p class="sentence">${verdictWords(this.w, this.report).sentence}</p>
        <p class="aside">${elements.verdict.about(report.kind[kind], report.tally(outcomes))}</p>
      </div>
      ${refusal === null ? nothing : refused(refusal, this.report, this.w)}
    </section>`;
  }
}

function refused(refusal: Refusal, report: Report, catalogue: Catalogue): TemplateResult {
  const w = catalogue.elements.verdict;
  const said = refusalWords(catalogue, refusal, report);
  const whole = refusal.reason.startsWith("document.");
  return html`<div class="refusal" data-reason=${refusal.reason}>
    <h3>${whole ? w.notJudged : w.stopped(refusal.line, refusal.column)}</h3>
    <p>${said.sentence}</p>
    <p class="hint">${said.hint}</p>
    ${original(catalogue, refusal.sentence, refusal.hint)}
    ${whole ? nothing : html`<p class="aside">${w.offset(refusal.offset)}</p>`}
  </div>`;
}
