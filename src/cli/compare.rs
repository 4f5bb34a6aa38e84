//! `pith-verify compare`.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Args;
use pith_verifier::{
    ComparedDocument, Comparison, ComparisonWord, Document, Pair, Relation, Standing, compare, visible,
};

use super::{JsonFormat, TrustArguments, USAGE, complain, json, output, read};

pub(crate) const HELP: &str = "\
Takes bundles, states, records, graph snapshots, integrity documents and lists of events, and says of each two which is \
older, which has more, and what contradicts. Full Pith Numbers are compared, never short ones. Nothing is decided by \
a name or a date of a file.

Exit code:
  0  all documents are about one record, and none contradicts or branches off another
  3  two of them have forked, are about different records, or cannot be compared
  1  two of them contradict each other, or one is broken
  2  wrong usage, a file that could not be opened, more than can be compared, or output nobody reads

Examples:
  pith-verify compare from-registry.json from-mirror.json
  pith-verify compare --trust-key old-keys.json --at 2026-06-01T00:00:00Z yesterday.json today.json
  pith-verify compare --format json *.json | jq -r '.pairs[] | [.first, .second, .relation] | @tsv'";

#[derive(Args)]
pub(crate) struct Arguments {
    /// What to print: text for people, or the whole comparison as JSON
    #[arg(long, value_enum, default_value_t = JsonFormat::Text)]
    format: JsonFormat,
    #[command(flatten)]
    trust: TrustArguments,
    /// Documents to compare, two or more; - is standard input
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    files: Vec<OsString>,
}

/// Of more documents than this, only the pairs that are not the same are printed.
const FEW_DOCUMENTS: usize = 6;

/// How many lines of one kind are printed.
const LISTED: usize = 40;

pub(crate) fn run(arguments: &Arguments) -> io::Result<u8> {
    let options = match arguments.trust.options() {
        Ok(options) => options,
        Err(message) => {
            complain(&message);
            return Ok(USAGE);
        }
    };
    let mut contents = Vec::with_capacity(arguments.files.len());
    for file in &arguments.files {
        match read(file) {
            Ok(bytes) => contents.push((file.to_string_lossy().into_owned(), bytes)),
            Err(error) => {
                complain(&format!("cannot open {}: {error}", visible(&file.to_string_lossy())));
                return Ok(USAGE);
            }
        }
    }
    let documents: Vec<Document<'_>> =
        contents.iter().map(|(name, bytes)| Document { name: Some(name.clone()), bytes }).collect();
    let comparison = match compare(&documents, &options) {
        Ok(comparison) => comparison,
        Err(refusal) => {
            complain(&format!("{} {}", refusal.sentence, refusal.hint));
            return Ok(USAGE);
        }
    };
    let mut out = output(arguments.format == JsonFormat::Json);
    match arguments.format {
        JsonFormat::Json => writeln!(out, "{}", json(serde_json::to_string(&comparison))?)?,
        JsonFormat::Text => text(&mut out, &comparison)?,
    }
    out.flush()?;
    Ok(match comparison.word {
        ComparisonWord::Agree => 0,
        ComparisonWord::Forked | ComparisonWord::Unrelated => 3,
        _ => 1,
    })
}

fn text(out: &mut impl Write, comparison: &Comparison) -> io::Result<()> {
    writeln!(out, "{:10} {}\n", comparison.word.as_str(), comparison.sentence)?;
    for (index, document) in comparison.documents.iter().enumerate() {
        one_document(out, index, document)?;
    }
    if !comparison.conflicts.is_empty() {
        writeln!(out, "\n  Contradictions")?;
    }
    for conflict in comparison.conflicts.iter().take(LISTED) {
        writeln!(out, "    {} ({})", conflict.sentence, conflict.basis.as_str())?;
        for (label, side) in [("first", &conflict.first), ("second", &conflict.second)] {
            let signature = side.signature_b64.as_deref();
            let signature =
                signature.map_or_else(|| "no signature".to_owned(), |text| format!("signature {}", visible(text)));
            writeln!(out, "      {label:6} sha256 {}, {signature}", side.sha256)?;
        }
    }
    more(out, comparison.conflicts.len())?;
    writeln!(out, "\n  How they stand to each other")?;
    let all = comparison.documents.len() <= FEW_DOCUMENTS;
    let telling = |pair: &&Pair| all || pair.relation != Relation::Same;
    for pair in comparison.pairs.iter().filter(telling).take(LISTED) {
        writeln!(out, "    {:15} {}", pair.relation.as_str(), pair.sentence)?;
    }
    more(out, comparison.pairs.iter().filter(telling).count())?;
    let in_some = |event: &&pith_verifier::ComparedEvent| {
        let holds = |document: usize| event.places.iter().any(|place| place.document == document);
        let concerned = comparison.documents.iter().enumerate().filter(|(_, document)| !document.events.is_empty());
        concerned.map(|(index, _)| index).any(|document| !holds(document))
            || event.places.iter().any(|place| place.standing == Standing::Invalid)
    };
    let partial: Vec<_> = comparison.events.iter().filter(in_some).collect();
    if !partial.is_empty() {
        writeln!(out, "\n  Events that not all of them hold, or that do not hold everywhere")?;
    }
    for event in partial.iter().take(LISTED) {
        let text = |text: &Option<String>, none: &str| visible(text.as_deref().unwrap_or(none));
        let id = text(&event.event_id, "no identifier");
        let (kind, time) = (text(&event.event_type, "no type"), text(&event.created_at, "no time"));
        writeln!(out, "    {id}\n      {kind}, {time}")?;
        for place in &event.places {
            let standing = place.standing.as_str();
            writeln!(out, "      {standing:7} in [{}] at {}", place.document + 1, visible(&place.pointer))?;
        }
    }
    more(out, partial.len())?;
    for merged in &comparison.merged {
        writeln!(out, "\n  {}\n    {}", visible(&merged.pith_number), merged.sentence)?;
        writeln!(out, "    state_sha256 {}", merged.state_sha256)?;
    }
    Ok(())
}

fn one_document(out: &mut impl Write, index: usize, document: &ComparedDocument) -> io::Result<()> {
    let name = visible(document.name.as_deref().unwrap_or("-"));
    let number = visible(document.pith_number.as_deref().unwrap_or("no full Pith Number"));
    let (word, kind) = (document.verdict.as_str(), document.kind.as_str());
    writeln!(out, "  [{}] {name}\n      {word}, {kind}, {number}, {} events", index + 1, document.events.len())?;
    match &document.refusal {
        Some(refusal) => writeln!(out, "      {} {}", refusal.sentence, refusal.hint),
        None => Ok(()),
    }
}

fn more(out: &mut impl Write, count: usize) -> io::Result<()> {
    if count > LISTED { writeln!(out, "    and {} more; --format json has all", count - LISTED) } else { Ok(()) }
}
