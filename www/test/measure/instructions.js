// How many instructions hostile documents take natively, counted by valgrind: the same on every machine, however much
// else it does. Run by hand, with valgrind installed and after `cargo build`: node test/measure/instructions.js [SHAPE]
//
// Each shape is taken at a 16th, an 8th, a quarter and half of `n`, for counting takes fifty times as long. What counts
// is the ratio from one to the next, of what is over an empty document. Explanations have a budget and are left out.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../documents.js";
import { shapes, size } from "../shapes.js";

const MOST = 2.3;

const program = process.env.PITH_VERIFY ?? join(root, "target/debug/pith-verify");
const folder = mkdtempSync(join(tmpdir(), "pith-instructions-"));
const [only = ""] = process.argv.slice(2);
let worst = 0;
try {
  const nothing = count("{}");
  console.log("| shape | bytes at n/2 | million at n/2 | first | second | third |");
  console.log("| --- | --: | --: | --: | --: | --: |");
  for (const shape of shapes.filter(({ name, call }) => call === undefined && name.includes(only))) {
    const made = [16, 8, 4, 2].map((part) => shape.make(Math.ceil(shape.n / part)));
    const counts = made.map((document) => count(document) - nothing);
    const ratios = counts.slice(1).map((later, at) => later / counts[at]);
    worst = Math.max(worst, ...ratios);
    const cells = [size(made[3]), (counts[3] / 1e6).toFixed(0), ...ratios.map((ratio) => ratio.toFixed(2))];
    console.log(`| ${[shape.name, ...cells].join(" | ")} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`\nThe largest ratio is ${worst.toFixed(2)}; ${MOST} is the most that there should be.`);
if (worst > MOST) process.exitCode = 1;

/** How many instructions the command takes for a document. */
function count(document) {
  const [path, out] = [join(folder, "document.json"), join(folder, "callgrind")];
  writeFileSync(path, document);
  const command = [program, "verify", "--brief", "--format", "json", path];
  const valgrind = ["--tool=callgrind", `--callgrind-out-file=${out}`, ...command];
  try {
    execFileSync("valgrind", valgrind, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    return counted(error.stderr);
  }
  throw new Error("a document that is verified is none of the shapes");
}

function counted(said) {
  const found = /Collected : (\d+)/.exec(said?.toString("utf8") ?? "");
  if (found === null) throw new Error(`valgrind counts nothing:\n${said}`);
  return Number(found[1]);
}
