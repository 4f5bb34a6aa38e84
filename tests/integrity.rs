//! Integrity documents: what of them is signed, what is our reading, and what nobody has published.
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

use common::builder::{Bundle, Event, Signer, digest, integrity_document, integrity_event, registry, trusting};
use common::{json, sample};
use pith_verifier::{CheckName, Class, Outcome, Reason, Report, VerdictWord, verify};
use serde_json::{Value, json};

/// The ring has the builder's key, under no name: an integrity event names its key by identifier alone.
fn check(document: &Value) -> Report {
    verify(document.to_string().as_bytes(), &trusted())
}

fn trusted() -> pith_verifier::Options {
    let mut options = trusting(&[]);
    options.ring.add(registry().key_object().to_string().as_bytes(), "a test key of RFC 8032").unwrap();
    options
}

fn document() -> Value {
    let findings = json!([{"detector": "test-detector", "finding": "a figure twice"}]);
    let event = |id, finding: &str| integrity_event(id, &json!({"finding": finding, "at": [1, 2.5]}), &registry());
    integrity_document(&findings, &[event(1, "a figure twice"), event(2, "none")])
}

fn outcomes(report: &Report, name: CheckName) -> Vec<(Outcome, Reason)> {
    report.checks.iter().filter(|check| check.name == name).map(|check| (check.outcome, check.reason)).collect()
}

fn class(report: &Report, pointer: &str) -> Class {
    report.coverage.leaves.iter().find(|leaf| leaf.pointer == pointer).unwrap_or_else(|| panic!("{pointer}")).class
}

#[test]
fn each_event_says_what_is_signed_and_what_is_not() {
    let report = check(&document());
    assert_eq!(report.verdict.word, VerdictWord::Verified, "{:?}", report.checks);
    assert!(report.verdict.sentence.contains("are not covered"), "{}", report.verdict.sentence);
    let unsaid = "That its events are about this paper: nobody has published what would say so.";
    assert!(report.verdict.does_not_show.iter().any(|limit| limit == unsaid));
    for (name, found) in [
        (CheckName::IntegritySignature, (Outcome::Passed, Reason::SignatureHolds)),
        (CheckName::IntegrityDigest, (Outcome::Passed, Reason::DigestMatches)),
        (CheckName::IntegritySubject, (Outcome::NotChecked, Reason::RuleNotPublished)),
        (CheckName::IntegrityEnvelope, (Outcome::Noted, Reason::ValueNotSigned)),
    ] {
        assert_eq!(outcomes(&report, name), [found; 2], "{}", name.as_str());
    }
    assert_eq!(outcomes(&report, CheckName::SectionDigest), [(Outcome::Passed, Reason::DigestMatches)]);
    let says = |name, part: &str| {
        let check = report.checks.iter().find(|check| check.name == name).unwrap();
        let said = format!("{} {}", check.sentence, check.hint.as_deref().unwrap_or_default());
        assert!(said.contains(part), "{said}");
    };
    says(
        CheckName::IntegritySignature,
        "over the 32 bytes of the payload’s digest. Nothing else of the event is signed.",
    );
    says(CheckName::IntegrityDigest, "our reading");
    says(CheckName::IntegrityDigest, "Nobody has published this rule.");
    says(CheckName::IntegrityEnvelope, "“event_id, event_type, created_at” at /events/0");
    for (pointer, expected) in [
        ("/events/0/payload/finding", Class::Signed),
        ("/events/1/payload/at/1", Class::Signed),
        ("/events/0/payload_sha256", Class::Signature),
        ("/events/0/signature_b64", Class::Signature),
        ("/events/0/signing_key_id", Class::Signature),
        ("/events/0/event_id", Class::Uncovered),
        ("/events/0/event_type", Class::Uncovered),
        ("/events/0/created_at", Class::Uncovered),
        ("/integrity/findings/0/finding", Class::Checksummed),
        ("/integrity/detectors_run/0", Class::Checksummed),
        ("/integrity/snapshot_sha256", Class::Checksummed),
        ("/integrity/clean", Class::Uncovered),
        ("/schema", Class::Uncovered),
    ] {
        assert_eq!(class(&report, pointer), expected, "{pointer}");
    }
}

