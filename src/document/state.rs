//! `pith_open_graph_state` (sections 4 and 7), alone or inside a bundle.

use super::{VERSION, claim, claim_paper, elements, event, graph, object, plan_type, record, required, unsigned};
use crate::canonical::Scope;
use crate::json::{NodeId, Tree};
use crate::merge::MERGE_VERSION;
use crate::plan::{At, Member, NumberForm, Plan, Rebuilt, Record, Rule, ScopeId, Spelling, Strictness};
use crate::report::{CheckName, ClaimName, Kind};

/// A state alone is unsigned as a whole; the receipt inside it signs the canonical record.
pub(super) fn plan(tree: &Tree<'_>) -> Plan {
    let root = tree.root();
    let mut plan = unsigned(Kind::State);
    plan_type(&mut plan, tree, "state_type", "pith_open_graph_state", "state_version");
    claim(&mut plan, tree, ClaimName::PithNumber, Some(root), "pith_number");
    let current = Member::of(tree, root, "current");
    if let Some(current) = required(&mut plan, tree, None, CheckName::StateApplied, current, "an object") {
        let applied = Member::of(tree, root, "applied_event_ids");
        plan.step(Rule::Applied { member: applied, current });
        plan_current(&mut plan, tree, root, current);
    }
    let scope = plan.scope(digested(root));
    plan_self(&mut plan, tree, root, scope);
    claim(&mut plan, tree, ClaimName::EventCount, Some(root), "event_count");
    plan
}

/// A state in a bundle is compared with the one rebuilt from the bundle's events.
pub(super) fn plan_in_bundle(plan: &mut Plan, tree: &Tree<'_>, bundle: NodeId, state: NodeId, record: Option<Record>) {
    for (name, member, value) in [
        (CheckName::DocumentType, "state_type", "pith_open_graph_state"),
        (CheckName::DocumentVersion, "state_version", VERSION),
    ] {
        let member = Member::of(tree, state, member);
        plan.step(Rule::Constant { name, member, value, strictness: Strictness::MustAgree });
    }
    plan.step(Rule::Copy {
        name: CheckName::RecordPithNumber,
        member: Member::of(tree, state, "pith_number"),
        original: tree.member(bundle, "pith_number"),
        strictness: Strictness::MustAgree,
    });
    for holder in [bundle, state] {
        let merge = Member::of(tree, holder, "merge_version");
        if merge.text(tree).is_none() {
            let (name, at) = (CheckName::StateMergeVersion, At::Member(merge));
            plan.step(Rule::Required { name, at, expected: "a string" });
        }
    }
    let events = tree.member(bundle, "events");
    plan.step(Rule::Count { member: Member::of(tree, state, "event_count"), list: events });
    let current = Member::of(tree, state, "current");
    let current = required(plan, tree, None, CheckName::StateRebuilt, current, "an object");
    if let (Some(record), Some(current)) = (record, current) {
        plan.step(Rule::Copy {
            name: CheckName::RecordAlias,
            member: Member::of(tree, current, "source_aliases"),
            original: tree.member(bundle, "source_aliases"),
            strictness: Strictness::MustAgree,
        });
        plan.step(Rule::Copy {
            name: CheckName::RecordCopy,
            member: Member::of(tree, current, "canonical_record"),
            original: Some(record.node),
            strictness: Strictness::MustAgree,
        });
    }
    let scope = plan.scope(digested(state));
    plan.step(Rule::Rebuilt(Rebuilt { bundle, state, scope }));
    plan_self(plan, tree, state, scope);
    claim(plan, tree, ClaimName::EventCount, Some(state), "event_count");
}

/// What the digest of a state is taken over.
fn digested(state: NodeId) -> Scope {
    Scope::without(state, &["state_sha256"])
}

/// What every state says of itself: its digest, its merge, its counts.
fn plan_self(plan: &mut Plan, tree: &Tree<'_>, state: NodeId, scope: ScopeId) {
    let member = |name| Member::of(tree, state, name);
    plan.step(Rule::Constant {
        name: CheckName::StateMergeVersion,
        member: member("merge_version"),
        value: MERGE_VERSION,
        strictness: Strictness::MayDiffer,
    });
    for (count, list) in [
        ("valid_event_count", "applied_event_ids"),
        ("invalid_event_count", "invalid_events"),
        ("equivocation_count", "equivocations"),
    ] {
        plan.step(Rule::Count { member: member(count), list: tree.member(state, list) });
    }
    let (name, spelling) = (CheckName::StateDigest, Spelling::Hex);
    plan.step(Rule::Digest { name, member: member("state_sha256"), scope, spelling });
}

fn plan_current(plan: &mut Plan, tree: &Tree<'_>, state: NodeId, current: NodeId) {
    let canonical = Member::of(tree, current, "canonical_record");
    let Some(node) = required(plan, tree, None, CheckName::RecordDigest, canonical, "an object") else {
        return;
    };
    let record = Record { node, scope: plan.scope(Scope::of(node)) };
    super::claim_record(plan, tree, record);
    let (name, member) = (CheckName::RecordPithNumber, Member::of(tree, state, "pith_number"));
    plan.step(Rule::Number { name, member, record, form: NumberForm::Full });
    record::plan_aliases(plan, tree, current, "source_aliases", record);
    let created = object(tree, current, "record_created").and_then(|entry| object(tree, entry, "payload"));
    if let Some(payload) = created {
        event::plan_payload(plan, tree, None, payload, Some(record));
    }
    let snapshots = elements(tree, current, "graph_snapshots")
        .filter_map(|entry| object(tree, entry, "payload"))
        .filter_map(|payload| object(tree, payload, "graph_snapshot"));
    for snapshot in snapshots {
        claim_paper(plan, tree, snapshot);
        graph::plan_graph(plan, tree, None, snapshot, Some(record));
    }
}
