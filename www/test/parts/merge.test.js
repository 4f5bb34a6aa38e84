// The merge step by step and in any order, and documents side by side, in three browsers.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { bundleWith, event } from "../bundles.js";
import { hostileStrings, pkg, retitled, sample } from "../documents.js";

const { canonicalize, compare, mergeInOrders, verify, visible } = await import(
  pathToFileURL(join(pkg, "index.js")).href
);

const TYPES = ["author_attestation", "timestamp_anchor", "correction", "citation_signature", "unheard_of"];

/** Twelve events, some at one time, some of a type that has no list. */
const many = () =>
  bundleWith(
    Array.from({ length: 10 }, (_, i) =>
      event(TYPES[i % 5], { created_at: `2026-07-0${1 + (i % 3)}T00:00:00Z`, payload: { number: i } }),
    ),
  );

inEachBrowser((given) => {
  const seen = async (selector) => {
    const found = await given.browser.evaluate((selector) => window.harness.seen(selector), selector);
    assert.ok(found.length > 0, `there is no ${selector}`);
    return found;
  };
  const show = async (text, name = "document.json") => {
    await given.page.open();
    await given.page.drop(text, name);
    await given.page.verdict();
  };
  /** What the player shows. */
  const player = () =>
    given.browser.evaluate(() => {
      const root = document.querySelector("pith-replay");
      const slider = root.querySelector('[data-action="replay-step"]');
      const after = root.querySelector("[data-state-after]");
      return {
        value: slider?.value,
        max: slider?.max,
        says: slider?.getAttribute("aria-valuetext"),
        after: Number(after.dataset.stateAfter),
        added: [...after.querySelectorAll("[data-added]")].map((mark) => mark.dataset.added),
        text: after.textContent.replaceAll(/\s+/g, " "),
        current: [...root.querySelectorAll('[aria-current="step"]')].map((step) => step.dataset.step),
        said: root.querySelector(".moves [role=status]")?.textContent,
      };
    });
  const narrow = async () => {
    const over = await given.browser.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(over <= 0, `${over} pixels stand out`);
  };

  test("the slider shows the state after each step, by keyboard and by buttons", async () => {
    const text = many();
    const { steps } = verify(text, { replay: true }).replay;
    assert.equal(steps.length, 12);
    await show(text);
    const assertAt = async (number, what) => {
      const step = steps[number - 1];
      const found = await player();
      assert.equal(found.after, number, what);
      assert.equal(found.value, String(number), what);
      assert.equal(found.max, "12", what);
      const applied = step.applied ? "applied" : "not applied";
      assert.equal(found.says, `Step ${number} of 12: ${step.event_type}, ${applied}`, what);
      assert.deepEqual(found.current, [String(number)], what);
      assert.deepEqual(found.added.sort(), step.changes.map(({ pointer }) => pointer).sort(), what);
      assert.ok(found.text.includes(step.sentence), what);
      return found;
    };
    await assertAt(1, "at first");
    await given.browser.evaluate(() => document.querySelector('[data-action="replay-step"]').focus());
    for (const [key, number] of [
      ["ArrowRight", 2],
      ["ArrowRight", 3],
      ["ArrowLeft", 2],
      ["End", 12],
      ["ArrowLeft", 11],
      ["Home", 1],
      ["ArrowLeft", 1],
    ]) {
      await given.browser.press(key);
      await assertAt(number, `after ${key}`);
    }
    for (const [button, number] of [
      ["next", 2],
      ["last", 12],
      ["next", 12],
      ["previous", 11],
      ["first", 1],
      ["previous", 1],
    ]) {
      await given.page.click(`[data-action="replay-${button}"]`);
      const found = await assertAt(number, `after the button ${button}`);
      assert.equal(found.said, found.says);
    }
    // Each state is there to the last sign, and each event in the list can be gone to.
    for (const [index, step] of steps.entries()) {
      await given.page.click(`[data-step="${index + 1}"] .quiet`);
      await assertAt(index + 1, "from the list");
      const whole = await given.browser.evaluate(() => {
        const raw = document.querySelector("[data-state-after] .raw");
        raw.querySelector(".quoted + .quiet")?.click();
        return new Promise((resolve) => setTimeout(() => resolve(raw.querySelector("bdi").textContent), 50));
      });
      assert.equal(whole, visible(step.state));
    }
    const reasons = await given.browser.evaluate(() =>
      [...document.querySelectorAll("[data-step]")].map((step) => step.dataset.reason),
    );
    assert.deepEqual(
      reasons,
      steps.map(({ reason }) => reason),
    );
    await given.page.assertQuiet();
  });

  test("a long merge shows what each step changed, and says why it shows no state", async () => {
    const filler = "x".repeat(60_000);
    const text = bundleWith(
      Array.from({ length: 14 }, (_, i) =>
        event("correction", { created_at: `2026-07-${10 + i}T00:00:00Z`, payload: { filler, i } }),
      ),
    );
    const { steps } = verify(text, { replay: true }).replay;
    assert.ok(steps[0].state !== null && steps.at(-1).state === null);
    await show(text);
    await given.page.click('[data-action="replay-last"]');
    const found = await player();
    assert.equal(found.after, 16);
    assert.match(found.text, /does not carry the state after each step/);
    for (const { pointer } of steps.at(-1).changes) assert.ok(found.text.includes(pointer), pointer);
    // A state that is there but long is not laid out.
    const long = steps.findIndex(({ state }) => state?.length > 200_000);
    assert.ok(long > 0);
    await given.page.click(`[data-step="${long + 1}"] .quiet`);
    assert.match((await player()).text, /too long to be laid out/);
    await given.page.assertQuiet();
  });

  test("random orders give one state, and another state would be seen", async () => {
    const text = many();
    const { replay } = verify(text, { replay: true });
    await show(text);
    const shuffle = async () => {
      await given.page.click('[data-action="shuffle"]');
      await given.browser.evaluate(async () => {
        for (let i = 0; i < 500 && !document.querySelector("[data-shuffle]"); i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      assert.match((await seen('[data-shuffle="same"]'))[0], /25 random orders of 12 events give one state/);
      return given.browser.evaluate(() =>
        [...document.querySelectorAll("[data-order]")].map((row) => ({
          order: row.dataset.order.split(" ").map(Number),
          digest: row.dataset.digest,
          text: row.textContent,
        })),
      );
    };
    const first = await shuffle();
    assert.equal(first.length, 25);
    const inOrder = Array.from({ length: 12 }, (_, index) => index);
    for (const { order, digest, text } of first) {
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        inOrder,
      );
      assert.equal(digest, replay.rebuilt_sha256);
      assert.ok(text.includes(order.map((index) => index + 1).join(" ")) && text.includes(digest));
    }
    const orders = first.map(({ order }) => order);
    assert.ok(new Set(orders.map(String)).size > 20, "the orders are random");
    assert.deepEqual(
      mergeInOrders(text, orders),
      first.map(({ digest }) => digest),
    );
    const second = await shuffle();
    assert.notDeepEqual(
      second.map(({ order }) => order),
      orders,
    );
    await given.page.assertQuiet();
    // What the element says of digests that differ, which no document is known to give.
    const answer = (shuffled) =>
      given.browser.evaluate(async (shuffled) => {
        const element = document.querySelector("pith-replay");
        element.shuffled = shuffled;
        await element.updateComplete;
        const found = element.querySelector("[data-shuffle]");
        return [found.dataset.shuffle, found.textContent.trim()];
      }, shuffled);
    const digests = [replay.rebuilt_sha256, "0".repeat(64), replay.rebuilt_sha256];
    assert.deepEqual(await answer({ orders: orders.slice(0, 3), digests }), [
      "differs",
      "1 of 3 random orders give another state.",
    ]);
    assert.equal((await answer({ orders: orders.slice(0, 3), digests: [] }))[0], "differs");
    assert.deepEqual(await answer({ problem: "no reason" }), [
      "failed",
      "The events were not merged in other orders (no reason).",
    ]);
  });

  test("there is nothing to replay in a document without events, and nothing to shuffle in one event", async () => {
    await show(sample("state-1212.1787").bytes.toString("utf8"));
    assert.equal(await given.browser.evaluate(() => window.harness.counts("[data-step]")), 0);
    assert.equal(await given.browser.evaluate(() => window.harness.counts('[data-action="shuffle"]')), 0);
    await show(JSON.stringify([event("correction")]));
    assert.equal((await seen("[data-step]")).length, 1);
    assert.equal(await given.browser.evaluate(() => window.harness.counts('[data-action="shuffle"]')), 0);
    assert.match(await given.page.text(), /only one order/);
    await given.page.assertQuiet();
  });

  const files = (named) => {
    const paths = Object.entries(named).map(([name, text]) => {
      const path = join(given.folder, name);
      writeFileSync(path, text);
      return path;
    });
    return given.browser.setFile("input[type=file]", paths);
  };
  const table = () =>
    given.browser.evaluate(() =>
      [...document.querySelectorAll("pith-comparison tr[data-row]")].map((row) => ({
        name: row.dataset.row,
        differs: row.hasAttribute("data-differs"),
        marked: /differs/.test(row.querySelector("th").textContent),
        cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent.replaceAll(/\s+/g, " ").trim()),
        standings: [...row.querySelectorAll("td")].map((cell) => cell.dataset.standing),
        head: row.querySelector("th").textContent,
      })),
    );

  test("documents stand side by side: a column each, a row for each fact and event, the differing marked", async () => {
    const bundle = sample("bundle-1212.1787").bytes.toString("utf8");
    const named = {
      "a.json": bundle,
      "b.json": retitled(),
      "c.json": sample("state-1212.1787").bytes.toString("utf8"),
      "d.json": bundleWith([event("correction")]),
    };
    const comparison = compare(Object.entries(named).map(([name, input]) => ({ name, input })));
    await given.page.open();
    await files(named);
    await seen('[data-comparison="conflict"]');
    assert.equal((await seen("[data-document]")).length, 4);
    assert.equal((await seen("[data-conflict]")).length, comparison.conflicts.length);
    // What contradicts comes before everything else.
    const first = await given.browser.evaluate(
      () =>
        document
          .querySelector("[data-conflict]")
          .compareDocumentPosition(document.querySelector("[data-document]")) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    );
    assert.ok(first);
    const rows = await table();
    const facts = ["pith_number", "record_sha256", "canonical_sha256", "sha256", "sentence"];
    let counted = 0;
    for (const { name, differs, marked, cells } of rows) {
      assert.equal(cells.length, 4, name);
      assert.equal(marked, differs, name);
      if (!facts.includes(name)) continue;
      const values = comparison.documents.map((document) => document[name]);
      assert.equal(differs, new Set(values).size > 1, name);
      for (const [index, value] of values.entries())
        assert.ok(cells[index].includes(value), `${name} ${value}`);
      counted += 1;
    }
    assert.equal(counted, facts.length);
    assert.deepEqual(rows.find(({ name }) => name === "verdict").cells, [
      "Verified",
      "Broken",
      "Unsigned",
      "Consistent",
    ]);
    const events = rows.filter(({ name }) => name === "event");
    assert.equal(events.length, comparison.events.length);
    for (const { event_id, places } of comparison.events) {
      const row = events.find(({ head }) => head.includes(event_id));
      const standings = [0, 1, 2, 3].map(
        (index) => places.find(({ document }) => document === index)?.standing ?? "absent",
      );
      assert.deepEqual(row.standings, standings, event_id);
      assert.equal(row.differs, new Set(standings).size > 1, event_id);
    }
    const all = new Set(events.flatMap(({ standings }) => standings));
    assert.deepEqual([...all].sort(), ["absent", "invalid", "listed", "valid"]);
    assert.equal((await seen("[data-relation]")).length, 6);
    await given.page.assertQuiet();

    // On a narrow screen the table moves in its own box, and by keyboard too.
    await given.browser.size(320, 700);
    await narrow();
    const box = await given.browser.evaluate(() => {
      const box = document.querySelector(".side-by-side");
      return {
        moves: box.scrollWidth > box.clientWidth,
        focus: box.tabIndex,
        name: box.ariaLabel ?? box.getAttribute("aria-label"),
      };
    });
    await given.browser.size(1280, 900);
    assert.deepEqual(box, {
      moves: true,
      focus: 0,
      name: "4 documents in columns, what is compared in rows",
    });
  });

  test("equal documents have no row that differs", async () => {
    const bundle = sample("bundle-1212.1787").bytes.toString("utf8");
    await given.page.open();
    await files({ "a.json": bundle, "b.json": bundle });
    await seen('[data-relation="same"]');
    const rows = await table();
    assert.ok(rows.length > 8);
    assert.deepEqual(
      rows.filter(({ differs, marked }) => differs || marked),
      [],
    );
  });

  test("hostile strings in events run nothing and hide nothing", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    const { display } = strings;
    const inTypes = JSON.stringify(display.map(({ string }) => event(string, { created_at: string })));
    const payload = { list: display.map(({ string }) => string) };
    for (const [i, { string }] of display.entries()) payload[string] = i;
    const inPayload = bundleWith([event("correction", { payload })]);
    const assertShown = async (what, strings = display) => {
      const shown = await given.page.text();
      for (const { string, must_be_made_visible: must, why } of strings) {
        if (must) assert.ok(!shown.includes(string), `${what}: ${why} stands in the page as it is`);
        // A report has only the first 500 characters of a long one.
        const part = string.length > 500 ? string.slice(0, 400) : string;
        assert.ok(
          forms(part).some((form) => shown.includes(form)),
          `${what}: ${why} is not shown`,
        );
      }
      assert.deepEqual(await given.browser.evaluate(() => window.harness.foreign()), [], what);
    };
    await show(inTypes);
    const scripts = await given.browser.evaluate(() => window.harness.scripts());
    await assertShown("types");
    const said = await given.browser.evaluate(async () => {
      const element = document.querySelector("pith-replay");
      const slider = element.querySelector('[data-action="replay-step"]');
      const said = [];
      for (let at = 1; at <= Number(slider.max); at += 1) {
        slider.value = String(at);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await element.updateComplete;
        said.push(slider.getAttribute("aria-valuetext"));
      }
      return said;
    });
    assert.equal(said.length, 154);
    const hidden = display.filter(({ must_be_made_visible: must }) => must);
    for (const { string } of hidden)
      assert.ok(!said.some((each) => each.includes(string)), JSON.stringify(string));
    // In the state, unfolded as what the last step added.
    await show(inPayload);
    await given.page.click('[data-action="replay-last"]');
    await assertShown("a payload");
    // Side by side, also as the name of a file.
    await given.page.open();
    await given.browser.evaluate(
      (texts, names) => {
        const data = new DataTransfer();
        for (const [index, text] of texts.entries()) data.items.add(new File([text], names[index]));
        document.body.dispatchEvent(
          new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }),
        );
      },
      [inTypes, inPayload],
      [hidden[0].string, "<img src=x onerror=alert(1)>"],
    );
    await seen("[data-comparison]");
    await assertShown("side by side");
    assert.equal(await given.browser.evaluate(() => window.harness.scripts()), scripts);
    await given.page.assertQuiet();
  });

  test("the merge fits a narrow screen", async () => {
    await given.browser.size(320, 700);
    await show(many());
    await given.page.click('[data-action="replay-last"]');
    await given.page.click('[data-action="shuffle"]');
    await seen("[data-shuffle]");
    await given.page.text();
    await narrow();
    await given.browser.size(1280, 900);
  });
});

/** The ways in which a string may stand in the page: itself, its JSON, or a member's name in a pointer. */
function forms(string) {
  const json = canonicalize(JSON.stringify(string)).slice(1, -1);
  const name = string.replaceAll("~", "~0").replaceAll("/", "~1");
  return [string, json, name].map(visible);
}
