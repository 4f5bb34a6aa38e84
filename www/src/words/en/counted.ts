import { counting } from "../counting.ts";

const english = counting("en");

/** A whole number as English writes it. */
export const { count } = english;

/** "1 value", "2 values". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return english.counted(number, one, many);
}
