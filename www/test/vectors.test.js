// Vectors about one key, one signature or one text, in the wasm that the feature `vectors` opens to them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { root, vectors, vectorsOf } from "./documents.js";

const folder = join(root, "target/xtask/vectors");
const wasm = await import(pathToFileURL(join(folder, "pith_verifier.js")).href);

const THIRD_PARTY = "the third-party vectors are not here: set PITH_VECTORS";

before(() => {
  wasm.initSync({ module: readFileSync(join(folder, "pith_verifier_bg.wasm")) });
});

const hex = (text) => {
  const bytes = Buffer.from(text, "hex");
  assert.equal(bytes.length * 2, text.length, `not hexadecimal: ${text}`);
  return bytes;
};
const holds = ({ key, message, signature }) => wasm.signature_holds(key, message, signature);

/** Counts what is accepted and refused, and fails at each case that comes out otherwise than it must. */
function tally(cases, accepts) {
  const counts = { accepted: 0, refused: 0 };
  for (const each of cases) {
    const accepted = accepts(each);
    assert.equal(accepted, each.accept, `${each.name}: ${accepted ? "accepted" : "refused"}`);
    counts[accepted ? "accepted" : "refused"] += 1;
  }
  return counts;
}

/** The same bytes with one bit changed. */
function flipped(bytes, bit) {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] ^= 1 << (bit & 7);
  return copy;
}

test("Wycheproof: signatures come out as stated", (t) => {
  const found = vectorsOf("wycheproof-ed25519/ed25519_test.json");
  if (!found) return t.skip(THIRD_PARTY);
  const cases = found.testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, msg, sig, result }) => {
      assert.match(result, /^(in)?valid$/);
      const parts = { key: hex(publicKey.pk), message: hex(msg), signature: hex(sig) };
      return { name: `tcId ${tcId}`, ...parts, accept: result === "valid" };
    }),
  );
  const counts = tally(cases, holds);
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(counts, { accepted: 88, refused: 63 });
});

test("CCTV: points at the edge come out as the strict rule has it", (t) => {
  const found = vectorsOf("cctv-ed25519/ed25519vectors.json");
  const expected = vectorsOf("cctv-ed25519/expected-strict.json");
  if (!found || !expected) return t.skip(THIRD_PARTY);
  const strict = new Map(expected.map(({ number, strict }) => [number, strict]));
  const cases = found.map(({ number, key, sig, msg }) => {
    assert.match(strict.get(number), /^(accept|refuse)$/);
    const parts = { key: hex(key), message: Buffer.from(msg, "ascii"), signature: hex(sig) };
    return { name: `number ${number}`, ...parts, accept: strict.get(number) === "accept" };
  });
  const counts = tally(cases, holds);
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(counts, { accepted: 43, refused: 871 });
});

test("ed25519-speccheck: only the case that the strict rule accepts is accepted", (t) => {
  const found = vectorsOf("ed25519-speccheck/cases.json");
  const expected = vectorsOf("ed25519-speccheck/expected-strict.json");
  if (!found || !expected) return t.skip(THIRD_PARTY);
  assert.equal(found.length, expected.length);
  const cases = expected.map(({ index, strict }) => {
    assert.match(strict, /^(accept|refuse)$/);
    const { pub_key: key, message, signature } = found[index];
    const parts = { key: hex(key), message: hex(message), signature: hex(signature) };
    return { name: `case ${index}`, ...parts, accept: strict === "accept" };
  });
  const counts = tally(cases, holds);
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(counts, { accepted: 1, refused: 11 });
});

test("RFC 8032 and sign.input: each signature holds, and none with one bit changed", (t) => {
  const rfc = vectorsOf("rfc8032/rfc8032_7_1.json");
  const lines = vectors("rfc8032/sign-input-128.txt")?.toString("ascii").trimEnd().split("\n");
  if (!rfc || !lines) return t.skip(THIRD_PARTY);
  const cases = [
    ...rfc.map(({ name, public_key: key, message, signature }) => ({ name, key, message, signature })),
    ...lines.map((line, i) => {
      const [, key, message, signed] = line.split(":");
      assert.equal(signed.slice(128), message);
      return { name: `line ${i}`, key, message, signature: signed.slice(0, 128) };
    }),
  ].map(({ name, key, message, signature }) => ({
    name,
    key: hex(key),
    message: hex(message),
    signature: hex(signature),
    accept: true,
  }));
  assert.equal(rfc.length, 5);
  const counts = tally(cases, holds);
  assert.deepEqual(counts, { accepted: 133, refused: 0 });

  const changed = cases.flatMap((each, i) =>
    ["key", "message", "signature"]
      .filter((part) => each[part].length > 0)
      .map((part) => {
        // Another bit in each case, so that together they go through all parts of a key and a signature.
        const bit = (i * 37) % (each[part].length * 8);
        const name = `${each.name} with bit ${bit} of the ${part} changed`;
        return { ...each, name, [part]: flipped(each[part], bit), accept: false };
      }),
  );
  const after = tally(changed, holds);
  t.diagnostic(`${JSON.stringify(counts)}; with one bit changed ${JSON.stringify(after)}`);
  // Two messages are empty.
  assert.deepEqual(after, { accepted: 0, refused: 3 * 133 - 2 });
});

