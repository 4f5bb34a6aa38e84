// Failure is never green, on the page: whatever becomes of the wasm, of its worker or of the order of things, a reader
// sees a verdict that was earned or a text that says why there is none, and the next file comes out right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { bundleOf, testKey } from "../bundles.js";
import { asset, element, generator, retitled, sample, site, withWasm } from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";
import { capped, trapping } from "../wasm-patch.js";

const GOOD = sample("bundle-1212.1787").bytes.toString("utf8");
const BROKEN = retitled();
const LARGE = bundleOf(1000);
const wasm = asset(site, "pith_verifier_bg", ".wasm");

/** Runs in the page: what a reader sees of verdicts and errors, and a note of each frame in which a verdict is seen. */
function installWatch() {
  const all = (selector, root = document) =>
    [...root.querySelectorAll("*")].flatMap((each) => [
      ...(each.matches(selector) ? [each] : []),
      ...(each.shadowRoot ? all(selector, each.shadowRoot) : []),
    ]);
  const seen = (selector) =>
    all(selector).filter((each) => each.checkVisibility({ visibilityProperty: true }));
  window.watch = {
    frames: [],
    begin() {
      this.frames = [];
    },
    verdicts: () =>
      seen("[data-verdict], [data-found]").map(({ dataset }) => dataset.verdict ?? dataset.found),
    texts: (selector) => seen(selector).map(({ textContent }) => textContent.trim().replace(/\s+/g, " ")),
    isBusy: () => all('.result[aria-busy="true"]').length > 0,
    /** Waits until something is seen, and says which verdicts and which errors are. */
    async end() {
      for (let i = 0; i < 1500; i += 1) {
        const [verdicts, errors] = [this.verdicts(), this.texts("[data-tool-error]")];
        if (verdicts.length + errors.length > 0 && !this.isBusy()) return { verdicts, errors };
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { verdicts: [], errors: [] };
    },
    worker: null,
    /** Ends the worker that was asked last, as if it had crashed. */
    kill() {
      this.worker?.terminate();
      this.worker?.dispatchEvent(
        new ErrorEvent("error", { message: "the worker was killed", cancelable: true }),
      );
    },
  };
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...given) {
    if (given[0]?.call !== undefined) window.watch.worker = this;
    return postMessage.apply(this, given);
  };
  const frame = () => {
    window.watch.frames.push(window.watch.verdicts());
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/**
 * Runs in the page: drops a file and then another, after so many frames and turns of tasks, or as soon as the verdict on
 * the first one is seen. Says whether parts of that were still to be drawn.
 */
async function dropBoth(first, second, waits) {
  window.harness.drop(first, "first.json");
  if (waits !== null) {
    for (let left = waits[0]; left > 0; left -= 1) await new Promise(requestAnimationFrame);
    for (let left = waits[1]; left > 0; left -= 1) await new Promise((resolve) => setTimeout(resolve));
  } else {
    await new Promise((resolve) => setTimeout(resolve));
    while (!window.watch.verdicts().includes("verified")) await new Promise(requestAnimationFrame);
  }
  const wasDrawing = waits === null && window.watch.isBusy();
  window.harness.drop(second, "second.json");
  window.watch.begin();
  return wasDrawing;
}

inEachBrowser((given) => {
  const run = (work, ...args) => given.browser.evaluate(work, ...args);
  const end = () => run(() => window.watch.end());
  /** Opens a site on which something is another, and hands back what ends it. */
  const onSite = async (texts, work, { answers = {}, path = "/" } = {}) => {
    const at = (all) => Object.fromEntries(Object.entries(all).map(([name, what]) => [`/${name}`, what]));
    const server = await serve({ "/element/": element, "/": site }, at(texts), { answers: at(answers) });
    try {
      const page = new Page(given.browser, server);
      await page.load(path);
      await run(installWatch);
      await work(page);
    } finally {
      await given.browser.open(`${given.server.address}/`);
      await server.close();
    }
  };
  /** No verdict is seen, and why there is none. */
  const noVerdict = async (what, pattern = /\w{3}.*\w{3}/) => {
    const { verdicts, errors } = await end();
    assert.deepEqual(verdicts, [], what);
    assert.equal(errors.length, 1, `${what}: no text`);
    assert.match(errors[0], pattern, what);
  };
  /** Lets time pass in the page, by frames and then turns of its tasks. */
  const moments = (frames, turns) =>
    run(
      async (frames, turns) => {
        for (; frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
        for (; turns > 0; turns -= 1) await new Promise((resolve) => setTimeout(resolve));
      },
      frames,
      turns,
    );

  test("a wasm that is cut off, changed, missing, another file, or of a wrong type", async (t) => {
    const { bytes, address } = wasm;
    const random = generator(20_261_124);
    const bad = {};
    for (const length of [0, 1, 8, 1000, bytes.length >> 1, bytes.length - 1]) {
      bad[`cut off after ${length}`] = bytes.subarray(0, length);
    }
    for (let i = 0; i < 6; i += 1) {
      const other = Buffer.from(bytes);
      const at = random(other.length);
      other[at] ^= 1 << random(8);
      bad[`another bit at ${at}`] = other;
    }
    bad["a page in its place"] = Buffer.from("<!doctype html><title>Not found</title>");
    for (const [what, other] of Object.entries(bad)) {
      await onSite({ [address]: other }, async (page) => {
        await noVerdict(what, /could not be (loaded|run)/);
        await page.drop(GOOD);
        await noVerdict(`${what}, with a document`, /could not be (loaded|run)/);
      });
    }
    const gone = (_, response) => response.writeHead(404).end();
    const cut = (_, response) => {
      response.writeHead(200, { "content-type": "application/wasm", "content-length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
    };
    for (const [what, answer] of Object.entries({ gone, cut })) {
      const work = async (page) => {
        await page.drop(GOOD);
        await noVerdict(what, /could not be (loaded|run)/);
      };
      await onSite({}, work, { answers: { [address]: answer } });
    }
    // The right bytes by a wrong name are the right bytes.
    for (const type of ["text/plain", "text/html", "application/octet-stream", ""]) {
      const answer = (_, response) =>
        response.writeHead(200, type === "" ? {} : { "content-type": type }).end(bytes);
      const work = async (page) => {
        await page.drop(GOOD);
        assert.deepEqual(await end(), { verdicts: ["verified"], errors: [] }, type);
        await page.drop(BROKEN);
        assert.deepEqual(await end(), { verdicts: ["broken"], errors: [] }, type);
      };
      await onSite({}, work, { answers: { [address]: answer } });
    }
    t.diagnostic(`${Object.keys(bad).length + 2} files, 4 types`);
  });

  test("memory of 2, 4 and 8 MiB, and a wasm that traps", async (t) => {
    const words = [];
    for (const mebibytes of [2, 4, 8]) {
      await onSite(withWasm(site, capped(wasm.bytes, mebibytes)), async (page) => {
        for (let i = 0; i < 3; i += 1) {
          await page.drop(LARGE);
          const { verdicts, errors } = await end();
          assert.ok(verdicts.length + errors.length === 1, "one of both");
          // Nobody knows the key that its events are signed with.
          if (verdicts.length > 0) assert.deepEqual(verdicts, ["consistent"]);
          else assert.match(errors[0], /stopped/);
          words.push(verdicts[0] ?? "error");
          await page.drop(i === 1 ? BROKEN : GOOD);
          assert.deepEqual(await end(), { verdicts: [i === 1 ? "broken" : "verified"], errors: [] });
        }
      });
    }
    t.diagnostic(words.join(" "));
    assert.ok(words.includes("error"), "the memory is too little for some");
    for (const name of ["verify", "__wbindgen_malloc"]) {
      await onSite(withWasm(site, trapping(wasm.bytes, name)), async (page) => {
        await page.drop(GOOD);
        await noVerdict(`a trap at ${name}`);
      });
    }
  });

  test("a second file while the first one runs: the first one's verdict is never seen again", async (t) => {
    const random = generator(20_261_125);
    let drawing = 0;
    await onSite({}, async (page) => {
      await page.settle();
      await run((key) => window.harness.fill('[data-action="trust-keys"]', key), testKey.hex);
      for (const first of [GOOD, LARGE]) {
        for (let i = 0; i < 10; i += 1) {
          const waits = i % 2 === 0 ? null : [random(6), random(20)];
          // Every second time when the first one's verdict has come, and the rest of it is still being drawn.
          const wasDrawing = await run(dropBoth, first, BROKEN, waits);
          if (wasDrawing) drawing += 1;
          assert.deepEqual(await end(), { verdicts: ["broken"], errors: [] });
          const frames = await run(() => window.watch.frames);
          const late = frames.findLastIndex((words) => words.includes("verified"));
          // The frame that was under way, and the turn of whoever was drawing.
          assert.ok(late < 3, `${i}: the old verdict is still there in frame ${late} of ${frames.length}`);
        }
      }
    });
    t.diagnostic(`20 times, ${drawing} of them while the first one was being drawn`);
    assert.ok(drawing > 0);
  });

  test("a worker that is killed while it runs", async (t) => {
    const random = generator(20_261_126);
    const counts = { verdict: 0, error: 0 };
    await onSite({}, async (page) => {
      await page.settle();
      for (let i = 0; i < 40; i += 1) {
        const [text, word] = [
          [GOOD, "verified"],
          [BROKEN, "broken"],
          [LARGE, "consistent"],
        ][i % 3];
        await page.drop(text);
        await moments(random(4), random(12));
        await run(() => window.watch.kill());
        const { verdicts, errors } = await end();
        if (errors.length === 0) assert.deepEqual(verdicts, [word], `${i}`);
        else await noVerdict(`${i}`, /killed/);
        counts[errors.length === 0 ? "verdict" : "error"] += 1;
      }
      await page.drop(GOOD);
      assert.deepEqual(await end(), { verdicts: ["verified"], errors: [] });
      // What cannot be saved any more is said.
      await run(() => {
        Worker.prototype.postMessage = () => {
          throw new Error("there is no worker");
        };
      });
      await page.click('[data-action="save-markdown"]');
      await noVerdict("what cannot be saved", /there is no worker/);
    });
    t.diagnostic(JSON.stringify(counts));
    assert.ok(counts.error > 5, JSON.stringify(counts));
  });

  test("an example of help.html shows no old verdict while it computes, nor when that fails", async () => {
    const work = async () => {
      const forgery = '[data-example="forgery"]';
      const verdicts = () =>
        run((at) => window.watch.texts(`${at} [data-found], ${at} .finding`).length, forgery);
      await run((at) => window.harness.seen(`${at} [data-found="verified"]`), forgery);
      assert.equal(await verdicts(), 1);
      await run((at) => {
        // Nothing is answered any more.
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (...given) {
          window.watch.worker = this;
          if (given[0]?.call === undefined) postMessage.apply(this, given);
        };
        const slider = document.querySelector(`${at} input`);
        slider.value = "3";
        slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, forgery);
      await moments(2, 2);
      assert.equal(await verdicts(), 0, "an old verdict while another document is checked");
      await run(() => window.watch.kill());
      await run((at) => window.harness.seen(`${at} [role="alert"]`), forgery);
      assert.equal(await verdicts(), 0, "an old verdict after a check that failed");
      const [said] = await run((at) => window.watch.texts(`${at} [role="alert"]`), forgery);
      assert.match(said, /killed/);
    };
    await onSite({}, work, { path: "/help.html" });
  });

  test("an element shows no old verdict while another document is checked, nor when that fails", async () => {
    const html = `<!doctype html><html lang="en"><title>x</title>
      <script type="module" src="/element/pith-element.js"></script>
      <pith-verifier src="/good.json"></pith-verifier><pith-badge src="/good.json"></pith-badge>`;
    const texts = { "own.html": html, "good.json": GOOD, "broken.json": BROKEN };
    const work = async () => {
      await run(() => window.harness.seen('[data-verdict="verified"]'));
      const both = async () => {
        for (let i = 0; i < 500 && (await run(() => window.watch.verdicts())).length < 2; i += 1)
          await moments(1, 1);
        return run(() => window.watch.verdicts());
      };
      assert.deepEqual(await both(), ["verified", "verified"]);
      await run(() => {
        const { postMessage } = Worker.prototype;
        window.resume = () => Object.assign(Worker.prototype, { postMessage });
        Worker.prototype.postMessage = function (...given) {
          window.watch.worker = this;
          if (given[0]?.call === undefined) postMessage.apply(this, given);
        };
        for (const each of document.querySelectorAll("pith-verifier, pith-badge")) each.src = "/broken.json";
      });
      await moments(2, 2);
      assert.deepEqual(await run(() => window.watch.verdicts()), []);
      await run(() => window.harness.seen(".working"));
      await run(() => window.watch.kill());
      const [said] = await run(() => window.harness.seen("[data-error]"));
      assert.match(said, /killed/);
      assert.deepEqual(await run(() => window.watch.verdicts()), []);
      await run(() => {
        window.resume();
        for (const each of document.querySelectorAll("pith-verifier, pith-badge")) void each.check();
      });
      assert.deepEqual(await both(), ["broken", "broken"]);
    };
    await onSite(texts, work, { path: "/own.html" });
  });
});
