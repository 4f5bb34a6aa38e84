//! The conformance corpus in `tests/vectors/conformance`, and this verifier held to it.
//!
//! `corpus/` makes the documents. What each must come out as is written by this test when `PITH_UPDATE=1`, and read
//! by it otherwise: `manifest.json` has what any verifier must find, `tests/vectors/sentences` what ours says of it,
//! word for word.
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
mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use common::{json, tests};
use corpus::{Entry, documents, entries, ring};
use pith_verifier::{Check, CheckName, Class, Options, Outcome, Reason, Report, VerdictWord, verdict, verify};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    tests().join("vectors/conformance")
}

fn options() -> Options {
    let mut options = Options::default();
    options.ring.add(ring().to_string().as_bytes(), "the ring of the corpus").unwrap();
    options
}

/// Compares a file with what it must be; with `PITH_UPDATE=1` writes it.
fn settle(path: &std::path::Path, made: &[u8]) {
    if std::env::var_os("PITH_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, made).unwrap();
    }
    let stored = std::fs::read(path).unwrap_or_default();
    let first = stored.iter().zip(made).position(|(a, b)| a != b).unwrap_or_else(|| stored.len().min(made.len()));
    let around = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[first.saturating_sub(80)..bytes.len().min(first + 80)]).into_owned()
    };
    assert!(
        stored == made,
        "{} is stale; see what changed, then run with PITH_UPDATE=1\nstored: …{}…\nmade:   …{}…",
        path.display(),
        around(&stored),
        around(made)
    );
}

/// No file of a folder but these; with `PITH_UPDATE=1` others are removed.
fn settle_names(folder: &std::path::Path, extension: &str, names: &BTreeSet<&str>) {
    let is_surplus = |path: &PathBuf| {
        let name = path.strip_prefix(folder).unwrap().with_extension("");
        !names.contains(name.to_str().unwrap().replace('\\', "/").as_str())
    };
    let mut surplus: Vec<PathBuf> = common::files(folder, extension).into_iter().filter(is_surplus).collect();
    if std::env::var_os("PITH_UPDATE").is_some() {
        surplus.drain(..).for_each(|path| std::fs::remove_file(path).unwrap());
    }
    assert!(surplus.is_empty(), "no document of the corpus: {surplus:?}");
}

fn reports() -> BTreeMap<&'static str, Report> {
    let options = options();
    let report = |(name, bytes): (&'static str, Vec<u8>)| {
        let report = verify(&bytes, &options);
        assert_eq!(verdict(&bytes, &options), report.verdict.word, "the verdict alone of {name}");
        (name, report)
    };
    documents().into_iter().map(report).collect()
}

fn must_fail(report: &Report) -> bool {
    matches!(report.verdict.word, VerdictWord::Broken | VerdictWord::Unreadable)
}

/// The checks of one outcome, as the manifest has them.
fn found(report: &Report, outcome: Outcome) -> Vec<Value> {
    let checks = report.checks.iter().filter(|check| check.outcome == outcome);
    let found =
        |check: &Check| json!({"name": check.name.as_str(), "reason": check.reason.as_str(), "pointer": check.pointer});
    checks.map(found).collect()
}

/// The check by which the document is to be known: the first that fails; else the first that neither passes nor
/// came out so in the document that this one was made from.
fn deciding<'r>(report: &'r Report, from: Option<&Report>) -> Option<&'r Check> {
    let as_before = |check: &Check| {
        from.is_some_and(|from| {
            from.checks.iter().any(|before| {
                (before.name, before.outcome, &before.pointer) == (check.name, check.outcome, &check.pointer)
            })
        })
    };
    let other = || report.checks.iter().find(|check| check.outcome != Outcome::Passed && !as_before(check));
    report.verdict.failing.and_then(|failing| report.checks.get(failing)).or_else(other)
}

/// Section and basis of the rule. What is written in another way, and what cannot be read, is about section 1;
/// what is a document of a known kind with nothing to remark, about section 4. Both are proved.
fn rule(entry: &Entry, report: &Report, from: Option<&Report>) -> (u8, &'static str) {
    let kinds = if entry.is_spelled() && !entry.name.starts_with("document/") { 1 } else { 4 };
    deciding(report, from).map_or((kinds, "proved"), |check| (check.section, check.basis.as_str()))
}

