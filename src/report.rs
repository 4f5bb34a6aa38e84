//! The report: everything a front end shows, and the only types that are serialised.
//!
//! A report is built from the outcome of each check and never edited afterwards. It carries text of
//! the document exactly as the document has it (`value`, `expected`, `computed`, `pointer`); such text
//! is hostile and is shown through [`crate::visible`]. Sentences and hints are safe as they stand.

use std::fmt;

use serde::Serialize;

/// Writes an enum whose variants have one stable text each, the text that the report carries.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* #[cfg_attr(test, ts(rename = $text))] $variant,)* }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable text that stands in the report.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

mod address;
mod compare;
mod explain;
mod hand;
mod limit;
mod replay;
mod reproduction;
mod ring;
mod timestamp;

pub use address::{Address, AddressFinding, AddressKind, AddressSource, Addresses, NamedBy};
pub use compare::{
    ComparedDocument, ComparedEvent, Comparison, ComparisonWord, Conflict, ConflictKind, ConflictSide, EventPlace,
    MergedState, MergedStep, Pair, Relation, Standing,
};
pub use explain::{Cause, Diagnosis, Differing, Redo, RedoTool};
pub use hand::{Field, MatchReason, MatchWord, Nearest, TextMatch, TextStep};
pub use limit::{Limit, LimitName};
pub use replay::{Replay, ReplayReason, ReplayStep, StateChange};
pub use reproduction::{ReportDifference, Reproduction, ReproductionFinding};
pub use ring::{KeyStatus, KeyTrust, Ring, RingEntry};
pub use timestamp::{
    AttestationKind, Block, BlockHeader, Timestamp, TimestampAttestation, TimestampOp, TimestampOperation,
    TimestampReason, TimestampStart,
};

words! {
    /// The verdict in one word. Computed from the checks and the coverage.
    VerdictWord {
        /// Everything the document must hold holds, and every signature is by a key of the key ring.
        Verified = "verified",
        /// Nothing fails and at least one signature holds, but a signature or something else that is required
        /// could not be checked, or a signer is not in the key ring.
        Consistent = "consistent",
        /// Nothing fails, but no signature that covers the document could be established.
        Unsigned = "unsigned",
        /// At least one check failed.
        Broken = "broken",
        /// The file could not be read as a document that this verifier knows.
        Unreadable = "unreadable",
    }
}

words! {
    /// What one check found.
    Outcome {
        /// The rule holds.
        Passed = "passed",
        /// The rule does not hold; the document is broken.
        Failed = "failed",
        /// The rule could not be applied, or nobody has published it. Never counted as passed.
        NotChecked = "not_checked",
        /// Something to know that neither passes nor fails, such as whose key it was.
        Noted = "noted",
    }
}

words! {
    /// What protects one leaf of the document. The classes partition the leaves.
    Class {
        /// In bytes whose digest was signed, and the signature holds.
        Signed = "signed",
        /// Recomputed from signed leaves, or from a constant of the format, and compared.
        Derived = "derived",
        /// Its normal form is hashed, and that hash is signed: the title up to letter case.
        Bound = "bound",
        /// Part of a signature that holds.
        Signature = "signature",
        /// Recomputed and compared, but only with other values that nothing signs: damage is
        /// noticed, a forger who changes both is not.
        Checksummed = "checksummed",
        /// Nothing notices a change of it.
        Uncovered = "uncovered",
    }
}

words! {
    /// How well a rule is known, from the description of Pith documents.
    Basis {
        /// Recomputed on real documents, all agree.
        Proved = "proved",
        /// The service says so.
        Stated = "stated",
        /// Only observed.
        Seen = "seen",
        /// Nobody has published it.
        Open = "open",
        /// Our own assumption.
        OurReading = "our_reading",
    }
}

words! {
    /// The kinds of document.
    Kind {
        /// `pith_open_graph_bundle`.
        Bundle = "bundle",
        /// `pith_number_record`.
        Record = "record",
        /// `pith_open_graph_state`.
        State = "state",
        /// `pith_mirror_manifest`.
        MirrorManifest = "mirror_manifest",
        /// A signing-key object.
        KeyObject = "key_object",
        /// A bare graph snapshot.
        GraphSnapshot = "graph_snapshot",
        /// An integrity document.
        Integrity = "integrity",
        /// An array of events, or an object with nothing but `events`.
        EventList = "event_list",
        /// A bare canonical record.
        CanonicalRecord = "canonical_record",
        /// JSON, but none of the above.
        Unrecognised = "unrecognised",
        /// Not JSON that can be read.
        Unreadable = "unreadable",
    }
}

