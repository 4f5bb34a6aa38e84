// How the time grows with the bytes of a document, in one long text and in many values, and with its events: in the wasm
// as shipped, in Node, and natively. Explanations have a budget of bytes and are left out, for they would hide it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify } from "../../dist/pkg/index.js";
import { bundleOf } from "../../www/test/bundles.js";
import { changed, root } from "../../www/test/documents.js";
import { shapes } from "../../www/test/shapes.js";
import { program } from "../places.js";
import { plot } from "../plot.js";
import { table } from "../tables.js";
import { median } from "../turns.js";

const BYTES = [1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8];

/** One more, and there are more than 10,000 signatures with those of record and bundle, which is a limit. */
const EVENTS = [2, 10, 30, 100, 300, 1_000, 3_000, 9_998];

/** Short documents are verified for so many milliseconds at a time, and any for so many before it counts. */
const BATCH = 200;
const WARM_UP = 1000;

const text = shapes.find(({ name }) => name === "one text");

/** What grows: its unit, the sizes, and what makes a document of a size. */
const KINDS = {
  "one text": { unit: "bytes", sizes: BYTES, make: (size) => text.make(size - 216) },
  "many values": { unit: "bytes", sizes: BYTES.slice(1), make: manyValues },
  "signed events": { unit: "events", sizes: EVENTS, make: (size) => bundleOf(size - 2) },
};

/** A bundle with further values that nothing signs. With 110 bytes each, the limit of a million lies past 100 MB. */
export function manyValues(size) {
  return changed("bundle-1212.1787", (bundle) => {
    const count = Math.floor((size - 13_400) / 113);
    bundle.more = Array.from({ length: count }, (_, at) => String(at).padStart(110, "value "));
  });
}

/** @param {{quick: boolean, write: boolean}} options */
export async function growth({ quick, write }) {
  const rounds = quick ? 1 : 5;
  const found = [];
  for (const [what, { unit, sizes, make }] of Object.entries(KINDS)) {
    const some = quick ? sizes.slice(0, -2) : sizes;
    found.push(...(await measured(what, unit, some, make, rounds)));
  }
  const path = write ? "docs/performance-growth.svg" : "target/performance-growth.svg";
  writeFileSync(join(root, path), plot(found));
  console.log(`[bench] the plot is ${path}`);
  const picture = "![Time against size, both as powers of ten](performance-growth.svg)\n\n";
  return { raw: found, text: (write ? picture : "") + lines(found) };
}

/** The times of documents of all sizes of a kind, which take turns, in both places. */
async function measured(what, unit, sizes, make, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "pith-growth-"));
  const places = { wasm: [], native: [] };
  try {
    const documents = sizes.map((size) => {
      const [path, document] = [join(folder, `${size}.json`), make(size)];
      const { refusal } = verify(document, { explain: false });
      if (refusal) throw new Error(`${what}, ${size} ${unit}: ${refusal.reason}`);
      writeFileSync(path, document);
      return { size, path };
    });
    for (const { size, path } of documents) {
      for (const [place, points] of Object.entries(places)) points.push({ place, size, path, times: [] });
    }
    const points = Object.values(places).flat();
    for (let round = 0; round < rounds; round += 1) {
      for (const point of round % 2 === 0 ? points : points.toReversed()) point.times.push(await once(point));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Object.entries(places).map(([place, points]) => ({
    what,
    unit,
    place,
    points: points.map(({ size, times }) => ({ size, milliseconds: median(times), times })),
  }));
}

/** The milliseconds of one document in a program of its own, once that is warm. */
async function once({ place, path }) {
  const started =
    place === "wasm"
      ? await program(process.execPath, ["--max-old-space-size=8192", "node.js", path])
      : await program(process.env.PITH_NATIVE, [path]);
  try {
    const passes = (milliseconds) => Math.max(1, Math.round(BATCH / milliseconds));
    let milliseconds = (await started.go("brief", 1)) / 1e6;
    for (let spent = milliseconds; spent < WARM_UP; spent += BATCH) {
      milliseconds = (await started.go("brief", passes(milliseconds))) / 1e6;
    }
    return (await started.go("brief", passes(milliseconds))) / 1e6;
  } finally {
    await started.close();
  }
}

/** The time of a byte or of an event at each power of ten and at the most, and how steep the line is where it is long. */
function lines(found) {
  const tables = ["bytes", "events"].map((unit) => {
    const rows = found.filter((line) => line.unit === unit);
    const sizes = rows[0].points.map(({ size }) => size);
    const isShown = (size, at) => Number.isInteger(Math.log10(size)) || at === 0 || at === sizes.length - 1;
    const shown = sizes.filter(isShown);
    const heads = ["what grows", "where", ...shown.map((size) => `${named(size)} ${unit}`), "slope"];
    const cells = rows.map(({ what, place, points }) => {
      const bySize = new Map(points.map((point) => [point.size, point]));
      return [what, place, ...shown.map((size) => each(unit, bySize.get(size))), slope(points).toFixed(2)];
    });
    return table(heads, cells);
  });
  return tables.join("\n\n");
}

/** The time of one byte or one event in a document, where one of that size was measured. */
function each(unit, point) {
  if (point === undefined) return "";
  const nanoseconds = (point.milliseconds * 1e6) / point.size;
  return unit === "bytes" ? `${nanoseconds.toFixed(1)} ns` : `${(nanoseconds / 1000).toFixed(0)} µs`;
}

const named = (size) => size.toLocaleString("en");

/** How steep a line is on two axes of powers, by least squares over the last hundredfold: 1 is linear. */
function slope(points) {
  const last = points.filter(({ size }) => size * 100 >= points.at(-1).size);
  const [x, y] = ["size", "milliseconds"].map((name) => last.map((point) => Math.log(point[name])));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  return (
    mean(x.map((value, at) => (value - meanX) * (y[at] - meanY))) /
    mean(x.map((value) => (value - meanX) ** 2))
  );
}
