// Runs one suite in each browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { pkg, site } from "./documents.js";
import { names, start } from "./drivers/index.js";
import { Page } from "./harness.js";
import { serve } from "./server.js";

const SKIPPED = ["chromium", "firefox", "webkit"].filter((name) => !names.includes(name));
if (SKIPPED.length > 0) console.error(`!!!!! NOT tested in ${SKIPPED.join(", ")}: PITH_BROWSERS says so.`);

/**
 * Defines the tests of `suite` once for each browser. What it is given holds `browser`, `server`, `page` and
 * `folder`, an empty folder to write in, as soon as the tests run.
 *
 * @param {(given: {name: string, dark: boolean, browser: import("./drivers/index.js").Browser, page: Page, server: any, folder: string}) => void} suite
 * @param {{texts?: Record<string, string>, only?: string[], language?: string, dark?: boolean, minutes?: number}} options Further
 *   addresses and what stands there; the browsers to run in; the language that the browser is set to, where that
 *   can be said; whether its reader prefers dark pages; how long all of it may take.
 */
export function inEachBrowser(suite, { texts = {}, only, language, dark = false, minutes = 30 } = {}) {
  for (const name of names.filter((name) => only === undefined || only.includes(name))) {
    describe(`in ${name}${dark ? ", dark" : ""}`, { timeout: minutes * 60_000 }, () => {
      const given = { name, dark };

      before(async () => {
        given.folder = mkdtempSync(join(tmpdir(), "pith-page-"));
        given.server = await serve({ "/pkg/": pkg, "/": site }, texts);
        given.browser = await start(name, { dark, ...(language === undefined ? {} : { language }) });
        await given.browser.size(1280, 900);
        given.page = new Page(given.browser, given.server);
      });

      after(async () => {
        await given.browser?.close();
        await given.server?.close();
        if (given.folder) rmSync(given.folder, { recursive: true });
      });

      suite(given);
    });
  }
}
