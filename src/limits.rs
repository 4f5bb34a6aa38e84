//! What one document may cost. Each limit has its reason, and a refusal that names it.

use crate::json::Limits;

/// Budgets for one document. The largest document seen has 14 kB, nests nine deep and has 365 values.
pub(crate) const DOCUMENT: Limits = Limits {
    // A thousand times the largest document seen; read, hashed and reported in about a second.
    bytes: 16 << 20,
    // Twenty times the deepest document seen; programs that walk a document by recursion survive it.
    depth: 192,
    // Each value takes up to 300 bytes of memory in the report: this many fit a phone's browser.
    values: 250_000,
    // CPython, which the signer uses, refuses to print more.
    integer_digits: 4300,
};

/// A bundle of more events than that has not been seen by far (the largest has two); the limit bounds
/// the memory that the report takes.
pub(crate) const MAX_EVENTS: usize = 10_000;

/// A signature takes the longest of all checks, about a tenth of a millisecond in a browser: this many
/// take one second.
pub(crate) const MAX_SIGNATURES: usize = 10_000;
