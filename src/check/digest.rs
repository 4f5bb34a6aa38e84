//! Stated digests against computed ones.

use super::{Digested, Finding, Hold, Run};
use crate::encoding::{from_hex, hex};
use crate::explain;
use crate::json::NodeId;
use crate::plan::{At, Member, ScopeId, Section, SectionForm, Spelling};
use crate::report::{Basis, CheckName, Outcome, Outline, Reason};

impl Run<'_, '_> {
    pub(super) fn digest(&mut self, name: CheckName, member: Member, scope: ScopeId, spelling: Spelling) {
        let digested = self.digested(scope);
        let finding = self.compare_digest(member, &digested, spelling);
        let check = self.record(name, At::Member(member), true, finding);
        self.amend(check, |check| check.more().hashed = Some(scope));
        self.account(check, member, scope, &digested);
        if spelling != Spelling::HexOfOurReading
            && self.passed(check)
            && let Some(node) = member.node
        {
            self.pin(check, vec![node], Hold::Derived(digested.leaves.clone()));
            self.pin(check, digested.leaves, Hold::Hashed);
        }
    }

    fn compare_digest(&self, member: Member, digested: &Digested, spelling: Spelling) -> Finding {
        let digits = hex(&digested.digest);
        let computed = match spelling {
            Spelling::Hex | Spelling::HexOfOurReading => digits,
            Spelling::EventId => format!("sha256:{digits}"),
        };
        let stated = match self.text_of(member, &computed) {
            Ok(stated) => stated,
            Err(finding) => return finding,
        };
        let digits = match spelling {
            Spelling::Hex | Spelling::HexOfOurReading => Some(stated.as_str()),
            Spelling::EventId => stated.strip_prefix("sha256:"),
        };
        if digits.and_then(from_hex::<32>).is_none() {
            return Finding::failed(Reason::DigestMalformed).expected(stated).computed(computed);
        }
        if spelling == Spelling::HexOfOurReading && stated != computed {
            return Finding::not_checked(Reason::DigestNotPublished).expected(stated).computed(computed);
        }
        Finding::compared(&stated, &computed, Reason::DigestMatches, Reason::DigestMismatch)
    }

    /// A digest that the document does not state.
    pub(super) fn computed(&mut self, name: CheckName, at: NodeId, scope: ScopeId) {
        let digested = self.digested(scope);
        let finding = Finding::noted(Reason::DigestComputed).computed(hex(&digested.digest));
        let check = self.record(name, At::Node(at), false, finding);
        self.amend(check, |check| check.more().hashed = Some(scope));
        self.account(check, Member { within: at, name: "", node: None }, scope, &digested);
    }

    /// Why a digest is not the stated one, and how to compute it without this verifier.
    fn account(&mut self, check: usize, member: Member, id: ScopeId, digested: &Digested) {
        let (tree, plan) = (self.tree, self.plan);
        let Some(scope) = plan.scopes.get(id.0) else { return };
        let Some(Outline { name, reason, outcome, .. }) = self.results.checks.get(check).map(|check| check.outline)
        else {
            return;
        };
        let failed = outcome == Outcome::Failed;
        let prefix = if name == CheckName::EventId { "sha256:" } else { "" };
        self.redo(check, |commands, prints| {
            let digits = hex(&digested.digest);
            commands.digest(tree, scope, prefix, if prints.is_empty() { &digits } else { prints })
        });
        let stated = member.text(tree).unwrap_or_default();
        let diagnosis = match reason {
            Reason::DigestMalformed => explain::spelling(stated, &digested.digest),
            Reason::DigestMismatch | Reason::DigestNotPublished => {
                let stated = from_hex(stated.strip_prefix("sha256:").unwrap_or(stated));
                stated.and_then(|stated| self.explainer.digest(tree, (id, scope), &stated, failed))
            }
            _ => None,
        };
        if diagnosis.is_some() {
            self.amend(check, |check| check.more().diagnosis = diagnosis);
        }
    }

    pub(super) fn section(&mut self, section: &Section) {
        let digested = self.digested(section.scope);
        let tried = section.form == SectionForm::Tried;
        let spelling = if tried { Spelling::HexOfOurReading } else { Spelling::Hex };
        let mut finding = self.compare_digest(section.member, &digested, spelling);
        if tried && finding.outcome == Outcome::Failed {
            finding = Finding::not_checked(Reason::RuleNotPublished);
        }
        let check = self.record(CheckName::SectionDigest, At::Member(section.member), !tried, finding);
        self.amend(check, |check| {
            check.more().hashed = Some(section.scope);
            if tried {
                let holds = check.outline.outcome == Outcome::Passed;
                check.basis = if holds { Basis::OurReading } else { Basis::Open };
            }
        });
        self.account(check, section.member, section.scope, &digested);
        let Some(node) = section.member.node.filter(|_| self.passed(check)) else {
            return;
        };
        match &section.form {
            SectionForm::Empty(evidence) => self.pin(check, vec![node], Hold::Derived(evidence.as_slice().into())),
            SectionForm::Known => {
                self.pin(check, vec![node], Hold::Derived(digested.leaves.clone()));
                self.pin(check, digested.leaves, Hold::Hashed);
            }
            // A difference would not have been a failure, so nothing is held.
            SectionForm::Tried => {}
        }
    }
}
