//! A second opinion: the bytes that were hashed and the signatures that were tried, judged without this verifier.
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

use std::collections::BTreeMap;

use common::builder::{Bundle, Event, Signer, integrity_document, integrity_event, registry, trusting};
use common::{SAMPLES, SIGNED, corpus, hex, json, sample};
use ed25519_dalek::{Signature, VerifyingKey};
use pith_verifier::{
    CheckName, Hashed, Options, Outcome, Reason, Report, each_hashed_bytes, hashed_bytes, sha256_hex, verify,
};
use serde_json::{Value, json};

/// The registry of the builder, under the name that its integrity events give it, and another signer.
fn options() -> Options {
    let mut options = trusting(&[&Signer::test(1, "another")]);
    options.ring.add(registry().key_object().to_string().as_bytes(), "a test key of RFC 8032").unwrap();
    options
}

fn built() -> Bundle {
    let of_another = Event::new("correction").by(&Signer::test(1, "another"));
    let note = json!({"ü": "\u{2028}\"\\", "": [1.0, 1e21], "x": {}});
    Bundle::new().with(|bundle| bundle["note"] = note).event(of_another)
}

fn integrity() -> Value {
    let findings = json!([{"detector": "test-detector", "finding": "a figure twice"}]);
    let event = |id, finding: &str| integrity_event(id, &json!({"finding": finding}), &registry());
    integrity_document(&findings, &[event(1, "a figure twice"), event(2, "none")])
}

/// Samples, fault vectors and what the builder makes.
fn documents() -> Vec<(String, Vec<u8>)> {
    let mut documents: Vec<(String, Vec<u8>)> = SAMPLES.iter().map(|name| ((*name).to_owned(), sample(name))).collect();
    // The judge reads the integer -0 as a double.
    let paths = corpus().into_iter().filter(|path| !path.ends_with("spelling/integer-minus-zero.json"));
    documents.extend(paths.map(|path| (path.display().to_string(), std::fs::read(path).unwrap())));
    let bundle = built().value();
    let mut listed = bundle.clone();
    listed["events"][1]["payload"]["graph_snapshot"]["claims"] = json!({"items": [{"a": 1}], "count": 1});
    for (name, value) in [
        ("a built bundle", &bundle),
        ("its events", &bundle["events"]),
        ("its state", &bundle["state"]),
        ("its record", &bundle["canonical_record"]),
        ("a bundle with a listed section", &listed),
        ("an integrity document", &integrity()),
    ] {
        documents.push((name.to_owned(), value.to_string().into_bytes()));
    }
    documents
}

/// What the signatures of a report came out as, each judged by the library beneath and by it alone.
fn judged(name: &str, report: &Report, counts: &mut BTreeMap<Reason, usize>) {
    for check in &report.checks {
        let at = format!("{name}: {} {}", check.name.as_str(), check.pointer);
        let tried = matches!(
            check.reason,
            Reason::SignatureHolds
                | Reason::SignatureMismatch
                | Reason::SignatureOfOtherContent
                | Reason::SignatureNoContent
        ) || check.name == CheckName::IntegritySignature && check.reason == Reason::ValueNotComputable;
        assert_eq!(check.signed.is_some(), tried, "{at}");
        let Some(signed) = &check.signed else { continue };
        let key = &report.keys[check.key.expect(&at)];
        let key = VerifyingKey::from_bytes(&hex(&key.public_key_hex).try_into().unwrap()).unwrap();
        let signature = Signature::from_slice(&hex(&signed.signature_hex)).unwrap();
        let message = hex(&signed.message_hex);
        assert_eq!((message.len(), signed.message_hex.to_lowercase()), (32, signed.message_hex.clone()), "{at}");
        let holds = key.verify_strict(&message, &signature).is_ok();
        let says = match (check.outcome, check.reason) {
            (Outcome::Passed, Reason::SignatureHolds)
            | (Outcome::Failed, Reason::SignatureOfOtherContent)
            | (Outcome::Noted, Reason::SignatureNoContent) => true,
            (Outcome::Failed, Reason::SignatureMismatch) | (Outcome::NotChecked, Reason::ValueNotComputable) => false,
            found => panic!("{at}: {found:?}"),
        };
        assert_eq!(holds, says, "{at}");
        // It is the message that the check names.
        if let Some(expected) = &check.expected {
            assert!(expected.ends_with(&format!(" over {}", signed.message_hex)), "{at}: {expected}");
        }
        if check.reason == Reason::SignatureHolds {
            assert_eq!(check.hashed.as_ref().unwrap().sha256, signed.message_hex, "{at}");
        }
        *counts.entry(check.reason).or_default() += 1;
    }
}

