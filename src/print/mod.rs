//! A report as a page for people: Markdown, and HTML in one file.
//!
//! Both are made from the same blocks. A part of the report is one function here that gives its blocks, and
//! needs no thought of markup: text of the document is [`Inline::Text`], our own sentences are
//! [`Inline::Plain`], and the two writers let neither become markup.

mod html;
mod markdown;

use std::borrow::Cow;

use crate::limits::{EXCERPT, PRINTED_LEAVES};
use crate::report::{
    BlockHeader, Check, Class, Diagnosis, Key, Leaf, Outcome, ReplayStep, Report, RingEntry, Timestamp, VerdictWord,
};
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
    /// Commands to copy, each with a line before it.
    commands: Vec<(Line<'r>, &'r str)>,
}

enum Block<'r> {
    Heading(&'static str),
    Verdict(VerdictWord, &'r str),
    Paragraph(Line<'r>),
    List(Vec<Item<'r>>),
    /// A long list under a heading, folded where that can be.
    Folded(&'static str, Vec<Item<'r>>),
    /// What to type, line by line.
    Commands(Cow<'r, str>),
}

fn page(report: &Report) -> Vec<Block<'_>> {
    let mut page = Vec::new();
    for part in [verdict, claims, keys, checks, timestamps, headers, replay, coverage, run, again, commands] {
        part(report, &mut page);
    }
    page
}

fn item(line: Line<'_>) -> Item<'_> {
    listed("", line, Vec::new())
}

fn listed<'r>(mark: &'static str, line: Line<'r>, below: Vec<Line<'r>>) -> Item<'r> {
    Item { mark, line, below, commands: Vec::new() }
}

/// `label: text`
fn fact<'r>(label: &'static str, text: &'r str) -> Item<'r> {
    item(labelled(label, Inline::Text(text)))
}

fn labelled<'r>(label: &'static str, value: Inline<'r>) -> Line<'r> {
    vec![Inline::Strong(label), Inline::Plain(": "), value]
}

/// The facts that are given, a line each.
fn facts<'r, const N: usize>(facts: [(&'static str, Option<&'r String>); N]) -> Vec<Line<'r>> {
    facts.into_iter().filter_map(|(label, text)| Some(labelled(label, Inline::Text(text?)))).collect()
}

/// A sentence, and the hint that goes with it.
fn told<'r>(sentence: &'r str, hint: Option<&'r String>) -> Vec<Line<'r>> {
    let hint = hint.map(String::as_str);
    [Some(sentence), hint].into_iter().flatten().map(|text| vec![Inline::Plain(text)]).collect()
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
    let mut below = facts([
        ("identifier", key.key_id.as_ref()),
        ("public key", Some(&key.public_key_hex)),
        ("known from", Some(&key.source)),
        ("valid from", key.valid_from.as_ref()),
        ("valid until before", key.valid_until.as_ref()),
        ("note", key.note.as_ref()),
    ]);
    if let Some(status) = key.status {
        below.push(labelled("status in the key ring", Inline::Plain(status.as_str())));
    }
    below.push(labelled("signatures that hold", Inline::Count(key.signatures)));
    listed("", vec![Inline::Strong(key.trust.as_str()), Inline::Plain(" "), Inline::Text(&key.fingerprint)], below)
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
            if items.iter().any(|item| !item.commands.is_empty()) {
                page.push(Block::Paragraph(vec![Inline::Plain(HOW_TO_REDO)]));
            }
            page.push(Block::List(items));
        }
    }
}

const HOW_TO_REDO: &str =
    "The commands redo a check without this verifier: run them in a folder that has the document as document.json.";

/// The commands for all checks that did not fail, at the very end.
fn commands<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    let others = report.checks.iter().filter(|check| check.outcome != Outcome::Failed && !check.redo.is_empty());
    let items: Vec<Item<'_>> =
        others.map(|check| Item { commands: redo(check), ..listed("", subject(check), Vec::new()) }).collect();
    if !items.is_empty() {
        page.push(Block::Heading("How to redo the other checks by hand"));
        page.push(Block::Paragraph(vec![Inline::Plain(HOW_TO_REDO)]));
        page.push(Block::Folded("Commands", items));
    }
}

