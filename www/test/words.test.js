// The words of the page: every language says all that English says, and the templates that languages translate
// say what the verifier says.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { runnerImport } from "vite";
import { changed, damaged, faults, pkg, retitled, root, sample, samples } from "./documents.js";

const { compare, keyRing, matchText, report, reproduce, verify } = await import(
  pathToFileURL(join(pkg, "index.js")).href
);

const folder = join(root, "www/src/words");

/** Runs a file of the page's words. What it takes from the verifier is the npm package's. */
async function load(file) {
  const verifier = {
    name: "verifier",
    enforce: "pre",
    resolveId: (source) => (/\/verify\.ts$/.test(source) ? "\0verifier" : undefined),
    load: (id) =>
      id === "\0verifier"
        ? `export { visible } from ${JSON.stringify(pathToFileURL(join(pkg, "index.js")).href)};`
        : undefined,
  };
  const { module } = await runnerImport(join(folder, file), {
    configFile: false,
    root: join(root, "www"),
    logLevel: "error",
    plugins: [verifier],
  });
  return module;
}

const said = await load("sentences.ts");
const { MARKS, PHRASES } = await load("phrases.ts");
const { en } = await load("en/index.ts");
const { sentences: model } = await load("en/sentences.ts");

/** Every language but English: its tag, and its words. */
const languages = Object.fromEntries(
  await Promise.all(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "en")
      .map(async ({ name }) => [name, Object.values(await load(`${name}/index.ts`))[0]]),
  ),
);

/** English as if it were another language: filled from the model. */
const filled = { ...en, count: String, sentences: model };

// ---- The model against the verifier

const bytes = (name) => sample(name).bytes;
const bundle = bytes("bundle-1212.1787");
const ring = JSON.parse(keyRing());
const blocks = JSON.parse(readFileSync(join(root, "tests/vectors/opentimestamps/blocks.json"), "utf8"));
const own = readFileSync(join(root, "tests/vectors/opentimestamps/own.ots"));

/** Reports of all kinds, each with what it is of. */
function* reports() {
  for (const { name, bytes } of samples) yield [name, verify(bytes, { replay: true })];
  const some = damaged().filter((_, index) => index % 5 === 0);
  for (const { of, what, bytes } of [...faults, ...some]) {
    yield [`${of} with ${what}`, verify(bytes, { replay: true })];
  }
  yield ["no key", verify(bundle, { builtInKeys: false, replay: true })];
  yield ["nothing", verify("")];
  const windows = [
    {},
    { valid_until: "2026-07-01T00:00:00Z" },
    { valid_from: "2020-01-01T00:00:00Z" },
    { valid_from: "2020-01-01T00:00:00Z", valid_until: "2030-01-01T00:00:00Z" },
    { valid_from: "2029-01-01T00:00:00Z" },
  ];
  for (const status of ["current", "retired", "revoked"]) {
    for (const window of windows) {
      const key = { ...ring.keys[0], valid_from: null, valid_until: null, ...window, status };
      for (const at of [undefined, "2020-06-01T00:00:00Z", "2026-06-30T00:00:00Z", "2035-01-01T00:00:00Z"]) {
        let trustKeys;
        try {
          trustKeys = [JSON.stringify({ ...ring, keys: [key] })];
          const options = { builtInKeys: false, trustKeys, ...(at === undefined ? {} : { at }) };
          yield [`a key that is ${status} at ${at}`, verify(bundle, options)];
        } catch (error) {
          assert.doesNotMatch(String(error), /TypeError|unreachable/);
        }
      }
    }
  }
  const headers = [blocks.own_header, ...blocks.headers].map((each) => each.header ?? each);
  for (const name of ["bundle-1212.1787", "pith-mirrors"]) {
    for (const given of [[], headers, ["no header", "0".repeat(160), "f".repeat(160)], Array(200).fill(headers[0])]) {
      for (const proof of proofs()) yield [`${name} with a proof`, verify(bytes(name), { proofs: [proof], headers: given })];
    }
  }
  yield ["many proofs", verify(bundle, { proofs: Array(300).fill(own) })];
}

