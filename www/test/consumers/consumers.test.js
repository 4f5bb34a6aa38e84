// The npm package as others use it: packed, installed into fresh projects, and run in each place that it says it
// works in. Nothing is fetched here but the package itself, from the tarball; what it is put into is in this folder's
// lock file.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { pkg, retitled, sample } from "../documents.js";
import { start } from "../drivers/index.js";
import { serve } from "../server.js";
import { binary, installed, PROGRAMS, Projects, put, run } from "./projects.js";

const WASM = "pith_verifier_bg.wasm";
const BUNDLE = sample("bundle-1212.1787").bytes.toString("utf8");
const FUNCTIONS = 14;

let projects, work, tarball, browser;

before(() => {
  projects = new Projects();
  ({ work, tarball } = projects);
});

after(async () => {
  await browser?.close();
  projects?.remove();
});

/** A new project with the package in it, a bundle, and these files. */
const project = (name, files) => projects.create(name, { "bundle.json": BUNDLE, ...files });

/** Serves a folder, opens a page of it in Chromium, and hands back the text that its script leaves. */
async function said(folder, path) {
  browser ??= await start("chromium");
  const server = await serve({ "/": folder });
  try {
    browser.problems.length = 0;
    await browser.open(`${server.address}/${path}`);
    const text = await browser.evaluate(
      () =>
        new Promise((resolve) => {
          const left = () => document.documentElement.dataset.said;
          const timer = setInterval(() => {
            if (left() === undefined) return;
            clearInterval(timer);
            resolve(left());
          }, 50);
          setTimeout(() => resolve(left() ?? "nothing"), 30_000);
        }),
    );
    return { text, problems: [...browser.problems], requests: server.requests };
  } finally {
    await server.close();
  }
}

const say = (text) => `document.documentElement.dataset.said = ${text};`;
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src data:";
const html = (script, more = "", policy = POLICY) =>
  `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
  <meta http-equiv="Content-Security-Policy" content="${policy}">${more}
  <script type="module" src="${script}"></script></head><body></body></html>`;

/** Verifies with each entry that runs in a page, and says the verdicts. */
const IN_A_PAGE = `
  import * as direct from "pith-verifier";
  import * as inline from "pith-verifier/inline";
  import { connect } from "pith-verifier/client";
  const text = ${JSON.stringify(BUNDLE)};
  const client = connect();
  try {
    const words = [direct.verify(text), inline.verify(text), await client.verify(text)].map(
      ({ verdict }) => verdict.word,
    );
    client.close();
    ${say('words.join(" ")')}
  } catch (error) {
    ${say("String(error)")}
  }
`;
const VERIFIED = "verified verified verified";

test("publint and attw find nothing", () => {
  assert.match(run(work, installed("publint"), ["run", "--strict", tarball]), /All good/);
  // It is a package of ES modules; the wasm is no module.
  const ignored = ["--profile", "esm-only", "--exclude-entrypoints", "pith.wasm", "--format", "ascii"];
  const found = run(work, installed("attw"), [tarball, ...ignored, "--no-emoji"]);
  const { exports } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  const scripts = Object.keys(exports).filter((entry) => !/wasm|json/.test(entry));
  assert.equal(found.match(/^node16 \(from ESM\): OK \(ESM\)$/gm)?.length, scripts.length, found);
});

test("what is packed is what the manifest lists, and packs to the same bytes again", () => {
  const listed = run(work, "tar", ["tzf", tarball])
    .trim()
    .split("\n")
    .map((name) => name.replace("package/", ""));
  const { files } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  for (const name of files)
    assert.ok(
      listed.some((each) => each === name || each.startsWith(`${name}/`)),
      name,
    );
  const digest = () => createHash("sha512").update(readFileSync(tarball)).digest("hex");
  const first = digest();
  run(work, "npm", ["pack", pkg]);
  assert.equal(digest(), first);
});

