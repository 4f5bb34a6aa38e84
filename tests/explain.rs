//! Why a digest differs: each cause is found where it was made, and nowhere else.
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

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;
use std::time::{Duration, Instant};

use common::builder::{Bundle, Event, digest, registry, trusting};
use pith_verifier::{
    Cause, Check, CheckName, Diagnosis, Outcome, Reason, Report, VerdictWord, canonicalize, sha256_hex, verify,
};
use serde::Serialize as _;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Value, json};

const BUNDLE_DIGEST: &str = "/bundle_signature/bundle_sha256";

fn check(document: &[u8]) -> Report {
    verify(document, &trusting(&[&registry()]))
}

/// A signed bundle with something in it that nobody else checks, of which one text in the signed document is replaced.
fn damaged(note: &str, from: &str, to: &str) -> Vec<u8> {
    let note: Value = serde_json::from_str(note).unwrap();
    let bundle = Bundle::new().with(|bundle| bundle["note"] = note);
    assert_eq!(bundle.check().verdict.word, VerdictWord::Verified);
    let text = String::from_utf8(bundle.bytes()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replacen(from, to, 1).into_bytes()
}

/// The same bundle with the digest of something else in the place of its own.
fn restated(note: &str, hashed: impl FnOnce(&Value) -> Vec<u8>) -> Vec<u8> {
    let note: Value = serde_json::from_str(note).unwrap();
    let mut bundle = Bundle::new().with(|bundle| bundle["note"] = note).value();
    let mut content = bundle.clone();
    content.as_object_mut().unwrap().remove("bundle_signature");
    bundle["bundle_signature"]["bundle_sha256"] = json!(sha256_hex(&hashed(&content)));
    bundle.to_string().into_bytes()
}

fn canonical(value: &Value) -> String {
    String::from_utf8(canonicalize(value.to_string().as_bytes()).unwrap()).unwrap()
}

/// Sorted, as another program prints it.
fn printed(value: &Value, formatter: impl Formatter) -> Vec<u8> {
    let sorted: Value = serde_json::from_str(&canonical(value)).unwrap();
    let mut bytes = Vec::new();
    sorted.serialize(&mut Serializer::with_formatter(&mut bytes, formatter)).unwrap();
    bytes
}

/// Python's default separators.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte @ ..0x7F) => escaped.push(char::from(byte)),
            _ => write!(escaped, "\\u{unit:04x}").unwrap(),
        }
    }
    escaped
}

const TEXTS: &str = r#"{"who": "Müller & Søn 😀", "how": "a  b\n"}"#;

