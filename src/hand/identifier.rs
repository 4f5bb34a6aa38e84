//! arXiv identifiers, versions and DOIs typed by hand.
//!
//! The forms are those of <https://info.arxiv.org/help/arxiv_identifier.html>: `YYMM.NNNN` or `YYMM.NNNNN`,
//! before 2007 `archive.SUBJECT/YYMMNNN`, each with an optional `vN`. DOI names do not tell ASCII letters by
//! case (DOI Handbook, <https://doi.org/10.1000/182>, section 2.4; ISO 26324).

use super::near::slip;
use super::{Found, best};
use crate::canonical;
use crate::json::{Json, NodeId, Tree};
use crate::plan::{Plan, Record};
use crate::report::{Field, MatchReason, MatchWord, TextStep};

/// Identifiers have few characters; what is longer is none. No real one has 100.
const MAX_IDENTIFIER: usize = 100;

/// What stands before the identifier in the DOI that arXiv registers, in lower case.
pub(crate) const ARXIV_DOI: &str = "10.48550/arxiv.";

/// An identifier as it was read from the text.
pub(crate) struct Read {
    pub(crate) id: String,
    pub(crate) version: Option<String>,
    /// What was left out or changed.
    pub(crate) steps: Vec<TextStep>,
}

/// The source of a canonical record, when it is arXiv.
struct Source {
    id: String,
    id_node: NodeId,
    version: Option<(String, NodeId)>,
}

pub(super) fn find(tree: &Tree<'_>, plan: &Plan, field: Field, text: &str) -> Found {
    let mut records = plan.records().peekable();
    if records.peek().is_none() {
        return Found::new(MatchWord::NotComparable, MatchReason::NoRecord);
    }
    let malformed = || Found::new(MatchWord::NotComparable, MatchReason::Malformed).values("", shortened(text));
    let compare: Box<dyn Fn(&Source) -> Found> = match field {
        Field::Version => match version(text) {
            Some(read) => Box::new(move |source| compare_version(&read, source)),
            None => return malformed(),
        },
        Field::Doi => match doi(text) {
            Some((doi, steps)) => Box::new(move |source| compare_doi(&doi, &steps, source)),
            None => return malformed(),
        },
        _ => match arxiv(text) {
            Some(read) => Box::new(move |source| compare_arxiv(&read, source, field)),
            None => return malformed(),
        },
    };
    best(records.map(|record| match source(tree, record) {
        Some(source) => compare(&source),
        None => Found::new(MatchWord::NotComparable, MatchReason::NoValue),
    }))
}

fn source(tree: &Tree<'_>, record: Record) -> Option<Source> {
    let member = |name| tree.member(tree.member(record.node, "source")?, name);
    tree.text(member("kind")?).filter(|&kind| kind == "arxiv")?;
    let id_node = member("id")?;
    let id = tree.text(id_node).filter(|id| id.len() <= MAX_IDENTIFIER)?.to_owned();
    let version = member("version").filter(|&node| matches!(tree.json(node), Json::Integer(_)));
    Some(Source { id, id_node, version: version.map(|node| (canonical::text(tree, node), node)) })
}

fn compare_arxiv(read: &Read, source: &Source, field: Field) -> Found {
    let (own, _) = without_class(&source.id.to_ascii_lowercase());
    let with_version = |id: &str, version: Option<&String>| match version {
        Some(version) => format!("{id}v{version}"),
        None => id.to_owned(),
    };
    let own_version = source.version.as_ref().map(|(version, _)| version);
    let full = field == Field::ArxivVersion || read.version.is_some();
    let expected = with_version(&source.id, own_version.filter(|_| full));
    let found = |outcome, reason| {
        Found::new(outcome, reason).at(source.id_node).values(&expected, &with_version(&read.id, read.version.as_ref()))
    };
    if read.id != own {
        return slipped(&read.id, &own, found);
    }
    match (&read.version, &source.version) {
        (Some(_), None) => Found::new(MatchWord::NotComparable, MatchReason::NoValue),
        (Some(version), Some((own, node))) if version != own => {
            Found::new(MatchWord::NearMiss, MatchReason::OtherVersion).at(*node).values(own, version)
        }
        (None, _) if field == Field::ArxivVersion => found(MatchWord::NearMiss, MatchReason::VersionMissing),
        _ => matched(&read.steps, found),
    }
}

