//! Sentences about several documents.

use super::{refusal, shown};
use crate::limits;
use crate::report::{ComparisonWord, Conflict, ConflictKind, ConflictSide, Reason, Refusal, Relation};
use crate::visible::visible;

const FEWER: &str = "Compare fewer of them at a time.";
const STRANGER: &str = "signed by a key that does not establish its signer: whose word it is, is not known.";

const BY_A_KEY: &str = "signed by a key that establishes its signer: anybody could have added";

/// How many events two documents have.
pub(crate) struct PairCounts {
    pub(crate) first: usize,
    pub(crate) second: usize,
    pub(crate) only_first: usize,
    pub(crate) only_second: usize,
    /// How many of those that only one has rest on nobody's word.
    pub(crate) unestablished: usize,
}

/// Refuses what is more than can be compared, or less.
pub(crate) fn within_compared(documents: usize, bytes: usize, values: usize, events: usize) -> Result<(), Refusal> {
    let refused = |reason, sentence: String, hint| Err(refusal(&[], 0, reason, &sentence, hint));
    if documents < 2 {
        refused(
            Reason::LimitDocuments,
            format!("Expected at least 2 documents to compare, found {documents}"),
            "Give two or more documents about one Pith Number.",
        )
    } else if documents > limits::MAX_COMPARED {
        let most = limits::MAX_COMPARED;
        refused(
            Reason::LimitDocuments,
            format!("Expected at most {most} documents to compare, found {documents}"),
            FEWER,
        )
    } else if bytes > limits::MAX_COMPARED_BYTES {
        let most = limits::MAX_COMPARED_BYTES;
        refused(
            Reason::LimitBytes,
            format!("Expected documents of at most {most} bytes together, found {bytes}"),
            FEWER,
        )
    } else if values > limits::MAX_COMPARED_VALUES {
        let most = limits::MAX_COMPARED_VALUES;
        refused(Reason::LimitValues, format!("Expected at most {most} values in all documents, found more"), FEWER)
    } else if events > limits::MAX_COMPARED_EVENTS {
        let most = limits::MAX_COMPARED_EVENTS;
        refused(Reason::LimitEvents, format!("Expected at most {most} events in all documents, found {events}"), FEWER)
    } else {
        Ok(())
    }
}

/// A document by its name, or by its place in the list.
pub(crate) fn document(name: Option<&str>, index: usize) -> String {
    name.map_or_else(|| format!("document {}", index + 1), shown)
}

/// A place in a document.
pub(crate) fn in_document(document: &str, pointer: &str) -> String {
    if pointer.is_empty() { document.to_owned() } else { format!("{} in {document}", visible(pointer)) }
}

fn events(count: usize) -> String {
    if count == 1 { "one event".to_owned() } else { format!("{count} events") }
}

/// How the first document stands to the second, and on whose word.
pub(crate) fn relation(
    relation: Relation,
    names: &(String, String),
    counts: &PairCounts,
    elsewhere: Option<&str>,
) -> String {
    let sentence = stands(relation, names, counts, elsewhere);
    match counts.unestablished {
        0 => sentence,
        1 => format!("{sentence} One of the events that only one of them has is not {BY_A_KEY} it."),
        many => format!("{sentence} {many} of the events that only one of them has are not {BY_A_KEY} them."),
    }
}

