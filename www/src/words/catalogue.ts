import type { en } from "./en/index.ts";
import type { Sentences } from "./templates.ts";

/** What English has, with any words: texts, functions from facts to texts, and groups of these. */
export type Like<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => infer Result
    ? (...facts: Facts) => Like<Result>
    : { readonly [Key in keyof T]: Like<T[Key]> };

/**
 * All words of the page in one language. English stands in `en/`, a file for each part of the page; every
 * other language has the same members, or it does not compile.
 */
export type Catalogue = Omit<Like<typeof en>, "direction" | "sentences"> & {
  readonly direction: "ltr" | "rtl";
  /** Its sentences for outcomes; none in English, where the verifier's own are shown. */
  readonly sentences: Sentences | null;
};
