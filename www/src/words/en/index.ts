import { bench } from "./bench.ts";
import { checker, opinion } from "./checker.ts";
import { comparison } from "./comparison.ts";
import { count } from "./counted.ts";
import { coverage } from "./coverage.ts";
import { desk } from "./desk.ts";
import { elements } from "./elements.ts";
import { number } from "./number.ts";
import { evidence } from "./evidence.ts";
import { graph } from "./graph.ts";
import { hand } from "./hand.ts";
import { help } from "./help.ts";
import { page } from "./page.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { share } from "./share.ts";
import { trust } from "./trust.ts";

/** English, from which the shape of every other language is taken. */
export const en = {
  tag: "en",
  direction: "ltr" as "ltr" | "rtl",
  /** A whole number as the language writes it. */
  count,
  checker,
  desk,
  opinion,
  page,
  number,
  share,
  elements,
  evidence,
  help,
  bench,
  comparison,
  coverage,
  graph,
  hand,
  replay,
  trust,
  report,
  /** None of its own: the verifier's sentences are English. */
  sentences: null,
};
