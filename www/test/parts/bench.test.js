// The tamper bench, in three browsers.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, hostileStrings, pkg, retitled, sample } from "../documents.js";

const { canonicalize, verify, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);

/** How many failed checks the bench lists. */
const LISTED = 5;

inEachBrowser((given) => {
  /** Puts a document on the page and a copy of it on the bench. */
  const open = async (text, name) => {
    await given.page.open();
    await given.page.drop(text, name);
    await given.page.verdict();
    await given.page.click('[data-action="bench-open"]');
    return bench();
  };
  /** What the bench shows once nothing is to be checked any more. */
  const bench = async () => {
    const found = await given.browser.evaluate(async () => {
      const root = document.querySelector("pith-bench");
      for (let i = 0; i < 1500 && !root.querySelector("[data-bench-verdict]"); i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const change = root.querySelector("[data-bench-change]");
      return {
        text: root.querySelector("textarea").value,
        verdict: root.querySelector("[data-bench-verdict]")?.dataset.benchVerdict,
        change: change?.dataset.benchChange,
        about: change?.textContent,
        shown: root.querySelector(".bench-copy").textContent,
        unnoticed: root.querySelector("[data-bench-unnoticed]") !== null,
        failed: [...root.querySelectorAll("[data-bench-check]")].map((check) => [
          check.dataset.benchCheck,
          check.dataset.benchPointer,
          check.textContent,
        ]),
      };
    });
    assert.ok(found.verdict, `the bench gives no verdict: ${found.shown}`);
    return found;
  };
  const write = async (text) => {
    await given.browser.evaluate((text) => window.harness.fill('[data-action="bench-text"]', text), text);
    return bench();
  };
  const click = async (selector) => {
    await given.page.click(selector);
    return bench();
  };
  /** Holds what the bench says of its text against what the npm package says of the same text. */
  const assertSame = (found, what, text = found.text) => {
    const report = verify(text);
    assert.equal(found.verdict, report.verdict.word, what);
    assert.ok(found.shown.includes(report.verdict.sentence), what);
    const deciding = report.checks[report.verdict.failing ?? -1];
    const failed = report.checks.filter((check) => check.outcome === "failed" && check !== deciding);
    if (deciding) failed.unshift(deciding);
    assert.deepEqual(
      found.failed.map(([name, pointer]) => [name, pointer]),
      failed.slice(0, LISTED).map(({ name, pointer }) => [name, pointer]),
      what,
    );
    for (const [index, { sentence }] of failed.slice(0, LISTED).entries()) {
      assert.ok(found.failed[index][2].includes(sentence), `${what}: ${sentence}`);
    }
    if (report.refusal) assert.ok(found.shown.includes(report.refusal.sentence), what);
    return report;
  };

  test("the copy is marked, in words and in its section's name, and has nothing to save it with", async () => {
    const { bytes, file } = sample("bundle-1212.1787");
    const found = await open(bytes.toString("utf8"), file);
    assert.equal(found.change, "none");
    assert.equal(found.verdict, "verified");
    assert.match(found.shown, /Edited copy, not the document/);
    assert.match(found.shown, /byte for byte/);
    const read = await given.browser.evaluate(() => {
      const root = document.querySelector("pith-bench");
      const section = root.querySelector("[data-bench]");
      const name = section
        .getAttribute("aria-labelledby")
        .split(" ")
        .map((id) => document.getElementById(id).textContent.trim());
      const stripes = [".edited", ".found"].map(
        (part, index) =>
          getComputedStyle(root.querySelector(part), index === 0 ? null : "::before").backgroundImage,
      );
      return {
        name,
        stripes,
        verdicts: root.querySelectorAll("[data-verdict]").length,
        buttons: [...root.querySelectorAll("button, a")].map((each) => ({ ...each.dataset })),
        described: root.querySelector("textarea").getAttribute("aria-describedby"),
      };
    });
    assert.deepEqual(read.name, ["Tamper bench", "Edited copy, not the document"]);
    for (const image of read.stripes) assert.match(image, /repeating-linear-gradient/);
    assert.equal(read.verdicts, 0);
    assert.equal(read.described, "bench-mark");
    const others = read.buttons.filter(({ tamper, action }) => !tamper && action !== "bench-back");
    assert.deepEqual(others, []);
    // As it is on paper: the mark and the finding, without the fields; before there is a copy, nothing.
    const printed = await given.browser.evaluate(() => {
      for (const { cssRules } of document.styleSheets) {
        for (const rule of cssRules) if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
      }
      const shown = (part) => document.querySelector(`pith-bench ${part}`).getBoundingClientRect().height > 0;
      return { mark: shown("#bench-mark"), verdict: shown(".copy-verdict"), field: shown("textarea") };
    });
    assert.deepEqual(printed, { mark: true, verdict: true, field: false });
    await given.page.assertQuiet();
  });

  test("each ready-made change gets the verdict and the failed checks of the npm package", async () => {
    const seen = new Set();
    for (const name of [
      "bundle-1212.1787",
      "record-2101.05782",
      "state-1212.1787",
      "graph-1706.00337",
      "pith-mirrors",
    ]) {
      const { bytes, file, verdict } = sample(name);
      const original = bytes.toString("utf8");
      const report = verify(bytes, { replay: true });
      await open(original, file);
      const offered = await given.browser.evaluate(() =>
        [...document.querySelectorAll("[data-tamper]")].map((button) => button.dataset.tamper),
      );
      assert.ok(offered.includes("member") && offered.includes("layout"), name);
      for (const each of offered) {
        const what = `${name}, ${each}`;
        const found = await click(`[data-tamper="${each}"]`);
        assert.notEqual(found.text, original, what);
        const made = assertSame(found, what);
        if (each === "layout") {
          assert.equal(found.change, "layout", what);
          assert.equal(canonicalize(found.text), canonicalize(original), what);
          assert.equal(found.verdict, verdict, what);
        } else {
          assert.equal(found.change, "text", what);
          const leaf = changedLeaf(report, made);
          if (["title", "date", "signature", "counter", "uncovered"].includes(each)) {
            assert.ok(leaf, `${what}: one value is another`);
            assert.ok(found.about.includes(visible(leaf.pointer)), `${what}: ${found.about}`);
          }
          if (each === "uncovered") {
            assert.equal(leaf.class, "uncovered", what);
            assert.ok(found.unnoticed, what);
          }
          // What is signed does not change unnoticed.
          if (leaf && leaf.class !== "uncovered") assert.equal(found.verdict, "broken", what);
          if (each === "event") assert.equal(JSON.parse(found.text).events.length, 1, what);
          if (each === "counter") assert.equal(BigInt(at(found.text, leaf.pointer)), BigInt(leaf.value) + 1n);
        }
        assert.equal(found.unnoticed, sameChecks(report, verify(found.text)), what);
        seen.add(each);
        const back = await click('[data-action="bench-back"]');
        assert.equal(back.text, original, what);
        assert.equal(back.change, "none", what);
      }
      await given.page.assertQuiet();
    }
    assert.deepEqual([...seen].sort(), [
      "counter",
      "date",
      "event",
      "layout",
      "member",
      "signature",
      "title",
      "uncovered",
    ]);
  });

  test("changes add up, and one whose place is gone says so", async () => {
    const { bytes, file } = sample("bundle-1212.1787");
    await open(bytes.toString("utf8"), file);
    await click('[data-tamper="layout"]');
    const both = await click('[data-tamper="title"]');
    assertSame(both, "layout and title");
    assert.equal(both.change, "text");
    // Of the two, what is not white space is told.
    assert.match(both.about, /^\s*1 character replaced by 1/);
    const [{ line }] = placesOf(both.text, bytes.toString("utf8"));
    assert.match(both.about, new RegExp(`line ${line},`));
    await click('[data-tamper="event"]');
    const gone = await click('[data-tamper="title"]');
    assert.match(gone.shown, /no longer in the copy/);
    assertSame(gone, "without the event");
  });

  test("what is typed is checked as it is, whatever it is", async () => {
    const { bytes, file } = sample("bundle-1212.1787");
    const original = bytes.toString("utf8");
    await open(original, file);
    const texts = {
      "a letter": original.replace("Checkpoint", "Chekpoint"),
      "a space between values": original.replace('{"bundle_type"', '{ "bundle_type"'),
      "a space in a number": original.replace('"event_count":2', '"event_count":2 2'),
      "1.0 for 1": original.replace('"version":1', '"version":1.0'),
      "no JSON": "no JSON",
      "nothing at all": "",
      "a second key": original.replace("{", '{"merge_version":"","merge_version":"",'),
      "a line and a broken end": `${original.slice(0, -1)}\n\n"é😀" `,
      "half a pair": original.replace("Checkpoint", "\ud800"),
      "another document": sample("record-2101.05782").bytes.toString("utf8"),
    };
    for (const [what, text] of Object.entries(texts)) {
      const found = await write(text);
      assert.equal(found.text, text, what);
      assertSame(found, what);
      assert.equal(found.change, what === "a space between values" ? "layout" : "text", what);
    }
    const found = await write(original.replace("Checkpoint", "Chekpoint"));
    const column = original.indexOf("Checkpoint") + 4;
    assert.match(
      found.about,
      new RegExp(`1 character removed at line 1, column ${column.toLocaleString("en")}\\.`),
    );
    assert.equal((await write(original)).change, "none");
    await given.page.assertQuiet();
  });

  test("line breaks stay as they were received, also beside what is typed", async () => {
    const tree = JSON.parse(sample("bundle-1212.1787").bytes);
    const original = JSON.stringify(tree, null, 1).replaceAll("\n", "\r\n");
    const first = await open(original, "windows.json");
    assert.equal(first.change, "none");
    assert.equal(first.verdict, "verified");
    assert.ok(!first.text.includes("\r"), "a text field has one kind of line break");
    const typed = (text) => text.replace("Checkpoint", "Chekpoint");
    const found = await write(typed(first.text));
    assertSame(found, "windows", typed(original));
    assert.match(found.about, /^\s*1 character removed at line \d+, column \d+\./);
    // Where reading stops, the place is that of the text with both signs to a line break.
    const stopped = await write(`${first.text}}`);
    assertSame(stopped, "stopped", `${original}}`);
    assert.equal((await write(first.text)).change, "none");
    // A mark at the start is part of the text too.
    const marked = await open(`\ufeff${original}`, "marked.json");
    assert.equal(marked.change, "none");
    assert.equal(marked.verdict, "unreadable");
  });

  test("no older answer is shown for a newer text, and none while one is awaited", async () => {
    // So many values that an answer takes its time.
    const filler = Array.from({ length: 8_000 }, (_, index) => index);
    const make = (letter) =>
      changed("record-2101.05782", (record) => {
        record.added = filler;
        record.paper.title = record.paper.title.replace(/^./, letter);
      });
    const [good, bad] = [make("C"), make("D")];
    const words = { [good]: verify(good).verdict.word, [bad]: verify(bad).verdict.word };
    assert.deepEqual(Object.values(words), ["verified", "broken"]);
    await open(good, "long.json");
    const { wrong, shown } = await given.browser.evaluate(
      async (texts) => {
        const root = document.querySelector("pith-bench");
        const area = root.querySelector("textarea");
        const words = new Map(texts.map(({ text, word }) => [text, word]));
        const wrong = [];
        let shown = 0;
        const answer = () => root.querySelector("[data-bench-verdict]")?.dataset.benchVerdict;
        const look = () => {
          const word = answer();
          if (word === undefined) return;
          shown += 1;
          if (word !== words.get(area.value)) wrong.push(`${word} where ${words.get(area.value)} is right`);
        };
        new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true });
        const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const type = (index) => {
          area.value = texts[index % 2].text;
          area.dispatchEvent(new InputEvent("input", { bubbles: true }));
        };
        // How long an answer takes, the rest of the hand included.
        const answered = async () => {
          const start = performance.now();
          await wait(0);
          while (answer() === undefined) await wait(5);
          return performance.now() - start;
        };
        type(1);
        let time = await answered();
        for (let index = 0; index < 24; index += 1) {
          type(index);
          // The next text comes from long before the answer to just after it; each fourth waits for it.
          if (index % 4 === 3) time = await answered();
          else await wait([0.3, 0.85, 1][index % 4] * time + 3 * (index % 5) - 6);
          look();
        }
        return { wrong, shown };
      },
      [good, bad].map((text) => ({ text, word: words[text] })),
    );
    assert.deepEqual(wrong, []);
    assert.ok(shown > 0, "some answer is shown in between");
    const last = await bench();
    assert.equal(last.verdict, words[last.text]);
  });

  test("the report, its verdict and what is saved stay those of the document", async () => {
    const { bytes, file } = sample("bundle-1212.1787");
    await open(bytes.toString("utf8"), file);
    assert.equal((await click('[data-tamper="title"]')).verdict, "broken");
    assert.deepEqual(
      (await given.page.verdict()).map(({ word }) => word),
      ["verified"],
    );
    const saved = (form) =>
      given.browser.evaluate((form) => window.harness.saved(`[data-action="save-${form}"]`), form);
    assert.equal(await saved("json"), JSON.stringify(verify(bytes, { name: file, replay: true })));
    for (const form of ["markdown", "html"]) {
      const text = await saved(form);
      assert.match(text, /verified/i);
      assert.doesNotMatch(text, /Edited copy|is not what it says it is/i);
    }
    // Another document clears the bench.
    await given.page.drop(retitled(), "other.json");
    await given.page.verdict("broken");
    assert.equal(await given.browser.evaluate(() => window.harness.counts("#bench-text")), 0);
    await given.page.assertQuiet();
  });

  test("the bench takes documents up to its limit, and only texts", async () => {
    const record = sample("record-2101.05782").bytes.toString("utf8");
    const padded = (length) => {
      const start = `${record.slice(0, -1)},"added":"`;
      return `${start}${"lorem ipsum ".repeat(length).slice(0, length - start.length - 2)}"}`;
    };
    assert.equal(padded(1_000_000).length, 1_000_000);
    const found = await open(padded(1_000_000), "long.json");
    assert.equal(found.change, "none");
    assertSame(await click('[data-tamper="title"]'), "a million bytes");
    const state = () =>
      given.browser.evaluate(() => document.querySelector("pith-bench [data-bench]").dataset.bench);
    await given.page.open();
    await given.page.drop(padded(1_000_001), "longer.json");
    await given.page.verdict();
    assert.equal(await state(), "large");
    assert.match(await given.page.text(), /for documents of up to 1,000,000 bytes/);
    const file = join(given.folder, "not-utf8.json");
    writeFileSync(file, Buffer.of(0x5b, 0x22, 0xff, 0x22, 0x5d));
    await given.page.open();
    await given.page.openFile(file);
    await given.page.verdict("unreadable");
    await given.page.click('[data-action="bench-open"]');
    await given.browser.evaluate(() => window.harness.seen('[data-bench="not_text"]'));
    assert.equal(await state(), "not_text");
    await given.page.assertQuiet();
  });

  test("hostile strings on the bench run nothing and hide nothing", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    const all = strings.display;
    const document = changed("bundle-1212.1787", (bundle) => {
      bundle.hostile = Object.fromEntries(all.map(({ string }, i) => [string, i]));
    });
    await open(document, "hostile.json");
    const scripts = await given.browser.evaluate(() => window.harness.scripts());
    assert.match((await bench()).shown, /characters that cannot be seen/);
    let counted = 0;
    for (let i = 0; i < all.length; i += 11) {
      const some = all.slice(i, i + 11);
      // As the text of what was changed, and as the place of it.
      const put = changed("bundle-1212.1787", (bundle) => {
        bundle.hostile = some.map(({ string }) => string);
      });
      for (const text of [put, changedAt(document, some[0].string)]) {
        const { verdict } = await write(text);
        assert.equal(verdict, verify(text).verdict.word);
        const shown = await given.browser.evaluate(async () => {
          const root = document.querySelector("pith-bench .bench-copy");
          for (const more of root.querySelectorAll(".found .quoted + .quiet")) more.click();
          await new Promise((resolve) => setTimeout(resolve, 50));
          return root.textContent;
        });
        for (const { string, must_be_made_visible: must } of some) {
          assert.ok(!must || !shown.includes(string), JSON.stringify(string));
          if (text !== put) continue;
          const written = visible(canonicalize(JSON.stringify(string)).slice(1, -1));
          // What was typed stands there as it was written, which is JSON.stringify's way.
          const typed = visible(JSON.stringify(string).slice(1, -1));
          assert.ok(shown.includes(typed) || shown.includes(written), JSON.stringify(string));
          counted += 1;
        }
      }
    }
    assert.equal(counted, 154);
    assert.equal(await given.browser.evaluate(() => window.harness.scripts()), scripts);
    assert.deepEqual(await given.browser.evaluate(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("the bench fits a narrow screen", async () => {
    await given.browser.size(320, 700);
    await open(sample("bundle-1212.1787").bytes.toString("utf8"), "bundle.json");
    await click('[data-tamper="title"]');
    const over = await given.browser.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await given.browser.size(1280, 900);
    assert.ok(over <= 0, `${over} pixels stand out`);
  });
});

/** The first leaf of a report that another report has with another value. */
function changedLeaf(report, other) {
  const values = new Map(other.coverage.leaves.map(({ pointer, value }) => [pointer, value]));
  return report.coverage.leaves.find(({ pointer, value }) => values.get(pointer) !== value);
}

function sameChecks(a, b) {
  const of = ({ verdict, checks }) =>
    JSON.stringify([
      verdict.word,
      checks.map(({ name, pointer, outcome, reason }) => [name, pointer, outcome, reason]),
    ]);
  return of(a) === of(b);
}

/** The value at a place, as the text of a number. */
function at(text, pointer) {
  const names = pointer.split("/").slice(1);
  return String(names.reduce((value, name) => value[name], JSON.parse(text)));
}

/** The document with another value below a key. */
function changedAt(document, key) {
  const tree = JSON.parse(document);
  tree.hostile[key] = -1;
  return JSON.stringify(tree);
}

/** In which line of a text laid out the title has another letter than in the original. */
function placesOf(text, original) {
  const title = JSON.parse(original).events[1].payload.graph_snapshot.paper.title;
  const rest = title.slice(1);
  return text.split("\n").flatMap((line, index) => (line.includes(rest) ? [{ line: index + 1 }] : []));
}
