// The page's door to the verifier. What takes time runs in a worker; what is drawn with runs here.
import init, * as wasm from "../../dist/pkg/pith_verifier.js";
import address from "../../dist/pkg/pith_verifier_bg.wasm?url";
import type { ReproduceOptions, VerifyOptions } from "../../dist/pkg/pith_verifier.js";
import type { Form, Input, Named, Verified } from "./engine/calls.ts";
import { Engine } from "./engine/engine.ts";
import type { Misjudged, Originals } from "./engine/selftest.ts";
import { spawn } from "./engine/spawn.ts";
import type {
  Addresses,
  Check,
  Comparison,
  Field,
  Leaf,
  LimitName,
  ReplayStep,
  Reproduction,
  TextMatch,
} from "./report.ts";

export { ToolError } from "./engine/engine.ts";
export type { Form, Input, Named, Verified } from "./engine/calls.ts";
export type * from "./report.ts";
export type { RefusalError, VerifyOptions as Options } from "../../dist/pkg/pith_verifier.js";

/** The wasm as it came: compiled, and the SHA-256 of its bytes as the browser computes it. */
interface Loaded {
  module: WebAssembly.Module;
  sha256: string | null;
}

const loaded: Promise<Loaded> = load();
const engine = new Engine(spawn, compiled());
engine.begin();

/** Resolves when the verifier can be called, and rejects when the wasm cannot be loaded. */
export const ready: Promise<void> = compiled()
  .then((module) => init({ module_or_path: module }))
  .then(() => undefined);

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

let hasTested: (test: Promise<void>) => void;
/** Resolves when the verifier has passed its own test. Everything that gives a verdict waits for it. */
const tested = new Promise<void>((resolve) => (hasTested = resolve));
tested.catch(() => undefined);

/** Tests the verifier on documents whose results are known. Until then, and after a fault, nobody gets a verdict. */
export async function testItself(originals: Originals): Promise<SelfTest> {
  const test = engine.call("selfTest", originals);
  hasTested(
    test.then(
      (test) => {
        if (test.misjudged.length > 0) throw new UntestedError(test);
      },
      (error: unknown) => {
        throw new UntestedError(null, error instanceof Error ? error.message : String(error));
      },
    ),
  );
  return test;
}

/** An engine of its own, with another worker, for whoever checks many documents. */
export function anotherEngine(): Engine {
  return new Engine(
    spawn,
    tested.then(() => compiled()),
  );
}

/** Checks one document. Never throws for what the document holds, only for wrong options. */
export async function verify(input: Input, options: VerifyOptions = {}): Promise<Verified> {
  await tested;
  const { value, lists } = await engine.call("verify", input, options);
  const { opinion, report } = value;
  const { coverage, replay } = report;
  return {
    opinion,
    report: {
      ...report,
      checks: lists["checks"] as Check[],
      coverage: { ...coverage, leaves: lists["leaves"] as Leaf[] },
      replay: replay === null ? null : { ...replay, steps: lists["steps"] as ReplayStep[] },
    },
  };
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

/** The key ring that the options make, as JSON text to keep. */
export function keyRing(options: VerifyOptions): Promise<string> {
  return engine.call("keyRing", options);
}

/** The `state_sha256` of a document's events for each of some orders of arrival. */
export async function mergeInOrders(
  input: Input,
  orders: number[][],
  options: VerifyOptions,
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
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for the file of the verifier`);
  const copy = response.clone();
  // Compiled while it arrives, where the server names the type that this needs.
  const [module, bytes] = await Promise.all([
    WebAssembly.compileStreaming(response).catch(() => null),
    copy.arrayBuffer(),
  ]);
  return { module: module ?? (await WebAssembly.compile(bytes)), sha256: await sha256(bytes) };
}

async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  // Browsers leave `subtle` out where a page comes without HTTPS.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function compiled(): Promise<WebAssembly.Module> {
  return (await loaded).module;
}