/// Every check of every document, and of the same documents with each signature, each stated digest and each content
/// changed.
#[test]
fn each_signature_comes_out_as_the_report_says() {
    let mut counts = BTreeMap::new();
    for (name, document) in documents() {
        judged(&name, &verify(&document, &options()), &mut counts);
    }
    let mut whole: Vec<(String, Value)> = SIGNED.iter().map(|name| ((*name).to_owned(), json(&sample(name)))).collect();
    whole.push(("a built bundle".to_owned(), built().value()));
    whole.push(("an integrity document".to_owned(), integrity()));
    for (name, document) in whole {
        let mut pointers = Vec::new();
        walk(&document, "", &mut pointers);
        for pointer in pointers {
            let mut changed = document.clone();
            let value = changed.pointer_mut(&pointer).unwrap();
            *value = json!(other_text(value.as_str().unwrap()));
            judged(&format!("{name} {pointer}"), &verify(changed.to_string().as_bytes(), &options()), &mut counts);
        }
    }
    let mut unstated = integrity();
    for event in unstated["events"].as_array_mut().unwrap() {
        event.as_object_mut().unwrap().remove("payload_sha256");
    }
    judged("holds for the payload", &verify(unstated.to_string().as_bytes(), &options()), &mut counts);
    unstated["events"][0]["payload"] = json!({});
    judged("may hold for another", &verify(unstated.to_string().as_bytes(), &options()), &mut counts);
    println!("{counts:?}");
    for reason in [Reason::SignatureHolds, Reason::SignatureMismatch, Reason::SignatureOfOtherContent] {
        assert!(counts[&reason] > 20, "{counts:?}");
    }
    assert!(counts[&Reason::SignatureNoContent] > 0 && counts[&Reason::ValueNotComputable] > 0, "{counts:?}");
}

/// The places of the texts that matter to a signature, and of some contents.
fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| walk(value, &format!("{at}/{key}"), found)),
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| walk(value, &format!("{at}/{index}"), found));
        }
        Value::String(_) => {
            let name = at.rsplit('/').next().unwrap();
            if ["signature_b64", "title", "finding", "primary_cat"].contains(&name) || name.ends_with("sha256") {
                found.push(at.to_owned());
            }
        }
        _ => {}
    }
}

/// Another text of the same form: a digest stays a digest, and base64 stays base64.
fn other_text(text: &str) -> String {
    let other = if text.starts_with('1') { '2' } else { '1' };
    format!("{other}{}", text.get(1..).unwrap_or_default())
}

#[test]
fn the_hashed_bytes_have_the_digest_and_the_length_that_the_report_says() {
    let (mut counts, mut without, mut within) = (BTreeMap::new(), 0, 0);
    for (name, document) in documents() {
        let checks = verify(&document, &options()).checks;
        let described: Vec<_> = checks.iter().filter_map(|check| check.hashed.clone()).collect();
        let all = if described.is_empty() { Ok(Vec::new()) } else { each_hashed_bytes(&document, &described) };
        let mut all = all.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}")).into_iter();
        for check in checks {
            let at = format!("{name}: {} {}", check.name.as_str(), check.pointer);
            let Some(hashed) = &check.hashed else { continue };
            let bytes = hashed_bytes(&document, hashed).unwrap_or_else(|refusal| panic!("{at}: {refusal:?}"));
            assert_eq!(all.next().as_ref(), Some(&bytes), "{at}");
            assert_eq!((sha256_hex(&bytes), bytes.len()), (hashed.sha256.clone(), hashed.bytes), "{at}");
            assert!(are_described(&bytes, &json(&document), hashed), "{at}");
            *counts.entry(check.name.as_str()).or_insert(0) += 1;
            without += usize::from(!hashed.without.is_empty());
            within += usize::from(hashed.within.as_ref().is_some_and(|within| within.contains('…')));
        }
    }
    println!("{counts:?}, {without} without members, {within} within something");
    for name in [
        "record.digest",
        "receipt.signature",
        "event.digest",
        "event.id",
        "event.signature",
        "section.digest",
        "state.digest",
        "bundle.digest",
        "bundle.signature",
        "integrity.digest",
        "integrity.signature",
    ] {
        assert!(counts.get(name).is_some_and(|count| *count > 0), "{name}: {counts:?}");
    }
    assert!(common::is_left_out("conformance") || without > 100 && within > 10);
}

