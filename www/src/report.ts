// Made from src/report.rs by `cargo xtask types`. Do not edit.

/**
 * Everything that was found out about one document.
 */
export type Report = { 
/**
 * Version of this report format: `"1"`.
 */
report_version: string, 
/**
 * Name and version of the verifier.
 */
verifier: string, 
/**
 * The name the caller gave the document, such as its file name.
 */
name: string | null, 
/**
 * Length of the received document in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the received bytes, 64 lower-case hexadecimal digits.
 */
sha256: string, 
/**
 * The key ring that was used, in the form of a ring file.
 */
ring: Ring, 
/**
 * The time at which the caller said that the document existed (RFC 3339).
 */
at: string | null, 
/**
 * What else was asked for.
 */
options: ReportOptions, 
/**
 * The limits that applied.
 */
limits: Array<Limit>, 
/**
 * What kind of document it is.
 */
kind: Kind, 
/**
 * The verdict, in a word and in sentences.
 */
verdict: Verdict, 
/**
 * Why the document could not be read or judged. Present exactly when the verdict is `unreadable`.
 */
refusal: Refusal | null, 
/**
 * What the document says of itself, for a reader to know it by.
 */
claims: Array<Claim>, 
/**
 * Every key that signed something here or that the document lists.
 */
keys: Array<Key>, 
/**
 * One record for each check, in the order of the plan.
 */
checks: Array<Check>, 
/**
 * How many checks ended in which outcome.
 */
outcomes: OutcomeCounts, 
/**
 * What covers each leaf.
 */
coverage: Coverage, 
/**
 * The merge of the document's events step by step, when it was asked for and there are events.
 */
replay: Replay | null, 
/**
 * What was found in each OpenTimestamps proof that was given beside the document. They change nothing above.
 */
timestamps: Array<Timestamp>, 
/**
 * What was found in each block header that was given for the proofs.
 */
headers: Array<BlockHeader>, };

/**
 * A key ring, in the form of a ring file.
 */
export type Ring = { 
/**
 * `"pith_verifier_key_ring"`.
 */
ring_type: string, 
/**
 * Version of the form: `"1"`.
 */
ring_version: string, 
/**
 * The keys, in the order in which they were added.
 */
keys: Array<RingEntry>, };

/**
 * What the ring says of one key. A key may have several entries; the strictest counts.
 */
export type RingEntry = { 
/**
 * The key’s identifier.
 */
key_id: string | null, 
/**
 * `"ed25519"`.
 */
algorithm: string, 
/**
 * The 32 bytes of the public key, 64 lower-case hexadecimal digits.
 */
public_key_hex: string, 
/**
 * The first 16 bytes of the key's SHA-256, 32 lower-case hexadecimal digits.
 */
fingerprint_sha256_hex: string, 
/**
 * Where the key is known from.
 */
source: string, 
/**
 * Whether it is in use.
 */
status: KeyStatus, 
/**
 * From when it counts (RFC 3339); this time is inside.
 */
valid_from: string | null, 
/**
 * Until when it counts (RFC 3339); this time is outside.
 */
valid_until: string | null, 
/**
 * Anything to know about it.
 */
note: string | null, };

/**
 * What the key ring says of a key. The later ones are stricter.
 */
export type KeyStatus = "current" | "retired" | "revoked";

/**
 * Whether a signature with a key establishes who signed.
 */
export type KeyTrust = "trusted" | "in_window" | "outside_window" | "window_unproven" | "time_contradicted" | "retired" | "revoked" | "not_in_ring" | "id_taken";

/**
 * A limit and its value.
 */
export type Limit = { 
/**
 * Which limit.
 */
name: LimitName, 
/**
 * The most that is allowed.
 */
value: number, };

/**
 * A limit. One past which a document is refused has the name of that reason.
 */
export type LimitName = "limit.bytes" | "limit.depth" | "limit.values" | "limit.number_length" | "limit.pointers" | "limit.events" | "limit.signatures" | "limit.checks" | "limit.keys" | "limit.excerpt" | "limit.documents" | "limit.explained_checks" | "limit.explained_bytes" | "limit.redo_bytes" | "limit.replay_bytes" | "limit.proofs" | "limit.proof_bytes" | "limit.headers" | "limit.text" | "limit.ring_keys" | "limit.ring_text";

/**
 * A report compared with one that was made again.
 */
export type Reproduction = { 
/**
 * Whether the report that was made again is the same.
 */
reproduces: boolean, 
/**
 * The answer in one sentence.
 */
sentence: string, 
/**
 * What to know first: another document, another verifier, another verdict, what was taken from the report.
 */
findings: Array<ReproductionFinding>, 
/**
 * The places at which the two reports differ, in the order of the keys; only the first ones of many.
 */
differences: Array<ReportDifference>, 
/**
 * How many places differ, listed or not.
 */
count: number, };