words! {
    /// Which rule a check applies. `pointer` says to which part of the document.
    CheckName {
        /// The member that names the document type.
        DocumentType = "document.type",
        /// The member that names the version of the format.
        DocumentVersion = "document.version",
        /// A stated digest of the canonical record.
        RecordDigest = "record.digest",
        /// A Pith Number, recomputed from the canonical record.
        RecordPithNumber = "record.pith_number",
        /// A short Pith Number, recomputed from the canonical record.
        RecordShortPithNumber = "record.short_pith_number",
        /// An alias, recomputed from the canonical record.
        RecordAlias = "record.alias",
        /// A copy of the record's source.
        RecordSource = "record.source",
        /// A copy of the canonical record.
        RecordCopy = "record.copy",
        /// The title against its hash in the canonical record.
        TitleHash = "title.hash",
        /// The abstract against its hash in the canonical record.
        AbstractHash = "abstract.hash",
        /// The receipt's signature over the canonical record's digest.
        ReceiptSignature = "receipt.signature",
        /// An event's `content_sha256`.
        EventDigest = "event.digest",
        /// An event's `event_id`.
        EventId = "event.id",
        /// An event's signature.
        EventSignature = "event.signature",
        /// The signer an event names against the key its signature names.
        EventSigner = "event.signer",
        /// The Pith Number an event is about.
        EventSubject = "event.subject",
        /// The payload of an event whose type has no published rules.
        EventPayload = "event.payload",
        /// The digest of one section of a graph snapshot.
        SectionDigest = "section.digest",
        /// `bundle_sha256`.
        BundleDigest = "bundle.digest",
        /// The signature over the whole bundle.
        BundleSignature = "bundle.signature",
        /// `state_sha256`.
        StateDigest = "state.digest",
        /// A number in the state that counts a list.
        StateCount = "state.count",
        /// The order of `applied_event_ids`.
        StateApplied = "state.applied",
        /// The name of the merge.
        StateMergeVersion = "state.merge_version",
        /// The state rebuilt from the events.
        StateRebuilt = "state.rebuilt",
        /// Two statements by one signer that contradict each other.
        MergeEquivocation = "merge.equivocation",
        /// The two spellings of a public key.
        KeyEncoding = "key.encoding",
        /// A fingerprint of a public key.
        KeyFingerprint = "key.fingerprint",
        /// Whose key it is, according to the key ring.
        KeyTrust = "key.trust",
        /// An integrity event's `payload_sha256`.
        IntegrityDigest = "integrity.digest",
        /// An integrity event's signature.
        IntegritySignature = "integrity.signature",
        /// What stands in an integrity event beside its payload.
        IntegrityEnvelope = "integrity.envelope",
        /// The paper that an integrity event is about.
        IntegritySubject = "integrity.subject",
        /// A part of an integrity document.
        IntegrityDocument = "integrity.document",
        /// Timestamp proofs.
        TimestampProof = "timestamp.proof",
        /// Events that a record lists.
        RecordEvents = "record.events",
    }
}

