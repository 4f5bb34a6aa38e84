// The npm package as shipped, in Node: the same answers as the command line, and the test vectors.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import {
  damaged,
  faults,
  hostileStrings,
  jsonTestSuite,
  pkg,
  pythonCases,
  retitled,
  root,
  sample,
  samples,
  vectors,
  vectorsOf,
} from "./documents.js";

const entry = await import(pathToFileURL(join(pkg, "index.js")).href);
const { canonicalize, verify, version, visible } = entry;

const THIRD_PARTY = "the third-party vectors are not here: set PITH_VECTORS";

/** What `canonicalize` makes of an input: its bytes, or why it refused. */
function attempt(input) {
  try {
    return { bytes: Buffer.from(canonicalize(input), "utf8") };
  } catch (refusal) {
    assert.ok(refusal instanceof Error, `not an Error: ${refusal}`);
    assert.match(refusal.reason, /^(json|limit)\.[a-z0-9_]+$/);
    assert.ok(Number.isInteger(refusal.line) && refusal.line >= 1);
    assert.ok(Number.isInteger(refusal.column) && refusal.column >= 1);
    assert.notEqual(refusal.message, "");
    return { reason: refusal.reason };
  }
}

/** Holds one case of the vectors against what came out. */
function judge({ id, bytes, expect, canonical_b64, sha256, canonical_bytes, reason }) {
  const found = attempt(new Uint8Array(bytes));
  const accepted = () => {
    assert.ok(found.bytes, `${id}: refused with ${found.reason}`);
    if (canonical_b64 !== undefined) assert.equal(found.bytes.toString("base64"), canonical_b64, id);
    if (canonical_bytes !== undefined) assert.equal(found.bytes.length, canonical_bytes, id);
    if (sha256 !== undefined) {
      assert.equal(createHash("sha256").update(found.bytes).digest("hex"), sha256, id);
    }
    assert.ok(canonical_b64 !== undefined || sha256 !== undefined, `${id}: nothing to compare with`);
  };
  switch (expect) {
    case "accept":
      accepted();
      break;
    case "accept_or_too_deep":
      if (found.reason === "limit.depth") return "too_deep";
      accepted();
      break;
    case "accept_or_too_large":
      if (/^limit\.(bytes|values|number_length)$/.test(found.reason)) return "too_large";
      accepted();
      break;
    case "refuse":
      assert.ok(found.reason, `${id}: accepted, but must be refused: ${reason}`);
      break;
    default:
      assert.fail(`${id}: nothing is known of ${expect}`);
  }
  return found.bytes ? "accepted" : "refused";
}

test("the package says what it is", async () => {
  const manifest = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  assert.equal(manifest.version, /^version = "([^"]+)"/m.exec(cargo)[1]);
  assert.match(version(), new RegExp(`\\b${manifest.version.replaceAll(".", "\\.")}\\b`));
  for (const name of manifest.files) assert.ok(existsSync(join(pkg, name)), name);
  await entry.default();
  await entry.default();
});

test("each sample gets its verdict, as bytes and as text", () => {
  for (const { name, bytes, verdict } of samples) {
    assert.equal(verify(new Uint8Array(bytes)).verdict.word, verdict, name);
    assert.equal(verify(bytes.toString("utf8")).verdict.word, verdict, name);
    assert.equal(verify(bytes).name, null, "nobody gave it a name");
  }
  assert.equal(samples.length, 8);
});

test("without the built-in keys the bundles are consistent, with the registry's key verified again", () => {
  const { public_key_hex: key } = JSON.parse(sample("bundle-1212.1787").bytes).public_keys[0];
  let counted = 0;
  for (const { name, bytes } of samples.filter((each) => each.name.startsWith("bundle"))) {
    assert.equal(verify(bytes, { builtInKeys: false }).verdict.word, "consistent", name);
    assert.equal(verify(bytes, { builtInKeys: false, trustKeys: [key] }).verdict.word, "verified", name);
    assert.equal(verify(bytes, { trustKeys: [] }).verdict.word, "verified", name);
    counted += 1;
  }
  assert.equal(counted, 4);
});

test("a changed title breaks a bundle", () => {
  const report = verify(retitled());
  assert.equal(report.verdict.word, "broken");
  const failing = report.checks[report.verdict.failing];
  assert.equal(failing.outcome, "failed");
  assert.ok(failing.expected && failing.computed && failing.expected !== failing.computed);
});

