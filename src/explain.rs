//! Why a digest differs: named changes of the hashed part are tried until one gives the stated digest. What is
//! found is evidence, for nobody finds other bytes with a given SHA-256; it never changes an outcome.

use std::borrow::Cow;

use crate::canonical::variants::{self, Escapes, Instead, Numbers, Order, Spacing, Style};
use crate::canonical::{self, Part, Scope};
use crate::crypto::{Digest, sha256_of_all};
use crate::encoding::hex;
use crate::json::{self, Json, NodeId, Tree};
use crate::limits::{EXPLAINED_BYTES, EXPLAINED_CHECKS, EXPLAINED_COPIES, EXPLAINED_MORE};
use crate::plan::ScopeId;
use crate::report::{Cause, Diagnosis, Differing};
use crate::unicode::{nfc, nfd};
use crate::words;

/// What may still be spent on one document, and what was found out already.
pub(crate) struct Explainer {
    checks_left: usize,
    bytes_left: usize,
    /// Every array and object that is a member, by key. Made when it is needed first.
    members: Option<Vec<NodeId>>,
    known: Vec<(ScopeId, Digest, Option<Diagnosis>)>,
}

/// A change of every text and key.
type Change = fn(&str) -> String;

const CHANGES: [(Cause, Change); 11] = [
    (Cause::Nfc, nfc),
    (Cause::Nfd, nfd),
    (Cause::MojibakeLatin1, |text| repaired(text, latin1_byte)),
    (Cause::MojibakeWindows1252, |text| repaired(text, windows_1252_byte)),
    (Cause::MojibakeLatin1Repaired, |text| text.bytes().map(char::from).collect()),
    (Cause::MojibakeWindows1252Repaired, |text| text.bytes().map(windows_1252_char).collect()),
    (Cause::StringsTrimmed, |text| text.trim().to_owned()),
    (Cause::StringsSingleSpaced, |text| text.split_whitespace().collect::<Vec<&str>>().join(" ")),
    (Cause::StringsLf, |text| with_breaks(text, "\n")),
    (Cause::StringsCrlf, |text| with_breaks(text, "\r\n")),
    (Cause::PlainSpaces, |text| text.chars().map(plain_space).collect()),
];

const NUMBERS: [(Numbers, Cause); 4] = [
    (Numbers::Integers, Cause::DoublesAsIntegers),
    (Numbers::Doubles, Cause::IntegersAsDoubles),
    (Numbers::Ecma, Cause::Rfc8785Numbers),
    (Numbers::AsReceived, Cause::NumbersAsReceived),
];
const ORDERS: [(Order, Cause); 2] = [(Order::Utf16, Cause::Rfc8785Order), (Order::Document, Cause::DocumentOrder)];
const SPACINGS: [(Spacing, Cause); 3] = [
    (Spacing::Spaced, Cause::Spaced),
    (Spacing::Indented(2), Cause::Indented),
    (Spacing::Indented(4), Cause::Indented),
];
const ESCAPES: [(Escapes, &[Cause]); 4] = [
    (Escapes::NonAscii, &[Cause::NonAsciiEscaped]),
    (Escapes::Html, &[Cause::HtmlEscaped]),
    (Escapes::Slashes, &[Cause::SlashesEscaped]),
    (Escapes::NonAsciiAndSlashes, &[Cause::NonAsciiEscaped, Cause::SlashesEscaped]),
];
/// What programs put around a file.
const FRAMES: [(&str, &str, Cause); 3] =
    [("", "\n", Cause::TrailingNewline), ("", "\r\n", Cause::TrailingCrlf), ("\u{feff}", "", Cause::ByteOrderMark)];

/// Members that stand for the same thing wherever a document has them.
const COPIED: [&str; 2] = ["canonical_record", "source_aliases"];

/// One way to write a part.
#[derive(Clone, Copy, Default)]
struct Trial {
    /// Index in [`CHANGES`].
    text: Option<usize>,
    numbers: Numbers,
    order: Order,
    spacing: Spacing,
    escapes: Escapes,
}

impl Trial {
    fn causes(&self) -> Vec<Cause> {
        let mut causes = Vec::new();
        if let Some((cause, _)) = self.text.and_then(|at| CHANGES.get(at)) {
            causes.push(*cause);
        }
        if let Some((_, cause)) = NUMBERS.iter().find(|(numbers, _)| *numbers == self.numbers) {
            causes.push(*cause);
        }
        if let Some((_, cause)) = ORDERS.iter().find(|(order, _)| *order == self.order) {
            causes.push(*cause);
        }
        if let Some((_, cause)) = SPACINGS.iter().find(|(spacing, _)| *spacing == self.spacing) {
            causes.push(*cause);
        }
        if let Some((_, escaped)) = ESCAPES.iter().find(|(escapes, _)| *escapes == self.escapes) {
            causes.extend_from_slice(escaped);
        }
        causes
    }

