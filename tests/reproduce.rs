//! Reports that are made again from what they say of themselves.
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

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use command::{Scratch, run};
use common::builder::{Bundle, registry};
use common::{SAMPLES, sample, tests};
use pith_verifier::{Options, Reason, RecordedReport, Refusal, Reproduction, verify};
use serde_json::{Value, json};

fn report(document: &[u8], options: &Options) -> Vec<u8> {
    serde_json::to_vec(&verify(document, options)).unwrap()
}

fn reproduce(report_text: &[u8], document: &[u8]) -> Result<Reproduction, Refusal> {
    let recorded = RecordedReport::read(report_text)?;
    recorded.compare(&report(document, &recorded.options()))
}

fn reasons(reproduction: &Reproduction) -> Vec<Reason> {
    reproduction.findings.iter().map(|finding| finding.reason).collect()
}

fn fault_vectors() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&tests().join("vectors/faults"), &mut found);
    found
}

/// A bundle by a signer of a ring with every member filled in.
fn with_a_ring() -> (Vec<u8>, Options) {
    let mut options = Options { at: Some("2026-06-15T02:00:00+02:00".parse().unwrap()), ..Options::default() };
    let ring = json!({"ring_type": "pith_verifier_key_ring", "ring_version": "1", "keys": [{
        "key_id": "test-registry", "public_key_hex": registry().public_key_hex(), "source": "a \u{202e}source\n",
        "status": "retired", "valid_from": "2026-01-01T00:00:00Z", "valid_until": "2027-01-01T00:00:00Z",
        "note": "a “note” \u{7}"}]});
    options.ring.add(ring.to_string().as_bytes(), "a test").unwrap();
    options.name = Some("a name \u{202e}".to_owned());
    (Bundle::new().bytes(), options)
}

#[test]
fn every_report_reproduces() {
    let mut documents: Vec<Vec<u8>> = SAMPLES.iter().map(|name| sample(name)).collect();
    let faults = fault_vectors();
    assert!(faults.len() > 80, "{}", faults.len());
    documents.extend(faults.iter().map(|path| std::fs::read(path).unwrap()));
    documents.extend([b"{".to_vec(), b"\xff".to_vec(), b"[]".to_vec()]);
    for document in &documents {
        let reproduction = reproduce(&report(document, &Options::default()), document).unwrap();
        assert!(reproduction.reproduces && reproduction.findings.is_empty(), "{reproduction:?}");
        assert_eq!((reproduction.count, reproduction.differences.len()), (0, 0));
    }
    let (document, options) = with_a_ring();
    let reproduction = reproduce(&report(&document, &options), &document).unwrap();
    assert!(reproduction.reproduces, "{reproduction:?}");
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherRing, Reason::ReportAssumedTime]);
}

/// Spelling and order of members are no difference.
#[test]
fn a_report_saved_again_reproduces() {
    let document = sample("record-2101.05782");
    let value: Value = common::json(&report(&document, &Options::default()));
    let pretty = serde_json::to_vec_pretty(&value).unwrap();
    assert!(reproduce(&pretty, &document).unwrap().reproduces);
}

