// The picture of the evidence: `data-graph` on it, `data-part` on its boxes, `data-link`, `data-outcome` and
// `data-checks` on its labels, `data-listed-link` on the lines of the list below it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { PNG } from "pngjs";
import { inEachBrowser } from "../browsers.js";
import { changed, faults, hostileStrings, pkg, retitled, sample, samples } from "../documents.js";

const { verify, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);

/** From the worst to the best. */
const OUTCOMES = ["failed", "noted", "not_checked", "passed"];
const WORDS = { failed: "failed", noted: "noted", not_checked: "not checked", passed: "passed" };

const bundle = () => JSON.parse(sample("bundle-1212.1787").bytes);

/** A bundle of many events of five types, every seventh of which fails. */
const crowded = () => {
  const document = bundle();
  const [created, snapshot] = document.events;
  document.events = Array.from({ length: 30 }, (_, i) => {
    if (i % 7 === 6) return { ...created, event_type: `type ${i % 3}` };
    return i % 2 === 0 ? created : snapshot;
  });
  return JSON.stringify(document);
};

/** One with more checks of a subject than are drawn at once, and events of a type only beyond these. */
const long = () => {
  const document = bundle();
  const [created, snapshot] = document.events;
  document.events = [...Array.from({ length: 110 }, () => created), snapshot, snapshot];
  return JSON.stringify(document);
};

/** Documents of every kind. */
const DOCUMENTS = {
  ...Object.fromEntries(samples.map(({ name, bytes }) => [name, bytes.toString("utf8")])),
  broken: retitled(),
  events: JSON.stringify(bundle().events),
  "one event": JSON.stringify(bundle().events[0]),
  "events in an object": JSON.stringify({ events: bundle().events }),
  "a canonical record": JSON.stringify(bundle().canonical_record),
  "a key object": JSON.stringify(JSON.parse(sample("pith-mirrors").bytes).mirrors[0].public_key),
  "many events": crowded(),
  "no events": changed("bundle-1212.1787", (document) => delete document.events),
  "no signature": changed("bundle-1212.1787", (document) => delete document.bundle_signature),
  "a key of another": changed("bundle-1212.1787", (document) => {
    document.public_keys[0].public_key_hex = "00".repeat(32);
  }),
};

/** A page without a policy, and the file that was saved. */
const TEXTS = {
  "/bare.html": "<!doctype html><meta charset=utf-8><title>bare</title><link rel=icon href=data:,>",
  "/saved.svg": "",
};

