import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { outcomeIcon } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import { quoted } from "../elements/pith-text.ts";
import { MATCH_OUTCOME } from "../elements/words.ts";
import type { Field, MatchReason, Outcome, Report, TextMatch } from "../report.ts";
import { fill } from "../words/fill.ts";
import type { Catalogue } from "../words/index.ts";
import { matchWords } from "../words/sentences.ts";

/** A number or an identifier that a reader asked for, in its normal form. */
export interface Asked {
  field: Field;
  text: string;
}

/** How the document compares with it; a document that cannot be read does not. */
export type Matched = TextMatch | "unreadable";

/** Answers about a beginning or a part of the number, which agrees. */
const PARTLY: ReadonlySet<MatchReason> = new Set<MatchReason>(["hand.short_form", "hand.suffix_only"]);

/**
 * Whether the document is the one that the reader asked for. It stands before the verdict: a document about
 * another paper may be verified all the same.
 *
 * @property asked - what the reader asked for
 * @property matched - how the document compares with it; `null` while that is found out
 * @property report - the report on the document
 * @fires pith-ask - the reader does not ask for it any more; `detail` is `null`
 * @attr data-asked - on the section: the outcome, `unreadable`, or `comparing`
 * @attr data-established - on the section: whether it matches by the word of a key that counts
 */
@customElement("pith-asked")
export class PithAsked extends LightElement {
  @property({ attribute: false }) asked: Asked = { field: "number", text: "" };
  @property({ attribute: false }) matched: Matched | null = null;
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult {
    const w = this.w.number;
    const { matched } = this;
    const found = matched === null || matched === "unreadable" ? null : matched;
    const tone = toneOf(matched);
    return html`<section
      class="asked"
      data-tone=${tone}
      data-asked=${matched === null ? "comparing" : (found?.outcome ?? "unreadable")}
      data-established=${found?.established ?? false}
      aria-labelledby="asked"
    >
      ${outcomeIcon(tone)}
      <div>
        <h2 id="asked">${matched === null ? w.asked.heading : heading(matched, this.w)}</h2>
        <p>
          ${fill(w.asked.wanted, { text: quoted(this.asked.text) })}
          <button type="button" class="quiet" data-action="forget" @click=${this.forgotten}>
            ${w.forget}
          </button>
        </p>
        ${this.answer()}
      </div>
    </section>`;
  }

  private answer(): TemplateResult {
    const { matched, report, w } = this;
    if (matched === null) return html`<p>${w.number.asked.comparing}</p>`;
    if (matched === "unreadable") return html`<p>${w.number.asked.unreadable}</p>`;
    const { sentence, hint, worth } = matchWords(w, matched, report);
    return html`<p>
      ${sentence} ${hint === null ? nothing : html`<i>${hint}</i>`} ${worth === null ? nothing : worth}
    </p>`;
  }

  private forgotten(): void {
    this.dispatchEvent(new CustomEvent("pith-ask", { detail: null, bubbles: true }));
  }
}

/** What is said to those who listen. */
export function announcement(matched: Matched, report: Report, w: Catalogue): string {
  const { asked } = w.number;
  const sentence = matched === "unreadable" ? asked.unreadable : matchWords(w, matched, report).sentence;
  return asked.announced(heading(matched, w), sentence);
}

function heading(matched: Matched, w: Catalogue): string {
  const { asked } = w.number;
  if (matched === "unreadable") return asked.answer.not_comparable;
  return PARTLY.has(matched.reason) ? asked.partly : asked.answer[matched.outcome];
}

/** Green is for what a key signs that counts. */
function toneOf(matched: Matched | null): Outcome {
  if (matched === null || matched === "unreadable") return "not_checked";
  const outcome = MATCH_OUTCOME[matched.outcome];
  return outcome === "passed" && !matched.established ? "noted" : outcome;
}
