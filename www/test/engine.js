// The page's engine in Node: the same sources, with workers of Node.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { Worker } from "node:worker_threads";
import { bundled, source } from "./bundle.js";
import { pkg } from "./documents.js";

const { Engine, ToolError } = await source("engine/engine.ts", {
  // What stands beside the page. Nothing is read by address here.
  "engine/files.ts": "export const readFirst = null;",
});

export { Engine, ToolError };

export const WASM = readFileSync(join(pkg, "pith_verifier_bg.wasm"));

const glue = readFileSync(join(pkg, "pith_verifier.js"), "utf8");
const address = "new URL('pith_verifier_bg.wasm', import.meta.url)";
assert.ok(glue.includes(address), "the glue names its wasm in another way");
const script = await bundled("engine/worker.ts", {
  // The engine hands over the wasm; its address would be packed into the script.
  "pkg/pith_verifier.js": glue.replace(address, "undefined"),
});

const folder = mkdtempSync(join(tmpdir(), "pith-engine-"));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, "worker.mjs");
writeFileSync(
  path,
  `import { parentPort } from "node:worker_threads";
  globalThis.self = {
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: (_, take) => parentPort.on("message", (data) => take({ data })),
  };
  ${script}`,
);

/** A worker of Node as a browser would give it. */
export class NodeWorker extends EventTarget {
  constructor() {
    super();
    this.worker = new Worker(path);
    this.worker.on("message", (data) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.worker.on("error", ({ message }) => this.fails(message));
  }

  postMessage(message) {
    this.worker.postMessage(message);
  }

  terminate() {
    void this.worker.terminate();
  }

  /** Tells of an error, as a browser does. */
  fails(message) {
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message }));
  }

  /** Ends it behind the back of whoever started it. */
  kill(message) {
    this.terminate();
    this.fails(message);
  }
}

/** An engine with workers of Node and this wasm, and the workers that it has started so far. */
export function engineWith(wasm = WASM) {
  const workers = [];
  const spawn = () => {
    const worker = new NodeWorker();
    workers.push(worker);
    return worker;
  };
  return { engine: new Engine(spawn, WebAssembly.compile(wasm)), workers };
}

/** What a call gives, as a text to compare. Lists may have come in any order. */
export function given(value) {
  const { lists, ...others } = value;
  if (lists === undefined) return JSON.stringify(value);
  return JSON.stringify({ ...others, lists: Object.fromEntries(Object.entries(lists).toSorted()) });
}

/** What a call comes to: what it gives, or the error. */
export async function outcome(call) {
  try {
    return { given: given(await call) };
  } catch (error) {
    return { error };
  }
}

/** Holds an outcome to be the good one or an error of the tool with a text; says whether it is the good one. */
export function earned({ given, error }, good, what) {
  if (error === undefined) {
    // A report is long; what differs is for whoever looks for it.
    assert.ok(given === good, `${what}: another report`);
    return true;
  }
  assert.ok(error instanceof ToolError, `${what}: ${error?.stack}`);
  assert.match(error.message, /\w{3}/, `${what}: an error without a text`);
  return false;
}
