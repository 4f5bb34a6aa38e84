// How long the page's main thread is busy at a time while documents of 30 MB are verified, in Chromium. Run by
// hand: node test/measure/large.js [SHAPE]
import { chromium } from "playwright-core";
import { find } from "../drivers/programs.js";
import { sample, site } from "../documents.js";
import { serve } from "../server.js";

const MEGABYTES = 30;

const server = await serve({ "/": site });
const browser = await chromium.launch({
  executablePath: find(["chromium", "chromium-browser", "google-chrome"], "chromium"),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--enable-precise-memory-info"],
});
try {
  const [only = ""] = process.argv.slice(2);
  for (const [name, text] of Object.entries(documents())) if (name.includes(only)) await measure(name, text);
} finally {
  await browser.close();
  await server.close();
}

async function measure(name, text) {
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForFunction(() => document.querySelector("pith-checker")?.dataset.selfTest === "passed");
  await page.waitForFunction(() => document.documentElement.dataset.offline === "kept");
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.tasks.push(Math.round(entry.duration));
    }).observe({ type: "longtask" });
  });
  const started = Date.now();
  // The file is made in the page first, which is no part of what is measured.
  await page.evaluate(async (text) => {
    window.file = new File([text], "large.json");
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    window.tasks.length = 0;
    window.ticks = [];
    let last = performance.now();
    window.timer = setInterval(() => {
      const now = performance.now();
      window.ticks.push(now - last);
      last = now;
    }, 4);
    const data = new DataTransfer();
    data.items.add(window.file);
    document.body.dispatchEvent(
      new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await page.waitForSelector("[data-verdict]", { timeout: 600_000 });
  await page.waitForTimeout(3_000);
  const found = await page.evaluate(() => ({
    verdict: document.querySelector("[data-verdict]").dataset.verdict,
    tasks: window.tasks,
    longest: Math.round(Math.max(...window.ticks)),
    checks: document.querySelectorAll("[data-check]").length,
    nodes: document.querySelectorAll("*").length,
  }));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const tasks = found.tasks.toSorted((one, other) => other - one);
  console.log(
    `${name}: ${(text.length / 1e6).toFixed(1)} MB, ${found.verdict} after ${seconds} s; ${found.nodes} elements drawn; ` +
      `tasks over 50 ms: ${tasks.length} (${tasks.slice(0, 8).join(", ")}); longest pause of a timer: ${found.longest} ms`,
  );
  await page.close();
}

/** Documents of 30 MB of different shapes, each within the limits of what is read. */
function documents() {
  const bundle = sample("bundle-1212.1787").bytes.toString("utf8");
  const tree = JSON.parse(bundle);
  const size = MEGABYTES * 1e6;
  const events = Array.from({ length: 6_000 }, (_, index) => ({
    ...tree.events[index % 2],
    created_at: new Date(1.7e12 + index * 1000).toISOString().replace(".000Z", "Z"),
  }));
  const filler = "x".repeat(Math.max(0, size - JSON.stringify(events).length));
  const more = Array.from({ length: 300_000 }, (_, index) => ({
    text: `value ${index} ${"x".repeat(60)}`,
    is: true,
  }));
  return {
    "many events": JSON.stringify({ ...tree, events, filler }),
    "many small values": JSON.stringify({ ...tree, more }),
    "one long title": bundle.replace("Generic Checkpoint", "Generic Checkpoint ".repeat(size / 19)),
  };
}
