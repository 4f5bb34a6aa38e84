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

use std::collections::BTreeSet;

use common::builder::{Bundle, Event, Signer};
use common::{SIGNED, check, sample};
use pith_verifier::{
    CheckName, Class, KeyRing, Options, Outcome, Reason, Report, VerdictWord, canonicalize, canonicalize_part, verify,
};
use serde_json::{Value, json};

fn stranger() -> Options {
    Options { ring: KeyRing::empty(), ..Options::default() }
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

#[test]
fn a_bundle_signed_throughout_with_another_key_is_only_consistent() {
    for (key_id, reason) in [("someone-else", Reason::KeyNotInRing), ("pith-v1-2026-05", Reason::KeyIdTaken)] {
        let signer = Signer::test(0, key_id);
        let bundle = Bundle::of(common::json(&sample("bundle-1212.1787")), signer.clone());
        let report = check(&bundle.bytes());
        let failed = report.checks.iter().find(|check| check.outcome == Outcome::Failed);
        assert_eq!(report.verdict.word, VerdictWord::Consistent, "{failed:?}");
        assert_eq!(outcomes(&report, CheckName::KeyTrust), [(Outcome::Noted, reason)]);
        assert_eq!(bundle.check().verdict.word, VerdictWord::Verified, "with the key in the ring");
    }
}

/// Two valid events of one signer that follow the same event: a finding of ours, and no failure.
#[test]
fn two_events_that_follow_the_same_one_are_named() {
    let event = |target: &str| Event::new("correction").with("target", json!(target));
    let follows = |target: &str| event(target).previous("sha256:00");
    let report = Bundle::new().event(follows("a")).event(follows("b")).check();
    assert_eq!(outcomes(&report, CheckName::MergeEquivocation), [(Outcome::Noted, Reason::EquivocationFound)]);
    let report = Bundle::new().event(follows("a")).event(follows("a")).event(event("b")).check();
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

/// A value that another one was compared with is not uncovered: to change it would have been noticed.
#[test]
fn what_something_was_compared_with_is_checksummed() {
    let class = |document: &Value, pointer: &str| {
        let report = check(document.to_string().as_bytes());
        report.coverage.leaves.iter().find(|leaf| leaf.pointer == pointer).unwrap().class
    };
    let mut record: Value = common::json(&sample("record-2101.05782"));
    // Nothing else holds the canonical record then.
    for member in ["canonical_sha256", "pith_number", "short_pith_number", "source", "receipt", "graph_snapshot"] {
        record[member] = json!("");
    }
    record["aliases"] = json!([record["aliases"][1]]);
    for (pointer, expected) in [
        ("/paper/title", Class::Checksummed),
        ("/canonical_record/metadata/title_canon_sha256", Class::Checksummed),
        ("/canonical_record/metadata/abstract_canon_sha256", Class::Uncovered),
        ("/aliases/0/alias_value", Class::Checksummed),
        ("/canonical_record/source/id", Class::Checksummed),
        ("/canonical_record/source/version", Class::Checksummed),
        // With another kind there would be nothing to compare.
        ("/canonical_record/source/kind", Class::Uncovered),
        ("/canonical_record/metadata/license", Class::Uncovered),
    ] {
        assert_eq!(class(&record, pointer), expected, "{pointer}");
    }
    let mut state: Value = common::json(&sample("state-1212.1787"));
    state["state_sha256"] = json!("");
    assert_eq!(class(&state, "/current/graph_snapshots/0/event_id"), Class::Checksummed);
    assert_eq!(class(&state, "/current/graph_snapshots/0/created_at"), Class::Uncovered);
    // An alias follows from the identifier, which an event signs, though nothing else of the record is held.
    let mut bundle: Value = common::json(&sample("bundle-1212.1787"));
    bundle["canonical_record"]["metadata"]["license"] = json!("another");
    assert_eq!(class(&bundle, "/source_aliases/1/alias_value"), Class::Derived);
    assert_eq!(class(&bundle, "/source_aliases/3/alias_value"), Class::Checksummed);
}

/// The names of the checks that reach a leaf, and the keys whose signatures cover it.
fn reached<'r>(report: &'r Report, pointer: &str) -> (Vec<&'r str>, Vec<&'r str>) {
    let leaf = report.coverage.leaves.iter().find(|leaf| leaf.pointer == pointer).unwrap();
    assert!(leaf.checks.is_sorted_by(|a, b| a < b), "{pointer}: {:?}", leaf.checks);
    assert!(leaf.checks.iter().all(|&check| report.checks[check].outcome == Outcome::Passed), "{pointer}");
    assert_eq!(leaf.class == Class::Signed, !leaf.keys.is_empty(), "{pointer}");
    (
        leaf.checks.iter().map(|&check| report.checks[check].name.as_str()).collect(),
        leaf.keys.iter().map(|&key| report.keys[key].public_key_hex.as_str()).collect(),
    )
}

/// Of a bundle with an event of another signer.
#[test]
fn a_leaf_names_what_reaches_it() {
    let other = Signer::test(1, "other");
    let bundle = Bundle::new().event(Event::new("correction").at("2026-07-01T00:00:00Z").by(&other)).lists(&other);
    let report = verify(&bundle.bytes(), &common::builder::trusting(&[&common::builder::registry(), &other]));
    let (registry, other) = (common::builder::registry().public_key_hex(), other.public_key_hex());
    for (pointer, checks, keys) in [
        ("/built_at", &["bundle.digest", "bundle.signature"][..], &[&registry][..]),
        ("/bundle_signature/signature_b64", &["bundle.signature"], &[]),
        ("/bundle_signature/bundle_sha256", &["bundle.digest"], &[]),
        ("/bundle_signature/signed_at", &[], &[]),
        (
            "/events/2/created_at",
            &["event.digest", "event.id", "event.signature", "bundle.digest", "bundle.signature"],
            &[&other, &registry],
        ),
        ("/events/2/signature/signature_b64", &["event.signature", "bundle.digest", "bundle.signature"], &[&registry]),
        ("/events/2/event_id", &["event.id", "bundle.digest", "bundle.signature"], &[&registry]),
        ("/state/event_count", &["state.count", "state.digest", "bundle.digest", "bundle.signature"], &[&registry]),
        ("/canonical_sha256", &["record.digest", "bundle.digest", "bundle.signature"], &[&registry]),
    ] {
        assert_eq!(
            reached(&report, pointer),
            (checks.to_vec(), keys.iter().map(|key| key.as_str()).collect()),
            "{pointer}"
        );
    }
}

/// All that a document says of itself, where it says so, and what holds it.
#[test]
fn claims_are_the_documents_own_words() {
    let claims = |name: &str| -> Vec<String> {
        let claim = |claim: &pith_verifier::Claim| {
            let pith_verifier::Claim { name, value, pointer, class, .. } = claim;
            format!("{} {pointer} {} {value}", name.as_str(), class.as_str())
        };
        check(&sample(name)).claims.iter().map(claim).collect()
    };
    assert_eq!(
        claims("bundle-1212.1787"),
        [
            "pith_number /pith_number signed pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
            "source_kind /canonical_record/source/kind signed arxiv",
            "source_id /canonical_record/source/id signed 1212.1787",
            "source_version /canonical_record/source/version signed 1",
            "submitted_at /canonical_record/metadata/submitted_at signed 2012-12-08T12:56:49Z",
            "license /canonical_record/metadata/license signed http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
            "title /events/1/payload/graph_snapshot/paper/title signed A Generic Checkpoint-Restart Mechanism for Virtual Machines",
            "authors /events/1/payload/graph_snapshot/paper/authors_text signed Gene Cooperman, Komal Sodha, Rohan Garg",
            "event_count /state/event_count signed 2",
            "built_at /built_at signed 2026-06-01T22:25:31Z",
            "signed_at /bundle_signature/signed_at uncovered 2026-06-01T22:25:31.658925Z",
        ]
    );
    assert_eq!(
        claims("graph-1706.00337"),
        [
            "title /paper/title uncovered Triangle-free graphs of tree-width t are ceil((t + 3)/2)-colorable",
            "authors /paper/authors_text uncovered Ken-ichi Kawarabayashi, Zden\\v{e}k Dvo\\v{r}\\'ak",
        ]
    );
}

/// Nothing but an alias, and what has no rule, may stay unchecked in a verified bundle.
#[test]
fn what_a_verdict_needs_is_said_of_each_check() {
    let report = check(&sample("bundle-1212.1787"));
    let names = |required| -> BTreeSet<&str> {
        let checks = report.checks.iter().filter(|check| check.required == required);
        checks.map(|check| check.name.as_str()).collect()
    };
    let (free, needed) = (names(false), names(true));
    let expected = ["abstract.hash", "document.version", "merge.equivocation", "record.alias", "state.merge_version"];
    assert_eq!(free, BTreeSet::from(expected));
    for name in ["bundle.digest", "bundle.signature", "key.encoding", "record.pith_number", "record.short_pith_number"]
    {
        assert!(needed.contains(name), "{name}");
    }
    // A key that is spelled once has nothing to agree with.
    for spelling in ["public_key_hex", "public_key_b64"] {
        let mut key = common::builder::registry().key_object();
        key.as_object_mut().unwrap().remove(spelling);
        let report = check(key.to_string().as_bytes());
        let check = report.checks.iter().find(|check| check.name == CheckName::KeyEncoding).unwrap();
        assert_eq!((check.outcome, check.required), (Outcome::NotChecked, false), "{spelling}");
    }
}

/// A number that agrees with its record holds what it is made of, when nothing better does.
#[test]
fn a_number_holds_its_record() {
    let mut document = common::json(&sample("record-2101.05782"));
    let members = document.as_object_mut().unwrap();
    members
        .retain(|key, _| ["record_type", "schema_version", "pith_number", "canonical_record"].contains(&key.as_str()));
    let report = check(document.to_string().as_bytes());
    for leaf in &report.coverage.leaves {
        let constant = ["/record_type", "/schema_version"].contains(&leaf.pointer.as_str());
        let class = if constant { Class::Derived } else { Class::Checksummed };
        assert_eq!(leaf.class, class, "{}", leaf.pointer);
    }
    assert_eq!(reached(&report, "/canonical_record/source/id").0, ["record.pith_number"]);
}

/// A signature that holds for nothing at hand is not called one of other content.
#[test]
fn a_signature_over_something_else_is_told_from_one_of_other_content() {
    let reason = |change: &dyn Fn(&mut Value)| {
        let mut bundle = Bundle::new().value();
        change(&mut bundle);
        outcomes(&check_with_test_key(&bundle), CheckName::BundleSignature)
    };
    let other = "0".repeat(64);
    assert_eq!(reason(&|_| ()), [(Outcome::Passed, Reason::SignatureHolds)]);
    let content = reason(&|bundle| bundle["built_at"] = json!("2026-06-01T00:00:00Z"));
    assert_eq!(content, [(Outcome::Failed, Reason::SignatureOfOtherContent)]);
    let both = reason(&|bundle| {
        bundle["built_at"] = json!("2026-06-01T00:00:00Z");
        bundle["bundle_signature"]["bundle_sha256"] = json!(other);
    });
    assert_eq!(both, [(Outcome::Failed, Reason::SignatureMismatch)]);
}

fn check_with_test_key(document: &Value) -> Report {
    verify(document.to_string().as_bytes(), &common::builder::trusting(&[&common::builder::registry()]))
}

/// What callers print and read of the library's types.
#[test]
fn words_are_read_as_they_are_written() {
    use pith_verifier::Field;
    for field in Field::ALL {
        assert_eq!(Field::of_word(field.as_str()), Some(*field));
    }
    assert_eq!(Field::of_word("Title"), None);
    let refusal = canonicalize(b"{\n  \"a\": 1, \"a\": 2}").unwrap_err();
    let printed = refusal.to_string();
    assert!(printed.contains(&refusal.sentence), "{printed}");
}