test("half a surrogate pair in a JavaScript string is refused, not replaced", () => {
  let counted = 0;
  for (const text of ["\uD800", '"\uD800"', '{"a":"x\uDC00"}', '["\uDC00\uD800"]', '{"\uDBFF":1}']) {
    const { verdict, refusal } = verify(text);
    assert.equal(verdict.word, "unreadable", JSON.stringify(text));
    // It has no UTF-8. Written as an escape, it is `json.lone_surrogate`.
    assert.equal(refusal.reason, "json.invalid_utf8", JSON.stringify(text));
    assert.equal(attempt(text).reason, "json.invalid_utf8", JSON.stringify(text));
    assert.equal(attempt('"\\ud800"').reason, "json.lone_surrogate");
    counted += 1;
  }
  assert.equal(counted, 5);
  assert.equal(canonicalize('"\uD83D\uDE00"'), '"\uD83D\uDE00"');
});

test("keys that JavaScript treats specially survive", () => {
  assert.equal(
    canonicalize('{"__proto__":1,"constructor":{"prototype":2},"toString":3}'),
    '{"__proto__":1,"constructor":{"prototype":2},"toString":3}',
  );
  const text = sample("bundle-1212.1787").bytes.toString("utf8");
  const report = verify(text.replace("{", '{"__proto__":{"verdict":1},"constructor":"x",'));
  assert.equal(report.verdict.word, "broken");
  const pointers = report.coverage.leaves.map((leaf) => leaf.pointer);
  assert.deepEqual(pointers.slice(0, 2), ["/__proto__/verdict", "/constructor"]);
  assert.equal({}.verdict, undefined);
});

test("wrong arguments are errors that say what is wrong", () => {
  const { bytes } = sample("bundle-1212.1787");
  const wrong = [
    [42],
    [null],
    [undefined],
    [{}],
    [[1, 2]],
    [bytes, 1],
    [bytes, "x"],
    [bytes, { trustKeys: "x" }],
    [bytes, { trustKeys: [1] }],
    [bytes, { trustKeys: ["not a key"] }],
    [bytes, { trustKeys: ["00".repeat(32)] }],
    [bytes, { builtInKeys: "yes" }],
    [bytes, { name: 1 }],
    [bytes, { trustkeys: [] }],
  ];
  for (const args of wrong) {
    assert.throws(
      () => verify(...args),
      (error) => error instanceof Error && error.message !== "",
      JSON.stringify(args[1] ?? args),
    );
  }
  assert.throws(() => canonicalize(42), Error);
  // It still works after all that.
  assert.equal(verify(bytes, {}).verdict.word, "verified");
  assert.equal(verify(bytes, undefined).verdict.word, "verified");
  assert.equal(verify(bytes, { name: "x\u0000\u202E" }).name, "x\u0000\u202E");
});

