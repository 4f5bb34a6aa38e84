// A text in hand against the document.

export const hand = {
  title: "Text in hand",
  about:
    "Is this document about the paper that you have? Copy the title, the abstract, or an identifier from your copy, as it is printed there. Line breaks, hyphens and quotation marks of the print are allowed for.",
  field: "This is",
  text: "Its text",
  ask: "Compare",
  empty: "There is nothing to compare yet: put the text in here.",
  failed: (problem: string) => `This was not compared: ${problem}`,
  /** `{field}` is what `{text}` was given as. */
  asked: "You gave {text} as {field}.",
  /** Stands before what was found. */
  label: (label: string) => `${label}.`,
  worth: "What that is worth",
  steps: "After these changes",
  expected: "The document has",
  computed: "Yours gives",
  pointer: "Compared with",
  class: "Which is",
  verdict: "Verdict on the document",
};
