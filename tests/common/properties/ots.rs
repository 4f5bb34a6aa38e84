//! OpenTimestamps proofs.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use pith_verifier::{
    AttestationKind, Options, Outcome, Proof, Report, Timestamp, TimestampOp, canonicalize_part, html, markdown,
    sha256_hex, verify,
};

use super::{SAMPLE, assert_plain};
use crate::common::{hex, to_hex};

/// The canonical record that `own.ots` starts from, alone.
pub fn document() -> &'static [u8] {
    static RECORD: OnceLock<Vec<u8>> = OnceLock::new();
    RECORD.get_or_init(|| canonicalize_part(SAMPLE, "/canonical_record").unwrap())
}

/// A proof is refused with a place, or read so that its bytes can be written again from what the report says of it.
/// Nothing about the document changes.
pub fn ots(data: &[u8]) {
    let proofs = vec![Proof { name: None, bytes: data.to_vec() }];
    let options = Options { proofs, headers: vec![own_header(), "00".to_owned()], explain: false, ..super::options() };
    let report = verify(document(), &options);
    unchanged(&report);
    let [timestamp] = &report.timestamps[..] else { panic!("one proof was given") };
    assert_eq!((timestamp.bytes, &timestamp.sha256), (data.len(), &sha256_hex(data)));
    let Some(start) = &timestamp.start else {
        assert_eq!(timestamp.outcome, Outcome::Failed);
        assert!(timestamp.offset.is_some_and(|offset| offset <= data.len()), "{timestamp:?}");
        assert!(timestamp.operations.is_empty() && timestamp.attestations.is_empty());
        return sentences(&report);
    };
    assert_eq!(to_hex(&written(timestamp)), to_hex(data), "the proof reads as another one");
    for operation in &timestamp.operations {
        let before = operation.after.map_or(&start.digest, |at| &timestamp.operations[at].result);
        recomputed(operation.op, before, operation.argument.as_deref(), &operation.result);
    }
    let anchored = timestamp.attestations.iter().any(|found| found.outcome == Outcome::Passed);
    assert_eq!(timestamp.outcome == Outcome::Passed, anchored && start.outcome == Outcome::Passed, "{timestamp:?}");
    sentences(&report);
}

fn own_header() -> String {
    static HEADER: OnceLock<String> = OnceLock::new();
    let read = || {
        let facts = crate::common::json(include_bytes!("../../vectors/opentimestamps/blocks.json"));
        facts["own_header"].as_str().unwrap().to_owned()
    };
    HEADER.get_or_init(read).clone()
}

/// A proof changes no check, no class and no verdict.
fn unchanged(report: &Report) {
    static WITHOUT: OnceLock<String> = OnceLock::new();
    let about_document = |report: &Report| {
        serde_json::to_string(&(&report.verdict, &report.checks, &report.coverage, &report.keys)).unwrap()
    };
    let without =
        WITHOUT.get_or_init(|| about_document(&verify(document(), &Options { explain: false, ..super::options() })));
    assert_eq!(&about_document(report), without);
}

fn sentences(report: &Report) {
    for timestamp in &report.timestamps {
        assert_plain(&timestamp.sentence);
        for found in &timestamp.attestations {
            assert_plain(&found.sentence);
        }
    }
    for page in [markdown(report), html(report)] {
        assert!(!page.contains(|char: char| char.is_control() && char != '\n'));
    }
}

/// What an operation makes of a message, where the tests have the means to say.
fn recomputed(op: TimestampOp, before: &str, argument: Option<&str>, result: &str) {
    let argument = argument.unwrap_or_default();
    let expected = match op {
        TimestampOp::Append => format!("{before}{argument}"),
        TimestampOp::Prepend => format!("{argument}{before}"),
        TimestampOp::Reverse => to_hex(&hex(before).into_iter().rev().collect::<Vec<_>>()),
        TimestampOp::Hexlify => to_hex(before.as_bytes()),
        TimestampOp::Sha256 => sha256_hex(&hex(before)),
        // 20 bytes of SHA-1 and RIPEMD-160, 32 of Keccak-256.
        TimestampOp::Keccak256 => return assert_eq!(result.len(), 64),
        _ => return assert_eq!(result.len(), 40),
    };
    assert_eq!(result, expected, "{op:?}");
}

