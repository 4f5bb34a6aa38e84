import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, Report } from "../report.ts";
import { digits } from "./digits.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { place, quoted } from "./pith-text.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { sourceWords } from "../words/sentences.ts";
import { TRUST_OUTCOME } from "./words.ts";

/**
 * Whose keys signed, as far as the key ring knows. A key that only the document names is said to be
 * just that.
 *
 * @property report - the report
 * @property fixed - whether there is nothing to choose where it is drawn
 * @fires pith-choose-keys - the reader wants to choose which keys are trusted
 */
@customElement("pith-keys")
export class PithKeys extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ type: Boolean }) fixed = false;

  protected override render(): TemplateResult | typeof nothing {
    const { keys } = this.report;
    if (keys.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="keys">
      <h2 id="keys">${this.w.elements.keys.title}</h2>
      <div class="body">
        ${keys.map((key) => card(key, this.w))}
        ${
          this.fixed
            ? nothing
            : html`<p>
                <button type="button" class="quiet" @click=${this.choose}>
                  ${this.w.elements.keys.choose}
                </button>
              </p>`
        }
      </div>
    </section>`;
  }

  private choose(): void {
    this.dispatchEvent(new CustomEvent("pith-choose-keys", { bubbles: true }));
  }
}

function card(key: Key, catalogue: Catalogue): TemplateResult {
  const { elements, evidence, report } = catalogue;
  const [w, labels] = [elements.keys, evidence.copy];
  const signed = html`${key.signatures === 0 ? w.onlyListed : w.signatures(key.signatures)}`;
  return html`<div class="key" data-in-ring=${key.in_ring}>
    <p class="trust" data-trust=${key.trust}>
      ${outcomeIcon(TRUST_OUTCOME[key.trust])} ${report.keyTrust[key.trust]}
    </p>
    <dl class="facts">
      ${key.key_id === null ? nothing : fact(w.identifier, quoted(key.key_id))}
      ${fact(w.source, key.in_ring ? html`${sourceWords(catalogue, key)}` : place(key.source))}
      ${key.status === null ? nothing : fact(w.status, report.keyStatus[key.status])}
      ${key.valid_from === null ? nothing : fact(w.from, quoted(key.valid_from))}
      ${key.valid_until === null ? nothing : fact(w.until, quoted(key.valid_until))}
      ${key.note === null ? nothing : fact(w.note, quoted(key.note))} ${fact(w.signaturesHere, signed)}
      ${fact(w.fingerprint, html`${digits(key.fingerprint)} ${copy(key.fingerprint, labels.fingerprint)}`)}
      ${fact(w.publicKey, html`${digits(key.public_key_hex)} ${copy(key.public_key_hex, labels.key)}`)}
    </dl>
  </div>`;
}
