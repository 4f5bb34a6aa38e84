// The values of one document as a tree. It lives in the worker, where the leaves of the report are: a page that
// draws a few dozen rows never receives all of them.
import { boundary } from "../boundary.ts";
import type { Class, Leaf } from "../report.ts";

/** What is to be listed, and what of it is open. */
export interface Query {
  /** Only values of this class. */
  class: Class | null;
  /** Only values whose place or text has this in it, in capital letters or small ones; all when empty. */
  search: string;
  /** Whether containers are open. */
  open: boolean;
  /** The containers that are the other way, by node. */
  but: Uint32Array;
}

/** The row that a window of rows is to have in its middle: by its number, or as that of a node. */
export type Around = { row: number } | { node: number };

/** How many values of each class there are. */
export type Counts = Record<Class, number>;

interface Entry {
  /** Its number in the order of the document, containers counted. */
  node: number;
  /** How deep it stands, from 1. */
  level: number;
  /** Its number among the listed entries of its container, from 1. */
  position: number;
  /** How many of these there are. */
  size: number;
  /** The row of its container. */
  parent: number | null;
  /** Its name or number in its container, long ones cut; none when the document is this one value. */
  name: string | null;
  /** Whether a text of it was cut. */
  cut: boolean;
}

/** An object or an array that has something in it. The two are not told apart. */
export interface ContainerRow extends Entry {
  open: boolean;
  /** All values in it, listed or not. */
  counts: Counts;
}

/** A value. */
export interface ValueRow extends Entry {
  /** Its number among the leaves of the report. */
  leaf: number;
  /** Its canonical JSON text, long ones cut. */
  value: string;
  class: Class;
  /** Indices in the report's `keys`. */
  keys: number[];
}

export type Row = ContainerRow | ValueRow;

/** Some rows of a list. */
export interface Rows {
  /** How many rows the list has. */
  total: number;
  /** How many values are in it, also in closed containers. */
  values: number;
  /** The number of the first of `rows`. */
  from: number;
  rows: Row[];
  /** The row that was asked for; for a node that is not listed, that of the container around it. */
  row: number;
}

/** A part of a text that may be too long to be drawn at once. */
export interface Excerpt {
  text: string;
  from: number;
  /** The length of the whole text. */
  length: number;
}

/** All about one node. */
export interface Detail {
  pointer: Excerpt;
  /** What it holds: a value, or the values in it. */
  holds: { value: Excerpt; class: Class; keys: number[]; checks: number[] } | { counts: Counts };
}

/** Characters of a text in a row: more than fit on a line. */
const LINE = 240;

/** Characters of a text that are drawn at once, which takes some milliseconds. */
const PART = 20_000;

const CLASSES = [
  "signed",
  "derived",
  "bound",
  "signature",
  "checksummed",
  "uncovered",
] as const satisfies Class[];

/** A list: which nodes are its rows. */
interface List {
  query: Query;
  /** The node of each row. */
  nodes: Uint32Array;
  /** The row of each node, or -1. */
  rows: Int32Array;
  /** Of each row: its number among the listed entries of its container. */
  positions: Uint32Array;
  /** Of each node, after one for the top: how many entries of it are listed. */
  sizes: Uint32Array;
  values: number;
}

/**
 * The tree that the leaves of a report make. Nodes are numbered in the order of the document, a container before
 * what is in it, so that what is in a container is a span of numbers, and its values are a span of leaves.
 */
export class Outline {
  /** Of each node: its container, or -1. */
  private readonly parents: Int32Array;
  private readonly levels: Uint16Array;
  /** Of each node: the first node after it that is not in it. A node with nothing in it is a value. */
  private readonly ends: Uint32Array;
  /** Of each node, and at the end: how many leaves stand before it. */
  private readonly before: Uint32Array;
  /** Of each node: the length of its pointer, which is the start of the pointer of the first leaf in it. */
  private readonly lengths: Uint32Array;
  /** Of each class: how many leaves of it stand before each leaf, and at the end. */
  private readonly sums: Record<Class, Uint32Array>;
  /** The list that was asked for last, and what was looked for last. */
  private list: List | null = null;
  private matched: { class: Class | null; search: string; sums: Uint32Array } | null = null;

