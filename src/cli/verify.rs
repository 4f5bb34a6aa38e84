//! `pith-verify verify`.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Stdout, Write as _};
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anstream::AutoStream;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pith_verifier::{Incoming, Options, Report, VerdictWord, html, markdown};

use super::input::{Documents, Next, cannot_open};
use super::json::Json;
use super::text::{Shown, Text};
use super::timestamp::{self, TimestampArguments};
use super::turns::{Paper, Turn, Turns};
use super::{TrustArguments, USAGE, complain, read, worse};

pub(crate) const HELP: &str = "\
Several documents are checked at the same time (--jobs) and printed in their order, all the same.
With --input ndjson each line of a file is one document, named after file and line: dump.ndjson:17.
Its size and SHA-256 are those of the line without its end, LF or CR LF. Blank lines are skipped, and
a line longer than a document may be is refused without being kept. A file without a document gives 2.

Exit code:
  0  every document is verified
  3  none is broken, at least one is only consistent or unsigned
  1  at least one is broken or unreadable
  2  wrong usage, a file that could not be opened or read (the others are still done), or output nobody reads
With --ots the proofs count too, though they never change the verdict:
  3  at least one is not confirmed by a block header
  1  at least one is refused, fails, or is not about the document

Examples:
  pith-verify verify bundle.json
  pith-verify verify --format ndjson mirror/*.json | jq -r '[.name, .verdict.word] | @tsv'
  pith-verify verify --input ndjson --jobs 4 dump.ndjson
  zstd -dc dump.ndjson.zst | pith-verify verify --input ndjson -
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
    /// What a file has: one document, or one on each line
    #[arg(long, value_enum, default_value_t = Input::Json)]
    input: Input,
    /// How many documents are checked at the same time; as many as there are cores unless it is given
    #[arg(short, long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,
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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    Json,
    Ndjson,
}

/// From so many files on, a progress bar is worth its line.
const MANY_FILES: usize = 20;

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    if args.format == Format::Html && args.several() {
        complain("--format html makes one page: give one file with one document");
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
    let Some(options) = args.timestamps.add_to(options, &args.files, args.by_line()) else {
        return Ok(USAGE);
    };
    let threads = args.threads();
    let documents = Mutex::new(Documents::new(&args.files, args.by_line()));
    let turns = Turns::new(args.paper(), threads);
    let work = || {
        let mut worker = Worker { args, options: options.clone(), escape: io::stdout().is_terminal() };
        worker.work(&documents, &turns);
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where there is no room for one more thread, fewer do it.
            if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        work();
    });
    let outcome = turns.outcome()?;
    let Paper { mut out, bar, printed, .. } = outcome.paper;
    bar.finish_and_clear();
    if args.format == Format::Json && args.several() {
        writeln!(out, "{}", if printed == 0 { "[]" } else { "]" })?;
    }
    out.flush()?;
    Ok(if outcome.has_fault { USAGE } else { outcome.worst })
}

impl Arguments {
    fn by_line(&self) -> bool {
        self.input == Input::Ndjson
    }

    /// Whether there may be several reports.
    fn several(&self) -> bool {
        self.by_line() || self.files.len() > 1
    }

    fn shown(&self) -> Shown {
        Shown { full: self.verbose || !self.several(), all: self.verbose, redo: self.detail.redo }
    }

    fn threads(&self) -> usize {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        if self.by_line() { jobs } else { jobs.min(self.files.len()) }
    }

    fn paper(&self) -> Paper {
        let bar = self.progress();
        let (before_first, between) = match self.format {
            Format::Json if self.several() => ("[", ",\n"),
            Format::Markdown => ("", "\n"),
            Format::Text if self.shown().full => ("", "\n"),
            _ => ("", ""),
        };
        let in_pieces = bar.is_hidden() || !io::stdout().is_terminal();
        Paper { out: output(self.format != Format::Text), bar, before_first, between, in_pieces, printed: 0 }
    }

    /// Shows nothing unless standard error is a terminal and there are many files.
    fn progress(&self) -> ProgressBar {
        let files = self.files.len();
        if !(self.by_line() || files >= MANY_FILES) || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let (length, template) = if self.by_line() {
            (None, "{pos} documents, {per_sec}")
        } else {
            (Some(files as u64), "{bar:30} {pos} of {len} files, {per_sec}, {eta} left")
        };
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr());
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar
    }
}

fn exit_code(report: &Report) -> u8 {
    let code = match report.verdict.word {
        VerdictWord::Verified => 0,
        VerdictWord::Consistent | VerdictWord::Unsigned => 3,
        _ => 1,
    };
    worse(code, timestamp::exit_code(report))
}

/// Checks one document after the other, beside others who do.
struct Worker<'a> {
    args: &'a Arguments,
    options: Options,
    /// Whether JSON is for a terminal.
    escape: bool,
}

impl Worker<'_> {
    fn work(&mut self, documents: &Mutex<Documents<'_>>, turns: &Turns) {
        let mut document = Incoming::default();
        while !turns.are_stopped() {
            let next = documents.lock().unwrap_or_else(PoisonError::into_inner).next(&mut document);
            let Some((number, next)) = next else { break };
            let turn = turns.turn(number);
            let name = match next {
                Next::File(file) => match read(file) {
                    Ok(bytes) => {
                        document = Incoming::from(bytes);
                        file.to_string_lossy().into_owned()
                    }
                    Err(error) => {
                        turn.fault(cannot_open(file, &error));
                        continue;
                    }
                },
                Next::Read(name) => name,
                Next::Fault(message) => {
                    turn.fault(message);
                    continue;
                }
                Next::Note(message) => {
                    turn.note(message);
                    continue;
                }
            };
            self.options.name = Some(name);
            self.report(&document, turn);
        }
    }

    fn report(&self, document: &Incoming, mut turn: Turn<'_>) {
        match self.print(document, &mut turn) {
            Ok(code) => turn.report(code),
            Err(error) => turn.fail(error),
        }
    }

    /// Gives the exit code that the report asks for.
    fn print(&self, document: &Incoming, out: &mut Turn<'_>) -> io::Result<u8> {
        let options = &self.options;
        let report = match self.args.format {
            Format::Json | Format::Ndjson => {
                let mut json = Json::new(out, self.escape);
                let report = document.verify_in_parts(options, &mut json);
                json.end()?;
                if self.args.format == Format::Ndjson || !self.args.several() {
                    writeln!(out)?;
                }
                report
            }
            Format::Text => {
                let mut text = Text::new(out, self.args.shown());
                let report = document.verify_in_parts(options, &mut text);
                text.end(&report)?;
                report
            }
            Format::Markdown => {
                let report = document.verify(options);
                out.write_all(markdown(&report).as_bytes())?;
                report
            }
            Format::Html => {
                let report = document.verify(options);
                out.write_all(html(&report).as_bytes())?;
                report
            }
        };
        Ok(exit_code(&report))
    }
}

/// As [`super::output`], for several threads.
fn output(as_it_is: bool) -> AutoStream<Stdout> {
    if as_it_is { AutoStream::always_ansi(io::stdout()) } else { anstream::stdout() }
}
