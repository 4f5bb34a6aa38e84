//! Prose for people, and the only place that has any. Every sentence says what was expected, what was
//! found, and where; a hint says what to do. Document text goes in through [`shown`] alone.

mod compare;
mod explain;
mod hand;
mod replay;
mod reproduce;
mod ring;
pub(crate) mod timestamp;

pub(crate) use compare::{PairCounts, comparison, conflict, document, in_document, merged, relation, within_compared};
pub(crate) use explain::diagnosis;
pub(crate) use hand::{hand, refusal_of_text};
pub(crate) use replay::{refusal_of_no_events, refusal_of_order, replay, replay_step};
pub(crate) use reproduce::{
    beside as reproduction_beside, finding as reproduction_finding, refusal_of_hashed, refusal_of_report,
    sentence as reproduction,
};
pub(crate) use ring::{time_found, window};

use crate::json::{self, Fault, FaultKind, PointerFault};
use crate::limits;
use crate::merge::NotComparable;
use crate::report::{CheckName, Coverage, Key, Kind, Outcome, Outline, Reason, Refusal, Verdict, VerdictWord};
use crate::visible::visible;

/// Document text in a sentence is cut at this many characters; the report has all of it elsewhere.
const SHOWN_LENGTH: usize = 160;

const FETCH_AGAIN: &str = "Get the document again from where it is published; if it stays so, tell the publisher.";
const ED25519_ONLY: &str = "This verifier knows Ed25519 only.";
const SPLIT: &str = "Real documents have a hundred times fewer; verify a list in parts.";
const NOT_PUBLISHED: &str = "Nobody has published this rule, so nothing is said either way.";

/// Document text made safe to stand in a sentence.
fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(SHOWN_LENGTH).collect();
    let cut = if chars.next().is_some() { " …" } else { "" };
    format!("“{}{cut}”", visible(&start))
}

/// What a check is about, to begin a sentence with.
fn subject(name: CheckName) -> &'static str {
    match name {
        CheckName::DocumentType => "The document type",
        CheckName::DocumentVersion => "The version of the format",
        CheckName::RecordDigest => "The digest of the canonical record",
        CheckName::RecordPithNumber => "The Pith Number",
        CheckName::RecordShortPithNumber => "The short Pith Number",
        CheckName::RecordAlias => "The alias",
        CheckName::RecordSource => "The repeated source",
        CheckName::RecordCopy => "The copy of the canonical record",
        CheckName::TitleHash => "The title",
        CheckName::AbstractHash => "The abstract",
        CheckName::ReceiptSignature => "The receipt’s signature over the canonical record",
        CheckName::EventDigest => "The digest of the event",
        CheckName::EventId => "The event’s identifier",
        CheckName::EventSignature => "The signature over the event",
        CheckName::EventSigner => "The signer that the event names",
        CheckName::EventSubject => "The Pith Number that the event is about",
        CheckName::EventPayload => "What the event says in its type and payload",
        CheckName::SectionDigest => "The digest of this section",
        CheckName::BundleDigest => "The digest of the whole bundle",
        CheckName::BundleSignature => "The signature over the whole bundle",
        CheckName::StateDigest => "The digest of the state",
        CheckName::StateCount => "The count in the state",
        CheckName::StateApplied => "The list of applied events",
        CheckName::StateMergeVersion => "The name of the merge",
        CheckName::StateRebuilt => "The state",
        CheckName::MergeEquivocation => "The search for contradicting events",
        CheckName::KeyEncoding => "The public key",
        CheckName::KeyFingerprint => "The key’s fingerprint",
        CheckName::KeyTrust => "The key",
        CheckName::IntegrityDigest => "The digest of the integrity event’s payload",
        CheckName::IntegritySignature => "The signature over the integrity event",
        CheckName::IntegrityEnvelope => "What stands in the integrity event beside its payload",
        CheckName::IntegritySubject => "Whether the integrity event is about the paper of this document",
        CheckName::IntegrityDocument => "This part of the integrity document",
        CheckName::TimestampProof => "The list of timestamp proofs",
        CheckName::RecordEvents => "The record’s list of events",
    }
}

