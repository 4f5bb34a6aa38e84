//! Values that the format fixes, repeats or counts, and parts without a published rule.

use std::rc::Rc;

use super::{Finding, Hold, Run};
use crate::canonical;
use crate::json::{Json, NodeId};
use crate::plan::{At, Member, Strictness};
use crate::report::{Basis, CheckName, Reason};

impl Run<'_, '_> {
    pub(super) fn constant(&mut self, name: CheckName, member: Member, value: &str, strictness: Strictness) {
        let must = strictness == Strictness::MustAgree;
        let finding = match self.text_of(member, value) {
            Ok(text) if text == value => Finding::passed(Reason::ValueMatches).expected(value).computed(text),
            Ok(text) if must => Finding::failed(Reason::ValueMismatch).expected(value).computed(text),
            Ok(text) => Finding::not_checked(Reason::ValueUnknownKind).expected(value).computed(text),
            Err(finding) if must => finding,
            Err(_) => Finding::not_checked(Reason::ValueUnknownKind).expected(value),
        };
        let check = self.record(name, At::Member(member), must, finding);
        if must
            && self.passed(check)
            && let Some(node) = member.node
        {
            self.pin(check, vec![node], Hold::Constant);
        }
    }

    pub(super) fn required(&mut self, name: CheckName, at: At, expected: &str) {
        let found = match at {
            At::Node(node) | At::Member(Member { node: Some(node), .. }) => Some(self.tree.json(node)),
            At::Member(_) => None,
        };
        let is_signature =
            matches!(name, CheckName::BundleSignature | CheckName::EventSignature | CheckName::ReceiptSignature);
        let finding = match found {
            None | Some(Json::Null) if is_signature => Finding::failed(Reason::SignatureMissing),
            None => Finding::failed(Reason::ValueMissing).expected(expected),
            Some(json) => Finding::failed(Reason::ValueWrongType).expected(expected).computed(json.type_name()),
        };
        self.record(name, at, true, finding);
    }

    pub(super) fn copy(&mut self, name: CheckName, member: Member, original: Option<NodeId>, strictness: Strictness) {
        let must = strictness == Strictness::MustAgree;
        let tree = self.tree;
        let finding = match (member.node, original) {
            (_, None) => Finding::not_checked(Reason::ValueNotComputable),
            (None, Some(original)) => {
                let finding = if must {
                    Finding::failed(Reason::ValueMissing)
                } else {
                    Finding::not_checked(Reason::RuleNotPublished)
                };
                finding.expected(canonical::excerpt(tree, original))
            }
            (Some(copy), Some(original)) => match canonical::first_difference((tree, original), (tree, copy)) {
                None => Finding::passed(Reason::ValueMatches),
                Some(difference) => {
                    let none = || "nothing".to_owned();
                    let finding = if must {
                        Finding::failed(Reason::ValueMismatch)
                    } else {
                        Finding::not_checked(Reason::RuleNotPublished)
                    };
                    let place = |text: String| match difference.pointer.as_str() {
                        "" => text,
                        pointer => format!("{pointer}: {text}"),
                    };
                    finding
                        .expected(place(difference.first.unwrap_or_else(none)))
                        .computed(place(difference.second.unwrap_or_else(none)))
                }
            },
        };
        let check = self.record(name, At::Member(member), must, finding);
        if must
            && self.passed(check)
            && let (Some(copy), Some(original)) = (member.node, original)
        {
            // The two are the same value, so whichever is held by something else holds the other.
            let (copy, original) = (self.leaves(copy), self.leaves(original));
            self.pin(check, Rc::clone(&copy), Hold::Derived(Rc::clone(&original)));
            self.pin(check, original, Hold::Derived(copy));
        }
    }

    pub(super) fn count(&mut self, member: Member, list: Option<NodeId>) {
        let list = list.filter(|&list| self.tree.is_array(list));
        let stated = member.node.map(|node| canonical::excerpt(self.tree, node));
        let finding = match (stated, list) {
            (_, None) => Finding::not_checked(Reason::ValueNotComputable),
            (None, Some(list)) => Finding::failed(Reason::ValueMissing).expected(self.tree.count(list).to_string()),
            (Some(stated), Some(list)) => {
                let counted = self.tree.count(list).to_string();
                Finding::compared(&stated, &counted, Reason::ValueMatches, Reason::ValueMismatch)
            }
        };
        let check = self.record(CheckName::StateCount, At::Member(member), list.is_some(), finding);
        if self.passed(check)
            && let (Some(node), Some(list)) = (member.node, list)
        {
            let source = self.leaves(list);
            self.pin(check, vec![node], Hold::Derived(source));
        }
    }

    pub(super) fn open(&mut self, name: CheckName, at: NodeId) {
        let check = self.record(name, At::Node(at), false, Finding::not_checked(Reason::RuleNotPublished));
        self.amend(check, |check| check.basis = Basis::Open);
    }

    pub(super) fn unknown(&mut self, name: CheckName, at: NodeId) {
        self.record(name, At::Node(at), false, Finding::not_checked(Reason::ValueUnknownKind));
    }

    /// Names the members that stand beside what is signed.
    pub(super) fn not_signed(&mut self, name: CheckName, at: NodeId, members: &[NodeId]) {
        let names: Vec<&str> = members.iter().filter_map(|&member| self.tree.key(member)).collect();
        self.record(name, At::Node(at), false, Finding::noted(Reason::ValueNotSigned).computed(names.join(", ")));
    }
}
