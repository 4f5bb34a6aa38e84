// The examples, each as its readers would use it: copied into a fresh folder with what it names beside it, built or
// rendered with the program that it is written for, and opened in a browser.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, Projects, put, run } from "../consumers/projects.js";
import { changed, element, pkg, retitled, root, sample } from "../documents.js";
import { names, start } from "../drivers/index.js";
import { serve } from "../server.js";

const examples = join(root, "examples");
/** Programs that `cargo xtask test` puts there. */
const installed = (name) => {
  const path = join(root, "target/xtask", name);
  assert.ok(existsSync(path), `${name} is not installed: run cargo xtask test examples`);
  return path;
};
const BUNDLE = sample("bundle-1212.1787").bytes.toString("utf8");
const OTHER = sample("bundle-1411.1958").bytes.toString("utf8");
const MATCHES = ["verified", "subject-matches"];

let projects;
before(() => (projects = new Projects()));
after(() => projects?.remove());

/** A copy of an example in a new folder. */
function copied(name) {
  const folder = join(projects.work, name);
  cpSync(join(examples, name), folder, { recursive: true });
  return folder;
}

/** The elements, copied to a place in a folder as the examples say. */
const withElements = (folder, place) => cpSync(element, join(folder, place), { recursive: true });

for (const name of names) {
  describe(`in ${name}`, { timeout: 900_000 }, () => {
    let browser;
    before(async () => (browser = await start(name)));
    after(() => browser?.close());

    /** Opens a page, waits until its elements have come to an end, and hands back their states. */
    async function shown(folder, path, texts = {}) {
      const server = await serve({ "/": folder }, { "/favicon.ico": "", ...texts });
      try {
        browser.problems.length = 0;
        await browser.open(`${server.address}/${path}`);
        const elements = await browser.evaluate(
          (words) =>
            new Promise((resolve) => {
              const states = () =>
                [...document.querySelectorAll("pith-badge, pith-verifier")].map((element) => [
                  element.localName,
                  words.filter((word) => element.matches(`:defined:state(${word})`)),
                ]);
              const ended = (each) => each.some((word) => word === "error" || word === "report");
              const timer = setInterval(() => {
                if (!states().every(([, each]) => ended(each))) return;
                clearInterval(timer);
                resolve(states());
              }, 50);
              setTimeout(() => resolve(states()), 30_000);
            }),
          ["error", "report", "verified", "broken", "subject-matches", "subject-differs", "subject-none"],
        );
        return { elements, problems: [...browser.problems], requests: server.requests };
      } finally {
        await server.close();
      }
    }
    const both = (...states) => [
      ["pith-badge", ["report", ...states]],
      ["pith-verifier", ["report", ...states]],
    ];

    test("an article page of a journal, under its own policy with Trusted Types", async () => {
      const folder = copied("journal");
      withElements(folder, "pith");
      put(folder, { "bundle.json": BUNDLE });
      const { elements, problems, requests } = await shown(folder, "article.html");
      assert.deepEqual({ elements, problems }, { elements: both(...MATCHES), problems: [] });
      // Nothing but its own files.
      assert.ok(
        requests.every((request) => /^GET \/(article|bundle|favicon|pith\/)/.test(request)),
        requests.join("\n"),
      );
      const policy = /content="(default-src[^"]+)"/.exec(
        readFileSync(join(folder, "article.html"), "utf8"),
      )[1];
      assert.ok(!policy.includes("'unsafe-eval'") && !policy.includes("'unsafe-inline'"), policy);

      put(folder, { "bundle.json": retitled() });
      assert.deepEqual((await shown(folder, "article.html")).elements, both("broken", "subject-matches"));
      put(folder, { "bundle.json": OTHER });
      assert.deepEqual((await shown(folder, "article.html")).elements, both("verified", "subject-differs"));
    });

    test("the plugin for Open Journal Systems, with Smarty", async () => {
      const folder = join(projects.work, `ojs-${name}`);
      const plugin = join(folder, "plugins/generic/pithVerifier");
      cpSync(join(examples, "ojs/pithVerifier"), plugin, { recursive: true });
      withElements(plugin, "element");
      run(folder, "php", [join(import.meta.dirname, "ojs.php"), plugin, folder]);
      const { elements, problems } = await shown(folder, "with.html", { "/article/download/17/5": BUNDLE });
      assert.deepEqual(
        { elements, problems },
        { elements: [["pith-badge", ["report", ...MATCHES]]], problems: [] },
      );
      assert.deepEqual((await shown(folder, "without.html")).elements, []);
    });

    test("the plugin for WordPress, with the functions of WordPress", async () => {
      const folder = join(projects.work, `wordpress-${name}`);
      const plugin = join(folder, "wp-content/plugins/pith-verifier");
      cpSync(join(examples, "wordpress"), plugin, { recursive: true });
      withElements(plugin, "element");
      const rendered = (post) => {
        const given = [
          join(import.meta.dirname, "wordpress.php"),
          installed("wordpress/usr/share/wordpress"),
        ];
        const made = spawnSync("php", [...given, join(plugin, "pith-verifier.php")], {
          input: post,
          encoding: "utf8",
        });
        assert.equal(made.status, 0, made.stdout + made.stderr);
        return made.stdout;
      };
      const post = `<p>[pith-badge src="/bundle.json" onclick="alert(1)"]</p>[pith src="/bundle.json" theme='"><b>']`;
      const html = rendered(post);
      assert.ok(!html.includes("onclick") && !html.includes("<b>"), html);
      assert.doesNotMatch(rendered('[pith src="javascript:alert(1)"]'), /javascript:/);
      // An address of the page itself stays one.
      assert.match(rendered('[pith src="articles/17/bundle.json"]'), /src="articles\/17\/bundle\.json"/);
      // Why there are shortcodes at all, and that pages without one load nothing.
      assert.equal(rendered('<pith-badge src="/bundle.json"></pith-badge>').trim(), "");
      put(folder, {
        "index.html": `<!doctype html><title>Post</title><meta name="citation_arxiv_id" content="1212.1787">${html}`,
        "bundle.json": BUNDLE,
      });
      const { elements, problems } = await shown(folder, "");
      assert.deepEqual({ elements, problems }, { elements: both(...MATCHES), problems: [] });
    });

    test("the page for Quarto, with pandoc", async () => {
      const folder = copied("quarto");
      withElements(folder, "pith");
      put(folder, { "bundle.json": BUNDLE });
      run(folder, "pandoc", [
        "--standalone",
        "--from=markdown",
        "--to=html",
        "article.qmd",
        "-o",
        "article.html",
      ]);
      const { elements, problems } = await shown(folder, "article.html");
      assert.deepEqual({ elements, problems }, { elements: both(...MATCHES), problems: [] });
    });

    test("the page for Jupyter Book", async () => {
      const folder = copied("jupyter-book");
      withElements(folder, "site/pith");
      put(folder, { "site/bundles/1212.1787.json": BUNDLE });
      run(folder, installed("jupyter-book/bin/jupyter-book"), ["build", ".", "--warningiserror", "--quiet"]);
      const { elements, problems } = await shown(join(folder, "_build/html"), "article.html");
      // Its own theme asks for fonts and scripts of other hosts, which are not there.
      const own = problems.filter((problem) => /pith|policy/i.test(problem));
      assert.deepEqual({ elements, own }, { elements: both(...MATCHES), own: [] });
    });

    test("a static mirror's list, which checks each of its bundles", async () => {
      const folder = copied("mirror");
      cpSync(pkg, join(folder, "pith-verifier"), { recursive: true });
      const hostile = changed("bundle-1411.1958", (bundle) => {
        bundle.pith_number = "pith:2014:\u202e<img src=x onerror=alert(1)>";
      });
      const bundles = {
        "a.json": BUNDLE,
        "b c.json": OTHER,
        "broken.json": retitled(),
        "hostile.json": hostile,
        "none.json": "{",
      };
      for (const [file, text] of Object.entries(bundles)) put(folder, { [`bundles/${file}`]: text });
      put(folder, { "bundles.json": JSON.stringify([...Object.keys(bundles), "missing.json"]) });
      const server = await serve({ "/": folder }, { "/favicon.ico": "" });
      try {
        browser.problems.length = 0;
        await browser.open(`${server.address}/`);
        const { rows, summary } = await browser.evaluate(
          () =>
            new Promise((resolve) => {
              const summary = () => document.getElementById("summary").textContent;
              const text = (row) => [...row.cells].map((cell) => cell.textContent);
              const timer = setInterval(() => {
                if (!summary().startsWith("All")) return;
                clearInterval(timer);
                resolve({ summary: summary(), rows: [...document.querySelectorAll("tbody tr")].map(text) });
              }, 50);
              setTimeout(() => resolve({ summary: summary(), rows: [] }), 30_000);
            }),
        );
        assert.equal(
          summary,
          "All bundles were checked. Of 6: 2 broken, 1 unreadable, 1 not checked, 2 verified.",
        );
        const verdicts = rows.map(([verdict]) => verdict);
        assert.deepEqual(verdicts, ["broken", "broken", "unreadable", "not checked", "verified", "verified"]);
        const [, number] = rows.find((row) => row.at(-1) === "hostile.json");
        assert.match(number, /^pith:2014:.*<img src=x onerror=alert\(1\)>$/);
        assert.ok(!number.includes("\u202e"), "an invisible character is shown as it is");
        const problems = browser.problems.filter((problem) => !problem.includes("404"));
        assert.deepEqual(problems, []);
      } finally {
        await server.close();
      }
    });
  });
}

