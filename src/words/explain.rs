//! Sentences about why a check failed.

use super::{place, shown};
use crate::report::{Cause, Differing};

const STAYS: &str = "The values are those that were hashed, in another form. The outcome stays: the form is fixed.";
const ORIGINAL: &str =
    "Get the file as it was published, and do not open and save it in another program before it is checked.";
const ENCODING: &str = "the file was read in the wrong encoding and saved again";
const REPAIRED: &str = "the digest was made of text that was read in the wrong encoding";
const LETTERS: &str = "a program changed how accented letters are made up";
const WHITE_SPACE: &str = "white space in the text was changed";
const WRITER: &str = "another program saved this file again, or made the digest in its own way";
const RESPELLED: &str = "another program saved this file again and wrote numbers in its own way";

/// The sentence and the hint of a diagnosis.
pub(crate) fn diagnosis(causes: &[Cause], copy: Option<&str>, difference: Option<&Differing>) -> (String, String) {
    let copy = place(copy.unwrap_or_default());
    let at = difference.map(|difference| place(&difference.pointer)).unwrap_or_default();
    let value = |value: Option<&String>| value.map_or_else(|| "nothing".to_owned(), |value| shown(value));
    let here = value(difference.and_then(|difference| difference.here.as_ref()));
    let there = value(difference.and_then(|difference| difference.there.as_ref()));
    let (sentence, hint) = match causes {
        [Cause::DigestSpelling] => (
            "The stated digest is the right one, spelled in another way.".to_owned(),
            "The format has one spelling: 64 lower-case hexadecimal digits, in an event’s identifier after sha256:.",
        ),
        [Cause::MatchingCopy] => (
            format!("The stated digest matches with the copy {copy}: {at} it has {there}, and here stands {here}."),
            "The content here was changed after the digest was made; the copy was not.",
        ),
        [Cause::DifferingCopy] => (
            format!(
                "No known change gives the stated digest, but the copy {copy} differs: {at} it has {there}, and here stands {here}."
            ),
            "One of the two was changed, or both; nothing here says which.",
        ),
        [Cause::OneNumber] => {
            (format!("The stated digest matches if {here} {at} is written as {there}: {RESPELLED}."), ORIGINAL)
        }
        causes => {
            let conditions: Vec<&str> = causes.iter().map(|cause| condition(*cause).0).collect();
            // What was done to the text tells more than how it was written then, and stands first.
            let (_, why, hint) = causes.first().map_or(("", "", ""), |cause| condition(*cause));
            (format!("The stated digest matches if {}: {why}.", conditions.join(" and ")), hint)
        }
    };
    (sentence, hint.to_owned())
}

/// What has to be so, why it is not, and what to do.
fn condition(cause: Cause) -> (&'static str, &'static str, &'static str) {
    match cause {
        Cause::ByteOrderMark => ("a byte order mark stands before the hashed bytes", WRITER, STAYS),
        Cause::TrailingNewline => ("a line feed stands after the hashed bytes", WRITER, STAYS),
        Cause::TrailingCrlf => ("a carriage return and a line feed stand after the hashed bytes", WRITER, STAYS),
        Cause::ReceivedBytes => (
            "it is taken over this part as the file has it",
            "it was made of the file and not of the canonical form",
            STAYS,
        ),
        Cause::LineBreaksLf => ("lines end with a line feed", WRITER, STAYS),
        Cause::LineBreaksCrlf => ("lines end with a carriage return and a line feed", WRITER, STAYS),
        Cause::Nfc => ("text is in the Unicode form NFC", LETTERS, ORIGINAL),
        Cause::Nfd => ("text is in the Unicode form NFD", LETTERS, ORIGINAL),
        Cause::MojibakeLatin1 => ("text that was read as Latin-1 is read as UTF-8", ENCODING, ORIGINAL),
        Cause::MojibakeWindows1252 => ("text that was read as Windows-1252 is read as UTF-8", ENCODING, ORIGINAL),
        Cause::MojibakeLatin1Repaired => ("text in UTF-8 is read as Latin-1", REPAIRED, ORIGINAL),
        Cause::MojibakeWindows1252Repaired => ("text in UTF-8 is read as Windows-1252", REPAIRED, ORIGINAL),
        Cause::StringsTrimmed => ("no text starts or ends with white space", WHITE_SPACE, ORIGINAL),
        Cause::StringsSingleSpaced => ("white space in text is single spaces", WHITE_SPACE, ORIGINAL),
        Cause::StringsCrlf => ("line breaks in text are a carriage return and a line feed", WHITE_SPACE, ORIGINAL),
        Cause::StringsLf => ("line breaks in text are a line feed", WHITE_SPACE, ORIGINAL),
        Cause::PlainSpaces => ("no-break spaces are plain spaces", WHITE_SPACE, ORIGINAL),
        Cause::LetterCaseKept => ("letters are not put in lower case", "the hash was made in another way", STAYS),
        Cause::NonAsciiEscaped => ("non-ASCII characters are escaped", WRITER, STAYS),
        Cause::HtmlEscaped => ("<, > and & are escaped", WRITER, STAYS),
        Cause::SlashesEscaped => ("slashes are escaped", WRITER, STAYS),
        Cause::Rfc8785Numbers => ("numbers are written as in RFC 8785", WRITER, STAYS),
        Cause::Rfc8785Order => ("keys are sorted as in RFC 8785", WRITER, STAYS),
        Cause::DocumentOrder => ("keys stand in the order of the document", WRITER, STAYS),
        Cause::Spaced => ("a space stands after each comma and colon", WRITER, STAYS),
        Cause::Indented => ("each value stands on a line of its own", WRITER, STAYS),
        Cause::IntegersAsDoubles => ("integers are written with a decimal point", RESPELLED, ORIGINAL),
        Cause::DoublesAsIntegers => ("whole numbers are written without a decimal point", RESPELLED, ORIGINAL),
        Cause::NumbersAsReceived => ("numbers are hashed as the file has them", WRITER, STAYS),
        // These have sentences of their own.
        Cause::OneNumber | Cause::DigestSpelling | Cause::MatchingCopy | Cause::DifferingCopy => ("", "", ""),
    }
}
