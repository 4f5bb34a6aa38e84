//! The merge step by step, and that it does not depend on the order in which events arrive.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::collections::BTreeSet;

use common::builder::{Bundle, Event, Signer, digest, trusting};
use common::{Shuffle, json, sample};
use pith_verifier::{
    Basis, CheckName, Options, Outcome, Reason, Replay, ReplayReason, Report, merge_in_orders, verify,
};
use serde_json::{Value, json};

fn replayed(bytes: &[u8]) -> Report {
    let options = Options { replay: true, explain: false, ..trusting(&[&common::builder::registry()]) };
    verify(bytes, &options)
}

fn replay(bytes: &[u8]) -> Replay {
    replayed(bytes).replay.unwrap()
}

fn reasons(replay: &Replay) -> Vec<ReplayReason> {
    replay.steps.iter().map(|step| step.reason).collect()
}

#[test]
fn the_samples_give_their_stated_state_step_by_step() {
    for name in ["bundle-1212.1787", "bundle-1411.1958", "bundle-1501.03619", "bundle-1606.05963"] {
        let replay = replay(&sample(name));
        assert_eq!(reasons(&replay), [ReplayReason::Created, ReplayReason::Listed], "{name}");
        assert_eq!((replay.basis, replay.same), (Basis::Proved, Some(true)));
        assert_eq!(replay.stated.as_ref(), Some(&replay.rebuilt));
        assert_eq!(replay.steps[1].state.as_ref(), Some(&replay.rebuilt));
        let first: Value = json(replay.steps[0].state.as_ref().unwrap().as_bytes());
        assert_eq!((&first["event_count"], &first["current"]["graph_snapshots"]), (&json!(1), &json!([])));
        let stated = json(&sample(name));
        assert_eq!(replay.rebuilt_sha256, stated["state"]["state_sha256"].as_str().unwrap());
        let pointers: Vec<_> = replay.steps[1].changes.iter().map(|change| change.pointer.as_str()).collect();
        assert_eq!(pointers, ["/current/graph_snapshots/0", "/applied_event_ids/1"]);
        assert_eq!(replay.sentence, "Merging 2 events gives the state that the document states.");
    }
}

/// A record of megabytes stands in each state again, whatever the events are.
#[test]
fn the_states_after_the_steps_are_within_their_budget() {
    let mut bundle = json(&sample("bundle-1212.1787"));
    bundle["canonical_record"]["long"] = json!("x".repeat(1 << 20));
    bundle["events"] = json!(vec![json!({"event_type": "correction"}); 20]);
    let replay = replay(bundle.to_string().as_bytes());
    let states: Vec<_> = replay.steps.iter().map(|step| step.state.as_ref().map(String::len)).collect();
    assert_eq!(states.len(), 20);
    assert!(states[2].is_some() && states[3..].iter().all(Option::is_none), "{states:?}");
    assert!(replay.rebuilt.len() > 1 << 20, "the last state is always there");
}

#[test]
fn a_replay_is_only_carried_when_asked_for_and_where_there_are_events() {
    assert!(verify(&sample("bundle-1212.1787"), &Options::default()).replay.is_none());
    for name in ["record-2101.05782", "state-1212.1787", "graph-1706.00337", "pith-mirrors"] {
        assert!(replayed(&sample(name)).replay.is_none(), "{name}");
    }
    let events = json(&sample("bundle-1212.1787"))["events"].to_string();
    let alone = replay(events.as_bytes());
    assert_eq!((alone.same, alone.stated, alone.basis), (None, None, Basis::OurReading));
    let state: Value = json(alone.rebuilt.as_bytes());
    assert_eq!(state["pith_number"], "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ");
    assert_eq!(state["current"]["canonical_record"]["source"]["id"], "1212.1787");
}

