import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { boundary } from "../boundary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { visible } from "../verify.ts";
import { areDigits, box, digits } from "./digits.ts";
import { LightElement } from "./light-element.ts";
import "./pith-copy.ts";
import { cut, quoted } from "./pith-text.ts";

/** How much is drawn of two equal texts before their first difference, and of each after it. */
const BEFORE = 24;
const AFTER = 160;

/** The same when a reader asks for more. Texts that are no longer are then shown from their start to their end. */
const WIDE = 10_000;

/** How many characters are compared at once. */
const BLOCK = 4096;

/** What one of the texts is called, and the text. */
type Row = readonly [label: string, text: string];

/**
 * Two texts, one under the other, in columns of one width. Where they are two spellings of one thing, their first
 * difference is boxed in both and named in words, and if they are long, only what is around it is drawn.
 *
 * @property expected - what the document states, or the rule requires
 * @property computed - what was computed or found
 * @property alike - whether the two would be equal if all were well
 * @property labels - what the two are called, apart by a comma; expected and computed when left out
 * @attr data-difference - on the words about it: at which character the two differ first, counted from 1
 */
@customElement("pith-compare")
export class PithCompare extends LightElement {
  @property() expected: string | null = null;
  @property() computed: string | null = null;
  @property({ type: Boolean }) alike = false;
  @property() labels = "";
  @state() private wide = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("expected") || changed.has("computed")) this.wide = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { expected, computed } = this;
    const w = this.w.elements.compare;
    const [first = w.expected, second = w.computed] = this.labels === "" ? [] : this.labels.split(",");
    const given: Row[] = [];
    if (expected !== null) given.push([first, expected]);
    if (computed !== null) given.push([second, computed]);
    if (given.length === 0) return nothing;
    if (expected !== null && computed !== null && expected !== computed && this.alike) {
      return this.difference([first, expected], [second, computed]);
    }
    const draw = (text: string) => (areDigits(text) ? digits(text) : quoted(text));
    return html`${rows(given.map(([label, text]) => [label, draw(text)]))}
      <p class="actions">${given.map((row) => copyOf(row, this.w))}</p>`;
  }

  private difference(first: Row, second: Row): TemplateResult {
    const [[, expected], [, computed]] = [first, second];
    const { elements, evidence } = this.w;
    const at = firstDifference(expected, computed);
    const grouped = areDigits(expected) && areDigits(computed);
    const longest = Math.max(expected.length, computed.length);
    const folds = !grouped && (at > 2 * BEFORE || longest > at + AFTER);
    const drawn = grouped
      ? [digits(expected, at), digits(computed, at)]
      : this.around(expected, computed, at);
    return html`${rows([first, second].map(([label], index) => [label, drawn[index] ?? html``]))}
      <p class="difference" data-difference=${characters(expected, at) + 1}>
        ${inWords(this.w, first, second, at)}
      </p>
      <p class="actions">
        ${[first, second].map((row) => copyOf(row, this.w))}
        ${
          folds
            ? html`<button type="button" class="quiet" data-action="wider" @click=${this.toggle}>
                ${
                  this.wide
                    ? elements.compare.part
                    : longest <= 2 * WIDE
                      ? elements.compare.whole
                      : evidence.compare.around
                }
              </button>`
            : nothing
        }
      </p>`;
  }

  /** What is around the first difference of two texts. What is equal before it stands back in both. */
  private around(expected: string, computed: string, at: number): TemplateResult[] {
    const w = this.w.elements.compare;
    const all = this.wide && Math.max(expected.length, computed.length) <= 2 * WIDE;
    const before = this.wide ? WIDE : BEFORE;
    const from = all || at <= 2 * before ? 0 : cut(expected, at - before);
    const parts = [expected, computed].map((text) => {
      const to = all ? text.length : cut(text, at + (this.wide ? WIDE : AFTER));
      return { shown: visible(text.slice(from, to)), rest: text.length - to };
    });
    // The two are made visible whole, for whether a letter only looks Latin depends on its neighbours.
    const [a, b] = parts.map(({ shown }) => shown);
    const differs = shownStart(a ?? "", firstDifference(a ?? "", b ?? ""));
    return parts.map(({ shown, rest }) => {
      const end = shownEnd(shown, differs);
      return html`<span class="quoted" ?data-whole=${this.wide} tabindex=${this.wide ? 0 : nothing}
        >${from > 0 ? html`<i class="fold">${w.equal(from)}</i>` : nothing}<bdi dir="ltr" lang=""
          ><span class="equal">${shown.slice(0, differs)}</span
          >${box(shown.slice(differs, end))}${shown.slice(end)}</bdi
        >${rest > 0 ? html`<i class="fold">${w.more(rest)}</i>` : nothing}</span
      >`;
    });
  }

  private toggle(): void {
    this.wide = !this.wide;
  }
}

/** Where two different texts first differ. */
export function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= length && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  // The second halves may be what differs; a character is shown whole.
  return Math.min(boundary(a, at), boundary(b, at));
}

/** Where what stands at an index begins, when it is a character that was written out, such as `⟨U+202E⟩`. */
function shownStart(shown: string, index: number): number {
  const open = shown.lastIndexOf("⟨U+", index);
  return open >= 0 && shown.indexOf("⟩", open) >= index ? open : index;
}

/** Where the character ends that begins at an index, written out or not. */
function shownEnd(shown: string, index: number): number {
  const [character = ""] = /^(?:⟨U\+[0-9A-F]+⟩|[^])/u.exec(shown.slice(index, index + 16)) ?? [];
  return index + character.length;
}

/** How many characters there are before an index. */
function characters(text: string, index: number): number {
  let halves = 0;
  for (let i = 0; i < index; i += 1) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) halves += 1;
  return index - halves;
}

function inWords(
  { elements, evidence }: Catalogue,
  [first, expected]: Row,
  [second, computed]: Row,
  at: number,
): string {
  const w = elements.compare;
  const place = characters(expected, at) + 1;
  if (at === expected.length) return w.ends(first, place);
  if (at === computed.length) return w.ends(second, place);
  const [a, b] = [expected, computed].map((text) => text.codePointAt(at) ?? 0);
  if (a === undefined || b === undefined || (isPlain(a) && isPlain(b))) return w.first(place);
  return evidence.compare.firstOf(place, unicode(a), unicode(b));
}

/** Whether everybody tells a character from all others by sight, as those of ASCII. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

function unicode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function copyOf([label, text]: Row, { evidence }: Catalogue): TemplateResult {
  return html`<pith-copy named .text=${text} label=${evidence.compare.copy(label)}></pith-copy>`;
}

function rows(entries: [label: string, value: TemplateResult][]): TemplateResult {
  return html`<dl class="compared">
    ${entries.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
