// How the page looks, in one engine: a picture of every state at three widths in both themes, compared with those
// in test/visual. `PITH_UPDATE=1` writes them anew; look at each before you keep it. `PITH_PICTURES` names another
// folder for them. What differs from run to run carries `data-varies`, and is left blank with the
// digest of the wasm.
import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { inEachBrowser } from "../browsers.js";
import { packed } from "../pictures.js";
import { reach, stateOf, states } from "../states.js";

const FOLDER = process.env.PITH_PICTURES ?? fileURLToPath(new URL("../visual", import.meta.url));
const UPDATE = process.env.PITH_UPDATE === "1";
/** What the pictures were made with, beside them. */
const MADE_WITH = join(FOLDER, "made-with.json");

const SIZES = [
  [360, 740],
  [1280, 900],
  [1920, 1080],
];
/** Of these there is a picture of the whole page too. */
const WHOLE = ["verified"];

/**
 * How much may differ, of all pixels. The same browser with the same fonts draws the same pixels; another version
 * of it places the edges of letters and lines a little differently, which `pixelmatch` mostly knows for what it is.
 * Two words in small letters are more than this on the smallest picture.
 */
const ALLOWED = 0.0005;

/** All pictures together, in bytes: they are in the repository for good, each version of each. */
const ROOM = 8_000_000;

/** The fonts that the pictures are drawn with, by the names that the page's style sheet has for them. */
const FONTS = { "--serif": "DejaVu Serif", "--sans": "DejaVu Sans", "--mono": "DejaVu Sans Mono" };
const PACKAGE = "fonts-dejavu-core";

inEachBrowser(
  (given) => {
    /** Where what was drawn is left when it is not as it should be. */
    let found = "";

    before(async () => {
      if (UPDATE) mkdirSync(FOLDER, { recursive: true });
      await given.page.open();
      await assertFonts(given.browser);
    });

    for (const state of states) {
      test(`${state.name} looks as it did`, async () => {
        await reach(given, state);
        const faults = [];
        for (const dark of [false, true]) {
          await given.browser.emulate({ dark });
          for (const [width, height] of SIZES) {
            await given.browser.size(width, height);
            const name = `${state.name}-${width}-${dark ? "dark" : "light"}.png`;
            faults.push(...compared(name, await picture(given, state)));
          }
        }
        await given.browser.emulate({ dark: false });
        await given.browser.size(1280, 900);
        if (WHOLE.includes(state.name)) {
          faults.push(...compared(`${state.name}-whole.png`, await picture(given, state, true)));
        }
        assert.ok(faults.length === 0, `${faults.join("\n")}\n${advice(given.browser)}`);
      });
    }

    test("another look is found", async () => {
      await reach(given, stateOf("verified"));
      const one = await picture(given, stateOf("verified"));
      assert.equal(difference(one, await picture(given, stateOf("verified"))).share, 0);
      await given.browser.evaluate(() => {
        document.querySelector("[data-verdict] .aside").textContent = "";
      });
      assert.ok(difference(one, await picture(given, stateOf("verified"))).share > ALLOWED);
    });

    test("every picture is of a state, and together they are not too large", () => {
      if (UPDATE) writeFileSync(MADE_WITH, `${JSON.stringify(madeWith(given.browser), null, 2)}\n`);
      const pictures = picturesIn(FOLDER);
      const wanted = states.flatMap(({ name }) => [
        ...SIZES.flatMap(([width]) => [`${name}-${width}-light.png`, `${name}-${width}-dark.png`]),
        ...(WHOLE.includes(name) ? [`${name}-whole.png`] : []),
      ]);
      assert.deepEqual(
        pictures.filter((name) => !wanted.includes(name)),
        [],
        "pictures of no state: delete them",
      );
      const bytes = pictures.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
      assert.ok(bytes <= ROOM, `the pictures take ${bytes} bytes`);
    });

    /** Compares a picture with the one that is kept, or keeps it. Hands back what is wrong. */
    function compared(name, png) {
      const path = join(FOLDER, name);
      if (UPDATE) {
        writeFileSync(path, packed(png));
        return [];
      }
      found ||= mkdtempSync(join(tmpdir(), "pith-visual-"));
      const actual = join(found, name);
      if (!existsSync(path)) {
        writeFileSync(actual, packed(png));
        return [`${name}: there is no such picture yet; it would be ${actual}`];
      }
      const { share, why, image } = difference(PNG.sync.read(readFileSync(path)), png);
      if (share <= ALLOWED) return [];
      writeFileSync(actual, packed(png));
      if (image === null) return [`${name}: ${why}; see ${actual}`];
      const marked = join(found, name.replace(".png", ".difference.png"));
      writeFileSync(marked, packed(image));
      return [`${name}: ${why}; see ${actual} and ${marked}`];
    }
  },
  { only: ["chromium"] },
);