/// The largest parts of the document whose leaves are all of one class, by class.
fn parts(report: &Report, document: &[u8]) -> BTreeMap<&'static str, Vec<String>> {
    fn uniform(
        value: &Value,
        pointer: &str,
        classes: &BTreeMap<&str, Class>,
        parts: &mut Vec<(String, Class)>,
    ) -> Option<Class> {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(members) => {
                let step = |key: &String| key.replace('~', "~0").replace('/', "~1");
                members.iter().map(|(key, value)| (format!("{pointer}/{}", step(key)), value)).collect()
            }
            Value::Array(elements) => {
                elements.iter().enumerate().map(|(index, value)| (format!("{pointer}/{index}"), value)).collect()
            }
            _ => Vec::new(),
        };
        let before = parts.len();
        let found: Vec<Option<Class>> =
            children.iter().map(|(pointer, value)| uniform(value, pointer, classes, parts)).collect();
        let class = match found.first() {
            None => Some(classes[pointer]),
            Some(&first) => first.filter(|_| found.iter().all(|&class| class == first)),
        };
        if let Some(class) = class {
            parts.truncate(before);
            parts.push((pointer.to_owned(), class));
        }
        class
    }
    let mut by_class: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    if report.coverage.leaves.is_empty() {
        return by_class;
    }
    let classes = report.coverage.leaves.iter().map(|leaf| (leaf.pointer.as_str(), leaf.class)).collect();
    let mut parts = Vec::new();
    uniform(&json(document), "", &classes, &mut parts);
    for (pointer, class) in parts {
        by_class.entry(class.as_str()).or_default().push(pointer);
    }
    by_class
}

fn leaves(report: &Report, document: &[u8]) -> Value {
    let parts = parts(report, document);
    let count = |class: &Class| report.coverage.leaves.iter().filter(|leaf| leaf.class == *class).count();
    let classes = Class::ALL.iter().filter(|class| count(class) > 0);
    let entry = |class: &Class| {
        let word = class.as_str();
        (word.to_owned(), json!({"count": count(class), "parts": parts[word]}))
    };
    Value::Object(classes.map(entry).collect())
}

/// Where a document differs from the one it was made from: the smallest parts, as pointers of either.
fn differences(before: &Value, after: &Value, pointer: &str, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => differences(a, b, &pointer, found),
                    _ => found.push(pointer),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a != b && a.iter().all(|element| b.contains(element)) => {
            found.push(pointer.to_owned());
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, &format!("{pointer}/{index}"), found);
            }
        }
        // 1 and 1.0 are two values here, too.
        _ if before == after => {}
        _ => found.push(pointer.to_owned()),
    }
}

/// The difference but for what its maker then computed anew: digests and signatures above it, and the state when an
/// event or an alias was changed.
fn changed_places(before: &[u8], after: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    differences(&json(before), &json(after), "", &mut found);
    let seals = [
        "signature_b64",
        "content_sha256",
        "event_id",
        "bundle_sha256",
        "state_sha256",
        "snapshot_sha256",
        "payload_sha256",
    ];
    let is_seal = |pointer: &str| seals.iter().any(|seal| pointer.ends_with(&format!("/{seal}")));
    let merged = |pointer: &str| pointer.starts_with("/state/");
    // What was changed is outside of the state, else in it; else it is a seal, and then the innermost one.
    let order: [&dyn Fn(&str) -> bool; 6] = [
        &|pointer| !merged(pointer) && !is_seal(pointer),
        &|pointer| !is_seal(pointer),
        &|pointer| !merged(pointer) && !pointer.starts_with("/bundle_signature/"),
        &|pointer| merged(pointer) && pointer != "/state/state_sha256",
        &|pointer| !pointer.starts_with("/bundle_signature/"),
        &|_| true,
    ];
    let places = order.iter().map(|keep| found.iter().filter(|pointer| keep(pointer)).cloned().collect::<Vec<_>>());
    places.into_iter().find(|places| !places.is_empty()).unwrap_or_default()
}

fn entry(entry: &Entry, documents: &BTreeMap<&str, Vec<u8>>, reports: &BTreeMap<&str, Report>) -> Value {
    let (document, report) = (&documents[entry.name], &reports[entry.name]);
    let from = entry.from().map(|from| &reports[from]);
    let (section, basis) = rule(entry, report, from);
    json!({
        "file": format!("documents/{}.json", entry.name),
        "about": entry.about,
        "from": entry.from().map(|from| format!("documents/{from}.json")),
        "section": section,
        "basis": basis,
        "must_fail": must_fail(report),
        "verdict": report.verdict.word.as_str(),
        "refusal": report.refusal.as_ref().map(|refusal| refusal.reason.as_str()),
        "failing": found(report, Outcome::Failed),
        "not_checked": found(report, Outcome::NotChecked),
        "noted": found(report, Outcome::Noted),
        "leaves": leaves(report, document),
    })
}

