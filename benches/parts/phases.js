// Where the time of a whole report goes, natively and in wasm in Node, by what samples of a running program say; and
// beside it what the machine needs at least for what cannot be left out.
import { execFileSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, sign, verify as holds } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify } from "../../dist/pkg/index.js";
import { bundles } from "../places.js";
import { table } from "../tables.js";
import { inTurns, median } from "../turns.js";

/** What a function belongs to, by its name: the first that fits. */
const PHASES = {
  signatures: /curve25519|ed25519|crypto::|Sha512|sha512|LocalKey/,
  "SHA-256": /sha256|Sha256|sha2::/,
  "reading JSON": /json::parse|json::tree::Tree::(keyed|sort_keyed)|slice::sort/,
  "canonical form": /canonical::/,
  "JavaScript: objects of the report, garbage": /^\(garbage|^js /,
  "the report as JSON text": /serde|itoa/,
  "memory: taken, freed, copied":
    /alloc|mem(cpy|move|set|cmp)|_int_(malloc|free|realloc)|unlink_chunk|^c?free|drop_in_place|raw_vec|realloc/,
  "checks, coverage, sentences": /./,
};
const NAMES = Object.keys(PHASES);

/** @param {{quick: boolean}} options */
export async function phases({ quick }) {
  const passes = quick ? 100 : 2000;
  const paths = bundles.map(({ path }) => path);
  const found = { natively: natively(paths, passes), wasm: inWasm(paths, passes) };
  const places = Object.entries(found).filter(([, times]) => times !== null);
  const total = (times) => Object.values(times).reduce((sum, time) => sum + time, 0);
  const rows = NAMES.filter((name) => places.some(([, times]) => times[name])).map((name) => [
    name,
    ...places.map(([, times]) => (times[name] ?? 0).toFixed(0)),
  ]);
  rows.push(["all", ...places.map(([, times]) => total(times).toFixed(0))]);
  const limit = await least(quick ? 5 : 50);
  const sum = total(limit.times);
  const least_rows = Object.entries(limit.times).map(([name, time]) => [
    name,
    limit.how[name],
    time.toFixed(0),
  ]);
  least_rows.push([
    "all",
    places.map(([place, times]) => `${place} ${(total(times) / sum).toFixed(1)} times that`).join(", "),
    sum.toFixed(0),
  ]);
  const text = [
    table(["microseconds a bundle", ...places.map(([place]) => place)], rows),
    table(["at the least", "as reckoned", "microseconds a bundle"], least_rows),
  ].join("\n\n");
  return { raw: { unit: "microseconds a bundle", found, limit }, text };
}

/** Sorts times by functions into phases. */
function sorted(functions) {
  const times = {};
  for (const [name, time] of functions) {
    const phase = NAMES.find((phase) => PHASES[phase].test(name));
    times[phase] = (times[phase] ?? 0) + time;
  }
  return times;
}

/** Samples by Linux' perf, where there is one. */
function natively(paths, passes) {
  const folder = mkdtempSync(join(tmpdir(), "pith-phases-"));
  const data = join(folder, "perf.data");
  try {
    const run = ["-q", "-e", "cpu-clock", "-F", "5000", "-o", data, process.env.PITH_NATIVE, ...paths];
    // The program tells the nanoseconds of a document itself; samples say which part of them is whose.
    const said = execFileSync("perf", ["record", ...run], {
      input: `go whole ${passes}\n`,
      encoding: "utf8",
    });
    const microseconds = Number(said.trim().split("\n").at(-1)) / 1000;
    const shown = ["--stdio", "--no-children", "-F", "overhead,symbol", "--percent-limit", "0"];
    const report = execFileSync("perf", ["report", "-q", "-i", data, ...shown], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    const lines = report.split("\n").map((line) => line.match(/^\s*([\d.]+)%\s+\[.\]\s+(.*\S)/));
    return sorted(lines.filter(Boolean).map(([, part, name]) => [name, (Number(part) / 100) * microseconds]));
  } catch (error) {
    console.log(
      `SKIPPED: the phases natively, for perf (Debian's linux-perf) gives no samples: ${error.message}`,
    );
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Samples by V8 of the wasm as shipped, but with the names of its functions. */
function inWasm(paths, passes) {
  const said = execFileSync(
    process.execPath,
    ["profile.js", process.env.PITH_NAMED_WASM, String(passes), ...paths],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  return sorted(JSON.parse(said));
}

/** What the same work takes OpenSSL and V8, written for this processor: hashes, signatures, one pass over the text. */
async function least(rounds) {
  const documents = bundles.map(({ bytes }) => ({ bytes, report: verify(bytes) }));
  const checks = documents.flatMap(({ report }) => report.checks);
  const hashed = checks.reduce((sum, check) => sum + (check.hashed?.bytes ?? 0), 0) / documents.length;
  const signatures = checks.filter(({ name }) => name.endsWith(".signature")).length / documents.length;
  const read = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / documents.length;
  const buffer = Buffer.alloc(1 << 20, 1);
  const { privateKey } = generateKeyPairSync("ed25519");
  const [key, message] = [createPublicKey(privateKey), Buffer.alloc(32, 1)];
  const signature = sign(null, message, privateKey);
  const texts = documents.map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const timed = (times, work) => async () => {
    const started = performance.now();
    for (let at = 0; at < times; at += 1) work(at);
    return ((performance.now() - started) * 1000) / times;
  };
  const found = await inTurns(
    {
      byte: timed(20, () => createHash("sha256").update(buffer).digest()),
      signature: timed(200, () => holds(null, message, key, signature)),
      text: timed(400, (at) => JSON.parse(texts[at % texts.length])),
    },
    rounds,
  );
  const byte = median(found.byte) / buffer.length;
  const each = { signature: median(found.signature), text: median(found.text) };
  return {
    times: { "SHA-256": byte * hashed, signatures: each.signature * signatures, "reading JSON": each.text },
    how: {
      "SHA-256": `${hashed.toFixed(0)} bytes, by OpenSSL ${(byte * 1000).toFixed(2)} ns each`,
      signatures: `${signatures}, by OpenSSL ${each.signature.toFixed(0)} µs each`,
      "reading JSON": `${read.toFixed(0)} bytes, by JSON.parse ${((each.text * 1000) / read).toFixed(1)} ns each`,
    },
  };
}