/// The sentence and the hint of one check.
pub(crate) fn check(
    name: CheckName,
    reason: Reason,
    pointer: &str,
    expected: Option<&str>,
    computed: Option<&str>,
) -> (String, Option<String>) {
    let (template, hint) = template(name, reason);
    let sentence = fill(template, &|slot| match slot {
        "S" => subject(name).to_owned(),
        "at" => place(pointer),
        "E" => expected.map_or_else(|| "nothing".to_owned(), shown),
        "C" => computed.map_or_else(|| "nothing".to_owned(), shown),
        "e" => visible(expected.unwrap_or("nothing")),
        // A text that this verifier made, to stand without quotation marks.
        _ => visible(computed.unwrap_or("nothing")),
    });
    (sentence, (!hint.is_empty()).then(|| hint.to_owned()))
}

/// Puts a text into each slot `{…}` of a template. One function for all, for every `format!` is code of its own in the
/// wasm.
fn fill(template: &str, slot: &dyn Fn(&str) -> String) -> String {
    let mut sentence = String::new();
    let mut rest = template;
    while let Some((plain, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        sentence.push_str(plain);
        sentence.push_str(&slot(name));
        rest = tail;
    }
    sentence.push_str(rest);
    sentence
}

/// The sentence and the hint for each reason. In a sentence, `{S}` is the subject, `{at}` the place, `{E}`
/// what was expected and `{C}` what was computed or found, in quotation marks; `{e}` and `{c}` are without them.
fn template(name: CheckName, reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::DigestMatches if name == CheckName::IntegrityDigest => (
            "{S} is right: our reading, that it is taken over the canonical form of the payload, gives it.",
            "Nobody has published this rule. That the stated digest comes out shows that it is the rule here.",
        ),
        Reason::DigestMatches => ("{S} is right: computed again, it is the same.", ""),
        Reason::DigestMismatch => (
            "{S} is wrong: the document states {E} {at}, but its content gives {C}.",
            "The content was changed after the digest was made, or the digest was. Get the document again from where it is published.",
        ),
        Reason::DigestMalformed => {
            ("{S} is malformed: expected {C} {at}, found {E}.", "A digest is 64 lower-case hexadecimal digits.")
        }
        Reason::DigestComputed => (
            "{S} was computed: {C}. The document states none to compare with.",
            "Compare it yourself with the one you were given.",
        ),
        Reason::DigestNotPublished => (
            "{S} was not checked: our reading of what it is taken over gives another digest than the document states.",
            NOT_PUBLISHED,
        ),
        Reason::ValueMatches => ("{S} is right {at}.", ""),
        Reason::ValueMismatch => (value_mismatch(name), FETCH_AGAIN),
        Reason::ValueMissing => ("{S} is missing: expected {E} {at}, found nothing.", FETCH_AGAIN),
        Reason::ValueWrongType => ("{S} has the wrong type: expected {E} {at}, found {C}.", FETCH_AGAIN),
        Reason::ValueNotComputable => (
            "{S} was not checked: the document lacks what it is computed from.",
            "Without it there is nothing to compare with.",
        ),
        Reason::ValueUnknownKind => {
            ("{S} was not checked {at}: this verifier has no rule for its kind.", "It may be newer than this verifier.")
        }
        Reason::ValueAbsent => {
            ("{S} was not checked: there is none {at}.", "Nobody has published whether there must be one.")
        }
        Reason::ValueNotSigned => (
            "{S} is not signed: {C} {at}.",
            "The signature is over the 32 bytes of the stated digest alone. Anybody could have changed the rest.",
        ),
        Reason::TextMatches => ("{S} is the one whose hash is in the canonical record, up to letter case.", ""),
        Reason::TextMismatch => (
            "{S} {at} is not the one of the canonical record: the record has its hash as {E}, the text here gives {C}.",
            "The text was changed. The hash allows other letter case, in an abstract also other white space, and nothing else.",
        ),
        Reason::TextCut => (
            "{S} was not checked: the service cuts it at 600 characters, and the hash is that of the whole.",
            "Compare with the paper itself if it matters.",
        ),
        Reason::StateMatches => ("{S} is what the events give: rebuilt from them, it is the same.", ""),
        Reason::StateMismatch => {
            ("{S} is not what the events give: it states {E}, rebuilt from the events it is {C}.", FETCH_AGAIN)
        }
        Reason::StateNotComparable => (
            "{S} was not compared with the events: {c}.",
            "The service has not published its merge; what is known of it is for valid events of two types that follow no other.",
        ),
        Reason::EquivocationNone => ("No two events of one signer contradict each other, in our reading.", ""),
        Reason::EquivocationFound => (
            "Two valid events of one signer follow the same previous event, {E} and {C}: equivocation, in our reading.",
            "The service has not published what it calls equivocation. Ask the signer which of the two counts.",
        ),
        Reason::RuleNotPublished => ("{S} was not checked {at}.", NOT_PUBLISHED),
        Reason::SignatureHolds if name == CheckName::IntegritySignature => (
            "{S} holds for the key that it names, over the 32 bytes of the payload’s digest.",
            "Nothing else of the event is signed.",
        ),
        Reason::SignatureWrongSlot if name == CheckName::IntegritySignature => (
            "{S} was not checked: {at}, in place of the payload of an integrity event, stands {c}, which is signed for another purpose.",
            "A signature counts only for what it was made for. Whoever made this document may have taken it from another.",
        ),
        _ => signature_template(reason),
    }
}

