// Firefox through puppeteer-core, which speaks WebDriver BiDi to it and needs no geckodriver.
import puppeteer from "puppeteer-core";
import { find } from "./programs.js";

/** @param {{language?: string, dark?: boolean}} options @returns {Promise<import("./index.js").Browser>} */
export async function startFirefox({ language, dark = false } = {}) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: find(["firefox-esr", "firefox"], "firefox-esr"),
    headless: true,
    extraPrefsFirefox: {
      // As it is for readers: a local file reads no other. Puppeteer would let it.
      "security.fileuri.strict_origin_policy": true,
      // Nothing that would make requests of the browser's own.
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      ...(language === undefined ? {} : { "intl.accept_languages": language }),
      "ui.systemUsesDarkTheme": dark ? 1 : 0,
    },
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
    name: "firefox",
    version: await browser.version(),
    problems,
    async open(url) {
      await page.goto(url, { waitUntil: "load" });
    },
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    async setFile(selector, paths) {
      const input = await page.$(`>>> ${selector}`);
      if (!input) throw new Error(`there is no ${selector}`);
      await input.uploadFile(...paths);
      await input.dispose();
    },
    async press(keys) {
      const pressed = keys.split("+");
      for (const key of pressed) await page.keyboard.down(key);
      for (const key of pressed.reverse()) await page.keyboard.up(key);
    },
    screenshot: (path, full = false) => page.screenshot({ path, fullPage: full }),
    size: (width, height) => page.setViewport({ width, height }),
    async fresh(url, before, work, ...args) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.evaluateOnNewDocument(`(${before})()`);
        await page.goto(url, { waitUntil: "load" });
        return await page.evaluate(`(${work})(...${JSON.stringify(args)})`);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
