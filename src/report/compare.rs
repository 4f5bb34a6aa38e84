//! Several documents about one Pith Number.

use serde::Serialize;

use super::{Basis, Kind, Refusal, ReplayReason, Ring, StateChange, VerdictWord};

words! {
    /// How one document stands to another.
    Relation {
        /// The same content, however it is spelled and ordered.
        Same = "same",
        /// The same events, in documents that differ otherwise.
        SameEvents = "same_events",
        /// The first is older: its events are the first ones of the second's, in merge order.
        Older = "older",
        /// The first is newer: it has the second's events and later ones.
        Newer = "newer",
        /// The second has all events of the first, and further ones dated before the first's last.
        Within = "within",
        /// The first has all events of the second, and further ones dated before the second's last.
        Extends = "extends",
        /// Each has an event that the other lacks.
        Forked = "forked",
        /// An event that holds in one of the two does not hold in the other.
        Altered = "altered",
        /// About the same canonical record; at least one of them has no events to compare.
        SameRecord = "same_record",
        /// The graph snapshot is one of the other document's.
        SameSnapshot = "same_snapshot",
        /// About the same paper, but another graph snapshot.
        OtherSnapshot = "other_snapshot",
        /// Both name one Pith Number, but their canonical records differ.
        RecordConflict = "record_conflict",
        /// About another record.
        OtherRecord = "other_record",
        /// Nothing in them can be compared.
        NotComparable = "not_comparable",
    }
}

words! {
    /// What the comparison as a whole found.
    ComparisonWord {
        /// All documents are about one record, and none holds anything that contradicts or branches off another.
        Agree = "agree",
        /// Documents about one record each hold something that the other lacks.
        Forked = "forked",
        /// Not all documents are about one record, or some cannot be compared.
        Unrelated = "unrelated",
        /// Documents contradict each other, or one of them is broken.
        Conflict = "conflict",
    }
}

words! {
    /// How two documents contradict each other.
    ConflictKind {
        /// Two valid events of one signer that name the same previous event. Our reading.
        Equivocation = "equivocation",
        /// One identifier, two contents.
        EventAltered = "event_altered",
        /// One Pith Number, two canonical records.
        RecordConflict = "record_conflict",
        /// The same events, two states.
        StateConflict = "state_conflict",
    }
}

words! {
    /// What is known of an event in one document, the most telling first.
    Standing {
        /// Its digest, identifier and signature hold.
        Valid = "valid",
        /// Nothing about it fails, but its signature could not be checked.
        Unchecked = "unchecked",
        /// A state lists it, without its signature.
        Listed = "listed",
        /// Something about it fails.
        Invalid = "invalid",
    }
}

/// What several documents say together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Comparison {
    /// Version of this format: `"1"`.
    pub comparison_version: &'static str,
    /// Name and version of the verifier.
    pub verifier: &'static str,
    /// The key ring that was used, in the form of a ring file.
    pub ring: Ring,
    /// The time at which the caller said that the documents existed (RFC 3339).
    pub at: Option<String>,
    /// What was found, in one word.
    pub word: ComparisonWord,
    /// What was found, in one sentence.
    pub sentence: String,
    /// The documents, in the order given.
    pub documents: Vec<ComparedDocument>,
    /// How each document stands to each later one.
    pub pairs: Vec<Pair>,
    /// Every event of any of them, in merge order.
    pub events: Vec<ComparedEvent>,
    /// What contradicts.
    pub conflicts: Vec<Conflict>,
    /// The state of the union of the valid events, for each Pith Number that several documents name.
    pub merged: Vec<MergedState>,
}

/// One document of a comparison.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ComparedDocument {
    /// The name the caller gave it.
    pub name: Option<String>,
    /// SHA-256 of the received bytes.
    pub sha256: String,
    /// SHA-256 of the canonical form of the whole document.
    pub canonical_sha256: Option<String>,
    /// What kind of document it is.
    pub kind: Kind,
    /// Its own verdict.
    pub verdict: VerdictWord,
    /// The same in one sentence.
    pub sentence: String,
    /// Why it could not be read or judged.
    pub refusal: Option<Refusal>,
    /// The full Pith Number that it is about, as it says; where it says none, as computed.
    pub pith_number: Option<String>,
    /// Digest of its canonical record, computed.
    pub record_sha256: Option<String>,
    /// Indices of its events in `events`, in merge order.
    pub events: Vec<usize>,
}

/// How one document stands to another.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Pair {
    /// Index of a document.
    pub first: usize,
    /// Index of a later one.
    pub second: usize,
    /// How the first stands to the second.
    pub relation: Relation,
    /// The same in one sentence.
    pub sentence: String,
    /// Indices of the events that only the first has.
    pub only_first: Vec<usize>,
    /// Indices of the events that only the second has.
    pub only_second: Vec<usize>,
    /// How many of these are not signed by a key that establishes its signer: anybody could have added them.
    pub unestablished: usize,
}

/// An event of one or several documents.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ComparedEvent {
    /// Its identifier.
    pub event_id: Option<String>,
    /// Its type.
    pub event_type: Option<String>,
    /// Its time, which is its signer's word.
    pub created_at: Option<String>,
    /// Fingerprint of the key that signed it, where it is valid somewhere.
    pub signer: Option<String>,
    /// Whether that key establishes its signer.
    pub trusted: bool,
    /// Where it stands.
    pub places: Vec<EventPlace>,
}

/// Where an event stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventPlace {
    /// Index of the document.
    pub document: usize,
    /// The place in it (RFC 6901).
    pub pointer: String,
    /// What is known of it there.
    pub standing: Standing,
}

/// Two statements that contradict each other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Conflict {
    /// What contradicts.
    pub kind: ConflictKind,
    /// How well the rule is known.
    pub basis: Basis,
    /// The same in one sentence.
    pub sentence: String,
    /// One statement.
    pub first: ConflictSide,
    /// The other.
    pub second: ConflictSide,
}

/// One of two statements that contradict each other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ConflictSide {
    /// Index of the document.
    pub document: usize,
    /// The place in it (RFC 6901).
    pub pointer: String,
    /// Digest of what is stated there, computed.
    pub sha256: String,
    /// The signature over it, as the document spells it.
    pub signature_b64: Option<String>,
    /// Fingerprint of the key that the signature holds for.
    pub fingerprint: Option<String>,
}

/// The state of the union of the valid events about one Pith Number.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MergedState {
    /// The Pith Number.
    pub pith_number: String,
    /// Indices of the documents whose valid events were merged.
    pub documents: Vec<usize>,
    /// What came out, in one sentence.
    pub sentence: String,
    /// One step for each event, in merge order.
    pub steps: Vec<MergedStep>,
    /// The state, as canonical JSON text. Nobody has signed it.
    pub state: String,
    /// Its `state_sha256`.
    pub state_sha256: String,
    /// Indices of the documents that state exactly this state.
    pub stated_by: Vec<usize>,
}

/// One event's turn in the merge of a union.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MergedStep {
    /// Index of the event.
    pub event: usize,
    /// Whether it is among the applied events.
    pub applied: bool,
    /// What became of it.
    pub reason: ReplayReason,
    /// The same in one sentence.
    pub sentence: String,
    /// What it changed in the state, but for counts and the digest.
    pub changes: Vec<StateChange>,
}
