// Checks many documents with several workers, so that none stops or slows the others.
import { type Input, moreEngines, type Options } from "../verify.ts";
import type { Packed } from "./packed.ts";
import type { Row } from "./row.ts";
import type { Item } from "./sources.ts";
import { type Failure, Unread } from "./unread.ts";

/** Longer than this nothing is waited for, in seconds: neither a file to be read nor a worker to be done. */
export const SECONDS = 60;

/** A longer document waits until all others are done. Most have a twentieth of this. */
const LONG = 1 << 19;

/** What came of one document. Either `row` or `failure` is there. */
export interface Result {
  /** How many came before it. */
  index: number;
  item: Item;
  row: Row | null;
  failure: Failure | null;
}

interface Taken {
  index: number;
  item: Item;
}

type Engine = ReturnType<typeof moreEngines>[number];

/**
 * One run over many documents. Of these, one more than there are workers is in memory at a time. A worker
 * that traps or takes too long is ended, and another takes its place.
 */
export class Pool {
  private readonly long: Taken[] = [];
  /** Gives up reading, for each document that is read. */
  private readonly reading = new Set<() => void>();
  private readonly busy = new Set<Engine>();
  private ended = false;

  /**
   * @param options - with what is verified
   * @param limit - the most bytes that a document may have
   * @param told - is called with each result as it comes
   */
  constructor(
    private readonly options: Options,
    private readonly limit: number,
    private readonly told: (result: Result) => void,
  ) {}

  /** Checks all items. Resolves when all are done, or soon after {@link stop}. */
  async run(items: AsyncGenerator<Item>): Promise<void> {
    const engines = moreEngines();
    let index = 0;
    const numbered = async function* (): AsyncGenerator<Taken> {
      for await (const item of items) yield { index: index++, item };
    };
    const all = numbered();
    await together(engines, async (slots) => {
      if (this.ended) return false;
      const { value: taken, done } = await all.next();
      if (done === true) return false;
      if ((taken.item.size ?? 0) > LONG) this.long.push(taken);
      else await this.take(taken, slots, LONG);
      return true;
    });
    await all.return(undefined);
    this.long.reverse();
    // One after the other: a single one can take hundreds of megabytes.
    const one = engines.slice(0, 1);
    const isLong = this.long.length > 0;
    await together(one, async (slots) => {
      const taken = this.long.pop();
      if (this.ended || taken === undefined) return false;
      await this.take(taken, slots, Infinity);
      return true;
    });
    // The memory of a wasm grows and never shrinks.
    if (isLong && !this.ended) for (const engine of one) engine.stop();
  }

  /** Gives up what is not done. Nothing more is told. */
  stop(): void {
    this.ended = true;
    for (const giveUp of this.reading) giveUp();
    for (const engine of this.busy) engine.stop();
  }

  /** Reads and checks a document, or sets it aside when it turns out to be longer than `most`. */
  private async take(taken: Taken, slots: Slots<Engine>, most: number): Promise<void> {
    const { index, item } = taken;
    let row: Row | null = null;
    let failure: Failure | null = null;
    try {
      const input = await this.read(item);
      if (lengthOf(input) > most) {
        this.long.push(taken);
        return;
      }
      row = await slots.within((engine) => this.ask(engine, input));
    } catch (error) {
      failure = failureOf(error);
    }
    if (!this.ended) this.told({ index, item, row, failure });
  }

  private async read(item: Item): Promise<Input | Packed> {
    let giveUp: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      giveUp = () => reject(new Unread("file.timeout"));
    });
    this.reading.add(giveUp);
    const id = window.setTimeout(giveUp, SECONDS * 1000);
    try {
      return await Promise.race([item.read(this.limit), late]);
    } finally {
      window.clearTimeout(id);
      this.reading.delete(giveUp);
    }
  }

  private async ask(engine: Engine, input: Input | Packed): Promise<Row> {
    if (this.ended) throw new Unread("file.timeout");
    this.busy.add(engine);
    let late = false;
    const id = window.setTimeout(() => {
      late = true;
      engine.stop();
    }, SECONDS * 1000);
    try {
      const row = await engine.call("row", input, this.options);
      if (row === null) throw new Failed("tool.disagrees");
      return row;
    } catch (error) {
      throw late ? new Failed("tool.timeout") : error;
    } finally {
      window.clearTimeout(id);
      this.busy.delete(engine);
    }
  }
}

/** There is no row, for a reason that is known. */
class Failed extends Error {
  constructor(readonly reason: Failure) {
    super(reason);
  }
}

/** Why there is no row. What a worker could not read is no worker that failed. */
function failureOf(error: unknown): Failure {
  if (error instanceof Unread || error instanceof Failed) return error.reason;
  const name = error instanceof Error ? error.name : "";
  return NOT_READ.get(name) ?? "tool.stopped";
}

/** By the names that errors of the worker have. */
const NOT_READ: ReadonlyMap<string, Failure> = new Map([
  ["NotReadableError", "file.unreadable"],
  ["EncodingError", "archive.damaged"],
]);

/** The length of a document in bytes; of a text, no more than that. */
function lengthOf(input: Input | Packed): number {
  return typeof input === "object" && "size" in input ? input.size : input.length;
}

/** Repeats a piece of work side by side, one time more than there are engines, until there is none. */
async function together(
  engines: readonly Engine[],
  work: (slots: Slots<Engine>) => Promise<boolean>,
): Promise<void> {
  const slots = new Slots(engines);
  const repeat = async () => {
    while (await work(slots));
  };
  await Promise.all(Array.from({ length: engines.length + 1 }, repeat));
}

/** Things of which each is used by one at a time; whoever comes first gets one first. */
class Slots<Thing> {
  private readonly free: Thing[];
  private readonly waiting: ((thing: Thing) => void)[] = [];

  constructor(things: readonly Thing[]) {
    this.free = [...things];
  }

  async within<Result>(use: (thing: Thing) => Promise<Result>): Promise<Result> {
    const thing = this.free.pop() ?? (await new Promise<Thing>((resolve) => this.waiting.push(resolve)));
    try {
      return await use(thing);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(thing);
      else next(thing);
    }
  }
}
