//! `pith-verify reproduce`.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Args;
use pith_verifier::{Proof, RecordedReport, Refusal, Reproduction, verify, visible};

use super::timestamp::TimestampArguments;
use super::{JsonFormat, USAGE, complain, json, output, read};

pub(crate) const HELP: &str = "\
The key ring, the time and the names are taken from the report. It does not carry OpenTimestamps proofs and block
headers: give those that it was made with, the headers in the same order. That a report reproduces shows that this document and
these keys give it; whose the keys are, it does not show.

Exit code:
  0  it reproduces: every value of the report is the same
  1  it does not: something differs
  2  wrong usage, a file that could not be opened, or a report that could not be read

Examples:
  pith-verify verify --format json bundle.json > report.json
  pith-verify reproduce report.json bundle.json
  pith-verify reproduce --ots bundle.json.ots --header 00e0ff3f…c5d2 report.json bundle.json";

#[derive(Args)]
pub(crate) struct Arguments {
    /// What to print: text for people, or JSON
    #[arg(long, value_enum, default_value_t = JsonFormat::Text)]
    format: JsonFormat,
    #[command(flatten)]
    timestamps: TimestampArguments,
    /// A report, as `verify --format json` prints it for one document; - is standard input
    #[arg(value_name = "REPORT")]
    report: OsString,
    /// The document that it is about
    #[arg(value_name = "DOCUMENT")]
    document: OsString,
}

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    let Some((proofs, headers)) = args.timestamps.read(&[&args.report, &args.document]) else {
        return Ok(USAGE);
    };
    let mut files = Vec::new();
    for file in [&args.report, &args.document] {
        match read(file) {
            Ok(bytes) => files.push(bytes),
            Err(error) => {
                complain(&format!("cannot open {}: {error}", visible(&file.to_string_lossy())));
                return Ok(USAGE);
            }
        }
    }
    let [report, document] = files.as_slice() else { return Ok(USAGE) };
    let reproduction = match reproduce(report, document, proofs, headers)? {
        Ok(reproduction) => reproduction,
        Err(refusal) => {
            let name = visible(&args.report.to_string_lossy());
            complain(&format!("{name}: {} {}", refusal.sentence, refusal.hint));
            return Ok(USAGE);
        }
    };
    let mut out = output(args.format == JsonFormat::Json);
    match args.format {
        JsonFormat::Text => text(&mut out, &reproduction)?,
        JsonFormat::Json => writeln!(out, "{}", json(serde_json::to_string(&reproduction))?)?,
    }
    out.flush()?;
    Ok(u8::from(!reproduction.reproduces))
}

fn reproduce(
    report: &[u8],
    document: &[u8],
    proofs: Vec<Proof>,
    headers: Vec<String>,
) -> io::Result<Result<Reproduction, Refusal>> {
    let recorded = match RecordedReport::read(report) {
        Ok(recorded) => recorded,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let options = recorded.options_with(proofs, headers);
    let made_again = serde_json::to_vec(&verify(document, &options)).map_err(io::Error::other)?;
    Ok(recorded.compare(&made_again))
}

fn text(out: &mut impl Write, reproduction: &Reproduction) -> io::Result<()> {
    writeln!(out, "{}", reproduction.sentence)?;
    for finding in &reproduction.findings {
        writeln!(out, "\n  {}\n  {}", finding.sentence, finding.hint)?;
    }
    for difference in &reproduction.differences {
        let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "nothing".to_owned(), visible);
        writeln!(out, "\n  {}", visible(&difference.pointer))?;
        writeln!(out, "    in the report  {}", shown(&difference.in_report))?;
        writeln!(out, "    in this run    {}", shown(&difference.in_this_run))?;
    }
    Ok(())
}
