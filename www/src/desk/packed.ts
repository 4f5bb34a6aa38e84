// A member of an archive as it stands there. It is unpacked in the worker that checks it, so that the page stays free.
import type { Input } from "../engine/calls.ts";
import { nextTask } from "../task.ts";
import { Unread } from "./unread.ts";

/** So much is inflated at once. Browsers give all of it at once, up to a thousand times as much. */
const PIECE = 1 << 12;

/** So much is summed up at once. */
const SUMMED = 1 << 18;

/** Milliseconds of unpacking after which everything else has its turn. */
const SLICE = 12;

/** The bytes of a member, and what the list of contents says of them. */
export interface Packed {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether they are compressed by DEFLATE; else they are what was packed. */
  deflated: boolean;
  /** The length of what was packed. */
  size: number;
  /** Its CRC-32. */
  crc32: number;
}

/** Whether it is not yet what was packed. */
export function isPacked(given: Input | Packed): given is Packed {
  return typeof given === "object" && "deflated" in given;
}

/** What was packed. Rejects with an {@link Unread} when it is not what the list says; no more than that is inflated. */
export async function unpacked({ bytes, deflated, size, crc32 }: Packed): Promise<Uint8Array<ArrayBuffer>> {
  const whole = deflated ? await inflated(bytes, size).catch(() => null) : bytes;
  if (whole?.length !== size || (await checkSum(whole)) !== crc32) throw new Unread("archive.damaged");
  return whole;
}

/** What is compressed in `bytes`, if it has this size. Rejects when it is longer, ends too early, or is not so compressed. */
async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writing = write(bytes, writable.getWriter());
  // What went wrong is told to the reader as well.
  writing.catch(() => undefined);
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = readable.getReader();
  const pause = pauses();
  const whole = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length === size ? whole : null;
    if (length + value.length > size) {
      await reader.cancel();
      return null;
    }
    whole.set(value, length);
    length += value.length;
    await pause();
  }
}

/** Writes a piece after the other, each when there is room for it. */
async function write(
  bytes: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await writer.ready;
    void writer.write(bytes.slice(at, at + PIECE)).catch(() => undefined);
  }
  await writer.close();
}

/** Lets everything else have its turn, when there has been none for a while. */
function pauses(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await nextTask();
    began = performance.now();
  };
}

/** The check sum of ZIP, CRC-32. */
async function checkSum(bytes: Uint8Array): Promise<number> {
  const pause = pauses();
  let rest = ~0;
  for (let at = 0; at < bytes.length; at += SUMMED) {
    rest = summed(rest, bytes.subarray(at, at + SUMMED));
    await pause();
  }
  return ~rest >>> 0;
}

/** What is left of `rest` and further bytes. */
function summed(rest: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1)
    rest = (rest >>> 8) ^ (CRC[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return rest;
}

/** CRC-32 of each byte: the remainder for the polynomial 0x04c11db7, bits reversed. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
