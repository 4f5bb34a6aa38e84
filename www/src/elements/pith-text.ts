import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { boundary } from "../boundary.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";
import { count } from "./words.ts";

/** A text of more characters than this is cut, to so many, until a reader asks for all of it. */
const LONG = 720;
const FIRST = 480;

/**
 * Text of the document. The one way that such text reaches the page: made visible, as a text node,
 * isolated from the direction of its surroundings, and in the box that only quoted text stands in.
 *
 * @property text - the text as the document has it
 * @property pointer - whether the text is a place in the document, which always reads left to right
 */
@customElement("pith-text")
export class PithText extends LightElement {
  @property() text = "";
  @property({ type: Boolean }) pointer = false;
  @state() private whole = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.whole = false;
  }

  protected override render(): TemplateResult {
    const text = visible(this.text);
    const long = text.length > LONG;
    const part = long && !this.whole ? text.slice(0, boundary(text, FIRST)) : text;
    const direction = this.pointer ? "ltr" : "auto";
    return html`<span
        class="quoted"
        ?data-whole=${long && this.whole}
        tabindex=${long && this.whole ? 0 : nothing}
        >${
          text === ""
            ? html`<i class="empty">${this.pointer ? "the whole document" : "empty text"}</i>`
            : html`<bdi dir=${direction}>${part}</bdi>`
        }</span
      >${
        long
          ? html`<button type="button" class="quiet" @click=${this.toggle}>
              ${this.whole ? "Show less" : `Show all ${count(text.length)} characters`}
            </button>`
          : nothing
      }`;
  }

  private toggle(): void {
    this.whole = !this.whole;
  }
}

/** Text of the document. */
export function quoted(text: string): TemplateResult {
  return html`<pith-text .text=${text}></pith-text>`;
}

/** A place in the document. */
export function place(pointer: string): TemplateResult {
  return html`<pith-text pointer .text=${pointer}></pith-text>`;
}

/**
 * Text of the document on one line that ends where its room does, in one element: for lists of very many texts.
 *
 * @param empty - what stands there for a text without a character
 */
export function line(text: string, empty: string): TemplateResult {
  return text === ""
    ? html`<i class="quoted empty">${empty}</i>`
    : html`<bdi class="quoted" dir="auto">${visible(text)}</bdi>`;
}
