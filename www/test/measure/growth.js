// How the time grows with the size of hostile documents, in the wasm as shipped and in Node. Run by hand, on a machine
// that does nothing else: node --expose-gc test/measure/growth.js [SHAPE]. On any other, instructions.js counts.
//
// Each shape is taken at n, 2n, 4n and 8n; what counts is the ratio from one to the next, which is 2 for linear growth
// and a little more where keys are sorted. The wasm is warmed up with n. Then the sizes take turns, short ones as often in
// a row as it takes to see them, and each time is the median of so many rounds. Before each call JavaScript's garbage is
// taken away.
// Explanations have a budget of bytes and are left out, for they would hide the growth; the last column is with them.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pkg } from "../documents.js";
import { run, shapes, size } from "../shapes.js";

const ROUNDS = 5;
/** Milliseconds: for so long the wasm is warmed up, and so long each measurement takes at least. */
const WARM_UP = 500;
const LEAST = 60;
const MOST = 2.3;

const entry = await import(pathToFileURL(join(pkg, "index.js")).href);
const [only = ""] = process.argv.slice(2);
let worst = 0;
console.log("| shape | bytes at n | ms at n | 2n/n | 4n/2n | 8n/4n | ms at 8n | with explanations |");
console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");
for (const shape of shapes.filter(({ name }) => name.includes(only))) {
  const made = [1, 2, 4, 8].map((factor) => shape.make(factor * shape.n));
  const times = made.map(() => []);
  const brief = { explain: false };
  for (let spent = 0; spent < WARM_UP;) spent += time(shape, made[0], brief);
  const calls = made.map((document) => Math.ceil(LEAST / time(shape, document, brief)));
  for (let round = 0; round < ROUNDS; round += 1) {
    made.forEach((document, at) => times[at].push(time(shape, document, brief, calls[at])));
  }
  const medians = times.map((each) => each.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2]);
  const ratios = medians.slice(1).map((later, at) => later / medians[at]);
  worst = Math.max(worst, ...ratios);
  const explained = time(shape, made[3], {});
  const cells = [size(made[0]), medians[0].toFixed(1), ...ratios.map((ratio) => ratio.toFixed(2))];
  console.log(`| ${[shape.name, ...cells, medians[3].toFixed(0), explained.toFixed(0)].join(" | ")} |`);
}
console.log(`\nThe largest ratio is ${worst.toFixed(2)}; ${MOST} is the most that there should be.`);
if (worst > MOST) process.exitCode = 1;

/** The milliseconds of one of so many calls. */
function time(shape, document, options, calls = 1) {
  let spent = 0;
  for (let call = 0; call < calls; call += 1) {
    globalThis.gc?.();
    const started = performance.now();
    run(entry, shape, document, options);
    spent += performance.now() - started;
  }
  return spent / calls;
}