fn compare_version(read: &str, source: &Source) -> Found {
    let Some((own, node)) = &source.version else {
        return Found::new(MatchWord::NotComparable, MatchReason::NoValue);
    };
    let (outcome, reason) =
        if read == own { (MatchWord::Matches, MatchReason::Same) } else { (MatchWord::Differs, MatchReason::Differs) };
    Found::new(outcome, reason).at(*node).values(own, read)
}

fn compare_doi(doi: &str, steps: &[TextStep], source: &Source) -> Found {
    let expected = format!("{ARXIV_DOI}{}", source.id);
    let own = source.id.to_ascii_lowercase();
    let found = |outcome, reason| Found::new(outcome, reason).at(source.id_node).values(&expected, doi);
    match doi.strip_prefix(ARXIV_DOI) {
        Some(id) if id == own => matched(steps, found),
        Some(id) if arxiv(id).is_some_and(|read| read.version.is_some() && read.id == own) => {
            found(MatchWord::NearMiss, MatchReason::VersionAdded)
        }
        Some(id) => slipped(id, &own, found),
        None => found(MatchWord::NotComparable, MatchReason::OtherDoi),
    }
}

fn matched(steps: &[TextStep], found: impl Fn(MatchWord, MatchReason) -> Found) -> Found {
    let reason = if steps.is_empty() { MatchReason::Same } else { MatchReason::SameAfterChanges };
    Found { steps: steps.to_vec(), ..found(MatchWord::Matches, reason) }
}

/// One slip is named. With two, every paper would be near to hundreds of others.
fn slipped(here: &str, there: &str, found: impl Fn(MatchWord, MatchReason) -> Found) -> Found {
    match slip(here, there, 1) {
        Some((reason, nearest)) => Found { nearest: Some(nearest), ..found(MatchWord::NearMiss, reason) },
        None => found(MatchWord::Differs, MatchReason::Differs),
    }
}

/// Reads an identifier in any of the forms in which it is written.
pub(crate) fn arxiv(text: &str) -> Option<Read> {
    let (text, mut steps) = trimmed(text)?;
    let (mut rest, is_link) = without_host(text, &["arxiv.org/", "www.arxiv.org/", "export.arxiv.org/"]);
    if is_link {
        steps.push(TextStep::Link);
        let path = ["abs/", "pdf/", "html/", "ps/"].iter().find_map(|folder| after(rest, folder))?;
        let path = path.trim_end_matches('/');
        rest = path.strip_suffix(".pdf").unwrap_or(path);
    } else if let Some(id) = ["arxiv:", ARXIV_DOI].iter().find_map(|prefix| after(text, prefix)) {
        steps.push(TextStep::Prefix);
        // A first page is stamped with more: arXiv:1212.1787v1 [cs.OS] 8 Dec 2012.
        let mut words = id.split_whitespace();
        rest = words.next()?;
        if words.next().is_some() {
            steps.push(TextStep::Stamp);
        }
    }
    let lower = rest.to_ascii_lowercase();
    let (id, version) = match lower.rsplit_once('v') {
        Some((id, number)) if is_arxiv_id(id) => (id, Some(version(number)?)),
        _ => (lower.as_str(), None),
    };
    if !is_arxiv_id(id) {
        return None;
    }
    let (short, had_class) = without_class(id);
    if had_class {
        steps.push(TextStep::SubjectClass);
    }
    if lower != rest {
        steps.push(TextStep::LowerCase);
    }
    Some(Read { id: short, version, steps })
}

fn is_arxiv_id(id: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((archive, number)) = id.split_once('/') {
        let letters = archive.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'.');
        let named = archive.starts_with(|first: char| first.is_ascii_lowercase());
        return letters && named && digits(number) && (6..=8).contains(&number.len());
    }
    let Some((month, number)) = id.split_once('.') else { return false };
    // A digit more or less is a slip to be named.
    digits(month) && digits(number) && (3..=5).contains(&month.len()) && (3..=6).contains(&number.len())
}

/// An old identifier without its subject class, which arXiv itself ignores, and whether it had one.
fn without_class(id: &str) -> (String, bool) {
    let parts = id.split_once('/').and_then(|(archive, number)| Some((archive.split_once('.')?.0, number)));
    parts.map_or_else(|| (id.to_owned(), false), |(archive, number)| (format!("{archive}/{number}"), true))
}

/// `2` or `v2`.
fn version(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && !digits.starts_with('0')).then(|| digits.to_owned())
}

