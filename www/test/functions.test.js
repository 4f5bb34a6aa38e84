// What the package does beyond verifying: the same answers as the command line, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, createPublicKey, verify as holds } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { faults, pkg, retitled, root, sample, samples } from "./documents.js";

const {
  addresses,
  compare,
  eachHashedBytes,
  hashedBytes,
  keyRing,
  matchText,
  mergeInOrders,
  report,
  reproduce,
  verify,
} = await import(pathToFileURL(join(pkg, "index.js")).href);

const program = process.env.PITH_VERIFY ?? join(root, "target/debug/pith-verify");
const folder = mkdtempSync(join(tmpdir(), "pith-functions-"));
after(() => rmSync(folder, { recursive: true }));

/** What the command line prints. */
function run(status, ...args) {
  const command = spawnSync(program, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (command.error) throw command.error;
  assert.equal(command.status, status, `${args.join(" ")}: ${command.stderr}`);
  return command.stdout;
}

function save(name, content) {
  writeFileSync(join(folder, name), content);
  return name;
}

const documents = [...samples, { file: "changed.json", bytes: Buffer.from(retitled()) }];
for (const { file, bytes } of documents) save(file, bytes);
const own = save("own.ots", readFileSync(join(root, "tests/vectors/opentimestamps/own.ots")));
const blocks = JSON.parse(readFileSync(join(root, "tests/vectors/opentimestamps/blocks.json"), "utf8"));

test("comparisons", () => {
  const named = documents.map(({ file, bytes }) => ({ input: bytes, name: file }));
  const printed = run(1, "compare", "--format", "json", ...documents.map(({ file }) => file));
  assert.equal(`${JSON.stringify(compare(named))}\n`, printed);
  assert.throws(() => compare([named[0]]), { name: "RefusalError", reason: "limit.documents" });
  assert.throws(() => compare([1, 2]), TypeError);
});

test("addresses", () => {
  const found = addresses("https://pith.science/pith/bz4ivvzgbacad3ukxqgojfz5sz");
  assert.deepEqual([found.named_by, found.field], ["number", "number"]);
  assert.equal(found.normal, "BZ4IVVZGBACAD3UKXQGOJFZ5SZ");
  assert.deepEqual(found.findings, ["letter_case", "year_missing"]);
  const { mirrors } = JSON.parse(sample("pith-mirrors").bytes);
  const [{ bundle_pattern: pattern }] = mirrors;
  assert.deepEqual(found.addresses[0], {
    kind: "bundle",
    url: pattern.replace("{suffix}", found.normal),
    basis: "stated",
    source: "mirror_manifest",
  });
  // Half a surrogate pair is no identifier, and no error either.
  for (const text of ["", "\uD800", "1212.1787\uDC00", "pith:\uD8002012"]) {
    assert.deepEqual(addresses(text), {
      named_by: "unreadable",
      normal: null,
      field: null,
      findings: [],
      impossible: "",
      addresses: [],
    });
  }
});

test("texts in hand", () => {
  const { file, bytes } = sample("bundle-1212.1787");
  const texts = [
    ["title", "A Generic Checkpoint-\nRestart  Mechanism for\nVirtual Machines", 0],
    ["title", "A Génériç Checkpoint-Restart Mechanism for Virtual Machines", 3],
    ["abstract", "We prove something.", 1],
    ["arxiv", "arXiv:1212.1787v9", 3],
    ["doi", "https://doi.org/10.48550/arXiv.1212.1787", 0],
    ["number", "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5ZS", 3],
  ];
  for (const [field, text, status] of texts) {
    const printed = run(status, "match", "--format", "json", `--${field}`, text, file);
    assert.equal(`${JSON.stringify(matchText(bytes, field, text))}\n`, printed, text);
  }
  assert.throws(() => matchText(bytes, "titel", "x"), TypeError);
  assert.throws(() => matchText(bytes, "title", 1), TypeError);
  assert.throws(() => matchText("{", "title", "x"), { name: "RefusalError", reason: "json.syntax" });
  assert.throws(() => matchText(bytes, "title", "x".repeat(20_000)), { reason: "limit.text" });
});

test("reports as Markdown and HTML, with replay, a time, proofs and headers", () => {
  const headers = [blocks.own_header, blocks.headers[0].header].map((each) => each.header ?? each);
  const proofs = [{ name: own, bytes: readFileSync(join(folder, own)) }];
  for (const { file, bytes } of documents) {
    for (const form of ["json", "markdown", "html"]) {
      const args = ["--format", form, "--replay", "--at", "2026-06-02T00:00:00Z", "--ots", own];
      const given = headers.flatMap((header) => ["--header", header]);
      const command = spawnSync(program, ["verify", ...args, ...given, file], {
        cwd: folder,
        encoding: "utf8",
      });
      assert.notEqual(command.status, 2, command.stderr);
      const options = { name: file, replay: true, at: "2026-06-02T00:00:00Z", proofs, headers };
      const end = form === "json" ? "\n" : "";
      assert.equal(report(bytes, options, form) + end, command.stdout, `${file} as ${form}`);
    }
  }
  assert.throws(() => report(documents[0].bytes, {}, "pdf"), TypeError);
});

test("a report is made again, and a changed one is not", () => {
  for (const { file, bytes } of documents) {
    const status = { verified: 0, broken: 1 }[verify(bytes).verdict.word] ?? 3;
    const made = run(status, "verify", "--format", "json", file);
    assert.equal(reproduce(made, bytes).reproduces, true, file);
    const kept = save("report.json", made.replace("Nothing", "Something").replace('"word":"', '"word":"un'));
    const printed = run(1, "reproduce", "--format", "json", kept, file);
    assert.equal(`${JSON.stringify(reproduce(readFileSync(join(folder, kept)), bytes))}\n`, printed, file);
  }
  assert.throws(() => reproduce("{}", documents[0].bytes), { name: "RefusalError" });
  const [{ bytes }] = documents;
  const proofs = [readFileSync(join(folder, own))];
  const made = report(bytes, { proofs }, "json");
  assert.equal(reproduce(made, bytes).findings[0].reason, "report.other_proofs");
  assert.equal(reproduce(made, bytes, { proofs }).reproduces, true);
  assert.throws(() => reproduce(made, bytes, { name: "x" }), TypeError);
});

test("hashed bytes and signatures, with Node's own SHA-256 and Ed25519 as the judge", (t) => {
  const counts = { hashed: 0, held: 0, not: 0 };
  for (const { file, of, bytes } of [...documents, ...faults]) {
    const { checks, keys } = verify(bytes);
    const described = checks.flatMap(({ hashed }) => hashed ?? []);
    const all = described.length === 0 ? [] : eachHashedBytes(bytes, described);
    assert.equal(all.length, described.length);
    for (const { hashed, key, name, pointer, reason, signed } of checks) {
      const at = `${file ?? of} ${name} ${pointer}`;
      if (hashed !== null) {
        const found = hashedBytes(bytes, hashed);
        assert.ok(found instanceof Uint8Array, at);
        assert.deepEqual(all.shift(), found, at);
        assert.equal(found.length, hashed.bytes, at);
        assert.equal(createHash("sha256").update(found).digest("hex"), hashed.sha256, at);
        counts.hashed += 1;
      }
      if (signed !== null) {
        const x = Buffer.from(keys[key].public_key_hex, "hex").toString("base64url");
        const judge = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
        const [message, signature] = [signed.message_hex, signed.signature_hex].map((hex) =>
          Buffer.from(hex, "hex"),
        );
        assert.deepEqual([message.length, signature.length], [32, 64], at);
        const held = /^signature\.(holds|of_other_content|no_content)$/.test(reason);
        assert.equal(holds(null, message, judge, signature), held, at);
        counts[held ? "held" : "not"] += 1;
      }
    }
  }
  t.diagnostic(JSON.stringify(counts));
  assert.ok(counts.hashed > 500 && counts.held > 100 && counts.not > 0);
});

test("hashed bytes only of what a check of the document hashed", () => {
  const { bytes } = sample("bundle-1212.1787");
  const { hashed } = verify(bytes).checks.find((check) => check.name === "bundle.digest");
  assert.deepEqual(hashedBytes(bytes.toString("utf8"), { ...hashed }), hashedBytes(bytes, hashed));
  assert.deepEqual(eachHashedBytes(bytes, []), []);
  const refused = (change, reason, input = bytes) => {
    const changed = { ...hashed, ...change };
    assert.throws(() => hashedBytes(input, changed), { name: "RefusalError", reason });
    assert.throws(() => eachHashedBytes(input, [changed]), { name: "RefusalError", reason });
  };
  refused({ pointer: "/nowhere" }, "value.missing");
  refused({ pointer: "events" }, "value.missing");
  refused({ without: [] }, "report.other_document");
  refused({ sha256: "0".repeat(64) }, "report.other_document");
  refused({ bytes: hashed.bytes + 2 ** 32 }, "report.other_document");
  refused({}, "report.other_document", sample("bundle-1411.1958").bytes);
  refused({}, "json.syntax", "{");
  const wrong = [
    { pointer: 1 },
    { pointer: "\uD800" },
    { without: "x" },
    { without: [1] },
    { within: undefined },
    { within: 1 },
    { bytes: "1" },
    { bytes: -1 },
    { bytes: 1.5 },
    { bytes: NaN },
    { sha256: null },
  ];
  for (const change of wrong) {
    const changed = { ...hashed, ...change };
    assert.throws(() => hashedBytes(bytes, changed), TypeError, JSON.stringify(change));
    assert.throws(() => eachHashedBytes(bytes, [hashed, changed]), TypeError, JSON.stringify(change));
  }
  for (const value of [undefined, null, 1, "x", [], {}]) {
    assert.throws(() => hashedBytes(bytes, value), TypeError);
    assert.throws(() => eachHashedBytes(bytes, [value]), TypeError);
    if (!Array.isArray(value)) assert.throws(() => eachHashedBytes(bytes, value), TypeError);
  }
  assert.throws(() => hashedBytes(1, hashed), TypeError);
  assert.throws(() => eachHashedBytes(1, [hashed]), TypeError);
});

test("the key ring", () => {
  assert.equal(keyRing(), run(0, "keys", "--format", "json"));
  const ring = JSON.parse(keyRing());
  ring.keys[0].status = "retired";
  ring.keys[0].valid_until = "2026-07-01T00:00:00Z";
  const options = { builtInKeys: false, trustKeys: [JSON.stringify(ring)] };
  assert.deepEqual(JSON.parse(keyRing(options)), ring);
  const { bytes } = sample("bundle-1212.1787");
  assert.equal(verify(bytes, options).verdict.word, "consistent");
  assert.equal(verify(bytes, { ...options, at: "2026-06-30T00:00:00Z" }).verdict.word, "verified");
  assert.throws(() => verify(bytes, { at: "yesterday" }), TypeError);
});

test("what is left out makes a smaller report with the same verdict", () => {
  for (const { file, bytes } of documents) {
    const [whole, brief] = [{}, { explain: false }].map((options) => verify(bytes, options));
    assert.deepEqual(brief.verdict, whole.verdict, file);
    assert.ok(brief.checks.every(({ redo, diagnosis }) => redo.length === 0 && diagnosis === null));
  }
});
