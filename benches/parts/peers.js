// What a bundle takes the verifier and its peers, natively and in each engine.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changed } from "../changed.js";
import { KEY } from "../peers/bundle.js";
import { browser, bundles, program, servePage } from "../places.js";
import { spread, table } from "../tables.js";
import { median, takeTurns } from "../turns.js";

const LABELS = {
  whole: "this verifier, whole report",
  brief: "this verifier, without explanations",
  verdict: "this verifier, verdict alone",
  webcrypto: "WebCrypto peer",
  noble: "noble peer",
  nobleWithTables: "noble peer with tables for the key",
  python: "Python peer",
};

/** What takes how many times as long as what, and the goal where there is one. */
const RATIOS = [
  ["chromium webcrypto", "chromium whole", "at least 1.8"],
  ["chromium noble", "chromium whole", "at least 7"],
  ["chromium webcrypto", "chromium verdict", "at least 3.2"],
  ["chromium noble", "chromium verdict", "at least 13"],
  ["chromium nobleWithTables", "chromium whole", ""],
  ["chromium nobleWithTables", "chromium verdict", ""],
  ["firefox webcrypto", "firefox whole", "over 1"],
  ["firefox noble", "firefox whole", "over 1"],
  ["firefox webcrypto", "firefox verdict", "over 1"],
  ["node webcrypto", "node whole", "over 1"],
  ["node noble", "node whole", "over 1"],
  ["node webcrypto", "node verdict", "over 1"],
  ["node whole", "native whole", "at most 1.9"],
  ["node verdict", "native verdict", "at most 1.9"],
  ["native python", "native whole", "at least 5"],
  ["native python", "native verdict", "at least 5"],
];

/** @param {{quick: boolean}} options */
export async function peers({ quick }) {
  const options = { rounds: quick ? 4 : 60, documents: bundles.length };
  const found = await programs(options);
  for (const name of ["chromium", "firefox"]) Object.assign(found, await page(name, options));
  const lacking = ["native", "node", "chromium", "firefox"].filter((place) => !(`${place} verdict` in found));
  if (lacking.length > 0)
    console.log(`SKIPPED: the verdict alone, for which there is no function (${lacking.join(", ")})`);
  return { raw: { unit: "nanoseconds a bundle", found }, text: `${times(found)}\n\n${ratios(found)}` };
}

/** The programs take turns with each other. */
async function programs(options) {
  const paths = bundles.map(({ path }) => path);
  const places = await Promise.all([
    program(process.env.PITH_NATIVE, paths),
    program(process.env.PITH_PEER_PYTHON, ["peers/python.py", KEY, ...paths]),
    program(process.execPath, ["node.js", ...paths]),
  ]);
  try {
    for (const place of places) await rightAnswers(place);
    const [native, python, node] = places;
    return await takeTurns([...of(native, "native"), ...of(python, "native"), ...of(node, "node")], options);
  } finally {
    for (const place of places) await place.close();
  }
}

async function page(name, options) {
  const server = await servePage();
  try {
    const place = await browser(name, server);
    try {
      await rightAnswers(place);
      return await takeTurns(of(place, name), options);
    } finally {
      await place.close();
    }
  } finally {
    await server.close();
  }
}

const of = ({ names, go }, place) =>
  names.map((name) => ({ name: `${place} ${name}`, go: (passes) => go(name, passes) }));

/** Fails when a contender does not take a real bundle, or takes a changed one. */
async function rightAnswers({ names, is }) {
  const folder = mkdtempSync(join(tmpdir(), "pith-bench-"));
  const path = join(folder, "bundle.json");
  const hold = async (document, expected, what) => {
    writeFileSync(path, document);
    for (const name of names) assert.equal(await is(name, path), expected, `${name}: ${what}`);
  };
  try {
    for (const { name, bytes } of bundles) {
      await hold(bytes, true, name);
      for (const { what, bytes: document } of changed(bytes)) await hold(document, false, `${name}: ${what}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function times(found) {
  const rows = Object.entries(found).map(([name, values]) => {
    const [place, contender] = name.split(" ");
    return [place, LABELS[contender], spread(values.map((value) => value / 1000))];
  });
  return table(["where", "what", "microseconds a bundle: median (quartiles)"], rows);
}

function ratios(found) {
  const known = RATIOS.filter(([over, under]) => over in found && under in found);
  const rows = known.map(([over, under, goal]) => {
    const [place, contender] = over.split(" ");
    const [to, other] = under.split(" ");
    const ratio = (median(found[over]) / median(found[under])).toFixed(2);
    const places = place === to ? place : `${place} to ${to}`;
    return [places, `${LABELS[contender]} to ${LABELS[other]}`, ratio, goal];
  });
  return table(["where", "time of … to time of …", "ratio", "goal"], rows);
}
