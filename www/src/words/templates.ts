// The shape of a language's sentences for outcomes. They are keyed by the closed codes of a report and filled
// from its facts; English is the verifier's own, and `en/sentences.ts` has the model of each template.
//
// A slot `{name}` stands for a fact. Those of checks are: `{S}` the subject of the check, to begin a sentence;
// `{at}` the place; `{E}` what was expected and `{C}` what was computed or found, in quotation marks; `{e}` and
// `{c}` the same without. What has to do with a number is a function of it, because languages count in their own
// ways.
import type {
  CheckName,
  Cause,
  ConflictKind,
  Coverage,
  Field,
  KeyTrust,
  Kind,
  MatchReason,
  Reason,
  Relation,
  ReplayReason,
  TextStep,
  TimestampReason,
  VerdictWord,
} from "../report.ts";
import type { Phrase } from "./phrases.ts";

/** What was found; and what to do about it or to know, empty when there is nothing. */
export type Template = readonly [sentence: string, hint: string];

/** Why the reader refused a document, a report or a text. */
export type RefusalReason = Extract<
  Reason,
  | `json.${string}`
  | `limit.${string}`
  | `document.${string}`
  | "report.unrecognised"
  | "report.version_unknown"
  | "report.malformed"
>;

/** What to know about a report that was made again. */
export type FindingReason = Exclude<Extract<Reason, `report.${string}`>, RefusalReason>;

/** Why a check ended as it did. */
export type CheckReason = Exclude<Reason, RefusalReason | FindingReason>;

/** Checks whose sentences differ from those of others with the same reason. */
export type CheckVariant =
  | "digest.matches of integrity"
  | "signature.holds of integrity"
  | "signature.wrong_slot of integrity"
  | "value.mismatch of a copy"
  | "value.mismatch of a constant";

/** Answers about a text in hand that differ by what the text is. A hashed text is a title or an abstract. */
export type MatchVariant =
  | "hand.same of a title"
  | "hand.same of an abstract"
  | "hand.same_after_changes of a hashed text"
  | "hand.differs of a hashed text"
  | "hand.differs of a version"
  | "hand.differs of a number";

/** What a proof starts from. */
export type StartReason = Extract<TimestampReason, `timestamp.starts_${string}` | "timestamp.no_record">;

/** What becomes of an attestation. */
export type AttestationReason = Extract<
  TimestampReason,
  | "timestamp.pending"
  | "timestamp.header_not_supplied"
  | "timestamp.header_not_matching"
  | "timestamp.anchored"
  | "timestamp.anchored_other"
  | "timestamp.header_easily_made"
  | "timestamp.header_too_easy"
  | "timestamp.header_without_work"
  | "timestamp.header_target_malformed"
  | "timestamp.root_length"
  | "timestamp.other_chain"
  | "timestamp.unknown_kind"
>;

/** What becomes of a block header by itself. */
export type HeaderReason = Extract<
  TimestampReason,
  | "timestamp.header_malformed"
  | "timestamp.header_target_malformed"
  | "timestamp.header_without_work"
  | "timestamp.header_unused"
  | "timestamp.limit_headers"
>;

/** Why a proof was refused. */
export type ProofReason = Exclude<TimestampReason, StartReason | AttestationReason | HeaderReason>;

/** Causes that are a condition under which a digest would match. */
export type Condition = Exclude<Cause, "one_number" | "digest_spelling" | "matching_copy" | "differing_copy">;

/** What makes such a condition true. */
export type Why =
  "writer" | "received" | "letters" | "encoding" | "repaired" | "whiteSpace" | "otherWay" | "respelled";

/** What the key ring says against a key that signed. */
export type Lapse = Extract<
  KeyTrust,
  "revoked" | "retired" | "outside_window" | "time_contradicted" | "window_unproven"
>;

/** Which relations are said with numbers; `newer` is `older` the other way round, and `extends` is `within`. */
export type PlainRelation = Exclude<
  Relation,
  "same_events" | "older" | "newer" | "within" | "extends" | "forked"
>;

/** A kind of document, as sentences need it. */
export interface KindWords {
  /** "This bundle", to begin a sentence. */
  This: string;
  /** "this bundle", the subject within a sentence. */
  this: string;
  /** "this bundle", what somebody made. */
  object: string;
  /** "of this bundle". */
  of: string;
  /** "in this bundle". */
  in: string;
}

