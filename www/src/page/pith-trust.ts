import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { keyRing, type Options } from "../verify.ts";
import { keysIn } from "./key-text.ts";
import { save } from "./save.ts";

/** How long a reader's hand must rest before what was typed is taken, in milliseconds. */
const REST = 300;

/** Which keys establish a signer. */
export type Trust = Required<Pick<Options, "trustKeys" | "builtInKeys">> & Pick<Options, "at">;

/**
 * Where a reader chooses which keys are trusted: own ones beside the built-in ones or instead of them.
 *
 * @property error - what the verifier has to say against the keys, if anything
 * @fires pith-trust - the choice changed; `detail` is the {@link Trust}
 */
@customElement("pith-trust")
export class PithTrust extends LightElement {
  @property({ attribute: false }) error: string | null = null;
  @state() private open = false;
  @state() private said = "";
  private builtInKeys = true;
  private at = "";
  private text = "";
  private timer = 0;

  /** Unfolds the box and moves the focus to it. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.querySelector("textarea")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<details class="trust-keys" .open=${this.open} @toggle=${this.toggled}>
      <summary>Keys to trust</summary>
      <div class="fields">
        <p class="aside">
          A signature says that some key signed. Whose key it is, only keys known beforehand can say. This
          page has the registry’s key built in; name others here if you have them from a source you trust.
        </p>
        <label for="trust-keys"
          >Your keys: 64 hexadecimal digits to a line, or the JSON of a key, of a mirror manifest or of a key
          ring</label
        >
        <textarea
          id="trust-keys"
          data-action="trust-keys"
          rows="4"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="trust-error"
          aria-invalid=${this.error !== null}
          @input=${this.typed}
        ></textarea>
        <p id="trust-error" class="error" role="alert" ?data-said=${this.error !== null}>
          ${
            this.error === null
              ? nothing
              : html`This was not taken, and nothing is checked with it: ${this.error}`
          }
        </p>
        <label class="tick">
          <input type="checkbox" data-action="built-in-keys" checked @change=${this.ticked} />
          Trust the built-in registry key
        </label>
        <p class="field">
          <label for="trust-at"
            >When you know that the document existed, for keys that count only for a time</label
          >
          <input
            id="trust-at"
            data-action="at"
            type="text"
            placeholder="2026-06-01T00:00:00Z"
            spellcheck="false"
            autocomplete="off"
            @input=${this.dated}
          />
        </p>
        <p>
          <button type="button" class="button" data-action="export-ring" @click=${this.exported}>
            Save this key ring
          </button>
          <span role="status">${this.said}</span>
        </p>
      </div>
    </details>`;
  }

  private toggled(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), REST);
  }

  private ticked(event: Event): void {
    this.builtInKeys = (event.target as HTMLInputElement).checked;
    window.clearTimeout(this.timer);
    this.tell();
  }

  private dated(event: Event): void {
    this.at = (event.target as HTMLInputElement).value.trim();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), REST);
  }

  /** The ring as it is chosen here, in a file that this box and the command line take. */
  private async exported(): Promise<void> {
    try {
      save(await keyRing(this.chosen()), "ring");
      this.said = "Saved.";
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    }
  }

  private chosen(): Trust {
    const { builtInKeys, at } = this;
    return { trustKeys: keysIn(this.text), builtInKeys, ...(at === "" ? {} : { at }) };
  }

  private tell(): void {
    const detail = this.chosen();
    this.dispatchEvent(new CustomEvent("pith-trust", { detail, bubbles: true }));
  }
}
