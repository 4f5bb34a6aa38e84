//! Document text made safe to look at.

mod tables;

use std::fmt::Write as _;
use std::sync::OnceLock;

use tables::{HIDDEN, MARKS};

/// Shows a text from a document so that nothing in it is invisible, reorders the line, breaks it, or
/// passes for something else: such characters are written as `⟨U+202E⟩`. All others stay as they are.
/// The result is one line, and two different texts never give the same one.
///
/// Written out are: control and format characters (zero-width joiners too), spaces other than U+0020,
/// line and paragraph separators, characters that Unicode ignores by default, private use, unassigned
/// and noncharacters, full-width and mathematical Latin, letters of other scripts that look Latin in a
/// word with Latin letters, a combining mark without a letter or the like before
/// it, and the third and further marks on one.
///
/// ```
/// use pith_verifier::visible;
///
/// assert_eq!(visible("paid \u{202e}0001 ton"), "paid ⟨U+202E⟩0001 ton");
/// assert_eq!(visible("Müller, $\\eta^\\prime$"), "Müller, $\\eta^\\prime$");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    // The rules below change nothing of printable ASCII, which most texts are.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = Marks::NoBase;
    let mut after = text.chars();
    for word in words(text) {
        let mixed = word.chars().any(is_latin);
        for char in word.chars() {
            after.next();
            let starts_escape = char == '⟨' && after.as_str().starts_with("U+");
            let hidden = if MARK_RANGES.contains(char) {
                marks.add() || is_hidden(char)
            } else {
                let hidden = HIDDEN_RANGES.contains(char) || is_hidden(char);
                let carries_marks = !hidden && (char.is_ascii_alphanumeric() || !char.is_ascii());
                marks = if carries_marks { Marks::On(0) } else { Marks::NoBase };
                hidden
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

/// The text in pieces: runs of letters that are Latin or look it, and what is between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_letter = |c: char| is_latin(c) || looks_latin(c);
        let in_word = is_letter(rest.chars().next()?);
        let end = rest.find(|c| is_letter(c) != in_word).unwrap_or(rest.len());
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(word)
    })
}

/// Basic Latin, Latin-1 and the extensions A and B.
fn is_latin(char: char) -> bool {
    char.is_ascii_alphabetic() || matches!(char, '\u{C0}'..='\u{24F}')
}

