//! Integrity documents (section 4): findings about a paper, and events with an envelope of their own.
//!
//! Known is that an event's signature is over the 32 bytes of its `payload_sha256`, and that the digest of the
//! section `integrity` is taken over detectors and findings. Nothing else is published: what a payload
//! says, how it is hashed, which members there must be. What is not known is named and never fails.

use super::{claim, elements, graph, object};
use crate::canonical::Scope;
use crate::json::{Json, NodeId, Tree};
use crate::plan::{At, Envelope, Member, Plan, Rule, ScopeId, Signature, Spelling, Strictness};
use crate::report::{CheckName, ClaimName, Kind};

/// The members of an event that its signature is about, and those beside them.
const SIGNED: [&str; 4] = ["payload", "payload_sha256", "signature_b64", "signing_key_id"];
const BESIDE: [&str; 3] = ["event_id", "event_type", "created_at"];

pub(super) fn plan(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    let schema = tree.member_text(root, "schema")?;
    if !schema.ends_with("/schemas/pith-integrity/v1.json") {
        return None;
    }
    let mut plan = Plan::new(Kind::Integrity, true);
    claim(&mut plan, tree, ClaimName::PithNumber, Some(root), "pith_number");
    if plan_part(&mut plan, tree, "integrity", Json::Object) {
        graph::plan_integrity(&mut plan, tree, None, root);
    }
    if plan_part(&mut plan, tree, "events", Json::Array) {
        for event in elements(tree, root, "events") {
            plan_event(&mut plan, tree, event);
        }
    }
    for member in tree.children(root) {
        if !matches!(tree.key(member), Some("schema" | "integrity" | "events")) {
            plan.step(Rule::Unknown { name: CheckName::IntegrityDocument, at: member });
        }
    }
    Some(plan)
}

/// Whether the document has the part; when not, that is said.
fn plan_part(plan: &mut Plan, tree: &Tree<'_>, part: &'static str, expected: Json<'_>) -> bool {
    let name = CheckName::IntegrityDocument;
    let member = Member::of(tree, tree.root(), part);
    match member.node {
        Some(node) if tree.json(node) == expected => return true,
        Some(node) if !member.is_absent(tree) => plan.step(Rule::Unknown { name, at: node }),
        _ => plan.step(Rule::Nothing { name, member }),
    }
    false
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
    let (stated, payload) = (member("payload_sha256"), member("payload"));
    let content = payload.node.map(|payload| plan.scope(Scope::of(payload)));
    let (name, spelling) = (CheckName::IntegrityDigest, Spelling::HexOfOurReading);
    plan.event_step(
        event,
        match content {
            Some(scope) => Rule::Digest { name, member: stated, scope, spelling },
            None => Rule::Nothing { name, member: payload },
        },
    );
    plan_signature(plan, tree, event, node, content, stated);
    if let Some(at) = payload.node {
        plan.event_step(event, Rule::Open { name: CheckName::IntegritySubject, at });
    }
    let name = CheckName::IntegrityEnvelope;
    let is_known = |key: &str| SIGNED.contains(&key) || BESIDE.contains(&key);
    for at in tree.children(node) {
        let key = tree.key(at).unwrap_or_default();
        let odd_id = key == "event_id" && !matches!(tree.json(at), Json::Integer(_));
        if odd_id || !is_known(key) {
            plan.event_step(event, Rule::Unknown { name, at });
        }
    }
    let beside: Vec<NodeId> =
        tree.children(node).filter(|&at| tree.key(at).is_some_and(|key| !SIGNED.contains(&key))).collect();
    if !beside.is_empty() {
        plan.event_step(event, Rule::NotSigned { name, at: node, members: beside });
    }
}

fn plan_signature(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    node: NodeId,
    content: Option<ScopeId>,
    stated: Member,
) {
    let payload = tree.member(node, "payload");
    if let Some((at, found)) = payload.and_then(|payload| Some((payload, signed_elsewhere(tree, payload)?))) {
        let name = CheckName::IntegritySignature;
        plan.event_step(event, Rule::OtherPurpose { name, at, found });
        return;
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

/// What a payload is when it is something else that is signed. All signatures of the format are over 32
/// bytes that do not say of what, and those of other objects name their purpose beside them; an integrity
/// event does not. So a receipt's signature, with the canonical record as the payload, would hold here.
fn signed_elsewhere(tree: &Tree<'_>, payload: NodeId) -> Option<&'static str> {
    let has = |name| tree.member(payload, name).is_some();
    let within = |name, member| object(tree, payload, name).is_some_and(|object| tree.member(object, member).is_some());
    if within("source", "id") && within("metadata", "submitted_at") {
        Some("a canonical record")
    } else if has("bundle_type") {
        Some("a bundle")
    } else if has("event_type") && has("subject_pith_number") {
        Some("an event of a bundle")
    } else {
        None
    }
}
