//! `pith-verify verify`.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pith_verifier::{Options, Report, VerdictWord, html, markdown, verify, visible};

use super::timestamp::{self, TimestampArguments};
use super::{TrustArguments, USAGE, complain, json, output, read, text, worse};

pub(crate) const HELP: &str = "\
Exit code:
  0  every document is verified
  3  none is broken, at least one is only consistent or unsigned
  1  at least one is broken or unreadable
  2  wrong usage, a file that could not be opened (the others are still done), or output nobody reads
With --ots the proofs count too, though they never change the verdict:
  3  at least one is not confirmed by a block header
  1  at least one is refused, fails, or is not about the document

Examples:
  pith-verify verify bundle.json
  pith-verify verify --format ndjson mirror/*.json | jq -r '[.name, .verdict.word] | @tsv'
  curl -s https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json | pith-verify verify -
  pith-verify verify --replay bundle.json
  cp bundle.json document.json && pith-verify verify --redo document.json
  pith-verify verify --no-built-in-keys --trust-key my-registry.json bundle.json
  pith-verify verify --ots bundle.json.ots --header 00e0ff3f…c5d2 bundle.json
  pith-verify verify --trust-key old-keys.json --at 2026-06-01T00:00:00Z bundle.json
  pith-verify verify --format html bundle.json > report.html";

#[derive(Args)]
pub(crate) struct Arguments {
    /// What to print: text for people, one JSON report (an array for several files), one report a line, or pages
    /// to keep: Markdown, or HTML for one file
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    trust: TrustArguments,
    #[command(flatten)]
    detail: Detail,
    #[command(flatten)]
    timestamps: TimestampArguments,
    /// Print every check of every file, also when there are several files
    #[arg(short, long)]
    verbose: bool,
    /// Documents to verify; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<OsString>,
}

/// What a report carries beyond what was found.
#[derive(Args)]
struct Detail {
    /// Merge the events of a bundle step by step and show what each changed
    #[arg(long)]
    replay: bool,
    /// Print for each check the commands that redo it with python3, openssl, sha256sum or jq, in a folder that has the
    /// document as document.json
    #[arg(long)]
    redo: bool,
    /// Leave out why a check failed and how to redo it, also in JSON: less to print, and faster
    #[arg(long, conflicts_with = "redo")]
    brief: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Ndjson,
    Markdown,
    Html,
}

/// From so many files on, a progress bar is worth its line.
const MANY_FILES: usize = 20;

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    if args.format == Format::Html && args.files.len() > 1 {
        complain("--format html makes one page: give one file");
        return Ok(USAGE);
    }
    let options = match args.trust.options() {
        Ok(options) => options,
        Err(message) => {
            complain(&message);
            return Ok(USAGE);
        }
    };
    let options = Options { replay: args.detail.replay, explain: !args.detail.brief, ..options };
    let Some(options) = args.timestamps.add_to(options, &args.files) else {
        return Ok(USAGE);
    };
    let bar = progress(args.files.len());
    let mut out = Output::new(args);
    let (mut worst, mut unopened) = (0, false);
    for file in &args.files {
        match read(file) {
            Ok(bytes) => {
                let options = Options { name: Some(file.to_string_lossy().into_owned()), ..options.clone() };
                let report = verify(&bytes, &options);
                worst = worse(worst, worse(exit_code(report.verdict.word), timestamp::exit_code(&report)));
                bar.suspend(|| out.report(&report))?;
            }
            Err(error) => {
                unopened = true;
                bar.suspend(|| complain(&format!("cannot open {}: {error}", visible(&file.to_string_lossy()))));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    out.finish()?;
    Ok(if unopened { USAGE } else { worst })
}

fn exit_code(word: VerdictWord) -> u8 {
    match word {
        VerdictWord::Verified => 0,
        VerdictWord::Consistent | VerdictWord::Unsigned => 3,
        _ => 1,
    }
}

/// Shows nothing unless standard error is a terminal and there are many files.
fn progress(files: usize) -> ProgressBar {
    if files < MANY_FILES || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    let template = "{bar:30} {pos} of {len} files, {per_sec}, {eta} left";
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// Prints reports as they are made.
struct Output {
    out: anstream::AutoStream<io::StdoutLock<'static>>,
    format: Format,
    several: bool,
    verbose: bool,
    redo: bool,
    printed: usize,
}

impl Output {
    fn new(args: &Arguments) -> Self {
        Self {
            out: output(args.format != Format::Text),
            format: args.format,
            several: args.files.len() > 1,
            verbose: args.verbose,
            redo: args.detail.redo,
            printed: 0,
        }
    }

    fn report(&mut self, report: &Report) -> io::Result<()> {
        match self.format {
            Format::Json if self.several => {
                let start = if self.printed == 0 { "[" } else { ",\n" };
                write!(self.out, "{start}{}", json(serde_json::to_string(report))?)?;
            }
            Format::Json | Format::Ndjson => writeln!(self.out, "{}", json(serde_json::to_string(report))?)?,
            Format::Markdown => {
                let between = if self.printed == 0 { "" } else { "\n" };
                write!(self.out, "{between}{}", markdown(report))?;
            }
            Format::Html => self.out.write_all(html(report).as_bytes())?,
            Format::Text => {
                let full = self.verbose || !self.several;
                if full && self.printed > 0 {
                    writeln!(self.out)?;
                }
                text::report(&mut self.out, report, text::Shown { full, all: self.verbose, redo: self.redo })?;
            }
        }
        self.printed += 1;
        self.out.flush()
    }

    fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Json && self.several {
            writeln!(self.out, "{}", if self.printed == 0 { "[]" } else { "]" })?;
        }
        self.out.flush()
    }
}
