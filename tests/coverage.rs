//! Coverage is true: a change is noticed if and only if the coverage says that it must be.
//!
//! Every leaf of the five signed documents is changed in every way below, and every object and array in
//! every structural way. Where the rule "noticed if and only if not `uncovered`" does not hold as it
//! stands, the exception is in one of the two functions named `exception`, with its reason.
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

use common::builder::{Bundle, Event, registry, trusting};
use common::{SIGNED, json, sample};
use pith_verifier::{Class, Options, Report, VerdictWord, verify};
use serde_json::{Map, Value, json};

/// Verifies with the built-in key and that of the bundle built here, without explanations.
fn check(bytes: &[u8]) -> Report {
    verify(bytes, &Options { explain: false, ..trusting(&[&registry()]) })
}

fn is_verified(document: &Value) -> bool {
    check(document.to_string().as_bytes()).verdict.word == VerdictWord::Verified
}

/// The signed samples, and a bundle with events of other types, one of which follows another.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let mut documents: Vec<_> = SIGNED.iter().map(|&name| (name, sample(name))).collect();
    let hint = Event::new("mirror_hint").payload(json!({"url": "https://example.org/", "numbers": [1, 1.5, null]}));
    let built = Bundle::new().event(Event::new("correction").previous("sha256:00")).event(hint);
    documents.push(("bundle-built", built.bytes()));
    documents
}

/// The object or array that a pointer's last step is taken in, and that step.
fn parent<'v>(document: &'v mut Value, pointer: &str) -> (&'v mut Value, String) {
    let (parent, step) = pointer.rsplit_once('/').unwrap();
    (document.pointer_mut(parent).unwrap(), step.replace("~1", "/").replace("~0", "~"))
}

fn removed(document: &Value, pointer: &str) -> Value {
    let mut changed = document.clone();
    match parent(&mut changed, pointer) {
        (Value::Object(members), step) => drop(members.shift_remove(&step).unwrap()),
        (Value::Array(elements), step) => drop(elements.remove(step.parse().unwrap())),
        _ => unreachable!(),
    }
    changed
}

fn replaced(document: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = document.clone();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

/// Other values for a leaf: of its type, of another type, and for a string with one character changed,
/// left out or put in.
fn other_values(leaf: &Value) -> Vec<(&'static str, Value)> {
    match leaf {
        Value::Null => vec![("other type", json!("null")), ("other type", json!(0))],
        Value::Bool(value) => vec![("same type", json!(!value)), ("other type", json!(value.to_string()))],
        Value::Number(number) => {
            let Some(number) = number.as_i64() else {
                let number = number.as_f64().unwrap();
                return vec![("same type", json!(number + 1.0)), ("other type", json!(number.to_string()))];
            };
            vec![
                ("same type", json!(number + 1)),
                ("same type", json!(number - 1)),
                ("other type", json!(number.to_string())),
                ("other type", json!(format!("{number}.0").parse::<f64>().unwrap())),
                ("other type", json!(null)),
            ]
        }
        Value::Array(_) => vec![("same type", json!([0])), ("other type", json!({})), ("other type", json!(null))],
        Value::Object(_) => {
            vec![("same type", json!({"added": 0})), ("other type", json!([])), ("other type", json!(0))]
        }
        Value::String(text) => {
            let mut others = vec![
                ("same type", json!(format!("{text} and more"))),
                ("same type", json!("another text")),
                ("other type", json!(7)),
                ("other type", json!(null)),
                ("other type", json!([text])),
            ];
            let chars: Vec<char> = text.chars().collect();
            for at in [0, chars.len() / 2, chars.len().saturating_sub(1)] {
                let Some(&old) = chars.get(at) else { continue };
                let swapped = if old == 'x' { 'y' } else { 'x' };
                let upper = if old.is_lowercase() { old.to_ascii_uppercase() } else { old.to_ascii_lowercase() };
                for new in [Some(swapped), Some('а'), Some(upper), None] {
                    let mut other: String = chars[..at].iter().collect();
                    other.extend(new);
                    other.extend(&chars[at + 1..]);
                    if other != *text {
                        others.push(("one character", json!(other)));
                    }
                }
            }
            others.retain(|(_, value)| value != leaf);
            others
        }
    }
}

/// Changes of a leaf to which the rule does not apply, each with its reason.
fn leaf_exception(pointer: &str, class: Class, old: &Value, new: Option<&Value>) -> Option<&'static str> {
    let (old, new) = (old.as_str(), new.and_then(Value::as_str));
    if class == Class::Bound && old.zip(new).is_some_and(|(old, new)| old.to_lowercase() == new.to_lowercase()) {
        return Some("the title's hash binds it up to letter case");
    }
    if pointer.ends_with("/abstract_excerpt")
        && class == Class::Uncovered
        && new.is_some_and(|new| new.chars().count() < 600)
    {
        return Some("an excerpt of 600 characters is cut and not checked; made shorter it passes for whole and is");
    }
    None
}

