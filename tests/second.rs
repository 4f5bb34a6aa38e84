//! A second verifier, in another language and written from the description alone, must say the same.
//!
//! `tests/second/pith_second.py` gives its verdict and the class of every value of the samples, the faults, built
//! bundles and random mutants of all of them; and `CPython`, which the signer uses, its canonical form of generated texts.
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
#[path = "second/mutants.rs"]
mod mutants;
#[path = "second/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use common::builder::{Signer, registry, trusting};
use common::{SAMPLES, corpus, sample, tests};
use mutants::Mutants;
use pith_verifier::{Class, Options, VerdictWord, canonicalize, verify};
use serde_json::{Value, json};

const MUTANTS: usize = 100_000;
const TEXTS: usize = 100_000;
/// How many documents are asked about at once: while Python judges them, so does Rust.
const AT_ONCE: usize = 100;

/// The Python that has `cryptography`. Says loudly when nobody named one.
fn python() -> Option<OsString> {
    let named = std::env::var_os("PITH_PYTHON");
    if named.is_none() {
        let message = "\n!!! THE SECOND VERIFIER IS SKIPPED: nothing was compared with it.\n!!! Set PITH_PYTHON to a Python that has tests/second/requirements.txt, or run `cargo xtask test`.\n";
        // Past the test runner's capture.
        let _ = std::io::stderr().write_all(message.as_bytes());
    }
    named
}

/// A running second verifier. It ends with the pipe.
struct Second {
    child: Child,
    questions: Option<ChildStdin>,
    answers: ChildStdout,
}

impl Second {
    fn start(python: &OsString) -> Self {
        let program = tests().join("second/pith_second.py");
        let mut command = Command::new(python);
        command.arg(program).arg("--serve").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", python.display()));
        let (questions, answers) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut second = Self { child, questions, answers };
        let named = json!([[registry().key_id, registry().public_key_hex()], [null, another().public_key_hex()]]);
        second.ask(b'R', &[named.to_string().into_bytes()]);
        assert_eq!(second.answers(1), [b""]);
        second
    }

    /// Many questions of one kind. Each has to be answered before the next are asked.
    fn ask(&mut self, kind: u8, documents: &[Vec<u8>]) {
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_be_bytes();
        let mut frame = vec![kind];
        frame.extend(u32::try_from(documents.len()).unwrap().to_be_bytes());
        for document in documents {
            frame.extend(length(document));
            frame.extend(document);
        }
        let questions = self.questions.as_mut().unwrap();
        questions.write_all(&frame).unwrap();
        questions.flush().unwrap();
    }

    fn answers(&mut self, count: usize) -> Vec<Vec<u8>> {
        let mut answer = || {
            let mut length = [0; 4];
            self.answers.read_exact(&mut length).expect("the second verifier ended; see what it wrote above");
            let mut bytes = vec![0; usize::try_from(u32::from_be_bytes(length)).unwrap()];
            self.answers.read_exact(&mut bytes).unwrap();
            bytes
        };
        (0..count).map(|_| answer()).collect()
    }

    fn judge(&mut self, document: &[u8]) -> Judged {
        self.ask(b'V', &[document.to_vec()]);
        Judged::of_python(&self.answers(1)[0])
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        drop(self.questions.take());
        let _ = self.child.wait();
    }
}

fn another() -> Signer {
    Signer::test(1, "another")
}

/// The built-in key, one under a name, and one under none.
fn options() -> Options {
    let mut options = trusting(&[&another()]);
    options.ring.add(registry().key_object().to_string().as_bytes(), "a test key of RFC 8032").unwrap();
    Options { explain: false, ..options }
}

/// A verdict, and a letter for the class of each leaf.
#[derive(Clone, Debug, PartialEq)]
struct Judged {
    verdict: String,
    classes: Vec<char>,
    /// What did not pass, for people.
    notes: String,
    pointers: Vec<String>,
}

impl Judged {
    /// Nothing when the document is past a limit: limits are this verifier's own.
    fn of_rust(document: &[u8], options: &Options) -> Option<Self> {
        let report = verify(document, options);
        if report.refusal.as_ref().is_some_and(|refusal| refusal.reason.as_str().starts_with("limit.")) {
            return None;
        }
        let letter = |class| match class {
            Class::Signed => 's',
            Class::Derived => 'd',
            Class::Bound => 'b',
            Class::Signature => 'g',
            Class::Checksummed => 'c',
            Class::Uncovered => 'u',
            other => panic!("{other:?}"),
        };
        let notes = report.checks.iter().filter(|check| check.outcome.as_str() != "passed").map(|check| {
            format!("{}:{}:{}:{}", check.outcome.as_str(), check.name.as_str(), check.reason.as_str(), check.pointer)
        });
        Some(Self {
            verdict: report.verdict.word.as_str().to_owned(),
            classes: report.coverage.leaves.iter().map(|leaf| letter(leaf.class)).collect(),
            notes: notes.collect::<Vec<_>>().join(" "),
            pointers: report.coverage.leaves.into_iter().map(|leaf| leaf.pointer).collect(),
        })
    }