test("Node, Deno and Bun give the same report by every entry", () => {
  const script = `
    import { readFile } from "node:fs/promises";
    import * as direct from "pith-verifier";
    import * as inline from "pith-verifier/inline";
    import * as load from "pith-verifier/load";
    import { connect } from "pith-verifier/client";
    await load.load();
    const bytes = new Uint8Array(await readFile("bundle.json"));
    const reports = [direct, inline, load].map(({ verify }) => JSON.stringify(verify(bytes)));
    if (globalThis.Worker !== undefined) {
      const client = connect();
      reports.push(JSON.stringify(await client.verify(bytes)));
      const refused = await client.canonicalize("[1,]").catch((error) => error);
      console.log(refused.name, refused.reason, Object.keys(client).length);
      client.close();
      console.log(await client.version().catch(({ message }) => message));
    } else {
      try { connect(); } catch (error) { console.log(error.message); }
    }
    console.log(new Set(reports).size, JSON.parse(reports[0]).verdict.word);
    console.log(direct.verify(${JSON.stringify(retitled())}).verdict.word);
  `;
  const folder = project("runtimes", { "main.js": script });
  const inWorker = `RefusalError json.syntax ${FUNCTIONS + 1}\nthe worker of pith-verifier was closed\n`;
  const none = "there is no Worker here; import pith-verifier and call its functions directly\n";
  const same = "1 verified\nbroken\n";
  assert.equal(run(folder, process.execPath, ["main.js"]), none + same);
  const deno = binary("@deno/linux-x64-glibc/deno", "@deno/linux-arm64-glibc/deno", "deno/deno");
  assert.equal(run(folder, deno, ["run", "--quiet", "--allow-read", "main.js"]), inWorker + same);
  const bun = binary("@oven/bun-linux-x64/bin/bun", "@oven/bun-linux-aarch64/bin/bun", "bun/bin/bun.exe");
  assert.equal(run(folder, bun, ["main.js"]), inWorker + same);
});

test("the types of every entry are there", () => {
  const script = `
    import init, { verify, IntegrityError, type Report } from "pith-verifier";
    import * as inline from "pith-verifier/inline";
    import { load, canonicalize } from "pith-verifier/load";
    import { connect, type Client } from "pith-verifier/client";
    import type {} from "pith-verifier/worker";
    const report: Report = verify(new Uint8Array(), { name: "x" });
    const word: "verified" | "consistent" | "unsigned" | "broken" | "unreadable" = inline.verify("").verdict.word;
    const client: Client = connect();
    const later: Promise<Report> = client.verify("", { replay: true });
    // @ts-expect-error: no such option
    verify("", { trustkeys: [] });
    export const all = [init(), load(), canonicalize(""), report, word, later, IntegrityError];
  `;
  const folder = project("types", { "main.ts": script });
  // The newest, which the page is written with, and the older one that attw brings.
  const ways = [
    [PROGRAMS.page, "esnext", "bundler"],
    [PROGRAMS.consumers, "nodenext", "nodenext"],
  ];
  for (const [typescript, module, resolution] of ways) {
    const options = ["--module", module, "--moduleResolution", resolution, "--target", "es2022"];
    const tsc = join(typescript, "node_modules/.bin/tsc");
    run(folder, tsc, ["--noEmit", "--strict", ...options, "--lib", "es2023,dom", "main.ts"]);
  }
});

test("Vite builds it", async () => {
  const folder = project("vite", { "index.html": html("/main.js"), "main.js": IN_A_PAGE });
  run(folder, installed("vite"), ["build", "--logLevel", "error"]);
  const { text, problems } = await said(join(folder, "dist"), "");
  assert.deepEqual({ text, problems }, { text: VERIFIED, problems: [] });
});

test("webpack builds it", async () => {
  const folder = project("webpack", {
    "src/index.js": IN_A_PAGE,
    "dist/index.html": html("main.js"),
    "webpack.config.js": 'export default { mode: "production", performance: { hints: false } };',
  });
  run(folder, installed("webpack"), ["--config", "webpack.config.js"]);
  const { text, problems } = await said(join(folder, "dist"), "");
  assert.deepEqual({ text, problems }, { text: VERIFIED, problems: [] });
});

test("esbuild builds it, with the worker as an entry and the wasm beside it", async () => {
  const folder = project("esbuild", {
    "main.js": IN_A_PAGE,
    "dist/index.html": html("main.js"),
  });
  const options = ["--bundle", "--format=esm", "--outdir=dist", "--log-level=warning"];
  run(folder, installed("esbuild"), ["main.js", "worker=pith-verifier/worker", ...options]);
  put(folder, { [`dist/${WASM}`]: readFileSync(join(folder, "node_modules/pith-verifier", WASM)) });
  const { text, problems } = await said(join(folder, "dist"), "");
  assert.deepEqual({ text, problems }, { text: VERIFIED, problems: [] });
});

