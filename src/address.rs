//! Where the documents of a record can be had: from a Pith Number, an arXiv identifier or a DOI in hand to addresses
//! of the service, by the patterns that the service has in its own documents (section 10). Nothing is requested.

use std::fmt::Write as _;

use crate::hand::identifier::{self, ARXIV_DOI};
use crate::hand::number;
use crate::report::{Address, AddressFinding, AddressKind, AddressSource, Addresses, Basis, Field, NamedBy};

/// An address with `{}` for what makes it that of one record.
type Pattern = (AddressKind, &'static str, Basis, AddressSource);

/// By the 26 characters of a Pith Number.
const BY_NUMBER: &[Pattern] = &[
    (AddressKind::Bundle, "https://pith.science/pith/{}/bundle.json", Basis::Stated, AddressSource::MirrorManifest),
    (
        AddressKind::WellKnownBundle,
        "https://pith.science/.well-known/pith/{}/bundle.json",
        Basis::Stated,
        AddressSource::MirrorManifest,
    ),
    (AddressKind::State, "https://pith.science/pith/{}/state.json", Basis::Stated, AddressSource::MirrorManifest),
    (AddressKind::Record, "https://pith.science/pith/{}.json", Basis::Seen, AddressSource::Record),
    (AddressKind::Page, "https://pith.science/pith/{}", Basis::Seen, AddressSource::Bundle),
];

/// By the first 8 of them. Of the longer short forms no address was ever seen.
const BY_EIGHT: &[Pattern] =
    &[(AddressKind::PaperPage, "https://pith.science/paper/{}", Basis::Seen, AddressSource::Record)];

const BY_ARXIV: &[Pattern] = &[(
    AddressKind::Resolver,
    "https://pith.science/api/pith-number/resolve?arxiv={}&json=true",
    Basis::Seen,
    AddressSource::Record,
)];

/// In this month of the new scheme arXiv went from four digits to five, and in the other it began
/// (<https://info.arxiv.org/help/arxiv_identifier.html>).
const FIVE_DIGITS: &str = "1501";
const NEW_SCHEME: &str = "0704";

/// Reads a number or an identifier and lists what it leads to.
pub(crate) fn addresses(text: &str) -> Addresses {
    let read = by_doi(text).or_else(|| by_arxiv(text)).or_else(|| by_number(text));
    read.unwrap_or_else(|| nowhere(NamedBy::Unreadable, None))
}

fn nowhere(named_by: NamedBy, normal: Option<(Field, String)>) -> Addresses {
    let (field, normal) = normal.unzip();
    Addresses { named_by, normal, field, findings: Vec::new(), impossible: String::new(), addresses: Vec::new() }
}

fn by_doi(text: &str) -> Option<Addresses> {
    let (name, _) = identifier::doi(text)?;
    // A DOI has the plain identifier and none of the other ways to write one.
    let read = name.strip_prefix(ARXIV_DOI).and_then(identifier::arxiv).filter(|read| read.steps.is_empty());
    let named_by = if read.is_some() { NamedBy::ArxivDoi } else { NamedBy::Doi };
    let found = nowhere(named_by, Some((Field::Doi, name)));
    Some(match read {
        Some(read) => resolved(found, &read),
        None => found,
    })
}

fn by_arxiv(text: &str) -> Option<Addresses> {
    let read = identifier::arxiv(text)?;
    let normal = match &read.version {
        Some(version) => (Field::ArxivVersion, format!("{}v{version}", read.id)),
        None => (Field::Arxiv, read.id.clone()),
    };
    Some(resolved(nowhere(NamedBy::Arxiv, Some(normal)), &read))
}

/// What an arXiv identifier leads to.
fn resolved(mut found: Addresses, read: &identifier::Read) -> Addresses {
    if read.version.is_some() {
        found.findings.push(AddressFinding::VersionLeftOut);
    }
    if is_of_arxiv(&read.id) {
        found.addresses = fill(BY_ARXIV, &read.id);
    } else {
        found.findings.push(AddressFinding::ArxivMalformed);
    }
    found
}

fn by_number(text: &str) -> Option<Addresses> {
    let read = number::read(text)?;
    let letters = read.letters.to_ascii_uppercase();
    let patterns: Option<&[Pattern]> = match letters.len() {
        number::SUFFIX => Some(BY_NUMBER),
        8 => Some(BY_EIGHT),
        12 | 16 => Some(&[]),
        _ => None,
    };
    // With a character or two too few or too many it is still meant to be whole.
    let is_whole = letters.len() >= number::SUFFIX - 2;
    let named_by = if is_whole { NamedBy::Number } else { NamedBy::ShortNumber };
    let normal = match read.year {
        Some(year) => format!("pith:{year}:{letters}"),
        None if letters.len() == 8 => format!("pith:{letters}"),
        None => letters.clone(),
    };
    let mut found = nowhere(named_by, Some((Field::Number, normal)));
    for letter in letters.chars().filter(|&letter| number::is_impossible(letter)) {
        if !found.impossible.contains(letter) {
            found.impossible.push(letter);
        }
    }
    let year = read.year.map(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    let against = [
        (!found.impossible.is_empty(), AddressFinding::ImpossibleCharacter),
        (patterns.is_none(), AddressFinding::WrongLength),
        (year == Some(false), AddressFinding::YearMalformed),
    ];
    let to_know = [
        (letters != read.letters, AddressFinding::LetterCase),
        (year.is_none() && is_whole, AddressFinding::YearMissing),
    ];
    let is_possible = against.iter().all(|(is_so, _)| !is_so);
    found.findings.extend(against.into_iter().chain(to_know).filter(|(is_so, _)| *is_so).map(|(_, finding)| finding));
    if is_possible {
        found.addresses = fill(patterns.unwrap_or_default(), &letters);
    }
    Some(found)
}

/// Whether arXiv could have given the identifier out: hand-written ones are read with a digit more or less.
fn is_of_arxiv(id: &str) -> bool {
    if let Some((_, digits)) = id.split_once('/') {
        return digits.len() == 7 && has_month(digits);
    }
    let (month, number) = id.split_once('.').unwrap_or_default();
    let length = if month < FIVE_DIGITS { 4 } else { 5 };
    month.len() == 4 && month >= NEW_SCHEME && number.len() == length && has_month(month)
}

/// Whether the two digits after the year are those of a month.
fn has_month(digits: &str) -> bool {
    digits.get(2..4).is_some_and(|month| ("01"..="12").contains(&month))
}

/// Puts what names a record into the patterns. Whatever it has, only characters come out that an address may have
/// as they are (unreserved, RFC 3986 section 2.3).
fn fill(patterns: &[Pattern], name: &str) -> Vec<Address> {
    let mut escaped = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    let address = |&(kind, pattern, basis, source): &Pattern| Address {
        kind,
        url: pattern.replace("{}", &escaped),
        basis,
        source,
    };
    patterns.iter().map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_identifiers_that_arxiv_gives_out_are_taken() {
        for id in ["0704.0001", "1212.1787", "1412.9999", "1501.00001", "2101.05782", "math/0309136", "hep-th/9901001"]
        {
            assert!(is_of_arxiv(id), "{id}");
        }
        for id in [
            "0703.0001",
            "1213.1787",
            "1200.1787",
            "1212.17870",
            "1212.178",
            "1501.0001",
            "121.1787",
            "12122.1787",
            "math/030913",
            "math/03091361",
            "math/0313136",
            "",
            "1212",
        ] {
            assert!(!is_of_arxiv(id), "{id}");
        }
    }

    #[test]
    fn whatever_is_put_into_a_pattern_stays_in_its_place() {
        for name in ["../../x", "a/b", "x?y=z#f", "a&json=false", "@evil.example", "é", "a b", "\"><", "\u{202e}"] {
            for address in [BY_NUMBER, BY_EIGHT, BY_ARXIV].into_iter().flat_map(|patterns| fill(patterns, name)) {
                let rest = address.url.strip_prefix("https://pith.science/").unwrap();
                let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/".contains(&byte);
                let rest = rest.replacen("resolve?arxiv=", "", 1).replacen("&json=true", "", 1);
                assert!(rest.bytes().all(plain), "{}", address.url);
                assert!(!rest.contains(name) || name.bytes().all(|byte| byte != b'/'), "{}", address.url);
            }
        }
        assert_eq!(fill(BY_EIGHT, "../é")[0].url, "https://pith.science/paper/..%2F%C3%A9");
    }
}
