// The lines of the desk as a file to keep.
import type { CheckName, Kind, Reason, VerdictWord } from "../report.ts";
import { visible } from "../verify.ts";
import { nextTask } from "../task.ts";
import type { Entry } from "./desk.ts";
import type { RowKey } from "./row.ts";
import type { Failure } from "./unread.ts";

/** The forms in which the lines are kept. */
export type Form = "csv" | "json" | "ndjson";

export const FORMS: readonly Form[] = ["csv", "json", "ndjson"];

/** One line as it is kept. Texts are those of the document, exactly; but see {@link parts} for CSV. */
export interface Kept {
  file: string;
  sha256: string | null;
  bytes: number | null;
  kind: Kind | null;
  /** `null` where there is none, and then `error` says why. */
  verdict: VerdictWord | null;
  check: CheckName | null;
  reason: Reason | null;
  pointer: string | null;
  /** The Pith Number that the document states. */
  number: string | null;
  /** The keys for which a signature holds. */
  keys: RowKey[];
  /** How many further keys there are. */
  keys_left_out: number;
  /** The number of events that the document states. */
  events: string | null;
  error: Failure | null;
}

const COLUMNS = [
  "file",
  "sha256",
  "bytes",
  "kind",
  "verdict",
  "check",
  "reason",
  "pointer",
  "number",
  "keys",
  "events",
  "error",
] as const satisfies (keyof Kept)[];

/** So many lines are written before the page gets a turn. */
const TURN = 500;

/** What a spreadsheet would take for a formula. The wide forms are read like the narrow ones. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** What is kept of a line. */
export function kept({ name, row, failure }: Entry): Kept {
  return {
    file: name,
    sha256: row?.sha256 ?? null,
    bytes: row?.bytes ?? null,
    kind: row?.kind ?? null,
    verdict: row?.verdict ?? null,
    check: row?.check ?? null,
    reason: row?.reason ?? null,
    pointer: row?.pointer ?? null,
    number: row?.number ?? null,
    keys: row?.keys ?? [],
    keys_left_out: row?.keysLeftOut ?? 0,
    events: row?.events ?? null,
    error: failure,
  };
}

/**
 * The lines as the parts of one file. CSV is RFC 4180 with a byte order mark, without which Excel reads UTF-8
 * as something else. It is for people: what hides or reorders is made visible, and a text that a
 * spreadsheet would compute has an apostrophe before it. JSON and NDJSON have the texts as they are.
 */
export async function parts(entries: readonly Entry[], form: Form): Promise<string[]> {
  const made: string[] = [];
  if (form === "csv") made.push(`\uFEFF${COLUMNS.join(",")}\r\n`);
  for (let from = 0; from < entries.length; from += TURN) {
    const lines = entries.slice(from, from + TURN).map(kept);
    if (form === "csv") made.push(lines.map(csv).join(""));
    else if (form === "ndjson") made.push(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    else made.push(`${from === 0 ? "[\n" : ",\n"}${lines.map((line) => JSON.stringify(line)).join(",\n")}`);
    await nextTask();
  }
  if (form === "json") made.push(entries.length === 0 ? "[]\n" : "\n]\n");
  return made;
}

function csv(line: Kept): string {
  return `${COLUMNS.map((column) => cell(line[column], line)).join(",")}\r\n`;
}

function cell(value: Kept[keyof Kept], { keys_left_out: left }: Kept): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return text(value);
  const keys = value.map(({ id, fingerprint, trust }) => `${id ?? fingerprint} (${trust})`);
  return keys.length === 0 ? "" : text([...keys, ...(left > 0 ? [`+${left}`] : [])].join("; "));
}

function text(value: string): string {
  const shown = visible(value);
  return `"${FORMULA.test(shown) ? "'" : ""}${shown.replaceAll('"', '""')}"`;
}
