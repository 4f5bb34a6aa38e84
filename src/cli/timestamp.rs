//! `--ots` and `--header`, and timestamps as text.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Args;
use pith_verifier::{Options, Outcome, Proof, Report, Timestamp, visible};

use super::{complain, read, text};

/// Proofs that stand beside the document.
#[derive(Args)]
pub(crate) struct TimestampArguments {
    /// An OpenTimestamps proof (.ots) that stands beside the one document; - is standard input; may be repeated
    #[arg(long, value_name = "PROOF")]
    ots: Vec<OsString>,
    /// The 80-byte header of a Bitcoin block that a proof names, in hexadecimal; may be repeated
    #[arg(long, value_name = "HEX")]
    header: Vec<String>,
}

impl TimestampArguments {
    /// Puts proofs and headers into the options. On wrong usage it complains and gives nothing.
    pub(super) fn add_to(&self, options: Options, documents: &[OsString], by_line: bool) -> Option<Options> {
        if self.ots.is_empty() {
            if self.header.is_empty() {
                return Some(options);
            }
            complain("--header goes with --ots <PROOF>: give the proof that names the block");
            return None;
        }
        if by_line {
            complain("--ots goes with exactly one document, not with --input ndjson");
            return None;
        }
        let [document] = documents else {
            complain(&format!(
                "--ots goes with exactly one document, found {}; verify each document with its own proofs",
                documents.len()
            ));
            return None;
        };
        let (proofs, headers) = self.read(&[document])?;
        Some(Options { proofs, headers, ..options })
    }

    /// The proofs and the headers beside some files that are read too. On wrong usage it complains and gives nothing.
    pub(super) fn read(&self, beside: &[&OsString]) -> Option<(Vec<Proof>, Vec<String>)> {
        if self.ots.iter().chain(beside.iter().copied()).filter(|file| *file == "-").count() > 1 {
            complain("standard input can be read once only, found - for several files");
            return None;
        }
        let mut proofs = Vec::new();
        for file in &self.ots {
            let name = file.to_string_lossy().into_owned();
            match read(file) {
                Ok(bytes) => proofs.push(Proof { name: Some(name), bytes }),
                Err(error) => {
                    complain(&format!("cannot open the proof {}: {error}", visible(&name)));
                    return None;
                }
            }
        }
        Some((proofs, self.header.clone()))
    }
}

/// How the command ends because of the proofs: what was asked for is that they pass.
pub(super) fn exit_code(report: &Report) -> u8 {
    let code = |timestamp: &Timestamp| match timestamp.outcome {
        Outcome::Passed => 0,
        Outcome::Failed => 1,
        _ => 3,
    };
    report.timestamps.iter().map(code).fold(0, super::worse)
}

/// Prints what was found in proofs and headers, when there are any.
pub(super) fn print(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for timestamp in &report.timestamps {
        let name = visible(timestamp.name.as_deref().unwrap_or("-"));
        writeln!(out)?;
        line(out, timestamp.outcome, &format!("timestamp {name}"))?;
        let Some(start) = &timestamp.start else {
            finding(out, &timestamp.sentence, timestamp.hint.as_deref())?;
            continue;
        };
        finding(out, &start.sentence, start.hint.as_deref())?;
        for found in &timestamp.attestations {
            line(out, found.outcome, &format!("attestation, {}", found.kind.as_str()))?;
            finding(out, &found.sentence, found.hint.as_deref())?;
        }
    }
    for header in &report.headers {
        let hash = header.block.as_ref().map_or("-", |block| &block.hash);
        line(out, header.outcome, &format!("block header {hash}"))?;
        // What came of a header that belongs to an attestation stands there.
        let told = report.timestamps.iter().flat_map(|timestamp| &timestamp.attestations);
        if !told.into_iter().any(|found| found.sentence == header.sentence) {
            finding(out, &header.sentence, header.hint.as_deref())?;
        }
    }
    Ok(())
}

fn line(out: &mut impl Write, outcome: Outcome, what: &str) -> io::Result<()> {
    let (sign, style) = text::sign(outcome);
    writeln!(out, "  {style}{sign}{style:#} {what}")
}

fn finding(out: &mut impl Write, sentence: &str, hint: Option<&str>) -> io::Result<()> {
    writeln!(out, "       {sentence}")?;
    hint.map_or(Ok(()), |hint| writeln!(out, "       {hint}"))
}
