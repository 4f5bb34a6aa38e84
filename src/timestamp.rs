//! OpenTimestamps proofs beside a document: what each starts from, what it leads to, and whether a supplied
//! block header bears it out. Evidence of its own: this reads the finished report on the document and adds to
//! it, and changes nothing in it.

use crate::block::{self, Header, reversed};
use crate::crypto::{Digest, sha256};
use crate::encoding::{from_hex, hex};
use crate::limits::{EXCERPT, MAX_HEADERS, MAX_PROOFS};
use crate::ots;
use crate::report::{
    AttestationKind, Block, BlockHeader, CheckName, Outcome, Report, Timestamp, TimestampAttestation, TimestampOp,
    TimestampOperation, TimestampReason as Reason, TimestampStart,
};
use crate::words::timestamp as words;

/// An OpenTimestamps proof, the content of a file `.ots`.
///
/// ```
/// use pith_verifier::{Options, Outcome, Proof, TimestampReason, VerdictWord, verify};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let proof = Proof { name: None, bytes: b"something else".to_vec() };
/// let report = verify(bundle, &Options { proofs: vec![proof], ..Options::default() });
/// assert_eq!(report.timestamps[0].outcome, Outcome::Failed);
/// assert_eq!(report.timestamps[0].reason, TimestampReason::NotAProof);
/// // A proof is evidence of its own and never changes the verdict.
/// assert_eq!(report.verdict.word, VerdictWord::Verified);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// A name for the proof, such as its file name, that the report repeats.
    pub name: Option<String>,
    /// The bytes of the proof.
    pub bytes: Vec<u8>,
}

/// Adds to a finished report what is found in proofs and headers.
pub(crate) fn judge(report: &mut Report, received: &[u8], proofs: &[Proof], headers: &[String]) {
    let mut headers = Headers::read(headers);
    let digests = Digests::of(report, received);
    report.timestamps = proofs
        .iter()
        .enumerate()
        .map(|(index, proof)| {
            if index < MAX_PROOFS {
                timestamp(proof, &digests, &mut headers)
            } else {
                let fault = ots::Fault { reason: Reason::LimitProofs, offset: 0, found: proofs.len() };
                Timestamp { offset: None, ..refused(proof, fault) }
            }
        })
        .collect();
    report.headers = headers.into_report();
}

/// The digests that a proof may start from.
struct Digests<'r> {
    received: &'r [u8],
    /// The computed digest of each canonical record, and where the record stands.
    records: Vec<(&'r str, &'r str)>,
    /// Where digests of canonical records are stated.
    stated: Vec<&'r str>,
    report: &'r Report,
}

impl<'r> Digests<'r> {
    /// Only what was computed counts as the digest of the record, never what is stated. A bundle's events repeat
    /// its record; of records at different depths, the one nearest to the top is the document's.
    fn of(report: &'r Report, received: &'r [u8]) -> Self {
        let checks = || report.checks.iter().filter(|check| check.name == CheckName::RecordDigest);
        let depth = |pointer: &str| pointer.matches('/').count();
        let mut records: Vec<(&str, &str)> = checks()
            .filter_map(|check| check.hashed.as_ref())
            .map(|hashed| (hashed.sha256.as_str(), hashed.pointer.as_str()))
            .collect();
        let top = records.iter().map(|(_, pointer)| depth(pointer)).min();
        records.retain(|(_, pointer)| Some(depth(pointer)) == top);
        Self { received, records, stated: checks().map(|check| check.pointer.as_str()).collect(), report }
    }

    fn start(&self, hash: TimestampOp, digest: &[u8]) -> TimestampStart {
        let digits = hex(digest);
        let is_sha256 = hash == TimestampOp::Sha256;
        let record = self.records.iter().find(|(record, _)| is_sha256 && *record == digits);
        let (outcome, reason, pointer) = if let Some((_, pointer)) = record {
            (Outcome::Passed, Reason::StartsFromRecord, Some(*pointer))
        } else if ots::apply(hash, self.received, &[]) == digest {
            (Outcome::Noted, Reason::StartsFromFile, None)
        } else if let Some(pointer) = self.place_of(&digits).filter(|_| is_sha256) {
            if self.stated.contains(&pointer) {
                (Outcome::Failed, Reason::StartsFromWrongDigest, Some(pointer))
            } else {
                (Outcome::Noted, Reason::StartsFromStated, Some(pointer))
            }
        } else if self.records.is_empty() {
            (Outcome::NotChecked, Reason::NoRecord, None)
        } else {
            (Outcome::Failed, Reason::StartsElsewhere, None)
        };
        // A longer one could be repeated by every proof.
        let pointer = pointer.filter(|pointer| pointer.len() <= EXCERPT);
        let record = self.records.first().map(|(digest, _)| *digest);
        let (sentence, hint) = words::start(reason, &digits, pointer, record);
        let pointer = pointer.map(str::to_owned);
        TimestampStart { hash, digest: digits, outcome, reason, pointer, sentence, hint }
    }

