//! Several documents about one Pith Number: no false alarm, and every constructed conflict named.
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

use common::builder::{Bundle, Event, Signer, integrity_document, integrity_event, registry, trusting};
use common::{Shuffle, json, sample};
use pith_verifier::{
    Comparison, ComparisonWord, ConflictKind, Document, Options, Reason, Relation, Standing, VerdictWord, compare,
};
use serde_json::{Map, Value, json};

fn compared(documents: &[Vec<u8>]) -> Comparison {
    let documents: Vec<Document<'_>> = documents.iter().map(|bytes| Document { name: None, bytes }).collect();
    compare(&documents, &trusting(&[&registry()])).unwrap()
}

fn pair(a: &Value, b: &Value) -> Comparison {
    compared(&[a.to_string().into_bytes(), b.to_string().into_bytes()])
}

fn relation(a: &Value, b: &Value) -> Relation {
    pair(a, b).pairs[0].relation
}

fn bundle() -> Value {
    Bundle::new().value()
}

fn later(bundle: Bundle, number: u32) -> Bundle {
    bundle
        .event(Event::new("correction").at(&format!("2026-07-0{number}T00:00:00Z")).payload(json!({"number": number})))
}

/// With which keys, and for which time.
#[test]
fn a_comparison_says_what_it_was_made_with() {
    let mut options = trusting(&[&registry()]);
    options.at = Some("2026-07-01T02:00:00+02:00".parse().unwrap());
    let bytes = Bundle::new().bytes();
    let documents = [(); 2].map(|()| Document { name: None, bytes: &bytes });
    let comparison = compare(&documents, &options).unwrap();
    assert_eq!(comparison.ring, options.ring.to_report());
    assert_eq!(comparison.ring.keys.last().unwrap().public_key_hex, registry().public_key_hex());
    assert_eq!(comparison.at.as_deref(), Some("2026-07-01T02:00:00+02:00"));
    assert_eq!(compare(&documents, &Options::default()).unwrap().at, None);
}

/// The same value, with members in another order, and other white space and escapes.
fn respelled(value: &Value, shuffle: &mut Shuffle) -> String {
    fn shuffled(value: &Value, shuffle: &mut Shuffle) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| shuffled(item, shuffle)).collect(),
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                shuffle.shuffle(&mut members);
                let members = members.into_iter().map(|(key, value)| (key.clone(), shuffled(value, shuffle)));
                Value::Object(members.collect::<Map<_, _>>())
            }
            leaf => leaf.clone(),
        }
    }
    let value = shuffled(value, shuffle);
    let text = if shuffle.below(2) == 0 { value.to_string() } else { serde_json::to_string_pretty(&value).unwrap() };
    if shuffle.below(2) == 0 { text.replace('/', "\\/") } else { text.replace("arxiv", "\\u0061rxi\\u0076") }
}

/// A thousand copies, none of which is news.
#[test]
fn copies_in_another_order_or_spelling_raise_no_alarm() {
    let original = later(later(Bundle::new(), 1), 2).value();
    let mut shuffle = Shuffle::new(2);
    for _ in 0..125 {
        let mut documents: Vec<Vec<u8>> = (0..4).map(|_| respelled(&original, &mut shuffle).into_bytes()).collect();
        for _ in 0..4 {
            let mut events = original["events"].clone();
            shuffle.shuffle(events.as_array_mut().unwrap());
            let list = if shuffle.below(2) == 0 { events } else { json!({"events": events}) };
            documents.push(respelled(&list, &mut shuffle).into_bytes());
        }
        shuffle.shuffle(&mut documents);
        let comparison = compared(&documents);
        assert_eq!(comparison.word, ComparisonWord::Agree);
        assert!(comparison.conflicts.is_empty());
        for pair in &comparison.pairs {
            assert!(matches!(pair.relation, Relation::Same | Relation::SameEvents), "{pair:?}");
            assert!(pair.only_first.is_empty() && pair.only_second.is_empty());
        }
        assert_eq!(comparison.events.len(), 4);
        assert!(comparison.events.iter().all(|event| event.places.len() == 8 && event.trusted));
        assert_eq!(comparison.merged[0].state, pith_canonical(&original["state"]));
    }
}

