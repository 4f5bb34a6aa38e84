// Where rows stand in a box that scrolls, also when the list is taller than a browser can draw.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./bundle.js";

const { Scale } = await source("elements/scale.ts");

test("a list that a browser can draw is scrolled as it is", () => {
  const scale = new Scale(1000, 30, 600);
  assert.equal(scale.extent, 30_000);
  for (const scrolled of [0, 1, 14_999.5, 29_400]) {
    assert.equal(scale.offset(scrolled), scrolled);
    assert.equal(scale.scrolled(scrolled), scrolled);
    assert.equal(scale.top(7, scrolled), 210);
  }
  // Some browsers scroll beyond the ends for a moment.
  assert.equal(scale.offset(-50), 0);
  assert.equal(scale.offset(50_000), 29_400);
});

test("a list that fits its box does not scroll", () => {
  const scale = new Scale(3, 30, 600);
  assert.equal(scale.extent, 90);
  assert.equal(scale.offset(0), 0);
  assert.equal(scale.offset(10), 0);
  assert.equal(scale.toSee(2, 0), 0);
});

test("a list of two million rows is scrolled in a box that a browser can draw", () => {
  const [rows, row, box] = [2_000_000, 28, 600];
  const scale = new Scale(rows, row, box);
  assert.ok(scale.extent < 17_000_000);
  const end = scale.extent - box;
  assert.equal(scale.offset(0), 0);
  assert.ok(Math.abs(scale.offset(end) - (rows * row - box)) < 0.01);
  // The first row is at the top of the box at the start, and the last one at its bottom at the end.
  assert.equal(scale.top(0, 0), 0);
  assert.ok(Math.abs(scale.top(rows - 1, end) + row - scale.extent) <= 1);
  // Browsers lose count of what is too far outside.
  assert.equal(scale.top(0, end), -row);
  assert.equal(scale.top(rows - 1, 0), scale.extent);
  for (const offset of [0, 1, 28_000_000.5, rows * row - box]) {
    assert.ok(Math.abs(scale.offset(scale.scrolled(offset)) - offset) < 0.01);
  }
});

test("a row is brought to sight by the least way", () => {
  for (const rows of [1000, 2_000_000]) {
    const scale = new Scale(rows, 28, 280);
    const seen = (row, scrolled) => {
      const top = scale.top(row, scrolled) - scrolled;
      return top >= -1 && top + 28 <= 281;
    };
    const middle = scale.scrolled((rows / 2) * 28);
    assert.equal(scale.toSee(rows / 2 + 3, middle), middle, "what is seen stays where it is");
    for (const row of [0, 1, rows / 2 - 1, rows / 2 + 30, rows - 1]) {
      assert.ok(seen(row, scale.toSee(row, middle)), `row ${row} of ${rows}`);
    }
    assert.equal(scale.toSee(0, middle), 0);
  }
});
