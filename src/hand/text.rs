//! Titles and abstracts as people have them: pasted from a page, typed from print.
//!
//! The hash decides. The text is hashed as it is and then after changes that undo what pages and printers
//! do to a text, fewest first; the first spelling whose hash is the record's is the one.

use super::Found;
use super::near::{distance, first_difference};
use crate::crypto::sha256;
use crate::encoding::hex;
use crate::identity::{is_cut, normal_form, single_spaced, text_hash};
use crate::json::{NodeId, Tree};
use crate::plan::{Plan, Rule, TextForm};
use crate::report::{ClaimName, MatchReason, MatchWord, TextStep};
use crate::unicode::{nfc, nfd};

/// So many bytes are hashed at most, in all spellings together. For a text of 1700 bytes, nearly as long as
/// arXiv takes an abstract, that is enough for all of them.
const MAX_SPELLED: usize = 4 << 20;

/// Of so many words broken at line ends, each may have had its hyphen or not.
const MAX_MIXED: u32 = 3;

/// Each keeps its hyphen.
const KEPT: u32 = u32::MAX;

/// Texts that differ in more than one of so many characters are not nearly the same.
const NEAR_SHARE: usize = 5;

/// Nor are those that differ in more characters than that: the search takes so much longer.
const NEAR_MOST: usize = 64;

/// A list of events may have the texts of thousands of papers; each comparison takes a while.
const MAX_OWN_TEXTS: usize = 16;

/// One change of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Label,
    Invisible,
    /// Words broken at a line end: the bits say which keep their hyphen.
    Hyphens(u32),
    Space,
    Quotes(Style),
    Dashes(Style),
    Ligatures,
    Nfc,
    Nfd,
    Accents(Braces),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Plain,
    Tex,
}

/// How an accented letter stands in TeX.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Braces {
    /// `\'a`, `\v{r}`.
    Fewest,
    /// `\'{a}`, `\v{r}`.
    Letter,
    /// `{\'a}`, `{\v r}`.
    Around,
}

pub(super) fn find(tree: &Tree<'_>, plan: &Plan, form: TextForm, text: &str) -> Found {
    let mut hashes: Vec<(&str, NodeId)> = Vec::new();
    let mut records = 0;
    for record in plan.records() {
        records += 1;
        let name = match form {
            TextForm::Title => "title_canon_sha256",
            TextForm::Abstract => "abstract_canon_sha256",
        };
        let node = tree.member(record.node, "metadata").and_then(|metadata| tree.member(metadata, name));
        hashes.extend(node.and_then(|node| Some((tree.text(node)?, node))));
    }
    if records == 0 {
        return without_record(tree, plan, form, text);
    }
    let Some(&(first, node)) = hashes.first() else {
        return Found::new(MatchWord::NotComparable, MatchReason::NoValue);
    };
    let spellings = spellings(form, text);
    let mut tried = 0;
    for edits in &spellings {
        let (spelling, mut steps) = changed(text, edits);
        let normal = normal_form(form, &spelling);
        let hash = hex(&sha256(normal.as_bytes()));
        tried += 1;
        let Some(&(hash, node)) = hashes.iter().find(|(stated, _)| *stated == hash) else { continue };
        let reason = if steps.is_empty() { MatchReason::Same } else { MatchReason::SameAfterChanges };
        if form == TextForm::Abstract && single_spaced(&spelling) != spelling && !steps.contains(&TextStep::WhiteSpace)
        {
            steps.push(TextStep::WhiteSpace);
        }
        if spelling.to_lowercase() != spelling {
            steps.push(TextStep::LowerCase);
        }
        let found = Found::new(MatchWord::Matches, reason).at(node).values(hash, hash);
        return Found { steps, tried, ..found };
    }
    let found = nearly(tree, plan, form, text, &hashes)
        .unwrap_or_else(|| Found::new(MatchWord::Differs, MatchReason::Differs).at(node).values(first, ""));
    Found { tried, computed: Some(text_hash(form, text)), ..found }
}

