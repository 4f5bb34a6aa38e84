//! Pith Numbers typed by hand. Only the full number, as it is written, identifies a record.

use super::identifier::{after, shortened, without_host};
use super::near::slip;
use super::{Found, best};
use crate::canonical::{self, Scope};
use crate::crypto::sha256;
use crate::identity;
use crate::json::Tree;
use crate::plan::{NumberForm, Plan};
use crate::report::{MatchReason, MatchWord, Nearest};

/// A number has 36 characters; what has many more is none.
const MAX_NUMBER: usize = 100;

/// The characters of the number after the year.
pub(crate) const SUFFIX: usize = 26;

/// The short forms that the service gives out have 8, 12 and 16 characters. With fewer, too many numbers agree.
const SHORTEST: usize = 8;

/// What stands before a number in links of the service.
const LINKS: &[&str] = &[
    "pith.science/pith/",
    "www.pith.science/pith/",
    "pith.science/.well-known/pith/",
    "pith.science/paper/",
    "pith.science/api/pith-number/",
];

/// A number in hand, taken apart.
pub(crate) struct Read<'t> {
    text: &'t str,
    /// What stands for the year.
    pub(crate) year: Option<&'t str>,
    /// The letters and digits, in the case in which they came.
    pub(crate) letters: &'t str,
}

pub(super) fn find(tree: &Tree<'_>, plan: &Plan, text: &str) -> Found {
    let mut records = plan.records().peekable();
    if records.peek().is_none() {
        return Found::new(MatchWord::NotComparable, MatchReason::NoRecord);
    }
    let Some(read) = read(text) else {
        return Found::new(MatchWord::NotComparable, MatchReason::Malformed).values("", shortened(text));
    };
    best(records.map(|record| {
        let digest = sha256(&canonical::write(tree, &Scope::of(record.node)).bytes);
        match identity::number(tree, record.node, &digest, NumberForm::Full) {
            Some(number) => compare(&read, &number).at(record.node),
            None => Found::new(MatchWord::NotComparable, MatchReason::NoValue),
        }
    }))
}

/// Letters and digits after what may stand before them: a link, `pith:`, a year.
pub(crate) fn read(text: &str) -> Option<Read<'_>> {
    let text = text.trim();
    if text.len() > MAX_NUMBER {
        return None;
    }
    let (path, is_link) = without_host(text, LINKS);
    let (year, letters) = if is_link {
        // The number may be the name of a folder or of a file.
        (None, path.split(['/', '.']).next().unwrap_or_default())
    } else {
        let rest = after(text, "pith:").unwrap_or(text);
        rest.split_once(':').map_or((None, rest), |(year, letters)| (Some(year), letters))
    };
    let plain = letters.len() >= SHORTEST && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then_some(Read { text, year, letters })
}

fn compare(read: &Read<'_>, number: &str) -> Found {
    let found = |outcome, reason| Found::new(outcome, reason).values(number, read.text);
    let near = |reason| found(MatchWord::NearMiss, reason);
    if read.text == number {
        return found(MatchWord::Matches, MatchReason::Same);
    }
    let (start, own) = number.split_at_checked(number.len().saturating_sub(SUFFIX)).unwrap_or_default();
    let letters = read.letters.to_ascii_uppercase();
    if letters == own {
        let full = format!("{start}{own}");
        return near(match read.year {
            Some(year) if Some(year) != start.split(':').nth(1) => MatchReason::OtherYear,
            _ if read.text.eq_ignore_ascii_case(&full) => MatchReason::OtherCase,
            _ => MatchReason::SuffixOnly,
        });
    }
    if own.starts_with(&letters) && letters.len() < SUFFIX - 2 {
        return near(MatchReason::ShortForm);
    }
    match slip(&letters, own, 2) {
        Some((reason, nearest)) => {
            let reason = if impossible(&nearest) && reason == MatchReason::CharacterChanged {
                MatchReason::CharacterImpossible
            } else {
                reason
            };
            Found { nearest: Some(nearest), ..near(reason) }
        }
        None => found(MatchWord::Differs, MatchReason::Differs),
    }
}

/// Whether the one character that differs is one that base32 lacks.
fn impossible(nearest: &Nearest) -> bool {
    let mut letters = nearest.here.chars();
    letters.next().is_some_and(is_impossible) && letters.next().is_none()
}

/// Whether base32 lacks the letter or digit (RFC 4648 section 6), because it is taken for O, I, B or G.
pub(crate) fn is_impossible(letter: char) -> bool {
    matches!(letter, '0' | '1' | '8' | '9')
}