/// Every effect, made by one bundle each, with what the report says of it.
#[test]
fn each_effect_is_named() {
    let correction = || Event::new("correction");
    let mut seen = BTreeSet::new();
    for (bundle, expected, applied, says) in [
        (Bundle::new().event(correction()), ReplayReason::Listed, true, "It is added to corrections."),
        (Bundle::new().event(Event::new("retraction")), ReplayReason::NoList, true, "no list for events of its type"),
        (
            Bundle::new().event(correction().previous("sha256:00")),
            ReplayReason::Listed,
            true,
            "what that means is not published",
        ),
        (
            Bundle::new().event(correction().with("supersedes", json!(["sha256:00"]))),
            ReplayReason::Listed,
            true,
            "what that means is not published",
        ),
        (
            Bundle::new().event(correction().with("supersedes", json!("sha256:00"))),
            ReplayReason::Listed,
            true,
            "what that means is not published",
        ),
        (Bundle::new().event(correction()).event(correction()), ReplayReason::Repeated, false, "does not count again"),
        (Bundle::new().event(correction().at("today")), ReplayReason::NoTime, false, "no time that can be ordered"),
        (
            Bundle::new().event(correction().by(&Signer::test(1, "nobody’s"))),
            ReplayReason::NotValid,
            false,
            "not shown to be valid",
        ),
    ] {
        let report = replayed(&bundle.bytes());
        let replay = report.replay.as_ref().unwrap();
        let step = replay.steps.last().unwrap();
        assert_eq!((step.reason, step.applied), (expected, applied));
        assert!(step.sentence.contains(says), "{}", step.sentence);
        assert_eq!(replay.basis, Basis::OurReading, "{expected:?}");
        assert!(replay.sentence.contains("It is only a reading: "), "{}", replay.sentence);
        // What is only our reading is shown and never judged.
        let rebuilt = report.checks.iter().find(|check| check.name == CheckName::StateRebuilt).unwrap();
        assert_eq!((rebuilt.outcome, rebuilt.reason), (Outcome::NotChecked, Reason::StateNotComparable));
        seen.insert(step.reason);
    }
    let mut twice = Bundle::new();
    let mut created = twice.events[0].clone();
    created = created.at("2026-07-02T00:00:00Z");
    twice = twice.event(created);
    let replay = replay(&twice.bytes());
    assert_eq!(reasons(&replay)[2], ReplayReason::RecordKept);
    assert!(replay.steps[2].applied);
    seen.extend(reasons(&replay));
    assert_eq!(seen.len(), ReplayReason::ALL.len(), "{seen:?}");
}

/// What comes first of events of one time and type is not published, so that is as the stated state has it.
#[test]
fn events_that_tie_stand_as_the_stated_state_has_them() {
    const TIED: usize = 4;
    let mut bundle = Bundle::new();
    let from = bundle.events.len();
    for number in 0..TIED {
        let event = Event::new("graph_snapshot").at("2026-09-01T00:00:00Z");
        bundle = bundle.event(event.payload(json!({"number": number, "graph_snapshot": {}})));
    }
    let (bundle, mut shuffle) = (bundle.value(), Shuffle::new(3));
    let mut order: Vec<usize> = (0..TIED).collect();
    let mut orders = BTreeSet::new();
    while orders.len() < 24 {
        shuffle.shuffle(&mut order);
        if !orders.insert(order.clone()) {
            continue;
        }
        let mut stated = bundle.clone();
        let state = &mut stated["state"];
        for list in ["/applied_event_ids", "/current/graph_snapshots"] {
            let list = state.pointer_mut(list).unwrap().as_array_mut().unwrap();
            let tied = list.split_off(list.len() - TIED);
            list.extend(order.iter().map(|&place| tied[place].clone()));
        }
        state["state_sha256"] = json!(digest(state, &["state_sha256"]));
        let replay = replay(stated.to_string().as_bytes());
        assert_eq!((replay.same, replay.steps.len()), (Some(true), from + TIED), "{order:?}");
        assert_eq!(replay.basis, Basis::Proved);
        // An earlier event does not come later because the state says so.
        let mut late = stated.clone();
        let list = late["state"]["applied_event_ids"].as_array_mut().unwrap();
        list.rotate_left(1);
        assert_eq!(self::replay(late.to_string().as_bytes()).same, Some(false));
    }
}