/// A graph snapshot alone has a title and no hash of it.
fn without_record(tree: &Tree<'_>, plan: &Plan, form: TextForm, text: &str) -> Found {
    let nothing = || Found::new(MatchWord::NotComparable, MatchReason::NoRecord);
    let claim = plan.claims.iter().find(|(name, _)| *name == ClaimName::Title && form == TextForm::Title);
    let Some((node, own)) = claim.and_then(|&(_, node)| Some((node, tree.text(node)?))) else { return nothing() };
    let own = normal_form(form, own);
    let spellings = spellings(form, text);
    let mut tried = 0;
    for edits in &spellings {
        let (spelling, steps) = changed(text, edits);
        tried += 1;
        if normal_form(form, &spelling) == own {
            let found = Found::new(MatchWord::Matches, MatchReason::SameText).at(node).values(&own, &own);
            return Found { steps, tried, ..found };
        }
    }
    let differs = || Found::new(MatchWord::Differs, MatchReason::Differs);
    let found = near(text, &own, form, MatchReason::AlmostTheQuote).unwrap_or_else(differs);
    Found { tried, ..found.at(node).values(&own, &normal_form(form, text)) }
}

/// Looks for the text among those that the document has of its own.
fn nearly(tree: &Tree<'_>, plan: &Plan, form: TextForm, text: &str, hashes: &[(&str, NodeId)]) -> Option<Found> {
    let own_texts = plan.steps.iter().filter_map(|step| match step.rule {
        Rule::Text { form: of, member, hash } if of == form => Some((member.text(tree)?, tree.text(hash?)?)),
        _ => None,
    });
    let mut last = "";
    for (own, hash) in own_texts.take(MAX_OWN_TEXTS) {
        let stated = hashes.iter().find(|(stated, _)| *stated == hash);
        // Most documents have the same text several times.
        if own == last {
            continue;
        }
        last = own;
        let Some(&(stated, node)) = stated else { continue };
        let normal = normal_form(form, own);
        let found = if text_hash(form, own) == stated {
            near(text, &normal, form, MatchReason::AlmostTheText)
        } else if is_cut(form, own) {
            near(text, &normal, form, MatchReason::AlmostTheQuote)
        } else {
            None
        };
        if let Some(found) = found {
            return Some(found.at(node).values(stated, ""));
        }
    }
    None
}

/// The first difference from a text of the document in normal form, when there are few; `reason` says
/// whether that text is whole.
fn near(text: &str, own: &str, form: TextForm, reason: MatchReason) -> Option<Found> {
    let own: Vec<char> = own.chars().collect();
    let cut = form == TextForm::Abstract && reason == MatchReason::AlmostTheQuote;
    let breaks = broken_words(text);
    let mut best: Option<(usize, Vec<char>)> = None;
    for hyphens in [0, KEPT] {
        let (clean, _) = changed(text, &cleaned(hyphens));
        let mut clean: Vec<char> = normal_form(form, &clean).chars().collect();
        if cut {
            clean.truncate(own.len());
        }
        let limit = (own.len() / NEAR_SHARE).clamp(1, NEAR_MOST);
        let nearer = distance(&clean, &own, limit).filter(|&far| best.as_ref().is_none_or(|(best, _)| far < *best));
        if let Some(far) = nearer {
            best = Some((far, clean));
        }
        if breaks == 0 {
            break;
        }
    }
    let (far, clean) = best?;
    if far == 0 {
        // A whole text would have matched, for these changes were among those tried.
        return cut.then(|| Found::new(MatchWord::NearMiss, MatchReason::QuoteAgrees));
    }
    let nearest = Some(first_difference(&clean, &own));
    Some(Found { nearest, ..Found::new(MatchWord::NearMiss, reason) })
}

