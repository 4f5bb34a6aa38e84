// A document in the part of an address after the #, which browsers keep to themselves.
import type { Input } from "../engine/calls.ts";

/**
 * A link has at most so many characters. Programs open a link by a command, and a command of Windows has at most
 * 32,767; the real documents that were seen give links of 1,000 to 4,200.
 */
export const MOST_CHARACTERS = 32_000;

/** What is in a link becomes at most so many bytes. So short a text may be made to unfold to 24 million. */
export const MOST_BYTES = 2 << 20;

/** How the fragment starts that carries a document. */
const START = "#d=";

/** The form of what follows: base64url of a zlib stream, of what {@link packed} puts in front of each other. */
const VERSION = "1.";

/** A name that is longer does not go with the document. File systems know none. */
const MOST_NAME = 255;

/** A document from a link, and what the link calls it. */
export interface Shared {
  bytes: Uint8Array<ArrayBuffer>;
  name?: string;
}

/** Why a link gives no document, or a document no link. */
export type ShareFault =
  | { why: "version" | "encoding" | "damaged" | "noUtf8" }
  | { why: "tooLong"; characters: number }
  | { why: "tooLarge" }
  | { why: "farTooLarge"; bytes: number };

export class ShareError extends Error {
  override name = "ShareError";

  constructor(readonly fault: ShareFault) {
    super(fault.why);
  }
}

/** Whether a fragment is one that carries a document. */
export function isShared(fragment: string): boolean {
  return fragment.startsWith(START);
}

/** The document that a fragment carries. Rejects with a {@link ShareError} when anything about it is not as it was made. */
export async function shared(fragment: string): Promise<Shared> {
  const text = fragment.slice(START.length);
  if (!text.startsWith(VERSION)) throw new ShareError({ why: "version" });
  if (fragment.length > MOST_CHARACTERS) {
    throw new ShareError({ why: "tooLong", characters: fragment.length });
  }
  return unpacked(await inflated(fromBase64Url(text.slice(VERSION.length))));
}

/**
 * A link to a page at `address` that carries a document, byte for byte. Rejects with a {@link ShareError} when the
 * document is too large, or a text that has no bytes.
 */
export async function link(address: string, input: Input, name: string | undefined): Promise<string> {
  const bytes = await bytesOf(input);
  if (bytes.length > MOST_BYTES) throw new ShareError({ why: "farTooLarge", bytes: bytes.length });
  const text = toBase64Url(await deflated(packed(bytes, name)));
  const made = `${address.split(/[?#]/)[0]}${START}${VERSION}${text}`;
  if (made.length > MOST_CHARACTERS) throw new ShareError({ why: "tooLong", characters: made.length });
  return made;
}

async function bytesOf(input: Input): Promise<Uint8Array<ArrayBuffer>> {
  if (input instanceof Blob) return new Uint8Array(await input.arrayBuffer());
  if (typeof input !== "string") return input;
  if (/\p{Surrogate}/u.test(input)) throw new ShareError({ why: "noUtf8" });
  return new TextEncoder().encode(input);
}

/** The length of the name in one byte, the name, the document. */
function packed(bytes: Uint8Array, name = ""): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(name);
  const kept = encoded.length <= MOST_NAME ? encoded : new Uint8Array();
  const all = new Uint8Array(1 + kept.length + bytes.length);
  all[0] = kept.length;
  all.set(kept, 1);
  all.set(bytes, 1 + kept.length);
  return all;
}

function unpacked(all: Uint8Array<ArrayBuffer>): Shared {
  const [length] = all;
  if (length === undefined || all.length < 1 + length) throw new ShareError({ why: "damaged" });
  const bytes = all.slice(1 + length);
  if (length === 0) return { bytes };
  try {
    const name = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      all.subarray(1, 1 + length),
    );
    return { bytes, name };
  } catch {
    throw new ShareError({ why: "damaged" });
  }
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * What a zlib stream unfolds to. The stream ends with a checksum, so a link that was damaged on its way is called so
 * and gives no verdict about a document that nobody sent.
 */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const piece = await reader.read().catch(() => {
      throw new ShareError({ why: "damaged" });
    });
    if (piece.done) break;
    length += piece.value.length;
    if (length > MOST_BYTES + 1 + MOST_NAME) {
      void reader.cancel().catch(() => undefined);
      throw new ShareError({ why: "tooLarge" });
    }
    pieces.push(piece.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Base64 of the alphabet for addresses, without padding (RFC 4648 section 5). */
function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of such a text, which has one spelling: what they encode to must be the text again. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const fault = new ShareError({ why: "encoding" });
  if (!/^[\w-]*$/.test(text)) throw fault;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    if (toBase64Url(bytes) === text) return bytes;
  } catch {
    // A length that no bytes have.
  }
  throw fault;
}
