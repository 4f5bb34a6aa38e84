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

/** @param {{language?: string, dark?: boolean}} options @returns {Promise<import("./index.js").Browser>} */
export async function startChromium({ language, dark = false } = {}) {
  const browser = await chromium.launch({
    executablePath: find(["chromium", "chromium-browser", "google-chrome"], "chromium"),
    args: ARGUMENTS,
  });
  const page = await browser.newPage({
    colorScheme: dark ? "dark" : "light",
    ...(language === undefined ? {} : { locale: language }),
  });
  const devtools = await page.context().newCDPSession(page);
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
    setFolder: (selector, path) => page.locator(selector).setInputFiles(path),
    press: (key) => page.keyboard.press(key),
    // Playwright would hide the caret and stop motion by a style sheet, which the page's policy refuses.
    screenshot: (path, full = false) =>
      page.screenshot({ path, fullPage: full, caret: "initial", animations: "allow" }),
    size: (width, height) => page.setViewportSize({ width, height }),
    async fresh(url, before, work, ...args) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.addInitScript(`(${before})()`);
        await page.goto(url, { waitUntil: "load" });
        return await page.evaluate(`(${work})(...${JSON.stringify(args)})`);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
    emulate: ({ dark, still, forced }) =>
      page.emulateMedia({
        ...(dark === undefined ? {} : { colorScheme: dark ? "dark" : "light" }),
        ...(still === undefined ? {} : { reducedMotion: still ? "reduce" : "no-preference" }),
        ...(forced === undefined ? {} : { forcedColors: forced ? "active" : "none" }),
      }),
    async spoken() {
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      return inOrder(nodes)
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, properties }) => ({
          role: role?.value ?? "",
          name: name?.value ?? "",
          level: properties?.find((property) => property.name === "level")?.value.value,
        }));
    },
    async fonts(selector) {
      await devtools.send("DOM.enable");
      await devtools.send("CSS.enable");
      const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
      const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
      return fonts.toSorted((a, b) => b.glyphCount - a.glyphCount).map(({ familyName }) => familyName);
    },
  };
}

/** The nodes of an accessibility tree in the order in which they are read. */
function inOrder(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node) => [
    node,
    ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? walk(byId.get(id)) : [])),
  ];
  return nodes.length === 0 ? [] : walk(nodes[0]);
}
