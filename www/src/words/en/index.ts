import { coverage } from "./coverage.ts";
import { page } from "./page.ts";

/** English, from which the shape of every other language is taken. */
export const en = { tag: "en", coverage, page };
