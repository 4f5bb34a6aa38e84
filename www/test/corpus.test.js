// The inputs that the fuzzer found worth keeping, in the wasm of the package and in that of the single file: each answers
// all of them, and as the native build does.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { pkg, root } from "./documents.js";

const FILES = {
  "of the package": join(pkg, "pith_verifier_bg.wasm"),
  "of the single file": join(root, "target/xtask/small.wasm"),
};

/** What the native build was asked, and the digest of what it said: written by `tests/fuzz_corpus.rs`. */
const file = process.env.PITH_ANSWERS ?? join(root, "target/tmp/corpus-answers.jsonl");

const bytes = (base64) => new Uint8Array(Buffer.from(base64, "base64"));

const CLASSES = ["signed", "derived", "bound", "signature", "checksummed", "uncovered"];

/** A report as text, after a look at its leaves: each is of one class, and the sums are right. */
function report({ verdict, verify }, input, options) {
  const found = verify(input, options);
  assert.equal(verdict(input, options), found.verdict.word);
  const { leaves, total } = found.coverage;
  assert.equal(leaves.length, total);
  assert.equal(new Set(leaves.map(({ pointer }) => pointer)).size, total, "a leaf stands twice");
  for (const name of CLASSES) {
    assert.equal(leaves.filter((leaf) => leaf.class === name).length, found.coverage[name], name);
  }
  assert.equal(
    CLASSES.reduce((sum, name) => sum + found.coverage[name], 0),
    total,
  );
  return JSON.stringify(found);
}

/** What comes of one question. A refusal is an answer; whatever else is thrown is not. */
function answer(wasm, asked) {
  const { addresses, canonicalize, compare, matchText, visible } = wasm;
  try {
    if ("verify" in asked) return report(wasm, bytes(asked.verify));
    if ("canonicalize" in asked) return canonicalize(bytes(asked.canonicalize));
    if ("compare" in asked) return JSON.stringify(compare(asked.compare.map(bytes)));
    if ("proof" in asked) return report(wasm, bytes(asked.document), { proofs: [bytes(asked.proof)] });
    if ("visible" in asked) return visible(asked.visible);
    if ("addresses" in asked) return JSON.stringify(addresses(asked.addresses));
    return JSON.stringify(matchText(bytes(asked.document), asked.field, asked.matchText));
  } catch (refusal) {
    if (refusal.name !== "RefusalError") throw refusal;
    const { reason: refused, offset, line, column } = refusal;
    return JSON.stringify({ refused, offset, line, column });
  }
}

for (const [name, wasm] of Object.entries(FILES)) {
  test(`each input of the fuzzer gets the answer of the native build from the wasm ${name}`, async (t) => {
    assert.ok(existsSync(file), `${file} is not there: run \`cargo test --all-features --test fuzz_corpus\``);
    const glue = await import(`${pathToFileURL(join(pkg, "pith_verifier.js")).href}?${encodeURI(name)}`);
    glue.initSync({ module: readFileSync(wasm) });
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const counts = {};
    for (const line of lines) {
      const { of, asked, sha256 } = JSON.parse(line);
      const found = createHash("sha256").update(answer(glue, asked)).digest("hex");
      assert.equal(
        found,
        sha256,
        `fuzz/corpus/${of}: ${Object.keys(asked)[0]} comes out otherwise in the wasm`,
      );
      const [target] = of.split("/");
      counts[target] = (counts[target] ?? 0) + 1;
    }
    t.diagnostic(JSON.stringify(counts));
    assert.equal(Object.keys(counts).length, 9);
    for (const [target, count] of Object.entries(counts)) assert.ok(count >= 20, `${target}: ${count}`);
  });
}
