// The document as a tree, with what protects each value.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, hostileStrings, pkg, sample, samples } from "../documents.js";

const { verify, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);

const CLASSES = ["signed", "derived", "bound", "signature", "checksummed", "uncovered"];
/** How the page counts each class in a part of the document. */
const COUNTED = ["signed", "derived", "bound", "of a proof", "checksummed", "not covered"];

/** Groups of values beside a record, which nothing signs: 101 nodes to a group. */
function withMore(groups) {
  const values = (i) =>
    Object.fromEntries(Array.from({ length: 100 }, (_, j) => [`name ${j}`, `value ${i} ${j}`]));
  return changed("record-2101.05782", (record) => {
    record.more = Object.fromEntries(Array.from({ length: groups }, (_, i) => [`group ${i}`, values(i)]));
  });
}

/** The rows that the leaves of a report must give when all is open. */
function rowsOf(leaves) {
  const rows = [];
  let open = [];
  leaves.forEach(({ pointer, class: of }, leaf) => {
    const steps = pointer.split("/").slice(1);
    const inside = steps.slice(0, -1);
    const same = inside.findIndex((step, i) => step !== open[i]);
    const from = same < 0 ? inside.length : same;
    for (let i = from; i < inside.length; i += 1) rows.push({ level: i + 1, name: shown(inside[i]) });
    open = inside;
    rows.push({ level: steps.length, name: shown(steps.at(-1)), leaf: String(leaf), class: of });
  });
  return rows;
}

