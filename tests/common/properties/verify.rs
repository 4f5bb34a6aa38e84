//! One document: the report, and what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::{Signature, VerifyingKey};
use pith_verifier::{
    Basis, Check, CheckName, Class, Kind, Options, Outcome, OutcomeCounts, Reason, Report, VerdictWord, canonicalize,
    hashed_bytes, merge_in_orders, sha256_hex,
};
use serde_json::Value;

use super::{assert_plain, leaves, options};
use crate::common::hex;

/// `verify` is total, its report is sound, and neither what else is asked for nor another spelling of the same
/// values changes what came out.
pub fn verify(data: &[u8]) {
    let report = pith_verifier::verify(data, &Options { replay: true, ..options() });
    assert_sound(&report, data);
    assert_eq!(pith_verifier::verdict(data, &options()), report.verdict.word, "the verdict alone is another");
    let bare = pith_verifier::verify(data, &Options { explain: false, ..options() });
    assert_eq!(told(&bare), told(&report), "explanations change what came out");
    if let Ok(canonical) = canonicalize(data) {
        let respelled = pith_verifier::verify(&canonical, &Options { explain: false, ..options() });
        assert_eq!(told(&respelled), told(&bare), "the canonical form comes out otherwise");
    }
    merged(data);
}

/// What came out, without what depends on the order of members.
type Told =
    (VerdictWord, Kind, Option<Reason>, BTreeMap<(CheckName, String), (Outcome, Reason)>, BTreeMap<String, Class>);

fn told(report: &Report) -> Told {
    let check = |check: &Check| ((check.name, check.pointer.clone()), (check.outcome, check.reason));
    (
        report.verdict.word,
        report.kind,
        report.refusal.as_ref().map(|refusal| refusal.reason),
        report.checks.iter().map(check).collect(),
        report.coverage.leaves.iter().map(|leaf| (leaf.pointer.clone(), leaf.class)).collect(),
    )
}

/// Whatever the document was: the classes partition its leaves, the sums are right, the verdict follows from the
/// checks, what passed can be tried again, and every sentence can stand on a page.
pub fn assert_sound(report: &Report, data: &[u8]) {
    assert_eq!((report.bytes, &report.sha256), (data.len(), &sha256_hex(data)));
    let is_unreadable = report.verdict.word == VerdictWord::Unreadable;
    assert_eq!(is_unreadable, report.refusal.is_some());
    if is_unreadable {
        assert!(report.checks.is_empty() && report.coverage.leaves.is_empty() && report.claims.is_empty());
    }
    partition(report, data);
    verdict(report);
    for check in &report.checks {
        signed(report, check);
        let is_judged = matches!(check.outcome, Outcome::Passed | Outcome::Failed);
        assert!(!(is_judged && check.basis == Basis::Open), "judged by a rule that is not published: {check:?}");
        if let Some(hashed) = &check.hashed {
            assert_eq!(hashed.sha256.len(), 64);
        }
    }
    // What was hashed can be had again; a few of them, for each reads the document again.
    for hashed in report.checks.iter().filter_map(|check| check.hashed.as_ref()).take(4) {
        let bytes = hashed_bytes(data, hashed).expect("the bytes that a check hashed");
        assert_eq!((sha256_hex(&bytes), bytes.len()), (hashed.sha256.clone(), hashed.bytes));
    }
    for text in sentences(report) {
        assert_plain(text);
    }
}

/// Every leaf has one class, and none is missing.
fn partition(report: &Report, data: &[u8]) {
    let coverage = &report.coverage;
    let count = |class| coverage.leaves.iter().filter(|leaf| leaf.class == class).count();
    let counted = [
        (Class::Signed, coverage.signed),
        (Class::Derived, coverage.derived),
        (Class::Bound, coverage.bound),
        (Class::Signature, coverage.signature),
        (Class::Checksummed, coverage.checksummed),
        (Class::Uncovered, coverage.uncovered),
    ];
    assert_eq!(counted.len(), Class::ALL.len());
    for (class, stated) in counted {
        assert_eq!(count(class), stated, "{class:?}");
    }
    assert_eq!(coverage.total, coverage.leaves.len());
    assert_eq!(counted.iter().map(|(_, count)| count).sum::<usize>(), coverage.total);
    for leaf in &coverage.leaves {
        match leaf.class {
            Class::Uncovered => assert!(leaf.checks.is_empty(), "{}", leaf.pointer),
            // What something else was computed from is held by that check, which is not listed as its own.
            Class::Checksummed => {}
            _ => assert!(!leaf.checks.is_empty(), "{}", leaf.pointer),
        }
        assert!(leaf.class != Class::Signed || !leaf.keys.is_empty(), "{}", leaf.pointer);
        assert!(leaf.keys.iter().all(|&key| key < report.keys.len()), "{}", leaf.pointer);
        for &check in &leaf.checks {
            assert_ne!(report.checks[check].outcome, Outcome::Failed, "{}", leaf.pointer);
        }
    }
    if report.refusal.is_some() {
        return;
    }
    // serde_json reads what we read, but for some depths and numbers.
    if let Ok(value) = serde_json::from_slice::<Value>(data) {
        let expected = leaves(&value);
        let found: Vec<&str> = coverage.leaves.iter().map(|leaf| leaf.pointer.as_str()).collect();
        assert_eq!(found, expected.iter().map(|(pointer, _)| pointer.as_str()).collect::<Vec<_>>());
        for (leaf, (pointer, value)) in coverage.leaves.iter().zip(&expected) {
            if !value.is_number() {
                assert_eq!(leaf.value, value.to_string(), "{pointer}");
            }
        }
    }
}

