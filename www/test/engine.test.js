// The messages between the page and its worker: a worker that is killed at any moment, and messages that do not come,
// come late, twice, in another order or about something else. No call gets a report that was not made for it whole.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { test } from "node:test";
import { source } from "./bundle.js";
import { generator, retitled, samples } from "./documents.js";
import { earned, Engine, engineWith, given, NodeWorker, outcome, ToolError } from "./engine.js";

const KILLS = 1000;
/** Fewer, and one cannot be sure that messages were torn apart. */
const SHUFFLES = 1000;

const documents = [
  ...samples.map(({ bytes }) => bytes.toString("utf8")),
  retitled(),
  '{"bundle_type": "pith_open_graph_bundle",\n "events": [',
];
/** Arguments of the call that verifies, about one of the documents. */
const about = (text) => [text, { replay: true }, null, null];
const good = await (async () => {
  const { engine } = engineWith();
  const all = [];
  for (const text of documents) all.push(given(await engine.call("verify", ...about(text))));
  engine.stop();
  return all;
})();

test(`a worker that is killed ${KILLS} times gives no verdict that is not the document's`, async (t) => {
  const random = generator(20_261_122);
  const { engine, workers } = engineWith();
  const kill = [
    () => engine.stop("killed by the test"),
    () => workers.at(-1).kill("the worker was killed"),
    // The engine is told only later, as by the desk, which waits for a minute.
    async () => {
      workers.at(-1).terminate();
      await pause(random(3));
      engine.stop("it took too long");
    },
  ];
  const counts = { report: 0, error: 0, next: 0 };
  for (let i = 0; i < KILLS; i += 1) {
    const which = random(documents.length);
    const isWarm = random(2) === 0;
    if (isWarm) {
      // In a fresh instance, for the one before was killed.
      const other = random(documents.length);
      const next = await outcome(engine.call("verify", ...about(documents[other])));
      assert.ok(earned(next, good[other], `${i}: next`), `${i}: document ${other} did not come out`);
      counts.next += 1;
    }
    const call = outcome(engine.call("verify", ...about(documents[which])));
    const begun = workers.length;
    if (isWarm && random(4) > 0) {
      for (let turns = random(8); turns > 0; turns -= 1) await new Promise(setImmediate);
    } else await pause(random(isWarm ? 10 : 80));
    await kill[random(kill.length)]();
    const isGood = earned(await call, good[which], `${i}: document ${which}`);
    counts[isGood ? "report" : "error"] += 1;
    engine.stop();
    assert.ok(workers.length <= begun + 1, "one worker at a time");
  }
  t.diagnostic(`${KILLS} killed, ${workers.length} started: ${JSON.stringify(counts)}`);
  assert.equal(counts.report + counts.error, KILLS);
  // Both happen, or the moments were not random.
  assert.ok(counts.report > 20 && counts.error > 200 && counts.next > 300, JSON.stringify(counts));
});

/** A worker that says what a test has it say. */
class Puppet extends EventTarget {
  asked = [];
  isEnded = false;

  postMessage(message) {
    this.asked.push(message);
  }

  terminate() {
    this.isEnded = true;
  }

  say(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

/** An engine with puppets, the first of which has begun. */
function puppets() {
  const all = [];
  const spawn = () => {
    all.push(new Puppet());
    return all.at(-1);
  };
  const engine = new Engine(spawn, Promise.resolve("a module"));
  void engine.begin();
  all[0].say({ begun: true });
  return { engine, all };
}

/** What a promise has come to by now. */
async function now(promise) {
  return Promise.race([promise, pause(5, "pending")]);
}

/** What a real worker says of calls about documents, in its order. */
async function recorded(texts) {
  const port = new NodeWorker();
  const said = [];
  const over = new Promise((resolve) => {
    let answers = 0;
    port.addEventListener("message", ({ data }) => {
      said.push(data);
      if ("value" in data) answers += 1;
      if (answers === texts.length) resolve();
    });
  });
  const { engine } = engineWith();
  engine.stop();
  port.postMessage({ module: await engine.module });
  texts.forEach((text, id) => port.postMessage({ id, call: "verify", given: about(text) }));
  await over;
  port.terminate();
  return said;
}

test("answers in another order, about nobody, twice and late", async () => {
  const { engine, all } = puppets();
  const [first, second] = [engine.call("version"), engine.call("keyRing", {})].map(outcome);
  const [one] = all;
  one.say({ id: 77, value: "for nobody" });
  one.say({ id: 77, list: "checks", from: 0, items: ["for nobody"] });
  one.say({ id: 77, fault: { name: "Error", message: "of nobody", trapped: false } });
  one.say({ begun: true });
  assert.equal(await now(first), "pending");
  one.say({ id: 1, value: "second" });
  one.say({ id: 1, value: "again" });
  one.say({ id: 1, fault: { name: "Error", message: "again", trapped: false } });
  assert.deepEqual(await second, { given: '"second"' });
  one.say({ id: 0, value: "first" });
  assert.deepEqual(await first, { given: '"first"' });

  const stopped = outcome(engine.call("version"));
  engine.stop("it was stopped by the test");
  assert.ok(one.isEnded);
  assert.match((await stopped).error.message, /by the test/);
  const next = outcome(engine.call("version"));
  assert.equal(all.length, 2);
  // The first one still has something to say, also about what the second one was asked.
  const { id } = all[1].asked.at(-1);
  one.say({ id, value: "late" });
  one.say({ id: 2, value: "late" });
  one.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "late" }));
  assert.equal(await now(next), "pending");
  all[1].say({ begun: true });
  all[1].say({ id, value: "fresh" });
  assert.deepEqual(await next, { given: '"fresh"' });
});