/** A good proof, and damaged ones. */
function* proofs() {
  yield own;
  yield new Uint8Array(0);
  yield own.subarray(0, own.length - 4);
  yield Buffer.concat([own, Buffer.of(1, 2)]);
  for (let at = 31; at < own.length; at += 9) {
    const copy = Buffer.from(own);
    copy[at] ^= 0xff;
    yield copy;
  }
  yield Buffer.alloc(100_000);
}

/** Codes whose sentence has facts in it that a report lacks. There the model says less than the verifier. */
const LESS = new Set([
  "json.bom",
  "json.invalid_utf8",
  "json.syntax",
  "json.duplicate_key",
  "json.trailing_text",
  "document.unrecognised",
  "document.version_unknown",
  "timestamp.version_unknown",
  "timestamp.hash_unknown",
  "timestamp.truncated",
  "timestamp.number_not_shortest",
  "timestamp.operation_unknown",
  "timestamp.argument_length",
  "timestamp.message_too_long",
  "timestamp.payload_too_long",
  "timestamp.payload_not_used_up",
  "timestamp.calendar_too_long",
  "timestamp.calendar_character",
  "timestamp.trailing_bytes",
  "timestamp.limit_proofs",
  "timestamp.not_a_proof",
  "timestamp.limit_depth",
  "timestamp.limit_operations",
  "timestamp.limit_attestations",
  "timestamp.limit_messages",
  "timestamp.starts_from_wrong_digest",
  "timestamp.starts_elsewhere",
  "timestamp.header_easily_made",
  "timestamp.header_too_easy",
  "timestamp.header_malformed",
]);

/** Sentences without the characters that isolate directions in them. */
const plain = (value) => JSON.parse(JSON.stringify(value).replaceAll(/[\u2068\u2069]/g, ""));

const seen = new Map();
function hold(reason, found, { sentence, hint }, what) {
  seen.set(reason, (seen.get(reason) ?? 0) + 1);
  const text = JSON.stringify(found);
  assert.doesNotMatch(text, /\{\w+\}|undefined/, `${reason} in ${what}`);
  if (LESS.has(reason)) assert.notEqual(found.sentence, "");
  else {
    const { sentence: ours, hint: ourHint = null } = plain(found);
    assert.deepEqual([ours, ourHint], [sentence, hint ?? null], `${reason} in ${what}`);
  }
}

test("the model says what the verifier says of a document", (t) => {
  for (const [what, each] of reports()) {
    for (const check of each.checks) {
      hold(check.reason, said.checkWords(filled, check, each), check, what);
      const { expected, computed } = check;
      assert.deepEqual(plain(said.checkValues(filled, check, each)), { expected, computed }, what);
      if (check.diagnosis !== null) {
        const { diagnosis } = check;
        hold(diagnosis.causes[0], said.diagnosisWords(filled, diagnosis), diagnosis, what);
      }
      for (const redo of check.redo) assert.ok(PHRASES.includes(redo.label), redo.label);
    }
    if (each.refusal) hold(each.refusal.reason, said.refusalWords(filled, each.refusal, each), each.refusal, what);
    const { sentence, shows, does_not_show } = each.verdict;
    assert.deepEqual(plain(said.verdictWords(filled, each)), { sentence, shows, does_not_show }, what);
    assert.equal(said.coverageWords(filled, each.coverage), each.coverage.sentence, what);
    if (each.replay) {
      assert.equal(plain(said.replayWords(filled, each.replay)), each.replay.sentence, what);
      for (const step of each.replay.steps) {
        hold(step.reason, { sentence: said.replayStepWords(filled, step) }, { sentence: step.sentence }, what);
      }
    }
    for (const proof of each.timestamps) {
      hold(proof.reason, said.proofWords(filled, proof, each), proof, what);
      if (proof.start) hold(proof.start.reason, said.startWords(filled, proof.start), proof.start, what);
      for (const attestation of proof.attestations) {
        hold(attestation.reason, said.attestationWords(filled, attestation, proof, each), attestation, what);
      }
    }
    each.headers.forEach((header, index) => hold(header.reason, said.headerWords(filled, index, each), header, what));
  }
  t.diagnostic(`${seen.size} codes: ${[...seen.keys()].join(" ")}`);
  assert.ok(seen.size > 60);
});

