// The page's door to the verifier. What takes time runs in a worker; what is drawn with runs here. Nothing runs, and
// nothing is asked for, before begin().
import init, * as wasm from "../../dist/pkg/pith_verifier.js";
import type { ReproduceOptions, VerifyOptions } from "../../dist/pkg/pith_verifier.js";
import { drawn } from "./elements/graph/drawn.ts";
import type { Form, Input, Named, Verified } from "./engine/calls.ts";
import { Engine, type Port, ToolError } from "./engine/engine.ts";
import type { Misjudged, Originals } from "./engine/selftest.ts";
import type { Around, Detail, Excerpt, Query, Rows } from "./engine/outline.ts";
import { wasmFile } from "./engine/files.ts";
import { spawn } from "./engine/spawn.ts";
import type {
  Addresses,
  Check,
  Claim,
  Comparison,
  Field,
  Hashed,
  LimitName,
  ReplayStep,
  Report,
  Reproduction,
  TextMatch,
} from "./report.ts";

import { pageVoice } from "./words/voice.ts";
import { browserSha256 } from "./bytes.ts";
import { messageOf } from "./errors.ts";

export { ToolError };
export type { Form, Input, Named, Verified } from "./engine/calls.ts";
export type * from "./engine/outline.ts";
export type * from "./report.ts";
export type { RefusalError, VerifyOptions as Options } from "../../dist/pkg/pith_verifier.js";

/** The wasm as it came: compiled, and the SHA-256 of its bytes as the browser computes it. */
interface Loaded {
  module: WebAssembly.Module;
  sha256: string | null;
}

/** Where the verifier runs, and how much of it is made ready. */
export interface Place {
  /** Starts what takes the place of a worker where the browser refuses one. Without it there is no verdict then. */
  instead?: () => Port;
  /** Whether the workers for many documents are asked for too, because later nothing is. */
  many?: boolean;
}

let beginHere: (place: Place) => void;
const place = new Promise<Place>((resolve) => (beginHere = resolve));
const loaded: Promise<Loaded> = place.then(load);
let begun = false;
let engine = new Engine(spawn, compiled());

/** Fetches the wasm and starts the worker, once. */
export function begin(where: Place = {}): void {
  if (begun) return;
  begun = true;
  if (where.instead !== undefined) engine = new Engine(spawn, compiled(), where.instead);
  beginHere(where);
  void engine.begin();
}

let hasTested: (test: Promise<void>) => void;
/** Resolves when the verifier has passed its own test. Everything that gives a verdict waits for it. */
const tested = new Promise<void>((resolve) => (hasTested = resolve));
tested.catch(() => undefined);

let wantMore: () => void;
const wanted = new Promise<void>((resolve) => (wantMore = resolve));
/** As many more as this machine gets something out of. Their workers wait, empty, until they are wanted. */
const more: readonly Engine[] = Array.from(
  { length: Math.max(1, Math.min(navigator.hardwareConcurrency || 1, 8)) },
  () => new Engine(spawn, Promise.all([tested, wanted]).then(compiled)),
);

/** Resolves when the verifier can be called, and rejects when the wasm cannot be loaded. */
export const ready: Promise<void> = compiled()
  .then((module) => init({ module_or_path: module }))
  .then(() => undefined);
// Whoever waits for it is told.
ready.catch(() => undefined);

/**
 * Resolves when the verifier has been tested, or could not be, and has answered all that it was asked by then. What a
 * first verdict does not need comes after that, for it would take a part of the machine.
 */
export const atEase: Promise<void> = ready
  .then(() => tested)
  .then(() => new Promise((resolve) => setTimeout(resolve)))
  .then(() => engine.call("keyRing", {}))
  .then(
    () => undefined,
    () => undefined,
  );

const allBegun = place.then(({ many = false }) =>
  many ? atEase.then(() => Promise.all(more.map((each) => each.begin()))) : [],
);

/** How the verifier did with documents whose results are known. */
export interface SelfTest {
  count: number;
  misjudged: Misjudged[];
}

/** The verifier was not tested or did not pass its own test, so nothing that it says counts. */
export class UntestedError extends Error {
  override name = "UntestedError";