/// The ways to change a text, fewest changes first. The first is none.
fn spellings(form: TextForm, text: &str) -> Vec<Vec<Edit>> {
    let breaks = broken_words(text);
    let mut hyphens = vec![vec![Edit::Hyphens(0)], vec![Edit::Hyphens(KEPT)]];
    if (2..=MAX_MIXED).contains(&breaks) {
        hyphens.extend((1..(1 << breaks) - 1).map(|mask| vec![Edit::Hyphens(mask)]));
    }
    let clean = [
        vec![Edit::Space],
        vec![Edit::Invisible],
        vec![Edit::Ligatures],
        vec![Edit::Invisible, Edit::Space, Edit::Ligatures],
    ];
    let both = |edit: fn(Style) -> Edit| vec![vec![edit(Style::Plain)], vec![edit(Style::Tex)]];
    let accents = [Braces::Fewest, Braces::Letter, Braces::Around].map(|braces| vec![Edit::Accents(braces)]);
    let normal = [vec![Edit::Nfc], vec![Edit::Nfd]].into_iter().chain(accents);
    let stages =
        [vec![vec![Edit::Label]], clean.to_vec(), hyphens, both(Edit::Quotes), both(Edit::Dashes), normal.collect()];
    let mut all: Vec<(usize, Vec<Edit>)> = vec![(0, Vec::new())];
    for options in stages {
        let mut useful: Vec<Vec<Edit>> = vec![];
        for mut option in options {
            // An abstract is single-spaced in any case.
            option.retain(|&edit| (edit, form) != (Edit::Space, TextForm::Abstract) && apply(text, edit) != text);
            if !option.is_empty() && !useful.contains(&option) {
                useful.push(option);
            }
        }
        let more: Vec<(usize, Vec<Edit>)> = all
            .iter()
            .flat_map(|(count, edits)| {
                useful.iter().map(move |option| (count + 1, [edits.as_slice(), option].concat()))
            })
            .collect();
        all.extend(more);
    }
    let most = MAX_SPELLED / text.len().max(1);
    let counts = all.iter().map(|(count, _)| *count).max().unwrap_or_default();
    let by_count = (0..=counts).flat_map(|count| all.iter().filter(move |(of, _)| *of == count));
    by_count.map(|(_, edits)| edits.clone()).take(most).chain([cleaned(0), cleaned(KEPT)]).collect()
}

/// All changes together, as most texts on paper need them.
fn cleaned(hyphens: u32) -> Vec<Edit> {
    let (quotes, dashes) = (Edit::Quotes(Style::Plain), Edit::Dashes(Style::Plain));
    vec![Edit::Label, Edit::Invisible, Edit::Hyphens(hyphens), Edit::Space, quotes, dashes, Edit::Ligatures, Edit::Nfc]
}

/// The text after some changes, and those of them that changed it.
fn changed(text: &str, edits: &[Edit]) -> (String, Vec<TextStep>) {
    let mut text = text.to_owned();
    let mut steps = Vec::new();
    for edit in (0..=LAST_TURN).flat_map(|turn| edits.iter().copied().filter(move |&edit| in_turn(edit) == turn)) {
        let new = apply(&text, edit);
        if new == text {
            continue;
        }
        text = new;
        steps.push(match edit {
            Edit::Label => TextStep::Label,
            Edit::Invisible => TextStep::Invisible,
            Edit::Hyphens(KEPT) => TextStep::HyphensKept,
            Edit::Hyphens(_) => TextStep::HyphensJoined,
            Edit::Space => TextStep::WhiteSpace,
            Edit::Quotes(Style::Plain) => TextStep::PlainQuotes,
            Edit::Quotes(Style::Tex) => TextStep::TexQuotes,
            Edit::Dashes(Style::Plain) => TextStep::PlainDashes,
            Edit::Dashes(Style::Tex) => TextStep::TexDashes,
            Edit::Ligatures => TextStep::Ligatures,
            Edit::Nfc => TextStep::Nfc,
            Edit::Nfd => TextStep::Nfd,
            Edit::Accents(_) => TextStep::TexAccents,
        });
    }
    (text, steps)
}

/// When a change is made: a hyphen at the end of a line is gone before the line break is.
fn in_turn(edit: Edit) -> u8 {
    match edit {
        Edit::Label => 0,
        Edit::Invisible => 1,
        Edit::Hyphens(_) => 2,
        Edit::Space => 3,
        Edit::Quotes(_) => 4,
        Edit::Dashes(_) => 5,
        Edit::Ligatures => 6,
        Edit::Nfc | Edit::Nfd | Edit::Accents(_) => LAST_TURN,
    }
}

const LAST_TURN: u8 = 7;