inEachBrowser(
  (given) => {
    const inPage = (work, ...args) => given.browser.evaluate(work, ...args);
    let dropped = 0;

    /** Drops a document on the page and waits for its picture. */
    async function show(text) {
      dropped += 1;
      await given.page.drop(text, `document ${dropped}.json`);
      await inPage(pictured, `document ${dropped}.json`);
      return verify(text);
    }

    test("every check is behind one label, which shows the worst outcome of its checks", async () => {
      await given.page.open();
      const integrity = faults
        .filter(({ of }) => /^(integrity|signature|event|key)\//.test(of))
        .map(({ of, bytes }) => [of, bytes.toString("utf8")]);
      assert.ok(integrity.length > 10);
      let counted = 0;
      for (const [what, text] of [...Object.entries(DOCUMENTS), ...integrity]) {
        const { checks } = verify(text);
        if (checks.length === 0) continue;
        await show(text);
        const { parts, labels, listed } = await inPage(picture);
        const behind = labels.flatMap((label) => label.checks);
        assert.deepEqual(
          behind.toSorted((a, b) => a - b),
          checks.map((_, index) => index),
          what,
        );
        for (const { link, outcome, checks: indices, text, name } of labels) {
          const outcomes = indices.map((index) => checks[index].outcome);
          const worst = OUTCOMES.find((each) => outcomes.includes(each));
          assert.equal(outcome, worst, `${what}: ${link}`);
          assert.ok(text.includes(WORDS[worst]), `${what}: ${link} says ${text}`);
          for (const each of OUTCOMES.filter((each) => outcomes.includes(each) && outcomes.length > 1)) {
            const number = outcomes.filter((one) => one === each).length;
            assert.ok(name.includes(`${number} ${WORDS[each]}`), `${what}: ${link} is called ${name}`);
          }
        }
        assert.ok(parts.length <= 25, `${what}: ${parts.length} parts`);
        assert.equal(new Set(parts).size, parts.length, what);
        assert.equal(
          new Set(labels.map(({ name }) => name)).size,
          labels.length,
          `${what}: two labels of one name`,
        );
        assert.deepEqual(
          listed,
          labels
            .map(({ link, name }) => ({ link, name }))
            .toSorted((a, b) => order(listed, a) - order(listed, b)),
          what,
        );
        counted += 1;
      }
      assert.ok(counted > 30);
      await given.page.assertQuiet();
    });

    test("events that fail stand out of many, and the others stand by their type", async () => {
      await given.page.open();
      const { checks } = await show(DOCUMENTS["many events"]);
      const { parts, labels } = await inPage(picture);
      const digests = labels.filter(({ link }) => link.startsWith("event_digest"));
      const failed = digests.filter(({ outcome }) => outcome === "failed");
      const [first, second, others] = failed.map(({ checks }) => checks);
      const failing = checks.flatMap(({ name, outcome }, index) =>
        name === "event.digest" && outcome === "failed" ? [index] : [],
      );
      assert.equal(failing.length, 4);
      assert.deepEqual([first.length, second.length, others.length], [2, 2, 4]);
      assert.ok(first.includes(failing[0]) && second.includes(failing[1]));
      const texts = await inPage(() => window.harness.seen('[data-part^="event type"]'));
      assert.deepEqual(texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).toSorted(), [
        "13 events graph_snapshot",
        "13 events record_created",
      ]);
      assert.ok(parts.includes("state") && parts.includes("bundle_digest"));
      await given.page.assertQuiet();
    });

    test("what could not be read has no picture", async () => {
      await given.page.open();
      await show(DOCUMENTS.broken);
      await given.page.drop("no JSON");
      await given.page.verdict("unreadable");
      for (const selector of ["[data-graph]", "[data-part]", '[data-action^="save-graph"]']) {
        assert.equal(await inPage((selector) => window.harness.counts(selector), selector), 0, selector);
      }
      await given.page.assertQuiet();
    });

    test("a click on a label leads to its check", async () => {
      await given.page.open();
      for (const [text, each] of [
        [DOCUMENTS.broken, 1],
        [DOCUMENTS["many events"], 4],
      ]) {
        const report = await show(text);
        const { labels } = await inPage(picture);
        for (const label of labels.filter((_, index) => index % each === 0)) {
          await inPage(clickLabel, label.link);
          assertLed(report, label, await inPage(arrived, before(report, label)));
        }
      }
      await given.page.assertQuiet();
    });

    test("a click leads to a check beyond those that are drawn at once", async () => {
      await given.page.open();
      const report = await show(long());
      const { labels } = await inPage(picture);
      const drawn = (await given.page.checks()).map(({ name, pointer }) => `${name} ${pointer}`);
      const beyond = labels.filter((label) => {
        const { name, pointer } = before(report, label);
        return !drawn.includes(`${name} ${pointer}`);
      });
      assert.ok(beyond.length > 0);
      for (const label of beyond) {
        await inPage(clickLabel, label.link);
        assertLed(report, label, await inPage(arrived, before(report, label)));
      }
      await given.page.assertQuiet();
    });

    test("the Enter key leads to the check, and so does the list", async () => {
      await given.page.open();
      const report = await show(DOCUMENTS.broken);
      const { labels } = await inPage(picture);
      for (const label of labels.filter((_, index) => index % 4 === 0)) {
        await inPage((link) => document.querySelector(`[data-link="${link}"]`).focus(), label.link);
        await given.browser.press("Enter");
        assertLed(report, label, await inPage(arrived, before(report, label)));
      }
      for (const label of labels.filter((_, index) => index % 4 === 1)) {
        await inPage(
          (link) => document.querySelector(`[data-listed-link="${link}"] button`).click(),
          label.link,
        );
        assertLed(report, label, await inPage(arrived, before(report, label)));
      }
      await given.page.assertQuiet();
    });

    test("every label is reached by the keyboard, in the order in which it is drawn", async () => {
      await given.page.open();
      await show(DOCUMENTS["record-2101.05782"]);
      const { labels } = await inPage(picture);
      await inPage((link) => document.querySelector(`[data-link="${link}"]`).focus(), labels[0].link);
      const reached = [];
      for (const _ of labels) {
        reached.push(await inPage(() => document.activeElement?.dataset.link ?? null));
        await given.browser.press("Tab");
      }
      assert.deepEqual(
        reached,
        labels.map(({ link }) => link),
      );
      await given.page.assertQuiet();
    });

    test("nothing stands on or outside of anything, at any width", async () => {
      await given.page.open();
      for (const text of [
        DOCUMENTS["many events"],
        DOCUMENTS["record-2101.05782"],
        titled("宛".repeat(80)),
      ]) {
        await show(text);
        for (const width of [320, 420, 700, 1000, 1280, 1920]) {
          await given.browser.size(width, 900);
          await inPage(settled);
          const { over, faults, layout, room, least } = await inPage(measured);
          assert.ok(over <= 0, `${over} pixels stand out at ${width}`);
          assert.deepEqual(faults, [], `at ${width}`);
          assert.equal(layout, room >= 640 ? "wide" : "tall");
          assert.ok(least.text >= 12 && least.label >= 24, JSON.stringify(least));
        }
      }
      await given.browser.size(1280, 900);
      await given.page.assertQuiet();
    });

    test("the picture is saved as an SVG that stands alone", async () => {
      await given.page.open();
      const saved = [];
      for (const text of [DOCUMENTS.broken, DOCUMENTS["record-2101.05782"], DOCUMENTS["many events"]]) {
        const report = await show(text);
        const { labels } = await inPage(picture);
        saved.push({ report, labels, ...(await kept("svg")) });
      }
      await given.page.assertQuiet();
      for (const { report, labels, type, bytes } of saved) {
        assert.equal(type, "image/svg+xml");
        TEXTS["/saved.svg"] = bytes;
        await given.browser.open(`${given.server.address}/saved.svg`);
        const read = await inPage(standing);
        assert.deepEqual(read.foreign, []);
        assert.equal(read.root, "svg");
        for (const says of [report.verdict.sentence, report.sha256]) {
          assert.ok(read.description.includes(says), says);
          assert.ok(compact(read.texts).includes(compact(says)), says);
        }
        for (const { text, name } of labels) {
          assert.ok(compact(read.texts).includes(compact(text)), text);
          assert.ok(compact(read.description).includes(compact(name)), name);
        }
      }
    });

    test("the picture is saved as a PNG of twice its size", async () => {
      await given.page.open();
      for (const [text, width] of [
        [DOCUMENTS.broken, 1280],
        [DOCUMENTS["record-2101.05782"], 420],
        [titled("\u202e\ud83d\ude00 <b>&amp;\u0000"), 1280],
      ]) {
        await given.browser.size(width, 900);
        await show(text);
        await inPage(settled);
        const svg = (await kept("svg")).bytes.toString("utf8");
        const [wide, high] = ["width", "height"].map((name) =>
          Number(new RegExp(` ${name}="(\\d+)"`).exec(svg)[1]),
        );
        const { type, bytes } = await kept("png");
        assert.equal(type, "image/png");
        assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        const png = PNG.sync.read(bytes);
        assert.deepEqual([png.width, png.height], [2 * wide, 2 * high]);
        // Something is drawn, on paper: many colours, none of it see-through.
        const pixels = new Uint32Array(png.data.buffer, png.data.byteOffset, png.width * png.height);
        assert.ok(new Set(pixels).size > 20);
        assert.ok(pixels.every((pixel) => pixel >>> 24 === 255));
      }
      await given.browser.size(1280, 900);
      await given.page.assertQuiet();
    });

    test("hostile strings stand in the picture as text and nothing else", async (t) => {
      const strings = hostileStrings();
      if (!strings) return t.skip("the vectors are not here");
      const texts = [
        ...strings.display.map(({ string, must_be_made_visible: must }) => ({ text: string, must })),
        ...strings.urls.map(({ url }) => ({ text: url, must: false })),
      ].filter(({ text }) => text !== "");
      await given.page.open();
      const scripts = await inPage(() => window.harness.scripts());
      const found = [];
      // Six strings to a document, one for each place.
      for (let i = 0; i < texts.length; i += 6) {
        const some = texts.slice(i, i + 6);
        const at = (n) => some[n % some.length].text;
        await show(
          changed("bundle-1212.1787", (document) => {
            document.events[1].payload.graph_snapshot.paper.title = at(0);
            document.canonical_record.source.id = at(1);
            document.pith_number = at(2);
            const [created, snapshot] = document.events;
            delete document.state;
            document.events = [
              { ...created, event_type: at(3) },
              snapshot,
              ...[4, 5].map((n) => ({ event_type: at(n) })),
            ];
          }),
        );
        const [shown] = await inPage(() => window.harness.seen("[data-graph]"));
        found.push({ some, shown, saved: (await kept("svg")).bytes.toString("utf8") });
      }
      assert.equal(await inPage(() => window.harness.scripts()), scripts);
      assert.deepEqual(await inPage(() => window.harness.foreign()), []);
      await given.page.assertQuiet();
      await given.browser.open(`${given.server.address}/bare.html`);
      let counted = 0;
      for (const { some, shown, saved } of found) {
        const read = await inPage(standing, saved);
        assert.deepEqual(read.foreign, []);
        for (const where of [read.texts, shown]) {
          for (const { text, must } of some) {
            if (must) assert.ok(!where.includes(text), `${JSON.stringify(text)} stands there as it is`);
            const beginning = compact(visible(text)).slice(0, 12);
            assert.ok(compact(where).includes(beginning), `not shown: ${JSON.stringify(text.slice(0, 200))}`);
            counted += 1;
          }
        }
      }
      assert.equal(counted, 2 * texts.length);
      assert.ok(texts.length > 250);
    });

    /** What is saved by a button. */
    async function kept(form) {
      const save = `[data-action="save-graph-${form}"]`;
      const { type, base64 } = await inPage((save) => window.harness.savedFile(save), save);
      return { type, bytes: Buffer.from(base64, "base64") };
    }
  },
  { texts: TEXTS },
);

