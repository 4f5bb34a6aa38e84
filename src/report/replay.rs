//! The merge step by step.

use serde::Serialize;

use super::Basis;

words! {
    /// What became of one event in the merge, and why.
    ReplayReason {
        /// It became the state's `record_created`.
        Created = "replay.created",
        /// It was added to a list of the state.
        Listed = "replay.listed",
        /// A further `record_created`: applied, and the first one stays. Our reading.
        RecordKept = "replay.record_kept",
        /// Applied, but the state has no list for its type. Our reading.
        NoList = "replay.no_list",
        /// The same event once more: neither applied nor counted. Our reading.
        Repeated = "replay.repeated",
        /// It was not shown to be valid.
        NotValid = "replay.not_valid",
        /// Valid, but without a time that can be ordered.
        NoTime = "replay.no_time",
    }
}

/// The state, rebuilt from a document's events step by step.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Replay {
    /// How well the merge is known for what the document holds: `proved`, and a difference from the stated
    /// state is a failure; or `our_reading`.
    pub basis: Basis,
    /// What came out, in one sentence.
    pub sentence: String,
    /// One step for each event, in merge order.
    pub steps: Vec<ReplayStep>,
    /// The state after the last step, as canonical JSON text.
    pub rebuilt: String,
    /// Its `state_sha256`.
    pub rebuilt_sha256: String,
    /// The state that the document states, as canonical JSON text.
    pub stated: Option<String>,
    /// Whether the two are the same. Absent when the document states none.
    pub same: Option<bool>,
}

/// One event's turn in the merge.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReplayStep {
    /// Where the event stands (RFC 6901).
    pub event: String,
    /// Its identifier.
    pub event_id: Option<String>,
    /// Its type.
    pub event_type: Option<String>,
    /// Its time, which is its signer's word.
    pub created_at: Option<String>,
    /// Index in the report's `keys` of the key that signed it, when it is valid.
    pub signer: Option<usize>,
    /// Whether it is among the applied events.
    pub applied: bool,
    /// What became of it.
    pub reason: ReplayReason,
    /// The same in one sentence.
    pub sentence: String,
    /// What it changed in the state, but for counts and the digest.
    pub changes: Vec<StateChange>,
    /// The state after this step, as canonical JSON text; absent in long merges, where all of them together
    /// would be too much.
    pub state: Option<String>,
}

/// A value that a step put into the state.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StateChange {
    /// Its place in the state (RFC 6901).
    pub pointer: String,
    /// Its canonical JSON text, a long one only in part.
    pub value: String,
}
