// The words of the page: every language says all that English says, and the templates say what the verifier says.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { runnerImport } from "vite";
import { pkg, root } from "./documents.js";

const words = join(root, "www/src/words");

/** Runs a file of the page's words. What it takes from the verifier is the npm package's. */
async function load(file) {
  const verifier = {
    name: "verifier",
    enforce: "pre",
    resolveId: (source) => (/\/verify\.ts$/.test(source) ? "\0verifier" : undefined),
    load: (id) =>
      id === "\0verifier"
        ? `export { visible } from ${JSON.stringify(pathToFileURL(join(pkg, "index.js")).href)};`
        : undefined,
  };
  const { module } = await runnerImport(join(words, file), {
    configFile: false,
    root: join(root, "www"),
    logLevel: "error",
    plugins: [verifier],
  });
  return module;
}
test("x", async () => {
  const said = await load("sentences.ts");
  const model = await load("en/sentences.ts");
  console.log(Object.keys(said), Object.keys(model.sentences).length);
});
