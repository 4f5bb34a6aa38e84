// Where the values of a JSON text stand in it. Says nothing about whether the text is right: that is for the
// verifier. Of a text that is no JSON, the values are found up to where it stops being any.

/** One value and where it stands. */
export interface Place {
  /** Its place in the document (RFC 6901). */
  pointer: string;
  /** How many arrays and objects are around it. */
  depth: number;
  /** Where its member starts, which is at the key; in an array the value itself. */
  from: number;
  start: number;
  end: number;
}

/** An array or object whose end has not come. */
interface Open extends Omit<Place, "end"> {
  /** How many values have begun in an array; `null` in an object. */
  count: number | null;
  /** The key of the member that is being read, and where it starts. */
  key: { text: string; from: number } | null;
}

const SPACE = /[ \t\n\r]/;
/** What numbers, `true` and the like are made of. */
const WORD = /[^ \t\n\r"{}[\],:]/;

/** All values, each after those in it. */
export function* places(text: string): Generator<Place> {
  const open: Open[] = [];
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at);
    const inner = open.at(-1);
    if (SPACE.test(sign) || sign === ",") {
      at += 1;
    } else if (sign === ":") {
      // A colon where there is no key.
      if (inner?.key == null) return;
      at += 1;
    } else if (sign === "}" || sign === "]") {
      open.pop();
      if (inner === undefined || (inner.count === null) !== (sign === "}")) return;
      at += 1;
      yield { pointer: inner.pointer, depth: inner.depth, from: inner.from, start: inner.start, end: at };
    } else if (inner?.count === null && inner.key === null) {
      const end = sign === '"' ? stringEnd(text, at) : -1;
      if (end < 0) return;
      inner.key = { text: decoded(text.slice(at, end)), from: at };
      at = end;
    } else {
      const place = begun(inner, open.length, at);
      if (sign === "{" || sign === "[") {
        open.push({ ...place, count: sign === "[" ? 0 : null, key: null });
        at += 1;
      } else {
        const end = sign === '"' ? stringEnd(text, at) : wordEnd(text, at);
        if (end < 0) return;
        yield { ...place, end };
        at = end;
      }
    }
  }
}

/** The value at a place of the document. */
export function find(text: string, pointer: string): Place | null {
  for (const place of places(text)) if (place.pointer === pointer) return place;
  return null;
}

/** The innermost value, with its key, that holds a stretch of the text; one without length stands inside it. */
export function around(text: string, from: number, to: number): Place | null {
  for (const place of places(text)) {
    const inside = from < to ? place.from <= from : place.from < from && to < place.end;
    if (inside && to <= place.end) return place;
  }
  return null;
}

/** The text without the white space between its values. */
export function compact(text: string): string {
  let parts = "";
  for (const [start, end] of solid(text)) parts += text.slice(start, end);
  return parts;
}

/** Where the sign stands in a text that stands at `offset` in its compact form. */
export function expanded(text: string, offset: number): number {
  let before = 0;
  let last = 0;
  for (const [start, end] of solid(text)) {
    if (offset < before + end - start) return start + offset - before;
    before += end - start;
    last = end;
  }
  return last;
}

/** The text with each value on a line of its own. Nothing but the white space between values changes. */
export function laidOut(text: string): string {
  const given = compact(text);
  let laid = "";
  let depth = 0;
  const line = () => `\n${"  ".repeat(Math.max(0, Math.min(depth, 40)))}`;
  for (let at = 0; at < given.length;) {
    const sign = given.charAt(at);
    const next = given.charAt(at + 1);
    if (sign === '"') {
      const end = stringEnd(given, at);
      if (end < 0) return laid + given.slice(at);
      laid += given.slice(at, end);
      at = end;
      continue;
    }
    if ((sign === "{" && next === "}") || (sign === "[" && next === "]")) {
      laid += sign + next;
      at += 2;
      continue;
    }
    if (sign === "}" || sign === "]") {
      depth -= 1;
      laid += line();
    }
    laid += sign;
    if (sign === "{" || sign === "[") depth += 1;
    if (sign === "{" || sign === "[" || sign === ",") laid += line();
    if (sign === ":") laid += " ";
    at += 1;
  }
  return laid;
}

/** The value that begins at `at`. */
function begun(inner: Open | undefined, depth: number, at: number): Omit<Place, "end"> {
  if (inner === undefined) return { pointer: "", depth, from: at, start: at };
  if (inner.count !== null) {
    const pointer = `${inner.pointer}/${inner.count}`;
    inner.count += 1;
    return { pointer, depth, from: at, start: at };
  }
  const { text = "", from = at } = inner.key ?? {};
  inner.key = null;
  return { pointer: `${inner.pointer}/${escaped(text)}`, depth, from, start: at };
}

/** The stretches of a text that are no white space between values. What parts two words is none. */
function* solid(text: string): Generator<[start: number, end: number]> {
  for (let at = 0; at < text.length;) {
    const start = at;
    if (SPACE.test(text.charAt(at))) {
      while (SPACE.test(text.charAt(at))) at += 1;
      if (WORD.test(text.charAt(start - 1)) && WORD.test(text.charAt(at))) yield [start, start + 1];
      continue;
    }
    while (at < text.length && !SPACE.test(text.charAt(at))) {
      const end = text.charAt(at) === '"' ? stringEnd(text, at) : at + 1;
      at = end < 0 ? text.length : end;
    }
    yield [start, at];
  }
}

/** Where the string ends that starts at `start`; -1 when it does not. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign === "\\") at += 1;
  }
  return -1;
}

/** Where a number, `true` and the like end. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (WORD.test(text.charAt(at))) at += 1;
  return at;
}

/** What a key says, without its escapes. */
function decoded(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key.slice(1, -1);
  }
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
