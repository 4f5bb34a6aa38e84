// Ready-made ways to tamper with a document. What each takes hold of comes from the document's own report.
import { find, laidOut } from "../elements/json-text.ts";
import type { Class, Report } from "../report.ts";

/** Ready-made ways to tamper, in the order in which they are offered. */
export type TamperingName =
  "title" | "date" | "signature" | "event" | "counter" | "uncovered" | "member" | "layout";

/** A stretch of a text and what is put in its place. */
export interface Edit {
  from: number;
  to: number;
  put: string;
}

/** One way to tamper with a document. */
export interface Tampering {
  name: TamperingName;
  /** What it takes hold of (RFC 6901); `null` where it takes hold of nothing there. */
  pointer: string | null;
  /** What protects that, where it is one value. */
  class: Class | null;
  /** The edit of the text as it is now, if what it takes hold of is still there. */
  edit(text: string): Edit | null;
}

/** The ways that a document allows. */
export function tamperings(report: Report): Tampering[] {
  const leaf = (pointer: string | undefined) =>
    report.coverage.leaves.find((each) => each.pointer === pointer);
  const value = (
    name: TamperingName,
    pointer: string | undefined,
    alter: (token: string) => string | null,
  ): Tampering[] => {
    const held = leaf(pointer);
    if (held === undefined) return [];
    const edit = (text: string) => {
      const place = find(text, held.pointer);
      const put = place === null ? null : alter(text.slice(place.start, place.end));
      return place === null || put === null ? null : { from: place.start, to: place.end, put };
    };
    return [{ name, pointer: held.pointer, class: held.class, edit }];
  };
  const events = report.replay?.steps.map((step) => step.event) ?? [];
  const event = events.sort(inDocument).at(-1);
  return [
    ...value("title", claim(report, "title"), otherLetter),
    ...value("date", date(report), otherYear),
    ...value("signature", signature(report), swapped),
    ...(event === undefined
      ? []
      : [{ name: "event" as const, pointer: event, class: null, edit: without(event) }]),
    ...value("counter", counter(report), raised),
    ...value("uncovered", uncovered(report), altered),
    ...(report.refusal === null
      ? [{ name: "member" as const, pointer: null, class: null, edit: withMember }]
      : []),
    { name: "layout", pointer: null, class: null, edit: layOut },
  ];
}

function claim(report: Report, name: Report["claims"][number]["name"]): string | undefined {
  return report.claims.find((each) => each.name === name)?.pointer;
}

function date(report: Report): string | undefined {
  const dated = report.coverage.leaves.find(({ value }) => /^"\d{4}-\d\d-\d\dT/.test(value));
  return (
    claim(report, "submitted_at") ?? claim(report, "built_at") ?? claim(report, "signed_at") ?? dated?.pointer
  );
}

/** The last signature that holds: in a bundle the one over all of it. */
function signature({ checks }: Report): string | undefined {
  const holds = checks.filter(({ name, outcome }) => name.endsWith(".signature") && outcome === "passed");
  return holds.at(-1)?.pointer;
}

function counter(report: Report): string | undefined {
  const whole = report.coverage.leaves.filter(({ value }) => /^-?\d+$/.test(value));
  const counting = whole.find(({ pointer }) => /count$/.test(pointer));
  return claim(report, "event_count") ?? (counting ?? whole[0])?.pointer;
}

/** A value that nothing covers, rather one with words in it. */
function uncovered({ coverage }: Report): string | undefined {
  const open = coverage.leaves.filter((leaf) => leaf.class === "uncovered");
  return (open.find(({ value }) => /^".*[a-z]{3}/.test(value)) ?? open[0])?.pointer;
}

/** The text of a string with another letter in it. */
function otherLetter(token: string): string | null {
  for (let at = 1; at < token.length - 1; at += 1) {
    const sign = token.charAt(at);
    if (sign === "\\") at += token.charAt(at + 1) === "u" ? 5 : 1;
    else if (/[a-z]/i.test(sign)) return replaced(token, at, NEXT[sign] ?? next(sign));
  }
  return token.startsWith('"') ? `"x${token.slice(1)}` : null;
}

/** At the end of the alphabet it begins again. */
const NEXT: Record<string, string> = { z: "a", Z: "A" };

function next(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 1);
}

function otherYear(token: string): string | null {
  const year = /\d{4}/.exec(token);
  if (year === null) return otherLetter(token);
  const at = year.index + 3;
  return replaced(token, at, String((Number(token.charAt(at)) + 1) % 10));
}

/** Two different neighbours in the middle of the token change places. */
function swapped(token: string): string | null {
  for (let at = Math.floor(token.length / 2); at < token.length - 2; at += 1) {
    const [first, second] = [token.charAt(at), token.charAt(at + 1)];
    if (first !== second && /^[a-z0-9]{2}$/i.test(first + second)) {
      return token.slice(0, at) + second + first + token.slice(at + 2);
    }
  }
  return null;
}

function raised(token: string): string | null {
  return /^-?\d+$/.test(token) ? String(BigInt(token) + 1n) : null;
}

/** Any other value of the same kind. */
function altered(token: string): string | null {
  if (token.startsWith('"')) return otherLetter(token);
  return raised(token) ?? (token === "true" ? "false" : "true");
}

/** Takes an element of an array away, with the comma beside it. */
function without(pointer: string): (text: string) => Edit | null {
  return (text) => {
    const place = find(text, pointer);
    if (place === null) return null;
    const after = /^\s*,/.exec(text.slice(place.end))?.[0].length;
    const before = /,\s*$/.exec(text.slice(0, place.from))?.[0].length ?? 0;
    return after === undefined
      ? { from: place.from - before, to: place.end, put: "" }
      : { from: place.from, to: place.end + after, put: "" };
  };
}

/** Puts a member into the document, or in a list into its first object. */
function withMember(text: string): Edit | null {
  const object = ["", "/0"].map((pointer) => find(text, pointer)).find((at) => text[at?.start ?? -1] === "{");
  if (object == null) return null;
  let name = "added_by_hand";
  while (text.includes(`"${name}"`)) name += "_again";
  const empty = /^\{\s*\}/.test(text.slice(object.start, object.end));
  const at = object.start + 1;
  return { from: at, to: at, put: `"${name}":"nobody has signed this"${empty ? "" : ","}` };
}

function layOut(text: string): Edit | null {
  const put = laidOut(text);
  return put === text ? null : { from: 0, to: text.length, put };
}

function replaced(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at + 1);
}

/** Orders places of one list as they stand in the document. */
function inDocument(a: string, b: string): number {
  return Number(a.split("/").at(-1)) - Number(b.split("/").at(-1));
}