fn stands(relation: Relation, (a, b): &(String, String), counts: &PairCounts, elsewhere: Option<&str>) -> String {
    let &PairCounts { first, second, only_first, only_second, .. } = counts;
    match relation {
        Relation::Same => format!("{a} and {b} hold the same content, value for value."),
        Relation::SameEvents => {
            let held = events(first);
            let rest = match elsewhere {
                Some(pointer) => format!("; apart from them they differ, first at {}", visible(pointer)),
                None => String::new(),
            };
            format!("{a} and {b} hold the same events ({held}){rest}.")
        }
        Relation::Older => older(a, b, first, second, only_second),
        Relation::Newer => older(b, a, second, first, only_first),
        Relation::Within => filled(a, b, first, only_second),
        Relation::Extends => filled(b, a, second, only_first),
        Relation::Forked => format!(
            "{a} and {b} have forked: {} only in the first, {} only in the second.",
            events(only_first),
            events(only_second)
        ),
        Relation::Altered => {
            format!("{a} and {b} differ in an event that holds in one of them and does not hold in the other.")
        }
        Relation::SameRecord => format!("{a} and {b} are about the same canonical record."),
        Relation::SameSnapshot => format!("{a} and {b} hold the same graph snapshot."),
        Relation::OtherSnapshot => {
            format!("{a} and {b} are about a paper of the same title, with different graph snapshots.")
        }
        Relation::RecordConflict => {
            format!(
                "{a} and {b} name the same Pith Number, but their canonical records differ: it is the number of at most one."
            )
        }
        Relation::OtherRecord => format!("{a} and {b} are about different records."),
        Relation::NotComparable => {
            format!("{a} and {b} cannot be compared: no full Pith Number, or no graph snapshot, in both.")
        }
    }
}

fn older(old: &str, new: &str, held: usize, all: usize, further: usize) -> String {
    format!(
        "{old} is older than {new}: it has the first {held} of the {all} events, in merge order; {} came later.",
        events(further)
    )
}

fn filled(inner: &str, outer: &str, held: usize, further: usize) -> String {
    format!(
        "{outer} has all that {inner} has ({}) and {} more, of which some are dated before the last of {inner}.",
        events(held),
        events(further)
    )
}

/// What the comparison found as a whole.
pub(crate) fn comparison(word: ComparisonWord, documents: usize, conflicts: &[Conflict], broken: bool) -> String {
    match word {
        ComparisonWord::Agree => {
            format!("The {documents} documents are about one record and do not contradict each other.")
        }
        ComparisonWord::Forked => {
            "Documents about one record each hold events that another lacks. None of them is the whole.".to_owned()
        }
        ComparisonWord::Unrelated => {
            "Not all of the documents are about one record, or some of them cannot be compared.".to_owned()
        }
        ComparisonWord::Conflict => match (conflicts.len(), broken) {
            (0, _) => "A document is broken, so what it says does not count. Nothing else contradicts.".to_owned(),
            (1, _) => "The documents contradict each other in one place.".to_owned(),
            (count, _) => format!("The documents contradict each other in {count} places."),
        },
    }
}

/// Two statements that contradict each other, each with its place.
pub(crate) fn conflict(
    kind: ConflictKind,
    (place_a, a): (&str, &ConflictSide),
    (place_b, b): (&str, &ConflictSide),
) -> String {
    let (digest_a, digest_b) = (&a.sha256, &b.sha256);
    match kind {
        ConflictKind::Equivocation => format!(
            "One signer signed two events that follow the same previous one: {place_a} with the digest {digest_a}, and {place_b} with {digest_b}. That is equivocation, in our reading."
        ),
        ConflictKind::EventAltered => format!(
            "One event identifier stands for two contents: {place_a} gives the digest {digest_a}, {place_b} gives {digest_b}. At most one of them is what was signed."
        ),
        ConflictKind::RecordConflict => format!(
            "One Pith Number stands for two canonical records: {place_a} has the digest {digest_a}, {place_b} has {digest_b}. At most one of them is the number’s."
        ),
        ConflictKind::StateConflict => format!(
            "The same events are said to give two states: they differ at {place_a} and {place_b}. The service says that everybody computes the same."
        ),
    }
}

/// The state of the union.
pub(crate) fn merged(count: usize, strangers: usize, stated_by: usize) -> String {
    let stated = match stated_by {
        0 => "none of the documents states it".to_owned(),
        1 => "one of the documents states it".to_owned(),
        several => format!("{several} of the documents state it"),
    };
    let signed = match strangers {
        0 => String::new(),
        1 => format!(" One event is {STRANGER}"),
        several => format!(" {several} events are {STRANGER}"),
    };
    format!(
        "In our reading of the merge, all valid events together ({}) give this state; {stated}.{signed}",
        events(count)
    )
}