  /** @param test - how the test went; `null` when it could not be run, for the reason that `message` has */
  constructor(
    readonly test: SelfTest | null,
    message = "",
  ) {
    super(message);
  }
}

/** Tests the verifier on documents whose results are known. Until then, and after a fault, nobody gets a verdict. */
export async function testItself(originals: Originals): Promise<SelfTest> {
  const test = engine.call("selfTest", originals);
  hasTested(
    test.then(
      (test) => {
        if (test.misjudged.length > 0) throw new UntestedError(test);
      },
      (error: unknown) => {
        throw new UntestedError(null, messageOf(error));
      },
    ),
  );
  return test;
}

/** Further engines, each with a worker of its own, for whoever checks many documents. */
export function moreEngines(): readonly Engine[] {
  wantMore();
  return more;
}

/** By which number the worker knows the values of the documents that were verified to be looked through. */
const tickets = new WeakMap<Report, number>();
/** The last number of each that has values kept. */
const held = new WeakMap<object, number>();
let last = 0;

/**
 * Checks one document. Never throws for what the document holds, only for wrong options.
 *
 * `coverage.leaves` of what it gives is always empty, for a document may have more of them than a page can receive
 * without a stop. For a keeper the worker keeps them, in the place of those that it kept for the same one before,
 * for {@link rows}, {@link detail} and {@link excerpt}, which know them by this very report.
 */
export async function verify(
  input: Input,
  options: VerifyOptions = {},
  keeper: object | null = null,
): Promise<Verified> {
  await tested;
  let ticket: number | null = null;
  let before: number | null = null;
  if (keeper !== null) {
    before = held.get(keeper) ?? null;
    held.set(keeper, (ticket = last += 1));
  }
  const { value, lists } = await engine.call("verify", input, options, ticket, before);
  const { evidence, opinion } = value;
  const report: Report = {
    ...value.report,
    claims: lists["claims"] as Claim[],
    checks: lists["checks"] as Check[],
    replay:
      value.report.replay === null ? null : { ...value.report.replay, steps: lists["steps"] as ReplayStep[] },
  };
  if (ticket !== null) tickets.set(report, ticket);
  if (evidence !== null) drawn.set(report, evidence);
  return { opinion, report };
}

/** Lets go of the values that are kept for somebody who has gone. */
export function letGo(keeper: object): void {
  const ticket = held.get(keeper);
  if (ticket === undefined) return;
  held.delete(keeper);
  // Where the worker has ended, they went with it.
  engine.call("letGo", ticket).catch(() => undefined);
}

/**
 * Rows of the values of the document that a report is about, as a tree; `null` when they are not kept: another
 * document was verified since, or the worker had to be replaced.
 */
export function rows(report: Report, query: Query, around: Around, count: number): Promise<Rows | null> {
  return ofKept(report, (ticket) => engine.call("rows", ticket, query, around, count));
}

/** The objects and arrays that stand beside an entry of {@link rows}; `null` when they are not kept. */
export function beside(report: Report, node: number): Promise<Uint32Array | null> {
  return ofKept(report, (ticket) => engine.call("beside", ticket, node));
}

/** All about one value, object or array among {@link rows}; `null` when they are not kept. */
export function detail(report: Report, node: number): Promise<Detail | null> {
  return ofKept(report, (ticket) => engine.call("detail", ticket, node));
}

/** A part of a long text of what {@link detail} tells of, from a character on; `null` when it is not kept. */
export function excerpt(
  report: Report,
  node: number,
  of: "pointer" | "value",
  from: number,
): Promise<Excerpt | null> {
  return ofKept(report, (ticket) => engine.call("excerpt", ticket, node, of, from));
}

async function ofKept<T>(report: Report, ask: (ticket: number) => Promise<T | null>): Promise<T | null> {
  const ticket = tickets.get(report);
  if (ticket === undefined) return null;
  try {
    return await ask(ticket);
  } catch (error) {
    // The worker ended, and what it kept with it.
    if (error instanceof ToolError) return null;
    throw error;
  }
}

/**
 * The report on a small document alone, with the leaves of its coverage, for what is shown beside an explanation or
 * while something is tried out. Rejects when the second opinion differs.
 */