test("public keys: only the exact encodings of points that can sign are taken", (t) => {
  const found = vectorsOf("ed25519-encodings/encodings.json");
  assert.ok(found, "these vectors are part of the project");
  const isKey = ({ bytes }) => wasm.is_public_key(bytes);
  const encodings = found.encodings.map(({ hex: text, why, as_public_key: as }) => {
    assert.match(as, /^(accept|refuse)$/);
    return { name: `${text} (${why})`, bytes: hex(text), accept: as === "accept" };
  });
  const counts = tally(encodings, isKey);
  assert.deepEqual(counts, { accepted: 8, refused: 54 });

  // A good key cut or followed by zeros.
  const good = encodings.find(({ accept }) => accept).bytes;
  const lengths = found.wrong_lengths.map(({ bytes: length, as_public_key: as }) => ({
    name: `${length} bytes`,
    bytes: Buffer.concat([good, Buffer.alloc(64)]).subarray(0, length),
    accept: as === "accept",
  }));
  const byLength = tally(lengths, isKey);
  assert.deepEqual(byLength, { accepted: 0, refused: 7 });
  t.diagnostic(`${JSON.stringify(counts)}; wrong lengths ${JSON.stringify(byLength)}`);
});

test("scalars: a signature holds for no S but its own, be it in range or not", (t) => {
  const found = vectorsOf("ed25519-encodings/encodings.json");
  assert.ok(found, "these vectors are part of the project");
  const [first] = published();
  assert.ok(holds(first));
  const own = first.signature.subarray(32);
  let inRange = 0;
  for (const { name, S_hex: text, as_S: as } of found.scalars) {
    const scalar = hex(text);
    assert.equal(below(scalar, ORDER), as === "in range", name);
    inRange += as === "in range" ? 1 : 0;
    const signature = Buffer.concat([first.signature.subarray(0, 32), scalar]);
    assert.equal(holds({ ...first, signature }), false, name);
  }
  // The own S and L more is the same number to the curve: refused for its range alone.
  const raised = number(own) + ORDER;
  const signature = Buffer.concat([first.signature.subarray(0, 32), littleEndian(raised)]);
  assert.equal(holds({ ...first, signature }), false, "S + L");
  t.diagnostic(`${found.scalars.length} scalars, ${inRange} of them in range; all refused`);
  assert.equal(found.scalars.length, 12);
  assert.equal(inRange, 4);
});

test("base64: only the exact spelling is read", (t) => {
  const found = vectorsOf("base64-variants/variants.json");
  assert.ok(found, "these vectors are part of the project");
  const exact = new Map(found.filter(({ name }) => name === "exact").map(({ of, text }) => [of, text]));
  const cases = found.map(({ of, name, text, expect }) => {
    assert.match(expect, /^(accept|refuse)$/);
    return { name: `${of}, ${name}`, of, text, accept: expect === "accept" };
  });
  const counts = tally(cases, ({ of, text }) => {
    // A few spell other bytes, and correctly so: what is refused is that they are those of the exact one.
    const bytes = wasm.base64_bytes(text);
    return bytes !== undefined && Buffer.from(exact.get(of), "base64").equals(bytes);
  });
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(counts, { accepted: 3, refused: 120 });
});

test("published signatures hold over the raw digest and not over its hexadecimal text", (t) => {
  const counts = tally(published(), holds);
  assert.deepEqual(counts, { accepted: 8, refused: 0 });
  const overText = published().map((each) => ({
    ...each,
    message: Buffer.from(each.message.toString("hex"), "ascii"),
    accept: false,
  }));
  const asText = tally(overText, holds);
  assert.deepEqual(asText, { accepted: 0, refused: 8 });
  t.diagnostic(`raw ${JSON.stringify(counts)}; hexadecimal ${JSON.stringify(asText)}`);
});

/** The published signatures. */
function published() {
  const found = vectorsOf("pith-published/receipts.json");
  assert.ok(found, "these vectors are part of the project");
  return found.receipts.map(({ pith_suffix: name, canonical_sha256: digest, signature_b64: signature }) => ({
    name,
    key: hex(found.public_key_hex),
    message: hex(digest),
    signature: Buffer.from(signature, "base64"),
    accept: true,
  }));
}

/** L, the order of the group: RFC 8032, section 5.1. */
const ORDER = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

function number(bytes) {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

function below(bytes, limit) {
  return number(bytes) < limit;
}

function littleEndian(value) {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse();
}