    /// In how many ways it differs from the canonical form.
    fn distance(&self) -> usize {
        usize::from(self.text.is_some())
            + usize::from(self.numbers != Numbers::Canonical)
            + usize::from(self.order != Order::Canonical)
            + usize::from(self.spacing != Spacing::None)
            + usize::from(self.escapes != Escapes::None)
    }

    /// Two ways together are tried of any, more only of those that a program chooses when it writes.
    fn is_likely(&self) -> bool {
        let writer = self.text.is_none() && matches!(self.numbers, Numbers::Canonical | Numbers::Ecma);
        self.distance() == 2 || (self.distance() > 2 && writer)
    }
}

impl Explainer {
    pub(crate) fn new() -> Self {
        Self { checks_left: EXPLAINED_CHECKS, bytes_left: EXPLAINED_BYTES, members: None, known: Vec::new() }
    }

    /// One that explains nothing.
    pub(crate) fn idle() -> Self {
        Self { checks_left: 0, ..Self::new() }
    }

    /// Why the digest of a scope is not the stated one. A copy that merely differs explains a failure only.
    pub(crate) fn digest(
        &mut self,
        tree: &Tree<'_>,
        (id, scope): (ScopeId, &Scope),
        stated: &Digest,
        failed: bool,
    ) -> Option<Diagnosis> {
        if let Some((.., known)) = self.known.iter().find(|(known, digest, _)| *known == id && digest == stated) {
            return known.clone();
        }
        self.checks_left = self.checks_left.checked_sub(1)?;
        let members = self.members.get_or_insert_with(|| members_by_key(tree));
        let mut search = Search { tree, stated, left: &mut self.bytes_left };
        let found = search.scope(scope, members, failed);
        self.known.push((id, *stated, found.clone()));
        found
    }

    /// Why a text does not have the stated hash. `form` gives what is hashed of it, in lower case when told.
    pub(crate) fn text(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        stated: &Digest,
        form: &dyn Fn(&str, bool) -> String,
    ) -> Option<Diagnosis> {
        self.checks_left = self.checks_left.checked_sub(1)?;
        let mut search = Search { tree, stated, left: &mut self.bytes_left };
        search.text(node, form)
    }
}

/// A digest that is right but for its spelling.
pub(crate) fn spelling(stated: &str, computed: &Digest) -> Option<Diagnosis> {
    // A digest with whatever stands around it is never so long.
    let digits = Some(stated.trim()).filter(|text| text.len() < 100)?.to_lowercase();
    let digits = digits.strip_prefix("sha256:").unwrap_or(&digits);
    (digits == hex(computed)).then(|| diagnosis(vec![Cause::DigestSpelling], None, None))
}

fn diagnosis(causes: Vec<Cause>, copy: Option<String>, difference: Option<Differing>) -> Diagnosis {
    let (sentence, hint) = words::diagnosis(&causes, copy.as_deref(), difference.as_ref());
    Diagnosis { causes, copy, difference, sentence, hint }
}

fn members_by_key(tree: &Tree<'_>) -> Vec<NodeId> {
    let mut members: Vec<NodeId> =
        tree.subtree(tree.root()).filter(|&node| !tree.is_leaf(node) && tree.key(node).is_some()).collect();
    tree.sort_by_key(&mut members);
    members
}

/// The search for one stated digest.
struct Search<'s, 'i> {
    tree: &'s Tree<'i>,
    stated: &'s Digest,
    /// How many bytes may still be written and hashed.
    left: &'s mut usize,
}

impl Search<'_, '_> {
    /// Pays for some bytes; false when there is nothing left to pay with.
    fn pay(&mut self, bytes: usize) -> bool {
        // Small parts cost more than their bytes.
        let rest = self.left.checked_sub(bytes.max(64));
        *self.left = rest.unwrap_or(0);
        rest.is_some()
    }

    fn gives(&mut self, bytes: &[u8]) -> bool {
        self.all_give(&[bytes])
    }