/// A copy's `expected` is the original; a computed value's is what the document states.
fn value_mismatch(name: CheckName) -> &'static str {
    match name {
        CheckName::RecordSource | CheckName::RecordCopy | CheckName::EventSubject | CheckName::EventSigner => {
            "{S} {at} differs from what it repeats: expected {E}, found {C}."
        }
        CheckName::DocumentType | CheckName::DocumentVersion => "{S} {at}: expected {E}, found {C}.",
        _ => "{S} is wrong: the document states {E} {at}, but computed again it is {C}.",
    }
}

/// The reasons that are about signatures and keys.
fn signature_template(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::SignatureHolds => ("{S} holds for the key that it names.", ""),
        Reason::SignatureMismatch => (
            "{S} does not hold: expected {E}.",
            "The content, the signature or the key was changed after signing. Get the document again from where it is published.",
        ),
        Reason::SignatureOfOtherContent => (
            "{S} was made for other content: it holds for the digest that the document states, but {c}.",
            "The content was changed after signing. Get the document again from where it is published.",
        ),
        Reason::SignatureMissing => (
            "{S} is missing: expected a signature {at}, found none.",
            "It was removed or never made. Get the document again from where it is published.",
        ),
        Reason::SignatureMalformed => (
            "{S} is malformed: expected 64 bytes in base64 with padding {at}, found {C}.",
            "Only the one exact spelling counts (RFC 4648 section 4).",
        ),
        Reason::SignatureStatusUnknown => (
            "{S} was not checked: expected the status {E} {at}, found {C}.",
            "The document itself does not say that it is signed in a way that is known.",
        ),
        Reason::SignatureAlgorithmUnknown => {
            ("{S} was not checked: expected the algorithm {E} {at}, found {C}.", ED25519_ONLY)
        }
        Reason::SignatureWrongSlot => (
            "{S} was made for another purpose: expected {E} {at}, found {C}.",
            "A signature counts only for what it says it signs.",
        ),
        Reason::SignatureNoContent => (
            "{S} holds for the digest that the document states, but it was not established that this is the digest of the content.",
            NOT_PUBLISHED,
        ),
        Reason::SignatureNoDigest => {
            ("{S} has nothing to hold for: expected content or its digest {at}, found neither.", FETCH_AGAIN)
        }
        Reason::KeyUnknown => (
            "{S} was not checked: no key {E} is at hand.",
            "Add the signer’s key to the key ring, from a source that you trust.",
        ),
        Reason::KeyFingerprintMismatch => {
            ("{S} names a known key with another fingerprint: expected {E} {at}, found {C}.", FETCH_AGAIN)
        }
        Reason::KeyIdMismatch => ("{S} names a known key by another name: expected {E} {at}, found {C}.", FETCH_AGAIN),
        Reason::KeyInRing => ("{S} {at} is one of the keys in your key ring: {c}.", ""),
        Reason::KeyNotInRing => (
            "{S} {at} is not one of the keys in your key ring, so it is not known whose it is.",
            "A key that a document brings along proves nothing about who signed. Add the key to the key ring if you know from elsewhere whose it is.",
        ),
        Reason::KeyIdTaken => (
            "{S} {at} goes by the name of a key of your key ring, but is another key.",
            "Whoever made this document used the name of a signer that you trust. Do not take it for that signer’s.",
        ),
        Reason::KeyMalformed => (
            "{S} {at} is malformed: expected the one canonical encoding of an Ed25519 public key, found {C}.",
            "Points of small order and second spellings are refused (RFC 8032 section 5.1.3).",
        ),
        Reason::KeySpellingsAgree => ("{S} is the same 32 bytes in hexadecimal and in base64.", ""),
        Reason::KeySpellingsDiffer => {
            ("{S} is spelled in two ways that differ: expected the bytes {E} in base64 {at}, found {C}.", FETCH_AGAIN)
        }
        Reason::KeyAlgorithmUnknown => {
            ("{S} {at} was not checked: expected the algorithm {E}, found {C}.", ED25519_ONLY)
        }
        other => ring::template(other),
    }
}

