// The states that the page can be in, and how to bring it there. What is true of every state is tested over
// this list: add a state, and it is held to all of that.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pkg, retitled, root, sample } from "./documents.js";

const { verify } = await import(pathToFileURL(join(pkg, "index.js")).href);

/**
 * A state of the page.
 *
 * @typedef {object} State
 * @property {string} name
 * @property {string} [path] Where it begins, if it is not the page itself.
 * @property {(given: Given) => Promise<unknown>} reach From the page as it has loaded to this state.
 * @property {string} [at] What a picture of it shows at its top, if it is not the top of the page.
 */

/** @typedef {{page: import("./harness.js").Page, browser: import("./drivers/index.js").Browser, folder: string}} Given */

const BUNDLE = sample("bundle-1212.1787");
const dropped = ({ page }, each) => page.drop(each.bytes.toString("utf8"), each.file);
const opened = ({ browser }, ...paths) => browser.setFile("input[type=file]", paths);

/** A file with a text in it. */
function file({ folder }, name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function verified(given) {
  await dropped(given, BUNDLE);
  await given.page.verdict("verified");
}

/** @type {State[]} */
export const states = [
  { name: "empty", reach: async () => undefined },
  {
    name: "working",
    async reach(given) {
      // The worker is never told, so the page waits for ever.
      await given.browser.evaluate(() => {
        Worker.prototype.postMessage = () => undefined;
      });
      await dropped(given, BUNDLE);
      await given.page.seen(".working");
    },
  },
  { name: "verified", reach: verified },
  {
    name: "consistent",
    async reach(given) {
      await verified(given);
      await given.page.click('[data-action="built-in-keys"]');
      await given.page.verdict("consistent");
    },
  },
  {
    name: "unsigned",
    async reach(given) {
      await dropped(given, sample("state-1212.1787"));
      await given.page.verdict("unsigned");
    },
  },
  {
    name: "broken",
    async reach(given) {
      await given.page.drop(retitled(), "retitled.json");
      await given.page.verdict("broken");
    },
  },
  {
    name: "unreadable",
    async reach(given) {
      await given.page.drop('{"bundle_type": "pith_open_graph_bundle",\n "events": [', "cut.json");
      await given.page.verdict("unreadable");
    },
  },
  {
    name: "tool-error",
    async reach(given) {
      await given.browser.evaluate(() => {
        Worker.prototype.postMessage = () => {
          throw new Error("unreachable executed");
        };
      });
      await dropped(given, BUNDLE);
      await given.page.seen("[data-tool-error]");
    },
  },
  {
    name: "comparison",
    async reach(given) {
      await opened(given, BUNDLE.path, file(given, "changed.json", retitled()));
      await given.page.seen("[data-comparison]");
    },
  },
  {
    name: "reproduction",
    async reach(given) {
      const report = JSON.stringify(verify(BUNDLE.bytes, { replay: true }));
      await opened(
        given,
        file(given, "report.json", report.replace("2012-12-08", "2013-12-08")),
        BUNDLE.path,
      );
      await given.page.seen("[data-reproduces]");
    },
  },
  {
    name: "keys",
    at: "pith-trust",
    async reach(given) {
      await verified(given);
      await given.browser.evaluate(() => {
        const field = document.querySelector('[data-action="trust-keys"]');
        for (let at = field; at; at = at.parentElement) if (at.localName === "details") at.open = true;
      });
      await given.browser.evaluate(
        (text) => window.harness.fill('[data-action="trust-keys"]', text),
        "this is no key",
      );
      await given.page.seen("#trust-error[data-said]");
    },
  },
  {
    name: "hand",
    at: "pith-hand",
    async reach(given) {
      await verified(given);
      const text = "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5ZS";
      await given.browser.evaluate((text) => window.harness.hand("number", text), text);
      await given.page.seen('[data-match="near_miss"]');
    },
  },
  {
    name: "timestamps",
    at: "pith-timestamps",
    async reach(given) {
      await opened(given, BUNDLE.path, join(root, "tests/vectors/opentimestamps/own.ots"));
      await given.page.seen("[data-timestamp]");
    },
  },
  {
    name: "help",
    path: "/help.html",
    async reach(given) {
      // All examples are there, and a reader has changed one.
      await given.page.seen("[data-agree]");
      await given.page.seen("[data-signature]");
      await given.page.click('[data-example="digest"] [data-action="one-letter"]');
      await given.page.seen('[data-bits]:not([data-bits="0"])');
    },
  },
];

/** Brings the page from anywhere to a state. */
export async function reach(given, state) {
  await given.page.open(state.path);
  await state.reach(given);
}

/** The state of that name. */
export function stateOf(name) {
  const found = states.find((state) => state.name === name);
  if (!found) throw new Error(`there is no state ${name}`);
  return found;
}