#[test]
fn the_corpus_is_what_this_verifier_finds() {
    if common::is_left_out("conformance") {
        return;
    }
    let (documents, reports) = (documents(), reports());
    let names: BTreeSet<&str> = documents.keys().copied().collect();
    for (name, bytes) in &documents {
        settle(&folder().join("documents").join(format!("{name}.json")), bytes);
        let sentences = tests().join("vectors/sentences").join(format!("{name}.expect"));
        settle(&sentences, said(&reports[name]).as_bytes());
    }
    settle_names(&folder().join("documents"), "json", &names);
    settle_names(&tests().join("vectors/sentences"), "expect", &names);
    settle(&folder().join("keys.json"), format!("{:#}\n", ring()).as_bytes());
    let listed: Vec<String> = entries().map(|each| entry(each, &documents, &reports).to_string()).collect();
    let manifest = format!("{{\"manifest_version\":\"1\",\"documents\":[\n{}\n]}}\n", listed.join(",\n"));
    settle(&folder().join("manifest.json"), manifest.as_bytes());
}

#[test]
fn there_are_enough_documents_and_most_of_them_must_fail() {
    let reports = reports();
    let failing = reports.values().filter(|report| must_fail(report)).count();
    println!("{} documents, {failing} must fail", reports.len());
    assert!(reports.len() >= 150, "{}", reports.len());
    assert!(failing * 10 >= reports.len() * 7, "{failing} of {}", reports.len());
}

