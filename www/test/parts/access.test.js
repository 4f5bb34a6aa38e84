// Whether everybody can use the page: by axe-core in every state, and by keyboard, screen reader, without motion,
// with the colours of the system, with large letters and on a narrow screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, retitled, sample } from "../documents.js";
import { reach, stateOf, states } from "../states.js";

/**
 * The source of axe-core as a function for `evaluate`: a driver's script is no script of the page, so neither the
 * policy nor Trusted Types stand in its way, and the page that is tested is the page as it is.
 */
const axe = new Function(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));

/** All rules of WCAG 2.2 up to AA, and those of good practice. */
const ALL = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
};
const SIZES = { wide: [1280, 900], narrow: [320, 740] };

inEachBrowser((given) => {
  for (const state of states) {
    test(state.name, async (t) => {
      const { browser } = given;
      await reach(given, state);
      await browser.evaluate(axe);
      await t.test("axe finds nothing against WCAG 2.2 AA and good practice", () => noViolations(given, ALL));
      await t.test("nor on a narrow screen", async (t) => {
        await resize(given, SIZES.narrow, t);
        // The colours are the same, and take most of the time.
        await noViolations(given, ALL, ["color-contrast"]);
      });
      await t.test("nothing stands out of a narrow screen", () => fits(given));
      await unfold(given);
      await t.test("nor when all is unfolded", () => fits(given));
      await browser.size(...SIZES.wide);
      await t.test("every text is legible", () => legible(given));
      await t.test("headings come in order", () => headings(given, state));
      await t.test("nothing moves for a reader who wants no motion", (t) => stillness(given, t));
      await t.test("with the colours of the system every outcome has a word and a sign", (t) =>
        forced(given, t),
      );
      await t.test("letters twice as large lose nothing", async () => {
        await browser.evaluate(() => {
          document.documentElement.style.fontSize = "200%";
        });
        await fits(given);
      });
    });
  }

  test("axe and the tests of contrast find faults that were put there", async () => {
    await reach(given, stateOf("verified"));
    await given.browser.evaluate(axe);
    await given.browser.evaluate(() => {
      const main = document.querySelector("main");
      main.append(document.createElement("img"), document.createElement("button"));
      const faint = document.createElement("p");
      faint.textContent = "faint";
      faint.style.color = "#bbb";
      faint.style.background = "#fff";
      main.append(faint);
      main.append(document.createElement("h6"));
      main.lastChild.textContent = "a heading out of order";
    });
    await assert.rejects(noViolations(given, ALL), (error) => {
      for (const rule of ["image-alt", "button-name", "color-contrast", "heading-order"]) {
        assert.ok(error.message.includes(`\n${rule}: `), `${rule} was not found:\n${error.message}`);
      }
      return true;
    });
    await assert.rejects(legible(given), /“faint” has a contrast of 1\.9/);
  });

  for (const name of ["empty", "verified", "broken", "comparison", "help"]) {
    test(`${name}: Tab goes through all of the page, in its order and in sight`, async () => {
      await reach(given, stateOf(name));
      const { focused, missed } = await tabbed(given);
      assert.deepEqual(missed, [], "not reached by Tab");
      assert.ok(focused.length > 5);
      const wrong = focused.filter(({ faults }) => faults.length > 0);
      assert.deepEqual(
        wrong.map(({ what, faults }) => `${what}: ${faults.join(", ")}`),
        [],
      );
    });
  }

  test("the test of Tab finds faults that were put there", async () => {
    await reach(given, stateOf("empty"));
    await given.browser.evaluate(() => {
      const [first, second, third] = document.querySelectorAll("[data-sample]");
      first.style.outline = "none";
      second.tabIndex = 1;
      third.style.opacity = "0";
      third.style.position = "fixed";
      third.style.insetInlineStart = "-99rem";
    });
    const { focused, missed } = await tabbed(given);
    const faults = focused.flatMap((element) => element.faults);
    assert.ok(faults.includes("the focus is not seen"));
    assert.ok(faults.includes("it is out of the window"));
    // What comes before all others by its number is passed over on the way.
    assert.equal(missed.length, 1);
  });

  for (const name of ["verified", "broken", "unreadable", "consistent"]) {
    test(`${name}: the verdict is announced once and has the focus`, async () => {
      await given.page.open();
      await given.browser.evaluate(listen);
      // In the page as it stands, so that what is said from here on is heard.
      await stateOf(name).reach(given);
      const heard = await given.browser.evaluate(() => window.heard());
      const { verdict, sentence, focus } = await given.browser.evaluate(() => ({
        verdict: document.querySelector("[data-verdict] h2").textContent.trim(),
        sentence: document.querySelector("[data-verdict] .sentence").textContent.trim(),
        focus: document.activeElement.textContent.trim(),
      }));
      const saying = heard.filter((text) => text.includes(verdict) && text.includes(sentence));
      assert.equal(saying.length, 1, `heard: ${JSON.stringify(heard)}`);
      // Who chose other keys stays where they are chosen.
      if (name !== "consistent") assert.equal(focus, verdict);
    });
  }

  test("text of a document that is written from right to left stays in its place", async () => {
    const title = "שלום, עולם (abc) 123 العربية";
    await given.page.open();
    await given.page.drop(
      changed("record-2101.05782", (record) => {
        record.paper.title = title;
        record.paper.authors_text = "א, ב";
      }),
    );
    await given.page.verdict("broken");
    await unfold(given);
    const found = await given.browser.evaluate((title) => {
      const quoted = [...document.querySelectorAll(".quoted bdi")];
      return {
        page: getComputedStyle(document.body).direction,
        all: quoted.length,
        loose: quoted.filter((text) => !getComputedStyle(text).unicodeBidi.includes("isolate")).length,
        directions: quoted
          // Where two texts stand under each other, letter by letter, both read in the order of their letters.
          .filter((text) => text.textContent.includes(title) && text.closest("pith-compare") === null)
          .map((text) => getComputedStyle(text).direction),
        places: quoted
          .filter((text) => text.textContent.startsWith("/"))
          .map((text) => getComputedStyle(text).direction),
        // What stands beside such a text stands where it stands beside any other.
        rows: [...document.querySelectorAll("[data-claim]")].map((row) => {
          const text = row.querySelector(".quoted").getBoundingClientRect();
          const tag = row.querySelector(".tag").getBoundingClientRect();
          return tag.left >= text.right || tag.top >= text.bottom;
        }),
      };
    }, title);
    assert.equal(found.page, "ltr");
    assert.equal(found.loose, 0);
    assert.ok(found.all > 20 && found.rows.length > 5 && found.places.length > 5);
    assert.ok(found.directions.length > 0);
    assert.deepEqual([...new Set(found.directions)], ["rtl"]);
    assert.deepEqual([...new Set(found.places)], ["ltr"]);
    assert.ok(found.rows.every(Boolean));
  });

  test("something moves for a reader who has not asked for stillness", async () => {
    await reach(given, stateOf("empty"));
    assert.notDeepEqual(await given.browser.evaluate(motion), [], "or the test of stillness finds nothing");
  });
});