/// Ranges of characters, first and last, in order.
struct Ranges(OnceLock<Vec<(u32, u32)>>, &'static [u8]);

static HIDDEN_RANGES: Ranges = Ranges(OnceLock::new(), HIDDEN);
static MARK_RANGES: Ranges = Ranges(OnceLock::new(), MARKS);

impl Ranges {
    fn contains(&self, char: char) -> bool {
        let code = u32::from(char);
        let ranges = self.0.get_or_init(|| unpacked(self.1));
        let after = ranges.partition_point(|&(first, _)| first <= code);
        after.checked_sub(1).and_then(|at| ranges.get(at)).is_some_and(|&(_, last)| code <= last)
    }
}

/// A packed table is a list of numbers, each in one byte below 0x80 or in big-endian groups of seven bits
/// of which all but the last have the top bit set: how far the next range starts after the end of the one
/// before, and how many characters it has.
fn unpacked(table: &[u8]) -> Vec<(u32, u32)> {
    let mut ranges = Vec::new();
    let (mut at, mut number, mut first) = (0_u32, 0, None);
    for &byte in table {
        number = number << 7 | u32::from(byte & 0x7F);
        if byte & 0x80 != 0 {
            continue;
        }
        at += number;
        number = 0;
        first = match first {
            None => Some(at),
            Some(first) => {
                ranges.push((first, at - 1));
                None
            }
        };
    }
    ranges
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

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_general_category::{GeneralCategory as Category, get_general_category};

    const HIDDEN_CATEGORIES: [Category; 6] = [
        Category::Control,
        Category::Format,
        Category::PrivateUse,
        Category::Unassigned,
        Category::LineSeparator,
        Category::ParagraphSeparator,
    ];
    const MARK_CATEGORIES: [Category; 3] = [Category::NonspacingMark, Category::EnclosingMark, Category::SpacingMark];

    const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/visible/tables.rs");

    fn ranges(categories: &[Category]) -> Vec<(u32, u32)> {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for char in '\0'..=char::MAX {
            if !categories.contains(&get_general_category(char)) {
                continue;
            }
            let code = u32::from(char);
            match ranges.last_mut() {
                Some((_, end)) if *end + 1 == code => *end = code,
                _ => ranges.push((code, code)),
            }
        }
        ranges
    }

    /// The table that [`unpacked`] reads.
    fn packed(ranges: &[(u32, u32)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut end = 0;
        for &(first, last) in ranges {
            for number in [first - end, last + 1 - first] {
                let groups = (0..4).rev().map(|group| number >> (7 * group)).skip_while(|&group| group == 0);
                let groups: Vec<u32> = groups.collect();
                let count = groups.len().max(1);
                bytes.extend((0..count).map(|at| {
                    let low = u8::try_from(groups.get(at).unwrap_or(&0) & 0x7F).unwrap();
                    if at + 1 < count { low | 0x80 } else { low }
                }));
            }
            end = last + 1;
        }
        bytes
    }

    fn table(name: &str, what: &str, ranges: &[(u32, u32)]) -> String {
        let bytes = packed(ranges);
        let mut text =
            format!("\n/// {what}\n#[rustfmt::skip]\npub(super) const {name}: &[u8; {}] = &[\n", bytes.len());
        for row in bytes.chunks(19) {
            let row: Vec<String> = row.iter().map(|byte| format!("0x{byte:02X},")).collect();
            text += &["    ", &row.join(" "), "\n"].concat();
        }
        text + "];\n"
    }

    #[test]
    fn the_tables_say_of_every_character_what_unicode_says() {
        let (hidden, marks) = (ranges(&HIDDEN_CATEGORIES), ranges(&MARK_CATEGORIES));
        let within = |ranges: &[(u32, u32)], char: char| {
            let code = u32::from(char);
            let after = ranges.partition_point(|&(first, _)| first <= code);
            after > 0 && code <= ranges[after - 1].1
        };
        for char in ('\0'..='\u{32FF}')
            .chain('\u{A000}'..='\u{ABFF}')
            .chain('\u{D7A0}'..='\u{20000}')
            .chain('\u{E0000}'..='\u{E01FF}')
        {
            assert_eq!(HIDDEN_RANGES.contains(char), within(&hidden, char), "{char:?}");
            assert_eq!(MARK_RANGES.contains(char), within(&marks, char), "{char:?}");
        }
    }

    /// With `PITH_UPDATE=1` this writes the file instead of comparing it. Surrogates are no `char`.
    #[test]
    fn the_tables_are_those_of_unicode() {
        let mut made = String::from(
            "//! Ranges of code points by general category, packed: the crate’s own table of all categories takes 40 kB. Made from the\n\
             //! crate `unicode-general-category` by `cargo xtask types`. Do not edit.\n",
        );
        made += &table(
            "HIDDEN",
            "Control, format, private use, unassigned, line and paragraph separator.",
            &ranges(&HIDDEN_CATEGORIES),
        );
        made += &table("MARKS", "Combining marks.", &ranges(&MARK_CATEGORIES));
        if std::env::var_os("PITH_UPDATE").is_some() {
            std::fs::write(TABLES, &made).unwrap();
        }
        let stored = std::fs::read_to_string(TABLES).unwrap_or_default();
        assert!(stored == made, "src/visible/tables.rs is stale: run `cargo xtask types`");
    }

    #[test]
    fn an_escape_in_the_text_is_not_taken_for_ours() {
        assert_eq!(visible("\u{202e}"), "⟨U+202E⟩");
        assert_eq!(visible("⟨U+202E⟩"), "⟨U+27E8⟩U+202E⟩");
        assert_eq!(visible("⟨ψ|φ⟩"), "⟨ψ|φ⟩");
    }
}
