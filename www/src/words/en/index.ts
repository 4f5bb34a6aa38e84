import { bench } from "./bench.ts";
import { comparison } from "./comparison.ts";
import { hand } from "./hand.ts";
import { page } from "./page.ts";
import { replay } from "./replay.ts";
import { trust } from "./trust.ts";

/** English, from which the shape of every other language is taken. */
export const en = { tag: "en", page, bench, comparison, hand, replay, trust };