inEachBrowser(
  (given) => {
    for (const state of states) {
      test(`${state.name}: every text is legible`, async () => {
        await reach(given, state);
        const dark = await given.browser.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
        assert.ok(dark, "the page is not dark");
        // Axe takes its time, and the colours are the same in every browser.
        if (given.name === "chromium") {
          await given.browser.evaluate(axe);
          await noViolations(given, { type: "rule", values: ["color-contrast"] });
        }
        await unfold(given);
        await legible(given);
      });
    }
  },
  { dark: true },
);

/** Makes the window so large. WebKitGTK's is never narrower than its tool bar, which is said where it matters. */
async function resize({ browser, name }, [width, height], t) {
  await browser.size(width, height);
  const inside = await browser.evaluate(() => innerWidth);
  if (inside !== width) t.diagnostic(`${name} makes its window ${inside} pixels wide, not ${width}`);
  if (name !== "webkit") assert.equal(inside, width);
}

/** Unfolds everything. */
async function unfold({ page }) {
  await page.text();
}

/**
 * Fails when axe finds something, and lists what, where and why.
 *
 * @param {object} rules Which rules, as axe is told.
 * @param {string[]} without Rules that are left out.
 */
async function noViolations({ browser }, rules, without = []) {
  const { passes, violations } = await browser.evaluate(
    async (runOnly, without) => {
      const { passes, violations } = await window.axe.run(document, {
        runOnly,
        rules: {
          // Not in the run by its tag alone.
          ...(runOnly.type === "tag" ? { "target-size": { enabled: true } } : {}),
          ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        },
        resultTypes: ["violations"],
      });
      return {
        passes: passes.length,
        violations: violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ target, html, failureSummary }) =>
              `${id}: ${help}\n  ${target.join(" ")}\n  ${html.slice(0, 200)}\n  ${failureSummary}`,
          ),
        ),
      };
    },
    rules,
    without,
  );
  assert.ok(passes >= (rules.type === "tag" ? 30 : 1), `axe ran only ${passes} rules`);
  assert.ok(violations.length === 0, `${violations.length} violations\n${violations.join("\n")}`);
}