/// The verdict by the table of ARCHITECTURE.md, from the checks alone.
fn verdict(report: &Report) {
    let count = |outcome| report.checks.iter().filter(|check| check.outcome == outcome).count();
    let outcomes = OutcomeCounts {
        passed: count(Outcome::Passed),
        failed: count(Outcome::Failed),
        not_checked: count(Outcome::NotChecked),
        noted: count(Outcome::Noted),
    };
    assert_eq!(report.outcomes, outcomes);
    let word = report.verdict.word;
    let failing = report.checks.iter().position(|check| check.outcome == Outcome::Failed);
    assert_eq!((word == VerdictWord::Broken, report.verdict.failing), (failing.is_some(), failing));
    if !matches!(word, VerdictWord::Verified | VerdictWord::Consistent) {
        return;
    }
    let holding: Vec<&Check> = report
        .checks
        .iter()
        .filter(|check| check.required && check.name.is_signature() && check.outcome == Outcome::Passed)
        .collect();
    assert!(!holding.is_empty() && report.coverage.signed > 0);
    if word == VerdictWord::Verified {
        assert!(report.checks.iter().all(|check| !check.required || check.outcome == Outcome::Passed));
        for check in holding {
            let key = &report.keys[check.key.expect("the key of a signature that holds")];
            assert!(key.in_ring && key.trust.establishes(), "{key:?}");
        }
    }
}

/// A signature that holds does so for whoever tries it again.
fn signed(report: &Report, check: &Check) {
    let holds =
        matches!(check.reason, Reason::SignatureHolds | Reason::SignatureOfOtherContent | Reason::SignatureNoContent);
    let Some(signed) = &check.signed else {
        assert!(!holds, "{check:?}");
        return;
    };
    let key = &report.keys[check.key.expect("the key that a signature was tried with")];
    let key = VerifyingKey::from_bytes(&hex(&key.public_key_hex).try_into().unwrap()).unwrap();
    let signature = Signature::from_bytes(&hex(&signed.signature_hex).try_into().unwrap());
    assert_eq!(key.verify_strict(&hex(&signed.message_hex), &signature).is_ok(), holds, "{check:?}");
    if check.outcome == Outcome::Passed {
        assert_eq!(check.reason, Reason::SignatureHolds);
    }
}

/// Every text of a report that is shown as it stands.
fn sentences(report: &Report) -> Vec<&str> {
    let mut texts = vec![report.verdict.sentence.as_str(), report.coverage.sentence.as_str()];
    texts.extend(report.verdict.shows.iter().chain(&report.verdict.does_not_show).map(String::as_str));
    texts.extend(report.refusal.iter().flat_map(|refusal| [refusal.sentence.as_str(), refusal.hint.as_str()]));
    for check in &report.checks {
        texts.push(&check.sentence);
        texts.extend(check.hint.as_deref());
        texts.extend(check.diagnosis.as_ref().map(|diagnosis| diagnosis.sentence.as_str()));
        texts.extend(check.redo.iter().map(|redo| redo.command.as_str()).filter(|command| !command.contains('\n')));
    }
    if let Some(replay) = &report.replay {
        texts.push(&replay.sentence);
        texts.extend(replay.steps.iter().map(|step| step.sentence.as_str()));
    }
    texts
}

/// The events give the same state in whatever order they arrive.
fn merged(data: &[u8]) {
    let Some(count) = events(data).filter(|count| (1..=8).contains(count)) else { return };
    let forward: Vec<usize> = (0..count).collect();
    let backward: Vec<usize> = (0..count).rev().collect();
    let mut turned = forward.clone();
    turned.rotate_left(count / 2);
    if let Ok(states) = merge_in_orders(data, &[forward, backward, turned], &options()) {
        assert_eq!(states.iter().collect::<BTreeSet<_>>().len(), 1, "the merge depends on the order of arrival");
    }
}

fn events(data: &[u8]) -> Option<usize> {
    let value: Value = serde_json::from_slice(data).ok()?;
    let events = if value.is_array() { &value } else { value.get("events")? };
    Some(events.as_array()?.len())
}
