//! The key ring in a report, which is also the form of a ring file.

use serde::Serialize;

words! {
    /// What the key ring says of a key. The later ones are stricter.
    KeyStatus {
        /// In use.
        Current = "current",
        /// No longer in use. It counts only for what existed before its `valid_until`.
        Retired = "retired",
        /// Anybody may hold it. It never counts.
        Revoked = "revoked",
    }
}

words! {
    /// Whether a signature with a key establishes who signed.
    KeyTrust {
        /// It does: the key is in the key ring, is current and has no window.
        Trusted = "trusted",
        /// It does, if the document existed at the time that the caller named.
        InWindow = "in_window",
        /// It does not: the time that the caller named, or that a signature itself claims, is outside the key’s window.
        OutsideWindow = "outside_window",
        /// It does not: the key has a window, and there is nothing but the signer’s word for a time in it.
        WindowUnproven = "window_unproven",
        /// It does not: a signature claims a time after the one at which the caller says the document existed.
        TimeContradicted = "time_contradicted",
        /// It does not: the key is retired, and nothing shows that the document is from before.
        Retired = "retired",
        /// It does not: anybody may hold the key.
        Revoked = "revoked",
        /// It does not: the key is not in the key ring.
        NotInRing = "not_in_ring",
        /// It does not: the key is not in the key ring, though its identifier is.
        IdTaken = "id_taken",
    }
}

impl KeyTrust {
    /// Whether a signature that holds for the key establishes who signed.
    #[must_use]
    pub const fn establishes(self) -> bool {
        matches!(self, Self::Trusted | Self::InWindow)
    }
}

/// A key ring, in the form of a ring file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ring {
    /// `"pith_verifier_key_ring"`.
    pub ring_type: &'static str,
    /// Version of the form: `"1"`.
    pub ring_version: &'static str,
    /// The keys, in the order in which they were added.
    pub keys: Vec<RingEntry>,
}

/// What the ring says of one key. A key may have several entries; the strictest counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RingEntry {
    /// The key’s identifier.
    pub key_id: Option<String>,
    /// `"ed25519"`.
    pub algorithm: &'static str,
    /// The 32 bytes of the public key, 64 lower-case hexadecimal digits.
    pub public_key_hex: String,
    /// The first 16 bytes of the key's SHA-256, 32 lower-case hexadecimal digits.
    pub fingerprint_sha256_hex: String,
    /// Where the key is known from.
    pub source: String,
    /// Whether it is in use.
    pub status: KeyStatus,
    /// From when it counts (RFC 3339); this time is inside.
    pub valid_from: Option<String>,
    /// Until when it counts (RFC 3339); this time is outside.
    pub valid_until: Option<String>,
    /// Anything to know about it.
    pub note: Option<String>,
}
