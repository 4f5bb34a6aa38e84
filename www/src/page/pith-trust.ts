import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import type { Options } from "../verify.ts";
import { keysIn } from "./key-text.ts";

/** How long a reader's hand must rest before what was typed is taken, in milliseconds. */
const REST = 300;

/** Which keys establish a signer. */
export type Trust = Required<Pick<Options, "trustKeys" | "builtInKeys">>;

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
  private builtInKeys = true;
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
          >Your keys: 64 hexadecimal digits to a line, or the JSON of a key or of a mirror manifest</label
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
        <p id="trust-error" class="error" role="alert">
          ${
            this.error === null
              ? nothing
              : html`These keys were not taken, and nothing is checked with them: ${this.error}`
          }
        </p>
        <label class="tick">
          <input type="checkbox" data-action="built-in-keys" checked @change=${this.ticked} />
          Trust the built-in registry key
        </label>
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

  private tell(): void {
    const detail: Trust = { trustKeys: keysIn(this.text), builtInKeys: this.builtInKeys };
    this.dispatchEvent(new CustomEvent("pith-trust", { detail, bubbles: true }));
  }
}
