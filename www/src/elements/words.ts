// What belongs to the closed words of a report and is the same in every language.
import type {
  CheckName,
  Class,
  ComparisonWord,
  Field,
  KeyTrust,
  MatchWord,
  Outcome,
  VerdictWord,
} from "../report.ts";
import { en } from "../words/en/first.ts";

/** What the part of a check's name before the dot is about. */
type Thing = CheckName extends `${infer Name}.${string}`
  ? CheckName extends `${Name}.${string}`
    ? Name
    : never
  : never;

/** What a check is filed under. Title and abstract are one. */
export type Subject = Exclude<Thing, "abstract">;

export function subject(name: CheckName): Subject {
  const thing = name.slice(0, name.indexOf(".")) as Thing;
  return thing === "abstract" ? "title" : thing;
}

/** The tone is that of the verdict that a reader should act on likewise. */
export const COMPARISON_TONE: Record<ComparisonWord, VerdictWord> = {
  agree: "consistent",
  forked: "unsigned",
  unrelated: "unreadable",
  conflict: "broken",
};

/** The outcome whose sign stands beside an answer about a text in hand. */
export const MATCH_OUTCOME: Record<MatchWord, Outcome> = {
  matches: "passed",
  near_miss: "noted",
  differs: "failed",
  not_comparable: "not_checked",
};

/** The outcome whose sign stands beside what is known of a key. */
export const TRUST_OUTCOME: Record<KeyTrust, Outcome> = {
  trusted: "passed",
  in_window: "passed",
  outside_window: "noted",
  window_unproven: "noted",
  time_contradicted: "noted",
  retired: "noted",
  revoked: "failed",
  not_in_ring: "not_checked",
  id_taken: "noted",
};

/** The order in which classes are listed. */
export const CLASSES = Object.keys(en.report.class) as Class[];

/** The order in which fields are offered. */
export const FIELDS = Object.keys(en.report.field) as Field[];