function titled(title) {
  return changed("bundle-1212.1787", (document) => {
    document.events[1].payload.graph_snapshot.paper.title = title;
  });
}

function order(listed, { link }) {
  return listed.findIndex((each) => each.link === link);
}

/** White space is layout: lines are broken where they have to be. */
function compact(text) {
  return text.replaceAll(/\s/g, "");
}

/** The check that a label leads to: the one that decided the verdict, else the first of the worst. */
function before({ checks, verdict }, { checks: indices, outcome }) {
  const leads = indices.includes(verdict.failing)
    ? verdict.failing
    : indices.find((index) => checks[index].outcome === outcome);
  const { name, pointer } = checks[leads];
  return { name, pointer, outcome };
}

function assertLed(report, label, found) {
  assert.deepEqual(found, { ...before(report, label), open: true, seen: true }, label.link);
}

/** Everything in the picture. Runs in the page. */
function picture() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const spaced = (text) => text.replaceAll(/\s+/g, " ").trim();
  return {
    parts: all("[data-part]").map((element) => element.dataset.part),
    labels: all("[data-link]").map((element) => ({
      link: element.dataset.link,
      outcome: element.dataset.outcome,
      checks: element.dataset.checks.split(" ").map(Number),
      text: spaced([...element.querySelectorAll("text")].map((text) => text.textContent).join(" ")),
      name: spaced(element.querySelector("title").textContent),
    })),
    listed: all("[data-listed-link]").map((element) => ({
      link: element.dataset.listedLink,
      name: spaced(element.querySelector("button").textContent),
    })),
  };
}

