// The page's door to the verifier. Nothing else of the page touches the built wasm.
import init, * as wasm from "../../dist/pkg/pith_verifier.js";
import address from "../../dist/pkg/pith_verifier_bg.wasm?url";
import type { Reason, Report } from "./report.ts";

export type * from "./report.ts";

/** What a caller may choose. Everything else is fixed. */
export interface Options {
  /** Public keys to trust: 64 hexadecimal digits, base64, or a key object as JSON text. */
  trustKeys?: string[];
  /** Whether the built-in registry keys are trusted. They are unless this is `false`. */
  builtInKeys?: boolean;
  /** The name of the document, such as its file name. It is repeated in the report. */
  name?: string;
}

/** What `canonicalize` throws when the input has no canonical form. */
export interface Refused extends Error {
  /** The reason, the same word as in a report. */
  reason: Reason;
  /** Line of the first byte at fault, from 1. */
  line: number;
  /** Column of it in characters, from 1. */
  column: number;
}

/**
 * Resolves when the verifier can be called, and rejects when the wasm cannot be loaded. Loading starts
 * with this module; it is compiled while it arrives.
 */
export const ready: Promise<void> = init({ module_or_path: address }).then(() => undefined);

/** Checks one document. Never throws for what the document holds, only for wrong options. */
export async function verify(input: Uint8Array | string, options: Options = {}): Promise<Report> {
  await ready;
  return wasm.verify(input, options);
}

/** The canonical JSON text of a document, or an exception of type {@link Refused}. */
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