/** A picture of a state, of the window or of the whole page. */
async function picture({ browser, folder }, { at }, whole = false) {
  await browser.emulate({ still: true });
  await browser.evaluate(
    async (at, whole) => {
      document.documentElement.style.caretColor = "transparent";
      const varies = document.querySelectorAll("[data-varies], [data-wasm-sha256]");
      for (const element of varies) element.style.visibility = "hidden";
      // What is not in the window is else left out of a picture of the whole page.
      if (whole) for (const row of document.querySelectorAll(".row")) row.style.contentVisibility = "visible";
      await document.fonts.ready;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Drawn, and what looks at its own size has looked: nothing has another height for a while.
      const page = document.documentElement;
      for (let [still, height] = [0, 0]; still < 12; still += 1) {
        await frame();
        if (page.scrollHeight !== height) [still, height] = [0, page.scrollHeight];
      }
      window.scrollTo(0, 0);
      if (at) document.querySelector(at).scrollIntoView();
      for (let i = 0; i < 3; i += 1) await frame();
    },
    at ?? null,
    whole,
  );
  const path = join(folder, "picture.png");
  await browser.screenshot(path, whole);
  return PNG.sync.read(readFileSync(path));
}

/** How much of two pictures differs, and where. */
function difference(one, other) {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) {
    const why = `it is ${other.width} x ${other.height} pixels, not ${width} x ${height}`;
    return { share: 1, why, image: null };
  }
  const image = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, image.data, width, height, { threshold: 0.1 });
  const share = pixels / (width * height);
  return { share, why: `${pixels} pixels differ (${(100 * share).toFixed(3)} %)`, image };
}

function picturesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".png")) : [];
}

/** Fails, and names what to install, when the page is drawn with other fonts than the pictures. */
async function assertFonts(browser) {
  await browser.evaluate((names) => {
    for (const name of names) {
      const sample = document.createElement("p");
      sample.id = `font${name}`;
      sample.style.fontFamily = `var(${name})`;
      sample.textContent = "Pith 0123456789 abcdef";
      document.body.append(sample);
    }
  }, Object.keys(FONTS));
  const wrong = [];
  for (const [name, wanted] of Object.entries(FONTS)) {
    const fonts = await browser.fonts(`[id="font${name}"]`);
    if (fonts.length !== 1 || fonts[0] !== wanted) {
      wrong.push(`${name} is drawn with ${fonts.join(" and ") || "nothing"}, not with ${wanted}`);
    }
  }
  assert.ok(
    wrong.length === 0,
    `!!!!! The pictures cannot be compared on this machine: ${wrong.join("; ")}.\n` +
      `!!!!! Install the Debian package ${PACKAGE}, and take away fonts that the page prefers to it.`,
  );
}

function madeWith(browser) {
  return { chromium: browser.version, fonts: Object.values(FONTS).join(", ") };
}

/** What to do about a picture that differs. */
function advice(browser) {
  const made = existsSync(MADE_WITH) ? JSON.parse(readFileSync(MADE_WITH, "utf8")).chromium : "nothing";
  const another =
    made === browser.version ? "" : ` They were made with Chromium ${made}, this is ${browser.version}.`;
  return `Look at the pictures. If they are as they should be, PITH_UPDATE=1 keeps them.${another}`;
}
