//! A report as JSON, printed as it is made.

use std::io::{self, Write};

use pith_verifier::{Check, Leaf, Parts, Report};

use super::escaped;

/// Prints one report on one line, without a line break.
pub(crate) struct Json<'o, W> {
    out: &'o mut W,
    /// For a terminal.
    escape: bool,
    /// Between checks and leaves, and after the leaves.
    rest: (String, String),
    /// Whether one of the list has been printed.
    is_begun: bool,
    printed: io::Result<()>,
}

impl<'o, W: Write> Json<'o, W> {
    pub(crate) fn new(out: &'o mut W, escape: bool) -> Self {
        Self { out, escape, rest: Default::default(), is_begun: false, printed: Ok(()) }
    }

    pub(crate) fn end(mut self) -> io::Result<()> {
        let end = std::mem::take(&mut self.rest.1);
        self.text(&end);
        self.printed
    }

    fn text(&mut self, text: &str) {
        if self.printed.is_ok() {
            self.printed = self.out.write_all(text.as_bytes());
        }
    }

    fn start(&mut self, report: &Report) -> io::Result<()> {
        let mut text = serde_json::to_string(report)?;
        if self.escape {
            text = escaped(&text);
        }
        // In a text of the document a quotation mark has a backslash before it.
        let (start, rest) = split(&text, "\"checks\":[")?;
        let (middle, end) = split(rest, "\"leaves\":[")?;
        self.rest = (middle.to_owned(), end.to_owned());
        self.out.write_all(start.as_bytes())
    }

    /// The next of a list.
    fn next(&mut self, json: impl FnOnce(&mut W, bool) -> io::Result<()>) {
        if self.is_begun {
            self.text(",");
        }
        self.is_begun = true;
        if self.printed.is_ok() {
            self.printed = json(self.out, self.escape);
        }
    }
}

impl<W: Write> Parts for Json<'_, W> {
    fn report(&mut self, report: &Report) {
        self.printed = self.start(report);
    }

    fn check(&mut self, check: Check) {
        self.next(|out, escape| {
            if escape {
                return out.write_all(escaped(&serde_json::to_string(&check)?).as_bytes());
            }
            Ok(serde_json::to_writer(out, &check)?)
        });
    }

    fn coverage(&mut self, _: &Report) {
        self.is_begun = false;
        let middle = std::mem::take(&mut self.rest.0);
        self.text(&middle);
    }

    fn leaf(&mut self, leaf: &Leaf) {
        self.next(|out, escape| {
            if escape {
                return out.write_all(escaped(&serde_json::to_string(&leaf)?).as_bytes());
            }
            Ok(serde_json::to_writer(out, &leaf)?)
        });
    }
}

/// In two behind the first place of some text.
fn split<'t>(text: &'t str, after: &str) -> io::Result<(&'t str, &'t str)> {
    let at = text.find(after).and_then(|at| text.split_at_checked(at + after.len()));
    at.ok_or_else(|| io::Error::other(format!("a report has no {after}")))
}
