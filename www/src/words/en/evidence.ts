// What a check was found from: two values side by side, the bytes that were hashed, the signature that was tried,
// and the buttons that copy them. Slots `{…}` are filled with more than text.
import { count, counted } from "./counted.ts";

export const evidence = {
  /** Text of a document. */
  text: {
    more: (step: number, rest: number) => `Show more: ${count(step)} of ${count(rest)} characters`,
  },
  /** Two values, one under the other. */
  compare: {
    /** `character` is counted from 1; `first` and `second` are characters by their numbers in Unicode. */
    firstOf: (character: number, first: string, second: string) =>
      `First difference at character ${count(character)}: first ${first}, then ${second}.`,
    around: "Show more around the difference",
    copy: (which: string) => `Copy “${which}”`,
  },
  /** Buttons that copy. */
  copy: {
    copied: "Copied",
    selected: "This browser does not let the page copy. The text is selected: press Ctrl C, or ⌘ C on a Mac.",
    refused: "This browser does not let the page copy, and the text is too long to select. Save it instead.",
    place: "Copy the place",
    sha256: "Copy the SHA-256",
    key: "Copy the key",
    command: "Copy the command",
    text: "Copy the text",
    hex: "Copy the hexadecimal digits",
    message: "Copy what was signed",
    signature: "Copy the signature",
    fingerprint: "Copy the fingerprint",
    number: "Copy the Pith Number",
  },
  /** The bytes that were hashed. `{place}` is a place in the document. */
  bytes: {
    hashed: "Hashed",
    canonical: (bytes: number) => `${counted(bytes, "byte")}: the canonical form of {place}.`,
    /** `{members}` are names of members. */
    without: (bytes: number) =>
      `${counted(bytes, "byte")}: the canonical form of {place}, without {members}.`,
    /** `{text}` has a … in it for each canonical form. */
    within: (bytes: number) =>
      `${counted(bytes, "byte")} made from {place}: the text {text}, with a canonical form in place of each “…”.`,
    sha256: "Their SHA-256",
    show: "The exact bytes that were hashed",
    asked: "Computing them once more…",
    failed: (problem: string) => `They could not be had: ${problem}`,
    nobody: "The document is no longer at hand.",
    form: "Show the bytes as",
    text: "Text",
    hex: "Hexadecimal",
    /** The part that is shown; `from` and `to` are counted from 0. */
    range: (from: number, to: number, all: number) =>
      `Bytes ${count(from)} to ${count(to)} of ${counted(all, "byte")}.`,
    whole: (all: number) => `All ${counted(all, "byte")}.`,
    next: "Show the next 4 KB",
    previous: "Show the 4 KB before",
    save: "Save these bytes",
    dump: "Offset, 16 bytes in hexadecimal, and the same bytes as ASCII",
  },
  /** The signature that was tried. */
  signed: {
    show: "The signature that was tried",
    about:
      "An Ed25519 signature over 32 bytes, which are a SHA-256 digest. Any program for Ed25519 gives the same answer to these three values.",
    message: "Signed, 32 bytes",
    signature: "Signature, 64 bytes",
    key: "Public key, 32 bytes",
  },
  /** The first screen. */
  input: {
    paste: "Paste",
    samples: "Or take a sample",
  },
  /** The contents of a result. */
  contents: {
    title: "On this page",
    /** On the button of small screens; `section` is where the reader is. */
    at: (section: string) => `On this page: ${section}`,
  },
};
