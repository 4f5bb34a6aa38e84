import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../report.ts";
import { fact } from "./fact.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";
import { counted } from "./words.ts";

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
    return html`<section class="part" aria-labelledby="file">
      <h2 id="file">The file</h2>
      <div class="body">
        <dl class="facts">
          ${fact("Name", name === null ? "None: it was pasted or typed" : quoted(name))}
          ${fact("Length", counted(bytes, "byte"))} ${fact("SHA-256", quoted(sha256))}
        </dl>
      </div>
    </section>`;
  }
}
