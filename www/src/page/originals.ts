// The real documents that the verifier tests itself with.
import type { Originals } from "../engine/selftest.ts";
import { SAMPLES } from "./samples.ts";

export const ORIGINALS: Originals = {
  bundle: text("bundle-1212.1787"),
  record: text("record-2101.05782"),
  state: text("state-1212.1787"),
  manifest: text("pith-mirrors"),
};

function text(name: string): string {
  const sample = SAMPLES.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`there is no sample ${name}`);
  return sample.text;
}
