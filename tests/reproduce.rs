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

use command::{Scratch, run};
use common::builder::{Bundle, registry};
use common::{SAMPLES, corpus, own, sample};
use pith_verifier::{Options, Proof, Reason, RecordedReport, Refusal, Reproduction, verify};
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

/// The sample bundle with proofs and headers beside it: a proof with a name, one without, one twice; a header that has
/// to do with a proof, one that cannot be read, and one of another block.
fn with_proofs() -> (Vec<u8>, Options) {
    let facts = common::json(&own("opentimestamps/blocks.json"));
    let proof = |name: Option<&str>, bytes: &[u8]| Proof { name: name.map(str::to_owned), bytes: bytes.to_vec() };
    let own_proof = own("opentimestamps/own.ots");
    let proofs =
        vec![proof(Some("a \u{202e}name"), &own_proof), proof(None, b"no proof"), proof(Some("the same"), &own_proof)];
    let headers = [&facts["own_header"], &json!("00"), &facts["headers"][0]["header"]];
    let headers = headers.map(|header| header.as_str().unwrap().to_owned()).to_vec();
    (sample("bundle-1212.1787"), Options { proofs, headers, ..Options::default() })
}

fn reproduce_with(report_text: &[u8], document: &[u8], proofs: &[Proof], headers: &[String]) -> Reproduction {
    let recorded = RecordedReport::read(report_text).unwrap();
    let options = recorded.options_with(proofs.to_vec(), headers.to_vec());
    recorded.compare(&report(document, &options)).unwrap()
}

/// Proofs in any order and under any name, for the report knows them; headers in their order.
#[test]
fn a_report_reproduces_with_its_proofs_and_headers() {
    let (document, options) = with_proofs();
    let made = report(&document, &options);
    let Options { mut proofs, mut headers, .. } = options;
    for proof in &mut proofs {
        proof.name = Some("another name".to_owned());
    }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let given = order.map(|index| proofs[index].clone());
        let reproduction = reproduce_with(&made, &document, &given, &headers);
        assert!(reproduction.reproduces && reproduction.findings.is_empty(), "{order:?} {reproduction:?}");
    }
    headers.swap(0, 2);
    let reproduction = reproduce_with(&made, &document, &proofs, &headers);
    assert!(!reproduction.reproduces);
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherHeaders]);
}

/// What was not given is said before anything that may come of it, and by which digests it is known.
#[test]
fn other_proofs_and_headers_are_named_first() {
    let (document, options) = with_proofs();
    let Options { proofs, headers, .. } = &options;
    let made = report(&document, &options);
    let digest = pith_verifier::sha256_hex(&proofs[0].bytes);
    for (given, with, expected) in [
        (&[][..], &[][..], &[Reason::ReportOtherProofs, Reason::ReportOtherHeaders][..]),
        (&[], headers.as_slice(), &[Reason::ReportOtherProofs]),
        (&proofs[..1], headers, &[Reason::ReportOtherProofs]),
        (&[&proofs[..], &proofs[..1]].concat(), headers, &[Reason::ReportOtherProofs]),
        (proofs, &[], &[Reason::ReportOtherHeaders]),
        (proofs, &headers[..2], &[Reason::ReportOtherHeaders]),
        (proofs, headers, &[]),
    ] {
        let reproduction = reproduce_with(&made, &document, given, with);
        assert_eq!(reasons(&reproduction), expected, "{reproduction:?}");
        assert_eq!(reproduction.reproduces, expected.is_empty());
        for finding in &reproduction.findings {
            let proofs = finding.reason == Reason::ReportOtherProofs;
            let (known_by, option) =
                if proofs { (digest.as_str(), "--ots") } else { ("could not be read", "--header") };
            assert!(finding.sentence.contains(known_by) && finding.hint.contains(option), "{finding:?}");
        }
    }
    // A report without proofs, made again with one, and one proof in place of another.
    let bare = report(&document, &Options::default());
    let reproduction = reproduce_with(&bare, &document, &proofs[..1], &[]);
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherProofs]);
    let sentence = &reproduction.findings[0].sentence;
    assert!(sentence.ends_with(&format!("the report had none; this run had “{digest}”.")), "{sentence}");
    let mut changed = proofs.clone();
    changed[1].bytes.push(b'!');
    let reproduction = reproduce_with(&made, &document, &changed, headers);
    assert_eq!(reasons(&reproduction), [Reason::ReportOtherProofs]);
    // Another document comes first, another verdict last.
    let reproduction = reproduce_with(&made, &sample("state-1212.1787"), &[], headers);
    let expected = [Reason::ReportOtherDocument, Reason::ReportOtherProofs, Reason::ReportOtherVerdict];
    assert_eq!(reasons(&reproduction)[..2], expected[..2]);
    assert_eq!(reasons(&reproduction).last(), expected.last());
}

