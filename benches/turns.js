// Measurements that take turns, so that whatever else the machine does falls on all of them.
import { generator } from "../www/test/documents.js";

/** One measurement lasts about so long, for clocks in browsers are coarse and other programs are about. */
const MILLISECONDS = { warmUp: 400, batch: 60 };

/**
 * Lets contenders take turns: in each round every one has one, in an order that is drawn anew.
 *
 * @param {{name: string, go: (passes: number) => Promise<number>}[]} contenders `go` gives the nanoseconds of a document.
 * @param {{rounds: number, documents: number}} options How many documents are in one pass.
 * @returns {Promise<Record<string, number[]>>} The nanoseconds of each turn.
 */
export async function takeTurns(contenders, { rounds, documents }) {
  const ways = {};
  for (const { name, go } of contenders) {
    const passes = await warmedUp(go, documents);
    ways[name] = () => go(passes);
  }
  return inTurns(ways, rounds);
}

/**
 * The same for ways that need no more than a first time that is not counted.
 *
 * @param {Record<string, () => Promise<number>>} ways
 * @param {number} rounds
 * @returns {Promise<Record<string, number[]>>} What each gave in each round.
 */
export async function inTurns(ways, rounds) {
  const found = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  const random = generator(1);
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of shuffled(Object.entries(ways), random)) {
      const value = await run();
      if (round >= 0) found[name].push(value);
    }
  }
  return found;
}

/** The values in an order that is drawn. */
function shuffled(values, random) {
  const left = [...values];
  return Array.from(values, () => left.splice(random(left.length), 1)[0]);
}

/** How many passes make a batch, once a contender is warm. */
async function warmedUp(go, documents) {
  let passes = 1;
  for (let spent = 0; spent < MILLISECONDS.warmUp;) {
    const pass = Math.max(((await go(passes)) * documents) / 1e6, 0.01);
    spent += pass * passes;
    passes = Math.max(1, Math.round(MILLISECONDS.batch / pass));
  }
  return passes;
}

/** The value below which so large a part of the others is. */
export function quantile(values, part) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);
