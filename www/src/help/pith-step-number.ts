import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { type Report, reportOn } from "../verify.ts";
import { bitsOf, type Form, formOf } from "./digest.ts";
import { BUNDLE } from "./documents.ts";
import { Example } from "./example.ts";

/** The canonical record of the bundle, and the number that the registry gives it. */
const { canonical_record, pith_number } = JSON.parse(BUNDLE) as {
  canonical_record: unknown;
  pith_number: string;
};
const RECORD = JSON.stringify(canonical_record, null, 2);

/** What came of a record: its canonical form, and its number if it is one. */
interface Numbered {
  form: Form;
  number: string | null;
}

/**
 * From a canonical record to its Pith Number, step by step.
 *
 * @attr data-number - on what was found: the number, or `none`
 */
@customElement("pith-step-number")
export class PithStepNumber extends Example {
  protected readonly name = "number";
  @state() private text = RECORD;
  @state() private numbered: Numbered | null = null;

  protected get heading(): string {
    return this.w.help.number.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.number;
    return html`<p class="field">
        <label for="canonical-record">${w.label}</label>
        <textarea
          id="canonical-record"
          rows="9"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          .value=${this.text}
          @input=${this.typed}
        ></textarea>
      </p>
      <p class="buttons">
        <button type="button" class="button" data-action="back" @click=${this.back}>${w.back}</button>
      </p>
      ${
        this.numbered === null ? html`<p class="aside">${this.w.help.working}</p>` : this.steps(this.numbered)
      }`;
  }

  private steps({ form, number }: Numbered): TemplateResult {
    const w = this.w.help.number;
    if ("refused" in form || number === null) {
      return html`<p class="finding" data-number="none">${w.none}</p>`;
    }
    const [, year = "", letters = ""] = number.split(":");
    return html`<div class="outcome" data-number=${number}>
      <dl class="facts">
        ${fact(w.form, quoted(form.canonical))} ${fact(w.digest, quoted(form.sha256))}
        ${fact(w.letters, groups(form.sha256, letters, w.letters_spoken(letters)))}
        ${fact(w.year, quoted(year))} ${fact(w.result, quoted(number))}
        ${fact(w.published, quoted(pith_number))}
      </dl>
      <p class="finding">${this.sentence(number)}</p>
    </div>`;
  }

  private sentence(number: string | null): string {
    const w = this.w.help.number;
    return number === null ? w.none : number === pith_number ? w.same : w.differ;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    void this.compute(true);
  }

  private back(): void {
    this.text = RECORD;
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    const { text } = this;
    await this.find(
      async () => ({ form: await formOf(text), number: numberIn(await reportOn(text, { explain: false })) }),
      (numbered) => {
        this.numbered = numbered;
        if (aloud) this.say(this.sentence(numbered.number));
      },
    );
  }
}

/** The Pith Number that the verifier computed of a canonical record. */
function numberIn({ kind, checks }: Report): string | null {
  if (kind !== "canonical_record") return null;
  return checks.find(({ name }) => name === "record.pith_number")?.computed ?? null;
}

/** The first bits of a digest in groups of five, each above its letter. */
function groups(sha256: string, letters: string, spoken: string): TemplateResult {
  const bits = bitsOf(sha256);
  return html`<span class="letters" aria-hidden="true"
      >${[...letters].map(
        (letter, i) => html`<span><small>${bits.slice(5 * i, 5 * i + 5)}</small><b>${letter}</b></span>`,
      )}</span
    ><span class="unseen">${spoken}</span>`;
}
