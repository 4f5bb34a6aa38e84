// <pith-verifier> and <pith-badge> on other people's pages: what they say in every state, of the page around them, under
// which policies they work, and embed.html in a frame.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import {
  asset,
  changed,
  element,
  hostileStrings,
  misled,
  pkg,
  retitled,
  root,
  sample,
  site,
} from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";

const { verify } = await import(pathToFileURL(join(pkg, "index.js")).href);

const www = join(root, "www");
const manifest = JSON.parse(readFileSync(join(www, "element/custom-elements.json"), "utf8"));
const axe = new Function(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));

const NUMBER = "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ";
const bundle = sample("bundle-1212.1787").bytes.toString();
const other = sample("bundle-1411.1958").bytes.toString();
const DOCUMENTS = {
  "/bundle.json": bundle,
  "/other.json": other,
  "/state.json": sample("state-1212.1787").bytes.toString(),
  "/manifest.json": sample("pith-mirrors").bytes.toString(),
  "/broken.json": retitled(),
  "/unreadable.json": '{"bundle_type": "pith_open_graph_bundle",\n "events": [',
};
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";
const TYPED = `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html pith`;

/** Notes what elements tell their page; a script of the site, because its policy allows no other. */
const LISTENER = `
  globalThis.told = [];
  for (const name of ["pith-report", "pith-error"]) {
    addEventListener(name, ({ type, target, detail }) => told.push({ type, id: target.id, detail }));
  }
`;

/** A frame that tells what stands after the # of its address. */
const FORGER = `
  const good = { type: "pith-embed-size", version: 1, height: 6000 };
  const bad = [null, 5000, "5000", [5000], { height: 5000 }, { ...good, version: 2 }, { ...good, type: "size" },
    { ...good, height: "5000" }, { ...good, height: "5000px;position:fixed" }, { ...good, height: NaN },
    { ...good, height: Infinity }, { ...good, height: -1 }, { ...good, more: 1 }];
  const hash = location.hash.slice(1);
  const tell = (messages) => messages.forEach((message) => parent.postMessage(message, "*"));
  if (hash === "later") addEventListener("message", () => tell([good]));
  else tell(hash === "bad" ? bad : [{ ...good, height: Number(hash) }]);
`;

/** Answers that are none, or that do not end well. */
const ANSWERS = {
  "/503.json": (_, response) => response.writeHead(503).end(),
  "/page.json": (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(bundle),
  "/large.json": (_, response) => response.writeHead(200, { "content-length": 129 << 20 }).write("{"),
  "/endless.json": (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const piece = Buffer.alloc(1 << 20, 32);
    const more = () => {
      while (!response.destroyed && response.write(piece));
      response.once("drain", more);
    };
    more();
  },
  "/cut.json": (_, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write("{", () => setTimeout(() => response.destroy(), 50));
  },
  "/gone.json": (_, response) => response.destroy(),
  "/moved.json": (_, response) => response.writeHead(302, { location: "/bundle.json" }).end(),
  "/typeless.json": (_, response) => response.writeHead(200).end(bundle),
};

test("custom-elements.json is what the doc-blocks say", () => {
  const folder = mkdtempSync(join(tmpdir(), "pith-manifest-"));
  try {
    const program = join(www, "node_modules/@custom-elements-manifest/analyzer/cem.js");
    // It writes below the folder that it runs in.
    const from = ["../".repeat(www.split("/").length), folder].join("");
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, "analyze", "--quiet", "--outdir", from],
      { cwd: www, encoding: "utf8" },
    );
    assert.equal(status, 0, stderr);
    const made = JSON.parse(readFileSync(join(folder, "custom-elements.json"), "utf8"));
    assert.deepEqual(manifest, made, "run `npm run manifest`");
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual(JSON.parse(readFileSync(join(element, "custom-elements.json"), "utf8")), manifest);
});

