// A ZIP archive, read from its file part by part. Its names are shown and never used as paths.
import type { Entry, Reader, ZipReaderConstructorOptions } from "@zip.js/zip.js";
import { ZipReader } from "@zip.js/zip.js/lib/zip-core-reader.js";
import type { Packed } from "./packed.ts";
import { Unread } from "./unread.ts";

/** So much is read from the file at once; members that follow each other are taken from it. */
const BLOCK = 1 << 20;
/** A list of contents longer than this is not read: hundreds of bytes for each of many members. */
const CONTENTS = 1 << 26;

/** The local file header before each member: its signature, its length, and where those of name and extra field stand. */
const LOCAL_HEADER = { signature: 0x04034b50, length: 30, nameLength: 26, extraLength: 28 };

/** The two methods that browsers have and common programs use. */
const STORED = 0;
const DEFLATED = 8;

const OPTIONS: ZipReaderConstructorOptions = {
  // The page's policy lets no script run but the page's own.
  useWebWorkers: false,
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
  private readonly blocks: Blocks;
  private readonly zip: ZipReader<unknown>;

  constructor(file: Blob) {
    this.blocks = new Blocks(file);
    // It lists, and needs no more of a reader than this.
    this.zip = new ZipReader(this.blocks as unknown as Reader<Blob>, OPTIONS);
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
      if (!folder) yield { index, name, size, entry, over: length > this.blocks.size };
    }
  }

  /** What the list says of a member. */
  async find(wanted: number): Promise<Entry> {
    for await (const { entry, index } of this.entries()) if (index === wanted) return entry;
    throw new Unread("archive.damaged");
  }

  /** A member, as it stands there. Rejects with an {@link Unread}. */
  async read(entry: Entry, limit: number): Promise<Packed> {
    if (!("getData" in entry)) throw new Unread("archive.damaged");
    const { compressionMethod: method, uncompressedSize: size, compressedSize, crc32 = 0 } = entry;
    if (entry.encrypted) throw new Unread("archive.encrypted");
    if (method !== STORED && method !== DEFLATED) throw new Unread("archive.method");
    if (Math.max(size, compressedSize) > limit) throw new Unread("file.too_large");
    const bytes = await this.bytes(entry.offset, compressedSize).catch(() => null);
    if (bytes === null) throw new Unread("archive.damaged");
    return { bytes, deflated: method === DEFLATED, size, crc32 };
  }

  /** The bytes of a member by the place of its local file header; nothing when they do not stand there. */
  private async bytes(offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const header = await this.blocks.read(offset, LOCAL_HEADER.length);
    if (header.length < LOCAL_HEADER.length) return null;
    const view = new DataView(header.buffer);
    if (view.getUint32(0, true) !== LOCAL_HEADER.signature) return null;
    const names =
      view.getUint16(LOCAL_HEADER.nameLength, true) + view.getUint16(LOCAL_HEADER.extraLength, true);
    const bytes = await this.blocks.read(offset + LOCAL_HEADER.length + names, length);
    return bytes.length === length ? bytes : null;
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
class Blocks {
  readonly size: number;
  private block = { at: -1, bytes: Promise.resolve(new Uint8Array()) };

  constructor(private readonly file: Blob) {
    this.size = file.size;
  }

  /** What the list of contents is read by. */
  async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > CONTENTS) throw new Unread("archive.unreadable");
    return this.read(offset, length);
  }

  /** So many bytes, or fewer where the file ends. */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const at = Math.floor(offset / BLOCK) * BLOCK;
    if (offset + length > at + BLOCK) return this.slice(offset, offset + length);
    if (this.block.at !== at) this.block = { at, bytes: this.slice(at, at + BLOCK) };
    return (await this.block.bytes).slice(offset - at, offset - at + length);
  }

  private async slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.file.slice(from, to).arrayBuffer());
  }
}