export interface Sentences {
  /** The quotation marks that stand around text of the document. */
  quotes: readonly [string, string];
  /** "a, b and c". */
  list: (items: readonly string[]) => string;
  /** Clauses of a sentence, one after the other. */
  clauses: (clauses: readonly string[]) => string;
  /** Sentences, one after the other. */
  sequence: (sentences: readonly string[]) => string;
  /** Place in the document. */
  at: string;
  atTop: string;
  phrase: Record<Phrase, string>;
  kind: Record<Kind, KindWords>;

  /** What a check is about, to begin a sentence with. */
  subject: Record<CheckName, string>;
  check: Record<CheckReason, Template>;
  checkOf: Record<CheckVariant, Template>;
  values: {
    /** What a signature is over. */
    signed: string;
    contentDigest: string;
    /** When a key counts, and what is known of the time of the document. */
    window: Record<"both" | "from" | "until" | "none", string>;
    claimsItself: string;
    claimsAfter: string;
    existed: string;
    timeUnknown: string;
    /** A clause on why something is not known, and where. */
    because: string;
  };

  refusal: Record<RefusalReason, Template>;
  /** Several documents that are not compared. */
  notCompared: Record<"limit.documents" | "limit.bytes" | "limit.values" | "limit.events", Template>;

  verdict: Record<
    | "verified"
    | "verifiedPart"
    | "lapsed"
    | "unchecked"
    | "stranger"
    | "incomplete"
    | "unsigned"
    | "unsignedUnverified"
    | "brokenOne"
    | "brokenSeveral"
    | "unreadable"
    | "assumed",
    string
  >;
  shows: Record<"verified" | "consistent" | "record" | "checksums" | "broken", string>;
  doesNotShow: Record<
    | "assumed"
    | "lapsed"
    | "stranger"
    | "right"
    | "times"
    | "newest"
    | "integrity"
    | "uncovered"
    | "maker"
    | "state"
    | "before"
    | "anything",
    string
  >;
  /** Keys as sentences need them: after "signed with", after "whoever holds", and as a subject. */
  key: Record<"with" | "object" | "subject", string>;
  /** A key of the ring with its source. */
  ringKey: string;
  nobody: string;
  lapse: Record<Lapse, string>;
  strangerBeside: string;
  coverage: (counts: Coverage) => string;
  /** A document of several, by its verdict alone. */
  comparedVerdict: Record<VerdictWord, string>;

  causes: Record<"digest_spelling" | "matching_copy" | "differing_copy" | "one_number", Template>;
  condition: Record<Condition, string>;
  why: Record<Why, string>;
  /** `{conditions}` and `{why}`. */
  matchesIf: string;
  conditionHint: Record<"stays" | "original", string>;

  replayStep: Record<ReplayReason, string>;
  replayLinked: string;
  /** `same` is whether it is the stated state, `null` where none is stated. */
  replay: (events: number, same: boolean | null) => string;
  /** The same with `{why}` it is only a reading. */
  replayReading: (events: number, same: boolean | null) => string;

  field: Record<Field, string>;
  form: Record<Field, string>;
  textStep: Record<TextStep, string>;
  match: Record<MatchReason, Template>;
  matchOf: Record<MatchVariant, Template>;
  worth: Record<"broken" | "counts" | "lapsed" | "stranger" | "unsigned" | "unsignedBut", string>;

  document: (number: number) => string;
  /** `{pointer}` in `{document}`. */
  inDocument: string;
  comparison: Record<"agree" | "forked" | "unrelated" | "broken", string> & {
    conflict: (conflicts: number) => string;
  };
  pair: Record<PlainRelation, string> & {
    same_events: (held: number) => string;
    /** `{old}` has the first `held` of `all` events of `{new}`. */
    older: (held: number, all: number, further: number) => string;
    /** `{outer}` has all that `{inner}` has. */
    within: (held: number, further: number) => string;
    forked: (onlyFirst: number, onlySecond: number) => string;
    unestablished: (events: number) => string;
  };
  conflict: Record<ConflictKind, string>;
  merged: {
    state: (events: number, statedBy: number) => string;
    strangers: (events: number) => string;
  };

  reproduction: {
    same: string;
    differs: (values: number) => string;
    differsMore: (values: number, listed: number) => string;
  };
  finding: Record<FindingReason, Template>;

  proof: Record<ProofReason, Template>;
  start: Record<StartReason, Template>;
  attestation: Record<AttestationReason, Template>;
  header: Record<HeaderReason, Template>;
}
