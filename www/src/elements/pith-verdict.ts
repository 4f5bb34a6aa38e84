import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Refusal, Report } from "../report.ts";
import { seal } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { count, KIND, tally, VERDICT } from "./words.ts";

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
    const checks = tally(outcomes);
    return html`<section
      class="verdict"
      data-verdict=${verdict.word}
      data-tone=${verdict.word}
      aria-labelledby="verdict"
    >
      <div class="band">
        ${seal(verdict.word)}
        <h2 id="verdict" tabindex="-1">${VERDICT[verdict.word]}</h2>
        <p class="sentence">${verdict.sentence}</p>
        <p class="aside">${KIND[kind]}${checks === "" ? nothing : `. Checks: ${checks}`}.</p>
      </div>
      ${refusal === null ? nothing : refused(refusal)}
    </section>`;
  }
}

function refused(refusal: Refusal): TemplateResult {
  const whole = refusal.reason.startsWith("document.");
  return html`<div class="refusal" data-reason=${refusal.reason}>
    <h3>
      ${
        whole
          ? "Why it was not judged"
          : html`Reading stopped at line ${count(refusal.line)}, column ${count(refusal.column)}`
      }
    </h3>
    <p>${refusal.sentence}</p>
    <p class="hint">${refusal.hint}</p>
    ${whole ? nothing : html`<p class="aside">Byte ${count(refusal.offset)} of the file, counted from 0.</p>`}
  </div>`;
}
