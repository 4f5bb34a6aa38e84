//! Sentences about the keys of the key ring: windows, retired and revoked keys.

use super::signers;
use crate::report::{Key, KeyTrust, Reason, VerdictWord};

const GIVE_TIME: &str = "If you know a time at which this document existed, give it. The time that a signature states is the signer’s own word.";

/// What a key's window is, to stand after “it is”.
pub(crate) fn window(from: Option<&str>, until: Option<&str>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("valid from {from} until before {until}"),
        (Some(from), None) => format!("valid from {from} on"),
        (None, Some(until)) => format!("valid until before {until}"),
        (None, None) => "in the ring without a time until which it was valid".to_owned(),
    }
}

/// What was found about time when a key of the ring was judged, to stand in a sentence.
pub(crate) fn time_found(trust: KeyTrust, at: Option<&str>, claimed: Option<&str>) -> String {
    match (trust, at, claimed) {
        (KeyTrust::InWindow, Some(at), _) => at.to_owned(),
        (KeyTrust::TimeContradicted, Some(at), Some(claimed)) => {
            format!(
                "a signature with it claims to be from {claimed}, after {at}, when this document existed, as you said"
            )
        }
        (KeyTrust::OutsideWindow, _, Some(claimed)) => {
            format!("a signature with it claims to be from {claimed} itself")
        }
        (_, Some(at), _) => format!("this document existed at {at}, as you said"),
        _ => "it is not known when this document existed".to_owned(),
    }
}

/// The sentence and the hint of the reasons that are about keys of the ring, as in the parent.
pub(super) fn template(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::KeyInWindow => (
            "{S} {at} is one of the keys in your key ring, {e}. It counts on the assumption that this document existed at {c}, as you said.",
            "",
        ),
        Reason::KeyOutsideWindow => (
            "{S} {at} is one of the keys in your key ring, but does not count for this document: it is {e}, and {c}.",
            "Outside its time a key says nothing about who signed. Ask the signer which key was in use then.",
        ),
        Reason::KeyWindowUnproven => {
            ("{S} {at} is one of the keys in your key ring, but counts for a time only: it is {e}, and {c}.", GIVE_TIME)
        }
        Reason::KeyTimeContradicted => (
            "{S} {at} is one of the keys in your key ring, {e}, but does not count on what you said: {c}.",
            "One of the two times is wrong. Give a time at which you know that this very document existed.",
        ),
        Reason::KeyRetired => (
            "{S} {at} is one of the keys in your key ring, but is retired: it is {e}, and {c}.",
            "A retired key counts only for what is known to have existed before the end of its validity. The time that a signature states is the signer’s own word.",
        ),
        Reason::KeyRevoked => (
            "{S} {at} is one of the keys in your key ring, but is revoked: {c}. Anybody may hold that key.",
            "No time makes it count, for whoever holds a key can write any time. Ask the signer for a signature with another key.",
        ),
        // The others are reasons of a refusal, which is no check.
        other => (other.as_str(), ""),
    }
}

/// Why keys that signed do not establish anybody though they are in the ring, a clause for each; with a key
/// that is not in the ring beside such a one, that too. Empty when every signing key of the ring counts.
pub(super) fn lapsed(keys: &[Key]) -> Vec<String> {
    let mut clauses = Vec::new();
    for (trust, says) in [
        (KeyTrust::Revoked, "is revoked: anybody may hold that key"),
        (KeyTrust::Retired, "is retired, and nothing shows that the document is from before"),
        (KeyTrust::OutsideWindow, "does not count for the time of this document"),
        (KeyTrust::TimeContradicted, "signed, as it claims, after the time that you gave"),
        (
            KeyTrust::WindowUnproven,
            "counts for a time only, and nothing but the signer’s word says that it is from then",
        ),
    ] {
        let of = keys.iter().filter(|key| key.signatures > 0 && key.trust == trust);
        clauses.extend(of.map(|key| format!("the key {} {says}", key.fingerprint)));
    }
    if !clauses.is_empty() {
        let strangers: Vec<&Key> = keys.iter().filter(|key| super::is_stranger(key)).collect();
        if !strangers.is_empty() {
            clauses.push(format!(
                "{} is not in your key ring: whose it is, is not established",
                signers(strangers.into_iter())
            ));
        }
    }
    clauses
}

/// Whether a signing key counts only because of the time that the caller named.
pub(super) fn rests_on_time(keys: &[Key]) -> bool {
    keys.iter().any(|key| key.signatures > 0 && key.trust == KeyTrust::InWindow)
}

/// To stand after the sentence of a verdict that rests on a time.
pub(super) fn assumption(at: &str) -> String {
    format!(" This rests on what you said: that it existed at {at}.")
}

/// What a verdict does not show because of a key.
pub(super) fn does_not_show(word: VerdictWord, keys: &[Key], assumed: Option<&str>) -> Vec<String> {
    let mut limits = Vec::new();
    if let Some(at) = assumed {
        limits.push(format!("That it existed at {at}: this was taken from you and not checked."));
    }
    if word == VerdictWord::Consistent && !lapsed(keys).is_empty() {
        limits.push("Who signed it: a key counts only while its owner alone holds it and answers for it.".to_owned());
    }
    limits
}
