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
import { words } from "../words/index.ts";
import { fill } from "../words/fill.ts";

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

  protected override render(): TemplateResult {
    const { check, w } = this;
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
              <span class="outcome" data-tone=${check.outcome}
                >${w.elements.check.outcome(w.report.outcome[check.outcome])}</span
              >
              ${w.report.check[check.name]}
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
            ${fact(w.elements.check.place, place(check.pointer))}
            ${check.hashed === null ? nothing : hashed(check.hashed)}
            ${check.key === null ? nothing : signer(this.report.keys[check.key])}
            ${fact(
              w.elements.check.rule,
              html`${w.elements.check.section(check.section, w.report.basis[check.basis])}
              ${check.required ? w.elements.check.required : w.elements.check.notRequired}`,
            )}
          </dl>
          <pith-redo .commands=${check.redo}></pith-redo>
        </div>
      </details>
    </article>`;
  }
}

function hashed(hashed: Hashed): TemplateResult {
  const w = words().elements.check;
  return html`${fact(
    w.hashed,
    html`<p>${fill(w.canonical(hashed.bytes), { place: place(hashed.pointer) })}</p>
      ${
        hashed.without.length === 0
          ? nothing
          : html`<p>
              ${fill(w.without, { members: html`${hashed.without.map((member) => html`${quoted(member)} `)}` })}
            </p>`
      }
      ${hashed.within === null ? nothing : html`<p>${fill(w.within, { text: quoted(hashed.within) })}</p>`}`,
  )}
  ${fact(w.sha256, quoted(hashed.sha256))}`;
}

function signer(key: Key | undefined): TemplateResult | typeof nothing {
  if (key === undefined) return nothing;
  const { elements, report } = words();
  return fact(
    elements.check.key,
    html`${quoted(key.key_id ?? key.fingerprint)} ${report.keyTrust[key.trust]}`,
  );
}