/// Every leaf of a JSON value, as a pointer.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(key, value)| leaves(value, &format!("{at}/{key}"), found));
        }
        Value::Array(elements) if !elements.is_empty() => {
            elements.iter().enumerate().for_each(|(index, value)| leaves(value, &format!("{at}/{index}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

fn altered(value: &Value) -> Value {
    match value {
        Value::Null => json!("2020-01-01T00:00:00Z"),
        Value::Bool(is) => json!(!is),
        Value::Number(number) => json!(number.as_u64().unwrap() + 1),
        Value::String(text) => json!(format!("{text} ")),
        Value::Array(_) => json!([0]),
        Value::Object(_) => json!({"a": 0}),
    }
}

/// What a report was made with is taken from it: altered so that it is still possible, it is used, and the answer
/// says with what. Every other altered value is listed as a difference or makes the report unreadable.
#[test]
fn every_altered_value_is_noticed() {
    let (bundle, options) = with_a_ring();
    let cases = [
        (sample("record-2101.05782"), Options::default()),
        (std::fs::read(tests().join("vectors/faults/bundle/aliases-an-object.json")).unwrap(), Options::default()),
        (b"[1,]".to_vec(), Options::default()),
        (bundle, options),
    ];
    // Of the long list of values, which all are alike, one in five.
    let passed_over =
        |index: usize, pointer: &str| !index.is_multiple_of(5) && pointer.starts_with("/coverage/leaves/");
    let (mut listed, mut refused, mut used) = (0, 0, BTreeSet::new());
    for (document, options) in cases {
        let original: Value = common::json(&report(&document, &options));
        // What a run gives depends on the options alone.
        let mut made_before: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut judge = |text: &[u8]| {
            let recorded = RecordedReport::read(text)?;
            let options = recorded.options();
            let made = made_before.entry(format!("{options:?}")).or_insert_with(|| report(&document, &options));
            recorded.compare(made)
        };
        let mut pointers = Vec::new();
        leaves(&original, "", &mut pointers);
        for (index, pointer) in pointers.into_iter().enumerate() {
            if passed_over(index, &pointer) {
                continue;
            }
            let changes = if index.is_multiple_of(5) { &["alter", "remove", "add"][..] } else { &["alter"] };
            for &way in changes {
                let mut value = original.clone();
                let (parent, key) = pointer.rsplit_once('/').unwrap();
                let within = value.pointer_mut(parent).unwrap();
                match (way, within) {
                    ("alter", _) => {
                        let leaf = value.pointer_mut(&pointer).unwrap();
                        *leaf = altered(leaf);
                    }
                    ("remove", Value::Object(members)) => drop(members.shift_remove(key).unwrap()),
                    ("remove", Value::Array(elements)) => drop(elements.remove(key.parse().unwrap())),
                    (_, Value::Object(members)) => drop(members.insert(format!("{key}2"), json!(0))),
                    (_, Value::Array(elements)) => elements.push(json!(0)),
                    _ => panic!("{pointer}"),
                }
                match judge(value.to_string().as_bytes()) {
                    Err(refusal) => {
                        assert!(refusal.reason.as_str().starts_with("report."), "{pointer}: {refusal}");
                        refused += 1;
                    }
                    Ok(reproduction) if reproduction.reproduces => {
                        let ring = pointer.starts_with("/ring/keys/");
                        // What was asked for makes no difference to what cannot be read.
                        let asked = pointer == "/name" || pointer == "/at" || pointer.starts_with("/options/");
                        assert!(way == "alter" && (ring || asked), "{pointer}");
                        let said = reasons(&reproduction);
                        assert!(!ring || said.contains(&Reason::ReportOtherRing), "{pointer}");
                        assert!(pointer != "/at" || said.contains(&Reason::ReportAssumedTime), "{pointer}");
                        used.insert(pointer.rsplit('/').next().unwrap().to_owned());
                    }
                    Ok(reproduction) => {
                        assert_eq!(reproduction.count > 0, !reproduction.reproduces);
                        assert!(!reproduction.differences.is_empty(), "{pointer}");
                        // What the report was made with has other effects; anything else is listed itself.
                        let made_with =
                            ["/ring", "/at", "/name", "/options"].iter().any(|start| pointer.starts_with(start));
                        let near = |listed: &str| listed.starts_with(parent);
                        let is_listed = reproduction.differences.iter().any(|it| near(&it.pointer));
                        assert!(made_with || is_listed, "{pointer} {way}: {reproduction:?}");
                        listed += 1;
                    }
                }
            }
        }
    }
    println!("{listed} listed, {refused} refused, used: {used:?}");
    assert!(listed > 1500 && refused > 50, "{listed} {refused}");
    assert_eq!(
        used.into_iter().collect::<Vec<_>>(),
        ["at", "explain", "key_id", "name", "note", "replay", "source", "valid_from", "valid_until"]
    );
}

#[test]
fn what_matters_is_named_first() {
    let (document, other) = (sample("bundle-1212.1787"), sample("state-1212.1787"));
    let mut value: Value = common::json(&report(&document, &Options::default()));
    let reproduction = reproduce(value.to_string().as_bytes(), &other).unwrap();
    assert!(!reproduction.reproduces);
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherDocument, Reason::ReportOtherVerdict]);
    let sentence = &reproduction.findings[0].sentence;
    assert!(sentence.contains(&pith_verifier::sha256_hex(&document)), "{sentence}");
    assert!(sentence.contains(&pith_verifier::sha256_hex(&other)), "{sentence}");
    assert_eq!(reproduction.differences.len(), 100);
    assert!(reproduction.count > 100 && reproduction.sentence.contains("the first 100 are listed"));

    value["verifier"] = json!("pith-verifier 0.0.1");
    let reproduction = reproduce(value.to_string().as_bytes(), &document).unwrap();
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherVerifier]);
    assert_eq!(reproduction.count, 1);
    assert_eq!(reproduction.differences[0].pointer, "/verifier");
    assert_eq!(reproduction.differences[0].in_report.as_deref(), Some("\"pith-verifier 0.0.1\""));
}

