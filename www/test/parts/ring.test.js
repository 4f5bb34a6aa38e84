// The key ring and the text in hand, in three browsers.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { bundleWith, event, testKey } from "../bundles.js";
import { hostileStrings, pkg, sample } from "../documents.js";

const { keyRing, matchText, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);

const RING = { ring_type: "pith_verifier_key_ring", ring_version: "1" };
/** The second and third test key of RFC 8032 section 7.1. */
const OTHERS = [
  "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
];
const entry = (public_key_hex, more = {}) => ({
  key_id: null,
  algorithm: "ed25519",
  public_key_hex,
  source: "a test",
  status: "current",
  ...more,
});

inEachBrowser((given) => {
  const fill = (selector, text) =>
    given.browser.evaluate((selector, text) => window.harness.fill(selector, text), selector, text);
  const type = (text) => fill('[data-action="trust-keys"]', text);
  /** The keys in force once there are so many of them. */
  const inForce = (count) =>
    given.browser.evaluate(async (count) => {
      const all = () => [...document.querySelectorAll("[data-ring-key]")];
      for (let i = 0; i < 500 && all().length !== count; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return all().map((key) => ({
        fingerprint: key.dataset.ringKey,
        own: key.dataset.own === "true",
        text: key.textContent.replaceAll(/\s+/g, " ").trim(),
        canGo: key.querySelector('[data-action="remove-key"]') !== null,
      }));
    }, count);
  const own = async (count) => {
    const keys = await inForce(count);
    assert.equal(keys.length, count);
    return keys.filter(({ own }) => own);
  };
  const remove = (fingerprint) =>
    given.page.click(`[data-ring-key="${fingerprint}"] [data-action="remove-key"]`);
  const seen = async (selector) => {
    const found = await given.browser.evaluate((selector) => window.harness.seen(selector), selector);
    assert.ok(found.length > 0, `there is no ${selector}`);
    return found;
  };
  const field = () =>
    given.browser.evaluate(() => document.querySelector('[data-action="trust-keys"]').value);
  const importFile = (name, text) => {
    const path = join(given.folder, name);
    writeFileSync(path, text);
    return given.browser.setFile('[data-action="import-ring"]', [path]);
  };
  const unfold = () => given.page.click("pith-trust summary");

  test("the keys in force are listed with what the ring says of them, and own ones can be taken away", async () => {
    await given.page.open();
    await unfold();
    const [builtIn] = JSON.parse(keyRing()).keys;
    const [first, ...none] = await inForce(1);
    assert.deepEqual(none, []);
    for (const value of [
      builtIn.key_id,
      builtIn.fingerprint_sha256_hex,
      builtIn.source,
      "In use",
      "at any time",
    ]) {
      assert.ok(first.text.includes(value), value);
    }
    assert.deepEqual([first.own, first.canGo], [false, false]);
    await given.page.drop(bundleWith([event("correction")]), "own.json");
    await given.page.verdict("consistent");
    await type(testKey.hex);
    await given.page.verdict("verified");
    const [added] = await own(2);
    assert.equal(added.fingerprint, testKey.fingerprint);
    assert.ok(added.canGo);
    await remove(testKey.fingerprint);
    await given.page.verdict("consistent");
    assert.deepEqual(await own(1), []);
    assert.equal(await field(), "");
    // Without the built-in key there is none at all.
    await given.page.click('[data-action="built-in-keys"]');
    assert.deepEqual(await inForce(0), []);
    assert.match(await given.page.text(), /No key is in force/);
    await given.page.assertQuiet();
  });

  test("taking one key out of several leaves the others as they were given", async () => {
    const ring = JSON.stringify({
      ...RING,
      keys: [
        entry(OTHERS[0], {
          key_id: "one",
          status: "retired",
          valid_until: "2026-01-01T00:00:00Z",
          note: "first",
        }),
        entry(OTHERS[1], { key_id: "two", valid_from: "2025-01-01T00:00:00Z" }),
      ],
    });
    await given.page.open();
    await unfold();
    await type(`${ring}\n${testKey.hex}`);
    const [one, two, three] = await own(4);
    assert.match(one.text, /one .*Retired.*until 2026-01-01T00:00:00Z.*first/);
    assert.match(two.text, /two .*In use.*from 2025-01-01T00:00:00Z/);
    assert.equal(three.fingerprint, testKey.fingerprint);
    await remove(two.fingerprint);
    assert.deepEqual(
      (await own(3)).map(({ text }) => text.replace(/: key \d$/, "")),
      [one, three].map(({ text }) => text.replace(/: key \d$/, "")),
    );
    const left = await field();
    assert.ok(left.endsWith(`\n${testKey.hex}`), left);
    assert.doesNotMatch(left, new RegExp(OTHERS[1]));
    await remove(three.fingerprint);
    await remove((await own(2))[0].fingerprint);
    assert.deepEqual(await own(1), []);
    assert.equal(await field(), "");
    await given.page.assertQuiet();
  });

  test("a ring that was saved comes back from its file as it was", async () => {
    const ring = JSON.stringify({
      ...RING,
      keys: [
        entry(OTHERS[0], { key_id: "one", status: "revoked", source: "a letter", note: "was lost" }),
        entry(OTHERS[1], { valid_from: "2025-01-01T00:00:00Z", valid_until: "2027-01-01T00:00:00Z" }),
      ],
    });
    const expected = keyRing({ trustKeys: [ring, testKey.hex] });
    const saved = () => given.browser.evaluate(() => window.harness.saved('[data-action="export-ring"]'));
    await given.page.open();
    await unfold();
    await importFile("own ring.json", ring);
    await own(3);
    await type(`${await field()}\n${testKey.hex}`);
    const before = await own(4);
    const file = await saved();
    assert.equal(file, expected);
    await given.page.open();
    await unfold();
    await importFile("pith-key-ring.json", file);
    assert.deepEqual(await own(4), before);
    assert.equal(await saved(), expected);
    // What is no ring is refused beside the button, and changes nothing.
    await importFile("wrong.json", JSON.stringify({ ...RING, keys: [entry("00")] }));
    assert.match(
      (await seen("#import-error:not(:empty)"))[0],
      /Nothing was added from this file: .*public_key_hex/,
    );
    assert.deepEqual(await own(4), before);
    await given.page.assertQuiet();
  });

  test("what is wrong is said beside its field", async () => {
    await given.page.open();
    await unfold();
    const fault = async () => {
      await seen("#trust-error[data-said]");
      return given.browser.evaluate(() => {
        const error = document.querySelector("#trust-error");
        const field = error.parentElement.querySelector("textarea, input");
        return {
          beside: field.dataset.action,
          invalid: [...document.querySelectorAll('pith-trust [aria-invalid="true"]')].map((each) => each.id),
          described: field.getAttribute("aria-describedby").split(" ").includes("trust-error"),
          text: error.textContent,
        };
      });
    };
    await type("deadbeef");
    const keys = await fault();
    assert.deepEqual([keys.beside, keys.invalid, keys.described], ["trust-keys", ["trust-keys"], true]);
    assert.match(keys.text, /: key 1: /);
    assert.deepEqual(await inForce(0), []);
    await type("");
    await own(1);
    await fill('[data-action="at"]', "yesterday");
    const time = await fault();
    assert.deepEqual([time.beside, time.invalid, time.described], ["at", ["trust-at"], true]);
    assert.match(time.text, /RFC 3339/);
    await fill('[data-action="at"]', "2026-06-01T00:00:00Z");
    await own(1);
    assert.equal(await given.browser.evaluate(() => window.harness.counts("#trust-error")), 0);
    // What is pasted into a field is for the field.
    const kept = await given.browser.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "2026-06-01T00:00:00Z");
      const options = { clipboardData, dataType: "text/plain", data: "x", bubbles: true, cancelable: true };
      return document.querySelector('[data-action="at"]').dispatchEvent(new ClipboardEvent("paste", options));
    });
    assert.ok(kept, "the page takes what is pasted into a field for a document");
    await given.page.assertQuiet();
  });

  test("an answer about a text in hand says what it is about, and a question about nothing is none", async () => {
    const { bytes } = sample("bundle-1212.1787");
    await given.page.open();
    await given.page.drop(bytes.toString("utf8"));
    await given.page.verdict();
    const ask = (field, text) =>
      given.browser.evaluate((field, text) => window.harness.hand(field, text), field, text);
    const error = () => given.browser.evaluate(() => document.querySelector("#hand-error").textContent);
    await ask("title", "  \n");
    assert.match(await error(), /nothing to compare yet/);
    assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-match]")), 0);
    assert.ok(await given.browser.evaluate(() => window.harness.focused("#hand-text")));
    for (const [field, text] of [
      ["title", "A Generic Checkpoint-Restart Mechanism for Virtual Machines"],
      ["arxiv", "1212.1787"],
      ["doi", "10.1000/182"],
    ]) {
      const match = matchText(bytes, field, text);
      await ask(field, text);
      const [shown] = await seen(`[data-match="${match.outcome}"][data-reason="${match.reason}"]`);
      for (const said of [match.sentence, match.worth, match.hint, text]) {
        if (said !== null) assert.ok(shown.includes(said), said);
      }
    }
    assert.equal(await error(), "");
    await ask("title", "x".repeat(20_000));
    await seen("#hand-error:not(:empty)");
    assert.match(await error(), /This was not compared: /);
    await fill('[data-action="hand-text"]', "something shorter");
    assert.equal(await error(), "");
    await given.page.assertQuiet();
  });

  test("hostile strings in a ring and in a text in hand run nothing and hide nothing", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    const short = strings.display.filter(({ string }) => Buffer.byteLength(string) <= 900);
    assert.ok(short.length > 140);
    const keys = short.map(({ string }) =>
      entry(OTHERS[0], { key_id: string, source: string, note: string }),
    );
    await given.page.open();
    const scripts = await given.browser.evaluate(() => window.harness.scripts());
    await unfold();
    const ring = JSON.stringify({ ...RING, keys });
    const { length } = JSON.parse(keyRing({ trustKeys: [ring] })).keys;
    assert.ok(length > 140);
    await importFile("hostile.json", ring);
    await own(length);
    await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
    await given.page.verdict();
    const assertShown = async (some) => {
      const shown = await given.page.text();
      for (const { string, must_be_made_visible: must } of some) {
        assert.ok(!must || !shown.includes(string), JSON.stringify(string));
        assert.ok(shown.includes(visible(string)), `not shown: ${JSON.stringify(string)}`);
      }
    };
    await assertShown(short);
    const lone = ({ string }) => !string.isWellFormed?.() && /[\ud800-\udfff]/u.test(string);
    const some = short.filter((each, i) => i % 12 === 0 && each.string.trim() !== "" && !lone(each));
    for (const each of some) {
      await given.browser.evaluate((text) => window.harness.hand("title", text), each.string);
      // A text field has one kind of line break.
      await assertShown([{ ...each, string: each.string.replaceAll(/\r\n?/g, "\n") }]);
    }
    assert.ok(some.length > 8);
    assert.equal(await given.browser.evaluate(() => window.harness.scripts()), scripts);
    assert.deepEqual(await given.browser.evaluate(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("the key ring fits a narrow screen", async () => {
    await given.browser.size(320, 700);
    await given.page.open();
    await unfold();
    await type(`${testKey.hex}\n${OTHERS[0]}`);
    await own(3);
    const over = await given.browser.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await given.browser.size(1280, 900);
    assert.ok(over <= 0, `${over} pixels stand out`);
  });
});
