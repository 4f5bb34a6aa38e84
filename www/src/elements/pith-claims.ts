import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Claim, Report } from "../report.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";
import { CLAIM, CLASS } from "./words.ts";

/**
 * What the document says of itself: which paper, which number, which times. Each with what covers it,
 * because a claim is worth no more than that.
 *
 * @property report - the report
 */
@customElement("pith-claims")
export class PithClaims extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult | typeof nothing {
    const { claims } = this.report;
    if (claims.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="claims">
      <h2 id="claims">What it says of itself</h2>
      <div class="body">
        <p class="aside">
          These are the document’s own words. Beside each stands what protects it from change.
        </p>
        <dl class="facts">${claims.map(row)}</dl>
      </div>
    </section>`;
  }
}

function row(claim: Claim): TemplateResult {
  const { label, says } = CLAIM[claim.name];
  return html`<div data-claim=${claim.name}>
    <dt>${label}${says === null ? nothing : html` <small>${says}</small>`}</dt>
    <dd>
      ${quoted(claim.value)}
      <span class="tag" data-class=${claim.class} title=${CLASS[claim.class].means}
        >${classIcon(claim.class)} ${CLASS[claim.class].label}</span
      >
    </dd>
  </div>`;
}
