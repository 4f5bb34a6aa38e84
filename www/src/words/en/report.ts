// Labels for the closed words of a report. What was found is said by the report's own sentences; these
// are only the names that stand beside them. A word without a label does not compile.
import type {
  AttestationKind,
  Basis,
  CheckName,
  ClaimName,
  Class,
  ComparisonWord,
  ConflictKind,
  Field,
  KeyStatus,
  KeyTrust,
  Kind,
  MatchWord,
  Outcome,
  OutcomeCounts,
  Relation,
  Standing,
  TextStep,
  TimestampOp,
  VerdictWord,
} from "../../report.ts";
import type { Subject } from "../../elements/words.ts";
import { count } from "./counted.ts";

const verdict: Record<VerdictWord, string> = {
  verified: "Verified",
  consistent: "Consistent",
  unsigned: "Unsigned",
  broken: "Broken",
  unreadable: "Unreadable",
};

const outcome: Record<Outcome, string> = {
  passed: "Passed",
  failed: "Failed",
  not_checked: "Not checked",
  noted: "Noted",
};

const kind: Record<Kind, string> = {
  bundle: "Open graph bundle",
  record: "Pith Number record",
  state: "Open graph state",
  mirror_manifest: "Mirror manifest",
  key_object: "Signing key",
  graph_snapshot: "Graph snapshot",
  integrity: "Integrity document",
  event_list: "List of events",
  canonical_record: "Canonical record",
  unrecognised: "JSON of an unknown kind",
  unreadable: "Not a readable document",
};

const class_: Record<Class, { label: string; means: string }> = {
  signed: { label: "Signed", means: "in bytes whose digest was signed, and the signature holds" },
  derived: { label: "Derived", means: "recomputed from signed values or constants, and compared" },
  bound: { label: "Bound", means: "its normal form is hashed, and that hash is signed" },
  signature: { label: "Proof", means: "part of a signature that holds" },
  checksummed: {
    label: "Checksummed",
    means: "agrees with other values, but nothing signs either: damage is noticed, forgery is not",
  },
  uncovered: { label: "Not covered", means: "nothing notices a change of it" },
};

const basis: Record<Basis, string> = {
  proved: "Proved: recomputed on real documents, and all agree",
  stated: "Stated by the service",
  seen: "Only observed so far",
  open: "Open: nobody has published this rule",
  our_reading: "Our own reading, not a published rule",
};

const check: Record<CheckName, string> = {
  "document.type": "Type of the document",
  "document.version": "Version of the format",
  "record.digest": "Digest of the canonical record",
  "record.pith_number": "Pith Number",
  "record.short_pith_number": "Short Pith Number",
  "record.alias": "Alias",
  "record.source": "Source, repeated",
  "record.copy": "Canonical record, repeated",
  "title.hash": "Title against its hash",
  "abstract.hash": "Abstract against its hash",
  "receipt.signature": "Signature of the receipt",
  "event.digest": "Digest of an event",
  "event.id": "Identifier of an event",
  "event.signature": "Signature of an event",
  "event.signer": "Signer of an event",
  "event.subject": "Subject of an event",
  "event.payload": "Payload of an event",
  "section.digest": "Digest of a graph section",
  "bundle.digest": "Digest of the bundle",
  "bundle.signature": "Signature of the bundle",
  "state.digest": "Digest of the state",
  "state.count": "A count in the state",
  "state.applied": "Order of the applied events",
  "state.merge_version": "Name of the merge",
  "state.rebuilt": "State, rebuilt from the events",
  "merge.equivocation": "Statements that contradict each other",
  "key.encoding": "Spellings of a key",
  "key.fingerprint": "Fingerprint of a key",
  "key.trust": "Whose key it is",
  "integrity.digest": "Digest of an integrity event",
  "integrity.signature": "Signature of an integrity event",
  "integrity.envelope": "What stands beside an integrity event’s payload",
  "integrity.subject": "Subject of an integrity event",
  "integrity.document": "Parts of the integrity document",
  "timestamp.proof": "Timestamp proofs",
  "record.events": "Events that the record lists",
};

const subject: Record<Subject, string> = {
  document: "Document",
  record: "Record and Pith Number",
  title: "Title and abstract",
  receipt: "Receipt",
  event: "Events",
  section: "Graph snapshot",
  bundle: "Bundle",
  state: "State",
  merge: "Merge",
  key: "Keys",
  integrity: "Integrity",
  timestamp: "Timestamps",
};

