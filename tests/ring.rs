//! The key ring: import, export, and what status, window and time do to the verdict.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "common/command.rs"]
mod command;
mod common;

use std::collections::BTreeSet;

use command::{Scratch, run};
use common::builder::{Bundle, Event, Signer, registry, trusting};
use common::{own, sample};
use pith_verifier::{
    Check, CheckName, Class, Field, KeyRing, KeyStatus, KeyTrust, MatchWord, Options, Outcome, Reason, Report,
    VerdictWord, match_text, verify,
};
use serde_json::{Value, json};

/// A ring file with these keys.
fn ring_file(keys: &Value) -> Vec<u8> {
    json!({"ring_type": "pith_verifier_key_ring", "ring_version": "1", "keys": keys}).to_string().into_bytes()
}

fn ring(keys: &Value) -> KeyRing {
    let mut ring = KeyRing::empty();
    ring.add(&ring_file(keys), "a test").unwrap_or_else(|fault| panic!("{fault}"));
    ring
}

/// The key of the test registry on these terms.
fn on_terms(status: &str, from: Option<&str>, until: Option<&str>) -> Value {
    json!([{"key_id": "test-registry", "public_key_hex": registry().public_key_hex(), "source": "a test",
        "status": status, "valid_from": from, "valid_until": until, "note": "a note"}])
}

fn with(ring: KeyRing, at: Option<&str>) -> Options {
    Options { ring, at: at.map(|at| at.parse().unwrap()), ..Options::default() }
}

fn judged(keys: &Value, at: Option<&str>) -> Report {
    verify(&Bundle::new().bytes(), &with(ring(keys), at))
}

fn trust(report: &Report) -> &Check {
    let mut checks = report.checks.iter().filter(|check| check.name == CheckName::KeyTrust);
    let check = checks.next().unwrap();
    assert!(checks.next().is_none(), "one key");
    check
}

/// Status, `valid_from`, `valid_until`, the time that is given, and what is said.
type Case = (&'static str, Option<&'static str>, Option<&'static str>, Option<&'static str>, Reason);

/// The bundle's signatures claim 18 May 2026, 03:38:55 and 1 June 2026, 22:25:31.
const CASES: [Case; 17] = [
    ("current", None, None, None, Reason::KeyInRing),
    ("current", None, None, Some("1999-01-01T00:00:00Z"), Reason::KeyInRing),
    ("current", Some("2026-01-01T00:00:00Z"), None, None, Reason::KeyWindowUnproven),
    ("current", None, Some("2027-01-01T00:00:00Z"), None, Reason::KeyWindowUnproven),
    ("current", Some("2026-01-01T00:00:00Z"), None, Some("2026-06-02T00:00:00Z"), Reason::KeyInWindow),
    ("current", None, Some("2027-01-01T00:00:00Z"), Some("2026-06-02T00:00:00Z"), Reason::KeyInWindow),
    ("current", None, Some("2027-01-01T00:00:00Z"), Some("2027-06-02T00:00:00Z"), Reason::KeyOutsideWindow),
    ("current", Some("2026-01-01T00:00:00Z"), None, Some("2025-06-02T00:00:00Z"), Reason::KeyOutsideWindow),
    // The signature itself claims a time outside.
    ("current", None, Some("2026-06-01T00:00:00Z"), None, Reason::KeyOutsideWindow),
    ("current", Some("2026-06-01T00:00:00Z"), None, Some("2026-06-02T00:00:00Z"), Reason::KeyOutsideWindow),
    // It claims a time after the one at which the document is said to have existed.
    ("current", None, Some("2027-01-01T00:00:00Z"), Some("2026-06-01T22:25:30Z"), Reason::KeyTimeContradicted),
    ("retired", None, None, None, Reason::KeyRetired),
    ("retired", None, None, Some("2026-06-02T00:00:00Z"), Reason::KeyRetired),
    ("retired", None, Some("2027-01-01T00:00:00Z"), None, Reason::KeyRetired),
    ("retired", None, Some("2027-01-01T00:00:00Z"), Some("2027-01-01T00:00:00Z"), Reason::KeyRetired),
    ("retired", None, Some("2027-01-01T00:00:00Z"), Some("2026-06-02T00:00:00Z"), Reason::KeyInWindow),
    ("revoked", None, Some("2027-01-01T00:00:00Z"), Some("2026-06-02T00:00:00Z"), Reason::KeyRevoked),
];