/// A stranger's ring gives a report that reproduces, and the answer says what that is worth.
#[test]
fn a_report_made_with_a_ring_of_its_own_says_so() {
    let mut options = Options { ring: pith_verifier::KeyRing::empty(), ..Options::default() };
    let document = Bundle::new().bytes();
    let reproduction = reproduce(&report(&document, &options), &document).unwrap();
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherRing]);
    assert!(reproduction.findings[0].sentence.contains("without the keys that are built into"));
    options.ring.add(registry().public_key_hex().as_bytes(), "<b>“me”\u{202e}").unwrap();
    let reproduction = reproduce(&report(&document, &options), &document).unwrap();
    assert!(reproduction.reproduces);
    let sentence = &reproduction.findings[0].sentence;
    assert!(sentence.contains(&registry().fingerprint()) && !sentence.contains('\u{202e}'), "{sentence}");
    // The built-in key on other terms is not the built-in key.
    let mut value: Value = common::json(&report(&document, &Options::default()));
    value["ring"]["keys"][0]["note"] = json!("trust me");
    let reproduction = reproduce(value.to_string().as_bytes(), &document).unwrap();
    assert!(reproduction.findings[0].sentence.contains("8d4b5ee74e4693bcd1df2446408b0d54"));
    // Of many keys some are named.
    let keys: Vec<Value> =
        (0..30).map(|n| json!({"public_key_hex": registry().public_key_hex(), "note": n.to_string()})).collect();
    let ring = json!({"ring_type": "pith_verifier_key_ring", "ring_version": "1", "keys": keys});
    options.ring.add(ring.to_string().as_bytes(), "x").unwrap();
    let reproduction = reproduce(&report(&document, &options), &document).unwrap();
    assert!(reproduction.findings[0].sentence.contains("21 more"), "{}", reproduction.findings[0].sentence);
}

