// What a reader sees of hostile texts: in every place of a bundle that holds a text, and in the places of a record
// that nothing signs. No script, no request, nothing invisible, no link but a plain one, and the verdict is drawn as
// beside a harmless text. `PITH_FULL=1` puts every text into every place; without it, every text is in a place of
// each kind and every place has a text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { PNG } from "pngjs";
import { inEachBrowser } from "../browsers.js";
import { hostileStrings, pkg, sample } from "../documents.js";
import { cover, payloads, places, square } from "../seen.js";

const { verify } = await import(pathToFileURL(join(pkg, "index.js")).href);

const FULL = process.env.PITH_FULL === "1";
const BUNDLE = "bundle-1212.1787";
const RECORD = "record-2101.05782";

/** Nobody sees these, or they move what stands beside them. A line break and a tab lay out the page's own source. */
const UNSEEN =
  "(?![\\n\\t])[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}]";

inEachBrowser(
  (given) => {
    // WebKit does not draw the edges of letters alike each time, also of one document; a word would differ by more.
    const unsteady = given.name === "webkit" ? 80 : 0;
    const texts = payloads();
    const everyOne = [...(texts ?? []).keys()];
    const skip = texts === undefined && "the vectors are not here";
    const plain = hostileStrings()?.urls.filter(({ expect }) => expect === "link");
    const some = places(BUNDLE);
    let scripts = 0;
    let own = new Set();
    let number = 0;

    before(begin);

    async function begin() {
      await given.page.open();
      // A document first, for the page loads what it shows a bundle with when there is one.
      await show(sample(BUNDLE).bytes.toString("utf8"));
      await given.page.text();
      scripts = await given.browser.evaluate(() => window.harness.scripts());
      own = new Set(await given.browser.evaluate(() => window.harness.links()));
      await given.browser.evaluate(watch, UNSEEN);
    }

    const families = {
      "in every text of a bundle": {
        documents: () =>
          cover(
            BUNDLE,
            some.filter(({ isType }) => !isType),
          ),
        all: () =>
          square(
            BUNDLE,
            some.filter(({ isType }) => !isType),
            1,
            everyOne,
          ),
        fills: some.filter(({ isType }) => !isType).length,
      },
      "in what says of which type a part is": {
        documents: () =>
          square(
            BUNDLE,
            some.filter(({ isType }) => isType),
            8,
            [20],
          ),
        all: () =>
          square(
            BUNDLE,
            some.filter(({ isType }) => isType),
            8,
            everyOne,
          ),
        fills: 1,
      },
      "in what nothing signs of a record that is verified": {
        documents: () => square(RECORD, unsigned(), 1, [0, 50, 100, 150, 200]),
        all: () => square(RECORD, unsigned(), 1, everyOne),
        fills: 52,
        word: "verified",
      },
    };

    for (const [where, { documents, all, fills, word }] of Object.entries(families)) {
      test(`hostile texts ${where} are only read`, { skip }, async (t) => {
        const held = new Set();
        /** The verdict beside harmless texts, by all that it is drawn from. */
        const drawn = new Map();
        let counted = 0;
        for (const each of FULL ? all() : documents()) {
          const what = `document ${counted} ${where}`;
          const { verdict, outcomes } = verify(each.hostile);
          const beside = verify(each.plain);
          assert.deepEqual([verdict.word, outcomes], [beside.verdict.word, beside.outcomes], what);
          assert.equal(verdict.word, word ?? verdict.word, what);
          const key = JSON.stringify([
            beside.verdict.word,
            beside.outcomes,
            beside.kind,
            beside.verdict.sentence,
          ]);
          if (!drawn.has(key)) {
            await show(each.plain);
            drawn.set(key, { text: await said(), picture: await picture() });
          }
          await show(each.hostile);
          assert.equal(await said(), drawn.get(key).text, what);
          const steps = difference(await picture(), drawn.get(key).picture);
          assert.ok(steps <= unsteady, `${what}: the verdict is drawn in another way, by ${steps} of 255`);
          await assertOnlyRead(each, what);
          for (const text of each.texts) held.add(text);
          counted += 1;
          // A page that has had hundreds of documents is no longer the one that a reader has.
          if (counted % 200 === 0) await begin();
          if (!FULL) assert.ok(each.texts.length >= fills, what);
        }
        if (FULL || fills > 1) assert.equal(held.size, new Set(texts).size, "every text was somewhere");
        t.diagnostic(`${counted} documents`);
      });
    }

    /** The places of the record whose text may be any. */
    function unsigned() {
      const { coverage, checks } = verify(sample(RECORD).bytes.toString("utf8"));
      const free = new Set(
        coverage.leaves.filter(({ class: of }) => of === "uncovered").map(({ pointer }) => pointer),
      );
      for (const { pointer } of checks) free.delete(pointer);
      return places(RECORD).filter(({ pointer }) => free.has(pointer));
    }

    /** Gives the page a document, and waits until it shows that one. */
    async function show(text) {
      number += 1;
      const name = `seen ${String(number).padStart(5, "0")}.json`;
      await given.page.drop(text, name);
      for (let i = 0; !(await given.page.seen("pith-file"))[0].includes(name); i += 1) {
        assert.ok(i < 500, `the page does not show ${name}`);
      }
      await given.page.verdict();
    }

    /**
     * The verdict as it is drawn, once it is drawn twice in the same way. Of a document that is refused for its type,
     * the sentence below it quotes the type.
     */
    async function picture() {
      for (let before, i = 0; i < 20; i += 1) {
        const { x, y, width, height } = await given.browser.evaluate(() => {
          const verdict = document.querySelector("pith-verdict .band");
          verdict.scrollIntoView({ block: "center", behavior: "instant" });
          const { x, y, width, height } = verdict.getBoundingClientRect();
          return { x, y, width, height };
        });
        const path = join(given.folder, "seen.png");
        await given.browser.screenshot(path);
        const whole = PNG.sync.read(readFileSync(path));
        const [left, top] = [Math.round(x), Math.round(y)];
        assert.ok(top >= 0 && top + height <= whole.height, "the verdict is in the picture");
        const now = new PNG({ width: Math.floor(width), height: Math.floor(height) });
        PNG.bitblt(whole, now, left, top, now.width, now.height, 0, 0);
        if (before !== undefined && difference(before, now) === 0) return now;
        before = now;
      }
      return assert.fail("the verdict does not stand still");
    }

    /** The verdict's elements and words, without the number that Lit draws for its marks whenever a page is loaded. */
    async function said() {
      const band = await given.browser.evaluate(() => document.querySelector("pith-verdict .band").outerHTML);
      return band.replaceAll(/(?<=<!--\?lit\$)\d+(?=\$-->)/g, "");
    }

    async function assertOnlyRead({ texts }, what) {
      const shown = await given.page.text();
      const unseen = new RegExp(UNSEEN, "u");
      const hidden = shown.match(new RegExp(`.{0,20}${UNSEEN}.{0,20}`, "u"));
      assert.equal(hidden, null, `${what}: ${JSON.stringify(hidden?.[0])} is shown`);
      for (const text of texts.filter((text) => unseen.test(text))) {
        assert.ok(!shown.includes(text), `${what}: ${JSON.stringify(text)} stands in the page as it is`);
      }
      const { found, links } = await given.browser.evaluate(() => ({
        found: window.harness.unseen.splice(0),
        links: window.harness.links(),
      }));
      assert.deepEqual(found, [], `${what}: what nobody sees was drawn`);
      for (const link of links.filter((link) => !own.has(link))) {
        assert.ok(isPlain(link), `${what}: the link ${JSON.stringify(link)}`);
      }
      assert.equal(await given.browser.evaluate(() => window.harness.scripts()), scripts, what);
      assert.deepEqual(await given.browser.evaluate(() => window.harness.foreign()), [], what);
      await given.page.assertQuiet();
    }

    /** A link that is one of the vectors' good ones, or leads to a host that the page itself names. */
    function isPlain(link) {
      if (plain.some(({ url }) => url === link)) return true;
      return /^(#[a-z-]+|https:\/\/(pith\.science|arxiv\.org|doi\.org)\/[!-~]*)$/.test(link);
    }
  },
  { minutes: FULL ? 240 : 30 },
);

/** By how many of 255 steps the colours of two pictures differ at most. */
function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  let most = 0;
  for (let i = 0; i < one.data.length; i += 1) {
    most = Math.max(most, Math.abs(one.data[i] - other.data[i]));
  }
  return most;
}

/** Runs in the page: notes every text and attribute that ever has what nobody sees. */
function watch(unseen) {
  const pattern = new RegExp(unseen, "u");
  const found = (window.harness.unseen = []);
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE && pattern.test(node.data)) found.push(node.data);
    for (const { name, value } of node.attributes ?? []) {
      if (pattern.test(value)) found.push(`${name}=${value}`);
    }
  };
  const lookBelow = (node) => {
    look(node);
    node.childNodes.forEach(lookBelow);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      look(target);
      addedNodes.forEach(lookBelow);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
