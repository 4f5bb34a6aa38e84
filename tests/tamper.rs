//! Nothing is silent: every change of a document is noticed exactly when the coverage of the unchanged document
//! says that it must be, and else the report names what was changed as `uncovered`.
//!
//! Every leaf of every document of the corpus is changed in every way of `common/tamper.rs`, and every object and
//! array in every structural way, one change at a time. What is not so stands in
//! `common/exceptions.rs` with its reason, and an exception that is needed no longer fails the test.
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
#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/edits.rs"]
mod edits;
#[path = "common/exceptions.rs"]
mod exceptions;
#[path = "common/tamper.rs"]
mod tamper;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use edits::Text;
use exceptions::{Breach, MAY_FAIL, MAY_PASS};
use pith_verifier::{CheckName, Class, Kind, Options, Outcome, Report, VerdictWord, canonicalize, verdict, verify};
use serde_json::Value;
use tamper::Change;

/// A document as it is, and what its report says must be noticed.
struct Case {
    name: &'static str,
    text: Text,
    canonical: Vec<u8>,
    report: Report,
    /// Value and class of each leaf, by pointer.
    leaves: HashMap<String, (String, Class)>,
    covered: usize,
    outcomes: HashMap<(CheckName, String), Outcome>,
    /// The report without what is about the received bytes alone.
    content: Value,
}

impl Case {
    fn new(document: corpus::Document, options: &Options) -> Self {
        let text = Text::new(document.text);
        let report = verify(text.text.as_bytes(), options);
        assert_eq!(report.verdict.word, document.word, "{}: {:#?}", document.name, report.checks);
        let leaf = |leaf: &pith_verifier::Leaf| (leaf.pointer.clone(), (leaf.value.clone(), leaf.class));
        Self {
            name: document.name,
            canonical: canonicalize(text.text.as_bytes()).unwrap(),
            leaves: report.coverage.leaves.iter().map(leaf).collect(),
            covered: report.coverage.leaves.iter().filter(|leaf| leaf.class != Class::Uncovered).count(),
            outcomes: report.checks.iter().map(|check| ((check.name, check.pointer.clone()), check.outcome)).collect(),
            content: content(&report),
            text,
            report,
        }
    }

    /// Whether something at a place or below it is covered, and whether everything is.
    fn below(&self, pointer: &str) -> (bool, bool) {
        let leaves = self.report.coverage.leaves.iter().filter(|leaf| is_at_or_below(&leaf.pointer, pointer));
        let (covered, not): (Vec<_>, Vec<_>) = leaves.partition(|leaf| leaf.class != Class::Uncovered);
        (!covered.is_empty(), not.is_empty())
    }

    /// Whether an object or array can have nothing more in it unnoticed: a digest that holds is taken over the
    /// whole of it, or all that is in it is covered.
    fn is_closed(&self, pointer: &str) -> bool {
        let hashed = self.report.checks.iter().filter(|check| check.outcome == Outcome::Passed);
        let mut hashed = hashed.filter_map(|check| check.hashed.as_ref()).filter(|hashed| hashed.within.is_none());
        let left_out = |hashed: &pith_verifier::Hashed| {
            hashed.without.iter().any(|name| is_at_or_below(pointer, &format!("{}/{name}", hashed.pointer)))
        };
        hashed.any(|hashed| is_at_or_below(pointer, &hashed.pointer) && !left_out(hashed)) || self.below(pointer).1
    }
}

fn is_at_or_below(pointer: &str, place: &str) -> bool {
    pointer.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What a report says of the content: the same for the same values, however they are spelled and ordered.
fn content(report: &Report) -> Value {
    let mut content = serde_json::to_value(report).unwrap();
    content["bytes"] = Value::Null;
    content["sha256"] = Value::Null;
    content["coverage"]["leaves"].as_array_mut().unwrap().sort_by_key(|leaf| leaf["pointer"].to_string());
    content
}

fn rank(word: VerdictWord) -> usize {
    let order = [
        VerdictWord::Unreadable,
        VerdictWord::Broken,
        VerdictWord::Unsigned,
        VerdictWord::Consistent,
        VerdictWord::Verified,
    ];
    order.iter().position(|&known| known == word).unwrap()
}

/// What became of one change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Became {
    /// The verdict is worse, or an unsigned document's checks complain.
    Noticed,
    /// Everything that is new is named as `uncovered`.
    Named,
    /// The values are the same, and so is the report.
    Same,
    /// One of the exceptions.
    Excepted,
}

