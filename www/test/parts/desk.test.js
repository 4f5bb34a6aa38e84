// The batch desk: many documents at once.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, faults, hostileStrings, pkg, retitled, root, sample, samples, site } from "../documents.js";
import { Page } from "../harness.js";
import { serve } from "../server.js";
import { ENCRYPTED, zip } from "../zip.js";

const { verify, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);
const LIMIT = verify("").limits.find(({ name }) => name === "limit.bytes").value;

/** What stands in the archive that most tests use: every sample, and fifty documents of one fault each. */
const MEMBERS = [
  ...samples.map(({ file, bytes }) => ({ name: file, bytes })),
  ...faults
    .filter(({ of }) => /^(bundle|document|event|integrity)\b/.test(of))
    .slice(0, 50)
    .map(({ of, bytes }) => ({ name: `faults/${of}`, bytes })),
];
const ORDER = ["broken", "tool_error", "unreadable", "not_read", "unsigned", "consistent", "verified"];

/** What the desk must keep of a document, according to the npm package. */
function expected(file, bytes) {
  const report = verify(bytes, { explain: false });
  const failing = report.checks[report.verdict.failing ?? -1];
  const claim = (name) => report.claims.find((each) => each.name === name)?.value ?? null;
  return {
    file,
    sha256: report.sha256,
    bytes: report.bytes,
    kind: report.kind,
    verdict: report.verdict.word,
    check: failing?.name ?? null,
    reason: failing?.reason ?? report.refusal?.reason ?? null,
    pointer: failing?.pointer ?? null,
    number: claim("pith_number"),
    keys: report.keys
      .filter(({ signatures }) => signatures > 0)
      .map(({ key_id: id, fingerprint, trust }) => ({ id, fingerprint, trust })),
    keys_left_out: 0,
    events: claim("event_count"),
    error: null,
  };
}

/** What the desk must keep of what has no verdict. */
function refused(file, error) {
  const nothing = { sha256: null, bytes: null, kind: null, verdict: null, check: null, reason: null };
  return { file, ...nothing, pointer: null, number: null, keys: [], keys_left_out: 0, events: null, error };
}

/** Reads CSV as RFC 4180 has it. */
function readCsv(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") lines.push([]);
  }
  assert.deepEqual(lines.pop(), [], "the last line ends too");
  const [head, ...rest] = lines;
  return rest.map((line) => {
    assert.equal(line.length, head.length);
    return Object.fromEntries(line.map((cell, i) => [head[i], cell]));
  });
}

/** Waits until the desk is in a state and has done so many documents at least. */
async function waitForDesk(browser, state, least = 0) {
  let found;
  // A page in a slow browser is asked again and again, because no answer may take long.
  for (let i = 0; i < 1000; i += 1) {
    found = await browser.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const { desk: is, done, count } = document.querySelector("[data-desk]")?.dataset ?? {};
      return { is, done: Number(done), count: Number(count) };
    });
    if (found.is === state && found.done >= least) return found;
  }
  return assert.fail(`the desk is not ${state}: ${JSON.stringify(found)}`);
}

