// The documents in what was handed over, one after the other. What they are is found out when they are
// asked for, and nothing of them is kept, so that it does not matter how many there are.
import type { Input } from "../verify.ts";
import { nextTask } from "../task.ts";
import { Archive, type Member } from "./archive.ts";
import { type Handed, MOST, sortByName } from "./handed.ts";
import type { Packed } from "./packed.ts";
import { cut } from "./row.ts";
import { Unread, type UnreadReason } from "./unread.ts";

/** A document that can be read, also once more. */
export interface Item {
  readonly name: string;
  /** Its length in bytes, where it is known without opening it. */
  readonly size: number | null;
  /**
   * Its bytes, or what holds them. Rejects with an {@link Unread}.
   *
   * @param limit - the most bytes that a document may have
   */
  read(limit: number): Promise<Input | Packed>;
}

/** So much of a file of many documents is looked through at once. */
const BLOCK = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;
const BOM = [0xef, 0xbb, 0xbf];
/** What a blank line is made of. */
const WHITE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, CR]);

/** After so many documents the page gets a turn. */
const TURN = 100;

/** Is told how many documents are in a file, and whether that is no guess. */
type Tell = (count: number, exactly: boolean) => void;

/** All that was handed over. */
export class Sources {
  /** Files that start with a byte order mark, which is no part of their first line. */
  readonly marked: string[] = [];
  /** Whether there are more documents than are taken. */
  cut = false;
  private counted: number;
  /** How many files have not shown yet how many documents are in them. */
  private unknown: number;

  constructor(private readonly given: readonly Handed[]) {
    this.counted = given.length;
    this.unknown = given.filter(({ sort }) => sort === "archive" || sort === "lines").length;
  }

  /** How many documents there are, as far as has been seen or can be guessed; never more than are taken. */
  get count(): number {
    return Math.min(this.counted, MOST);
  }

  /** Whether `count` is no guess. */
  get exact(): boolean {
    return this.cut || this.unknown === 0;
  }

  /** The documents. Never rejects: what cannot be read is an item that says so when it is. */
  async *items(): AsyncGenerator<Item> {
    let taken = 0;
    for (const each of this.given) {
      for await (const item of this.within(each)) {
        if (taken === MOST) {
          this.cut = true;
          return;
        }
        taken += 1;
        // What is refused takes no time, and could be very many.
        if (taken % TURN === 0) await nextTask();
        yield item;
      }
    }
  }

  private async *within(each: Handed): AsyncGenerator<Item> {
    if (each.sort === "proof") yield new Refused(each.name, "file.proof");
    else if (each.sort === "document") yield new Whole(each);
    else {
      // The file itself was counted as one.
      let counted = 1;
      let guessed = true;
      const tell = (count: number, exactly: boolean) => {
        this.counted += count - counted;
        counted = count;
        if (exactly && guessed) this.unknown -= 1;
        guessed &&= !exactly;
      };
      try {
        const file = await each.open();
        yield* each.sort === "archive"
          ? this.archived(file, each.name, tell)
          : this.lines(file, each.name, tell);
      } catch (error) {
        const whole = each.sort === "archive" && !(error instanceof DOMException);
        tell(counted + 1, true);
        yield new Refused(each.name, whole ? "archive.unreadable" : "file.unreadable");
      }
    }
  }

  private async *archived(file: Blob, name: string, tell: Tell): AsyncGenerator<Item> {
    const archive = new Archive(file);
    let seen = 0;
    try {
      for await (const member of archive.members((count) => tell(count, true))) {
        seen += 1;
        yield inArchive(archive, member, cut(`${name}:${member.name}`));
      }
    } finally {
      tell(seen, true);
    }
  }

  private async *lines(file: Blob, name: string, tell: Tell): AsyncGenerator<Item> {
    let number = 0;
    let seen = 0;
    let start = 0;
    let blank = true;
    let before = 0;
    const line = (end: number): Item | null => {
      number += 1;
      if (blank) return null;
      seen += 1;
      return new Line(`${name}:${number}`, file, start, before === CR ? end - 1 : end);
    };
    for (let at = 0; at < file.size; at += BLOCK) {
      const block = new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer());
      let from = 0;
      if (at === 0 && BOM.every((byte, index) => block[index] === byte)) {
        this.marked.push(name);
        from = start = BOM.length;
      }
      for (let end = block.indexOf(LF, from); end >= 0; end = block.indexOf(LF, from)) {
        blank &&= isWhite(block, from, end);
        if (end > 0) before = block[end - 1] ?? 0;
        const item = line(at + end);
        if (item !== null) yield item;
        from = end + 1;
        start = at + from;
        blank = true;
        before = 0;
      }
      blank &&= isWhite(block, from, block.length);
      if (from < block.length) before = block[block.length - 1] ?? 0;
      // As many lines to a byte as so far.
      tell(Math.ceil((Math.max(seen, 1) * file.size) / (at + block.length)), false);
    }
    if (start < file.size) {
      const item = line(file.size);
      if (item !== null) yield item;
    }
    tell(seen, true);
  }
}

/** A file that is one document. */
class Whole implements Item {
  readonly size = null;

  constructor(private readonly handed: Handed) {}

  get name(): string {
    return this.handed.name;
  }

  async read(limit: number): Promise<Input> {
    const file = await this.handed.open().catch(() => {
      throw new Unread("file.unreadable");
    });
    if (file.size > limit) throw new Unread("file.too_large");
    return file;
  }
}

/** A document in an archive. */
class InArchive implements Item {
  readonly size: number;
  private readonly index: number;
  /** Let go once it is read: it is larger than a row. */
  private entry: Member["entry"] | null;

  constructor(
    readonly name: string,
    private readonly archive: Archive,
    { index, size, entry }: Member,
  ) {
    this.index = index;
    this.size = size;
    this.entry = entry;
  }

  async read(limit: number): Promise<Packed> {
    const entry = this.entry ?? (await this.archive.find(this.index));
    this.entry = null;
    return this.archive.read(entry, limit);
  }
}

/** A document on a line of a file. */
class Line implements Item {
  constructor(
    readonly name: string,
    private readonly file: Blob,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get size(): number {
    return this.end - this.start;
  }

  async read(limit: number): Promise<Input> {
    if (this.size > limit) throw new Unread("file.too_large");
    return Promise.resolve(this.file.slice(this.start, this.end));
  }
}

/** What is not read at all. */
class Refused implements Item {
  readonly size = null;

  constructor(
    readonly name: string,
    private readonly reason: UnreadReason,
  ) {}

  read(): Promise<Input> {
    return Promise.reject(new Unread(this.reason));
  }
}

function inArchive(archive: Archive, member: Member, name: string): Item {
  const sort = sortByName(member.name);
  // This is how a small archive would give very much.
  if (member.over) return new Refused(name, "archive.damaged");
  if (sort === "document") return new InArchive(name, archive, member);
  return new Refused(name, sort === "proof" ? "file.proof" : "archive.nested");
}

function isWhite(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!WHITE.has(bytes[at])) return false;
  return true;
}