    /// The same of some bytes one after the other.
    fn all_give(&mut self, parts: &[&[u8]]) -> bool {
        self.pay(parts.iter().map(|part| part.len()).sum()) && sha256_of_all(parts) == *self.stated
    }

    fn written(&mut self, scope: &Scope, style: &Style<'_>) -> Option<Vec<u8>> {
        let most = self.tree.received(self.tree.root()).len() + EXPLAINED_MORE;
        let written = variants::write(self.tree, scope, style, most.min(*self.left));
        let paid = self.pay(written.as_ref().map_or(usize::MAX, Vec::len));
        written.filter(|_| paid)
    }

    fn trial(&mut self, scope: &Scope, trial: &Trial) -> Option<Vec<u8>> {
        let change = trial.text.and_then(|at| CHANGES.get(at)).map(|(_, change)| change as &dyn Fn(&str) -> String);
        let Trial { numbers, order, spacing, escapes, .. } = *trial;
        self.written(scope, &Style { text: change, numbers, order, spacing, escapes, instead: None })
    }

    fn scope(&mut self, scope: &Scope, members: &[NodeId], failed: bool) -> Option<Diagnosis> {
        let canonical = self.written(scope, &Style::CANONICAL)?;
        let simple = |causes| diagnosis(causes, None, None);
        if let Some(cause) = self.framed(&canonical, &FRAMES) {
            return Some(simple(vec![cause]));
        }
        let mut active = Active::default();
        for trial in Active::all() {
            let Some(bytes) = self.trial(scope, &trial).filter(|bytes| *bytes != canonical) else { continue };
            if self.gives(&bytes) {
                return Some(simple(trial.causes()));
            }
            active.add(trial);
        }
        if let Some(causes) = self.received(scope, &canonical) {
            return Some(simple(causes));
        }
        let (copied, differing) = self.copies(scope, members);
        if copied.is_some() {
            return copied;
        }
        let mut trials = active.together();
        trials.extend(active.trials);
        // The simplest first.
        for trial in (1..=5).flat_map(|distance| trials.iter().filter(move |trial| trial.distance() == distance)) {
            let Some(bytes) = self.trial(scope, trial) else { break };
            let mut causes = trial.causes();
            if trial.distance() > 1 && self.gives(&bytes) {
                return Some(simple(causes));
            }
            // The programs that write so put a line feed at the end of a file, if anything.
            if let [newline, ..] = FRAMES
                && let Some(cause) = self.framed(&bytes, &[newline])
            {
                causes.push(cause);
                return Some(simple(causes));
            }
        }
        // What was not tried is not called unknown.
        self.one_number(scope, &canonical).or_else(|| differing.filter(|_| failed && *self.left > 0))
    }

    fn framed(&mut self, bytes: &[u8], frames: &[(&str, &str, Cause)]) -> Option<Cause> {
        let hit = frames.iter().find(|(before, after, _)| self.all_give(&[before.as_bytes(), bytes, after.as_bytes()]));
        hit.map(|(.., cause)| *cause)
    }

    /// The part as it was received, when all of it is hashed.
    fn received(&mut self, scope: &Scope, canonical: &[u8]) -> Option<Vec<Cause>> {
        let [Part::Value { node, without }] = scope.parts.as_slice() else { return None };
        if without.iter().any(|name| self.tree.member(*node, name).is_some()) {
            return None;
        }
        let received = self.tree.received(*node);
        for (breaks, cause) in [("", None), ("\n", Some(Cause::LineBreaksLf)), ("\r\n", Some(Cause::LineBreaksCrlf))] {
            if !self.pay(received.len()) {
                return None;
            }
            let text = if cause.is_none() { Cow::from(received) } else { with_breaks(received, breaks).into() };
            let changed = cause.is_none() || text != received;
            if !changed || text.as_bytes() == canonical {
                continue;
            }
            let mut causes = vec![Cause::ReceivedBytes];
            causes.extend(cause);
            if self.gives(text.as_bytes()) {
                return Some(causes);
            }
            if let Some(frame) = self.framed(text.as_bytes(), &FRAMES) {
                causes.push(frame);
                return Some(causes);
            }
        }
        None
    }

