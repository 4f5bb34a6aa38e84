// The page's door to the verifier. Nothing else of the page touches the built wasm.
import init, * as wasm from "../../dist/pkg/pith_verifier.js";
import address from "../../dist/pkg/pith_verifier_bg.wasm?url";
import type { CompareInput, ReproduceOptions, VerifyOptions } from "../../dist/pkg/pith_verifier.js";
import type { Comparison, Field, Report, Reproduction, TextMatch } from "./report.ts";

export type * from "./report.ts";
export type { RefusalError, VerifyOptions as Options } from "../../dist/pkg/pith_verifier.js";

/**
 * Resolves when the verifier can be called, and rejects when the wasm cannot be loaded. Loading starts
 * with this module; it is compiled while it arrives.
 */
export const ready: Promise<void> = init({ module_or_path: address }).then(() => undefined);

/** Checks one document. Never throws for what the document holds, only for wrong options. */
export async function verify(input: Uint8Array | string, options: VerifyOptions = {}): Promise<Report> {
  await ready;
  return wasm.verify(input, options);
}

/** Compares several documents about one Pith Number. Throws a `RefusalError` when there are too many. */
export async function compare(documents: CompareInput[], options: VerifyOptions = {}): Promise<Comparison> {
  await ready;
  return wasm.compare(documents, options);
}

/** Whether a text in hand is the document's. Throws a `RefusalError` for a document that cannot be read. */
export async function matchText(
  input: Uint8Array | string,
  field: Field,
  text: string,
  options: VerifyOptions = {},
): Promise<TextMatch> {
  await ready;
  return wasm.matchText(input, field, text, options);
}

/** The report on a document as a text to keep. */
export async function print(
  input: Uint8Array | string,
  options: VerifyOptions,
  form: "json" | "markdown" | "html",
): Promise<string> {
  await ready;
  return wasm.report(input, options, form);
}

/** Whether a JSON report comes out again from its document. Throws a `RefusalError` for what is no report. */
export async function reproduce(
  report: Uint8Array | string,
  document: Uint8Array | string,
  options: ReproduceOptions,
): Promise<Reproduction> {
  await ready;
  return wasm.reproduce(report, document, options);
}

/** The key ring that the options make, as JSON text to keep. */
export async function keyRing(options: VerifyOptions): Promise<string> {
  await ready;
  return wasm.keyRing(options);
}

/** The canonical JSON text of a document, or a `RefusalError`. */
export async function canonicalize(input: Uint8Array | string): Promise<string> {
  await ready;
  return wasm.canonicalize(input);
}

/** Name and version of the verifier. */
export async function version(): Promise<string> {
  await ready;
  return wasm.version();
}

/**
 * Text of a document with every character made visible that a reader cannot see or that reorders the
 * line. To be called only after {@link ready}, so that it can be used while rendering.
 */
export function visible(text: string): string {
  return wasm.visible(text);
}