    /// Where the document states a digest, alone or as `sha256:…`. A place that has it as the digest of a canonical
    /// record comes first.
    fn place_of(&self, digits: &str) -> Option<&'r str> {
        let states = |value: &str| {
            let text = value.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
            text.strip_prefix("sha256:").unwrap_or(text) == digits
        };
        let places = || self.report.coverage.leaves.iter().filter(|leaf| states(&leaf.value));
        let of_record = places().find(|leaf| self.stated.contains(&leaf.pointer.as_str()));
        of_record.or_else(|| places().next()).map(|leaf| leaf.pointer.as_str())
    }
}

/// The headers that were given, and what came of each.
struct Headers {
    given: Vec<(Option<Header>, BlockHeader)>,
}

impl Headers {
    fn read(texts: &[String]) -> Self {
        let given = texts.iter().enumerate().map(|(index, text)| {
            let digits = text.trim().to_ascii_lowercase();
            let header = from_hex(&digits).map(Header::new).filter(|_| index < MAX_HEADERS);
            let reason = if index >= MAX_HEADERS {
                Reason::LimitHeaders
            } else {
                header.as_ref().map_or(Reason::HeaderMalformed, own_fault)
            };
            let outcome = if reason == Reason::HeaderUnused { Outcome::Noted } else { Outcome::Failed };
            let block = header.as_ref().map(described);
            let (sentence, hint) = words::header(reason, block.as_ref(), text, texts.len());
            (header, BlockHeader { outcome, reason, sentence, hint, block })
        });
        Self { given: given.collect() }
    }

    fn into_report(self) -> Vec<BlockHeader> {
        self.given.into_iter().map(|(_, header)| header).collect()
    }
}

/// What is wrong with a header taken alone; nothing yet says that it is of use.
fn own_fault(header: &Header) -> Reason {
    if header.work_bits().is_none() {
        Reason::HeaderTargetMalformed
    } else if !header.has_work() {
        Reason::HeaderWithoutWork
    } else {
        Reason::HeaderUnused
    }
}

fn described(header: &Header) -> Block {
    Block {
        hash: hex(&header.hash()),
        merkle_root: hex(&header.merkle_root()),
        merkle_root_reversed: hex(&reversed(header.merkle_root())),
        time: block::utc(header.time()),
        bits: hex(&header.bits().to_be_bytes()),
        work_bits: header.work_bits(),
    }
}

/// A timestamp about a proof of which nothing is known yet but what came.
fn refused(proof: &Proof, fault: ots::Fault) -> Timestamp {
    let (sentence, hint) = words::refusal(fault);
    Timestamp {
        name: proof.name.clone(),
        bytes: proof.bytes.len(),
        sha256: hex(&sha256(&proof.bytes)),
        outcome: Outcome::Failed,
        reason: fault.reason,
        sentence,
        hint: Some(hint),
        offset: Some(fault.offset),
        start: None,
        operations: Vec::new(),
        attestations: Vec::new(),
    }
}

fn timestamp(proof: &Proof, digests: &Digests<'_>, headers: &mut Headers) -> Timestamp {
    let read = match ots::parse(&proof.bytes) {
        Ok(read) => read,
        Err(fault) => return refused(proof, fault),
    };
    let start = digests.start(read.hash, &read.digest);
    let from_record = start.outcome == Outcome::Passed;
    let attestations: Vec<TimestampAttestation> =
        read.attestations.iter().map(|found| attestation(&read, found, from_record, headers)).collect();
    let (outcome, reason, sentence, hint) = whole(&start, &attestations);
    let operation = |step: ots::Step| TimestampOperation {
        op: step.op,
        argument: matches!(step.op, TimestampOp::Append | TimestampOp::Prepend).then(|| hex(&step.argument)),
        result: hex(&step.result),
        after: step.after,
    };
    Timestamp {
        name: proof.name.clone(),
        bytes: proof.bytes.len(),
        sha256: hex(&sha256(&proof.bytes)),
        outcome,
        reason,
        sentence,
        hint,
        offset: None,
        start: Some(start),
        operations: read.steps.into_iter().map(operation).collect(),
        attestations,
    }
}

