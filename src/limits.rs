//! What one document may cost. Each limit has its reason, and a refusal that names it.

use crate::json::Limits;
use crate::report::{Limit, LimitName};

/// Budgets for one document. The largest document seen has 14 kB, nests nine deep and has 365 values.
pub(crate) const DOCUMENT: Limits = Limits {
    // Nine thousand times the largest document seen; a browser has the memory for it, a telephone may not.
    bytes: 128 << 20,
    // Twenty times the deepest document seen; programs that walk a document by recursion survive it.
    depth: 192,
    // Two thousand seven hundred times the largest document seen; each value has an entry in the report.
    values: 1_000_000,
    // CPython, which the signer uses, prints no longer integer; no real number has so many decimals.
    number_length: 4300,
    // Every value has a JSON Pointer in the report, and a long key stands in each one below it.
    pointer_bytes: 128 << 20,
};

/// A bundle of more events than that has not been seen by far (the largest has two); the limit bounds
/// the memory that the report takes.
pub(crate) const MAX_EVENTS: usize = 10_000;

/// Documents that can be compared at once: each is held against each.
pub(crate) const MAX_COMPARED: usize = 100;

/// Bytes of all documents of one comparison, which are all held at the same time: half of what one alone may have.
pub(crate) const MAX_COMPARED_BYTES: usize = 64 << 20;

/// Values of all documents of one comparison: half of what one document alone may have, and as many as a hundred of
/// the largest documents seen have ten times over. Each document is held against each, value for value.
pub(crate) const MAX_COMPARED_VALUES: usize = 500_000;

/// Events of all documents of one comparison; each pair lists those that only one of the two has.
pub(crate) const MAX_COMPARED_EVENTS: usize = 20_000;

/// Each check takes about 600 bytes of memory in the report.
pub(crate) const MAX_CHECKS: usize = 100_000;

/// Every signature may have to be looked up among all keys; real bundles list one.
pub(crate) const MAX_KEYS: usize = 1_000;

/// A text of the document that a check repeats is cut at this many characters, for one long text could
/// be repeated by thousands of checks.
pub(crate) const EXCERPT: usize = 500;

/// How many bytes the states after the single steps of a replay may take together: for the two events of a
/// real bundle they take 10 kB, and each step repeats the state before it.
pub(crate) const REPLAY_BYTES: usize = 4 << 20;

/// Verifying a signature takes the longest of all checks.
pub(crate) const MAX_SIGNATURES: usize = 10_000;

/// A failed digest is explained in about fifty ways of writing what was hashed. Real documents have a dozen
/// digests; whoever breaks more learns nothing from a further explanation.
pub(crate) const EXPLAINED_CHECKS: usize = 32;

/// Bytes written and hashed to explain the failures of one document. A real bundle in which everything fails takes
/// a tenth of it, and hashing so many takes less time than verifying as many signatures as are allowed.
pub(crate) const EXPLAINED_BYTES: usize = 64 << 20;

/// By how many bytes one way of writing may be longer than the document, for it is held in memory: indenting as deep as
/// real documents nest makes 80 kB as much longer. A longer way is not tried, nor is any after it.
pub(crate) const EXPLAINED_MORE: usize = 512 << 10;

/// Pairs of copies that are compared to explain one failure. Real bundles have under a hundred.
pub(crate) const EXPLAINED_COPIES: usize = 512;

/// Bytes of commands in one report; those of the largest document seen take a fiftieth. Further checks have none.
pub(crate) const REDO_BYTES: usize = 2 << 20;

/// Way to a part in one command. A shell takes 128 kB in one argument, and real ways have under 100 bytes.
pub(crate) const REDO_PATH: usize = 4_000;
/// Sixty times the longest OpenTimestamps proof seen, which has 4 kB.
pub(crate) const MAX_PROOF_BYTES: usize = 256 << 10;

/// The reference implementation reads no proof in which more operations follow each other.
pub(crate) const MAX_PROOF_DEPTH: usize = 255;