/// Every leaf changed: noticed if and only if something covers it.
#[test]
fn a_changed_leaf_is_noticed_exactly_when_it_is_covered() {
    let document = document();
    let report = check(&document);
    let mut tried = 0;
    for leaf in &report.coverage.leaves {
        // Another schema is another document.
        if leaf.pointer == "/schema" {
            continue;
        }
        let mut changed = document.clone();
        let value = changed.pointer_mut(&leaf.pointer).unwrap();
        *value = match value.clone() {
            Value::String(text) => json!(format!("{text}x")),
            Value::Bool(is) => json!(!is),
            Value::Number(_) => json!(77),
            other => json!([other]),
        };
        let noticed = check(&changed).verdict.word != VerdictWord::Verified;
        assert_eq!(noticed, leaf.class != Class::Uncovered, "{} {:?}", leaf.pointer, leaf.class);
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_is_missing_is_said_and_never_verified() {
    for (part, verdict) in [("integrity", VerdictWord::Verified), ("events", VerdictWord::Unsigned)] {
        for value in [None, Some(json!(null)), Some(json!("text"))] {
            let mut changed = document();
            changed.as_object_mut().unwrap().remove(part);
            let reason = if value == Some(json!("text")) { Reason::ValueUnknownKind } else { Reason::ValueAbsent };
            if let Some(value) = value {
                changed[part] = value;
            }
            let report = check(&changed);
            assert_eq!(outcomes(&report, CheckName::IntegrityDocument), [(Outcome::NotChecked, reason)], "{part}");
            assert_eq!(report.verdict.word, verdict, "{part}");
        }
    }
    let report = check(&json!({"schema": "https://pith.science/schemas/pith-integrity/v1.json"}));
    assert_eq!(outcomes(&report, CheckName::IntegrityDocument), [(Outcome::NotChecked, Reason::ValueAbsent); 2]);
    assert_eq!(report.verdict.word, VerdictWord::Unsigned);
    let report = check(&integrity_document(&json!([]), &[]));
    assert_eq!(report.verdict.word, VerdictWord::Unsigned);
    let mut changed = document();
    changed["events"][0].as_object_mut().unwrap().remove("payload");
    let report = check(&changed);
    assert_eq!(outcomes(&report, CheckName::IntegrityDigest)[0], (Outcome::NotChecked, Reason::ValueAbsent));
    assert_eq!(outcomes(&report, CheckName::IntegritySignature)[0], (Outcome::Noted, Reason::SignatureNoContent));
    assert_eq!(report.verdict.word, VerdictWord::Consistent);
}

/// Without the stated digest the payload's own is what a signature may hold for.
#[test]
fn a_signature_may_hold_without_the_stated_digest() {
    let mut changed = document();
    changed["events"][0].as_object_mut().unwrap().remove("payload_sha256");
    let found = |changed: &Value| outcomes(&check(changed), CheckName::IntegritySignature)[0];
    assert_eq!(found(&changed), (Outcome::Passed, Reason::SignatureHolds));
    changed["events"][0]["payload"] = json!({"another": "payload"});
    assert_eq!(found(&changed), (Outcome::NotChecked, Reason::ValueNotComputable));
}

/// What nobody has published is named, and no reason to call the document broken.
#[test]
fn what_is_not_known_is_named_and_never_fails() {
    for (pointer, change, name) in [
        ("/pith_number", json!("pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ"), CheckName::IntegrityDocument),
        ("/generated_at", json!("2026-06-01T00:00:00Z"), CheckName::IntegrityDocument),
        ("/events/0/revoked", json!(true), CheckName::IntegrityEnvelope),
        ("/events/0/event_id", json!("sha256:00"), CheckName::IntegrityEnvelope),
        ("/events/0/event_id", json!(1.5), CheckName::IntegrityEnvelope),
        ("/events/0/event_type", json!("pith.integrity.v2"), CheckName::EventPayload),
        ("/events/0/event_type", json!(1), CheckName::EventPayload),
    ] {
        let mut changed = document();
        let (within, member) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(within).unwrap()[member] = change;
        let report = check(&changed);
        let named = report.checks.iter().find(|check| check.pointer == pointer && check.name == name);
        let named = named.unwrap_or_else(|| panic!("{pointer}"));
        assert_eq!((named.outcome, named.reason), (Outcome::NotChecked, Reason::ValueUnknownKind), "{pointer}");
        assert_eq!((report.outcomes.failed, report.verdict.word), (0, VerdictWord::Verified), "{pointer}");
    }
    // A payload of any type has a digest.
    for payload in [json!(null), json!("text"), json!([1, {"a": 2.0}]), json!({})] {
        let report = check(&integrity_document(&json!([]), &[integrity_event(1, &payload, &registry())]));
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{payload}");
    }
}

/// The payload’s digest is not the one stated: our reading may be wrong, so nothing fails, and nothing of the
/// payload is called signed.
#[test]
fn a_payload_that_does_not_have_the_digest_is_not_signed() {
    let mut changed = document();
    changed["events"][0]["payload"]["finding"] = json!("another");
    let report = check(&changed);
    assert_eq!(outcomes(&report, CheckName::IntegrityDigest)[0], (Outcome::NotChecked, Reason::DigestNotPublished));
    assert_eq!(outcomes(&report, CheckName::IntegritySignature)[0], (Outcome::Noted, Reason::SignatureNoContent));
    assert_eq!(class(&report, "/events/0/payload/finding"), Class::Uncovered);
    assert_eq!(class(&report, "/events/0/payload_sha256"), Class::Signature);
    assert_eq!(report.verdict.word, VerdictWord::Consistent);
}

/// One thing wrong with a valid document.
#[test]
fn what_is_wrong_is_broken() {
    let other = Signer::test(1, "test-registry");
    let mut documents: Vec<(&str, Value)> = Vec::new();
    let mut with = |what, change: &dyn Fn(&mut Value)| {
        let mut changed = document();
        change(&mut changed);
        documents.push((what, changed));
    };
    with("digest of something else", &|d| d["events"][0]["payload_sha256"] = json!("f".repeat(64)));
    with("signature of the other event", &|d| {
        d["events"][0]["signature_b64"] = d["events"][1]["signature_b64"].clone();
    });
    with("signature by another key of that name", &|d| {
        let digest = d["events"][0]["payload_sha256"].as_str().unwrap().to_owned();
        d["events"][0]["signature_b64"] = json!(other.sign(&digest));
    });
    with("signature over the text of the digest", &|d| {
        let text = d["events"][0]["payload_sha256"].as_str().unwrap().as_bytes();
        let hex_of_text = common::to_hex(text);
        d["events"][0]["signature_b64"] = json!(registry().sign(&hex_of_text));
    });
    with("digest in upper case", &|d| {
        let upper = d["events"][0]["payload_sha256"].as_str().unwrap().to_uppercase();
        d["events"][0]["payload_sha256"] = json!(upper);
    });
    with("signature without padding", &|d| {
        let text = d["events"][0]["signature_b64"].as_str().unwrap().trim_end_matches('=').to_owned();
        d["events"][0]["signature_b64"] = json!(text);
    });
    with("findings added", &|d| d["integrity"]["findings"] = json!([1]));
    with("detectors removed", &|d| d["integrity"]["detectors_run"] = json!([]));
    with("digest without payload", &|d| {
        d["integrity"]["snapshot_sha256"] =
            json!(digest(&json!({"detectors": ["test-detector"], "findings": []}), &[]));
    });
    for part in ["snapshot_sha256", "detectors_run", "findings"] {
        with(part, &|d| drop(d["integrity"].as_object_mut().unwrap().remove(part)));
    }
    with("findings removed, and said to be unavailable", &|d| {
        d["integrity"].as_object_mut().unwrap().remove("findings");
        d["integrity"]["available"] = json!(false);
    });
    for (what, document) in &documents {
        let report = check(document);
        assert_eq!(report.verdict.word, VerdictWord::Broken, "{what}");
        assert_eq!(report.outcomes.failed, 1, "{what}");
    }
}

#[test]
fn a_key_that_is_not_at_hand_leaves_the_document_unsigned() {
    let report = verify(document().to_string().as_bytes(), &trusting(&[]));
    assert_eq!(outcomes(&report, CheckName::IntegritySignature), [(Outcome::NotChecked, Reason::KeyUnknown); 2]);
    assert_eq!(report.verdict.word, VerdictWord::Unsigned);
    let mixed = [integrity_event(1, &json!(1), &registry()), integrity_event(2, &json!(2), &Signer::test(1, "other"))];
    assert_eq!(check(&integrity_document(&json!([]), &mixed)).verdict.word, VerdictWord::Consistent);
}

/// No signature of the format says over what it was made. What is signed for another purpose is not taken
/// for a payload, though digest and signature hold.
#[test]
fn what_is_signed_for_another_purpose_is_no_payload() {
    let record = json(&sample("bundle-1212.1787"))["canonical_record"].clone();
    let mut bundle = Bundle::new().event(Event::new("correction")).value();
    let mut event = bundle["events"][2].clone();
    bundle.as_object_mut().unwrap().remove("bundle_signature");
    for member in ["signature", "content_sha256", "event_id"] {
        event.as_object_mut().unwrap().remove(member);
    }
    for (what, payload) in [("a canonical record", record), ("a bundle", bundle), ("an event of a bundle", event)] {
        let report = check(&integrity_document(&json!([]), &[integrity_event(1, &payload, &registry())]));
        let found = outcomes(&report, CheckName::IntegritySignature);
        assert_eq!(found, [(Outcome::NotChecked, Reason::SignatureWrongSlot)], "{what}");
        assert_eq!((report.verdict.word, report.coverage.signed), (VerdictWord::Unsigned, 0), "{what}");
        let check = report.checks.iter().find(|check| check.name == CheckName::IntegritySignature).unwrap();
        assert!(check.sentence.contains(&format!("stands {what}, which")), "{}", check.sentence);
    }
    // One of the two members of an event, or a part of a record, is no such thing.
    for payload in [
        json!({"event_type": "correction"}),
        json!({"subject_pith_number": "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ"}),
        json!({"source": {"id": "1212.1787"}}),
        json!({"metadata": {"submitted_at": "2012-12-08T12:56:49Z"}}),
    ] {
        let report = check(&integrity_document(&json!([]), &[integrity_event(1, &payload, &registry())]));
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{payload}");
    }
}