function shown(step) {
  return step === "" ? "empty name" : visible(step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

inEachBrowser((given) => {
  const evaluate = (...work) => given.browser.evaluate(...work);
  const press = async (...keys) => {
    for (const key of keys) await given.browser.press(key);
    await evaluate(() => window.harness.tree().then(() => undefined));
  };
  const open = async (text, name) => {
    await given.page.open();
    await given.page.drop(text, name);
    await given.page.verdict();
  };
  const rows = () => given.page.rows();
  const names = (rows) => rows.map((row) => `${"  ".repeat(row.level - 1)}${row.name}`);
  const look = async (search) => {
    await evaluate((search) => window.harness.fill('[data-action="find"]', search), search);
    return rows();
  };
  const only = async (of) => {
    await given.page.click(`[name="coverage-filter"][value="${of}"]`);
    return rows();
  };
  const click = async (selector) => {
    await given.page.click(selector);
    await evaluate(() => window.harness.tree().then(() => undefined));
  };
  const text = (selector) =>
    evaluate((selector) => document.querySelector(selector)?.textContent.trim(), selector);
  /** What has the focus, and what can have it in the tree. */
  const focus = () =>
    evaluate(() => ({
      row: document.activeElement.dataset.row,
      name: document.activeElement.querySelector(".quoted")?.textContent.trim(),
      heading: document.activeElement.localName === "h3",
      stops: [...document.querySelectorAll('[role="treeitem"][tabindex="0"]')].map((row) => row.dataset.row),
      seen: (() => {
        const tree = document.querySelector('[role="tree"]').getBoundingClientRect();
        const row = document.activeElement.getBoundingClientRect();
        return row.top >= tree.top - 1 && row.bottom <= tree.bottom + 1;
      })(),
    }));
  const at = async (name, row) => {
    const found = await focus();
    assert.equal(found.name, name);
    if (row !== undefined) assert.equal(found.row, String(row));
    assert.deepEqual(found.stops, [found.row], "one way in by the keyboard");
    assert.ok(found.seen, `${name} is not to be seen`);
  };
  const scrollTo = async (share) => {
    await evaluate(
      (share) =>
        new Promise((resolve) => {
          const tree = document.querySelector('[role="tree"]');
          tree.scrollTop = share * (tree.scrollHeight - tree.clientHeight);
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
      share,
    );
    await evaluate(() => window.harness.tree().then(() => undefined));
  };
  /** The rows that can be seen, from the top, and whether they fill the tree. */
  const inSight = () =>
    evaluate(() => {
      const tree = document.querySelector('[role="tree"]').getBoundingClientRect();
      const rows = [...document.querySelectorAll(".rows > .row")]
        .map((row) => ({ row, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > tree.top + 1 && box.top < tree.bottom - 1)
        .sort((a, b) => a.box.top - b.box.top);
      return {
        names: rows.map(({ row }) => row.querySelector(".quoted")?.textContent.trim() ?? null),
        // The tree has a line above and below.
        filled: rows[0].box.top <= tree.top + 2 && rows.at(-1).box.bottom >= tree.bottom - 2,
        drawn: document.querySelectorAll(".rows > .row").length,
      };
    });

  test("every value of every sample has its class, and the sums are those of the report", async () => {
    let counted = 0;
    for (const { name, bytes, file } of samples) {
      const { leaves, sentence, ...sums } = verify(bytes).coverage;
      await open(bytes.toString("utf8"), file);
      const found = await rows();
      const wanted = rowsOf(leaves);
      assert.deepEqual(
        found.map(({ level, name, leaf, class: of }) =>
          leaf ? { level, name, leaf, class: of } : { level, name },
        ),
        wanted,
        name,
      );
      for (const row of found.filter(({ leaf }) => leaf)) {
        const leaf = leaves[Number(row.leaf)];
        const label = { signature: "Proof", uncovered: "Not covered" }[leaf.class];
        assert.match(row.text, new RegExp(label ?? leaf.class, "i"));
        if (leaf.keys.length > 0) assert.match(row.text, /Signed by pith-v1-2026-05$/);
        if (!("cut" in row))
          assert.ok(row.text.includes(visible(leaf.value).replaceAll(/\s+/g, " ")), leaf.pointer);
        counted += 1;
      }
      const part = await text("pith-coverage .body");
      assert.ok(part.includes(sentence), name);
      const said = await text("pith-coverage .sum");
      assert.match(
        said,
        new RegExp(`^${sums.signed === 0 ? "None" : sums.signed} of ${sums.total} values are signed$`),
      );
      const choices = await evaluate(() =>
        [...document.querySelectorAll(".choice")].map((choice) => [
          choice.querySelector("input").value,
          Number(choice.querySelector(".number").textContent),
        ]),
      );
      const present = CLASSES.filter((of) => of === "uncovered" || sums[of] > 0).toReversed();
      assert.deepEqual(choices, [...present.map((of) => [of, sums[of]]), ["all", sums.total]], name);
      await given.page.assertQuiet();
    }
    assert.equal(counted, 4 * 294 + 33 + 22 + 141 + 124);
  });

  test("a class alone is listed, in its place in the document", async () => {
    const { bytes } = sample("record-2101.05782");
    const { leaves } = verify(bytes).coverage;
    await open(bytes.toString("utf8"));
    for (const of of CLASSES) {
      const found = (await only(of)).filter(({ leaf }) => leaf);
      const wanted = leaves.flatMap((leaf, index) => (leaf.class === of ? [String(index)] : []));
      assert.deepEqual(
        found.map(({ leaf }) => leaf),
        wanted,
        of,
      );
      assert.equal(await text(`[data-listed="${wanted.length}"]`), `${wanted.length} of 141 values listed`);
    }
    assert.equal((await only("all")).filter(({ leaf }) => leaf).length, 141);
    // What nothing protects is the first choice, also where there is none.
    await open(sample("state-1212.1787").bytes.toString("utf8"));
    assert.deepEqual(await only("uncovered"), []);
    assert.equal(await text("[data-none]"), "No value of the document fits.");
    assert.equal((await only("all")).filter(({ leaf }) => leaf).length, 124);
  });

  test("a place and a value are found", async () => {
    await open(sample("record-2101.05782").bytes.toString("utf8"));
    assert.deepEqual(names(await look("live MIGRATION for")), [
      "paper",
      "  title",
      "graph_snapshot",
      "  paper",
      "    title",
    ]);
    assert.deepEqual((await look("/source/kind")).map(({ name }) => name).slice(0, 2), ["source", "kind"]);
    assert.equal((await look("no such thing")).length, 0);
    assert.ok((await text("[data-none]")).length > 0);
    assert.equal(await evaluate(() => document.activeElement.dataset.action ?? null), null);
    await look("/paper/");
    const both = await only("bound");
    assert.deepEqual(names(both), ["paper", "  title", "graph_snapshot", "  paper", "    title"]);
    assert.equal((await look("/graph")).filter(({ leaf }) => leaf).length, 1);
    assert.equal((await look("")).filter(({ leaf }) => leaf).length, 2);
  });

  test("what is pasted into the search is looked for, and is no document", async () => {
    await open(sample("record-2101.05782").bytes.toString("utf8"));
    const taken = await evaluate(() => {
      const paste = new Event("paste", { bubbles: true, cancelable: true });
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "title");
      Object.defineProperty(paste, "clipboardData", { value: clipboardData });
      return !document.querySelector('[data-action="find"]').dispatchEvent(paste);
    });
    assert.equal(taken, false);
    assert.equal((await given.page.verdict())[0].word, "verified");
  });

  test("containers fold, and say what is in them", async () => {
    const { bytes } = sample("record-2101.05782");
    const { leaves } = verify(bytes).coverage;
    await open(bytes.toString("utf8"));
    const all = await rows();
    await click('[data-action="fold"]');
    const folded = await rows();
    assert.deepEqual(
      folded.map(({ name }) => name),
      Object.keys(JSON.parse(bytes.toString("utf8"))),
    );
    assert.equal(await text("[data-listed]"), "141 values listed");
    let counted = 0;
    for (const row of folded.filter(({ leaf }) => !leaf)) {
      const inside = leaves.filter(({ pointer }) => pointer.startsWith(`/${row.name}/`));
      const sums = CLASSES.map((of) => inside.filter((leaf) => leaf.class === of).length);
      const present = CLASSES.flatMap((of, i) =>
        sums[i] > 0 ? [`${sums[i]} ${COUNTED[i]}`] : [],
      ).toReversed();
      assert.equal(row.text, `${row.name} ${present.join(" ")}`);
      assert.equal(
        row.class,
        CLASSES.findLast((_, i) => sums[i] > 0),
        "the worst class",
      );
      assert.equal(row.expanded, "false");
      counted += 1;
    }
    assert.ok(counted >= 9);
    const paper = folded.find(({ name }) => name === "paper");
    await click(`[data-node="${paper.node}"]`);
    const some = await rows();
    assert.ok(some.length > folded.length && some.length < all.length);
    const title = some.find(({ name }) => name === "title");
    assert.deepEqual([title.level, title.position.split(" of ")[0]], [2, "1"]);
    await click(`[data-node="${paper.node}"]`);
    assert.deepEqual(
      await rows(),
      folded.map((row) => row),
    );
    await click('[data-action="unfold"]');
    assert.deepEqual(await rows(), all);
  });

  test("the keyboard moves, folds and opens", async () => {
    await open(sample("bundle-1212.1787").bytes.toString("utf8"));
    await rows();
    await evaluate(() => document.querySelector('[role="treeitem"][tabindex="0"]').focus());
    await at("bundle_type", 0);
    await press("ArrowDown", "ArrowDown");
    await at("pith_number", 2);
    await press("ArrowUp");
    await at("bundle_version", 1);
    await press("End");
    const last = await focus();
    assert.equal(Number(last.row), (await rows()).length - 1);
    await press("Home");
    await at("bundle_type", 0);
    await press("ArrowUp");
    await at("bundle_type", 0);
    // A container: open it, go in, come back, close it, and not beyond the top.
    await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
    await at("canonical_record", 4);
    await press("ArrowRight", "ArrowRight");
    await at("id", 6);
    await press("ArrowRight");
    await at("id", 6);
    await press("ArrowLeft");
    await at("source", 5);
    await press("ArrowLeft");
    await at("source", 5);
    assert.equal((await rows())[5].expanded, "false");
    await press("ArrowLeft", "ArrowLeft");
    await at("canonical_record", 4);
    assert.equal((await rows())[4].expanded, "false");
    await press("ArrowLeft");
    await at("canonical_record", 4);
    await press("Enter");
    assert.equal((await rows())[4].expanded, "true");
    assert.equal((await rows())[5].expanded, "false", "what was closed in it is still closed");
    await press(" ");
    assert.equal((await rows())[4].expanded, "false");
    await at("canonical_record", 4);
    // All beside each other.
    await click('[data-action="fold"]');
    await evaluate(() => document.querySelector('[role="treeitem"][tabindex="0"]').focus());
    await press("Home", "*");
    const tops = (await rows()).filter(({ level }) => level === 1);
    assert.ok(tops.every(({ expanded }) => expanded !== "false"));
    assert.ok((await rows()).some(({ level, expanded }) => level === 2 && expanded === "false"));
    await at("bundle_type", 0);
    // A value: to all about it, and back.
    await press("Enter");
    assert.equal((await focus()).heading, true);
    await press("Escape");
    await at("bundle_type", 0);
    await press("PageDown");
    assert.ok(Number((await focus()).row) > 5);
    await press("PageUp");
    await at("bundle_type", 0);
    await given.page.assertQuiet();
  });

  test("of a value all is told, and each check that reaches it leads to it", async () => {
    const { bytes } = sample("bundle-1212.1787");
    const report = verify(bytes);
    await open(bytes.toString("utf8"));
    let counted = 0;
    for (const row of (await rows()).filter(({ leaf }) => leaf).filter((_, i) => i % 25 === 0)) {
      const leaf = report.coverage.leaves[Number(row.leaf)];
      const told = await evaluate((node) => window.harness.detail(node), row.node);
      assert.ok(told.includes(visible(leaf.pointer)), leaf.pointer);
      assert.ok(told.includes(visible(leaf.value)), leaf.pointer);
      for (const key of leaf.keys) assert.ok(told.includes(report.keys[key].key_id));
      const buttons = await evaluate(() => {
        const led = [];
        const note = ({ detail }) => led.push(detail);
        document.addEventListener("pith-go", note);
        const found = [...document.querySelectorAll("[data-go]")];
        for (const button of found) button.click();
        document.removeEventListener("pith-go", note);
        return { led, said: found.map((button) => Number(button.dataset.go)) };
      });
      assert.deepEqual(buttons, { led: leaf.checks, said: leaf.checks });
      counted += leaf.checks.length;
    }
    assert.ok(counted > 30);
    const [container] = (await rows()).filter(({ leaf }) => !leaf);
    const told = await evaluate((node) => window.harness.detail(node), container.node);
    assert.match(told, /\/canonical_record.*10 signed/s);
  });

  test("of a document of 50,000 values only some rows are in the page, and all can be reached", async () => {
    const document = withMore(500);
    const { leaves } = verify(document).coverage;
    assert.equal(leaves.length, 50_141);
    await open(document);
    // It starts with its parts.
    const parts = names(await rows());
    assert.deepEqual(parts, Object.keys(JSON.parse(document)));
    await click('[data-action="unfold"]');
    const total = rowsOf(leaves).length;
    assert.equal(
      await evaluate(() => document.querySelector('[data-rows="window"]').dataset.total),
      String(total),
    );
    const first = await inSight();
    assert.ok(first.drawn < 150, `${first.drawn} rows are drawn`);
    assert.equal(first.names[0], "record_type");
    await scrollTo(1);
    const end = await inSight();
    assert.ok(end.drawn < 150 && end.filled, `${end.drawn} rows are drawn`);
    // The leaves of the added part come last.
    assert.equal(end.names.at(-1), "name 99");
    const [last] = await evaluate(() =>
      [...document.querySelectorAll("[data-leaf]")]
        .map((row) => Number(row.dataset.leaf))
        .sort((a, b) => b - a),
    );
    assert.equal(last, leaves.length - 1);
    for (const share of [0.5, 0.013, 0.87, 0]) {
      await scrollTo(share);
      const sight = await inSight();
      assert.ok(sight.filled && sight.drawn < 150, `${share}: ${JSON.stringify(sight)}`);
      assert.ok(!sight.names.includes(null), `${share}: a row has not come`);
    }
    // By the keyboard, with the focus on a row that is far away by then.
    await evaluate(() => document.querySelector('[role="treeitem"][tabindex="0"]').focus());
    await at("record_type", 0);
    await scrollTo(0.6);
    assert.equal((await focus()).row, "0", "the focus stays on its row");
    await press("ArrowDown");
    await at("schema_url", 1);
    await press("End");
    await at("name 99", total - 1);
    await press("PageUp", "PageUp", "PageUp", "PageDown", "PageDown", "PageDown");
    await at("name 99", total - 1);
    await press("ArrowLeft");
    await at("group 499");
    await press("ArrowLeft");
    await at("group 499", total - 101);
    assert.equal(
      await evaluate(() => document.querySelector('[data-rows="window"]').dataset.total),
      String(total - 100),
    );
    await press("ArrowLeft");
    await at("more", total - 500 * 101 - 1);
    await press("Home");
    await at("record_type", 0);
    // The search looks through all of it.
    assert.deepEqual(
      (await look("value 321 7")).filter(({ leaf }) => leaf).map(({ name }) => name),
      ["name 7", ...Array.from({ length: 10 }, (_, i) => `name 7${i}`)],
    );
    await given.page.assertQuiet();
  });

  test("rows keep their places in a list that is taller than a browser can draw", async () => {
    await open(withMore(620));
    await click('[data-action="unfold"]');
    await evaluate(() => {
      document.querySelector("pith-tree").style.setProperty("--row", "250px");
    });
    await scrollTo(0);
    const height = await evaluate(() => document.querySelector('[role="tree"]').scrollHeight);
    assert.ok(height < 17_000_000, "all browsers can draw it");
    assert.ok(height > 1_000_000 && height < 62_000 * 250, "it is shortened");
    assert.equal((await inSight()).names[0], "record_type");
    await scrollTo(1);
    const end = await inSight();
    assert.ok(end.filled && end.names.at(-1) === "name 99", JSON.stringify(end));
    await scrollTo(0.5);
    assert.ok((await inSight()).filled);
    await evaluate(() => document.querySelector('[role="treeitem"][tabindex="0"]').focus());
    await press("ArrowDown");
    await at("schema_url", 1);
    await press("End");
    await at("name 99");
    await press("ArrowUp");
    await at("name 98");
    await press("Home");
    await at("record_type", 0);
  });

  test("hostile names and values are shown, with what hides made visible", async (t) => {
    const strings = hostileStrings()?.display;
    if (!strings) return t.skip("the vectors are not here");
    const texts = strings.map(({ string }) => string);
    await open(
      changed("record-2101.05782", (record) => {
        record.values = texts;
        record.names = Object.fromEntries(texts.map((text, i) => [text, i]));
      }),
    );
    const found = await look("/names/");
    const shownNames = found.filter(({ leaf }) => leaf);
    assert.equal(shownNames.length, new Set(texts).size);
    for (const row of shownNames.filter((row) => !("cut" in row))) {
      const value = Number(/\d+(?= )/.exec(row.text.slice(row.name.length))[0]);
      const wanted = texts[value] === "" ? "empty name" : visible(texts[value]).trim();
      assert.equal(row.name, wanted);
    }
    const shownValues = (await look("/values/")).filter(({ leaf }) => leaf);
    assert.equal(shownValues.length, texts.length);
    let counted = 0;
    for (const row of shownValues) {
      const { string, must_be_made_visible: must } = strings[Number(row.name)];
      if (must) assert.ok(!row.text.includes(string), JSON.stringify(string));
      counted += must ? 1 : 0;
    }
    assert.ok(counted > 50);
    assert.deepEqual(await evaluate(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("a text too long to be drawn comes in parts", async () => {
    const long = "0123456789".repeat(5_000);
    await open(changed("record-2101.05782", (record) => Object.assign(record, { long: `${long}end` })));
    const [row] = (await look("/long")).filter(({ name }) => name === "long");
    assert.ok("cut" in row);
    const told = await evaluate((node) => window.harness.detail(node), row.node);
    assert.match(told, /Characters 1 to 20,000 of 50,005/);
    assert.ok(told.includes(`"${long}end"`));
  });

  test("an answer about an older document is not drawn", async () => {
    await open(withMore(100));
    await click('[data-action="unfold"]');
    await evaluate((text) => {
      const tree = document.querySelector('[role="tree"]');
      for (let i = 0; i < 20; i += 1) tree.scrollTop = (tree.scrollHeight * i) / 20;
      window.harness.drop(text, "state.json");
      tree.scrollTop = 0;
    }, sample("state-1212.1787").bytes.toString("utf8"));
    await given.page.verdict("unsigned");
    const { leaves } = verify(sample("state-1212.1787").bytes).coverage;
    assert.deepEqual(
      (await rows()).map(({ level, name }) => ({ level, name })),
      rowsOf(leaves).map(({ level, name }) => ({ level, name })),
    );
  });

  test("when the verifier was started anew, the list is gone, and says so", async () => {
    await open(withMore(100));
    await click('[data-action="unfold"]');
    const sum = await text("pith-coverage .sum");
    await evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function end(...given) {
        Worker.prototype.postMessage = postMessage;
        postMessage.apply(this, given);
        this.dispatchEvent(new ErrorEvent("error", { message: "ended by a test", cancelable: true }));
      };
    });
    await evaluate(() => {
      document.querySelector('[role="tree"]').scrollTop = 100_000;
    });
    const [notice] = await evaluate(() => window.harness.seen("[data-gone]"));
    assert.match(notice, /no longer has the list/);
    assert.equal(await text("pith-coverage .sum"), sum, "the sums are still those of the report");
    assert.equal(
      await evaluate(() => window.harness.counts('[role="tree"], [data-action="find"], .choice')),
      0,
    );
    assert.equal((await given.page.verdict())[0].word, "verified");
    // The next document has its list.
    await given.page.drop(sample("state-1212.1787").bytes.toString("utf8"));
    await given.page.verdict("unsigned");
    assert.ok((await rows()).length > 124);
  });

  test("it fits a screen of 320 pixels", async () => {
    await given.browser.size(320, 700);
    await open(sample("bundle-1212.1787").bytes.toString("utf8"));
    await rows();
    const over = await evaluate(() => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      tree: (() => {
        const tree = document.querySelector('[role="tree"]');
        return tree.scrollWidth - tree.clientWidth;
      })(),
      // The class stands below the value, to be read.
      tags: [...document.querySelectorAll(".row > .tag")]
        .slice(0, 5)
        .map(
          (tag) => tag.getBoundingClientRect().top > tag.previousElementSibling.getBoundingClientRect().top,
        ),
    }));
    await given.browser.size(1280, 900);
    assert.ok(over.page <= 0 && over.tree <= 0, JSON.stringify(over));
    assert.ok(over.tags.length === 5 && over.tags.every(Boolean));
  });
});
