import { checker, opinion } from "./checker.ts";
import { count } from "./counted.ts";
import { desk } from "./desk.ts";
import { elements } from "./elements.ts";
import { evidence } from "./evidence.ts";
import { how } from "./how.ts";
import type { More } from "./index.ts";
import { number } from "./number.ts";
import { page } from "./page.ts";
import { report } from "./report.ts";
import { share } from "./share.ts";
import { trust } from "./trust.ts";

const first = {
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
  help: how,
  trust,
  report,
  /** None of its own: the verifier's sentences are English. */
  sentences: null,
};

/** English, from which the shape of every other language is taken. `index.ts` adds what a verdict can do without. */
export const en = first as typeof first & More;
