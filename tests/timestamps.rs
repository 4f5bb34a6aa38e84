//! OpenTimestamps proofs: real ones, own ones, hostile ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "common/command.rs"]
mod command;
mod common;

use std::collections::BTreeSet;

use command::run;
use common::{SAMPLES, hex, own, sample, third_party, to_hex};
use pith_verifier::{
    AttestationKind, Options, Outcome, Proof, Report, Timestamp, TimestampReason, VerdictWord, sha256_hex, verify,
};
use serde_json::Value;

const BUNDLE: &str = "bundle-1212.1787";
const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01";
const BITCOIN: &str = "0588960d73d71901";
const PENDING: &str = "83dfe30d2ef90c8e";
const LITECOIN: &str = "06869a0d73d71b45";
const ETHEREUM: &str = "30fe8087b5c7ead7";

// What proofs are made of.

fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value > 0x7F {
        bytes.push(u8::try_from(value & 0x7F).unwrap() | 0x80);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).unwrap());
    bytes
}

fn block(bytes: &[u8]) -> Vec<u8> {
    [number(bytes.len()).as_slice(), bytes].concat()
}

fn attest(tag: &str, payload: &[u8]) -> Vec<u8> {
    [&[0], hex(tag).as_slice(), &block(payload)].concat()
}

fn bitcoin(height: usize) -> Vec<u8> {
    attest(BITCOIN, &number(height))
}

fn pending(calendar: &str) -> Vec<u8> {
    attest(PENDING, &block(calendar.as_bytes()))
}

/// An operation as the reference implementation writes it.
fn operation(text: &str) -> Vec<u8> {
    let (name, argument) = text.split_once(' ').unwrap_or((text, ""));
    let tag = match name {
        "sha1" => 0x02,
        "ripemd160" => 0x03,
        "sha256" => 0x08,
        "keccak256" => 0x67,
        "append" => 0xF0,
        "prepend" => 0xF1,
        "reverse" => 0xF2,
        "hexlify" => 0xF3,
        other => panic!("{other}"),
    };
    if argument.is_empty() { vec![tag] } else { [&[tag], block(&hex(argument)).as_slice()].concat() }
}

/// A proof that starts from a SHA-256 digest.
fn proof(digest: &str, tree: &[u8]) -> Vec<u8> {
    [MAGIC, &[0x08], &hex(digest), tree].concat()
}

fn record_digest() -> String {
    common::json(&sample(BUNDLE))["canonical_sha256"].as_str().unwrap().to_owned()
}

/// A proof that starts from the record of the sample bundle.
fn of_record(tree: &[u8]) -> Vec<u8> {
    proof(&record_digest(), tree)
}

// What is public.

fn blocks() -> Value {
    common::json(&own("opentimestamps/blocks.json"))
}

fn header(height: u64) -> String {
    let blocks = blocks();
    let found = blocks["headers"].as_array().unwrap().iter().find(|header| header["height"] == height).unwrap();
    found["header"].as_str().unwrap().to_owned()
}

fn own_header() -> String {
    blocks()["own_header"].as_str().unwrap().to_owned()
}

struct RealProof {
    name: String,
    file: Vec<u8>,
    height: u64,
    bytes: Vec<u8>,
}

fn real_proofs() -> Vec<RealProof> {
    let blocks = blocks();
    let proofs = blocks["proofs"].as_array().unwrap().iter().map(|facts| {
        let file = hex(facts["file"].as_str().unwrap());
        let height = facts["height"].as_u64().unwrap();
        let operations = facts["operations"].as_array().unwrap();
        let mut tree: Vec<u8> = operations.iter().flat_map(|text| operation(text.as_str().unwrap())).collect();
        tree.extend(bitcoin(usize::try_from(height).unwrap()));
        let bytes = proof(&sha256_hex(&file), &tree);
        RealProof { name: facts["name"].as_str().unwrap().to_owned(), file, height, bytes }
    });
    proofs.collect()
}

// What is asked.

fn report(document: &[u8], proofs: &[Vec<u8>], headers: &[String]) -> Report {
    let proofs = proofs.iter().map(|bytes| Proof { name: None, bytes: bytes.clone() }).collect();
    verify(document, &Options { proofs, headers: headers.to_vec(), ..Options::default() })
}

fn one(document: &[u8], proof: &[u8], headers: &[String]) -> Timestamp {
    report(document, &[proof.to_vec()], headers).timestamps.remove(0)
}

/// A proof beside the sample bundle, without a header.
fn beside_bundle(proof: &[u8]) -> Timestamp {
    one(&sample(BUNDLE), proof, &[])
}

/// The start and each attestation, in words.
fn found(timestamp: &Timestamp) -> Vec<(Outcome, &'static str)> {
    let start = timestamp.start.iter().map(|start| (start.outcome, start.reason.as_str()));
    start.chain(timestamp.attestations.iter().map(|found| (found.outcome, found.reason.as_str()))).collect()
}

fn whole(timestamp: &Timestamp) -> (Outcome, &'static str) {
    (timestamp.outcome, timestamp.reason.as_str())
}

// Real proofs.

