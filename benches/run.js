// Measures the verifier against its peers: `cargo xtask bench` builds what this needs and runs it. It asserts nothing
// but that every contender gives the right answers.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { root } from "../www/test/documents.js";
import { machine } from "./machine.js";
import { batch } from "./parts/batch.js";
import { cold } from "./parts/cold.js";
import { growth } from "./parts/growth.js";
import { peers } from "./parts/peers.js";
import { phases } from "./parts/phases.js";
import { between } from "./tables.js";

const PARTS = { peers, phases, batch, cold, growth };

const words = process.argv.slice(2);
const write = words.includes("--write");
const quick = words.includes("--quick");
const chosen = words.filter((word) => word in PARTS);

const [load] = loadavg();
if (load > 0.5)
  console.log(`!!!!! The machine does other things (load ${load.toFixed(1)}): the figures say little.`);
const texts = { machine: await machine() };
console.log(`\n${texts.machine}`);
const raw = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n===== ${name}`);
  const found = await part({ quick, write });
  console.log(found.text);
  raw[name] = found.raw;
  texts[name] = found.text;
}
writeFileSync(process.env.PITH_BENCH, JSON.stringify({ machine: texts.machine, quick, ...raw }, null, 1));
console.log(`\n[bench] all figures are in ${process.env.PITH_BENCH}`);
if (write) writeTables();

/** Puts each text between its markers. */
function writeTables() {
  const path = join(root, "docs/performance.md");
  const page = readFileSync(path, "utf8");
  writeFileSync(
    path,
    Object.entries(texts).reduce((page, [part, text]) => between(page, part, text), page),
  );
  console.log("[bench] the tables are in docs/performance.md");
}