/// What is wrong.
enum Wrong {
    /// It may be among the exceptions.
    Breach(Breach),
    /// Nothing excuses it.
    Never(&'static str),
}

fn judge(case: &Case, change: &Change, made: &str, options: &Options) -> Result<Became, Wrong> {
    let after = verify(made.as_bytes(), options);
    if verdict(made.as_bytes(), options) != after.verdict.word {
        return Err(Wrong::Never("the verdict alone is another"));
    }
    if canonicalize(made.as_bytes()).is_ok_and(|bytes| bytes == case.canonical) {
        return if content(&after) == case.content {
            Ok(Became::Same)
        } else {
            Err(Wrong::Breach(Breach::OtherReport))
        };
    }
    let (old, new) = (rank(case.report.verdict.word), rank(after.verdict.word));
    if new > old {
        return Err(Wrong::Never("the verdict is better"));
    }
    let must_not_be_read = ["duplicated", "text after the value"].contains(&change.kind);
    if must_not_be_read && after.verdict.word != VerdictWord::Unreadable {
        return Err(Wrong::Never("it can be read"));
    }
    let pointer = &case.text.nodes[change.node].pointer;
    let Moved { mut lost, grown, gained } = moved(case, pointer, &after);
    // The pointers of an object whose keys are numbers are those of an array.
    lost |= change.kind == "array to object" && case.below(pointer).0;
    let around = if change.kind == "element repeated" { pointer.rsplit_once('/').unwrap().0 } else { pointer };
    let expected = must_not_be_read || lost || grown && case.is_closed(around);
    let worse = new < old;
    // Nobody relies on another word than `verified` alone.
    let noticed = worse || case.report.verdict.word != VerdictWord::Verified && complains(case, &after);
    if !noticed && !names_all(&after, made) {
        return Err(Wrong::Never("a leaf is not named"));
    }
    match (noticed, expected) {
        (true, false) if worse => Err(Wrong::Breach(Breach::Noticed)),
        (true, _) => Ok(Became::Noticed),
        (false, true) => Err(Wrong::Breach(Breach::NotNoticed)),
        (false, false) if gained => Err(Wrong::Breach(Breach::Covered)),
        (false, false) => Ok(Became::Named),
    }
}

/// Whether the report has every leaf of the text with its value, as another reader reads it.
fn names_all(report: &Report, text: &str) -> bool {
    let mut there = Vec::new();
    leaves(&serde_json::from_str(text).unwrap(), String::new(), &mut there);
    let named = report.coverage.leaves.iter().map(|leaf| (&leaf.pointer, &leaf.value));
    named.eq(there.iter().map(|(pointer, value)| (pointer, value)))
}

/// What a change did to the leaves.
struct Moved {
    /// A covered one is gone from its place, or has another value.
    lost: bool,
    /// There is one that was not there with its value.
    grown: bool,
    /// And one of these is covered.
    gained: bool,
}

fn moved(case: &Case, pointer: &str, after: &Report) -> Moved {
    if after.refusal.is_some() {
        return Moved { lost: case.below(pointer).0, grown: false, gained: false };
    }
    let (mut kept, mut grown, mut gained) = (0, false, false);
    for leaf in &after.coverage.leaves {
        if let Some((_, class)) = case.leaves.get(&leaf.pointer).filter(|(value, _)| *value == leaf.value) {
            kept += usize::from(*class != Class::Uncovered);
        } else {
            (grown, gained) = (true, gained || leaf.class != Class::Uncovered);
        }
    }
    Moved { lost: kept < case.covered, grown, gained }
}

/// Whether an unsigned document is taken for another kind, or a check says something that it did not.
fn complains(case: &Case, after: &Report) -> bool {
    let said = |check: &pith_verifier::Check| {
        let before = case.outcomes.get(&(check.name, check.pointer.clone()));
        matches!(check.outcome, Outcome::Failed | Outcome::NotChecked) && before != Some(&check.outcome)
    };
    after.kind != case.report.kind || after.checks.iter().any(said)
}

/// The leaves of a value in document order.
fn leaves(value: &Value, pointer: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, value) in members {
                leaves(value, format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(elements) if !elements.is_empty() => {
            for (index, value) in elements.iter().enumerate() {
                leaves(value, format!("{pointer}/{index}"), found);
            }
        }
        _ => found.push((pointer, value.to_string())),
    }
}

/// What was counted, and what went wrong.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<(&'static str, &'static str, Became), usize>,
    /// How often which part of which exception was needed: list, exception, document, kind, place.
    needed: BTreeMap<(bool, usize, usize, usize, usize), usize>,
    wrong: Vec<String>,
}

