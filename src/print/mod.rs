//! A report as a page for people: Markdown, and HTML in one file.
//!
//! Both are made from the same blocks. A part of the report is one function here that gives its blocks, and
//! needs no thought of markup: text of the document is [`Inline::Text`], our own sentences are
//! [`Inline::Plain`], and the two writers let neither become markup.

mod html;
mod markdown;

use crate::limits::{EXCERPT, PRINTED_LEAVES};
use crate::report::{Check, Class, Key, Leaf, Outcome, Report, RingEntry, VerdictWord};
use crate::trust::KeyRing;

/// Prints a report as one HTML page: no script, nothing loaded from anywhere, for a screen and for paper.
///
/// ```
/// use pith_verifier::{Options, html, verify};
///
/// let page = html(&verify(b"{", &Options::default()));
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("unreadable"));
/// ```
#[must_use]
pub fn html(report: &Report) -> String {
    html::write(&page(report))
}

/// Prints a report as Markdown (`CommonMark`), for a file or a review.
///
/// ```
/// use pith_verifier::{Options, markdown, verify};
///
/// let page = markdown(&verify(b"{", &Options::default()));
/// assert!(page.starts_with("# Verification report"));
/// ```
#[must_use]
pub fn markdown(report: &Report) -> String {
    markdown::write(&page(report))
}

/// A piece of a line.
enum Inline<'r> {
    /// A sentence of ours. Document text in it is visible already, and may still look like markup.
    Plain(&'r str),
    /// A fixed word or words of ours.
    Strong(&'static str),
    /// Text of the document, a digest, a time: anything that is not our prose.
    Text(&'r str),
    /// A whole number.
    Count(usize),
}

type Line<'r> = Vec<Inline<'r>>;

/// A list entry, with lines of its own below it.
struct Item<'r> {
    /// How it looks, where that means something: an outcome.
    mark: &'static str,
    line: Line<'r>,
    below: Vec<Line<'r>>,
}

enum Block<'r> {
    Heading(&'static str),
    Verdict(VerdictWord, &'r str),
    Paragraph(Line<'r>),
    List(Vec<Item<'r>>),
    /// What to type, line by line.
    Commands(&'static [&'static str]),
}

fn page(report: &Report) -> Vec<Block<'_>> {
    let mut page = Vec::new();
    for part in [verdict, claims, keys, checks, coverage, run, again] {
        part(report, &mut page);
    }
    page
}

fn item(line: Line<'_>) -> Item<'_> {
    Item { mark: "", line, below: Vec::new() }
}

/// `label: text`
fn fact<'r>(label: &'static str, text: &'r str) -> Item<'r> {
    item(labelled(label, Inline::Text(text)))
}

fn labelled<'r>(label: &'static str, value: Inline<'r>) -> Line<'r> {
    vec![Inline::Strong(label), Inline::Plain(": "), value]
}

fn sentences<'r>(page: &mut Vec<Block<'r>>, heading: &'static str, sentences: &'r [String]) {
    if !sentences.is_empty() {
        page.push(Block::Heading(heading));
        page.push(Block::List(sentences.iter().map(|sentence| item(vec![Inline::Plain(sentence)])).collect()));
    }
}

fn verdict<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    if let Some(name) = &report.name {
        page.push(Block::Paragraph(labelled("Document", Inline::Text(name))));
    }
    page.push(Block::Verdict(report.verdict.word, &report.verdict.sentence));
    if let Some(refusal) = &report.refusal {
        page.push(Block::Paragraph(vec![Inline::Plain(&refusal.sentence)]));
        page.push(Block::Paragraph(vec![Inline::Plain(&refusal.hint)]));
    }
    sentences(page, "What this shows", &report.verdict.shows);
    sentences(page, "What it does not show", &report.verdict.does_not_show);
}

fn claims<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    if report.claims.is_empty() {
        return;
    }
    page.push(Block::Heading("What the document says of itself"));
    let claims = report.claims.iter().map(|claim| {
        item(vec![
            Inline::Strong(claim.name.as_str()),
            Inline::Plain(": "),
            Inline::Text(&claim.value),
            Inline::Plain(" ("),
            Inline::Plain(claim.class.as_str()),
            Inline::Plain(")"),
        ])
    });
    page.push(Block::List(claims.collect()));
}

fn keys<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    if report.keys.is_empty() {
        return;
    }
    page.push(Block::Heading("Keys"));
    page.push(Block::List(report.keys.iter().map(key).collect()));
}

fn key(key: &Key) -> Item<'_> {
    let facts = [
        ("identifier", key.key_id.as_ref()),
        ("public key", Some(&key.public_key_hex)),
        ("known from", Some(&key.source)),
        ("valid from", key.valid_from.as_ref()),
        ("valid until before", key.valid_until.as_ref()),
        ("note", key.note.as_ref()),
    ];
    let given = facts.into_iter().filter_map(|(label, text)| Some(labelled(label, Inline::Text(text?))));
    let mut below: Vec<Line<'_>> = given.collect();
    if let Some(status) = key.status {
        below.push(labelled("status in the key ring", Inline::Plain(status.as_str())));
    }
    below.push(labelled("signatures that hold", Inline::Count(key.signatures)));
    Item {
        mark: "",
        line: vec![Inline::Strong(key.trust.as_str()), Inline::Plain(" "), Inline::Text(&key.fingerprint)],
        below,
    }
}