#[test]
fn every_real_header_is_what_its_hash_says_and_has_its_own_work() {
    let blocks = blocks();
    let headers = blocks["headers"].as_array().unwrap();
    assert_eq!(headers.len(), 7);
    for facts in headers {
        let text = facts["header"].as_str().unwrap().to_owned();
        let twice = sha256_hex(&hex(&sha256_hex(&hex(&text))));
        let mut reversed = hex(&twice);
        reversed.reverse();
        assert_eq!(facts["hash"], to_hex(&reversed));
        // Nothing leads to it, but nothing is wrong with it.
        let header = report(b"{}", &[], &[text]).headers.remove(0);
        assert_eq!((header.outcome, header.reason), (Outcome::Noted, TimestampReason::HeaderUnused));
        assert_eq!(header.block.unwrap().hash, facts["hash"]);
    }
}

#[test]
fn real_proofs_lead_to_real_blocks() {
    let expected = [
        ("genesis", "timestamp.header_easily_made", Outcome::NotChecked, "2009-01-03T18:15:05Z"),
        ("hello-world", "timestamp.header_easily_made", Outcome::NotChecked, "2015-05-28T15:41:18Z"),
        ("block-881423", "timestamp.anchored_other", Outcome::Noted, "2025-01-30T00:01:45Z"),
    ];
    let proofs = real_proofs();
    assert_eq!(proofs.len(), expected.len());
    for (real, (name, reason, outcome, time)) in proofs.iter().zip(expected) {
        assert_eq!(real.name, name);
        let report = report(&real.file, std::slice::from_ref(&real.bytes), &[header(real.height)]);
        let timestamp = &report.timestamps[0];
        // What was stamped is the received file, which is no document.
        assert_eq!(found(timestamp), [(Outcome::Noted, "timestamp.starts_from_file"), (outcome, reason)], "{name}");
        let found = &timestamp.attestations[0];
        assert_eq!(found.height.map(u64::from), Some(real.height));
        let block = report.headers[0].block.as_ref().unwrap();
        assert_eq!((found.header, block.time.as_str()), (Some(0), time));
        assert_eq!(found.merkle_root.as_deref(), Some(block.merkle_root.as_str()));
        assert_eq!(found.merkle_root_reversed.as_deref(), Some(block.merkle_root_reversed.as_str()));
        if outcome == Outcome::Noted {
            assert!(found.sentence.contains(&format!("not later than {time}, give or take two hours")), "{name}");
            assert!(found.hint.as_ref().unwrap().contains(&block.hash), "{name}");
        }
        // Beside a document that it is not about, it says nothing of it.
        let beside = one(&sample(BUNDLE), &real.bytes, &[header(real.height)]);
        assert_eq!(whole(&beside), (Outcome::Failed, "timestamp.starts_elsewhere"), "{name}");
        // Without the header, or with another one, the block is only named.
        let anchored = one(&real.file, &real.bytes, &[]);
        assert_eq!(anchored.attestations[0].reason, TimestampReason::HeaderNotSupplied);
        let other = one(&real.file, &real.bytes, &[header(700_000)]);
        assert_eq!(other.attestations[0].reason, TimestampReason::HeaderNotMatching);
    }
}

type Read = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// File, hash and digest of the start, and each attestation: kind, and height with merkle root or calendar or tag,
/// as the reference implementation reads them.
const THIRD_PARTY: &[Read] = &[
    ("hello-world.txt.ots", "03ba204e", &[("bitcoin", "358391 8a1b66ec")]),
    ("bad-stamp.txt.ots", "7e3717bb", &[("bitcoin", "358391 1bb49db8")]),
    ("empty.ots", "e3b0c442", &[("bitcoin", "129405 db29fdc2")]),
    ("incomplete.txt.ots", "05c4f616", &[("pending", "https://alice.btc.calendar.opentimestamps.org")]),
    ("unknown-notary.txt.ots", "dcc21d1d", &[("unknown", "0102030405060708")]),
    (
        "known-and-unknown-notary.txt.ots",
        "d288b2ee",
        &[("pending", "https://bob.btc.calendar.opentimestamps.org"), ("unknown", "0102030405060708")],
    ),
    (
        "two-calendars.txt.ots",
        "efaa174f",
        &[
            ("pending", "https://alice.btc.calendar.opentimestamps.org"),
            ("pending", "https://bob.btc.calendar.opentimestamps.org"),
        ],
    ),
    (
        "merkle1.txt.ots",
        "d32fee9a",
        &[
            ("pending", "https://alice.btc.calendar.opentimestamps.org"),
            ("pending", "https://bob.btc.calendar.opentimestamps.org"),
        ],
    ),
    (
        "osdsp.txt.ots",
        "397a0083",
        &[
            ("pending", "https://bob.btc.calendar.opentimestamps.org"),
            ("pending", "https://alice.btc.calendar.opentimestamps.org"),
            ("pending", "https://btc.calendar.catallaxy.com"),
            ("bitcoin", "523364 3c4fe7e0"),
            ("pending", "https://finney.calendar.eternitywall.com"),
        ],
    ),
    (
        "a_or_b.ots",
        "f92d74e3",
        &[
            ("pending", "https://finney.calendar.eternitywall.com"),
            ("bitcoin", "466906 40c9303a"),
            ("pending", "https://bob.btc.calendar.opentimestamps.org"),
            ("pending", "https://alice.btc.calendar.opentimestamps.org"),
        ],
    ),
];