/**
 * Something to know about a reproduction.
 */
export type ReproductionFinding = { 
/**
 * The reason, one of `report.*`.
 */
reason: Reason, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string, };

/**
 * One place at which two reports differ.
 */
export type ReportDifference = { 
/**
 * The place in the reports (RFC 6901).
 */
pointer: string, 
/**
 * What the report has there, as JSON; a long text only in part.
 */
in_report: string | null, 
/**
 * What the report that was made again has there.
 */
in_this_run: string | null, };

/**
 * What a report was asked to carry.
 */
export type ReportOptions = { 
/**
 * Why checks failed, and commands that redo them.
 */
explain: boolean, 
/**
 * The merge step by step.
 */
replay: boolean, };

/**
 * The verdict and what it means.
 */
export type Verdict = { 
/**
 * The verdict in one word.
 */
word: VerdictWord, 
/**
 * The verdict in one sentence for a reader.
 */
sentence: string, 
/**
 * What this verdict shows, a sentence each.
 */
shows: Array<string>, 
/**
 * What it does not show, a sentence each.
 */
does_not_show: Array<string>, 
/**
 * Index in `checks` of the check that decided a `broken` verdict: the first that failed.
 */
failing: number | null, };

/**
 * The verdict in one word. Computed from the checks and the coverage.
 */
export type VerdictWord = "verified" | "consistent" | "unsigned" | "broken" | "unreadable";

/**
 * Why a document could not be read or judged.
 */
export type Refusal = { 
/**
 * The reason.
 */
reason: Reason, 
/**
 * Offset of the first byte at fault.
 */
offset: number, 
/**
 * Line of it, from 1.
 */
line: number, 
/**
 * Column of it in characters, from 1.
 */
column: number, 
/**
 * One sentence: what was expected, what was found, where.
 */
sentence: string, 
/**
 * What to do.
 */
hint: string, };

/**
 * The kinds of document.
 */
export type Kind = "bundle" | "record" | "state" | "mirror_manifest" | "key_object" | "graph_snapshot" | "integrity" | "event_list" | "canonical_record" | "unrecognised" | "unreadable";

/**
 * Something the document says of itself.
 */
export type Claim = { 
/**
 * What is claimed.
 */
name: ClaimName, 
/**
 * The value as it stands in the document: a string's text, or the canonical text of a number.
 */
value: string, 
/**
 * Where it stands (RFC 6901).
 */
pointer: string, 
/**
 * What covers it.
 */
class: Class, };

/**
 * What a [`Claim`] is about.
 */
export type ClaimName = "pith_number" | "title" | "authors" | "source_id" | "source_kind" | "source_version" | "submitted_at" | "license" | "signed_at" | "built_at" | "event_count";

/**
 * A key that signed something in the document or that the document lists.
 */
export type Key = { 
/**
 * The identifier that the key ring or else the document gives it.
 */
key_id: string | null, 
/**
 * The 32 bytes of the public key, 64 lower-case hexadecimal digits.
 */
public_key_hex: string, 
/**
 * The first 16 bytes of the key's SHA-256, 32 lower-case hexadecimal digits.
 */
fingerprint: string, 
/**
 * Whether the key is one of the key ring. Whether it counts is in `trust`.
 */
in_ring: boolean, 
/**
 * Whether a signature with it establishes who signed, and why not.
 */
trust: KeyTrust, 
/**
 * What the key ring says of it; of several entries the strictest.
 */
status: KeyStatus | null, 
/**
 * From when it counts, according to the key ring (RFC 3339).
 */
valid_from: string | null, 
/**
 * Until when it counts, according to the key ring (RFC 3339); this time is outside.
 */
valid_until: string | null, 
/**
 * What the key ring notes about it.
 */
note: string | null, 
/**
 * Where the key is known from: the key ring's source, or the place in the document.
 */
source: string, 
/**
 * How many signatures hold for it.
 */
signatures: number, };

/**
 * One check.
 */
