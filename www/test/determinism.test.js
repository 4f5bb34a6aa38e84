// One SHA-256 of the report per document: natively and in Node, in five languages, five time zones, at three times, and
// a hundred times over. The browsers are held to the same list by browser/determinism.test.js.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { ARGUMENTS, digest, documents, hold, OPTIONS, some, write } from "./determinism.js";
import { pkg, root } from "./documents.js";

const LOCALES = ["C", "de-DE", "tr-TR", "ar-EG", "th-TH"];
const ZONES = ["UTC", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati"];
/** Before the first computer's clock began, before the documents were made, and after 32 bits of seconds. */
const CLOCKS = ["1969-07-20 20:17:40", "2016-02-29 23:59:59", "2038-01-19 03:14:08"];
const RUNS = 100;

const program = process.env.PITH_VERIFY ?? join(root, "target/debug/pith-verify");
const folder = mkdtempSync(join(tmpdir(), "pith-determinism-"));
after(() => rmSync(folder, { recursive: true }));
for (const { name, bytes } of documents) writeFileSync(join(folder, name), bytes);

/** The digests of the reports that another process makes with the npm package, and what it was told. */
function inNode(environment, ...more) {
  const script = fileURLToPath(new URL("determinism-run.js", import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...more], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** The digests of the reports that the command line makes. */
function natively(environment = {}) {
  const names = documents.map(({ name }) => name);
  const { stdout, stderr, error } = spawnSync(program, [...ARGUMENTS, "--", ...names], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  const lines = stdout.split("\n");
  assert.equal(lines.pop(), "");
  assert.equal(lines.length, names.length, stderr);
  return lines.map(digest);
}

/** The library that gives a program another time; Debian's libfaketime. */
function fakeTime() {
  for (const where of readdirSync("/usr/lib", { withFileTypes: true })) {
    if (!where.isDirectory()) continue;
    const path = join("/usr/lib", where.name, "faketime/libfaketime.so.1");
    try {
      readFileSync(path);
      return path;
    } catch {
      // Not for this machine.
    }
  }
  return null;
}

test("the list is that of the npm package here, and there are enough documents", (t) => {
  const { digests } = inNode({});
  if (process.env.PITH_WRITE === "1") write(digests);
  hold(digests, "Node");
  t.diagnostic(`${documents.length} documents, ${new Set(digests).size} reports`);
  assert.ok(documents.length >= 200, `only ${documents.length} documents`);
  assert.equal(new Set(digests).size, digests.length, "each report names its document");
});

test("natively, in five languages, five time zones and at three times", (t) => {
  for (const [i, locale] of LOCALES.entries()) {
    const language = locale === "C" ? locale : `${locale.replace("-", "_")}.UTF-8`;
    hold(natively({ LANG: language, LC_ALL: language, TZ: ZONES[i] }), `natively in ${locale}, ${ZONES[i]}`);
  }
  const library = fakeTime();
  assert.notEqual(library, null, "libfaketime is not here: apt-get install libfaketime");
  for (const clock of CLOCKS) {
    const environment = { LD_PRELOAD: library, FAKETIME: `@${clock}`, TZ: "UTC" };
    const { stdout } = spawnSync("date", ["+%Y-%m-%d"], {
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });
    assert.equal(stdout.trim(), clock.slice(0, 10), "libfaketime gives a program another time");
    hold(natively(environment), `natively at ${clock}`);
  }
  t.diagnostic(`${LOCALES.length} languages, ${ZONES.length} time zones, ${CLOCKS.length} times`);
});

test("in Node, in five languages, five time zones and at three times", () => {
  const found = [];
  for (const [i, locale] of LOCALES.entries()) {
    const language = locale === "C" ? locale : `${locale.replace("-", "_")}.UTF-8`;
    const clock = `--clock=${Date.parse(`${CLOCKS[i % CLOCKS.length].replace(" ", "T")}Z`)}`;
    const { told, digests } = inNode({ LANG: language, LC_ALL: language, TZ: ZONES[i] }, clock);
    hold(digests, `Node in ${locale}, ${ZONES[i]}, ${clock}`);
    assert.equal(told.timeZone, ZONES[i]);
    if (locale !== "C") assert.equal(told.locale, locale);
    found.push(told);
  }
  // Else nothing was tried.
  assert.equal(new Set(found.map(({ printed }) => printed)).size, ZONES.length);
  assert.equal(new Set(found.map(({ now }) => now)).size, CLOCKS.length);
});

test(`${RUNS} times in one instance, and in ${RUNS} fresh ones`, async (t) => {
  const module = new WebAssembly.Module(readFileSync(join(pkg, "pith_verifier_bg.wasm")));
  const glue = readFileSync(join(pkg, "pith_verifier.js"), "utf8");
  copyFileSync(join(pkg, "leaves.js"), join(folder, "leaves.js"));
  const fresh = async (name) => {
    writeFileSync(join(folder, name), glue);
    const { initSync, verify } = await import(join(folder, name));
    initSync({ module });
    return verify;
  };
  const old = await fresh("old.mjs");
  for (let i = 0; i < RUNS; i += 1) {
    for (const verify of [old, await fresh(`glue-${i}.mjs`)]) {
      const digests = [];
      // From another one on each time, so that none always has the same one before it.
      for (const [at] of some.entries()) {
        const place = (at + i) % some.length;
        const { name, bytes } = some[place];
        digests[place] = digest(JSON.stringify(verify(bytes, { ...OPTIONS, name })));
      }
      hold(digests, verify === old ? `time ${i} in one instance` : `instance ${i}`, some);
    }
  }
  t.diagnostic(`${some.length} documents`);
});