export async function reportOn(input: Input, options: VerifyOptions = {}): Promise<Report> {
  await tested;
  const { opinion, report } = await engine.call("whole", input, options);
  const { disagreements } = opinion;
  if (disagreements.length > 0) throw new ToolError(pageVoice.words.opinion.disagrees(disagreements.length));
  return report;
}

/** Compares several documents about one Pith Number. Throws a `RefusalError` when there are too many. */
export async function compare(documents: Named[], options: VerifyOptions = {}): Promise<Comparison> {
  await tested;
  return engine.call("compare", documents, options);
}

/** Whether a text in hand is the document's. Throws a `RefusalError` for a document that cannot be read. */
export async function matchText(
  input: Input,
  field: Field,
  text: string,
  options: VerifyOptions = {},
): Promise<TextMatch> {
  await tested;
  return engine.call("matchText", input, field, text, options);
}

/** The report on a document as a text to keep. */
export async function print(input: Input, options: VerifyOptions, form: Form): Promise<string> {
  await tested;
  return engine.call("print", input, options, form);
}

/** Whether a JSON report comes out again from its document. Throws a `RefusalError` for what is no report. */
export async function reproduce(
  report: Input,
  document: Input,
  options: ReproduceOptions,
): Promise<Reproduction> {
  await tested;
  return engine.call("reproduce", report, document, options);
}

/** The key ring that the options make, as JSON text to keep. Whoever draws it has {@link visible} by then. */
export async function keyRing(options: VerifyOptions): Promise<string> {
  await ready;
  return engine.call("keyRing", options);
}

/** The bytes that a check hashed. Throws a `RefusalError` when no check of the document hashed such bytes. */
export async function hashedBytes(input: Input, hashed: Hashed): Promise<Uint8Array<ArrayBuffer>> {
  await tested;
  return engine.call("hashedBytes", input, hashed);
}

/**
 * The `state_sha256` that a document's events give for each of some orders of arrival. Each order has the index
 * of every event once, as the document's list of events counts them.
 */
export async function mergeInOrders(
  input: Input,
  orders: number[][],
  options: VerifyOptions = {},
): Promise<string[]> {
  await tested;
  return engine.call("mergeInOrders", input, orders, options);
}

/** The canonical JSON text of a document, or a `RefusalError`. */
export function canonicalize(input: Input): Promise<string> {
  return engine.call("canonicalize", input);
}

/** What a number or an identifier leads to. Nothing is requested. */
export async function addresses(text: string): Promise<Addresses> {
  await ready;
  return wasm.addresses(text);
}

/** The most of something that this verifier takes, as every report names it. */
export async function limitOf(name: LimitName): Promise<number> {
  await ready;
  return wasm.verify("").limits.find((limit) => limit.name === name)?.value ?? 0;
}

/** Gives up whatever is being computed. What waits for it is rejected with a `ToolError`. */
export function stop(): void {
  engine.stop();
}

/** Resolves when the workers answer. Their script is the last file that the page asks for. */
export async function loadedWhole(): Promise<void> {
  await Promise.all([keyRing({}), allBegun]);
}

/** Name and version of the verifier. */
export async function version(): Promise<string> {
  await ready;
  return wasm.version();
}

/** SHA-256 of the wasm that runs, by the browser; `null` where the browser has none to offer (no HTTPS). */
export async function digestOfWasm(): Promise<string | null> {
  return (await loaded).sha256;
}

/**
 * Text of a document with every character made visible that a reader cannot see or that reorders the
 * line. To be called only after {@link ready}, so that it can be used while rendering.
 */
export function visible(text: string): string {
  return wasm.visible(text);
}

async function load(): Promise<Loaded> {
  const response = await wasmFile();
  if (!response.ok) throw new Error(`${response.status} for the file of the verifier`);
  const copy = response.clone();
  // Compiled while it arrives, where the server names the type that this needs.
  const [module, bytes] = await Promise.all([
    WebAssembly.compileStreaming(response).catch(() => null),
    copy.arrayBuffer(),
  ]);
  return { module: module ?? (await WebAssembly.compile(bytes)), sha256: await browserSha256(bytes) };
}

async function compiled(): Promise<WebAssembly.Module> {
  return (await loaded).module;
}