/// Why the state was not compared, to stand in a sentence.
pub(crate) fn not_comparable(reason: NotComparable, pointer: &str) -> String {
    let what = match reason {
        NotComparable::MergeVersion(_) => "the merge has another name than the known one",
        NotComparable::EventType(_) => "the part that an event of this type has in the merge is not published",
        NotComparable::Linked(_) => "what it means that an event supersedes or follows another is not published",
        NotComparable::NotValid(_) => "an event was not shown to be valid",
        NotComparable::Time(_) => "an event has no time that can be ordered",
        NotComparable::RecordCreated(_) => "there is not exactly one event record_created",
        NotComparable::Repeated(_) => "what the same event counts for a second time is not published",
    };
    format!("{what}, {}", place(pointer))
}

fn place(pointer: &str) -> String {
    if pointer.is_empty() { "at the top".to_owned() } else { format!("at {}", visible(pointer)) }
}

/// How many of the leaves are covered.
pub(crate) fn coverage(coverage: &Coverage) -> String {
    let Coverage { total, signed, derived, bound, signature, checksummed, uncovered, .. } = *coverage;
    let mut parts = vec![format!("{signed} of {total} values are signed")];
    for (count, one, many) in [
        (derived, "follows", "follow from signed ones or from the format"),
        (bound, "is", "are bound by a signed hash"),
        (signature, "is", "are part of a signature"),
        (checksummed, "is", "are held only by digests that nothing signs"),
        (uncovered, "is", "are not covered by anything"),
    ] {
        let (verb, rest) = many.split_once(' ').unwrap_or((many, ""));
        if count > 0 {
            parts.push(format!("{count} {} {rest}", if count == 1 { one } else { verb }));
        }
    }
    format!("{}.", parts.join(", "))
}

fn kind_noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Bundle => "bundle",
        Kind::Record => "record",
        Kind::State => "state",
        Kind::MirrorManifest => "mirror manifest",
        Kind::KeyObject => "key",
        Kind::GraphSnapshot => "graph snapshot",
        Kind::Integrity => "integrity document",
        Kind::EventList => "list of events",
        Kind::CanonicalRecord => "canonical record",
        Kind::Unrecognised | Kind::Unreadable => "document",
    }
}

