//! How time grows with the size of hostile documents: `cargo bench --bench growth`.
//!
//! Each shape is verified at n, 2n, 4n and 8n; what counts is the ratio from one to the next, which is 2
//! for linear growth and a little more where keys are sorted.
#![allow(clippy::print_stdout, clippy::indexing_slicing, missing_docs, reason = "a benchmark prints")]

use std::time::{Duration, Instant};

use pith_verifier::{Options, verify};

/// A name and what makes the document of a size.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: [Shape; 8] = [
    ("white space", |n| format!("[{}1]", " ".repeat(n * 200))),
    ("one string", |n| format!("[\"{}\"]", "a".repeat(n * 200))),
    ("escapes", |n| format!("[\"{}\"]", "\\u00e9".repeat(n * 30))),
    ("one long number", |n| format!("[0.{}]", "1".repeat(n * 200))),
    ("keys", |n| object(n, "")),
    ("long equal keys", |n| object(n, &"k".repeat(50))),
    ("events", |n| format!("[{}]", vec![EVENT; n / 16].join(","))),
    ("a bundle of numbers", |n| format!("{{{BUNDLE},\"events\":[],\"more\":[{}]}}", vec!["1"; n].join(","))),
];

const EVENT: &str = r#"{"event_type":"x","content_sha256":"y","signature":{},"signer":{"key_id":1}}"#;
const BUNDLE: &str =
    r#""bundle_type":"pith_open_graph_bundle","bundle_version":"1.0","bundle_signature":{},"canonical_record":{"a":1}"#;

fn object(n: usize, prefix: &str) -> String {
    let members: Vec<String> = (0..n).rev().map(|key| format!("\"{prefix}{key}\":0")).collect();
    format!("{{{}}}", members.join(","))
}

/// The best of several runs.
fn time(document: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        let report = verify(document.as_bytes(), &Options::default());
        std::hint::black_box(report);
        start.elapsed()
    };
    (0..5).map(|_| run()).min().unwrap_or_default()
}

fn main() {
    println!("{:22} {:>10} {:>10} {:>6} {:>6} {:>6}", "shape", "bytes at n", "time at n", "2n/n", "4n/2n", "8n/4n");
    for (name, make) in SHAPES {
        let documents: Vec<String> = [1, 2, 4, 8].iter().map(|factor| make(25_000 * factor)).collect();
        let times: Vec<f64> = documents.iter().map(|document| time(document).as_secs_f64()).collect();
        let ratios: Vec<String> = times.windows(2).map(|pair| format!("{:6.2}", pair[1] / pair[0])).collect();
        println!("{name:22} {:>10} {:>8.1} ms {}", documents[0].len(), times[0] * 1e3, ratios.join(" "));
    }
}