/// Ten times what four calendars put into one proof; each takes about 150 bytes in the report.
pub(crate) const MAX_PROOF_OPERATIONS: usize = 5_000;

/// A proof has a few calendars and at most a few blocks for each; every attestation has its sentences.
pub(crate) const MAX_PROOF_ATTESTATIONS: usize = 1_000;

/// The report has the result of every operation in hexadecimal. In real proofs they have about 100 bytes, but
/// each may have 4096, and a branch costs no more than a byte.
pub(crate) const MAX_PROOF_MESSAGES: usize = 1 << 20;

/// With the limits on each, this keeps the report on all proofs below about 150 MB.
pub(crate) const MAX_PROOFS: usize = 32;

/// Each header is compared with every attestation.
pub(crate) const MAX_HEADERS: usize = 100;
/// A key ring is short; every signature may have to be looked up in all of it, and each report repeats it.
pub(crate) const RING_KEYS: usize = 1_000;

/// Different keys under one identifier in a key ring. An integrity event names its key by identifier alone, so each of
/// them may have to be tried with each signature.
pub(crate) const RING_SAME_ID: usize = 4;

/// Bytes of one text in a key ring, such as a note. Each report repeats it.
pub(crate) const RING_TEXT: usize = 1_000;

/// A key file. A ring with as many entries and as long texts as are allowed fits, with every character escaped.
pub(crate) const KEY_FILE: Limits =
    Limits { bytes: 20 << 20, depth: 32, values: 50_000, number_length: 100, pointer_bytes: 1 << 24 };

/// A report that is read again. That of a document with a million values, as many as are allowed, has some 100 MB,
/// most of it one entry for each value: six values and 150 bytes beside the value itself and its pointer. Long
/// values and pointers come on top.
pub(crate) const REPORT: Limits =
    Limits { bytes: 512 << 20, depth: 192, values: 10_000_000, number_length: 4300, pointer_bytes: 512 << 20 };

/// When a report is reproduced, more differences than that are counted and not listed.
pub(crate) const DIFFERENCES: usize = 100;

/// A report printed for people lists no more values that nothing covers.
pub(crate) const PRINTED_LEAVES: usize = 1_000;

/// The limits under which a document is verified.
pub(crate) fn all() -> Vec<Limit> {
    [
        (LimitName::Bytes, DOCUMENT.bytes),
        (LimitName::Depth, DOCUMENT.depth),
        (LimitName::Values, DOCUMENT.values),
        (LimitName::NumberLength, DOCUMENT.number_length),
        (LimitName::Pointers, DOCUMENT.pointer_bytes),
        (LimitName::Events, MAX_EVENTS),
        (LimitName::Signatures, MAX_SIGNATURES),
        (LimitName::Checks, MAX_CHECKS),
        (LimitName::Keys, MAX_KEYS),
        (LimitName::Excerpt, EXCERPT),
        (LimitName::Documents, MAX_COMPARED),
        (LimitName::ExplainedChecks, EXPLAINED_CHECKS),
        (LimitName::ExplainedBytes, EXPLAINED_BYTES),
        (LimitName::RedoBytes, REDO_BYTES),
        (LimitName::ReplayBytes, REPLAY_BYTES),
        (LimitName::Proofs, MAX_PROOFS),
        (LimitName::ProofBytes, MAX_PROOF_BYTES),
        (LimitName::Headers, MAX_HEADERS),
        (LimitName::Text, MAX_TEXT),
        (LimitName::RingKeys, RING_KEYS),
        (LimitName::RingText, RING_TEXT),
    ]
    .map(|(name, value)| Limit { name, value })
    .to_vec()
}
/// A text in hand is hashed in many spellings. arXiv takes abstracts of up to 1920 characters
/// (<https://info.arxiv.org/help/prep>); this is eight times as much.
pub(crate) const MAX_TEXT: usize = 16 << 10;