#[test]
fn proofs_of_the_javascript_package_are_read_as_the_reference_reads_them() {
    for (name, digest, attestations) in THIRD_PARTY {
        let Some(bytes) = third_party(&format!("opentimestamps/{name}")) else { return };
        let timestamp = one(b"", &bytes, &[]);
        assert!(timestamp.start.unwrap().digest.starts_with(digest), "{name}");
        let mut found: Vec<(&str, String)> = Vec::new();
        for attestation in &timestamp.attestations {
            let root = attestation.merkle_root_reversed.as_deref().map(|root| root[..8].to_owned());
            let what = match attestation.kind {
                AttestationKind::Bitcoin => format!("{} {}", attestation.height.unwrap(), root.unwrap()),
                AttestationKind::Pending => attestation.calendar.clone().unwrap(),
                _ => attestation.tag.clone(),
            };
            found.push((attestation.kind.as_str(), what));
        }
        found.sort();
        let mut expected: Vec<(&str, String)> =
            attestations.iter().map(|(kind, of)| (*kind, (*of).to_owned())).collect();
        expected.sort();
        assert_eq!(found, expected, "{name}");
    }
    let same = real_proofs().into_iter().find(|real| real.name == "hello-world").unwrap();
    assert_eq!(third_party("opentimestamps/hello-world.txt.ots"), Some(same.bytes));
}

// A proof of our own for a real document.

#[test]
fn a_proof_for_the_record_of_a_bundle_is_anchored_but_not_passed_without_a_header() {
    let timestamp = beside_bundle(&own("opentimestamps/own.ots"));
    assert_eq!(whole(&timestamp), (Outcome::NotChecked, "timestamp.header_not_supplied"));
    assert_eq!(
        found(&timestamp),
        [(Outcome::Passed, "timestamp.starts_from_record"), (Outcome::NotChecked, "timestamp.header_not_supplied")]
    );
    assert!(timestamp.sentence.starts_with("Anchored at Bitcoin block 7, header not supplied"));
    assert_eq!(timestamp.start.unwrap().pointer.as_deref(), Some("/canonical_record"));
    let operations: Vec<_> = timestamp.operations.iter().map(|step| (step.op.as_str(), step.after)).collect();
    assert_eq!(
        operations,
        [("append", None), ("sha256", Some(0)), ("prepend", Some(1)), ("sha256", Some(2)), ("sha256", Some(3))]
    );
    assert_eq!(timestamp.attestations[0].merkle_root.as_ref(), Some(&timestamp.operations[4].result));
}

#[test]
fn a_header_that_was_made_in_minutes_does_not_pass() {
    let (document, proof) = (sample(BUNDLE), own("opentimestamps/own.ots"));
    let with = |header: &str| {
        let report = report(&document, std::slice::from_ref(&proof), &[header.to_owned()]);
        (report.timestamps[0].clone(), report.headers[0].clone())
    };
    let (timestamp, header) = with(&own_header());
    assert_eq!(whole(&timestamp), (Outcome::NotChecked, "timestamp.header_easily_made"));
    assert_eq!((header.outcome, header.sentence), (timestamp.outcome, timestamp.sentence));
    let block = header.block.unwrap();
    assert_eq!((block.time.as_str(), block.work_bits), ("2026-01-01T00:00:00Z", Some(32)));
    // In upper case and with a line break it is the same header.
    let spelled = format!(" {}\n", own_header().to_uppercase());
    assert_eq!(whole(&with(&spelled).0), (Outcome::NotChecked, "timestamp.header_easily_made"));

    // A proof that names a block of more work.
    for (height, reason) in [(419_999, "timestamp.header_easily_made"), (420_000, "timestamp.header_too_easy")] {
        let path = &proof[..proof.len() - bitcoin(7).len()];
        let other = one(&document, &[path, &bitcoin(height)].concat(), &[own_header()]);
        assert_eq!(other.reason.as_str(), reason);
    }
    // Other nonce, no work; other target, none at all.
    let mut bytes = hex(&own_header());
    bytes[79] ^= 1;
    let (timestamp, header) = with(&to_hex(&bytes));
    assert_eq!(whole(&timestamp), (Outcome::Failed, "timestamp.header_without_work"));
    assert_eq!((header.outcome, header.reason), (Outcome::Failed, TimestampReason::HeaderWithoutWork));
    for bits in [0x1D01_0000, 0x1E00_FFFF, 0x1D80_FFFF, 0x1C00_00FF, 0x1C00_0000, 0x0200_FFFF, 0xFF7F_FFFF, 0_u32] {
        let mut bytes = hex(&own_header());
        bytes[72..76].copy_from_slice(&bits.to_le_bytes());
        let (timestamp, header) = with(&to_hex(&bytes));
        assert_eq!(whole(&timestamp), (Outcome::Failed, "timestamp.header_target_malformed"), "{bits:x}");
        assert_eq!(header.block.unwrap().work_bits, None);
    }
    // A target that is allowed, but that the hash does not meet.
    let mut bytes = hex(&own_header());
    bytes[72..76].copy_from_slice(&0x1702_9A8A_u32.to_le_bytes());
    assert_eq!(with(&to_hex(&bytes)).0.reason, TimestampReason::HeaderWithoutWork);
}