fn apply(text: &str, edit: Edit) -> String {
    match edit {
        Edit::Label => without_label(text).to_owned(),
        Edit::Invisible => text.chars().filter(|&char| !is_invisible(char)).collect(),
        Edit::Hyphens(kept) => joined(text, kept).0,
        Edit::Space => single_spaced(text),
        Edit::Quotes(style) => replaced(text, |char| quote(char, style)),
        Edit::Dashes(style) => replaced(text, |char| dash(char, style)),
        Edit::Ligatures => replaced(text, ligature),
        Edit::Nfc => nfc(text),
        Edit::Nfd => nfd(text),
        Edit::Accents(braces) => accented(text, braces),
    }
}

fn replaced(text: &str, by: impl Fn(char) -> Option<&'static str>) -> String {
    let mut new = String::with_capacity(text.len());
    for char in text.chars() {
        match by(char) {
            Some(other) => new.push_str(other),
            None => new.push(char),
        }
    }
    new
}

/// The text after `Title:` or `Abstract:`, as it is copied from a page of arXiv, or `Abstract.` and the like.
fn without_label(text: &str) -> &str {
    let after = ["title", "abstract"].iter().find_map(|label| {
        let (start, rest) = text.trim_start().split_at_checked(label.len())?;
        let rest = rest.trim_start_matches([' ', '\t', '\r']);
        let inner = rest.strip_prefix([':', '.', '\n', '-', '\u{2013}', '\u{2014}'])?;
        start.eq_ignore_ascii_case(label).then(|| inner.trim_start())
    });
    after.unwrap_or(text)
}

/// Soft hyphens, zero-width characters and marks of direction.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn quote(char: char, style: Style) -> Option<&'static str> {
    let (plain, tex) = match char {
        '\u{2018}' | '\u{201B}' => ("'", "`"),
        '\u{2019}' | '\u{2032}' => ("'", "'"),
        '\u{201C}' | '\u{201F}' => ("\"", "``"),
        '\u{201D}' | '\u{2033}' => ("\"", "''"),
        _ => return None,
    };
    Some(if style == Style::Plain { plain } else { tex })
}

fn dash(char: char, style: Style) -> Option<&'static str> {
    let tex = match char {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => "-",
        '\u{2012}' | '\u{2013}' => "--",
        '\u{2014}' | '\u{2015}' => "---",
        _ => return None,
    };
    Some(if style == Style::Plain { "-" } else { tex })
}

fn ligature(char: char) -> Option<&'static str> {
    Some(match char {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        '\u{2026}' => "...",
        _ => return None,
    })
}

/// How many words are broken by a hyphen at the end of a line.
fn broken_words(text: &str) -> u32 {
    joined(text, 0).1
}

/// The text with its broken words joined, and how many there are. The bits of `kept` say of each word whether
/// it keeps its hyphen, of those after the last bit as that bit does.
fn joined(text: &str, kept: u32) -> (String, u32) {
    let is_space = |char: char| char.is_whitespace() && char != '\n';
    // Letters and digits, without a table of those of all scripts.
    let in_word = |char: char| if char.is_ascii() { char.is_ascii_alphanumeric() } else { !char.is_whitespace() };
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    let mut count: u32 = 0;
    while let Some(char) = rest.chars().next() {
        let after = rest.get(char.len_utf8()..).unwrap_or_default();
        rest = after;
        let is_hyphen = matches!(char, '-' | '\u{2010}' | '\u{AD}');
        if is_hyphen && new.ends_with(in_word) {
            let next =
                after.trim_start_matches(is_space).strip_prefix('\n').map(|line| line.trim_start_matches(is_space));
            if let Some(line) = next.filter(|line| line.starts_with(in_word)) {
                if kept >> count.min(u32::BITS - 1) & 1 == 1 {
                    new.push('-');
                }
                count = count.saturating_add(1);
                rest = line;
                continue;
            }
        }
        new.push(char);
    }
    (new, count)
}