impl Tally {
    fn take(&mut self, case: &Case, change: &Change, made: &str, options: &Options) {
        let pointer = &case.text.nodes[change.node].pointer;
        let became = judge(case, change, made, options);
        let breach = match became {
            Ok(became) => return self.count(case, change, became),
            Err(Wrong::Never(says)) => Err(says),
            Err(Wrong::Breach(breach)) => Ok(breach),
        };
        let found = breach.ok().and_then(|breach| {
            let (passes, list) = if breach == Breach::Noticed { (false, MAY_FAIL) } else { (true, MAY_PASS) };
            list.iter().enumerate().filter(|(_, exception)| exception.breach == breach).find_map(
                |(index, exception)| {
                    let document = exception.documents.iter().position(|&name| name == case.name)?;
                    let kind = exception.kinds.iter().copied().flatten().position(|&kind| kind == change.kind)?;
                    let place = exception.places.iter().position(|place| matches(place, pointer))?;
                    Some((passes, index, document, kind, place))
                },
            )
        });
        match found {
            Some(part) => *self.needed.entry(part).or_default() += 1,
            None => self.wrong.push(format!("{} | {} | {pointer} | {breach:?}", case.name, change.kind)),
        }
        self.count(case, change, Became::Excepted);
    }

    fn count(&mut self, case: &Case, change: &Change, became: Became) {
        *self.counts.entry((case.name, change.kind, became)).or_default() += 1;
    }

    fn add(&mut self, other: Self) {
        for (key, count) in other.counts {
            *self.counts.entry(key).or_default() += count;
        }
        for (part, count) in other.needed {
            *self.needed.entry(part).or_default() += count;
        }
        self.wrong.extend(other.wrong);
    }

    fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// A line for each document or kind of change.
    fn print(&self, of: impl Fn(&(&'static str, &'static str, Became)) -> &'static str) {
        let mut rows: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
        for (key, count) in &self.counts {
            for row in [of(key), "together"] {
                let row = rows.entry(row).or_default();
                row[0] += count;
                row[key.2 as usize + 1] += count;
            }
        }
        println!("| | changes | noticed | named | same | excepted |\n| --- | --: | --: | --: | --: | --: |");
        for (name, [all, noticed, named, same, excepted]) in rows {
            println!("| {name} | {all} | {noticed} | {named} | {same} | {excepted} |");
        }
    }
}

/// How often each exception was needed.
fn print_exceptions(tally: &Tally) {
    for (passes, list, title) in [(true, MAY_PASS, "may pass"), (false, MAY_FAIL, "may fail")] {
        println!("| {title} | changes |\n| --- | --: |");
        for (index, exception) in list.iter().enumerate() {
            let parts = tally.needed.iter().filter(|(part, _)| part.0 == passes && part.1 == index);
            println!("| {} | {} |", exception.why, parts.map(|(_, count)| count).sum::<usize>());
        }
    }
}

