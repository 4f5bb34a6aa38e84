// What of a text was changed.
import { compact, expanded } from "../elements/json-text.ts";
import { firstDifference } from "../elements/pith-compare.ts";
import { boundary } from "../boundary.ts";

/** From the first place at which two texts differ to the last. */
export interface Difference {
  /** Where it starts in the changed text. */
  at: number;
  /** Line and column of that, from 1, the column in characters. */
  line: number;
  column: number;
  /** Where it starts in the first text. */
  before: number;
  removed: string;
  added: string;
}

/** How two texts differ: not at all, only in the white space between values, or from here to there. */
export type Change = { as: "none" } | { as: "layout" } | ({ as: "text" } & Difference);

/** So many characters at most, removed and added. */
const SMALL = 200;

/** Compares the text of a document with a changed one. */
export function change(original: string, copy: string): Change {
  if (original === copy) return { as: "none" };
  const plain = difference(original, copy);
  // What is small needs no closer look, unless it is white space alone.
  if (size(plain) < SMALL && /\S/.test(plain.removed + plain.added)) return { as: "text", ...plain };
  const [solid, solidCopy] = [compact(original), compact(copy)];
  if (solid === solidCopy) return { as: "layout" };
  // Where white space was changed as well, what else was changed is the smaller part.
  const rest = difference(solid, solidCopy);
  if (size(plain) <= size(rest)) return { as: "text", ...plain };
  const [before, at] = [expanded(original, rest.before), expanded(copy, rest.at)];
  return { as: "text", ...rest, before, at, ...lineOf(copy, at) };
}

/** The stretch from the first difference of two texts to the last. */
export function difference(original: string, copy: string): Difference {
  const at = firstDifference(original, copy);
  const most = Math.min(original.length, copy.length) - at;
  let same = 0;
  while (same < most && original.at(-1 - same) === copy.at(-1 - same)) same += 1;
  // A character is taken whole.
  const end = boundaryAfter(original, original.length - same);
  const removed = original.slice(at, end);
  const added = copy.slice(at, copy.length - (original.length - end));
  return { at, before: at, ...lineOf(copy, at), removed, added };
}

/** The nearest index at or after `index` that does not cut a character in two. */
function boundaryAfter(text: string, index: number): number {
  return index < text.length && boundary(text, index) < index ? index + 1 : index;
}

function size({ removed, added }: Difference): number {
  return removed.length + added.length;
}

function lineOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: characters(before.slice(start)) + 1 };
}

/** How many characters a text has. */
export function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (boundary(text, at) === at) count += 1;
  return count;
}
