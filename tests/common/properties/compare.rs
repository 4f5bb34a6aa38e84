//! Several documents.

use std::collections::{BTreeMap, BTreeSet};

use pith_verifier::{Comparison, ComparisonWord, ConflictKind, Document, Options, Relation, VerdictWord};

use super::{assert_plain, options, tamper};

/// Not in any JSON text.
const BETWEEN: u8 = 0x1E;

/// The documents of an input, which stand with U+001E between them. What starts with `@` is an input of the target
/// `tamper`, for the document that it makes.
pub fn documents(data: &[u8]) -> Vec<Vec<u8>> {
    let made = |piece: &[u8]| piece.strip_prefix(b"@").map_or_else(|| piece.to_vec(), tamper::document);
    let mut documents: Vec<Vec<u8>> = data.split(|&byte| byte == BETWEEN).take(4).map(made).collect();
    if documents.len() == 1 {
        documents.push(tamper::document(b""));
    }
    documents
}

/// A comparison is total and consistent in itself, says of each document what `verify` says, and depends on the order
/// of the documents in nothing but who is first.
pub fn compare(data: &[u8]) {
    let documents = documents(data);
    let forward: Vec<usize> = (0..documents.len()).collect();
    let comparison = compared(&documents, &forward);
    assert_sound(&comparison, &documents);
    let expected = told(&comparison, &forward);
    let backward: Vec<usize> = forward.iter().rev().copied().collect();
    let mut turned = forward.clone();
    turned.rotate_left(1);
    for order in [backward, turned] {
        assert_eq!(told(&compared(&documents, &order), &order), expected, "in the order {order:?}");
    }
}

fn compared(documents: &[Vec<u8>], order: &[usize]) -> Comparison {
    let documents: Vec<Document<'_>> =
        order.iter().map(|&index| Document { name: None, bytes: &documents[index] }).collect();
    pith_verifier::compare(&documents, &options()).expect("so few documents")
}

fn assert_sound(comparison: &Comparison, documents: &[Vec<u8>]) {
    let count = documents.len();
    assert_eq!(comparison.documents.len(), count);
    assert_eq!(comparison.pairs.len(), count * (count - 1) / 2);
    for (found, bytes) in comparison.documents.iter().zip(documents) {
        let report = pith_verifier::verify(bytes, &Options { explain: false, ..options() });
        assert_eq!((found.verdict, found.kind), (report.verdict.word, report.kind));
        assert_eq!(found.refusal, report.refusal);
        assert!(found.events.iter().all(|&event| event < comparison.events.len()));
    }
    for pair in &comparison.pairs {
        assert!(pair.first < pair.second && pair.second < count);
        let ids = |document: usize| comparison.documents[document].canonical_sha256.as_ref();
        if ids(pair.first).is_some() && ids(pair.first) == ids(pair.second) {
            let alike = [Relation::Same, Relation::NotComparable];
            assert!(alike.contains(&pair.relation), "{:?}", pair.relation);
        }
        assert_plain(&pair.sentence);
    }
    let broken = comparison.documents.iter().any(|document| document.verdict == VerdictWord::Broken);
    if broken || !comparison.conflicts.is_empty() {
        assert_eq!(comparison.word, ComparisonWord::Conflict);
    }
    for event in &comparison.events {
        assert!(!event.places.is_empty() && event.places.iter().all(|place| place.document < count));
    }
    for conflict in &comparison.conflicts {
        assert!(conflict.first.document < count && conflict.second.document < count);
        assert_ne!(conflict.first.sha256, conflict.second.sha256, "{}", conflict.sentence);
        assert_plain(&conflict.sentence);
    }
    assert_plain(&comparison.sentence);
}

/// What a comparison says, with the documents called by their first numbers.
#[derive(Debug, PartialEq)]
struct Told {
    word: ComparisonWord,
    conflicts: BTreeSet<ConflictKind>,
    events: Vec<(Option<String>, bool, usize)>,
    relations: BTreeMap<(usize, usize), Relation>,
    /// By number: the state, its digest, what was merged, and who states it.
    merged: BTreeMap<String, (String, String, BTreeSet<usize>, BTreeSet<usize>)>,
}

fn told(comparison: &Comparison, order: &[usize]) -> Told {
    let named = |documents: &[usize]| documents.iter().map(|&at| order[at]).collect();
    let relation = |pair: &pith_verifier::Pair| {
        let (first, second) = (order[pair.first], order[pair.second]);
        if first < second { ((first, second), pair.relation) } else { ((second, first), turned(pair.relation)) }
    };
    let mut events: Vec<_> =
        comparison.events.iter().map(|event| (event.event_id.clone(), event.trusted, event.places.len())).collect();
    // Events of the same time, type and identifier stand as they came.
    events.sort();
    Told {
        word: comparison.word,
        conflicts: comparison.conflicts.iter().map(|conflict| conflict.kind).collect(),
        events,
        relations: comparison.pairs.iter().map(relation).collect(),
        merged: comparison
            .merged
            .iter()
            .map(|merged| {
                let who = (named(&merged.documents), named(&merged.stated_by));
                (merged.pith_number.clone(), (merged.state.clone(), merged.state_sha256.clone(), who.0, who.1))
            })
            .collect(),
    }
}

/// How the second stands to the first.
fn turned(relation: Relation) -> Relation {
    match relation {
        Relation::Older => Relation::Newer,
        Relation::Newer => Relation::Older,
        Relation::Within => Relation::Extends,
        Relation::Extends => Relation::Within,
        other => other,
    }
}
