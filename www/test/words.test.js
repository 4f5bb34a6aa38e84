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
/** All words of a language: those of the page, and those of the elements for other pages. */
async function all(name) {
  const [catalogue, { embed }] = await Promise.all([load(`${name}/index.ts`), load(`${name}/embed.ts`)]);
  return { ...Object.values(catalogue)[0], embed };
}
const en = await all("en");
const { sentences: model } = await load("en/sentences.ts");

/** Every language but English: its tag, and its words. */
const languages = Object.fromEntries(
  await Promise.all(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "en")
      .map(async ({ name }) => [name, await all(name)]),
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
    for (const given of [
      [],
      headers,
      ["no header", "0".repeat(160), "f".repeat(160)],
      Array(200).fill(headers[0]),
    ]) {
      for (const proof of proofs())
        yield [`${name} with a proof`, verify(bytes(name), { proofs: [proof], headers: given })];
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
    if (each.refusal)
      hold(each.refusal.reason, said.refusalWords(filled, each.refusal, each), each.refusal, what);
    const { sentence, shows, does_not_show } = each.verdict;
    assert.deepEqual(plain(said.verdictWords(filled, each)), { sentence, shows, does_not_show }, what);
    assert.equal(said.coverageWords(filled, each.coverage), each.coverage.sentence, what);
    if (each.replay) {
      assert.equal(plain(said.replayWords(filled, each.replay)), each.replay.sentence, what);
      for (const step of each.replay.steps) {
        hold(
          step.reason,
          { sentence: said.replayStepWords(filled, step) },
          { sentence: step.sentence },
          what,
        );
      }
    }
    for (const proof of each.timestamps) {
      hold(proof.reason, said.proofWords(filled, proof, each), proof, what);
      if (proof.start) hold(proof.start.reason, said.startWords(filled, proof.start), proof.start, what);
      for (const attestation of proof.attestations) {
        hold(attestation.reason, said.attestationWords(filled, attestation, proof, each), attestation, what);
      }
    }
    each.headers.forEach((header, index) =>
      hold(header.reason, said.headerWords(filled, index, each), header, what),
    );
  }
  t.diagnostic(`${seen.size} codes: ${[...seen.keys()].join(" ")}`);
  assert.ok(seen.size > 60);
});

