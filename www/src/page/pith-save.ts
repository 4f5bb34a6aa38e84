import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import type { Form } from "../verify.ts";

/** The forms in which a report is saved, by their names. */
const FORMS: Record<Form, string> = { json: "JSON", markdown: "Markdown", html: "HTML" };

/**
 * Where a reader saves the report.
 *
 * @fires pith-save - the reader wants it; `detail` is the {@link Form}
 */
@customElement("pith-save")
export class PithSave extends LightElement {
  protected override render(): TemplateResult {
    const w = this.w.page.save;
    return html`<section class="part" aria-labelledby="save">
      <h2 id="save">${w.title}</h2>
      <div class="body">
        <ul class="plain">
          ${(Object.keys(FORMS) as Form[]).map(
            (form) =>
              html`<li>
                <button
                  type="button"
                  class="button"
                  data-action="save-${form}"
                  @click=${() => this.ask(form)}
                >
                  ${w.as(FORMS[form])}
                </button>
                <span class="aside">${w[form]}</span>
              </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  private ask(form: Form): void {
    this.dispatchEvent(new CustomEvent("pith-save", { detail: form, bubbles: true }));
  }
}
