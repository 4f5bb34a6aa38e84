//! The command line `pith-verify`. The only file with input and output.

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pith_verifier::{
    Check, Class, KeyRing, Leaf, Options, Outcome, Report, VerdictWord, canonicalize_part, sha256_hex, verify, visible,
};

/// Checks every digest and signature of Pith Number records and bundles. Nothing is sent anywhere.
#[derive(Parser)]
#[command(name = "pith-verify", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Verify documents and report every check
    #[command(after_help = VERIFY_HELP)]
    Verify(VerifyArgs),
    /// Print the canonical form of a document: the bytes that are hashed
    #[command(after_help = CANONICALIZE_HELP)]
    Canonicalize(CanonicalizeArgs),
}

const VERIFY_HELP: &str = "\
Exit code:
  0  every document is verified
  3  none is broken, at least one is only consistent or unsigned
  1  at least one is broken or unreadable
  2  wrong usage, a file that could not be opened (the others are still done), or output nobody reads

Examples:
  pith-verify verify bundle.json
  pith-verify verify --format ndjson mirror/*.json | jq -r '[.name, .verdict.word] | @tsv'
  curl -s https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json | pith-verify verify -
  pith-verify verify --no-built-in-keys --trust-key my-registry.json bundle.json";

const CANONICALIZE_HELP: &str = "\
The bytes are printed without a line break at the end, so that they can be hashed as they are.

Exit code: 0, or 1 when the document is refused, or 2 on wrong usage or a file that could not be opened.

Examples:
  pith-verify canonicalize --pointer /canonical_record bundle.json | sha256sum
  pith-verify canonicalize --pointer /canonical_record --digest bundle.json";

#[derive(Args)]
struct VerifyArgs {
    /// What to print: text for people, one JSON report (an array for several files), or one report a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Keys to trust: 64 hexadecimal digits, a key object, an array of them, or a mirror manifest; may be repeated
    #[arg(long, value_name = "FILE")]
    trust_key: Vec<PathBuf>,
    /// Trust only the keys given by --trust-key
    #[arg(long)]
    no_built_in_keys: bool,
    /// Print every check of every file, also when there are several files
    #[arg(short, long)]
    verbose: bool,
    /// Documents to verify; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<OsString>,
}

#[derive(Args)]
struct CanonicalizeArgs {
    /// The part to print, as a JSON Pointer (RFC 6901)
    #[arg(long, default_value = "", hide_default_value = true)]
    pointer: String,
    /// Print the SHA-256 of the bytes in place of the bytes
    #[arg(long)]
    digest: bool,
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    file: OsString,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Ndjson,
}

/// Wrong usage, or a file that cannot be opened.
const USAGE: u8 = 2;

/// A file is read no further.
const MOST_BYTES: u64 = 512 << 20;

/// How many values that are not covered are listed.
const LISTED: usize = 12;

/// From so many files on, a progress bar is worth its line.
const MANY_FILES: usize = 20;

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Verify(args) => verify_files(&args),
        Command::Canonicalize(args) => canonicalize_file(&args),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        // Whoever read our output has seen enough, but not all files were done.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(USAGE),
        Err(error) => {
            complain(&format!("cannot write the result: {error}"));
            ExitCode::from(USAGE)
        }
    }
}

fn verify_files(args: &VerifyArgs) -> io::Result<u8> {
    let ring = match key_ring(args) {
        Ok(ring) => ring,
        Err(message) => {
            complain(&message);
            return Ok(USAGE);
        }
    };
    let bar = progress(args.files.len());
    let mut out = Output::new(args);
    let (mut worst, mut unopened) = (0, false);
    for file in &args.files {
        match read(file) {
            Ok(bytes) => {
                let options = Options { ring: ring.clone(), name: Some(file.to_string_lossy().into_owned()) };
                let report = verify(&bytes, &options);
                worst = worse(worst, exit_code(report.verdict.word));
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

fn key_ring(args: &VerifyArgs) -> Result<KeyRing, String> {
    let mut ring = if args.no_built_in_keys { KeyRing::empty() } else { KeyRing::built_in() };
    for path in &args.trust_key {
        let name = path.to_string_lossy();
        let text = fs::read(path).map_err(|error| format!("cannot open the key file {}: {error}", visible(&name)))?;
        ring.add(&text, &format!("your key file {name}"))
            .map_err(|fault| format!("the key file {} holds no key to trust: {fault}", visible(&name)))?;
    }
    Ok(ring)
}

/// Reads a whole file, for the report has its size and digest, but nothing without an end.
fn read(file: &OsString) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(Path::new(file))?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 == MOST_BYTES {
        return Err(io::Error::other("it is larger than 512 MiB, which no document is"));
    }
    Ok(bytes)
}

fn exit_code(word: VerdictWord) -> u8 {
    match word {
        VerdictWord::Verified => 0,
        VerdictWord::Consistent | VerdictWord::Unsigned => 3,
        _ => 1,
    }
}

/// 1 is worse than 3, 3 is worse than 0.
fn worse(a: u8, b: u8) -> u8 {
    if a == 1 || b == 1 { 1 } else { a.max(b) }
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

fn canonicalize_file(args: &CanonicalizeArgs) -> io::Result<u8> {
    let name = visible(&args.file.to_string_lossy());
    let bytes = match read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&format!("cannot open {name}: {error}"));
            return Ok(USAGE);
        }
    };
    match canonicalize_part(&bytes, &args.pointer) {
        Ok(canonical) => {
            let mut out = io::stdout().lock();
            if args.digest {
                writeln!(out, "{}", sha256_hex(&canonical))?;
            } else {
                out.write_all(&canonical)?;
            }
            out.flush()?;
            Ok(0)
        }
        Err(refusal) => {
            complain(&format!("{name}: {} {}", refusal.sentence, refusal.hint));
            Ok(1)
        }
    }
}

fn complain(message: &str) {
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "pith-verify: {message}");
}

/// Prints reports as they are made.
struct Output {
    out: anstream::AutoStream<io::StdoutLock<'static>>,
    format: Format,
    several: bool,
    verbose: bool,
    printed: usize,
}

impl Output {
    fn new(args: &VerifyArgs) -> Self {
        Self {
            out: anstream::stdout().lock(),
            format: args.format,
            several: args.files.len() > 1,
            verbose: args.verbose,
            printed: 0,
        }
    }

    fn report(&mut self, report: &Report) -> io::Result<()> {
        let json = || serde_json::to_string(report).map_err(io::Error::other);
        match self.format {
            Format::Json if self.several => {
                let start = if self.printed == 0 { "[" } else { ",\n" };
                write!(self.out, "{start}{}", json()?)?;
            }
            Format::Json | Format::Ndjson => writeln!(self.out, "{}", json()?)?,
            Format::Text => self.text(report)?,
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

    fn text(&mut self, report: &Report) -> io::Result<()> {
        let full = self.verbose || !self.several;
        let out = &mut self.out;
        if full && self.printed > 0 {
            writeln!(out)?;
        }
        let bold = verdict_style(report.verdict.word).bold();
        let name = visible(report.name.as_deref().unwrap_or("-"));
        writeln!(out, "{bold}{:10}{bold:#} {name}", report.verdict.word.as_str())?;
        if let Some(refusal) = &report.refusal {
            writeln!(out, "           {}", refusal.sentence)?;
            return writeln!(out, "           {}", refusal.hint);
        }
        if full {
            writeln!(out, "           {}", report.verdict.sentence)?;
            for claim in &report.claims {
                let (name, class) = (claim.name.as_str(), claim.class.as_str());
                writeln!(out, "  {name:16} {} ({class})", visible(&claim.value))?;
            }
            writeln!(out)?;
        }
        for check in &report.checks {
            if full || check.outcome == Outcome::Failed {
                text_check(out, check)?;
            }
        }
        if full {
            text_coverage(out, report, self.verbose)?;
            text_end(out, report)?;
        }
        Ok(())
    }
}

fn text_check(out: &mut impl Write, check: &Check) -> io::Result<()> {
    let (sign, style) = match check.outcome {
        Outcome::Passed => ("ok  ", Style::new().fg_color(Some(AnsiColor::Green.into()))),
        Outcome::Failed => ("FAIL", Style::new().fg_color(Some(AnsiColor::Red.into())).bold()),
        Outcome::NotChecked => ("  - ", Style::new().fg_color(Some(AnsiColor::Yellow.into()))),
        _ => ("note", Style::new().fg_color(Some(AnsiColor::Cyan.into()))),
    };
    writeln!(out, "  {style}{sign}{style:#} {} {}", check.name.as_str(), visible(&check.pointer))?;
    if check.outcome == Outcome::Passed {
        return Ok(());
    }
    writeln!(out, "       {}", check.sentence)?;
    if check.outcome == Outcome::Failed {
        for (label, value) in [("expected", &check.expected), ("computed", &check.computed)] {
            if let Some(value) = value {
                writeln!(out, "       {label}  {}", visible(value))?;
            }
        }
    }
    match &check.hint {
        Some(hint) => writeln!(out, "       {hint}"),
        None => Ok(()),
    }
}

/// The values that no signature reaches, at most [`LISTED`] of them unless all are asked for.
fn text_coverage(out: &mut impl Write, report: &Report, all: bool) -> io::Result<()> {
    let held = |leaf: &&Leaf| !matches!(leaf.class, Class::Uncovered | Class::Checksummed);
    let open: Vec<&Leaf> = report.coverage.leaves.iter().filter(|leaf| !held(leaf)).collect();
    writeln!(out, "\n  {}", report.coverage.sentence)?;
    let listed = if all { open.len() } else { open.len().min(LISTED) };
    for leaf in open.iter().take(listed) {
        writeln!(out, "    {:11} {}", leaf.class.as_str(), visible(&leaf.pointer))?;
    }
    if listed < open.len() {
        writeln!(out, "    and {} more; --verbose lists them", open.len() - listed)?;
    }
    Ok(())
}

fn text_end(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let counts = report.outcomes;
    writeln!(
        out,
        "\n  {} checks passed, {} failed, {} not checked, {} noted.",
        counts.passed, counts.failed, counts.not_checked, counts.noted
    )?;
    for (title, sentences) in
        [("This shows:", &report.verdict.shows), ("It does not show:", &report.verdict.does_not_show)]
    {
        if !sentences.is_empty() {
            writeln!(out, "\n  {title}")?;
        }
        for sentence in sentences {
            writeln!(out, "    {sentence}")?;
        }
    }
    Ok(())
}

fn verdict_style(word: VerdictWord) -> Style {
    let color = match word {
        VerdictWord::Verified => AnsiColor::Green,
        VerdictWord::Consistent | VerdictWord::Unsigned => AnsiColor::Yellow,
        _ => AnsiColor::Red,
    };
    Style::new().fg_color(Some(color.into()))
}
