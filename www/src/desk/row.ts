// What the desk keeps of a report: little, and of bounded length, whatever the document says.
import type { CheckName, Key, KeyTrust, Kind, Reason, Refusal, Report, VerdictWord } from "../report.ts";

/** A key for which a signature holds. */
export interface RowKey {
  id: string | null;
  fingerprint: string;
  trust: KeyTrust;
}

/** One document, as a line of the desk. */
export interface Row {
  verdict: VerdictWord;
  kind: Kind;
  bytes: number;
  sha256: string;
  /** The Pith Number that the document states. */
  number: string | null;
  /** The number of events that the document states. */
  events: string | null;
  /** The check that decided a broken verdict. */
  check: CheckName | null;
  /** Why that check failed, or why the document is unreadable. */
  reason: Reason | null;
  /** Where. */
  pointer: string | null;
  /** Why it could not be read or judged. */
  refusal: Refusal | null;
  keys: RowKey[];
  /** How many further keys there are. */
  keysLeftOut: number;
}

/** A text of a document is kept to so many characters, and so many keys are. */
const TEXT = 500;
const KEYS = 16;
/** The first half of a character that was cut in two. */
const HALF = /[\ud800-\udbff]$/;

/** The line for a report. */
export function rowOf(report: Report): Row {
  const { verdict, refusal, kind, bytes, sha256 } = report;
  const failing = verdict.failing === null ? null : (report.checks[verdict.failing] ?? null);
  const claimed = (name: string) => report.claims.find((claim) => claim.name === name)?.value ?? null;
  const signers = report.keys.filter(({ signatures }) => signatures > 0);
  return {
    verdict: verdict.word,
    kind,
    bytes,
    sha256,
    number: cut(claimed("pith_number")),
    events: cut(claimed("event_count")),
    check: failing?.name ?? null,
    reason: failing?.reason ?? refusal?.reason ?? null,
    pointer: cut(failing?.pointer ?? null),
    refusal: refusal === null ? null : { ...refusal, sentence: cut(refusal.sentence) },
    keys: signers.slice(0, KEYS).map(key),
    keysLeftOut: Math.max(0, signers.length - KEYS),
  };
}

/** A text of bounded length; what is left out is said by an ellipsis. */
export function cut(text: string): string;
export function cut(text: string | null): string | null;
export function cut(text: string | null): string | null {
  return text === null || text.length <= TEXT ? text : `${text.slice(0, TEXT).replace(HALF, "")}…`;
}

function key({ key_id, fingerprint, trust }: Key): RowKey {
  return { id: cut(key_id), fingerprint, trust };
}
