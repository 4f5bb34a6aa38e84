// The batch desk without its looks: what was handed over, what came of it, and how far it is.
import { type Input, type Options, ToolError, UntestedError, verify } from "../verify.ts";
import type { VerdictWord } from "../report.ts";
import type { Handed } from "./handed.ts";
import { isPacked, unpacked } from "./packed.ts";
import { Pool, type Result } from "./pool.ts";
import { cut, type Row } from "./row.ts";
import { type Item, Sources } from "./sources.ts";
import type { Failure } from "./unread.ts";

/** What became of a document: a verdict, or why there is none. */
export type Status = VerdictWord | "tool_error" | "not_read";

/** The worst first. */
export const STATUSES: readonly Status[] = [
  "broken",
  "tool_error",
  "unreadable",
  "not_read",
  "unsigned",
  "consistent",
  "verified",
];

/** One line of the desk. */
export interface Entry {
  /** How many came before it. */
  index: number;
  name: string;
  status: Status;
  row: Row | null;
  failure: Failure | null;
  /** Where it can be read again. */
  item: Item;
}

/** `looking`: for the files. `refused`: nothing was checked. */
export type State = "looking" | "checking" | "done" | "stopped" | "refused";

/** How fast it goes, over the last few seconds. */
export interface Rate {
  /** Documents a second. */
  documents: number;
  /** Bytes a second. */
  bytes: number;
}

interface Sample {
  at: number;
  documents: number;
  bytes: number;
}

/** The listeners are told so often at the most, in milliseconds. */
const TICK = 300;
/** The rate is that of so many ticks. */
const SAMPLES = 30;

/** One batch of documents. It tells of every change by a `change` event, a few times a second. */
export class Desk extends EventTarget {
  state: State = "looking";
  /** What the run was refused for. */
  refused: "keys" | "verifier" = "keys";
  /** What is done, in the order in which it was. */
  entries: Entry[] = [];
  totals: Record<Status, number> = none();
  /** Bytes of the documents that were checked. */
  bytes = 0;
  /** The most bytes that a document may have. */
  limit = 0;
  /** Milliseconds that the run has taken. */
  elapsed = 0;
  sources = new Sources([]);
  private samples: Sample[] = [];
  private pool: Pool | null = null;
  private begun = 0;
  private timer = 0;
  /** Counts the runs. What an earlier one still has to say is dropped. */
  private run = 0;

  /** @param given - what was handed over */
  constructor(private readonly given: Promise<Handed[]>) {
    super();
  }

  /**
   * Checks all anew. What was found before goes at once: it may have been found with other keys. Rejects when
   * nothing can be checked with the options.
   */
  async start(options: Options): Promise<void> {
    this.end();
    const run = this.run;
    this.entries = [];
    this.totals = none();
    this.bytes = 0;
    this.samples = [];
    this.elapsed = 0;
    this.sources = new Sources([]);
    this.turn("looking");
    try {
      const { report } = await verify("", { ...options, explain: false });
      this.limit = report.limits.find(({ name }) => name === "limit.bytes")?.value ?? 0;
    } catch (error) {
      if (run !== this.run) return;
      this.refused = error instanceof UntestedError || error instanceof ToolError ? "verifier" : "keys";
      this.turn("refused");
      throw error;
    }
    const given = await this.given;
    if (run !== this.run) return;
    this.sources = new Sources(given);
    this.begun = performance.now();
    this.turn("checking");
    this.timer = window.setInterval(() => this.tick(), TICK);
    this.pool = new Pool(options, this.limit, (result) => {
      if (run === this.run) this.take(result);
    });
    await this.pool.run(this.sources.items());
    if (run !== this.run) return;
    this.end();
    this.turn("done");
  }

  /** Stops, and keeps what is done. */
  stop(): void {
    if (this.state !== "looking" && this.state !== "checking") return;
    this.end();
    this.turn("stopped");
  }

  /** How fast it goes; `null` as long as nothing can be said. */
  get rate(): Rate | null {
    const [first] = this.samples;
    const last = this.samples.at(-1);
    if (first === undefined || last === undefined || last.documents === first.documents) return null;
    const seconds = (last.at - first.at) / 1000;
    return {
      documents: (last.documents - first.documents) / seconds,
      bytes: (last.bytes - first.bytes) / seconds,
    };
  }

  /** About how many seconds are left; `null` as long as nothing can be said. */
  get left(): number | null {
    const { rate } = this;
    if (rate === null || this.state !== "checking") return null;
    return Math.max(0, this.sources.count - this.entries.length) / rate.documents;
  }

  /** Reads a document again, for a report of its own. */
  async read(entry: Entry): Promise<Input> {
    const given = await entry.item.read(this.limit);
    return isPacked(given) ? unpacked(given) : given;
  }

  private take({ index, item, row, failure }: Result): void {
    const tool = failure?.startsWith("tool.") === true;
    const status = row?.verdict ?? (tool ? "tool_error" : "not_read");
    this.entries.push({ index, name: cut(item.name), status, row, failure, item });
    this.totals[status] += 1;
    this.bytes += row?.bytes ?? 0;
  }

  private tick(): void {
    const at = performance.now();
    this.elapsed = at - this.begun;
    this.samples.push({ at, documents: this.entries.length, bytes: this.bytes });
    if (this.samples.length > SAMPLES) this.samples.shift();
    this.tell();
  }

  private end(): void {
    this.run += 1;
    window.clearInterval(this.timer);
    if (this.state === "checking") this.elapsed = performance.now() - this.begun;
    this.pool?.stop();
    this.pool = null;
  }

  private turn(state: State): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function none(): Record<Status, number> {
  return {
    broken: 0,
    tool_error: 0,
    unreadable: 0,
    not_read: 0,
    unsigned: 0,
    consistent: 0,
    verified: 0,
  };
}
