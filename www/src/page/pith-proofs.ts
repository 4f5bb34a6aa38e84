import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { quoted } from "../elements/pith-text.ts";

/** How long a reader's hand must rest before what was typed is taken, in milliseconds. */
const REST = 300;

/** What a reader adds to the evidence. */
export interface Added {
  /** Files of proofs to add, if any. */
  files?: File[];
  /** All block headers, in hexadecimal, as they stand in the field. */
  headers?: string[];
  /** Whether all proofs go away. */
  none?: boolean;
}

/**
 * Where a reader gives OpenTimestamps proofs and Bitcoin block headers beside the document.
 *
 * @property names - the names of the proofs that are there
 * @fires pith-proofs - something was added or taken away; `detail` is {@link Added}
 */
@customElement("pith-proofs")
export class PithProofs extends LightElement {
  @property({ attribute: false }) names: string[] = [];
  private timer = 0;

  protected override render(): TemplateResult {
    const w = this.w.page.proofs;
    return html`<details class="trust-keys">
      <summary>${w.title}</summary>
      <div class="fields">
        <p class="aside">${w.about}</p>
        <label class="button">
          <input class="file" type="file" multiple data-action="open-proof" @change=${this.opened} />
          <span>${w.add}</span>
        </label>
        ${
          this.names.length === 0
            ? nothing
            : html`<p>
                ${this.names.map((name) => html`${quoted(name)} `)}
                <button type="button" class="quiet" data-action="no-proofs" @click=${this.none}>
                  ${w.remove}
                </button>
              </p>`
        }
        <label for="headers"> ${w.headers} </label>
        <textarea
          id="headers"
          data-action="headers"
          rows="3"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          @input=${this.typed}
        ></textarea>
      </div>
    </details>`;
  }

  private opened(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    if (files.length > 0) this.tell({ files });
    // So that opening the same file once more is a change again.
    input.value = "";
  }

  private none(): void {
    this.tell({ none: true });
  }

  private typed(event: Event): void {
    const lines = (event.target as HTMLTextAreaElement).value.split("\n").map((line) => line.trim());
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell({ headers: lines.filter((line) => line !== "") }), REST);
  }

  private tell(detail: Added): void {
    this.dispatchEvent(new CustomEvent("pith-proofs", { detail, bubbles: true }));
  }
}