test("reports are those of the command line, byte for byte", (t) => {
  const program = process.env.PITH_VERIFY ?? join(root, "target/debug/pith-verify");
  const folder = mkdtempSync(join(tmpdir(), "pith-"));
  try {
    assert.ok(faults.length >= 80, `only ${faults.length} fault vectors`);
    const documents = [...samples, ...faults, ...damaged()];
    for (const { bytes } of pythonCases() ?? []) documents.push({ bytes });
    for (const { bytes } of jsonTestSuite() ?? []) documents.push({ bytes });
    assert.ok(documents.length >= 350, `only ${documents.length} documents`);
    const named = documents.map(({ bytes }, i) => ({ bytes, name: `${i}.json` }));
    for (const { bytes, name } of named) writeFileSync(join(folder, name), bytes);
    const command = spawnSync(program, ["verify", "--format", "ndjson", ...named.map(({ name }) => name)], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (command.error) throw command.error;
    assert.equal(command.status, 1, command.stderr);
    const lines = command.stdout.split("\n");
    assert.equal(lines.pop(), "");
    assert.equal(lines.length, named.length);
    const words = {};
    named.forEach(({ bytes, name }, i) => {
      const report = verify(bytes, { name });
      const text = JSON.stringify(report);
      if (text !== lines[i]) assert.equal(text, lines[i], `${name} ${documents[i].of} ${documents[i].what}`);
      words[report.verdict.word] = (words[report.verdict.word] ?? 0) + 1;
    });
    t.diagnostic(`${named.length} documents: ${JSON.stringify(words)}`);
    for (const word of ["verified", "unsigned", "broken", "unreadable"]) assert.ok(words[word] > 0, word);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("canonical forms are CPython's", (t) => {
  const cases = pythonCases();
  if (!cases) return t.skip("the vectors are not here");
  assert.equal(cases.length, 1211);
  const counts = { accepted: 0, refused: 0, too_deep: 0, too_large: 0 };
  for (const each of cases) counts[judge(each)] += 1;
  t.diagnostic(`${cases.length} cases: ${JSON.stringify(counts)}`);
  assert.deepEqual(counts, { accepted: 870, refused: 331, too_deep: 5, too_large: 5 });
});

test("floats print as CPython's repr", (t) => {
  const lines = vectors("python-canonical/floats.tsv")?.toString("utf8").trimEnd().split("\n");
  if (!lines) return t.skip("the vectors are not here");
  assert.equal(lines.length, 22_625);
  for (const line of lines) {
    const [bits, input, expected] = line.split("\t");
    assert.equal(canonicalize(`[${input}]`), `[${expected}]`, bits);
  }
  t.diagnostic(`${lines.length} floats`);
});

test("JSONTestSuite comes out as expected", (t) => {
  const cases = jsonTestSuite();
  if (!cases) return t.skip(THIRD_PARTY);
  assert.equal(cases.length, 318 + 22);
  const counts = { accepted: 0, refused: 0, too_deep: 0 };
  for (const each of cases) counts[judge(each)] += 1;
  t.diagnostic(`${cases.length} files: ${JSON.stringify(counts)}`);
  // Accepted: 93 of y_, 5 of i_ and 13 of the transformations. One of i_ nests 500 deep.
  assert.deepEqual(counts, { accepted: 111, refused: 228, too_deep: 1 });
});

test("the RFC 8785 inputs come out as CPython's, not as RFC 8785's", (t) => {
  const expected = vectorsOf("rfc8785-json-canonicalization/expected-python.json");
  if (!expected) return t.skip(THIRD_PARTY);
  const names = Object.keys(expected);
  assert.equal(names.length, 6);
  let differ = 0;
  for (const name of names) {
    const input = vectors(`rfc8785-json-canonicalization/input/${name}`);
    const { python_canonical_b64, rfc8785_b64 } = expected[name];
    const found = Buffer.from(canonicalize(input), "utf8").toString("base64");
    assert.equal(found, python_canonical_b64, name);
    differ += found === rfc8785_b64 ? 0 : 1;
  }
  assert.equal(differ, 2);
});

test("no base64 spelling of the registry's key but the exact one is a key", (t) => {
  const variants = vectorsOf("base64-variants/variants.json")?.filter(({ of }) => /key/.test(of));
  if (!variants) return t.skip("the vectors are not here");
  const { bytes } = sample("bundle-1212.1787");
  const [key] = JSON.parse(bytes).public_keys;
  const options = (text) => ({
    builtInKeys: false,
    trustKeys: [JSON.stringify({ ...key, public_key_b64: text })],
  });
  let refused = 0;
  for (const { name, text, expect } of variants) {
    if (expect === "accept") {
      assert.equal(verify(bytes, options(text)).verdict.word, "verified", name);
    } else {
      assert.throws(() => verify(bytes, options(text)), Error, name);
      refused += 1;
    }
  }
  t.diagnostic(`${variants.length} spellings, ${refused} refused`);
  assert.equal(variants.length, refused + 1);
  assert.ok(refused >= 30);
});

test("characters that hide or reorder are made visible, others stay", (t) => {
  const strings = hostileStrings()?.display;
  if (!strings) return t.skip("the vectors are not here");
  assert.equal(strings.length, 154);
  const counts = { made_visible: 0, kept: 0 };
  for (const { string, why, must_be_made_visible: must } of strings) {
    if (must) {
      assert.ok(!visible(string).includes(string), why);
    } else {
      // The joiner in an emoji is a character that a reader cannot see: it is shown like all of them.
      const expected = string.replaceAll("\u200D", "⟨U+200D⟩");
      assert.equal(visible(string), expected, why);
    }
    counts[must ? "made_visible" : "kept"] += 1;
  }
  t.diagnostic(JSON.stringify(counts));
  assert.equal(counts.made_visible, 134);
});
