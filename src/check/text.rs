//! Title and abstract against the hashes of their normal forms.

use super::{Finding, Hold, Run};
use crate::crypto::sha256;
use crate::encoding::{from_hex, hex};
use crate::json::NodeId;
use crate::plan::{At, Member, TextForm};
use crate::report::{CheckName, Reason};

/// The service cuts an abstract at so many characters; a shorter one is whole.
const EXCERPT_LENGTH: usize = 600;

impl Run<'_, '_> {
    pub(super) fn text(&mut self, form: TextForm, member: Member, hash: Option<NodeId>) {
        let name = match form {
            TextForm::Title => CheckName::TitleHash,
            TextForm::Abstract => CheckName::AbstractHash,
        };
        let stated = hash.and_then(|hash| self.tree.text(hash)).map(str::to_owned);
        let text = member.node.and_then(|node| self.tree.text(node));
        let cut = form == TextForm::Abstract && text.is_some_and(|text| text.chars().count() >= EXCERPT_LENGTH);
        let finding = match (stated, text) {
            (None, _) => Finding::not_checked(Reason::ValueNotComputable),
            (Some(_), _) if cut => Finding::not_checked(Reason::TextCut),
            (Some(stated), Some(text)) => {
                let computed = hex(&sha256(normal_form(form, text).as_bytes()));
                Finding::compared(&stated, &computed, Reason::TextMatches, Reason::TextMismatch)
            }
            (Some(_), None) if form == TextForm::Abstract => Finding::not_checked(Reason::ValueNotComputable),
            (Some(_), None) => match self.text_of(member, "a string") {
                Err(finding) => finding,
                Ok(_) => Finding::not_checked(Reason::ValueNotComputable),
            },
        };
        let reason = finding.reason;
        let check = self.record(name, At::Member(member), form == TextForm::Title, finding);
        if let (Reason::TextMatches | Reason::TextMismatch, Some(node)) = (reason, member.node) {
            let tree = self.tree;
            self.redo(check, |commands, prints| commands.text(tree, node, form, prints));
            let stated = hash.and_then(|hash| tree.text(hash)).and_then(from_hex);
            if let (Reason::TextMismatch, Some(stated)) = (reason, stated) {
                let diagnosis = self.explainer.text(tree, node, &stated, &|text, lower| spaced(form, text, lower));
                self.amend(check, |check| check.diagnosis = diagnosis);
            }
        }
        if self.passed(check)
            && let (Some(node), Some(hash)) = (member.node, hash)
        {
            self.pin(check, vec![node], Hold::Bound(vec![hash].into()));
        }
    }
}

/// What the service hashes: lower case as Python's `str.lower` gives it, an abstract single-spaced.
fn normal_form(form: TextForm, text: &str) -> String {
    spaced(form, text, true)
}

/// The same, in lower case only when told.
fn spaced(form: TextForm, text: &str, lower: bool) -> String {
    let spaced = match form {
        TextForm::Title => text.to_owned(),
        TextForm::Abstract => {
            // Python counts U+001C to U+001F as white space, Unicode does not.
            let blank = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c);
            let words: Vec<&str> = text.split(blank).filter(|word| !word.is_empty()).collect();
            words.join(" ")
        }
    };
    if lower { spaced.to_lowercase() } else { spaced }
}
