//! What the report says of OpenTimestamps proofs that were given beside the document. They are evidence
//! of their own: nothing here changes the verdict, a check or the coverage.

use serde::Serialize;

use super::Outcome;

words! {
    /// Why a proof, its start, an attestation or a block header ended as it did. Stable for ever.
    TimestampReason {
        /// The proof starts from the digest that was computed from the document's canonical record.
        StartsFromRecord = "timestamp.starts_from_record",
        /// The proof starts from the digest of the received file.
        StartsFromFile = "timestamp.starts_from_file",
        /// The proof starts from another digest that the document states.
        StartsFromStated = "timestamp.starts_from_stated",
        /// The proof starts from the stated digest of the canonical record, which is not the computed one.
        StartsFromWrongDigest = "timestamp.starts_from_wrong_digest",
        /// The proof starts from a digest that has nothing to do with the document.
        StartsElsewhere = "timestamp.starts_elsewhere",
        /// The document has no canonical record to compare the start with.
        NoRecord = "timestamp.no_record",
        /// A calendar has promised to anchor it; no block is named yet.
        Pending = "timestamp.pending",
        /// Anchored in a Bitcoin block whose header was not supplied.
        HeaderNotSupplied = "timestamp.header_not_supplied",
        /// Anchored in a Bitcoin block; no supplied header has its merkle root.
        HeaderNotMatching = "timestamp.header_not_matching",
        /// A supplied header has the merkle root and as much work as its height asks for.
        Anchored = "timestamp.anchored",
        /// The same, but the proof does not start from the document's canonical record.
        AnchoredOther = "timestamp.anchored_other",
        /// A supplied header has the merkle root, but blocks of that height stand for so little work that such a
        /// header can be made today at little cost.
        HeaderEasilyMade = "timestamp.header_easily_made",
        /// A supplied header has the merkle root, but stands for less work than any block of that height.
        HeaderTooEasy = "timestamp.header_too_easy",
        /// A supplied header's hash is above its own target.
        HeaderWithoutWork = "timestamp.header_without_work",
        /// A supplied header's target is malformed or easier than Bitcoin ever allowed.
        HeaderTargetMalformed = "timestamp.header_target_malformed",
        /// A supplied header is not 80 bytes in hexadecimal.
        HeaderMalformed = "timestamp.header_malformed",
        /// No proof leads to the merkle root of a supplied header.
        HeaderUnused = "timestamp.header_unused",
        /// A merkle root has 32 bytes, the message at this attestation has not.
        RootLength = "timestamp.root_length",
        /// An attestation by a block chain that this verifier does not check.
        OtherChain = "timestamp.other_chain",
        /// An attestation of a kind that this verifier does not know.
        UnknownKind = "timestamp.unknown_kind",
        /// Does not begin as a proof does.
        NotAProof = "timestamp.not_a_proof",
        /// A major version of the format that this verifier does not know.
        VersionUnknown = "timestamp.version_unknown",
        /// An unknown hash function of the start.
        HashUnknown = "timestamp.hash_unknown",
        /// Ends too early.
        Truncated = "timestamp.truncated",
        /// A number that does not fit 32 bits.
        NumberTooLarge = "timestamp.number_too_large",
        /// A number that is not written in as few bytes as possible.
        NumberNotShortest = "timestamp.number_not_shortest",
        /// A fork without a branch.
        EmptyFork = "timestamp.empty_fork",
        /// An unknown operation.
        OperationUnknown = "timestamp.operation_unknown",
        /// The argument of an operation is empty or too long.
        ArgumentLength = "timestamp.argument_length",
        /// The result of an operation is too long.
        MessageTooLong = "timestamp.message_too_long",
        /// What an attestation says is too long.
        PayloadTooLong = "timestamp.payload_too_long",
        /// An attestation says more than its kind has to say.
        PayloadNotUsedUp = "timestamp.payload_not_used_up",
        /// A calendar's address is too long.
        CalendarTooLong = "timestamp.calendar_too_long",
        /// A calendar's address has a byte that the format does not allow there.
        CalendarCharacter = "timestamp.calendar_character",
        /// Bytes after the end of the proof.
        TrailingBytes = "timestamp.trailing_bytes",
        /// The proof has more bytes than the limit.
        LimitBytes = "timestamp.limit_bytes",
        /// More operations follow each other than the limit.
        LimitDepth = "timestamp.limit_depth",
        /// The proof has more operations than the limit.
        LimitOperations = "timestamp.limit_operations",
        /// The proof has more attestations than the limit.
        LimitAttestations = "timestamp.limit_attestations",
        /// The results of all operations together are longer than the limit.
        LimitMessages = "timestamp.limit_messages",
        /// More proofs were given than the limit.
        LimitProofs = "timestamp.limit_proofs",
        /// More block headers were given than the limit.
        LimitHeaders = "timestamp.limit_headers",
    }
}

