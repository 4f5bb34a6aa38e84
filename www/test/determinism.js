// One report per document, wherever it is made: the documents, and the kept list of the digests of their reports.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { damaged, root, samples } from "./documents.js";

const LIST = join(root, "www/test/reports.sha256");

/** Folders below `tests` whose JSON files are in the list, as far as they are there. */
const FOLDERS = ["vectors/faults", "vectors/conformance"];

/** Options that every report is made with, and those of the command line that say the same. */
export const OPTIONS = { replay: true };
export const ARGUMENTS = ["verify", "--format", "ndjson", "--replay"];

/** All documents of the list, each with a name that is in its report. Every place gets the same. */
export const documents = [
  ...samples.map(({ file, bytes }) => ({ name: `samples/${file}`, bytes })),
  ...FOLDERS.flatMap((folder) => {
    const path = join(root, "tests", folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true })
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(join(path, name)) }));
  }),
  // A part of them: all would take minutes.
  ...damaged()
    .filter((_, i) => i % 3 === 0)
    .map(({ of, bytes }, i) => ({ name: `damaged/${i}-${of}`, bytes })),
].map(({ name, bytes }) => ({ name: name.replaceAll(/[^\w.-]/g, "_"), bytes }));

/** Those that are tried a hundred times: the samples, and some of each kind. */
export const some = documents.filter(({ name }, i) => name.startsWith("samples_") || i % 16 === 0);

export const digest = (text) => createHash("sha256").update(text).digest("hex");

/** Writes the kept list: a digest and a name on each line, as `sha256sum` writes them. */
export function write(digests) {
  writeFileSync(LIST, digests.map((each, i) => `${each}  ${documents[i].name}\n`).join(""));
}

let kept = null;

/** Holds digests of the reports on all documents, or on some of them, against the kept list. */
export function hold(digests, where, about = documents) {
  kept ??= new Map(
    readFileSync(LIST, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  assert.equal(digests.length, about.length, `${where}: not one for each document`);
  const others = about.filter(({ name }, i) => kept.get(name) !== digests[i]).map(({ name }) => name);
  // What is in the list and no document any more is held by the number.
  if (about === documents && kept.size > documents.length) others.push("documents that are not here");
  if (others.length === 0) return;
  assert.fail(
    `${where}: ${others.length} reports are others than in www/test/reports.sha256, or not in it:\n` +
      `${others.slice(0, 5).join("\n")}\n` +
      "Where the verifier or the documents were changed on purpose, this writes the list anew, in www:\n" +
      "PITH_WRITE=1 node --test test/determinism.test.js",
  );
}