#[test]
fn what_is_no_report_is_refused() {
    let whole = String::from_utf8(report(&sample("pith-mirrors"), &Options::default())).unwrap();
    for (text, reason) in [
        ("", Reason::JsonSyntax),
        ("{}", Reason::ReportUnrecognised),
        ("5", Reason::ReportUnrecognised),
        (&format!("[{whole}]"), Reason::ReportUnrecognised),
        (&format!("{whole}{whole}"), Reason::JsonTrailingText),
        (&whole.replacen("\"name\":", "\"name\":1,\"name\":", 1), Reason::JsonDuplicateKey),
        (&whole.replacen("\"report_version\":\"1\"", "\"report_version\":\"2\"", 1), Reason::ReportVersionUnknown),
        (&whole.replacen("\"ring\":", "\"bling\":", 1), Reason::ReportMalformed),
        (&whole.replacen("\"status\":\"current\"", "\"status\":\"good\"", 1), Reason::ReportMalformed),
        (&whole.replacen("\"at\":null", "\"at\":\"noon\"", 1), Reason::ReportMalformed),
        (&whole.replacen("\"at\":null", "\"at\":5", 1), Reason::ReportMalformed),
        (&whole.replacen("\"name\":null", "\"name\":[]", 1), Reason::ReportMalformed),
        (&"[".repeat(1000), Reason::LimitDepth),
        (&format!("[{}0]", "0,".repeat(4_000_000)), Reason::LimitValues),
    ] {
        let refusal = RecordedReport::read(text.as_bytes()).err().unwrap_or_else(|| panic!("{}", &text[..50]));
        assert_eq!(refusal.reason, reason, "{refusal}");
        assert!(!refusal.hint.is_empty());
    }
    let refusal = RecordedReport::read("[".repeat(1000).as_bytes()).err().unwrap();
    assert!(refusal.sentence.contains("a report of at most 268435456 bytes and 4000000 values"), "{refusal}");
    let fault = whole.replacen("\"status\":\"current\"", "\"status\":\"good\"", 1);
    let refusal = RecordedReport::read(fault.as_bytes()).err().unwrap();
    assert!(refusal.sentence.contains("at /ring/keys/0: expected `status` to be current"), "{refusal}");
}

/// The report of a document with as many values as are allowed can be read again.
#[test]
fn the_largest_report_can_be_read_again() {
    let document = format!("{{\"public_key_hex\":[{}0]}}", "0,".repeat(249_990));
    let text = report(document.as_bytes(), &Options::default());
    assert!(text.len() > 20_000_000, "{}", text.len());
    assert!(reproduce(&text, document.as_bytes()).unwrap().reproduces);
}

/// The limits of a report are those that are spent.
#[test]
fn a_report_names_the_limits() {
    let report: Value = common::json(&report(b"{", &Options::default()));
    let limit = |name: &str| {
        let mut limits = report["limits"].as_array().unwrap().iter();
        limits.find(|limit| limit["name"] == name).unwrap()["value"].as_u64().unwrap()
    };
    let depth = usize::try_from(limit("limit.depth")).unwrap();
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let refusal = |text: String| verify(text.as_bytes(), &Options::default()).refusal.unwrap().reason;
    assert_eq!(refusal(nested(depth)), Reason::DocumentUnrecognised);
    assert_eq!(refusal(nested(depth + 1)), Reason::LimitDepth);
    assert_eq!(limit("limit.bytes"), 16_777_216);
    assert_eq!(limit("limit.ring_keys"), 1000);
}

#[test]
fn the_command_line_reproduces() {
    let bundle = "samples/bundle-1212.1787.json";
    let made = run(&["verify", "--format", "json", bundle]);
    let file = Scratch::new("report.json", &made.stdout);
    let output = run(&["reproduce", file.path(), bundle]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Reproduces: "));
    let output = run(&["reproduce", "--format", "json", file.path(), "samples/state-1212.1787.json"]);
    assert_eq!(output.status.code(), Some(1));
    let value: Value = common::json(&output.stdout);
    assert_eq!(
        (&value["reproduces"], &value["findings"][0]["reason"]),
        (&json!(false), &json!("report.other_document"))
    );
    let hostile = String::from_utf8(made.stdout).unwrap().replacen(
        "\"claims\":[",
        "\"claims\\n\\u202e\":\"\\u001b[2J\",\"claims\":[",
        1,
    );
    let hostile = Scratch::new("hostile.json", hostile.as_bytes());
    let output = run(&["reproduce", hostile.path(), bundle]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("/claims⟨U+000A⟩⟨U+202E⟩") && !text.contains(['\u{1b}', '\u{202e}']), "{text}");
    for args in [
        &["reproduce", bundle, bundle][..],
        &["reproduce", "gone", bundle],
        &["reproduce", file.path(), "gone"],
        &["reproduce", "-", "-"],
        &["reproduce", file.path()],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}
