// Which lines of the desk are shown, and in which order.
import { STATUSES, type Entry, type Status } from "./desk.ts";

/** The columns of the table, and by what else it can be ordered. */
export const COLUMNS = ["status", "file", "number", "failed", "key", "events"] as const;

export type Column = (typeof COLUMNS)[number];
export type Order = Column | "index";

/** What is shown. */
export interface Choice {
  status: Status | null;
  /** Text that a line must have somewhere; the case of letters does not matter. */
  text: string;
  order: Order;
  descending: boolean;
}

type Value = string | number | null;

const VALUES: Record<Order, (entry: Entry) => Value> = {
  index: ({ index }) => index,
  status: ({ status }) => STATUSES.indexOf(status),
  file: ({ name }) => name,
  number: ({ row }) => row?.number ?? null,
  failed: ({ row, failure }) => row?.check ?? row?.reason ?? failure,
  key: ({ row }) => row?.keys[0]?.id ?? row?.keys[0]?.fingerprint ?? null,
  events: ({ row }) => number(row?.events ?? null),
};

/** The lines that are shown. New ones are put where they belong, so that none is ever sorted twice. */
export class View {
  entries: Entry[] = [];
  choice: Choice = { status: null, text: "", order: "index", descending: false };
  private seen = 0;
  private source: readonly Entry[] = [];

  /** Shows others, or the same ones otherwise. */
  choose(choice: Partial<Choice>): void {
    this.choice = { ...this.choice, ...choice };
    this.seen = 0;
    this.entries = [];
    this.add(this.source);
  }

  /** Takes what was added to `source` since the last time. Another list takes the place of all. */
  add(source: readonly Entry[]): void {
    if (source !== this.source) {
      this.source = source;
      this.seen = 0;
      this.entries = [];
    }
    if (source.length === this.seen) return;
    const added = this.sorted(source.slice(this.seen).filter((entry) => this.fits(entry)));
    this.seen = source.length;
    if (added.length > 0) this.entries = this.merged(this.entries, added);
  }

  private fits({ status, name, row, failure }: Entry): boolean {
    const { choice } = this;
    if (choice.status !== null && status !== choice.status) return false;
    if (choice.text === "") return true;
    const wanted = choice.text.toLowerCase();
    const texts = [name, row?.number, row?.check, row?.reason, failure, row?.keys[0]?.id];
    return texts.some((text) => text?.toLowerCase().includes(wanted));
  }

  private sorted(entries: Entry[]): Entry[] {
    const value = VALUES[this.choice.order];
    const pairs = entries.map((entry) => ({ entry, value: value(entry) }));
    pairs.sort((one, other) => this.compare(one.value, one.entry, other.value, other.entry));
    return pairs.map(({ entry }) => entry);
  }

  private merged(ones: Entry[], others: Entry[]): Entry[] {
    const value = VALUES[this.choice.order];
    const all: Entry[] = [];
    let at = 0;
    for (const other of others) {
      const of = value(other);
      for (let one = ones[at]; one !== undefined; one = ones[at]) {
        if (this.compare(value(one), one, of, other) > 0) break;
        all.push(one);
        at += 1;
      }
      all.push(other);
    }
    for (; at < ones.length; at += 1) all.push(ones[at] as Entry);
    return all;
  }

  /** Nothing stands last in either direction; equal ones stand in the order in which they came. */
  private compare(one: Value, first: Entry, other: Value, second: Entry): number {
    if (one === other) return first.index - second.index;
    if (one === null) return 1;
    if (other === null) return -1;
    return (one < other ? -1 : 1) * (this.choice.descending ? -1 : 1);
  }
}

/** A number that a document states in digits; whatever else it states has no place among these. */
function number(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