/// A DOI name in lower case.
pub(crate) fn doi(text: &str) -> Option<(String, Vec<TextStep>)> {
    let (text, mut steps) = trimmed(text)?;
    let (mut rest, is_link) = without_host(text, &["doi.org/", "dx.doi.org/", "www.doi.org/"]);
    if is_link {
        steps.push(TextStep::Link);
    } else if let Some(name) = after(text, "doi:") {
        steps.push(TextStep::Prefix);
        rest = name.trim_start();
    }
    let name = rest.to_ascii_lowercase();
    // A percent sign may be one of the name's own or an escape of a link: nobody can tell.
    let plain = name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'%');
    let (registrant, own) = name.split_once('/')?;
    let is_doi = plain && registrant.starts_with("10.") && !own.is_empty();
    if name != rest {
        steps.push(TextStep::LowerCase);
    }
    is_doi.then_some((name, steps))
}

/// The text without white space around it, when it is short enough.
fn trimmed(text: &str) -> Option<(&str, Vec<TextStep>)> {
    let inner = text.trim();
    let steps = if inner == text { Vec::new() } else { vec![TextStep::WhiteSpace] };
    (inner.len() <= MAX_IDENTIFIER).then_some((inner, steps))
}

/// The path of a link to one of these hosts without query and fragment, and whether it is one; the host may
/// stand without `https://`.
pub(super) fn without_host<'t>(text: &'t str, hosts: &[&str]) -> (&'t str, bool) {
    let inner = after(text, "https://").or_else(|| after(text, "http://")).unwrap_or(text);
    let path = hosts.iter().find_map(|host| after(inner, host));
    path.map_or((text, false), |path| (path.split(['?', '#']).next().unwrap_or(path), true))
}

/// What stands after a prefix in any letter case.
pub(super) fn after<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What is no identifier, to be repeated.
pub(super) fn shortened(text: &str) -> &str {
    text.char_indices().nth(MAX_IDENTIFIER).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arxiv_identifier_is_read_in_every_form() {
        for (text, id, version) in [
            ("1212.1787", "1212.1787", None),
            ("1212.1787v1", "1212.1787", Some("1")),
            (" arXiv:1212.1787v12\n", "1212.1787", Some("12")),
            ("ARXIV:1212.1787", "1212.1787", None),
            ("arXiv:1212.1787v1 [cs.OS] 8 Dec 2012", "1212.1787", Some("1")),
            ("https://arxiv.org/abs/1212.1787v2", "1212.1787", Some("2")),
            ("arxiv.org/pdf/1212.1787v2.pdf?download=1#page=2", "1212.1787", Some("2")),
            ("http://www.arxiv.org/html/2101.05782/", "2101.05782", None),
            ("10.48550/arXiv.1212.1787", "1212.1787", None),
            ("math/0309136", "math/0309136", None),
            ("math.GT/0309136v3", "math/0309136", Some("3")),
            ("hep-th/9901001", "hep-th/9901001", None),
            ("https://arxiv.org/abs/hep-th/9901001v1", "hep-th/9901001", Some("1")),
        ] {
            let read = arxiv(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.id.as_str(), read.version.as_deref()), (id, version), "{text}");
        }
    }

    #[test]
    fn what_is_no_identifier_is_not_read_as_one() {
        for text in [
            "",
            " ",
            "v1",
            "1212",
            "1212.1787v",
            "1212.1787v0",
            "1212.1787v01",
            "1212.1787vv1",
            "1212.1787 v1",
            "https://example.org/abs/1212.1787",
            "https://arxiv.org/list/cs",
            "arXiv:",
            "math/",
            "/0309136",
            "./0309136",
            "-/0309136",
            "1212.17\u{660}7",
            &"1".repeat(200),
            "\u{202e}1787.1212",
        ] {
            assert!(arxiv(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_doi_is_read_with_its_prefix_or_link() {
        for text in [
            "10.48550/arXiv.1212.1787",
            "doi:10.48550/ARXIV.1212.1787",
            "DOI: 10.48550/arxiv.1212.1787",
            "https://doi.org/10.48550/arXiv.1212.1787",
            "dx.doi.org/10.48550/arXiv.1212.1787",
        ] {
            assert_eq!(doi(text).unwrap().0, "10.48550/arxiv.1212.1787", "{text}");
        }
        for text in ["", "10.48550", "11.1/x", "10.48550%2FarXiv.1212.1787", "10.1/a%20b", "10.1/a b", "10.1/\u{e9}"] {
            assert!(doi(text).is_none(), "{text}");
        }
    }
}
