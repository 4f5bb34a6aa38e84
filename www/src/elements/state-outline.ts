// A state as an outline: what a step changed is unfolded, and everything else takes one line.
import { html, nothing, type TemplateResult } from "lit";
import type { StateChange } from "../report.ts";
import type { Catalogue } from "../words/index.ts";
import { places } from "./json-text.ts";
import { quoted } from "./pith-text.ts";

/** A longer state is not laid out, in characters. */
export const LAID_OUT = 200_000;

/** How many values of what a step changed are drawn, and how far they are unfolded. */
const DRAWN = 120;
const DEEP = 3;

/** The words that an outline is drawn with. */
type Words = Catalogue["replay"]["state"];

/** A value of the state. */
interface Value {
  pointer: string;
  /** The last part of its place: the name of a member, or the number of an entry. */
  name: string;
  text: string;
  /** What is in it; nothing for a value that holds no others. */
  inner: Value[] | null;
  isList: boolean;
}

/**
 * Draws a state.
 *
 * @param state - its JSON text
 * @param before - that of the state before the step, if there was one
 * @param changes - what the step put into it
 */
export function outline(
  state: string,
  before: string | null,
  changes: StateChange[],
  words: Words,
): TemplateResult | typeof nothing {
  const root = tree(state);
  if (root === null) return nothing;
  const old = new Map(
    (before === null ? [] : (tree(before)?.inner ?? [])).map((each) => [each.name, each.text]),
  );
  const added = new Set(changes.map(({ pointer }) => pointer));
  /** The places that something was put into. */
  const onWay = new Set(changes.flatMap(({ pointer }) => ancestors(pointer)));
  let left = DRAWN;

  const line = (value: Value, mark: TemplateResult | typeof nothing): TemplateResult => {
    const { inner, isList, text } = value;
    const count = inner?.length ?? 0;
    return html`${mark}${
      inner === null
        ? quoted(text)
        : html`<span class="fold">${isList ? words.entries(count) : words.members(count)}</span>`
    }`;
  };
  /** A value with what is in it, as far as it is drawn. */
  const whole = (value: Value, deep: number, mark: TemplateResult | typeof nothing): TemplateResult => {
    if (value.inner === null || value.inner.length === 0 || deep === 0) return line(value, mark);
    const shown: TemplateResult[] = [];
    for (const each of value.inner) {
      if (left <= 0) break;
      left -= 1;
      shown.push(item(each, value.isList, whole(each, deep - 1, nothing)));
    }
    const rest = value.inner.length - shown.length;
    return html`${line(value, mark)}
      <ul>
        ${shown} ${rest > 0 ? html`<li class="fold">${words.more(rest)}</li>` : nothing}
      </ul>`;
  };
  /** A value on the way to something that the step put in, or beside it. */
  const part = (value: Value): TemplateResult => {
    if (added.has(value.pointer)) {
      return whole(value, DEEP, html`<ins data-added=${value.pointer}>${words.added}</ins> `);
    }
    if (value.pointer !== "/current" && !onWay.has(value.pointer)) {
      const was = isTop(value.pointer) ? old.get(value.name) : undefined;
      const changed = was !== undefined && value.inner === null && was !== value.text;
      return line(value, changed ? html`<ins data-changed>${words.changed}</ins> ` : nothing);
    }
    return html`${line(value, nothing)} ${entries(value)}`;
  };
  const entries = (value: Value): TemplateResult => {
    const inner = value.inner ?? [];
    const drawn = value.isList
      ? inner.filter(({ pointer }) => added.has(pointer) || onWay.has(pointer))
      : inner;
    const kept = inner.length - drawn.length;
    return html`<ul>
      ${kept > 0 ? html`<li class="fold">${words.unchanged(kept)}</li>` : nothing}
      ${drawn.map((each) => item(each, value.isList, part(each)))}
    </ul>`;
  };
  return html`<div class="outline" role="region" tabindex="0" aria-label=${words.title}>
    ${entries(root)}
  </div>`;
}

function item(value: Value, inList: boolean, drawn: TemplateResult): TemplateResult {
  return html`<li>${inList ? nothing : html`<span class="name">${quoted(value.name)}</span> `}${drawn}</li>`;
}

/** The value that a JSON text is. */
function tree(text: string): Value | null {
  /** Of each depth the values whose array or object has not ended. */
  const open: Value[][] = [];
  for (const { pointer, depth, start, end } of places(text)) {
    const first = text.charAt(start);
    const holds = first === "{" || first === "[";
    const value: Value = {
      pointer,
      name: pointer
        .slice(pointer.lastIndexOf("/") + 1)
        .replaceAll("~1", "/")
        .replaceAll("~0", "~"),
      text: holds ? "" : text.slice(start, end),
      inner: holds ? (open[depth + 1] ?? []) : null,
      isList: first === "[",
    };
    open[depth + 1] = [];
    (open[depth] ??= []).push(value);
  }
  return open[0]?.[0] ?? null;
}

/** `/a/b` is in `/a` and in the whole. */
function ancestors(pointer: string): string[] {
  const names = pointer.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function isTop(pointer: string): boolean {
  return pointer.lastIndexOf("/") === 0;
}
