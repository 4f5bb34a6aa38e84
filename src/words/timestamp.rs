//! Sentences about OpenTimestamps proofs and block headers.

use super::{fill, place, shown};
use crate::block::{FIRST_JUDGED, least_work};
use crate::limits;
use crate::ots::{self, Fault};
use crate::report::{AttestationKind, Block, TimestampReason as Reason};

const DAMAGED: &str = "The proof is damaged or was cut off. Get it again from where it is kept.";
const NEWER: &str = "The proof may be newer than this verifier.";
const FEWER: &str = "Give fewer at a time.";
const NO_BLOCK: &str = "It is not the header of any block. Get the header again, digit by digit as it is.";
const NOT_MAIN_CHAIN: &str = "It is not the header of any block of the main chain.";
const COMPARE: &str = "The header shows work, about 2^{work} hashes, but not that the block is in the chain. Compare its hash, {hash}, with a node or block explorers that you trust.";

/// Why a proof was refused, and what to do.
pub(crate) fn refusal(fault: Fault) -> (String, String) {
    let (template, most, hint) = refusal_template(fault.reason);
    // How long or how many it is, is about the whole and not about a place in it.
    let end = match fault.reason {
        Reason::LimitBytes | Reason::LimitProofs => ".",
        _ => ", at byte {at} of the proof.",
    };
    let slot = |name: &str| match name {
        "at" => fault.offset.to_string(),
        "byte" => format!("the byte 0x{:02x}", fault.found),
        "most" => most.to_string(),
        _ => fault.found.to_string(),
    };
    (fill(&["Expected ", template, end].concat(), &slot), hint.to_owned())
}

/// The sentence, the limit that it names, and the hint.
fn refusal_template(reason: Reason) -> (&'static str, usize, &'static str) {
    match reason {
        Reason::NotAProof => (
            "the first {most} bytes of an OpenTimestamps proof, found something else",
            ots::MAGIC.len(),
            "Give the file that ends in .ots, as it was received.",
        ),
        Reason::VersionUnknown => ("version 1 of the format, found version {found}", 0, NEWER),
        Reason::HashUnknown => ("SHA-1, RIPEMD-160, SHA-256 or Keccak-256, found {byte}", 0, NEWER),
        Reason::Truncated => ("more of the proof, found its end, {found} bytes after the last whole part", 0, DAMAGED),
        Reason::NumberTooLarge => ("a number below 2^32, found a larger one", 0, DAMAGED),
        Reason::NumberNotShortest => (
            "a number in as few bytes as possible, found one in {found} bytes",
            0,
            "Programs read such a number differently. Write the proof again with the program that made it.",
        ),
        Reason::EmptyFork => ("a branch after the byte 0xff, found another 0xff", 0, DAMAGED),
        Reason::OperationUnknown => ("a known operation, an attestation or a branch, found {byte}", 0, NEWER),
        Reason::ArgumentLength => ("an argument of 1 to {most} bytes, found one of {found}", ots::MAX_MESSAGE, DAMAGED),
        Reason::MessageTooLong => (
            "an operation whose result has at most {most} bytes, found one of {found}",
            ots::MAX_MESSAGE,
            "The format allows no longer message.",
        ),
        Reason::PayloadTooLong => {
            ("an attestation of at most {most} bytes, found one of {found}", ots::MAX_PAYLOAD, DAMAGED)
        }
        Reason::PayloadNotUsedUp => ("the end of the attestation, found {found} more bytes in it", 0, DAMAGED),
        Reason::CalendarTooLong => {
            ("the address of a calendar in at most {most} bytes, found one of {found}", ots::MAX_CALENDAR, DAMAGED)
        }
        Reason::CalendarCharacter => (
            "letters, digits and - . _ / : in the address of a calendar, found {byte}",
            0,
            "The format allows nothing else there, so that an address can do no harm.",
        ),
        Reason::TrailingBytes => ("the end of the proof, found {found} more bytes", 0, DAMAGED),
        Reason::LimitBytes => {
            ("at most {most} bytes, found {found}", limits::MAX_PROOF_BYTES, "Real proofs have a few thousand.")
        }
        Reason::LimitDepth => (
            "at most {most} operations after each other, found {found}",
            limits::MAX_PROOF_DEPTH,
            "The reference implementation refuses it too.",
        ),
        Reason::LimitOperations => (
            "at most {most} operations, found {found}",
            limits::MAX_PROOF_OPERATIONS,
            "Real proofs have a few hundred.",
        ),
        Reason::LimitAttestations => {
            ("at most {most} attestations, found {found}", limits::MAX_PROOF_ATTESTATIONS, "Real proofs have a few.")
        }
        Reason::LimitMessages => (
            "at most {most} bytes in the results of all operations, found {found}",
            limits::MAX_PROOF_MESSAGES,
            "Real proofs have a few thousand.",
        ),
        _ => ("at most {most} proofs, found {found}", limits::MAX_PROOFS, FEWER),
    }
}