test("every token of the style sheets is in the contract, and no other", () => {
  const read = (name) => readFileSync(join(www, "src", name), "utf8");
  const used = new Set(
    ["elements/tokens.css", "embed/shadow.css"].flatMap(
      (name) => read(name).match(/(?<=var\(\s*)--pith-[\w-]+/g) ?? [],
    ),
  );
  used.add("--pith-size");
  const [{ declarations }] = manifest.modules;
  const told = declarations
    .find(({ tagName }) => tagName === "pith-verifier")
    .cssProperties.map(({ name }) => name);
  assert.deepEqual([...used].sort(), told.toSorted());
});

test("embed.html runs nothing inline, and starts scripts by Trusted Types alone", () => {
  const html = readFileSync(join(site, "embed.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)[1];
  const { "script-src": scripts, ...others } = Object.fromEntries(
    policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
  );
  assert.equal(scripts, "https: http: 'wasm-unsafe-eval'");
  assert.equal(others["default-src"], "'none'");
  assert.equal(others["base-uri"], "'none'");
  assert.equal(others["require-trusted-types-for"], "'script'");
  assert.equal(others["trusted-types"], "lit-html pith");
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\son\w+=/);
});

test("what is built has one entry of a fixed name, and nothing is inlined", () => {
  const names = readdirSync(element);
  assert.deepEqual(names.sort(), [
    "assets",
    "custom-elements.json",
    "embed-host.js",
    "pith-element.d.ts",
    "pith-element.js",
  ]);
  const assets = readdirSync(join(element, "assets"));
  for (const name of assets) assert.match(name, /-[\w-]{8}\.(js|wasm)$/);
  const scripts = assets.filter((name) => name.endsWith(".js"));
  for (const name of scripts) {
    const text = readFileSync(join(element, "assets", name), "utf8");
    assert.doesNotMatch(text, /data:application|\beval\(|new Function\(|insertAdjacentHTML/, name);
  }
  assert.ok(readFileSync(join(element, "pith-element.js")).length < 1000);
  assert.ok(
    assets.some((name) => name.startsWith("worker-")) && assets.some((name) => name.endsWith(".wasm")),
  );
});

inEachBrowser((given) => {
  const run = (work, ...args) => given.browser.evaluate(work, ...args);
  const pages = {};
  let server;
  let elsewhere;
  let stuck;
  /** Whether the file of Japanese does not come. */
  let isHung = false;

  before(async () => {
    stuck = [];
    const japanese = asset(element, "ja-", ".js");
    const answers = {
      ...ANSWERS,
      [`/element/${japanese.address}`]: (_, response) => {
        if (!isHung) response.writeHead(200, { "content-type": "text/javascript" }).end(japanese.bytes);
      },
      // Answered when the test says so.
      "/slow.json": (_, response) => stuck.push(() => response.end(other)),
    };
    server = await serve({ "/element/": element, "/site/": site, "/second/": element }, pages, { answers });
    Object.assign(pages, DOCUMENTS, {
      "/listen.js": LISTENER,
      "/note.js":
        'globalThis.arrived = []; addEventListener("message", ({ origin }) => arrived.push(origin));',
    });
    const foreign = {
      ...DOCUMENTS,
      "/forge.js": FORGER,
      "/forge.html": '<!doctype html><title>x</title><script src="/forge.js"></script>',
    };
    elsewhere = await serve({ "/element/": element, "/site/": site }, foreign, {
      headers: { "access-control-allow-origin": "*" },
      answers: { "/closed.json": (_, response) => response.writeHead(200).end(bundle) },
    });
  });

  after(async () => {
    await server?.close();
    await elsewhere?.close();
  });

  let count = 0;
  /** Opens a page of a site with some elements, and installs the harness. */
  async function open(body, { head = "", csp, from = "", entries = 1, lang = "en" } = {}) {
    const name = `/page-${(count += 1)}.html`;
    const policy = csp === undefined ? "" : `<meta http-equiv="Content-Security-Policy" content="${csp}" />`;
    const scripts = Array.from(
      { length: entries },
      (_, index) =>
        `<script type="module" src="${from}/element/pith-element.js${index === 0 ? "" : `?${index}`}"></script>`,
    );
    pages[name] = `<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          ${policy}
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>A journal</title>
          ${csp === undefined ? '<link rel="icon" href="data:," />' : ""}
          ${head}
          <script src="/listen.js"></script>
          ${scripts.join("\n")}
        </head>
        <body><main><h1>An article</h1>${body}</main></body>
      </html>`;
    const page = new Page(given.browser, server);
    await page.load(name);
    return name;
  }

  /** Waits until an element has come to something, and says what. */
  const settled = (id = "v") =>
    run(async (id) => {
      const host = document.getElementById(id);
      const main = () => host?.shadowRoot?.querySelector(".pith, .badge");
      for (let i = 0; i < 1500; i += 1) {
        const box = main();
        const done = box?.dataset.state === "report" || box?.dataset.state === "error";
        if (done && box.ariaBusy !== "true" && box.getAttribute("aria-busy") !== "true") break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const root = host.shadowRoot;
      const box = main();
      const verdict = root.querySelector("[data-verdict]");
      const heading = root.querySelector("[data-verdict] h2, .badge b");
      const text = (node) => (node === null ? null : node.textContent.replaceAll(/\s+/g, " ").trim());
      return {
        state: box?.dataset.state ?? null,
        verdict: verdict?.dataset.verdict ?? null,
        error: root.querySelector("[data-error]")?.dataset.error ?? null,
        subject: root.querySelector("[data-asked]")?.dataset.asked ?? box?.dataset.subject ?? null,
        tone: root.querySelector("[data-asked]")?.dataset.tone ?? box?.dataset.tone ?? null,
        colour: heading === null ? null : getComputedStyle(heading).color,
        about: text(root.querySelector("[part=subject]")),
        provenance: text(root.querySelector("[part=provenance]")),
        text: text(box),
        lang: box?.lang,
      };
    }, id);
  const told = () => run(() => globalThis.told.map(({ type, id, detail }) => ({ type, id, detail })));

  async function accessible(t, dark = false) {
    await run(axe);
    const violations = await run(async () => {
      const { violations, passes } = await window.axe.run(document, {
        runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
      });
      if (passes.length < 10) return [`axe ran only ${passes.length} rules`];
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, html, failureSummary }) =>
            `${id} ${target.join(" ")} ${html.slice(0, 200)} ${failureSummary}`,
        ),
      );
    });
    assert.deepEqual(violations, [], dark ? "dark" : "light");
    t.diagnostic("axe: none");
  }

  /** What the policy refused; the browser's own request for an icon is none of ours. */
  const violations = async () =>
    (await run(() => window.harness.since().violations)).filter((each) => !each.includes("favicon.ico"));

  /** Each verdict, the document that gets it, and what else the element is told. */
  const VERDICTS = [
    ["verified", "/bundle.json", ""],
    ["consistent", "/bundle.json", "no-built-in-keys"],
    ["unsigned", "/state.json", ""],
    ["broken", "/broken.json", ""],
    ["unreadable", "/unreadable.json", ""],
  ];
  for (const [word, address, more] of VERDICTS) {
    test(`${word}: the whole result and a badge`, async (t) => {
      await open(`<pith-verifier id="v" src="${address}" ${more}></pith-verifier>
        <p><pith-badge id="b" src="${address}" ${more} theme="dark"></pith-badge></p>`);
      const whole = await settled();
      assert.deepEqual([whole.state, whole.verdict, whole.error], ["report", word, null]);
      assert.match(whole.provenance, /Checked in this browser, by code that this page loaded/);
      assert.match(
        whole.provenance,
        word === "unreadable" ? /Pith Number the document states none/ : new RegExp(`Pith Number ${NUMBER}`),
      );
      assert.equal(/keys are trusted here, this page has chosen/.test(whole.provenance), more !== "");
      const badge = await settled("b");
      assert.deepEqual([badge.state, badge.verdict], ["report", word]);
      assert.match(badge.text, /checked in this browser by this page’s code/);
      if (word !== "unreadable") assert.ok(badge.text.includes(NUMBER));

      const options = more === "" ? {} : { builtInKeys: false };
      const expected = verify(DOCUMENTS[address], { ...options, replay: true, name: address.slice(1) });
      const events = await told();
      assert.deepEqual(events.map(({ type, id }) => `${type} ${id}`).sort(), [
        "pith-report b",
        "pith-report v",
      ]);
      for (const { detail } of events) {
        assert.deepEqual(detail, { ...expected, coverage: { ...expected.coverage, leaves: [] } });
      }
      assert.deepEqual(
        await run(() => {
          const v = document.getElementById("v");
          let matches = null;
          try {
            matches = v.matches(`:state(report):state(${v.report.verdict.word})`);
          } catch {
            // No :state() in this browser.
          }
          return [v.report.verdict.word, matches ?? true];
        }),
        [word, true],
      );
      await accessible(t);
      await given.browser.size(320, 740);
      // WebKitGTK has no window as narrow as that.
      const [wide, screen] = await run(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= screen && screen < 500, `${wide} pixels on a screen of ${screen}`);
      await given.browser.size(1280, 900);
      await run(() => document.getElementById("b").shadowRoot.querySelector("button").click());
      const dialog = await run(async () => {
        const { shadowRoot } = document.getElementById("b");
        for (let i = 0; i < 300 && shadowRoot.querySelector("pith-verdict section") === null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return [
          shadowRoot.querySelector("dialog").open,
          shadowRoot.querySelector("pith-verdict section")?.dataset.verdict,
        ];
      });
      assert.deepEqual(dialog, [true, word]);
      await accessible(t, true);
      await given.browser.press("Escape");
      const closed = await run(async () => {
        const { shadowRoot } = document.getElementById("b");
        for (let i = 0; i < 100 && shadowRoot.querySelector(".pith") !== null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return [shadowRoot.querySelector("dialog").open, shadowRoot.activeElement?.className];
      });
      assert.deepEqual(closed, [false, "badge"]);
      if (given.browser.problems.length > 0) assert.deepEqual(given.browser.problems, []);
    });
  }

  test("while it is loaded and checked it says so", async (t) => {
    await open(
      '<pith-verifier id="v" src="/slow.json"></pith-verifier> <pith-badge id="b" src="/slow.json?b"></pith-badge>',
    );
    // Chromium asks for one address once at a time.
    for (let i = 0; i < 300 && stuck.length < 2; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const shown = await run(() => {
      const [v, b] = ["v", "b"].map((id) => document.getElementById(id).shadowRoot);
      const status = v.querySelector("[role=status]");
      return [
        status.textContent.trim(),
        b.querySelector("b").textContent.trim(),
        v.querySelector(".pith").getAttribute("aria-busy"),
      ];
    });
    assert.deepEqual(shown, ["The document is being loaded…", "The document is being loaded…", "true"]);
    assert.deepEqual(await told(), []);
    await accessible(t);
    for (const answer of stuck.splice(0)) answer();
    assert.equal((await settled()).verdict, "verified");
  });

  /** Why there is no verdict, what brings it about, and what is said. */
  const FAULTS = [
    ["no_document", "", /neither src nor number/],
    ["bad_address", 'src="ftp://x.example/b.json"', /none of http or https: ftp:/],
    ["bad_address", 'src="javascript:alert(1)"', /none of http or https/],
    ["bad_number", 'number="no number"', /neither a Pith Number.*no number/],
    ["bad_number", 'number="10.1000/182"', /no address is known/],
    ["bad_number", 'src="/bundle.json" number="BZ4IVVZG?"', /BZ4IVVZG\?/],
    ["missing", 'src="/nowhere.json"', /nothing at this address \(404\)/],
    ["status", 'src="/503.json"', /\(503\)/],
    ["web_page", 'src="/page.json"', /a web page and not a document/],
    ["too_large", 'src="/large.json"', /more than 134,217,728 bytes/],
    ["too_large", 'src="/endless.json"', /more than 134,217,728 bytes/],
    ["cut_off", 'src="/cut.json"', /ended in the middle/],
    ["unreachable", 'src="/gone.json"', /could not be reached/],
    ["bad_key", 'src="/bundle.json" trust-key="no key"', /a key to trust.*key 1/],
  ];
  for (const [reason, attributes, said] of FAULTS) {
    test(`${reason}, with ${attributes || "nothing"}: no verdict, and why`, async (t) => {
      await open(
        `<pith-verifier id="v" ${attributes}></pith-verifier> <pith-badge id="b" ${attributes}></pith-badge>`,
      );
      const found = await settled();
      assert.deepEqual([found.state, found.error, found.verdict], ["error", reason, null]);
      assert.match(found.text, said);
      assert.match(found.text, /neither verified nor broken/);
      const badge = await settled("b");
      assert.match(badge.text, /^Not checked/);
      assert.equal(badge.verdict, null);
      const events = await told();
      assert.deepEqual(events.map(({ type, id }) => `${type} ${id}`).sort(), [
        "pith-error b",
        "pith-error v",
      ]);
      for (const { detail } of events) {
        assert.equal(detail.reason, reason);
        assert.match(detail.message, said);
      }
      if (reason === "missing") await accessible(t);
    });
  }

  test("a host of another origin that does not allow it, and one that this page's policy does not name", async () => {
    const { address } = elsewhere;
    await open(`<pith-verifier id="v" src="${address}/closed.json"></pith-verifier>
      <pith-verifier id="w" src="${address}/bundle.json"></pith-verifier>`);
    const closed = await settled();
    assert.equal(closed.error, "blocked");
    assert.match(closed.text, /Access-Control-Allow-Origin \(CORS\)/);
    assert.equal((await settled("w")).verdict, "verified");

    await open(`<pith-verifier id="v" src="${address}/bundle.json"></pith-verifier>`, { csp: STRICT });
    const refused = await settled();
    assert.equal(refused.error, "policy");
    assert.match(refused.text, /\(connect-src\) does not allow it to ask 127\.0\.0\.1/);
  });

  test("offline it says so, and begins by itself when there is a network again", async () => {
    await open("");
    await run(() => {
      globalThis.online = false;
      Object.defineProperty(navigator, "onLine", { get: () => globalThis.online, configurable: true });
      const { fetch } = window;
      window.fetch = (...given) => {
        const isDocument = String(given[0]).endsWith("bundle.json");
        return isDocument && !globalThis.online
          ? Promise.reject(new TypeError("Failed to fetch"))
          : fetch(...given);
      };
      const verifier = document.createElement("pith-verifier");
      verifier.id = "v";
      verifier.src = "/bundle.json";
      document.querySelector("main").append(verifier);
    });
    const offline = await settled();
    assert.equal(offline.error, "offline");
    assert.match(offline.text, /starts by itself/);
    await run(() => {
      globalThis.online = true;
      dispatchEvent(new Event("online"));
    });
    assert.equal((await settled()).verdict, "verified");
  });

  test("without its wasm, and where wasm may not run, it says that it could not be loaded", async () => {
    await open('<pith-verifier id="v" src="/bundle.json"></pith-verifier>', {
      csp: STRICT.replace(" 'wasm-unsafe-eval'", ""),
    });
    const refused = await settled();
    assert.equal(refused.error, "not_loaded");
    assert.match(refused.text, /script-src with 'wasm-unsafe-eval'/);
    const { address } = asset(element, "pith_verifier_bg", ".wasm");
    // Also one that would run, if it was the one that the scripts know.
    for (const bytes of ["no wasm", misled(element).wasm]) {
      pages[`/element/${address}`] = bytes;
      try {
        await open('<pith-verifier id="v" src="/bundle.json"></pith-verifier>');
        const { error, text } = await settled();
        assert.equal(error, "not_loaded");
        assert.match(text, /not the one of this build, sha384-/);
      } finally {
        delete pages[`/element/${address}`];
      }
    }
  });

  test("a verifier that misjudges a known document gives no verdict", async () => {
    const { texts } = misled(element);
    const addresses = Object.keys(texts).map((name) => `/element/${name}`);
    Object.assign(pages, Object.fromEntries(Object.values(texts).map((text, i) => [addresses[i], text])));
    try {
      await open(
        '<pith-verifier id="v" src="/bundle.json"></pith-verifier> <pith-badge id="b" src="/bundle.json"></pith-badge>',
      );
      const found = await settled();
      assert.deepEqual([found.error, found.verdict], ["self_test", null]);
      assert.equal((await settled("b")).verdict, null);
      const events = await told();
      assert.ok(events.every(({ type, detail }) => type === "pith-error" && detail.reason === "self_test"));
    } finally {
      for (const address of addresses) delete pages[address];
    }
  });

  test("a redirect is followed, and a type that is missing is none", async () => {
    await open(`<pith-verifier id="v" src="/moved.json"></pith-verifier>
      <pith-verifier id="w" src="typeless.json"></pith-verifier>`);
    assert.equal((await settled()).verdict, "verified");
    assert.equal((await settled("w")).verdict, "verified");
  });

  const meta = (name, content) => `<meta name="${name}" content="${content}" />`;
  /** What a page names, the document, and what must come of it. */
  const SUBJECTS = [
    ["arXiv", meta("citation_arxiv_id", "1212.1787"), "", "/bundle.json", "matches", "passed"],
    ["its DOI", meta("citation_doi", "10.48550/arXiv.1212.1787"), "", "/bundle.json", "matches", "passed"],
    ["DC", meta("DC.Identifier", "doi:10.48550/arXiv.1212.1787"), "", "/bundle.json", "matches", "passed"],
    ["dc, its number", meta("dc.identifier", NUMBER), "", "/bundle.json", "matches", "passed"],
    [
      "a journal's DOI too",
      meta("citation_doi", "10.1000/182") + meta("citation_arxiv_id", "1212.1787v1"),
      "",
      "/bundle.json",
      "matches",
      "passed",
    ],
    // Nothing signs a state, but the receipt in it signs the record that it repeats.
    ["an unsigned state", meta("citation_arxiv_id", "1212.1787"), "", "/state.json", "matches", "passed"],
    ["a broken one", meta("citation_arxiv_id", "1212.1787"), "", "/broken.json", "matches", "noted"],
    ["another paper", meta("citation_arxiv_id", "1411.1958"), "", "/bundle.json", "differs", "failed"],
    [
      "another DOI of arXiv",
      meta("citation_doi", "https://doi.org/10.48550/arXiv.1411.1958"),
      "",
      "/bundle.json",
      "differs",
      "failed",
    ],
    [
      "one of two",
      meta("citation_arxiv_id", "1212.1787") + meta("dc.identifier", "arXiv:1411.1958"),
      "",
      "/bundle.json",
      "differs",
      "failed",
    ],
    [
      "the attribute",
      meta("citation_arxiv_id", "1212.1787"),
      'doi="10.48550/arXiv.1411.1958"',
      "/bundle.json",
      "differs",
      "failed",
    ],
    [
      "the attribute alone",
      meta("citation_arxiv_id", "1411.1958"),
      'doi="10.48550/arXiv.1212.1787"',
      "/bundle.json",
      "matches",
      "passed",
    ],
    [
      "another number",
      "",
      'number="pith:2014:C5I22D7WDPRC56ZLYOZRUOVUTD"',
      "/bundle.json",
      "differs",
      "failed",
    ],
    ["the number", "", `number="${NUMBER}"`, "/bundle.json", "matches", "passed"],
    ["a short number", "", 'number="pith:BZ4IVVZG"', "/bundle.json", "near_miss", "noted"],
    ["another version", meta("citation_arxiv_id", "1212.1787v2"), "", "/bundle.json", "near_miss", "noted"],
    [
      "a journal's DOI",
      meta("citation_doi", "10.1000/182"),
      "",
      "/bundle.json",
      "not_comparable",
      "not_checked",
    ],
    [
      "a manifest",
      meta("citation_arxiv_id", "1212.1787"),
      "",
      "/manifest.json",
      "not_comparable",
      "not_checked",
    ],
    ["an ISSN", meta("DC.identifier", "ISSN 1234-5678"), "", "/bundle.json", "none", "not_checked"],
    ["nothing", meta("citation_title", "x"), "", "/bundle.json", "none", "not_checked"],
    [
      "an unreadable file",
      meta("citation_arxiv_id", "1212.1787"),
      "",
      "/unreadable.json",
      "unreadable",
      "not_checked",
    ],
  ];
  test("it says how the document stands to the paper that the page names", async () => {
    const green = "rgb(18, 97, 58)";
    const words = new Set();
    for (const [what, head, attributes, address, subject, tone] of SUBJECTS) {
      await open(
        `<pith-verifier id="v" src="${address}" ${attributes}></pith-verifier>
        <pith-badge id="b" src="${address}" ${attributes}></pith-badge>`,
        { head },
      );
      const found = await settled();
      assert.deepEqual([found.subject, found.tone], [subject, tone], what);
      const badge = await settled("b");
      assert.equal(badge.subject, subject, what);
      const isGood = found.verdict === "verified" && subject !== "differs";
      assert.equal(found.colour === green, isGood, `${what}: ${found.colour}`);
      assert.equal(badge.colour === green, isGood && subject !== "near_miss", `${what}: ${badge.colour}`);
      if (subject === "differs") {
        assert.match(found.about, /^This document is about another paper than this page/);
        assert.match(badge.text, /^Another paper not the paper that this page names/);
        assert.doesNotMatch(badge.text, /Verified/);
      }
      if (subject === "none") assert.match(found.about, /nobody has checked/);
      assert.equal(await run(() => document.getElementById("v").subject.word), subject);
      words.add(subject);
    }
    assert.deepEqual([...words].sort(), [
      "differs",
      "matches",
      "near_miss",
      "none",
      "not_comparable",
      "unreadable",
    ]);
  });

  test("when the page changes what it names, it compares again, and asks for nothing", async (t) => {
    await open('<pith-verifier id="v" src="/bundle.json"></pith-verifier>', {
      head: meta("citation_arxiv_id", "1212.1787"),
    });
    assert.equal((await settled()).subject, "matches");
    const before = server.requests.length;
    const becomes = (subject) =>
      run(async (subject) => {
        const { shadowRoot } = document.getElementById("v");
        for (let i = 0; i < 300; i += 1) {
          if (shadowRoot.querySelector("[data-asked]")?.dataset.asked === subject) return subject;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return shadowRoot.querySelector("[data-asked]")?.dataset.asked;
      }, subject);
    await run(() =>
      document.querySelector("meta[name=citation_arxiv_id]").setAttribute("content", "1411.1958"),
    );
    assert.equal(await becomes("differs"), "differs");
    await accessible(t);
    await run(() => document.getElementById("v").setAttribute("doi", "10.48550/arXiv.1212.1787"));
    assert.equal(await becomes("matches"), "matches");
    assert.deepEqual(server.requests.slice(before), []);
    assert.equal((await told()).length, 1);
  });

  test("a document about another paper is never green, whatever else becomes of the page's head", async () => {
    const page = { head: meta("citation_arxiv_id", "1411.1958") };
    await open('<pith-badge id="b" src="/bundle.json"></pith-badge>', page);
    const found = await settled("b");
    assert.deepEqual([found.subject, found.tone], ["differs", "broken"]);
    const tones = await run(async () => {
      const { shadowRoot } = document.getElementById("b");
      const badge = shadowRoot.querySelector(".badge");
      const tones = new Set();
      const observer = new MutationObserver(() => tones.add(badge.dataset.tone));
      observer.observe(badge, { attributes: true });
      const add = (name) => document.head.append(Object.assign(document.createElement(name), { name: "x" }));
      for (const name of ["style", "meta", "link"]) {
        add(name);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const same = tones.size;
      // Now it names something else, and again another paper.
      document.querySelector("meta[name=citation_arxiv_id]").content = "1501.03619";
      for (let i = 0; i < 300 && tones.size < 2; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return [same, [...tones]];
    });
    assert.deepEqual(tones, [0, ["error", "broken"]]);
  });

  test("what the page names while the comparison is under way counts, and one that stops gives no verdict", async () => {
    // As soon as the worker is asked to compare.
    const meanwhile = (work) =>
      `globalThis.asked = 0;
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message, ...more) {
        if (message.call === "matchText") { globalThis.asked += 1; ${work} }
        return postMessage.call(this, message, ...more);
      };`;
    const becomes = `document.querySelector("meta[name=citation_arxiv_id]").content = "1411.1958";`;
    const named = meta("citation_arxiv_id", "1212.1787");
    const body = '<pith-badge id="b" src="/bundle.json"></pith-badge>';
    pages["/meanwhile.js"] = meanwhile(becomes);
    const head = `${named}<script src="/meanwhile.js"></script>`;
    await open(body, { head });
    const found = await settled("b");
    assert.deepEqual(
      [found.subject, found.tone, await run(() => globalThis.asked)],
      ["differs", "broken", 2],
    );
    pages["/meanwhile.js"] = meanwhile(`throw new Error("out of memory");`);
    await open(body, { head });
    assert.deepEqual([(await settled("b")).state, (await settled("b")).verdict], ["error", null]);
    assert.deepEqual(
      (await told()).map(({ detail }) => detail.reason),
      ["stopped"],
    );
  });

  test("a language that does not come keeps no old verdict on the page", async () => {
    await open('<pith-verifier id="v" src="/bundle.json"></pith-verifier>');
    assert.equal((await settled()).verdict, "verified");
    await run(() => {
      const v = document.getElementById("v");
      v.locale = "ja";
      v.src = "/broken.json";
    });
    assert.equal((await settled()).verdict, "broken");
    isHung = true;
    try {
      await open("");
      // Firefox calls no page loaded that waits for a module.
      await run(() => {
        const v = Object.assign(document.createElement("pith-verifier"), { id: "v", src: "/bundle.json" });
        v.locale = "ja";
        document.querySelector("main").append(v);
      });
      const found = await settled();
      assert.deepEqual([found.verdict, found.lang], ["verified", "en"]);
      await run(() => (document.getElementById("v").src = "/broken.json"));
      assert.equal((await settled()).verdict, "broken");
    } finally {
      isHung = false;
    }
  });

  test("a screen reader is told what came of it, and a badge that is moved can be opened again", async () => {
    await open(`<div id="one"><pith-badge id="b" src="/bundle.json"></pith-badge></div><div id="other"></div>
      <pith-verifier id="v" src="/broken.json"></pith-verifier> <pith-badge id="c" src="/nowhere.json"></pith-badge>`);
    for (const id of ["b", "v", "c"]) await settled(id);
    const said = await run(() =>
      ["b", "v", "c"].map((id) => {
        const all = [...document.getElementById(id).shadowRoot.children].filter(
          ({ role }) => role === "status",
        );
        return all.map(({ textContent }) => textContent);
      }),
    );
    for (const [index, pattern] of [/Verified/, /Broken/, /\(404\)/].entries()) {
      assert.equal(said[index].length, 1);
      assert.match(said[index][0], pattern);
    }
    const opened = () =>
      run(async () => {
        const { shadowRoot } = document.getElementById("b");
        shadowRoot.querySelector("button").click();
        for (let i = 0; i < 300 && shadowRoot.querySelector("pith-verdict section") === null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return shadowRoot.querySelector("dialog").matches(":modal");
      });
    assert.equal(await opened(), true);
    await run(async () => {
      document.getElementById("other").append(document.getElementById("b"));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    assert.equal(await opened(), true);
  });

  test("a number is asked of the service, without cookies and without the page's address", async () => {
    await open("", { head: meta("citation_doi", "10.1000/182") });
    await run((text) => {
      const { fetch } = window;
      globalThis.asked = [];
      window.fetch = (url, options) => {
        if (!String(url).startsWith("https://")) return fetch(url, options);
        const { credentials, mode, redirect, referrerPolicy } = options;
        globalThis.asked.push({ url, credentials, mode, redirect, referrerPolicy });
        return Promise.resolve(new Response(text, { headers: { "content-type": "application/json" } }));
      };
      document.querySelector("main").innerHTML = '<pith-verifier id="v" number="1212.1787"></pith-verifier>';
    }, bundle);
    const found = await settled();
    assert.deepEqual([found.verdict, found.subject], ["verified", "matches"]);
    const [asked, ...more] = await run(() => globalThis.asked);
    assert.deepEqual(more, []);
    assert.match(asked.url, /^https:\/\/pith\.science\//);
    assert.deepEqual(
      { ...asked, url: "" },
      { url: "", credentials: "omit", mode: "cors", redirect: "follow", referrerPolicy: "no-referrer" },
    );
    assert.ok(found.provenance.includes(asked.url));
  });

  test("two on one page, each with its language, theme and keys", async () => {
    await open(
      `<pith-verifier id="v" src="/bundle.json" locale="de-AT" theme="dark"></pith-verifier>
      <div lang="es"><pith-verifier id="w" src="/bundle.json" theme="light" no-built-in-keys></pith-verifier></div>
      <pith-badge id="b" src="/bundle.json" locale="ja"></pith-badge>`,
      { lang: "en-GB" },
    );
    const [german, spanish, japanese] = [await settled(), await settled("w"), await settled("b")];
    assert.deepEqual([german.lang, spanish.lang, japanese.lang], ["de", "es", "ja"]);
    assert.deepEqual([german.verdict, spanish.verdict], ["verified", "consistent"]);
    assert.match(german.text, /Verifiziert/);
    assert.match(spanish.provenance, /Comprobado en este navegador/);
    assert.match(japanese.text, /検証済み/);
    const looks = () =>
      run(() =>
        ["v", "w"].map(
          (id) =>
            getComputedStyle(document.getElementById(id).shadowRoot.querySelector(".pith")).backgroundColor,
        ),
      );
    assert.deepEqual(await looks(), ["rgb(20, 22, 26)", "rgb(250, 248, 243)"]);
    const page = () =>
      run(() => [document.documentElement.lang, document.title, document.documentElement.dir]);
    assert.deepEqual(await page(), ["en-GB", "A journal", ""]);
    await run(() => document.getElementById("w").setAttribute("locale", "zh"));
    await run(async () => {
      const { shadowRoot } = document.getElementById("w");
      for (let i = 0; i < 300 && shadowRoot.querySelector(".pith").lang !== "zh"; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    assert.match((await settled("w")).provenance, /在此浏览器中检查/);
    assert.match((await settled()).text, /Verifiziert/);
    assert.deepEqual(await looks(), ["rgb(20, 22, 26)", "rgb(250, 248, 243)"]);
    assert.deepEqual(await page(), ["en-GB", "A journal", ""]);
    assert.equal((await told()).length, 3);
    // Each has the values of its own document at hand.
    const rows = await run(async () => {
      const found = [];
      for (const id of ["v", "w"]) {
        const { shadowRoot } = document.getElementById(id);
        for (let i = 0; i < 500 && shadowRoot.querySelector("pith-tree [data-row]") === null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        found.push(
          shadowRoot.querySelectorAll("[data-gone]").length,
          shadowRoot.querySelector("pith-tree [role=tree]").dataset.total,
        );
      }
      return found;
    });
    assert.deepEqual(rows, [0, "364", 0, "364"]);
  });

  test("a document in the page itself, and one that is handed over", async () => {
    const before = server.requests.length;
    const inline = (text) => `<script type="application/json">${text.replaceAll("<", "\\u003c")}</script>`;
    await open(
      `<pith-verifier id="v" src="/nowhere.json">${inline(bundle)}</pith-verifier>
      <pith-badge id="b">${inline(retitled())}</pith-badge>`,
      { csp: STRICT },
    );
    assert.equal((await settled()).verdict, "verified");
    assert.match((await settled()).provenance, /Document stands in this page/);
    assert.equal((await settled("b")).verdict, "broken");
    const changed = await run(async (text) => {
      document.querySelector("#v script").textContent = text;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, retitled());
    assert.equal(changed, undefined);
    assert.equal((await settled()).verdict, "broken");
    for (const how of ["text", "bytes", "file"]) {
      await run(
        (how, text) => {
          const bytes = new TextEncoder().encode(text);
          document.getElementById("v").data = { text, bytes, file: new Blob([bytes]) }[how];
        },
        how,
        how === "bytes" ? other : bundle,
      );
      await run(() => new Promise((resolve) => setTimeout(resolve, 60)));
      assert.equal((await settled()).verdict, "verified", how);
    }
    assert.ok(!server.requests.slice(before).includes("GET /nowhere.json"));
  });

  test("what is changed, moved or removed while it is checked", async () => {
    await open('<pith-verifier id="v" src="/slow.json"></pith-verifier><section></section>');
    const wait = async () => {
      for (let i = 0; i < 300 && stuck.length === 0; i += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return stuck.splice(0);
    };
    // Another address while the first host has not answered: only the later one counts.
    const [first] = await wait();
    await run(() => document.getElementById("v").setAttribute("src", "/broken.json"));
    assert.equal((await settled()).verdict, "broken");
    first();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await settled()).verdict, "broken");
    assert.deepEqual(
      (await told()).map(({ detail }) => detail.verdict?.word),
      ["broken"],
    );

    // Two changes in the middle of a check.
    await run(() => {
      const v = document.getElementById("v");
      v.src = "/bundle.json";
      v.src = "/state.json";
      setTimeout(() => (v.src = "/bundle.json"));
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await settled()).verdict, "verified");
    assert.equal((await told()).at(-1).detail.verdict.word, "verified");

    // Moved: it keeps what it has, and asks for nothing.
    const [requests, events] = [server.requests.length, (await told()).length];
    await run(() => document.querySelector("section").append(document.getElementById("v")));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await settled()).verdict, "verified");
    assert.deepEqual([server.requests.length, (await told()).length], [requests, events]);

    // Removed while a host has not answered: nothing is told, and nothing kept.
    await run(() => (document.getElementById("v").src = "/slow.json"));
    const [second] = await wait();
    await run(() => {
      globalThis.removed = document.getElementById("v");
      globalThis.removed.remove();
    });
    second();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await told()).length, events);
    assert.equal(await run(() => globalThis.removed.report), null);
    // And put in again, it begins anew.
    await run(() => {
      globalThis.removed.src = "/bundle.json";
      document.querySelector("main").append(globalThis.removed);
    });
    assert.equal((await settled()).verdict, "verified");
    assert.equal((await told()).length, events + 1);
  });

  test("text of a document stays text, in the badge, in the whole and in what is told", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    const texts = [
      ...strings.display.map(({ string }) => string),
      '<img src=x onerror="alert(1)">',
      "x".repeat(5000),
    ];
    let seen = 0;
    await open('<pith-verifier id="v"></pith-verifier> <pith-badge id="b"></pith-badge>', { csp: TYPED });
    for (const string of texts.slice(0, 40)) {
      const text = changed("state-1212.1787", (state) => {
        const rename = (node) => {
          for (const key of Object.keys(node)) {
            if (key === "pith_number" || key === "title") node[key] = string;
            else if (typeof node[key] === "object" && node[key] !== null) rename(node[key]);
          }
        };
        rename(state);
      });
      await run((text) => {
        for (const id of ["v", "b"]) document.getElementById(id).data = text;
      }, text);
      await run(() => new Promise((resolve) => setTimeout(resolve, 30)));
      const [whole, badge] = [await settled(), await settled("b")];
      assert.equal(whole.state, "report");
      for (const shown of [whole.text, badge.text]) {
        assert.doesNotMatch(
          shown,
          /[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u0000-\u0008\u{e0020}-\u{e007f}]/u,
        );
      }
      seen += 1;
    }
    assert.ok(seen > 10);
    assert.deepEqual(await run(() => window.harness.foreign()), []);
    assert.deepEqual(await run(() => window.harness.since().dialogs), []);
    const words = await run(() => globalThis.told.map(({ type }) => type));
    assert.ok(words.length >= seen && words.every((type) => type.startsWith("pith-")));
  });

  for (const [what, csp] of [
    ["a strict policy", STRICT],
    ["a strict policy with Trusted Types", TYPED],
  ]) {
    test(`${what}: a worker does the work, twice loaded, and nothing is refused`, async () => {
      await open(
        '<pith-verifier id="v" src="/bundle.json"></pith-verifier> <pith-badge id="b" src="/bundle.json"></pith-badge>',
        {
          csp,
          entries: 3,
        },
      );
      assert.equal((await settled()).verdict, "verified");
      assert.equal((await settled("b")).verdict, "verified");
      assert.ok(server.requests.some((request) => /worker-/.test(request)));
      assert.ok(!server.requests.slice(-40).some((request) => /answering-/.test(request)));
      await run(() => document.getElementById("b").shadowRoot.querySelector("button").click());
      await run(() => new Promise((resolve) => setTimeout(resolve, 300)));
      // The browser's own request for an icon is none of ours.
      assert.deepEqual(
        given.browser.problems.filter((problem) => !problem.includes("favicon.ico")),
        [],
      );
      assert.deepEqual(await violations(), []);
      assert.deepEqual(await run(() => window.harness.since().errors), []);
    });
  }

  test("where a worker is refused, the same comes out", async () => {
    const reports = [];
    const take = async (how) => {
      assert.equal((await settled()).verdict, "verified", how);
      const [{ detail }] = await told();
      reports.push(detail);
      return run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    };
    const body = '<pith-verifier id="v" src="/bundle.json"></pith-verifier>';
    await open(body, { csp: STRICT });
    await take("with a worker");
    await open(body, { csp: STRICT.replace("worker-src 'self'", "worker-src 'none'") });
    assert.ok((await take("worker-src 'none'")).some((name) => /answering-/.test(name)));
    // Trusted Types that allow only what templates need.
    await open(body, { csp: TYPED.replace(" pith", "") });
    assert.ok((await take("no policy of our name")).some((name) => /answering-/.test(name)));
    await open(body, { from: elsewhere.address });
    const names = await take("another origin");
    assert.ok(names.some((name) => name.startsWith(elsewhere.address) && /answering-/.test(name)));
    assert.ok(!names.some((name) => /worker-/.test(name)), "none is tried that no browser allows");
    assert.equal(reports.length, 4);
    for (const report of reports) assert.deepEqual(report, reports[0]);
    await open(`<pith-verifier id="v" src="/broken.json"></pith-verifier>`, { from: elsewhere.address });
    assert.equal((await settled()).verdict, "broken");
  });

  test("check independently opens another page with the same bytes", async () => {
    const link = (id) =>
      run(async (id) => {
        const { shadowRoot } = document.getElementById(id);
        for (let i = 0; i < 200 && shadowRoot.querySelector("[data-elsewhere]") === null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        const a = shadowRoot.querySelector("[data-elsewhere] a");
        return {
          href: a?.href,
          rel: a?.rel,
          target: a?.target,
          kind: a?.closest("[data-elsewhere]").dataset.elsewhere,
          text: a?.closest("p").textContent,
        };
      }, id);
    const checker = `${elsewhere.address}/site/`;
    pages["/long.json"] = JSON.stringify({
      noise: Array.from({ length: 9000 }, (_, i) => (i * 7919 * 104729) % 1e9),
    });
    await open(`<pith-verifier id="v" src="/bundle.json" verifier="${checker}"></pith-verifier>
      <pith-verifier id="w" src="/long.json" verifier="${checker}"></pith-verifier>
      <pith-verifier id="x" src="/bundle.json"></pith-verifier>
      <pith-verifier id="y" src="/bundle.json" verifier="javascript:alert(1)"></pith-verifier>`);
    for (const id of ["v", "w", "x", "y"]) await settled(id);
    const found = await link("v");
    assert.deepEqual([found.rel, found.target, found.kind], ["noopener noreferrer", "_blank", "document"]);
    assert.ok(found.href.startsWith(`${checker}#d=1.`));
    const long = await link("w");
    assert.deepEqual([long.href, long.kind], [checker, "page"]);
    assert.match(long.text, /too large for a link/);
    assert.equal(
      await run(() =>
        ["x", "y"]
          .map((id) => document.getElementById(id).shadowRoot.querySelectorAll("[data-elsewhere]").length)
          .join(),
      ),
      "0,0",
    );

    const page = new Page(given.browser, elsewhere);
    await page.load(found.href.slice(elsewhere.address.length));
    const [verdict] = await page.verdict("verified");
    assert.equal(verdict.word, "verified");
    const file = await run(() => document.querySelector("pith-file").textContent.replaceAll(/\s/g, ""));
    assert.ok(file.includes(verify(bundle).sha256));
  });

  /** Opens a page with a frame around embed.html of the other origin. */
  async function frame(fragment, more = "") {
    const name = `/frame-${(count += 1)}.html`;
    pages[name] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A journal</title>
      <link rel="icon" href="data:,">
      <script src="/site/embed-host.js" defer></script></head>
      <body><main><h1>An article</h1>
      <iframe id="f" data-pith-embed title="The check" width="900" sandbox="allow-scripts" ${more}
        src="${elsewhere.address}/site/embed.html#${fragment}"></iframe></main></body></html>`;
    await new Page(given.browser, server).load(name);
  }
  const height = (least = 0) =>
    run(async (least) => {
      const f = document.getElementById("f");
      let last = -1;
      for (let i = 0, same = 0; i < 400 && same < 15; i += 1) {
        const now = parseFloat(f.style.height || "0");
        same = now === last && now > least ? same + 1 : 0;
        last = now;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return last;
    }, least);

  test("embed.html in a frame without an origin of its own checks, and gets its height", async () => {
    const messages = () => run(() => globalThis.messages);
    const note = () =>
      run(() => {
        globalThis.messages = [];
        addEventListener("message", ({ data, origin, source }) => {
          globalThis.messages.push({
            data,
            origin,
            own: source === document.getElementById("f").contentWindow,
          });
        });
      });
    await frame(`src=${encodeURIComponent(`${elsewhere.address}/bundle.json`)}&locale=en&theme=light`);
    await note();
    const whole = await height(3000);
    assert.ok(whole > 3000 && whole < 12_000, `${whole} pixels`);
    const last = (await messages()).at(-1);
    assert.deepEqual([last.origin, last.own], ["null", true]);
    assert.deepEqual(Object.keys(last.data).sort(), ["height", "type", "version"]);

    await frame(`src=${encodeURIComponent(`${elsewhere.address}/closed.json`)}`);
    const little = await height(64);
    assert.ok(little >= 64 && little < 700, `${little} pixels`);

    await frame(`src=${encodeURIComponent(`${elsewhere.address}/bundle.json`)}`, 'data-pith-most="900"');
    assert.equal(await height(800), 900);

    // The document itself in the address; nothing is asked for it.
    await open(`<pith-verifier id="v" src="/bundle.json" verifier="/x/"></pith-verifier>`);
    await settled();
    const d = await run(async () => {
      const { shadowRoot } = document.getElementById("v");
      for (let i = 0; i < 200 && shadowRoot.querySelector("[data-elsewhere] a") === null; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return shadowRoot.querySelector("[data-elsewhere] a").href.split("#")[1];
    });
    const before = elsewhere.requests.filter((request) => request.endsWith(".json")).length;
    await frame(d);
    assert.ok((await height(3000)) > 3000);
    assert.equal(elsewhere.requests.filter((request) => request.endsWith(".json")).length, before);
    for (const damaged of [`${d.slice(0, -9)}`, "d=2.x", ""]) {
      await frame(damaged);
      const shown = await height(64);
      assert.ok(shown >= 64 && shown < 700, `${damaged.slice(0, 9)}: ${shown} pixels`);
    }
  });

  test("embed.html says what it checks, by itself and in a page of its own", async () => {
    const page = new Page(given.browser, elsewhere);
    for (const [fragment, verdict, error] of [
      ["src=/bundle.json&doi=10.48550/arXiv.1212.1787&locale=de", "verified", null],
      ["src=/broken.json&theme=dark", "broken", null],
      // No key and no other checker is taken from an address.
      ["src=/bundle.json&no-built-in-keys&trust-key=none&verifier=https://x.example/", "verified", null],
      ["d=1.AAAA", null, "link"],
      ["", null, "no_document"],
      ["src=javascript:alert(1)", null, "bad_address"],
    ]) {
      await page.load(`/site/embed.html?${(count += 1)}#${fragment}`);
      const found = await run(async () => {
        const box = () => document.querySelector("pith-verifier")?.shadowRoot?.querySelector(".pith");
        for (let i = 0; i < 500 && !["report", "error"].includes(box()?.dataset.state); i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        const root = box();
        return {
          verdict: root.querySelector("[data-verdict]")?.dataset.verdict ?? null,
          error: root.querySelector("[data-error]")?.dataset.error ?? null,
          subject: root.dataset.subject ?? null,
          lang: root.lang,
          link: root.querySelector("[data-elsewhere] a")?.href.split("#")[0] ?? null,
          ownKeys: root.querySelector("[data-own-keys]") !== null,
        };
      });
      assert.deepEqual([found.verdict, found.error], [verdict, error], fragment);
      if (fragment.includes("verifier=")) {
        assert.equal(found.link, `${elsewhere.address}/site/`);
        assert.equal(found.ownKeys, false);
      }
      if (fragment.includes("doi=")) assert.deepEqual([found.subject, found.lang], ["matches", "de"]);
      assert.deepEqual(await violations(), [], fragment);
    }
  });

  test("a message that is not the frame's, or not of its shape, changes no height", async () => {
    const host = `${elsewhere.address}/forge.html`;
    const name = `/frame-${(count += 1)}.html`;
    const iframe = (id, more, hash) =>
      `<iframe id="${id}" title="${id}" ${more} src="${host}#${hash}"></iframe>`;
    const sandbox = 'sandbox="allow-scripts"';
    pages[name] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A journal</title>
      <link rel="icon" href="data:,"><script src="/site/embed-host.js"></script><script src="/note.js"></script></head><body>
      ${iframe("good", `data-pith-embed ${sandbox}`, "5000")} ${iframe("own", "data-pith-embed", "4000")}
      ${iframe("low", `data-pith-embed ${sandbox}`, "0")} ${iframe("high", `data-pith-embed ${sandbox}`, "1000000000")}
      ${iframe("most", `data-pith-embed data-pith-most="700" ${sandbox}`, "5000")}
      ${iframe("bad", `data-pith-embed ${sandbox}`, "bad")} ${iframe("strange", sandbox, "3000")}
      ${iframe("turned", `data-pith-embed ${sandbox}`, "later")}</body></html>`;
    await new Page(given.browser, server).load(name);
    const found = await run(async (address) => {
      const arrived = async (count) => {
        for (let i = 0; i < 300 && globalThis.arrived.length < count; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await arrived(19);
      // From the page itself; and from a frame whose origin is not the one that its address has.
      postMessage({ type: "pith-embed-size", version: 1, height: 2000 }, "*");
      const turned = document.getElementById("turned");
      turned.removeAttribute("sandbox");
      turned.contentWindow.postMessage("go", "*");
      await arrived(21);
      const heights = [...document.querySelectorAll("iframe")].map(({ id, style }) => [id, style.height]);
      return {
        heights: Object.fromEntries(heights),
        origins: [...new Set(globalThis.arrived)].sort(),
        address,
      };
    }, elsewhere.address);
    assert.deepEqual(found.heights, {
      good: "5000px",
      own: "4000px",
      low: "64px",
      high: "20000px",
      most: "700px",
      bad: "",
      strange: "",
      turned: "",
    });
    assert.deepEqual(found.origins, [elsewhere.address, server.address, "null"].sort());
  });
});

inEachBrowser(
  (given) => {
    test("embed.html speaks the language of its reader, unless its address names one", async () => {
      const spoken = async (more) => {
        await given.page.load(`/embed.html#src=/bundle.json${more}`);
        return given.browser.evaluate(async () => {
          const root = () => document.querySelector("pith-verifier")?.shadowRoot;
          for (let i = 0; i < 1500 && !root()?.querySelector("[data-verdict]"); i += 1) {
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return [document.documentElement.lang, root().querySelector(".pith").lang];
        });
      };
      assert.deepEqual(await spoken(""), ["de", "de"]);
      assert.deepEqual(await spoken("&locale=es"), ["es", "es"]);
    });
  },
  { only: ["chromium", "firefox"], language: "de", texts: { "/bundle.json": bundle } },
);
