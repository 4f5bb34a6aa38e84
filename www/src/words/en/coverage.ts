// What protects each value of the document. A list of values is drawn as a tree.
import type { Class } from "../../report.ts";
import { count, counted } from "./counted.ts";

/** How many values of a class are in a part of the document. */
const inside: Record<Class, (values: number) => string> = {
  signed: (values) => `${count(values)} signed`,
  derived: (values) => `${count(values)} derived`,
  bound: (values) => `${count(values)} bound`,
  signature: (values) => `${count(values)} of a proof`,
  checksummed: (values) => `${count(values)} checksummed`,
  uncovered: (values) => `${count(values)} not covered`,
};

export const coverage = {
  title: "What is covered",
  /** The sum. */
  signed: (signed: number, values: number) => {
    if (values === 1) return signed === 1 ? "The one value is signed" : "The one value is not signed";
    return `${signed === 0 ? "None" : count(signed)} of ${count(values)} values ${signed === 1 ? "is" : "are"} signed`;
  },
  count,
  filter: "Which values to list",
  all: { label: "All values", means: "in the order of the document" },
  search: "Find a place or a value",
  unfold: "Expand all",
  fold: "Collapse all",
  tree: "Values of the document",
  /** How many of all values are listed. */
  listed: (listed: number, values: number) => {
    if (listed === values) return `${counted(values, "value")} listed`;
    return `${count(listed)} of ${counted(values, "value")} listed`;
  },
  none: "No value of the document fits.",
  /** The list is too long for paper. */
  unprinted: (values: number) =>
    `The list of ${counted(values, "value")} is too long to be printed here. The saved report has all of it.`,
  gone: "The verifier no longer has the list of values. Check the document once more to see it.",
  /** Stands for the name of a value that is the whole document, and for a name without a character. */
  whole: "the whole document",
  unnamed: "empty name",
  inside,
  /** `{class}` is the class of a value, `{keys}` are the names of keys. */
  by: "{class} by {keys}",
  /** The same, when there are more keys than are named. */
  byMore: (more: number) => `{class} by {keys} and ${count(more)} more`,
  detail: {
    title: "This value",
    titleInside: "This part of the document",
    choose: "Choose a line to see what protects it.",
    place: "Place",
    value: "Value",
    class: "Protection",
    keys: (keys: number) => (keys === 1 ? "Signed by" : `Signed by ${count(keys)} keys`),
    checks: (checks: number) => (checks === 0 ? "Checks" : counted(checks, "check")),
    /** No passed check reaches the value. */
    noChecks: "None reaches it",
    moreChecks: (shown: number, rest: number) => `Show more: ${count(shown)} of ${count(rest)}`,
    inside: "In it",
    /** Which part of a long text is shown. */
    part: (from: number, to: number, length: number) =>
      `Characters ${count(from)} to ${count(to)} of ${count(length)}`,
    earlier: "Earlier part",
    later: "Later part",
  },
};
