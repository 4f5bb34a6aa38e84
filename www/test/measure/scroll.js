// How smoothly the tree of a large document scrolls, and how long the page stops while such documents are
// verified. Run by hand, against the built page: node test/measure/scroll.js
//
// Frames are counted as the page sees them (requestAnimationFrame). What the main thread did is from Chromium's
// own trace. "At rest" is the same page without any scrolling: what the machine does by itself. Scrolling by script
// counts as script, with the layout that it forces.
import { chromium } from "playwright-core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changed, site } from "../documents.js";
import { ARGUMENTS } from "../drivers/chromium.js";
import { find } from "../drivers/programs.js";
import { serve } from "../server.js";

const SECONDS = 5;
/** What Chromium calls the parts of its work. */
const TASK = new Set(["RunTask"]);
const SCRIPT = new Set([
  "EventDispatch",
  "FunctionCall",
  "FireAnimationFrame",
  "HandlePostMessage",
  "RunMicrotasks",
]);
const RENDERING = new Set(["UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit"]);

const folder = mkdtempSync(join(tmpdir(), "pith-measure-"));
const server = await serve({ "/": site });
const browser = await chromium.launch({
  executablePath: find(["chromium", "chromium-browser", "google-chrome"], "chromium"),
  args: ARGUMENTS,
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  const load = () => page.goto(server.address, { waitUntil: "networkidle" });
  await load();

  console.log(`Chromium ${browser.version()}\n\nWhile a document is verified and drawn`);
  for (const [what, text] of Object.entries({
    "a record": changed("record-2101.05782", () => undefined),
    "50,000 values, 1 MB": withMore(500, 100, 0),
    "240,000 values, 15 MB": withMore(2400, 100, 38),
    "30 MB, which is more than is read": withMore(2400, 100, 100),
  })) {
    const path = join(folder, "document.json");
    writeFileSync(path, text);
    await load();
    const { tasks, value } = await traced(page, async () => {
      const start = performance.now();
      await page.locator('[data-action="open-file"]').setInputFiles(path);
      await page.waitForSelector("[data-verdict]", { timeout: 120_000 });
      const word = await page.locator("[data-verdict]").first().getAttribute("data-verdict");
      if (word !== "unreadable") await page.waitForSelector('[role="tree"][aria-busy="false"]');
      return { word, seconds: (performance.now() - start) / 1000 };
    });
    print(`${what}: ${value.word}`, [`${value.seconds.toFixed(1)} s`, ...longest(tasks)]);
  }

  const path = join(folder, "document.json");
  writeFileSync(path, withMore(500, 100, 0));
  await load();
  await page.locator('[data-action="open-file"]').setInputFiles(path);
  await page.waitForSelector('[data-verdict="verified"]');
  await page.click('[data-action="unfold"]');
  await page.waitForSelector('[data-rows="window"][aria-busy="false"]');
  const rows = await page.locator('[role="tree"]').getAttribute("data-total");
  const tree = page.locator('[role="tree"]');
  await tree.evaluate((tree) => tree.scrollIntoView());
  const box = await tree.boundingBox();
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const gesture = (speed) =>
    devtools.send("Input.synthesizeScrollGesture", {
      ...middle,
      yDistance: -speed * SECONDS,
      speed,
      gestureSourceType: "mouse",
      preventFling: true,
    });

  console.log(`\nWhile ${Number(rows).toLocaleString("en")} rows are scrolled for ${SECONDS} seconds`);
  await scrolling("at rest", () => page.waitForTimeout(SECONDS * 1000));
  await scrolling("by hand, 1,500 pixels a second", () => gesture(1500));
  await scrolling("by hand, 10,000 pixels a second", () => gesture(10_000));
  await scrolling("by script, 40 pixels a frame", () => scripted(40));
  await scrolling("by script, 1,000 pixels a frame", () => scripted(1000));
  await scrolling("its bar is pulled from end to end", () => scripted("bar"));

  async function scrolling(what, work) {
    await tree.evaluate((tree) => {
      tree.scrollTop = 0;
    });
    await page.waitForTimeout(300);
    const { tasks, frames, value } = await traced(page, async () => {
      await page.evaluate(watchFrames);
      await work();
      return page.evaluate(() => globalThis.stopFrames());
    });
    const share = (over) =>
      `${((100 * value.filter((each) => each > over).length) / value.length).toFixed(1)} %`;
    print(what, [
      `${value.length} frames; longer than 17 ms ${share(17)}, 20 ms ${share(20)}, 50 ms ${share(50)}; longest ${Math.max(...value).toFixed(0)} ms`,
      ...longest(tasks),
      `for a frame, by the processor: main thread ${spread(frames.tasks)}`,
      `    of it script ${spread(frames.script)}, layout and paint ${spread(frames.rendering)}`,
    ]);
  }

  function scripted(step) {
    return tree.evaluate(
      (tree, { step, milliseconds }) =>
        new Promise((resolve) => {
          const start = performance.now();
          const most = tree.scrollHeight - tree.clientHeight;
          const next = (now) => {
            const gone = (now - start) / milliseconds;
            if (gone > 1) return resolve();
            // There and back again, in one go.
            if (step === "bar") tree.scrollTop = most * (1 - Math.abs(2 * gone - 1));
            else tree.scrollTop += step;
            requestAnimationFrame(next);
          };
          requestAnimationFrame(next);
        }),
      { step, milliseconds: SECONDS * 1000 },
    );
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** A record with further values that nothing signs, each longer by so many characters. */
function withMore(groups, values, longer) {
  const text = "x".repeat(longer);
  const group = (i) =>
    Object.fromEntries(Array.from({ length: values }, (_, j) => [`name ${j}`, `value ${i} ${j} ${text}`]));
  return changed("record-2101.05782", (record) => {
    record.more = Object.fromEntries(Array.from({ length: groups }, (_, i) => [`group ${i}`, group(i)]));
  });
}

/** Notes how long each frame takes. Runs in the page. */
function watchFrames() {
  const frames = [];
  let last = performance.now();
  let going = true;
  const next = () => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  globalThis.stopFrames = () => {
    going = false;
    return frames;
  };
}

/**
 * Does some work, and says what the main thread of the page did meanwhile, in milliseconds of the clock and of
 * the processor: on a machine that is shared the two are far from each other.
 */
async function traced(page, work) {
  const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];
  await browser.startTracing(page, { categories });
  const value = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const renderers = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  // The page's own is the one that does the most.
  const events = renderers
    .map(({ pid, tid }) =>
      traceEvents.filter((each) => each.ph === "X" && each.pid === pid && each.tid === tid),
    )
    .toSorted((a, b) => b.length - a.length)[0]
    .toSorted((a, b) => a.ts - b.ts);
  const frames = events.filter(({ name }) => name === "Commit").map(({ ts }) => ts);
  const kinds = { tasks: TASK, script: SCRIPT, rendering: RENDERING };
  const perFrame = ([kind, names]) => {
    const sums = new Float64Array(frames.length);
    let frame = 0;
    for (const { ts, tdur = 0 } of outermost(events.filter(({ name }) => names.has(name)))) {
      while (frame < frames.length && frames[frame] < ts) frame += 1;
      if (frame < frames.length) sums[frame] += tdur / 1000;
    }
    return [kind, [...sums]];
  };
  return {
    value,
    tasks: events.filter(({ name }) => TASK.has(name)).map(({ dur, tdur = 0 }) => [dur / 1000, tdur / 1000]),
    frames: Object.fromEntries(Object.entries(kinds).map(perFrame)),
  };
}

/** Of events that are within each other only the outer ones. */
function outermost(events) {
  let end = 0;
  return events.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function longest(tasks) {
  const said = (index) => {
    const over = (limit) => tasks.filter((task) => task[index] > limit).length;
    return `longer than 50 ms ${over(50)}, than 17 ms ${over(17)}; longest ${Math.max(0, ...tasks.map((task) => task[index])).toFixed(1)} ms`;
  };
  return [`tasks by the clock: ${said(0)}`, `tasks by the processor: ${said(1)}`];
}

/** The median, what 99 of 100 keep, and the most. */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `${at(0.5)} ms (99 %: ${at(0.99)}, most: ${at(1)})`;
}

function print(what, lines) {
  console.log(`- ${what}\n${lines.map((line) => `    ${line}`).join("\n")}`);
}