export type Check = { 
/**
 * Which rule.
 */
name: CheckName, 
/**
 * What came out.
 */
outcome: Outcome, 
/**
 * Why, as a stable word.
 */
reason: Reason, 
/**
 * The part of the document that was checked (RFC 6901). For a missing member, where it belongs.
 */
pointer: string, 
/**
 * Whether the verdict `verified` needs this check to pass.
 */
required: boolean, 
/**
 * How well the rule is known.
 */
basis: Basis, 
/**
 * Section of the description of Pith documents that has the rule.
 */
section: number, 
/**
 * What the document states, or what the rule requires.
 */
expected: string | null, 
/**
 * What this verifier computed or found instead.
 */
computed: string | null, 
/**
 * What was hashed.
 */
hashed: Hashed | null, 
/**
 * Index in `keys` of the key that a signature was checked with.
 */
key: number | null, 
/**
 * The signature that was tried: what it is over, and its bytes. Present whenever an Ed25519 verification was
 * run for this check.
 */
signed: Signed | null, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, 
/**
 * Why it failed, as far as that was found out.
 */
diagnosis: Diagnosis | null, 
/**
 * How to redo it without this verifier, a command each.
 */
redo: Array<Redo>, };

/**
 * Which rule a check applies. `pointer` says to which part of the document.
 */
export type CheckName = "document.type" | "document.version" | "record.digest" | "record.pith_number" | "record.short_pith_number" | "record.alias" | "record.source" | "record.copy" | "title.hash" | "abstract.hash" | "receipt.signature" | "event.digest" | "event.id" | "event.signature" | "event.signer" | "event.subject" | "event.payload" | "section.digest" | "bundle.digest" | "bundle.signature" | "state.digest" | "state.count" | "state.applied" | "state.merge_version" | "state.rebuilt" | "merge.equivocation" | "key.encoding" | "key.fingerprint" | "key.trust" | "integrity.digest" | "integrity.signature" | "integrity.envelope" | "integrity.subject" | "integrity.document" | "timestamp.proof" | "record.events";

/**
 * Why a check failed, as far as it was found out. It never changes the outcome.
 */