    /// A copy of a part of the scope that gives the stated digest in its place, and one that merely differs.
    fn copies(&mut self, scope: &Scope, members: &[NodeId]) -> (Option<Diagnosis>, Option<Diagnosis>) {
        let tree = self.tree;
        let (mut looked_at, mut differing) = (0, None);
        let values = scope.parts.iter().filter_map(|part| match part {
            Part::Value { node, .. } => Some(*node),
            Part::Text(_) => None,
        });
        for here in values.flat_map(|node| tree.subtree(node)).filter(|&node| !tree.is_leaf(node)) {
            let Some(key) = tree.key(here) else { continue };
            let start = members.partition_point(|&node| tree.key(node) < Some(key));
            let same_key = members.iter().skip(start).take_while(|&&node| tree.key(node) == Some(key));
            for &copy in same_key.filter(|&&copy| copy != here) {
                looked_at += 1;
                let size = tree.received(here).len().min(tree.received(copy).len());
                if looked_at > EXPLAINED_COPIES || !self.pay(size) {
                    return (None, differing);
                }
                let Some(difference) = canonical::first_difference((tree, copy), (tree, here)) else { continue };
                let found = |cause| {
                    let difference = Differing {
                        pointer: json::pointer(tree, here) + &difference.pointer,
                        here: difference.second.clone(),
                        there: difference.first.clone(),
                    };
                    diagnosis(vec![cause], Some(json::pointer(tree, copy)), Some(difference))
                };
                let style = Style { instead: Some((here, Instead::Node(copy))), ..Style::CANONICAL };
                if self.written(scope, &style).is_some_and(|bytes| self.gives(&bytes)) {
                    return (Some(found(Cause::MatchingCopy)), None);
                }
                if differing.is_none() && is_copy(tree, key, here, copy) {
                    differing = Some(found(Cause::DifferingCopy));
                }
            }
        }
        (None, differing)
    }

    /// One number in another spelling, or taken out of or put in quotation marks.
    fn one_number(&mut self, scope: &Scope, canonical: &[u8]) -> Option<Diagnosis> {
        let tree = self.tree;
        for part in &scope.parts {
            let Part::Value { node, .. } = part else { continue };
            for number in tree.subtree(*node) {
                let spellings: &[Instead] = match tree.json(number) {
                    Json::Integer(_) => &[Instead::Number(Numbers::Doubles), Instead::Quoted],
                    Json::Double(_) => &[
                        Instead::Number(Numbers::Integers),
                        Instead::Number(Numbers::AsReceived),
                        Instead::Number(Numbers::Ecma),
                        Instead::Quoted,
                    ],
                    Json::String(text) if is_number(text) => &[Instead::Unquoted],
                    _ => continue,
                };
                for &spelling in spellings {
                    let style = Style { instead: Some((number, spelling)), ..Style::CANONICAL };
                    let bytes = self.written(scope, &style)?;
                    if bytes == canonical || !self.gives(&bytes) {
                        continue;
                    }
                    let there = variants::write(tree, &Scope::of(number), &style, bytes.len()).unwrap_or_default();
                    let difference = Differing {
                        pointer: json::pointer(tree, number),
                        here: Some(canonical::excerpt(tree, number)),
                        there: String::from_utf8(there).ok(),
                    };
                    return Some(diagnosis(vec![Cause::OneNumber], None, Some(difference)));
                }
            }
        }
        None
    }

    fn text(&mut self, node: NodeId, form: &dyn Fn(&str, bool) -> String) -> Option<Diagnosis> {
        let tree = self.tree;
        let text = tree.text(node)?;
        let base = form(text, true);
        // Two ways for the text as it stands, and two for each change of it.
        for way in 0..2 * CHANGES.len() + 2 {
            let (change, lower) = (CHANGES.get((way / 2).wrapping_sub(1)), way % 2 == 0);
            // The change and the form cost about as much as a hash.
            if !self.pay(2 * text.len()) {
                return None;
            }
            let changed = change.map_or(Cow::from(text), |(_, change)| change(text).into());
            let hashed = form(&changed, lower);
            let mut causes = Vec::new();
            causes.extend(change.map(|(cause, _)| *cause));
            causes.extend((!lower).then_some(Cause::LetterCaseKept));
            if hashed == base && !causes.is_empty() {
                continue;
            }
            if self.gives(hashed.as_bytes()) {
                return Some(diagnosis(causes, None, None));
            }
            if let Some(frame) = self.framed(hashed.as_bytes(), &FRAMES) {
                causes.push(frame);
                return Some(diagnosis(causes, None, None));
            }
        }
        let key = tree.key(node)?;
        let same_key = tree.subtree(tree.root()).filter(|&copy| copy != node && tree.key(copy) == Some(key));
        for copy in same_key.take(EXPLAINED_COPIES) {
            let Some(other) = tree.text(copy) else { continue };
            if !self.pay(other.len()) {
                return None;
            }
            if self.gives(form(other, true).as_bytes()) {
                let difference = Differing {
                    pointer: json::pointer(tree, node),
                    here: Some(canonical::excerpt(tree, node)),
                    there: Some(canonical::excerpt(tree, copy)),
                };
                return Some(diagnosis(vec![Cause::MatchingCopy], Some(json::pointer(tree, copy)), Some(difference)));
            }
        }
        None
    }
}

