// Where everything stands in the picture. Parts stand in columns, one under the other: on a wide sheet what
// the document says, then what is computed from it, then the keys; on a narrow one all in one column. Wires
// run in the gutter to the left of the column that they lead to, each in a lane, so none crosses a text.
// The same evidence, words and width always give the same picture.
import type { Evidence, Link, Part, PartName } from "./evidence.ts";
import { ROUTES } from "./evidence.ts";
import { lines, type Measure, type Type } from "./lines.ts";

export const TITLE: Type = { size: 14, weight: 600, family: "sans" };
export const TEXT: Type = { size: 13, weight: 400, family: "sans" };
export const STRONG: Type = { size: 13, weight: 600, family: "sans" };
export const MONO: Type = { size: 13, weight: 400, family: "mono" };

/** The least width, in pixels, at which the parts stand in several columns. */
const WIDE = 640;
/** The most that a column needs. */
const WIDEST = 320;
/** Between two parts that stand under each other. */
const GAP = 24;
/** Between a part and its labels. */
const NEAR = 3;
/** Between two lanes. */
const LANE = 9;
/** From the first lane to the part, with room for the head of an arrow. */
const REACH = 16;
/** How far a line of text is from the next one, in sizes of its letters. */
const LEADING = 1.3;
/** Around the texts in a box or a label. */
const PAD = 9;
/** The sign of an outcome. */
export const SIGN = 16;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lines of text. `x` and `y` are where the first one begins. */
export interface Text {
  lines: string[];
  x: number;
  y: number;
  type: Type;
}

/** What a part says: our words for it, what the document has there, and what we note of it. */
export interface Saying {
  title: string;
  quoted: string | null;
  note: string | null;
}

/** A part in the picture. */
export interface Box extends Rectangle {
  part: Part;
  title: Text;
  quoted: (Rectangle & { text: Text }) | null;
  note: Text | null;
}

/** A link in the picture: its label. */
export interface Label extends Rectangle {
  link: Link;
  name: Text;
  tally: Text;
}

/** A part with the labels that stand above it and below it. */
export interface Block {
  above: Label[];
  box: Box;
  below: Label[];
}

/** A line from one part to another, and the head of its arrow. */
export interface Wire {
  link: Link;
  path: string;
  head: string;
}

export interface Picture {
  width: number;
  height: number;
  wide: boolean;
  blocks: Block[];
  wires: Wire[];
}

/** The column of each part on a wide sheet. No wire skips a column or leads back. */
const COLUMN: Record<PartName, 0 | 1 | 2> = {
  record: 0,
  paper: 0,
  event: 0,
  sections: 0,
  findings: 0,
  state: 0,
  document: 0,
  proofs: 0,
  record_digest: 1,
  number: 1,
  names: 1,
  event_digest: 1,
  section_digests: 1,
  state_digest: 1,
  bundle_digest: 1,
  receipt: 2,
  listed_key: 2,
  key: 2,
  ring: 2,
};

/** On a wide sheet, what stands beside a part begins no higher than it. */
const BAND: Partial<Record<PartName, PartName>> = {
  paper: "record",
  record_digest: "record",
  number: "record",
  names: "record",
  event_digest: "event",
  findings: "sections",
  section_digests: "sections",
  state_digest: "state",
  bundle_digest: "document",
};

/** What stands on the boxes and the labels. */
export interface Words {
  part: (part: Part) => Saying;
  link: (link: Link) => { name: string; tally: string };
}

/** What everything is laid out by. */
interface Setting {
  /** In the order in which they stand in their columns. */
  parts: Part[];
  links: Link[];
  words: Words;
  measure: Measure;
  wide: boolean;
  column: (part: Part) => number;
}

