// The documents and vectors that the tests feed to what was built.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const pkg = join(root, "dist/pkg");
export const site = join(root, "dist/site");
export const element = join(root, "dist/element");

/** The registry's public key, as it stands in the wasm. */
const KEY = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3";

/** One file of the assets of a build. */
export function asset(folder, prefix, ending) {
  const found = readdirSync(join(folder, "assets")).filter(
    (name) => name.startsWith(prefix) && name.endsWith(ending),
  );
  assert.equal(found.length, 1, `${prefix}*${ending}: ${found.join(", ")}`);
  return { address: `assets/${found[0]}`, bytes: readFileSync(join(folder, "assets", found[0])) };
}

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** A wasm that has another key in the place of the registry's: the base point of the curve. */
export function misled(folder) {
  const { bytes } = asset(folder, "pith_verifier_bg", ".wasm");
  const at = bytes.indexOf(KEY);
  assert.ok(at > 0, "the key does not stand in the wasm");
  const other = Buffer.from(bytes);
  Buffer.from(`58${"66".repeat(31)}`).copy(other, at);
  return { wasm: other, texts: withWasm(folder, other) };
}

/** What stands at which addresses of a build that has another wasm, and takes it for its own. */
export function withWasm(folder, other) {
  const { address, bytes } = asset(folder, "pith_verifier_bg", ".wasm");
  // Else the browser would not take it.
  const scripts = readdirSync(join(folder, "assets"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => [`assets/${name}`, readFileSync(join(folder, "assets", name), "utf8")])
    .filter(([, script]) => script.includes(integrity(bytes)))
    .map(([name, script]) => [name, script.replaceAll(integrity(bytes), integrity(other))]);
  assert.equal(scripts.length, 1, "one script holds the wasm against its digest");
  return { [address]: other, ...Object.fromEntries(scripts) };
}

/** The eight real documents and the verdict that each must get. */
export const samples = Object.entries({
  "bundle-1212.1787": "verified",
  "bundle-1411.1958": "verified",
  "bundle-1501.03619": "verified",
  "bundle-1606.05963": "verified",
  "record-2101.05782": "verified",
  "graph-1706.00337": "unsigned",
  "pith-mirrors": "unsigned",
  "state-1212.1787": "unsigned",
}).map(([name, verdict]) => {
  const path = join(root, "tests/samples", `${name}.json`);
  return { name, file: `${name}.json`, path, verdict, bytes: readFileSync(path) };
});

/** The documents of the conformance corpus but for those that nothing is wrong with, which the Rust tests hold to its manifest. */
export const faults = readdirSync(join(root, "tests/vectors/conformance/documents"), { recursive: true })
  .filter((name) => name.endsWith(".json") && !/^(built|published|spelling)\b/.test(name))
  .sort()
  .map((name) => ({
    of: name,
    what: "fault",
    bytes: readFileSync(join(root, "tests/vectors/conformance/documents", name)),
  }));

export function sample(name) {
  const found = samples.find((each) => each.name === name);
  if (!found) throw new Error(`there is no sample ${name}`);
  return found;
}

/** A copy of a sample with one change made to its tree. */
export function changed(name, change) {
  const tree = JSON.parse(sample(name).bytes.toString("utf8"));
  change(tree);
  return JSON.stringify(tree);
}

/** The sample whose title has another letter, under the old signatures. */
export function retitled() {
  return changed("bundle-1212.1787", (bundle) => {
    const paper = bundle.events[1].payload.graph_snapshot.paper;
    paper.title = paper.title.replace(/[a-z]/, (letter) => (letter === "x" ? "y" : "x"));
  });
}

/**
 * Reads a file of test vectors: from the project when it holds them, else from the folder that
 * PITH_VECTORS names. Without either there is nothing.
 */
export function vectors(path) {
  const outside = process.env.PITH_VECTORS ?? join(root, "../shared/vectors");
  const found = [join(root, "tests/vectors"), outside].map((folder) => join(folder, path)).find(existsSync);
  if (!found) {
    console.error(`!!!!! The test vectors ${path} are NOT here; the tests that read them are SKIPPED.`);
    return undefined;
  }
  return readFileSync(found);
}

/** The same, of a file of JSON. */
export function vectorsOf(path) {
  const found = vectors(path);
  return found && JSON.parse(found.toString("utf8"));
}

/** The bytes of `[[text, count], ...]`. */
export function joined(parts) {
  return Buffer.from(parts.map(([text, count]) => text.repeat(count)).join(""), "utf8");
}

/** Damaged copies of the samples: the same ones every time. */
export function damaged() {
  const made = [];
  const random = generator(20_261_121);
  for (const { name, bytes } of samples) {
    for (let i = 0; i < 24; i += 1) {
      const copy = Buffer.from(bytes);
      const at = random(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random(7));
      made.push({ of: name, what: `another bit at byte ${at}`, bytes: copy });
    }
    for (let i = 0; i < 6; i += 1) {
      const at = random(bytes.length);
      made.push({ of: name, what: `cut at byte ${at}`, bytes: bytes.subarray(0, at) });
    }
    const text = bytes.toString("utf8");
    for (const [what, other] of Object.entries({
      "a byte order mark": `\uFEFF${text}`,
      "text after the end": `${text} {}`,
      "a second key": text.replace("{", '{"canonical_sha256":"","canonical_sha256":"",'),
      "one more member": text.replace("{", '{"added":[1.50,"\\u202e"],'),
      "an unpaired surrogate": text.replace("{", '{"added":"\\ud800",'),
      "every digit another": text.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10)),
    })) {
      made.push({ of: name, what, bytes: Buffer.from(other, "utf8") });
    }
    made.push({ of: name, what: "bytes that are not UTF-8", bytes: Buffer.concat([bytes, Buffer.of(0xff)]) });
    // Each member of the top level left out.
    const tree = JSON.parse(text);
    for (const key of Object.keys(tree)) {
      const { [key]: _, ...others } = tree;
      made.push({ of: name, what: `without ${key}`, bytes: Buffer.from(JSON.stringify(others), "utf8") });
    }
  }
  made.push({ of: "a changed title", what: "", bytes: Buffer.from(retitled(), "utf8") });
  return made;
}

/** All files of JSONTestSuite with what must come of them, or nothing when they are not here. */
export function jsonTestSuite() {
  const expected = vectorsOf("jsontestsuite/expected.json");
  if (!expected) return undefined;
  return ["test_parsing", "test_transform"].flatMap((part) =>
    vectorsOf(`jsontestsuite/${part}.json`).map(({ name, base64 }) => ({
      id: `${part}/${name}`,
      bytes: Buffer.from(base64, "base64"),
      ...expected[part][name],
    })),
  );
}

/** The cases of python-canonical. */
export function pythonCases() {
  const found = vectorsOf("python-canonical/cases.json");
  return found?.cases.map((each) => ({
    ...each,
    bytes: each.input_parts ? joined(each.input_parts) : Buffer.from(each.input_b64, "base64"),
  }));
}

/** Strings made to run, reorder or hide: what they are, and whether something must be made visible. */
export function hostileStrings() {
  const display = vectorsOf("hostile-strings/display.json");
  const urls = vectorsOf("hostile-strings/urls.json");
  if (!display || !urls) return undefined;
  return {
    display: display.strings,
    urls: urls.urls.map(({ url, url_parts: parts, expect }) => ({
      url: url ?? joined(parts).toString("utf8"),
      expect,
    })),
  };
}

/** A generator of numbers below a limit, always the same (mulberry32). */
export function generator(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
