//! What a canonical record says of its paper in other words: Pith Numbers, aliases, and the texts whose
//! hashes it has (section 2).

use crate::canonical;
use crate::crypto::{Digest, sha256};
use crate::encoding::{base32_26, hex};
use crate::json::{Json, NodeId, Tree};
use crate::plan::{NumberForm, TextForm};

/// The service cuts an abstract at so many characters; a shorter one is whole.
const EXCERPT_LENGTH: usize = 600;

/// Thousands of aliases may repeat the identifier of the source; real ones have under 20 bytes.
const ID_LENGTH: usize = 200;

/// What is computed from a canonical record and its digest. `None` when the record lacks what it is made of.
pub(crate) fn number(tree: &Tree<'_>, record: NodeId, digest: &Digest, form: NumberForm) -> Option<String> {
    let suffix = base32_26(digest);
    let text = |within, name| tree.member(record, within).and_then(|node| tree.member(node, name));
    let id = || tree.text(text("source", "id")?).filter(|id| id.len() <= ID_LENGTH);
    let is_arxiv = || text("source", "kind").and_then(|kind| tree.text(kind)) == Some("arxiv");
    match form {
        NumberForm::Full => {
            let year = text("metadata", "submitted_at").and_then(|date| tree.text(date)).and_then(year)?;
            Some(format!("pith:{year}:{suffix}"))
        }
        NumberForm::Short => Some(format!("pith:{}", suffix.get(..8)?)),
        NumberForm::Prefix(length) => suffix.get(..length).map(str::to_owned),
        NumberForm::SourceId => Some(id()?.to_owned()).filter(|_| is_arxiv()),
        NumberForm::SourceIdAndVersion => {
            let version = text("source", "version").filter(|&node| matches!(tree.json(node), Json::Integer(_)))?;
            Some(format!("{}v{}", id()?, canonical::text(tree, version))).filter(|_| is_arxiv())
        }
        NumberForm::ArxivDoi => Some(format!("10.48550/arxiv.{}", id()?)).filter(|_| is_arxiv()),
    }
}

/// The leaves of the record's source that a form is made of: the kind, without which there is nothing to compare, and
/// those that stand in it. `None` when it is made of the digest.
pub(crate) fn parts(tree: &Tree<'_>, record: NodeId, form: NumberForm) -> Option<(Option<NodeId>, Vec<NodeId>)> {
    let names: &[&str] = match form {
        NumberForm::Full | NumberForm::Short | NumberForm::Prefix(_) => return None,
        NumberForm::SourceId | NumberForm::ArxivDoi => &["id"],
        NumberForm::SourceIdAndVersion => &["id", "version"],
    };
    let source = tree.member(record, "source")?;
    let parts = names.iter().filter_map(|name| tree.member(source, name)).collect();
    Some((tree.member(source, "kind"), parts))
}

/// The year of a date: four digits and a hyphen.
fn year(date: &str) -> Option<&str> {
    let (year, _) = date.split_once('-')?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
}

/// What the service hashes: lower case as Python's `str.lower` gives it, an abstract single-spaced.
pub(crate) fn normal_form(form: TextForm, text: &str) -> String {
    spaced(form, text).to_lowercase()
}

/// The same before letters become lower case.
pub(crate) fn spaced(form: TextForm, text: &str) -> String {
    match form {
        TextForm::Title => text.to_owned(),
        TextForm::Abstract => single_spaced(text),
    }
}

/// The hash that a canonical record has of a title or an abstract.
pub(crate) fn text_hash(form: TextForm, text: &str) -> String {
    hex(&sha256(normal_form(form, text).as_bytes()))
}

/// The words of a text with one space between any two.
pub(crate) fn single_spaced(text: &str) -> String {
    // Python counts U+001C to U+001F as white space, Unicode does not.
    let blank = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c);
    let words: Vec<&str> = text.split(blank).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether a text may have been cut by the service.
pub(crate) fn is_cut(form: TextForm, text: &str) -> bool {
    form == TextForm::Abstract && text.chars().count() >= EXCERPT_LENGTH
}
