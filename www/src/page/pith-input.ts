import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import type { Input } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { SAMPLES, type Sample } from "./samples.ts";

/** A document as it was received. */
export interface Received {
  /** Its bytes, or the text that was pasted. */
  input: Input;
  /** The name of its file, if it has one. */
  name?: string;
}

/**
 * Every way to hand over a document but dropping and pasting, which the whole window takes.
 *
 * @property again - whether a document has been handed over already
 * @fires pith-received - documents were handed over; `detail` is a list of {@link Received}
 * @fires pith-folder - a folder was handed over; `detail` is a list of its files
 */
@customElement("pith-input")
export class PithInput extends LightElement {
  @property({ type: Boolean }) again = false;

  /** Moves the focus to the first way to hand over a document. */
  focusFirst(): void {
    this.querySelector<HTMLElement>("input[type=file]")?.focus();
  }

  protected override render(): TemplateResult {
    const w = this.w.page.input;
    return html`<section class="input" aria-labelledby="input">
      <h2 id="input">${this.again ? w.titleAgain : w.title}</h2>
      <p class="lead">${this.again ? w.leadAgain : w.lead}</p>
      <div class="ways">
        <div class="drop">
          ${rings()}
          <p class="drop-title">${w.drop}</p>
          <p class="aside">${w.several}</p>
          <div class="buttons">
            <label class="button primary">
              <input class="file" type="file" multiple data-action="open-file" @change=${this.opened} />
              <span>${w.open}</span>
            </label>
            <button type="button" class="button by-hand" data-action="paste" @click=${this.pasted}>
              ${this.w.evidence.input.paste}
            </button>
            ${
              "webkitdirectory" in HTMLInputElement.prototype
                ? html`<label class="button">
                    <input
                      class="file"
                      type="file"
                      webkitdirectory
                      data-action="open-folder"
                      @change=${this.openedFolder}
                    />
                    <span>${this.w.desk.folder}</span>
                  </label>`
                : nothing
            }
          </div>
          <p class="aside">${this.w.desk.takes}</p>
          <p class="aside by-keyboard">
            ${fill(w.paste, { keys: html`<kbd>${w.control}</kbd> <kbd>V</kbd>` })}
          </p>
        </div>
        <form class="typed" @submit=${this.submitted}>
          <label for="text">${w.text}</label>
          <textarea
            id="text"
            data-action="text"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            placeholder='{"bundle_type":"pith_open_graph_bundle", …'
          ></textarea>
          <button type="submit" class="button" data-action="verify-text">${w.check}</button>
        </form>
        <div class="taken">
          <h3 id="samples">${this.w.evidence.input.samples}</h3>
          <ul class="samples" aria-labelledby="samples">
            ${SAMPLES.map((sample) => this.sample(sample))}
          </ul>
        </div>
      </div>
    </section>`;
  }

  private sample(sample: Sample): TemplateResult {
    return html`<li>
      <button type="button" data-sample=${sample.name} @click=${() => this.take(sample)}>
        <span class="kind">${this.w.page.sample[sample.kind]}</span>
        <span class="about"
          >${typeof sample.about === "string" ? this.w.page.sampleAbout[sample.about] : sample.about.title}</span
        >
        <span class="name">${sample.name}</span>
      </button>
    </li>`;
  }

  private opened(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    this.receive(...files.map((file) => ({ input: file, name: file.name })));
    // So that opening the same file once more is a change again.
    input.value = "";
  }

  /** Takes what was copied, or where the browser does not give it, leads to the field to paste it into. */
  private async pasted(): Promise<void> {
    try {
      this.receive({ input: await navigator.clipboard.readText() });
    } catch {
      this.querySelector<HTMLTextAreaElement>("#text")?.focus();
    }
  }

  private openedFolder(event: Event): void {
    const input = event.target as HTMLInputElement;
    const detail = [...(input.files ?? [])];
    if (detail.length > 0) this.dispatchEvent(new CustomEvent("pith-folder", { detail, bubbles: true }));
    input.value = "";
  }

  private submitted(event: Event): void {
    event.preventDefault();
    this.receive({ input: this.querySelector<HTMLTextAreaElement>("#text")?.value ?? "" });
  }

  private take(sample: Sample): void {
    this.receive({ input: new TextEncoder().encode(sample.text), name: `${sample.name}.json` });
  }

  private receive(...detail: Received[]): void {
    this.dispatchEvent(new CustomEvent("pith-received", { detail, bubbles: true }));
  }
}

/** A stem cut across. */
function rings(): TemplateResult {
  return html`<svg class="rings" viewBox="0 0 400 400" aria-hidden="true">
    <path d="M200 12c98 4 182 82 186 180s-72 190-178 194S18 308 14 206 96 8 200 12z" />
    <path d="M201 40c82 4 154 70 157 153s-62 162-152 164S46 292 43 206 113 36 201 40z" />
    <path d="M202 74c64 2 118 54 121 118s-48 126-118 128S80 270 78 205 136 72 202 74z" />
    <path d="M202 112c44 2 80 37 82 82s-32 86-80 88-86-34-88-79 38-93 86-91z" />
    <path d="M202 150c24 1 43 20 44 45s-16 47-43 48-47-18-48-44 20-50 47-49z" class="filled" />
  </svg>`;
}
