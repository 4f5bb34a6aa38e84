// Measures the batch desk in Chromium: `node test/measure/desk.js [documents]`. Run by hand; it asserts nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { changed, pkg, samples, site } from "../documents.js";
import { find } from "../drivers/programs.js";
import { serve } from "../server.js";
import { zip } from "../zip.js";

const COUNT = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), "pith-measure-"));
const archive = join(folder, "batch.zip");
const server = await serve({ "/pkg/": pkg, "/": site });
try {
  const bytes = batch();
  writeFileSync(archive, bytes);
  console.log(`${COUNT} documents in a ZIP archive of ${megabytes(bytes.length)}`);
  for (const workers of [1, 2]) await measure(workers);
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}

/** Bundles, every tenth changed, and three members that are there to be in the way. */
function batch() {
  const bundles = samples.filter(({ name }) => name.startsWith("bundle-"));
  const names = bundles.map(({ name }) => name);
  const members = Array.from({ length: COUNT - 3 }, (_, i) => {
    const { name, bytes } = bundles[i % bundles.length];
    if (i % 10 !== 0) return { name: `${name}-${i}.json`, bytes };
    const text = changed(names[i % names.length], (bundle) => (bundle.built_at = `2026-01-01T00:00:${i}Z`));
    return { name: `${name}-${i}.json`, bytes: Buffer.from(text) };
  });
  const values = changed(names[0], (bundle) => {
    bundle.events[1].payload.graph_snapshot.extra = Array.from({ length: 200_000 }, (_, i) => i);
  });
  const place = Math.floor(members.length / 4);
  members.splice(
    place,
    0,
    { name: "thirty-megabytes.json", bytes: Buffer.from(`["${"x".repeat(30_000_000)}"]`) },
    { name: "two-hundred-thousand-values.json", bytes: Buffer.from(values) },
    { name: "bomb.json", bytes: Buffer.alloc(200_000_000, " "), size: 1000 },
  );
  return zip(members);
}

async function measure(workers) {
  const browser = await chromium.launch({
    executablePath: find(["chromium", "chromium-browser", "google-chrome"], "chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--enable-precise-memory-info"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript((workers) => {
    Object.defineProperty(navigator, "hardwareConcurrency", { value: workers });
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.tasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
  }, workers);
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => document.querySelector('[data-action="open-file"]') !== null);
  await page.waitForTimeout(2000);
  const begun = await page.evaluate(() => performance.now());
  await page.locator('[data-action="open-file"]').setInputFiles(archive);
  let heap = 0;
  let rows = 0;
  for (;;) {
    const state = await page.evaluate(() => {
      const desk = document.querySelector("[data-desk]");
      return {
        state: desk?.dataset.desk,
        rows: document.querySelectorAll("[data-row]").length,
        heap: performance.memory.usedJSHeapSize,
      };
    });
    heap = Math.max(heap, state.heap);
    rows = Math.max(rows, state.rows);
    if (state.state === "done") break;
    await page.waitForTimeout(200);
  }
  const found = await page.evaluate((begun) => {
    const tasks = window.tasks.filter(([at]) => at >= begun).map(([, duration]) => duration);
    const totals = [...document.querySelectorAll("[data-filter]")].map(
      ({ dataset }) => `${dataset.filter || "all"} ${dataset.total}`,
    );
    return {
      seconds: (performance.now() - begun) / 1000,
      totals,
      longest: Math.max(0, ...tasks),
      tasks: tasks.length,
    };
  }, begun);
  // What sorting and filtering all of it takes.
  const acts = {};
  for (const order of ["status", "file", "number", "failed", "key", "events"]) {
    acts[order] = await page.evaluate(async (order) => {
      const at = performance.now();
      document.querySelector(`[data-order="${order}"]`).click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return Math.round(performance.now() - at);
    }, order);
  }
  console.log(`${workers} worker${workers === 1 ? "" : "s"}:`);
  console.log(`  ${found.seconds.toFixed(1)} s, ${(COUNT / found.seconds).toFixed(0)} documents a second`);
  console.log(`  ${found.totals.join(", ")}`);
  console.log(`  heap of the page at most ${megabytes(heap)}, at most ${rows} lines in the page`);
  console.log(`  longest task ${Math.round(found.longest)} ms, ${found.tasks} of more than 50 ms`);
  console.log(`  sorting: ${JSON.stringify(acts)} ms`);
  await browser.close();
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
