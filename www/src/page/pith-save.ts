import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import type { Form, Input } from "../verify.ts";
import "./pith-share.ts";
import { printUnfolded } from "./unfold.ts";

/** The forms in which a report is saved, by their names. */
const FORMS: Record<Form, string> = { json: "JSON", markdown: "Markdown", html: "HTML" };

/**
 * Where a reader saves the report, prints it, and makes a link to the document.
 *
 * @property input - the document
 * @property name - the name of its file, if it has one
 * @fires pith-save - the reader wants it; `detail` is the {@link Form}
 */
@customElement("pith-save")
export class PithSave extends LightElement {
  @property({ attribute: false }) input: Input = "";
  @property({ attribute: false }) name: string | undefined;

  protected override render(): TemplateResult {
    const { share } = this.w;
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
          <li>
            <button type="button" class="button" data-action="print" @click=${printUnfolded}>
              ${share.print}
            </button>
            <span class="aside">${share.printAbout}</span>
          </li>
          ${
            // The link would name a place on this machine, which nobody else has.
            location.protocol === "file:"
              ? nothing
              : html`<li><pith-share .input=${this.input} .name=${this.name}></pith-share></li>`
          }
        </ul>
      </div>
    </section>`;
  }

  private ask(form: Form): void {
    this.dispatchEvent(new CustomEvent("pith-save", { detail: form, bubbles: true }));
  }
}