/// The tree of a proof: what follows each message, by the number of the first attestation that it leads to. That is
/// the order in which the branches stand in the proof.
struct Branches<'t> {
    timestamp: &'t Timestamp,
    after: BTreeMap<Option<usize>, BTreeMap<usize, Next>>,
}

#[derive(Clone, Copy)]
enum Next {
    Operation(usize),
    Attestation(usize),
}

/// The bytes of the proof, from the report alone.
fn written(timestamp: &Timestamp) -> Vec<u8> {
    let start = timestamp.start.as_ref().unwrap();
    let mut branches = Branches { timestamp, after: BTreeMap::new() };
    for (number, attestation) in timestamp.attestations.iter().enumerate() {
        branches.after.entry(attestation.after).or_default().insert(number, Next::Attestation(number));
        let mut step = attestation.after;
        while let Some(at) = step {
            step = timestamp.operations[at].after;
            let siblings = branches.after.entry(step).or_default();
            if !siblings.values().any(|next| matches!(next, Next::Operation(known) if *known == at)) {
                siblings.insert(number, Next::Operation(at));
            }
        }
    }
    let mut bytes = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01".to_vec();
    bytes.push(tag(start.hash));
    bytes.extend(hex(&start.digest));
    branches.write(None, &mut bytes);
    bytes
}

impl Branches<'_> {
    /// Recurses as deep as the proof nests, which the reader has limited.
    fn write(&self, message: Option<usize>, bytes: &mut Vec<u8>) {
        let next: Vec<Next> = self.after[&message].values().copied().collect();
        for (at, next) in next.iter().enumerate() {
            if at + 1 < self.after[&message].len() {
                bytes.push(0xFF);
            }
            match *next {
                Next::Operation(index) => {
                    let operation = &self.timestamp.operations[index];
                    bytes.push(tag(operation.op));
                    if let Some(argument) = &operation.argument {
                        block(&hex(argument), bytes);
                    }
                    self.write(Some(index), bytes);
                }
                Next::Attestation(index) => {
                    let attestation = &self.timestamp.attestations[index];
                    bytes.push(0);
                    bytes.extend(hex(&attestation.tag));
                    let mut payload = Vec::new();
                    match attestation.kind {
                        AttestationKind::Pending => {
                            block(attestation.calendar.as_ref().unwrap().as_bytes(), &mut payload);
                        }
                        AttestationKind::Unknown => payload = hex(attestation.payload.as_ref().unwrap()),
                        _ => number(attestation.height.unwrap(), &mut payload),
                    }
                    block(&payload, bytes);
                }
            }
        }
    }
}

fn tag(op: TimestampOp) -> u8 {
    match op {
        TimestampOp::Sha1 => 0x02,
        TimestampOp::Ripemd160 => 0x03,
        TimestampOp::Sha256 => 0x08,
        TimestampOp::Keccak256 => 0x67,
        TimestampOp::Append => 0xF0,
        TimestampOp::Prepend => 0xF1,
        TimestampOp::Reverse => 0xF2,
        TimestampOp::Hexlify => 0xF3,
        other => panic!("{other:?}"),
    }
}

fn number(mut value: u32, bytes: &mut Vec<u8>) {
    while value > 0x7F {
        bytes.push(u8::try_from(value & 0x7F).unwrap() | 0x80);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).unwrap());
}

fn block(content: &[u8], bytes: &mut Vec<u8>) {
    number(u32::try_from(content.len()).unwrap(), bytes);
    bytes.extend_from_slice(content);
}