export type Diagnosis = { 
/**
 * What together gives the stated digest; with `differing_copy`, what was found in its place.
 */
causes: Array<Cause>, 
/**
 * The copy that the cause is about (RFC 6901).
 */
copy: string | null, 
/**
 * Where this part and that copy differ first, or the number that is written in another way.
 */
difference: Differing | null, 
/**
 * What was found out, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string, };

/**
 * What would make a stated digest right.
 */
export type Cause = "byte_order_mark" | "trailing_newline" | "trailing_crlf" | "received_bytes" | "line_breaks_lf" | "line_breaks_crlf" | "nfc" | "nfd" | "mojibake_latin1" | "mojibake_windows_1252" | "mojibake_latin1_repaired" | "mojibake_windows_1252_repaired" | "strings_trimmed" | "strings_single_spaced" | "strings_crlf" | "strings_lf" | "plain_spaces" | "letter_case_kept" | "non_ascii_escaped" | "html_escaped" | "slashes_escaped" | "rfc8785_numbers" | "rfc8785_order" | "document_order" | "spaced" | "indented" | "integers_as_doubles" | "doubles_as_integers" | "numbers_as_received" | "one_number" | "digest_spelling" | "matching_copy" | "differing_copy";

/**
 * What stands here, and what stands or would have to stand there.
 */
export type Differing = { 
/**
 * Where it is in the part that was checked (RFC 6901).
 */
pointer: string, 
/**
 * An excerpt of the value there, if there is any.
 */
here: string | null, 
/**
 * An excerpt of the value in the copy, if there is any; with `one_number` the spelling that gives the digest.
 */
there: string | null, };

/**
 * A command for a POSIX shell that redoes a check without this verifier. It expects the document as
 * `document.json` in the current folder. No text of the document is in it but escaped member names.
 */
export type Redo = { 
/**
 * What has to be installed.
 */
tool: RedoTool, 
/**
 * What the command prints, in words.
 */
label: string, 
/**
 * The command.
 */
command: string, 
/**
 * What it prints when the check holds, but for the line break at the end.
 */
prints: string, };

/**
 * A program that anybody has or can get.
 */
export type RedoTool = "python3" | "sha256sum" | "jq" | "openssl";

/**
 * What one check found.
 */
export type Outcome = "passed" | "failed" | "not_checked" | "noted";

/**
 * Why a check ended as it did, as `thing.finding`. Stable for ever: a reason may be added, never
 * renamed.
 */
export type Reason = "digest.matches" | "digest.mismatch" | "digest.malformed" | "digest.computed" | "digest.not_published" | "value.matches" | "value.mismatch" | "value.missing" | "value.wrong_type" | "value.not_computable" | "value.unknown_kind" | "value.absent" | "value.not_signed" | "text.matches" | "text.mismatch" | "text.cut" | "signature.holds" | "signature.mismatch" | "signature.of_other_content" | "signature.missing" | "signature.malformed" | "signature.status_unknown" | "signature.algorithm_unknown" | "signature.wrong_slot" | "signature.no_content" | "signature.no_digest" | "key.unknown" | "key.fingerprint_mismatch" | "key.id_mismatch" | "key.in_ring" | "key.not_in_ring" | "key.id_taken" | "key.in_window" | "key.outside_window" | "key.window_unproven" | "key.time_contradicted" | "key.retired" | "key.revoked" | "key.malformed" | "key.spellings_agree" | "key.spellings_differ" | "key.algorithm_unknown" | "state.matches" | "state.mismatch" | "state.not_comparable" | "equivocation.none" | "equivocation.found" | "document.unrecognised" | "document.version_unknown" | "rule.not_published" | "json.bom" | "json.invalid_utf8" | "json.syntax" | "json.nonfinite_literal" | "json.nonfinite_number" | "json.duplicate_key" | "json.lone_surrogate" | "json.trailing_text" | "report.unrecognised" | "report.version_unknown" | "report.malformed" | "report.other_document" | "report.other_verifier" | "report.other_verdict" | "report.other_ring" | "report.other_proofs" | "report.other_headers" | "report.assumed_time" | "limit.number_length" | "limit.bytes" | "limit.depth" | "limit.values" | "limit.pointers" | "limit.keys" | "limit.checks" | "limit.documents" | "limit.events" | "limit.signatures" | "limit.text";

/**
 * How well a rule is known, from the description of Pith documents.
 */
export type Basis = "proved" | "stated" | "seen" | "open" | "our_reading";

/**
 * The bytes that a digest was taken over, described.
 */
export type Hashed = { 
/**
 * The part of the document that the digest is about. Its canonical form was hashed, unless there is `within`.
 */
pointer: string, 
/**
 * Members of it that were left out.
 */
without: Array<string>, 
/**
 * What was hashed when it is not that form alone, with `…` for the canonical form of each member that is in it.
 */
within: string | null, 
/**
 * How many bytes were hashed.
 */
bytes: number, 
/**
 * The SHA-256 of those bytes, 64 lower-case hexadecimal digits.
 */
sha256: string, };

/**
 * A signature as it was tried, so that anybody can try it again. The key of the check has the public key.
 */
export type Signed = { 
/**
 * The 32 bytes that decided, 64 lower-case hexadecimal digits. With the reason `signature.holds`,
 * `signature.of_other_content` or `signature.no_content` those that the signature holds for. With any other
 * reason it does not hold for them: they are the digest that the document states, or the content's own where it
 * states none.
 */
message_hex: string, 
/**
 * The 64 bytes of the signature, 128 lower-case hexadecimal digits.
 */
signature_hex: string, };

/**
 * How many checks ended in which outcome.
 */
export type OutcomeCounts = { 
/**
 * Checks that passed.
 */
passed: number, 
/**
 * Checks that failed.
 */
failed: number, 
/**
 * Checks that could not be made.
 */
not_checked: number, 
/**
 * Things to know.
 */
noted: number, };

/**
 * What covers each leaf. A leaf is a string, a number, `true`, `false`, `null`, or an empty array or
 * object.
 */
export type Coverage = { 
/**
 * How many leaves there are.
 */
total: number, 
/**
 * How many of them are `signed`.
 */
signed: number, 
/**
 * How many of them are `derived`.
 */
derived: number, 
/**
 * How many of them are `bound`.
 */
bound: number, 
/**
 * How many of them are `signature`.
 */
signature: number, 
/**
 * How many of them are `checksummed`.
 */
checksummed: number, 
/**
 * How many of them are `uncovered`.
 */
uncovered: number, 
/**
 * One sentence for a reader.
 */
sentence: string, 
/**
 * Every leaf, in document order.
 */
leaves: Array<Leaf>, };

/**
 * One leaf of the document.
 */
export type Leaf = { 
/**
 * Where it stands (RFC 6901).
 */
pointer: string, 
/**
 * Its canonical JSON text.
 */
value: string, 
/**
 * What protects it.
 */
class: Class, 
/**
 * Indices in `keys` of the keys whose signatures cover it.
 */
keys: Array<number>, 
/**
 * Indices in `checks` of the passed checks that reach it.
 */
checks: Array<number>, };

/**
 * What protects one leaf of the document. The classes partition the leaves.
 */
export type Class = "signed" | "derived" | "bound" | "signature" | "checksummed" | "uncovered";

/**
 * The state, rebuilt from a document's events step by step.
 */
export type Replay = { 
/**
 * How well the merge is known for what the document holds: `proved`, and a difference from the stated
 * state is a failure; or `our_reading`.
 */
basis: Basis, 
/**
 * What came out, in one sentence.
 */
sentence: string, 
/**
 * One step for each event, in merge order.
 */
steps: Array<ReplayStep>, 
/**
 * The state after the last step, as canonical JSON text.
 */
rebuilt: string, 
/**
 * Its `state_sha256`.
 */
rebuilt_sha256: string, 
/**
 * The state that the document states, as canonical JSON text.
 */
stated: string | null, 
/**
 * Whether the two are the same. Absent when the document states none.
 */
same: boolean | null, };

/**
 * One event's turn in the merge.
 */
export type ReplayStep = { 
/**
 * Where the event stands (RFC 6901).
 */
event: string, 
/**
 * Its identifier.
 */
event_id: string | null, 
/**
 * Its type.
 */
event_type: string | null, 
/**
 * Its time, which is its signer's word.
 */
created_at: string | null, 
/**
 * Index in the report's `keys` of the key that signed it, when it is valid.
 */
signer: number | null, 
/**
 * Whether it is among the applied events.
 */
applied: boolean, 
/**
 * What became of it.
 */
reason: ReplayReason, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * What it changed in the state, but for counts and the digest.
 */
changes: Array<StateChange>, 
/**
 * The state after this step, as canonical JSON text; absent in long merges, where all of them together
 * would be too much.
 */
state: string | null, };

/**
 * What became of one event in the merge, and why.
 */
export type ReplayReason = "replay.created" | "replay.listed" | "replay.record_kept" | "replay.no_list" | "replay.repeated" | "replay.not_valid" | "replay.no_time";

/**
 * A value that a step put into the state.
 */
export type StateChange = { 
/**
 * Its place in the state (RFC 6901).
 */
pointer: string, 
/**
 * Its canonical JSON text, a long one only in part.
 */
value: string, };

/**
 * What several documents say together.
 */
export type Comparison = { 
/**
 * Version of this format: `"1"`.
 */
comparison_version: string, 
/**
 * Name and version of the verifier.
 */
verifier: string, 
/**
 * The key ring that was used, in the form of a ring file.
 */
ring: Ring, 
/**
 * The time at which the caller said that the documents existed (RFC 3339).
 */
at: string | null, 
/**
 * What was found, in one word.
 */
word: ComparisonWord, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * The documents, in the order given.
 */
documents: Array<ComparedDocument>, 
/**
 * How each document stands to each later one.
 */
pairs: Array<Pair>, 
/**
 * Every event of any of them, in merge order.
 */
events: Array<ComparedEvent>, 
/**
 * What contradicts.
 */
conflicts: Array<Conflict>, 
/**
 * The state of the union of the valid events, for each Pith Number that several documents name.
 */
merged: Array<MergedState>, };

/**
 * What the comparison as a whole found.
 */
export type ComparisonWord = "agree" | "forked" | "unrelated" | "conflict";

/**
 * One document of a comparison.
 */
export type ComparedDocument = { 
/**
 * The name the caller gave it.
 */
name: string | null, 
/**
 * SHA-256 of the received bytes.
 */
sha256: string, 
/**
 * SHA-256 of the canonical form of the whole document.
 */
canonical_sha256: string | null, 
/**
 * What kind of document it is.
 */
kind: Kind, 
/**
 * Its own verdict.
 */
verdict: VerdictWord, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * Why it could not be read or judged.
 */
refusal: Refusal | null, 
/**
 * The full Pith Number that it is about, as it says; where it says none, as computed.
 */
pith_number: string | null, 
/**
 * Digest of its canonical record, computed.
 */
record_sha256: string | null, 
/**
 * Indices of its events in `events`, in merge order.
 */
events: Array<number>, };

/**
 * How one document stands to another.
 */
export type Pair = { 
/**
 * Index of a document.
 */
first: number, 
/**
 * Index of a later one.
 */
second: number, 
/**
 * How the first stands to the second.
 */
relation: Relation, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * Indices of the events that only the first has.
 */
only_first: Array<number>, 
/**
 * Indices of the events that only the second has.
 */
only_second: Array<number>, 
/**
 * How many of these are not signed by a key that establishes its signer: anybody could have added them.
 */
unestablished: number, };

/**
 * How one document stands to another.
 */
export type Relation = "same" | "same_events" | "older" | "newer" | "within" | "extends" | "forked" | "altered" | "same_record" | "same_snapshot" | "other_snapshot" | "record_conflict" | "other_record" | "not_comparable";

/**
 * An event of one or several documents.
 */
export type ComparedEvent = { 
/**
 * Its identifier.
 */
event_id: string | null, 
/**
 * Its type.
 */
event_type: string | null, 
/**
 * Its time, which is its signer's word.
 */
created_at: string | null, 
/**
 * Fingerprint of the key that signed it, where it is valid somewhere.
 */
signer: string | null, 
/**
 * Whether that key establishes its signer.
 */
trusted: boolean, 
/**
 * Where it stands.
 */
places: Array<EventPlace>, };

/**
 * Where an event stands.
 */
export type EventPlace = { 
/**
 * Index of the document.
 */
document: number, 
/**
 * The place in it (RFC 6901).
 */
pointer: string, 
/**
 * What is known of it there.
 */
standing: Standing, };

/**
 * What is known of an event in one document, the most telling first.
 */
export type Standing = "valid" | "unchecked" | "listed" | "invalid";

/**
 * Two statements that contradict each other.
 */
export type Conflict = { 
/**
 * What contradicts.
 */
kind: ConflictKind, 
/**
 * How well the rule is known.
 */
basis: Basis, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * One statement.
 */
first: ConflictSide, 
/**
 * The other.
 */
second: ConflictSide, };

/**
 * How two documents contradict each other.
 */
export type ConflictKind = "equivocation" | "event_altered" | "record_conflict" | "state_conflict";

/**
 * One of two statements that contradict each other.
 */
export type ConflictSide = { 
/**
 * Index of the document.
 */
document: number, 
/**
 * The place in it (RFC 6901).
 */
pointer: string, 
/**
 * Digest of what is stated there, computed.
 */
sha256: string, 
/**
 * The signature over it, as the document spells it.
 */
signature_b64: string | null, 
/**
 * Fingerprint of the key that the signature holds for.
 */
fingerprint: string | null, };

/**
 * The state of the union of the valid events about one Pith Number.
 */
export type MergedState = { 
/**
 * The Pith Number.
 */
pith_number: string, 
/**
 * Indices of the documents whose valid events were merged.
 */
documents: Array<number>, 
/**
 * What came out, in one sentence.
 */
sentence: string, 
/**
 * One step for each event, in merge order.
 */
steps: Array<MergedStep>, 
/**
 * The state, as canonical JSON text. Nobody has signed it.
 */
state: string, 
/**
 * Its `state_sha256`.
 */
state_sha256: string, 
/**
 * Indices of the documents that state exactly this state.
 */
stated_by: Array<number>, };

/**
 * One event's turn in the merge of a union.
 */
export type MergedStep = { 
/**
 * Index of the event.
 */
event: number, 
/**
 * Whether it is among the applied events.
 */
applied: boolean, 
/**
 * What became of it.
 */
reason: ReplayReason, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * What it changed in the state, but for counts and the digest.
 */
changes: Array<StateChange>, };

/**
 * One OpenTimestamps proof that was given beside the document.
 */
export type Timestamp = { 
/**
 * The name the caller gave the proof, such as its file name.
 */
name: string | null, 
/**
 * Length of the proof in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the proof, 64 lower-case hexadecimal digits.
 */
sha256: string, 
/**
 * What came out as a whole. `passed` only when the proof starts from the document's canonical record and
 * at least one attestation passed.
 */
outcome: Outcome, 
/**
 * Why, as a stable word: what decided the outcome.
 */
reason: TimestampReason, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, 
/**
 * Offset of the first byte at fault, when the proof was refused for what it holds. Then there is no
 * start, no operation and no attestation.
 */
offset: number | null, 
/**
 * What the proof starts from.
 */
start: TimestampStart | null, 
/**
 * Every operation, in the order of the proof. They form a tree by `after`.
 */
operations: Array<TimestampOperation>, 
/**
 * Every attestation, in the order of the proof.
 */
attestations: Array<TimestampAttestation>, };

/**
 * What a proof starts from.
 */
export type TimestampStart = { 
/**
 * The hash function that the proof names for the digest.
 */
hash: TimestampOp, 
/**
 * The digest, in lower-case hexadecimal.
 */
digest: string, 
/**
 * Whether it is the digest computed from the document's canonical record.
 */
outcome: Outcome, 
/**
 * Why, as a stable word.
 */
reason: TimestampReason, 
/**
 * The part of the document that has this digest, or where the document states it (RFC 6901). Left out when
 * it is longer than 500 bytes.
 */
pointer: string | null, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, };

/**
 * One operation of a proof.
 */
export type TimestampOperation = { 
/**
 * What is done.
 */
op: TimestampOp, 
/**
 * With what, in lower-case hexadecimal.
 */
argument: string | null, 
/**
 * The message that comes out, in lower-case hexadecimal.
 */
result: string, 
/**
 * Index in `operations` of the operation whose result it is done to; `null` is the digest at the start.
 */
after: number | null, };

/**
 * An operation of a proof, which makes the next message from the one before.
 */
export type TimestampOp = "append" | "prepend" | "reverse" | "hexlify" | "sha1" | "ripemd160" | "sha256" | "keccak256";

/**
 * One attestation of a proof.
 */
export type TimestampAttestation = { 
/**
 * Who attests.
 */
kind: AttestationKind, 
/**
 * Index in `operations` of the operation whose result is attested; `null` is the digest at the start.
 */
after: number | null, 
/**
 * The number of the block.
 */
height: number | null, 
/**
 * The address of the calendar. Nothing is ever sent there.
 */
calendar: string | null, 
/**
 * The 8 bytes that name the kind, in lower-case hexadecimal.
 */
tag: string, 
/**
 * What an attestation of an unknown kind says, in lower-case hexadecimal.
 */
payload: string | null, 
/**
 * The merkle root of the block, as it stands in the header, in lower-case hexadecimal.
 */
merkle_root: string | null, 
/**
 * The same with its bytes in reverse order, as block explorers print it.
 */
merkle_root_reversed: string | null, 
/**
 * Index in `headers` of the header that has this merkle root.
 */
header: number | null, 
/**
 * What came out.
 */
outcome: Outcome, 
/**
 * Why, as a stable word.
 */
reason: TimestampReason, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, };

/**
 * Who attests that a message existed.
 */
export type AttestationKind = "pending" | "bitcoin" | "litecoin" | "ethereum" | "unknown";

/**
 * Why a proof, its start, an attestation or a block header ended as it did. Stable for ever.
 */
export type TimestampReason = "timestamp.starts_from_record" | "timestamp.starts_from_file" | "timestamp.starts_from_stated" | "timestamp.starts_from_wrong_digest" | "timestamp.starts_elsewhere" | "timestamp.no_record" | "timestamp.pending" | "timestamp.header_not_supplied" | "timestamp.header_not_matching" | "timestamp.anchored" | "timestamp.anchored_other" | "timestamp.header_easily_made" | "timestamp.header_too_easy" | "timestamp.header_without_work" | "timestamp.header_target_malformed" | "timestamp.header_malformed" | "timestamp.header_unused" | "timestamp.root_length" | "timestamp.other_chain" | "timestamp.unknown_kind" | "timestamp.not_a_proof" | "timestamp.version_unknown" | "timestamp.hash_unknown" | "timestamp.truncated" | "timestamp.number_too_large" | "timestamp.number_not_shortest" | "timestamp.empty_fork" | "timestamp.operation_unknown" | "timestamp.argument_length" | "timestamp.message_too_long" | "timestamp.payload_too_long" | "timestamp.payload_not_used_up" | "timestamp.calendar_too_long" | "timestamp.calendar_character" | "timestamp.trailing_bytes" | "timestamp.limit_bytes" | "timestamp.limit_depth" | "timestamp.limit_operations" | "timestamp.limit_attestations" | "timestamp.limit_messages" | "timestamp.limit_proofs" | "timestamp.limit_headers";

/**
 * One Bitcoin block header that was given beside the document.
 */
export type BlockHeader = { 
/**
 * What came out. `passed` only when an attestation passed by it.
 */
outcome: Outcome, 
/**
 * Why, as a stable word.
 */
reason: TimestampReason, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, 
/**
 * What the header says. `null` when it could not be read.
 */
block: Block | null, };

/**
 * What a Bitcoin block header says.
 */
export type Block = { 
/**
 * The hash of the header, as block explorers print it.
 */
hash: string, 
/**
 * The merkle root, as it stands in the header.
 */
merkle_root: string, 
/**
 * The same with its bytes in reverse order, as block explorers print it.
 */
merkle_root_reversed: string, 
/**
 * The time that the miner wrote (RFC 3339, UTC). The network allows it to be about two hours off.
 */
time: string, 
/**
 * The target in its compact form, 8 hexadecimal digits.
 */
bits: string, 
/**
 * How many hashes the target stands for on average, as a power of two rounded down. `null` when the target
 * is malformed.
 */
work_bits: number | null, };

/**
 * Whether a text in hand is the document's, and what that is worth.
 */
export type TextMatch = { 
/**
 * What the text was given as.
 */
field: Field, 
/**
 * How it compares.
 */
outcome: MatchWord, 
/**
 * Why, as a stable word.
 */
reason: MatchReason, 
/**
 * Whether it matches, a key of the key ring signs what it was compared with, and nothing in the document
 * fails.
 */
established: boolean, 
/**
 * The verdict on the document.
 */
verdict: VerdictWord, 
/**
 * The part of the document that the text was compared with (RFC 6901).
 */
pointer: string | null, 
/**
 * What protects that part.
 */
class: Class | null, 
/**
 * What the document has: of a title or an abstract its hash.
 */
expected: string | null, 
/**
 * What the text gives: of a title or an abstract its hash.
 */
computed: string | null, 
/**
 * The changes after which it matched, in the order in which they were made. Empty: it matched as given.
 */
steps: Array<TextStep>, 
/**
 * How many spellings of a title or an abstract were hashed.
 */
tried: number, 
/**
 * Where a text that does not match differs first from the document's own.
 */
nearest: Nearest | null, 
/**
 * What was found, in one sentence.
 */
sentence: string, 
/**
 * What that is worth, in one sentence.
 */
worth: string | null, 
/**
 * What to do about it, or what to know.
 */
hint: string | null, };

/**
 * What a text in hand is given as.
 */
export type Field = "title" | "abstract" | "arxiv" | "arxiv_version" | "version" | "doi" | "number";

/**
 * How a text in hand compares with a document.
 */
export type MatchWord = "matches" | "near_miss" | "differs" | "not_comparable";

/**
 * Why a text in hand compares as it does. Stable for ever: a reason may be added, never renamed.
 */
export type MatchReason = "hand.same" | "hand.same_after_changes" | "hand.same_text" | "hand.differs" | "hand.almost_the_text" | "hand.almost_the_quote" | "hand.quote_agrees" | "hand.other_version" | "hand.version_missing" | "hand.version_added" | "hand.other_year" | "hand.other_case" | "hand.suffix_only" | "hand.short_form" | "hand.character_changed" | "hand.character_impossible" | "hand.characters_swapped" | "hand.character_missing" | "hand.character_added" | "hand.two_faults" | "hand.other_doi" | "hand.malformed" | "hand.no_record" | "hand.no_value";

/**
 * A change of a text in hand after which it matched.
 */
export type TextStep = "label" | "invisible" | "hyphens_joined" | "hyphens_kept" | "white_space" | "plain_quotes" | "tex_quotes" | "plain_dashes" | "tex_dashes" | "ligatures" | "nfc" | "nfd" | "tex_accents" | "lower_case" | "link" | "prefix" | "stamp" | "subject_class";

/**
 * The first difference between two texts.
 */
export type Nearest = { 
/**
 * The first character that differs, counted from 1: of a title or an abstract in lower case and
 * single-spaced, of a Pith Number among the 26.
 */
at: number, 
/**
 * What the text has there.
 */
here: string, 
/**
 * What the document has there.
 */
there: string, };

/**
 * What a number or an identifier in hand was read as, and where the documents of that record can be had.
 */
export type Addresses = { 
/**
 * What it was read as.
 */
named_by: NamedBy, 
/**
 * What it was read as, written in its normal form. Text that came from outside.
 */
normal: string | null, 
/**
 * As what the normal form can be compared with a document.
 */
field: Field | null, 
/**
 * What there is to know about it.
 */
findings: Array<AddressFinding>, 
/**
 * The characters that no Pith Number has, each once.
 */
impossible: string, 
/**
 * The addresses. Those of the bundle stand first.
 */
addresses: Array<Address>, };

/**
 * What a text was read as that is to name a record.
 */
export type NamedBy = "number" | "short_number" | "arxiv" | "arxiv_doi" | "doi" | "unreadable";

/**
 * What there is to know about such a text. Stable for ever: one may be added, never renamed.
 */
export type AddressFinding = "impossible_character" | "wrong_length" | "year_malformed" | "arxiv_malformed" | "letter_case" | "year_missing" | "version_left_out";

/**
 * An address that a pattern of the service gives. Nothing was requested, so nobody knows whether anything is there.
 */
export type Address = { 
/**
 * What it is said to lead to.
 */
kind: AddressKind, 
/**
 * The address: `https`, and no character that would have to be escaped anywhere.
 */
url: string, 
/**
 * How well the pattern is known.
 */
basis: Basis, 
/**
 * Where the pattern is known from.
 */
source: AddressSource, };

/**
 * What an address is said to lead to.
 */
export type AddressKind = "bundle" | "well_known_bundle" | "state" | "record" | "page" | "paper_page" | "resolver";

/**
 * Where the pattern of an address is known from.
 */
export type AddressSource = "mirror_manifest" | "bundle" | "record";