fn pith_canonical(value: &Value) -> String {
    String::from_utf8(pith_verifier::canonicalize(value.to_string().as_bytes()).unwrap()).unwrap()
}

#[test]
fn the_published_documents_stand_to_each_other_as_they_should() {
    let of = |a: &str, b: &str| relation(&json(&sample(a)), &json(&sample(b)));
    assert_eq!(of("bundle-1212.1787", "bundle-1212.1787"), Relation::Same);
    assert_eq!(of("bundle-1212.1787", "state-1212.1787"), Relation::SameEvents);
    assert_eq!(of("bundle-1212.1787", "bundle-1411.1958"), Relation::OtherRecord);
    assert_eq!(of("record-2101.05782", "bundle-1411.1958"), Relation::OtherRecord);
    assert_eq!(of("graph-1706.00337", "bundle-1411.1958"), Relation::OtherRecord);
    assert_eq!(of("pith-mirrors", "bundle-1411.1958"), Relation::NotComparable);
    let bundle = json(&sample("bundle-1212.1787"));
    let snapshot = &bundle["events"][1]["payload"]["graph_snapshot"];
    assert_eq!(relation(snapshot, &bundle), Relation::SameSnapshot);
    assert_eq!(relation(&bundle["canonical_record"], &bundle), Relation::SameRecord);
    assert_eq!(relation(&bundle["events"], &bundle), Relation::SameEvents);
    let mut other = snapshot.clone();
    other["builder_version"] = json!("another");
    assert_eq!(relation(&other, &bundle), Relation::OtherSnapshot);
    other["paper"]["title"] = json!("Another title");
    assert_eq!(relation(&other, &bundle), Relation::OtherRecord);
}

/// Nobody's keys are at hand for the bare events, so nothing is known against them.
#[test]
fn events_that_cannot_be_checked_are_not_called_altered() {
    let bundle = later(Bundle::new(), 1).value();
    let events = json!({"events": bundle["events"]});
    let mut with_failing = events.clone();
    with_failing["events"][2]["payload"] = json!({"number": 2});
    for (list, relation) in [(events, Relation::SameEvents), (with_failing, Relation::Altered)] {
        let texts = [bundle.to_string().into_bytes(), list.to_string().into_bytes()];
        let documents = texts.each_ref().map(|bytes| Document { name: None, bytes });
        let comparison = compare(&documents, &Options::default()).unwrap();
        assert_eq!(comparison.pairs[0].relation, relation, "{}", comparison.pairs[0].sentence);
        let word = if relation == Relation::Altered { ComparisonWord::Conflict } else { ComparisonWord::Agree };
        assert_eq!(comparison.word, word);
    }
}

/// The number and the time of an integrity event are under no signature.
#[test]
fn an_integrity_event_under_another_number_is_no_other_content() {
    let event = |number| integrity_event(number, &json!({"finding": 1}), &registry());
    let document = |event: Value| {
        let mut document = integrity_document(&json!([]), &[event]);
        document["pith_number"] = bundle()["pith_number"].clone();
        document
    };
    let mut without_payload = event(1);
    without_payload.as_object_mut().unwrap().remove("payload");
    for other in [event(2), without_payload] {
        let comparison = pair(&document(event(1)), &document(other));
        assert!(comparison.conflicts.is_empty(), "{}", comparison.conflicts[0].sentence);
        assert_eq!(comparison.pairs[0].relation, Relation::SameEvents);
    }
    let mut altered = event(1);
    altered["payload"] = json!({"finding": 2});
    let comparison = pair(&document(event(1)), &document(altered));
    assert_eq!(comparison.conflicts[0].kind, ConflictKind::EventAltered);
}