/// The single changes that change anything in the part at hand.
#[derive(Default)]
struct Active {
    trials: Vec<Trial>,
}

impl Active {
    fn all() -> Vec<Trial> {
        let (none, mut all) = (Trial::default(), Vec::new());
        for (escapes, _) in ESCAPES {
            all.push(Trial { escapes, ..none });
        }
        for text in 0..CHANGES.len() {
            all.push(Trial { text: Some(text), ..none });
        }
        for (numbers, _) in NUMBERS {
            all.push(Trial { numbers, ..none });
        }
        for (order, _) in ORDERS {
            all.push(Trial { order, ..none });
        }
        for (spacing, _) in SPACINGS {
            all.push(Trial { spacing, ..none });
        }
        all
    }

    fn add(&mut self, trial: Trial) {
        self.trials.push(trial);
    }

    /// Several of them at once.
    fn together(&self) -> Vec<Trial> {
        let mut made: Vec<Trial> = vec![Trial::default()];
        for kind in 0..5 {
            let mut more = Vec::new();
            for single in self.trials.iter().filter(|trial| kind_of(trial) == kind) {
                for base in &made {
                    more.push(match kind {
                        0 => Trial { text: single.text, ..*base },
                        1 => Trial { numbers: single.numbers, ..*base },
                        2 => Trial { order: single.order, ..*base },
                        3 => Trial { spacing: single.spacing, ..*base },
                        _ => Trial { escapes: single.escapes, ..*base },
                    });
                }
            }
            made.extend(more);
        }
        made.retain(Trial::is_likely);
        made
    }
}

/// Which of the five a single change changes.
fn kind_of(single: &Trial) -> usize {
    if single.text.is_some() {
        0
    } else if single.numbers != Numbers::Canonical {
        1
    } else if single.order != Order::Canonical {
        2
    } else if single.spacing != Spacing::None {
        3
    } else {
        4
    }
}

/// Whether two members of the same name are meant to be the same: there is one of the name, or both belong to the
/// same event.
fn is_copy(tree: &Tree<'_>, key: &str, one: NodeId, other: NodeId) -> bool {
    let event = |node: NodeId| {
        let ancestors = std::iter::successors(tree.parent(node), |&node| tree.parent(node));
        let mut ids = ancestors.filter_map(|node| tree.member(node, "event_id"));
        ids.next().and_then(|id| tree.text(id))
    };
    COPIED.contains(&key) || (event(one).is_some() && event(one) == event(other))
}

/// Whether a text is an integer as JSON writes it.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits == "0" || !digits.starts_with('0');
    (1..=20).contains(&digits.len()) && plain && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text with these line breaks in the place of its own.
fn with_breaks(text: &str, breaks: &str) -> String {
    let mut made = String::new();
    let mut before = ' ';
    for char in text.chars() {
        match (before, char) {
            ('\r', '\n') => {}
            (_, '\r' | '\n') => made.push_str(breaks),
            (_, other) => made.push(other),
        }
        before = char;
    }
    made
}

fn plain_space(char: char) -> char {
    if matches!(char, '\u{a0}' | '\u{2007}' | '\u{202f}') { ' ' } else { char }
}

/// Undoes that UTF-8 was read in a one-byte encoding; a text to which that did not happen stays as it is.
fn repaired(text: &str, byte: fn(char) -> Option<u8>) -> String {
    let bytes: Option<Vec<u8>> = if text.is_ascii() { None } else { text.chars().map(byte).collect() };
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
}

fn latin1_byte(char: char) -> Option<u8> {
    u8::try_from(u32::from(char)).ok()
}

/// What the bytes 0x80 to 0x9F are in Windows-1252, where it is not a control character (Encoding Standard, index
/// windows-1252).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252_char(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

fn windows_1252_byte(char: char) -> Option<u8> {
    match WINDOWS_1252.iter().zip(0x80_u8..).find(|(special, _)| **special == char) {
        Some((_, byte)) => Some(byte),
        None => latin1_byte(char).filter(|byte| !(0x80..0xA0).contains(byte)),
    }
}
