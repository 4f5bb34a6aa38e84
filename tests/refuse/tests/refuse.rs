//! Memory that is refused ends the program without a word of a verdict, whichever request it was.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::{
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
};

/// Every one of so many requests is refused, of those after them one in each so many.
const EACH: u64 = 200;
const ABOUT: u64 = 400;

fn run(document: &Path, number: u64, which: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_refuse"));
    // To trace back what was asked for takes memory, and forty times as long.
    command.env("RUST_BACKTRACE", "0").arg(document).arg(number.to_string()).arg(which).output().unwrap()
}

/// Refuses requests of one document, and says how many there are and how many of them were refused.
fn refuse(document: &Path, word: &str) -> (u64, u64) {
    let whole = run(document, 0, "one");
    let report: serde_json::Value = serde_json::from_slice(&whole.stdout).unwrap();
    assert_eq!(report["verdict"]["word"], word, "{}", document.display());
    let said = String::from_utf8(whole.stderr).unwrap();
    let count: u64 = said.strip_suffix(" requests\n").unwrap().parse().unwrap();

    // Steps of changing length: one alone could keep in step with what repeats in a document.
    let mut numbers: Vec<u64> = (1..=count.min(EACH)).collect();
    let step = (count / ABOUT).max(1);
    let mut number = EACH;
    while number + step < count {
        number += step + number % 3;
        numbers.push(number.min(count));
    }
    numbers.push(count);
    let mut tried = 0;
    for number in numbers {
        for which in ["one", "rest"] {
            let Output { status, stdout, stderr } = run(document, number, which);
            let (stdout, stderr) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
            let what = format!("{}, {which} from {number} of {count}: {status}, {stderr}", document.display());
            assert_eq!(stdout, "", "{what}");
            assert_eq!(status.signal(), Some(6), "{what}");
            assert!(stderr.starts_with("memory allocation of "), "{what}");
            tried += 1;
        }
    }
    // Past the last request nothing is refused, and the report is there: the counting is right.
    assert_eq!(run(document, count + 1, "rest").stdout, whole.stdout);
    (count, tried)
}

#[test]
fn no_verdict_comes_out_when_memory_is_refused() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let documents = [
        ("verified", tests.join("samples/bundle-1212.1787.json")),
        ("verified", tests.join("samples/record-2101.05782.json")),
        ("unsigned", tests.join("samples/state-1212.1787.json")),
        ("broken", changed(tests, "broken.json", "Generic Checkpoint", "Generic Cheakpoint")),
        ("unreadable", changed(tests, "unreadable.json", "{\"bundle_type\"", "{\"source\":1,\"bundle_type\"")),
    ];
    thread::scope(|scope| {
        for (word, document) in &documents {
            scope.spawn(move || {
                let (count, tried) = refuse(document, word);
                println!("{word}: {count} requests for memory, {tried} programs with refused ones");
                assert!(count > 5 && tried > 10, "{word}: {count} requests, {tried} refused");
            });
        }
    });
}

/// The first sample with the first of something changed.
fn changed(tests: &Path, name: &str, from: &str, to: &str) -> PathBuf {
    let text = std::fs::read_to_string(tests.join("samples/bundle-1212.1787.json")).unwrap();
    assert!(text.contains(from), "{from}");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path
}