/// What was damaged, and the causes that must be named.
fn explained() -> Vec<(&'static str, Vec<u8>, Vec<Cause>)> {
    use Cause as C;
    let mut vectors = vec![
        // What became of the content on its way.
        ("nfc", damaged(r#"{"who": "Müller"}"#, "Müller", "Mu\u{308}ller"), vec![C::Nfc]),
        ("nfd", damaged("{\"who\": \"Mu\u{308}ller\"}", "Mu\u{308}ller", "Müller"), vec![C::Nfd]),
        ("nfc of a key", damaged(r#"{"Müller": 1, "MuZ": 2}"#, "Müller", "Mu\u{308}ller"), vec![C::Nfc]),
        ("latin 1", damaged(r#"{"who": "Müller"}"#, "Müller", "MÃ¼ller"), vec![C::MojibakeLatin1]),
        (
            "windows 1252",
            damaged(r#"{"who": "it’s – 5 €"}"#, "it’s – 5 €", "itâ€™s â€“ 5 â‚¬"),
            vec![C::MojibakeWindows1252],
        ),
        ("latin 1 repaired", damaged(r#"{"who": "MÃ¼ller"}"#, "MÃ¼ller", "Müller"), vec![C::MojibakeLatin1Repaired]),
        (
            "windows 1252 repaired",
            damaged(r#"{"who": "itâ€™s"}"#, "itâ€™s", "it’s"),
            vec![C::MojibakeWindows1252Repaired],
        ),
        ("trimmed", damaged(r#"{"who": "a b"}"#, "\"a b\"", "\" a b \""), vec![C::StringsTrimmed]),
        ("single-spaced", damaged(r#"{"who": "a b"}"#, "\"a b\"", "\"a \\n b\""), vec![C::StringsSingleSpaced]),
        ("line feeds", damaged(r#"{"who": "a\n b"}"#, "a\\n b", "a\\r\\n b"), vec![C::StringsLf]),
        ("carriage returns", damaged(r#"{"who": "a\r\n b"}"#, "a\\r\\n b", "a\\n b"), vec![C::StringsCrlf]),
        ("plain spaces", damaged(r#"{"who": "  a b"}"#, "  a b", "  a\u{a0}b"), vec![C::PlainSpaces]),
        ("a double", damaged(r#"{"x": 7777.0, "y": 2, "z": 2.5}"#, "7777.0", "7777"), vec![C::OneNumber]),
        ("an integer", damaged(r#"{"x": 7777, "z": 2.0}"#, "7777", "7777.0"), vec![C::OneNumber]),
        ("a number in quotes", damaged(r#"{"x": 7777, "z": 2.0}"#, "7777", "\"7777\""), vec![C::OneNumber]),
        ("a text without quotes", damaged(r#"{"x": "7777", "z": 2.0}"#, "\"7777\"", "7777"), vec![C::OneNumber]),
    ];
    // What was hashed in the place of the canonical form.
    let of = |note, hashed: fn(&Value) -> Vec<u8>| restated(note, hashed);
    vectors.extend([
        ("newline", of("{}", |v| (canonical(v) + "\n").into_bytes()), vec![C::TrailingNewline]),
        ("crlf", of("{}", |v| (canonical(v) + "\r\n").into_bytes()), vec![C::TrailingCrlf]),
        ("bom", of("{}", |v| ["\u{feff}", &canonical(v)].concat().into_bytes()), vec![C::ByteOrderMark]),
        ("escaped", of(TEXTS, |v| escaped(&canonical(v)).into_bytes()), vec![C::NonAsciiEscaped]),
        ("html", of(TEXTS, |v| canonical(v).replace('&', "\\u0026").into_bytes()), vec![C::HtmlEscaped]),
        ("slashes", of("{}", |v| canonical(v).replace('/', "\\/").into_bytes()), vec![C::SlashesEscaped]),
        ("spaced", of(TEXTS, |v| printed(v, Spaced)), vec![C::Spaced]),
        ("indented by 2", of(TEXTS, |v| printed(v, PrettyFormatter::new())), vec![C::Indented]),
        ("indented by 4", of(TEXTS, |v| printed(v, PrettyFormatter::with_indent(b"    "))), vec![C::Indented]),
        ("document order", of(TEXTS, |v| v.to_string().into_bytes()), vec![C::DocumentOrder]),
        (
            "order of RFC 8785",
            of("{\"\u{e000}\": 1, \"😀\": 2}", |v| {
                canonical(v).replace("\"\u{e000}\":1,\"😀\":2", "\"😀\":2,\"\u{e000}\":1").into_bytes()
            }),
            vec![C::Rfc8785Order],
        ),
        (
            "numbers of RFC 8785",
            of("[1e21, 100000.0, 1e-7, 0.00001]", |v| {
                let (python, ecma) = ("[1e+21,100000.0,1e-07,1e-05]", "[1e+21,100000,1e-7,0.00001]");
                assert!(canonical(v).contains(python));
                canonical(v).replace(python, ecma).into_bytes()
            }),
            vec![C::Rfc8785Numbers],
        ),
        // The two together.
        (
            "escaped by PHP",
            of(TEXTS, |v| escaped(&canonical(v)).replace('/', "\\/").into_bytes()),
            vec![C::NonAsciiEscaped, C::SlashesEscaped],
        ),
        (
            "spaced and escaped",
            of(TEXTS, |v| escaped(&String::from_utf8(printed(v, Spaced)).unwrap()).into_bytes()),
            vec![C::Spaced, C::NonAsciiEscaped],
        ),
        (
            "indented, with a line feed",
            of(TEXTS, |v| [printed(v, PrettyFormatter::new()), b"\n".to_vec()].concat()),
            vec![C::Indented, C::TrailingNewline],
        ),
        (
            "decomposed and spaced",
            of(r#"{"who": "Müller"}"#, |v| {
                let mut other = v.clone();
                other["note"]["who"] = json!("Mu\u{308}ller");
                printed(&other, Spaced)
            }),
            vec![C::Nfd, C::Spaced],
        ),
    ]);
    vectors.extend(numbers());
    vectors
}

/// Numbers that are re-spelled all at once, and a part hashed as it was received: here in a list of events, where no
/// other number stands beside.
fn numbers() -> Vec<(&'static str, Vec<u8>, Vec<Cause>)> {
    let event = |payload: &str| {
        let sealed = Event::new("correction").payload(serde_json::from_str(payload).unwrap()).sealed("pith:2012:X");
        let text = json!([sealed]).to_string();
        assert!(text.contains(payload));
        text
    };
    let section = |written: &str, hashed: &str| {
        let digest = sha256_hex(hashed.as_bytes());
        let payload = format!(
            r#"{{"schema":"https://pith.science/schemas/pith-integrity/v1.json","events":[{{"event_id":1,
               "event_type":"pith.integrity.v1","payload":{written},"payload_sha256":"{digest}"}}]}}"#
        );
        payload.into_bytes()
    };
    vec![
        (
            "whole numbers without a point",
            event("[1.0,2.0]").replace("[1.0,2.0]", "[1,2]").into_bytes(),
            vec![Cause::IntegersAsDoubles],
        ),
        (
            "whole numbers with a point",
            event("[1,20]").replace("[1,20]", "[1.0,2e1]").into_bytes(),
            vec![Cause::DoublesAsIntegers],
        ),
        ("as received", section("[1.50,2.50]", "[1.50,2.50]"), vec![Cause::NumbersAsReceived]),
        ("the file", section("[ 1.50, 2.5 ]", "[ 1.50, 2.5 ]"), vec![Cause::ReceivedBytes]),
        ("the file with LF", section("[\r\n1.50\r\n]", "[\n1.50\n]"), vec![Cause::ReceivedBytes, Cause::LineBreaksLf]),
        (
            "the file with CRLF",
            section("[\n1.50\n]", "[\r\n1.50\r\n]"),
            vec![Cause::ReceivedBytes, Cause::LineBreaksCrlf],
        ),
        (
            "the file with a line feed",
            section("[ 1.50 ]", "[ 1.50 ]\n"),
            vec![Cause::ReceivedBytes, Cause::TrailingNewline],
        ),
    ]
}

/// What was found out about the digest that was damaged.
fn diagnosis(report: &Report) -> Option<&Diagnosis> {
    let damaged = |check: &&Check| {
        check.pointer == BUNDLE_DIGEST || matches!(check.name, CheckName::EventDigest | CheckName::IntegrityDigest)
    };
    let damaged: Vec<&Check> = report.checks.iter().filter(damaged).collect();
    let mut found = damaged.iter().filter_map(|check| check.diagnosis.as_ref());
    found.next()
}

#[test]
fn each_cause_is_found() {
    let mut found = BTreeSet::new();
    for (name, document, causes) in explained() {
        let report = check(&document);
        let diagnosis = diagnosis(&report).unwrap_or_else(|| panic!("{name}: nothing found"));
        assert_eq!(diagnosis.causes, causes, "{name}");
        assert!(diagnosis.sentence.starts_with("The stated digest matches if "), "{name}: {}", diagnosis.sentence);
        assert!(!diagnosis.sentence.contains("if :") && !diagnosis.hint.is_empty(), "{name}");
        found.extend(causes);
    }
    // These have tests of their own below.
    found.extend([Cause::LetterCaseKept, Cause::DigestSpelling, Cause::MatchingCopy, Cause::DifferingCopy]);
    let missing: Vec<_> = Cause::ALL.iter().filter(|cause| !found.contains(cause)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_sentence_says_what_another_program_did() {
    let document = restated(TEXTS, |value| escaped(&canonical(value)).into_bytes());
    let report = check(&document);
    assert_eq!(
        diagnosis(&report).unwrap().sentence,
        "The stated digest matches if non-ASCII characters are escaped: another program saved this file again, or made the digest in its own way."
    );
    let report = check(&damaged(r#"{"x": 7777.0, "y": 2}"#, "7777.0", "7777"));
    assert_eq!(
        diagnosis(&report).unwrap().sentence,
        "The stated digest matches if “7777” at /note/x is written as “7777.0”: another program saved this file again and wrote numbers in its own way."
    );
}

/// One letter more than what each cause explains, and nothing is found.
#[test]
fn nothing_is_explained_that_is_not_the_whole_difference() {
    for (name, document, _) in explained() {
        let text = String::from_utf8(document).unwrap();
        let changed = if text.contains("\"note\"") {
            text.replacen("\"note\"", "\"nota\"", 1)
        } else if text.contains("\"target\"") {
            text.replacen("\"target\"", "\"targot\"", 1)
        } else {
            text.replacen("1.50", "1.51", 1)
        };
        assert_ne!(text, changed, "{name}");
        let report = check(changed.as_bytes());
        assert_eq!(diagnosis(&report), None, "{name}");
    }
}

/// A report that explains is otherwise that of a document with damage at the same place that nothing explains.
#[test]
fn an_explanation_changes_no_outcome() {
    type Rest<'r> =
        (VerdictWord, &'r str, Vec<(CheckName, &'r str, Outcome, Reason, bool)>, Vec<(&'r str, &'static str)>);
    fn rest(report: &Report) -> Rest<'_> {
        let checks = report.checks.iter().map(|c| (c.name, c.pointer.as_str(), c.outcome, c.reason, c.required));
        let leaves = report.coverage.leaves.iter().map(|leaf| (leaf.pointer.as_str(), leaf.class.as_str()));
        (report.verdict.word, report.verdict.sentence.as_str(), checks.collect(), leaves.collect())
    }
    let mut compared = 0;
    for (from, to) in [("\"a b\"", "\" a b \""), ("7777.0", "7777"), ("Müller", "Mu\u{308}ller"), ("Müller", "MÃ¼ller")]
    {
        let note = r#"{"n": "a b", "x": 7777.0, "who": "Müller"}"#;
        let (explained, other) =
            (check(&damaged(note, from, to)), check(&damaged(note, from, &to.replace(['b', '7', 'r'], "8"))));
        assert!(diagnosis(&explained).is_some() && diagnosis(&other).is_none(), "{from}");
        assert_eq!(explained.verdict.word, VerdictWord::Broken);
        assert_eq!(rest(&explained), rest(&other), "{from}");
        compared += 1;
    }
    assert_eq!(compared, 4);
}

/// Where a check did not fail, nothing but a proof is shown, and it stays not checked.
#[test]
fn what_is_not_published_is_not_checked_whatever_is_found() {
    for (name, document, _) in numbers().into_iter().skip(2) {
        let report = check(&document);
        let digest = report.checks.iter().find(|check| check.name == CheckName::IntegrityDigest).unwrap();
        assert_eq!((digest.outcome, digest.reason), (Outcome::NotChecked, Reason::DigestNotPublished), "{name}");
        assert!(digest.diagnosis.is_some(), "{name}");
    }
}

#[test]
fn no_check_that_passed_is_explained() {
    let documents = common::SAMPLES.iter().map(|name| common::sample(name));
    let documents = documents.chain(explained().into_iter().map(|(_, document, _)| document));
    for document in documents {
        for check in check(&document).checks {
            let may = matches!(check.outcome, Outcome::Failed) || matches!(check.reason, Reason::DigestNotPublished);
            assert!(may || check.diagnosis.is_none(), "{}", check.pointer);
        }
    }
}

#[test]
fn a_copy_that_matches_is_named() {
    let mut bundle = Bundle::new().value();
    bundle["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI");
    let report = check(bundle.to_string().as_bytes());
    let digest = report.checks.iter().find(|check| check.pointer == "/canonical_sha256").unwrap();
    let diagnosis = digest.diagnosis.as_ref().unwrap();
    assert_eq!(diagnosis.causes, [Cause::MatchingCopy]);
    assert_eq!(diagnosis.copy.as_deref(), Some("/events/0/payload/canonical_record"));
    let difference = diagnosis.difference.as_ref().unwrap();
    assert_eq!(difference.pointer, "/canonical_record/metadata/primary_cat");
    assert_eq!((difference.here.as_deref(), difference.there.as_deref()), (Some("\"cs.AI\""), Some("\"cs.OS\"")));
    let whole = report.checks.iter().find(|check| check.pointer == BUNDLE_DIGEST).unwrap();
    assert_eq!(whole.diagnosis.as_ref().unwrap().causes, [Cause::MatchingCopy]);
}

#[test]
fn a_copy_that_differs_is_named_when_none_matches() {
    let mut bundle = Bundle::new().value();
    bundle["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI");
    bundle["note"] = json!("and something else");
    let report = check(bundle.to_string().as_bytes());
    let whole = report.checks.iter().find(|check| check.pointer == BUNDLE_DIGEST).unwrap();
    let diagnosis = whole.diagnosis.as_ref().unwrap();
    assert_eq!(diagnosis.causes, [Cause::DifferingCopy]);
    assert_eq!(
        diagnosis.sentence,
        "No known change gives the stated digest, but the copy at /events/0/payload/canonical_record differs: at /canonical_record/metadata/primary_cat it has “\"cs.OS\"”, and here stands “\"cs.AI\"”."
    );
    // With the same copy everywhere there is nothing to tell.
    bundle["canonical_record"]["metadata"]["primary_cat"] = json!("cs.OS");
    let report = check(bundle.to_string().as_bytes());
    let whole = report.checks.iter().find(|check| check.pointer == BUNDLE_DIGEST).unwrap();
    assert_eq!((whole.outcome, whole.diagnosis.as_ref()), (Outcome::Failed, None));
}

#[test]
fn a_title_is_explained_as_a_digest_is() {
    let titled = |signed: &str, title: &str| {
        let hash = sha256_hex(signed.as_bytes());
        let mut bundle = Bundle::new().with(|bundle| {
            bundle["canonical_record"]["metadata"]["title_canon_sha256"] = json!(hash);
        });
        bundle.events[1].value["payload"]["graph_snapshot"]["paper"]["title"] = json!(title);
        let report = bundle.check();
        let check = report.checks.iter().find(|check| check.name == CheckName::TitleHash).unwrap();
        (check.outcome, check.diagnosis.as_ref().map(|diagnosis| diagnosis.causes.clone()))
    };
    for (signed, title, causes) in [
        ("müller’s  title", "mu\u{308}ller’s  title", vec![Cause::Nfc]),
        ("mu\u{308}ller", "Müller", vec![Cause::Nfd]),
        ("müller", "MÃ¼ller", vec![Cause::MojibakeLatin1]),
        ("a title", "A  Title", vec![Cause::StringsSingleSpaced]),
        ("a title", " A Title", vec![Cause::StringsTrimmed]),
        ("A Title", "A Title", vec![Cause::LetterCaseKept]),
        ("a title\n", "A Title", vec![Cause::TrailingNewline]),
        ("A Title", " A Title\u{a0}", vec![Cause::StringsTrimmed, Cause::LetterCaseKept]),
    ] {
        assert_eq!(titled(signed, title), (Outcome::Failed, Some(causes)), "{title}");
    }
    assert_eq!(titled("a title", "another title"), (Outcome::Failed, None));
    assert_eq!(titled("a title", "A Title"), (Outcome::Passed, None));
}

#[test]
fn a_digest_in_another_spelling_is_named() {
    let bundle = Bundle::new().value();
    let right = bundle["canonical_sha256"].as_str().unwrap().to_owned();
    let wrong = "0".repeat(64);
    for (spelled, is_it) in [
        (right.to_uppercase(), true),
        (format!("sha256:{right}"), true),
        (format!(" {right}\n"), true),
        (wrong.replace('0', "A"), false),
        (right[1..].to_owned(), false),
        ("x".repeat(100_000), false),
    ] {
        let mut bundle = bundle.clone();
        bundle["canonical_sha256"] = json!(spelled);
        let report = check(bundle.to_string().as_bytes());
        let digest = report.checks.iter().find(|check| check.pointer == "/canonical_sha256").unwrap();
        assert_eq!((digest.outcome, digest.reason), (Outcome::Failed, Reason::DigestMalformed));
        assert_eq!(digest.diagnosis.as_ref().map(|d| d.causes.clone()), is_it.then(|| vec![Cause::DigestSpelling]));
    }
}

#[test]
fn a_byte_order_mark_hides_a_document_that_can_be_read_or_not() {
    let with = |rest: &[u8]| check(&[b"\xEF\xBB\xBF", rest].concat()).refusal.unwrap();
    let readable = with(&Bundle::new().bytes());
    assert_eq!(readable.reason, Reason::JsonBom);
    assert!(readable.hint.starts_with("The rest can be read:"), "{}", readable.hint);
    for rest in [&b"{"[..], b"", b"\xEF\xBB\xBF{}"] {
        let refusal = with(rest);
        assert_eq!(refusal.reason, Reason::JsonBom);
        assert!(refusal.hint.contains("cannot be read either"), "{}", refusal.hint);
    }
}

/// Thousands of failures cost no more than a few dozen do, and one of the largest size no more than its budget.
#[test]
fn hostile_documents_are_explained_within_a_budget() {
    let stated = "0".repeat(64);
    let event = |payload: &str| format!(r#"{{"event_type":"x","content_sha256":"{stated}","payload":{payload}}}"#);
    let many = format!("[{}]", vec![event(r#"{"a":[1.0,2,"ü"]}"#); 10_000].join(","));
    let mut nested = "{\"payload\":".repeat(150) + "1" + &"}".repeat(150);
    nested = format!("[{}]", vec![nested; 40].join(","));
    let numbers = format!("[{}]", vec!["1.0"; 200_000].join(","));
    let documents = [
        ("many events", many),
        ("a long text", format!("[{}]", event(&format!("\"{}\"", "ü/".repeat(5_000_000))))),
        ("many numbers", format!("[{}]", event(&numbers))),
        ("many copies", format!("[{}]", vec![event(&nested); 6].join(","))),
        ("deep", format!("[{}]", event(&("[".repeat(180) + &"]".repeat(180))))),
    ];
    for (name, document) in documents {
        let start = Instant::now();
        let report = check(document.as_bytes());
        let time = start.elapsed();
        println!("{name}: {time:?}, {} checks", report.checks.len());
        assert_eq!(report.verdict.word, VerdictWord::Broken, "{name}");
        assert!(report.checks.iter().filter(|check| check.diagnosis.is_some()).count() <= 64, "{name}");
        assert!(time < Duration::from_secs(30), "{name}: {time:?}");
    }
}

/// After so many failures the rest have no explanation: the limit is spent by what comes first.
#[test]
fn explanations_end_with_the_limit() {
    let sealed = |number: usize| {
        let mut event = Event::new("correction").payload(json!({"n": number, "who": "a b"})).sealed("pith:2012:X");
        assert_eq!(event["content_sha256"], json!(digest(&event, &["signature", "content_sha256", "event_id"])));
        event["payload"]["who"] = json!(" a b ");
        event
    };
    let events: Vec<Value> = (0..40).map(sealed).collect();
    let report = check(json!(events).to_string().as_bytes());
    let digests: Vec<bool> = report
        .checks
        .iter()
        .filter(|check| check.name == CheckName::EventDigest)
        .map(|check| check.diagnosis.is_some())
        .collect();
    assert_eq!(digests.len(), 40);
    assert_eq!(digests.iter().filter(|explained| **explained).count(), 32);
    assert!(digests[..32].iter().all(|explained| *explained));
}

/// What stands in a sentence is made visible, as everywhere.
#[test]
fn hostile_text_is_made_visible() {
    let strings = common::json(&common::own("hostile-strings/display.json"));
    let mut tried = 0;
    for entry in strings["strings"].as_array().unwrap() {
        let hostile = entry["string"].as_str().unwrap();
        let mut bundle = Bundle::new().with(|bundle| bundle["canonical_record"][hostile] = json!(hostile)).value();
        bundle["canonical_record"][hostile] = json!("changed");
        let report = check(bundle.to_string().as_bytes());
        let digest = report.checks.iter().find(|check| check.pointer == "/canonical_sha256").unwrap();
        let diagnosis = digest.diagnosis.as_ref().unwrap();
        assert_eq!(diagnosis.causes, [Cause::MatchingCopy], "{hostile}");
        assert!(!diagnosis.sentence.contains(char::is_control), "{hostile}");
        if entry["must_be_made_visible"].as_bool().unwrap() {
            assert!(!diagnosis.sentence.contains(hostile), "{hostile}");
        }
        tried += 1;
    }
    assert_eq!(tried, 154);
}
