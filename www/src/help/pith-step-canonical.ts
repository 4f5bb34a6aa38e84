import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { type Form, formOf } from "./digest.ts";
import { Example } from "./example.ts";

/** Spellings to begin with. */
const SPELLINGS = {
  first: '{"title":"On knots","year":2026,"pages":[1,12]}',
  order: '{\n  "year": 2026,\n  "pages": [ 1, 12 ],\n  "title": "On knots"\n}',
  value: '{"title":"On knots","year":2025,"pages":[1,12]}',
  kind: '{"title":"On knots","year":"2026","pages":[1,12]}',
};

/**
 * Two spellings of a JSON text, each with its canonical form and the digest of it.
 *
 * @attr data-same - on what was found: whether the two are the same, or `none` where one cannot be read
 */
@customElement("pith-step-canonical")
export class PithStepCanonical extends Example {
  protected readonly name = "canonical";
  @state() private texts: [string, string] = [SPELLINGS.first, SPELLINGS.order];
  @state() private forms: [Form, Form] | null = null;

  protected get heading(): string {
    return this.w.help.canonical.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.canonical;
    return html`<p class="buttons">
        ${(["order", "value", "kind"] as const).map(
          (name) =>
            html`<button type="button" class="button" data-action=${name} @click=${() => this.take(name)}>
              ${w[name]}
            </button>`,
        )}
      </p>
      <div class="two">${this.spelling(0, w.one)} ${this.spelling(1, w.other)}</div>
      ${
        this.forms === null
          ? html`<p class="aside">${this.w.help.working}</p>`
          : html`<p class="finding" data-same=${same(this.forms) ?? "none"}>${this.sentence(this.forms)}</p>`
      }`;
  }

  private spelling(which: 0 | 1, label: string): TemplateResult {
    const w = this.w.help.canonical;
    const form = this.forms?.[which];
    return html`<div>
      <p class="field">
        <label for="spelling-${which}">${label}</label>
        <textarea
          id="spelling-${which}"
          rows="5"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          .value=${this.texts[which]}
          @input=${(event: Event) => this.typed(which, event)}
        ></textarea>
      </p>
      ${
        form === undefined
          ? nothing
          : "refused" in form
            ? html`<p class="error">${w.refused(form.refused)}</p>`
            : html`<dl class="facts stacked">
                ${fact(w.form, quoted(form.canonical))} ${fact(w.digest, quoted(form.sha256))}
              </dl>`
      }
    </div>`;
  }

  private sentence(forms: [Form, Form]): string {
    const w = this.w.help.canonical;
    const equal = same(forms);
    return equal === null ? w.none : equal ? w.same : w.differ;
  }

  private typed(which: 0 | 1, event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.texts = which === 0 ? [text, this.texts[1]] : [this.texts[0], text];
    void this.compute(true);
  }

  private take(name: "order" | "value" | "kind"): void {
    this.texts = [SPELLINGS.first, SPELLINGS[name]];
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    const [one, other] = this.texts;
    await this.find(
      async (): Promise<[Form, Form]> => [await formOf(one), await formOf(other)],
      (forms) => {
        this.forms = forms;
        if (aloud) this.say(this.sentence(forms));
      },
    );
  }
}

/** Whether two forms are the same; nothing where one of them is none. */
function same([one, other]: [Form, Form]): boolean | null {
  if ("refused" in one || "refused" in other) return null;
  return one.canonical === other.canonical && one.sha256 === other.sha256;
}