/// Bundles of one merge: several signers, types and times, ties included.
fn busy() -> Bundle {
    let mut bundle = Bundle::new();
    let types =
        ["author_attestation", "correction", "mirror_hint", "graph_snapshot", "unheard_of", "storage_attestation"];
    for index in 0..18 {
        let time = format!("2026-0{}-01T00:00:00Z", 3 + index % 4);
        let event =
            Event::new(types[index % types.len()]).at(&time).payload(json!({"number": index, "graph_snapshot": {}}));
        bundle = bundle.event(event);
    }
    let repeated = bundle.events[7].clone();
    bundle
        .event(repeated)
        .event(Event::new("correction").by(&Signer::test(2, "unknown")))
        .event(Event::new("correction").at("no time"))
}

/// The published promise that anyone computes the same state: whatever the order in which events arrive.
#[test]
fn merging_in_any_order_gives_the_same_state() {
    let bundle = busy().value();
    let expected = replay(bundle.to_string().as_bytes());
    assert_eq!(expected.steps.len(), 23);
    assert!(expected.steps.iter().filter(|step| step.applied).count() > 15);
    let mut shuffle = Shuffle::new(1);
    for round in 0..300 {
        let mut shuffled = bundle.clone();
        shuffle.shuffle(shuffled["events"].as_array_mut().unwrap());
        let got = replay(shuffled.to_string().as_bytes());
        assert_eq!(got.rebuilt, expected.rebuilt, "round {round}");
        assert_eq!(reasons(&got), reasons(&expected));
        let ids = |replay: &Replay| replay.steps.iter().map(|step| step.event_id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&got), ids(&expected));
    }
}

/// The function that a reader shuffles with gives the digest of the replay, for the same orders as above.
#[test]
fn one_state_comes_out_in_every_order() {
    let bytes = busy().value().to_string().into_bytes();
    let expected = replay(&bytes).rebuilt_sha256;
    let options = trusting(&[&common::builder::registry()]);
    let mut shuffle = Shuffle::new(1);
    let mut order: Vec<usize> = (0..23).collect();
    let orders: Vec<Vec<usize>> = std::iter::repeat_with(|| {
        shuffle.shuffle(&mut order);
        order.clone()
    })
    .take(300)
    .collect();
    let states = merge_in_orders(&bytes, &orders, &options).unwrap();
    assert_eq!(states, vec![expected; 300]);
}

#[test]
fn only_whole_orders_of_events_are_merged() {
    let bytes = sample("bundle-1212.1787");
    let refused = |bytes: &[u8], order: &[usize]| {
        merge_in_orders(bytes, &[vec![0, 1], order.to_vec()], &Options::default()).unwrap_err()
    };
    for order in [&[0][..], &[0, 0], &[0, 2], &[0, 1, 1], &[]] {
        let refusal = refused(&bytes, order);
        assert_eq!(refusal.reason, Reason::ValueMismatch);
        assert_eq!(refusal.sentence, "Expected each of the 2 events once in the order 1, found another list.");
    }
    assert_eq!(refused(b"{", &[1, 0]).reason, Reason::JsonSyntax);
    let state = merge_in_orders(&sample("state-1212.1787"), &[vec![]], &Options::default()).unwrap_err();
    assert_eq!(state.sentence, "Expected a bundle or a list of events, found a document without events.");
}

/// Where everything is known, the order of arrival does not change what the rebuilt state is compared with.
#[test]
fn a_bundle_with_its_events_reversed_still_gives_the_stated_state() {
    let mut bundle = Bundle::new().value();
    bundle["events"].as_array_mut().unwrap().reverse();
    assert_eq!(replay(bundle.to_string().as_bytes()).same, Some(true));
}

#[test]
fn the_states_after_the_steps_are_bounded() {
    let mut bundle = Bundle::new();
    for index in 0..40 {
        bundle = bundle.event(Event::new("correction").payload(json!({"number": index, "text": "x".repeat(20_000)})));
    }
    let replay = replay(&bundle.bytes());
    let total: usize = replay.steps.iter().filter_map(|step| step.state.as_ref()).map(String::len).sum();
    assert!(total < 5 << 20, "{total}");
    assert!(replay.steps[0].state.is_some());
    assert!(replay.steps[41].state.is_none());
    assert!(replay.rebuilt.len() > 800_000);
    assert!(replay.steps.iter().flat_map(|step| &step.changes).all(|change| change.value.chars().count() <= 501));
}