type Found = (Outcome, Reason, String, Option<String>);

/// What came out as a whole. `passed` asks for both: the right start and an attestation that passed.
fn whole(start: &TimestampStart, attestations: &[TimestampAttestation]) -> Found {
    let of_start = || (start.outcome, start.reason, start.sentence.clone(), start.hint.clone());
    if start.outcome == Outcome::Failed {
        return of_start();
    }
    // What decides: an attestation that passed, else one that failed, else the one that leads furthest.
    let rank = |found: &&TimestampAttestation| match (found.outcome, found.kind) {
        (Outcome::Passed, _) => 0,
        (Outcome::Failed, _) => 1,
        (_, AttestationKind::Bitcoin) => 2,
        (_, AttestationKind::Pending) => 3,
        _ => 4,
    };
    match attestations.iter().min_by_key(rank) {
        Some(best) if start.outcome == Outcome::Passed || best.outcome == Outcome::Failed => {
            (best.outcome, best.reason, best.sentence.clone(), best.hint.clone())
        }
        _ => of_start(),
    }
}

fn attestation(
    proof: &ots::Proof,
    found: &ots::Attestation,
    from_record: bool,
    headers: &mut Headers,
) -> TimestampAttestation {
    let root: Option<Digest> = match found.kind {
        AttestationKind::Bitcoin | AttestationKind::Litecoin => proof.message(found.after).try_into().ok(),
        _ => None,
    };
    let height = found.height.unwrap_or_default();
    let (outcome, reason, header) = match found.kind {
        AttestationKind::Pending => (Outcome::NotChecked, Reason::Pending, None),
        AttestationKind::Unknown => (Outcome::NotChecked, Reason::UnknownKind, None),
        AttestationKind::Litecoin | AttestationKind::Ethereum => (Outcome::NotChecked, Reason::OtherChain, None),
        AttestationKind::Bitcoin => match root {
            None => (Outcome::Failed, Reason::RootLength, None),
            Some(root) => anchored(root, height, from_record, headers),
        },
    };
    let given = header.and_then(|index| headers.given.get_mut(index)).map(|(_, header)| header);
    let block = given.as_ref().and_then(|header| header.block.clone());
    let merkle_root = root.map(|root| hex(&root));
    let merkle_root_reversed = root.map(|root| hex(&reversed(root)));
    let about = words::About {
        kind: found.kind,
        height,
        calendar: found.calendar.as_deref().unwrap_or_default(),
        tag: &hex(&found.tag),
        root: merkle_root_reversed.as_deref().unwrap_or_default(),
        length: proof.message(found.after).len(),
        block: block.as_ref(),
    };
    let (sentence, hint) = words::attestation(reason, &about);
    // A header is told by the best that came of it.
    if let Some(given) = given
        && (given.reason == Reason::HeaderUnused || outcome == Outcome::Passed)
    {
        (given.outcome, given.reason) = (outcome, reason);
        (given.sentence, given.hint) = (sentence.clone(), hint.clone());
    }
    TimestampAttestation {
        kind: found.kind,
        after: found.after,
        height: found.height,
        calendar: found.calendar.clone(),
        tag: hex(&found.tag),
        payload: found.payload.as_deref().map(hex),
        merkle_root,
        merkle_root_reversed,
        header,
        outcome,
        reason,
        sentence,
        hint,
    }
}

/// Whether one of the headers bears out a Bitcoin attestation, and which.
fn anchored(root: Digest, height: u32, from_record: bool, headers: &Headers) -> (Outcome, Reason, Option<usize>) {
    let with_root = headers.given.iter().enumerate().filter_map(|(index, (header, _))| {
        let header = header.as_ref().filter(|header| header.merkle_root() == root)?;
        let reason = match own_fault(header) {
            Reason::HeaderUnused => match (block::least_work(height), header.work_bits()) {
                (None, _) => Reason::HeaderEasilyMade,
                (Some(least), work) if work.unwrap_or_default() < least => Reason::HeaderTooEasy,
                _ if from_record => Reason::Anchored,
                _ => Reason::AnchoredOther,
            },
            fault => fault,
        };
        let outcome = match reason {
            Reason::Anchored => Outcome::Passed,
            Reason::AnchoredOther => Outcome::Noted,
            Reason::HeaderEasilyMade => Outcome::NotChecked,
            _ => Outcome::Failed,
        };
        Some((outcome, reason, Some(index)))
    });
    // Several headers may have one merkle root; the best of them counts.
    let rank = |(outcome, ..): &(Outcome, Reason, Option<usize>)| match outcome {
        Outcome::Passed => 0,
        Outcome::Noted => 1,
        Outcome::NotChecked => 2,
        Outcome::Failed => 3,
    };
    with_root.min_by_key(rank).unwrap_or_else(|| {
        let any = headers.given.iter().any(|(header, _)| header.is_some());
        let reason = if any { Reason::HeaderNotMatching } else { Reason::HeaderNotSupplied };
        (Outcome::NotChecked, reason, None)
    })
}