words! {
    /// Why a check ended as it did, as `thing.finding`. Stable for ever: a reason may be added, never
    /// renamed.
    Reason {
        /// The stated digest is the computed one.
        DigestMatches = "digest.matches",
        /// The stated digest is not the computed one.
        DigestMismatch = "digest.mismatch",
        /// The stated digest is not 64 lower-case hexadecimal digits.
        DigestMalformed = "digest.malformed",
        /// A digest was computed; the document states none to compare.
        DigestComputed = "digest.computed",
        /// What the digest is taken over has not been published, and no reading of ours gives it.
        DigestNotPublished = "digest.not_published",
        /// The value is the computed one.
        ValueMatches = "value.matches",
        /// The value is not the computed one.
        ValueMismatch = "value.mismatch",
        /// A member that the format requires is missing.
        ValueMissing = "value.missing",
        /// A member has another JSON type than the format gives it.
        ValueWrongType = "value.wrong_type",
        /// The value cannot be checked: what it is computed from is missing or malformed.
        ValueNotComputable = "value.not_computable",
        /// A kind of value that this verifier has no rule for.
        ValueUnknownKind = "value.unknown_kind",
        /// There is none, and nobody has published whether there must be one.
        ValueAbsent = "value.absent",
        /// The values stand beside what is signed, and the signature does not cover them.
        ValueNotSigned = "value.not_signed",
        /// The text has the stated hash.
        TextMatches = "text.matches",
        /// The text does not have the stated hash.
        TextMismatch = "text.mismatch",
        /// The text was cut by the service, so its hash cannot be checked.
        TextCut = "text.cut",
        /// The signature holds for the key it names.
        SignatureHolds = "signature.holds",
        /// The signature does not hold for the key it names.
        SignatureMismatch = "signature.mismatch",
        /// The signature holds for the stated digest, but the content has another digest now.
        SignatureOfOtherContent = "signature.of_other_content",
        /// There is no signature where the format requires one.
        SignatureMissing = "signature.missing",
        /// The signature is not 64 bytes of strict base64.
        SignatureMalformed = "signature.malformed",
        /// `signature_status` says something else than `signed_v1`.
        SignatureStatusUnknown = "signature.status_unknown",
        /// `algorithm` is not `ed25519`.
        SignatureAlgorithmUnknown = "signature.algorithm_unknown",
        /// `signed_message` names another slot than the one the signature stands in.
        SignatureWrongSlot = "signature.wrong_slot",
        /// The signature holds for the stated digest, but not for content that is known to have it.
        SignatureNoContent = "signature.no_content",
        /// There is neither content nor a digest that the signature could be for.
        SignatureNoDigest = "signature.no_digest",
        /// No key with the named fingerprint or identifier is at hand.
        KeyUnknown = "key.unknown",
        /// The named identifier is known, but its key has another fingerprint.
        KeyFingerprintMismatch = "key.fingerprint_mismatch",
        /// The named fingerprint is known, but its key has another identifier.
        KeyIdMismatch = "key.id_mismatch",
        /// The key is one of the key ring.
        KeyInRing = "key.in_ring",
        /// The key is not one of the key ring.
        KeyNotInRing = "key.not_in_ring",
        /// The key is not one of the key ring, though its identifier is.
        KeyIdTaken = "key.id_taken",
        /// The key is one of the key ring and counts, if the document existed at the time that the caller named.
        KeyInWindow = "key.in_window",
        /// The key is one of the key ring, but the document or a signature is from a time at which it does not count.
        KeyOutsideWindow = "key.outside_window",
        /// The key is one of the key ring, but counts for a time only, and nothing but the signer's word says when
        /// it was used.
        KeyWindowUnproven = "key.window_unproven",
        /// The key is one of the key ring, but a signature claims to be from after the time that the caller named.
        KeyTimeContradicted = "key.time_contradicted",
        /// The key is one of the key ring, but retired.
        KeyRetired = "key.retired",
        /// The key is one of the key ring, but revoked.
        KeyRevoked = "key.revoked",
        /// Not the canonical encoding of a point of large order on the curve.
        KeyMalformed = "key.malformed",
        /// The two spellings of the key agree.
        KeySpellingsAgree = "key.spellings_agree",
        /// The two spellings of the key differ.
        KeySpellingsDiffer = "key.spellings_differ",
        /// The key is for an algorithm that this verifier does not know.
        KeyAlgorithmUnknown = "key.algorithm_unknown",
        /// The rebuilt state is the stated one.
        StateMatches = "state.matches",
        /// The rebuilt state is not the stated one.
        StateMismatch = "state.mismatch",
        /// An event goes beyond what is known of the merge.
        StateNotComparable = "state.not_comparable",
        /// No equivocation, in our reading.
        EquivocationNone = "equivocation.none",
        /// Equivocation, in our reading.
        EquivocationFound = "equivocation.found",
        /// The document is of no known type.
        DocumentUnrecognised = "document.unrecognised",
        /// The document is of a version that this verifier does not know.
        DocumentVersionUnknown = "document.version_unknown",
        /// Nobody has published the rule.
        RuleNotPublished = "rule.not_published",
        /// Starts with a byte order mark.
        JsonBom = "json.bom",
        /// Not UTF-8.
        JsonInvalidUtf8 = "json.invalid_utf8",
        /// Not JSON.
        JsonSyntax = "json.syntax",
        /// `NaN` or `Infinity`.
        JsonNonfiniteLiteral = "json.nonfinite_literal",
        /// A number too large for a double.
        JsonNonfiniteNumber = "json.nonfinite_number",
        /// Two equal keys in one object.
        JsonDuplicateKey = "json.duplicate_key",
        /// An escape that leaves half a surrogate pair.
        JsonLoneSurrogate = "json.lone_surrogate",
        /// Text after the value.
        JsonTrailingText = "json.trailing_text",
        /// The report that is to be reproduced is not a report of this verifier.
        ReportUnrecognised = "report.unrecognised",
        /// The report that is to be reproduced is of another version of the format.
        ReportVersionUnknown = "report.version_unknown",
        /// The report that is to be reproduced does not say what it was made with.
        ReportMalformed = "report.malformed",
        /// The report is about another document.
        ReportOtherDocument = "report.other_document",
        /// The report was made by another verifier or another version.
        ReportOtherVerifier = "report.other_verifier",
        /// The report has another verdict.
        ReportOtherVerdict = "report.other_verdict",
        /// The report was made with another key ring than the built-in one.
        ReportOtherRing = "report.other_ring",
        /// The report was made with other OpenTimestamps proofs than were given.
        ReportOtherProofs = "report.other_proofs",
        /// The report was made with other block headers than were given.
        ReportOtherHeaders = "report.other_headers",
        /// The report rests on a time at which somebody said that the document existed.
        ReportAssumedTime = "report.assumed_time",
        /// A number is longer than the limit.
        LimitNumberLength = "limit.number_length",
        /// The document is larger than the limit.
        LimitBytes = "limit.bytes",
        /// The document nests deeper than the limit.
        LimitDepth = "limit.depth",
        /// The document has more values than the limit.
        LimitValues = "limit.values",
        /// The JSON Pointers of all values are longer than the limit.
        LimitPointers = "limit.pointers",
        /// The document lists more keys than the limit.
        LimitKeys = "limit.keys",
        /// The document would need more checks than the limit.
        LimitChecks = "limit.checks",
        /// There are more or fewer documents to compare than the limits allow.
        LimitDocuments = "limit.documents",
        /// The document has more events than the limit.
        LimitEvents = "limit.events",
        /// The document has more signatures than the limit.
        LimitSignatures = "limit.signatures",
        /// A text to compare with the document is longer than the limit.
        LimitText = "limit.text",
    }
}

