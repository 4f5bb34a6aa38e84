import { html, type TemplateResult } from "lit";
import { outcomeIcon, seal } from "../elements/icons.ts";
import type { Check, Report } from "../report.ts";
import { words } from "../words/index.ts";
import { verdictWords } from "../words/sentences.ts";

/** The verdict on the document of an example, in its word and its sentence. */
export function found(report: Report): TemplateResult {
  const { verdict } = report;
  return html`<div class="found" data-found=${verdict.word} data-tone=${verdict.word}>
    ${seal(verdict.word)}
    <div>
      <p class="word">${words().report.verdict[verdict.word]}</p>
      <p>${verdictWords(words(), report).sentence}</p>
    </div>
  </div>`;
}

/** The verdict as it is read aloud. */
export function spoken(report: Report): string {
  const w = words();
  return `${w.report.verdict[report.verdict.word]}. ${verdictWords(w, report).sentence}`;
}

/** The checks that failed. */
export function failures({ checks }: Report): Check[] {
  return checks.filter(({ outcome }) => outcome === "failed");
}

/** The names of checks. */
export function listed(checks: Check[]): TemplateResult {
  return html`<ul class="plain">
    ${checks.map(
      ({ name, outcome }) =>
        html`<li class="with-icon">${outcomeIcon(outcome)} ${words().report.check[name]}</li>`,
    )}
  </ul>`;
}