#[test]
fn older_newer_within_extends_and_forked() {
    let base = Bundle::new();
    let (one, two) = (later(base.clone(), 1), later(later(base.clone(), 1), 2));
    let only_two = later(base.clone(), 2);
    let (base, one, two, only_two) = (base.value(), one.value(), two.value(), only_two.value());
    assert_eq!(relation(&base, &two), Relation::Older);
    assert_eq!(relation(&two, &base), Relation::Newer);
    assert_eq!(relation(&one, &two), Relation::Older);
    assert_eq!(relation(&only_two, &two), Relation::Within);
    assert_eq!(relation(&two, &only_two), Relation::Extends);
    let forked = pair(&one, &only_two);
    assert_eq!((forked.word, forked.pairs[0].relation), (ComparisonWord::Forked, Relation::Forked));
    assert_eq!((&forked.pairs[0].only_first[..], &forked.pairs[0].only_second[..]), (&[2][..], &[3][..]));
    assert_eq!(
        forked.pairs[0].sentence,
        "document 1 and document 2 have forked: one event only in the first, one event only in the second."
    );
    // Together they give what the bundle with both states.
    assert_eq!(forked.merged[0].state, pith_canonical(&two["state"]));
    assert_eq!(forked.merged[0].stated_by, [0_usize; 0]);
    assert_eq!(pair(&base, &two).word, ComparisonWord::Agree);
    let states = pair(&base["state"], &two);
    assert_eq!(states.pairs[0].relation, Relation::Older);
    assert_eq!(states.events[0].places[0].standing, Standing::Valid);
    assert_eq!(states.events[0].places[1].standing, Standing::Listed);
    assert_eq!(states.merged[0].stated_by, [1]);
}

/// Two valid events of one signer that follow the same event, each in a document that is fine by itself.
#[test]
fn equivocation_is_named_with_both_digests_and_both_signatures() {
    let follows = |text: &str| Event::new("correction").payload(json!({"text": text})).previous("sha256:00");
    let (a, b) = (Bundle::new().event(follows("a")), Bundle::new().event(follows("b")));
    let (value_a, value_b) = (a.value(), b.value());
    let comparison = pair(&value_a, &value_b);
    assert_eq!(comparison.word, ComparisonWord::Conflict);
    let [conflict] = &comparison.conflicts[..] else { panic!("{:?}", comparison.conflicts) };
    assert_eq!(conflict.kind, ConflictKind::Equivocation);
    assert_ne!(conflict.first.document, conflict.second.document);
    for side in [&conflict.first, &conflict.second] {
        let value = if side.document == 0 { &value_a } else { &value_b };
        let event = &value["events"][2];
        assert_eq!(event["content_sha256"], side.sha256);
        assert_eq!(event["signature"]["signature_b64"], *side.signature_b64.as_ref().unwrap());
        assert_eq!(side.fingerprint.as_ref().unwrap(), &registry().fingerprint());
        assert_eq!(side.pointer, "/events/2");
        assert!(conflict.sentence.contains(&side.sha256));
    }
    // Another signer, or another previous event, is no equivocation; nor is the same event twice.
    let stranger = Signer::test(1, "somebody");
    let other = Bundle::new().event(follows("b").previous("sha256:01"));
    assert_eq!(pair(&value_a, &other.value()).conflicts.len(), 0);
    assert_eq!(pair(&value_a, &value_a).conflicts.len(), 0);
    let list = json!([follows("b").by(&stranger).sealed(value_a["pith_number"].as_str().unwrap())]);
    let documents = [value_a.to_string().into_bytes(), list.to_string().into_bytes()];
    let documents: Vec<_> = documents.iter().map(|bytes| Document { name: None, bytes }).collect();
    let comparison = compare(&documents, &trusting(&[&registry(), &stranger])).unwrap();
    assert_eq!(comparison.conflicts.len(), 0);
    assert_eq!(comparison.pairs[0].relation, Relation::Forked);
    // The event of somebody whom nobody trusts is not valid here: its key is not at hand. Nothing about it fails
    // either: the document has it, and no state is made with it.
    let comparison = compare(&documents, &trusting(&[&registry()])).unwrap();
    assert_eq!(comparison.events.last().unwrap().places[0].standing, Standing::Unchecked);
    assert_eq!(comparison.pairs[0].relation, Relation::Forked);
    assert_eq!(comparison.merged[0].steps.len(), 3);
}