/// Letters with one accent as TeX writes them.
fn accented(text: &str, braces: Braces) -> String {
    let mut new = String::with_capacity(text.len());
    for char in nfd(text).chars() {
        let Some(command) = accent(char) else {
            new.push(char);
            continue;
        };
        let Some(letter) = new.pop() else { continue };
        let is_word = command.is_ascii_alphabetic();
        let (before, between, after) = match braces {
            Braces::Fewest if !is_word => ("", "", ""),
            Braces::Fewest | Braces::Letter => ("", "{", "}"),
            Braces::Around => ("{", if is_word { " " } else { "" }, "}"),
        };
        new.push_str(before);
        new.push('\\');
        new.push(command);
        new.push_str(between);
        new.push(letter);
        new.push_str(after);
    }
    new
}

/// The command of TeX for a combining mark.
fn accent(mark: char) -> Option<char> {
    Some(match mark {
        '\u{300}' => '`',
        '\u{301}' => '\'',
        '\u{302}' => '^',
        '\u{303}' => '~',
        '\u{304}' => '=',
        '\u{306}' => 'u',
        '\u{307}' => '.',
        '\u{308}' => '"',
        '\u{30A}' => 'r',
        '\u{30B}' => 'H',
        '\u{30C}' => 'v',
        '\u{323}' => 'd',
        '\u{327}' => 'c',
        '\u{328}' => 'k',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_is_what_a_page_or_a_printer_does() {
        for (text, edit, expected) in [
            ("Title:A Generic", Edit::Label, "A Generic"),
            (" Abstract \u{2014} We prove", Edit::Label, "We prove"),
            ("ABSTRACT\r\n\r\nWe prove", Edit::Label, "We prove"),
            ("Abstract interpretation", Edit::Label, "Abstract interpretation"),
            ("Title", Edit::Label, "Title"),
            ("check\u{AD}point\u{200B}s", Edit::Invisible, "checkpoints"),
            ("Check-\n  point and re-\r\nstart - \nx", Edit::Hyphens(0), "Checkpoint and restart - \nx"),
            ("Check-\npoint-re-\nstart", Edit::Hyphens(KEPT), "Check-point-re-start"),
            ("a-\nb c-\nd", Edit::Hyphens(2), "ab c-d"),
            (" a\n\tb  c ", Edit::Space, "a b c"),
            ("\u{201C}It\u{2019}s\u{201D}", Edit::Quotes(Style::Plain), "\"It's\""),
            ("\u{201C}It\u{2019}s\u{201D}", Edit::Quotes(Style::Tex), "``It's''"),
            ("1\u{2013}2 \u{2014} x", Edit::Dashes(Style::Plain), "1-2 - x"),
            ("1\u{2013}2 \u{2014} x", Edit::Dashes(Style::Tex), "1--2 --- x"),
            ("e\u{FB03}cient\u{2026}", Edit::Ligatures, "efficient..."),
            // As in the authors of a published snapshot: Zden\v{e}k Dvo\v{r}\'ak.
            ("Zden\u{11B}k Dvo\u{159}\u{E1}k", Edit::Accents(Braces::Fewest), "Zden\\v{e}k Dvo\\v{r}\\'ak"),
            ("\u{E1}\u{159}", Edit::Accents(Braces::Letter), "\\'{a}\\v{r}"),
            ("\u{E1}\u{159}", Edit::Accents(Braces::Around), "{\\'a}{\\v r}"),
        ] {
            assert_eq!(apply(text, edit), expected, "{edit:?}");
        }
        assert_eq!(broken_words(&"a-\n".repeat(100)), 99);
        assert_eq!(joined(&"a-\n".repeat(100), KEPT).0, format!("{}\n", "a-".repeat(100)));
    }

    #[test]
    fn spellings_are_few_and_start_with_none_changed() {
        let hard = "\u{201C}\u{E9}\u{FB01}\u{201D}\u{2014}\u{200B} a-\nb c-\nd e-\nf";
        for (text, least, most) in [("plain", 3, 3), (" a  b", 4, 4), (hard, 1000, 2500)] {
            let all = spellings(TextForm::Title, text);
            assert!((least..=most).contains(&all.len()), "{text} {}", all.len());
            assert!(all[0].is_empty());
            let lengths: Vec<usize> = all[..all.len() - 2].iter().map(Vec::len).collect();
            assert!(lengths[0] == 0 && lengths.len() < 2 || lengths[1] == 1);
        }
    }
}
