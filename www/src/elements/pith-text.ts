import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { boundary } from "../boundary.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";

/** A text of more characters than this is cut, to about so many, until a reader asks for more of it. */
const LONG = 720;
const FIRST = 480;

/** How many characters a reader gets each time: few milliseconds of work, whatever the text's length. */
const STEP = 20_000;

/** How far back a better place for a cut is looked for. */
const BACK = 64;

/**
 * Text of the document. The one way that such text reaches the page: made visible, as a text node,
 * of no language, isolated from the direction of its surroundings, and in the box that only quoted text stands in.
 * A long text is cut before anything else is done with it.
 *
 * @property text - the text as the document has it
 * @property pointer - whether the text is a place in the document, which always reads left to right
 */
@customElement("pith-text")
export class PithText extends LightElement {
  @property() text = "";
  @property({ type: Boolean }) pointer = false;
  /** What is shown, made visible piece by piece. */
  @state() private pieces: string[] = [];
  /** How much of the text that is. */
  private shown = 0;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.begin();
  }

  protected override render(): TemplateResult {
    const { text, pieces, pointer } = this;
    const w = this.w.elements.text;
    const longer = pieces.length > 1;
    const direction = pointer ? "ltr" : "auto";
    return html`<span class="quoted" ?data-whole=${longer} tabindex=${longer ? 0 : nothing}
        >${
          text === ""
            ? html`<i class="empty">${pointer ? w.wholeDocument : w.empty}</i>`
            : html`<bdi dir=${direction} lang="">${pieces}</bdi>`
        }</span
      >${this.shown < text.length ? button(this.more, this.offer()) : nothing}${
        longer ? button(this.less, w.less) : nothing
      }`;
  }

  private offer(): string {
    const rest = this.text.length - this.shown;
    const { elements, evidence } = this.w;
    return rest <= STEP ? elements.text.all(this.text.length) : evidence.text.more(STEP, rest);
  }

  private begin(): void {
    const { text } = this;
    const start = visible(text.slice(0, cut(text, LONG)));
    // What is hidden in a text takes more room when it is made visible.
    const room = Math.min(1, LONG / start.length);
    const whole = text.length <= LONG && room === 1;
    this.shown = whole ? text.length : cut(text, Math.floor(FIRST * room));
    this.pieces = [whole ? start : visible(text.slice(0, this.shown))];
  }

  private more = (): void => {
    const { text, shown } = this;
    this.shown = cut(text, shown + STEP);
    this.pieces = [...this.pieces, visible(text.slice(shown, this.shown))];
  };

  private less = (): void => {
    this.begin();
  };
}

function button(act: () => void, label: string): TemplateResult {
  return html`<button type="button" class="quiet" @click=${act}>${label}</button>`;
}

/**
 * An index at or a little before `index` at which a text can be cut and each part be made visible by itself: after
 * a space or the like of ASCII, at which no word goes on and no mark combines, if there is one; never within a
 * character.
 */
export function cut(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const at = boundary(text, index);
  for (let i = at; i > Math.max(0, at - BACK); i -= 1) {
    if (/[ -/:-@[-`{-~]/.test(text[i - 1] ?? "")) return i;
  }
  return at;
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