/// Everything that was found out about one document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// Version of this report format: `"1"`.
    pub report_version: &'static str,
    /// Name and version of the verifier.
    pub verifier: &'static str,
    /// The name the caller gave the document, such as its file name.
    pub name: Option<String>,
    /// Length of the received document in bytes.
    pub bytes: usize,
    /// SHA-256 of the received bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The key ring that was used, in the form of a ring file.
    pub ring: Ring,
    /// The time at which the caller said that the document existed (RFC 3339).
    pub at: Option<String>,
    /// What else was asked for.
    pub options: ReportOptions,
    /// The limits that applied.
    pub limits: Vec<Limit>,
    /// What kind of document it is.
    pub kind: Kind,
    /// The verdict, in a word and in sentences.
    pub verdict: Verdict,
    /// Why the document could not be read or judged. Present exactly when the verdict is `unreadable`.
    pub refusal: Option<Refusal>,
    /// What the document says of itself, for a reader to know it by.
    pub claims: Vec<Claim>,
    /// Every key that signed something here or that the document lists.
    pub keys: Vec<Key>,
    /// One record for each check, in the order of the plan.
    pub checks: Vec<Check>,
    /// How many checks ended in which outcome.
    pub outcomes: OutcomeCounts,
    /// What covers each leaf.
    pub coverage: Coverage,
    /// The merge of the document's events step by step, when it was asked for and there are events.
    pub replay: Option<Replay>,
    /// What was found in each OpenTimestamps proof that was given beside the document. They change nothing above.
    pub timestamps: Vec<Timestamp>,
    /// What was found in each block header that was given for the proofs.
    pub headers: Vec<BlockHeader>,
}

