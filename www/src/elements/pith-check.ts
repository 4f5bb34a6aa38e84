import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Check, Key, Reason, Report } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { place, quoted } from "./pith-text.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { checkValues, checkWords } from "../words/sentences.ts";
import { original } from "./original.ts";

/** The findings whose two values are of one form, so that a reader can look for the first difference. */
const ALIKE: ReadonlySet<Reason> = new Set<Reason>([
  "digest.mismatch",
  "digest.malformed",
  "value.mismatch",
  "text.mismatch",
  "state.mismatch",
  "state.not_comparable",
]);

/**
 * One check: what was found in one sentence, and folded below it everything it was found from. Of a check that did
 * not fail, what is folded is drawn when it is unfolded.
 *
 * @property report - the report that the check is of
 * @property check - the check
 * @property open - whether it is shown unfolded, the two values before the sentence about them
 * @attr data-check, data-outcome, data-pointer - on the article: name, outcome, exact place
 */
@customElement("pith-check")
export class PithCheck extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) check!: Check;
  @property({ type: Boolean }) open = false;
  /** Whether it was ever unfolded. */
  @state() private seen = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("check")) this.seen = this.querySelector("details")?.open ?? false;
  }

  /** Unfolds the check, scrolls to it and gives it the focus. */
  async reveal(): Promise<void> {
    await this.updateComplete;
    const details = this.querySelector("details");
    const summary = this.querySelector("summary");
    if (details === null || summary === null) return;
    details.open = true;
    summary.focus({ preventScroll: true });
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    summary.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
  }

  protected override render(): TemplateResult {
    const { check, open, w } = this;
    const said = checkWords(w, check, this.report);
    const sentence = html`<p class="sentence">${said.sentence}</p>`;
    return html`<article
      class="check"
      data-check=${check.name}
      data-outcome=${check.outcome}
      data-pointer=${check.pointer}
      data-reason=${check.reason}
    >
      <details ?open=${open} @toggle=${this.toggled}>
        <summary>
          ${outcomeIcon(check.outcome)}
          <div>
            <h4>
              <span class="outcome" data-tone=${check.outcome}
                >${w.elements.check.outcome(w.report.outcome[check.outcome])}</span
              >
              ${w.report.check[check.name]}
            </h4>
            ${open ? nothing : sentence}
          </div>
        </summary>
        ${open || this.seen || check.outcome === "failed" ? this.evidence(sentence, said.hint) : nothing}
      </details>
    </article>`;
  }

  private evidence(sentence: TemplateResult, hint: string | null): TemplateResult {
    const { check, open, w } = this;
    const { expected, computed } = checkValues(w, check, this.report);
    return html`<div class="evidence">
      <div class="finding">
        <pith-compare
          .expected=${expected}
          .computed=${computed}
          ?alike=${ALIKE.has(check.reason)}
        ></pith-compare>
        ${open ? sentence : nothing} ${hint === null ? nothing : html`<p class="hint">${hint}</p>`}
        <pith-diagnosis .diagnosis=${check.diagnosis}></pith-diagnosis>
        ${original(w, check.sentence, check.hint)}
      </div>
      <div class="grounds">${open || this.seen ? this.grounds() : nothing}</div>
    </div>`;
  }

  /** What the finding rests on, and how anybody finds the same. */
  private grounds(): TemplateResult {
    const { check, w } = this;
    const labels = w.elements.check;
    const key = check.key === null ? undefined : this.report.keys[check.key];
    return html`<dl class="facts">
        ${fact(labels.place, html`${place(check.pointer)} ${copy(check.pointer, w.evidence.copy.place)}`)}
        ${key === undefined ? nothing : fact(labels.key, signer(key, w))}
        ${fact(
          labels.rule,
          html`${labels.section(check.section, w.report.basis[check.basis])}
          ${check.required ? labels.required : labels.notRequired}`,
        )}
      </dl>
      ${check.hashed === null ? nothing : html`<pith-bytes .hashed=${check.hashed}></pith-bytes>`}
      ${
        check.signed === null
          ? nothing
          : html`<pith-signed .signed=${check.signed} .key=${key}></pith-signed>`
      }
      <pith-redo .commands=${check.redo}></pith-redo>`;
  }

  private toggled(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.seen = true;
  }
}

function signer(key: Key, { report }: Catalogue): TemplateResult {
  return html`${quoted(key.key_id ?? key.fingerprint)} ${report.keyTrust[key.trust]}`;
}
