import { checker, opinion } from "./checker.ts";
import { count } from "./counted.ts";
import { elements } from "./elements.ts";
import { number } from "./number.ts";
import { page } from "./page.ts";
import { report } from "./report.ts";
import { share } from "./share.ts";

/** English, from which the shape of every other language is taken. */
export const en = {
  tag: "en",
  direction: "ltr" as "ltr" | "rtl",
  /** A whole number as the language writes it. */
  count,
  checker,
  opinion,
  page,
  number,
  share,
  elements,
  report,
  /** None of its own: the verifier's sentences are English. */
  sentences: null,
};
