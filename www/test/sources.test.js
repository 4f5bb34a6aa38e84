// What may stand in no source of the page, or in one file alone. The content security policy and Trusted Types
// refuse most of it when it runs; this finds it when it is written.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** A pattern, the files that may have it, and texts in which it must be found. */
const RULES = [
  {
    what: "text that becomes markup",
    pattern:
      /\b(?:inner|outer)HTML\b|insertAdjacentHTML|\bsetHTML|HTMLUnsafe|createContextualFragment|\bDOMParser\b|document\.write|srcdoc|\bunsafe[A-Z]\w*|static-html/,
    may: [],
    found: [
      "box.innerHTML = text",
      "${unsafeHTML(text)}",
      ".innerHTML=${text}",
      'node["outerHTML"]',
      "document.writeln(text)",
      'import { html } from "lit/static-html.js"',
      "body.setHTMLUnsafe(text)",
    ],
  },
  {
    what: "text that becomes code",
    // The policy names 'wasm-unsafe-eval'.
    pattern: /\beval\b(?!')|\bFunction\(|\bset(?:Timeout|Interval)\(\s*["'`]|javascript:|\bimportScripts\b/,
    may: [],
    found: ["eval(text)", "new Function(text)", 'setTimeout("run()", 1)', '<a href="javascript:run()">'],
  },
  {
    what: "a handler or a style written as an attribute, which the policy refuses",
    pattern: /\son[a-z]+=["'$]|\sstyle=["'$]/,
    may: [],
    found: ['<p onclick="run()">', "<p onclick=${run}>", "<p style=${text}>", '<p style="color: red">'],
  },
  {
    what: "a request",
    pattern:
      /\bfetch\(|XMLHttpRequest|\bWebSocket\b|\bEventSource\b|sendBeacon|RTCPeerConnection|window\.open\b/,
    may: [
      "src/engine/files.ts",
      "src/fetched.ts",
      "src/page/fetching.ts",
      "src/offline/sw.ts",
      "src/package/load.js",
    ],
    found: ["await fetch(url)", "new WebSocket(url)", "navigator.sendBeacon(url)"],
  },
  {
    what: "a Trusted Types policy",
    pattern: /\bcreatePolicy\b|\btrustedTypes\b/,
    may: ["src/engine/spawn.ts", "src/single/policy.ts"],
    found: ['trustedTypes.createPolicy("x", {})'],
  },
  {
    what: "a worker",
    pattern: /\bnew (?:Shared)?Worker\b|serviceWorker\.register/,
    may: ["src/engine/spawn.ts", "src/package/client.js"],
    found: ["new Worker(url)", "navigator.serviceWorker.register(url)"],
  },
  {
    what: "a link whose address is computed",
    pattern: /(?<![-\w])(?:href|src|action|formaction)=(?:\$\{|"\$\{)/,
    may: ["src/embed/pith-embedded.ts", "src/page/pith-number.ts"],
    found: ["<a href=${url}>", '<img src="${url}">', "<form action=${url}>"],
  },
  {
    what: "an address that is set",
    pattern: /\.(?:href|src|action)\s*=[^=]|\blocation\s*=[^=]|\blocation\.(?:assign|replace)\b/,
    may: ["src/elements/download.ts", "src/elements/graph/sheet.ts"],
    found: ["link.href = url", "location = url", "location.assign(url)"],
  },
  {
    what: "something kept on the reader's machine",
    pattern: /\b(?:local|session)Storage\b|\bindexedDB\b|document\.cookie|\bcookieStore\b/,
    // The language that the reader chose.
    may: ["src/words/index.ts"],
    found: ["localStorage.setItem(name, text)", "document.cookie = text"],
  },
];

const files = readdirSync(join(FOLDER, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
  .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  // The types of reports are made by a program, from the docs of the core.
  .filter((file) => file !== "src/report.ts");
const texts = new Map(
  [...files, "index.html", "help.html", "single.html"].map((file) => [
    file,
    readFileSync(join(FOLDER, file), "utf8"),
  ]),
);

for (const { what, pattern, may, found } of RULES) {
  test(`${what} stands ${may.length === 0 ? "nowhere" : `only in ${may.join(", ")}`}`, () => {
    for (const text of found) assert.match(text, pattern, `the rule does not find ${text}`);
    const places = [...texts].flatMap(([file, text]) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [{ file, line, index }] : [])),
    );
    const wrong = places.filter(({ file }) => !may.includes(file));
    assert.deepEqual(
      wrong.map(({ file, line, index }) => `${file}:${index + 1}: ${line.trim()}`),
      [],
      `${what} must not stand here`,
    );
    // A file that no longer has it needs no leave.
    for (const file of may)
      assert.ok(
        places.some((place) => place.file === file),
        `${file} has none`,
      );
  });
}

test("all sources are read", () => {
  assert.ok(texts.size > 200, `${texts.size} files`);
  for (const file of ["src/page/app.ts", "src/elements/pith-text.ts", "src/words/ja/page.ts"]) {
    assert.ok(texts.has(file), file);
  }
});
