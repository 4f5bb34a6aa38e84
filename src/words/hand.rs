//! What is said of a text in hand.

use super::{fill, kind_noun, place, refusal, shown};
use crate::limits;
use crate::report::{Class, Field, MatchReason, MatchWord, Nearest, Reason, Refusal, Report, TextMatch, TextStep};

const AS_ARXIV_LISTS_IT: &str =
    "Formulas and accents are hashed as TeX source. Copy the text from the paper’s arXiv listing and try again.";
const EACH_VERSION: &str = "Each version of a paper has a record of its own.";
const COPY_IT: &str = "Copy it from the source in place of typing it.";

/// Puts an answer in words: the sentence, what it is worth, the hint.
pub(crate) fn hand(answer: &mut TextMatch, report: &Report, counts: bool, fails: bool) {
    let (template, hint) = template(answer.field, answer.reason);
    let none = Nearest { at: 0, here: String::new(), there: String::new() };
    let nearest = answer.nearest.as_ref().unwrap_or(&none);
    let text = |text: &str| if text.is_empty() { "nothing".to_owned() } else { shown(text) };
    answer.sentence = fill(template, &|slot| match slot {
        "S" => subject(answer.field).to_owned(),
        "E" => text(answer.expected.as_deref().unwrap_or_default()),
        "C" => text(answer.computed.as_deref().unwrap_or_default()),
        "pos" => nearest.at.to_string(),
        "here" => text(&nearest.here),
        "there" => text(&nearest.there),
        "at" => place(answer.pointer.as_deref().unwrap_or_default()),
        "form" => form(answer.field).to_owned(),
        "noun" => kind_noun(report.kind).to_owned(),
        _ => steps(&answer.steps),
    });
    answer.hint = Some(hint.to_owned()).filter(|hint| !hint.is_empty());
    answer.worth = answer.pointer.is_some().then(|| worth(answer, report, counts, fails));
}

/// What an answer is worth depends on the document, not on the text.
fn worth(answer: &TextMatch, report: &Report, counts: bool, fails: bool) -> String {
    let noun = kind_noun(report.kind);
    if fails {
        return format!("But this {noun} is broken: whatever agrees with it or not, do not rely on it.");
    }
    if counts {
        return "What it was compared with rests on a signature with a key of your key ring.".to_owned();
    }
    if matches!(answer.class, Some(Class::Signed | Class::Derived)) {
        let lapsed = super::ring::lapsed(&report.keys);
        if !lapsed.is_empty() {
            return format!(
                "What it was compared with rests on a signature, but {}. So whose word it is, is not established.",
                lapsed.join("; ")
            );
        }
        return "What it was compared with rests on a signature, but not with a key of your key ring: whose it is, is not established.".to_owned();
    }
    let agrees = if answer.outcome == MatchWord::Matches { "But no" } else { "No" };
    format!(
        "{agrees} signature that could be verified covers what it was compared with: anybody could have made this {noun}."
    )
}

fn subject(field: Field) -> &'static str {
    match field {
        Field::Title => "The title",
        Field::Abstract => "The abstract",
        Field::Arxiv => "The arXiv identifier",
        Field::ArxivVersion => "The arXiv identifier with its version",
        Field::Version => "The version",
        Field::Doi => "The DOI",
        Field::Number => "The Pith Number",
    }
}

/// What a text of a field looks like.
fn form(field: Field) -> &'static str {
    match field {
        Field::Title => "a title",
        Field::Abstract => "an abstract",
        Field::Arxiv | Field::ArxivVersion => {
            "an arXiv identifier such as 1212.1787v1 or math/0309136, or a link to it"
        }
        Field::Version => "a version such as 2 or v2",
        Field::Doi => "a DOI such as 10.48550/arXiv.1212.1787, without percent signs, or a link to it",
        Field::Number => "a Pith Number such as pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
    }
}

/// The sentence and the hint. The slots of a sentence are those of [`hand`].
fn template(field: Field, reason: MatchReason) -> (&'static str, &'static str) {
    let hashed = matches!(field, Field::Title | Field::Abstract);
    match reason {
        MatchReason::Same if field == Field::Abstract => {
            ("{S} is the one whose hash is in the canonical record, up to letter case and white space.", "")
        }
        MatchReason::Same if hashed => ("{S} is the one whose hash is in the canonical record, up to letter case.", ""),
        MatchReason::Same => ("{S} is the one of the canonical record: {E}.", ""),
        MatchReason::SameAfterChanges if hashed => {
            ("{S} is the one whose hash is in the canonical record, up to letter case, once {steps}.", "")
        }
        MatchReason::SameAfterChanges => ("{S} is the one of the canonical record, {E}, once {steps}.", ""),
        MatchReason::SameText => (
            "{S} is the same as the one in this {noun}, up to letter case and the listed changes.",
            "There is no hash to compare with. Take the bundle or the record of the paper, which has one.",
        ),
        MatchReason::Differs if hashed => {
            ("{S} is not the one of this {noun}: expected {E}, this text gives {C}.", AS_ARXIV_LISTS_IT)
        }
        MatchReason::Differs => (
            "{S} is not the one of the canonical record: expected {E}, found {C}.",
            match field {
                Field::Version => EACH_VERSION,
                Field::Number => "It is the number of another record, of another paper or another version.",
                _ => "It is of another paper.",
            },
        ),
        MatchReason::AlmostTheText | MatchReason::AlmostTheQuote => almost(reason),
        MatchReason::QuoteAgrees => (
            "{S} begins as the document quotes it, but as a whole it is not the one whose hash is in the canonical record.",
            "Compare what comes after the first 600 characters, of which the document has only the hash.",
        ),
        MatchReason::OtherVersion => {
            ("The paper is the right one, but another version: expected version {E}, found {C}.", EACH_VERSION)
        }
        MatchReason::VersionMissing => {
            ("{S} names the right paper, but no version: expected {E}, found {C}.", "Add the version.")
        }
        MatchReason::VersionAdded => (
            "{S} names the right paper, but with a version: expected {E}, found {C}.",
            "The DOI that arXiv registers has no version.",
        ),
        MatchReason::OtherDoi => (
            "{S} was not compared: the record knows only the DOI that arXiv registers, {E}, found {C}.",
            "A journal’s DOI may be of the same paper; the record does not say.",
        ),
        MatchReason::Malformed => ("{S} was not compared: expected {form}, found {C}.", ""),
        MatchReason::NoRecord => (
            "{S} was not compared: this {noun} has no canonical record.",
            "Take the bundle or the record of the paper.",
        ),
        MatchReason::NoValue => {
            ("{S} was not compared: the canonical record does not have what it would be compared with.", "")
        }
        _ => slip_template(reason),
    }
}