/// What a report was asked to carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportOptions {
    /// Why checks failed, and commands that redo them.
    pub explain: bool,
    /// The merge step by step.
    pub replay: bool,
}

/// The verdict and what it means.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Verdict {
    /// The verdict in one word.
    pub word: VerdictWord,
    /// The verdict in one sentence for a reader.
    pub sentence: String,
    /// What this verdict shows, a sentence each.
    pub shows: Vec<String>,
    /// What it does not show, a sentence each.
    pub does_not_show: Vec<String>,
    /// Index in `checks` of the check that decided a `broken` verdict: the first that failed.
    pub failing: Option<usize>,
}

/// Why a document could not be read or judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Refusal {
    /// The reason.
    pub reason: Reason,
    /// Offset of the first byte at fault.
    pub offset: usize,
    /// Line of it, from 1.
    pub line: usize,
    /// Column of it in characters, from 1.
    pub column: usize,
    /// One sentence: what was expected, what was found, where.
    pub sentence: String,
    /// What to do.
    pub hint: String,
}

/// Something the document says of itself.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Claim {
    /// What is claimed.
    pub name: ClaimName,
    /// The value as it stands in the document: a string's text, or the canonical text of a number.
    pub value: String,
    /// Where it stands (RFC 6901).
    pub pointer: String,
    /// What covers it.
    pub class: Class,
}

words! {
    /// What a [`Claim`] is about.
    ClaimName {
        /// The Pith Number.
        PithNumber = "pith_number",
        /// The paper's title.
        Title = "title",
        /// The paper's authors.
        Authors = "authors",
        /// The identifier of the source, such as an arXiv identifier.
        SourceId = "source_id",
        /// The kind of source, such as `arxiv`.
        SourceKind = "source_kind",
        /// The version of the source.
        SourceVersion = "source_version",
        /// When the paper was submitted.
        SubmittedAt = "submitted_at",
        /// The paper's licence.
        License = "license",
        /// When the document was signed, according to the signer.
        SignedAt = "signed_at",
        /// When the bundle was built, according to the service.
        BuiltAt = "built_at",
        /// How many events there are, according to the state.
        EventCount = "event_count",
    }
}

/// A key that signed something in the document or that the document lists.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Key {
    /// The identifier that the key ring or else the document gives it.
    pub key_id: Option<String>,
    /// The 32 bytes of the public key, 64 lower-case hexadecimal digits.
    pub public_key_hex: String,
    /// The first 16 bytes of the key's SHA-256, 32 lower-case hexadecimal digits.
    pub fingerprint: String,
    /// Whether the key is one of the key ring. Whether it counts is in `trust`.
    pub in_ring: bool,
    /// Whether a signature with it establishes who signed, and why not.
    pub trust: KeyTrust,
    /// What the key ring says of it; of several entries the strictest.
    pub status: Option<KeyStatus>,
    /// From when it counts, according to the key ring (RFC 3339).
    pub valid_from: Option<String>,
    /// Until when it counts, according to the key ring (RFC 3339); this time is outside.
    pub valid_until: Option<String>,
    /// What the key ring notes about it.
    pub note: Option<String>,
    /// Where the key is known from: the key ring's source, or the place in the document.
    pub source: String,
    /// How many signatures hold for it.
    pub signatures: usize,
}

/// One check.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Check {
    /// Which rule.
    pub name: CheckName,
    /// What came out.
    pub outcome: Outcome,
    /// Why, as a stable word.
    pub reason: Reason,
    /// The part of the document that was checked (RFC 6901). For a missing member, where it belongs.
    pub pointer: String,
    /// Whether the verdict `verified` needs this check to pass.
    pub required: bool,
    /// How well the rule is known.
    pub basis: Basis,
    /// Section of the description of Pith documents that has the rule.
    pub section: u8,
    /// What the document states, or what the rule requires.
    pub expected: Option<String>,
    /// What this verifier computed or found instead.
    pub computed: Option<String>,
    /// What was hashed.
    pub hashed: Option<Hashed>,
    /// Index in `keys` of the key that a signature was checked with.
    pub key: Option<usize>,
    /// The signature that was tried: what it is over, and its bytes. Present whenever an Ed25519 verification was
    /// run for this check.
    pub signed: Option<Signed>,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
    /// Why it failed, as far as that was found out.
    pub diagnosis: Option<Diagnosis>,
    /// How to redo it without this verifier, a command each.
    pub redo: Vec<Redo>,
}

