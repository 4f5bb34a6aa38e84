import { checker, opinion } from "./checker.ts";
import { desk } from "./desk.ts";
import { page } from "./page.ts";

/** English, from which the shape of every other language is taken. */
export const en = { tag: "en", checker, desk, opinion, page };