#[test]
fn each_standing_of_a_key_has_its_reason_and_its_sentence() {
    let mut sentences = BTreeSet::new();
    let mut reasons = BTreeSet::new();
    for (status, from, until, at, reason) in CASES {
        let report = judged(&on_terms(status, from, until), at);
        let check = trust(&report);
        let case = format!("{status} {from:?} {until:?} {at:?}: {}", check.sentence);
        assert_eq!(check.reason, reason, "{case}");
        let counts = matches!(reason, Reason::KeyInRing | Reason::KeyInWindow);
        assert_eq!(check.outcome, if counts { Outcome::Passed } else { Outcome::Noted }, "{case}");
        assert!(check.required, "{case}");
        assert_eq!(report.keys[0].trust.establishes(), counts, "{case}");
        assert!(report.keys[0].in_ring, "{case}");
        assert_eq!(report.keys[0].status.unwrap().as_str(), status);
        assert_eq!(report.keys[0].note.as_deref(), Some("a note"));
        let word = if counts { VerdictWord::Verified } else { VerdictWord::Consistent };
        assert_eq!(report.verdict.word, word, "{case}");
        assert_eq!(check.hint.is_some(), !counts, "{case}");
        sentences.insert(check.sentence.clone());
        if reasons.insert(reason) {
            println!(
                "{}\n    {}\n    {}",
                report.verdict.sentence,
                check.sentence,
                check.hint.as_deref().unwrap_or("-")
            );
        }
    }
    assert_eq!(reasons.len(), 7);
    // The time that speaks against the key is named: the given one, or the one that a signature claims.
    let found = |from, until, at| trust(&judged(&on_terms("current", from, until), at)).computed.clone().unwrap();
    let first = "2026-05-18T03:38:55";
    let last = "2026-06-01T22:25:31";
    for (from, until, at, named, other) in [
        (None, Some("2026-06-01T00:00:00Z"), None, last, first),
        (Some("2026-06-01T00:00:00Z"), None, Some("2026-06-02T00:00:00Z"), first, last),
        (None, Some("2027-01-01T00:00:00Z"), Some("2027-06-02T00:00:00Z"), "2027-06-02T00:00:00Z", last),
        (Some("2026-06-01T00:00:00Z"), None, Some("2025-06-02T00:00:00Z"), "2025-06-02T00:00:00Z", first),
        (None, Some("2027-01-01T00:00:00Z"), Some("2026-06-01T22:25:30Z"), last, first),
    ] {
        let text = found(from, until, at);
        assert!(text.contains(named) && !text.contains(other), "{text}");
    }
    // A time that is the given one does not speak against the key.
    let text = found(None, Some("2027-01-01T00:00:00Z"), Some("2026-05-18T03:38:55Z"));
    assert!(text.starts_with(&format!("a signature with it claims to be from {last}Z, after {first}Z")), "{text}");
    assert!(sentences.len() > 12, "{sentences:#?}");
}

