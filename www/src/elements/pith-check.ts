import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Check, Hashed, Key, Reason, Report } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import "./pith-compare.ts";
import "./pith-diagnosis.ts";
import "./pith-redo.ts";
import { place, quoted } from "./pith-text.ts";
import { BASIS, CHECK, counted, KEY_TRUST, OUTCOME } from "./words.ts";

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
 * One check: what was found in one sentence, and folded below it everything it was found from.
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
    const { check } = this;
    const sentence = html`<p class="sentence">${check.sentence}</p>`;
    return html`<article
      class="check"
      data-check=${check.name}
      data-outcome=${check.outcome}
      data-pointer=${check.pointer}
      data-reason=${check.reason}
    >
      <details ?open=${this.open}>
        <summary>
          ${outcomeIcon(check.outcome)}
          <div>
            <h4>
              <span class="outcome" data-tone=${check.outcome}>${OUTCOME[check.outcome]}:</span>
              ${CHECK[check.name]}
            </h4>
            ${this.open ? nothing : sentence}
          </div>
        </summary>
        <div class="evidence">
          <pith-compare
            .expected=${check.expected}
            .computed=${check.computed}
            ?alike=${ALIKE.has(check.reason)}
          ></pith-compare>
          ${this.open ? sentence : nothing}
          ${check.hint === null ? nothing : html`<p class="hint">${check.hint}</p>`}
          <pith-diagnosis .diagnosis=${check.diagnosis}></pith-diagnosis>
          <dl class="facts">
            ${fact("Place", place(check.pointer))} ${check.hashed === null ? nothing : hashed(check.hashed)}
            ${check.key === null ? nothing : signer(this.report.keys[check.key])}
            ${fact(
              "Rule",
              html`Section ${check.section} of the description of Pith documents. ${BASIS[check.basis]}.
              ${check.required ? "Required for “verified”." : "Not required for “verified”."}`,
            )}
          </dl>
          <pith-redo .commands=${check.redo}></pith-redo>
        </div>
      </details>
    </article>`;
  }
}

function hashed(hashed: Hashed): TemplateResult {
  return html`${fact(
    "Hashed",
    html`<p>${counted(hashed.bytes, "byte")}: the canonical form of ${place(hashed.pointer)}</p>
      ${
        hashed.without.length === 0
          ? nothing
          : html`<p>without ${hashed.without.map((member) => html`${quoted(member)} `)}</p>`
      }
      ${hashed.within === null ? nothing : html`<p>standing at the … in ${quoted(hashed.within)}</p>`}`,
  )}
  ${fact("Its SHA-256", quoted(hashed.sha256))}`;
}

function signer(key: Key | undefined): TemplateResult | typeof nothing {
  if (key === undefined) return nothing;
  return fact("Key", html`${quoted(key.key_id ?? key.fingerprint)} ${KEY_TRUST[key.trust].label}`);
}
