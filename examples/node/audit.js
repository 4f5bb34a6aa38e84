// Checks every .json file below a folder: node audit.js FOLDER [KEYFILE]...
//
// One line of JSON for each file, in the order of their names, and a summary at the end on standard error. Ends with 0 when all are
// verified, with 1 when one is not, and with 2 when one could not be checked or there is none.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { verify } from "pith-verifier";

const [folder, ...keyFiles] = process.argv.slice(2);
if (folder === undefined) {
  console.error("expected a folder: node audit.js FOLDER [KEYFILE]...");
  process.exit(2);
}
const trustKeys = await Promise.all(keyFiles.map((file) => readFile(file, "utf8")));
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
const counts = {};
for (const name of names) {
  const line = await audited(name);
  counts[line.verdict] = (counts[line.verdict] ?? 0) + 1;
  // JSON.stringify writes control characters as escapes.
  console.log(JSON.stringify(line));
}
console.error(`${names.length} files:`, counts);
const { verified = 0, "not checked": unchecked = 0 } = counts;
process.exitCode = unchecked > 0 || names.length === 0 ? 2 : verified < names.length ? 1 : 0;

async function audited(name) {
  try {
    const { verdict, claims, checks, sha256 } = verify(await readFile(join(folder, name)), {
      explain: false,
      trustKeys,
    });
    return {
      name,
      verdict: verdict.word,
      number: claims.find((claim) => claim.name === "pith_number")?.value ?? null,
      failed: checks.filter(({ outcome }) => outcome === "failed").map((check) => check.name),
      sha256,
    };
  } catch (error) {
    // The verifier stopped: what it said after that would count for nothing.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    // A file that cannot be read, which says nothing about the document.
    return { name, verdict: "not checked", error: String(error) };
  }
}
