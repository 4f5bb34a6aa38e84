// What hostile shapes cost: the memory of the wasm, which is exact and the same on every machine. How the time grows is
// measured by hand: node test/measure/growth.js.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { pkg } from "./documents.js";
import { past, run, shapes, size } from "./shapes.js";

/** How often a shape of `n` is made. The smaller sizes are for whoever looks where the memory goes. */
const FACTORS = process.env.PITH_FULL === "1" ? [1, 2, 4, 8] : [8];

const module = new WebAssembly.Module(readFileSync(join(pkg, "pith_verifier_bg.wasm")));
const glue = pathToFileURL(join(pkg, "pith_verifier.js")).href;
let instances = 0;

/** What comes of a call in a fresh instance, and all the memory that the instance has had. */
async function spent(work) {
  instances += 1;
  const fresh = await import(`${glue}?${instances}`);
  const { memory } = fresh.initSync({ module });
  const answer = work(fresh);
  return { answer, peak: memory.buffer.byteLength };
}

function assertWithin(peak, bytes, what) {
  const most = 8 * bytes + 32 * 2 ** 20;
  assert.ok(peak <= most, `${what}: ${peak} bytes of memory for ${bytes} bytes, over ${most}`);
}

const TABLE = process.env.PITH_TALLY === "1";

for (const shape of shapes) {
  test(`memory stays within eight times the input and 32 MiB: ${shape.name}`, async () => {
    for (const factor of FACTORS) {
      const made = shape.make(factor * shape.n);
      const bytes = size(made);
      const { answer, peak } = await spent((fresh) => run(fresh, shape, made));
      // A document that is refused at once would show nothing.
      if (shape.call === undefined) assert.notEqual(answer.verdict.word, "unreadable", shape.name);
      assertWithin(peak, bytes, `${shape.name} at ${factor} n`);
      if (TABLE)
        console.log(
          `| ${shape.name} | ${factor} | ${bytes} | ${(peak / 2 ** 20).toFixed(1)} | ${((8 * bytes) / 2 ** 20 + 32).toFixed(1)} |`,
        );
    }
  });
}

for (const [reason, make] of Object.entries(past)) {
  test(`past a limit there is no verdict, and the reason: ${reason}`, async () => {
    const text = make();
    const { answer, peak } = await spent(({ verify }) => verify(text));
    assert.equal(answer.verdict.word, "unreadable");
    assert.equal(answer.refusal.reason, reason);
    assertWithin(peak, Buffer.byteLength(text), reason);
  });
}
