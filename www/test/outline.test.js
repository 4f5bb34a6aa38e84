// The tree that the worker makes of the leaves of a report, and the lists that it gives of it.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { test } from "node:test";
import { source } from "./bundle.js";
import { changed, pkg, samples } from "./documents.js";

const { verify } = await import(pathToFileURL(join(pkg, "index.js")).href);
const { Outline } = await source("engine/outline.ts");

const CLASSES = ["signed", "derived", "bound", "signature", "checksummed", "uncovered"];
const ALL = { class: null, search: "", open: true, but: new Uint32Array() };
const START = { row: 0 };
const MANY = 1_000_000;

const leafAt = (pointer, value = '""', name = "uncovered") => ({
  pointer,
  value,
  class: name,
  keys: [],
  checks: [],
});
const of = (...pointers) => new Outline(pointers.map((pointer) => leafAt(pointer)));
/** Rows as text: depth, name, and of a container whether it is open. */
const drawn = (rows) =>
  rows.map((row) => {
    const mark = row.counts === undefined ? "" : row.open ? " v" : " >";
    return `${"  ".repeat(row.level - 1)}${row.name}${mark}`;
  });
const list = (outline, query = {}) => outline.rows({ ...ALL, ...query }, START, MANY);

test("pointers become a tree in the order of the document", () => {
  const outline = of("/a/b/c", "/a/b/d", "/a/e", "/f/0", "/f/1/g", "/h");
  assert.deepEqual(drawn(list(outline).rows), [
    "a v",
    "  b v",
    "    c",
    "    d",
    "  e",
    "f v",
    "  0",
    "  1 v",
    "    g",
    "h",
  ]);
});

test("names are decoded, and only steps end at a slash", () => {
  const outline = of("/a~1b/~0~1", "/a~1b/~01", "/a/b", "/ab", "//", "//x", "/");
  assert.deepEqual(drawn(list(outline).rows), [
    "a/b v",
    "  ~/",
    "  ~1",
    "a v",
    "  b",
    "ab",
    " v",
    "  ",
    "  x",
    "",
  ]);
  assert.equal(outline.detail(1).pointer.text, "/a~1b/~0~1");
  assert.equal(outline.detail(0).pointer.text, "/a~1b");
});

test("one name that starts another is another container", () => {
  const outline = of("/a/x", "/ab/x", "/abc", "/abcd/x/y", "/abcd/xy/y");
  assert.deepEqual(drawn(list(outline).rows), [
    "a v",
    "  x",
    "ab v",
    "  x",
    "abc",
    "abcd v",
    "  x v",
    "    y",
    "  xy v",
    "    y",
  ]);
});

test("a document may be one value, or have none", () => {
  const one = list(of(""));
  assert.equal(one.total, 1);
  assert.equal(one.rows[0].name, null);
  assert.equal(one.rows[0].level, 1);
  const none = list(new Outline([]));
  assert.deepEqual([none.total, none.values, none.rows], [0, 0, []]);
});

test("every leaf of every sample has its row, and every container its sums", () => {
  for (const { bytes, name } of samples) {
    const { leaves, ...sums } = verify(bytes).coverage;
    const outline = new Outline(leaves);
    const { rows, total, values } = list(outline);
    assert.equal(values, sums.total, name);
    assert.equal(rows.length, total, name);
    const shown = rows.filter((row) => row.counts === undefined);
    assert.deepEqual(
      shown.map((row) => [row.leaf, row.class, row.keys]),
      leaves.map((leaf, index) => [index, leaf.class, leaf.keys]),
      name,
    );
    for (const row of rows) {
      const { pointer, holds } = outline.detail(row.node);
      if (row.counts === undefined) {
        const leaf = leaves[row.leaf];
        assert.equal(pointer.text, leaf.pointer);
        assert.equal(holds.value.text, leaf.value);
        assert.deepEqual(holds.checks, leaf.checks);
        continue;
      }
      const inside = leaves.filter((leaf) => leaf.pointer.startsWith(`${pointer.text}/`));
      const counts = CLASSES.map((each) => [each, inside.filter((leaf) => leaf.class === each).length]);
      assert.deepEqual(row.counts, Object.fromEntries(counts), pointer.text);
      assert.deepEqual(holds.counts, row.counts);
    }
    const tops = rows.filter((row) => row.level === 1);
    assert.deepEqual(
      tops.map((row) => row.name),
      Object.keys(JSON.parse(bytes.toString("utf8"))),
      name,
    );
  }
});

test("each entry knows its container, its place in it and how many stand beside it", () => {
  const outline = of("/a/b/c", "/a/b/d", "/a/e", "/f");
  const { rows } = list(outline);
  assert.deepEqual(
    rows.map(({ parent, position, size }) => [parent, position, size]),
    [
      [null, 1, 2],
      [0, 1, 2],
      [1, 1, 2],
      [1, 2, 2],
      [0, 2, 2],
      [null, 2, 2],
    ],
  );
});

