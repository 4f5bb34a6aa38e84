//! What a number or an identifier in hand leads to.

use serde::Serialize;

use super::{Basis, Field};

words! {
    /// What a text was read as that is to name a record.
    NamedBy {
        /// A Pith Number, or its 26 characters alone.
        Number = "number",
        /// The first characters of a Pith Number.
        ShortNumber = "short_number",
        /// An arXiv identifier.
        Arxiv = "arxiv",
        /// The DOI that arXiv registers for a paper.
        ArxivDoi = "arxiv_doi",
        /// Another DOI.
        Doi = "doi",
        /// None of these.
        Unreadable = "unreadable",
    }
}

words! {
    /// What there is to know about such a text. Stable for ever: one may be added, never renamed.
    AddressFinding {
        /// It has characters that no Pith Number has. No address is given.
        ImpossibleCharacter = "impossible_character",
        /// It has neither the 26 characters of a Pith Number nor the 8, 12 or 16 of its short forms. No address is
        /// given.
        WrongLength = "wrong_length",
        /// What stands for the year is none. No address is given.
        YearMalformed = "year_malformed",
        /// There is no arXiv identifier of that form. No address is given.
        ArxivMalformed = "arxiv_malformed",
        /// It was not in the letter case of a Pith Number.
        LetterCase = "letter_case",
        /// It lacks the year, which is part of a Pith Number.
        YearMissing = "year_missing",
        /// It names a version, which no address has.
        VersionLeftOut = "version_left_out",
    }
}

words! {
    /// What an address is said to lead to.
    AddressKind {
        /// The bundle.
        Bundle = "bundle",
        /// The bundle, at its second place, below `.well-known`.
        WellKnownBundle = "well_known_bundle",
        /// The state.
        State = "state",
        /// The record.
        Record = "record",
        /// The service’s page about the record.
        Page = "page",
        /// The service’s page about the paper.
        PaperPage = "paper_page",
        /// The service’s search by identifier.
        Resolver = "resolver",
    }
}

words! {
    /// Where the pattern of an address is known from.
    AddressSource {
        /// The service’s mirror manifest, which has the pattern itself.
        MirrorManifest = "mirror_manifest",
        /// The links in signed bundles.
        Bundle = "bundle",
        /// The links in a record, which nothing signs.
        Record = "record",
    }
}

/// What a number or an identifier in hand was read as, and where the documents of that record can be had.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Addresses {
    /// What it was read as.
    pub named_by: NamedBy,
    /// What it was read as, written in its normal form. Text that came from outside.
    pub normal: Option<String>,
    /// As what the normal form can be compared with a document.
    pub field: Option<Field>,
    /// What there is to know about it.
    pub findings: Vec<AddressFinding>,
    /// The characters that no Pith Number has, each once.
    pub impossible: String,
    /// The addresses. Those of the bundle stand first.
    pub addresses: Vec<Address>,
}

/// An address that a pattern of the service gives. Nothing was requested, so nobody knows whether anything is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Address {
    /// What it is said to lead to.
    pub kind: AddressKind,
    /// The address: `https`, and no character that would have to be escaped anywhere.
    pub url: String,
    /// How well the pattern is known.
    pub basis: Basis,
    /// Where the pattern is known from.
    pub source: AddressSource,
}