#[test]
fn a_changed_leaf_is_noticed_exactly_when_it_is_covered() {
    let (mut tried, mut noticed, mut excepted) = (0, 0, 0);
    for (name, original) in documents() {
        let document = json(&original);
        let report = check(&original);
        assert_eq!(report.verdict.word, VerdictWord::Verified);
        let before = tried;
        for leaf in &report.coverage.leaves {
            let pointer = leaf.pointer.as_str();
            let old = document.pointer(pointer).unwrap();
            let changes = other_values(old).into_iter().map(|(how, value)| {
                let exception = leaf_exception(pointer, leaf.class, old, Some(&value));
                (how, exception, replaced(&document, pointer, value))
            });
            let removal = ("removed", leaf_exception(pointer, leaf.class, old, None), removed(&document, pointer));
            for (how, exception, changed) in changes.chain([removal]) {
                tried += 1;
                let verified = is_verified(&changed);
                noticed += usize::from(!verified);
                if exception.is_some() {
                    excepted += 1;
                    continue;
                }
                let covered = leaf.class != Class::Uncovered;
                assert_eq!(
                    verified,
                    !covered,
                    "{name} {pointer} {how} {:?}: {:?}",
                    leaf.class,
                    changed.pointer(pointer)
                );
            }
        }
        println!("{name}: {} leaves, {} changes", report.coverage.total, tried - before);
    }
    println!("{tried} changes of leaves, {noticed} noticed, {excepted} of them by a named exception");
    assert!(tried > 10_000 && excepted < 200, "{tried} {excepted}");
}

/// Every object and array of a document, with its pointer.
fn containers(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(elements) => elements.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => return,
    };
    found.push(pointer.to_owned());
    for (step, child) in children {
        containers(child, &format!("{pointer}/{step}"), found);
    }
}

/// Members of a record that may be missing as a whole: nothing says that a record must have them, and
/// what they say goes with them. The rest of what is not `uncovered` must be there.
fn may_be_missing(name: &str, pointer: &str) -> Option<&'static str> {
    if !name.starts_with("record") {
        return None;
    }
    match pointer {
        "/paper" => Some("a record need not repeat its title page"),
        "/graph_snapshot" => Some("a record need not carry a graph snapshot"),
        "/graph_snapshot/paper" => Some("a snapshot need not repeat the title page"),
        "/graph_snapshot/source" => Some("a snapshot need not repeat the source"),
        "/graph_snapshot/claims"
        | "/graph_snapshot/references"
        | "/graph_snapshot/formal_canon"
        | "/graph_snapshot/author_claims"
        | "/graph_snapshot/integrity" => Some("which sections a snapshot has is not published"),
        "/aliases" => Some("which aliases a record has is not published"),
        _ if pointer.starts_with("/aliases/") && pointer.matches('/').count() == 2 => {
            Some("which aliases a record has is not published")
        }
        _ => None,
    }
}