/// The verdict in sentences.
pub(crate) fn verdict(
    word: VerdictWord,
    kind: Kind,
    checks: &[Outline],
    keys: &[Key],
    coverage: &Coverage,
    at: Option<&str>,
) -> Verdict {
    let noun = kind_noun(kind);
    let signed_by = signers(keys.iter().filter(|key| key.signatures > 0));
    let failing = checks.iter().position(|check| check.outcome == Outcome::Failed);
    let unchecked: Vec<&Outline> = checks
        .iter()
        .filter(|check| check.required && check.name.is_signature() && check.outcome != Outcome::Passed)
        .collect();
    let lapsed = ring::lapsed(keys);
    let mut sentence = match word {
        VerdictWord::Verified if kind == Kind::Bundle => {
            format!("This {noun} is exactly what was signed with {signed_by}.")
        }
        VerdictWord::Verified => format!(
            "The signed part of this {noun} is exactly what was signed with {signed_by}; {} of its {} values are not covered.",
            coverage.uncovered + coverage.checksummed,
            coverage.total
        ),
        VerdictWord::Consistent if !lapsed.is_empty() => {
            format!("This {noun} holds together and is signed with {signed_by}, but {}.", lapsed.join("; "))
        }
        VerdictWord::Consistent if !unchecked.is_empty() => format!(
            "What could be checked of this {noun} holds, but not every signature could be: {} of {} remain.",
            unchecked.len(),
            checks.iter().filter(|check| check.required && check.name.is_signature()).count()
        ),
        VerdictWord::Consistent if keys.iter().any(is_stranger) => format!(
            "This {noun} holds together and is signed with {signed_by}, but {} is not in your key ring: whose it is, is not established.",
            signers(keys.iter().filter(|key| is_stranger(key)))
        ),
        VerdictWord::Consistent => format!(
            "This {noun} is signed with {signed_by} and nothing in it fails, but not everything that it must hold could be checked."
        ),
        VerdictWord::Unsigned if unchecked.is_empty() => {
            format!("No check of this {noun} fails, but no signature covers it as a whole: anybody could have made it.")
        }
        VerdictWord::Unsigned => {
            format!(
                "No check of this {noun} fails, but its signature could not be verified: anybody could have made it."
            )
        }
        VerdictWord::Broken => {
            let failed = checks.iter().filter(|check| check.outcome == Outcome::Failed).count();
            let checks = if failed == 1 { "One check fails" } else { "Several checks fail" };
            format!("This {noun} is not what it says it is. {checks}; do not rely on it.")
        }
        VerdictWord::Unreadable => unreadable().sentence,
    };
    let assumed = at.filter(|_| word == VerdictWord::Verified && ring::rests_on_time(keys));
    if let Some(at) = assumed {
        sentence.push_str(&ring::assumption(at));
    }
    Verdict {
        word,
        sentence,
        shows: shows(word, kind, &signed_by, coverage),
        does_not_show: ring::does_not_show(word, keys, assumed)
            .into_iter()
            .chain(does_not_show(word, kind, keys.iter().any(is_stranger), coverage))
            .collect(),
        failing,
    }
}

/// Whether a signature holds for the key and nothing says whose it is.
fn is_stranger(key: &Key) -> bool {
    key.signatures > 0 && !key.in_ring
}

