//! What the published documents must come out as.
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

mod common;

use common::{SIGNED, check, sample};
use ed25519_dalek::{Signer, SigningKey};
use pith_verifier::{
    CheckName, Class, KeyRing, Options, Outcome, Reason, Report, VerdictWord, canonicalize, canonicalize_part,
    sha256_hex, verify,
};
use serde_json::{Value, json};

fn stranger() -> Options {
    Options { ring: KeyRing::empty(), name: None }
}

fn outcomes(report: &Report, name: CheckName) -> Vec<(Outcome, Reason)> {
    report.checks.iter().filter(|check| check.name == name).map(|check| (check.outcome, check.reason)).collect()
}

#[test]
fn the_five_signed_documents_are_verified() {
    for name in SIGNED {
        let report = check(&sample(name));
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{name}");
        assert_eq!(report.outcomes.failed, 0);
        assert_eq!(report.keys.len(), 1);
        assert!(report.keys[0].in_ring);
        let classes = &report.coverage;
        let sum = classes.signed
            + classes.derived
            + classes.bound
            + classes.signature
            + classes.checksummed
            + classes.uncovered;
        assert_eq!(sum, classes.total);
        assert_eq!(classes.leaves.len(), classes.total);
    }
}

/// Five digests, four signatures, and the state from the events.
#[test]
fn every_digest_and_signature_of_a_bundle_is_its_own_check() {
    for name in SIGNED.iter().filter(|name| name.starts_with("bundle")) {
        let report = check(&sample(name));
        for (check, count) in [
            (CheckName::BundleDigest, 1),
            (CheckName::StateDigest, 1),
            (CheckName::EventDigest, 2),
            (CheckName::EventId, 2),
            (CheckName::RecordDigest, 3),
            (CheckName::SectionDigest, 4),
            (CheckName::StateRebuilt, 1),
        ] {
            let found = outcomes(&report, check);
            assert_eq!(found.len(), count, "{name} {}", check.as_str());
            assert!(found.iter().all(|&(outcome, _)| outcome == Outcome::Passed));
        }
        for (check, count) in
            [(CheckName::BundleSignature, 1), (CheckName::EventSignature, 2), (CheckName::ReceiptSignature, 1)]
        {
            assert_eq!(outcomes(&report, check), vec![(Outcome::Passed, Reason::SignatureHolds); count]);
        }
        // All but the time beside the bundle's signature.
        let uncovered: Vec<_> = report.coverage.leaves.iter().filter(|leaf| leaf.class == Class::Uncovered).collect();
        assert_eq!(uncovered.len(), 1);
        assert_eq!(uncovered[0].pointer, "/bundle_signature/signed_at");
    }
}

#[test]
fn documents_without_a_signature_of_their_own_are_unsigned() {
    for name in ["state-1212.1787", "graph-1706.00337", "pith-mirrors"] {
        let report = check(&sample(name));
        assert_eq!(report.verdict.word, VerdictWord::Unsigned, "{name}");
        assert_eq!(report.outcomes.failed, 0);
    }
}

#[test]
fn the_key_of_the_mirror_manifest_is_said_to_be_the_rings() {
    let report = check(&sample("pith-mirrors"));
    assert_eq!(outcomes(&report, CheckName::KeyTrust), [(Outcome::Passed, Reason::KeyInRing)]);
    let report = verify(&sample("pith-mirrors"), &stranger());
    assert_eq!(outcomes(&report, CheckName::KeyTrust), [(Outcome::Noted, Reason::KeyNotInRing)]);
}

#[test]
fn a_key_found_in_the_document_establishes_nobody() {
    for name in SIGNED {
        let report = verify(&sample(name), &stranger());
        // A record brings no key along, so its signature cannot even be checked.
        let word = if name.starts_with("bundle") { VerdictWord::Consistent } else { VerdictWord::Unsigned };
        assert_eq!(report.verdict.word, word, "{name}");
    }
}