#[test]
fn of_several_headers_with_one_root_the_best_counts() {
    let mut bytes = hex(&own_header());
    bytes[79] ^= 1;
    let headers = [to_hex(&bytes), "00".to_owned(), own_header(), header(0)];
    let report = report(&sample(BUNDLE), &[own("opentimestamps/own.ots")], &headers);
    assert_eq!(report.timestamps[0].reason, TimestampReason::HeaderEasilyMade);
    assert_eq!(report.timestamps[0].attestations[0].header, Some(2));
    let reasons: Vec<_> = report.headers.iter().map(|header| (header.outcome, header.reason.as_str())).collect();
    assert_eq!(
        reasons,
        [
            (Outcome::Failed, "timestamp.header_without_work"),
            (Outcome::Failed, "timestamp.header_malformed"),
            (Outcome::NotChecked, "timestamp.header_easily_made"),
            (Outcome::Noted, "timestamp.header_unused"),
        ]
    );
    assert_eq!(
        report.headers[1].sentence,
        "Expected a block header of 80 bytes as 160 hexadecimal digits, found 2 characters: “00”."
    );
}

#[test]
fn what_a_proof_starts_from_is_told_apart() {
    let document = sample(BUNDLE);
    let value = common::json(&document);
    let text = |pointer: &str| value.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    let event_id = text("/events/0/event_id");
    let start = |document: &[u8], digest: &str| {
        let timestamp = one(document, &proof(digest, &pending("a")), &[]);
        let start = timestamp.start.unwrap();
        (whole(&Timestamp { start: None, ..timestamp }), start.reason.as_str(), start.pointer)
    };
    let at = |pointer: &str| Some(pointer.to_owned());
    let pending = (Outcome::NotChecked, "timestamp.pending");
    let record = "timestamp.starts_from_record";
    assert_eq!(start(&document, &record_digest()), (pending, record, at("/canonical_record")));
    let noted = |reason| (Outcome::Noted, reason);
    let file = "timestamp.starts_from_file";
    assert_eq!(start(&document, &sha256_hex(&document)), (noted(file), file, None));
    let stated = "timestamp.starts_from_stated";
    let bundle_digest = text("/bundle_signature/bundle_sha256");
    assert_eq!(start(&document, &bundle_digest), (noted(stated), stated, at("/bundle_signature/bundle_sha256")));
    // An identifier states a digest after `sha256:`.
    let (outcome, reason, pointer) = start(&document, event_id.strip_prefix("sha256:").unwrap());
    assert_eq!((outcome, reason), (noted(stated), stated));
    assert!(["/events/0/content_sha256", "/events/0/event_id"].contains(&pointer.unwrap().as_str()));
    let elsewhere = "timestamp.starts_elsewhere";
    assert_eq!(start(&document, &"0".repeat(64)), ((Outcome::Failed, elsewhere), elsewhere, None));

    // A digest that the document states of a record that it does not have.
    let changed = String::from_utf8(document.clone()).unwrap().replacen("\"primary_cat\":", "\"primary_cat\" : ", 1);
    assert_eq!(start(changed.as_bytes(), &record_digest()).1, record, "white space is not the record");
    let mut changed = value.clone();
    changed["canonical_record"]["metadata"]["primary_cat"] = "cs.AI".into();
    let changed = changed.to_string().into_bytes();
    let wrong = "timestamp.starts_from_wrong_digest";
    assert_eq!(start(&changed, &record_digest()).0, (Outcome::Failed, wrong));

    // The same bytes of the record in documents of other types; a document without a record; no document.
    let bare = value["canonical_record"].to_string().into_bytes();
    assert_eq!(start(&bare, &record_digest()), (pending, record, at("")));
    let state = sample("state-1212.1787");
    assert_eq!(
        start(&state, &record_digest()),
        (pending, record, at("/current/record_created/payload/canonical_record"))
    );
    let none = "timestamp.no_record";
    for document in [sample("pith-mirrors"), b"{".to_vec()] {
        assert_eq!(start(&document, &record_digest()), ((Outcome::NotChecked, none), none, None));
        assert_eq!(start(&document, &sha256_hex(&document)).1, file);
    }

    // The same 32 bytes under another hash function are another claim.
    let keccak = [MAGIC, &[0x67], &hex(&record_digest()), &pending_bytes()].concat();
    assert_eq!(one(&document, &keccak, &[]).reason.as_str(), elsewhere);
    // The start may be any of the four digests of the file.
    let sha1 = [MAGIC, &[0x02], &hex("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"), &pending_bytes()].concat();
    assert_eq!(one(b"hello", &sha1, &[]).reason.as_str(), file);
}

fn pending_bytes() -> Vec<u8> {
    pending("https://a.example")
}