test("the model says what the verifier says of a text in hand", () => {
  const texts = {
    title: [
      "A Generic Checkpoint-Restart Mechanism for Virtual Machines",
      "A Generic Checkpoint-\nRestart  Mechanism for\nVirtual Machines",
      "A Génériç Checkpoint-Restart Mechanism for Virtual Machines",
      "x",
    ],
    abstract: ["We prove something."],
    arxiv: ["arXiv:1212.1787", "1212.1787v1", "1212.1788", "x", "arXiv:1212.1787v9"],
    arxiv_version: ["1212.1787v1", "1212.1787", "1212.1787v9", "https://arxiv.org/abs/1212.1787v1"],
    version: ["1", "v1", "2", "x"],
    doi: [
      "10.48550/arXiv.1212.1787",
      "10.48550/arXiv.1212.1787v1",
      "10.1000/1",
      "https://doi.org/10.48550/arXiv.1212.1787",
      "x",
    ],
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
  const ofRevoked = {
    trustKeys: [JSON.stringify({ ...ring, keys: [{ ...ring.keys[0], status: "revoked" }] })],
  };
  for (const input of [
    bundle,
    bytes("state-1212.1787"),
    bytes("graph-1706.00337"),
    bytes("pith-mirrors"),
    retitled(),
  ]) {
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
  const named = [
    ...samples.map(({ bytes, file }) => ({ input: bytes, name: file })),
    { input: retitled() },
    { input: other },
  ];
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
  for (const text of [
    made,
    made.replace('"word":"', '"word":"un'),
    made.replaceAll("a", "b").replaceAll("bundle", "bundle"),
  ]) {
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

test("the model has the verifier's own templates, phrases and marks", () => {
  const sources = ["words.rs", "redo.rs", "trust.rs", "check", "document", "json", "words"]
    .flatMap((name) => {
      const path = join(root, "src", name);
      return name.endsWith(".rs")
        ? [path]
        : readdirSync(path, { recursive: true })
            .filter((file) => file.endsWith(".rs"))
            .map((file) => join(path, file));
    })
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  for (const text of [...PHRASES, ...Object.values(MARKS)]) assert.ok(sources.includes(text), text);
  let templates = 0;
  for (const part of ["check", "checkOf", "match", "matchOf", "start", "attestation", "header"]) {
    for (const [code, [sentence, hint]] of Object.entries(model[part])) {
      const theirs = sentence
        .replace("{in}", "in this {noun}")
        .replace("{of}", "of this {noun}")
        .replace("{this}", "this {noun}");
      if (!LESS.has(code)) assert.ok(sources.includes(theirs), `${code}: ${theirs}`);
      assert.ok(sources.includes(hint), `${code}: ${hint}`);
      templates += 1;
    }
  }
  assert.ok(templates > 90);
  for (const part of ["condition", "why", "textStep", "doesNotShow", "lapse", "subject", "form"]) {
    for (const [code, text] of Object.entries(model[part])) {
      const plainest = text.replaceAll(/\{\w+\}/g, "{}").split("{}");
      for (const piece of plainest) assert.ok(sources.includes(piece.trim()), `${part} ${code}: ${piece}`);
    }
  }
});

// ---- Other languages against English

/** The words of a closed type in `report.ts`. */
function closed(type) {
  const source = readFileSync(join(root, "www/src/report.ts"), "utf8");
  const [, union] = source.match(new RegExp(`export type ${type} = ("[^;]*);`)) ?? [];
  assert.ok(union, `there is no ${type}`);
  return union.split("|").map((word) => JSON.parse(word.trim()));
}

/** Where the words of each closed type must be found, in all of these places together. */
const CODES = {
  VerdictWord: ["report.verdict", "sentences.comparedVerdict"],
  Outcome: ["report.outcome"],
  Kind: ["report.kind", "sentences.kind"],
  Class: ["report.class"],
  Basis: ["report.basis"],
  CheckName: ["report.check", "sentences.subject"],
  ClaimName: ["report.claim"],
  ComparisonWord: ["report.comparison", "sentences.comparison"],
  Relation: ["report.relation"],
  ConflictKind: ["report.conflict", "sentences.conflict"],
  Standing: ["report.standing"],
  AttestationKind: ["report.attestation"],
  TimestampOp: ["report.operation"],
  Field: ["report.field", "sentences.field", "sentences.form"],
  MatchWord: ["report.match"],
  TextStep: ["report.textStep", "sentences.textStep"],
  KeyTrust: ["report.keyTrust"],
  KeyStatus: ["report.keyStatus"],
  MatchReason: ["sentences.match"],
  ReplayReason: ["sentences.replayStep"],
};

/** The same for types whose words are parted among several groups. */
const PARTED = {
  Reason: ["sentences.check", "sentences.refusal", "sentences.finding"],
  TimestampReason: ["sentences.proof", "sentences.start", "sentences.attestation", "sentences.header"],
  Cause: ["sentences.causes", "sentences.condition"],
};

const at = (catalogue, path) => path.split(".").reduce((value, name) => value[name], catalogue);

/** Numbers and the like that texts are made of, for each text that is a function. */
const TRIED = [
  [0, 1, 2, 3],
  [1, 0, 1, 1],
  [2, 1, 2, 2],
  [3, 2, 1, 1],
  [1_234_567, 2, 3, 4],
];
const MERGED = [1, 5].flatMap((events) => [true, false, null].map((same) => [events, same]));
const coverages = [0, 1, 2, 5].map((number) => ({
  total: 9,
  signed: number,
  derived: number,
  bound: number,
  signature: number,
  checksummed: number,
  uncovered: number,
}));

/** What a text can be: itself, or what it makes of some facts. */
function texts(value, path) {
  if (typeof value === "string") return [value];
  if (path === "count" || path.endsWith(".list") || path.endsWith(".clauses") || path.endsWith(".sequence"))
    return [];
  if (path === "number.read") return [value("number"), value("doi")];
  if (path === "number.finding.impossible_character") return [value("0189")];
  if (path === "graph.sentence") return [value("A", "B", ["C", "D"], "E"), value("A", "B", [], "E")];
  if (path === "desk.totals") return [value([{ status: "A", documents: 2 }])];
  if (path.startsWith("desk.failure."))
    return [value({ bytes: 16e6, seconds: 40 }), value({ bytes: 2e3, seconds: 1 })];
  if (path.endsWith(".tally")) return [value({ passed: 31, failed: 1, noted: 2, not_checked: 3 })];
  if (path.endsWith(".coverage")) return coverages.map((each) => value(each));
  return (/\.replay(Reading)?$/.test(path) ? MERGED : TRIED).map((facts) => value(...facts));
}

/** Every text of a catalogue: its path, and all that it can be. */
function* everyText(value, path = "") {
  if (typeof value === "string" || typeof value === "function") yield [path, texts(value, path)];
  else if (value !== null) {
    for (const [name, inner] of Object.entries(value))
      yield* everyText(inner, path === "" ? name : `${path}.${name}`);
  }
}

/** Forms of a kind of document: which of them a sentence needs is for its language to know. */
const FORMS = new Set(["This", "this", "object", "of", "in"]);
const slotsOf = (all) =>
  [
    ...new Set(
      all.flatMap((text) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => (FORMS.has(name) ? "(a kind)" : name)),
      ),
    ),
  ].sort();

/** Texts that are the same in another language: names, and what is no language. */
const SAME = {
  all: [
    /^elements\.file\.sha256$/,
    /^number\.example$/,
    /^report\.operation\./,
    /^sentences\.(at|inDocument|ringKey|values\.because|phrase\.null)$/,
  ],
  de: [],
};

const English = { ...en, sentences: model };
const englishTexts = new Map(everyText(English));

for (const [tag, catalogue] of Object.entries(languages)) {
  test(`${tag} has a word for every code`, () => {
    assert.equal(catalogue.tag, tag);
    for (const [type, places] of Object.entries(CODES)) {
      for (const code of closed(type)) {
        for (const place of places) assert.ok(at(catalogue, place)[code], `${place} of ${tag} lacks ${code}`);
      }
    }
    for (const [type, places] of Object.entries(PARTED)) {
      for (const code of closed(type)) {
        const found = places.filter((place) => Object.hasOwn(at(catalogue, place), code));
        assert.ok(found.length > 0, `${tag} lacks ${code} of ${type}`);
      }
    }
  });

  test(`${tag} has every text of English, with the same slots`, () => {
    const found = new Map(everyText(catalogue));
    assert.deepEqual([...found.keys()].sort(), [...englishTexts.keys()].sort());
    for (const [path, all] of found) {
      const english = englishTexts.get(path);
      for (const text of all) assert.equal(typeof text, "string", path);
      assert.deepEqual(slotsOf(all), slotsOf(english), `the slots of ${path} in ${tag}: ${all[0]}`);
      if (english.every((text) => text === ""))
        assert.ok(
          all.every((text) => text === ""),
          `${path} must be empty`,
        );
      else
        assert.ok(
          all.some((text) => text !== ""),
          `${path} must not be empty`,
        );
    }
  });

  test(`${tag} has no English left, no markup, and its own quotation marks`, () => {
    const same = [...SAME.all, ...(SAME[tag] ?? [])];
    const quotes = catalogue.sentences.quotes;
    const foreign = [...'“”„«»‹›「」『』"'].filter((mark) => !quotes.join("").includes(mark));
    for (const [path, all] of everyText(catalogue)) {
      const english = englishTexts.get(path);
      all.forEach((text, index) => {
        const letters = text.replaceAll(/\{\w+\}|[^\p{L}]/gu, "").length;
        if (letters > 12 && !same.some((each) => each.test(path))) {
          assert.notEqual(text, english[index], `${path} of ${tag} is English: ${text}`);
        }
        assert.doesNotMatch(text, /<\/?[a-z]|&\w+;/i, `markup in ${path} of ${tag}: ${text}`);
        assert.doesNotMatch(text, /undefined|\[object/, `${path} of ${tag}: ${text}`);
        if (path.startsWith("sentences.quotes") || path === "report.textStep.plain_quotes") return;
        for (const mark of foreign) assert.ok(!text.includes(mark), `${mark} in ${path} of ${tag}: ${text}`);
        const number = (mark) => text.split(mark).length;
        assert.equal(number(quotes[0]), number(quotes[1]), `quotation marks in ${path} of ${tag}: ${text}`);
      });
    }
  });

  test(`${tag} says something of every document`, () => {
    for (const [what, each] of reports()) {
      const { shows, does_not_show, sentence } = said.verdictWords(catalogue, each);
      const all = [sentence, ...shows, ...does_not_show, said.coverageWords(catalogue, each.coverage)];
      for (const check of each.checks) {
        const { sentence, hint } = said.checkWords(catalogue, check, each);
        assert.equal(hint === null, check.hint === null, what);
        all.push(sentence, hint ?? "");
        if (check.diagnosis) all.push(said.diagnosisWords(catalogue, check.diagnosis).sentence);
      }
      if (each.refusal) all.push(said.refusalWords(catalogue, each.refusal, each).sentence);
      for (const proof of each.timestamps) all.push(said.proofWords(catalogue, proof, each).sentence);
      each.headers.forEach((_, index) => all.push(said.headerWords(catalogue, index, each).sentence));
      for (const text of all) {
        assert.doesNotMatch(text, /\{\w+\}|undefined/, what);
        // Text of the document stands in quotation marks, and as it is.
        const ours = text.replaceAll(/.\u2068[^\u2069]*\u2069( …)?(?=[“”»」])/gsu, "");
        assert.doesNotMatch(ours, /\b(the|expected|found)\b/, `${what}: ${text}`);
      }
    }
  });
}
