import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { boundary } from "../boundary.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";
import { count } from "./words.ts";

/** How much is drawn of two equal texts before their first difference, and of each after it. */
const BEFORE = 48;
const AFTER = 240;

/** What one of the texts is called, and the text. */
type Row = [label: string, text: string];

/** Digits to a group. Groups wrap alike in both rows, so equal digits stand under each other. */
const GROUP = 8;

/**
 * Two texts, one under the other. Where they are two spellings of one thing, their first difference is
 * boxed in both, and if they are long, what is equal before it is folded away.
 *
 * @property expected - what the document states, or the rule requires
 * @property computed - what was computed or found
 * @property alike - whether the two would be equal if all were well
 * @property labels - what the two are called, apart by a comma
 */
@customElement("pith-compare")
export class PithCompare extends LightElement {
  @property() expected: string | null = null;
  @property() computed: string | null = null;
  @property({ type: Boolean }) alike = false;
  @property() labels = "Expected,Computed";
  @state() private whole = false;

  protected override render(): TemplateResult | typeof nothing {
    const { expected, computed } = this;
    if (expected === null && computed === null) return nothing;
    const [first = "", second = ""] = this.labels.split(",");
    if (expected === null) return rows([second, quoted(computed ?? "")]);
    if (computed === null) return rows([first, quoted(expected)]);
    if (expected === computed || !this.alike) {
      const draw = (text: string) => (isDigest(text) ? digest(text) : quoted(text));
      return rows([first, draw(expected)], [second, draw(computed)]);
    }
    return this.difference([first, visible(expected)], [second, visible(computed)]);
  }

  private difference([first, expected]: Row, [second, computed]: Row): TemplateResult {
    const at = firstDifference(expected, computed);
    const both = isDigest(expected) && isDigest(computed);
    const draw = (text: string) => (both ? digest(text, at) : this.marked(text, at));
    const folds = !both && (at > 2 * BEFORE || Math.max(expected.length, computed.length) > at + AFTER);
    return html`${rows([first, draw(expected)], [second, draw(computed)])}
      <p class="difference">
        ${words([first, expected], [second, computed], at)}
        ${
          folds
            ? html`<button type="button" class="quiet" @click=${this.toggle}>
                ${this.whole ? "Show only the difference" : "Show all of both"}
              </button>`
            : nothing
        }
      </p>`;
  }

  private marked(text: string, at: number): TemplateResult {
    const from = this.whole || at <= 2 * BEFORE ? 0 : boundary(text, at - BEFORE);
    const end = next(text, at);
    const to = this.whole ? text.length : boundary(text, Math.min(text.length, end + AFTER));
    return html`<span class="quoted" ?data-whole=${this.whole} tabindex=${this.whole ? 0 : nothing}
      >${from > 0 ? html`<i class="fold">${count(from)} equal characters</i>` : nothing}<bdi dir="ltr"
        >${text.slice(from, at)}${box(text.slice(at, end))}${text.slice(end, to)}</bdi
      >${to < text.length ? html`<i class="fold">${count(text.length - to)} more</i>` : nothing}</span
    >`;
  }

  private toggle(): void {
    this.whole = !this.whole;
  }
}

/** Where two different texts first differ. */
export function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  // The second halves may be what differs; a character is shown whole.
  return Math.min(boundary(a, at), boundary(b, at));
}

function next(text: string, at: number): number {
  return Math.min(text.length, at + String.fromCodePoint(text.codePointAt(at) ?? 0).length);
}

function words([first, expected]: Row, [second, computed]: Row, at: number): string {
  if (expected === computed) return "They differ only in characters that look alike here.";
  const place = count([...expected.slice(0, at)].length + 1);
  if (at === expected.length) return `${first} ends before character ${place}.`;
  if (at === computed.length) return `${second} ends before character ${place}.`;
  return `First difference: character ${place}.`;
}

function box(character: string): TemplateResult {
  return html`<mark class="first" ?data-end=${character === ""}>${character}</mark>`;
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{32,128}$/.test(text);
}

/** Hexadecimal digits in groups. The groups are only spans, so that what is copied has no spaces. */
function digest(text: string, at?: number): TemplateResult {
  const groups: TemplateResult[] = [];
  for (let from = 0; from < text.length; from += GROUP) {
    const group = text.slice(from, from + GROUP);
    const inside = at !== undefined && at >= from && at < from + GROUP ? at - from : null;
    groups.push(
      inside === null
        ? html`<span>${group}</span>`
        : html`<span
            >${group.slice(0, inside)}${box(group.slice(inside, inside + 1))}${group.slice(inside + 1)}</span
          >`,
    );
  }
  return html`<span class="quoted digest"><bdi dir="ltr">${groups}</bdi></span>`;
}

function rows(...entries: [string, TemplateResult][]): TemplateResult {
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
