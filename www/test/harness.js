// What the tests do to a page and read from it, by the contract alone: `data-verdict`, `data-check`,
// `data-outcome`, `data-pointer`, `data-sample`, `data-action`, an `input[type=file]`, a `textarea`, buttons
// that unfold what is long, whose text starts with "Show all" or "Show more", and the tree of values as
// `pith-tree` and `pith-value` tell of it.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** A page under test. */
export class Page {
  /**
   * @param {import("./drivers/index.js").Browser} browser
   * @param {Awaited<ReturnType<typeof import("./server.js").serve>>} server
   */
  constructor(browser, server) {
    this.browser = browser;
    this.server = server;
  }

  /** Opens the page, or another one of the site, anew, however much of it there is. */
  async load(path = "/") {
    this.browser.problems.length = 0;
    await this.browser.open(this.server.address + path);
    await this.browser.evaluate(installHarness);
  }

  /** Opens the page anew and waits until it has loaded all that it will ever load. */
  async open(path = "/") {
    await this.load(path);
    await this.settle();
    await this.browser.evaluate(() => window.harness.start());
    this.requestsAtLoad = this.server.requests.length;
  }

  /**
   * Waits until the page has its wasm, says whether it works without a network, and has made no request for a
   * while.
   */
  async settle() {
    for (let quiet = 0, before = -1, i = 0; quiet < 3; i += 1) {
      const ready = await this.browser.evaluate(() => window.harness.isReady());
      const requests = this.server.requests.length;
      quiet = ready && requests === before ? quiet + 1 : 0;
      before = requests;
      assert.ok(i < 400, "the page does not load its wasm, or goes on making requests");
      await pause(50);
    }
  }

  /** Fails when anything was requested, refused by the policy, run or asked since the page has loaded. */
  async assertQuiet() {
    const found = await this.browser.evaluate(() => window.harness.since());
    // The browser looks by itself, at a time of its own, whether there is a newer service worker.
    const requests = this.server.requests.slice(this.requestsAtLoad);
    found.requests = requests.filter((request) => request !== "GET /sw.js");
    found.problems = this.browser.problems.slice();
    assert.deepEqual(found, {
      dialogs: [],
      violations: [],
      errors: [],
      resources: [],
      globals: [],
      requests: [],
      problems: [],
    });
  }

  drop(text, name = "dropped.json") {
    return this.browser.evaluate((text, name) => window.harness.drop(text, name), text, name);
  }

  paste(text) {
    return this.browser.evaluate((text) => window.harness.paste(text), text);
  }

  type(text) {
    return this.browser.evaluate((text) => window.harness.type(text), text);
  }

  openFile(path) {
    return this.browser.setFile("input[type=file]", [path]);
  }

  async click(selector) {
    const found = await this.browser.evaluate((selector) => window.harness.click(selector), selector);
    assert.ok(found, `there is no ${selector}`);
  }

  /** Waits for a verdict, for a given one when one is given, and hands back what the page then shows. */
  async verdict(word = undefined) {
    const found = await this.browser.evaluate((word) => window.harness.verdict(word), word ?? null);
    if (found.length === 0) {
      const shown = await this.browser.evaluate(() => document.body.innerText.slice(0, 600));
      assert.fail(`no element with data-verdict appears. The page shows:\n${shown}`);
    }
    return found;
  }

  /** Waits for an element, and hands back the text of all that fit. */
  async seen(selector) {
    const found = await this.browser.evaluate((selector) => window.harness.seen(selector), selector);
    if (found.length === 0) assert.fail(`there is no ${selector}. The page shows:\n${await this.text()}`);
    return found;
  }

  /** Everything that has `data-check`, with its text. */
  checks() {
    return this.browser.evaluate(() => window.harness.checks());
  }

  /**
   * The rows of the tree of values as it stands, also those that are drawn only while they are seen: the numbers
   * and words of each, as their attributes have them, and its text.
   */
  rows() {
    return this.browser.evaluate(() => window.harness.rows());
  }

  /** All text of the page, after everything that can be unfolded is, with all rows of the tree. */
  text() {
    return this.browser.evaluate(() => window.harness.text());
  }
}

