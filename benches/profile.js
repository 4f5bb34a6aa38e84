// Samples of the wasm while it makes whole reports: `node profile.js NAMED_WASM PASSES FILE...`. Prints the microseconds
// of a document by function, of JavaScript's with `js` before their names.
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { initSync, verify } from "../dist/pkg/pith_verifier.js";

const [wasm, passes, ...paths] = process.argv.slice(2);
const documents = paths.map((path) => new Uint8Array(readFileSync(path)));
initSync({ module: readFileSync(wasm) });

function run(times) {
  for (let pass = 0; pass < times; pass += 1) for (const document of documents) verify(document);
}

run(100);
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 200 });
await session.post("Profiler.start");
run(Number(passes));
const { profile } = await session.post("Profiler.stop");
const nodes = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
const times = new Map();
profile.samples.forEach((id, at) => {
  const { functionName, url } = nodes.get(id);
  const name = url.startsWith("wasm:") || functionName.startsWith("(") ? functionName : `js ${functionName}`;
  times.set(name, (times.get(name) ?? 0) + profile.timeDeltas[at] / (Number(passes) * documents.length));
});
console.log(JSON.stringify([...times]));
