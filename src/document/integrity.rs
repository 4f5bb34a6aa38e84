//! Integrity documents (section 4): findings about a paper, and events with an envelope of their own.

use super::{elements, graph};
use crate::canonical::Scope;
use crate::json::{NodeId, Tree};
use crate::plan::{At, Envelope, Member, Plan, Rule, Signature, Spelling, Strictness};
use crate::report::{CheckName, Kind};

pub(super) fn plan(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    let schema = tree.member(root, "schema").and_then(|schema| tree.text(schema))?;
    if !schema.ends_with("/schemas/pith-integrity/v1.json") {
        return None;
    }
    let mut plan = Plan::new(Kind::Integrity, true);
    graph::plan_integrity(&mut plan, tree, None, root);
    for event in elements(tree, root, "events") {
        plan_event(&mut plan, tree, event);
    }
    Some(plan)
}

fn plan_event(plan: &mut Plan, tree: &Tree<'_>, node: NodeId) {
    let event = Some(plan.events.len());
    plan.events.push(node);
    if !tree.is_object(node) {
        let at = At::Node(node);
        plan.event_step(event, Rule::Required { name: CheckName::IntegrityDigest, at, expected: "an event object" });
        return;
    }
    let member = |name| Member::of(tree, node, name);
    plan.event_step(
        event,
        Rule::Constant {
            name: CheckName::EventPayload,
            member: member("event_type"),
            value: "pith.integrity.v1",
            strictness: Strictness::MayDiffer,
        },
    );
    let stated = member("payload_sha256");
    let content = member("payload").node.map(|payload| plan.scope(Scope::of(payload)));
    if let Some(scope) = content {
        let (name, spelling) = (CheckName::IntegrityDigest, Spelling::HexOfOurReading);
        plan.event_step(event, Rule::Digest { name, member: stated, scope, spelling });
    }
    plan.event_step(
        event,
        Rule::Signature(Signature {
            name: CheckName::IntegritySignature,
            object: node,
            envelope: Envelope::Integrity,
            content,
            stated,
        }),
    );
}
