// Where contenders run: programs that are asked line by line, and browsers.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pkg, root, samples } from "../www/test/documents.js";
import { start } from "../www/test/drivers/index.js";
import { serve } from "../www/test/server.js";

/** The bundles that everything is measured with. */
export const bundles = samples.filter(({ name }) => name.startsWith("bundle-"));

/** Where the modules of the peers are, in a page. */
const IMPORTS = Object.fromEntries(
  ["@noble/curves/", "@noble/hashes/"].map((name) => [name, `/benches/node_modules/${name}`]),
);

const PAGE = `<!doctype html>
<meta charset="utf-8" />
<title>bench</title>
<link rel="icon" href="data:," />
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<body data-documents="${bundles.map(({ file }) => file).join(" ")}">
<script>window.bench = import("/benches/page.js")</script>
`;

/** Without others' pages beside it, a page has a finer clock. */
const ALONE = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * A place with contenders.
 *
 * @typedef {object} Place
 * @property {string[]} names Of the contenders that it has.
 * @property {(name: string, path: string) => Promise<boolean>} is Whether a contender takes a document.
 * @property {(name: string, passes: number) => Promise<number>} go Lets a contender pass over its documents so many
 *   times; gives the nanoseconds that one document took.
 * @property {() => Promise<void>} close
 */

/**
 * Starts a program that prints the names of its contenders and answers line for line.
 *
 * @param {string} path
 * @param {string[]} args
 * @returns {Promise<Place>}
 */
export async function program(path, args) {
  const child = spawn(path, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${path} ${args.join(" ")} ended; see above`);
    return value;
  };
  const ask = (line) => {
    child.stdin.write(`${line}\n`);
    return next();
  };
  const names = (await next()).split(" ");
  return {
    names,
    is: async (name, path) => (await ask(`is ${name} ${path}`)) === "true",
    go: async (name, passes) => Number(await ask(`go ${name} ${passes}`)),
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Serves the page with the contenders, the package and the bundles; further texts and folders beside them. */
export function servePage(texts = {}, more = {}) {
  const folders = {
    "/benches/": join(root, "benches"),
    "/pkg/": pkg,
    "/samples/": join(root, "tests/samples"),
    ...more,
  };
  return serve(folders, { "/bench.html": PAGE, ...texts }, { headers: ALONE });
}

/**
 * Starts a browser that has the contenders in a page.
 *
 * @param {string} name
 * @param {Awaited<ReturnType<typeof servePage>>} server
 * @returns {Promise<Place & {version: string, call: (name: string, ...args: any[]) => Promise<any>}>} `call` is any
 *   function of the page.
 */
export async function browser(name, server) {
  const running = await start(name);
  await running.open(`${server.address}/bench.html`);
  const call = (name, ...args) =>
    running.evaluate(async (name, args) => (await window.bench)[name](...args), name, args);
  return {
    version: running.version,
    names: await running.evaluate(async () => (await window.bench).names),
    is: (name, path) => call("is", name, readFileSync(path, "utf8")),
    go: (name, passes) => call("go", name, passes),
    call,
    close: running.close,
  };
}
