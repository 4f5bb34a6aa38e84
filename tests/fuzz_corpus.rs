//! The inputs that the fuzzer found worth keeping, in `fuzz/corpus`: every property of `common/properties` holds for
//! all of them. The test of the npm package asks the wasm the same about the same inputs.
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
#[path = "common/properties/mod.rs"]
mod properties;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use common::to_base64;
use pith_verifier::{
    Document, Field, Options, Proof, Refusal, addresses, canonicalize, compare, match_text, sha256_hex, verify, visible,
};
use properties::Question;
use serde_json::{Value, json};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
}

/// The inputs of a target with their names, in order. The crate is published without them; this says so loudly.
fn inputs(target: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml.orig").exists();
    if published && !corpus().exists() {
        let message = "\n!!! CORPUS ABSENT: fuzz/corpus is not in the package. Nothing was tested with it.\n";
        let _ = std::io::stderr().write_all(message.as_bytes());
        return None;
    }
    let folder = corpus().join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())
        })
        .collect();
    inputs.sort();
    Some(inputs)
}

fn replay(target: &str) {
    let (_, property) = properties::ALL.iter().find(|(name, _)| *name == target).unwrap();
    let Some(inputs) = inputs(target) else { return };
    for (name, data) in &inputs {
        let outcome = std::panic::catch_unwind(|| property(data));
        assert!(outcome.is_ok(), "fuzz/corpus/{target}/{name}: see the panic above");
    }
    println!("{target}: {} inputs", inputs.len());
    assert!(inputs.len() >= 20, "{target} has {} inputs", inputs.len());
}

/// A test for each target, so that they run side by side and a failure names its own.
macro_rules! replayed {
    ($($test:ident $target:literal)*) => {
        $(#[test] fn $test() { replay($target); })*
        const REPLAYED: &[&str] = &[$($target),*];
    };
}

replayed!(
    replays_compare "compare"
    replays_decoders "decoders"
    replays_display "display"
    replays_hand "hand"
    replays_ots "ots"
    replays_reader "reader"
    replays_report "report"
    replays_tamper "tamper"
    replays_verify "verify"
);

/// Every property has a target, inputs and a test.
#[test]
fn nothing_is_left_out() {
    let names: BTreeSet<&str> = properties::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, REPLAYED.iter().copied().collect());
    let folders = |folder: &str, ending: &str| -> Option<BTreeSet<String>> {
        let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder)).ok()?;
        let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().trim_end_matches(ending).to_owned();
        Some(entries.map(|entry| name(entry.unwrap().path())).collect())
    };
    if inputs("reader").is_some() {
        for (folder, ending) in [("corpus", ""), ("fuzz_targets", ".rs")] {
            assert_eq!(folders(folder, ending).unwrap().iter().map(String::as_str).collect::<BTreeSet<_>>(), names);
        }
    }
}

/// Writes what this build answers about every input, for `www/test/corpus.test.js`, which asks the wasm.
#[test]
fn answers_for_other_builds() {
    let mut lines = String::new();
    for (target, _) in properties::ALL {
        let Some(inputs) = inputs(target) else { return };
        for (name, data) in inputs {
            for question in properties::questions(target, &data) {
                let (asked, answer) = asked(&question);
                let line =
                    json!({"of": format!("{target}/{name}"), "asked": asked, "sha256": sha256_hex(answer.as_bytes())});
                lines += &line.to_string();
                lines.push('\n');
            }
        }
    }
    assert!(lines.lines().count() > 500, "{}", lines.lines().count());
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus-answers.jsonl"), lines).unwrap();
}

/// A question as JSON, and the answer as JavaScript would print it; of a refusal its reason and place.
fn asked(question: &Question) -> (Value, String) {
    let options = Options::default();
    let refused = |refusal: Refusal| {
        json!({"refused": refusal.reason.as_str(), "offset": refusal.offset, "line": refusal.line, "column": refusal.column})
            .to_string()
    };
    match question {
        Question::Verify(bytes) => {
            (json!({"verify": to_base64(bytes)}), serde_json::to_string(&verify(bytes, &options)).unwrap())
        }
        Question::Canonicalize(bytes) => (
            json!({"canonicalize": to_base64(bytes)}),
            canonicalize(bytes).map_or_else(refused, |text| String::from_utf8(text).unwrap()),
        ),
        Question::Compare(documents) => {
            let compared: Vec<Document<'_>> = documents.iter().map(|bytes| Document { name: None, bytes }).collect();
            let documents: Vec<String> = documents.iter().map(|bytes| to_base64(bytes)).collect();
            let answer = compare(&compared, &options).map(|answer| serde_json::to_string(&answer).unwrap());
            (json!({"compare": documents}), answer.unwrap_or_else(refused))
        }
        Question::Proof { document, proof } => {
            let proofs = vec![Proof { name: None, bytes: proof.clone() }];
            let report = verify(document, &Options { proofs, ..options });
            (
                json!({"proof": to_base64(proof), "document": to_base64(document)}),
                serde_json::to_string(&report).unwrap(),
            )
        }
        Question::Visible(text) => (json!({"visible": text}), visible(text)),
        Question::MatchText { document, field, text } => {
            let answer = match_text(document, Field::of_word(field).unwrap(), text, &options);
            let answer = answer.map(|answer| serde_json::to_string(&answer).unwrap());
            (
                json!({"matchText": text, "field": field, "document": to_base64(document)}),
                answer.unwrap_or_else(refused),
            )
        }
        Question::Addresses(text) => (json!({"addresses": text}), serde_json::to_string(&addresses(text)).unwrap()),
    }
}
