// Checks every bundle that bundles.json names, each in turn, in two workers, and lists the worst first.
import { connect } from "./pith-verifier/client.js";

const WORKERS = 2;
/** A file of more bytes is not checked here. */
const MOST = 32 * 1024 * 1024;
const ORDER = ["broken", "unreadable", "not checked", "unsigned", "consistent", "verified"];

const summary = document.getElementById("summary");
const table = document.getElementById("bundles");
const names = await (await fetch("bundles.json")).json();
/** How many bundles have which verdict, and where they are listed. */
const groups = new Map(ORDER.map((verdict) => [verdict, { count: 0, body: table.createTBody() }]));
const waiting = [...names];
await Promise.all(Array.from({ length: WORKERS }, work));
say("All bundles were checked.");

async function work() {
  let client = connect();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    try {
      show(name, await checked(client, name));
    } catch (error) {
      // That says nothing of the bundle: it did not come, or the verifier stopped. Who stopped is replaced.
      show(name, { verdict: "not checked", number: "", failed: error.message });
      client.close();
      client = connect();
    }
    say("Bundles are being checked.");
  }
  client.close();
}

async function checked(client, name) {
  const response = await fetch(`bundles/${encodeURIComponent(name)}`);
  if (!response.ok) throw new Error(`the mirror answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > MOST) throw new Error(`it has more than ${MOST} bytes`);
  const { verdict, claims, checks } = await client.verify(bytes, { explain: false });
  const number = claims.find((claim) => claim.name === "pith_number")?.value ?? "";
  const failed = checks.filter(({ outcome }) => outcome === "failed").map((check) => check.name);
  return {
    verdict: verdict.word,
    // Text of a document can be anything: `visible` writes out what would not be seen.
    number: await client.visible(number),
    failed: [...new Set(failed)].join(", "),
  };
}

function show(name, { verdict, number, failed }) {
  const group = groups.get(verdict);
  group.count += 1;
  const row = group.body.insertRow();
  row.dataset.verdict = verdict;
  const link = document.createElement("a");
  link.href = `bundles/${encodeURIComponent(name)}`;
  link.download = name;
  link.textContent = name;
  for (const content of [verdict, number, failed, link]) row.insertCell().append(content);
}

function say(sentence) {
  const counts = [...groups]
    .filter(([, { count }]) => count > 0)
    .map(([verdict, { count }]) => `${count} ${verdict}`);
  summary.textContent = `${sentence} Of ${names.length}: ${counts.join(", ")}.`;
}
