import { counting } from "../counting.ts";

/** Japanese has one form for any number: the counter stands right after it. */
export const { count, list } = counting("ja");
