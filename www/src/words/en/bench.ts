// The bench on which a reader tampers with a copy of the document.
import { count, counted } from "./counted.ts";

export const bench = {
  title: "Tamper bench",
  about:
    "Change a copy of this document and see what is noticed. The copy is checked as you type, by the same verifier. It stays on this bench: it is no part of the report, and it cannot be saved or shared from here.",
  open: "Put a copy on the bench",
  tooLarge: (most: number) =>
    `The bench is for documents of up to ${count(most)} bytes. This one is longer, so no copy of it is put here.`,
  notText: "The bench needs a text, and the bytes of this document are not one (they are not UTF-8).",
  /** The mark that the copy carries for as long as it is there. */
  mark: "Edited copy, not the document",
  tamperings: "Ready-made changes",
  tampering: {
    title: "Change one letter of the title",
    date: "Change a date",
    signature: "Swap two digits of a signature",
    event: "Remove an event",
    counter: "Raise a counter",
    uncovered: "Change a value that nothing covers",
    member: "Add an unsigned member",
    layout: "Put each value on its own line",
  },
  gone: "What this changes is no longer in the copy. Put the document back first.",
  text: "Text of the copy",
  hidden:
    "This text holds characters that cannot be seen, that change the order of others, or that look like others. In the field they stand as they are; everywhere else on this page they are written out.",
  back: "Put the document back",
  checking: "Checking…",
  /** `{word}` is the verdict's. */
  copyIs: "Edited copy: {word}",
  documentIs: (word: string) => `The document itself: ${word}.`,
  /** How the copy differs from the document. */
  same: "No difference: the copy is the document again, byte for byte.",
  layout: "Only white space between values differs. Digests are taken over a form without it.",
  changed: (removed: number, added: number, line: number, column: number) => {
    const place = `at line ${count(line)}, column ${count(column)}`;
    if (removed === 0) return `${counted(added, "character")} added ${place}.`;
    if (added === 0) return `${counted(removed, "character")} removed ${place}.`;
    return `${counted(removed, "character")} replaced by ${count(added)}, the first ${place}.`;
  },
  inDocument: "In the document",
  inCopy: "In the copy",
  nothing: "nothing",
  place: "Place",
  /** What protects the value that was changed. */
  is: "There it is",
  unnoticed:
    "No check notices this change. What no signature and no digest covers, anybody can change without a trace.",
  sameChecks: "Every check comes out as it does for the document itself.",
  failed: (checks: number) => `${counted(checks, "check fails", "checks fail")}`,
  more: (checks: number) => `and ${counted(checks, "more", "more")}`,
  error: (problem: string) => `The copy was not checked (${problem}). This says nothing about it.`,
  copyTooLarge: (most: number) =>
    `The copy has grown beyond ${count(most)} bytes and is not checked any more.`,
};