/// Whatever a report has in place of its proofs, it is compared, and what is shown of it is visible and short.
#[test]
fn proofs_of_a_hostile_report() {
    let (document, options) = with_proofs();
    let made: Value = common::json(&report(&document, &options));
    let Options { proofs, headers, .. } = options;
    let long = "\u{1b}[2J\u{202e}".repeat(10_000);
    for timestamps in [
        json!(null),
        json!("text"),
        json!({"a": 1}),
        json!([null, 5, [], {}]),
        json!([{"sha256": 5}, {"sha256": long, "name": long}]),
        Value::Array(vec![json!({"sha256": long}); 300]),
        Value::Array(vec![made["timestamps"][0].clone(); 50]),
    ] {
        let mut value = made.clone();
        value["timestamps"] = timestamps;
        let reproduction = reproduce_with(value.to_string().as_bytes(), &document, &proofs, &headers);
        assert!(!reproduction.reproduces);
        assert_eq!(reasons(&reproduction), [Reason::ReportOtherProofs]);
        let sentence = &reproduction.findings[0].sentence;
        assert!(sentence.len() < 30_000 && !sentence.contains(['\u{1b}', '\u{202e}']), "{}", sentence.len());
        // What a report says of a name is taken only for the very proof.
        let recorded = value.to_string();
        let again = RecordedReport::read(recorded.as_bytes()).unwrap().options_with(proofs.clone(), Vec::new());
        assert!(again.proofs.iter().all(|proof| proof.name.as_deref() != Some(long.as_str())));
        assert_eq!(again.proofs.len(), proofs.len());
    }
}

#[test]
fn every_report_reproduces() {
    let mut documents: Vec<Vec<u8>> = SAMPLES.iter().map(|name| sample(name)).collect();
    documents.extend(corpus().iter().map(|path| std::fs::read(path).unwrap()));
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
    let mut broken = common::json(&sample("bundle-1212.1787"));
    broken["source_aliases"] = json!({});
    let cases = [
        (sample("record-2101.05782"), Options::default()),
        (broken.to_string().into_bytes(), Options::default()),
        (b"[1,]".to_vec(), Options::default()),
        (bundle, options),
        (b"{}".to_vec(), with_proofs().1),
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
            let options = recorded.options_with(options.proofs.clone(), options.headers.clone());
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
                        let of_proof = pointer.starts_with("/timestamps/") && pointer.ends_with("/name");
                        let asked =
                            of_proof || pointer == "/name" || pointer == "/at" || pointer.starts_with("/options/");
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
        (&format!("[{}0]", "0,".repeat(10_000_000)), Reason::LimitValues),
    ] {
        let refusal = RecordedReport::read(text.as_bytes()).err().unwrap_or_else(|| panic!("{}", &text[..50]));
        assert_eq!(refusal.reason, reason, "{refusal}");
        assert!(!refusal.hint.is_empty());
    }
    let refusal = RecordedReport::read("[".repeat(1000).as_bytes()).err().unwrap();
    assert!(refusal.sentence.contains("a report of at most 536870912 bytes and 10000000 values"), "{refusal}");
    let fault = whole.replacen("\"status\":\"current\"", "\"status\":\"good\"", 1);
    let refusal = RecordedReport::read(fault.as_bytes()).err().unwrap();
    assert!(refusal.sentence.contains("at /ring/keys/0: expected `status` to be current"), "{refusal}");
}

/// The report of a document with as many values as are allowed can be read again.
#[test]
fn the_largest_report_can_be_read_again() {
    let document = format!("{{\"public_key_hex\":[{}0]}}", "0,".repeat(999_990));
    let text = report(document.as_bytes(), &Options::default());
    assert!(text.len() > 80_000_000, "{}", text.len());
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
    assert_eq!(limit("limit.bytes"), 134_217_728);
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
    let (ots, facts) = ("vectors/opentimestamps/own.ots", common::json(&own("opentimestamps/blocks.json")));
    let header = facts["own_header"].as_str().unwrap();
    let beside = ["--ots", ots, "--header", header];
    let with_proof = run(&[&["verify", "--format", "json"], &beside[..], &[bundle]].concat());
    let with_proof = Scratch::new("with-proof.json", &with_proof.stdout);
    let output = run(&[&["reproduce"], &beside[..], &[with_proof.path(), bundle]].concat());
    assert_eq!(output.status.code(), Some(0));
    // The library takes headers without a proof.
    let options = Options { name: Some(bundle.to_owned()), headers: vec![header.to_owned()], ..Options::default() };
    let with_header = Scratch::new("with-header.json", &report(&sample("bundle-1212.1787"), &options));
    let output = run(&["reproduce", "--header", header, with_header.path(), bundle]);
    assert_eq!(output.status.code(), Some(0));
    let output = run(&["reproduce", with_proof.path(), bundle]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let first =
        "\n  The report was made with other OpenTimestamps proofs than this run. By their SHA-256, the report had “";
    assert!(text.split_once('\n').unwrap().1.starts_with(first), "{text}");
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
        &["reproduce", "--ots", "-", "-", bundle],
        &["reproduce", "--ots", "gone", file.path(), bundle],
        &["reproduce", file.path()],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}