/// What the verdict needs to know of a check.
#[derive(Clone, Copy)]
pub(crate) struct Outline {
    pub(crate) name: CheckName,
    pub(crate) outcome: Outcome,
    pub(crate) reason: Reason,
    pub(crate) required: bool,
}

/// The bytes that a digest was taken over, described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hashed {
    /// The part of the document that the digest is about. Its canonical form was hashed, unless there is `within`.
    pub pointer: String,
    /// Members of it that were left out.
    pub without: Vec<String>,
    /// What was hashed when it is not that form alone, with `…` for the canonical form of each member that is in it.
    pub within: Option<String>,
    /// How many bytes were hashed.
    pub bytes: usize,
    /// The SHA-256 of those bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A signature as it was tried, so that anybody can try it again. The key of the check has the public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Signed {
    /// The 32 bytes that decided, 64 lower-case hexadecimal digits. With the reason `signature.holds`,
    /// `signature.of_other_content` or `signature.no_content` those that the signature holds for. With any other
    /// reason it does not hold for them: they are the digest that the document states, or the content's own where it
    /// states none.
    pub message_hex: String,
    /// The 64 bytes of the signature, 128 lower-case hexadecimal digits.
    pub signature_hex: String,
}

/// How many checks ended in which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutcomeCounts {
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed.
    pub failed: usize,
    /// Checks that could not be made.
    pub not_checked: usize,
    /// Things to know.
    pub noted: usize,
}

/// What covers each leaf. A leaf is a string, a number, `true`, `false`, `null`, or an empty array or
/// object.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Coverage {
    /// How many leaves there are.
    pub total: usize,
    /// How many of them are `signed`.
    pub signed: usize,
    /// How many of them are `derived`.
    pub derived: usize,
    /// How many of them are `bound`.
    pub bound: usize,
    /// How many of them are `signature`.
    pub signature: usize,
    /// How many of them are `checksummed`.
    pub checksummed: usize,
    /// How many of them are `uncovered`.
    pub uncovered: usize,
    /// One sentence for a reader.
    pub sentence: String,
    /// Every leaf, in document order.
    pub leaves: Vec<Leaf>,
}

/// One leaf of the document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Leaf {
    /// Where it stands (RFC 6901).
    pub pointer: String,
    /// Its canonical JSON text.
    pub value: String,
    /// What protects it.
    pub class: Class,
    /// Indices in `keys` of the keys whose signatures cover it.
    pub keys: Vec<usize>,
    /// Indices in `checks` of the passed checks that reach it.
    pub checks: Vec<usize>,
}

/// Takes a report in parts, in the order in which its JSON has them.
pub trait Parts {
    /// The report, whose lists of checks and leaves are empty.
    fn report(&mut self, report: &Report) {
        let _ = report;
    }

    /// Whether the records of checks that ended so are wanted.
    fn wants_checks(&self, outcome: Outcome) -> bool {
        let _ = outcome;
        true
    }

    /// The record of one check.
    fn check(&mut self, check: Check);

    /// All checks are done: the same report once more, before its leaves.
    fn coverage(&mut self, report: &Report) {
        let _ = report;
    }

    /// Whether leaves are wanted.
    fn wants_leaves(&self) -> bool {
        true
    }

    /// One leaf. The next one takes its room.
    fn leaf(&mut self, leaf: &Leaf);
}

/// The verdict follows from the checks and from whether a signature that holds has a leaf in its bytes. `verified` needs
/// positive evidence: nothing failed, everything required passed, a signature holds, and something is in the bytes it
/// signs.
pub(crate) fn verdict_word(checks: &[Outline], signs_something: bool, signs_itself: bool) -> VerdictWord {
    if checks.iter().any(|check| check.outcome == Outcome::Failed) {
        return VerdictWord::Broken;
    }
    let holds = |check: &Outline| check.required && check.name.is_signature() && check.outcome == Outcome::Passed;
    if !signs_itself || !signs_something || !checks.iter().any(holds) {
        return VerdictWord::Unsigned;
    }
    if checks.iter().filter(|check| check.required).all(|check| check.outcome == Outcome::Passed) {
        VerdictWord::Verified
    } else {
        VerdictWord::Consistent
    }
}

