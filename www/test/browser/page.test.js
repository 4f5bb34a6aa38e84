// The page as built, in three browsers.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, hostileStrings, pkg, retitled, root, sample, samples } from "../documents.js";

const { canonicalize, keyRing, reproduce, verify, visible } = await import(
  pathToFileURL(join(pkg, "index.js")).href
);

/** Pages for the npm package: a bare one, and a worker that uses it. */
const TEXTS = {
  "/package.html": "<!doctype html><meta charset=utf-8><title>package</title><link rel=icon href=data:,>",
  "/worker.js": `
    import { verify } from "/pkg/index.js";
    onmessage = ({ data }) => postMessage(JSON.stringify(verify(data)));
    postMessage("ready");`,
};

inEachBrowser(
  (given) => {
    test("the page loads without a problem and shows no verdict", async (t) => {
      t.diagnostic(`${given.browser.name} ${given.browser.version}`);
      await given.page.open();
      assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-verdict]")), 0);
      const policy = await given.browser.evaluate(() => window.harness.policy());
      assert.match(policy, /^\s*default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
      assert.deepEqual(
        given.server.requests.filter((request) => !request.startsWith("GET /")),
        [],
      );
      await given.page.assertQuiet();
    });

    const ways = {
      dropped: (page, each) => page.drop(each.bytes.toString("utf8"), each.file),
      pasted: (page, each) => page.paste(each.bytes.toString("utf8")),
      opened: (page, each) => page.openFile(each.path),
      "put into the text field": (page, each) => page.type(each.bytes.toString("utf8")),
      "chosen by its button": (page, each) => page.click(`[data-sample="${each.name}"]`),
    };
    for (const [way, act] of Object.entries(ways)) {
      test(`each sample ${way} gets its verdict, without a request`, async () => {
        let counted = 0;
        for (const each of samples) {
          await given.page.open();
          await act(given.page, each);
          const found = await given.page.verdict();
          assert.deepEqual([...new Set(found.map(({ word }) => word))], [each.verdict], each.name);
          assert.notEqual(found[0].text.trim(), "", "a verdict in words");
          await given.page.assertQuiet();
          counted += 1;
        }
        assert.equal(counted, 8);
      });
    }

    test("every check of the report is shown, with its outcome and pointer", async () => {
      for (const each of samples) {
        await given.page.open();
        await given.page.drop(each.bytes.toString("utf8"), each.file);
        await given.page.verdict();
        const key = (name, outcome, pointer) => `${name} ${outcome} ${pointer}`;
        const shown = (await given.page.checks()).map((check) =>
          key(check.name, check.outcome, check.pointer),
        );
        const report = verify(each.bytes);
        const made = report.checks.map((check) => key(check.name, check.outcome, check.pointer));
        assert.ok(made.length > 0, each.name);
        assert.deepEqual([...new Set(shown)].toSorted(), [...new Set(made)].toSorted(), each.name);
        await given.page.assertQuiet();
      }
    });

    test("a changed sample is broken, and the failing check shows both values", async () => {
      const text = retitled();
      const report = verify(text);
      const failed = report.checks.filter((check) => check.outcome === "failed");
      const { content_sha256: stated } = JSON.parse(text).events[1];
      assert.ok(failed.some((check) => check.expected === stated));
      await given.page.open();
      await given.page.drop(text);
      const found = await given.page.verdict();
      assert.deepEqual([...new Set(found.map(({ word }) => word))], ["broken"]);
      const shown = (await given.page.checks()).filter((check) => check.outcome === "failed");
      let counted = 0;
      for (const { name, pointer, expected, computed } of failed) {
        const there = shown.filter((check) => check.name === name && check.pointer === pointer);
        assert.ok(there.length > 0, `${name} at ${pointer} is not shown`);
        // White space is layout: long digests are shown in groups.
        const texts = there.map((check) => check.text.replaceAll(/\s/g, ""));
        for (const value of [expected, computed].filter((value) => value !== null)) {
          const compact = visible(value).replaceAll(/\s/g, "");
          assert.ok(
            texts.some((text) => text.includes(compact)),
            `${name} at ${pointer} does not show ${value}`,
          );
          counted += 1;
        }
        assert.ok(
          there.some((check) => check.seen),
          `${name} at ${pointer} is hidden`,
        );
      }
      assert.ok(counted >= 2);
      await given.page.assertQuiet();
    });

    test("what cannot be read is unreadable, and the next document is judged afresh", async () => {
      await given.page.open();
      await given.page.drop("no JSON");
      assert.equal((await given.page.verdict())[0].word, "unreadable");
      await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
      assert.equal((await given.page.verdict("verified"))[0].word, "verified");
      await given.page.drop(retitled());
      assert.equal((await given.page.verdict("broken"))[0].word, "broken");
      const file = join(given.folder, "not-utf8.json");
      writeFileSync(file, Buffer.of(0x5b, 0x22, 0xff, 0x22, 0x5d));
      await given.page.openFile(file);
      assert.equal((await given.page.verdict("unreadable"))[0].word, "unreadable");
      await given.page.assertQuiet();
    });

    test("hostile strings run nothing and hide nothing", async (t) => {
      const strings = hostileStrings();
      if (!strings) return t.skip("the vectors are not here");
      assert.equal(strings.display.length, 154);
      assert.equal(strings.urls.length, 102);
      const texts = [...strings.display.map(({ string }) => string), ...strings.urls.map(({ url }) => url)];
      const documents = {
        "a bundle with more leaves": changed("bundle-1212.1787", (bundle) => {
          bundle.hostile = texts;
        }),
        "a record with more leaves": changed("record-2101.05782", (record) => {
          record.hostile = texts;
        }),
        "a bundle with hostile keys": changed("bundle-1212.1787", (bundle) => {
          bundle.hostile = Object.fromEntries(texts.map((text, i) => [text, i]));
        }),
      };
      let counted = 0;
      for (const [what, text] of Object.entries(documents)) {
        await given.page.open();
        const scripts = await given.browser.evaluate(() => window.harness.scripts());
        await given.page.drop(text, "hostile.json");
        await given.page.verdict();
        const shown = await given.page.text();
        for (const { string, why, must_be_made_visible: must } of strings.display) {
          const there = forms(string).some((form) => shown.includes(form));
          if (must) assert.ok(!shown.includes(string), `${what}: ${why} stands in the page as it is`);
          assert.ok(there, `${what}: ${why} is not shown: ${JSON.stringify(string)}`);
          counted += 1;
        }
        await unharmed(scripts, what);
      }
      assert.equal(counted, 3 * 154);
    });

    test("hostile strings in the places that a reader looks at run nothing and hide nothing", async (t) => {
      const strings = hostileStrings();
      if (!strings) return t.skip("the vectors are not here");
      const texts = [
        ...strings.display.map(({ string, must_be_made_visible: must }) => ({ text: string, must })),
        ...strings.urls.map(({ url }) => ({ text: url, must: false })),
      ];
      assert.equal(texts.length, 256);
      await given.page.open();
      const scripts = await given.browser.evaluate(() => window.harness.scripts());
      let counted = 0;
      // Six strings to a document, one for each place.
      for (let i = 0; i < texts.length; i += 6) {
        const some = texts.slice(i, i + 6);
        const at = (n) => some[n % some.length].text;
        const text = changed("record-2101.05782", (record) => {
          record.pith_number = at(5);
          Object.assign(record.paper, { title: at(0), authors_text: at(1) });
          Object.assign(record.source, { kind: at(2), id: at(3) });
          record.canonical_record.metadata.license = at(4);
        });
        const name = `document ${i}.json`;
        await given.page.drop(text, name);
        const shown = await waitFor(name);
        for (const { text, must } of some) {
          if (must) assert.ok(!shown.includes(text), `${JSON.stringify(text)} stands in the page as it is`);
          assert.ok(
            forms(text).some((form) => shown.includes(form)),
            `not shown: ${JSON.stringify(text.slice(0, 200))}`,
          );
          counted += 1;
        }
      }
      assert.equal(counted, 256);
      await unharmed(scripts, "a record");
    });

    /** The text of the page once it shows a document of that name. */
    async function waitFor(document) {
      for (let i = 0; i < 500; i += 1) {
        if ((await given.page.seen("pith-file"))[0].includes(document)) {
          await given.page.verdict();
          return given.page.text();
        }
      }
      return assert.fail(`the page does not show the name ${document}`);
    }

    async function unharmed(scripts, what) {
      assert.equal(await given.browser.evaluate(() => window.harness.scripts()), scripts, what);
      assert.deepEqual(await given.browser.evaluate(() => window.harness.foreign()), [], what);
      const links = await given.browser.evaluate(() => window.harness.links());
      const wrong = hostileStrings().urls.filter(({ expect }) => expect !== "link");
      for (const { url } of wrong) assert.ok(!links.includes(url), `${what}: ${url} became a link`);
      await given.page.assertQuiet();
    }

    const path = (name) => join(root, "tests", name);
    const openFiles = (...paths) => given.browser.setFile("input[type=file]", paths);
    const seen = (selector) => given.page.seen(selector);

    test("several files are compared, and each has its own report", async () => {
      await given.page.open();
      await openFiles(sample("bundle-1212.1787").path, sample("state-1212.1787").path);
      assert.equal((await seen('[data-comparison="agree"]')).length, 1);
      assert.equal((await seen("[data-document]")).length, 2);
      assert.match((await seen('[data-relation="same_events"]'))[0], /hold the same events \(2 events\)/);
      await given.page.click('[data-document="2"] button');
      assert.equal((await given.page.verdict("unsigned"))[0].word, "unsigned");
      await given.page.click('[data-action="back"]');
      await seen('[data-comparison="agree"]');
      const changed = join(given.folder, "changed.json");
      writeFileSync(changed, retitled());
      await openFiles(sample("bundle-1212.1787").path, changed);
      await seen('[data-comparison="conflict"]');
      const conflicts = await seen('[data-conflict="event_altered"]');
      const { content_sha256: stated } = JSON.parse(retitled()).events[1];
      assert.ok(conflicts.some((text) => text.includes(stated)));
      await given.page.assertQuiet();
    });

    test("the merge is shown step by step", async () => {
      await given.page.open();
      await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
      await given.page.verdict();
      assert.equal((await seen("[data-step]")).length, 2);
      assert.equal((await seen('[data-replay="true"]')).length, 1);
      const shown = await given.page.text();
      for (const says of [
        "It becomes the record of the state.",
        "It is added to graph_snapshots.",
        "/applied_event_ids/1",
      ]) {
        assert.ok(shown.includes(says), says);
      }
    });

    test("a failed check says why, and how to redo it", async () => {
      const text = retitled();
      const failed = verify(text).checks.filter((check) => check.outcome === "failed");
      await given.page.open();
      await given.page.drop(text);
      await given.page.verdict("broken");
      const shown = await given.page.text();
      let counted = 0;
      for (const { diagnosis, redo } of failed) {
        if (diagnosis !== null) assert.ok(shown.includes(diagnosis.sentence), diagnosis.sentence);
        for (const { command, prints } of redo) {
          assert.ok(shown.includes(command), command);
          assert.ok(shown.includes(prints), prints);
          counted += 1;
        }
      }
      assert.ok(counted > 4 && failed.some(({ diagnosis }) => diagnosis !== null));
      assert.ok((await seen("[data-causes]")).length > 0);
      await given.page.assertQuiet();
    });

    test("a text in hand is compared with the document", async () => {
      await given.page.open();
      await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
      await given.page.verdict();
      const ask = async (field, text, outcome) => {
        await given.browser.evaluate((field, text) => window.harness.hand(field, text), field, text);
        return (await seen(`[data-match="${outcome}"]`))[0];
      };
      const title = "A Generic Checkpoint-\nRestart  Mechanism\nfor Virtual Machines";
      assert.match(
        await ask("title", title, "matches"),
        /line breaks and repeated spaces made single spaces/,
      );
      await ask("title", "Another title altogether", "differs");
      assert.match(await ask("arxiv", "https://arxiv.org/abs/1212.1787v7", "near_miss"), /version/);
      assert.match(await ask("number", "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5ZS", "near_miss"), /swapped/);
      await given.page.assertQuiet();
    });

    test("a timestamp proof beside the document is shown, and changes no verdict", async () => {
      const proof = path("vectors/opentimestamps/own.ots");
      await given.page.open();
      await openFiles(sample("bundle-1212.1787").path, proof);
      assert.equal((await given.page.verdict("verified"))[0].word, "verified");
      assert.match((await seen("[data-timestamp]"))[0], /header not supplied/);
      await seen('[data-attestation="bitcoin"][data-outcome="not_checked"]');
      // Added later, to a document that is there.
      await given.page.open();
      await given.page.drop(sample("record-2101.05782").bytes.toString("utf8"));
      await given.page.verdict("verified");
      await given.browser.setFile('[data-action="open-proof"]', [proof]);
      assert.match((await seen('[data-timestamp][data-outcome="failed"]'))[0], /own\.ots/);
      assert.equal((await given.page.verdict())[0].word, "verified");
      await given.page.assertQuiet();
    });

    test("a revoked key verifies nothing, and the ring can be kept", async () => {
      const { public_key_hex, key_id } = JSON.parse(keyRing()).keys[0];
      const ring = { ring_type: "pith_verifier_key_ring", ring_version: "1" };
      const key = { key_id, algorithm: "ed25519", public_key_hex, source: "a test", status: "revoked" };
      await given.page.open();
      await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
      await given.page.verdict("verified");
      await given.browser.evaluate(
        (text) => window.harness.fill('[data-action="trust-keys"]', text),
        JSON.stringify({ ...ring, keys: [key] }),
      );
      assert.equal((await given.page.verdict("consistent"))[0].word, "consistent");
      assert.match((await seen('[data-trust="revoked"]'))[0], /anybody may hold this key/);
      const saved = JSON.parse(
        await given.browser.evaluate(() => window.harness.saved('[data-action="export-ring"]')),
      );
      assert.equal(saved.keys.length, 2);
      assert.equal(saved.keys[1].status, "revoked");
      await given.browser.evaluate(() => window.harness.fill('[data-action="at"]', "yesterday"));
      assert.match((await seen("#trust-error[data-said]"))[0], /RFC 3339/);
    });

    test("a report can be kept, and made again from what was kept", async () => {
      const { bytes, file } = sample("bundle-1212.1787");
      await given.page.open();
      await given.page.drop(bytes.toString("utf8"), file);
      await given.page.verdict("verified");
      const saved = (form) =>
        given.browser.evaluate((form) => window.harness.saved(`[data-action="save-${form}"]`), form);
      const report = await saved("json");
      assert.equal(report, JSON.stringify(verify(bytes, { name: file, replay: true })));
      assert.equal(reproduce(report, bytes).reproduces, true);
      const kept = join(given.folder, "report.json");
      writeFileSync(kept, report);
      await openFiles(kept, sample("bundle-1212.1787").path);
      assert.match((await seen('[data-reproduces="true"]'))[0], /report\.json/);
      writeFileSync(kept, report.replace("2012-12-08", "2013-12-08"));
      await openFiles(sample("bundle-1212.1787").path, kept);
      await seen('[data-reproduces="false"]');
      assert.match((await seen("[data-difference]"))[0], /2013-12-08/);
      await given.page.open();
      await given.page.drop(bytes.toString("utf8"), file);
      await given.page.verdict("verified");
      assert.match(await saved("markdown"), /verified/i);
      const html = await saved("html");
      assert.match(html, /^<!doctype html>/i);
      assert.doesNotMatch(html, /<script/i);
      await given.page.assertQuiet();
    });

    test("the keyboard reaches the way to open a file, every sample and the text field", async () => {
      await given.page.open();
      const wanted = [
        "input[type=file], [data-action=open]",
        ...samples.map((each) => `[data-sample="${each.name}"]`),
      ];
      const reached = new Set();
      const focus = [];
      for (let i = 0; i < 60 && reached.size < wanted.length; i += 1) {
        await given.browser.press("Tab");
        focus.push(await given.browser.evaluate(() => window.harness.describeFocus()));
        for (const selector of wanted) {
          if (await given.browser.evaluate((selector) => window.harness.focused(selector), selector)) {
            reached.add(selector);
          }
        }
      }
      const missed = wanted.filter((selector) => !reached.has(selector));
      assert.deepEqual(missed, [], `the focus was on:\n${focus.join("\n")}`);
      await given.page.assertQuiet();
    });

    test("the page fits a narrow screen", async () => {
      await given.browser.size(420, 800);
      await given.page.open();
      await given.page.drop(retitled());
      await given.page.verdict();
      const over = await given.browser.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await given.browser.size(1280, 900);
      assert.ok(over <= 0, `${over} pixels stand out`);
    });

    test("the npm package works in a page and in a worker, and gives the very same reports", async () => {
      await given.browser.open(`${given.server.address}/package.html`);
      let counted = 0;
      for (const each of [...samples, { bytes: Buffer.from(retitled()) }]) {
        const text = each.bytes.toString("utf8");
        const inPage = await given.browser.evaluate(async (text) => {
          const { default: init, verify } = await import("/pkg/index.js");
          await init();
          return JSON.stringify(verify(text));
        }, text);
        const inWorker = await given.browser.evaluate(
          (text) =>
            new Promise((resolve, reject) => {
              const worker = new Worker("/worker.js", { type: "module" });
              worker.onerror = (event) => reject(new Error(event.message));
              worker.onmessage = ({ data }) => {
                if (data === "ready") return worker.postMessage(text);
                worker.terminate();
                return resolve(data);
              };
            }),
          text,
        );
        const expected = JSON.stringify(verify(text));
        assert.equal(inPage, expected);
        assert.equal(inWorker, expected);
        counted += 1;
      }
      assert.equal(counted, 9);
    });
  },
  { texts: TEXTS },
);

/**
 * The ways in which a string may stand in the page, with what hides made visible: itself, its JSON, or a
 * member's name in a pointer.
 */
function forms(string) {
  const json = canonicalize(JSON.stringify(string)).slice(1, -1);
  const name = string.replaceAll("~", "~0").replaceAll("/", "~1");
  return [string, json, name].map(visible);
}
