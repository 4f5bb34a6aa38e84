// Documents made to cost: each shape at any size, up to the limit that bounds it.
import { createHash } from "node:crypto";
import { event, testKey } from "./bundles.js";

const WRONG = "0".repeat(64);

/** A bundle of another digest than it states, so that this is explained too, with further members. */
const bundle = (more) =>
  `{"bundle_type":"pith_open_graph_bundle","bundle_version":"1.0",` +
  `"bundle_signature":{"bundle_sha256":"${WRONG}"},"canonical_record":{"a":1},${more}}`;

/** The same with one unknown member. */
const holding = (value) => bundle(`"events":[],"more":${value}`);

const list = (count, make) => `[${Array.from({ length: count }, (_, at) => make(at)).join(",")}]`;

const members = (count, key, value = "0") =>
  `{${Array.from({ length: count }, (_, at) => `"${key(count - 1 - at)}":${value}`).join(",")}}`;

/** `Aa` and `BB` have one hash in many a hash function, and so have all words of them. */
const colliding = (at) =>
  [...at.toString(2).padStart(20, "0")].map((bit) => (bit === "0" ? "Aa" : "BB")).join("");

const created = (more) =>
  `{"event_type":"record_created","content_sha256":"${WRONG}","payload":{"canonical_record":{"a":1}${more}}}`;

/** One event that is signed, as often as it is wanted: its signature is verified each time. */
const signedEvent = JSON.stringify(event("note", { signer: {} }));
const listedKey = JSON.stringify({ key_id: "test", public_key_hex: testKey.hex });

/** A proof of branches of two hundred operations each: more than 255 in a row are refused. */
function proof(branches) {
  const hex = (text) => Buffer.from(text, "hex");
  const head = hex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e892940108");
  const appendAndHash = hex("f0040102030408");
  const pending = Buffer.concat([hex("0083dfe30d2ef90c8e0504"), Buffer.from("http")]);
  const branch = Buffer.concat([...Array.from({ length: 100 }, () => appendAndHash), pending]);
  const others = Array.from({ length: branches - 1 }, () => Buffer.concat([hex("ff"), branch]));
  return Buffer.concat([head, createHash("sha256").digest(), ...others, branch]);
}

/**
 * Each shape: its name, `n` of which eightfold is at a limit or near it or takes long enough, and what makes the
 * document of a size, or several of them. `call` is what it is for, `verify` where there is none.
 */
