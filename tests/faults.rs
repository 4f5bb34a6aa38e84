//! One fault per vector, each made from a published document by one change, with what must be said.
//!
//! `tests/vectors/faults/<area>/<fault>.json` are the documents, `.expect` beside each is the verdict and
//! every check that did not pass, with its sentence verbatim. Both are written by this test when
//! `PITH_UPDATE=1`, and read by it otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use common::{check, json, sample, tests};
use pith_verifier::{CheckName, Outcome, Reason, Report, VerdictWord, canonicalize, sha256_hex};
use serde_json::{Value, json};

type Change = fn(&mut Value);

/// The registry's signature over the canonical record of the first bundle.
const RECEIPT: &str = "di2afn/Zo4zxyaPDjVBOYBzWj7l9aU6a+o77ciEKL3iIFl+765OlnwvD/MeYQT4TH3T5+6EKTUDDnKnxb0ksCg==";

const BUNDLE: &str = "bundle-1212.1787";
const RECORD: &str = "record-2101.05782";
const STATE: &str = "state-1212.1787";
const GRAPH: &str = "graph-1706.00337";
const MIRRORS: &str = "pith-mirrors";

/// Area and fault, the document it is made from, the change.
const FAULTS: &[(&str, &str, Change)] = &[
    ("document/unknown-type", RECORD, |d| d["record_type"] = json!("pith_number_record_2")),
    ("document/unknown-version", RECORD, |d| d["schema_version"] = json!("2.0")),
    ("document/version-missing", BUNDLE, |d| remove(d, "bundle_version")),
    ("document/type-missing", BUNDLE, |d| remove(d, "bundle_type")),
    ("record/canonical-record-missing", RECORD, |d| remove(d, "canonical_record")),
    ("record/canonical-record-not-an-object", RECORD, |d| d["canonical_record"] = json!([])),
    ("record/canonical-record-changed", RECORD, |d| d["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI")),
    ("record/digest-changed", RECORD, |d| d["canonical_sha256"] = json!("0".repeat(64))),
    ("record/digest-upper-case", RECORD, |d| {
        d["canonical_sha256"] = json!(text(&d["canonical_sha256"]).to_uppercase());
    }),
    ("record/digest-with-slashes-escaped", RECORD, |d| {
        let canonical = canonicalize(d["canonical_record"].to_string().as_bytes()).unwrap();
        let written = String::from_utf8(canonical).unwrap().replace('/', "\\/");
        d["canonical_sha256"] = json!(sha256_hex(written.as_bytes()));
    }),
    ("record/digest-with-a-line-feed", RECORD, |d| {
        let canonical = canonicalize(d["canonical_record"].to_string().as_bytes()).unwrap();
        d["canonical_sha256"] = json!(sha256_hex(&[canonical, b"\n".to_vec()].concat()));
    }),
    ("record/version-with-a-point", RECORD, |d| d["canonical_record"]["source"]["version"] = json!(1.0)),
    ("record/title-with-spaces-around", RECORD, |d| {
        d["paper"]["title"] = json!(format!(" {} ", text(&d["paper"]["title"])));
    }),
    ("record/digest-missing", RECORD, |d| remove(d, "canonical_sha256")),
    ("record/digest-a-number", RECORD, |d| d["canonical_sha256"] = json!(0)),
    ("record/number-of-another-year", RECORD, |d| swap(&mut d["pith_number"], "2021", "2022")),
    ("record/short-number-changed", RECORD, |d| d["short_pith_number"] = json!("pith:GGIZJD5R")),
    ("record/alias-changed", RECORD, |d| d["aliases"][2]["alias_value"] = json!("10.48550/arxiv.2101.05783")),
    ("record/alias-of-unknown-kind", RECORD, |d| d["aliases"][0]["alias_kind"] = json!("isbn")),
    ("record/source-of-another-version", RECORD, |d| d["source"]["version"] = json!(2)),
    ("record/source-version-a-double", RECORD, |d| d["source"]["version"] = json!(1.0)),
    ("record/title-changed", RECORD, |d| d["paper"]["title"] = json!("Another title")),
    ("record/title-in-other-case", RECORD, |d| {
        d["paper"]["title"] = json!(text(&d["paper"]["title"]).to_uppercase());
    }),
    ("record/title-missing", RECORD, |d| remove(&mut d["paper"], "title")),
    ("record/abstract-of-another-paper", RECORD, |d| d["paper"]["abstract_excerpt"] = json!("We prove something.")),
    ("record/events-of-its-own", RECORD, |d| d["events"] = json!([{"event_type": "correction"}])),
    ("record/year-not-a-year", RECORD, |d| d["canonical_record"]["metadata"]["submitted_at"] = json!("today")),
    ("record/schema-version-unknown", RECORD, |d| d["canonical_record"]["schema_version"] = json!("9.9")),
    ("receipt/missing", RECORD, |d| remove(d, "receipt")),
    ("receipt/null", RECORD, |d| d["receipt"] = json!(null)),
    ("signature/missing", RECORD, |d| remove(&mut d["receipt"], "signature_b64")),
    ("signature/null", RECORD, |d| d["receipt"]["signature_b64"] = json!(null)),
    ("signature/without-padding", RECORD, |d| swap(&mut d["receipt"]["signature_b64"], "==", "")),
    ("signature/another", RECORD, |d| swap(&mut d["receipt"]["signature_b64"], "PSmH", "PSmI")),
    ("signature/status-missing", RECORD, |d| remove(&mut d["receipt"], "signature_status")),
    ("signature/status-unknown", RECORD, |d| d["receipt"]["signature_status"] = json!("unsigned")),
    ("signature/algorithm-unknown", RECORD, |d| d["receipt"]["algorithm"] = json!("ed448")),
    ("signature/of-another-slot", RECORD, |d| d["receipt"]["signed_message"] = json!("bundle_sha256_bytes")),
    ("signature/of-an-unknown-slot", RECORD, |d| d["receipt"]["signed_message"] = json!("record_sha512_bytes")),
    ("signature/by-an-unknown-key", RECORD, |d| {
        d["receipt"]["key_id"] = json!("pith-v9-2099-01");
        d["receipt"]["public_key_fingerprint"] = json!("00000000000000000000000000000000");
    }),
    ("signature/fingerprint-changed", RECORD, |d| {
        d["receipt"]["public_key_fingerprint"] = json!("8d4b5ee74e4693bcd1df2446408b0d55");
    }),
    ("signature/key-renamed", RECORD, |d| d["receipt"]["key_id"] = json!("pith-v2-2027-01")),
    ("signature/transplanted", BUNDLE, |d| {
        d["events"][1]["signature"]["signature_b64"] = d["events"][0]["signature"]["signature_b64"].clone();
    }),
    ("bundle/signature-missing", BUNDLE, |d| remove(d, "bundle_signature")),
    ("bundle/digest-changed", BUNDLE, |d| d["bundle_signature"]["bundle_sha256"] = json!("f".repeat(64))),
    ("bundle/link-changed", BUNDLE, |d| d["links"]["bundle"] = json!("https://example.org/")),
    ("bundle/member-added", BUNDLE, |d| d["note"] = json!("added")),
    ("bundle/events-missing", BUNDLE, |d| remove(d, "events")),
    ("bundle/timestamp-proof", BUNDLE, |d| d["timestamp_proofs"] = json!(["proof"])),
    ("bundle/source-time-changed", BUNDLE, |d| d["source_aliases"][0]["created_at"] = json!("2027-01-01T00:00:00Z")),
    ("bundle/state-missing", BUNDLE, |d| remove(d, "state")),
    ("bundle/state-of-another-type", BUNDLE, |d| d["state"]["state_type"] = json!("foo")),
    ("bundle/merge-version-missing", BUNDLE, |d| remove(d, "merge_version")),
    ("bundle/aliases-an-object", BUNDLE, |d| d["source_aliases"] = json!({})),
    ("bundle/keys-an-object", BUNDLE, |d| d["public_keys"] = json!({})),
    ("event/list-an-object", BUNDLE, |d| *d = json!({"events": {"0": d["events"][0], "1": d["events"][1]}})),
    ("event/snapshot-null", BUNDLE, |d| d["events"][1]["payload"]["graph_snapshot"] = json!(null)),
    ("event/not-an-object", BUNDLE, |d| d["events"][1] = json!("event")),
    ("event/type-missing", BUNDLE, |d| remove(&mut d["events"][1], "event_type")),
    ("event/of-another-number", BUNDLE, |d| {
        swap(&mut d["events"][1]["subject_pith_number"], "pith:2012:BZ", "pith:2012:CZ");
    }),
    ("event/identifier-without-prefix", BUNDLE, |d| swap(&mut d["events"][0]["event_id"], "sha256:", "")),
    ("event/signature-missing", BUNDLE, |d| remove(&mut d["events"][0], "signature")),
    ("event/signer-missing", BUNDLE, |d| remove(&mut d["events"][0], "signer")),
    ("event/signer-renamed", BUNDLE, |d| d["events"][0]["signer"]["key_id"] = json!("somebody")),
    ("event/title-changed", BUNDLE, |d| {
        d["events"][1]["payload"]["graph_snapshot"]["paper"]["title"] = json!("Another title");
    }),
    ("event/payload-a-string", BUNDLE, |d| d["events"][0]["payload"] = json!("payload")),
    ("event/of-unknown-type", BUNDLE, |d| d["events"][1]["event_type"] = json!("correction")),
    ("section/digest-changed", GRAPH, |d| d["claims"]["snapshot_sha256"] = json!("0".repeat(64))),
    ("section/digest-missing", GRAPH, |d| remove(&mut d["claims"], "snapshot_sha256")),
    ("section/not-empty", GRAPH, |d| d["claims"]["items"] = json!([{"claim": 1}])),
    ("section/counted-not-listed", GRAPH, |d| d["author_claims"]["count"] = json!(3)),
    ("section/integrity-findings-changed", RECORD, |d| d["graph_snapshot"]["integrity"]["findings"] = json!([1])),
    ("section/integrity-unavailable", RECORD, |d| {
        d["graph_snapshot"]["integrity"] = json!({"available": false, "findings": []});
    }),
    ("section/digest-null-where-not-empty", GRAPH, |d| {
        d["claims"]["items"] = json!([{"claim": 1}]);
        d["claims"]["snapshot_sha256"] = json!(null);
    }),
    ("section/integrity-detectors-missing", RECORD, |d| remove(&mut d["graph_snapshot"]["integrity"], "detectors_run")),
    ("state/digest-changed", STATE, |d| d["state_sha256"] = json!("0".repeat(64))),
    ("state/count-changed", STATE, |d| d["valid_event_count"] = json!(3)),
    ("state/count-missing", STATE, |d| remove(d, "equivocation_count")),
    ("state/applied-in-another-order", STATE, |d| d["applied_event_ids"].as_array_mut().unwrap().reverse()),
    ("state/of-another-number", STATE, |d| d["pith_number"] = json!("pith:2012:AAAAAAAAAAAAAAAAAAAAAAAAAA")),
    ("state/merge-unknown", STATE, |d| d["merge_version"] = json!("another-merge-v2")),
    ("state/entry-changed-in-bundle", BUNDLE, |d| d["state"]["current"]["record_created"]["target"] = json!("graph")),
    ("state/linked-event-in-bundle", BUNDLE, |d| d["events"][1]["supersedes"] = json!(["sha256:00"])),
    ("key/spellings-differ", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["public_key_b64"] = json!("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }),
    ("key/fingerprint-changed", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["fingerprint_sha256_hex"] = json!("8d4b5ee74e4693bcd1df2446408b0d55");
    }),
    ("key/of-small-order", MIRRORS, |d| d["mirrors"][0]["public_key"]["public_key_hex"] = json!("0".repeat(64))),
    ("key/in-base64-only", MIRRORS, |d| remove(&mut d["mirrors"][0]["public_key"], "public_key_hex")),
    ("key/without-spelling", MIRRORS, |d| {
        remove(&mut d["mirrors"][0]["public_key"], "public_key_hex");
        remove(&mut d["mirrors"][0]["public_key"], "public_key_b64");
    }),
    ("key/without-fingerprint", MIRRORS, |d| remove(&mut d["mirrors"][0]["public_key"], "fingerprint_sha256_hex")),
    ("key/algorithm-unknown", MIRRORS, |d| d["mirrors"][0]["public_key"]["algorithm"] = json!("rsa")),
    ("key/of-somebody-else", MIRRORS, |d| {
        let key = &mut d["mirrors"][0]["public_key"];
        key["key_id"] = json!("somebody");
        key["public_key_hex"] = json!("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        key["public_key_b64"] = json!("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        key["fingerprint_sha256_hex"] = json!("21fe31dfa154a261626bf854046fd227");
        key["fingerprint_sha256_b32_first128bits"] = json!("EH7DDX5BKSRGCYTL7BKAI36SE4");
    }),
    ("integrity/signature-malformed", GRAPH, |d| *d = integrity("no signature")),
    ("integrity/key-unknown", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["signing_key_id"] = json!("somebody");
    }),
    ("integrity/nothing-signed", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(&mut d["events"][0], "payload");
        remove(&mut d["events"][0], "payload_sha256");
    }),
    ("integrity/events-missing", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(d, "events");
    }),
    ("integrity/events-an-object", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"] = json!({"0": d["events"][0]});
    }),
    ("integrity/events-empty", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"] = json!([]);
    }),
    ("integrity/section-missing", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(d, "integrity");
    }),
    ("integrity/section-null", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["integrity"] = json!(null);
    }),
    ("integrity/schema-only", GRAPH, |d| {
        *d = json!({"schema": "https://pith.science/schemas/pith-integrity/v1.json"});
    }),
    ("integrity/findings-changed", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["integrity"]["findings"] = json!([{"finding": "added"}]);
    }),
    ("integrity/member-added", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["pith_number"] = json!("pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ");
    }),
    ("integrity/event-not-an-object", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0] = json!("event");
    }),
    ("integrity/event-of-another-type", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["event_type"] = json!("pith.integrity.v2");
    }),
    ("integrity/event-revoked", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["revoked"] = json!(true);
        d["events"][0]["event_id"] = json!("1");
    }),
    ("integrity/payload-missing", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(&mut d["events"][0], "payload");
    }),
    ("integrity/digest-missing", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(&mut d["events"][0], "payload_sha256");
    }),
    ("integrity/digest-malformed", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["payload_sha256"] = json!("0E788AD7");
    }),
    ("integrity/digest-changed", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["payload_sha256"] = json!("f".repeat(64));
    }),
    ("integrity/key-missing", GRAPH, |d| {
        *d = integrity(RECEIPT);
        remove(&mut d["events"][0], "signing_key_id");
    }),
    // The registry's receipt passed off as an integrity event: digest and signature hold.
    ("integrity/receipt-passed-off", GRAPH, |d| {
        *d = integrity(RECEIPT);
        d["events"][0]["payload"] = json(&sample(BUNDLE))["canonical_record"].clone();
    }),
    // A signature by the registry over this digest, with a payload that does not have it.
    ("integrity/payload-not-established", GRAPH, |d| {
        *d = integrity(RECEIPT);
    }),
];

