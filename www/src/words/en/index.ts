import { graph } from "./graph.ts";
import { page } from "./page.ts";

/** English, from which the shape of every other language is taken. */
export const en = { tag: "en", page, graph };
