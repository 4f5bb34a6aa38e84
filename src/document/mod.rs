//! One file for each document type: a typed look at the tree that ends in a plan.

mod bundle;
mod event;
mod graph;
mod integrity;
mod keys;
mod record;
mod state;

use crate::json::{NodeId, Tree};
use crate::limits;
use crate::plan::{At, Member, Plan, Record, Rule, Strictness};
use crate::report::{CheckName, ClaimName, Kind, Reason};

/// The one version of the document types that is known.
const VERSION: &str = "1.0";

/// Why there is no plan for a document.
pub(crate) struct NoPlan {
    pub(crate) reason: Reason,
    /// What it is about.
    pub(crate) at: NodeId,
}

type Recognise = fn(&Tree<'_>) -> Option<Plan>;

/// Finds out what the document is and what has to be checked of it.
pub(crate) fn plan(tree: &Tree<'_>) -> Result<Plan, NoPlan> {
    let root = tree.root();
    for (marker, value, version, make) in [
        ("bundle_type", "pith_open_graph_bundle", "bundle_version", bundle::plan as fn(&Tree<'_>) -> Plan),
        ("record_type", "pith_number_record", "schema_version", record::plan),
        ("state_type", "pith_open_graph_state", "state_version", state::plan),
        ("manifest_type", "pith_mirror_manifest", "manifest_version", keys::plan_manifest),
    ] {
        let Some(node) = tree.member(root, marker) else {
            continue;
        };
        if tree.text(node) != Some(value) {
            return Err(NoPlan { reason: Reason::DocumentUnrecognised, at: node });
        }
        let stated = tree.member(root, version);
        if stated.and_then(|node| tree.text(node)) != Some(VERSION) {
            return Err(NoPlan { reason: Reason::DocumentVersionUnknown, at: stated.unwrap_or(root) });
        }
        return limited(tree, make(tree));
    }
    let recognisers: [Recognise; 5] =
        [integrity::plan, event::plan_list, graph::plan, record::plan_canonical, keys::plan_object];
    let plan = recognisers.iter().find_map(|recognise| recognise(tree));
    limited(tree, plan.ok_or(NoPlan { reason: Reason::DocumentUnrecognised, at: root })?)
}

fn limited(tree: &Tree<'_>, plan: Plan) -> Result<Plan, NoPlan> {
    let spent = [
        (plan.events.len(), limits::MAX_EVENTS, Reason::LimitEvents),
        (plan.signature_count(), limits::MAX_SIGNATURES, Reason::LimitSignatures),
        (plan.key_objects.len(), limits::MAX_KEYS, Reason::LimitKeys),
        (plan.steps.len(), limits::MAX_CHECKS, Reason::LimitChecks),
    ];
    let over = spent.into_iter().find(|(count, limit, _)| count > limit);
    let Some((.., reason)) = over else { return Ok(plan) };
    Err(NoPlan { reason, at: tree.root() })
}

/// The two members by which a document says what it is.
fn plan_type(plan: &mut Plan, tree: &Tree<'_>, marker: &'static str, value: &'static str, version: &'static str) {
    for (name, member, value) in
        [(CheckName::DocumentType, marker, value), (CheckName::DocumentVersion, version, VERSION)]
    {
        let member = Member::of(tree, tree.root(), member);
        plan.step(Rule::Constant { name, member, value, strictness: Strictness::MustAgree });
    }
}

/// A member that must be an object or array; its absence becomes a failing step.
fn required(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    name: CheckName,
    member: Member,
    expected: &'static str,
) -> Option<NodeId> {
    let is_it = |node: &NodeId| match expected {
        "an array" => tree.is_array(*node),
        _ => tree.is_object(*node),
    };
    let found = member.node.filter(is_it);
    if found.is_none() {
        plan.event_step(event, Rule::Required { name, at: At::Member(member), expected });
    }
    found
}

/// The member `name` of `within`, when it is an object.
fn object(tree: &Tree<'_>, within: NodeId, name: &str) -> Option<NodeId> {
    tree.member(within, name).filter(|&node| tree.is_object(node))
}

/// The elements of the member `name` of `within`, when it is an array.
fn elements<'t>(tree: &'t Tree<'_>, within: NodeId, name: &str) -> impl Iterator<Item = NodeId> + 't {
    let array = tree.member(within, name).filter(|&node| tree.is_array(node));
    array.into_iter().flat_map(|array| tree.children(array))
}

/// What the document is about, and claims about the paper, from its canonical record.
fn claim_record(plan: &mut Plan, tree: &Tree<'_>, record: Record) {
    plan.record = Some(record);
    let source = tree.member(record.node, "source");
    let metadata = tree.member(record.node, "metadata");
    for (name, within, member) in [
        (ClaimName::SourceKind, source, "kind"),
        (ClaimName::SourceId, source, "id"),
        (ClaimName::SourceVersion, source, "version"),
        (ClaimName::SubmittedAt, metadata, "submitted_at"),
        (ClaimName::License, metadata, "license"),
    ] {
        claim(plan, tree, name, within, member);
    }
}

/// Claims about the paper, from the part that repeats its title page.
fn claim_paper(plan: &mut Plan, tree: &Tree<'_>, within: NodeId) {
    let paper = tree.member(within, "paper");
    claim(plan, tree, ClaimName::Title, paper, "title");
    claim(plan, tree, ClaimName::Authors, paper, "authors_text");
}

/// Notes a claim when the document makes it.
fn claim(plan: &mut Plan, tree: &Tree<'_>, name: ClaimName, within: Option<NodeId>, member: &str) {
    if let Some(node) = within.and_then(|within| tree.member(within, member)) {
        plan.claims.push((name, node));
    }
}

/// A plan for a kind of document that carries no signature over itself.
fn unsigned(kind: Kind) -> Plan {
    Plan::new(kind, false)
}