/// The text of a document in which one object has a member twice.
fn with_duplicate(document: &Value, pointer: &str, key: &str) -> String {
    let mut changed = document.clone();
    let object = changed.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
    let copy = object[key].clone();
    object.insert("\u{1}twice".to_owned(), copy);
    changed.to_string().replace(r#""\u0001twice":"#, &format!("{}:", json!(key)))
}

struct Tally {
    tried: usize,
    noticed: usize,
    excepted: usize,
}

#[test]
fn a_structural_change_is_noticed_exactly_when_it_is_covered() {
    let mut tally = Tally { tried: 0, noticed: 0, excepted: 0 };
    for (name, original) in documents() {
        let document = json(&original);
        let report = check(&original);
        // Whether anything below a place is covered, and whether everything is.
        let below = |pointer: &str| {
            let prefix = format!("{pointer}/");
            let leaves = report.coverage.leaves.iter();
            let classes: Vec<Class> = leaves
                .filter(|leaf| leaf.pointer == pointer || leaf.pointer.starts_with(&prefix))
                .map(|leaf| leaf.class)
                .collect();
            let covered = classes.iter().filter(|&&class| class != Class::Uncovered).count();
            (covered > 0, covered == classes.len())
        };
        let mut places = Vec::new();
        containers(&document, "", &mut places);
        for place in &places {
            // What is under a digest as a whole notices a new member; of a bundle that is everything
            // but the signature object.
            let closed = if name.starts_with("bundle") { place != "/bundle_signature" } else { below(place).1 };
            structural(name, &document, place, closed, &below, &mut tally);
        }
    }
    let Tally { tried, noticed, excepted } = tally;
    println!("{tried} structural changes, {noticed} noticed, {excepted} by a named exception");
    assert!(tried > 2_500 && excepted < 60, "{tried} {excepted}");
}

fn structural(
    name: &str,
    document: &Value,
    place: &str,
    closed: bool,
    below: &dyn Fn(&str) -> (bool, bool),
    tally: &mut Tally,
) {
    let mut expect = |changed: &Value, noticed: bool, exception: Option<&str>, what: &str| {
        tally.tried += 1;
        let verified = is_verified(changed);
        tally.noticed += usize::from(!verified);
        if exception.is_some() {
            tally.excepted += 1;
            assert!(verified, "{name} {place} {what}: the exception is not needed");
        } else {
            assert_eq!(!verified, noticed, "{name} {place} {what}");
        }
    };
    match document.pointer(place).unwrap() {
        Value::Object(members) => {
            let with = |members: Map<String, Value>| match place {
                "" => Value::Object(members),
                _ => replaced(document, place, Value::Object(members)),
            };
            let reversed: Map<String, Value> = members.iter().rev().map(|(k, v)| (k.clone(), v.clone())).collect();
            expect(&with(reversed), false, None, "reordered");
            let mut added = members.clone();
            added.insert("added".to_owned(), json!(1));
            expect(&with(added), closed, None, "added");
            for key in members.keys() {
                let child = format!("{place}/{}", key.replace('~', "~0").replace('/', "~1"));
                let covered = below(&child).0;
                let exception = may_be_missing(name, &child).filter(|_| covered);
                expect(&removed(document, &child), closed || covered, exception, &format!("{key} removed"));
                let renamed: Map<String, Value> = members
                    .iter()
                    .map(|(k, v)| (if k == key { format!("{k}x") } else { k.clone() }, v.clone()))
                    .collect();
                expect(&with(renamed), closed || covered, exception, &format!("{key} renamed"));
                let twice = with_duplicate(document, place, key);
                let word = check(twice.as_bytes()).verdict.word;
                assert_eq!(word, VerdictWord::Unreadable, "{name} {place} {key} duplicated");
            }
        }
        Value::Array(elements) => {
            let with = |elements: Vec<Value>| replaced(document, place, Value::Array(elements));
            let mut added = elements.clone();
            added.push(json!(0));
            let in_bundle = name.starts_with("bundle");
            let noticed = closed && (in_bundle || !place.starts_with("/aliases"));
            expect(&with(added), noticed, None, "element added");
            if elements.len() > 1 {
                let mut swapped = elements.clone();
                swapped.swap(0, 1);
                expect(&with(swapped), noticed && elements[0] != elements[1], None, "reordered");
            }
            for at in 0..elements.len() {
                let child = format!("{place}/{at}");
                let covered = below(&child).0;
                let exception = may_be_missing(name, &child).filter(|_| covered);
                expect(&removed(document, &child), closed || covered, exception, &format!("element {at} removed"));
                let mut twice = elements.clone();
                twice.insert(at, elements[at].clone());
                expect(&with(twice), noticed, None, &format!("element {at} repeated"));
            }
        }
        _ => unreachable!(),
    }
}