fn check(check: &Check) -> Item<'_> {
    let mut below = told(&check.sentence, check.hint.as_ref());
    below.extend(facts([("expected", check.expected.as_ref()), ("computed", check.computed.as_ref())]));
    below.extend(check.diagnosis.iter().flat_map(diagnosis));
    let mut line = subject(check);
    line.extend([Inline::Plain(" "), Inline::Plain(check.reason.as_str())]);
    let commands = if check.outcome == Outcome::Failed { redo(check) } else { Vec::new() };
    Item { commands, ..listed(check.outcome.as_str(), line, below) }
}

fn subject(check: &Check) -> Line<'_> {
    vec![Inline::Strong(check.name.as_str()), Inline::Plain(" "), Inline::Text(&check.pointer)]
}

/// Why a check failed, and where two copies differ first.
fn diagnosis(diagnosis: &Diagnosis) -> Vec<Line<'_>> {
    let mut lines = vec![labelled("why", Inline::Plain(&diagnosis.sentence)), vec![Inline::Plain(&diagnosis.hint)]];
    lines.extend(facts([("copy", diagnosis.copy.as_ref())]));
    if let Some(first) = &diagnosis.difference {
        let (here, there) = (first.here.as_ref(), first.there.as_ref());
        lines.extend(facts([("first difference", Some(&first.pointer)), ("here", here), ("there", there)]));
    }
    lines
}

/// The commands that redo a check.
fn redo(check: &Check) -> Vec<(Line<'_>, &str)> {
    let mut commands = Vec::with_capacity(check.redo.len());
    for redo in &check.redo {
        let line = vec![
            Inline::Plain("With "),
            Inline::Strong(redo.tool.as_str()),
            Inline::Plain(": "),
            Inline::Plain(redo.label),
            Inline::Plain(". If the check holds, it prints "),
            Inline::Text(&redo.prints),
        ];
        commands.push((line, redo.command.as_str()));
    }
    commands
}

/// Proofs that stand beside the document, each with what it starts from and who attests.
fn timestamps<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    if report.timestamps.is_empty() {
        return;
    }
    page.push(Block::Heading("Timestamps beside the document"));
    page.push(Block::Paragraph(vec![Inline::Plain(
        "They are evidence of their own: none of them changes the verdict or anything above.",
    )]));
    page.push(Block::List(report.timestamps.iter().flat_map(timestamp).collect()));
}

fn timestamp(timestamp: &Timestamp) -> Vec<Item<'_>> {
    let entry = |what: &'static str, outcome: Outcome, reason: &'static str, below| {
        let outcome = outcome.as_str();
        let pieces = [what, " "].map(Inline::Plain).into_iter();
        let line = pieces.chain([Inline::Strong(outcome), Inline::Plain(" "), Inline::Plain(reason)]).collect();
        listed(outcome, line, below)
    };
    let mut below = told(&timestamp.sentence, timestamp.hint.as_ref());
    below.extend(facts([("name", timestamp.name.as_ref()), ("SHA-256 of the proof", Some(&timestamp.sha256))]));
    below.push(labelled("bytes of the proof", Inline::Count(timestamp.bytes)));
    let mut items = vec![entry("Proof:", timestamp.outcome, timestamp.reason.as_str(), below)];
    if let Some(start) = &timestamp.start {
        let mut below = told(&start.sentence, start.hint.as_ref());
        below.push(labelled("hash", Inline::Plain(start.hash.as_str())));
        below.extend(facts([("digest", Some(&start.digest)), ("in the document", start.pointer.as_ref())]));
        items.push(entry("Start of this proof:", start.outcome, start.reason.as_str(), below));
    }
    for found in &timestamp.attestations {
        let mut below = told(&found.sentence, found.hint.as_ref());
        below.push(labelled("kind", Inline::Plain(found.kind.as_str())));
        below.extend(found.height.map(|height| labelled("number of the block", Inline::Count(height as usize))));
        below.extend(facts([
            ("calendar", found.calendar.as_ref()),
            ("merkle root, as it stands in the header", found.merkle_root.as_ref()),
            ("merkle root, as block explorers print it", found.merkle_root_reversed.as_ref()),
        ]));
        items.push(entry("Attestation of this proof:", found.outcome, found.reason.as_str(), below));
    }
    items
}

fn headers<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    if !report.headers.is_empty() {
        page.push(Block::Heading("Block headers beside the document"));
        page.push(Block::List(report.headers.iter().map(header).collect()));
    }
}

