// Many bundles: the page's batch desk and the package's workers with one worker and with two, the WebCrypto peer, and
// the command line.
import { site } from "../../www/test/documents.js";
import { start } from "../../www/test/drivers/index.js";
import { zip } from "../../www/test/zip.js";
import { browser, bundles, servePage } from "../places.js";
import { spread, table } from "../tables.js";
import { inTurns, median } from "../turns.js";
import { command } from "./command.js";

const BROWSER = "chromium";

/** How many bundles the WebCrypto peer has under way at a time, for the engine to spread them over its threads. */
const AT_ONCE = 16;

/** What has how many times as many bundles a second as what, and the goal. */
const RATIOS = [
  ["desk, 2 workers", "desk, 1 worker", "at least 1.7"],
  ["package, 2 workers", "package, 1 worker", "at least 1.7"],
  ["desk, 2 workers", "WebCrypto peer", "at least 3"],
  ["package, 2 workers", "WebCrypto peer", "at least 3"],
  ["command line, 2 threads", "command line, 1 thread", "at least 1.8"],
];

/** @param {{quick: boolean}} options */
export async function batch({ quick }) {
  const [count, rounds] = quick ? [400, 2] : [2000, 5];
  const page = await inPage(count, rounds);
  const line = await command(count, rounds);
  const speeds = { ...page, ...line.speeds };
  const rows = Object.entries(speeds).map(([name, values]) => [name, spread(values)]);
  const known = RATIOS.filter(([over, under]) => over in speeds && under in speeds);
  const ratios = known.map(([over, under, goal]) => {
    const ratio = median(speeds[over]) / median(speeds[under]);
    return [`${over} to ${under}`, ratio.toFixed(2), goal];
  });
  const text = [
    table(["what", `bundles a second, of ${count}: median (quartiles)`], rows),
    table(["ratio of bundles a second", "found", "goal"], ratios),
    line.text,
  ];
  return {
    raw: { unit: "bundles a second", count, speeds, memory: line.memory },
    text: text.join("\n\n").trim(),
  };
}

/** The ways to verify many bundles in a browser take turns. */
async function inPage(count, rounds) {
  const members = Array.from({ length: count }, (_, at) => {
    const { name, bytes } = bundles[at % bundles.length];
    return { name: `${name}-${at}.json`, bytes };
  });
  const server = await servePage({ "/batch.zip": zip(members) }, { "/": site });
  const desks = await start(BROWSER);
  const page = await browser(BROWSER, server);
  const ways = {
    "desk, 1 worker": () => desk(desks, server, count, 1),
    "desk, 2 workers": () => desk(desks, server, count, 2),
    "package, 1 worker": () => page.call("workers", count, 1),
    "package, 2 workers": () => page.call("workers", count, 2),
    "WebCrypto peer": () => page.call("many", "webcrypto", count, AT_ONCE),
  };
  try {
    return await inTurns(ways, rounds);
  } finally {
    await page.close();
    await desks.close();
    await server.close();
  }
}

/** The bundles a second on the batch desk of a fresh page that thinks that there are so many cores. */
async function desk(browser, server, count, workers) {
  const before = workers === 1 ? oneCore : twoCores;
  const { total, seconds } = await browser.fresh(`${server.address}/`, before, openArchive);
  if (total !== String(count)) throw new Error(`the desk verifies ${total} bundles of ${count}`);
  return count / seconds;
}

function oneCore() {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 1 });
}

function twoCores() {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 });
}

/** Drops the archive in a page that has loaded all that it will load, and waits until the desk is done. */
async function openArchive() {
  const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
  const archive = await (await fetch("/batch.zip")).blob();
  while (document.querySelector("pith-checker")?.dataset.selfTest !== "passed") await soon();
  while (document.documentElement.dataset.offline !== "kept") await soon();
  const data = new DataTransfer();
  data.items.add(new File([archive], "batch.zip", { type: "application/zip" }));
  const started = performance.now();
  document.body.dispatchEvent(
    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }),
  );
  while (document.querySelector("[data-desk]")?.dataset.desk !== "done") await soon();
  const seconds = (performance.now() - started) / 1000;
  return { total: document.querySelector('[data-filter="verified"]')?.dataset.total, seconds };
}