    fn of_python(answer: &[u8]) -> Self {
        let answer = String::from_utf8_lossy(answer).into_owned();
        let mut lines = answer.splitn(3, '\n').map(str::to_owned);
        let mut line = || lines.next().unwrap();
        Self { verdict: line(), classes: line().chars().collect(), notes: line(), pointers: Vec::new() }
    }

    /// In what the two differ, so that differences of one kind can be counted together.
    fn against(&self, python: &Self) -> Option<String> {
        if self.verdict != python.verdict {
            return Some(format!("verdict: Rust {}, Python {}", self.verdict, python.verdict));
        }
        if self.classes.len() != python.classes.len() {
            return Some("number of values".to_owned());
        }
        let at = self.classes.iter().zip(&python.classes).position(|(one, other)| one != other)?;
        let place: Vec<&str> =
            self.pointers[at].split('/').map(|step| if step.parse::<u32>().is_ok() { "*" } else { step }).collect();
        Some(format!("{}: Rust {}, Python {}", place.join("/"), self.classes[at], python.classes[at]))
    }
}

/// What a comparison found.
#[derive(Default)]
struct Found {
    verdicts: BTreeMap<String, usize>,
    classes: BTreeMap<char, usize>,
    limits: usize,
    /// Differences by kind: how many, and the first document.
    different: BTreeMap<String, (usize, Vec<u8>)>,
}

impl Found {
    fn add(&mut self, document: &[u8], rust: Option<&Judged>, python: &Judged) {
        let Some(rust) = rust else {
            self.limits += 1;
            return;
        };
        *self.verdicts.entry(rust.verdict.clone()).or_default() += 1;
        for class in &rust.classes {
            *self.classes.entry(*class).or_default() += 1;
        }
        if let Some(kind) = rust.against(python) {
            self.different.entry(kind).or_insert_with(|| (0, document.to_vec())).0 += 1;
        }
    }

    fn join(&mut self, other: Self) {
        for (verdict, count) in other.verdicts {
            *self.verdicts.entry(verdict).or_default() += count;
        }
        for (class, count) in other.classes {
            *self.classes.entry(class).or_default() += count;
        }
        self.limits += other.limits;
        for (kind, (count, document)) in other.different {
            self.different.entry(kind).or_insert((0, document)).0 += count;
        }
    }

    /// Fails when anything differs, with a small document for each of the first kinds.
    fn must_agree(&self, python: &OsString) {
        println!("verdicts {:?}, classes {:?}, past a limit {}", self.verdicts, self.classes, self.limits);
        if self.different.is_empty() {
            return;
        }
        for (kind, (count, _)) in &self.different {
            println!("{count} times {kind}");
        }
        let mut second = Second::start(python);
        for (kind, (count, document)) in self.different.iter().take(12) {
            println!("\n{count} times {kind}");
            let small = smaller(document, kind, &mut second);
            let rust = Judged::of_rust(&small, &options()).unwrap();
            println!("{}", String::from_utf8_lossy(&small));
            println!("Rust: {} {}", rust.verdict, rust.notes);
            let found = second.judge(&small);
            println!("Python: {} {}", found.verdict, found.notes);
        }
        let count: usize = self.different.values().map(|(count, _)| count).sum();
        panic!("{count} disagreements of {} kinds", self.different.len());
    }
}

/// The document without all that can be left out while the two still differ in the same way.
fn smaller(document: &[u8], kind: &str, second: &mut Second) -> Vec<u8> {
    let Ok(mut value) = serde_json::from_slice::<Value>(document) else { return document.to_vec() };
    let options = options();
    let Some(Judged { verdict, .. }) = Judged::of_rust(document, &options) else { return document.to_vec() };
    let mut differs = |value: &Value| {
        let document = value.to_string().into_bytes();
        let rust = Judged::of_rust(&document, &options).filter(|rust| rust.verdict == verdict);
        rust.and_then(|rust| rust.against(&second.judge(&document))).is_some_and(|found| found == kind)
    };
    if !differs(&value) {
        return document.to_vec();
    }
    let mut places = mutants::places(&value);
    // The shallow ones first: they are the large ones.
    places.sort_by_key(|place| place.matches('/').count());
    for place in places {
        let mut less = value.clone();
        if mutants::remove(&mut less, &place).is_some() && differs(&less) {
            value = less;
        }
    }
    value.to_string().into_bytes()
}

