// Many bundles by the command line, and the memory that it takes.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundles } from "../places.js";
import { table } from "../tables.js";
import { inTurns } from "../turns.js";
import { manyValues } from "./growth.js";

const PROGRAM = process.env.PITH_VERIFY;

/** Large documents, by which the memory is reckoned: so many bytes, and so many of them. */
const LARGE = { bytes: 4e6, count: 8 };

/** The command line on so many files, with one thread and with two where it can be told. */
export async function command(count, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "pith-batch-"));
  try {
    const written = (name, document) => {
      writeFileSync(join(folder, name), document);
      return join(folder, name);
    };
    const many = Array.from({ length: count }, (_, at) =>
      written(`${at}.json`, bundles[at % bundles.length].bytes),
    );
    const document = manyValues(LARGE.bytes);
    const large = Array.from({ length: LARGE.count }, (_, at) => written(`large-${at}.json`, document));
    const ways = {};
    const memory = [];
    for (const [name, { threads, options }] of Object.entries(threadings())) {
      ways[name] = async () => count / (await run(many, options, 0)).seconds;
      const [less, more] = [await run(many, options, 0), await run(large, options, 1)];
      if (more.peak > 0) memory.push({ name, threads, bundles: less.peak, large: more.peak });
    }
    return { speeds: await inTurns(ways, rounds), memory, text: memory.length > 0 ? shown(memory) : "" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of threads that the command line can be told. */
function threadings() {
  if (execFileSync(PROGRAM, ["verify", "--help"], { encoding: "utf8" }).includes("--jobs")) {
    return {
      "command line, 1 thread": { threads: 1, options: ["--jobs", "1"] },
      "command line, 2 threads": { threads: 2, options: ["--jobs", "2"] },
    };
  }
  console.log("SKIPPED: threads of the command line, which has no option for them");
  return { "command line": { threads: 1, options: [] } };
}

/** Runs the command to its end: the seconds, and the most bytes that it had, where the system tells. */
async function run(files, options, expected) {
  const started = performance.now();
  const child = spawn(PROGRAM, ["verify", "--format", "ndjson", ...options, ...files], { stdio: "ignore" });
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 5);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  clearInterval(look);
  if (code !== expected) throw new Error(`the command line ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, peak };
}

/** The most memory that a process has had so far. Linux alone tells. */
function peakOf(pid) {
  try {
    return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function shown(memory) {
  const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const rows = memory.map(({ name, threads, bundles, large }) => {
    const times = (large - bundles) / (LARGE.bytes * threads);
    return [name, mebibytes(bundles), mebibytes(large), times.toFixed(1), "at most 8"];
  });
  const size = `${LARGE.bytes / 1e6} MB`;
  const more = `what is more, in documents of ${size} for each thread`;
  return table(["most memory", "on bundles", `on documents of ${size}`, more, "goal"], rows);
}
