//! The merge of a document's events, step by step.

use crate::canonical::{self, cut};
use crate::check::Results;
use crate::json::{self, NodeId, Tree};
use crate::limits::REPLAY_BYTES;
use crate::merge::{self, Effect, Event, Head, MERGE_VERSION, State, Step};
use crate::plan::Plan;
use crate::report::{Basis, Kind, Replay, ReplayReason, ReplayStep, StateChange};
use crate::words;

/// The events of a document, what they are merged beneath, and the state that it states.
struct Merge<'t> {
    events: Vec<Event<'t>>,
    stated: Option<NodeId>,
    steps: Vec<Step>,
    head: Head,
}

impl<'t> Merge<'t> {
    /// Merges the events of a bundle or of a list of events, as they arrive in `order` or else as they stand; other
    /// documents have no events to merge.
    fn of(tree: &'t Tree<'t>, plan: &Plan, results: &Results, order: Option<&[usize]>) -> Option<Self> {
        if !matches!(plan.kind, Kind::Bundle | Kind::EventList) {
            return None;
        }
        let mut events = results.merge_events(tree, plan);
        if let Some(order) = order {
            events = order.iter().filter_map(|&index| events.get(index).copied()).collect();
        }
        let root = tree.root();
        let stated = tree.member(root, "state").filter(|&state| plan.kind == Kind::Bundle && tree.is_object(state));
        let steps = merge::merge(&events, stated.map(|state| (tree, state)));
        let head = match plan.kind {
            Kind::Bundle => Head::of_bundle(tree, root),
            _ => head_of_events(&events, &steps),
        };
        Some(Self { events, stated, steps, head })
    }
}

/// Whether a list names each of so many events once.
pub(crate) fn is_order(order: &[usize], events: usize) -> bool {
    let mut seen = vec![false; events];
    let mut first = |&index: &usize| seen.get_mut(index).is_some_and(|seen| !std::mem::replace(seen, true));
    order.len() == events && order.iter().all(&mut first)
}

/// The `state_sha256` of the state that the document's events give when they arrive in that order.
pub(crate) fn state_in_order(tree: &Tree<'_>, plan: &Plan, results: &Results, order: &[usize]) -> Option<String> {
    let Merge { events, steps, head, .. } = Merge::of(tree, plan, results, Some(order))?;
    let mut state = State::default();
    for &Step { event, effect } in &steps {
        if let Some(event) = events.get(event) {
            state.take(event, effect);
        }
    }
    Some(state.with_digest(&head).1)
}

/// Replays the merge of a bundle or of a list of events.
pub(crate) fn replay(tree: &Tree<'_>, plan: &Plan, results: &Results) -> Option<Replay> {
    let Merge { events, stated, steps, head } = Merge::of(tree, plan, results, None)?;
    let root = tree.root();
    let known = match plan.kind {
        Kind::Bundle => merge::comparable(tree, root, &events, &steps).err(),
        _ => None,
    };
    let mut state = State::default();
    let mut budget = REPLAY_BYTES;
    let mut replayed = Vec::with_capacity(steps.len());
    for &Step { event: index, effect } in &steps {
        let Some(event) = events.get(index) else { continue };
        let changes = changes(state.take(event, effect));
        // Once a state was too large, none that follows is told.
        let left = if budget == 0 { None } else { budget.checked_sub(state.size(&head)) };
        budget = left.unwrap_or(0);
        let after = left.map(|_| text(state.with_digest(&head).0));
        let member = |name| tree.member_text(event.node, name).map(cut);
        replayed.push(ReplayStep {
            event: json::pointer(tree, event.node),
            event_id: member("event_id"),
            event_type: member("event_type"),
            created_at: member("created_at"),
            signer: results.events.get(index).and_then(|result| result.valid_by()),
            applied: effect.applies(),
            reason: reason(effect),
            sentence: words::replay_step(effect, merge::is_linked(event)),
            changes,
            state: after,
        });
    }
    let (rebuilt, rebuilt_sha256) = state.with_digest(&head);
    let rebuilt = text(rebuilt);
    let stated = stated.map(|state| canonical::text(tree, state));
    let same = stated.as_ref().map(|stated| *stated == rebuilt);
    let why = known.map(|reason| words::not_comparable(reason, &json::pointer(tree, reason.node())));
    Some(Replay {
        basis: if why.is_none() && stated.is_some() { Basis::Proved } else { Basis::OurReading },
        sentence: words::replay(replayed.len(), why.as_deref(), same),
        steps: replayed,
        rebuilt,
        rebuilt_sha256,
        stated,
        same,
    })
}

/// The head of a state of events that stand alone: what they are about, and the record of the first that
/// creates one.
pub(crate) fn head_of_events(events: &[Event<'_>], steps: &[Step]) -> Head {
    let created = steps.iter().find(|step| step.effect == Effect::Created);
    let created = created.and_then(|step| events.get(step.event));
    let about =
        created.or_else(|| steps.iter().find(|step| step.effect.applies()).and_then(|step| events.get(step.event)));
    let copy = |tree: &Tree<'_>, node: Option<NodeId>| {
        node.map_or_else(|| b"null".to_vec(), |node| canonical::text(tree, node).into_bytes())
    };
    Head {
        pith_number: about.map_or_else(
            || b"null".to_vec(),
            |event| copy(event.tree, event.tree.member(event.node, "subject_pith_number")),
        ),
        canonical_record: created.map_or_else(
            || b"null".to_vec(),
            |event| {
                let payload = event.tree.member(event.node, "payload");
                copy(event.tree, payload.and_then(|payload| event.tree.member(payload, "canonical_record")))
            },
        ),
        source_aliases: b"[]".to_vec(),
        merge_version: format!("\"{MERGE_VERSION}\"").into_bytes(),
    }
}

/// What a step changed, as the report has it.
pub(crate) fn changes(changes: Vec<merge::Change>) -> Vec<StateChange> {
    changes.into_iter().map(|(pointer, value)| StateChange { pointer, value: cut(&text(value)) }).collect()
}

/// Canonical bytes are UTF-8: they are made of `str` alone.
pub(crate) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// The word of the report for an effect.
pub(crate) fn reason(effect: Effect) -> ReplayReason {
    match effect {
        Effect::Created => ReplayReason::Created,
        Effect::Listed(_) => ReplayReason::Listed,
        Effect::RecordKept => ReplayReason::RecordKept,
        Effect::NoList => ReplayReason::NoList,
        Effect::Repeated => ReplayReason::Repeated,
        Effect::NotValid => ReplayReason::NotValid,
        Effect::NoTime => ReplayReason::NoTime,
    }
}