  constructor(private readonly leaves: Leaf[]) {
    const parents: number[] = [];
    const levels: number[] = [];
    const ends: number[] = [];
    const before: number[] = [];
    const lengths: number[] = [];
    const add = (parent: number, level: number, leaf: number, length: number): number => {
      parents.push(parent);
      levels.push(level);
      ends.push(0);
      before.push(leaf);
      return lengths.push(length) - 1;
    };
    /** The containers around the present leaf, the whole document first. */
    const around = [{ node: -1, length: 0 }];
    const close = (): void => {
      const closed = around.pop();
      if (closed !== undefined) ends[closed.node] = parents.length;
    };
    let last = "";
    leaves.forEach(({ pointer }, leaf) => {
      const common = shared(last, pointer);
      while (around.length > 1 && (around.at(-1)?.length ?? 0) >= common) close();
      let { node, length } = around.at(-1) as { node: number; length: number };
      for (;;) {
        const next = pointer.indexOf("/", length + 1);
        if (next < 0 || pointer === "") break;
        node = add(node, around.length, leaf, next);
        length = next;
        around.push({ node, length });
      }
      ends[add(node, around.length, leaf, pointer.length)] = parents.length;
      last = pointer;
    });
    while (around.length > 1) close();
    before.push(leaves.length);
    this.parents = Int32Array.from(parents);
    this.levels = Uint16Array.from(levels);
    this.ends = Uint32Array.from(ends);
    this.before = Uint32Array.from(before);
    this.lengths = Uint32Array.from(lengths);
    const sums = CLASSES.map((name) => [name, sum(leaves, (leaf) => leaf.class === name)]);
    this.sums = Object.fromEntries(sums) as Record<Class, Uint32Array>;
  }

  /** Up to `count` rows of the list that `query` makes. */
  rows(query: Query, around: Around, count: number): Rows {
    const list = this.listed(query);
    const total = list.nodes.length;
    const row = clamp("row" in around ? around.row : this.nearest(list, around.node), 0, total - 1);
    const from = clamp(row - (count >> 1), 0, total - count);
    const rows: Row[] = [];
    for (let each = from; each < Math.min(total, from + count); each += 1) rows.push(this.row(list, each));
    return { total, values: list.values, from, rows, row };
  }

  /** All about one node, texts as far as they can be drawn at once. */
  detail(node: number): Detail {
    const pointer = this.excerpt(node, "pointer", 0);
    if (!this.isValue(node)) return { pointer, holds: { counts: this.counts(node) } };
    const { class: name, keys, checks } = this.leaf(node);
    return { pointer, holds: { value: this.excerpt(node, "value", 0), class: name, keys, checks } };
  }

  /** The containers that stand beside a node, itself among them. */
  beside(node: number): Uint32Array {
    const parent = at(this.parents, node);
    const end = parent < 0 ? this.parents.length : at(this.ends, parent);
    const found: number[] = [];
    for (let each = parent + 1; each < end; each = at(this.ends, each)) {
      if (!this.isValue(each)) found.push(each);
    }
    return Uint32Array.from(found);
  }

  /** A part of a text of a node, from a character on. */
  excerpt(node: number, of: "pointer" | "value", from: number): Excerpt {
    const text = of === "pointer" ? this.pointer(node) : this.leaf(node).value;
    const start = boundary(text, from);
    return { text: text.slice(start, boundary(text, start + PART)), from: start, length: text.length };
  }

  /** The first leaf in a node, which is the node itself when that is a value. */
  private leaf(node: number): Leaf {
    return at(this.leaves, at(this.before, node));
  }

  private pointer(node: number): string {
    return this.leaf(node).pointer.slice(0, at(this.lengths, node));
  }

  private isValue(node: number): boolean {
    return at(this.ends, node) === node + 1;
  }

  private counts(node: number): Counts {
    const [from, to] = [at(this.before, node), at(this.before, at(this.ends, node))];
    const counts = CLASSES.map((name) => [name, at(this.sums[name], to) - at(this.sums[name], from)]);
    return Object.fromEntries(counts) as Counts;
  }

  private row(list: List, row: number): Row {
    const node = at(list.nodes, row);
    const parent = at(this.parents, node);
    const name = this.name(node);
    const leaf = this.leaf(node);
    const entry = {
      node,
      level: at(this.levels, node),
      position: at(list.positions, row),
      size: at(list.sizes, parent + 1),
      parent: parent < 0 ? null : at(list.rows, parent),
      name: name === null ? null : line(name),
    };
    const cut = name !== null && name.length > LINE;
    if (!this.isValue(node)) {
      // No container is listed without a value in it that is asked for.
      const open = at(list.sizes, node + 1) > 0;
      return { ...entry, cut, open, counts: this.counts(node) };
    }
    const { value, class: of, keys } = leaf;
    const index = at(this.before, node);
    return { ...entry, cut: cut || value.length > LINE, leaf: index, value: line(value), class: of, keys };
  }