/// Whether the bytes hold what the description says, and nothing else. That they are canonical, the digest shows.
fn are_described(bytes: &[u8], document: &Value, hashed: &Hashed) -> bool {
    let mut part = document.pointer(&hashed.pointer).unwrap().clone();
    for name in &hashed.without {
        part.as_object_mut().unwrap().remove(name);
    }
    let whole = match hashed.within.as_deref() {
        None => part,
        Some(r#"{"payload":[]}"#) => json!({"payload": []}),
        Some(r#"{"payload":…}"#) => json!({"payload": part.get("items").or_else(|| part.get("sample")).unwrap()}),
        Some(r#"{"payload":{"detectors":…,"findings":…}}"#) => {
            json!({"payload": {"detectors": part["detectors_run"], "findings": part["findings"]}})
        }
        Some(other) => panic!("{other}"),
    };
    json(bytes) == whole
}

#[test]
fn no_other_bytes_are_given() {
    let document = sample("bundle-1212.1787");
    let checks = verify(&document, &Options::default()).checks;
    let hashed =
        checks.iter().find_map(|check| check.hashed.clone().filter(|hashed| hashed.pointer.len() > 20)).unwrap();
    let first = checks.iter().find_map(|check| check.hashed.clone()).unwrap();
    let reason = |document: &[u8], change: &dyn Fn(&mut Hashed)| {
        let mut hashed = hashed.clone();
        change(&mut hashed);
        let alone = hashed_bytes(document, &hashed).map(|_| ()).map_err(|refusal| refusal.reason);
        for several in [vec![hashed.clone(); 2], vec![first.clone(), hashed]] {
            let all = each_hashed_bytes(document, &several).map(|all| assert_eq!(all.len(), 2));
            assert_eq!(all.map_err(|refusal| refusal.reason), alone);
        }
        alone
    };
    assert_eq!(reason(&document, &|_| ()), Ok(()));
    for pointer in ["events", "/events/~2", "/events/2", "/events/0/none", "/a\u{202e}"] {
        let change = |hashed: &mut Hashed| pointer.clone_into(&mut hashed.pointer);
        assert_eq!(reason(&document, &change), Err(Reason::ValueMissing), "{pointer}");
    }
    let changes: [&dyn Fn(&mut Hashed); 6] = [
        &|hashed| hashed.pointer = String::new(),
        &|hashed| hashed.without.push("signature".to_owned()),
        &|hashed| hashed.within = Some("…".to_owned()),
        &|hashed| hashed.bytes += 1,
        &|hashed| hashed.sha256 = "0".repeat(64),
        &|hashed| hashed.sha256.make_ascii_uppercase(),
    ];
    for change in changes {
        assert_eq!(reason(&document, change), Err(Reason::ReportOtherDocument));
    }
    let mut other = json(&document);
    assert_eq!(reason(other.to_string().as_bytes(), &|_| ()), Ok(()), "the order of members does not matter");
    *other.pointer_mut(&hashed.pointer).unwrap() = json!({"another": "record"});
    assert_eq!(reason(other.to_string().as_bytes(), &|_| ()), Err(Reason::ReportOtherDocument));
    assert_eq!(reason(&sample("bundle-1411.1958"), &|_| ()), Err(Reason::ReportOtherDocument));
    // What `verify` calls unreadable has no checks.
    assert_eq!(reason(b"{", &|_| ()), Err(Reason::JsonSyntax));
    assert_eq!(reason(b"{}", &|_| ()), Err(Reason::DocumentUnrecognised));
    let refusal = hashed_bytes(&sample("bundle-1411.1958"), &hashed).unwrap_err();
    assert_eq!(
        (refusal.sentence.as_str(), refusal.offset),
        (
            "Expected what a check of this document hashed at /events/0/payload/canonical_record, found another digest or description.",
            0
        )
    );
}
