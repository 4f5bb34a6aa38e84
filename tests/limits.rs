//! Hostile shapes end in a clear answer.
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

use common::check;
use pith_verifier::{Reason, VerdictWord};

fn refused(bytes: &[u8], reason: Reason, sentence: &str) {
    let report = check(bytes);
    assert_eq!(report.verdict.word, VerdictWord::Unreadable);
    let refusal = report.refusal.unwrap();
    assert_eq!((refusal.reason, refusal.sentence.as_str()), (reason, sentence));
}

#[test]
fn a_document_of_200_megabytes() {
    let bytes = vec![b' '; 200_000_000];
    refused(&bytes, Reason::LimitBytes, "Expected at most 134217728 bytes, found 200000000.");
}

#[test]
fn ten_million_brackets() {
    let bytes = vec![b'['; 10_000_000];
    refused(&bytes, Reason::LimitDepth, "Expected at most 192 levels of nesting, found more, at line 1, column 193.");
}

#[test]
fn two_million_keys() {
    let keys: Vec<String> = (0..2_000_000).map(|n| format!("\"{n}\":0")).collect();
    let bytes = format!("{{{}}}", keys.join(","));
    // The object itself is the first value.
    let key = "\"999999\":";
    let column = bytes.find(key).unwrap() + key.len() + 1;
    let sentence = format!("Expected at most 1000000 values, found more, at line 1, column {column}.");
    refused(bytes.as_bytes(), Reason::LimitValues, &sentence);
}

#[test]
fn as_many_keys_as_are_allowed_are_sorted_and_compared() {
    let keys: Vec<String> = (0..999_999).rev().map(|n| format!("\"{n}\":0")).collect();
    let bytes = format!("{{{}}}", keys.join(","));
    refused(
        bytes.as_bytes(),
        Reason::DocumentUnrecognised,
        "Expected a Pith document, found other JSON, at line 1, column 1.",
    );
    let twice = bytes.replace("\"7\":0,", "\"8\":0,");
    let column = twice.rfind("\"8\"").unwrap() + 1;
    let sentence =
        format!("Expected different keys in one object, found “8” a second time, at line 1, column {column}.");
    refused(twice.as_bytes(), Reason::JsonDuplicateKey, &sentence);
}

#[test]
fn more_events_than_the_limit() {
    let event = r#"{"event_type":"x","content_sha256":"y"}"#;
    let list = |count: usize| format!("[{}]", vec![event; count].join(","));
    assert_eq!(check(list(10_000).as_bytes()).verdict.word, VerdictWord::Broken);
    refused(
        list(10_001).as_bytes(),
        Reason::LimitEvents,
        "Expected at most 10000 events, found more, at line 1, column 1.",
    );
}

#[test]
fn more_signatures_than_the_limit() {
    let created = r#"{"event_type":"record_created","content_sha256":"y","signature":{},"payload":{"canonical_record":{},"receipt":{}}}"#;
    let list = |count: usize| format!("[{}]", vec![created; count].join(","));
    assert_eq!(check(list(5_000).as_bytes()).verdict.word, VerdictWord::Broken);
    refused(
        list(5_001).as_bytes(),
        Reason::LimitSignatures,
        "Expected at most 10000 signatures, found more, at line 1, column 1.",
    );
}

/// A key stands in the pointer of every value below it.
#[test]
fn a_long_key_over_many_values() {
    let bytes = format!("{{\"{}\":[{}]}}", "k".repeat(40_000), vec!["0"; 40_000].join(","));
    let report = check(bytes.as_bytes());
    assert_eq!(report.refusal.unwrap().reason, Reason::LimitPointers);
}

/// A text that thousands of checks repeat is repeated in part.
#[test]
fn a_long_text_under_many_checks() {
    let event = r#"{"event_type":"record_created","content_sha256":"","payload":{}}"#;
    let bytes = format!(
        r#"{{"bundle_type":"pith_open_graph_bundle","bundle_version":"1.0","pith_number":"{}","events":[{}]}}"#,
        "n".repeat(1_000_000),
        vec![event; 4_000].join(",")
    );
    let report = check(bytes.as_bytes());
    assert_eq!(report.verdict.word, VerdictWord::Broken);
    let longest = report.checks.iter().filter_map(|check| check.expected.as_ref()).map(String::len).max();
    assert!(longest < Some(600), "{longest:?}");
}

#[test]
fn more_keys_and_more_checks_than_the_limit() {
    let head = r#""bundle_type":"pith_open_graph_bundle","bundle_version":"1.0","canonical_record":{}"#;
    let keys = |count: usize| format!("{{{head},\"public_keys\":[{}]}}", vec!["{}"; count].join(","));
    assert_eq!(check(keys(1_000).as_bytes()).verdict.word, VerdictWord::Broken);
    let refusal = check(keys(1_001).as_bytes()).refusal.unwrap();
    assert_eq!(
        (refusal.reason, &*refusal.sentence),
        (Reason::LimitKeys, "Expected at most 1000 listed keys, found more, at line 1, column 1.")
    );
    let aliases = format!("{{{head},\"source_aliases\":[{}]}}", vec!["0"; 100_001].join(","));
    assert_eq!(check(aliases.as_bytes()).refusal.unwrap().reason, Reason::LimitChecks);
}