#[test]
fn every_operation_gives_what_it_gives() {
    // SHA-1, RIPEMD-160 and Keccak-256 of `abc` by their authors' published test vectors.
    for (name, result) in [
        ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("ripemd160", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
        ("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("keccak256", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
    ] {
        let tag = operation(name)[0];
        let bytes = [MAGIC, &[tag], &hex(result), &pending_bytes()].concat();
        let timestamp = one(b"abc", &bytes, &[]);
        assert_eq!(timestamp.start.unwrap().reason, TimestampReason::StartsFromFile, "{name}");
    }
    let tree: Vec<u8> = ["append 0102", "prepend 03", "reverse", "hexlify", "sha1", "ripemd160", "keccak256", "sha256"]
        .iter()
        .flat_map(|text| operation(text))
        .chain(pending_bytes())
        .collect();
    let zeros = "00".repeat(32);
    let timestamp = one(b"", &proof(&zeros, &tree), &[]);
    let results: Vec<&str> = timestamp.operations.iter().map(|step| step.result.as_str()).collect();
    let hexlified = to_hex(format!("0201{zeros}03").as_bytes());
    assert_eq!(
        results,
        [
            &format!("{zeros}0102"),
            &format!("03{zeros}0102"),
            &format!("0201{zeros}03"),
            &hexlified,
            // By Python’s hashlib and pycryptodomex.
            "38c8b4dea4da63b371006b36d69322405ccf82e0",
            "e553b6c6749841bf3dc35839a67c8cf9977edffb",
            "e283bae27cc239c3355cf328ff4ed87ec2282bd5c6f590f9799d5495a50d39a6",
            "56e5aa01fa496de52bb68a1aab460894e4826a72304f2a6d3a10c1e6087795d7",
        ]
    );
}

#[test]
fn every_attestation_is_named_and_none_passes() {
    let tree = [
        [&[0xFF][..], &pending("https://a.example:8080/x_y-z")].concat(),
        [&[0xFF][..], &attest(LITECOIN, &number(123))].concat(),
        [&[0xFF][..], &attest(ETHEREUM, &number(456))].concat(),
        [&[0xFF][..], &attest("00000000000000ff", b"\x01\x02")].concat(),
        [&[0xFF][..], &operation("append 00"), &bitcoin(800_000)].concat(),
        bitcoin(800_000),
    ];
    let timestamp = beside_bundle(&of_record(&tree.concat()));
    let not_checked = |reason| (Outcome::NotChecked, reason);
    assert_eq!(
        found(&timestamp),
        [
            (Outcome::Passed, "timestamp.starts_from_record"),
            not_checked("timestamp.pending"),
            not_checked("timestamp.other_chain"),
            not_checked("timestamp.other_chain"),
            not_checked("timestamp.unknown_kind"),
            (Outcome::Failed, "timestamp.root_length"),
            not_checked("timestamp.header_not_supplied"),
        ]
    );
    assert_eq!(whole(&timestamp), (Outcome::Failed, "timestamp.root_length"));
    let said: Vec<&str> = timestamp.attestations.iter().map(|found| found.sentence.as_str()).collect();
    assert_eq!(said[0], "A calendar has promised to anchor it, “https://a.example:8080/x_y-z”; no block is named yet.");
    assert_eq!(said[1], "Anchored at Litecoin block 123, which was not checked: this verifier checks Bitcoin only.");
    assert!(said[2].contains("Ethereum block 456"));
    assert!(said[3].contains("00000000000000ff"));
    assert_eq!(timestamp.attestations[3].payload.as_deref(), Some("0102"));
    assert_eq!(
        said[4],
        "The proof cannot lead to Bitcoin block 800000: expected a merkle root of 32 bytes, found a message of 33."
    );
    assert_eq!(timestamp.attestations[4].after, Some(0));
    assert_eq!(timestamp.attestations[5].after, None);
}

// Hostile proofs.

/// A tree of so many operations after each other.
fn deep(depth: usize) -> Vec<u8> {
    [vec![0x08; depth], bitcoin(1)].concat()
}

/// The proof that is refused, the reason, and the sentence unless it is like one before.
type Refusal = (Vec<u8>, &'static str, String);

fn refusals() -> Vec<Refusal> {
    [refusals_of_form(), refusals_of_size()].concat()
}

fn refusals_of_form() -> Vec<Refusal> {
    let end = MAGIC.len() + 1 + 32;
    let at = |text: &str, offset: usize| format!("{text}, at byte {offset} of the proof.");
    let record = |tree: &[u8]| of_record(tree);
    let magic = "Expected the first 31 bytes of an OpenTimestamps proof, found something else";
    vec![
        (b"".to_vec(), "timestamp.not_a_proof", at(magic, 0)),
        (b"\x00OpenTimestamps\x00\x01".to_vec(), "timestamp.not_a_proof", at(magic, 16)),
        (
            [&MAGIC[..31], b"\x02"].concat(),
            "timestamp.version_unknown",
            at("Expected version 1 of the format, found version 2", 31),
        ),
        (
            [MAGIC, b"\xF2"].concat(),
            "timestamp.hash_unknown",
            at("Expected SHA-1, RIPEMD-160, SHA-256 or Keccak-256, found the byte 0xf2", 32),
        ),
        (
            record(b""),
            "timestamp.truncated",
            at("Expected more of the proof, found its end, 0 bytes after the last whole part", end),
        ),
        (
            record(b"\x04"),
            "timestamp.operation_unknown",
            at("Expected a known operation, an attestation or a branch, found the byte 0x04", end),
        ),
        // The experimental operation on points of a curve.
        (record(b"\x09"), "timestamp.operation_unknown", String::new()),
        (
            record(b"\xFF\xFF\x08"),
            "timestamp.empty_fork",
            at("Expected a branch after the byte 0xff, found another 0xff", end + 1),
        ),
        (
            record(b"\xF0\x00"),
            "timestamp.argument_length",
            at("Expected an argument of 1 to 4096 bytes, found one of 0", end + 1),
        ),
        (record(b"\xF1\x81\x20"), "timestamp.argument_length", String::new()),
        (
            record(&[&[0xF0][..], &block(&[0; 4065])].concat()),
            "timestamp.message_too_long",
            at("Expected an operation whose result has at most 4096 bytes, found one of 4097", end),
        ),
        (record(&[&[0xF0][..], &block(&[0; 2017]), b"\xF3"].concat()), "timestamp.message_too_long", String::new()),
        (record(&[0xF3; 8]), "timestamp.message_too_long", String::new()),
        (
            record(b"\xF0\x80\x80\x80\x80\x10"),
            "timestamp.number_too_large",
            at("Expected a number below 2^32, found a larger one", end + 1),
        ),
        (record(&[&[0xF0][..], &[0xFF; 1000]].concat()), "timestamp.number_too_large", String::new()),
        (
            record(b"\xF0\x81\x00\x00"),
            "timestamp.number_not_shortest",
            at("Expected a number in as few bytes as possible, found one in 2 bytes", end + 1),
        ),
        (record(&attest(BITCOIN, b"\x80\x00")), "timestamp.number_not_shortest", String::new()),
        (record(&attest(BITCOIN, b"")), "timestamp.truncated", String::new()),
        (
            record(&attest("0000000000000000", &[0; 8193])),
            "timestamp.payload_too_long",
            at("Expected an attestation of at most 8192 bytes, found one of 8193", end + 9),
        ),
        (
            record(&attest(BITCOIN, b"\x07\x00")),
            "timestamp.payload_not_used_up",
            at("Expected the end of the attestation, found 1 more bytes in it", end + 11),
        ),
        (record(&attest(PENDING, b"\x01ab")), "timestamp.payload_not_used_up", String::new()),
        (record(&attest(PENDING, b"\x03ab")), "timestamp.truncated", String::new()),
        (
            record(&pending(&"a".repeat(1001))),
            "timestamp.calendar_too_long",
            at("Expected the address of a calendar in at most 1000 bytes, found one of 1001", end + 11),
        ),
        (
            record(&pending("https://a.example/?x")),
            "timestamp.calendar_character",
            at("Expected letters, digits and - . _ / : in the address of a calendar, found the byte 0x3f", end + 29),
        ),
        (record(&pending("https://user@a.example")), "timestamp.calendar_character", String::new()),
        (record(&pending("https://\u{202e}")), "timestamp.calendar_character", String::new()),
        (record(&attest(PENDING, b"\x01\x00")), "timestamp.calendar_character", String::new()),
        (
            record(&[bitcoin(7), bitcoin(8)].concat()),
            "timestamp.trailing_bytes",
            at("Expected the end of the proof, found 11 more bytes", end + 11),
        ),
    ]
}

/// The same for what is more than is allowed.
fn refusals_of_size() -> Vec<Refusal> {
    let end = MAGIC.len() + 1 + 32;
    let at = |text: &str, offset: usize| format!("{text}, at byte {offset} of the proof.");
    let record = |tree: &[u8]| of_record(tree);
    let branches = |count: usize, branch: &[u8]| [branch.repeat(count), bitcoin(1)].concat();
    let long = [&[0xF0][..], &block(&[0; 2016])].concat();
    let hexlified = [&[0xFF, 0xF3][..], &bitcoin(1)].concat();
    vec![
        (vec![0; (256 << 10) + 1], "timestamp.limit_bytes", "Expected at most 262144 bytes, found 262145.".to_owned()),
        (
            record(&deep(256)),
            "timestamp.limit_depth",
            at("Expected at most 255 operations after each other, found 256", end + 255),
        ),
        (record(&deep(100_000)), "timestamp.limit_depth", String::new()),
        (record(&[0xFF, 0x08].repeat(100_000)), "timestamp.limit_depth", String::new()),
        (
            record(&branches(5_001, &[&[0xFF, 0x08][..], &bitcoin(1)].concat())),
            "timestamp.limit_attestations",
            at("Expected at most 1000 attestations, found 1001", end + 13 * 1_000 + 2),
        ),
        (record(&branches(1_000, &[&[0xFF][..], &bitcoin(1)].concat())), "timestamp.limit_attestations", String::new()),
        (
            record(&branches(900, &[&[0xFF][..], &[0x08; 6], &bitcoin(1)].concat())),
            "timestamp.limit_operations",
            at("Expected at most 5000 operations, found 5001", end + 833 * 18 + 3),
        ),
        (
            record(&[long, branches(256, &hexlified)].concat()),
            "timestamp.limit_messages",
            at(
                "Expected at most 1048576 bytes in the results of all operations, found 1050624",
                end + 2019 + 255 * 13 + 1,
            ),
        ),
    ]
}

#[test]
fn hostile_proofs_are_refused_by_name() {
    for (bytes, reason, sentence) in refusals() {
        let timestamp = beside_bundle(&bytes);
        assert_eq!(whole(&timestamp), (Outcome::Failed, reason));
        assert!(timestamp.start.is_none() && timestamp.operations.is_empty() && timestamp.attestations.is_empty());
        assert!(timestamp.offset.is_some_and(|offset| offset <= bytes.len()));
        assert!(timestamp.hint.is_some_and(|hint| !hint.is_empty()));
        assert!(sentence.is_empty() || timestamp.sentence == sentence, "{}", timestamp.sentence);
    }
}

#[test]
fn as_much_as_is_allowed_is_read() {
    let branches = |count: usize, branch: &[u8]| [branch.repeat(count), bitcoin(1)].concat();
    let long = [&[0xF0][..], &block(&[0; 2016])].concat();
    let hexlified = [&[0xFF, 0xF3][..], &bitcoin(1)].concat();
    for (tree, operations, attestations) in [
        (deep(255), 255, 1),
        (branches(999, &[&[0xFF][..], &bitcoin(1)].concat()), 0, 1_000),
        (branches(833, &[&[0xFF][..], &[0x08; 6], &bitcoin(1)].concat()), 4_998, 834),
        ([long, branches(255, &hexlified)].concat(), 256, 256),
        ([&[0xF0][..], &block(&[0; 4064]), &bitcoin(1)].concat(), 1, 1),
        (attest("0000000000000000", &[0; 8192]), 0, 1),
        (pending(&"a".repeat(1000)), 0, 1),
        (pending(""), 0, 1),
        (bitcoin(u32::MAX as usize), 0, 1),
    ] {
        let timestamp = beside_bundle(&of_record(&tree));
        assert_eq!(timestamp.offset, None, "{}", timestamp.sentence);
        assert_eq!((timestamp.operations.len(), timestamp.attestations.len()), (operations, attestations));
    }
}

#[test]
fn more_proofs_and_headers_than_allowed_are_refused_one_by_one() {
    let proofs = vec![own("opentimestamps/own.ots"); 33];
    let headers = vec![own_header(); 101];
    let report = report(&sample(BUNDLE), &proofs, &headers);
    assert_eq!(report.timestamps[31].reason, TimestampReason::HeaderEasilyMade);
    assert_eq!(report.timestamps[32].sentence, "Expected at most 32 proofs, found 33.");
    assert_eq!(whole(&report.timestamps[32]), (Outcome::Failed, "timestamp.limit_proofs"));
    assert_eq!(report.headers[99].reason, TimestampReason::HeaderUnused);
    assert_eq!(report.headers[100].reason, TimestampReason::LimitHeaders);
    assert_eq!(report.headers[100].sentence, "Expected at most 100 block headers, found 101.");
}

#[test]
fn a_proof_cut_anywhere_is_refused() {
    let mut proofs: Vec<Vec<u8>> = real_proofs().into_iter().map(|real| real.bytes).collect();
    proofs.push(own("opentimestamps/own.ots"));
    for bytes in proofs {
        for end in 0..bytes.len() {
            let timestamp = one(b"", &bytes[..end], &[]);
            let expected = if end < 31 { "timestamp.not_a_proof" } else { "timestamp.truncated" };
            assert_eq!(whole(&timestamp), (Outcome::Failed, expected), "{end}");
            assert_eq!(timestamp.offset, Some(end));
        }
    }
}

/// With every bit of the proof changed: the start is the record's only when its digest was not touched, and a header
/// goes with an attestation only when no byte of the path was.
#[test]
fn a_proof_with_a_changed_bit_gains_nothing() {
    let (document, bytes) = (sample(BUNDLE), own("opentimestamps/own.ots"));
    let digest_end = MAGIC.len() + 1 + 32;
    let path_end = bytes.len() - bitcoin(7).len();
    // Bits of the height, which no header holds, are the last seven.
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let timestamp = one(&document, &changed, &[own_header()]);
        assert_ne!(timestamp.outcome, Outcome::Passed, "{bit}");
        if bit / 8 < digest_end {
            assert_eq!(timestamp.outcome, Outcome::Failed, "{bit}");
        }
        let borne_out = timestamp.attestations.iter().any(|found| found.header.is_some());
        assert_eq!(borne_out, bit / 8 == bytes.len() - 1 && bit % 8 != 7, "{bit} of {path_end}");
    }
}

#[test]
fn a_proof_changes_nothing_that_is_said_of_the_document() {
    let proofs = [own("opentimestamps/own.ots"), b"no proof".to_vec(), real_proofs().remove(2).bytes];
    let headers = [own_header(), header(881_423), "no header".to_owned()];
    let mut documents: Vec<Vec<u8>> = SAMPLES.iter().map(|name| sample(name)).collect();
    documents.extend([b"".to_vec(), b"{}".to_vec(), b"[]".to_vec()]);
    for document in documents {
        let with = report(&document, &proofs, &headers);
        assert_eq!((with.timestamps.len(), with.headers.len()), (3, 3));
        let mut with = serde_json::to_value(with).unwrap();
        let without = serde_json::to_value(verify(&document, &Options::default())).unwrap();
        with["timestamps"] = serde_json::json!([]);
        with["headers"] = serde_json::json!([]);
        assert_eq!(with, without);
    }
}

/// Every reason is found in some report, but the one that only the tests in `src/timestamp.rs` reach: no proof is
/// known that starts from the record of a document and ends in a real block.
#[test]
fn every_reason_has_a_vector() {
    let (bundle, mine, real) = (sample(BUNDLE), own("opentimestamps/own.ots"), real_proofs().remove(2));
    let mut too_easy = mine.clone();
    too_easy.truncate(mine.len() - bitcoin(7).len());
    too_easy.extend(bitcoin(420_000));
    let mut without_work = hex(&own_header());
    without_work[79] ^= 1;
    let mut malformed = hex(&own_header());
    malformed[75] = 0xFF;
    let value = common::json(&bundle);
    let stated = value["bundle_signature"]["bundle_sha256"].as_str().unwrap();
    let mut changed = value.clone();
    changed["canonical_record"]["metadata"]["primary_cat"] = "cs.AI".into();
    let mut reports = vec![
        report(&bundle, &vec![mine.clone(); 33], &vec![header(0); 101]),
        report(&bundle, &[mine.clone(), too_easy], &[own_header()]),
        report(&bundle, std::slice::from_ref(&mine), &[to_hex(&without_work), to_hex(&malformed), "00".to_owned()]),
        report(&bundle, std::slice::from_ref(&mine), &[to_hex(&malformed)]),
        report(
            &bundle,
            &[mine, proof(stated, &attest(LITECOIN, b"\x01")), of_record(&attest("0000000000000000", b""))],
            &[],
        ),
        report(&bundle, &[of_record(&[&operation("append 00")[..], &bitcoin(1)].concat())], &[]),
        report(changed.to_string().as_bytes(), &[of_record(&pending_bytes())], &[]),
        report(&bundle, std::slice::from_ref(&real.bytes), &[]),
        report(b"", std::slice::from_ref(&real.bytes), &[]),
        report(&real.file, std::slice::from_ref(&real.bytes), &[header(881_423)]),
    ];
    reports.extend(refusals().iter().map(|(bytes, ..)| report(b"", std::slice::from_ref(bytes), &[])));
    let mut seen = BTreeSet::new();
    for report in reports {
        seen.extend(report.headers.iter().map(|header| header.reason));
        for timestamp in report.timestamps {
            seen.insert(timestamp.reason);
            seen.extend(timestamp.start.iter().map(|start| start.reason));
            seen.extend(timestamp.attestations.iter().map(|found| found.reason));
        }
    }
    let missing: Vec<_> = TimestampReason::ALL.iter().filter(|reason| !seen.contains(reason)).collect();
    assert_eq!(missing, [&TimestampReason::Anchored]);
}

// The command line.

#[test]
fn the_command_line_takes_proofs_and_headers() {
    let document = format!("samples/{BUNDLE}.json");
    let (ots, header) = ("vectors/opentimestamps/own.ots", own_header());
    let output = run(&["verify", "--ots", ots, "--header", &header, &document]);
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("verified"), "{text}");
    for line in [
        "   -  timestamp vectors/opentimestamps/own.ots\n",
        "       The proof starts from the digest of the canonical record at /canonical_record, computed again",
        "   -  attestation, bitcoin\n       Anchored at Bitcoin block 7, and a supplied header has the merkle root",
        "   -  block header 000000007a2c3932adebb73a5fb492804e526f90a069600837691c0ffe6cf8b5\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let output = run(&["verify", "--format", "json", "--ots", ots, &document]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["verdict"]["word"], VerdictWord::Verified.as_str());
    assert_eq!(report["timestamps"][0]["name"], ots);
    assert_eq!(report["timestamps"][0]["outcome"], "not_checked");
    assert_eq!(report["headers"], serde_json::json!([]));

    // A file that is no proof, or about something else, is what the exit code says.
    assert_eq!(run(&["verify", "--ots", &document, &document]).status.code(), Some(1));
    assert_eq!(run(&["verify", "--ots", ots, "samples/bundle-1411.1958.json"]).status.code(), Some(1));
    // Also beside a file that is no document.
    let output = run(&["verify", "--ots", ots, ots]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("What the proof starts from was not compared"));
}

#[test]
fn wrong_usage_of_proofs_is_said() {
    let (document, ots) = (format!("samples/{BUNDLE}.json"), "vectors/opentimestamps/own.ots");
    for (args, says) in [
        (
            vec!["--ots", ots, &document, "samples/pith-mirrors.json"],
            "--ots goes with exactly one document, found 2; verify each document with its own proofs",
        ),
        (vec!["--ots", "nowhere.ots", &document], "cannot open the proof nowhere.ots"),
        (vec!["--ots", "-", "-"], "standard input can be read once only"),
        (vec!["--header", "00", &document], "--ots <PROOF>"),
    ] {
        let output = run(&[&["verify"], args.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty());
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(says), "{args:?}: {error}");
    }
}