inEachBrowser((given) => {
  const evaluate = (...work) => given.browser.evaluate(...work);
  const openFiles = (...paths) => given.browser.setFile("input[type=file]", paths);
  const write = (name, bytes) => {
    const path = join(given.folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  /** Opens the page and puts one file on the desk, and waits until all of it is done. */
  const batch = async (name, bytes) => {
    await given.page.open();
    await openFiles(write(name, bytes));
    return waitForDesk(given.browser, "done");
  };
  /** The lines as the JSON that is saved has them, in the order of the table. */
  const kept = async () =>
    JSON.parse(await evaluate(() => window.harness.saved('[data-action="desk-save-json"]')));
  /** All lines of the table, read as a reader would who scrolls through them. */
  const lines = () =>
    evaluate(async () => {
      const scroller = document.querySelector(".desk-scroll");
      const table = scroller.querySelector("table");
      const all = Number(table.getAttribute("aria-rowcount")) - 1;
      const found = new Map();
      // The first and the last line of what is seen, once they are there.
      const shown = async () => {
        for (let i = 0; i < 500; i += 1) {
          const { height = 0 } = table.querySelector("tr[data-row]")?.getBoundingClientRect() ?? {};
          const first = Math.floor(scroller.scrollTop / height);
          const last = Math.min(all - 1, Math.floor((scroller.scrollTop + scroller.clientHeight) / height));
          const isThere = (place) => table.querySelector(`[data-row][aria-rowindex="${place + 2}"]`) !== null;
          if (isThere(Math.min(all - 1, first)) && isThere(last)) return;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      scroller.scrollTop = 0;
      while (all > 0) {
        await shown();
        for (const line of table.querySelectorAll("[data-row]")) {
          const { row, status, failure = null } = line.dataset;
          const place = Number(line.getAttribute("aria-rowindex"));
          const text = Object.fromEntries(
            [...line.children].map((cell) => [cell.dataset.column, cell.textContent.trim()]),
          );
          found.set(place, { row: Number(row), word: status, failure, ...text });
        }
        const before = scroller.scrollTop;
        scroller.scrollTop += scroller.clientHeight / 2;
        if (scroller.scrollTop === before) break;
      }
      return [...found].sort(([one], [other]) => one - other).map(([place, line]) => ({ place, ...line }));
    });
  const count = (selector) => evaluate((selector) => window.harness.counts(selector), selector);
  const totals = () =>
    evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll("[data-filter]")].map(({ dataset }) => [
          dataset.filter,
          Number(dataset.total),
        ]),
      ),
    );
  /** Runs `work` with a page of another server, where other bytes stand at some addresses. */
  const changedSite = async (texts, work) => {
    const server = await serve({ "/": site }, texts);
    try {
      await work(new Page(given.browser, server));
    } finally {
      // What is shown must not outlive its server.
      await given.browser.open(`${given.server.address}/`);
      await server.close();
    }
  };

  test("more than eight files go to the desk, eight are compared and can go there", async () => {
    const paths = [...samples.map(({ path }) => path), write("retitled.json", retitled())];
    await given.page.open();
    await openFiles(...paths);
    await waitForDesk(given.browser, "done");
    const all = await kept();
    assert.equal(all.length, 9);
    assert.equal(all[8].file, "retitled.json");
    for (const line of all) {
      const path = paths.find((path) => basename(path) === line.file);
      assert.deepEqual(line, expected(line.file, readFileSync(path)));
    }
    // A file that is gone is no tool error, and no other is the worse for it.
    rmSync(paths[8]);
    await given.page.click('[data-action="desk-again"]');
    await waitForDesk(given.browser, "done", 9);
    assert.deepEqual(await kept(), [...all.slice(0, 8), refused("retitled.json", "file.unreadable")]);
    await openFiles(...paths.slice(0, 8));
    assert.equal((await evaluate(() => window.harness.seen("[data-comparison]"))).length, 1);
    assert.equal(await count("[data-desk]"), 0);
    await given.page.click('[data-action="each"]');
    await waitForDesk(given.browser, "done");
    assert.deepEqual(
      (await kept()).map(({ file }) => file),
      paths.slice(0, 8).map((path) => basename(path)),
    );
    // A document alone is no batch.
    await openFiles(paths[0]);
    assert.equal((await given.page.verdict())[0].word, "verified");
    assert.equal(await count("[data-desk]"), 0);
    await given.page.assertQuiet();
  });

  test("an archive: each document comes out as with the npm package", async () => {
    await batch("batch.zip", zip(MEMBERS));
    const all = await kept();
    assert.equal(all.length, 58);
    let counted = 0;
    for (const [i, { name, bytes }] of MEMBERS.entries()) {
      assert.deepEqual(all[i], expected(`batch.zip:${name}`, bytes));
      counted += 1;
    }
    assert.equal(counted, 58);
    const sums = { "": 58 };
    for (const { verdict } of all) sums[verdict] = (sums[verdict] ?? 0) + 1;
    assert.deepEqual(await totals(), sums);
    // The table says the same, and holds few lines at a time.
    const shown = await lines();
    assert.deepEqual(
      shown.map(({ place, row, word, file, number, events = "" }) => [
        place,
        row,
        word,
        file,
        number,
        events,
      ]),
      all.map(({ file, verdict, number, events }, i) => [
        i + 2,
        i,
        verdict,
        file,
        number ?? "",
        events ?? "",
      ]),
    );
    for (const [i, { reason, check }] of all.entries()) {
      if (check !== null) assert.ok(shown[i].failed.endsWith(reason), shown[i].failed);
    }
    assert.ok((await count("tr[data-row]")) < 50);
    assert.equal(await count('table[aria-rowcount="59"]'), 1);
    assert.equal(await evaluate(() => document.querySelector("pith-requests").dataset.requests), "0");
    await given.page.assertQuiet();
  });

  test("an archive under another name, of stored members, with folders", async () => {
    const { bytes, file } = sample("record-2101.05782");
    const members = [
      { name: "folder/", bytes: Buffer.alloc(0), stored: true },
      { name: `folder/${file}`, bytes, stored: true },
      { name: "empty.json", bytes: Buffer.alloc(0), stored: true },
    ];
    const { count } = await batch("batch.data", zip(members));
    assert.equal(count, 2);
    assert.deepEqual(await kept(), [
      expected(`batch.data:folder/${file}`, bytes),
      expected("batch.data:empty.json", ""),
    ]);
    await given.page.assertQuiet();
  });

  test("a file with a document on each line", async () => {
    const one = sample("bundle-1212.1787").bytes.toString("utf8").trim();
    const two = sample("state-1212.1787").bytes.toString("utf8").trim();
    assert.ok(!one.includes("\n") && !two.includes("\n"));
    const text = `\ufeff${one}\r\n\n \t\r\n${two}\nnothing\r\n${retitled()}`;
    await batch("batch.ndjson", text);
    assert.deepEqual(await kept(), [
      expected("batch.ndjson:1", one),
      expected("batch.ndjson:4", two),
      expected("batch.ndjson:5", "nothing"),
      expected("batch.ndjson:6", retitled()),
    ]);
    assert.match(await evaluate(() => document.querySelector("[data-desk]").textContent), /byte order mark/);
    // Lines that lie across the parts in which a file is read, and one that is too long for a document.
    const long = Math.ceil((LIMIT + 1) / 1000);
    const parts = [
      `${" ".repeat((1 << 20) - 5)}${two}`,
      " ".repeat(1 << 20),
      `"${"x".repeat(1000).repeat(long)}"`,
      one,
    ];
    await batch("batch.jsonl", `${parts.join("\r\n")}\r\n`);
    assert.deepEqual(await kept(), [
      expected("batch.jsonl:1", parts[0]),
      refused("batch.jsonl:3", "file.too_large"),
      expected("batch.jsonl:4", one),
    ]);
    await given.page.assertQuiet();
  });

  test("a folder that is dropped, with folders in it", async () => {
    await given.page.open();
    const texts = Object.fromEntries(samples.map(({ file, bytes }) => [file, bytes.toString("utf8")]));
    await evaluate((texts) => {
      const file = (path, text) => ({
        isDirectory: false,
        isFile: true,
        fullPath: path,
        file: (take) => take(new File([text], path.split("/").at(-1))),
      });
      const folder = (path, entries, fails = false) => ({
        isDirectory: true,
        isFile: false,
        fullPath: path,
        createReader() {
          // Two at a time, as a browser gives a hundred at a time.
          let at = 0;
          return {
            readEntries(take, refuse) {
              if (fails) return setTimeout(() => refuse(new DOMException("no", "NotReadableError")));
              at += 2;
              return setTimeout(() => take(entries.slice(at - 2, at)));
            },
          };
        },
      });
      const many = Object.entries(texts).map(([name, text]) => file(`/top/inner/${name}`, text));
      const gone = {
        ...file("/top/gone.json", ""),
        file: (_, refuse) => refuse(new DOMException("gone", "NotFoundError")),
      };
      const top = folder("/top", [
        folder("/top/inner", many),
        file("/top/proof.ots", "x"),
        file("/top/lines.ndjson", "{}\n[]\n"),
        folder("/top/locked", [], true),
        gone,
      ]);
      const event = new DragEvent("drop", { bubbles: true, cancelable: true });
      const data = {
        types: ["Files"],
        files: [],
        items: [{ kind: "file", webkitGetAsEntry: () => top }],
        getData: () => "",
      };
      Object.defineProperty(event, "dataTransfer", { value: data });
      document.body.dispatchEvent(event);
    }, texts);
    await waitForDesk(given.browser, "done");
    assert.deepEqual(await kept(), [
      refused("top/gone.json", "file.unreadable"),
      ...samples
        .toSorted((one, other) => (one.file < other.file ? -1 : 1))
        .map(({ file, bytes }) => expected(`top/inner/${file}`, bytes)),
      expected("top/lines.ndjson:1", "{}"),
      expected("top/lines.ndjson:2", "[]"),
      refused("top/locked", "file.unreadable"),
      refused("top/proof.ots", "file.proof"),
    ]);
    await given.page.assertQuiet();
  });

  test("a folder that is opened", async () => {
    await given.page.open();
    if (given.browser.setFolder === undefined) {
      // The driver cannot choose a folder: the field gets the files that a folder would give it.
      await evaluate(
        (files) => {
          const data = new DataTransfer();
          for (const [path, text] of files) {
            const file = new File([text], path.split("/").at(-1));
            Object.defineProperty(file, "webkitRelativePath", { value: path });
            data.items.add(file);
          }
          const input = document.querySelector('[data-action="open-folder"]');
          const list = [...data.files].map((file, i) =>
            Object.defineProperty(file, "webkitRelativePath", { value: files[i][0] }),
          );
          Object.defineProperty(input, "files", { value: list, configurable: true });
          input.dispatchEvent(new Event("change", { bubbles: true }));
          delete input.files;
        },
        samples.map(({ file, bytes }) => [`opened/${file}`, bytes.toString("utf8")]),
      );
    } else {
      const folder = join(given.folder, "opened");
      mkdirSync(folder);
      for (const { file, bytes } of samples) writeFileSync(join(folder, file), bytes);
      await given.browser.setFolder('[data-action="open-folder"]', folder);
    }
    await waitForDesk(given.browser, "done");
    assert.deepEqual(
      await kept(),
      samples
        .toSorted((one, other) => (one.file < other.file ? -1 : 1))
        .map(({ file, bytes }) => expected(`opened/${file}`, bytes)),
    );
    await given.page.assertQuiet();
  });

  test("hostile members harm nobody, and the others come out", async () => {
    const good = sample("bundle-1212.1787").bytes;
    const text = (value) => Buffer.from(value, "utf8");
    const lies = [
      { name: "../../../etc/passwd", bytes: good },
      { name: "C:\\Windows\\..\\evil.json", bytes: good },
      { name: "/absolute.json", bytes: good },
      { name: "twice.json", bytes: good },
      { name: "twice.json", bytes: text("{}") },
      { name: "<img src=x onerror=alert(1)>.json", bytes: good },
      { name: "=1+1\u202e\u0000.json", bytes: good },
      { name: "x".repeat(60_000), bytes: text("[]") },
      { name: "encrypted.json", bytes: good, flags: ENCRYPTED },
      { name: "cut.json", bytes: good, packed: zip([{ name: "a", bytes: good }]).subarray(31, 1000) },
      { name: "checksum.json", bytes: good, checksum: 1 },
      { name: "stored-checksum.json", bytes: good, stored: true, checksum: 1 },
      { name: "stored-shorter.json", bytes: good, stored: true, size: good.length + 1 },
      { name: "stored-longer.json", bytes: good, stored: true, size: good.length - 1 },
      { name: "longer-than-said.json", bytes: good, size: 100 },
      { name: "shorter-than-said.json", bytes: good, size: good.length + 1 },
      { name: "bomb.json", bytes: Buffer.alloc(64 << 20, " "), size: 13 },
      { name: "bomb-that-says-so.json", bytes: Buffer.alloc(LIMIT + 1, " ") },
      { name: "other-method.json", bytes: good, method: 12 },
      { name: "inner.zip", bytes: zip([{ name: "a", bytes: good }]) },
      { name: "inner.ndjson", bytes: text("{}\n{}") },
      { name: "proof.ots", bytes: text("x") },
      { name: "deep.json", bytes: text("[".repeat(10_000) + "]".repeat(10_000)) },
      { name: "not-utf8.json", bytes: Buffer.of(0x5b, 0x22, 0xff, 0x22, 0x5d) },
      { name: "empty.json", bytes: Buffer.alloc(0) },
    ];
    const members = lies.flatMap((lie, i) => [lie, { name: `good-${i}.json`, bytes: good }]);
    const { done } = await batch("hostile.zip", zip(members));
    assert.equal(done, members.length);
    const all = await kept();
    const errors = Object.fromEntries(
      all.filter(({ error }) => error !== null).map(({ file, error }) => [file.slice(12), error]),
    );
    assert.deepEqual(errors, {
      "encrypted.json": "archive.encrypted",
      "cut.json": "archive.damaged",
      "checksum.json": "archive.damaged",
      "stored-checksum.json": "archive.damaged",
      "stored-shorter.json": "archive.damaged",
      "stored-longer.json": "archive.damaged",
      "longer-than-said.json": "archive.damaged",
      "shorter-than-said.json": "archive.damaged",
      "bomb.json": "archive.damaged",
      "bomb-that-says-so.json": "file.too_large",
      "other-method.json": "archive.method",
      "inner.zip": "archive.nested",
      "inner.ndjson": "archive.nested",
      "proof.ots": "file.proof",
    });
    let counted = 0;
    for (const [i, { name, bytes }] of lies.entries()) {
      assert.deepEqual(all[2 * i + 1], expected(`hostile.zip:good-${i}.json`, good));
      if (all[2 * i].error !== null) continue;
      const file = `hostile.zip:${name}`;
      assert.deepEqual(
        all[2 * i],
        expected(file.length > 500 ? `${file.slice(0, 500)}…` : file, bytes),
        name.slice(0, 50),
      );
      counted += 1;
    }
    assert.equal(counted, lies.length - 14);
    const shown = await lines();
    assert.equal(shown.length, members.length);
    assert.ok(shown.some(({ file }) => file.includes("<img src=x onerror=alert(1)>.json")));
    assert.ok(shown.some(({ file }) => file.includes("=1+1⟨U+202E⟩⟨U+0000⟩.json")));
    assert.deepEqual(await evaluate(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("hostile strings in names and documents run nothing and hide nothing", async (t) => {
    const strings = hostileStrings();
    if (!strings) return t.skip("the vectors are not here");
    const members = strings.display.map(({ string }) => ({
      name: `${string.replaceAll(/[\ud800-\udfff]/g, "")}.json`,
      bytes: Buffer.from(
        changed("record-2101.05782", (record) => {
          record.pith_number = string;
          record.paper.title = string;
        }),
      ),
    }));
    await given.page.open();
    const scripts = await evaluate(() => window.harness.scripts());
    await openFiles(write("strings.zip", zip(members)));
    await waitForDesk(given.browser, "done");
    const shown = await lines();
    assert.equal(shown.length, 154);
    for (const [i, { string, why, must_be_made_visible: must }] of strings.display.entries()) {
      const { file, number } = shown[i];
      // White space at the ends is layout.
      const start = string.length > 500 ? `${string.slice(0, 500)}…` : string;
      assert.equal(number, visible(start).trim(), why);
      if (must) assert.ok(!file.includes(string) && !number.includes(string), why);
    }
    assert.equal(await evaluate(() => window.harness.scripts()), scripts);
    assert.deepEqual(await evaluate(() => window.harness.foreign()), []);
    await given.page.assertQuiet();
  });

  test("what is no archive, or a damaged one, is said to be that", async () => {
    await batch("none.zip", Buffer.from("no archive"));
    assert.deepEqual(await kept(), [refused("none.zip", "archive.unreadable")]);
    const whole = zip(MEMBERS);
    await batch("cut.zip", whole.subarray(0, whole.length - 3000));
    assert.deepEqual(await kept(), [refused("cut.zip", "archive.unreadable")]);
    const torn = Buffer.from(whole);
    // A local header that is none: its member is lost, and no other.
    torn.fill(0, 0, 4);
    await batch("torn.zip", torn);
    const all = await kept();
    assert.deepEqual(all[0], refused(`torn.zip:${MEMBERS[0].name}`, "archive.damaged"));
    assert.deepEqual(all[1], expected(`torn.zip:${MEMBERS[1].name}`, MEMBERS[1].bytes));
    // Members that claim the same bytes for themselves are together longer than the archive.
    const { bytes } = MEMBERS[0];
    await batch(
      "over.zip",
      zip([0, 1, 2, 3].map((i) => ({ name: `${i}.json`, bytes, ...(i > 0 ? { at: 0 } : {}) }))),
    );
    assert.deepEqual(
      (await kept()).map(({ verdict, error }) => verdict ?? error),
      ["verified", "archive.damaged", "archive.damaged", "archive.damaged"],
    );
    await batch("nothing.zip", zip([]));
    assert.equal(await count("tr[data-row]"), 0);
    assert.match(await evaluate(() => document.querySelector("[data-desk]").textContent), /no document/);
    await given.page.assertQuiet();
  });

  test("it stops when it is told to, keeps what is there, and starts again", async () => {
    const { bytes } = sample("bundle-1212.1787");
    const members = Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.json`, bytes }));
    await given.page.open();
    await openFiles(write("many.zip", zip(members)));
    const { count: all } = await waitForDesk(given.browser, "checking", 3);
    assert.equal(all, 3000);
    await given.page.click('[data-action="desk-stop"]');
    const { done } = await waitForDesk(given.browser, "stopped");
    assert.ok(done >= 3 && done < 3000, `${done}`);
    await evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.equal((await waitForDesk(given.browser, "stopped")).done, done);
    const lines = await kept();
    assert.equal(lines.length, done);
    // What was given up has no line: it is no tool error.
    assert.ok(lines.every(({ verdict, error }) => verdict === "verified" && error === null));
    await given.page.click('[data-action="desk-again"]');
    await waitForDesk(given.browser, "checking", 3);
    // A single document takes its place, and nothing goes on behind it.
    await given.page.drop(retitled());
    await given.page.verdict("broken");
    assert.equal(await count("[data-desk]"), 0);
  });

  test("lines are ordered and chosen", async () => {
    await batch("batch.zip", zip(MEMBERS));
    const all = await kept();
    const value = {
      status: ({ verdict }) => ORDER.indexOf(verdict),
      file: ({ file }) => file,
      number: ({ number }) => number,
      failed: ({ check, reason }) => check ?? reason,
      key: ({ keys }) => keys[0]?.id ?? keys[0]?.fingerprint ?? null,
      events: ({ events }) => (events === null ? null : Number(events)),
    };
    const sorted = (by, sign) =>
      all.toSorted((one, other) => {
        const [a, b] = [by(one), by(other)];
        if (a === b) return all.indexOf(one) - all.indexOf(other);
        if (a === null || b === null) return a === null ? 1 : -1;
        return a < b ? -sign : sign;
      });
    const names = (some) => some.map(({ file }) => file);
    for (const [column, by] of Object.entries(value)) {
      await given.page.click(`[data-order="${column}"]`);
      assert.deepEqual(names(await kept()), names(sorted(by, 1)), column);
      assert.equal(await count(`[aria-sort=ascending] [data-order="${column}"]`), 1);
      await given.page.click(`[data-order="${column}"]`);
      assert.deepEqual(names(await kept()), names(sorted(by, -1)), column);
      assert.equal(await count(`[aria-sort=descending] [data-order="${column}"]`), 1);
    }
    await evaluate(() => {
      const select = document.querySelector('[data-action="desk-order"]');
      select.value = "index";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      const turned = document.querySelector('[data-action="desk-descending"]');
      if (turned.checked) turned.click();
    });
    assert.deepEqual(names(await kept()), names(all));
    await given.page.click('[data-filter="unsigned"]');
    const unsigned = all.filter(({ verdict }) => verdict === "unsigned");
    assert.ok(unsigned.length > 3 && unsigned.length < all.length);
    assert.deepEqual(names(await kept()), names(unsigned));
    assert.deepEqual(
      (await lines()).map(({ word }) => word),
      unsigned.map(() => "unsigned"),
    );
    await evaluate(() => window.harness.fill('[data-action="desk-find"]', "INTEGRITY/"));
    assert.deepEqual(names(await kept()), names(unsigned.filter(({ file }) => file.includes("integrity/"))));
    await evaluate(() => window.harness.fill('[data-action="desk-find"]', "nothing is like this"));
    assert.deepEqual(await kept(), []);
    await given.page.click('[data-filter=""]');
    await evaluate(() => window.harness.fill('[data-action="desk-find"]', "digest.mismatch"));
    assert.deepEqual(names(await kept()), names(all.filter(({ reason }) => reason === "digest.mismatch")));
    await given.page.assertQuiet();
  });

  test("each form of export says the same, and a spreadsheet computes nothing", async () => {
    const { bytes } = sample("record-2101.05782");
    const names = ["=1+1.json", "+1.json", "-1.json", "@a.json", "\t=1.json", '"quoted", and\r\nbroken.json'];
    const numbered = Buffer.from(
      changed("record-2101.05782", (record) => {
        record.pith_number = "=HYPERLINK(1)";
      }),
    );
    const lines = [
      ...names.map((name) => ({ name, bytes })),
      { name: "number.json", bytes: numbered },
      { name: "none.zip", bytes },
    ];
    // As files with these very names; an archive would put its own name before them.
    await given.page.open();
    await evaluate(
      (files) => {
        const data = { types: ["Files"], items: [], getData: () => "" };
        data.files = files.map(([name, text]) => {
          const file = new File([text], "x");
          Object.defineProperty(file, "name", { value: name });
          return file;
        });
        const event = new DragEvent("drop", { bubbles: true, cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: data });
        document.body.dispatchEvent(event);
      },
      lines.map(({ name, bytes }) => [name, bytes.toString("utf8")]),
    );
    await waitForDesk(given.browser, "done");
    const all = lines.map(({ name, bytes }) =>
      name.endsWith(".zip") ? refused(name, "archive.unreadable") : expected(name, bytes),
    );
    assert.deepEqual(await kept(), all);
    const saved = (form) =>
      evaluate((form) => window.harness.saved(`[data-action="desk-save-${form}"]`), form);
    const ndjson = await saved("ndjson");
    assert.ok(ndjson.endsWith("\n"));
    assert.deepEqual(
      ndjson
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
      all,
    );
    const csv = readCsv(await saved("csv"));
    const cell = (text) => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text);
    assert.deepEqual(
      csv,
      all.map(({ keys_left_out: _, keys, ...line }) => ({
        ...Object.fromEntries(
          Object.entries(line).map(([name, value]) => [
            name,
            typeof value === "string" ? cell(visible(value)) : String(value ?? ""),
          ]),
        ),
        keys: keys.map(({ id, trust }) => `${id} (${trust})`).join("; "),
      })),
    );
    for (const line of csv) {
      for (const text of Object.values(line)) assert.doesNotMatch(text, /^[\s]*[=+\-@]/);
    }
    assert.equal(csv.filter(({ file }) => file.startsWith("'")).length, 4);
    assert.equal(csv[6].number, "'=HYPERLINK(1)");
    const start = await evaluate(async () => {
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = () => undefined;
      const blob = await new Promise((resolve) => {
        URL.createObjectURL = (blob) => (resolve(blob), "");
        document.querySelector('[data-action="desk-save-csv"]').click();
      });
      Object.assign(URL, { createObjectURL });
      Object.assign(HTMLAnchorElement.prototype, { click });
      return [...new Uint8Array(await blob.slice(0, 8).arrayBuffer())];
    });
    assert.deepEqual(start, [...Buffer.from("\ufefffile,", "utf8")]);
    await given.page.assertQuiet();
  });

  test("a line leads to its full report and back, also by keyboard", async () => {
    await batch("batch.zip", zip(MEMBERS));
    await evaluate(() => document.querySelector('tr[data-row="0"] button').focus());
    const focused = () =>
      evaluate(() => Number(document.activeElement.closest("tr[data-row]")?.dataset.row ?? -1));
    const press = async (key, row) => {
      await given.browser.press(key);
      for (let i = 0; i < 50 && (await focused()) !== row; i += 1);
      assert.equal(await focused(), row, key);
    };
    await press("ArrowDown", 1);
    await press("ArrowDown", 2);
    await press("ArrowUp", 1);
    await press("End", 57);
    await press("ArrowDown", 57);
    await press("Home", 0);
    await press("ArrowDown", 1);
    // One line alone is on the way of the Tab key.
    assert.equal(await count('tr[data-row] button[tabindex="0"]'), 1);
    const wanted = MEMBERS.findIndex(({ name }) => name.includes("title-changed"));
    for (let row = 2; row <= wanted; row += 1) await press("ArrowDown", row);
    await given.browser.press("Enter");
    assert.equal((await given.page.verdict("broken"))[0].word, "broken");
    const checks = await given.page.checks();
    const report = verify(MEMBERS[wanted].bytes);
    assert.ok(checks.some(({ name }) => name === report.checks[report.verdict.failing].name));
    await given.page.click('[data-action="to-desk"]');
    await waitForDesk(given.browser, "done");
    for (let i = 0; i < 50 && (await focused()) !== wanted; i += 1);
    assert.equal(await focused(), wanted);
    assert.equal(await count("[data-verdict]"), 0);
    // What could not be read has no report.
    await batch("locked.zip", zip([{ name: "a.json", bytes: Buffer.from("{}"), flags: ENCRYPTED }]));
    await given.page.click("tr[data-row] button");
    assert.equal(await count("[data-verdict]"), 0);
    assert.equal((await waitForDesk(given.browser, "done")).done, 1);
    await given.page.assertQuiet();
  });

  test("the keys that are trusted hold for the desk too", async () => {
    await batch("batch.zip", zip(MEMBERS.slice(0, 8)));
    assert.equal((await totals()).verified, 5);
    await given.page.click('[data-action="built-in-keys"]');
    await evaluate(() => window.harness.seen('[data-filter="consistent"]'));
    await waitForDesk(given.browser, "done");
    const sums = { "": 8 };
    for (const { bytes } of samples) {
      const { word } = verify(bytes, { builtInKeys: false }).verdict;
      sums[word] = (sums[word] ?? 0) + 1;
    }
    assert.ok(sums.consistent > 3 && sums.verified === undefined);
    assert.deepEqual(await totals(), sums);
    const [line] = await kept();
    assert.equal(line.keys[0].trust, "not_in_ring");
    await evaluate(() => window.harness.fill('[data-action="trust-keys"]', "no key"));
    await waitForDesk(given.browser, "refused");
    assert.equal(await count("tr[data-row]"), 0);
    const [error] = await evaluate(() => window.harness.seen("#trust-error[data-said]"));
    assert.notEqual(error.trim(), "");
    await evaluate(() => window.harness.fill('[data-action="trust-keys"]', ""));
    await waitForDesk(given.browser, "done");
    assert.deepEqual(await totals(), sums);
    await given.page.assertQuiet();
  });

  const asset = readdirSync(join(site, "assets")).find((name) => /^worker-.*\.js$/.test(name));
  const worker = readFileSync(join(site, "assets", asset), "utf8");
  /** The wasm of the workers does something else for documents that hold a certain text. */
  const spoiled = (what) => `
    const { instantiate } = WebAssembly;
    let held = "";
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate(...given);
      const { verify } = instance.exports;
      const exports = { ...instance.exports, verify: (...values) => (${what})(held, () => verify(...values)) };
      return new Proxy(instance, { get: (target, name) => (name === "exports" ? exports : target[name]) });
    };
    // A module with one function, which is the one instruction that traps.
    const bytes = Uint8Array.of(0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11);
    const trap = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f;
    self.addEventListener("message", ({ data }) => {
      const [input] = data.given ?? [];
      // The desk hands members of an archive over as they stand there; those that matter here are not compressed.
      const bytes = input?.bytes ?? input;
      held = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : "";
    });
    ${worker}`;

  test("a worker that traps is replaced, and its document gets no verdict", async () => {
    const good = sample("bundle-1212.1787").bytes;
    const members = Array.from({ length: 30 }, (_, i) =>
      i % 5 === 2
        ? { name: `${i}.json`, bytes: Buffer.from('"trap"'), stored: true }
        : { name: `${i}.json`, bytes: good },
    );
    const path = write("traps.zip", zip(members));
    const script = spoiled(`(held, verify) => (held === '"trap"' ? trap() : verify())`);
    await changedSite({ [`/assets/${asset}`]: script }, async (page) => {
      await page.open();
      await openFiles(path);
      await waitForDesk(given.browser, "done");
      assert.deepEqual(
        await kept(),
        members.map(({ name, bytes }, i) =>
          i % 5 === 2 ? refused(`traps.zip:${name}`, "tool.stopped") : expected(`traps.zip:${name}`, bytes),
        ),
      );
      assert.deepEqual(await totals(), { "": 30, tool_error: 6, verified: 24 });
      const text = await evaluate(() => document.querySelector("[data-desk]").textContent);
      assert.match(text, /neither verified nor broken/);
      // The page's own worker traps likewise, and gives no verdict either.
      await page.click('tr[data-failure="tool.stopped"] button');
      assert.equal((await evaluate(() => window.harness.seen("[data-tool-error]"))).length, 1);
      assert.equal(await count("[data-verdict]"), 0);
      await page.click('[data-action="to-desk"]');
      await waitForDesk(given.browser, "done");
    });
  });

  test("a worker that never comes to an end is replaced", async () => {
    const good = sample("bundle-1212.1787").bytes;
    const members = Array.from({ length: 9 }, (_, i) =>
      i === 3
        ? { name: `${i}.json`, bytes: Buffer.from('"loop"'), stored: true }
        : { name: `${i}.json`, bytes: good },
    );
    const path = write("loops.zip", zip(members));
    const script = spoiled(`(held, verify) => { while (held === '"loop"'); return verify(); }`);
    await changedSite({ [`/assets/${asset}`]: script }, async (page) => {
      await page.open();
      // A minute is long for a test.
      await evaluate(() => {
        const { setTimeout } = window;
        window.setTimeout = (work, time, ...rest) =>
          setTimeout(work, time === 60_000 ? 12_000 : time, ...rest);
      });
      await openFiles(path);
      await waitForDesk(given.browser, "done");
      assert.deepEqual(
        (await kept()).map(({ verdict, error }) => verdict ?? error),
        members.map((_, i) => (i === 3 ? "tool.timeout" : "verified")),
      );
    });
  });

  test("a second opinion that disagrees leaves no verdict on the desk", async () => {
    const script = `crypto.subtle.digest = async () => new Uint8Array(32).buffer;\n${worker}`;
    await changedSite({ [`/assets/${asset}`]: script }, async (page) => {
      await page.open();
      await openFiles(write("few.zip", zip(MEMBERS.slice(0, 3))));
      await waitForDesk(given.browser, "done");
      assert.deepEqual(await totals(), { "": 3, tool_error: 3 });
      assert.ok((await kept()).every(({ error }) => error === "tool.disagrees"));
    });
  });

  test("long documents are checked last, and stop nobody", async () => {
    const { bytes } = sample("bundle-1212.1787");
    const long = Buffer.from(
      changed("bundle-1212.1787", (bundle) => {
        bundle.events[1].payload.graph_snapshot.extra = Array.from({ length: 100_000 }, (_, i) => i);
      }),
    );
    assert.ok(long.length > 1 << 19);
    const members = [
      { name: "long.json", bytes: long },
      { name: "blank.json", bytes: Buffer.concat([bytes, Buffer.alloc(2 << 20, " ")]) },
      ...Array.from({ length: 20 }, (_, i) => ({ name: `${i}.json`, bytes })),
    ];
    await batch("long.zip", zip(members));
    assert.deepEqual(
      await kept(),
      members.map(({ name, bytes }) => expected(`long.zip:${name}`, bytes)),
    );
  });

  test("it fits a narrow screen, and says how far it is to those who listen", async () => {
    await given.browser.size(420, 800);
    await batch("batch.zip", zip(MEMBERS));
    const over = await evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const shown = await evaluate(() => {
      const seen = ([name]) => document.querySelector(`tr[data-row] [data-column="${name}"]`);
      const box = (element) => element.getBoundingClientRect();
      const [status, file, number] = [["status"], ["file"], ["number"]].map(seen).map(box);
      return {
        sideBySide: status.top < file.bottom && file.left >= status.right,
        below: number.top >= file.bottom,
      };
    });
    const said = await evaluate(() => document.querySelector("pith-desk [role=status]").textContent);
    await given.browser.size(1280, 900);
    assert.ok(over <= 0, `${over} pixels stand out`);
    assert.deepEqual(shown, { sideBySide: true, below: true });
    assert.match(said, /58 checked\. Broken: \d+/);
    await given.page.assertQuiet();
  });

  test("axe finds nothing to say against it", async () => {
    const axe = readFileSync(join(root, "www/node_modules/axe-core/axe.min.js"), "utf8");
    await batch(
      "batch.zip",
      zip([...MEMBERS, { name: "a.json", bytes: Buffer.from("x"), flags: ENCRYPTED }]),
    );
    await given.browser.evaluate(`() => { ${axe} }`);
    const found = await evaluate(async () => {
      const { violations } = await window.axe.run(document.querySelector("pith-desk"));
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("; ")}`,
      );
    });
    assert.deepEqual(found, []);
  });
});
