//! Checks documents with the crate: `cargo run --example check -- FILE...`
//!
//! One line for each, what failed below it. Ends with 0 when all are verified, with 1 when one is not, and with 2
//! when one could not be opened or there is none.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

use pith_verifier::{ClaimName, Options, Outcome, Report, VerdictWord, verify, visible};
use std::process::ExitCode;

fn main() -> ExitCode {
    let paths: Vec<_> = std::env::args_os().skip(1).collect();
    if paths.is_empty() {
        eprintln!("expected files: check FILE...");
        return ExitCode::from(2);
    }
    let mut worst = 0;
    for path in paths {
        let name = path.to_string_lossy().into_owned();
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{name}: {error}");
                worst = 2;
                continue;
            }
        };
        let options = Options { name: Some(name), ..Options::default() };
        // Whatever the bytes are, there is a report.
        let report = verify(&bytes, &options);
        show(&report);
        if report.verdict.word != VerdictWord::Verified {
            worst = worst.max(1);
        }
    }
    ExitCode::from(worst)
}

fn show(report: &Report) {
    let name = visible(report.name.as_deref().unwrap_or_default());
    let number = report.claims.iter().find(|claim| claim.name == ClaimName::PithNumber);
    // Text of a document can hold control characters; `visible` writes them out.
    let number = number.map_or_else(|| "no Pith Number".into(), |claim| visible(&claim.value));
    println!("{:<10} {number}  {name}", report.verdict.word.as_str());
    for check in report.checks.iter().filter(|check| check.outcome == Outcome::Failed) {
        println!("           {} at {}", check.name.as_str(), visible(&check.pointer));
    }
}
