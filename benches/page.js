// The contenders in a page. What drives the browser calls these functions.
import { contenders, took } from "./contenders.js";
import { connect } from "../pkg/client.js";
import * as pkg from "../pkg/index.js";

/** The documents' names stand in the page. */
const read = async (name) => new Uint8Array(await (await fetch(`/samples/${name}`)).arrayBuffer());

const documents = await Promise.all(document.body.dataset.documents.split(" ").map(read));
const all = await contenders(pkg);

export const names = Object.keys(all);

export const is = (name, text) => all[name](new TextEncoder().encode(text));

/** The nanoseconds that a document took in so many passes over all. */
export async function go(name, passes) {
  const milliseconds = await took(all[name], documents, passes);
  return Math.round((milliseconds * 1e6) / (documents.length * passes));
}

/** The documents a second when so many are under way at a time. */
export async function many(name, count, atOnce) {
  return perSecond(count, atOnce, async (at) => {
    if (!(await all[name](documents[at % documents.length])))
      throw new Error(`${name} does not take a document`);
  });
}

/** The documents a second with so many workers of the package, each of which has two of them at a time. */
export async function workers(count, number) {
  const verifiers = Array.from({ length: number }, () => connect());
  await Promise.all(verifiers.map((verifier) => verifier.verify(documents[0])));
  try {
    return await perSecond(count, 2 * number, async (at, slot) => {
      const report = await verifiers[slot % number].verify(documents[at % documents.length]);
      if (report.verdict.word !== "verified") throw new Error("a worker does not take a document");
    });
  } finally {
    for (const verifier of verifiers) verifier.close();
  }
}

/** How many are done in a second when so many are under way at a time. */
async function perSecond(count, atOnce, work) {
  let next = 0;
  const started = performance.now();
  const slots = Array.from({ length: atOnce }, async (_, slot) => {
    while (next < count) await work(next++, slot);
  });
  await Promise.all(slots);
  return (count * 1000) / (performance.now() - started);
}
