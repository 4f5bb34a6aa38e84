import { html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../words/index.ts";

/**
 * What the verifier itself said, in English, folded away beside what is said in another language. In English
 * there is nothing to add.
 */
export function original(
  w: Catalogue,
  ...sentences: readonly (string | null)[]
): TemplateResult | typeof nothing {
  if (w.sentences === null) return nothing;
  return html`<details class="original" data-original>
    <summary>${w.elements.check.original}</summary>
    <div lang="en" dir="ltr">
      ${sentences.map((sentence) => (sentence === null ? nothing : html`<p>${sentence}</p>`))}
    </div>
  </details>`;
}
