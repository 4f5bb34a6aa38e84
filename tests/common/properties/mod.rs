//! What must hold whatever bytes come in: a function for each target of `fuzz`, which panics where it does not.
//!
//! The fuzzer calls them with inputs of its own making, and `tests/fuzz_corpus.rs` with those that are kept.
#![allow(dead_code, unreachable_pub, reason = "the fuzzer and the tests use a part of it each")]

mod compare;
mod decoders;
mod display;
mod hand;
mod ots;
mod reader;
mod report;
mod tamper;
mod verify;

pub use compare::compare;
pub use decoders::decoders;
pub use display::display;
pub use hand::hand;
pub use ots::ots;
pub use reader::reader;
pub use report::report;
pub use tamper::tamper;
pub use verify::verify;

use std::sync::OnceLock;

use pith_verifier::Options;
use serde_json::Value;
use unicode_general_category::{GeneralCategory as Category, get_general_category};

use crate::common::builder::{registry, trusting};

/// The bundle that others are made of.
const SAMPLE: &[u8] = include_bytes!("../../samples/bundle-1212.1787.json");

/// Fails where something does not hold for an input.
pub type Property = fn(&[u8]);

/// The targets by name.
pub const ALL: [(&str, Property); 9] = [
    ("compare", compare),
    ("decoders", decoders),
    ("display", display),
    ("hand", hand),
    ("ots", ots),
    ("reader", reader),
    ("report", report),
    ("tamper", tamper),
    ("verify", verify),
];

/// What the verifier can be asked about one input, so that another build of it can be asked the same.
pub enum Question {
    Verify(Vec<u8>),
    Canonicalize(Vec<u8>),
    Compare(Vec<Vec<u8>>),
    Proof { document: Vec<u8>, proof: Vec<u8> },
    Visible(String),
    MatchText { document: Vec<u8>, field: &'static str, text: String },
    Addresses(String),
}

/// The questions of an input of a target.
pub fn questions(target: &str, data: &[u8]) -> Vec<Question> {
    let text = || String::from_utf8_lossy(data).into_owned();
    match target {
        "compare" => vec![Question::Compare(compare::documents(data))],
        "display" => vec![Question::Visible(text())],
        "hand" => {
            let (document, field, text) = hand::parts(data);
            let document = document.to_vec();
            vec![Question::MatchText { document, field: field.as_str(), text: text.clone() }, Question::Addresses(text)]
        }
        "ots" => vec![Question::Proof { document: ots::document().to_vec(), proof: data.to_vec() }],
        "reader" | "decoders" => vec![Question::Canonicalize(data.to_vec())],
        "tamper" => vec![Question::Verify(tamper::document(data))],
        _ => vec![Question::Verify(data.to_vec()), Question::Canonicalize(data.to_vec())],
    }
}

/// Options that trust the built-in key and that of the bundles built here.
pub fn options() -> Options {
    static OPTIONS: OnceLock<Options> = OnceLock::new();
    OPTIONS.get_or_init(|| trusting(&[&registry()])).clone()
}

/// Fails unless a text can stand on a page: one line, and nothing in it is invisible or reorders it.
pub fn assert_plain(text: &str) {
    let hidden = |char: char| {
        let category = get_general_category(char);
        matches!(
            category,
            Category::Control
                | Category::Format
                | Category::PrivateUse
                | Category::Unassigned
                | Category::LineSeparator
                | Category::ParagraphSeparator
        ) || (category == Category::SpaceSeparator && char != ' ')
    };
    assert!(!text.contains(hidden), "{text:?}");
}

/// Every leaf of a value with its JSON Pointer, in the order of the text.
pub fn leaves(value: &Value) -> Vec<(String, &Value)> {
    fn collect<'v>(value: &'v Value, pointer: &mut String, found: &mut Vec<(String, &'v Value)>) {
        let length = pointer.len();
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (key, value) in members {
                    pointer.push('/');
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                    collect(value, pointer, found);
                    pointer.truncate(length);
                }
            }
            Value::Array(elements) if !elements.is_empty() => {
                for (at, value) in elements.iter().enumerate() {
                    pointer.push('/');
                    pointer.push_str(&at.to_string());
                    collect(value, pointer, found);
                    pointer.truncate(length);
                }
            }
            leaf => found.push((pointer.clone(), leaf)),
        }
    }
    let mut found = Vec::new();
    collect(value, &mut String::new(), &mut found);
    found
}
