// What unpacks the single file, against what another program packed, and against damaged bytes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./bundle.js";
import { generator, sample } from "./documents.js";

const { unpacked, DamagedError } = await source("single/ppmd.ts");
const { packed } = JSON.parse(readFileSync(new URL("ppmd.json", import.meta.url), "utf8"));
/** Bytes of which all 256 come often enough for counts to be halved. */
const squares = Buffer.from(Array.from({ length: 6000 }, (_, i) => (i * i * 7 + (i >> 3)) & 255));
const original = (name) => (name === "squares" ? squares : sample(name).bytes);

test("what 7-Zip's code packed comes out as it was", () => {
  for (const { of, length, order, base64 } of packed) {
    const found = unpacked(Buffer.from(base64, "base64"), length, order);
    assert.ok(Buffer.from(found).equals(original(of)), `${of}, order ${order}`);
  }
  assert.equal(packed.length, 3);
});

test("damaged bytes end in an error or in other bytes, and never in a hang", (t) => {
  const random = generator(20_261_121);
  const counts = { refused: 0, other: 0 };
  for (const { of, length, order, base64 } of packed) {
    for (let i = 0; i < 100; i += 1) {
      const bytes = Buffer.from(base64, "base64");
      const at = random(bytes.length - 8);
      const cut = i % 4 === 0;
      if (!cut) bytes[at] ^= 1 + random(255);
      try {
        const found = unpacked(cut ? bytes.subarray(0, at) : bytes, length, order);
        assert.ok(!Buffer.from(found).equals(original(of)), `${of}: byte ${at} says nothing`);
        counts.other += 1;
      } catch (error) {
        assert.ok(error instanceof DamagedError, `${of}, byte ${at}: ${error.stack}`);
        counts.refused += 1;
      }
    }
  }
  t.diagnostic(JSON.stringify(counts));
  assert.ok(counts.refused > 100 && counts.other > 5, JSON.stringify(counts));
});
