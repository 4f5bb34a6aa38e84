import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import type { Form } from "../verify.ts";

/** In which form a report is saved, and what for. */
const FORMS: Record<Form, { label: string; about: string }> = {
  json: { label: "JSON", about: "for anybody to make again: drop it here together with the document" },
  markdown: { label: "Markdown", about: "for notes and mail" },
  html: { label: "HTML", about: "one page for a referee’s file" },
};

/**
 * Where a reader saves the report.
 *
 * @fires pith-save - the reader wants it; `detail` is the {@link Form}
 */
@customElement("pith-save")
export class PithSave extends LightElement {
  protected override render(): TemplateResult {
    return html`<section class="part" aria-labelledby="save">
      <h2 id="save">Keep the report</h2>
      <div class="body">
        <ul class="plain">
          ${Object.entries(FORMS).map(
            ([form, { label, about }]) =>
              html`<li>
                <button
                  type="button"
                  class="button"
                  data-action="save-${form}"
                  @click=${() => this.ask(form)}
                >
                  Save as ${label}
                </button>
                <span class="aside">${about}</span>
              </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  private ask(form: string): void {
    this.dispatchEvent(new CustomEvent("pith-save", { detail: form, bubbles: true }));
  }
}
