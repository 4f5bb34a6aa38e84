//! Pith Numbers and aliases, computed from the canonical record.

use std::rc::Rc;

use super::{Finding, Hold, Run};
use crate::identity;
use crate::json::NodeId;
use crate::plan::{At, Member, NumberForm, Record};
use crate::report::{CheckName, Reason};

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
            if let Some((kind, parts)) = identity::parts(self.tree, record.node, form) {
                let source = kind.into_iter().chain(parts.iter().copied()).collect();
                self.pin(check, vec![node], Hold::Derived(source));
                self.pin(check, parts, Hold::Compared);
            } else {
                let source = self.digested(record.scope).leaves;
                self.pin(check, vec![node], Hold::Derived(Rc::clone(&source)));
                // Once for each record: thousands of aliases may be made of one.
                let compared = self.compared.get_mut(record.scope.0);
                if compared.is_some_and(|compared| !std::mem::replace(compared, true)) {
                    self.pin(check, source, Hold::Compared);
                }
            }
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
        identity::number(self.tree, record.node, &digest, form)
    }
}