/// What a proof starts from. `record` is the computed digest of the canonical record.
pub(crate) fn start(
    reason: Reason,
    digest: &str,
    pointer: Option<&str>,
    record: Option<&str>,
) -> (String, Option<String>) {
    let (template, hint) = match reason {
        Reason::StartsFromRecord => {
            ("The proof starts from the digest of the canonical record {at}, computed again: {digest}.", "")
        }
        Reason::StartsFromFile => (
            "The proof starts from the digest of the whole received file, not from that of the canonical record.",
            "It is about exactly these bytes. Another copy of the document, spelled differently, it says nothing of.",
        ),
        Reason::StartsFromStated => (
            "The proof starts from a digest that the document states {at}, not from that of the canonical record: {digest}.",
            "Expected was the digest of the canonical record. What this one is worth depends on what it is taken over.",
        ),
        Reason::StartsFromWrongDigest => (
            "The proof starts from the digest that the document states {at}, but its canonical record gives {record}, not {digest}.",
            "The record was changed after the proof was made, or the proof is about another record.",
        ),
        Reason::NoRecord => (
            "What the proof starts from was not compared: expected a canonical record with the digest {digest}, found no canonical record in the document.",
            "Give the record or the bundle that the proof was made for.",
        ),
        _ => (
            "The proof is not about this document: expected to start from the digest of the canonical record, {record}, it starts from {digest}.",
            "Look for the proof that was made for this document, or for the document that this proof was made for.",
        ),
    };
    let sentence = fill(template, &|slot| match slot {
        "at" => pointer.map_or_else(|| "somewhere".to_owned(), place),
        "digest" => digest.to_owned(),
        _ => record.unwrap_or("nothing").to_owned(),
    });
    (sentence, (!hint.is_empty()).then(|| hint.to_owned()))
}

/// What the sentence about an attestation speaks of.
pub(crate) struct About<'a> {
    pub(crate) kind: AttestationKind,
    pub(crate) height: u32,
    pub(crate) calendar: &'a str,
    pub(crate) tag: &'a str,
    /// The merkle root as block explorers print it.
    pub(crate) root: &'a str,
    /// How many bytes the message has.
    pub(crate) length: usize,
    pub(crate) block: Option<&'a Block>,
}

/// What came of an attestation.
pub(crate) fn attestation(reason: Reason, about: &About<'_>) -> (String, Option<String>) {
    let (template, hint) = attestation_template(reason);
    let of_block = |part: fn(&Block) -> &str| about.block.map_or("", part).to_owned();
    let slot = |name: &str| match name {
        "height" => about.height.to_string(),
        "root" => about.root.to_owned(),
        "calendar" => shown(about.calendar),
        "tag" => about.tag.to_owned(),
        "length" => about.length.to_string(),
        "chain" if about.kind == AttestationKind::Litecoin => "Litecoin".to_owned(),
        "chain" => "Ethereum".to_owned(),
        "least" => least_work(about.height).unwrap_or_default().to_string(),
        "first" => FIRST_JUDGED.to_string(),
        "work" => about.block.and_then(|block| block.work_bits).unwrap_or_default().to_string(),
        "time" => of_block(|block| &block.time),
        "hash" => of_block(|block| &block.hash),
        _ => of_block(|block| &block.bits),
    };
    (fill(template, &slot), Some(fill(hint, &slot)))
}

