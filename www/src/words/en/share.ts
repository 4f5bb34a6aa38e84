// A document in a link, and the result on paper.
import { count } from "./counted.ts";

export const share = {
  make: "Make a link to this document",
  /** `most` characters are the longest link. */
  about: (most: number) =>
    `the whole document in the address itself, for whoever you give it to; up to ${count(most)} characters`,
  link: "The link",
  copy: "Copy the link",
  whoever: "Whoever has this link has the document.",
  /** Who else can read it. */
  made: (characters: number) =>
    `It has ${count(characters)} characters. The document stands after the #, which browsers do not send to any server; programs that you send the link with do see it.`,
  /** `{name}` of the file. */
  withName: "The name of the file goes with it: {name}",
  verdictNot:
    "The verdict is not in it: whoever opens it has the document checked anew, with their own keys.",
  tooLarge: (characters: number, most: number) =>
    `Too large for a link: it would have ${count(characters)} characters, and the most is ${count(most)}, which all common programs pass on. Send the file instead.`,
  farTooLarge: (bytes: number, most: number) =>
    `Too large for a link: the document has ${count(bytes)} bytes, and the most is ${count(most)}. Send the file instead.`,
  noUtf8:
    "This text has half a character in it (an unpaired surrogate), so it is no bytes that a link could carry.",
  failed: (problem: string) => `The link could not be made (${problem}).`,
  /** Above a result. */
  fromLink: "This document came in the link itself: it was asked of nobody, and checked here.",
  /** `{name}` is what the link calls the document. */
  called: "The link calls it {name}",
  /** Why the link that was opened gives no document. */
  fault: {
    version: "The link is of a form that this page does not know. A newer version of this page may know it.",
    encoding: "The link is damaged: it has characters that do not belong there. Copy all of it again.",
    damaged:
      "The link is damaged: it was cut off, or something in it was changed or added. Copy all of it again.",
    tooLong: (characters: number, most: number) =>
      `The link is longer than any that this page makes: ${count(characters)} characters after the #, at most ${count(most)} are read.`,
    tooLarge: (most: number) =>
      `What is in the link becomes more than ${count(most)} bytes. It was not read.`,
  },
  print: "Print",
  printAbout: "this page with everything unfolded that a referee’s file needs",
};