test("the model says what the verifier says of a text in hand", () => {
  const texts = {
    title: ["A Generic Checkpoint-Restart Mechanism for Virtual Machines", "A Generic Checkpoint-\nRestart  Mechanism for\nVirtual Machines", "A Génériç Checkpoint-Restart Mechanism for Virtual Machines", "x"],
    abstract: ["We prove something."],
    arxiv: ["arXiv:1212.1787", "1212.1787v1", "1212.1788", "x", "arXiv:1212.1787v9"],
    arxiv_version: ["1212.1787v1", "1212.1787", "1212.1787v9", "https://arxiv.org/abs/1212.1787v1"],
    version: ["1", "v1", "2", "x"],
    doi: ["10.48550/arXiv.1212.1787", "10.48550/arXiv.1212.1787v1", "10.1000/1", "https://doi.org/10.48550/arXiv.1212.1787", "x"],
    number: [
      "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
      "pith:2013:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
      "pith:2012:bz4ivvzgbacad3ukxqgojfz5sz",
      "BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
      "pith:BZ4IVVZG",
      "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5ZS",
      "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SA",
      "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5SZ",
      "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5S",
      "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZA",
      "pith:2012:AZ4IVVZGBACAD3UKXQGOJFZ5SA",
      "x",
    ],
  };
  const stranger = { builtInKeys: false };
  const ofRevoked = { trustKeys: [JSON.stringify({ ...ring, keys: [{ ...ring.keys[0], status: "revoked" }] })] };
  for (const input of [bundle, bytes("state-1212.1787"), bytes("graph-1706.00337"), bytes("pith-mirrors"), retitled()]) {
    for (const options of [{}, stranger, ofRevoked]) {
      const of = verify(input, options);
      for (const [field, tried] of Object.entries(texts)) {
        for (const text of tried) {
          const match = matchText(input, field, text, options);
          const found = plain(said.matchWords(filled, match, of));
          const { sentence, hint, worth } = match;
          assert.deepEqual(found, { sentence, hint, worth }, `${field} ${text}`);
          seen.set(match.reason, 1);
        }
      }
    }
  }
});

test("the model says what the verifier says of several documents", () => {
  const other = changed("bundle-1212.1787", (bundle) => bundle.events.pop());
  const named = [...samples.map(({ bytes, file }) => ({ input: bytes, name: file })), { input: retitled() }, { input: other }];
  for (const first of named) {
    for (const second of named) {
      for (const options of [{}, { builtInKeys: false }]) {
        const found = compare([first, second], options);
        assert.equal(said.comparisonWords(filled, found), found.sentence);
        for (const pair of found.pairs) {
          const ours = plain(said.pairWords(filled, found, pair));
          // Where else they differ, the comparison does not say but in its sentence.
          const theirs = pair.sentence.replace(/; apart from them they differ, first at [^ ]*\./, ".");
          assert.equal(ours, theirs);
        }
        for (const conflict of found.conflicts) {
          assert.equal(plain(said.conflictWords(filled, found, conflict)), conflict.sentence);
        }
        for (const merged of found.merged) {
          assert.equal(plain(said.mergedWords(filled, found, merged)), merged.sentence);
          for (const step of merged.steps) assert.equal(said.replayStepWords(filled, step), step.sentence);
        }
        for (const document of found.documents) assert.notEqual(said.documentWords(filled, document), "");
      }
    }
  }
});

test("the model says what the verifier says of a report made again", () => {
  const made = report(bundle, {}, "json");
  for (const text of [made, made.replace('"word":"', '"word":"un'), made.replaceAll("a", "b").replaceAll("bundle", "bundle")]) {
    let found;
    try {
      found = reproduce(text, bundle);
    } catch (error) {
      assert.equal(error.name, "RefusalError");
      continue;
    }
    assert.equal(said.reproductionWords(filled, found), found.sentence);
    for (const finding of found.findings) assert.equal(said.findingWords(filled, finding).hint, finding.hint);
  }
});
