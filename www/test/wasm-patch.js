// Rewrites a wasm so that it fails in a chosen way: less memory than it may want, a request for memory that is
// refused, or an exported function that traps. Reads and writes sections of the binary format (WebAssembly Core
// Specification 2.0, chapter 5) and leaves every byte alone that it need not change.
import assert from "node:assert/strict";

const SECTION = { type: 1, import: 2, function: 3, memory: 5, global: 6, export: 7, code: 10 };
/** The order of sections in a file, by their numbers; data count stands before code. */
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const I32 = 0x7f;
const PAGE = 65_536;

/** An unsigned number as LEB128. */
function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** A number of 32 bits as signed LEB128. */
function signed(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7) {
    const last = rest >= -64 && rest < 64;
    bytes.push((rest & 127) | (last ? 0 : 128));
    if (last) return bytes;
  }
}

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    assert.ok(this.at < this.bytes.length, "the wasm ends too early");
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128, or a signed one that is only passed over. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    assert.ok(this.at <= this.bytes.length, "the wasm ends too early");
    return this.bytes.subarray(this.at - length, this.at);
  }

  name() {
    return Buffer.from(this.take(this.number())).toString("utf8");
  }

  /** Passes over the limits of a memory or a table. */
  limits() {
    const hasMost = (this.byte() & 1) === 1;
    const least = this.number();
    return { least, most: hasMost ? this.number() : null };
  }
}

/** A wasm as its sections, by number; custom ones are left out. */
function read(bytes) {
  assert.equal(Buffer.from(bytes.subarray(0, 8)).toString("hex"), "0061736d01000000", "not a wasm");
  const reader = new Reader(bytes, 8);
  const sections = new Map();
  while (reader.at < bytes.length) {
    const number = reader.byte();
    const content = reader.take(reader.number());
    if (number !== 0) sections.set(number, content);
  }
  return sections;
}

function written(sections) {
  const parts = [Buffer.from("0061736d01000000", "hex")];
  for (const number of ORDER) {
    const content = sections.get(number);
    if (content !== undefined) {
      parts.push(Buffer.from([number, ...unsigned(content.length)]), Buffer.from(content));
    }
  }
  return Buffer.concat(parts);
}

/** A section that is a list, with further items, each given as its bytes; and where the first of them is. */
function longer(content, ...items) {
  const reader = new Reader(content);
  const count = reader.number();
  const bytes = Buffer.concat([
    Buffer.from(unsigned(count + items.length)),
    content.subarray(reader.at),
    ...items.map((item) => Buffer.from(item)),
  ]);
  return { bytes, first: count };
}

/** How many functions are imported: they come before those of the wasm. */
function importedFunctions(content) {
  const reader = new Reader(content);
  let found = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.name();
    reader.name();
    const kind = reader.byte();
    if (kind === 0) found += 1;
    if (kind === 0) reader.number();
    else if (kind === 1 || kind === 2) {
      if (kind === 1) reader.byte();
      reader.limits();
    } else reader.take(2);
  }
  return found;
}

/** The functions that a wasm exports, by name: their numbers. */
function exportedFunctions(sections) {
  const reader = new Reader(sections.get(SECTION.export));
  const found = new Map();
  for (let left = reader.number(); left > 0; left -= 1) {
    const name = reader.name();
    const kind = reader.byte();
    const number = reader.number();
    if (kind === 0) found.set(name, number);
  }
  return found;
}