/** Lays a picture out in a given width. */
export function layout({ parts, links }: Evidence, width: number, words: Words, measure: Measure): Picture {
  const wide = width >= WIDE;
  const column = ({ name }: Part) => (wide ? COLUMN[name] : 0);
  const setting = { parts: wide ? recordFirst(parts) : parts, links, words, measure, wide, column };
  const used = [...new Set(parts.map(column))].sort();
  // How much room the lanes take depends on where the parts stand, and that on the room that is left.
  for (let lanes = used.map(() => 0); ;) {
    const gutters = lanes.map((count, index) => (count > 0 || index > 0 ? REACH + count * LANE : 0));
    const room = (width - gutters.reduce((sum, gutter) => sum + gutter, 0)) / used.length;
    const each = Math.floor(Math.min(WIDEST, room));
    const left = new Map<number, number>();
    let right = 0;
    used.forEach((index, at) => {
      right += gutters[at] ?? 0;
      left.set(index, right);
      right += each;
    });
    const blocks = setting.parts.map((part) => block(part, each, setting));
    for (const { box, above, below } of blocks) {
      for (const one of [box, ...above, ...below]) move(one, left.get(column(box.part)) ?? 0, 0);
    }
    if (wide) placeWide(blocks);
    else placeTall(blocks);
    const runs = links.flatMap((link) => run(link, blocks, column));
    const taken = assign(runs, used);
    if (taken.every((count, index) => count <= (lanes[index] ?? 0))) {
      return {
        width: right,
        height: Math.max(...blocks.map(bottom)),
        wide,
        blocks: parts.flatMap((part) => blocks.filter(({ box }) => box.part === part)),
        wires: runs.map((each) => wire(each, left.get(each.column) ?? 0)),
      };
    }
    lanes = taken.map((count, index) => Math.max(count, lanes[index] ?? 0));
  }
}

/** On a wide sheet the record stands at the top, beside its digest, and not below the title. */
function recordFirst(parts: Part[]): Part[] {
  const record = parts.filter(({ name }) => name === "record");
  return [...record, ...parts.filter(({ name }) => name !== "record")];
}

function block(part: Part, width: number, { parts, links, words, measure, wide, column }: Setting): Block {
  const before = parts.slice(0, parts.indexOf(part)).findLast((each) => column(each) === column(part));
  const isNext = ({ from }: Link) => before !== undefined && from.includes(before.id);
  const label = (link: Link) => labelled(link, words.link(link), measure, width);
  const arriving = links.filter(
    ({ to, from, name }) => to === part.id && from.length > 0 && ROUTES[name].shape !== "gather",
  );
  const own = links.filter(({ to, from }) => to === part.id && from.length === 0).map(label);
  const leaving = links.filter(({ from, name }) => from[0] === part.id && ROUTES[name].shape === "gather");
  const made: Block = {
    // A wire from the part above goes straight down, so its label is the first. Where the next part stands
    // below, a label without a wire keeps out of its way.
    above: [
      ...arriving.sort((a, b) => Number(isNext(b)) - Number(isNext(a))).map(label),
      ...(wide ? [] : own),
    ],
    box: boxed(part, words.part(part), measure, width),
    below: [...(wide ? own : []), ...leaving.map(label)],
  };
  let y = 0;
  for (const one of [...made.above, made.box, ...made.below]) {
    move(one, 0, y);
    y += one.height + NEAR;
  }
  return made;
}

function boxed(part: Part, { title, quoted, note }: Saying, measure: Measure, width: number): Box {
  const inner = width - 2 * PAD;
  const broken = (text: string, type: Type, most: number, within = inner) =>
    lines(text, most, (line) => measure(line, type) <= within);
  let y = PAD;
  const set = (text: string, type: Type, most: number): Text => {
    const made = { lines: broken(text, type, most), x: PAD, y, type };
    y += high(made);
    return made;
  };
  const box: Box = {
    part,
    x: 0,
    y: 0,
    width,
    height: 0,
    title: set(title, TITLE, 2),
    quoted: null,
    note: null,
  };
  if (quoted !== null) {
    const type = part.name === "paper" ? TEXT : MONO;
    y += 5;
    const text = {
      lines: broken(quoted, type, part.name === "paper" ? 3 : 1, inner - 10),
      x: PAD + 5,
      y: y + 2,
      type,
    };
    const widest = Math.max(...text.lines.map((line) => measure(line, type)));
    box.quoted = { x: PAD, y, width: Math.min(inner, widest + 10), height: high(text) + 4, text };
    y += high(text) + 4;
  }
  if (note !== null) box.note = set(note, TEXT, 2);
  box.height = y + PAD;
  return box;
}

