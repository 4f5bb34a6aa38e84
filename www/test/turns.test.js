// What `cargo xtask bench` reckons with. Nothing is timed here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { plot } from "../../benches/plot.js";
import { between, spread, table } from "../../benches/tables.js";
import { inTurns, quantile, takeTurns } from "../../benches/turns.js";
import { root } from "./documents.js";

test("in each round every contender has one turn", async () => {
  const turns = [];
  const ways = Object.fromEntries([..."abc"].map((name) => [name, async () => turns.push(name)]));
  const found = await inTurns(ways, 20);
  assert.deepEqual(Object.values(found).flat().length, 60);
  const rounds = Array.from({ length: 21 }, (_, round) => turns.slice(3 * round, 3 * round + 3).join(""));
  for (const round of rounds) assert.equal([...round].toSorted().join(""), "abc");
  assert.equal(new Set(rounds).size, 6, "every order");
});

test("a batch takes as long for one contender as for another", async () => {
  const passes = { fast: [], slow: [] };
  const contender = (name, nanoseconds) => ({
    name,
    go: async (count) => {
      passes[name].push(count);
      return nanoseconds;
    },
  });
  const contenders = [contender("fast", 1e5), contender("slow", 1e7)];
  const times = await takeTurns(contenders, { rounds: 3, documents: 4 });
  assert.deepEqual(times, { fast: [1e5, 1e5, 1e5], slow: [1e7, 1e7, 1e7] });
  assert.deepEqual([passes.fast.at(-1), passes.slow.at(-1)], [150, 2]);
});

test("quartiles", () => {
  assert.deepEqual(
    [0, 0.25, 0.5, 1].map((part) => quantile([4, 1, 3, 2], part)),
    [1, 1.75, 2.5, 4],
  );
  assert.equal(spread([5, 1, 3]), "3 (2 to 4)");
});

test("a table stands between its markers, and docs/performance.md has them all", () => {
  const page = readFileSync(join(root, "docs/performance.md"), "utf8");
  for (const part of ["machine", "peers", "batch", "cold", "growth"]) {
    const written = between(page, part, table(["a"], [["b"]]));
    assert.ok(written.includes(`<!-- ${part} -->\n\n| a   |\n| --- |\n| b   |\n\n<!-- /${part} -->`));
    assert.equal(between(written, part, table(["a"], [["b"]])), written);
  }
  assert.throws(() => between(page, "other", ""), /no markers of other/);
});

test("what is linear is drawn along the dotted line", () => {
  const points = [10, 100, 1000].map((size) => ({ size, milliseconds: size / 10 }));
  const drawn = plot([{ what: "a", unit: "bytes", place: "b", points }]);
  assert.match(drawn, /points="0.0,320.0 210.0,160.0 420.0,0.0"/);
  assert.match(drawn, /M0,320L420,0"/);
});
