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
 * @property {(selector: string, paths: string[]) => Promise<void>} setFile Gives files to an input, also in a
 *   shadow root, as a person would.
 * @property {(key: string) => Promise<void>} press Presses a key such as `Tab`, or several at once, such as
 *   `Control+c`.
 * @property {(path: string) => Promise<void>} screenshot Writes a PNG.
 * @property {(width: number, height: number) => Promise<void>} size
 * @property {() => Promise<void>} close
 */

const ALL = { chromium: startChromium, firefox: startFirefox, webkit: startWebkit };

/** Names of the browsers to test in: all, or those that PITH_BROWSERS names. */
export const names = process.env.PITH_BROWSERS?.split(",") ?? Object.keys(ALL);

/** @returns {Promise<Browser>} */
export async function start(name) {
  const found = ALL[name];
  if (!found) throw new Error(`no browser is called ${name}; there are ${Object.keys(ALL).join(", ")}`);
  return found();
}