/** Runs in the page. */
function installHarness() {
  const dialogs = [];
  const violations = [];
  const errors = [];
  let resources = 0;
  let globals = new Set();
  addEventListener("securitypolicyviolation", (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  addEventListener("error", (event) => errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...args) => void dialogs.push(`${name} ${args.join(" ")}`);
  }

  /** All elements that fit, also inside open shadow roots, in document order. */
  const all = (selector, root = document) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? all(selector, element.shadowRoot) : []),
    ]);
  /** The text of a node as it is shown: shadow roots instead of what stands outside them. */
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (["STYLE", "SCRIPT", "TEMPLATE"].includes(node.nodeName)) return "";
    if (node.nodeName === "SLOT") {
      const given = node.assignedNodes();
      return (given.length > 0 ? given : [...node.childNodes]).map(textOf).join("");
    }
    return [...(node.shadowRoot ?? node).childNodes].map(textOf).join("");
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
  const isMore = (button) => /^\s*show (all|more)\b/i.test(button.textContent) && !button.disabled;
  const transfer = (add) => {
    const data = new DataTransfer();
    add(data);
    return data;
  };
  /** What a button would save, without saving it. */
  const savedFile = (selector) =>
    new Promise((resolve, reject) => {
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      const end = (settle, value) => {
        Object.assign(URL, { createObjectURL });
        Object.assign(HTMLAnchorElement.prototype, { click });
        settle(value);
      };
      URL.createObjectURL = (blob) => {
        const reader = new FileReader();
        reader.onload = () => end(resolve, { type: blob.type, base64: reader.result.split(",")[1] });
        reader.readAsDataURL(blob);
        return "";
      };
      HTMLAnchorElement.prototype.click = () => undefined;
      setTimeout(() => end(reject, new Error(`${selector} saves nothing`)), 45_000);
      all(selector)[0].click();
    });
  /** Whether a result is there of which parts still come. */
  const isDrawing = () => all('.result[aria-busy="true"]').length > 0 && all(".working").length === 0;
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };

  window.harness = {
    isReady() {
      const { offline = "waiting" } = document.documentElement.dataset;
      const entries = performance.getEntriesByType("resource");
      if (offline === "single") return document.querySelector("[data-wasm-sha256]") !== null;
      return offline !== "waiting" && entries.some(({ name }) => name.endsWith(".wasm"));
    },
    start() {
      resources = performance.getEntriesByType("resource").length;
      globals = new Set(Object.getOwnPropertyNames(window));
    },
    since: () => ({
      dialogs,
      violations,
      errors,
      resources: performance
        .getEntriesByType("resource")
        .slice(resources)
        .map((entry) => entry.name),
      globals: Object.getOwnPropertyNames(window).filter((name) => !globals.has(name)),
    }),
    drop(text, name) {
      const file = new File([text], name, { type: "application/json" });
      for (const type of ["dragenter", "dragover", "drop"]) {
        const dataTransfer = transfer((data) => data.items.add(file));
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        );
      }
    },
    paste(text) {
      const clipboardData = transfer((data) => data.setData("text/plain", text));
      // Firefox takes the text from `data`, the others from `clipboardData`.
      const given = { clipboardData, dataType: "text/plain", data: text };
      document.dispatchEvent(
        new ClipboardEvent("paste", { ...given, bubbles: true, cancelable: true, composed: true }),
      );
    },
    async type(text) {
      const area = all("textarea")[0];
      area.value = text;
      area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      area.dispatchEvent(new Event("change", { bubbles: true }));
      await soon();
      all('[data-action="verify-text"]')[0].click();
    },
    click(selector) {
      const found = all(selector)[0];
      found?.click();
      return found !== undefined;
    },
    async verdict(word) {
      for (let i = 0; i < 1000; i += 1) {
        const found = all("[data-verdict]")
          .filter((element) => !word || element.dataset.verdict === word)
          .filter((element) => element.dataset.verdict !== "" && isSeen(element));
        if (found.length > 0 && !isDrawing()) {
          return found.map((element) => ({ word: element.dataset.verdict, text: textOf(element) }));
        }
        await soon();
      }
      return [];
    },
    /** The text of all elements that fit, once there is one. */
    async seen(selector) {
      for (let i = 0; i < 500; i += 1) {
        const found = all(selector);
        if (found.length > 0 && !isDrawing()) return found.map(textOf);
        await soon();
      }
      return [];
    },
    async fill(selector, text) {
      const field = all(selector)[0];
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await soon();
    },
    async hand(field, text) {
      all('[data-action="hand-field"]')[0].value = field;
      await this.fill('[data-action="hand-text"]', text);
      all('[data-action="hand"]')[0].click();
      // The answer to the question before goes.
      await soon();
    },
    savedFile,
    /** The text that a button would save, without saving it. */
    async saved(selector) {
      const { base64 } = await savedFile(selector);
      return new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
    },
    /** The tree of values once it stands still, if there is one. */
    async tree() {
      for (let i = 0; i < 1000; i += 1) {
        await soon();
        const tree = all('[role="tree"]')[0];
        const waited =
          all('[data-none][aria-busy="false"], [data-gone]').length > 0 || all("pith-tree").length === 0;
        if (tree?.getAttribute("aria-busy") === "false" || (tree === undefined && waited)) return tree;
      }
      throw new Error("the tree of values stays busy");
    },
    async rows() {
      const found = new Map();
      const tree = await this.tree();
      const total = Number(tree?.dataset.total ?? 0);
      const read = () => {
        for (const row of tree.querySelectorAll("[data-row]")) {
          found.set(Number(row.dataset.row), {
            ...row.dataset,
            level: Number(row.ariaLevel ?? row.getAttribute("aria-level")),
            position: `${row.getAttribute("aria-posinset")} of ${row.getAttribute("aria-setsize")}`,
            expanded: row.getAttribute("aria-expanded"),
            name: textOf(row.querySelector(".quoted")).trim(),
            text: textOf(row).replaceAll(/\s+/g, " ").trim(),
          });
        }
      };
      // Rows are drawn beyond those that are seen, so not each has to be.
      for (let at = 0; found.size < total; at += 1.5 * tree.clientHeight) {
        if (at > tree.scrollHeight) throw new Error(`${found.size} of ${total} rows are drawn`);
        tree.scrollTop = at;
        // The scrolling is told of with the next frame, the rows are asked for then.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await this.tree();
        read();
      }
      if (tree !== undefined) tree.scrollTop = 0;
      return [...found].toSorted(([a], [b]) => a - b).map(([, row]) => row);
    },
    /** A long text of the entry that is shown, part for part. */
    async inParts(detail, of) {
      const turn = () => detail.querySelector(`[data-part="${of}"]`);
      let text = "";
      for (let i = 0; i < 1000; i += 1) {
        const before = turn().dataset.from;
        for (const button of [...detail.querySelectorAll("button")].filter(isMore)) button.click();
        await soon();
        text += textOf([...turn().parentElement.querySelectorAll("bdi")].at(0));
        const later = turn().querySelector('[data-action="later"]');
        if (later.disabled) return text;
        later.click();
        for (let j = 0; turn().dataset.from === before && j < 500; j += 1) await soon();
      }
      throw new Error(`${of} has no end`);
    },
    /** All about one entry of the tree, by a row that is drawn. */
    async detail(node) {
      all(`[data-node="${node}"]`)[0].click();
      for (let i = 0; i < 500; i += 1) {
        const detail = all(`[data-detail="${node}"]`)[0];
        const more = all(`[data-detail="${node}"] button`).filter(isMore);
        if (detail !== undefined && more.length === 0) {
          const long = [...detail.querySelectorAll("[data-part]")].map((each) => each.dataset.part);
          const texts = [textOf(detail)];
          for (const of of long) texts.push(await this.inParts(detail, of));
          return texts.join("\n");
        }
        for (const button of more) button.click();
        await soon();
      }
      throw new Error(`nothing is shown of ${node}`);
    },
    checks: () =>
      all("[data-check]").map((element) => ({
        name: element.dataset.check,
        outcome: element.dataset.outcome,
        pointer: element.dataset.pointer,
        text: textOf(element),
        seen: isSeen(element),
      })),
    async text() {
      for (const element of all("details")) element.open = true;
      await soon();
      for (let i = 0; i < 1000; i += 1) {
        const more = all("button").filter(isMore);
        if (more.length === 0) break;
        for (const element of more) element.click();
        await soon();
      }
      for (const element of all("details")) element.open = true;
      await this.tree();
      for (const unfold of all('[aria-expanded="false"]').length > 0 ? all('[data-action="unfold"]') : []) {
        unfold.click();
        await soon();
      }
      const rows = await this.rows();
      const texts = rows.map((row) => row.text);
      for (const { node, row } of rows.filter((row) => "cut" in row)) {
        const tree = await this.tree();
        tree.scrollTop = (tree.scrollHeight / tree.dataset.total) * row;
        for (let i = 0; all(`[data-node="${node}"]`).length === 0 && i < 500; i += 1) await soon();
        texts.push(await this.detail(node));
      }
      return [textOf(document.body), ...texts].join("\n");
    },
    /** What documents must never bring into the page. */
    foreign: () =>
      all("*")
        .filter((element) => {
          const name = element.localName;
          if (["iframe", "object", "embed", "base", "frame", "marquee"].includes(name)) return true;
          const attributes = [...element.attributes];
          if (attributes.some(({ name: each }) => /^on/i.test(each))) return true;
          const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
          return /^\s*(javascript|vbscript|data|blob|file):/i.test(address) && name !== "link";
        })
        .map((element) => element.outerHTML.slice(0, 200)),
    links: () => all("a[href]").map((element) => element.getAttribute("href")),
    scripts: () => all("script").length,
    /** Whether the focus is on an element that fits, however deep. */
    focused(selector) {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return Boolean(element?.matches(selector) || element?.closest(selector));
    },
    describeFocus() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element ? element.outerHTML.slice(0, 120) : "nothing";
    },
    counts: (selector) => all(selector).length,
    policy: () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? "",
  };
}
