import { html, type TemplateResult } from "lit";

/** One line of a list of facts, `dl.facts`. */
export function fact(label: string, value: TemplateResult | string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
