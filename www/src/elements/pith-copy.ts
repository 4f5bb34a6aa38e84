import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { visible } from "../verify.ts";
import { copyIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";

/** A longer text is not put into a field for a reader to copy it from. */
const MOST_SELECTED = 100_000;

/** How long it is said that something was copied, in milliseconds. */
const SAID_FOR = 4000;

/**
 * A button that copies a text. Where the browser refuses the clipboard, the text is put into a field beside the
 * button and selected, and it is said what to press.
 *
 * @property text - the text as it is to be copied, or what makes it when it is wanted
 * @property label - what the button does, such as "Copy the key"
 * @property named - whether the label is shown, and not only said
 * @attr data-copied - on the element, after a press: `copied`, `selected` or `refused`
 */
@customElement("pith-copy")
export class PithCopy extends LightElement {
  @property({ attribute: false }) text: string | (() => string) = "";
  @property() label = "";
  @property({ type: Boolean }) named = false;
  @state() private done: "copied" | "selected" | "refused" | null = null;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text") && this.hasUpdated) this.done = null;
    if (this.done === null) delete this.dataset["copied"];
    else this.dataset["copied"] = this.done;
  }

  protected override render(): TemplateResult {
    const { done, label, named } = this;
    return html`<button
        type="button"
        class=${named ? "quiet copy" : "copy"}
        data-action="copy"
        title=${named ? nothing : label}
        @click=${this.copy}
      >
        ${copyIcon(done === "copied")}<span class=${named ? "" : "unseen"}>${label}</span></button
      >${
        done === "selected"
          ? html`<textarea
              readonly
              rows="1"
              dir="ltr"
              aria-label=${label}
              @copy=${this.taken}
              @blur=${this.over}
            ></textarea>`
          : nothing
      }<span class="said" role="status">${done === null ? nothing : this.w.evidence.copy[done]}</span>`;
  }

  private async copy(): Promise<void> {
    const text = typeof this.text === "string" ? this.text : this.text();
    try {
      await navigator.clipboard.writeText(text);
      this.say("copied");
    } catch {
      await this.select(text);
    }
  }

  /** The way without the clipboard: an older command, or else the reader's own hands. */
  private async select(text: string): Promise<void> {
    if (text.length > MOST_SELECTED) {
      this.say("refused");
      return;
    }
    window.clearTimeout(this.timer);
    this.done = "selected";
    await this.updateComplete;
    const field = this.querySelector("textarea");
    if (field === null) return;
    // A field shows a text as it is. One that hides something is selected unseen.
    field.classList.toggle("unseen", visible(text) !== text);
    field.value = text;
    field.select();
    if (document.execCommand("copy")) this.arrive();
  }

  /** The reader copies the selected text; the field goes when that is done. */
  private taken(): void {
    window.setTimeout(() => this.arrive());
  }

  private arrive(): void {
    // The field says that it is over when the focus leaves it.
    this.querySelector("button")?.focus();
    this.say("copied");
  }

  private say(done: "copied" | "refused"): void {
    this.done = done;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.over, SAID_FOR);
  }

  private over = (): void => {
    this.done = null;
  };
}

/** A button that copies a text; its label is said and not shown. */
export function copy(text: string, label: string): TemplateResult {
  return html`<pith-copy .text=${text} label=${label}></pith-copy>`;
}