fn integrity(signature: &str) -> Value {
    json!({
        "schema": "https://pith.science/schemas/pith-integrity/v1.json",
        "integrity": {"findings": [], "detectors_run": [],
            "snapshot_sha256": "c28c3603d3b5d939e8dc4c7e95fa8dfce3d595e45f758748cecf8e644a296938"},
        "events": [{"event_id": 1, "event_type": "pith.integrity.v1", "payload": {"finding": 1},
            "payload_sha256": "0e788ad726080401ee8abc0ce4973d96738d40b9caf778c360b1330a7d7780af",
            "signature_b64": signature, "signing_key_id": "pith-v1-2026-05", "created_at": "2026-06-01T00:00:00Z"}],
    })
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn remove(object: &mut Value, member: &str) {
    object.as_object_mut().unwrap().shift_remove(member).unwrap();
}

fn swap(value: &mut Value, from: &str, to: &str) {
    let changed = text(value).replacen(from, to, 1);
    assert_ne!(changed, text(value));
    *value = json!(changed);
}

/// The verdict and every check that did not pass.
fn said(report: &Report) -> String {
    let mut said = format!("{}: {}\n", report.verdict.word.as_str(), report.verdict.sentence);
    if let Some(refusal) = &report.refusal {
        writeln!(said, "{}: {} {}", refusal.reason.as_str(), refusal.sentence, refusal.hint).unwrap();
    }
    for check in report.checks.iter().filter(|check| check.outcome != Outcome::Passed) {
        let (outcome, name, reason) = (check.outcome.as_str(), check.name.as_str(), check.reason.as_str());
        writeln!(said, "{outcome} {name} {reason} {}\n    {}", check.pointer, check.sentence).unwrap();
        if let Some(hint) = &check.hint {
            writeln!(said, "    {hint}").unwrap();
        }
        if let Some(diagnosis) = &check.diagnosis {
            writeln!(said, "    Why: {}\n    {}", diagnosis.sentence, diagnosis.hint).unwrap();
        }
    }
    said
}

#[test]
fn each_fault_is_named_in_these_words() {
    let update = std::env::var_os("PITH_UPDATE").is_some();
    let folder = tests().join("vectors/faults");
    let mut names = BTreeSet::new();
    for (name, source, change) in FAULTS {
        assert!(names.insert(*name), "{name} stands twice");
        let mut document = json(&sample(source));
        change(&mut document);
        let document = document.to_string();
        let said = said(&check(document.as_bytes()));
        let (file, expect) = (folder.join(format!("{name}.json")), folder.join(format!("{name}.expect")));
        if update {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &document).unwrap();
            std::fs::write(&expect, &said).unwrap();
        }
        let stored =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}; run with PITH_UPDATE=1"));
        assert!(stored == document, "{name}.json is stale");
        assert_eq!(std::fs::read_to_string(&expect).unwrap(), said, "{name}");
    }
    println!("{} faults", names.len());
}

