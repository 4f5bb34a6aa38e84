//! Events (section 5), in a bundle or in a list of their own.

use super::{graph, record, required, unsigned};
use crate::canonical::Scope;
use crate::json::{NodeId, Tree};
use crate::plan::{At, Envelope, Member, NumberForm, Plan, Record, Rule, Signature, Spelling, Strictness};
use crate::report::{CheckName, Kind};

/// What a bundle says around its events.
pub(super) struct Around {
    pub(super) pith_number: Option<NodeId>,
    pub(super) record: Option<Record>,
}

/// An array of events, an object with nothing but the array `events`, or one event. Each event stands alone.
pub(super) fn plan_list(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    // With other members beside it, `events` is a part of something else, such as a bundle whose type
    // was taken away, and to verify the part would pass over the rest.
    let list = match tree.member(root, "events") {
        Some(events) if tree.count(root) > 1 || !tree.is_array(events) => return None,
        Some(events) => Some(events),
        None => Some(root).filter(|&root| tree.is_array(root)),
    };
    let events: Vec<NodeId> = match list {
        Some(list) => tree.children(list).collect(),
        None => vec![root],
    };
    let is_event = |&node: &NodeId| tree.member(node, "event_type").and(tree.member(node, "content_sha256")).is_some();
    events.iter().find(|node| is_event(node))?;
    let mut plan = unsigned(Kind::EventList);
    plan.signs_itself = true;
    for event in events {
        plan_event(&mut plan, tree, event, None);
    }
    Some(plan)
}

pub(super) fn plan_event(plan: &mut Plan, tree: &Tree<'_>, node: NodeId, around: Option<&Around>) {
    let index = plan.events.len();
    let event = Some(index);
    let event_type = tree.member_text(node, "event_type");
    // What other types of event may say of subject and signer is not published.
    let known_type = matches!(event_type, Some("record_created" | "graph_snapshot"));
    let strictness = if known_type { Strictness::MustAgree } else { Strictness::MayDiffer };
    plan.events.push(node);
    if !tree.is_object(node) {
        let at = At::Node(node);
        plan.event_step(event, Rule::Required { name: CheckName::EventDigest, at, expected: "an event object" });
        return;
    }
    let member = |name| Member::of(tree, node, name);
    if event_type.is_none() {
        let at = At::Member(member("event_type"));
        plan.event_step(event, Rule::Required { name: CheckName::EventPayload, at, expected: "a string" });
    }
    if let Some(around) = around {
        plan.event_step(
            event,
            Rule::Copy {
                name: CheckName::EventSubject,
                member: member("subject_pith_number"),
                original: around.pith_number,
                strictness,
            },
        );
    }
    let payload = member("payload");
    match event_type {
        Some("record_created") => {
            plan_record_created(plan, tree, event, payload, member("subject_pith_number"), around);
        }
        Some("graph_snapshot") => {
            plan_snapshot(plan, tree, event, payload, around);
        }
        Some(_) => plan.event_step(event, Rule::Open { name: CheckName::EventPayload, at: node }),
        None => {}
    }
    let scope = plan.scope(Scope::without(node, &["signature", "content_sha256", "event_id"]));
    for (name, stated, spelling) in
        [(CheckName::EventDigest, "content_sha256", Spelling::Hex), (CheckName::EventId, "event_id", Spelling::EventId)]
    {
        plan.event_step(event, Rule::Digest { name, member: member(stated), scope, spelling });
    }
    let signature = member("signature");
    if let Some(object) = required(plan, tree, event, CheckName::EventSignature, signature, "an object") {
        plan_signer(plan, tree, event, node, object, strictness);
        plan.event_step(
            event,
            Rule::Signature(Signature {
                name: CheckName::EventSignature,
                object,
                envelope: Envelope::Slot("open_graph_event_sha256_bytes"),
                content: Some(scope),
                stated: member("content_sha256"),
            }),
        );
    }
}

fn plan_snapshot(plan: &mut Plan, tree: &Tree<'_>, event: Option<usize>, payload: Member, around: Option<&Around>) {
    let name = CheckName::EventPayload;
    let Some(payload) = required(plan, tree, event, name, payload, "an object") else { return };
    let snapshot = Member::of(tree, payload, "graph_snapshot");
    if let Some(snapshot) = required(plan, tree, event, name, snapshot, "an object") {
        graph::plan_graph(plan, tree, event, snapshot, around.and_then(|around| around.record));
    }
}

/// The signer that the event names and the key that its signature names are one.
fn plan_signer(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    node: NodeId,
    signature: NodeId,
    strictness: Strictness,
) {
    let signer = Member::of(tree, node, "signer");
    let Some(signer) = signer.node.filter(|&signer| tree.is_object(signer)) else {
        if strictness == Strictness::MustAgree {
            let (name, at) = (CheckName::EventSigner, At::Member(signer));
            plan.event_step(event, Rule::Required { name, at, expected: "an object" });
        }
        return;
    };
    for name in ["key_id", "public_key_fingerprint"] {
        plan.event_step(
            event,
            Rule::Copy {
                name: CheckName::EventSigner,
                member: Member::of(tree, signer, name),
                original: tree.member(signature, name),
                strictness,
            },
        );
    }
}

fn plan_record_created(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    payload: Member,
    subject: Member,
    around: Option<&Around>,
) {
    let Some(payload) = payload.node.filter(|&node| tree.is_object(node)) else {
        let at = At::Member(payload);
        plan.event_step(event, Rule::Required { name: CheckName::RecordDigest, at, expected: "an object" });
        return;
    };
    let record = plan_payload(plan, tree, event, payload, around.and_then(|around| around.record));
    if let (Some(record), None) = (record, around) {
        let (name, form) = (CheckName::EventSubject, NumberForm::Full);
        plan.event_step(event, Rule::Number { name, member: subject, record, form });
    }
}

/// The payload of `record_created`, in an event or in the state's entry for it.
pub(super) fn plan_payload(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    payload: NodeId,
    original: Option<Record>,
) -> Option<Record> {
    let member = |name| Member::of(tree, payload, name);
    let canonical = member("canonical_record");
    let node = required(plan, tree, event, CheckName::RecordDigest, canonical, "an object")?;
    let record = Record { node, scope: plan.scope(Scope::of(node)) };
    if let Some(original) = original {
        plan.event_step(
            event,
            Rule::Copy {
                name: CheckName::RecordCopy,
                member: canonical,
                original: Some(original.node),
                strictness: Strictness::MustAgree,
            },
        );
    }
    let (name, scope) = (CheckName::RecordDigest, record.scope);
    plan.event_step(event, Rule::Digest { name, member: member("canonical_sha256"), scope, spelling: Spelling::Hex });
    let source = tree.member(node, "source");
    for (copy, name) in [("source_kind", "kind"), ("source_id", "id"), ("source_version", "version")] {
        plan.event_step(
            event,
            Rule::Copy {
                name: CheckName::RecordSource,
                member: member(copy),
                original: source.and_then(|source| tree.member(source, name)),
                strictness: Strictness::MustAgree,
            },
        );
    }
    record::plan_receipt(plan, tree, event, payload, record);
    Some(record)
}
