// What can be asked of a worker. One call runs at a time; what a call gives is cloned, so nothing is shared.
import init, * as wasm from "../../../dist/pkg/pith_verifier.js";
import type { ReproduceOptions, VerifyOptions } from "../../../dist/pkg/pith_verifier.js";
import { isPacked, type Packed, unpacked } from "../desk/packed.ts";
import { type Row, rowOf } from "../desk/row.ts";
import { type Evidence, evidence } from "../elements/graph/evidence.ts";
import type { Comparison, Field, Hashed, Report, Reproduction, TextMatch } from "../report.ts";
import { type Opinion, secondOpinion } from "./opinion.ts";
import { type Around, type Detail, type Excerpt, Outline, type Query, type Rows } from "./outline.ts";
import { known, type Misjudged, misjudged, type Originals } from "./selftest.ts";

/** A document: a file, bytes, or text that was typed or pasted. A file is read where it is needed. */
export type Input = Blob | Uint8Array<ArrayBuffer> | string;

/** A document to compare, with its name if it has one. */
export interface Named {
  input: Input;
  name?: string;
}

/** A form in which a report is kept. */
export type Form = "json" | "markdown" | "html";

/** Long lists of a result, sent in pieces so that whoever receives them is never busy for long. */
export type Lists = Record<string, unknown[]>;

/** A result without its long lists, and these beside it. */
export interface InPieces<T> {
  value: T;
  lists: Lists;
}

/** A report, and what a second implementation says of what passed. */
export interface Verified {
  report: Report;
  opinion: Opinion;
}

/** What is verified to be looked at: of a report with very many checks, its picture takes a while to make out. */
export interface LookedAt extends Verified {
  evidence: Evidence | null;
}

/** The values of documents, kept to be looked through, by the number by which the page knows them. */
const kept = new Map<number, Outline>();

function outline(ticket: number): Outline | null {
  return kept.get(ticket) ?? null;
}

/** Makes the wasm ready. `module` was compiled by the page, so that a worker needs no network. */
export async function start(module: WebAssembly.Module): Promise<void> {
  await init({ module_or_path: module });
}

async function bytes(input: Input): Promise<Uint8Array | string> {
  return input instanceof Blob ? new Uint8Array(await input.arrayBuffer()) : input;
}

/** Raises an error under a name by which whoever asked knows what it is about. */
function raised(name: string): (error: unknown) => never {
  return (error) => {
    throw new DOMException(String(error), name);
  };
}

async function checked(read: Uint8Array | string, options: VerifyOptions): Promise<Verified> {
  const report = wasm.verify(read, options);
  const opinion = await secondOpinion(
    report,
    // Each has memory of its own, which WebCrypto asks for.
    (hashed) => wasm.eachHashedBytes(read, hashed) as Uint8Array<ArrayBuffer>[],
  );
  return { report, opinion };
}

export const calls = {
  /**
   * Checks one document. Claims, checks and steps come as lists. The leaves of the coverage stay here: with a ticket
   * they are kept in the place of those that have the ticket `before`, without one they are dropped, and no evidence
   * is made.
   */
  async verify(
    input: Input,
    options: VerifyOptions,
    ticket: number | null,
    before: number | null,
  ): Promise<InPieces<LookedAt>> {
    // Before the new ones are made: together they could be too much.
    if (before !== null) kept.delete(before);
    const { report, opinion } = await checked(await bytes(input), options);
    const { claims, checks, coverage, replay } = report;
    if (ticket !== null) kept.set(ticket, new Outline(coverage.leaves));
    const brief = {
      ...report,
      claims: [],
      checks: [],
      coverage: { ...coverage, leaves: [] },
      replay: replay === null ? null : { ...replay, steps: [] },
    };
    return {
      value: { report: brief, opinion, evidence: ticket === null ? null : evidence(report) },
      lists: { claims, checks, steps: replay?.steps ?? [] },
    };
  },
  /** Checks one small document, and gives the leaves of its coverage too. */
  async whole(input: Input, options: VerifyOptions): Promise<Verified> {
    return checked(await bytes(input), options);
  },
  /** Lets go of the values that were kept with this ticket. */
  letGo(ticket: number): void {
    kept.delete(ticket);
  },
  /** Rows of the values that were kept with this ticket; nothing when they are no longer here. */
  rows(ticket: number, query: Query, around: Around, count: number): Rows | null {
    return outline(ticket)?.rows(query, around, count) ?? null;
  },
  /** The objects and arrays that stand beside one of their entries. */
  beside(ticket: number, node: number): Uint32Array | null {
    return outline(ticket)?.beside(node) ?? null;
  },
  /** All about one of these values, or about an object or array. */
  detail(ticket: number, node: number): Detail | null {
    return outline(ticket)?.detail(node) ?? null;
  },
  /** A further part of a long text of it. */
  excerpt(ticket: number, node: number, of: "pointer" | "value", from: number): Excerpt | null {
    return outline(ticket)?.excerpt(node, of, from) ?? null;
  },
  /**
   * Checks one of very many documents, and gives the little that their table shows of it; nothing when the second
   * implementation disagrees. Rejects with a `NotReadableError` when the file cannot be read, and with an
   * `EncodingError` when what is packed is not what its archive says.
   */
  async row(input: Input | Packed, options: VerifyOptions): Promise<Row | null> {
    const document = isPacked(input) ? await unpacked(input).catch(raised("EncodingError")) : input;
    const read = await bytes(document).catch(raised("NotReadableError"));
    const { report, opinion } = await checked(read, { ...options, explain: false });
    return opinion.disagreements.length > 0 ? null : rowOf(report);
  },
  async compare(documents: Named[], options: VerifyOptions): Promise<Comparison> {
    const read = documents.map(async ({ input, ...name }) => ({ input: await bytes(input), ...name }));
    return wasm.compare(await Promise.all(read), options);
  },
  async matchText(input: Input, field: Field, text: string, options: VerifyOptions): Promise<TextMatch> {
    return wasm.matchText(await bytes(input), field, text, options);
  },
  async print(input: Input, options: VerifyOptions, form: Form): Promise<string> {
    return wasm.report(await bytes(input), options, form);
  },
  async reproduce(report: Input, document: Input, options: ReproduceOptions): Promise<Reproduction> {
    return wasm.reproduce(await bytes(report), await bytes(document), options);
  },
  async hashedBytes(input: Input, hashed: Hashed): Promise<Uint8Array<ArrayBuffer>> {
    return wasm.hashedBytes(await bytes(input), hashed) as Uint8Array<ArrayBuffer>;
  },
  async canonicalize(input: Input): Promise<string> {
    return wasm.canonicalize(await bytes(input));
  },
  async mergeInOrders(input: Input, orders: number[][], options: VerifyOptions): Promise<string[]> {
    return wasm.mergeInOrders(await bytes(input), orders, options);
  },
  /** Judges documents whose results are known. */
  selfTest(originals: Originals): { count: number; misjudged: Misjudged[] } {
    const documents = known(originals);
    const found = misjudged(documents, (text) => wasm.verify(text, { explain: false }));
    return { count: documents.length, misjudged: found };
  },
  keyRing(options: VerifyOptions): string {
    return wasm.keyRing(options);
  },
};

export type Calls = typeof calls;