fn attestation_template(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Pending => (
            "A calendar has promised to anchor it, {calendar}; no block is named yet.",
            "Ask that calendar for the rest with an OpenTimestamps program (ots upgrade), then give the new proof. Nothing is fetched here.",
        ),
        Reason::HeaderNotSupplied => (
            "Anchored at Bitcoin block {height}, header not supplied: expected one with the merkle root {root}.",
            "Take the 80-byte header of that block from a node or a block explorer that you trust, and give it in hexadecimal. Nothing is fetched here.",
        ),
        Reason::HeaderNotMatching => (
            "Anchored at Bitcoin block {height}, but no supplied header has the merkle root {root}.",
            "Either the headers are of other blocks, or the proof is wrong. Take the header of that block from a node or a block explorer that you trust.",
        ),
        Reason::Anchored => (
            "The canonical record existed not later than {time}, give or take two hours: a supplied header has the merkle root {root} that the proof leads to, by its word in Bitcoin block {height}.",
            COMPARE,
        ),
        Reason::AnchoredOther => (
            "What the proof starts from existed not later than {time}, give or take two hours: a supplied header has the merkle root {root}, by the word of the proof in Bitcoin block {height}. The proof does not start from the canonical record of this document.",
            COMPARE,
        ),
        Reason::HeaderEasilyMade => (
            "Anchored at Bitcoin block {height}, and a supplied header has the merkle root {root}, but that shows little: blocks before {first} stand for so few hashes, here about 2^{work}, that such a header can be made today at little cost.",
            "Compare the header’s hash, {hash}, with a node or block explorers that you trust.",
        ),
        Reason::HeaderTooEasy => (
            "A supplied header has the merkle root {root}, but it is not that of Bitcoin block {height}: expected a target of at least 2^{least} hashes, found 2^{work}.",
            "Somebody made this header, or the proof names another block than it was anchored in. The least work at a height is our reading.",
        ),
        Reason::HeaderWithoutWork => (
            "A supplied header has the merkle root {root}, but no work: its hash {hash} is above its own target {bits}.",
            NO_BLOCK,
        ),
        Reason::HeaderTargetMalformed => (
            "A supplied header has the merkle root {root}, but no target that Bitcoin allows: expected at most 1d00ffff, found {bits}.",
            NOT_MAIN_CHAIN,
        ),
        Reason::RootLength => (
            "The proof cannot lead to Bitcoin block {height}: expected a merkle root of 32 bytes, found a message of {length}.",
            DAMAGED,
        ),
        Reason::OtherChain => (
            "Anchored at {chain} block {height}, which was not checked: this verifier checks Bitcoin only.",
            "Look for a proof with a Bitcoin attestation.",
        ),
        _ => ("An attestation of a kind that this verifier does not know, {tag}, was not checked.", NEWER),
    }
}

/// What is to say of a header by itself. `given` is how many headers there are.
pub(crate) fn header(reason: Reason, block: Option<&Block>, text: &str, given: usize) -> (String, Option<String>) {
    let (template, hint) = match reason {
        Reason::HeaderMalformed => (
            "Expected a block header of 80 bytes as 160 hexadecimal digits, found {length} characters: {text}.",
            "Copy the raw header of the block, not its hash and not its parts.",
        ),
        Reason::LimitHeaders => ("Expected at most {most} block headers, found {given}.", FEWER),
        Reason::HeaderTargetMalformed => (
            "The header {hash} has no target that Bitcoin allows: expected at most 1d00ffff, found {bits}.",
            NOT_MAIN_CHAIN,
        ),
        Reason::HeaderWithoutWork => {
            ("The header has no work: its hash {hash} is above its own target {bits}.", NO_BLOCK)
        }
        _ => (
            "No proof leads to the merkle root of this header, {root}.",
            "It is the header of another block than the proofs name, or of none.",
        ),
    };
    let of_block = |part: fn(&Block) -> &str| block.map_or("", part).to_owned();
    let sentence = fill(template, &|slot| match slot {
        "length" => text.chars().count().to_string(),
        "text" => shown(text),
        "most" => limits::MAX_HEADERS.to_string(),
        "given" => given.to_string(),
        "hash" => of_block(|block| &block.hash),
        "bits" => of_block(|block| &block.bits),
        _ => of_block(|block| &block.merkle_root_reversed),
    });
    (sentence, Some(hint.to_owned()))
}