impl CheckName {
    /// Whether the check verifies a signature.
    #[must_use]
    pub const fn is_signature(self) -> bool {
        matches!(self, Self::BundleSignature | Self::EventSignature | Self::ReceiptSignature | Self::IntegritySignature)
    }
}

impl OutcomeCounts {
    pub(crate) fn of(checks: &[Outline]) -> Self {
        let count = |outcome| checks.iter().filter(|check| check.outcome == outcome).count();
        Self {
            passed: count(Outcome::Passed),
            failed: count(Outcome::Failed),
            not_checked: count(Outcome::NotChecked),
            noted: count(Outcome::Noted),
        }
    }
}

impl Coverage {
    pub(crate) fn count(&mut self, class: Class) {
        self.total += 1;
        *match class {
            Class::Signed => &mut self.signed,
            Class::Derived => &mut self.derived,
            Class::Bound => &mut self.bound,
            Class::Signature => &mut self.signature,
            Class::Checksummed => &mut self.checksummed,
            Class::Uncovered => &mut self.uncovered,
        } += 1;
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;
    use ts_rs::{Config, TS};

    /// Each thing that `verified` needs is taken away alone.
    #[test]
    fn a_verdict_needs_all_that_it_says() {
        use {CheckName as Name, Outcome as Came, VerdictWord as Word};
        let check = |name, outcome, required| Outline { name, outcome, reason: Reason::ValueMatches, required };
        let digest = check(Name::BundleDigest, Came::Passed, true);
        let signature = |outcome, required| check(Name::BundleSignature, outcome, required);
        let holds = signature(Came::Passed, true);
        let judged = verdict_word;
        assert_eq!(judged(&[digest, holds], true, true), Word::Verified);
        assert_eq!(judged(&[holds, check(Name::AbstractHash, Came::NotChecked, false)], true, true), Word::Verified);
        assert_eq!(judged(&[holds, check(Name::StateRebuilt, Came::NotChecked, true)], true, true), Word::Consistent);
        assert_eq!(judged(&[holds, check(Name::KeyTrust, Came::Noted, true)], true, true), Word::Consistent);
        for required in [true, false] {
            assert_eq!(judged(&[holds, check(Name::TitleHash, Came::Failed, required)], true, true), Word::Broken);
        }
        assert_eq!(judged(&[digest, holds], true, false), Word::Unsigned);
        assert_eq!(judged(&[digest, holds], false, true), Word::Unsigned);
        for unsigned in [digest, signature(Came::Passed, false), signature(Came::NotChecked, true)] {
            assert_eq!(judged(&[digest, unsigned], true, true), Word::Unsigned, "{:?}", unsigned.name);
        }
        assert_eq!(judged(&[], true, true), Word::Unsigned);
    }

    /// The path of the TypeScript types, which are made from this file.
    const TYPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/src/report.ts");

    fn declaration<T: TS + 'static>(config: &Config) -> String {
        let docs = T::docs().unwrap_or_default();
        format!("\n{docs}export {}\n", T::decl(config))
    }