fn matches(place: &str, pointer: &str) -> bool {
    let (place, pointer): (Vec<_>, Vec<_>) = (place.split('/').collect(), pointer.split('/').collect());
    place.len() == pointer.len() && place.iter().zip(&pointer).all(|(known, step)| known == &"*" || known == step)
}

/// Each part of an exception that no change needed.
fn needless(tally: &Tally) -> Vec<String> {
    let mut needless = Vec::new();
    for (passes, list) in [(true, MAY_PASS), (false, MAY_FAIL)] {
        for (index, exception) in list.iter().enumerate() {
            let needed: Vec<_> = tally.needed.keys().filter(|part| part.0 == passes && part.1 == index).collect();
            let mut say = |texts: &[&str], is_needed: &dyn Fn(usize) -> bool| {
                let unused = texts.iter().enumerate().filter(|&(at, _)| !is_needed(at));
                needless.extend(unused.map(|(_, text)| format!("{}: {text}", exception.why)));
            };
            say(exception.documents, &|at| needed.iter().any(|part| part.2 == at));
            say(&exception.kinds.concat(), &|at| needed.iter().any(|part| part.3 == at));
            say(exception.places, &|at| needed.iter().any(|part| part.4 == at));
        }
    }
    needless
}

/// With `PITH_TALLY=1` it prints what was counted.
#[test]
fn nothing_is_silent() {
    let options = &corpus::options();
    let cases: Vec<Case> = corpus::documents().into_iter().map(|document| Case::new(document, options)).collect();
    let nodes: Vec<(usize, usize)> = cases
        .iter()
        .enumerate()
        .flat_map(|(case, found)| (0..found.text.nodes.len()).map(move |node| (case, node)))
        .collect();
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let run = || {
        let mut own = Tally::default();
        while let Some(&(index, node)) = nodes.get(next.fetch_add(1, Ordering::Relaxed)) {
            let case = &cases[index];
            // Those after it come first, so that each document gives and takes.
            let others = cases[index + 1..].iter().chain(&cases[..index]);
            let (same, other): (Vec<_>, Vec<_>) = others.partition(|other| other.report.kind == case.report.kind);
            let donors: Vec<&Text> = same.into_iter().chain(other).map(|case| &case.text).collect();
            let mut seen = HashSet::new();
            for change in tamper::changes(&case.text, node, &donors) {
                let made = case.text.with(&change.edit);
                if made != case.text.text && !seen.contains(&made) {
                    own.take(case, &change, &made, options);
                    seen.insert(made);
                }
            }
        }
        tally.lock().unwrap().add(own);
    };
    std::thread::scope(|scope| {
        scope.spawn(run);
        scope.spawn(run);
    });
    let tally = tally.into_inner().unwrap();
    if std::env::var_os("PITH_TALLY").is_some() {
        tally.print(|key| key.0);
        tally.print(|key| key.1);
        print_exceptions(&tally);
    }
    println!("{} changes of {} documents", tally.total(), cases.len());
    assert!(tally.wrong.is_empty(), "{} are wrong:\n{}", tally.wrong.len(), tally.wrong.join("\n"));
    assert_eq!(needless(&tally), [""; 0], "an exception is needed no longer");
    assert!(tally.total() >= 60_000, "{}", tally.total());
}

/// Found by changing an array to an object: such a list came out as verified.
#[test]
fn events_in_an_object_are_no_list_of_events() {
    let document = corpus::documents().into_iter().find(|document| document.name == "events").unwrap();
    let events = common::json(document.text.as_bytes())["events"].take();
    let judged =
        |events: &Value| verify(serde_json::json!({"events": events}).to_string().as_bytes(), &corpus::options());
    assert_eq!(judged(&events).kind, Kind::EventList);
    let in_object = judged(&serde_json::json!({"0": events[0], "1": events[1]}));
    assert_eq!((in_object.kind, in_object.verdict.word), (Kind::Unrecognised, VerdictWord::Unreadable));
}