words! {
    /// An operation of a proof, which makes the next message from the one before.
    TimestampOp {
        /// The message, then the argument.
        Append = "append",
        /// The argument, then the message.
        Prepend = "prepend",
        /// The bytes in reverse order.
        Reverse = "reverse",
        /// The bytes as lower-case hexadecimal digits.
        Hexlify = "hexlify",
        /// The SHA-1 of the message.
        Sha1 = "sha1",
        /// The RIPEMD-160 of the message.
        Ripemd160 = "ripemd160",
        /// The SHA-256 of the message.
        Sha256 = "sha256",
        /// The Keccak-256 of the message, with the padding from before SHA-3.
        Keccak256 = "keccak256",
    }
}

words! {
    /// Who attests that a message existed.
    AttestationKind {
        /// A calendar server that has not anchored it yet.
        Pending = "pending",
        /// A Bitcoin block.
        Bitcoin = "bitcoin",
        /// A Litecoin block.
        Litecoin = "litecoin",
        /// An Ethereum block.
        Ethereum = "ethereum",
        /// A kind that this verifier does not know.
        Unknown = "unknown",
    }
}

/// One OpenTimestamps proof that was given beside the document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Timestamp {
    /// The name the caller gave the proof, such as its file name.
    pub name: Option<String>,
    /// Length of the proof in bytes.
    pub bytes: usize,
    /// SHA-256 of the proof, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What came out as a whole. `passed` only when the proof starts from the document's canonical record and
    /// at least one attestation passed.
    pub outcome: Outcome,
    /// Why, as a stable word: what decided the outcome.
    pub reason: TimestampReason,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
    /// Offset of the first byte at fault, when the proof was refused for what it holds. Then there is no
    /// start, no operation and no attestation.
    pub offset: Option<usize>,
    /// What the proof starts from.
    pub start: Option<TimestampStart>,
    /// Every operation, in the order of the proof. They form a tree by `after`.
    pub operations: Vec<TimestampOperation>,
    /// Every attestation, in the order of the proof.
    pub attestations: Vec<TimestampAttestation>,
}

/// What a proof starts from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimestampStart {
    /// The hash function that the proof names for the digest.
    pub hash: TimestampOp,
    /// The digest, in lower-case hexadecimal.
    pub digest: String,
    /// Whether it is the digest computed from the document's canonical record.
    pub outcome: Outcome,
    /// Why, as a stable word.
    pub reason: TimestampReason,
    /// The part of the document that has this digest, or where the document states it (RFC 6901). Left out when
    /// it is longer than 500 bytes.
    pub pointer: Option<String>,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
}

/// One operation of a proof.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimestampOperation {
    /// What is done.
    pub op: TimestampOp,
    /// With what, in lower-case hexadecimal.
    pub argument: Option<String>,
    /// The message that comes out, in lower-case hexadecimal.
    pub result: String,
    /// Index in `operations` of the operation whose result it is done to; `null` is the digest at the start.
    pub after: Option<usize>,
}

/// One attestation of a proof.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimestampAttestation {
    /// Who attests.
    pub kind: AttestationKind,
    /// Index in `operations` of the operation whose result is attested; `null` is the digest at the start.
    pub after: Option<usize>,
    /// The number of the block.
    pub height: Option<u32>,
    /// The address of the calendar. Nothing is ever sent there.
    pub calendar: Option<String>,
    /// The 8 bytes that name the kind, in lower-case hexadecimal.
    pub tag: String,
    /// What an attestation of an unknown kind says, in lower-case hexadecimal.
    pub payload: Option<String>,
    /// The merkle root of the block, as it stands in the header, in lower-case hexadecimal.
    pub merkle_root: Option<String>,
    /// The same with its bytes in reverse order, as block explorers print it.
    pub merkle_root_reversed: Option<String>,
    /// Index in `headers` of the header that has this merkle root.
    pub header: Option<usize>,
    /// What came out.
    pub outcome: Outcome,
    /// Why, as a stable word.
    pub reason: TimestampReason,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
}

/// One Bitcoin block header that was given beside the document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BlockHeader {
    /// What came out. `passed` only when an attestation passed by it.
    pub outcome: Outcome,
    /// Why, as a stable word.
    pub reason: TimestampReason,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
    /// What the header says. `null` when it could not be read.
    pub block: Option<Block>,
}

/// What a Bitcoin block header says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Block {
    /// The hash of the header, as block explorers print it.
    pub hash: String,
    /// The merkle root, as it stands in the header.
    pub merkle_root: String,
    /// The same with its bytes in reverse order, as block explorers print it.
    pub merkle_root_reversed: String,
    /// The time that the miner wrote (RFC 3339, UTC). The network allows it to be about two hours off.
    pub time: String,
    /// The target in its compact form, 8 hexadecimal digits.
    pub bits: String,
    /// How many hashes the target stands for on average, as a power of two rounded down. `null` when the target
    /// is malformed.
    pub work_bits: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_unique_and_say_timestamp() {
        let mut seen = std::collections::BTreeSet::new();
        for reason in TimestampReason::ALL {
            let text = reason.as_str();
            assert!(seen.insert(text), "{text} stands twice");
            let finding = text.strip_prefix("timestamp.").expect("timestamp.finding");
            assert!(!finding.is_empty() && finding.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
        }
    }
}
