import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { classIcon, outcomeIcon } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import { place, quoted } from "../elements/pith-text.ts";
import { FIELDS, MATCH_OUTCOME } from "../elements/words.ts";
import type { Field, Report, TextMatch } from "../report.ts";
import { fill } from "../words/fill.ts";
import { matchWords } from "../words/sentences.ts";

/** A text in hand and what it is given as. */
export interface InHand {
  field: Field;
  text: string;
}

/** What the verifier found, and about what it was asked. */
export interface Answer {
  asked: InHand;
  match: TextMatch;
}

/**
 * Where a reader asks whether a title, an abstract, an identifier or a number in hand is the document's.
 *
 * @property report - the report on the document
 * @property answer - what the verifier found, if it was asked
 * @property error - why the question was not answered
 * @fires pith-match - the reader asks; `detail` is the {@link InHand}
 * @attr data-match, data-reason, data-outcome - on the answer: its word, why, and how it is shown
 */
@customElement("pith-hand")
export class PithHand extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) answer: Answer | null = null;
  @property({ attribute: false }) error: string | null = null;
  /** Whether the reader asked about nothing. */
  @state() private empty = false;
  /** Whether what failed is about the text that still stands in the field. */
  @state() private failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("error")) this.failed = this.error !== null;
  }

  protected override render(): TemplateResult {
    const { hand } = this.w;
    const problem = this.empty ? hand.empty : this.failed ? hand.failed(this.error ?? "") : null;
    return html`<section class="part" aria-labelledby="hand">
      <h2 id="hand">${hand.title}</h2>
      <form class="body hand" @submit=${this.ask}>
        <p class="aside">${hand.about}</p>
        <p class="field">
          <label for="hand-field">${hand.field}</label>
          <select id="hand-field" data-action="hand-field">
            ${FIELDS.map((field) => html`<option value=${field}>${this.w.report.field[field]}</option>`)}
          </select>
        </p>
        <div class="field">
          <label for="hand-text">${hand.text}</label>
          <textarea
            id="hand-text"
            data-action="hand-text"
            rows="3"
            spellcheck="false"
            autocomplete="off"
            dir="auto"
            aria-invalid=${problem !== null}
            aria-describedby="hand-error"
            @input=${this.typed}
          ></textarea>
          <p id="hand-error" class="error" role="alert">${problem ?? nothing}</p>
        </div>
        <p><button type="submit" class="button" data-action="hand">${hand.ask}</button></p>
        <div role="status">${this.answer === null ? nothing : this.found(this.answer)}</div>
      </form>
    </section>`;
  }

  private found({ asked, match }: Answer): TemplateResult {
    const { hand } = this.w;
    const label = this.w.report.match[match.outcome];
    const outcome = MATCH_OUTCOME[match.outcome];
    const said = matchWords(this.w, match, this.report);
    // Green is for what a trusted key signs.
    const shown = outcome === "passed" && !match.established ? "noted" : outcome;
    return html`<div
      class="answer"
      data-match=${match.outcome}
      data-reason=${match.reason}
      data-outcome=${shown}
      data-tone=${shown}
    >
      <p class="result">
        ${outcomeIcon(shown)} <span><b>${hand.label(label)}</b> ${said.sentence}</span>
      </p>
      ${
        said.worth === null
          ? nothing
          : html`<div class="worth">
              <h3>${hand.worth}</h3>
              <p>${said.worth}</p>
            </div>`
      }
      ${said.hint === null ? nothing : html`<p class="hint">${said.hint}</p>`}
      <p class="aside">
        ${fill(hand.asked, { text: quoted(asked.text), field: this.w.report.field[asked.field] })}
      </p>
      <dl class="facts">
        ${
          match.steps.length === 0
            ? nothing
            : fact(
                hand.steps,
                html`<ul class="plain">
                  ${match.steps.map((step) => html`<li>${this.w.report.textStep[step]}</li>`)}
                </ul>`,
              )
        }
        ${match.expected === null ? nothing : fact(hand.expected, quoted(match.expected))}
        ${match.computed === null ? nothing : fact(hand.computed, quoted(match.computed))}
        ${match.pointer === null ? nothing : fact(hand.pointer, place(match.pointer))}
        ${
          match.class === null
            ? nothing
            : fact(
                hand.class,
                html`<span class="tag" data-class=${match.class}
                    >${classIcon(match.class)} ${this.w.report.class[match.class].label}</span
                  >
                  ${this.w.report.class[match.class].means}`,
              )
        }
        ${fact(hand.verdict, this.w.report.verdict[match.verdict])}
      </dl>
    </div>`;
  }

  private typed(): void {
    this.empty = false;
    this.failed = false;
  }

  private ask(event: Event): void {
    event.preventDefault();
    const field = this.querySelector<HTMLSelectElement>("#hand-field")?.value as Field;
    const area = this.querySelector<HTMLTextAreaElement>("#hand-text");
    const text = area?.value ?? "";
    this.empty = text.trim() === "";
    if (this.empty) {
      area?.focus();
      return;
    }
    const detail: InHand = { field, text };
    this.dispatchEvent(new CustomEvent("pith-match", { detail, bubbles: true }));
  }
}