test("a page with an import map, and a service worker, take it without a build", async () => {
  const map = JSON.stringify({
    imports: { "pith-verifier": "./node_modules/pith-verifier/index.js" },
  });
  const hash = createHash("sha256").update(map).digest("base64");
  const folder = project("no-build", {
    "main.js": IN_A_PAGE.replaceAll(
      /pith-verifier\/(inline|client)/g,
      (_, name) => `./node_modules/pith-verifier/${name}.js`,
    ),
    "index.html": html(
      "main.js",
      `<script type="importmap">${map}</script>`,
      POLICY.replace("'self'", `'self' 'sha256-${hash}'`),
    ),
    "keeper.html": html("keeper-page.js"),
    "keeper-page.js": `
      navigator.serviceWorker.onmessage = ({ data }) => { ${say("data")} };
      navigator.serviceWorker.register("keeper.js", { type: "module" });
      navigator.serviceWorker.ready.then(({ active }) => active.postMessage(${JSON.stringify(BUNDLE)}));
    `,
    "keeper.js": `
      import { load, verify } from "./node_modules/pith-verifier/load.js";
      addEventListener("message", (event) => event.waitUntil(load().then(
        () => event.source.postMessage(verify(event.data).verdict.word),
        (error) => event.source.postMessage(String(error)),
      )));
    `,
  });
  const { text, problems } = await said(folder, "index.html");
  assert.deepEqual({ text, problems }, { text: VERIFIED, problems: [] });
  const kept = await said(folder, "keeper.html");
  assert.deepEqual({ text: kept.text, problems: kept.problems }, { text: "verified", problems: [] });
});

test("a wasm with another byte is refused by every entry, with what was expected and found", async () => {
  const attempt = `
    const outcomes = [];
    for (const entry of ["pith-verifier", "pith-verifier/inline", "pith-verifier/load"]) {
      outcomes.push(await import(entry).then(
        async ({ load, verify }) => {
          await load?.();
          return verify("").verdict.word;
        },
        (error) => { throw error; },
      ).catch(({ name, message, expected, found }) => ({ name, message, expected, found })));
    }
    if (globalThis.Worker !== undefined) {
      const { connect } = await import("pith-verifier/client");
      const client = connect();
      outcomes.push(await client.verify("").then(
        ({ verdict }) => verdict.word,
        ({ name, message, expected, found }) => ({ name, message, expected, found }),
      ));
      client.close();
    }
    console.log(JSON.stringify(outcomes));
  `;
  const folder = project("tampered", {
    "main.js": attempt,
    "index.html": html("page.js"),
    "page.js": `import("./node_modules/pith-verifier/index.js").then(
      () => { ${say('"taken"')} },
      ({ name, message }) => { ${say("`${name}: ${message}`")} },
    );`,
  });
  const place = join(folder, "node_modules/pith-verifier");
  const wasm = readFileSync(join(place, WASM));
  const expected = /"(sha384-[^"]+)"/.exec(readFileSync(join(place, "integrity.js"), "utf8"))[1];
  assert.equal(expected, `sha384-${createHash("sha384").update(wasm).digest("base64")}`);
  const inlined = /"([^"]+)"/.exec(readFileSync(join(place, "inlined.js"), "utf8"))[1];
  assert.deepEqual(gunzipSync(Buffer.from(inlined, "base64")), wasm);

  const judged = (printed, count) => {
    const outcomes = JSON.parse(printed);
    assert.equal(outcomes.length, count);
    for (const { name, message, found } of outcomes) {
      assert.equal(name, "IntegrityError", message);
      assert.ok(message.includes(expected) && message.includes(found) && found !== expected, message);
    }
  };
  const deno = binary("@deno/linux-x64-glibc/deno", "@deno/linux-arm64-glibc/deno", "deno/deno");
  // In the head, in the middle, and the last byte.
  for (const at of [9, wasm.length >> 1, wasm.length - 1]) {
    const other = Buffer.from(wasm);
    other[at] ^= 1;
    put(place, {
      [WASM]: other,
      "inlined.js": `export default "${gzipSync(other).toString("base64")}";\n`,
    });
    judged(run(folder, process.execPath, ["main.js"]), 3);
    judged(run(folder, deno, ["run", "--quiet", "--allow-read", "main.js"]), 4);
  }
  const { text } = await said(folder, "index.html");
  assert.match(
    text,
    /^IntegrityError: the wasm of pith-verifier is not the one of this version: expected sha384-/,
  );
});

test("the elements are in it, and Vite builds a page with them", async () => {
  const folder = project("element", {
    "index.html": html("/main.js").replace("<body>", '<body><pith-badge src="bundle.json"></pith-badge>'),
    "main.js": `
      import "pith-verifier/element";
      addEventListener("pith-report", ({ detail }) => { ${say("detail.verdict.word")} });
      addEventListener("pith-error", ({ detail }) => { ${say("detail.reason")} });
    `,
    "public/bundle.json": BUNDLE,
  });
  run(folder, installed("vite"), ["build", "--logLevel", "error"]);
  const { text, problems } = await said(join(folder, "dist"), "");
  assert.deepEqual({ text, problems }, { text: "verified", problems: [] });
});
