// Failure is never green, in Node: a wasm with too little memory, one whose memory stops growing, and one that traps.
// What comes out is the very report of the good build, or an error of the tool with a text; then the next document.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundleOf } from "./bundles.js";
import { faults, retitled, sample, samples } from "./documents.js";
import { earned, engineWith, outcome, WASM } from "./engine.js";
import { capped, exportsOf, refusing, trapping } from "./wasm-patch.js";

const LARGE = { 100: bundleOf(100), 1000: bundleOf(1000) };
const SMALL = sample("bundle-1212.1787").bytes.toString("utf8");
const documents = {
  verified: SMALL,
  broken: retitled(),
  unsigned: sample("state-1212.1787").bytes.toString("utf8"),
  unreadable: SMALL.slice(0, -1),
  "with 100 events": LARGE[100],
  "with 1000 events": LARGE[1000],
};
/** What the engine is asked about a document, for each function of the wasm. */
const asks = (text) => ({
  verify: ["verify", text, { replay: true }, null, null],
  whole: ["whole", text, {}],
  row: ["row", text, {}],
  compare: ["compare", [{ input: text }, { input: SMALL, name: "small" }], {}],
  matchText: ["matchText", text, "title", "Generic Checkpoint", {}],
  print: ["print", text, {}, "markdown"],
  json: ["print", text, {}, "json"],
  reproduce: ["reproduce", REPORT, text, {}],
  hashedBytes: ["hashedBytes", text, HASHED],
  canonicalize: ["canonicalize", text],
  mergeInOrders: ["mergeInOrders", text, [[0, 1]], {}],
  keyRing: ["keyRing", {}],
});
const { engine: sound } = engineWith();
const REPORT = await sound.call("print", SMALL, {}, "json");
/** What a check of the small document hashed. */
const HASHED = JSON.parse(REPORT).checks.find(({ hashed }) => hashed !== null).hashed;
/** What the good build says, its refusals too. */
const known = new Map();
async function good(ask) {
  const name = JSON.stringify(ask);
  if (!known.has(name)) known.set(name, await outcome(sound.call(...ask)));
  return known.get(name);
}

/** Asks an engine, and holds what comes of it against the good build; says whether there was a report. */
async function ask(engine, call, what) {
  const expected = await good(call);
  const found = await outcome(engine.call(...call));
  if (expected.error === undefined) return earned(found, expected.given, what);
  if (found.error?.name === expected.error.name) {
    assert.equal(found.error.message, expected.error.message, what);
    return true;
  }
  assert.equal(found.given, undefined, `${what}: what is refused else was answered`);
  return earned(found, null, what);
}

test.after(() => sound.stop());

test("with 2, 4 and 8 MiB of memory", async (t) => {
  for (const mebibytes of [2, 4, 8]) {
    const { engine, workers } = engineWith(capped(WASM, mebibytes));
    const counts = { report: 0, error: 0 };
    for (const [name, text] of Object.entries(documents)) {
      for (const [of, call] of Object.entries(asks(text))) {
        const isGood = await ask(engine, call, `${mebibytes} MiB, ${of} of ${name}`);
        counts[isGood ? "report" : "error"] += 1;
        // The next one, in a fresh instance where the last one ended.
        const next = await ask(engine, asks(SMALL).verify, `${mebibytes} MiB, after ${of} of ${name}`);
        assert.ok(next, `${mebibytes} MiB: a small document after ${of} of ${name} comes out`);
      }
    }
    engine.stop();
    t.diagnostic(`${mebibytes} MiB: ${JSON.stringify(counts)}, ${workers.length} workers`);
    assert.ok(counts.report > 30 && counts.error > 0, JSON.stringify(counts));
    assert.equal(workers.length, counts.error + 1, "one worker more for each that ended");
  }
});

test("memory does not grow the k-th time, and never after", async (t) => {
  const counts = { report: 0, error: 0 };
  let most = 0;
  for (const [name, text] of Object.entries(documents)) {
    const { verify, compare, json } = asks(text);
    for (const call of [verify, compare, json]) {
      // Each of the first, and later one in some.
      for (let number = 1, isGood = false; !isGood; number += 1 + (number >> 3)) {
        const { engine } = engineWith(refusing(WASM, number));
        isGood = await ask(engine, call, `growth ${number} refused, ${call[0]} of ${name}`);
        counts[isGood ? "report" : "error"] += 1;
        most = Math.max(most, number);
        engine.stop();
      }
    }
  }
  t.diagnostic(`refused up to the growth ${most}: ${JSON.stringify(counts)}`);
  // Each came out in the end: when as much memory was there as it took.
  assert.equal(counts.report, 3 * Object.keys(documents).length);
  assert.ok(counts.error > 30, JSON.stringify(counts));
  // The rewritten wasm is the same verifier.
  const { engine } = engineWith(refusing(WASM, 0));
  for (const { of, bytes } of [...samples, ...faults]) {
    assert.ok(await ask(engine, asks(bytes.toString("utf8")).verify, of));
  }
  engine.stop();
});

test("a trap at each function that the wasm exports", async (t) => {
  const names = exportsOf(WASM);
  assert.ok(names.length >= 15 && names.includes("verify") && names.includes("__wbindgen_malloc"));
  const counts = { report: 0, error: 0 };
  const silent = [];
  for (const name of names) {
    const { engine } = engineWith(trapping(WASM, name));
    let ended = 0;
    for (const document of ["verified", "broken"]) {
      for (const [of, call] of Object.entries(asks(documents[document]))) {
        const isGood = await ask(engine, call, `a trap at ${name}, ${of} of ${document}`);
        counts[isGood ? "report" : "error"] += 1;
        if (!isGood) ended += 1;
      }
    }
    engine.stop();
    if (ended === 0) silent.push(name);
  }
  t.diagnostic(`${names.length} functions: ${JSON.stringify(counts)}; not reached: ${silent.join(", ")}`);
  for (const name of ["verify", "compare", "matchText", "report", "reproduce", "hashedBytes", "keyRing"]) {
    assert.ok(!silent.includes(name), `${name} is reached`);
  }
});