function labelled(
  link: Link,
  { name, tally }: ReturnType<Words["link"]>,
  measure: Measure,
  width: number,
): Label {
  const x = PAD + SIGN + 7;
  const inner = width - x - PAD;
  const first = { lines: lines(name, 3, (line) => measure(line, TEXT) <= inner), x, y: 6, type: TEXT };
  const after = measure(name, TEXT) + 8;
  const isBeside = first.lines.length === 1 && after + measure(tally, STRONG) <= inner;
  const second: Text = isBeside
    ? { lines: [tally], x: x + after, y: 6, type: STRONG }
    : {
        lines: lines(tally, 3, (line) => measure(line, STRONG) <= inner),
        x,
        y: 6 + high(first),
        type: STRONG,
      };
  const height = Math.max(28, second.y + high(second) + 6);
  return { link, x: 0, y: 0, width, height, name: first, tally: second };
}

function high({ lines, type }: Text): number {
  return Math.ceil(lines.length * type.size * LEADING);
}

/** Where the letters of each line stand. */
export function baselines({ lines, y, type }: Text): { line: string; y: number }[] {
  return lines.map((line, index) => ({ line, y: y + type.size * (LEADING * index + 1) }));
}

function move(one: Box | Label, x: number, y: number): void {
  const parts: { x: number; y: number }[] =
    "part" in one
      ? [
          one,
          one.title,
          ...(one.quoted === null ? [] : [one.quoted, one.quoted.text]),
          ...(one.note === null ? [] : [one.note]),
        ]
      : [one, one.name, one.tally];
  for (const part of parts) {
    part.x += x;
    part.y += y;
  }
}

function moveBlock({ above, box, below }: Block, y: number): void {
  for (const one of [...above, box, ...below]) move(one, 0, y);
}

function top({ above, box }: Block): number {
  return (above[0] ?? box).y;
}

function bottom({ box, below }: Block): number {
  const last = below.at(-1) ?? box;
  return last.y + last.height;
}

function middle({ y, height }: Rectangle): number {
  return y + height / 2;
}

function placeTall(blocks: Block[]): void {
  let y = 0;
  for (const block of blocks) {
    moveBlock(block, y);
    y = bottom(block) + GAP;
  }
}

function placeWide(blocks: Block[]): void {
  const free = [0, 0, 0];
  const put = (block: Block, wanted: number) => {
    const { name } = block.box.part;
    moveBlock(block, Math.round(Math.max(wanted, free[COLUMN[name]] ?? 0)));
    free[COLUMN[name]] = bottom(block) + GAP;
  };
  const [keys, others] = [
    blocks.filter(({ box }) => COLUMN[box.part.name] === 2),
    blocks.filter(({ box }) => COLUMN[box.part.name] !== 2),
  ];
  let band = "";
  for (const block of others) {
    const { name, events } = block.box.part;
    const its = `${BAND[name] ?? name} ${events === null ? "" : `${events.of} ${events.first}`}`;
    // Where a band begins, both columns begin.
    if (its !== band) free.fill(Math.max(...free), 0, 2);
    band = its;
    put(block, beside(block, blocks));
  }
  for (const block of keys) {
    const sources = blocks.flatMap(({ below }) => below.filter(({ link }) => link.to === block.box.part.id));
    const centre = sources.reduce((sum, label) => sum + middle(label), 0) / Math.max(1, sources.length);
    put(block, sources.length > 0 ? centre - block.box.height / 2 : beside(block, blocks));
  }
}

/** How high a block would stand if the wire to its first label came straight across from its source. */
function beside({ above: [label], box }: Block, blocks: Block[]): number {
  const source = blocks.find((block) => block.box.part.id === label?.link.from[0])?.box;
  if (label === undefined || source === undefined) return 0;
  return COLUMN[source.part.name] === COLUMN[box.part.name] ? 0 : middle(source) - label.height / 2;
}