/** Runs in the page. */
function clickLabel(link) {
  document
    .querySelector(`[data-link="${link}"]`)
    .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

/** Waits until the focus is on a check and the page stands still, and says where. Runs in the page. */
async function arrived({ name, pointer, outcome }) {
  let found = null;
  let top = NaN;
  for (let i = 0; i < 250; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const focused = document.activeElement;
    const check = focused?.closest("[data-check]");
    const box = focused?.getBoundingClientRect();
    const still = box?.top === top;
    top = box?.top;
    if (!check) continue;
    const { check: its, pointer: place, outcome: said } = check.dataset;
    found = {
      name: its,
      pointer: place,
      outcome: said,
      open: focused.matches("summary") && focused.parentElement.open,
      seen: box.height > 0 && box.top >= 0 && box.bottom <= innerHeight,
    };
    const isIt = its === name && place === pointer && said === outcome;
    if (isIt && still && found.seen) break;
  }
  return found;
}

/** Waits for the picture of a document of that name. Runs in the page. */
async function pictured(name) {
  for (let i = 0; i < 1000; i += 1) {
    const isIt = document.querySelector("pith-file")?.textContent.includes(name);
    if (isIt && document.querySelector("[data-graph]") !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`there is no picture of ${name}`);
}

/**
 * Waits until the picture has its size: all of the result is there, the contents stand beside it, and nothing has
 * changed its room for a while. Runs in the page.
 */
async function settled() {
  for (let still = 0, before = ""; still < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const done =
      !document.querySelector('.result[aria-busy="true"]') && document.querySelector("[data-contents]");
    const now = `${innerWidth} ${document.querySelector("[data-graph]").getAttribute("viewBox")}`;
    still = done && now === before ? still + 1 : 0;
    before = now;
  }
}

/** How the picture stands in the page. Runs in the page. */
function measured() {
  const svg = document.querySelector("[data-graph]");
  const faults = [];
  // In the units of the picture, and without the thickness of lines.
  const box = (element) => {
    const { x, y, width, height } = element.getBBox();
    return { left: x, right: x + width, top: y, bottom: y + height };
  };
  const inside = (a, b) =>
    a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
  const { width, height } = svg.viewBox.baseVal;
  const frames = [...svg.querySelectorAll("[data-part], [data-link]")].map((element) => {
    const frame = box(element.querySelector(".shape"));
    const what = element.dataset.part ?? element.dataset.link;
    if (!inside(frame, { left: 0, top: 0, right: width, bottom: height })) {
      faults.push(`${what} stands out of the picture`);
    }
    for (const text of element.querySelectorAll("text")) {
      if (!inside(box(text), frame)) faults.push(`a text stands out of ${what}`);
    }
    return { what, frame };
  });
  frames.forEach(({ what, frame: a }, index) => {
    for (const { what: other, frame: b } of frames.slice(index + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (!apart) faults.push(`${what} stands on ${other}`);
    }
  });
  const root = document.documentElement;
  const sizes = [...svg.querySelectorAll("text")].map((text) => Number(text.getAttribute("font-size")));
  const scale = svg.getBoundingClientRect().width / width;
  const labels = frames.filter(({ what }) => svg.querySelector(`[data-link="${what}"]`) !== null);
  const heights = labels.map(({ frame }) => (frame.bottom - frame.top) * scale);
  return {
    over: root.scrollWidth - root.clientWidth,
    faults,
    layout: svg.dataset.graph,
    room: Math.floor(svg.parentElement.getBoundingClientRect().width),
    least: { text: Math.min(...sizes) * scale, label: Math.min(...heights) },
  };
}

/** What an SVG file holds, and what of it would not stand alone or do more than be seen. Runs in a page. */
function standing(file) {
  const read = file === undefined ? document : new DOMParser().parseFromString(file, "image/svg+xml");
  const known = ["svg", "title", "desc", "g", "rect", "path", "circle", "text"];
  const foreign = [...read.querySelectorAll("*")].flatMap((element) => [
    ...(known.includes(element.localName) && element.namespaceURI === "http://www.w3.org/2000/svg"
      ? []
      : [element.localName]),
    ...[...element.attributes]
      .filter(
        ({ name, value }) => /^on|href|^style$|^class$|^data-|^src/i.test(name) || /url\(|var\(/i.test(value),
      )
      .map(({ name, value }) => `${name}=${value}`),
  ]);
  return {
    root: read.documentElement.localName,
    foreign,
    description: read.querySelector("desc")?.textContent ?? "",
    texts: [...read.querySelectorAll("text")].map((text) => text.textContent).join("\n"),
  };
}