    fn types() -> String {
        let config = Config::new();
        let mut text = String::from("// Made from src/report.rs by `cargo xtask types`. Do not edit.\n");
        text += &declaration::<Report>(&config);
        text += &declaration::<Ring>(&config);
        text += &declaration::<RingEntry>(&config);
        text += &declaration::<KeyStatus>(&config);
        text += &declaration::<KeyTrust>(&config);
        text += &declaration::<Limit>(&config);
        text += &declaration::<LimitName>(&config);
        text += &declaration::<Reproduction>(&config);
        text += &declaration::<ReproductionFinding>(&config);
        text += &declaration::<ReportDifference>(&config);
        text += &declaration::<ReportOptions>(&config);
        text += &declaration::<Verdict>(&config);
        text += &declaration::<VerdictWord>(&config);
        text += &declaration::<Refusal>(&config);
        text += &declaration::<Kind>(&config);
        text += &declaration::<Claim>(&config);
        text += &declaration::<ClaimName>(&config);
        text += &declaration::<Key>(&config);
        text += &declaration::<Check>(&config);
        text += &declaration::<CheckName>(&config);
        text += &declaration::<Diagnosis>(&config);
        text += &declaration::<Cause>(&config);
        text += &declaration::<Differing>(&config);
        text += &declaration::<Redo>(&config);
        text += &declaration::<RedoTool>(&config);
        text += &declaration::<Outcome>(&config);
        text += &declaration::<Reason>(&config);
        text += &declaration::<Basis>(&config);
        text += &declaration::<Hashed>(&config);
        text += &declaration::<Signed>(&config);
        text += &declaration::<OutcomeCounts>(&config);
        text += &declaration::<Coverage>(&config);
        text += &declaration::<Leaf>(&config);
        text += &declaration::<Class>(&config);
        text += &declaration::<Replay>(&config);
        text += &declaration::<ReplayStep>(&config);
        text += &declaration::<ReplayReason>(&config);
        text += &declaration::<StateChange>(&config);
        text += &declaration::<Comparison>(&config);
        text += &declaration::<ComparisonWord>(&config);
        text += &declaration::<ComparedDocument>(&config);
        text += &declaration::<Pair>(&config);
        text += &declaration::<Relation>(&config);
        text += &declaration::<ComparedEvent>(&config);
        text += &declaration::<EventPlace>(&config);
        text += &declaration::<Standing>(&config);
        text += &declaration::<Conflict>(&config);
        text += &declaration::<ConflictKind>(&config);
        text += &declaration::<ConflictSide>(&config);
        text += &declaration::<MergedState>(&config);
        text += &declaration::<MergedStep>(&config);
        text += &declaration::<Timestamp>(&config);
        text += &declaration::<TimestampStart>(&config);
        text += &declaration::<TimestampOperation>(&config);
        text += &declaration::<TimestampOp>(&config);
        text += &declaration::<TimestampAttestation>(&config);
        text += &declaration::<AttestationKind>(&config);
        text += &declaration::<TimestampReason>(&config);
        text += &declaration::<BlockHeader>(&config);
        text += &declaration::<Block>(&config);
        text += &declaration::<TextMatch>(&config);
        text += &declaration::<Field>(&config);
        text += &declaration::<MatchWord>(&config);
        text += &declaration::<MatchReason>(&config);
        text += &declaration::<TextStep>(&config);
        text += &declaration::<Nearest>(&config);
        text += &declaration::<Addresses>(&config);
        text += &declaration::<NamedBy>(&config);
        text += &declaration::<AddressFinding>(&config);
        text += &declaration::<Address>(&config);
        text += &declaration::<AddressKind>(&config);
        text += &declaration::<AddressSource>(&config);
        text
    }

    /// With `PITH_UPDATE=1` this writes the file instead of comparing it.
    #[test]
    fn the_typescript_types_are_those_of_this_file() {
        let made = types();
        if std::env::var_os("PITH_UPDATE").is_some() {
            std::fs::write(TYPES, &made).unwrap();
        }
        let stored = std::fs::read_to_string(TYPES).unwrap_or_default();
        assert!(stored == made, "www/src/report.ts is stale: run `cargo xtask types`");
    }

    #[test]
    fn every_limit_of_a_document_stands_in_the_report() {
        let limits: Vec<&str> = crate::limits::all().iter().map(|limit| limit.name.as_str()).collect();
        let missing = |reason: &&Reason| reason.as_str().starts_with("limit.") && !limits.contains(&reason.as_str());
        let missing: Vec<_> = Reason::ALL.iter().filter(missing).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!(limits.len(), LimitName::ALL.len());
    }

    #[test]
    fn reasons_are_unique_and_spelled_thing_dot_finding() {
        let mut seen = std::collections::BTreeSet::new();
        let texts = Reason::ALL.iter().map(|reason| reason.as_str());
        for text in texts.chain(MatchReason::ALL.iter().map(|reason| reason.as_str())) {
            assert!(seen.insert(text), "{text} stands twice");
            let (thing, finding) = text.split_once('.').expect("thing.finding");
            for part in [thing, finding] {
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
                assert!(!part.is_empty() && part.chars().all(plain), "{text}");
            }
        }
    }
}
