// The single file, opened as a file: in each browser it is the whole page, asks for nothing, and gives no verdict
// when it is damaged.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inEachBrowser } from "../browsers.js";
import { retitled, root, sample, samples } from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";

const file = join(root, "dist/pith-verifier.html");
const bytes = readFileSync(file);
const text = bytes.subarray(2).toString("utf16le");
/** Which files and requests a browser tells a page of. */
const resources = () => performance.getEntriesByType("resource").map(({ name }) => name);

test("it is one file of at most 400 KiB that names no other", () => {
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe], "no byte order mark");
  assert.ok(bytes.length <= 400 * 1024, `${bytes.length} bytes`);
  // Without an icon of its own a browser asks a server for one.
  const rest = text.replace('<link rel="icon" href="data:,">', "");
  assert.notEqual(rest, text);
  assert.doesNotMatch(rest, /<(link|img|iframe|base)\b|\b(src|href)=/);
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text);
  assert.equal(
    policy.replace(/'sha256-[A-Za-z0-9+/]{43}='/g, "#"),
    "default-src 'none'; script-src # # # 'wasm-unsafe-eval'; style-src #; img-src data:; font-src 'none'; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html pith pith-start pith-unpack",
  );
});

inEachBrowser((given) => {
  /** Opens a file, and waits until its page is there or it says why there is none. */
  async function opened(path, query = "", address = pathToFileURL(path).href) {
    const server = { address, requests: [] };
    given.page = new Page(given.browser, server);
    await given.page.load(query);
    for (let i = 0; i < 600; i += 1) {
      const done = "[data-self-test=passed], [data-self-test=failed], [data-unpack-fault], [data-step]";
      if (await given.browser.evaluate((done) => document.querySelector(done) !== null, done)) return;
      await pause(100);
    }
    assert.fail(`nothing comes of ${path}: ${await given.browser.evaluate(() => document.body.innerText)}`);
  }

  /** A copy of the file with another text. */
  function copy(name, changed) {
    assert.notEqual(changed, text);
    const path = join(given.folder, name);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 2), Buffer.from(changed, "utf16le")]));
    return path;
  }

  /** Fails unless a file says that it could not be unpacked, and no page was started. */
  async function refused(path, why) {
    await opened(path);
    const { found, text } = await given.browser.evaluate(() => ({
      found: ["pith-app", "[data-verdict]", "pith-input"].filter((each) => document.querySelector(each)),
      text: document.body.innerText,
    }));
    assert.deepEqual(found, [], text);
    assert.match(text, why);
    assert.match(text, /nothing is checked/);
  }

  test("each sample gets its verdict, a changed one is broken, and nothing is asked for", async () => {
    await opened(file);
    await given.page.settle();
    await given.browser.evaluate(() => window.harness.start());
    given.page.requestsAtLoad = 0;
    for (const { file, bytes, verdict } of samples) {
      await given.page.drop(bytes.toString("utf8"), file);
      await given.page.verdict(verdict);
    }
    await given.page.drop(retitled(), "retitled.json");
    await given.page.verdict("broken");
    // A link to a file would be of no use to anybody, and tell where it stands on this machine.
    assert.equal(await given.browser.evaluate(() => document.querySelector('[data-action="share"]')), null);
    const seen = await given.browser.evaluate(() => ({
      requests: document.querySelector("pith-requests").dataset.requests,
      offline: document.documentElement.dataset.offline,
      digest: document.querySelector("[data-wasm-sha256]").textContent,
    }));
    assert.deepEqual([seen.requests, seen.offline], ["0", "single"]);
    const build = readFileSync(join(root, "dist/BUILD.txt"), "utf8");
    const [, stated] = /wasm in pith-verifier\.html is .*, SHA-256 ([0-9a-f]{64})\n/.exec(build);
    assert.equal(seen.digest, stated);
    const asked = (await given.browser.evaluate(resources)).filter((name) => !name.startsWith("blob:null/"));
    assert.deepEqual(asked, []);
    await given.page.assertQuiet();
  });

  test("every language, the batch desk and the page on how it works are in it", async () => {
    await opened(file);
    await given.page.settle();
    for (const language of ["de", "es", "zh", "ja", "en"]) {
      await given.browser.evaluate((language) => {
        const choice = document.querySelector("pith-language select");
        choice.value = language;
        choice.dispatchEvent(new Event("change", { bubbles: true }));
      }, language);
      await given.page.seen(`html[data-language="${language}"]`);
    }
    const lines = samples.map(({ bytes }) => JSON.stringify(JSON.parse(bytes))).join("\n");
    await given.page.drop(`${lines}\n`, "all.ndjson");
    await given.page.seen("pith-desk-table");
    await opened(file, "?help");
    await given.page.seen("[data-agree]");
    const links = await given.browser.evaluate(() =>
      [...document.querySelectorAll("a")].map(({ href }) => href),
    );
    assert.deepEqual(
      links.filter((link) => !link.startsWith(pathToFileURL(file).href)),
      [],
    );
  });

  test("its policy is in force", async () => {
    // A script that was not there when the file was built.
    const canary = "<script>globalThis.canary = true;</script>";
    writeFileSync(join(given.folder, "beside.json"), "{}");
    await opened(copy("canary.html", text.replace("<body>", `<body>${canary}`)));
    const found = await given.browser.evaluate(async () => {
      const outcome = {};
      outcome.canary = globalThis.canary === true;
      try {
        const script = document.createElement("script");
        script.textContent = "globalThis.late = true;";
        document.head.append(script);
      } catch {
        // Trusted Types.
      }
      outcome.late = globalThis.late === true;
      outcome.fetched = await fetch("https://pith.science/").then(
        () => true,
        () => false,
      );
      outcome.read = await fetch(new URL("beside.json", location.href)).then(
        () => true,
        () => false,
      );
      const image = new Image();
      outcome.image = await new Promise((resolve) => {
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = new URL("canary.svg", location.href).href;
      });
      return outcome;
    });
    assert.deepEqual(found, {
      canary: false,
      late: false,
      fetched: false,
      read: false,
      image: false,
    });
    // All the same, the page works.
    await given.page.settle();
    await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
    await given.page.verdict("verified");
  });

  test("a server that calls it UTF-8 does not spoil it", async () => {
    const server = await serve({ "/": dirname(file) });
    try {
      await opened(file, "", `${server.address}/pith-verifier.html`);
      await given.page.settle();
      await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
      await given.page.verdict("verified");
      assert.deepEqual(server.requests, ["GET /pith-verifier.html"]);
    } finally {
      await server.close();
    }
  });

  test("a damaged file says so and gives no verdict", async () => {
    const from = text.indexOf('id="packed">') + 'id="packed">'.length;
    const to = text.indexOf("</script>", from);
    const at = (share) => from + Math.floor((to - from) * share);
    const other = (place) => {
      const letter = text[place] === "\u4e00" ? "\u4e01" : "\u4e00";
      return text.slice(0, place) + letter + text.slice(place + 1);
    };
    // In the script that unpacks, in the scripts, in the wasm, and a part that is missing.
    await refused(copy("start.html", other(at(0.002))), /cannot be unpacked/);
    await refused(copy("scripts.html", other(at(0.3))), /is not what was put into it/);
    await refused(copy("wasm.html", other(at(0.99))), /is not what was put into it/);
    await refused(copy("cut.html", text.slice(0, at(0.7)) + text.slice(to)), /cannot be unpacked/);
  });
});
