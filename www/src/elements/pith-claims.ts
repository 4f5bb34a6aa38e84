import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Claim, ClaimName, Report } from "../report.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { quoted } from "./pith-text.ts";
import type { Catalogue } from "../words/catalogue.ts";

/** What a reader knows a paper by comes first; all else stays in the order of the report. */
const FIRST: readonly ClaimName[] = ["title", "authors", "pith_number"];

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
    const place = ({ name }: Claim) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
    const claims = this.report.claims.toSorted((a, b) => place(a) - place(b));
    if (claims.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="claims">
      <h2 id="claims">${this.w.elements.claims.title}</h2>
      <div class="body">
        <p class="aside">${this.w.elements.claims.about}</p>
        <dl class="facts">${claims.map((claim) => row(claim, this.w))}</dl>
      </div>
    </section>`;
  }
}

function row(claim: Claim, { evidence, report: w }: Catalogue): TemplateResult {
  const { label, says } = w.claim[claim.name];
  return html`<div data-claim=${claim.name}>
    <dt>${label}${says === null ? nothing : html` <small>${says}</small>`}</dt>
    <dd>
      <span
        >${quoted(claim.value)}
        ${claim.name === "pith_number" ? copy(claim.value, evidence.copy.number) : nothing}</span
      >
      <span class="tag" data-class=${claim.class} title=${w.class[claim.class].means}
        >${classIcon(claim.class)} ${w.class[claim.class].label}</span
      >
    </dd>
  </div>`;
}