/** A wire before it has a lane. */
interface Run {
  link: Link;
  /** The column in whose gutter it runs. */
  column: number;
  /** Wires of one lane lie on one another. */
  lane: string;
  /** Counted from the column. */
  place: number;
  straight: "down" | "across" | null;
  /** Whether it ends where it meets another wire of its link. */
  meets: boolean;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** The wires of a link, one from each of its sources. */
function run(link: Link, blocks: Block[], column: (part: Part) => number): Run[] {
  const { shape } = ROUTES[link.name];
  const target = blocks.find(({ box }) => box.part.id === link.to);
  if (target === undefined) return [];
  const its = column(target.box.part);
  const before = blocks.slice(0, blocks.indexOf(target)).findLast(({ box }) => column(box.part) === its);
  return blocks
    .filter(({ box }) => link.from.includes(box.part.id))
    .map((source, index) => {
      const label = [...source.below, ...target.above].find((each) => each.link === link);
      const leaves = shape === "gather" ? (label ?? source.box) : source.box;
      const enters = shape === "gather" ? target.box : (label ?? target.box);
      const isBelow =
        source === before && (shape === "gather" ? source.below.at(-1) === label : target.above[0] === label);
      if (isBelow) {
        const x = target.box.x + 2 * PAD;
        const [from, to] = [
          { x, y: bottom(source) },
          { x, y: top(target) },
        ];
        return { link, column: its, lane: "", place: 0, straight: "down", meets: false, from, to };
      }
      const isBeside = column(source.box.part) !== its;
      // On the side of a box where wires arrive, others leave further down.
      const from = {
        x: leaves.x + (isBeside ? leaves.width : 0),
        y: leaves === source.box && !isBeside ? leaves.y + leaves.height - 12 : middle(leaves),
      };
      const to = { x: enters.x, y: enters === target.box ? enters.y + 14 : middle(enters) };
      const straight = isBeside && Math.abs(from.y - to.y) < 2 ? "across" : null;
      if (straight !== null) from.y = to.y;
      const lane =
        shape === "spread" ? `from ${source.box.part.id}` : `to ${enters === target.box ? link.to : link.id}`;
      return { link, column: its, lane, place: 0, straight, meets: shape === "join" && index > 0, from, to };
    });
}

/** Gives each wire its lane, short ones nearest to the column, and says how many lanes each gutter has. */
function assign(runs: Run[], columns: number[]): number[] {
  return columns.map((column) => {
    const lanes = new Map<string, { first: number; last: number; runs: Run[] }>();
    for (const run of runs) {
      if (run.column !== column || run.straight !== null) continue;
      const lane = lanes.get(run.lane) ?? { first: Infinity, last: -Infinity, runs: [] };
      lane.first = Math.min(lane.first, run.from.y, run.to.y);
      lane.last = Math.max(lane.last, run.from.y, run.to.y);
      lane.runs.push(run);
      lanes.set(run.lane, lane);
    }
    const places: { first: number; last: number }[][] = [];
    const length = ({ first, last }: { first: number; last: number }) => last - first;
    for (const lane of [...lanes.values()].sort((a, b) => length(a) - length(b))) {
      const isFree = (place: { first: number; last: number }[]) =>
        place.every(({ first, last }) => lane.last + LANE < first || last + LANE < lane.first);
      const found = places.findIndex(isFree);
      const place = found === -1 ? places.length : found;
      (places[place] ??= []).push(lane);
      for (const run of lane.runs) run.place = place;
    }
    return places.length;
  });
}

function wire({ link, straight, meets, place, from, to }: Run, left: number): Wire {
  if (straight === "down") {
    return {
      link,
      path: `M${from.x} ${from.y}V${to.y - 6}`,
      head: `M${to.x} ${to.y - 1}l-4.5 -8h9z`,
    };
  }
  const head = `M${to.x - 1} ${to.y}l-8 -4.5v9z`;
  if (straight === "across") return { link, path: `M${from.x} ${from.y}H${to.x - 6}`, head };
  const x = left - REACH - place * LANE;
  if (meets) return { link, path: `M${from.x} ${from.y}H${x}`, head: "" };
  const down = Math.sign(to.y - from.y);
  const over = Math.sign(x - from.x);
  const round = Math.min(6, Math.abs(to.y - from.y) / 2, Math.abs(x - from.x));
  const path =
    `M${from.x} ${from.y}H${x - over * round}q${over * round} 0 ${over * round} ${down * round}` +
    `V${to.y - down * round}q0 ${down * round} ${round} ${down * round}H${to.x - 6}`;
  return { link, path, head };
}