test("a trap ends all that waits, with a text, and the next call gets another worker", async () => {
  const { engine, all } = puppets();
  const calls = Array.from({ length: 5 }, () => outcome(engine.call("version")));
  all[0].say({ id: 3, fault: { name: "RuntimeError", message: "unreachable", trapped: true } });
  for (const { error } of await Promise.all(calls)) {
    assert.ok(error instanceof ToolError);
    assert.equal(error.message, "unreachable");
  }
  assert.ok(all[0].isEnded);
  void outcome(engine.call("version"));
  assert.equal(all.length, 2);
  engine.stop();
});

test("a list of which a piece is missing, double or in another place is no report", async () => {
  const piece = (from, ...items) => ({ id: 0, list: "checks", from, items });
  const end = { id: 0, value: { word: "verified" }, lists: { checks: 3, claims: 0 } };
  const told = async (...messages) => {
    const { engine, all } = puppets();
    const call = outcome(engine.call("version"));
    for (const message of messages) all[0].say(message);
    const { given, error } = await call;
    engine.stop();
    return given ?? error.name;
  };
  const whole = given({ value: { word: "verified" }, lists: { checks: [1, 2, 3], claims: [] } });
  assert.equal(await told(piece(0, 1, 2), piece(2, 3), end), whole);
  assert.equal(await told(piece(2, 3), piece(0, 1, 2), end), "ToolError");
  assert.equal(await told(piece(0, 1, 2), end), "ToolError");
  assert.equal(await told(end, piece(0, 1, 2), piece(2, 3)), "ToolError");
  assert.equal(await told(piece(0, 1, 2), piece(0, 1, 2), piece(2, 3), end), "ToolError");
  assert.equal(await told(piece(2, 3), end), "ToolError");
});

test(`what a worker says, shuffled ${SHUFFLES} times`, async (t) => {
  const random = generator(20_261_123);
  const which = [0, documents.length - 2, documents.length - 1];
  const said = await recorded(which.map((each) => documents[each]));
  assert.ok(said.length >= 10, `only ${said.length} messages`);
  const counts = { report: 0, error: 0, pending: 0 };
  for (let i = 0; i < SHUFFLES; i += 1) {
    const { engine, all } = puppets();
    const calls = which.map((each) => outcome(engine.call("verify", ...about(documents[each]))));
    const messages = said.slice();
    // Few change places in some, all in others; some are lost, or come twice.
    for (let times = i % 7; times > 0; times -= 1) {
      const [from, to] = [random(messages.length), random(messages.length)];
      [messages[from], messages[to]] = [messages[to], messages[from]];
    }
    if (random(3) === 0) messages.splice(random(messages.length), 1);
    if (random(3) === 0) messages.splice(random(messages.length), 0, messages[random(messages.length)]);
    for (const message of messages) all[0].say(message);
    for (const [at, call] of calls.entries()) {
      const found = await Promise.race([call, new Promise((resolve) => setImmediate(resolve, null))]);
      if (found === null) counts.pending += 1;
      else counts[earned(found, good[which[at]], `${i}: call ${at}`) ? "report" : "error"] += 1;
    }
    engine.stop();
  }
  t.diagnostic(JSON.stringify(counts));
  for (const count of Object.values(counts)) assert.ok(count > 20, JSON.stringify(counts));
});

test("what nobody raised on purpose ends the instance, whatever a browser calls it", async () => {
  const { answering } = await source("engine/answering.ts", {
    "engine/calls.ts": `
      export const start = async () => undefined;
      export const calls = { raise: ([type, name, message]) => {
        if (type === "text") throw message;
        throw Object.assign(new globalThis[type](message), { name });
      } };`,
  });
  const trapped = async (type, name = type, message = "because") => {
    const answer = await new Promise((resolve) => {
      const receive = answering(resolve);
      receive({ module: null });
      receive({ id: 1, call: "raise", given: [[type, name, message]] });
    });
    assert.equal(answer.fault.message, message);
    return answer.fault.trapped;
  };
  globalThis.RuntimeError = WebAssembly.RuntimeError;
  for (const name of ["RuntimeError", "RangeError", "EvalError"]) assert.ok(await trapped(name), name);
  // A stack that ran over and memory that could not be had, as Firefox tells of them.
  assert.ok(await trapped("Error", "InternalError", "too much recursion"));
  assert.ok(await trapped("text", "", "out of memory"));
  for (const name of ["Error", "TypeError"]) assert.ok(!(await trapped(name)), name);
  assert.ok(!(await trapped("Error", "RefusalError")));

  const { engine, workers } = engineWith();
  const refusal = await outcome(engine.call("compare", [], {}));
  assert.equal(refusal.error.name, "RefusalError");
  const wrong = await outcome(engine.call("verify", "", { trustKeys: ["no key"] }, null, null));
  assert.equal(wrong.error.name, "Error");
  assert.equal(workers.length, 1, "what is refused on purpose ends nothing");
  engine.stop();
});