  private name(node: number): string | null {
    const parent = at(this.parents, node);
    const from = parent < 0 ? 0 : at(this.lengths, parent);
    if (at(this.lengths, node) === 0) return null;
    return this.pointer(node)
      .slice(from + 1)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
  }

  private nearest(list: List, node: number): number {
    for (let each = node; each >= 0; each = at(this.parents, each)) {
      const row = at(list.rows, each);
      if (row >= 0) return row;
    }
    return 0;
  }

  private listed(query: Query): List {
    if (this.list === null || !same(this.list.query, query)) this.list = this.arranged(query);
    return this.list;
  }

  private arranged(query: Query): List {
    const { ends, before, parents } = this;
    const total = parents.length;
    const matching = this.matching(query);
    const other = new Uint8Array(total);
    for (const node of query.but) other[node] = 1;
    const nodes = new Uint32Array(total);
    const positions = new Uint32Array(total);
    const sizes = new Uint32Array(total + 1);
    const rows = new Int32Array(total).fill(-1);
    let row = 0;
    let node = 0;
    while (node < total) {
      const end = at(ends, node);
      if (at(matching, at(before, end)) === at(matching, at(before, node))) {
        node = end;
        continue;
      }
      const parent = at(parents, node) + 1;
      nodes[row] = node;
      positions[row] = sizes[parent] = at(sizes, parent) + 1;
      rows[node] = row;
      row += 1;
      const open = query.open !== (other[node] === 1);
      node = open ? node + 1 : end;
    }
    const values = at(matching, this.leaves.length);
    return { query, nodes: nodes.slice(0, row), positions: positions.slice(0, row), sizes, rows, values };
  }

  /** Of the leaves that a query asks for: how many stand before each leaf, and at the end. */
  private matching({ class: only, search }: Query): Uint32Array {
    if (search === "" && only !== null) return this.sums[only];
    const { matched } = this;
    if (matched?.class === only && matched.search === search) return matched.sums;
    const found = search === "" ? () => true : finder(search);
    const sums = sum(this.leaves, (leaf) => (only === null || leaf.class === only) && found(leaf));
    this.matched = { class: only, search, sums };
    return sums;
  }
}

/** Whether two queries make the same list. */
function same(a: Query, b: Query): boolean {
  return (
    a.class === b.class &&
    a.search === b.search &&
    a.open === b.open &&
    a.but.length === b.but.length &&
    a.but.every((node, index) => node === b.but[index])
  );
}

/** Finds a text in places and values, as it is or as these write it. */
function finder(search: string): (leaf: Leaf) => boolean {
  // What the page makes visible may be copied from it.
  const plain = search.replaceAll(/\u27e8U\+([0-9A-F]{4,6})\u27e9/g, (sign, digits: string) => {
    const character = Number.parseInt(digits, 16);
    return character > 0x10ffff ? sign : String.fromCodePoint(character);
  });
  const texts = [search, plain].map((text) => text.toLowerCase());
  const values = [...new Set(texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))];
  const places = [...new Set(texts.flatMap((text) => [text, step(text)]))];
  return ({ pointer, value }) => {
    const [inPlace, inValue] = [pointer.toLowerCase(), value.toLowerCase()];
    return places.some((text) => inPlace.includes(text)) || values.some((text) => inValue.includes(text));
  };
}

/** A name as RFC 6901 writes it. */
function step(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** How many of the leaves before each one, and of all, fit. */
function sum(leaves: Leaf[], fits: (leaf: Leaf) => boolean): Uint32Array {
  const sums = new Uint32Array(leaves.length + 1);
  let found = 0;
  leaves.forEach((leaf, index) => {
    if (fits(leaf)) found += 1;
    sums[index + 1] = found;
  });
  return sums;
}

/** How many characters two texts share from the start. */
function shared(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

/** As much of a text as goes into a row. */
function line(text: string): string {
  return text.slice(0, boundary(text, LINE));
}

function clamp(number: number, least: number, most: number): number {
  return Math.max(least, Math.min(number, most));
}

/** What stands at an index that is known to be within. */
function at<T>(list: ArrayLike<T>, index: number): T {
  return list[index] as T;
}