/// Unknown, outside its window, retired and revoked: four different sentences, and each in the verdict too.
#[test]
fn the_verdict_says_plainly_why_a_key_does_not_count() {
    let sentence = |status, until, at| judged(&on_terms(status, None, until), at).verdict.sentence;
    let unknown = verify(&Bundle::new().bytes(), &with(KeyRing::empty(), None)).verdict.sentence;
    let later = Some("2027-01-01T00:00:00Z");
    let all = [
        (unknown, "is not in your key ring: whose it is, is not established"),
        (sentence("current", later, Some("2028-01-01T00:00:00Z")), "does not count for the time of this document"),
        (sentence("retired", None, None), "is retired, and nothing shows that the document is from before"),
        (sentence("revoked", None, None), "is revoked: anybody may hold that key"),
        (sentence("current", later, None), "nothing but the signer’s word says that it is from then"),
        (
            sentence("current", later, Some("2026-01-01T00:00:00Z")),
            "signed, as it claims, after the time that you gave",
        ),
    ];
    for (sentence, says) in &all {
        assert!(sentence.contains(says), "{sentence}");
    }
    assert_eq!(all.iter().map(|(sentence, _)| sentence).collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn what_was_assumed_is_said() {
    let at = "2026-06-02T00:00:00Z";
    let report = judged(&on_terms("retired", None, Some("2027-01-01T00:00:00Z")), Some(at));
    assert_eq!(report.at.as_deref(), Some(at));
    let says = format!("This rests on what you said: that it existed at {at}.");
    assert!(report.verdict.sentence.ends_with(&says), "{}", report.verdict.sentence);
    assert!(report.verdict.does_not_show[0].contains(at));
    assert!(trust(&report).sentence.contains("on the assumption that this document existed at 2026-06-02T00:00:00Z"));
    // A time that nothing rests on is not mentioned.
    let report = judged(&on_terms("current", None, None), Some(at));
    assert!(!report.verdict.sentence.contains(at), "{}", report.verdict.sentence);
}

/// The first moment is inside, the last one is not, in every zone.
#[test]
fn a_window_has_its_start_and_not_its_end() {
    let reason = |from: Option<&str>, until: Option<&str>, at: &str| {
        trust(&judged(&on_terms("current", from, until), Some(at))).reason
    };
    let (inside, outside) = (Reason::KeyInWindow, Reason::KeyOutsideWindow);
    let until = Some("2027-01-01T00:00:00Z");
    for (at, expected) in [
        ("2026-12-31T23:59:59.999999999Z", inside),
        ("2027-01-01T00:00:00Z", outside),
        ("2027-01-01T00:59:59+01:00", inside),
        ("2027-01-01T01:00:00+01:00", outside),
        ("2026-12-31T18:59:59-05:00", inside),
        ("2026-12-31T19:00:00-05:00", outside),
    ] {
        assert_eq!(reason(None, until, at), expected, "{at}");
    }
    // The earliest claim is 03:38:55 on 18 May.
    let at = "2026-07-01T00:00:00Z";
    assert_eq!(reason(Some("2026-05-18T03:38:55Z"), None, at), inside);
    assert_eq!(reason(Some("2026-05-18T05:38:55+02:00"), None, at), inside);
    assert_eq!(reason(Some("2026-05-18T03:38:55.000000001Z"), None, at), outside);
    // The latest is 22:25:31 on 1 June.
    let before = |until| trust(&judged(&on_terms("current", None, Some(until)), None)).reason;
    assert_eq!(before("2026-06-01T22:25:31Z"), outside);
    assert_eq!(before("2026-06-01T22:25:31.1Z"), Reason::KeyWindowUnproven);
    let at = |at| trust(&judged(&on_terms("current", None, until), Some(at))).reason;
    assert_eq!(at("2026-06-01T22:25:31Z"), inside);
    assert_eq!(at("2026-06-01T22:25:30.999Z"), Reason::KeyTimeContradicted);
}

/// Whatever times the signer writes: without a time from elsewhere, no key with a window and no retired key counts.
#[test]
fn no_time_of_the_signer_makes_a_key_valid() {
    let window = (Some("2026-01-01T00:00:00Z"), Some("2027-01-01T00:00:00Z"));
    for status in ["current", "retired", "revoked"] {
        for claimed in ["2026-06-01T00:00:00Z", "2025-01-01T00:00:00Z", "2028-01-01T00:00:00Z", "", "yesterday"] {
            let mut bundle = Bundle::new().value();
            bundle["bundle_signature"]["signed_at"] = json!(claimed);
            let options = with(ring(&on_terms(status, window.0, window.1)), None);
            let report = verify(bundle.to_string().as_bytes(), &options);
            assert_eq!(report.verdict.word, VerdictWord::Consistent, "{status} {claimed}");
        }
    }
}

/// One key, several signatures: each claimed time must be inside, not only the first or the last.
#[test]
fn every_signature_of_a_key_must_be_inside() {
    let keys = on_terms("current", Some("2026-05-01T00:00:00Z"), Some("2026-08-01T00:00:00Z"));
    let options = || with(ring(&keys), Some("2026-07-31T00:00:00Z"));
    let with_event_at = |time: &str| {
        let event = Event::new("correction").at(time);
        verify(&Bundle::new().event(event).event(Event::new("correction")).bytes(), &options())
    };
    assert_eq!(trust(&with_event_at("2026-06-15T00:00:00Z")).reason, Reason::KeyInWindow);
    for outside in ["2026-04-30T23:59:59Z", "2026-08-01T00:00:00Z"] {
        let report = with_event_at(outside);
        assert_eq!(trust(&report).reason, Reason::KeyOutsideWindow);
        assert!(trust(&report).sentence.contains(outside), "{}", trust(&report).sentence);
        assert_eq!(report.verdict.word, VerdictWord::Consistent);
    }
    // A time in a signature that does not hold is nobody's claim.
    let mut bundle = Bundle::new().event(Event::new("correction").at("2026-04-30T23:59:59Z")).value();
    bundle["events"][2]["signature"]["signature_b64"] = bundle["events"][0]["signature"]["signature_b64"].clone();
    let report = verify(bundle.to_string().as_bytes(), &options());
    assert_eq!((trust(&report).reason, report.verdict.word), (Reason::KeyInWindow, VerdictWord::Broken));
}

/// An integrity event has no signature object: its time stands among its members.
#[test]
fn the_time_of_an_integrity_event_is_a_claim_too() {
    let payload = json!({"finding": 1});
    let digest = common::builder::digest(&payload, &[]);
    let document = json!({
        "schema": "https://pith.science/schemas/pith-integrity/v1.json",
        "integrity": {"findings": [], "detectors_run": [],
            "snapshot_sha256": "c28c3603d3b5d939e8dc4c7e95fa8dfce3d595e45f758748cecf8e644a296938"},
        "events": [{"event_id": 1, "event_type": "pith.integrity.v1", "payload": payload, "payload_sha256": digest,
            "signature_b64": registry().sign(&digest), "signing_key_id": "test-registry",
            "created_at": "2026-06-01T00:00:00Z"}],
    });
    for (until, reason) in
        [("2026-06-01T00:00:00Z", Reason::KeyOutsideWindow), ("2026-06-01T00:00:01Z", Reason::KeyWindowUnproven)]
    {
        let options = with(ring(&on_terms("current", None, Some(until))), None);
        let report = verify(document.to_string().as_bytes(), &options);
        assert_eq!(trust(&report).reason, reason, "{until}");
    }
}

/// A revoked key says nothing even where it only stands listed.
/// A text in hand is established by the keys by which the document is, and by no others.
#[test]
fn a_text_is_established_only_by_a_key_that_counts() {
    let bundle = Bundle::new().bytes();
    let title = "A Generic Checkpoint-Restart Mechanism for Virtual Machines";
    for (status, from, until, at, reason) in CASES {
        let options = with(ring(&on_terms(status, from, until)), at);
        let counts = verify(&bundle, &options).verdict.word == VerdictWord::Verified;
        let answer = match_text(&bundle, Field::Title, title, &options).unwrap();
        assert_eq!((answer.outcome, answer.established), (MatchWord::Matches, counts), "{reason:?}");
        assert_eq!(answer.worth.unwrap().ends_with("not established."), !counts, "{reason:?}");
    }
}

#[test]
fn a_revoked_key_that_signs_nothing_is_named() {
    let manifest = common::json(&sample("pith-mirrors"));
    let mut key = manifest["mirrors"][0]["public_key"].clone();
    key.as_object_mut().unwrap().retain(|name, _| name.starts_with("public_key_hex") || name == "key_id");
    key["status"] = json!("revoked");
    let report = verify(&sample("pith-mirrors"), &with(ring(&json!([key])), None));
    assert_eq!(trust(&report).reason, Reason::KeyRevoked);
    assert!(!trust(&report).required);
    assert_eq!(report.outcomes.failed, 0);
}

#[test]
fn two_keys_of_which_one_is_revoked() {
    let other = Signer::test(1, "other");
    let bytes = Bundle::new().event(Event::new("correction").by(&other)).bytes();
    let key = |signer: &Signer, status: &str| json!({"key_id": signer.key_id, "public_key_hex": signer.public_key_hex(), "status": status});
    let word = |a: &str, b: &str| {
        let keys = json!([key(&registry(), a), key(&other, b)]);
        verify(&bytes, &with(ring(&keys), None)).verdict
    };
    assert_eq!(word("current", "current").word, VerdictWord::Verified);
    let verdict = word("current", "revoked");
    assert_eq!(verdict.word, VerdictWord::Consistent);
    assert!(verdict.sentence.contains(&format!("the key {} is revoked", other.fingerprint())), "{}", verdict.sentence);
    // A revoked and an unknown one are both named.
    let report = verify(&bytes, &with(ring(&json!([key(&other, "revoked")])), None));
    let sentence = &report.verdict.sentence;
    assert!(sentence.contains("is revoked: anybody") && sentence.contains("is not in your key ring"), "{sentence}");
}

#[test]
fn every_form_of_a_key_file_gives_the_key() {
    let signer = registry();
    let object = signer.key_object();
    let ring_text = ring(&on_terms("current", None, None)).to_json();
    let files = [
        signer.public_key_hex(),
        format!(" {}\n", signer.public_key_hex().to_uppercase()),
        object.to_string(),
        json!([object]).to_string(),
        json!({"manifest_type": "pith_mirror_manifest", "mirrors": [{"public_key": object}]}).to_string(),
        ring_text,
    ];
    for file in files {
        let mut ring = KeyRing::empty();
        assert_eq!(ring.add(file.as_bytes(), "a test").unwrap(), 1, "{file}");
        let entry = &ring.to_report().keys[0];
        assert_eq!((entry.public_key_hex.clone(), entry.status), (signer.public_key_hex(), KeyStatus::Current));
        assert_eq!(entry.fingerprint_sha256_hex, signer.fingerprint());
        assert_eq!(entry.source, "a test");
        let report = verify(&Bundle::new().bytes(), &with(ring, None));
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{file}");
    }
}

/// What the service says of rotation has no published rule: it is kept, and said not to be applied.
#[test]
fn rotation_is_noted_and_not_applied() {
    let mut object = registry().key_object();
    object["rotates_at"] = json!("2020-01-01T00:00:00Z");
    let mut ring = KeyRing::empty();
    ring.add(object.to_string().as_bytes(), "a test").unwrap();
    let note = ring.to_report().keys[0].note.clone().unwrap();
    assert!(note.contains("2020-01-01T00:00:00Z") && note.contains("not applied"), "{note}");
    assert_eq!(verify(&Bundle::new().bytes(), &with(ring, None)).verdict.word, VerdictWord::Verified);
}

#[test]
fn what_a_ring_file_gets_wrong_is_refused_and_nothing_is_added() {
    let key = registry().public_key_hex();
    let entry = |name: &str, value: Value| {
        let mut entry = json!({"public_key_hex": key});
        entry[name] = value;
        json!([{"public_key_hex": Signer::test(1, "x").public_key_hex()}, entry])
    };
    let file = |keys: Value| String::from_utf8(ring_file(&keys)).unwrap();
    let cases = [
        (file(entry("status", json!("Revoked"))), "`status` to be current, retired or revoked"),
        (file(entry("status", json!(1))), "`status` to be a text"),
        (file(entry("valid_untill", json!("2027-01-01T00:00:00Z"))), "no member but key_id, algorithm"),
        (file(entry("valid_until", json!("2027-01-01"))), "a time with its zone as RFC 3339 writes it"),
        (file(entry("valid_until", json!("2027-02-30T00:00:00Z"))), "found “2027-02-30T00:00:00Z”"),
        (file(entry("fingerprint_sha256_hex", json!("0".repeat(32)))), "expected the fingerprint"),
        (file(entry("algorithm", json!("rsa"))), "expected the algorithm ed25519"),
        (file(entry("public_key_hex", json!("0".repeat(64)))), "canonical encoding of an Ed25519 public key"),
        (file(entry("note", json!("n".repeat(1001)))), "`note` to be a text of at most 1000 bytes"),
        (file(json!([{"note": "none"}])), "without `public_key_hex`"),
        (file(json!([5])), "without `public_key_hex`"),
        (file(json!({})), "an array `keys`"),
        (
            file(
                json!([{"public_key_hex": key, "valid_from": "2027-01-01T00:00:00Z", "valid_until": "2027-01-01T01:00:00+01:00"}]),
            ),
            "`valid_until` to be later than `valid_from`",
        ),
        (json!({"ring_type": "another", "ring_version": "1", "keys": []}).to_string(), "`ring_type` to be"),
        (
            json!({"ring_type": "pith_verifier_key_ring", "ring_version": "2", "keys": []}).to_string(),
            "`ring_version` to be 1",
        ),
        (
            json!({"ring_type": "pith_verifier_key_ring", "ring_version": "1", "keys": [], "x": 1}).to_string(),
            "and nothing else",
        ),
        // Not in a ring file, it has no published meaning, and is not passed over.
        (json!({"public_key_hex": key, "status": "revoked"}).to_string(), "expected `status` only in a ring file"),
        (json!({"public_key_hex": key, "valid_until": "x"}).to_string(), "expected `valid_until` only in a ring file"),
    ];
    for (text, says) in cases {
        let mut ring = KeyRing::built_in();
        let fault = ring.add(text.as_bytes(), "a test").unwrap_err().to_string();
        assert!(fault.contains(says), "{text}: {fault}");
        assert_eq!(ring, KeyRing::built_in(), "{text}");
    }
}

#[test]
fn a_ring_has_a_thousand_entries_at_most() {
    let key = registry().public_key_hex();
    let keys = |count: usize| {
        json!((0..count).map(|n| json!({"public_key_hex": key, "note": n.to_string()})).collect::<Vec<_>>())
    };
    let mut ring = KeyRing::empty();
    ring.add(&ring_file(&keys(1000)), "a test").unwrap();
    assert_eq!(ring.len(), 1000);
    let fault = KeyRing::built_in().add(&ring_file(&keys(1000)), "a test").unwrap_err().to_string();
    assert!(fault.contains("at most 1000 entries"), "{fault}");
    // What is there already takes no room.
    assert_eq!(ring.add(&ring_file(&keys(1000)), "a test").unwrap(), 1000);
    let long = "\u{1}".repeat(1000);
    let worst = json!(
        (0..1000)
            .map(|n| json!({"public_key_hex": key, "note": format!("{n}{}", &long[..990]),
        "source": long, "key_id": long}))
            .collect::<Vec<_>>()
    );
    let worst = self::ring(&worst).to_json();
    assert_eq!(KeyRing::empty().add(worst.as_bytes(), "a test").unwrap(), 1000, "the largest ring can be read again");
}

/// Each may have to be tried with each integrity event, of which a document may have ten thousand.
#[test]
fn a_ring_has_four_keys_under_one_identifier_at_most() {
    let mut keys: Vec<String> = (0..3).map(|number| Signer::test(number, "").public_key_hex()).collect();
    // The key built in, and that of the test of 1024 bytes in RFC 8032 section 7.1.
    keys.push("b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3".to_owned());
    keys.push("278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e".to_owned());
    let entries = |id: &str, count: usize| {
        let entry = |key: &String| json!({"key_id": id, "public_key_hex": key});
        json!(keys[..count].iter().map(entry).collect::<Vec<_>>())
    };
    let mut ring = ring(&entries("k", 4));
    assert_eq!(ring.add(&ring_file(&entries("k", 4)), "again").unwrap(), 4, "other entries about the same keys");
    assert_eq!(ring.len(), 8);
    let before = ring.clone();
    let fault = ring.add(&ring_file(&entries("k", 5)), "a test").unwrap_err().to_string();
    assert_eq!(
        fault,
        "expected at most 4 keys with the identifier k in a key ring, found more; leave out the keys that you do not need"
    );
    assert_eq!(ring, before);
    ring.add(&ring_file(&entries("l", 4)), "a test").unwrap();
}

#[test]
fn a_long_source_is_cut_at_a_character() {
    let mut ring = KeyRing::empty();
    ring.add(registry().public_key_hex().as_bytes(), &format!("x{}", "é".repeat(600))).unwrap();
    assert_eq!(ring.to_report().keys[0].source.len(), 999);
}

/// Export, import, export: the same bytes; and the same as the ring in a report.
#[test]
fn a_ring_comes_back_as_it_went() {
    let hostile = hostile();
    let texts: Vec<&str> = hostile.iter().map(|(text, _)| text.as_str()).collect();
    let times = ["2026-01-01T00:00:00Z", "2026-05-18T05:38:55.1+02:00", "2027-01-01T00:00:00-00:30"];
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for _ in 0..300 {
        let mut keys = Vec::new();
        for _ in 0..next(6) {
            let mut text = |of: &[&str]| match next(3) {
                0 => Value::Null,
                _ => json!(of[next(of.len())]),
            };
            let (id, source, note) = (text(&texts), text(&texts), text(&texts));
            let (from, until) = (text(&times[..1]), text(&times[1..]));
            keys.push(json!({"key_id": id, "source": source, "note": note, "valid_from": from, "valid_until": until,
                "status": KeyStatus::ALL[next(3)].as_str(),
                "public_key_hex": Signer::test(next(3), "x").public_key_hex()}));
        }
        let once = ring(&json!(keys));
        let exported = once.to_json();
        let mut again = KeyRing::empty();
        again.add(exported.as_bytes(), "another source").unwrap();
        assert_eq!(again, once);
        assert_eq!(again.to_json(), exported);
        again.add(exported.as_bytes(), "a third source").unwrap();
        assert_eq!(again, once, "a second import adds nothing");
        assert_eq!(common::json(exported.as_bytes()), serde_json::to_value(once.to_report()).unwrap());
        let report = verify(b"{", &with(once.clone(), None));
        let report = serde_json::to_value(&report).unwrap();
        assert_eq!(ring(&report["ring"]["keys"]), once, "a report's ring is a ring file");
    }
}

/// Of several entries about one key the strictest counts, in whatever order they came.
#[test]
fn no_later_entry_makes_a_key_good_again() {
    let key = registry().public_key_hex();
    let entry = |status: &str, from: Option<&str>, until: Option<&str>| json!({"public_key_hex": key, "status": status, "valid_from": from, "valid_until": until, "source": status});
    let entries = [
        entry("current", None, None),
        entry("current", Some("2026-01-01T00:00:00Z"), Some("2028-01-01T00:00:00Z")),
        entry("current", None, Some("2027-01-01T00:00:00Z")),
        entry("retired", None, Some("2026-12-01T00:00:00Z")),
        entry("revoked", None, None),
    ];
    let at = Some("2026-06-15T00:00:00Z");
    let judged = |picked: &[&Value]| {
        let report = judged(&json!(picked), at);
        let key = report.keys[0].clone();
        (key.trust, key.status, key.valid_from, key.valid_until)
    };
    for first in &entries {
        for second in &entries {
            assert_eq!(judged(&[first, second]), judged(&[second, first]), "{first} {second}");
            let status = |entry: &Value| KeyStatus::ALL.iter().position(|status| entry["status"] == status.as_str());
            let stricter = KeyStatus::ALL[status(first).max(status(second)).unwrap()];
            assert_eq!(judged(&[first, second]).1, Some(stricter));
        }
    }
    let all: Vec<&Value> = entries.iter().collect();
    let window = (Some("2026-01-01T00:00:00Z".to_owned()), Some("2026-12-01T00:00:00Z".to_owned()));
    assert_eq!(judged(&all), (KeyTrust::Revoked, Some(KeyStatus::Revoked), window.0, window.1));
    assert_eq!(judged(&all[..4]).0, KeyTrust::InWindow);
    // Also when the good one is a bare key given later, or the built-in one.
    let mut ring = ring(&json!([entries[4]]));
    ring.add(key.as_bytes(), "a bare key").unwrap();
    let report = verify(&Bundle::new().bytes(), &with(ring, at));
    assert_eq!(report.keys[0].trust, KeyTrust::Revoked);
    assert_eq!(report.keys[0].source, "revoked", "the source of the entry that counts");
    let mut ring = KeyRing::built_in();
    let registry = ring.to_report().keys[0].public_key_hex.clone();
    ring.add(&ring_file(&json!([{"public_key_hex": registry, "status": "revoked"}])), "a test").unwrap();
    let report = verify(&sample("bundle-1212.1787"), &with(ring, at));
    assert_eq!((report.keys[0].trust, report.verdict.word), (KeyTrust::Revoked, VerdictWord::Consistent));
}

/// Two keys that go by one name are both in the ring, each on its own terms.
#[test]
fn one_identifier_of_two_keys() {
    let (old, new) = (registry(), Signer::test(1, "test-registry"));
    let keys = json!([
        {"key_id": "test-registry", "public_key_hex": old.public_key_hex(), "status": "revoked"},
        {"key_id": "test-registry", "public_key_hex": new.public_key_hex()},
    ]);
    for (signer, trust, word) in
        [(old, KeyTrust::Revoked, VerdictWord::Consistent), (new, KeyTrust::Trusted, VerdictWord::Verified)]
    {
        let mut bundle = Bundle::of(common::json(&sample("bundle-1212.1787")), signer);
        bundle.registry.key_id = "test-registry".to_owned();
        let report = verify(&bundle.bytes(), &with(ring(&keys), None));
        assert_eq!((report.keys[0].trust, report.verdict.word), (trust, word));
    }
}

#[test]
fn a_time_is_one_or_is_refused() {
    for text in ["", "now", "2026-06-01", "2026-06-01T00:00:00", "2026-02-29T00:00:00Z", "2026-06-01T00:00:00+25:00"] {
        let fault = text.parse::<pith_verifier::Time>().unwrap_err().to_string();
        assert!(fault.starts_with("expected a time with its zone"), "{fault}");
    }
    let fault = "\u{202e}".repeat(100).parse::<pith_verifier::Time>().unwrap_err().to_string();
    assert!(!fault.contains('\u{202e}') && fault.len() < 400, "{fault}");
}

/// The same document, ring and time give the same report, whatever the spelling of a time in another zone.
#[test]
fn one_moment_spelled_in_two_zones_is_judged_alike() {
    for (status, from, until, at, _) in CASES {
        let elsewhere = |text: Option<&str>| {
            text.map(|text| {
                let hour: u32 = text[11..13].parse().unwrap();
                // One hour later in a zone that is one hour ahead; no case is at the end of its day.
                if hour == 23 {
                    text.to_owned()
                } else {
                    text.replace(&text[10..13], &format!("T{:02}", hour + 1)).replace('Z', "+01:00")
                }
            })
        };
        let (far_from, far_until, far_at) = (elsewhere(from), elsewhere(until), elsewhere(at));
        let near = judged(&on_terms(status, from, until), at);
        let far = judged(&on_terms(status, far_from.as_deref(), far_until.as_deref()), far_at.as_deref());
        assert_eq!((trust(&near).reason, near.verdict.word), (trust(&far).reason, far.verdict.word));
    }
}

#[test]
fn the_command_line_exports_and_takes_rings() {
    let bundle = Scratch::new("bundle.json", &Bundle::new().bytes());
    let keys = on_terms("retired", None, Some("2027-01-01T00:00:00Z"));
    let file = Scratch::new("ring.json", &ring_file(&keys));
    let exported = run(&["keys", "--trust-key", file.path(), "--no-built-in-keys", "--format", "json"]);
    assert_eq!(exported.status.code(), Some(0));
    assert_eq!(String::from_utf8(exported.stdout.clone()).unwrap(), ring(&keys).to_json());
    let text = run(&["keys", "--trust-key", file.path()]);
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.starts_with("current   pith-v1-2026-05\n") && text.contains("retired   test-registry\n"), "{text}");
    let again = Scratch::new("again.json", &exported.stdout);
    let verify = |at: &[&str]| {
        let args = [&["verify", "--trust-key", again.path()], at, &[bundle.path()]].concat();
        run(&args).status.code().unwrap()
    };
    assert_eq!(verify(&[]), 3);
    assert_eq!(verify(&["--at", "2026-06-15T00:00:00Z"]), 0);
    assert_eq!(verify(&["--at", "2027-06-15T00:00:00Z"]), 3);
    assert_eq!(verify(&["--at", "yesterday"]), 2);
    // What other subcommands say of the same keys.
    for (at, code) in [("2026-06-15T00:00:00Z", 0), ("2027-06-15T00:00:00Z", 3)] {
        let number = ["match", "--trust-key", again.path(), "--at", at, "--arxiv", "1212.1787", bundle.path()];
        assert_eq!(run(&number).status.code(), Some(code), "{at}");
        let both = ["compare", "--trust-key", again.path(), "--at", at, bundle.path(), bundle.path()];
        let text = String::from_utf8(run(&both).stdout).unwrap();
        assert_eq!(text.contains("does not establish its signer"), code != 0, "{text}");
    }
    let empty = run(&["keys", "--no-built-in-keys"]);
    assert!(String::from_utf8(empty.stdout).unwrap().contains("key ring is empty"));
    assert_eq!(run(&["keys", "--trust-key", bundle.path()]).status.code(), Some(2));
}

/// Each hostile string, not longer than a ring takes it, and whether it must look different when shown.
fn hostile() -> Vec<(String, bool)> {
    let set = common::json(&own("hostile-strings/display.json"));
    let cut = |entry: &Value| {
        let text: String = entry["string"].as_str().unwrap().chars().take(150).collect();
        (text, entry["must_be_made_visible"].as_bool().unwrap())
    };
    set["strings"].as_array().unwrap().iter().map(cut).collect()
}

/// A ring from somebody else cannot write to the terminal or into a sentence what it likes.
#[test]
fn hostile_notes_are_written_out() {
    let key = |(text, _): &(String, bool)| {
        json!({"key_id": text, "source": text, "note": text, "status": "revoked",
            "public_key_hex": registry().public_key_hex()})
    };
    let hostile = hostile();
    assert_eq!(hostile.len(), 154);
    let keys: Vec<Value> = hostile.iter().map(key).collect();
    let file = Scratch::new("hostile.json", &ring_file(&json!(keys)));
    let output = String::from_utf8(run(&["keys", "--trust-key", file.path()]).stdout).unwrap();
    assert!(!output.contains(|c: char| c.is_control() && c != '\n'));
    let names: Value = common::json(&Bundle::new().bytes());
    for ((text, must), key) in hostile.iter().zip(&keys) {
        let mut key = key.clone();
        // The signatures name the key by this identifier.
        key["key_id"] = names["bundle_signature"]["key_id"].clone();
        let report = verify(&Bundle::new().bytes(), &with(ring(&json!([key])), None));
        assert_eq!(report.keys[0].note.as_ref(), Some(text));
        let sentence = [&*report.verdict.sentence, &*trust(&report).sentence].concat();
        assert!(!sentence.contains(char::is_control), "{sentence}");
        assert!(!must || (!output.contains(text) && !sentence.contains(text)), "{text:?}");
    }
}

/// What a caller calls a key is his own label: no document has to use it, and none is broken for not using it.
#[test]
fn the_callers_label_for_a_key_breaks_no_document() {
    let registry = common::json(KeyRing::built_in().to_json().as_bytes())["keys"][0]["public_key_hex"].clone();
    let labelled = |key: &Value, label: &str| {
        let mut ring = KeyRing::empty();
        let object = json!({"key_id": label, "algorithm": "ed25519", "public_key_hex": key});
        ring.add(object.to_string().as_bytes(), "a test").unwrap();
        Options { ring, ..Options::default() }
    };
    for name in ["record-2101.05782", "bundle-1212.1787"] {
        let report = verify(&sample(name), &labelled(&registry, "my own label"));
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{name}");
        assert_eq!(report.keys[0].key_id.as_deref(), Some("my own label"));
    }
    // Another key under the name that the record's signature uses: that key is not at hand, and nothing is broken.
    let stranger = json!(Signer::test(0, "").public_key_hex());
    let report = verify(&sample("record-2101.05782"), &labelled(&stranger, "pith-v1-2026-05"));
    assert_eq!(report.verdict.word, VerdictWord::Unsigned, "{:?}", report.verdict);
}

/// A key of the ring that nobody has named signs under the registry's name, and not under one that nobody has.
#[test]
fn no_key_signs_under_another_keys_name() {
    let judged = |name: &str| {
        let signer = Signer::test(1, name);
        let bundle = Bundle::new().event(Event::new("correction").by(&signer));
        verify(&bundle.bytes(), &trusting(&[&registry(), &signer]))
    };
    assert_eq!(judged("somebody-else").verdict.word, VerdictWord::Verified);
    for taken in ["pith-v1-2026-05", &registry().key_id] {
        let report = judged(taken);
        assert_eq!(report.verdict.word, VerdictWord::Broken, "{taken}");
        let check = report.checks.iter().find(|check| check.outcome == Outcome::Failed).unwrap();
        assert_eq!((check.name, check.reason), (CheckName::EventSignature, Reason::KeyIdMismatch));
        assert_eq!(check.pointer, "/events/2/signature/key_id");
    }
}

/// The document names the key, so a signature has to use that name, whatever the caller's label is.
#[test]
fn a_label_in_the_ring_is_no_name_in_the_document() {
    let mut bundle = Bundle::new().value();
    bundle["public_keys"][0]["key_id"] = json!("another name");
    let event = json!([bundle["events"][0]]);
    for ring in [trusting(&[&registry()]).ring, ring(&on_terms("current", None, None))] {
        assert_eq!(verify(event.to_string().as_bytes(), &with(ring.clone(), None)).verdict.word, VerdictWord::Verified);
        let report = verify(bundle.to_string().as_bytes(), &with(ring, None));
        let signature = report.checks.iter().find(|check| check.name == CheckName::EventSignature).unwrap();
        assert_eq!((signature.outcome, signature.reason), (Outcome::Failed, Reason::KeyIdMismatch));
    }
}

/// What says that it is for another algorithm is no key of the ring and checks no signature, whatever its bytes.
#[test]
fn a_key_for_another_algorithm_is_no_key_of_this_one() {
    let mut manifest = common::json(&sample("pith-mirrors"));
    let trusts = |manifest: &Value| {
        let report = verify(manifest.to_string().as_bytes(), &Options::default());
        report.checks.iter().filter(|check| check.name == CheckName::KeyTrust).count()
    };
    assert_eq!(trusts(&manifest), 1);
    manifest["mirrors"][0]["public_key"]["algorithm"] = json!("rsa");
    assert_eq!(trusts(&manifest), 0);
    let mut bundle = Bundle::new().value();
    let judged = |bundle: &Value| verify(bundle.to_string().as_bytes(), &Options::default());
    let signature = |report: &Report| {
        report.checks.iter().find(|check| check.name == CheckName::EventSignature).map(|check| check.reason)
    };
    assert_eq!(signature(&judged(&bundle)), Some(Reason::SignatureHolds));
    bundle["public_keys"][0]["algorithm"] = json!("rsa");
    assert_eq!(signature(&judged(&bundle)), Some(Reason::KeyUnknown));
}

/// A key of the ring that a document lists twice is compared with the ring both times.
#[test]
fn each_copy_of_a_key_is_compared_with_the_ring() {
    let mut manifest = common::json(&sample("pith-mirrors"));
    let mirror = manifest["mirrors"][0].clone();
    manifest["mirrors"].as_array_mut().unwrap().push(mirror);
    let report = verify(manifest.to_string().as_bytes(), &Options::default());
    for pointer in ["/mirrors/0/public_key/public_key_hex", "/mirrors/1/public_key/public_key_hex"] {
        let leaf = report.coverage.leaves.iter().find(|leaf| leaf.pointer == pointer).unwrap();
        assert_eq!(leaf.class, Class::Derived, "{pointer}");
    }
}
