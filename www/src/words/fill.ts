import { html, type TemplateResult } from "lit";

/** What can stand in a slot: a text, or something drawn. */
export type Filling = TemplateResult | string;

/**
 * A text with a filling in each slot `{name}`, to be drawn. A language decides by it where in the sentence
 * something stands that is more than a text.
 */
export function fill(text: string, slots: Record<string, Filling>): TemplateResult {
  return html`${text.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : (slots[part] ?? "")))}`;
}