/// Runs a part of the work in each of two threads, each with a Python of its own.
fn in_threads<T: Send>(work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                scope.spawn({
                    let work = &work;
                    move || work(number)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
const THREADS: usize = 2;

#[test]
fn the_corpus_is_judged_alike() {
    let Some(python) = python() else { return };
    let mut documents: Vec<Vec<u8>> = SAMPLES.iter().map(|name| sample(name)).collect();
    documents.extend(corpus().into_iter().map(|path| std::fs::read(path).unwrap()));
    documents.extend(mutants::built().iter().map(|value| value.to_string().into_bytes()));
    let (mut second, options, mut found) = (Second::start(&python), options(), Found::default());
    for document in &documents {
        found.add(document, Judged::of_rust(document, &options).as_ref(), &second.judge(document));
    }
    println!("{} documents", documents.len());
    found.must_agree(&python);
    for word in VerdictWord::ALL {
        assert!(found.verdicts.contains_key(word.as_str()), "{word:?}");
    }
    assert_eq!(found.classes.len(), 6);
}

#[test]
fn random_mutants_are_judged_alike() {
    let Some(python) = python() else { return };
    let mutants = Mutants::new();
    let parts = in_threads(|thread| {
        let (mut second, options, mut found) = (Second::start(&python), options(), Found::default());
        let numbers: Vec<usize> = (0..MUTANTS).filter(|number| number % THREADS == thread).collect();
        for some in numbers.chunks(AT_ONCE) {
            let documents: Vec<Vec<u8>> = some.iter().map(|&number| mutants.mutant(number)).collect();
            second.ask(b'V', &documents);
            let rust: Vec<_> = documents.iter().map(|document| Judged::of_rust(document, &options)).collect();
            for ((document, rust), python) in documents.iter().zip(&rust).zip(second.answers(documents.len())) {
                found.add(document, rust.as_ref(), &Judged::of_python(&python));
            }
        }
        found
    });
    let mut found = Found::default();
    for part in parts {
        found.join(part);
    }
    found.must_agree(&python);
    // Not everything dies at the first digest, and not everything is far past it.
    for word in VerdictWord::ALL {
        assert!(found.verdicts.get(word.as_str()).is_some_and(|count| *count > MUTANTS / 100), "{word:?}");
    }
    assert_eq!(found.classes.len(), 6);
    assert!(found.limits < MUTANTS / 100);
}

#[test]
fn cpython_writes_the_same_canonical_form() {
    let Some(python) = python() else { return };
    let parts = in_threads(|thread| {
        let (mut second, mut counts, mut different) = (Second::start(&python), [0; 3], Vec::new());
        let numbers: Vec<usize> = (0..TEXTS).filter(|number| number % THREADS == thread).collect();
        for some in numbers.chunks(AT_ONCE) {
            let documents: Vec<Vec<u8>> = some.iter().map(|&number| texts::text(number)).collect();
            second.ask(b'C', &documents);
            let answers = second.answers(documents.len());
            for (document, answer) in documents.iter().zip(answers) {
                let rust = canonicalize(document);
                let python = answer.strip_prefix(b"+");
                match &rust {
                    Err(refusal) if refusal.reason.as_str().starts_with("limit.") => counts[2] += 1,
                    _ if rust.as_deref().ok() == python => counts[usize::from(python.is_none())] += 1,
                    _ => different.push((document.clone(), rust.map_err(|refusal| refusal.sentence), answer)),
                }
            }
        }
        (counts, different)
    });
    let mut counts = [0; 3];
    for (part, different) in &parts {
        for (sum, count) in counts.iter_mut().zip(part) {
            *sum += count;
        }
        for (document, rust, answer) in different.iter().take(5) {
            let rust = rust.as_ref().map(|bytes| String::from_utf8_lossy(bytes));
            println!(
                "{}\nRust: {rust:?}\nPython: {}",
                String::from_utf8_lossy(document),
                String::from_utf8_lossy(answer)
            );
        }
    }
    let [same, refused, limits] = counts;
    println!("{same} texts with the same canonical form, {refused} refused by both, {limits} past a limit");
    assert!(parts.iter().all(|(_, different)| different.is_empty()));
    assert!(same > TEXTS / 2 && refused > TEXTS / 20 && limits < TEXTS / 100, "{counts:?}");
}
