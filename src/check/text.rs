//! Title and abstract against the hashes of their normal forms.

use super::{Finding, Hold, Run};
use crate::encoding::from_hex;
use crate::identity::{is_cut, spaced, text_hash};
use crate::json::NodeId;
use crate::plan::{At, Member, TextForm};
use crate::report::{CheckName, Reason};

impl Run<'_, '_> {
    pub(super) fn text(&mut self, form: TextForm, member: Member, hash: Option<NodeId>) {
        let name = match form {
            TextForm::Title => CheckName::TitleHash,
            TextForm::Abstract => CheckName::AbstractHash,
        };
        let stated = hash.and_then(|hash| self.tree.text(hash)).map(str::to_owned);
        let text = member.node.and_then(|node| self.tree.text(node));
        let cut = text.is_some_and(|text| is_cut(form, text));
        let finding = match (stated, text) {
            (None, _) => Finding::not_checked(Reason::ValueNotComputable),
            (Some(_), _) if cut => Finding::not_checked(Reason::TextCut),
            (Some(stated), Some(text)) => {
                let computed = text_hash(form, text);
                Finding::compared(&stated, &computed, Reason::TextMatches, Reason::TextMismatch)
            }
            (Some(_), None) if form == TextForm::Abstract && member.is_absent(self.tree) => {
                Finding::not_checked(Reason::ValueNotComputable)
            }
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
                let diagnosis = self.explainer.text(tree, node, &stated, &|text, lower| {
                    let text = spaced(form, text);
                    if lower { text.to_lowercase() } else { text }
                });
                self.amend(check, |check| check.more().diagnosis = diagnosis);
            }
        }
        if self.passed(check)
            && let (Some(node), Some(hash)) = (member.node, hash)
        {
            self.pin(check, vec![node], Hold::Bound(vec![hash].into()));
            self.pin(check, vec![hash], Hold::Compared);
        }
    }
}