#[test]
fn a_state_alone_has_one_signature_inside_and_none_over_it() {
    let report = check(&sample("state-1212.1787"));
    assert_eq!(outcomes(&report, CheckName::ReceiptSignature), [(Outcome::Passed, Reason::SignatureHolds)]);
    assert_eq!(report.coverage.signed, 10);
    assert_eq!(report.verdict.word, VerdictWord::Unsigned);
}

#[test]
fn a_bare_canonical_record_gets_its_digest_and_its_number() {
    let record = canonicalize_part(&sample("bundle-1212.1787"), "/canonical_record").unwrap();
    let report = check(&record);
    assert_eq!(report.verdict.word, VerdictWord::Unsigned);
    let computed: Vec<_> = report.checks.iter().map(|check| check.computed.as_deref().unwrap()).collect();
    assert_eq!(
        computed,
        ["0e788ad726080401ee8abc0ce4973d96738d40b9caf778c360b1330a7d7780af", "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ"]
    );
}

#[test]
fn the_events_of_a_bundle_stand_alone_too() {
    let bundle: Value = common::json(&sample("bundle-1212.1787"));
    for list in [json!(bundle["events"]), json!({"events": bundle["events"]}), json!(bundle["events"][0])] {
        let report = check(list.to_string().as_bytes());
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{:?}", report.verdict);
    }
}

const TEST_FINGERPRINT: &str = "21fe31dfa154a261626bf854046fd227";

/// The first test key of RFC 8032, which is public.
fn test_key() -> SigningKey {
    let seed = common::hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    SigningKey::from_bytes(&seed.try_into().unwrap())
}

fn sign(key: &SigningKey, digest: &str) -> Value {
    use std::fmt::Write as _;
    let signature = key.sign(&common::hex(digest)).to_bytes();
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = signature.iter().fold(String::new(), |mut bits, byte| {
        write!(bits, "{byte:08b}").unwrap();
        bits
    });
    let letter = |group: &[u8]| {
        let group = format!("{:0<6}", std::str::from_utf8(group).unwrap());
        char::from(alphabet[usize::from_str_radix(&group, 2).unwrap()])
    };
    Value::String(bits.as_bytes().chunks(6).map(letter).collect::<String>() + "==")
}

fn digest(value: &Value, without: &[&str]) -> String {
    let mut value = value.clone();
    for name in without {
        value.as_object_mut().unwrap().remove(*name);
    }
    sha256_hex(&canonicalize(value.to_string().as_bytes()).unwrap())
}

/// Signs a whole bundle again with the first test key of RFC 8032.
fn signed_again(key_id: &str) -> Vec<u8> {
    let key = test_key();
    let mut bundle: Value = common::json(&sample("bundle-1212.1787"));
    let fingerprint = TEST_FINGERPRINT;
    let stamp = |signature: &mut Value, digest: &str| {
        signature["key_id"] = json!(key_id);
        signature["public_key_fingerprint"] = json!(fingerprint);
        signature["signature_b64"] = sign(&key, digest);
    };
    let record_digest = bundle["canonical_sha256"].as_str().unwrap().to_owned();
    stamp(&mut bundle["events"][0]["payload"]["receipt"], &record_digest);
    for event in bundle["events"].as_array_mut().unwrap() {
        event["signer"]["key_id"] = json!(key_id);
        event["signer"]["public_key_fingerprint"] = json!(fingerprint);
        let content = digest(event, &["signature", "content_sha256", "event_id"]);
        event["content_sha256"] = json!(content);
        event["event_id"] = json!(format!("sha256:{content}"));
        stamp(&mut event["signature"], &content);
    }
    let events = bundle["events"].clone();
    let entry = |index: usize| {
        let event = &events[index];
        json!({"event_id": event["event_id"], "target": event["target"], "created_at": event["created_at"],
            "signer": event["signer"], "payload": event["payload"]})
    };
    let state = &mut bundle["state"];
    state["current"]["record_created"] = entry(0);
    state["current"]["graph_snapshots"] = json!([entry(1)]);
    state["applied_event_ids"] = json!([events[0]["event_id"], events[1]["event_id"]]);
    state["state_sha256"] = json!(digest(state, &["state_sha256"]));
    bundle["public_keys"] = json!([{
        "key_id": key_id, "algorithm": "ed25519", "format": "raw",
        "public_key_b64": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        "public_key_hex": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "fingerprint_sha256_b32_first128bits": "EH7DDX5BKSRGCYTL7BKAI36SE4",
        "fingerprint_sha256_hex": fingerprint,
    }]);
    let content = digest(&bundle, &["bundle_signature"]);
    bundle["bundle_signature"]["bundle_sha256"] = json!(content);
    stamp(&mut bundle["bundle_signature"], &content);
    bundle.to_string().into_bytes()
}

