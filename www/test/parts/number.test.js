// Number first: what a number leads to, whether a document is the one asked for, and the build that may fetch.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { loadConfigFromFile } from "vite";
import { inEachBrowser } from "../browsers.js";
import { changed, hostileStrings, pkg, retitled, root, sample, site } from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";

const { addresses } = await import(pathToFileURL(join(pkg, "index.js")).href);

const www = join(root, "www");
const NUMBER = "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ";
const bundle = sample("bundle-1212.1787").bytes.toString();
const other = sample("bundle-1411.1958").bytes.toString();

/** The page built with PITH_FETCH_HOSTS in a folder of its own; what it says when it is not built. */
function build(hosts, folder) {
  const vite = join(www, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--logLevel", "error", "--outDir", folder, "--emptyOutDir"];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: www,
    env: { ...process.env, PITH_FETCH_HOSTS: hosts },
    encoding: "utf8",
  });
  return { built: status === 0, said: stderr };
}

/**
 * All scripts that the page and its help come to, but for the service worker, which asks for the page's own files.
 * embed.html stands beside them and is for fetching.
 */
function scripts(folder) {
  const assets = join(folder, "assets");
  const all = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const read = (path) => readFileSync(path, "utf8");
  const found = new Map();
  const follow = (text) => {
    for (const name of all) {
      if (found.has(name) || !text.includes(name)) continue;
      const script = read(join(assets, name));
      found.set(name, script);
      follow(script);
    }
  };
  for (const page of ["index.html", "help.html"]) follow(read(join(folder, page)));
  assert.ok(found.size > 5 && found.size < all.length, "some scripts are for embed.html alone");
  return [...found.values()].join("\n");
}

const policy = (folder) =>
  /connect-src ([^;]*);/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1] ?? "";

test("the standard build has no code to fetch, and its policy allows no other host", () => {
  assert.equal(policy(site), "'self'");
  for (const sign of ["opaqueredirect", "referrerPolicy", "FETCH_HOSTS", "data-fetch-host"]) {
    assert.ok(!scripts(site).includes(sign), sign);
  }
});

test("only origins are taken as hosts", async () => {
  const configured = (hosts) => {
    process.env.PITH_FETCH_HOSTS = hosts;
    return loadConfigFromFile({ command: "build", mode: "production" }, join(www, "vite.config.ts"));
  };
  try {
    const { config } = await configured(
      "https://pith.science  https://mirror.example:8443 https://pith.science",
    );
    assert.equal(config.define.FETCH_HOSTS, '["https://pith.science","https://mirror.example:8443"]');
    assert.equal((await configured(" ")).config.define.FETCH_HOSTS, "null");
    for (const host of [
      "http://pith.science",
      "https://pith.science/",
      "https://pith.science/pith",
      "https://user@pith.science",
      "https://PITH.science",
      "https://pith.science:443",
      "pith.science",
      "https://*.science",
      "https://pith.science;script-src",
      "http://127.0.0.1",
      "http://127.0.0.1.example:80",
      "https:",
      "javascript:alert(1)",
      "'unsafe-inline'",
      "*",
    ]) {
      await assert.rejects(
        configured(`https://pith.science ${host}`),
        /PITH_FETCH_HOSTS: expected origins/,
        host,
      );
    }
  } finally {
    delete process.env.PITH_FETCH_HOSTS;
  }
});

