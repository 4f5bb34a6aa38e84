//! The limits that a report was made under.

use serde::Serialize;

words! {
    /// A limit. One past which a document is refused has the name of that reason.
    LimitName {
        /// Bytes of a document.
        Bytes = "limit.bytes",
        /// Levels of nesting.
        Depth = "limit.depth",
        /// Values in a document.
        Values = "limit.values",
        /// Characters of one number.
        NumberLength = "limit.number_length",
        /// Bytes of the JSON Pointers of all values.
        Pointers = "limit.pointers",
        /// Events in a document.
        Events = "limit.events",
        /// Signatures in a document.
        Signatures = "limit.signatures",
        /// Things to check in a document.
        Checks = "limit.checks",
        /// Keys that a document lists.
        Keys = "limit.keys",
        /// Characters after which a check cuts a text of the document.
        Excerpt = "limit.excerpt",
        /// Documents of one comparison.
        Documents = "limit.documents",
        /// Failed checks of a document that are explained.
        ExplainedChecks = "limit.explained_checks",
        /// Bytes hashed to explain them.
        ExplainedBytes = "limit.explained_bytes",
        /// Bytes of all commands that redo checks.
        RedoBytes = "limit.redo_bytes",
        /// Bytes of the states after the steps of a replay.
        ReplayBytes = "limit.replay_bytes",
        /// Timestamp proofs beside a document.
        Proofs = "limit.proofs",
        /// Bytes of a timestamp proof.
        ProofBytes = "limit.proof_bytes",
        /// Block headers beside a document.
        Headers = "limit.headers",
        /// Bytes of a text in hand.
        Text = "limit.text",
        /// Entries of a key ring.
        RingKeys = "limit.ring_keys",
        /// Bytes of one text in a key ring.
        RingText = "limit.ring_text",
    }
}

/// A limit and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Limit {
    /// Which limit.
    pub name: LimitName,
    /// The most that is allowed.
    pub value: usize,
}
