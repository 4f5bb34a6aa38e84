import { counting } from "../counting.ts";

// Chinese has no plural: a number and a measure word are enough.
export const { count } = counting("zh");
