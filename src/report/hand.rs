//! The answer about a text in hand.

use serde::Serialize;

use super::{Class, VerdictWord};

words! {
    /// What a text in hand is given as.
    Field {
        /// A title.
        Title = "title",
        /// An abstract, whole.
        Abstract = "abstract",
        /// An arXiv identifier.
        Arxiv = "arxiv",
        /// An arXiv identifier with its version.
        ArxivVersion = "arxiv_version",
        /// The version alone.
        Version = "version",
        /// A DOI.
        Doi = "doi",
        /// A Pith Number.
        Number = "number",
    }
}

words! {
    /// How a text in hand compares with a document.
    MatchWord {
        /// It is the document's: its hash, or the value itself, is the same.
        Matches = "matches",
        /// It is not, but almost: what differs is named.
        NearMiss = "near_miss",
        /// It is another one.
        Differs = "differs",
        /// Nothing to compare with, or nothing that can be compared.
        NotComparable = "not_comparable",
    }
}

words! {
    /// Why a text in hand compares as it does. Stable for ever: a reason may be added, never renamed.
    MatchReason {
        /// The same as it was given, up to what the hash itself leaves open: letter case, in an abstract also
        /// white space.
        Same = "hand.same",
        /// The same after changes, which are listed.
        SameAfterChanges = "hand.same_after_changes",
        /// The same as a text that no hash holds.
        SameText = "hand.same_text",
        /// Another one.
        Differs = "hand.differs",
        /// A title or an abstract that differs in a few places from the document's own, whose hash holds.
        AlmostTheText = "hand.almost_the_text",
        /// A text that differs in a few places from one that no hash holds.
        AlmostTheQuote = "hand.almost_the_quote",
        /// An abstract that agrees with the beginning that the document quotes, but not with the hash.
        QuoteAgrees = "hand.quote_agrees",
        /// The right paper in another version.
        OtherVersion = "hand.other_version",
        /// The right paper without a version, where one was asked for.
        VersionMissing = "hand.version_missing",
        /// The right paper with a version, where there is none.
        VersionAdded = "hand.version_added",
        /// The right 26 characters with another year.
        OtherYear = "hand.other_year",
        /// The right number in other letter case.
        OtherCase = "hand.other_case",
        /// The right 26 characters without the rest of the number.
        SuffixOnly = "hand.suffix_only",
        /// The first characters of the right number, and no more.
        ShortForm = "hand.short_form",
        /// One character is another.
        CharacterChanged = "hand.character_changed",
        /// One character is one that a Pith Number cannot have.
        CharacterImpossible = "hand.character_impossible",
        /// Two neighbouring characters are swapped.
        CharactersSwapped = "hand.characters_swapped",
        /// One character is missing.
        CharacterMissing = "hand.character_missing",
        /// One character is too many.
        CharacterAdded = "hand.character_added",
        /// Two such faults.
        TwoFaults = "hand.two_faults",
        /// A DOI of another registrant, such as a journal; the record has none to compare with.
        OtherDoi = "hand.other_doi",
        /// The text does not have the form of what it is given as.
        Malformed = "hand.malformed",
        /// The document has no canonical record, and no text of its own to compare with.
        NoRecord = "hand.no_record",
        /// The canonical record lacks what the text would be compared with.
        NoValue = "hand.no_value",
    }
}

words! {
    /// A change of a text in hand after which it matched.
    TextStep {
        /// A label before the text, such as `Abstract:`, was left out.
        Label = "label",
        /// Characters that are not seen, such as soft hyphens, were left out.
        Invisible = "invisible",
        /// Words broken by a hyphen at the end of a line were joined without it, or some of them.
        HyphensJoined = "hyphens_joined",
        /// Words broken by a hyphen at the end of a line were joined with it.
        HyphensKept = "hyphens_kept",
        /// Line breaks, tabs and repeated spaces became single spaces, none at either end.
        WhiteSpace = "white_space",
        /// Quotation marks became `'` and `"`.
        PlainQuotes = "plain_quotes",
        /// Quotation marks became those of TeX.
        TexQuotes = "tex_quotes",
        /// Dashes became `-`.
        PlainDashes = "plain_dashes",
        /// Dashes became `--` and `---`, as TeX writes them.
        TexDashes = "tex_dashes",
        /// Ligatures and the ellipsis were spelled out.
        Ligatures = "ligatures",
        /// Unicode normal form C.
        Nfc = "nfc",
        /// Unicode normal form D.
        Nfd = "nfd",
        /// Accented letters were written as TeX writes them.
        TexAccents = "tex_accents",
        /// Letters became lower case.
        LowerCase = "lower_case",
        /// Of a link the identifier was taken.
        Link = "link",
        /// A prefix such as `arXiv:` was left out.
        Prefix = "prefix",
        /// What stands after an identifier, as in the stamp on a first page, was left out.
        Stamp = "stamp",
        /// The subject class of an old arXiv identifier was left out.
        SubjectClass = "subject_class",
    }
}

/// Whether a text in hand is the document's, and what that is worth.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TextMatch {
    /// What the text was given as.
    pub field: Field,
    /// How it compares.
    pub outcome: MatchWord,
    /// Why, as a stable word.
    pub reason: MatchReason,
    /// Whether it matches, a key of the key ring signs what it was compared with, and nothing in the document
    /// fails.
    pub established: bool,
    /// The verdict on the document.
    pub verdict: VerdictWord,
    /// The part of the document that the text was compared with (RFC 6901).
    pub pointer: Option<String>,
    /// What protects that part.
    pub class: Option<Class>,
    /// What the document has: of a title or an abstract its hash.
    pub expected: Option<String>,
    /// What the text gives: of a title or an abstract its hash.
    pub computed: Option<String>,
    /// The changes after which it matched, in the order in which they were made. Empty: it matched as given.
    pub steps: Vec<TextStep>,
    /// How many spellings of a title or an abstract were hashed.
    pub tried: usize,
    /// Where a text that does not match differs first from the document's own.
    pub nearest: Option<Nearest>,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What that is worth, in one sentence.
    pub worth: Option<String>,
    /// What to do about it, or what to know.
    pub hint: Option<String>,
}

/// The first difference between two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Nearest {
    /// The first character that differs, counted from 1: of a title or an abstract in lower case and
    /// single-spaced, of a Pith Number among the 26.
    pub at: usize,
    /// What the text has there.
    pub here: String,
    /// What the document has there.
    pub there: String,
}

impl Field {
    /// The field of that stable text.
    ///
    /// ```
    /// use pith_verifier::Field;
    ///
    /// assert_eq!(Field::of_word("doi"), Some(Field::Doi));
    /// assert_eq!(Field::of_word("DOI"), None);
    /// ```
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.as_str() == word)
    }
}
