import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, Signed } from "../report.ts";
import { fact } from "./fact.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { digits } from "./digits.ts";

/**
 * The signature that a check tried: what it was tried on, its bytes, and the key, for any other program.
 *
 * @property signed - the signature
 * @property key - the key that it was tried with
 */
@customElement("pith-signed")
export class PithSigned extends LightElement {
  @property({ attribute: false }) signed!: Signed;
  @property({ attribute: false }) key: Key | undefined = undefined;

  protected override render(): TemplateResult {
    const w = this.w.evidence;
    const { message_hex, signature_hex } = this.signed;
    const row = (name: "message" | "signature" | "key", hex: string) =>
      fact(w.signed[name], html`${digits(hex)} ${copy(hex, w.copy[name])}`);
    return html`<details class="fold" data-signed>
      <summary>${w.signed.show}</summary>
      <div class="folded">
        <p class="aside">${w.signed.about}</p>
        <dl class="facts">
          ${row("message", message_hex)} ${row("signature", signature_hex)}
          ${this.key === undefined ? "" : row("key", this.key.public_key_hex)}
        </dl>
      </div>
    </details>`;
  }
}
