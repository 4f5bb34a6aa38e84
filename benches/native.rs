//! The core natively, for `cargo xtask bench`: asked line by line, so that it takes turns with others.
//!
//! Its arguments are documents. It prints what it can, then answers the lines on its standard input:
//! `is NAME PATH` with true or false, `go NAME N` with the nanoseconds that a document took in N passes over all.
#![allow(clippy::print_stdout, missing_docs, reason = "a benchmark prints")]

use std::{error::Error, fs, hint::black_box, io, time::Instant};

use pith_verifier::{Options, VerdictWord, verdict, verify};

type Contender = (&'static str, fn(&[u8]) -> VerdictWord);

const CONTENDERS: [Contender; 3] = [("whole", whole), ("brief", brief), ("verdict", word)];

fn whole(document: &[u8]) -> VerdictWord {
    black_box(verify(document, &Options::default())).verdict.word
}

fn brief(document: &[u8]) -> VerdictWord {
    black_box(verify(document, &Options { explain: false, ..Options::default() })).verdict.word
}

fn word(document: &[u8]) -> VerdictWord {
    verdict(document, &Options::default())
}

fn main() -> Result<(), Box<dyn Error>> {
    let documents = std::env::args().skip(1).map(fs::read).collect::<Result<Vec<_>, _>>()?;
    println!("{}", CONTENDERS.map(|(name, _)| name).join(" "));
    for line in io::stdin().lines() {
        println!("{}", answer(&line?, &documents)?);
    }
    Ok(())
}

fn answer(line: &str, documents: &[Vec<u8>]) -> Result<String, Box<dyn Error>> {
    let mut parts = line.splitn(3, ' ');
    let (what, name, given) = (parts.next(), parts.next(), parts.next().ok_or("a line has three words")?);
    let (_, work) = CONTENDERS.iter().find(|(known, _)| Some(*known) == name).ok_or("no such contender")?;
    if what == Some("is") {
        return Ok((work(&fs::read(given)?) == VerdictWord::Verified).to_string());
    }
    let passes: u64 = given.parse()?;
    let started = Instant::now();
    for _ in 0..passes {
        for document in documents {
            black_box(work(document));
        }
    }
    let count = passes * u64::try_from(documents.len())?;
    let took = u64::try_from(started.elapsed().as_nanos())?;
    Ok(took.checked_div(count).ok_or("nothing to do")?.to_string())
}