/// What passes: a proof that starts from the record of a document and ends in a real block. None is known, so a real
/// proof is judged here as if the document's record had its digest; everything else is as it is.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, verify};

    /// The record's digest, the proof and the header of block 881,423 (`tests/vectors/opentimestamps`).
    fn real() -> (String, Vec<u8>, [u8; 80]) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/opentimestamps/blocks.json");
        let facts: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let bytes = |text: &serde_json::Value| -> Vec<u8> {
            let pairs = text.as_str().unwrap().as_bytes().chunks(2);
            pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
        };
        let found = facts["proofs"].as_array().unwrap().iter().find(|proof| proof["height"] == 881_423).unwrap();
        let digest = sha256(&bytes(&found["file"]));
        let mut proof = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01\x08".to_vec();
        proof.extend(digest);
        for operation in found["operations"].as_array().unwrap() {
            match operation.as_str().unwrap().strip_prefix("append ") {
                Some(argument) => proof.extend([&[0xF0, 32], bytes(&argument.into()).as_slice()].concat()),
                None => proof.push(0x08),
            }
        }
        proof.extend(b"\x00\x05\x88\x96\x0d\x73\xd7\x19\x01\x03\x8f\xe6\x35");
        let header = facts["headers"].as_array().unwrap().iter().find(|header| header["height"] == 881_423).unwrap();
        (hex(&digest), proof, bytes(&header["header"]).try_into().unwrap())
    }

    fn judged(digest: &str, proof: &[u8], header: &str) -> (Timestamp, BlockHeader) {
        let report = verify(b"{}", &Options::default());
        let records = vec![(digest, "/canonical_record")];
        let digests = Digests { received: b"{}", records, stated: Vec::new(), report: &report };
        let mut headers = Headers::read(&[header.to_owned()]);
        let found = timestamp(&Proof { name: None, bytes: proof.to_vec() }, &digests, &mut headers);
        (found, headers.into_report().remove(0))
    }

    #[test]
    fn a_record_in_a_real_block_passes_with_its_header() {
        let (digest, proof, header) = real();
        let (found, given) = judged(&digest, &proof, &hex(&header));
        assert_eq!((found.outcome, found.reason), (Outcome::Passed, Reason::Anchored));
        assert_eq!((given.outcome, given.reason), (Outcome::Passed, Reason::Anchored));
        assert!(found.sentence.starts_with(
            "The canonical record existed not later than 2025-01-30T00:01:45Z, give or take two hours: a supplied header has the merkle root 2d62cfdf"
        ));
        assert_eq!(
            found.hint.unwrap(),
            "The header shows work, about 2^78 hashes, but not that the block is in the chain. Compare its hash, 0000000000000000000269d52c24ea451225613aab095d90d771d4e29aa96cdd, with a node or block explorers that you trust."
        );
        // The same without the header, and with the right header for another record.
        assert_eq!(judged(&digest, &proof, "").0.outcome, Outcome::NotChecked);
        assert_eq!(judged(&"0".repeat(64), &proof, &hex(&header)).0.outcome, Outcome::Failed);
    }

    /// Of all changes of one bit, only those of the height still pass: no header holds its own height.
    #[test]
    fn a_pass_is_earned_by_every_bit_of_proof_and_header() {
        let (digest, proof, header) = real();
        let height_from = proof.len() - 3;
        for bit in 0..proof.len() * 8 {
            let mut changed = proof.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let passed = judged(&digest, &changed, &hex(&header)).0.outcome == Outcome::Passed;
            assert!(!passed || bit / 8 >= height_from, "bit {bit} of the proof");
        }
        for bit in 0..640 {
            let mut changed = header;
            changed[bit / 8] ^= 1 << (bit % 8);
            let (found, given) = judged(&digest, &proof, &hex(&changed));
            assert_ne!(found.outcome, Outcome::Passed, "bit {bit} of the header");
            assert_ne!(given.outcome, Outcome::Passed, "bit {bit} of the header");
        }
    }
}