export const shapes = [
  { name: "white space", n: 1_000_000, make: (n) => holding(" ".repeat(n) + "1") },
  {
    name: "nesting to the limit",
    n: 75,
    make: (n) => holding(list(n, () => "[".repeat(188) + "]".repeat(188))),
  },
  { name: "an array of numbers", n: 124_000, make: (n) => holding(list(n, () => "1")) },
  { name: "an array of doubles", n: 124_000, make: (n) => holding(list(n, () => "1e9")) },
  { name: "an array of objects", n: 62_000, make: (n) => holding(list(n, () => '{"":0}')) },
  { name: "empty texts", n: 124_000, make: (n) => holding(list(n, () => '""')) },
  { name: "keys of an object", n: 100_000, make: (n) => holding(members(n, (at) => at)) },
  {
    name: "keys with a long start in common",
    n: 50_000,
    make: (n) => holding(members(n, (at) => "k".repeat(50) + at)),
  },
  { name: "keys of one hash", n: 50_000, make: (n) => holding(members(n, colliding)) },
  { name: "escaped keys", n: 50_000, make: (n) => holding(members(n, (at) => `\\u00e9${at}`)) },
  { name: "one text", n: 2_000_000, make: (n) => holding(`"${"a".repeat(n)}"`) },
  { name: "escapes", n: 500_000, make: (n) => holding(`"${"\\u0001".repeat(n)}"`) },
  { name: "escaped letters", n: 500_000, make: (n) => holding(`"${"\\u00e9".repeat(n)}"`) },
  { name: "numbers to the limit", n: 400, make: (n) => holding(list(n, () => `0.${"1".repeat(4298)}`)) },
  {
    name: "a long key over many values",
    n: 4_000,
    make: (n) => holding(`{"${"k".repeat(2_000)}":${list(n, () => "0")}}`),
  },
  {
    name: "events",
    n: 1_250,
    make: (n) => bundle(`"events":${list(n, () => '{"event_type":"x","content_sha256":"y"}')}`),
  },
  { name: "events that are none", n: 1_250, make: (n) => bundle(`"events":${list(n, () => "0")}`) },
  {
    name: "events with signatures",
    n: 400,
    make: (n) => bundle(`"public_keys":[${listedKey}],"events":${list(n, () => signedEvent)}`),
  },
  {
    name: "digests that are not those stated",
    n: 900,
    make: (n) => bundle(`"events":${list(n, () => created(`,"canonical_sha256":"${WRONG}"`))}`),
  },
  {
    name: "receipts",
    n: 600,
    make: (n) => bundle(`"events":${list(n, () => created(',"receipt":{"signature_b64":"","unknown":0}'))}`),
  },
  { name: "aliases", n: 12_400, make: (n) => bundle(`"events":[],"source_aliases":${list(n, () => "0")}`) },
  {
    name: "aliases of a kind",
    n: 12_400,
    make: (n) =>
      bundle(`"events":[],"source_aliases":${list(n, () => '{"alias_kind":"arxiv","alias_value":"x"}')}`),
  },
  {
    name: "keys",
    n: 120,
    make: (n) =>
      bundle(
        `"events":[],"public_keys":${list(n, (at) => JSON.stringify({ key_id: `k${at}`, public_key_hex: testKey.hex }))}`,
      ),
  },
  {
    name: "entries of a state",
    n: 4_000,
    make: (n) =>
      bundle(
        `"events":[],"state":{"current":{"events":${list(n, (at) => `{"event_id":"${at}","event_type":"x"}`)}}}`,
      ),
  },
  {
    name: "unknown members",
    n: 50_000,
    make: (n) =>
      bundle(`"events":[{"event_type":"x","content_sha256":"y","payload":${members(n, (at) => `m${at}`)}}]`),
  },
  {
    name: "texts in sections",
    n: 20_000,
    make: (n) =>
      bundle(
        `"events":[{"event_type":"graph_snapshot","content_sha256":"${WRONG}","payload":{"graph_snapshot":{"paper":{"title":"t"},"references":{"sample":${list(n, (at) => `"a text ${at}"`)},"count":${n},"section_sha256":"${WRONG}"}}}}]`,
      ),
  },
  {
    name: "a record that is canonical alone",
    n: 124_000,
    call: "canonicalize",
    make: (n) => list(n, () => "1e9"),
  },
  {
    name: "documents that are compared",
    n: 60_000,
    call: "compare",
    make: (n) => Array.from({ length: 10 }, (_, at) => holding(list(n / 10, () => at))),
  },
  {
    name: "events that are compared",
    n: 1_200,
    call: "compare",
    make: (n) =>
      Array.from({ length: 10 }, (_, of) =>
        bundle(
          `"events":${list(n / 10, (at) => `{"event_type":"x","content_sha256":"y","event_id":"${of} ${at}"}`)}`,
        ),
      ),
  },
  {
    name: "proofs",
    n: 4,
    call: "proofs",
    make: (n) => Array.from({ length: n }, () => new Uint8Array(proof(24))),
  },
];

/** Calls the package with what a shape made; with options where it takes any. */
export function run({ verify, canonicalize, compare }, { call }, made, options = {}) {
  switch (call) {
    case "canonicalize":
      return canonicalize(made);
    case "compare":
      return compare(made, options);
    case "proofs":
      return verify("{}", { ...options, proofs: made });
    default:
      return verify(made, options);
  }
}

/** How many bytes a shape made. */
export const size = (made) => [made].flat().reduce((sum, each) => sum + Buffer.byteLength(each), 0);

const wide = (count, value = "0") => holding(list(count, () => value));

/** Documents just past a limit, and the reason with which each must be refused. */
export const past = {
  "limit.bytes": () => " ".repeat(128 * 2 ** 20 + 1),
  "limit.depth": () => "[".repeat(5_000_000),
  "limit.values": () => wide(1_000_000),
  "limit.pointers": () => `{"${"k".repeat(40_000)}":${list(4_000, () => "0")}}`,
  "limit.number_length": () => wide(1, "1".repeat(4_301)),
  "limit.events": () => bundle(`"events":${list(10_001, () => "0")}`),
  "limit.signatures": () =>
    `[${Array(5_001).fill(created(',"receipt":{}').replace(/}$/, ',"signature":{}}')).join(",")}]`,
  "limit.checks": () => bundle(`"source_aliases":${list(100_001, () => "0")}`),
  "limit.keys": () => bundle(`"public_keys":${list(1_001, () => "{}")}`),
};