/// Keys by name and by where they are known from.
fn signers<'k>(keys: impl Iterator<Item = &'k Key>) -> String {
    let mut names: Vec<String> = Vec::new();
    for key in keys {
        // Only the ring's names are names; what a document calls a key is not repeated here.
        let name = key.key_id.as_deref().filter(|_| key.in_ring).map_or_else(|| key.fingerprint.clone(), visible);
        names.push(if key.in_ring {
            format!("the key {name} ({})", visible(&key.source))
        } else {
            format!("the key {name}")
        });
    }
    match names.as_slice() {
        [] => "nobody".to_owned(),
        [name] => name.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn shows(word: VerdictWord, kind: Kind, signed_by: &str, coverage: &Coverage) -> Vec<String> {
    let mut shows = Vec::new();
    match word {
        VerdictWord::Verified => {
            shows.push(format!("Whoever holds {signed_by} signed it, and not one covered value has changed since."));
            shows.push(coverage.sentence.clone());
        }
        VerdictWord::Consistent => {
            shows.push(format!("The parts fit together, as far as they could be checked: {}", coverage.sentence));
        }
        VerdictWord::Unsigned => match kind {
            Kind::CanonicalRecord => {
                shows.push("The digest and the Pith Number of this record, computed on your machine.".to_owned());
            }
            _ if coverage.checksummed > 0 => shows.push(format!(
                "Digests inside the document hold {} of its {} values together: those were not damaged by accident.",
                coverage.checksummed, coverage.total
            )),
            _ => {}
        },
        VerdictWord::Broken => {
            shows
                .push("Something was changed after it was signed or computed, or was wrong from the start.".to_owned());
        }
        VerdictWord::Unreadable => {}
    }
    shows
}

fn does_not_show(word: VerdictWord, kind: Kind, by_stranger: bool, coverage: &Coverage) -> Vec<String> {
    let mut limits = Vec::new();
    let mut say = |text: &str| limits.push(text.to_owned());
    match word {
        VerdictWord::Verified | VerdictWord::Consistent => {
            if by_stranger {
                say("Who signed it. A key that a document brings along proves nothing.");
            }
            say("That the paper is right, or that its authors agreed.");
            say("That the times are true: they are the signer’s word.");
            say("That nothing newer exists: an old document stays validly signed for ever.");
            if kind == Kind::Integrity {
                say("That its events are about this paper: nobody has published what would say so.");
            }
            if coverage.uncovered + coverage.checksummed > 0 {
                say("Anything about the values that no signature covers; the coverage lists them.");
            }
        }
        VerdictWord::Unsigned => {
            say("Who made it, or that anybody stands behind it.");
            if kind == Kind::State {
                say("That this is the state of its paper. Take the whole bundle, which is signed.");
            }
        }
        VerdictWord::Broken => {
            say("What the document said before, or who changed it.");
        }
        VerdictWord::Unreadable => say("Anything at all about what it says."),
    }
    limits
}

/// The verdict on what could not be read.
pub(crate) fn unreadable() -> Verdict {
    Verdict {
        word: VerdictWord::Unreadable,
        sentence: "This could not be read as a Pith document, so nothing was verified.".to_owned(),
        shows: Vec::new(),
        does_not_show: does_not_show(VerdictWord::Unreadable, Kind::Unreadable, false, &Coverage::default()),
        failing: None,
    }
}

/// Why the reader refused the bytes.
pub(crate) fn refusal_of_fault(bytes: &[u8], fault: Fault) -> Refusal {
    let found = found_at(bytes, fault.offset);
    let (reason, sentence, hint) = match fault.kind {
        FaultKind::Bom => (
            Reason::JsonBom,
            "Expected JSON, found a byte order mark".to_owned(),
            if json::parse(bytes.get(3..).unwrap_or_default(), &limits::DOCUMENT).is_ok() {
                "The rest can be read: save the file as UTF-8 without a byte order mark, or get the original file."
            } else {
                "Get the original file: what follows the byte order mark cannot be read either."
            },
        ),
        FaultKind::InvalidUtf8 => (
            Reason::JsonInvalidUtf8,
            format!("Expected UTF-8, found {found}"),
            "Save the file as UTF-8, or get the original file.",
        ),
        FaultKind::Syntax(expected) => (
            Reason::JsonSyntax,
            format!("Expected {expected}, found {found}"),
            "The file is not JSON, or was cut off. Get it again from where it is published.",
        ),
        FaultKind::NonfiniteLiteral => (
            Reason::JsonNonfiniteLiteral,
            "Expected a JSON value, found NaN or Infinity".to_owned(),
            "JSON has no such numbers (RFC 8259 section 6).",
        ),
        FaultKind::NonfiniteNumber => (
            Reason::JsonNonfiniteNumber,
            "Expected a number that fits a double, found a larger one".to_owned(),
            "Signer and reader could read it differently, so it is refused.",
        ),
        FaultKind::DuplicateKey => (
            Reason::JsonDuplicateKey,
            format!("Expected different keys in one object, found {} a second time", key_at(bytes, fault.offset)),
            "Signer and reader could each take another of the two, so it is refused.",
        ),
        FaultKind::LoneSurrogate => (
            Reason::JsonLoneSurrogate,
            "Expected an escape of a whole character, found half a surrogate pair".to_owned(),
            "Such text has no UTF-8 form and so no digest.",
        ),
        FaultKind::TrailingText => (
            Reason::JsonTrailingText,
            format!("Expected the end of the document, found {found}"),
            "Give one document at a time.",
        ),
        FaultKind::NumberTooLong => (
            Reason::LimitNumberLength,
            format!(
                "Expected a number of at most {} characters after its sign, found a longer one",
                limits::DOCUMENT.number_length
            ),
            "The signer’s own program cannot print a longer integer.",
        ),
        FaultKind::PointersTooLong => (
            Reason::LimitPointers,
            format!(
                "Expected the JSON Pointers of all values to have at most {} bytes together, found more",
                limits::DOCUMENT.pointer_bytes
            ),
            "Real documents have keys of a few letters.",
        ),
        FaultKind::TooManyBytes => return refusal_of_length(bytes.len()),
        FaultKind::TooDeep => (
            Reason::LimitDepth,
            format!("Expected at most {} levels of nesting, found more", limits::DOCUMENT.depth),
            "Real documents nest nine levels deep.",
        ),
        FaultKind::TooManyValues => (
            Reason::LimitValues,
            format!("Expected at most {} values, found more", limits::DOCUMENT.values),
            "Real documents have a few hundred.",
        ),
    };
    refusal(bytes, fault.offset, reason, &sentence, hint)
}

/// Of a document that has so many bytes.
pub(crate) fn refusal_of_length(bytes: usize) -> Refusal {
    let sentence = format!("Expected at most {} bytes, found {bytes}", limits::DOCUMENT.bytes);
    refusal(b"", 0, Reason::LimitBytes, &sentence, "Real documents are thousands of times smaller.")
}

/// Why there is no plan for a document that is JSON.
pub(crate) fn refusal_of_no_plan(bytes: &[u8], offset: usize, reason: Reason, pointer: &str, found: &str) -> Refusal {
    let at = place(pointer);
    let (sentence, hint) = match reason {
        Reason::DocumentVersionUnknown => (
            format!(
                "Expected the version “1.0”, found {} {at}",
                if found.is_empty() { "none".to_owned() } else { shown(found) }
            ),
            "This verifier knows version 1.0 only. Look for a newer verifier.",
        ),
        Reason::LimitEvents => (format!("Expected at most {} events, found more", limits::MAX_EVENTS), SPLIT),
        Reason::LimitSignatures => {
            (format!("Expected at most {} signatures, found more", limits::MAX_SIGNATURES), SPLIT)
        }
        Reason::LimitChecks => (format!("Expected at most {} things to check, found more", limits::MAX_CHECKS), SPLIT),
        Reason::LimitKeys => {
            (format!("Expected at most {} listed keys, found more", limits::MAX_KEYS), "Real documents list one.")
        }
        _ if found.is_empty() => (
            "Expected a Pith document, found other JSON".to_owned(),
            "Looked for bundle_type, record_type, state_type, manifest_type, an integrity schema, events, a graph snapshot, a canonical record and a key object.",
        ),
        _ => (
            format!("Expected the name of a known document type, found {} {at}", shown(found)),
            "Known are pith_open_graph_bundle, pith_number_record, pith_open_graph_state and pith_mirror_manifest.",
        ),
    };
    refusal(bytes, offset, reason, &sentence, hint)
}

/// Why a pointer leads nowhere.
pub(crate) fn refusal_of_pointer(pointer: &str, fault: &PointerFault) -> Refusal {
    let found = shown(pointer);
    let sentence = match fault {
        PointerFault::NoSlash => {
            format!("Expected a JSON Pointer that is empty or starts with “/”, found {found}")
        }
        PointerFault::BadEscape => {
            format!("Expected “~0” or “~1” in a JSON Pointer, found another “~” in {found}")
        }
        PointerFault::NotFound(prefix) => {
            format!("Expected {found} in the document, found nothing at {}", shown(prefix))
        }
    };
    refusal(
        &[],
        0,
        Reason::ValueMissing,
        &sentence,
        "A JSON Pointer names a part, such as /canonical_record (RFC 6901).",
    )
}

/// Completes a refusal by its line and column. Both count from 1, columns in characters.
fn refusal(bytes: &[u8], offset: usize, reason: Reason, sentence: &str, hint: &str) -> Refusal {
    let before = bytes.get(..offset.min(bytes.len())).unwrap_or_default();
    let line = before.split(|&byte| byte == b'\n').count();
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let is_start = |byte: &&u8| **byte & 0xC0 != 0x80;
    let column = before.get(line_start..).unwrap_or_default().iter().filter(is_start).count() + 1;
    // The size of a document and a pointer into it have no place in the text.
    let no_place = bytes.is_empty() || reason == Reason::LimitBytes;
    let place = if no_place { String::new() } else { format!(", at line {line}, column {column}") };
    Refusal { reason, offset, line, column, sentence: format!("{sentence}{place}."), hint: hint.to_owned() }
}

/// The key that starts at an offset, as it was received.
fn key_at(bytes: &[u8], offset: usize) -> String {
    let key = bytes.get(offset + 1..).unwrap_or_default();
    let mut escaped = false;
    let end = key.iter().position(|&byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    shown(std::str::from_utf8(key.get(..end.unwrap_or(0)).unwrap_or_default()).unwrap_or_default())
}

/// The character at an offset, in words.
fn found_at(bytes: &[u8], offset: usize) -> String {
    let rest = bytes.get(offset..).unwrap_or_default();
    let start = rest.get(..rest.len().min(4)).unwrap_or_default();
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => start.get(..error.valid_up_to()).and_then(|start| std::str::from_utf8(start).ok()).unwrap_or(""),
    };
    match (valid.chars().next(), start.first()) {
        (Some(char), _) => format!("“{}”", visible(&char.to_string())),
        (None, Some(byte)) => format!("the byte 0x{byte:02X}"),
        (None, None) => "the end of the text".to_owned(),
    }
}
