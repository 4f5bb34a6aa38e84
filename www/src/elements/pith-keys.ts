import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, Report } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { place, quoted } from "./pith-text.ts";
import { counted, KEY_STATUS, KEY_TRUST } from "./words.ts";

/**
 * Whose keys signed, as far as the key ring knows. A key that only the document names is said to be
 * just that.
 *
 * @property report - the report
 * @fires pith-choose-keys - the reader wants to choose which keys are trusted
 */
@customElement("pith-keys")
export class PithKeys extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult | typeof nothing {
    const { keys } = this.report;
    if (keys.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="keys">
      <h2 id="keys">Whose key</h2>
      <div class="body">
        ${keys.map(card)}
        <p>
          <button type="button" class="quiet" @click=${this.choose}>Choose which keys to trust</button>
        </p>
      </div>
    </section>`;
  }

  private choose(): void {
    this.dispatchEvent(new CustomEvent("pith-choose-keys", { bubbles: true }));
  }
}

function card(key: Key): TemplateResult {
  const { label, outcome } = KEY_TRUST[key.trust];
  const signed = html`${
    key.signatures === 0
      ? "None: it is only listed"
      : `${counted(key.signatures, "signature holds", "signatures hold")} for it`
  }`;
  return html`<div class="key" data-in-ring=${key.in_ring}>
    <p class="trust" data-trust=${key.trust}>${outcomeIcon(outcome)} ${label}</p>
    <dl class="facts">
      ${key.key_id === null ? nothing : fact("Identifier", quoted(key.key_id))}
      ${fact("Known from", key.in_ring ? html`${key.source}` : place(key.source))}
      ${key.status === null ? nothing : fact("Status", KEY_STATUS[key.status])}
      ${key.valid_from === null ? nothing : fact("Counts from", quoted(key.valid_from))}
      ${key.valid_until === null ? nothing : fact("Counts until", quoted(key.valid_until))}
      ${key.note === null ? nothing : fact("Note", quoted(key.note))} ${fact("Signatures here", signed)}
      ${fact("Fingerprint", quoted(key.fingerprint))} ${fact("Public key", quoted(key.public_key_hex))}
    </dl>
  </div>`;
}
