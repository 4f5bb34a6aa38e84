import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { outcomeIcon } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import { place, quoted } from "../elements/pith-text.ts";
import { CLASS, FIELD, FIELDS, MATCH, TEXT_STEP, VERDICT } from "../elements/words.ts";
import type { Field, TextMatch } from "../report.ts";

/** A text in hand and what it is given as. */
export interface InHand {
  field: Field;
  text: string;
}

/**
 * Where a reader asks whether a title, an abstract, an identifier or a number in hand is the document's.
 *
 * @property answer - what the verifier found, if it was asked
 * @property error - why the question was not answered
 * @fires pith-match - the reader asks; `detail` is the {@link InHand}
 * @attr data-match - on the answer: its outcome
 */
@customElement("pith-hand")
export class PithHand extends LightElement {
  @property({ attribute: false }) answer: TextMatch | null = null;
  @property({ attribute: false }) error: string | null = null;

  protected override render(): TemplateResult {
    return html`<section class="part" aria-labelledby="hand">
      <h2 id="hand">Text in hand</h2>
      <form class="body hand" @submit=${this.asked}>
        <p class="aside">
          Put in what your copy of the paper says, as it is printed, and see whether it is what the document
          is about.
        </p>
        <p class="field">
          <label for="hand-field">This is</label>
          <select id="hand-field" data-action="hand-field">
            ${FIELDS.map((field) => html`<option value=${field}>${FIELD[field]}</option>`)}
          </select>
        </p>
        <p class="field">
          <label for="hand-text">Its text</label>
          <textarea id="hand-text" data-action="hand-text" rows="3" spellcheck="false" dir="auto"></textarea>
        </p>
        <p><button type="submit" class="button" data-action="hand">Compare</button></p>
        <div role="status">
          ${this.error === null ? nothing : html`<p class="error">${this.error}</p>`}
          ${this.answer === null ? nothing : answer(this.answer)}
        </div>
      </form>
    </section>`;
  }

  private asked(event: Event): void {
    event.preventDefault();
    const field = this.querySelector<HTMLSelectElement>("#hand-field")?.value as Field;
    const text = this.querySelector<HTMLTextAreaElement>("#hand-text")?.value ?? "";
    const detail: InHand = { field, text };
    this.dispatchEvent(new CustomEvent("pith-match", { detail, bubbles: true }));
  }
}

function answer(match: TextMatch): TemplateResult {
  const { label, outcome } = MATCH[match.outcome];
  // Green is for what a trusted key signs.
  const shown = outcome === "passed" && !match.established ? "noted" : outcome;
  return html`<div
    class="answer"
    data-match=${match.outcome}
    data-reason=${match.reason}
    data-outcome=${shown}
  >
    <p>${outcomeIcon(shown)} <b>${label}.</b> ${match.sentence}</p>
    ${match.worth === null ? nothing : html`<p>${match.worth}</p>`}
    ${match.hint === null ? nothing : html`<p class="hint">${match.hint}</p>`}
    <dl class="facts">
      ${
        match.steps.length === 0
          ? nothing
          : fact(
              "After",
              html`<ul class="plain">
                ${match.steps.map((step) => html`<li>${TEXT_STEP[step]}</li>`)}
              </ul>`,
            )
      }
      ${match.expected === null ? nothing : fact("The document has", quoted(match.expected))}
      ${match.computed === null ? nothing : fact("Yours gives", quoted(match.computed))}
      ${match.pointer === null ? nothing : fact("Compared with", place(match.pointer))}
      ${match.class === null ? nothing : fact("Which is", CLASS[match.class].label.toLowerCase())}
      ${fact("Verdict on the document", VERDICT[match.verdict])}
    </dl>
  </div>`;
}
