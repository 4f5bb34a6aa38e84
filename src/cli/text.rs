//! A report as text for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use pith_verifier::{Check, Class, Leaf, Outcome, Parts, Replay, Report, VerdictWord, visible};

use super::timestamp;

/// How many values that are not covered are listed.
const LISTED: usize = 12;

/// How much of a report is printed.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// Every check, not only those that failed.
    pub(crate) full: bool,
    /// Every value that is not covered.
    pub(crate) all: bool,
    /// The commands that redo each check.
    pub(crate) redo: bool,
}

/// Prints one report as it is made.
pub(crate) struct Text<'o, W> {
    out: &'o mut W,
    shown: Shown,
    /// Values that no signature reaches.
    open: usize,
    printed: io::Result<()>,
}

impl<'o, W: Write> Text<'o, W> {
    pub(crate) fn new(out: &'o mut W, shown: Shown) -> Self {
        Self { out, shown, open: 0, printed: Ok(()) }
    }

    /// What comes after the values.
    pub(crate) fn end(mut self, report: &Report) -> io::Result<()> {
        let listed = self.listed();
        if self.shown.full && report.refusal.is_none() {
            let open = self.open;
            self.print(|out| {
                if open > listed {
                    writeln!(out, "    and {} more; --verbose lists them", open - listed)?;
                }
                end(out, report)
            });
        }
        self.printed
    }

    /// How many values are listed.
    fn listed(&self) -> usize {
        if self.shown.all { usize::MAX } else { LISTED }
    }

    fn print(&mut self, print: impl FnOnce(&mut W) -> io::Result<()>) {
        if self.printed.is_ok() {
            self.printed = print(self.out);
        }
    }
}

impl<W: Write> Parts for Text<'_, W> {
    fn report(&mut self, report: &Report) {
        let full = self.shown.full;
        self.print(|out| start(out, report, full));
    }

    fn wants_checks(&self, outcome: Outcome) -> bool {
        self.shown.full || outcome == Outcome::Failed
    }

    fn check(&mut self, check: Check) {
        let redo = self.shown.redo;
        self.print(|out| {
            one_check(out, &check)?;
            if redo { commands(out, &check) } else { Ok(()) }
        });
    }

    fn coverage(&mut self, report: &Report) {
        let full = self.shown.full && report.refusal.is_none();
        self.print(|out| {
            timestamp::print(out, report)?;
            if !full {
                return Ok(());
            }
            if let Some(merge) = &report.replay {
                replay(out, merge)?;
            }
            writeln!(out, "\n  {}", report.coverage.sentence)
        });
    }

    fn wants_leaves(&self) -> bool {
        self.shown.full
    }

    /// Prints the values that no signature reaches, at most [`LISTED`] of them unless all are asked for.
    fn leaf(&mut self, leaf: &Leaf) {
        if matches!(leaf.class, Class::Uncovered | Class::Checksummed) {
            if self.open < self.listed() {
                self.print(|out| writeln!(out, "    {:11} {}", leaf.class.as_str(), visible(&leaf.pointer)));
            }
            self.open += 1;
        }
    }
}

/// The verdict, and for a full report what the document says of itself.
fn start(out: &mut impl Write, report: &Report, full: bool) -> io::Result<()> {
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
    Ok(())
}

/// How an outcome is shown.
pub(super) fn sign(outcome: Outcome) -> (&'static str, Style) {
    match outcome {
        Outcome::Passed => ("ok  ", Style::new().fg_color(Some(AnsiColor::Green.into()))),
        Outcome::Failed => ("FAIL", Style::new().fg_color(Some(AnsiColor::Red.into())).bold()),
        Outcome::NotChecked => ("  - ", Style::new().fg_color(Some(AnsiColor::Yellow.into()))),
        _ => ("note", Style::new().fg_color(Some(AnsiColor::Cyan.into()))),
    }
}

fn one_check(out: &mut impl Write, check: &Check) -> io::Result<()> {
    let (sign, style) = sign(check.outcome);
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
    if let Some(hint) = &check.hint {
        writeln!(out, "       {hint}")?;
    }
    if let Some(diagnosis) = &check.diagnosis {
        writeln!(out, "       Why: {}", diagnosis.sentence)?;
        writeln!(out, "       {}", diagnosis.hint)?;
    }
    Ok(())
}

/// The commands stand at the start of a line, to be copied whole.
fn commands(out: &mut impl Write, check: &Check) -> io::Result<()> {
    for redo in &check.redo {
        writeln!(out, "       With {}, {}: {}", redo.tool.as_str(), redo.label, visible(&redo.prints))?;
        writeln!(out, "{}", redo.command)?;
    }
    Ok(())
}

fn replay(out: &mut impl Write, replay: &Replay) -> io::Result<()> {
    writeln!(out, "\n  {}", replay.sentence)?;
    for (number, step) in replay.steps.iter().enumerate() {
        let sign = if step.applied { "applied" } else { "not applied" };
        let kind = visible(step.event_type.as_deref().unwrap_or("an event without a type"));
        let time = visible(step.created_at.as_deref().unwrap_or("without a time"));
        writeln!(out, "  {:4} {kind} {}, {time}: {sign}", number + 1, visible(&step.event))?;
        writeln!(out, "       {}", step.sentence)?;
        for change in &step.changes {
            writeln!(out, "       {} = {}", visible(&change.pointer), visible(&change.value))?;
        }
    }
    writeln!(out, "       state_sha256 {}", replay.rebuilt_sha256)
}

fn end(out: &mut impl Write, report: &Report) -> io::Result<()> {
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