const claim: Record<ClaimName, { label: string; says: string | null }> = {
  pith_number: { label: "Pith Number", says: null },
  title: { label: "Title", says: null },
  authors: { label: "Authors", says: null },
  source_id: { label: "Identifier at the source", says: null },
  source_kind: { label: "Source", says: null },
  source_version: { label: "Version at the source", says: null },
  submitted_at: { label: "Time of submission", says: "the registry says" },
  license: { label: "Licence", says: null },
  signed_at: { label: "Time of signing", says: "the signer says" },
  built_at: { label: "Time of building", says: "the service says" },
  event_count: { label: "Events", says: "the state says" },
};

const comparison: Record<ComparisonWord, string> = {
  agree: "They agree",
  forked: "Forked",
  unrelated: "Not all about one record",
  conflict: "They contradict",
};

const relation: Record<Relation, string> = {
  same: "The same",
  same_events: "The same events",
  older: "The first is older",
  newer: "The first is newer",
  within: "The second has more",
  extends: "The first has more",
  forked: "Forked",
  altered: "An event was altered",
  same_record: "About the same record",
  same_snapshot: "The same graph snapshot",
  other_snapshot: "Another graph snapshot",
  record_conflict: "One number, two records",
  other_record: "About different records",
  not_comparable: "Not comparable",
};

const conflict: Record<ConflictKind, string> = {
  equivocation: "Equivocation, in our reading",
  event_altered: "One event, two contents",
  record_conflict: "One number, two records",
  state_conflict: "The same events, two states",
};

const standing: Record<Standing, string> = {
  valid: "Valid in",
  unchecked: "Not checked in",
  invalid: "Not valid in",
  listed: "Listed without a signature in",
};

const attestation: Record<AttestationKind, string> = {
  pending: "A calendar’s promise",
  bitcoin: "A Bitcoin block",
  litecoin: "A Litecoin block",
  ethereum: "An Ethereum block",
  unknown: "An unknown kind",
};

const operation: Record<TimestampOp, string> = {
  append: "append",
  prepend: "prepend",
  reverse: "reverse",
  hexlify: "hexlify",
  sha1: "sha1",
  ripemd160: "ripemd160",
  sha256: "sha256",
  keccak256: "keccak256",
};

const field: Record<Field, string> = {
  title: "the title",
  abstract: "the abstract, whole",
  arxiv: "the arXiv identifier",
  arxiv_version: "the arXiv identifier with its version",
  version: "the version",
  doi: "the DOI",
  number: "the Pith Number",
};

const match: Record<MatchWord, string> = {
  matches: "The same",
  near_miss: "Almost",
  differs: "Another one",
  not_comparable: "Not comparable",
};

const textStep: Record<TextStep, string> = {
  label: "the label left out",
  invisible: "invisible characters left out",
  hyphens_joined: "words broken at a hyphen joined without it",
  hyphens_kept: "words broken at a hyphen joined with it",
  white_space: "line breaks and repeated spaces made single spaces",
  plain_quotes: "quotation marks made ' and \"",
  tex_quotes: "quotation marks made those of TeX",
  plain_dashes: "dashes made -",
  tex_dashes: "dashes made -- and ---",
  ligatures: "ligatures and the ellipsis spelled out",
  nfc: "Unicode normal form C",
  nfd: "Unicode normal form D",
  tex_accents: "accents written as in TeX",
  lower_case: "letters made lower case",
  link: "the identifier taken out of its link",
  prefix: "the prefix left out",
  stamp: "what follows the identifier left out",
  subject_class: "the subject class left out",
};

const keyTrust: Record<KeyTrust, string> = {
  trusted: "In the key ring: this key is trusted here",
  in_window: "In the key ring, and the document is from within its time, as you said",
  outside_window: "In the key ring, but outside the time for which it counts",
  window_unproven: "In the key ring for a time, and only the signer says it was then",
  time_contradicted: "In the key ring, but a signature claims a later time than yours",
  retired: "In the key ring, but retired",
  revoked: "Revoked: anybody may hold this key",
  not_in_ring: "Not in the key ring: nothing here says whose key this is",
  id_taken: "Not in the key ring, under the name of a key that is",
};

const keyStatus: Record<KeyStatus, string> = {
  current: "In use",
  retired: "Retired",
  revoked: "Revoked",
};

/** "31 passed, 2 noted": the outcomes that occur, worst first. */
function tally(outcomes: OutcomeCounts): string {
  const parts: [number, string][] = [
    [outcomes.failed, "failed"],
    [outcomes.noted, "noted"],
    [outcomes.not_checked, "not checked"],
    [outcomes.passed, "passed"],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${count(number)} ${word}`)
    .join(", ");
}

export const report = {
  verdict,
  outcome,
  kind,
  class: class_,
  basis,
  check,
  subject,
  claim,
  comparison,
  relation,
  conflict,
  standing,
  attestation,
  operation,
  field,
  match,
  textStep,
  keyTrust,
  keyStatus,
  tally,
};
