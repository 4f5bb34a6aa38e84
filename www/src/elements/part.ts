import { html, type TemplateResult } from "lit";

/** A part of what is shown: its heading, and beside it the matter. */
export function part(id: string, title: string, body: TemplateResult): TemplateResult {
  return html`<section class="part" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <div class="body">${body}</div>
  </section>`;
}
