import { messageOf } from "../errors.ts";
/**
 * Parts what a reader wrote into single keys: JSON up to its closing bracket, anything else up
 * to the end of its line. Whether a part is a key is for the verifier to say.
 */
export function keysIn(text: string): string[] {
  const keys: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const end = /^[{[]/.test(rest) ? jsonEnd(rest) : rest.search(/[\r\n]|$/);
    keys.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return keys;
}

/** Where the object or array ends that the text starts with, or the text if it does not end. */
function jsonEnd(text: string): number {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token[0] === "{" || token[0] === "[") depth += 1;
    if (token[0] === "}" || token[0] === "]") depth -= 1;
    if (depth === 0) return token.index + 1;
  }
  return text.length;
}

/** What the verifier has against a key or against the time, and which of the two it is about. */
export interface Fault {
  field: "keys" | "at";
  message: string;
}

/** An error of the verifier about a choice of keys, with the key named by `keyAt` as a reader counts them. */
export function faultOf(error: unknown, keyAt: (number: number) => string): Fault {
  const text = messageOf(error);
  const message = text
    .replace(/^trustKeys\[(\d+)\]/, (_, index: string) => keyAt(Number(index) + 1))
    .replace(/^at: /, "");
  return { field: text.startsWith("at: ") ? "at" : "keys", message };
}
