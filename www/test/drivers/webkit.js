// WebKitGTK through its own WebDriver, over plain HTTP, on a screen that is not there.
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { find, findBelow, start, until } from "./programs.js";

/** The name that WebDriver gives the reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Control: "\uE009",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** @returns {Promise<import("./index.js").Browser>} */
export async function startWebkit({ dark = false } = {}) {
  const started = [];
  const stop = async () => {
    for (const program of started.reverse()) await program.stop();
  };
  try {
    const screen = start(find(["Xvfb"], "xvfb"), ["-displayfd", "3", "-screen", "0", "1600x1200x24"], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    started.push(screen);
    let display = "";
    screen.child.stdio[3].on("data", (data) => (display += data));
    await until("Xvfb starts", () => display.includes("\n"));

    const port = await freePort();
    const driver = start(
      find(["WebKitWebDriver"], "webkit2gtk-driver"),
      [`--port=${port}`, "--host=127.0.0.1"],
      {
        env: {
          ...process.env,
          DISPLAY: `:${display.trim()}`,
          GDK_BACKEND: "x11",
          GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
          // There is neither a graphics card nor a session bus to ask.
          LIBGL_ALWAYS_SOFTWARE: "1",
          NO_AT_BRIDGE: "1",
        },
      },
    );
    started.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await until("WebKitWebDriver starts", () =>
      fetch(`${address}/status`).then(
        () => true,
        () => false,
      ),
    );
    return await session(address, stop);
  } catch (error) {
    const outputs = started.map((program) => program.output()).join("\n");
    await stop();
    throw new Error(`WebKitGTK does not start: ${error.message}\n${outputs}`, { cause: error });
  }
}

async function session(address, stop) {
  const call = async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(260_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  const binary = findBelow("/usr/lib", "webkit2gtk-4", "MiniBrowser", "webkit2gtk-driver");
  const { sessionId, capabilities } = await call("POST", "/session", {
    capabilities: {
      alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } },
    },
  });
  const at = `/session/${sessionId}`;
  await call("POST", `${at}/timeouts`, { script: 240_000, pageLoad: 60_000, implicit: 0 });

  /** Runs a function in the page and hands back what WebDriver makes of its result. */
  const run = async (work, args) => {
    const script = `
      const done = arguments[arguments.length - 1];
      Promise.resolve()
        .then(() => (${work})(...Array.prototype.slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) + "\\n" + error.stack }));`;
    const outcome = await call("POST", `${at}/execute/async`, { script, args });
    if (outcome?.error) throw new Error(outcome.error);
    return outcome?.value;
  };
  return {
    name: "webkit",
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    problems: [],
    async open(url) {
      await call("POST", `${at}/url`, { url });
    },
    async evaluate(work, ...args) {
      // As text, so that WebDriver does not read or rewrite what is in it.
      const inside = `async (args) => JSON.stringify(await (${work})(...JSON.parse(args)))`;
      const text = await run(inside, [JSON.stringify(args)]);
      return text === undefined || text === null ? undefined : JSON.parse(text);
    },
    async setFile(selector, paths) {
      const found = await run(deepQuery, [selector]);
      if (!found) throw new Error(`there is no ${selector}`);
      await call("POST", `${at}/element/${found[ELEMENT]}/value`, { text: paths.join("\n") });
    },
    async press(keys) {
      const values = keys.split("+").map((key) => KEYS[key] ?? key);
      const actions = [
        ...values.map((value) => ({ type: "keyDown", value })),
        ...values.reverse().map((value) => ({ type: "keyUp", value })),
      ];
      await call("POST", `${at}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async screenshot(path) {
      await writeFile(path, Buffer.from(await call("GET", `${at}/screenshot`), "base64"));
    },
    async size(width, height) {
      await call("POST", `${at}/window/rect`, { x: 0, y: 0, width, height });
    },
    async close() {
      await call("DELETE", at).catch(() => {});
      await stop();
    },
  };
}

/** A port that nobody listens on. WebKitWebDriver does not tell which one it took by itself. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The first element that fits, also inside open shadow roots. Runs in the page. */
function deepQuery(selector) {
  const look = (root) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const element of root.querySelectorAll("*")) {
      const inside = element.shadowRoot && look(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  return look(document);
}
