// The documents of the examples: real ones, and what becomes of them when they are changed.
import { SAMPLES } from "../page/samples.ts";

/** An object of JSON, to be changed. */
export type Tree = { [name: string]: Tree } & { [index: number]: Tree };

/** The text of a sample. */
export function sample(name: string): string {
  const found = SAMPLES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no sample ${name}`);
  return found.text;
}

/** A bundle with two events. */
export const BUNDLE = sample("bundle-1212.1787");

/** A state by itself. */
export const STATE = sample("state-1212.1787");

/** A record by itself. */
export const RECORD = sample("record-2101.05782");

/** A sample with another text in one place. */
export function withText(document: string, path: (string | number)[], text: string): string {
  const tree = JSON.parse(document) as Tree;
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<Tree>((at, name) => at[name] as Tree, tree);
  (parent as unknown as Record<string, string>)[last] = text;
  return JSON.stringify(tree);
}

/** The text in one place of a sample. */
export function textAt(document: string, path: (string | number)[]): string {
  return path.reduce<unknown>((at, name) => (at as Tree)[name], JSON.parse(document)) as string;
}

/** Where the title stands in the bundle. */
export const TITLE = ["events", 1, "payload", "graph_snapshot", "paper", "title"];

/** Another character of the same kind. */
export function another(character: string): string {
  return character === "x" ? "y" : "x";
}