#[test]
fn a_bundle_signed_throughout_with_another_key_is_only_consistent() {
    for (key_id, reason) in [("someone-else", Reason::KeyNotInRing), ("pith-v1-2026-05", Reason::KeyIdTaken)] {
        let bundle = signed_again(key_id);
        let report = check(&bundle);
        assert_eq!(
            report.verdict.word,
            VerdictWord::Consistent,
            "{:?}",
            report.checks.iter().find(|check| check.outcome == Outcome::Failed)
        );
        assert_eq!(outcomes(&report, CheckName::KeyTrust), [(Outcome::Noted, reason)]);

        let mut options = Options::default();
        let key = b"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        options.ring.add(key, "a test key of RFC 8032").unwrap();
        assert_eq!(verify(&bundle, &options).verdict.word, VerdictWord::Verified, "with the key in the ring");
    }
}

/// Two valid events of one signer that follow the same event: a finding of ours, and no failure.
#[test]
fn two_events_that_follow_the_same_one_are_named() {
    let key = test_key();
    let event = |target: &str, prev: Value| {
        let mut event = json!({
            "event_type": "correction", "subject_pith_number": "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
            "target": target, "payload": {}, "created_at": "2026-06-01T00:00:00Z", "supersedes": [],
            "prev_event": prev, "schema_version": "1.0",
            "signer": {"key_id": "k", "public_key_fingerprint": TEST_FINGERPRINT},
        });
        let content = digest(&event, &[]);
        event["content_sha256"] = json!(content);
        event["event_id"] = json!(format!("sha256:{content}"));
        event["signature"] = json!({
            "signature_status": "signed_v1", "algorithm": "ed25519", "key_id": "k",
            "public_key_fingerprint": TEST_FINGERPRINT, "signature_b64": sign(&key, &content),
            "signed_message": "open_graph_event_sha256_bytes",
        });
        event
    };
    let bundle_with = |events: Value| {
        let mut bundle: Value = common::json(&signed_again("k"));
        bundle["events"].as_array_mut().unwrap().extend(events.as_array().unwrap().clone());
        check(bundle.to_string().as_bytes())
    };
    let prev = json!("sha256:00");
    let report = bundle_with(json!([event("a", prev.clone()), event("b", prev.clone())]));
    assert_eq!(outcomes(&report, CheckName::MergeEquivocation), [(Outcome::Noted, Reason::EquivocationFound)]);
    let report = bundle_with(json!([event("a", prev.clone()), event("a", prev.clone()), event("b", json!(null))]));
    assert_eq!(outcomes(&report, CheckName::MergeEquivocation), [(Outcome::Passed, Reason::EquivocationNone)]);
    assert_eq!(outcomes(&report, CheckName::StateRebuilt), [(Outcome::NotChecked, Reason::StateNotComparable)]);
}

/// Received bytes differ, canonical bytes do not.
#[test]
fn white_space_and_member_order_change_nothing() {
    for name in SIGNED {
        let value: Value = common::json(&sample(name));
        let pretty = serde_json::to_vec_pretty(&value).unwrap();
        let report = check(&pretty);
        assert_eq!(report.verdict.word, VerdictWord::Verified, "{name}");
        let sorted = canonicalize(&pretty).unwrap();
        assert_eq!(check(&sorted).verdict.word, VerdictWord::Verified, "{name}");
    }
}
