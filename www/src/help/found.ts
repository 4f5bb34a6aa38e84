import { html, type TemplateResult } from "lit";
import { outcomeIcon, seal } from "../elements/icons.ts";
import type { Check, Report } from "../report.ts";
import { words } from "../words/index.ts";

/** The verdict on the document of an example, in its word and its sentence. */
export function found({ verdict }: Report): TemplateResult {
  return html`<div class="found" data-found=${verdict.word} data-tone=${verdict.word}>
    ${seal(verdict.word)}
    <div>
      <p class="word">${words().report.verdict[verdict.word]}</p>
      <p>${verdict.sentence}</p>
    </div>
  </div>`;
}

/** The verdict as it is read aloud. */
export function spoken({ verdict }: Report): string {
  return `${words().report.verdict[verdict.word]}. ${verdict.sentence}`;
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