fn almost(reason: MatchReason) -> (&'static str, &'static str) {
    if reason == MatchReason::AlmostTheText {
        return (
            "{S} is almost the one of the canonical record: at character {pos} it reads {here}, the document’s own {there}.",
            AS_ARXIV_LISTS_IT,
        );
    }
    (
        "{S} is almost the one that the document quotes: at character {pos} it reads {here}, the quoted one {there}.",
        "The quoted text itself is held by no hash that could be checked.",
    )
}

/// Slips of the hand in an identifier or a number.
fn slip_template(reason: MatchReason) -> (&'static str, &'static str) {
    match reason {
        MatchReason::OtherYear => (
            "The 26 characters are those of the number, but the year is another: expected {E}, found {C}.",
            "The year is part of the number.",
        ),
        MatchReason::OtherCase => (
            "The characters are those of the number, but in other letter case: expected {E}, found {C}.",
            "A Pith Number is written with pith: and upper-case letters.",
        ),
        MatchReason::SuffixOnly => (
            "The 26 characters are those of the number, but the rest is missing: expected {E}, found {C}.",
            "A link has these characters only; the full number has pith: and the year before them.",
        ),
        MatchReason::ShortForm => (
            "The characters agree with the number as far as they go: expected {E}, found {C}.",
            "Only a full number identifies: many numbers may begin with the same characters.",
        ),
        MatchReason::CharacterChanged => {
            ("{S} differs in one character: character {pos} is {here}, expected {there} as in {E}.", COPY_IT)
        }
        MatchReason::CharacterImpossible => (
            "{S} differs in one character: character {pos} is {here}, which no Pith Number has, expected {there} as in {E}.",
            "Pith Numbers have the letters A to Z and the digits 2 to 7, so that 0, 1, 8 and 9 are not taken for O, I, B and G.",
        ),
        MatchReason::CharactersSwapped => (
            "{S} has two characters swapped: from character {pos} on it has {here}, expected {there} as in {E}.",
            COPY_IT,
        ),
        MatchReason::CharacterMissing => {
            ("{S} lacks one character: expected {there} as character {pos}, as in {E}.", COPY_IT)
        }
        MatchReason::CharacterAdded => {
            ("{S} has one character too many: {here} as character {pos} is not in {E}.", COPY_IT)
        }
        MatchReason::TwoFaults => {
            ("{S} differs in two places: from character {pos} on it has {here}, expected {there} as in {E}.", COPY_IT)
        }
        // The others have their sentences above.
        other => (other.as_str(), ""),
    }
}

/// What was changed, to stand after “once”.
fn steps(steps: &[TextStep]) -> String {
    let mut words = String::new();
    for (index, &step) in steps.iter().enumerate() {
        words.push_str(match index {
            0 => "",
            _ if index + 1 == steps.len() => " and ",
            _ => ", ",
        });
        words.push_str(match step {
            TextStep::Label => "the label before it is left out",
            TextStep::Invisible => "invisible characters are left out",
            TextStep::HyphensJoined => "words broken at the end of a line are joined",
            TextStep::HyphensKept => "words broken at the end of a line are joined with their hyphens",
            TextStep::WhiteSpace => "line breaks and repeated spaces are single spaces",
            TextStep::PlainQuotes => "quotation marks are plain",
            TextStep::TexQuotes => "quotation marks are those of TeX",
            TextStep::PlainDashes => "dashes are plain hyphens",
            TextStep::TexDashes => "dashes are those of TeX",
            TextStep::Ligatures => "ligatures are spelled out",
            TextStep::Nfc => "accented letters are one character each (NFC)",
            TextStep::Nfd => "accents are characters of their own (NFD)",
            TextStep::TexAccents => "accents are those of TeX",
            TextStep::LowerCase => "letters are in lower case",
            TextStep::Link => "the identifier is taken from the link",
            TextStep::Prefix => "the prefix is left out",
            TextStep::Stamp => "what stands after it is left out",
            TextStep::SubjectClass => "the subject class is left out",
        });
    }
    words
}

/// Why a text in hand was not compared at all.
pub(crate) fn refusal_of_text(length: usize) -> Refusal {
    let sentence = format!("Expected a text of at most {} bytes, found {length}", limits::MAX_TEXT);
    refusal(&[], 0, Reason::LimitText, &sentence, "Give the title or the abstract alone, not the paper.")
}
