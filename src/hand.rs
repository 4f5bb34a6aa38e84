//! Text in hand: whether a title, an abstract, an identifier or a number that somebody typed or pasted is the
//! one of a document. What agrees is said together with what the document is worth.

pub(crate) mod identifier;
mod near;
pub(crate) mod number;
mod text;

use crate::json::{self, NodeId, Tree};
use crate::plan::{Plan, TextForm};
use crate::report::{Class, Field, MatchReason, MatchWord, Nearest, Outcome, Report, TextMatch, TextStep};
use crate::words;

/// What was found, before it is put in words.
struct Found {
    outcome: MatchWord,
    reason: MatchReason,
    at: Option<NodeId>,
    expected: Option<String>,
    computed: Option<String>,
    steps: Vec<TextStep>,
    tried: usize,
    nearest: Option<Nearest>,
}

impl Found {
    fn new(outcome: MatchWord, reason: MatchReason) -> Self {
        Self { outcome, reason, at: None, expected: None, computed: None, steps: Vec::new(), tried: 0, nearest: None }
    }

    fn at(self, node: NodeId) -> Self {
        Self { at: Some(node), ..self }
    }

    /// What the document has and what the text gives; an empty one is none.
    fn values(self, expected: &str, computed: &str) -> Self {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Self { expected: some(expected), computed: some(computed), ..self }
    }
}

/// The best of the answers that the records of a document give; of equal ones the first.
fn best(found: impl Iterator<Item = Found>) -> Found {
    let nothing = || Found::new(MatchWord::NotComparable, MatchReason::NoRecord);
    found.min_by_key(|found| found.outcome).unwrap_or_else(nothing)
}

/// Compares a text with a document that was verified.
pub(crate) fn compare(tree: &Tree<'_>, plan: &Plan, report: &Report, field: Field, text: &str) -> TextMatch {
    let found = match field {
        Field::Title => text::find(tree, plan, TextForm::Title, text),
        Field::Abstract => text::find(tree, plan, TextForm::Abstract, text),
        Field::Number => number::find(tree, plan, text),
        Field::Arxiv | Field::ArxivVersion | Field::Version | Field::Doi => identifier::find(tree, plan, field, text),
    };
    let pointer = found.at.map(|node| json::pointer(tree, node));
    let held = pointer.as_deref().map(|pointer| held(report, pointer));
    let (class, counts) = held.unwrap_or((None, false));
    let fails = report.checks.iter().any(|check| check.outcome == Outcome::Failed);
    let mut answer = TextMatch {
        field,
        outcome: found.outcome,
        reason: found.reason,
        established: found.outcome == MatchWord::Matches && counts && !fails,
        verdict: report.verdict.word,
        pointer,
        class,
        expected: found.expected,
        computed: found.computed,
        steps: found.steps,
        tried: found.tried,
        nearest: found.nearest,
        sentence: String::new(),
        worth: None,
        hint: None,
    };
    words::hand(&mut answer, report, counts, fails);
    answer
}

/// What protects the worst protected leaf of a part, and whether keys that establish their signer alone sign all
/// of it.
fn held(report: &Report, pointer: &str) -> (Option<Class>, bool) {
    let below = |leaf: &str| leaf.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let establishes = |key: &usize| report.keys.get(*key).is_some_and(|key| key.trust.establishes());
    // What is derived does not say from whose signature; with no other signer about, it is from such a one.
    let no_other = report.keys.iter().all(|key| key.trust.establishes() || key.signatures == 0);
    let (mut class, mut counts) = (None, true);
    for leaf in report.coverage.leaves.iter().filter(|leaf| below(&leaf.pointer)) {
        class = class.max(Some(leaf.class));
        counts &= match leaf.class {
            Class::Signed => leaf.keys.iter().any(establishes),
            Class::Derived => no_other,
            _ => false,
        };
    }
    (class, counts && class.is_some())
}
