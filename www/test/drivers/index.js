// One small interface over three browsers.
import { startChromium } from "./chromium.js";
import { startFirefox } from "./firefox.js";
import { startWebkit } from "./webkit.js";

/**
 * A running browser with one page.
 *
 * @typedef {object} Browser
 * @property {string} name
 * @property {string} version
 * @property {string[]} problems Errors, console errors and dialogs so far, where the browser tells of them.
 * @property {(url: string) => Promise<void>} open Returns when the page has loaded.
 * @property {(work: Function, ...args: any[]) => Promise<any>} evaluate Runs a function in the page. It sees
 *   nothing from outside but its arguments; these and its result are anything that JSON can hold.
 * @property {(url: string, before: Function, work: Function, ...args: any[]) => Promise<any>} [fresh] Opens an
 *   address in a context of its own, without a cache, where `before` runs before the page's own scripts, and gives what
 *   `work` gives there.
 * @property {(selector: string, paths: string[]) => Promise<void>} setFile Gives files to an input, also in a
 *   shadow root, as a person would.
 * @property {(selector: string, path: string) => Promise<void>} [setFolder] Gives a folder to an input, where the
 *   browser can be told to.
 * @property {(key: string) => Promise<void>} press Presses a key such as `Tab`, or several at once, such as
 *   `Control+c`.
 * @property {(path: string, full?: boolean) => Promise<void>} screenshot Writes a PNG, of the whole page where the
 *   browser can and it is asked to.
 * @property {(width: number, height: number) => Promise<void>} size
 * @property {() => Promise<void>} close
 * @property {((media: Media) => Promise<void>) | undefined} emulate Where a browser can be told what its reader
 *   prefers while it runs.
 * @property {(() => Promise<Spoken[]>) | undefined} spoken What a screen reader is given, in its order.
 * @property {((selector: string) => Promise<string[]>) | undefined} fonts The fonts that the text of an element is
 *   drawn with, most used first.
 */

/**
 * What a reader prefers. What is left out is as it was.
 *
 * @typedef {object} Media
 * @property {boolean} [dark]
 * @property {boolean} [still] No motion.
 * @property {boolean} [forced] The colours of the system and no others.
 */

/**
 * A part of the accessibility tree that is not ignored.
 *
 * @typedef {object} Spoken
 * @property {string} role
 * @property {string} name
 * @property {number} [level] Of a heading.
 */

const ALL = { chromium: startChromium, firefox: startFirefox, webkit: startWebkit };

/** Names of the browsers to test in: all, or those that PITH_BROWSERS names. */
export const names = process.env.PITH_BROWSERS?.split(",") ?? Object.keys(ALL);

/**
 * @param {string} name
 * @param {{language?: string, dark?: boolean}} options The language that the browser is set to; WebKitGTK takes only
 *   that of its system. Whether the reader prefers dark pages.
 * @returns {Promise<Browser>}
 */
export async function start(name, options = {}) {
  const found = ALL[name];
  if (!found) throw new Error(`no browser is called ${name}; there are ${Object.keys(ALL).join(", ")}`);
  return found(options);
}
