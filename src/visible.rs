//! Document text made safe to look at.

use std::fmt::Write as _;

use unicode_general_category::{GeneralCategory, get_general_category};

/// Shows a text from a document so that nothing in it is invisible, reorders the line, breaks it, or
/// passes for something else: such characters are written as `⟨U+202E⟩`. All others stay as they are.
/// The result is one line, and two different texts never give the same one.
///
/// Written out are: control and format characters (zero-width joiners too), spaces other than U+0020,
/// line and paragraph separators, characters that Unicode ignores by default, private use, unassigned
/// and noncharacters, full-width and mathematical Latin, letters of other scripts that look Latin in a
/// word with Latin letters, a combining mark without a base, and the third and further marks on one.
///
/// ```
/// use pith_verifier::visible;
///
/// assert_eq!(visible("paid \u{202e}0001 ton"), "paid ⟨U+202E⟩0001 ton");
/// assert_eq!(visible("Müller, $\\eta^\\prime$"), "Müller, $\\eta^\\prime$");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut marks = Marks::NoBase;
    for word in words(text) {
        let mixed = word.chars().any(|c| c.is_ascii_alphabetic());
        let mut rest = word.chars();
        while let Some(char) = rest.next() {
            let starts_escape = char == '⟨' && rest.as_str().starts_with("U+");
            let hidden = match get_general_category(char) {
                GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::SpacingMark => marks.add() || is_hidden(char),
                category => {
                    let hidden = is_hidden_category(category) || is_hidden(char);
                    marks = if hidden || char == ' ' {
                        Marks::NoBase
                    } else {
                        Marks::On(0)
                    };
                    hidden
                }
            };
            if hidden || starts_escape || (mixed && looks_latin(char)) {
                // Writing to a string does not fail.
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(char));
            } else {
                shown.push(char);
            }
        }
    }
    shown
}

/// Combining marks since the last character that can carry them.
enum Marks {
    NoBase,
    On(u8),
}

impl Marks {
    /// Counts one more mark and says whether it is one too many. Two occur in ordinary text.
    fn add(&mut self) -> bool {
        match self {
            Self::NoBase => true,
            Self::On(count) => {
                *count = count.saturating_add(1);
                *count > 2
            }
        }
    }
}

/// The text in pieces that are words or have no letter in them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let in_word = first.is_alphabetic();
        let end = rest
            .find(|c: char| c.is_alphabetic() != in_word)
            .unwrap_or(rest.len());
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(word)
    })
}

fn is_hidden_category(category: GeneralCategory) -> bool {
    matches!(
        category,
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    )
}

/// Single characters and ranges that the general category does not tell.
fn is_hidden(char: char) -> bool {
    matches!(char,
        // Spaces other than U+0020, and the blank Braille pattern.
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{2800}'
        // Default-ignorable characters that are letters or marks: grapheme joiner, Hangul and Khmer
        // fillers, variation selectors.
        | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0100}'..='\u{E01EF}'
        // Object replacement.
        | '\u{FFFC}'
        // Full-width digits and Latin letters, mathematical alphanumerics.
        | '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}'
        | '\u{1D400}'..='\u{1D7FF}')
}

/// Greek, Cyrillic and Armenian letters that are drawn like Latin ones.
fn looks_latin(char: char) -> bool {
    matches!(
        char,
        'Α' | 'Β'
            | 'Ε'
            | 'Ζ'
            | 'Η'
            | 'Ι'
            | 'Κ'
            | 'Μ'
            | 'Ν'
            | 'Ο'
            | 'Ρ'
            | 'Τ'
            | 'Υ'
            | 'Χ'
            | 'ο'
            | 'ν'
            | 'ι'
            | 'ρ'
            | 'υ'
            | 'А'
            | 'В'
            | 'Е'
            | 'К'
            | 'М'
            | 'Н'
            | 'О'
            | 'Р'
            | 'С'
            | 'Т'
            | 'У'
            | 'Х'
            | 'Ѕ'
            | 'І'
            | 'Ј'
            | 'Ԛ'
            | 'Ԝ'
            | 'а'
            | 'в'
            | 'е'
            | 'к'
            | 'м'
            | 'н'
            | 'о'
            | 'р'
            | 'с'
            | 'т'
            | 'у'
            | 'х'
            | 'ѕ'
            | 'і'
            | 'ј'
            | 'һ'
            | 'ԁ'
            | 'ԛ'
            | 'ԝ'
            | 'ӏ'
            | 'Ӏ'
            | 'օ'
            | 'ս'
            | 'ո'
            | 'հ'
            | 'ց'
            | 'Տ'
            | 'Օ'
            | 'Լ'
    )
}