/** A host with documents: what stands at each address, and what was asked for. */
async function startHost() {
  const asked = [];
  const cors = { "access-control-allow-origin": "*", "content-type": "application/json" };
  const number = (path) => `/pith/${path}`;
  const first = "BZ4IVVZGBACAD3UKXQGOJFZ5SZ";
  const second = "C5I22D7WDPRC56ZLYOZRUOVUTD";
  const third = "WTUUE7WBVVRECKWAYQJQP3LO5M";
  const answers = {
    [number(`${first}/bundle.json`)]: (response) => response.writeHead(200, cors).end(bundle),
    [`/.well-known${number(`${first}/bundle.json`)}`]: (response) =>
      response.writeHead(302, { ...cors, location: "/elsewhere.json" }).end(),
    [number(`${first}/state.json`)]: (response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(bundle),
    "/elsewhere.json": (response) => response.writeHead(200, cors).end(bundle),
    [number(`${second}/bundle.json`)]: (response) => response.writeHead(200, cors).end(bundle),
    [`/.well-known${number(`${second}/bundle.json`)}`]: (response) =>
      response.writeHead(200, { ...cors, "content-length": 129 << 20 }).write("{"),
    [number(`${second}/state.json`)]: (response) => {
      response.writeHead(200, cors);
      const piece = Buffer.alloc(1 << 20, 32);
      const more = () => {
        while (!response.destroyed && response.write(piece));
        response.once("drain", more);
      };
      more();
    },
    [number(`${second}.json`)]: (response) => response.writeHead(503, cors).end(),
    [number(`${third}/bundle.json`)]: () => undefined,
    [number(`${third}/state.json`)]: (response) => {
      response.writeHead(200, { ...cors, "content-length": 1000 });
      response.write("{", () => setTimeout(() => response.destroy(), 50));
    },
  };
  const server = createServer((request, response) => {
    asked.push({ path: request.url, method: request.method, headers: request.headers });
    const answer = answers[request.url] ?? ((response) => response.writeHead(404, cors).end());
    response.on("error", () => undefined);
    answer(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

inEachBrowser((given) => {
  const run = (work, ...args) => given.browser.evaluate(work, ...args);
  const seen = (selector) => run((selector) => window.harness.seen(selector), selector);

  /** Puts each of some texts into the box, and gives what the page shows of each. */
  const askAll = (texts) =>
    run(async (texts) => {
      const found = [];
      for (const text of texts) {
        document.querySelector('[data-action="number-text"]').value = text;
        document.querySelector('[data-action="number"]').click();
        // It is read and shown before anything else has its turn, once the verifier is there.
        for (let i = 0; i < 1000; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (document.querySelector(".found") !== null) break;
        }
        const links = [...document.querySelectorAll("pith-number a")];
        found.push({
          text: document.querySelector(".found").textContent,
          namedBy: document.querySelector(".found").dataset.namedBy,
          findings: [...document.querySelectorAll("[data-finding]")].map(({ dataset }) => dataset.finding),
          addresses: [...document.querySelectorAll("[data-address]")].map((element) => [
            element.dataset.address,
            element.querySelector("a").getAttribute("href"),
          ]),
          links: links.map(({ href, rel, target }) => ({ href, rel, target })),
        });
      }
      return found;
    }, texts);
  const ask = async (text) => (await askAll([text]))[0];
  /** What stands before the verdict, once it is of this outcome. */
  const askedFor = async (outcome) => {
    const [text] = await seen(`pith-asked [data-asked="${outcome}"]`);
    assert.notEqual(text, undefined, `nothing says ${outcome}`);
    return run(() => {
      const asked = document.querySelector("[data-asked]");
      const verdict = document.querySelector("[data-verdict]");
      const box = asked.getBoundingClientRect();
      return {
        text: asked.textContent.replaceAll(/\s+/g, " "),
        tone: asked.dataset.tone,
        established: asked.dataset.established,
        verdict: verdict.dataset.verdict,
        isFirst: Boolean(asked.compareDocumentPosition(verdict) & Node.DOCUMENT_POSITION_FOLLOWING),
        isInView: box.height > 0 && box.top >= 0 && box.top < innerHeight / 2,
        announced: document.querySelector("pith-app > [role=status]").textContent,
      };
    });
  };

  test("a number leads to the addresses that the core gives, and nothing is requested", async () => {
    await given.page.open();
    for (const text of [
      NUMBER,
      "https://pith.science/pith/bz4ivvzgbacad3ukxqgojfz5sz/bundle.json",
      "pith:BZ4IVVZG",
      "BZ4IVVZGBACA",
      "arXiv:1212.1787v1 [cs.OS] 8 Dec 2012",
      "math/0309136",
      "10.48550/arXiv.1212.1787",
      "10.1000/182",
      "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5S",
      "no number at all",
    ]) {
      const expected = addresses(text);
      const found = await ask(text);
      assert.deepEqual(
        found.addresses,
        expected.addresses.map(({ kind, url }) => [kind, url]),
        text,
      );
      assert.deepEqual([found.namedBy, found.findings], [expected.named_by, expected.findings], text);
      for (const link of found.links) {
        assert.match(link.href, /^https:\/\/pith\.science\/[\w\-.~%/?=&]+$/);
        assert.deepEqual([link.rel, link.target], ["noreferrer noopener", "_blank"]);
      }
      if (expected.normal !== null) assert.ok(found.text.includes(expected.normal), text);
      if (expected.addresses.length === 0)
        assert.match(found.text, /No address is known|cannot be right|neither a/);
    }
    assert.equal(await run(() => window.harness.counts("[data-fetch-host]")), 0);
    await given.page.assertQuiet();
  });

  test("whatever is put in, no link leads anywhere else", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    await given.page.open();
    const hostile = [...strings.urls.map(({ url }) => url), ...strings.display.map(({ string }) => string)];
    const texts = hostile.flatMap((text) => [text, `${text}/0309136`, `10.48550/arXiv.${text}`]);
    texts.push(
      "1212.1787&json=false",
      `https://pith.science/pith/${"../".repeat(5)}x`,
      `${NUMBER}"><a href=x>`,
    );
    const found = await askAll(texts);
    assert.equal(found.length, texts.length);
    for (const [index, { links, namedBy }] of found.entries()) {
      assert.equal(namedBy, addresses(texts[index].replaceAll(/[\r\n]/g, "")).named_by, texts[index]);
      for (const { href } of links) assert.ok(href.startsWith("https://pith.science/"), href);
    }
    const leading = found.filter(({ links }) => links.length > 0).length;
    assert.ok(leading > 0);
    t.diagnostic(`${leading} of ${texts.length} lead somewhere`);
    assert.deepEqual(await run(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("a text that is pasted into the field is not taken for a document", async () => {
    await given.page.open();
    await run((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document
        .querySelector('[data-action="number-text"]')
        .dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, NUMBER);
    await ask(NUMBER);
    assert.equal(await run(() => window.harness.counts("[data-verdict]")), 0);
  });

  /** What is asked for, what is dropped, and what must be said. `established` only by the word of a key. */
  const PAIRS = [
    ["its number", NUMBER, bundle, "matches", "passed", "verified", /This is the document you asked for/],
    ["its identifier", "arXiv:1212.1787", bundle, "matches", "passed", "verified", /you asked for/],
    ["its version", "1212.1787v1", bundle, "matches", "passed", "verified", /you asked for/],
    ["its DOI", "doi:10.48550/arXiv.1212.1787", bundle, "matches", "passed", "verified", /you asked for/],
    [
      "its number in lower case",
      NUMBER.toLowerCase(),
      bundle,
      "matches",
      "passed",
      "verified",
      /you asked for/,
    ],
    [
      "an unsigned state's number",
      NUMBER,
      sample("state-1212.1787").bytes.toString(),
      "matches",
      "passed",
      "unsigned",
      /you asked for/,
    ],
    ["a broken bundle's number", NUMBER, retitled(), "matches", "noted", "broken", /do not rely on it/],
    [
      "another version",
      "1212.1787v2",
      bundle,
      "near_miss",
      "noted",
      "verified",
      /Not quite.*another version/,
    ],
    [
      "a slip",
      NUMBER.replace("4", "5"),
      bundle,
      "near_miss",
      "noted",
      "verified",
      /Not quite.*one character/,
    ],
    [
      "a zero for an O",
      NUMBER.replace("QGO", "QG0"),
      bundle,
      "near_miss",
      "noted",
      "verified",
      /which no Pith Number has/,
    ],
    [
      "a link's characters",
      NUMBER.slice(10),
      bundle,
      "near_miss",
      "noted",
      "verified",
      /agrees with what you asked for, as far as that goes/,
    ],
    ["a short number", "pith:BZ4IVVZG", bundle, "near_miss", "noted", "verified", /as far as that goes/],
    [
      "another paper's number",
      NUMBER,
      other,
      "differs",
      "failed",
      "verified",
      /Not the document you asked for/,
    ],
    [
      "another paper's identifier",
      "1212.1787",
      other,
      "differs",
      "failed",
      "verified",
      /Not the document you asked for/,
    ],
    ["a journal's DOI", "10.1000/182", bundle, "not_comparable", "not_checked", "verified", /cannot be told/],
    [
      "a manifest",
      NUMBER,
      sample("pith-mirrors").bytes.toString(),
      "not_comparable",
      "not_checked",
      "unsigned",
      /cannot be told/,
    ],
    [
      "an unreadable file",
      NUMBER,
      "{",
      "unreadable",
      "not_checked",
      "unreadable",
      /could not be read as a document/,
    ],
  ];
  test("a document is held against what was asked for, before its verdict", async () => {
    const words = new Set();
    await given.page.open();
    for (const [what, text, document, outcome, tone, verdict, said] of PAIRS) {
      await ask(text);
      await given.page.drop(document);
      const found = await askedFor(outcome);
      assert.match(found.text, said, what);
      assert.equal(found.tone, tone, what);
      assert.equal(found.established, String(tone === "passed"), what);
      assert.equal(found.verdict, verdict, what);
      assert.ok(found.isFirst && found.isInView, what);
      assert.match(found.announced, /Verdict: /, what);
      assert.match(
        found.announced,
        outcome === "differs" ? /^Not the document you asked for/ : /^(This|It|Not)/,
      );
      words.add(outcome);
    }
    await given.page.assertQuiet();
    assert.deepEqual([...words].sort(), ["differs", "matches", "near_miss", "not_comparable", "unreadable"]);
  });

  test("what is asked for later is compared at once, and can be forgotten", async () => {
    await given.page.open();
    await given.page.drop(other);
    await given.page.verdict("verified");
    assert.equal(await run(() => window.harness.counts("[data-asked]")), 0);
    await ask(NUMBER);
    assert.match((await askedFor("differs")).announced, /^Not the document you asked for/);
    await ask("1411.1958");
    await askedFor("matches");
    // The next document is compared with the same.
    await given.page.drop(bundle);
    await askedFor("differs");
    await given.page.click("pith-asked [data-action=forget]");
    await run(() => document.querySelector("pith-app").updateComplete);
    assert.equal(await run(() => window.harness.counts("[data-asked], [data-named-by]")), 0);
    await given.page.drop(other);
    await given.page.verdict("verified");
    assert.equal(await run(() => window.harness.counts("[data-asked]")), 0);
    // What is no number asks for nothing.
    await ask("a title");
    assert.equal(await run(() => window.harness.counts("[data-asked]")), 0);
    await given.page.assertQuiet();
  });

  test("without its key a match is not established, and with another key it is judged anew", async () => {
    await given.page.open();
    await ask(NUMBER);
    await given.page.drop(bundle);
    assert.equal((await askedFor("matches")).established, "true");
    await given.page.click('[data-action="built-in-keys"]');
    await given.page.verdict("consistent");
    const found = await askedFor("matches");
    assert.deepEqual([found.established, found.tone], ["false", "noted"]);
    await given.page.assertQuiet();
  });

  test("the number of a document is not taken from what it merely says", async () => {
    await given.page.open();
    await ask(NUMBER);
    const forged = changed("bundle-1411.1958", (tree) => {
      tree.pith_number = NUMBER;
    });
    await given.page.drop(forged);
    const found = await askedFor("differs");
    assert.equal(found.verdict, "broken");
  });

  // ---- The build that may fetch

  let host, server, folder, page;
  before(async () => {
    host = await startHost();
    folder = mkdtempSync(join(tmpdir(), "pith-fetch-"));
    const { built, said } = build(`https://pith.science ${host.address}`, folder);
    assert.ok(built, said);
    server = await serve({ "/": folder });
    page = new Page(given.browser, server);
  });
  after(async () => {
    await server?.close();
    await host?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const allow = () => page.click(`[data-fetch-host="${host.address}"] [data-action="allow-host"]`);
  const fetchFrom = (path) => page.click(`[data-action="fetch"][data-url="${host.address}${path}"]`);
  const fault = async (why) => {
    const [said] = await seen(`[data-fetch-fault="${why}"]`);
    assert.notEqual(said, undefined, `not ${why}`);
    assert.equal(await run(() => window.harness.counts("[data-verdict]")), 0);
    return said;
  };

  test("its policy and its boxes have these hosts and no other, and each box is empty", async () => {
    assert.equal(policy(folder), `'self' https://pith.science ${host.address}`);
    await page.open();
    await ask(NUMBER);
    const boxes = await run(() =>
      [...document.querySelectorAll("[data-fetch-host]")].map((part) => [
        part.dataset.fetchHost,
        part.querySelector("input").checked,
        part.querySelectorAll("[data-action=fetch]").length,
      ]),
    );
    assert.deepEqual(boxes, [
      ["https://pith.science", false, 0],
      [host.address, false, 0],
    ]);
    assert.deepEqual(host.asked, []);
    await page.assertQuiet();
    await allow();
    assert.equal(
      await run(() => window.harness.counts('[data-fetch-host="https://pith.science"] [data-action=fetch]')),
      0,
    );
    // A reader's leave ends with the page.
    await page.open();
    await ask(NUMBER);
    assert.equal(await run(() => window.harness.counts("[data-fetch-host] input:checked")), 0);
    await page.assertQuiet();
  });

  test("what it fetches is checked like a file that was dropped, and counted", async () => {
    host.asked.length = 0;
    await page.open();
    await ask(NUMBER);
    await allow();
    const path = "/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json";
    assert.equal(host.asked.length, 0);
    const promise = await run(() => document.querySelector("pith-requests").textContent);
    assert.match(promise, /Nothing leaves this machine/);
    await fetchFrom(path);
    await page.verdict("verified");
    assert.equal((await askedFor("matches")).established, "true");
    assert.ok(
      (await run(() => document.querySelector("pith-file").textContent)).includes(host.address + path),
    );
    assert.deepEqual(
      host.asked.map(({ method, path }) => `${method} ${path}`),
      [`GET ${path}`],
    );
    const [{ headers }] = host.asked;
    // What the page says that the host learns: the site, and no address of a page on it.
    assert.equal(headers.origin, server.address);
    assert.deepEqual(
      [headers.cookie, headers.referer, headers.authorization],
      [undefined, undefined, undefined],
    );
    const counted = await run(async () => {
      const element = document.querySelector("pith-requests");
      for (let i = 0; i < 200 && element.dataset.requests === element.dataset.own; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { ...element.dataset, text: element.textContent };
    });
    assert.equal(Number(counted.requests) - Number(counted.own), 1);
    assert.doesNotMatch(counted.text, /Nothing leaves this machine/);
    const { violations, errors } = await run(() => window.harness.since());
    assert.deepEqual([violations, errors], [[], []]);
  });

  test("another paper's document from the host is called so", async () => {
    await page.open();
    await ask("pith:2014:C5I22D7WDPRC56ZLYOZRUOVUTD");
    await allow();
    await fetchFrom("/pith/C5I22D7WDPRC56ZLYOZRUOVUTD/bundle.json");
    await page.verdict("verified");
    await askedFor("differs");
  });

  test("what goes wrong is said, and gives no verdict", async () => {
    host.asked.length = 0;
    const SECOND = "pith:2014:C5I22D7WDPRC56ZLYOZRUOVUTD";
    const THIRD = "pith:2015:WTUUE7WBVVRECKWAYQJQP3LO5M";
    for (const [number, path, why, said] of [
      [NUMBER, "/.well-known/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json", "redirected", /another address/],
      [NUMBER, "/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/state.json", "blocked", /CORS/],
      [NUMBER, "/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ.json", "missing", /404/],
      [SECOND, "/.well-known/pith/C5I22D7WDPRC56ZLYOZRUOVUTD/bundle.json", "too_large", /134,217,728 bytes/],
      [SECOND, "/pith/C5I22D7WDPRC56ZLYOZRUOVUTD/state.json", "too_large", /134,217,728 bytes/],
      [SECOND, "/pith/C5I22D7WDPRC56ZLYOZRUOVUTD.json", "status", /503/],
      [THIRD, "/pith/WTUUE7WBVVRECKWAYQJQP3LO5M/state.json", "cut_off", /ended in the middle/],
    ]) {
      await page.open();
      await ask(number);
      await allow();
      await fetchFrom(path);
      assert.match(await fault(why), said);
    }
    assert.ok(!host.asked.some(({ path }) => path === "/elsewhere.json"), "the redirect was followed");

    await page.open();
    await ask(THIRD);
    await allow();
    await fetchFrom("/pith/WTUUE7WBVVRECKWAYQJQP3LO5M/bundle.json");
    await seen('[data-action="stop-fetching"]');
    await page.click('[data-action="stop-fetching"]');
    await fault("stopped");
    // Nor does the page go on when its leave is taken away.
    await fetchFrom("/pith/WTUUE7WBVVRECKWAYQJQP3LO5M/bundle.json");
    await seen('[data-action="stop-fetching"]');
    await allow();
    await fault("stopped");
  });
});
