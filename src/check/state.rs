//! The state against the events.

use super::{Finding, Hold, Run};
use crate::canonical::{self, Difference};
use crate::encoding::hex;
use crate::json::{self, NodeId};
use crate::limits;
use crate::merge::{self, Event};
use crate::plan::{At, Member, Rebuilt};
use crate::report::{Basis, CheckName, Reason};
use crate::words;

impl Run<'_, '_> {
    /// The applied identifiers of a state alone are those of its entries, in merge order.
    pub(super) fn applied(&mut self, member: Member, current: NodeId) {
        let tree = self.tree;
        let stated = member.node.map(|node| canonical::text(tree, node));
        let computed = merge::entry_order(tree, member.within, current);
        let finding = match (stated, computed) {
            (_, None) => Finding::not_checked(Reason::RuleNotPublished),
            (None, Some(computed)) => Finding::failed(Reason::ValueMissing).expected(computed),
            (Some(stated), Some(computed)) => {
                Finding::compared(&stated, &computed, Reason::ValueMatches, Reason::ValueMismatch)
            }
        };
        let check = self.record(CheckName::StateApplied, At::Member(member), false, finding);
        if self.passed(check)
            && let Some(node) = member.node
        {
            let (applied, source) = (self.leaves(node), self.leaves(current));
            self.pin(check, applied, Hold::Derived(source));
            let identifiers: Vec<NodeId> =
                merge::entries(tree, current).filter_map(|(_, entry)| tree.member(entry, "event_id")).collect();
            self.pin(check, identifiers, Hold::Compared);
        }
    }

    /// Rebuilds the state from the bundle's events and compares it with the stated one.
    pub(super) fn rebuilt(&mut self, rebuilt: &Rebuilt) {
        let Rebuilt { bundle, state, scope } = *rebuilt;
        let tree = self.tree;
        let events = self.results.merge_events(tree, self.plan);
        let (made, head) = match merge::rebuild(tree, bundle, state, &events) {
            Ok(made) => made,
            Err(reason) => {
                let finding = Finding::not_checked(Reason::StateNotComparable)
                    .computed(words::not_comparable(reason, &json::pointer(tree, reason.node())));
                let check = self.record(CheckName::StateRebuilt, At::Node(state), false, finding);
                self.amend(check, |check| check.basis = Basis::Open);
                return;
            }
        };
        // Where all but the digest is the same, the digest of the stated one is that of the other.
        let digest = hex(&self.digested(scope).digest);
        let same = self.plan.scopes.get(scope.0).is_some_and(|scope| {
            tree.member_text(state, "state_sha256") == Some(&digest)
                && canonical::write(tree, scope).bytes == made.without_digest(&head)
        });
        let finding = if same {
            Finding::passed(Reason::StateMatches)
        } else {
            let Difference { pointer, first, second } = state_difference(self, state, &made.bytes(&head));
            let none = || "nothing".to_owned();
            Finding::failed(Reason::StateMismatch)
                .expected(format!("{pointer}: {}", second.unwrap_or_else(none)))
                .computed(format!("{pointer}: {}", first.unwrap_or_else(none)))
        };
        let check = self.record(CheckName::StateRebuilt, At::Node(state), true, finding);
        if self.passed(check) {
            let sources = ["events", "canonical_record", "source_aliases", "pith_number", "merge_version"];
            let sources = sources.iter().filter_map(|name| tree.member(bundle, name));
            let sources: Vec<NodeId> = sources.flat_map(|node| tree.leaves(node)).collect();
            let stated = self.leaves(state);
            self.pin(check, stated, Hold::Derived(sources.into()));
        }
    }

    /// A finding of ours, not the service's.
    pub(super) fn equivocation(&mut self, at: NodeId) {
        let events = self.results.merge_events(self.tree, self.plan);
        let signers = self.results.events.iter().map(|result| result.valid_by());
        let valid: Vec<(Event<'_>, usize)> =
            events.into_iter().zip(signers).filter_map(|(event, signer)| Some((event, signer?))).collect();
        let pointer = |index: usize| valid.get(index).map(|(event, _)| json::pointer(self.tree, event.node));
        let finding = match merge::equivocations(&valid).first() {
            None => Finding::passed(Reason::EquivocationNone),
            Some(&(first, second)) => Finding::noted(Reason::EquivocationFound)
                .expected(pointer(first).unwrap_or_default())
                .computed(pointer(second).unwrap_or_default()),
        };
        self.record(CheckName::MergeEquivocation, At::Node(at), false, finding);
    }
}

/// Where the rebuilt state (first) and the stated one (second) differ, leaving the digest for last:
/// it differs whenever anything does.
fn state_difference(run: &Run<'_, '_>, state: NodeId, rebuilt: &[u8]) -> Difference {
    let tree = run.tree;
    let none = Difference { pointer: String::new(), first: None, second: None };
    let Ok(made) = json::parse(rebuilt, &limits::DOCUMENT) else {
        return none;
    };
    let keys_of = |tree: &'_ json::Tree<'_>, node| -> Vec<String> {
        let keys = tree.sorted_members(node).iter().filter_map(|&member| tree.key(member));
        keys.filter(|&key| key != "state_sha256").map(str::to_owned).collect()
    };
    let last = std::iter::once("state_sha256".to_owned());
    let keys = keys_of(&made, made.root()).into_iter().chain(keys_of(tree, state)).chain(last);
    for key in keys {
        if let Some(difference) = canonical::member_difference((&made, made.root()), (tree, state), &key) {
            return difference;
        }
    }
    none
}
