// A ZIP archive, read from its file part by part. Its names are shown and never used as paths.
import type { CreateReadableOptions, Entry, Reader, ZipReaderConstructorOptions } from "@zip.js/zip.js";
import { ZipReader } from "@zip.js/zip.js/lib/zip-core-reader.js";
import type { Input } from "../verify.ts";
import { nextTask } from "../task.ts";
import { Unread } from "./unread.ts";

/** So much is read from the file at once; members that follow each other are taken from it. */
const BLOCK = 1 << 20;
/** A list of contents longer than this is not read: hundreds of bytes for each of many members. */
const CONTENTS = 1 << 26;

/** So much is inflated at once. Browsers give all of it at once, up to a thousand times as much. */
const PIECE = 1 << 12;

/** Milliseconds of unpacking after which everything else has its turn. */
const SLICE = 12;

/** The two methods that browsers have and common programs use. */
const STORED = 0;
const DEFLATED = 8;

const OPTIONS: ZipReaderConstructorOptions = {
  // The page's policy lets no script run but the page's own.
  useWebWorkers: false,
  // Members are inflated here, where it can be stopped.
  passThrough: true,
  // A name that climbs out of its folder is a name to show like any other.
  filenameValidation: "tolerant",
};

/** A file in an archive. */
export interface Member {
  /** Its place in the list of contents. */
  index: number;
  name: string;
  /** Its length as the list states it. */
  size: number;
  /** What the list says of it. */
  entry: Entry;
  /** Whether it and those before it are together longer than the archive, so that some lie over each other. */
  over: boolean;
}

/** An archive. Nothing is kept of a member that was read, and it can be read again. */
export class Archive {
  private readonly zip: ZipReader<unknown>;
  private readonly length: number;

  constructor(file: Blob) {
    this.length = file.size;
    this.zip = new ZipReader(new Blocks(file), OPTIONS);
  }

  /**
   * Lists the members, one after the other. Rejects when the list of contents cannot be read.
   *
   * @param counted - is told how many there are, so far as is known
   */
  async *members(counted: (count: number) => void): AsyncGenerator<Member> {
    let folders = 0;
    let length = 0;
    for await (const { entry, index, count } of this.entries()) {
      // Nothing stands in a folder itself.
      const folder = entry.directory && entry.uncompressedSize === 0;
      if (folder) folders += 1;
      counted(count - folders);
      length += entry.compressedSize;
      const { filename: name, uncompressedSize: size } = entry;
      if (!folder) yield { index, name, size, entry, over: length > this.length };
    }
  }

  /** What the list says of a member. */
  async find(wanted: number): Promise<Entry> {
    for await (const { entry, index } of this.entries()) if (index === wanted) return entry;
    throw new Unread("archive.damaged");
  }

  /** A member, unpacked. Rejects with an {@link Unread}; no more of it is inflated than is stated and allowed. */
  async read(entry: Entry, limit: number, signal: AbortSignal): Promise<Input> {
    if (!("getData" in entry)) throw new Unread("archive.damaged");
    if (entry.encrypted) throw new Unread("archive.encrypted");
    const { compressionMethod: method } = entry;
    if (method !== STORED && method !== DEFLATED) throw new Unread("archive.method");
    if (Math.max(entry.uncompressedSize, entry.compressedSize) > limit) throw new Unread("file.too_large");
    try {
      const packed = await collected(entry.compressedSize, (sink) => entry.getData(sink, { signal }));
      const { parts, length, checksum } =
        method === STORED ? packed : await inflated(packed.parts, entry.uncompressedSize, signal);
      if (length === entry.uncompressedSize && checksum === entry.crc32) {
        const [only] = parts;
        return parts.length === 1 && only !== undefined ? only : new Blob(parts);
      }
    } catch {
      // It ends too early, or is not compressed as it should be, or longer than stated.
    }
    throw new Unread("archive.damaged");
  }

  private async *entries(): AsyncGenerator<{ entry: Entry; index: number; count: number }> {
    let count = 0;
    const onprogress = (_: number, all: number) => void (count = all);
    let index = 0;
    for await (const entry of this.zip.getEntriesGenerator({ onprogress })) {
      yield { entry, index, count };
      index += 1;
    }
  }
}

/** The file of an archive, read a block at a time. */
class Blocks implements Reader<Blob> {
  readonly size: number;
  private block = { at: -1, bytes: Promise.resolve(new Uint8Array()) };

  constructor(private readonly file: Blob) {
    this.size = file.size;
  }

  get readable(): ReadableStream<Uint8Array> {
    return this.createReadable();
  }

  async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > CONTENTS) throw new Unread("archive.unreadable");
    const at = Math.floor(offset / BLOCK) * BLOCK;
    if (offset + length > at + BLOCK) return this.slice(offset, offset + length);
    if (this.block.at !== at) this.block = { at, bytes: this.slice(at, at + BLOCK) };
    return (await this.block.bytes).slice(offset - at, offset - at + length);
  }

  createReadable({ offset = 0, size }: CreateReadableOptions = {}): ReadableStream<Uint8Array> {
    const end = size === undefined ? this.size : offset + size;
    let at = offset;
    return new ReadableStream({
      pull: async (controller) => {
        const part = await this.readUint8Array(at, Math.min(BLOCK / 4, end - at));
        at += part.length;
        if (part.length > 0) controller.enqueue(part);
        if (part.length === 0 || at >= end) controller.close();
      },
    });
  }

  private async slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.file.slice(from, to).arrayBuffer());
  }
}

/** Bytes, as they came. */
interface Parts {
  parts: Uint8Array<ArrayBuffer>[];
  length: number;
  /** Their CRC-32. */
  checksum: number;
}

/** The bytes that stand compressed in `packed`. Rejects as soon as they are more than `most`. */
async function inflated(
  packed: readonly Uint8Array<ArrayBuffer>[],
  most: number,
  signal: AbortSignal,
): Promise<Parts> {
  const pieces = small(packed);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
  const stream = source.pipeThrough(new DecompressionStream("deflate-raw"), { signal });
  return collected(most, (sink) => stream.pipeTo(sink));
}

function* small(parts: readonly Uint8Array<ArrayBuffer>[]): Generator<Uint8Array<ArrayBuffer>, undefined> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += PIECE) yield part.slice(at, at + PIECE);
  }
}

/** What is written to a sink. The sink refuses more than `most` bytes. */
async function collected(
  most: number,
  write: (sink: WritableStream<Uint8Array<ArrayBuffer>>) => Promise<unknown>,
): Promise<Parts> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let rest = ~0;
  let began = performance.now();
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    async write(part) {
      length += part.length;
      if (length > most) throw new Unread("archive.damaged");
      for (const byte of part) rest = (rest >>> 8) ^ (CRC[(rest ^ byte) & 0xff] ?? 0);
      parts.push(part);
      if (performance.now() - began < SLICE) return;
      await nextTask();
      began = performance.now();
    },
  });
  await write(sink);
  return { parts, length, checksum: ~rest >>> 0 };
}

/** CRC-32, the check sum of ZIP, for each byte: the remainder for the polynomial 0x04c11db7, bits reversed. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