fn header(header: &BlockHeader) -> Item<'_> {
    let mut below = told(&header.sentence, header.hint.as_ref());
    below.extend(header.block.iter().flat_map(|block| {
        facts([
            ("hash of the block", Some(&block.hash)),
            ("merkle root, as it stands in the header", Some(&block.merkle_root)),
            ("merkle root, as block explorers print it", Some(&block.merkle_root_reversed)),
            ("time that the miner wrote", Some(&block.time)),
            ("target", Some(&block.bits)),
        ])
    }));
    let outcome = header.outcome.as_str();
    listed(outcome, vec![Inline::Strong(outcome), Inline::Plain(" "), Inline::Plain(header.reason.as_str())], below)
}

/// What became of each event, without the states in between.
fn replay<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    let Some(replay) = &report.replay else { return };
    page.push(Block::Heading("The merge of the events, step by step"));
    page.push(Block::Paragraph(vec![Inline::Plain(&replay.sentence)]));
    page.push(Block::Paragraph(labelled("How well the merge is known", Inline::Plain(replay.basis.as_str()))));
    page.push(Block::Paragraph(labelled("SHA-256 of the state that came out", Inline::Text(&replay.rebuilt_sha256))));
    page.push(Block::List(replay.steps.iter().map(step).collect()));
}

fn step(step: &ReplayStep) -> Item<'_> {
    let mut below = told(&step.sentence, None);
    below.extend(facts([
        ("type", step.event_type.as_ref()),
        ("time", step.created_at.as_ref()),
        ("identifier", step.event_id.as_ref()),
    ]));
    below.extend(step.changes.iter().map(|change| {
        vec![
            Inline::Strong("changed"),
            Inline::Plain(" "),
            Inline::Text(&change.pointer),
            Inline::Plain(" = "),
            Inline::Text(&change.value),
        ]
    }));
    let became = if step.applied { "applied" } else { "not applied" };
    let reason = Inline::Plain(step.reason.as_str());
    let line = vec![Inline::Strong(became), Inline::Plain(" "), Inline::Text(&step.event), Inline::Plain(" "), reason];
    listed("", line, below)
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
    for (label, asked) in [
        ("With explanations and commands", report.options.explain),
        ("With the merge step by step", report.options.replay),
    ] {
        facts.push(item(labelled(label, Inline::Plain(if asked { "yes" } else { "no" }))));
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
    let below = facts([
        ("public key", Some(&entry.public_key_hex)),
        ("source", Some(&entry.source)),
        ("identifier", entry.key_id.as_ref()),
        ("valid from", entry.valid_from.as_ref()),
        ("valid until before", entry.valid_until.as_ref()),
        ("note", entry.note.as_ref()),
    ]);
    let fingerprint = Inline::Text(&entry.fingerprint_sha256_hex);
    listed("", vec![Inline::Strong(entry.status.as_str()), Inline::Plain(" "), fingerprint], below)
}

fn again<'r>(report: &'r Report, page: &mut Vec<Block<'r>>) {
    page.push(Block::Heading("How to check this"));
    page.push(Block::Paragraph(vec![Inline::Plain(
        "Do not take this page’s word for it. Get the document from where it is published, compare its SHA-256 with the one above, and verify it on your own machine with the version named above:",
    )]));
    // The command line takes no header without a proof.
    let (proofs, headers) = (!report.timestamps.is_empty(), !report.headers.is_empty());
    let proof = if proofs { "--ots PROOF " } else { "" };
    let header = if headers { "--header HEADER " } else { "" };
    let with_proof = if proofs { header } else { "" };
    page.push(Block::Commands(
        ["sha256sum DOCUMENT\npith-verify verify ", proof, with_proof, "DOCUMENT"].concat().into(),
    ));
    if proofs || headers {
        page.push(Block::Paragraph(vec![Inline::Plain(
            "This page and the JSON report do not carry proofs and block headers: get the very ones that stand above, and give each, --ots for a proof and --header for a header, in the order above.",
        )]));
    }
    if report.at.is_some() || report.ring != KeyRing::built_in().to_report() {
        page.push(Block::Paragraph(vec![Inline::Plain(
            "This was not made with the built-in key alone or rests on a time that was given: add the keys with --trust-key and the time with --at, as they stand above.",
        )]));
    }
    page.push(Block::Paragraph(vec![Inline::Plain(
        "The JSON report of the same run has every value; with it, this compares all of them:",
    )]));
    page.push(Block::Commands(["pith-verify reproduce ", proof, header, "REPORT DOCUMENT"].concat().into()));
}
