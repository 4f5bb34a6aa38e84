//! Pith Numbers and aliases, computed from the canonical record.

use super::{Finding, Hold, Run};
use crate::canonical;
use crate::crypto::Digest;
use crate::encoding::base32_26;
use crate::json::{Json, NodeId, Tree};
use crate::plan::{At, Member, NumberForm, Record};
use crate::report::{CheckName, Reason};

/// Thousands of aliases may repeat the identifier of the source; real ones have under 20 bytes.
const ID_LENGTH: usize = 200;

impl Run<'_, '_> {
    pub(super) fn number(&mut self, name: CheckName, member: Member, record: Record, form: NumberForm) {
        let computed = self.compute_number(record, form);
        let finding = match &computed {
            None => Finding::not_checked(Reason::ValueNotComputable),
            Some(computed) => match self.text_of(member, computed) {
                Err(finding) => finding,
                Ok(stated) => Finding::compared(&stated, computed, Reason::ValueMatches, Reason::ValueMismatch),
            },
        };
        let required = name != CheckName::RecordAlias;
        let check = self.record(name, At::Member(member), required, finding);
        if computed.is_some() {
            self.redo_number(check, record, form);
        }
        if self.passed(check)
            && let Some(node) = member.node
        {
            let source = self.digested(record.scope).leaves;
            self.pin(check, vec![node], Hold::Derived(source));
        }
    }

    pub(super) fn computed_number(&mut self, at: NodeId, record: Record) {
        let finding = match self.compute_number(record, NumberForm::Full) {
            Some(number) => Finding::noted(Reason::DigestComputed).computed(number),
            None => Finding::not_checked(Reason::ValueNotComputable),
        };
        let computed = finding.computed.is_some();
        let check = self.record(CheckName::RecordPithNumber, At::Node(at), false, finding);
        if computed {
            self.redo_number(check, record, NumberForm::Full);
        }
    }

    fn redo_number(&mut self, check: usize, record: Record, form: NumberForm) {
        let tree = self.tree;
        self.redo(check, |commands, prints| commands.number(tree, record.node, form, prints));
    }

    fn compute_number(&mut self, record: Record, form: NumberForm) -> Option<String> {
        let digest = self.digested(record.scope).digest;
        number_of(self.tree, record.node, &digest, form)
    }
}

/// A number of a canonical record with that digest. `None` when the record lacks what the number is made of.
pub(crate) fn number_of(tree: &Tree<'_>, record: NodeId, digest: &Digest, form: NumberForm) -> Option<String> {
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

/// The year of a date: four digits and a hyphen.
fn year(date: &str) -> Option<&str> {
    let (year, _) = date.split_once('-')?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
}