test("a class, a place and a value filter, and containers without a find are not listed", () => {
  const outline = new Outline([
    leafAt("/a/Title", '"One"', "signed"),
    leafAt("/a/x~1y", '"say \\"two\\""', "signed"),
    leafAt("/b/c/d", '"\u202ethree"', "uncovered"),
    leafAt("/e", "17", "bound"),
  ]);
  const names = (query) => drawn(list(outline, query).rows);
  assert.deepEqual(names({ class: "uncovered" }), ["b v", "  c v", "    d"]);
  assert.deepEqual(names({ class: "checksummed" }), []);
  assert.deepEqual(names({ search: "title" }), ["a v", "  Title"]);
  assert.deepEqual(names({ search: "TWO" }), ["a v", "  x/y"]);
  assert.deepEqual(names({ search: 'say "two"' }), ["a v", "  x/y"]);
  assert.deepEqual(names({ search: "x/y" }), ["a v", "  x/y"]);
  assert.deepEqual(names({ search: "/b/c" }), ["b v", "  c v", "    d"]);
  assert.deepEqual(names({ search: "\u27e8U+202E\u27e9three" }), ["b v", "  c v", "    d"]);
  assert.deepEqual(names({ search: "\u27e8U+FFFFFF\u27e9" }), []);
  assert.deepEqual(names({ search: "17" }), ["e"]);
  assert.deepEqual(names({ search: "17", class: "signed" }), []);
  assert.equal(list(outline, { search: "/a", class: "signed" }).values, 2);
  // The numbers of a container count what is in it, and not what is listed.
  assert.equal(list(outline, { search: "One" }).rows[0].counts.signed, 2);
  assert.equal(list(outline, { search: "One" }).rows[1].size, 1);
});

test("containers fold, all or some", () => {
  const outline = of("/a/b/c", "/a/d", "/e/f", "/g");
  const names = (query) => drawn(list(outline, query).rows);
  const node = (name) => list(outline).rows.find((row) => row.name === name).node;
  const but = (...of) => Uint32Array.from(of.map(node));
  assert.deepEqual(names({ open: false }), ["a >", "e >", "g"]);
  assert.deepEqual(names({ open: false, but: but("a") }), ["a v", "  b >", "  d", "e >", "g"]);
  assert.deepEqual(names({ but: but("b", "e") }), ["a v", "  b >", "  d", "e >", "g"]);
  assert.equal(list(outline, { open: false }).values, 4, "values in closed containers count");
  assert.equal(list(outline, { open: false }).rows[0].counts.uncovered, 2);
});

test("containers beside each other are found, wherever they stand", () => {
  const outline = of("/a/b/c", "/a/d", "/a/e/f", "/e/f", "/g");
  const node = (pointer) =>
    list(outline).rows.find((row) => outline.detail(row.node).pointer.text === pointer).node;
  const beside = (pointer) =>
    [...outline.beside(node(pointer))].map((each) => outline.detail(each).pointer.text);
  assert.deepEqual(beside("/g"), ["/a", "/e"]);
  assert.deepEqual(beside("/a"), ["/a", "/e"]);
  assert.deepEqual(beside("/a/d"), ["/a/b", "/a/e"]);
  assert.deepEqual(beside("/a/b/c"), []);
});

test("a window has the row that was asked for, and keeps within the list", () => {
  const outline = of(...Array.from({ length: 1000 }, (_, index) => `/list/${index}`), "/last");
  const window = (around, count = 10) => outline.rows(ALL, around, count);
  assert.equal(window(START).from, 0);
  assert.equal(window({ row: 500 }).from, 495);
  assert.equal(window({ row: 500 }).rows[5].name, "499");
  assert.equal(window({ row: 99_999 }).rows.at(-1).name, "last");
  assert.equal(window({ row: 99_999 }).row, 1001);
  assert.equal(window({ row: -3 }).from, 0);
  assert.equal(window({ node: 700 }).rows[5].node, 700);
  const closed = outline.rows({ ...ALL, open: false }, { node: 700 }, 10);
  assert.deepEqual([closed.row, closed.total], [0, 2], "of a hidden node, the container around it");
});

test("long texts come in parts that cut no character in two", () => {
  const long = "\u{1f600}".repeat(30_000);
  const outline = new Outline([leafAt(`/${long}`, `"${long}"`)]);
  const [row] = list(outline).rows;
  assert.equal(row.cut, true);
  assert.ok(row.value.length < 300 && row.name.length < 300);
  assert.ok(row.value.isWellFormed?.() ?? true);
  const { pointer, holds } = outline.detail(0);
  for (const [of, first] of [
    ["pointer", pointer],
    ["value", holds.value],
  ]) {
    let text = first.text;
    while (text.length < first.length) {
      const part = outline.excerpt(0, of, text.length);
      assert.equal(part.from, text.length);
      assert.doesNotMatch(part.text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
      text += part.text;
    }
    assert.equal(text, of === "pointer" ? `/${long}` : `"${long}"`);
  }
});

test("a document of very many values is listed whole", () => {
  const more = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`group ${i}`, Array.from({ length: 200 }, (_, j) => `${i} ${j}`)]),
  );
  const { leaves } = verify(
    changed("record-2101.05782", (record) => Object.assign(record, { more })),
  ).coverage;
  const outline = new Outline(leaves);
  const { values, total } = outline.rows(ALL, START, 1);
  assert.equal(values, leaves.length);
  assert.ok(total > 60_000);
  const found = outline.rows({ ...ALL, search: "299 199" }, START, 10);
  assert.deepEqual(drawn(found.rows), ["more v", "  group 299 v", "    199"]);
});