/// Every check, those that failed first.
fn checks<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    for (outcome, heading) in [
        (Outcome::Failed, "Checks that failed"),
        (Outcome::NotChecked, "What was not checked"),
        (Outcome::Noted, "What to know"),
        (Outcome::Passed, "Checks that passed"),
    ] {
        let items: Vec<Item<'_>> = report.checks.iter().filter(|check| check.outcome == outcome).map(check).collect();
        if !items.is_empty() {
            page.push(Block::Heading(heading));
            page.push(Block::List(items));
        }
    }
}

fn check(check: &Check) -> Item<'_> {
    let mut below = vec![vec![Inline::Plain(&check.sentence)]];
    if let Some(hint) = &check.hint {
        below.push(vec![Inline::Plain(hint)]);
    }
    for (label, value) in [("expected", &check.expected), ("computed", &check.computed)] {
        if let Some(value) = value {
            below.push(labelled(label, Inline::Text(value)));
        }
    }
    Item {
        mark: check.outcome.as_str(),
        line: vec![
            Inline::Strong(check.name.as_str()),
            Inline::Plain(" "),
            Inline::Text(&check.pointer),
            Inline::Plain(" "),
            Inline::Plain(check.reason.as_str()),
        ],
        below,
    }
}

/// The sums, and what no signature reaches.
fn coverage<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    let coverage = &report.coverage;
    if coverage.total == 0 {
        return;
    }
    page.push(Block::Heading("What covers the values of the document"));
    page.push(Block::Paragraph(vec![Inline::Plain(&coverage.sentence)]));
    let is_open = |leaf: &&Leaf| matches!(leaf.class, Class::Uncovered | Class::Checksummed);
    let open = || coverage.leaves.iter().filter(is_open);
    let count = open().count();
    if count == 0 {
        return;
    }
    let mut listed: Vec<Item<'_>> = open()
        .take(PRINTED_LEAVES)
        .map(|leaf| {
            item(vec![
                Inline::Plain(leaf.class.as_str()),
                Inline::Plain(" "),
                Inline::Text(&leaf.pointer),
                Inline::Plain(" "),
                Inline::Text(
                    leaf.value
                        .char_indices()
                        .nth(EXCERPT)
                        .map_or(leaf.value.as_str(), |(end, _)| leaf.value.get(..end).unwrap_or_default()),
                ),
            ])
        })
        .collect();
    if count > PRINTED_LEAVES {
        listed
            .push(item(vec![Inline::Count(count - PRINTED_LEAVES), Inline::Plain(" more; the JSON report has them.")]));
    }
    page.push(Block::Heading("Values that no signature covers"));
    page.push(Block::List(listed));
}

/// Everything that is needed to run it again.
fn run<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    page.push(Block::Heading("How this was made"));
    let mut facts = vec![
        fact("Verifier", report.verifier),
        fact("Version of the report", report.report_version),
        fact("Kind of document", report.kind.as_str()),
        fact("SHA-256 of the document", &report.sha256),
        item(labelled("Bytes of the document", Inline::Count(report.bytes))),
    ];
    if let Some(at) = &report.at {
        facts.push(fact("The document existed, as the caller said, at", at));
    }
    page.push(Block::List(facts));
    page.push(Block::Heading("Key ring"));
    if report.ring.keys.is_empty() {
        page.push(Block::Paragraph(vec![Inline::Plain("No key was trusted.")]));
    } else {
        page.push(Block::List(report.ring.keys.iter().map(ring_entry).collect()));
    }
    page.push(Block::Heading("Limits"));
    let limit = |limit: &crate::report::Limit| item(labelled(limit.name.as_str(), Inline::Count(limit.value)));
    page.push(Block::List(report.limits.iter().map(limit).collect()));
}

fn ring_entry(entry: &RingEntry) -> Item<'_> {
    let mut below = vec![
        labelled("public key", Inline::Text(&entry.public_key_hex)),
        labelled("source", Inline::Text(&entry.source)),
    ];
    for (label, text) in [
        ("identifier", &entry.key_id),
        ("valid from", &entry.valid_from),
        ("valid until before", &entry.valid_until),
        ("note", &entry.note),
    ] {
        if let Some(text) = text {
            below.push(labelled(label, Inline::Text(text)));
        }
    }
    Item {
        mark: "",
        line: vec![
            Inline::Strong(entry.status.as_str()),
            Inline::Plain(" "),
            Inline::Text(&entry.fingerprint_sha256_hex),
        ],
        below,
    }
}

fn again<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    page.push(Block::Heading("How to check this"));
    page.push(Block::Paragraph(vec![Inline::Plain(
        "Do not take this page’s word for it. Get the document from where it is published, compare its SHA-256 with the one above, and verify it on your own machine with the version named above:",
    )]));
    page.push(Block::Commands(&["sha256sum DOCUMENT", "pith-verify verify DOCUMENT"]));
    if report.at.is_some() || report.ring != KeyRing::built_in().to_report() {
        page.push(Block::Paragraph(vec![Inline::Plain(
            "This was not made with the built-in key alone or rests on a time that was given: add the keys with --trust-key and the time with --at, as they stand above.",
        )]));
    }
    page.push(Block::Paragraph(vec![Inline::Plain(
        "The JSON report of the same run has everything; with it, this compares every value:",
    )]));
    page.push(Block::Commands(&["pith-verify reproduce REPORT DOCUMENT"]));
}
