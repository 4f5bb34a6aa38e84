// The checker itself: what it says of itself, and that it gives no verdict when it should not be trusted.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { asset, misled, retitled, sample, samples, site } from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";

const wasm = asset(site, "pith_verifier_bg", ".wasm");
const worker = asset(site, "worker", ".js");
const bundle = sample("bundle-1212.1787").bytes.toString("utf8");

inEachBrowser((given) => {
  /** Runs `work` with a page of another server, where other bytes stand at some addresses. */
  const changedSite = async (texts, work) => {
    const addresses = Object.entries(texts).map(([name, text]) => [`/${name}`, text]);
    const server = await serve({ "/": site }, Object.fromEntries(addresses));
    try {
      await work(new Page(given.browser, server), server);
    } finally {
      // What is shown must not outlive its server.
      await given.browser.open(`${given.server.address}/`);
      await server.close();
    }
  };
  const toolError = async () => {
    const found = await given.browser.evaluate(async () => {
      for (let i = 0; i < 400; i += 1) {
        const shown = document.querySelector("[data-tool-error]");
        if (shown !== null) return shown.innerText;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return "";
    });
    assert.notEqual(found, "", "no tool error is shown");
    assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-verdict]")), 0);
    return found;
  };
  const text = (selector) =>
    given.browser.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);

  test("it names its wasm by the digest of its bytes, and its self-test passed", async () => {
    await given.page.open();
    const digest = createHash("sha256").update(wasm.bytes).digest("hex");
    assert.equal(await text("[data-wasm-sha256]"), digest);
    const state = await given.browser.evaluate(async () => {
      const checker = document.querySelector("pith-checker");
      for (let i = 0; i < 400 && checker.dataset.selfTest === "running"; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return checker.dataset.selfTest;
    });
    assert.equal(state, "passed");
    await given.page.assertQuiet();
  });

  test("a wasm that trusts another key fails the self-test, and no document gets a verdict", async () => {
    const { wasm: other, texts } = misled(site);
    await changedSite(texts, async (page) => {
      await page.open();
      assert.match(await toolError(), /did not pass its own test/);
      for (const each of samples) {
        await page.drop(each.bytes.toString("utf8"), each.file);
        assert.match(await toolError(), /did not pass its own test/);
      }
      assert.equal(await text("[data-wasm-sha256]"), createHash("sha256").update(other).digest("hex"));
    });
  });

  test("a wasm that is cut off, or has another byte, is not taken and gives no verdict", async () => {
    const { texts } = misled(site);
    for (const bytes of [wasm.bytes.subarray(0, 100_000), texts[wasm.address]]) {
      await changedSite({ [wasm.address]: bytes }, async (page) => {
        await page.load();
        assert.match(await toolError(), /could not be loaded.*not the one of this build, sha384-/);
        await page.drop(bundle);
        await toolError();
      });
    }
  });

  test("the browser's own SHA-256 and Ed25519 agree on each sample", async () => {
    for (const each of samples) {
      await given.page.open();
      await given.page.drop(each.bytes.toString("utf8"), each.file);
      await given.page.verdict();
      assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-opinion=agrees]")), 1);
    }
    await given.page.drop(retitled());
    await given.page.verdict("broken");
    await given.page.assertQuiet();
  });

  const lies = {
    "another digest": `crypto.subtle.digest = async () => new Uint8Array(32).buffer;`,
    "no signature": `crypto.subtle.verify = async () => false;`,
  };
  for (const [lie, script] of Object.entries(lies)) {
    test(`a second opinion that says ${lie} leaves no verdict`, async () => {
      await changedSite({ [worker.address]: `${script}\n${worker.bytes}` }, async (page) => {
        await page.open();
        await page.drop(bundle);
        assert.match(await toolError(), /disagree/);
        assert.equal(await text("[data-opinion]"), "");
      });
    });
  }

  test("a second opinion that agrees with everything makes nothing better", async () => {
    const yes = `crypto.subtle.verify = async () => true;`;
    await changedSite({ [worker.address]: `${yes}\n${worker.bytes}` }, async (page) => {
      await page.open();
      await page.drop(retitled());
      assert.equal((await page.verdict())[0].word, "broken");
      const flipped = bundle.replace("3soYnsqa1u", "4soYnsqa1u");
      assert.notEqual(flipped, bundle);
      await page.drop(flipped);
      assert.equal((await page.verdict("broken"))[0].word, "broken");
    });
  });

  test("where there is no second opinion, the page says so and verifies", async () => {
    const script = `Object.defineProperty(crypto, "subtle", { value: undefined });`;
    await changedSite({ [worker.address]: `${script}\n${worker.bytes}` }, async (page) => {
      await page.open();
      await page.drop(bundle);
      assert.equal((await page.verdict())[0].word, "verified");
      assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-opinion=none]")), 1);
    });
  });

  test("a worker that stops is replaced, and its document gets no verdict", async () => {
    // The wasm traps on one text.
    const script = `
      const { instantiate } = WebAssembly;
      let isTrap = false;
      WebAssembly.instantiate = async (...given) => {
        const instance = await instantiate(...given);
        const trap = () => { throw new WebAssembly.RuntimeError("unreachable"); };
        const verify = (...values) => (isTrap ? trap() : instance.exports.verify(...values));
        const exports = { ...instance.exports, verify };
        return new Proxy(instance, { get: (target, name) => (name === "exports" ? exports : target[name]) });
      };
      self.addEventListener("message", ({ data }) => { isTrap = data.given?.[0] === "trap"; });`;
    await changedSite({ [worker.address]: `${script}\n${worker.bytes}` }, async (page) => {
      await page.open();
      await page.type("trap");
      assert.match(await toolError(), /stopped/);
      await page.drop(bundle);
      assert.equal((await page.verdict())[0].word, "verified");
    });
  });

  test("the page works when its server is gone, and says so", async () => {
    const server = await serve({ "/": site });
    let isClosed = false;
    try {
      const page = new Page(given.browser, server);
      await page.open();
      const offline = await given.browser.evaluate(() => document.documentElement.dataset.offline);
      assert.equal(offline, "kept");
      await server.close();
      isClosed = true;
      await page.open();
      await page.drop(bundle);
      assert.equal((await page.verdict())[0].word, "verified");
      await page.drop(retitled());
      assert.equal((await page.verdict("broken"))[0].word, "broken");
    } finally {
      if (!isClosed) await server.close();
      await given.browser.open(`${given.server.address}/`);
    }
  });
});
