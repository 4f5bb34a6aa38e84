import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../report.ts";
import { digits } from "./digits.ts";
import { fact } from "./fact.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { quoted } from "./pith-text.ts";

/**
 * The received file: its name, its length, and the SHA-256 of its bytes as they came.
 *
 * @property report - the report
 */
@customElement("pith-file")
export class PithFile extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult {
    const { name, bytes, sha256 } = this.report;
    const w = this.w.elements.file;
    return html`<section class="part" aria-labelledby="file">
      <h2 id="file">${w.title}</h2>
      <div class="body">
        <dl class="facts">
          ${fact(w.name, name === null ? w.noName : quoted(name))} ${fact(w.length, w.bytes(bytes))}
          ${fact(w.sha256, html`${digits(sha256)} ${copy(sha256, this.w.evidence.copy.sha256)}`)}
        </dl>
      </div>
    </section>`;
  }
}