/// A state is signed by nobody: an entry that somebody put in makes a document older, and the sentence says on
/// whose word.
#[test]
fn events_on_nobodys_word_are_said_to_be() {
    let original = bundle();
    let mut state = original["state"].clone();
    let mut entry = state["current"]["record_created"].clone();
    entry["event_id"] = json!("sha256:made-up");
    entry["created_at"] = json!("2027-01-01T00:00:00Z");
    state["current"]["corrections"] = json!([entry]);
    let comparison = pair(&original, &state);
    let [pair] = &comparison.pairs[..] else { panic!() };
    assert_eq!((pair.relation, pair.unestablished), (Relation::Older, 1));
    assert!(pair.sentence.ends_with("anybody could have added it."), "{}", pair.sentence);
    let later = later(Bundle::new(), 1).value();
    assert_eq!(self::pair(&original, &later).pairs[0].unestablished, 0);
}

#[test]
fn an_altered_event_is_named() {
    let (original, mut altered) = (bundle(), bundle());
    altered["events"][1]["payload"]["graph_snapshot"]["paper"]["headline"] = json!("A changed headline");
    for documents in [[&original, &altered], [&altered, &original]] {
        let comparison = pair(documents[0], documents[1]);
        assert_eq!(comparison.word, ComparisonWord::Conflict);
        let [conflict] = &comparison.conflicts[..] else { panic!("{:?}", comparison.conflicts) };
        assert_eq!(conflict.kind, ConflictKind::EventAltered);
        assert_eq!(comparison.pairs[0].relation, Relation::Altered);
        // The side that holds comes first.
        assert_eq!(original["events"][1]["content_sha256"], conflict.first.sha256);
        assert_ne!(conflict.first.sha256, conflict.second.sha256);
        assert!(conflict.first.fingerprint.is_some() && conflict.second.fingerprint.is_none());
        let merged = &comparison.merged[0];
        assert_eq!(merged.state, pith_canonical(&original["state"]), "only what is valid is merged");
    }
    // A state that keeps something else of an event than the event has.
    let mut state = original["state"].clone();
    state["current"]["record_created"]["target"] = json!("graph");
    let comparison = pair(&original, &state);
    assert!(comparison.conflicts.iter().any(|conflict| conflict.kind == ConflictKind::EventAltered));
}

#[test]
fn two_records_under_one_number_are_named() {
    let (original, mut altered) = (bundle(), bundle());
    altered["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI");
    let comparison = pair(&altered, &original);
    assert_eq!((comparison.word, comparison.pairs[0].relation), (ComparisonWord::Conflict, Relation::RecordConflict));
    let conflict = comparison.conflicts.iter().find(|conflict| conflict.kind == ConflictKind::RecordConflict).unwrap();
    assert_eq!((conflict.first.document, conflict.second.document), (1, 0), "the one that holds comes first");
    assert_eq!(original["canonical_sha256"], conflict.first.sha256);
    assert_eq!(conflict.second.pointer, "/canonical_record");
}

#[test]
fn two_states_of_the_same_events_are_named() {
    let (original, mut altered) = (bundle(), bundle()["state"].clone());
    altered["current"]["mirror_hints"] = json!([{"url": "https://example.org/"}]);
    let comparison = pair(&original, &altered);
    let kinds: Vec<_> = comparison.conflicts.iter().map(|conflict| conflict.kind).collect();
    assert!(kinds.contains(&ConflictKind::StateConflict), "{kinds:?}");
    let conflict = comparison.conflicts.iter().find(|conflict| conflict.kind == ConflictKind::StateConflict).unwrap();
    assert_eq!(conflict.first.pointer, "/state/current/mirror_hints/0");
    // Aliases are no part of the merge.
    let mut aliases = bundle()["state"].clone();
    aliases["current"]["source_aliases"][0]["created_at"] = json!("2027-01-01T00:00:00Z");
    let comparison = pair(&original, &aliases);
    assert!(comparison.conflicts.is_empty(), "{:?}", comparison.conflicts);
}

/// A short number identifies nothing: two records may share it.
#[test]
fn short_numbers_are_never_compared() {
    let mut short = bundle()["events"].clone();
    for event in short.as_array_mut().unwrap() {
        event["subject_pith_number"] = json!("pith:BZ4IVVZG");
        event["payload"].as_object_mut().unwrap().remove("canonical_record");
    }
    assert_eq!(relation(&short, &bundle()), Relation::NotComparable);
    assert_eq!(pair(&short, &bundle()).documents[0].pith_number, None);
}

