//! `pith-verify match`.

use std::ffi::OsString;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::Args;
use pith_verifier::{Field, MatchWord, TextMatch, VerdictWord, match_text, visible};

use super::{JsonFormat, TrustArguments, USAGE, complain, json, output, read};

pub(crate) const HELP: &str = "\
A title or an abstract may be pasted or typed as it is printed, with line breaks, broken words and typographic \
quotation marks: what had to be changed is listed. TeX stays TeX. Each answer says whether what the text was compared \
with is signed with a key of the key ring that counts; a match with anything else ends with 3, with a broken document with 1.

Exit code:
  0  every text matches, and what it was compared with is signed with a key of the key ring that counts
  3  none differs, but one only nearly matches, cannot be compared, or is compared with what nobody signed
  1  at least one differs, or the document is broken or unreadable
  2  wrong usage, or a file that could not be opened

Examples:
  pith-verify match --title \"A Generic Checkpoint-Restart Mechanism for Virtual Machines\" bundle.json
  pith-verify match --arxiv 1212.1787v1 --number pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ bundle.json
  pith-verify match --abstract-file abstract.txt --format json record.json
  xclip -o | pith-verify match --title-file - bundle.json";

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    texts: Texts,
    /// What to print: text for people, or the answer as JSON (an array for several)
    #[arg(long, value_enum, default_value_t = JsonFormat::Text)]
    format: JsonFormat,
    #[command(flatten)]
    trust: TrustArguments,
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    file: OsString,
}

/// The texts in hand. Each option may be repeated.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Texts {
    /// A title
    #[arg(long, value_name = "TEXT")]
    title: Vec<String>,
    /// A file that holds a title; - is standard input
    #[arg(long, value_name = "FILE")]
    title_file: Vec<OsString>,
    /// An abstract, whole
    #[arg(long = "abstract", value_name = "TEXT")]
    abstracts: Vec<String>,
    /// A file that holds an abstract; - is standard input
    #[arg(long, value_name = "FILE")]
    abstract_file: Vec<OsString>,
    /// An arXiv identifier, with or without version, or a link to it
    #[arg(long, value_name = "ID")]
    arxiv: Vec<String>,
    /// An arXiv identifier that must have its version
    #[arg(long, value_name = "ID")]
    arxiv_version: Vec<String>,
    /// A version alone
    #[arg(long, value_name = "N")]
    version: Vec<String>,
    /// A DOI, or a link to it
    #[arg(long, value_name = "DOI")]
    doi: Vec<String>,
    /// A Pith Number
    #[arg(long, value_name = "NUMBER")]
    number: Vec<String>,
}

impl Texts {
    /// All texts with their fields, in the order of the fields; what is wrong with one otherwise.
    fn read(&self) -> Result<Vec<(Field, String)>, String> {
        let mut texts = Vec::new();
        for (field, given, files) in [
            (Field::Title, &self.title, self.title_file.as_slice()),
            (Field::Abstract, &self.abstracts, self.abstract_file.as_slice()),
            (Field::Arxiv, &self.arxiv, &[]),
            (Field::ArxivVersion, &self.arxiv_version, &[]),
            (Field::Version, &self.version, &[]),
            (Field::Doi, &self.doi, &[]),
            (Field::Number, &self.number, &[]),
        ] {
            texts.extend(given.iter().map(|text| (field, text.clone())));
            for file in files {
                let name = visible(&file.to_string_lossy());
                let bytes = read(file).map_err(|error| format!("cannot open {name}: {error}"))?;
                let text = String::from_utf8(bytes)
                    .map_err(|_| format!("cannot read {name}: expected UTF-8; save the file as UTF-8"))?;
                texts.push((field, text));
            }
        }
        Ok(texts)
    }
}

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    let files = args.texts.title_file.iter().chain(&args.texts.abstract_file).chain([&args.file]);
    if files.filter(|&file| file == "-").count() > 1 {
        complain("standard input can be read only once: give one - at most");
        return Ok(USAGE);
    }
    let read = args.trust.options().and_then(|options| {
        let texts = args.texts.read()?;
        let name = visible(&args.file.to_string_lossy());
        let bytes = read(&args.file).map_err(|error| format!("cannot open {name}: {error}"))?;
        Ok((options, texts, bytes))
    });
    let (options, texts, bytes) = match read {
        Ok(read) => read,
        Err(message) => {
            complain(&message);
            return Ok(USAGE);
        }
    };
    let mut answers = Vec::new();
    for (field, text) in &texts {
        match match_text(&bytes, *field, text, &options) {
            Ok(answer) => answers.push(answer),
            Err(refusal) => {
                complain(&format!("{}: {} {}", visible(&args.file.to_string_lossy()), refusal.sentence, refusal.hint));
                return Ok(1);
            }
        }
    }
    let mut out = output(args.format == JsonFormat::Json);
    match (args.format, answers.as_slice()) {
        (JsonFormat::Json, [answer]) => writeln!(out, "{}", json(serde_json::to_string(answer))?)?,
        (JsonFormat::Json, answers) => writeln!(out, "{}", json(serde_json::to_string(answers))?)?,
        (JsonFormat::Text, answers) => answers.iter().try_for_each(|answer| print(&mut out, answer))?,
    }
    out.flush()?;
    Ok(answers.iter().map(exit_code).fold(0, super::worse))
}

fn exit_code(answer: &TextMatch) -> u8 {
    match answer.outcome {
        _ if answer.verdict == VerdictWord::Broken => 1,
        MatchWord::Matches if answer.established => 0,
        MatchWord::Differs => 1,
        _ => 3,
    }
}

fn print(out: &mut impl Write, answer: &TextMatch) -> io::Result<()> {
    let color = match exit_code(answer) {
        0 => AnsiColor::Green,
        3 => AnsiColor::Yellow,
        _ => AnsiColor::Red,
    };
    let style = Style::new().fg_color(Some(color.into())).bold();
    writeln!(out, "{style}{:14}{style:#} {}", answer.outcome.as_str(), answer.field.as_str())?;
    for line in [Some(&answer.sentence), answer.hint.as_ref(), answer.worth.as_ref()].into_iter().flatten() {
        writeln!(out, "               {line}")?;
    }
    if let Some(pointer) = &answer.pointer {
        let at = if pointer.is_empty() { "the whole document".to_owned() } else { visible(pointer) };
        writeln!(out, "               compared with {at} of a document that is {}", answer.verdict.as_str())?;
    }
    Ok(())
}
