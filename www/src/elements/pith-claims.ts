import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Claim, Report } from "../report.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";
import { words } from "../words/index.ts";

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
      <h2 id="claims">${this.w.elements.claims.title}</h2>
      <div class="body">
        <p class="aside">${this.w.elements.claims.about}</p>
        <dl class="facts">${claims.map(row)}</dl>
      </div>
    </section>`;
  }
}

function row(claim: Claim): TemplateResult {
  const w = words().report;
  const { label, says } = w.claim[claim.name];
  return html`<div data-claim=${claim.name}>
    <dt>${label}${says === null ? nothing : html` <small>${says}</small>`}</dt>
    <dd>
      ${quoted(claim.value)}
      <span class="tag" data-class=${claim.class} title=${w.class[claim.class].means}
        >${classIcon(claim.class)} ${w.class[claim.class].label}</span
      >
    </dd>
  </div>`;
}