test("a script for Node that audits a folder", () => {
  const folder = projects.create("node", { "documents/a.json": BUNDLE, "documents/below/b.json": OTHER });
  cpSync(join(examples, "node/audit.js"), join(folder, "audit.js"));
  const lines = (printed) =>
    printed
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  const audited = run(folder, process.execPath, ["audit.js", "documents"]);
  const names = ["a.json", "below/b.json"];
  assert.deepEqual(
    lines(audited).map(({ name, verdict }) => [name, verdict]),
    names.map((name) => [name, "verified"]),
  );
  put(folder, { "documents/c.json": retitled() });
  mkdirSync(join(folder, "documents/d.json"));
  const found = lines(run(folder, process.execPath, ["audit.js", "documents"], { fails: true }));
  assert.deepEqual(
    found.map(({ verdict }) => verdict),
    ["verified", "verified", "broken", "not checked"],
  );
  assert.ok(found[2].failed.length > 0);
  // Nothing checked is not success.
  mkdirSync(join(folder, "empty"));
  run(folder, process.execPath, ["audit.js", "empty"], { fails: true });
});

test("a worker for workerd", async () => {
  const folder = projects.create("workerd", {});
  cpSync(join(examples, "workerd"), folder, { recursive: true });
  const port = await freePort();
  const config = readFileSync(join(folder, "config.capnp"), "utf8");
  assert.ok(config.includes("127.0.0.1:8787"));
  writeFileSync(join(folder, "config.capnp"), config.replace("127.0.0.1:8787", `127.0.0.1:${port}`));
  const program = binary(
    "@cloudflare/workerd-linux-64/bin/workerd",
    "@cloudflare/workerd-linux-arm64/bin/workerd",
  );
  const server = spawn(program, ["serve", "config.capnp"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    const address = `http://127.0.0.1:${port}/`;
    const post = (body) => fetch(address, { method: "POST", body });
    let answer;
    for (let i = 0; i < 100 && answer === undefined; i += 1) {
      answer = await post(BUNDLE).catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
    const report = await answer.json();
    assert.equal(report.verdict.word, "verified");
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.equal((await (await post(retitled())).json()).verdict.word, "broken");
    assert.equal((await (await post("{")).json()).verdict.word, "unreadable");
    assert.equal((await fetch(address)).status, 405);
    // Answered before what is announced has come.
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-length": 8 * 1024 * 1024 + 1 };
      const asked = request(address, { method: "POST", headers }, ({ statusCode }) => {
        resolve(statusCode);
        asked.destroy();
      });
      asked.on("error", reject).write("{");
    });
    assert.equal(status, 413);
  } finally {
    server.kill();
  }
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

test("each example is in the list", () => {
  const list = readFileSync(join(examples, "README.md"), "utf8");
  for (const name of [
    "journal",
    "ojs",
    "wordpress",
    "quarto",
    "jupyter-book",
    "mirror",
    "node",
    "workerd",
    "check.rs",
  ]) {
    assert.ok(list.includes(`\`${name}\``), name);
  }
});
