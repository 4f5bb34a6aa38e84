// What is measured in an engine of JavaScript: the package as shipped, and the peers. Each takes a bundle's bytes and
// tells whether it holds.
import { KEY } from "./peers/bundle.js";
import { noble, nobleWithTables } from "./peers/noble.js";
import { webcrypto } from "./peers/webcrypto.js";

/** The verifier's by the functions of the package. One that the package does not have makes nothing. */
const OURS = {
  whole: ({ verify }) => verify && ((bytes) => verify(bytes).verdict.word === "verified"),
  brief: ({ verify }) => verify && ((bytes) => verify(bytes, { explain: false }).verdict.word === "verified"),
  verdict: ({ verdict }) => verdict && ((bytes) => verdict(bytes) === "verified"),
};

/** The contenders by their names. */
export async function contenders(pkg) {
  const ours = Object.entries(OURS).map(([name, make]) => [name, make(pkg)]);
  return {
    ...Object.fromEntries(ours.filter(([, verify]) => verify !== undefined)),
    webcrypto: await webcrypto(KEY),
    noble: noble(KEY),
    nobleWithTables: nobleWithTables(KEY),
  };
}

/** The milliseconds that so many passes over the documents take, one document after the other. */
export async function took(verify, documents, passes) {
  const started = performance.now();
  for (let pass = 0; pass < passes; pass += 1) {
    for (const document of documents) {
      const answer = verify(document);
      if (typeof answer !== "boolean") await answer;
    }
  }
  return performance.now() - started;
}
