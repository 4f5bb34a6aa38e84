//! `pith_open_graph_bundle` (section 4): everything but `bundle_signature` is under that signature.

use super::event::{self, Around};
use super::{claim, claim_paper, elements, keys, object, plan_type, record, required, state};
use crate::canonical::Scope;
use crate::json::Tree;
use crate::plan::{Envelope, Member, Plan, Rule, Signature, Spelling};
use crate::report::{CheckName, ClaimName, Kind};

/// Steps go from the smallest part to the whole, so that the first failure is the most telling one.
pub(super) fn plan(tree: &Tree<'_>) -> Plan {
    let root = tree.root();
    let mut plan = Plan::new(Kind::Bundle, true);
    plan_type(&mut plan, tree, "bundle_type", "pith_open_graph_bundle", "bundle_version");
    claim(&mut plan, tree, ClaimName::PithNumber, Some(root), "pith_number");
    let record = record::plan_named_record(&mut plan, tree, root);
    let aliases = Member::of(tree, root, "source_aliases");
    if let (Some(_), Some(record)) =
        (required(&mut plan, tree, None, CheckName::RecordAlias, aliases, "an array"), record)
    {
        record::plan_aliases(&mut plan, tree, root, "source_aliases", record);
    }
    let around = Around { pith_number: tree.member(root, "pith_number"), record };
    let events = Member::of(tree, root, "events");
    if required(&mut plan, tree, None, CheckName::EventDigest, events, "an array").is_some() {
        for event in elements(tree, root, "events") {
            event::plan_event(&mut plan, tree, event, Some(&around));
        }
    }
    let snapshots = elements(tree, root, "events")
        .filter_map(|event| object(tree, event, "payload"))
        .filter_map(|payload| object(tree, payload, "graph_snapshot"));
    if let Some(latest) = snapshots.last() {
        claim_paper(&mut plan, tree, latest);
    }
    plan.step(Rule::Equivocation { at: events.node.unwrap_or(root) });
    let state = Member::of(tree, root, "state");
    if let Some(state) = required(&mut plan, tree, None, CheckName::StateRebuilt, state, "an object") {
        state::plan_in_bundle(&mut plan, tree, root, state, record);
    }
    // A bundle need not list keys or proofs; what it has under these names must be a list.
    for (name, member) in [(CheckName::KeyEncoding, "public_keys"), (CheckName::TimestampProof, "timestamp_proofs")] {
        let member = Member::of(tree, root, member);
        if member.node.is_some() {
            required(&mut plan, tree, None, name, member, "an array");
        }
    }
    for key in elements(tree, root, "public_keys") {
        keys::plan_key(&mut plan, key);
    }
    if let Some(proofs) = tree.member(root, "timestamp_proofs").filter(|&proofs| !tree.is_leaf(proofs)) {
        plan.step(Rule::Open { name: CheckName::TimestampProof, at: proofs });
    }
    plan_signature(&mut plan, tree);
    claim(&mut plan, tree, ClaimName::BuiltAt, Some(root), "built_at");
    claim(&mut plan, tree, ClaimName::SignedAt, tree.member(root, "bundle_signature"), "signed_at");
    plan
}

fn plan_signature(plan: &mut Plan, tree: &Tree<'_>) {
    let root = tree.root();
    let signature = Member::of(tree, root, "bundle_signature");
    let Some(object) = required(plan, tree, None, CheckName::BundleSignature, signature, "an object") else {
        return;
    };
    let scope = plan.scope(Scope::without(root, &["bundle_signature"]));
    let stated = Member::of(tree, object, "bundle_sha256");
    plan.step(Rule::Digest { name: CheckName::BundleDigest, member: stated, scope, spelling: Spelling::Hex });
    plan.step(Rule::Signature(Signature {
        name: CheckName::BundleSignature,
        object,
        envelope: Envelope::Slot("bundle_sha256_bytes"),
        content: Some(scope),
        stated,
    }));
}