/// None of these changes may leave a document `verified`, but for those that nothing covers.
#[test]
fn no_fault_goes_unnoticed() {
    let harmless = [
        "record/alias-of-unknown-kind",
        "record/title-in-other-case",
        "record/events-of-its-own",
        "section/integrity-unavailable",
    ];
    for (name, source, change) in FAULTS {
        let mut document = json(&sample(source));
        change(&mut document);
        let word = check(document.to_string().as_bytes()).verdict.word;
        assert_eq!(word == VerdictWord::Verified, harmless.contains(name), "{name}: {word:?}");
    }
}

/// Every kind of check and every reason of a check stands in some vector or sample.
#[test]
fn every_reason_has_a_vector() {
    let mut documents: Vec<Vec<u8>> = common::SAMPLES.iter().map(|name| sample(name)).collect();
    for (_, source, change) in FAULTS {
        let mut document = json(&sample(source));
        change(&mut document);
        documents.push(document.to_string().into_bytes());
    }
    documents.push(json(&sample(BUNDLE))["canonical_record"].to_string().into_bytes());
    let (mut names, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for document in &documents {
        let report = check(document);
        names.extend(report.checks.iter().map(|check| check.name));
        reasons.extend(report.checks.iter().map(|check| check.reason));
        reasons.extend(report.refusal.map(|refusal| refusal.reason));
    }
    let missing_names: Vec<_> = CheckName::ALL.iter().filter(|name| !names.contains(name)).collect();
    assert!(missing_names.is_empty(), "{missing_names:?}");
    // The reader's reasons and the limits are in `vectors.rs` and `limits.rs`; a taken identifier and
    // equivocation need a signer and are in `samples.rs`.
    let elsewhere = |reason: &Reason| {
        let text = reason.as_str();
        text.starts_with("json.")
            || text.starts_with("limit.")
            // `reproduce.rs` has each of them.
            || text.starts_with("report.")
            // `ring.rs` has each of these: they need a key ring with terms.
            || matches!(reason, Reason::KeyInWindow | Reason::KeyOutsideWindow | Reason::KeyWindowUnproven)
            || matches!(reason, Reason::KeyTimeContradicted | Reason::KeyRetired | Reason::KeyRevoked)
            || matches!(reason, Reason::KeyIdTaken | Reason::EquivocationFound)
    };
    let missing: Vec<_> = Reason::ALL.iter().filter(|reason| !reasons.contains(reason) && !elsewhere(reason)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