/** The bodies of the functions of a wasm. */
function bodies(sections) {
  const reader = new Reader(sections.get(SECTION.code));
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

function withBodies(sections, all) {
  const parts = all.flatMap((body) => [Buffer.from(unsigned(body.length)), Buffer.from(body)]);
  sections.set(SECTION.code, Buffer.concat([Buffer.from(unsigned(all.length)), ...parts]));
}

/** How many numbers follow an instruction; those of a prefix have their own. */
function passOver(reader, code) {
  const numbers = (count) => {
    for (let left = count; left > 0; left -= 1) reader.number();
  };
  if ((code >= 0x02 && code <= 0x04) || code === 0x0c || code === 0x0d || code === 0x10) numbers(1);
  else if (code === 0x0e) numbers(reader.number() + 1);
  else if (code === 0x11) numbers(2);
  else if (code === 0x1c) numbers(reader.number());
  else if (code >= 0x20 && code <= 0x26) numbers(1);
  else if (code >= 0x28 && code <= 0x3e) numbers(2);
  else if (code >= 0x3f && code <= 0x42) numbers(1);
  else if (code === 0x43) reader.take(4);
  else if (code === 0x44) reader.take(8);
  else if (code === 0xd0 || code === 0xd2) numbers(1);
  else if (code === 0xfc) {
    const after = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1][reader.number()];
    assert.notEqual(after, undefined, "an instruction that is not known");
    numbers(after);
  } else if (code === 0xfd) {
    // Those on vectors: an address, 16 bytes, or the number of a lane may follow.
    const vector = reader.number();
    assert.ok(vector <= 0xff, `an instruction on vectors that is not known: ${vector}`);
    const onLane = vector >= 84 && vector <= 91;
    if (vector <= 11 || onLane || vector === 92 || vector === 93) numbers(2);
    if (vector === 12 || vector === 13) reader.take(16);
    if (onLane || (vector >= 21 && vector <= 34)) reader.byte();
  } else {
    const isKnown = code <= 0x01 || [0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(code);
    assert.ok(isKnown || (code >= 0x45 && code <= 0xc4), `an instruction that is not known: ${code}`);
  }
}

/** A body in which something else stands in the place of each `memory.grow`, and how many there were. */
function withoutGrowth(body, instead) {
  const reader = new Reader(body);
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.number();
    reader.byte();
  }
  const parts = [];
  let [from, found, last] = [0, 0, null];
  while (reader.at < body.length) {
    const start = reader.at;
    last = reader.byte();
    passOver(reader, last);
    if (last === 0x40) {
      parts.push(body.subarray(from, start), Buffer.from(instead));
      from = reader.at;
      found += 1;
    }
  }
  assert.equal(last, 0x0b, "a body that does not end");
  return { body: Buffer.concat([...parts, body.subarray(from)]), found };
}

/** Names of the functions that a wasm exports, without those that it was given itself. */
export function exportsOf(bytes) {
  const sections = read(bytes);
  const imported = importedFunctions(sections.get(SECTION.import));
  return [...exportedFunctions(sections)].filter(([, number]) => number >= imported).map(([name]) => name);
}

/** The wasm, whose memory can become no larger than so many MiB. */
export function capped(bytes, mebibytes) {
  const sections = read(bytes);
  const reader = new Reader(sections.get(SECTION.memory));
  assert.equal(reader.number(), 1, "one memory");
  const { least } = reader.limits();
  const most = (mebibytes * 1024 * 1024) / PAGE;
  assert.ok(least <= most, `it begins with ${least} pages`);
  sections.set(SECTION.memory, Buffer.from([1, 1, ...unsigned(least), ...unsigned(most)]));
  return written(sections);
}

/** The wasm, in which an exported function does nothing but trap. */
export function trapping(bytes, name) {
  const sections = read(bytes);
  const number = exportedFunctions(sections).get(name);
  const own = number - importedFunctions(sections.get(SECTION.import));
  assert.ok(own >= 0, `no function of its own is exported as ${name}`);
  const all = bodies(sections);
  // No locals, `unreachable`, `end`.
  all[own] = [0, 0x00, 0x0b];
  withBodies(sections, all);
  return written(sections);
}

/**
 * The wasm, in which memory does not grow the `number`th time and never after; 0 is never refused. How often it was
 * to grow is exported as the global `growths`.
 */
export function refusing(bytes, number) {
  const sections = read(bytes);
  // (func (param i32) (result i32))
  const type = longer(sections.get(SECTION.type), [0x60, 1, I32, 1, I32]);
  sections.set(SECTION.type, type.bytes);
  const count = longer(sections.get(SECTION.global), [I32, 1, 0x41, 0, 0x0b]);
  sections.set(SECTION.global, count.bytes);
  const name = Buffer.from("growths");
  const exported = [name.length, ...name, 3, ...unsigned(count.first)];
  sections.set(SECTION.export, longer(sections.get(SECTION.export), exported).bytes);
  const grow = longer(sections.get(SECTION.function), unsigned(type.first));
  sections.set(SECTION.function, grow.bytes);
  const global = unsigned(count.first);
  const call = [0x10, ...unsigned(importedFunctions(sections.get(SECTION.import)) + grow.first)];
  const changed = bodies(sections).map((body) => withoutGrowth(body, call));
  assert.ok(
    changed.some(({ found }) => found > 0),
    "nothing grows the memory",
  );
  // growths += 1; return growths >= number && number > 0 ? -1 : memory.grow(given)
  const body = [0, 0x23, ...global, 0x41, 1, 0x6a, 0x24, ...global];
  if (number > 0)
    body.push(0x23, ...global, 0x41, ...signed(number), 0x4e, 0x04, 0x40, 0x41, 0x7f, 0x0f, 0x0b);
  body.push(0x20, 0, 0x40, 0, 0x0b);
  withBodies(sections, [...changed.map(({ body }) => body), body]);
  return written(sections);
}