#[test]
fn what_cannot_be_read_is_said_in_its_place() {
    let comparison = compared(&[b"{".to_vec(), bundle().to_string().into_bytes(), b"[]".to_vec()]);
    assert_eq!(comparison.word, ComparisonWord::Unrelated);
    assert_eq!(comparison.documents[0].verdict, VerdictWord::Unreadable);
    assert_eq!(comparison.documents[0].refusal.as_ref().unwrap().reason, Reason::JsonSyntax);
    assert_eq!(comparison.documents[2].refusal.as_ref().unwrap().reason, Reason::DocumentUnrecognised);
    assert_eq!(comparison.merged.len(), 0, "one document is no union");
}

#[test]
fn one_document_and_too_many_are_refused() {
    let one = |count: usize, bytes: &[u8]| {
        let documents: Vec<_> = (0..count).map(|_| Document { name: None, bytes }).collect();
        compare(&documents, &Options::default()).unwrap_err()
    };
    assert_eq!(one(1, b"{}").sentence, "Expected at least 2 documents to compare, found 1.");
    assert_eq!(one(101, b"{}").sentence, "Expected at most 100 documents to compare, found 101.");
    let large = vec![b' '; 1 << 20];
    assert_eq!(one(65, &large).reason, Reason::LimitBytes);
    let events = format!("[{}]", vec!["{\"event_type\":\"a\",\"content_sha256\":\"\"}"; 5000].join(","));
    assert_eq!(one(5, events.as_bytes()).reason, Reason::LimitEvents);
    let values = format!("[{}1]", "1,".repeat(200_000));
    assert_eq!(one(3, values.as_bytes()).sentence, "Expected at most 500000 values in all documents, found more.");
}

/// Names come from outside and stand in sentences.
#[test]
fn hostile_names_are_written_out() {
    let bytes = sample("bundle-1212.1787");
    let name = Some("a\u{202e}b\u{0}\n<script>".to_owned());
    let documents = [Document { name: name.clone(), bytes: &bytes }, Document { name, bytes: &bytes }];
    let comparison = compare(&documents, &Options::default()).unwrap();
    let sentence = &comparison.pairs[0].sentence;
    assert!(!sentence.contains(['\u{202e}', '\u{0}', '\n']), "{sentence:?}");
}

/// Two bundles with as many events, of which neither is better: what only one of them states of the whole is in the
/// merged state or not, whichever comes first.
#[test]
fn of_two_bundles_that_are_worth_the_same_the_order_decides_nothing() {
    let one = later(Bundle::new(), 1).with(|bundle| bundle["merge_version"] = json!("test-a")).value();
    let other = later(Bundle::new(), 2).with(|bundle| bundle["merge_version"] = json!("test-b")).value();
    let (first, second) = (pair(&one, &other), pair(&other, &one));
    assert_eq!(first.merged[0].state, second.merged[0].state);
    assert_eq!(first.merged[0].state_sha256, second.merged[0].state_sha256);
}

/// Nothing but its documents decides how a comparison ends: their order changes who is first, and no more.
#[test]
fn the_order_of_the_documents_does_not_matter() {
    let mut values =
        vec![bundle(), later(Bundle::new(), 1).value(), later(Bundle::new(), 2).value(), bundle()["state"].clone()];
    values[3]["current"]["record_created"]["target"] = json!("graph");
    let mut shuffle = Shuffle::new(3);
    let told = |comparison: &Comparison| {
        let mut kinds: Vec<_> = comparison.conflicts.iter().map(|conflict| conflict.kind).collect();
        kinds.sort();
        let ids: Vec<_> = comparison.events.iter().map(|event| event.event_id.clone()).collect();
        (comparison.word, kinds, ids, comparison.merged[0].state.clone())
    };
    let mut expected = None;
    for _ in 0..30 {
        shuffle.shuffle(&mut values);
        let documents: Vec<_> = values.iter().map(|value| value.to_string().into_bytes()).collect();
        let told = told(&compared(&documents));
        assert_eq!(*expected.get_or_insert_with(|| told.clone()), told);
    }
}
