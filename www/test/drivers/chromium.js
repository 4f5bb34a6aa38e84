// Chromium through playwright-core.
import { chromium } from "playwright-core";
import { find } from "./programs.js";

export const ARGUMENTS = [
  "--no-sandbox", // Chromium refuses to run as root with one
  "--disable-gpu",
  // Nothing that would make requests of the browser's own.
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<import("./index.js").Browser>} */
export async function startChromium() {
  const browser = await chromium.launch({
    executablePath: find(["chromium", "chromium-browser", "google-chrome"], "chromium"),
    args: ARGUMENTS,
  });
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  return {
    name: "chromium",
    version: browser.version(),
    problems,
    async open(url) {
      await page.goto(url, { waitUntil: "load" });
    },
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    // Playwright's selectors reach into open shadow roots by themselves.
    setFile: (selector, paths) => page.locator(selector).first().setInputFiles(paths),
    press: (key) => page.keyboard.press(key),
    screenshot: (path) => page.screenshot({ path }),
    size: (width, height) => page.setViewportSize({ width, height }),
    close: () => browser.close(),
  };
}