/// A document that must fail was made by a change of one place, or of members beside each other, from one of which
/// nothing fails; what was built with its fault from the start says so.
#[test]
fn each_document_has_one_fault() {
    let (documents, reports) = (documents(), reports());
    let (mut wrong, mut compared, mut built) = (Vec::new(), 0, 0);
    for entry in entries().filter(|entry| must_fail(&reports[entry.name])) {
        let Some(from) = entry.from() else {
            built += 1;
            let is_built = ["name/", "document/"].iter().any(|area| entry.name.starts_with(area));
            wrong.extend((!is_built).then(|| format!("{} is made from nothing", entry.name)));
            continue;
        };
        compared += 1;
        wrong.extend(must_fail(&reports[from]).then(|| format!("{}: {from} fails itself", entry.name)));
        if entry.is_spelled() {
            wrong.extend((documents[from] == documents[entry.name]).then(|| format!("{} is {from}", entry.name)));
            continue;
        }
        let places = changed_places(&documents[from], &documents[entry.name]);
        let parents: BTreeSet<&str> =
            places.iter().map(|place| place.rsplit_once('/').map_or("", |(parent, _)| parent)).collect();
        wrong.extend((parents.len() != 1).then(|| format!("{}: {places:?}", entry.name)));
    }
    println!("{compared} differ in one place from one that need not fail, {built} are built with their fault");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The verdict and every check that did not pass.
fn said(report: &Report) -> String {
    let mut said = format!("{}: {}\n", report.verdict.word.as_str(), report.verdict.sentence);
    if let Some(refusal) = &report.refusal {
        writeln!(said, "{}: {} {}", refusal.reason.as_str(), refusal.sentence, refusal.hint).unwrap();
    }
    for check in report.checks.iter().filter(|check| check.outcome != Outcome::Passed) {
        let (outcome, name, reason) = (check.outcome.as_str(), check.name.as_str(), check.reason.as_str());
        writeln!(said, "{outcome} {name} {reason} {}\n    {}", check.pointer, check.sentence).unwrap();
        if let Some(hint) = &check.hint {
            writeln!(said, "    {hint}").unwrap();
        }
        if let Some(diagnosis) = &check.diagnosis {
            writeln!(said, "    Why: {}\n    {}", diagnosis.sentence, diagnosis.hint).unwrap();
        }
    }
    said
}

/// What is `verified` though it is not as it was published is named here, with nothing that a signature covers in it.
#[test]
fn no_fault_goes_unnoticed() {
    let harmless = [
        "record/alias-of-unknown-kind",
        "record/title-in-other-case",
        "record/abstract-null",
        "record/section-a-text",
        "record/events-of-its-own",
        "section/integrity-unavailable",
        // The bundle is signed so; its state was made by a merge of another name and is not compared.
        "state/merge-of-the-bundle",
    ];
    let mut wrong = Vec::new();
    for (name, report) in reports() {
        let is_fine = ["built/", "published/", "spelling/"].iter().any(|area| name.starts_with(area));
        let is_verified = report.verdict.word == VerdictWord::Verified;
        let is_right = if is_fine { !must_fail(&report) } else { is_verified == harmless.contains(&name) };
        wrong.extend((!is_right).then(|| format!("{name}: {}", report.verdict.word.as_str())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every kind of check and every reason of a check stands in some document.
#[test]
fn every_reason_has_a_vector() {
    let (mut names, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for report in reports().into_values() {
        names.extend(report.checks.iter().map(|check| check.name));
        reasons.extend(report.checks.iter().map(|check| check.reason));
        reasons.extend(report.refusal.map(|refusal| refusal.reason));
    }
    let missing_names: Vec<_> = CheckName::ALL.iter().filter(|name| !names.contains(name)).collect();
    assert!(missing_names.is_empty(), "{missing_names:?}");
    let elsewhere = |reason: &Reason| {
        let text = reason.as_str();
        // `limits.rs` has those that need a large document, `compare.rs` and `hand.rs` those of their own.
        text.starts_with("limit.")
            // `reproduce.rs` has each of them.
            || text.starts_with("report.")
            // `ring.rs` has each of these: they need a key ring with terms.
            || matches!(reason, Reason::KeyInWindow | Reason::KeyOutsideWindow | Reason::KeyWindowUnproven)
            || matches!(reason, Reason::KeyTimeContradicted | Reason::KeyRetired | Reason::KeyRevoked)
    };
    let missing: Vec<_> = Reason::ALL.iter().filter(|reason| !reasons.contains(reason) && !elsewhere(reason)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The program for other verifiers, run with our own.
fn run(arguments: &[&str]) -> Option<(bool, String)> {
    if common::is_left_out("conformance") {
        return None;
    }
    let python = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("python3").exists()));
    if !python {
        let message = b"\n!!! THERE IS NO python3: the program for other verifiers was not run.\n";
        let _ = std::io::Write::write_all(&mut std::io::stderr(), message);
        return None;
    }
    let mut command = Command::new("python3");
    command.arg(folder().join("run.py")).args(arguments).current_dir(folder());
    let output = command.env("PITH_VERIFY", env!("CARGO_BIN_EXE_pith-verify")).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&printed).into_owned()))
}

#[test]
fn the_program_for_other_verifiers_agrees() {
    let Some((agrees, printed)) = run(&["python3", "adapter.py"]) else { return };
    assert!(agrees, "{printed}");
    let all = entries().count();
    assert!(printed.contains(&format!("{all} documents: 0 differ")), "{printed}");
    println!("{printed}");
}

/// A verifier that takes everything for verified, one that says nothing of use, and one that cannot be run.
#[test]
fn the_program_for_other_verifiers_finds_differences() {
    let failing = reports().iter().filter(|(name, report)| name.starts_with("whole/") && must_fail(report)).count();
    let lenient = "print('{\"verdict\": \"verified\", \"failing\": []}')";
    let Some((agrees, printed)) = run(&["--filter", "whole/", "python3", "-c", lenient]) else { return };
    assert!(!agrees, "{printed}");
    assert!(printed.contains(&format!("{failing} that must fail did not")), "{printed}");
    for (command, complaint) in [("print('{}')", "says no verdict"), ("print(1", "no answer in JSON")] {
        let (agrees, printed) = run(&["--filter", "built/bundle", "python3", "-c", command]).unwrap();
        assert!(!agrees && printed.contains(complaint), "{printed}");
    }
    // One class of one leaf, and one check, exchanged.
    for (from, to) in [("\"signed\"", "\"uncovered\""), ("digest.mismatch", "digest.malformed")] {
        let code = format!(
            "import subprocess,sys; print(subprocess.run([sys.executable,'adapter.py']+sys.argv[1:],capture_output=True,text=True).stdout.replace('{from}','{to}',1))"
        );
        let (agrees, printed) = run(&["--filter", "resealed/record-digest", "python3", "-c", &code]).unwrap();
        assert!(!agrees && printed.contains("1 documents: 1 differ"), "{printed}");
    }
}
