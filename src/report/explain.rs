//! Why a check failed, and how to redo it by hand: two parts of a [`Check`](super::Check).

use serde::Serialize;

words! {
    /// What would make a stated digest right.
    Cause {
        /// A byte order mark stands before the hashed bytes.
        ByteOrderMark = "byte_order_mark",
        /// A line feed stands after the hashed bytes.
        TrailingNewline = "trailing_newline",
        /// A carriage return and a line feed stand after the hashed bytes.
        TrailingCrlf = "trailing_crlf",
        /// The bytes are hashed as they were received, not in canonical form.
        ReceivedBytes = "received_bytes",
        /// Lines end with a line feed alone.
        LineBreaksLf = "line_breaks_lf",
        /// Lines end with a carriage return and a line feed.
        LineBreaksCrlf = "line_breaks_crlf",
        /// Text is in Unicode's composed form.
        Nfc = "nfc",
        /// Text is in Unicode's decomposed form.
        Nfd = "nfd",
        /// Text in UTF-8 was read as Latin-1; the digest is of the text before that.
        MojibakeLatin1 = "mojibake_latin1",
        /// Text in UTF-8 was read as Windows-1252; the digest is of the text before that.
        MojibakeWindows1252 = "mojibake_windows_1252",
        /// The digest is of the text after it was read as Latin-1, and somebody repaired the text.
        MojibakeLatin1Repaired = "mojibake_latin1_repaired",
        /// The digest is of the text after it was read as Windows-1252, and somebody repaired the text.
        MojibakeWindows1252Repaired = "mojibake_windows_1252_repaired",
        /// No text starts or ends with white space.
        StringsTrimmed = "strings_trimmed",
        /// White space in text is single spaces.
        StringsSingleSpaced = "strings_single_spaced",
        /// Line breaks in text are a carriage return and a line feed.
        StringsCrlf = "strings_crlf",
        /// Line breaks in text are a line feed.
        StringsLf = "strings_lf",
        /// No-break spaces in text are plain ones.
        PlainSpaces = "plain_spaces",
        /// Letters are hashed as they stand, not in lower case.
        LetterCaseKept = "letter_case_kept",
        /// Characters outside ASCII are escaped.
        NonAsciiEscaped = "non_ascii_escaped",
        /// `<`, `>` and `&` are escaped.
        HtmlEscaped = "html_escaped",
        /// `/` is escaped.
        SlashesEscaped = "slashes_escaped",
        /// Numbers print as in RFC 8785.
        Rfc8785Numbers = "rfc8785_numbers",
        /// Keys stand in the order of RFC 8785.
        Rfc8785Order = "rfc8785_order",
        /// Keys stand in the order of the document.
        DocumentOrder = "document_order",
        /// A space stands after each comma and colon.
        Spaced = "spaced",
        /// Each value stands on a line of its own.
        Indented = "indented",
        /// Integers are written as doubles.
        IntegersAsDoubles = "integers_as_doubles",
        /// Whole doubles are written as integers.
        DoublesAsIntegers = "doubles_as_integers",
        /// Numbers are written as they were received.
        NumbersAsReceived = "numbers_as_received",
        /// One number is written in another way.
        OneNumber = "one_number",
        /// The digest itself is right, and only its spelling is not.
        DigestSpelling = "digest_spelling",
        /// Another copy of the same part has the stated digest.
        MatchingCopy = "matching_copy",
        /// No known change gives the stated digest, but another copy of the same part differs.
        DifferingCopy = "differing_copy",
    }
}

/// Why a check failed, as far as it was found out. It never changes the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Diagnosis {
    /// What together gives the stated digest; with `differing_copy`, what was found in its place.
    pub causes: Vec<Cause>,
    /// The copy that the cause is about (RFC 6901).
    pub copy: Option<String>,
    /// Where this part and that copy differ first, or the number that is written in another way.
    pub difference: Option<Differing>,
    /// What was found out, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: String,
}

/// What stands here, and what stands or would have to stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Differing {
    /// Where it is in the part that was checked (RFC 6901).
    pub pointer: String,
    /// An excerpt of the value there, if there is any.
    pub here: Option<String>,
    /// An excerpt of the value in the copy, if there is any; with `one_number` the spelling that gives the digest.
    pub there: Option<String>,
}

words! {
    /// A program that anybody has or can get.
    RedoTool {
        /// Python 3.
        Python3 = "python3",
        /// Python 3 for the bytes, `sha256sum` for the digest.
        Sha256sum = "sha256sum",
        /// `jq` for the bytes, `sha256sum` for the digest.
        Jq = "jq",
        /// OpenSSL 3.
        Openssl = "openssl",
    }
}

/// A command for a POSIX shell that redoes a check without this verifier. It expects the document as
/// `document.json` in the current folder. No text of the document is in it but escaped member names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Redo {
    /// What has to be installed.
    pub tool: RedoTool,
    /// What the command prints, in words.
    pub label: &'static str,
    /// The command.
    pub command: String,
    /// What it prints when the check holds, but for the line break at the end.
    pub prints: String,
}