/**
 * Fails when a text has too little contrast with what is behind it. Axe gives up where a text wraps, which most
 * text of a document does.
 */
async function legible({ browser }) {
  const { counted, faint } = await browser.evaluate(contrasts);
  assert.ok(counted > 10, `only ${counted} texts`);
  assert.deepEqual(faint, []);
}

/** Runs in the page. */
function contrasts() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  /** Red, green, blue and opacity of a colour as CSS writes it. */
  const parts = (color) => {
    if (!known.has(color)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      known.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(color);
  };
  const over = ([r, g, b, a], below) =>
    [r, g, b].map((part, i) => (part * a + below[i] * (255 - a)) / 255).concat(255);
  const behind = (element) => {
    if (element === null) return parts(getComputedStyle(document.documentElement).backgroundColor);
    const color = parts(getComputedStyle(element).backgroundColor);
    return color[3] === 255 ? color : over(color, behind(element.parentElement));
  };
  const light = (color) => {
    const [r, g, b] = color
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const faint = [];
  let counted = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (text === "" || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    if (element.closest("svg, noscript")) continue;
    const style = getComputedStyle(element);
    const background = behind(element);
    const found = contrast(over(parts(style.color), background), background);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    counted += 1;
    if (found < (large ? 3 : 4.5)) {
      faint.push(`“${text.slice(0, 60)}” has a contrast of ${found.toFixed(2)}`);
    }
  }
  return { counted, faint };
}

/** Fails when something stands out of the window, or text is cut off by what it stands in. */
async function fits({ browser }) {
  const { over, wide, cut } = await browser.evaluate(cuts);
  assert.ok(over <= 0, `${over} pixels stand out:\n${wide.join("\n")}`);
  assert.deepEqual(cut, [], "cut off");
}

/** Runs in the page. */
function cuts() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim().slice(0, 60);
  const isLoose = (element) => element.closest("svg, .unseen, .skip, .curtain") === null;
  const wide = [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && isLoose(element))
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.localName}.${element.className} ${text(element)}`);
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  const hiding = [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY, display } = getComputedStyle(element);
    return display !== "inline" && (hides(overflowX) || hides(overflowY));
  });
  // A row of the tree has an ellipsis; the whole value is shown of the row that is chosen.
  const isWhole = (element) => element.closest('[role="treeitem"] :is(.quoted, .tag, .counts)') === null;
  const cut = [];
  for (const element of hiding.filter((each) => each.checkVisibility() && isLoose(each) && isWhole(each))) {
    const box = element.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(element);
    const [sideways, downwards] = [hides(overflowX), hides(overflowY)];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === "" || !isLoose(node.parentElement) || !isWhole(node.parentElement)) continue;
      // Spaces at the end of a line may hang over.
      const out = [...node.data.matchAll(/\S+/g)].some(({ index, 0: word }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            (sideways && (left < box.left - 1 || right > box.right + 1)) ||
            (downwards && (top < box.top - 1 || bottom > box.bottom + 1)),
        );
      });
      if (out) cut.push(`${node.data.trim().slice(0, 60)} in ${element.localName}.${element.className}`);
    }
  }
  return { over: scrollWidth - clientWidth, wide, cut };
}

/** Goes through the whole page by Tab, from its first element on. */
async function tabbed({ browser }) {
  await browser.evaluate(arrived);
  await browser.evaluate(installTabs);
  const focused = [];
  for (let i = 0; i < 400; i += 1) {
    const here = await browser.evaluate(() => window.tabs.here());
    if (here === null) break;
    focused.push(here);
    // From the last one, Tab would lead into the browser, which would keep the focus for itself.
    if (here.last) break;
    await browser.press("Tab");
  }
  assert.ok(focused.length < 400, "Tab does not come to an end");
  return { focused, missed: await browser.evaluate(() => window.tabs.missed()) };
}

/** Runs in the page: a verdict takes the focus once it is laid out, so Tab sets out only then. */
async function arrived() {
  const verdict = document.querySelector("pith-verdict, pith-comparison");
  for (let i = 0; verdict !== null && i < 150; i += 1) {
    if (verdict.contains(document.activeElement)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (verdict !== null) throw new Error("the verdict did not take the focus");
}

/** Runs in the page. */
function installTabs() {
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const what = (element) =>
    `${element.localName}${element.id && `#${element.id}`} ${(
      element.getAttribute("aria-label") ?? element.textContent
    )
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 50)}`;
  /** Of radio buttons that belong together, Tab reaches the chosen one. */
  const isChosen = (element) =>
    element.type !== "radio" ||
    element.checked ||
    !document.querySelector(`input[type="radio"][name="${element.name}"]:checked`);
  const isReachable = (element) =>
    element.tabIndex >= 0 &&
    !element.disabled &&
    isChosen(element) &&
    (element.localName !== "summary" || element.parentElement.localName === "details") &&
    element.checkVisibility({ visibilityProperty: true });
  const wanted = [...document.querySelectorAll(FOCUSABLE)].filter(isReachable);
  const seen = [];
  const boxes = [];
  wanted[0].focus({ focusVisible: true });

  const isOutlined = (element) => {
    // In the picture of the evidence the outline is drawn.
    const drawn = element.querySelector(":scope > .focus");
    if (drawn?.checkVisibility() && Number.parseFloat(getComputedStyle(drawn).strokeWidth) >= 2) return true;
    for (let at = element, i = 0; at && i < 4; at = at.parentElement, i += 1) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) return true;
    }
    return false;
  };
  const isOutside = ({ top, bottom, left, right }) =>
    bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth;
  const faultsOf = (element) => {
    const faults = [];
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || box.width < 1 || box.height < 1) {
      faults.push("it is hidden");
    }
    if (!isOutlined(element)) faults.push("the focus is not seen");
    if (isOutside(box)) {
      faults.push("it is out of the window");
    } else {
      const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const there = document.elementFromPoint(x, y);
      const label = element.closest("label") ?? element;
      if (there && !label.contains(there) && !there.contains(element))
        faults.push(`${what(there)} is over it`);
    }
    const before = seen.at(-1);
    if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      faults.push(`it comes after ${what(before)}, but stands before it in the page`);
    }
    const boxBefore = boxes.at(-1);
    const top = box.top + scrollY;
    if (boxBefore && top + box.height <= boxBefore.top && box.left < boxBefore.right) {
      faults.push(`it comes after ${what(before)}, but stands above it`);
    }
    // What is focusable by itself because it scrolls must scroll.
    if (!element.matches(FOCUSABLE) && element.scrollHeight <= element.clientHeight + 1) {
      faults.push("it is no control, and it does not scroll");
    }
    boxes.push({ top, right: box.right });
    return faults;
  };

  window.tabs = {
    /** What has the focus, or nothing when all has had it. */
    async here() {
      const element = document.activeElement;
      if (element === null || element === document.body || seen.includes(element)) return null;
      // WebKit brings a field into sight a little later.
      for (let i = 0; i < 150 && isOutside(element.getBoundingClientRect()); i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const faults = faultsOf(element);
      seen.push(element);
      return { what: what(element), faults, last: element === wanted.at(-1) };
    },
    missed: () => wanted.filter((element) => !seen.includes(element)).map(what),
  };
}

/** Runs in the page: hears all that is announced. */
function listen() {
  const LIVE = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
  const heard = [];
  let last = new Map();
  new MutationObserver(() => {
    const now = new Map(
      [...document.querySelectorAll(LIVE)].map((region) => [region, region.textContent.trim()]),
    );
    for (const [region, text] of now) {
      if (text !== "" && text !== last.get(region)) heard.push(text);
    }
    last = now;
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  window.heard = () => heard;
}

/** Fails when the headings leave out a level, or the verdict is not the first of the results. */
async function headings({ browser }, { name }) {
  const shown = await browser.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ level: Number(heading.localName[1]), name: heading.textContent.trim() })),
  );
  inOrder(shown);
  const isVerdict = ["verified", "consistent", "unsigned", "broken", "unreadable"].includes(name);
  if (isVerdict) assert.equal(shown[1].name.toLowerCase(), name);
  if (browser.spoken === undefined) return;
  const spoken = await browser.spoken();
  inOrder(spoken.filter(({ role }) => role === "heading"));
  const main = spoken.findIndex(({ role }) => role === "main");
  assert.ok(main > 0);
  if (isVerdict) {
    const first = spoken.slice(main).find(({ role }) => role === "heading");
    assert.equal(first.name.toLowerCase(), name, "the first heading of the main part");
  }
}

function inOrder(list) {
  assert.ok(list.length > 1, "there are no headings");
  assert.equal(list[0].level, 1, "the level of the first heading");
  for (const [i, { level, name }] of list.entries()) {
    assert.notEqual(name, "", "a heading without words");
    assert.ok(i === 0 || level <= list[i - 1].level + 1, `“${name}” skips a level`);
    assert.ok(i === 0 || level > 1, `“${name}” is another first heading`);
  }
}

async function stillness({ browser, name }, t) {
  if (browser.emulate === undefined) return t.skip(`${name} cannot be told so`);
  await browser.emulate({ still: true });
  const moving = await browser.evaluate(motion);
  await browser.emulate({ still: false });
  return assert.deepEqual(moving, []);
}

async function forced({ browser, name }, t) {
  if (browser.emulate === undefined) return t.skip(`${name} cannot be told so`);
  await browser.emulate({ forced: true });
  const signs = await browser.evaluate(outcomes);
  const { faint } = await browser.evaluate(contrasts);
  await browser.emulate({ forced: false });
  for (const { word, sign } of signs) {
    assert.notEqual(word, "", "an outcome without a word");
    assert.ok(sign >= 3, `the sign at “${word.slice(0, 60)}” has a contrast of ${sign.toFixed(2)}`);
  }
  return assert.deepEqual(faint, []);
}

/** Runs in the page: everything that moves, or would. */
function motion() {
  const moving = [];
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const seconds = (durations) => durations.split(",").some((duration) => Number.parseFloat(duration) > 0);
      if (
        (seconds(style.transitionDuration) && style.transitionProperty !== "none") ||
        (seconds(style.animationDuration) && style.animationName !== "none") ||
        style.scrollBehavior === "smooth"
      ) {
        moving.push(`${element.localName}.${element.className}${part ?? ""}`);
      }
    }
  }
  return moving.concat(document.getAnimations().map(({ id }) => `animation ${id}`));
}

/** Runs in the page: each outcome with its word, and the contrast of its sign with what is behind it. */
function outcomes() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
    }
    return "Canvas";
  };
  return [
    ...document.querySelectorAll("[data-verdict], [data-found], .check[data-outcome], .tag[data-class]"),
  ]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const sign = element.querySelector("svg");
      const word = (element.querySelector("h2, h4, .word") ?? element).textContent.trim();
      const [low, high] = [light(getComputedStyle(sign).stroke), light(behind(sign))].sort((a, b) => a - b);
      return { word, sign: (high + 0.05) / (low + 0.05) };
    });
}
