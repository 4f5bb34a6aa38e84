//! Several documents about one Pith Number: how they stand to each other, and what their events give together.
//!
//! Only full Pith Numbers are compared. An event is known by its identifier, and counts for how two documents
//! stand to each other unless something about it fails.

use std::cmp::Reverse;

use crate::canonical::{self, Scope, cut};
use crate::check::{self, Results, With};
use crate::crypto::{Digest, sha256};
use crate::encoding::hex;
use crate::identity;
use crate::json::{self, NodeId, Tree};
use crate::judge;
use crate::limits;
use crate::merge::{self, Event, Head, State};
use crate::plan::{NumberForm, Plan, Rule, TextForm};
use crate::replay;
use crate::report::{
    Basis, CheckName, ComparedDocument, ComparedEvent, Comparison, ComparisonWord, Conflict, ConflictKind,
    ConflictSide, EventPlace, Kind, MergedState, MergedStep, Pair, Refusal, Relation, Standing, VerdictWord,
};
use crate::words;

/// One of the documents to compare.
#[derive(Clone, Debug)]
pub struct Document<'d> {
    /// A name for it, such as its file name, that the comparison repeats.
    pub name: Option<String>,
    /// Its bytes as they were received.
    pub bytes: &'d [u8],
}

pub(crate) fn compare(
    documents: &[Document<'_>],
    with: With<'_>,
    verifier: &'static str,
) -> Result<Comparison, Refusal> {
    let bytes = documents.iter().map(|document| document.bytes.len()).sum();
    words::within_compared(documents.len(), bytes, 0, 0)?;
    let mut trees = Vec::with_capacity(documents.len());
    let mut values = 0;
    for document in documents {
        let tree = json::parse(document.bytes, &limits::DOCUMENT);
        values += tree.as_ref().map_or(0, Tree::len);
        words::within_compared(documents.len(), bytes, values, 0)?;
        trees.push(tree);
    }
    let mut subjects = Vec::with_capacity(documents.len());
    for (index, (document, tree)) in documents.iter().zip(&trees).enumerate() {
        subjects.push(match judge::planned(document.bytes, tree) {
            Ok((tree, plan)) => Subject::planned(index, document, (tree, &plan), with),
            Err((kind, refusal)) => Subject::refused(document, kind, refusal),
        });
    }
    let count = subjects.iter().map(|subject| subject.places.len()).sum();
    words::within_compared(documents.len(), bytes, values, count)?;
    let events = Events::of(&mut subjects);
    let numbers = by_number(&subjects, &events);
    let conflicts = conflicts(&subjects, &events, &numbers);
    let pairs = pairs(&subjects, &events);
    let merged = merged(&subjects, &events, &numbers);
    let broken = subjects.iter().any(|subject| subject.compared.verdict == VerdictWord::Broken);
    let word = word(&pairs, broken || !conflicts.is_empty());
    Ok(Comparison {
        comparison_version: "1",
        verifier,
        ring: with.ring.to_report(),
        at: with.at.map(|at| at.as_str().to_owned()),
        word,
        sentence: words::comparison(word, documents.len(), &conflicts, broken),
        documents: subjects.into_iter().map(|subject| subject.compared).collect(),
        pairs,
        events: events.compared,
        conflicts,
        merged,
    })
}

/// One document and what of it is compared.
struct Subject<'t> {
    compared: ComparedDocument,
    /// Absent when the document was refused.
    tree: Option<&'t Tree<'t>>,
    /// Its events; absent for kinds that have none.
    places: Vec<Place<'t>>,
    has_events: bool,
    record: Option<NodeId>,
    state: Option<NodeId>,
    snapshots: Vec<NodeId>,
}

/// One event in one document.
struct Place<'t> {
    document: usize,
    event: Event<'t>,
    id: Option<&'t str>,
    kind: &'t str,
    time: &'t str,
    standing: Standing,
    /// Fingerprint of the key that it is valid by, and whether that key establishes the signer.
    signer: Option<(String, bool)>,
    /// Digest of its content, where it stands whole.
    content: Option<Digest>,
    /// Digest of what a state keeps of it; integrity events are in no state.
    entry: Option<Digest>,
}

impl<'t> Subject<'t> {
    fn refused(document: &Document<'_>, kind: Kind, refusal: Refusal) -> Self {
        let verdict = words::unreadable();
        Self {
            compared: ComparedDocument {
                name: document.name.clone(),
                sha256: hex(&sha256(document.bytes)),
                canonical_sha256: None,
                kind,
                verdict: verdict.word,
                sentence: verdict.sentence,
                refusal: Some(refusal),
                pith_number: None,
                record_sha256: None,
                events: Vec::new(),
            },
            tree: None,
            places: Vec::new(),
            has_events: false,
            record: None,
            state: None,
            snapshots: Vec::new(),
        }
    }

    fn planned(index: usize, document: &Document<'_>, (tree, plan): (&'t Tree<'t>, &Plan), with: With<'_>) -> Self {
        let results = check::run(tree, plan, with);
        let verdict = judge::judge(tree, plan, &results.checks, &results.keys, &results.pins, with.at).verdict;
        let root = tree.root();
        let state = match plan.kind {
            Kind::State => Some(root),
            _ => tree.member(root, "state").filter(|_| plan.kind == Kind::Bundle),
        };
        let places = match (plan.kind, state) {
            (Kind::State, Some(state)) => listed_places(index, tree, state),
            _ => whole_places(index, tree, plan, &results),
        };
        let record = plan.record.map(|record| record.node).or_else(|| created_record(tree, plan));
        let record_digest = record.map(|record| digest_of(tree, record));
        let computed = record.zip(record_digest);
        let computed = computed.and_then(|(node, digest)| identity::number(tree, node, &digest, NumberForm::Full));
        let pith_number = stated_number(tree, plan).filter(|number| is_full_number(number)).or(computed);
        Self {
            compared: ComparedDocument {
                name: document.name.clone(),
                sha256: hex(&sha256(document.bytes)),
                canonical_sha256: Some(hex(&digest_of(tree, root))),
                kind: plan.kind,
                verdict: verdict.word,
                sentence: verdict.sentence,
                refusal: None,
                pith_number,
                record_sha256: record_digest.map(|digest| hex(&digest)),
                events: Vec::new(),
            },
            tree: Some(tree),
            places,
            has_events: matches!(plan.kind, Kind::Bundle | Kind::State | Kind::EventList | Kind::Integrity),
            record,
            state,
            snapshots: snapshots(tree, plan),
        }
    }

    fn pointer(&self, node: NodeId) -> String {
        self.tree.map(|tree| json::pointer(tree, node)).unwrap_or_default()
    }

    /// Indices of the events that count, in merge order.
    fn held(&self, document: usize, events: &Events<'_>) -> Vec<usize> {
        let counts = |&index: &usize| {
            let places = events.places.get(index).map_or(&[][..], Vec::as_slice);
            places.iter().any(|place| place.document == document && place.standing != Standing::Invalid)
        };
        self.compared.events.iter().copied().filter(counts).collect()
    }
}

fn digest_of(tree: &Tree<'_>, node: NodeId) -> Digest {
    sha256(&canonical::write(tree, &Scope::of(node)).bytes)
}

/// `pith:`, four digits, `:`, 26 letters of base32.
fn is_full_number(text: &str) -> bool {
    let parts = text.strip_prefix("pith:").and_then(|rest| rest.split_once(':'));
    parts.is_some_and(|(year, suffix)| {
        let letter = |byte: u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte);
        year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && suffix.len() == 26
            && suffix.bytes().all(letter)
    })
}

/// The number that a document names. Events that stand alone name one when all name the same.
fn stated_number(tree: &Tree<'_>, plan: &Plan) -> Option<String> {
    if plan.kind == Kind::EventList {
        let mut numbers = plan.events.iter().map(|&event| tree.member_text(event, "subject_pith_number"));
        let first = numbers.next()??;
        return numbers.all(|number| number == Some(first)).then(|| first.to_owned());
    }
    tree.member_text(tree.root(), "pith_number").map(str::to_owned)
}

/// The canonical record in the first event of a list that has one.
fn created_record(tree: &Tree<'_>, plan: &Plan) -> Option<NodeId> {
    let events = if plan.kind == Kind::EventList { plan.events.as_slice() } else { &[] };
    events.iter().find_map(|&event| {
        let payload = tree.member(event, "payload")?;
        tree.member(payload, "canonical_record").filter(|&record| tree.is_object(record))
    })
}

/// The graph snapshots of a document.
fn snapshots(tree: &Tree<'_>, plan: &Plan) -> Vec<NodeId> {
    let root = tree.root();
    let in_payload = |node: NodeId| {
        let payload = tree.member(node, "payload")?;
        tree.member(payload, "graph_snapshot")
    };
    match plan.kind {
        Kind::GraphSnapshot => vec![root],
        Kind::Record => tree.member(root, "graph_snapshot").into_iter().collect(),
        Kind::State => {
            let current = tree.member(root, "current");
            let entries = current.and_then(|current| tree.member(current, "graph_snapshots"));
            entries.into_iter().flat_map(|list| tree.children(list)).filter_map(in_payload).collect()
        }
        _ => plan.events.iter().copied().filter_map(in_payload).collect(),
    }
}

/// The events of a document that holds them whole.
fn whole_places<'t>(document: usize, tree: &'t Tree<'t>, plan: &Plan, results: &Results) -> Vec<Place<'t>> {
    let (id, integrity) = match plan.kind {
        Kind::Integrity => ("payload_sha256", true),
        _ => ("event_id", false),
    };
    let mut contents = vec![None; plan.events.len()];
    for step in &plan.steps {
        if let (Some(event), Rule::Digest { name: CheckName::EventDigest | CheckName::IntegrityDigest, scope, .. }) =
            (step.event, &step.rule)
            && let Some(content) = contents.get_mut(event)
        {
            *content = results.digest(*scope);
        }
    }
    let places = plan.events.iter().zip(&results.events).zip(contents).map(|((&node, result), content)| {
        let key = result.valid_by().and_then(|key| results.keys.get(key));
        let valid = key.is_some();
        let entry = (!integrity).then(|| sha256(&merge::entry(tree, node)));
        Place {
            document,
            event: Event { tree, node, valid: valid && !integrity },
            id: tree.member_text(node, id),
            kind: tree.member_text(node, "event_type").unwrap_or_default(),
            time: tree.member_text(node, "created_at").unwrap_or_default(),
            standing: match (valid, result.fails()) {
                (true, _) => Standing::Valid,
                (false, false) => Standing::Unchecked,
                (false, true) => Standing::Invalid,
            },
            signer: key.map(|key| (key.fingerprint.clone(), key.trust.establishes())),
            content,
            entry,
        }
    });
    places.collect()
}

/// The entries of a state.
fn listed_places<'t>(document: usize, tree: &'t Tree<'t>, state: NodeId) -> Vec<Place<'t>> {
    let Some(current) = tree.member(state, "current") else { return Vec::new() };
    let created = tree.member(current, "record_created").map(|entry| ("record_created", entry));
    let entries = merge::lists().flat_map(|list| {
        let entries = tree.member(current, list).into_iter().flat_map(|list| tree.children(list));
        entries.map(move |entry| (list.strip_suffix('s').unwrap_or(list), entry))
    });
    let places =
        created.into_iter().chain(entries).filter(|&(_, node)| tree.is_object(node)).map(|(kind, node)| Place {
            document,
            event: Event { tree, node, valid: false },
            id: tree.member_text(node, "event_id"),
            kind,
            time: tree.member_text(node, "created_at").unwrap_or_default(),
            standing: Standing::Listed,
            signer: None,
            content: None,
            entry: Some(sha256(&merge::entry(tree, node))),
        });
    places.collect()
}

/// All events of all documents, in merge order.
struct Events<'t> {
    compared: Vec<ComparedEvent>,
    /// The places of each event, the most telling first.
    places: Vec<Vec<Place<'t>>>,
}

impl<'t> Events<'t> {
    /// Takes the events out of the documents and puts their indices in.
    fn of(subjects: &mut [Subject<'t>]) -> Self {
        let all = subjects.iter_mut().flat_map(|subject| std::mem::take(&mut subject.places));
        let mut all: Vec<Option<Place<'t>>> = all.map(Some).collect();
        let ids = all.iter().map(|place| ("", "", place.as_ref().and_then(|place| place.id).unwrap_or_default()));
        let mut groups: Vec<Vec<Place<'t>>> = Vec::new();
        for index in merge::order(ids) {
            let Some(place) = all.get_mut(index).and_then(Option::take) else { continue };
            match groups.last_mut().filter(|group| group.iter().any(|first| first.id.is_some() && first.id == place.id))
            {
                Some(group) => group.push(place),
                None => groups.push(vec![place]),
            }
        }
        for group in &mut groups {
            // `Standing` is declared from the most to the least telling.
            let best = group.iter().enumerate().min_by_key(|(_, place)| place.standing).map_or(0, |(best, _)| best);
            group.swap(0, best);
        }
        let order = merge::order(groups.iter().map(|group| {
            group.first().map_or_else(Default::default, |place| (place.time, place.kind, place.id.unwrap_or_default()))
        }));
        let mut groups: Vec<Option<Vec<Place<'t>>>> = groups.into_iter().map(Some).collect();
        let places: Vec<_> =
            order.into_iter().filter_map(|index| groups.get_mut(index).and_then(Option::take)).collect();
        let compared: Vec<_> = places.iter().map(|group| compared_event(subjects, group)).collect();
        for (index, group) in places.iter().enumerate() {
            for place in group {
                let Some(subject) = subjects.get_mut(place.document) else { continue };
                if subject.compared.events.last() != Some(&index) {
                    subject.compared.events.push(index);
                }
            }
        }
        Self { compared, places }
    }
}

impl Events<'_> {
    /// For each document whether an event that holds in it does not hold in another, a row of all others to a
    /// document.
    fn altered(&self, documents: usize) -> Vec<bool> {
        let mut altered = vec![false; documents * documents];
        for places in &self.places {
            let of = |fails: bool| -> Vec<usize> {
                places
                    .iter()
                    .filter(|place| (place.standing == Standing::Invalid) == fails)
                    .map(|place| place.document)
                    .collect()
            };
            let (holds, fails) = (of(false), of(true));
            for &fails in fails.iter().filter(|document| !holds.contains(document)) {
                for &holds in &holds {
                    if let Some(pair) = altered.get_mut(holds * documents + fails) {
                        *pair = true;
                    }
                }
            }
        }
        altered
    }
}

fn compared_event(subjects: &[Subject<'_>], group: &[Place<'_>]) -> ComparedEvent {
    let first = group.first();
    let text = |text: &str| Some(cut(text)).filter(|text| !text.is_empty());
    let signer = first.and_then(|place| place.signer.clone());
    let places = group.iter().map(|place| EventPlace {
        document: place.document,
        pointer: subjects.get(place.document).map(|subject| subject.pointer(place.event.node)).unwrap_or_default(),
        standing: place.standing,
    });
    ComparedEvent {
        event_id: first.and_then(|place| place.id).map(cut),
        event_type: first.and_then(|place| text(place.kind)),
        created_at: first.and_then(|place| text(place.time)),
        trusted: signer.as_ref().is_some_and(|(_, trusted)| *trusted),
        signer: signer.map(|(fingerprint, _)| fingerprint),
        places: places.collect(),
    }
}

fn pairs(subjects: &[Subject<'_>], events: &Events<'_>) -> Vec<Pair> {
    let held: Vec<Vec<usize>> =
        subjects.iter().enumerate().map(|(document, subject)| subject.held(document, events)).collect();
    let altered = events.altered(subjects.len());
    let is_set = |at: usize| altered.get(at).copied().unwrap_or_default();
    let mut pairs = Vec::new();
    for (first, (a, held_a)) in subjects.iter().zip(&held).enumerate() {
        for (second, (b, held_b)) in subjects.iter().zip(&held).enumerate().skip(first + 1) {
            let is_altered = is_set(first * subjects.len() + second) || is_set(second * subjects.len() + first);
            let relation = match relate((a, held_a), (b, held_b)) {
                Relation::SameEvents
                | Relation::Older
                | Relation::Newer
                | Relation::Within
                | Relation::Extends
                | Relation::Forked
                    if is_altered =>
                {
                    Relation::Altered
                }
                other => other,
            };
            let about_events = a.has_events && b.has_events && relation != Relation::OtherRecord;
            let only = |of: &[usize], other: &[usize]| -> Vec<usize> {
                let missing = |index: &&usize| about_events && other.binary_search(index).is_err();
                of.iter().filter(missing).copied().collect()
            };
            let (only_first, only_second) = (only(held_a, held_b), only(held_b, held_a));
            let rests_on_nobody = |&&index: &&usize| events.compared.get(index).is_some_and(|event| !event.trusted);
            let unestablished = only_first.iter().chain(&only_second).filter(rests_on_nobody).count();
            let counts = words::PairCounts {
                unestablished,
                first: held_a.len(),
                second: held_b.len(),
                only_first: only_first.len(),
                only_second: only_second.len(),
            };
            let names = (
                words::document(a.compared.name.as_deref(), first),
                words::document(b.compared.name.as_deref(), second),
            );
            let elsewhere = match (relation, a.tree, b.tree) {
                (Relation::SameEvents, Some(x), Some(y)) if a.compared.kind == b.compared.kind => {
                    canonical::first_difference((x, x.root()), (y, y.root())).map(|difference| difference.pointer)
                }
                _ => None,
            };
            let sentence = words::relation(relation, &names, &counts, elsewhere.as_deref());
            pairs.push(Pair { first, second, relation, sentence, only_first, only_second, unestablished });
        }
    }
    pairs
}

/// How the first document stands to the second. Both lists of events are in merge order.
fn relate((a, held_a): (&Subject<'_>, &[usize]), (b, held_b): (&Subject<'_>, &[usize])) -> Relation {
    let (Some(tree_a), Some(tree_b)) = (a.tree, b.tree) else {
        return Relation::NotComparable;
    };
    if a.compared.canonical_sha256 == b.compared.canonical_sha256 {
        return Relation::Same;
    }
    let (Some(number_a), Some(number_b)) = (&a.compared.pith_number, &b.compared.pith_number) else {
        return relate_snapshots((a, tree_a), (b, tree_b));
    };
    if number_a != number_b {
        return Relation::OtherRecord;
    }
    let records = a.compared.record_sha256.as_ref().zip(b.compared.record_sha256.as_ref());
    if records.is_some_and(|(a, b)| a != b) {
        return Relation::RecordConflict;
    }
    let integrity = |subject: &Subject<'_>| subject.compared.kind == Kind::Integrity;
    if !a.has_events || !b.has_events || integrity(a) != integrity(b) {
        return Relation::SameRecord;
    }
    let within = |inner: &[usize], outer: &[usize]| inner.iter().all(|index| outer.binary_search(index).is_ok());
    match (within(held_a, held_b), within(held_b, held_a)) {
        (true, true) => Relation::SameEvents,
        (true, false) if held_b.starts_with(held_a) => Relation::Older,
        (false, true) if held_a.starts_with(held_b) => Relation::Newer,
        (true, false) => Relation::Within,
        (false, true) => Relation::Extends,
        (false, false) => Relation::Forked,
    }
}

/// Where a document names no number: a graph snapshot is known by its content, and its paper by source and title.
fn relate_snapshots((a, tree_a): (&Subject<'_>, &Tree<'_>), (b, tree_b): (&Subject<'_>, &Tree<'_>)) -> Relation {
    let is_snapshot = |subject: &Subject<'_>| subject.compared.kind == Kind::GraphSnapshot;
    if !is_snapshot(a) && !is_snapshot(b) {
        return Relation::NotComparable;
    }
    let same =
        |&x: &NodeId| b.snapshots.iter().any(|&y| canonical::first_difference((tree_a, x), (tree_b, y)).is_none());
    if a.snapshots.iter().any(same) {
        return Relation::SameSnapshot;
    }
    let (Some(paper_a), Some(paper_b)) = (a.paper(tree_a), b.paper(tree_b)) else {
        return Relation::NotComparable;
    };
    let source_differs = paper_a.source.zip(paper_b.source).is_some_and(|(x, y)| x != y);
    match (paper_a.title, paper_b.title) {
        _ if source_differs => Relation::OtherRecord,
        (Some(x), Some(y)) if x == y => Relation::OtherSnapshot,
        (Some(_), Some(_)) => Relation::OtherRecord,
        _ => Relation::NotComparable,
    }
}

/// What a document says of its paper, as far as it can be compared without a number.
struct Paper {
    /// Digest of the title's normal form.
    title: Option<String>,
    /// Canonical text of the source's kind and identifier.
    source: Option<String>,
}

impl Subject<'_> {
    fn paper(&self, tree: &Tree<'_>) -> Option<Paper> {
        let source = |node: NodeId| {
            let source = tree.member(node, "source")?;
            let part = |name| tree.member(source, name).map(|node| canonical::text(tree, node));
            Some(format!("{} {}", part("kind")?, part("id")?))
        };
        if let Some(record) = self.record {
            let title = tree.member(record, "metadata").and_then(|node| tree.member(node, "title_canon_sha256"));
            let title = title.and_then(|node| tree.text(node)).map(str::to_owned);
            return Some(Paper { title, source: source(record) });
        }
        let &snapshot = self.snapshots.first()?;
        let title = tree.member(snapshot, "paper").and_then(|paper| tree.member(paper, "title"));
        let title = title.and_then(|title| tree.text(title));
        let title = title.map(|title| identity::text_hash(TextForm::Title, title));
        Some(Paper { title, source: source(snapshot) })
    }
}

fn word(pairs: &[Pair], conflict: bool) -> ComparisonWord {
    let any = |wanted: &[Relation]| pairs.iter().any(|pair| wanted.contains(&pair.relation));
    if conflict || any(&[Relation::RecordConflict]) {
        ComparisonWord::Conflict
    } else if any(&[Relation::OtherRecord, Relation::NotComparable]) {
        ComparisonWord::Unrelated
    } else if any(&[Relation::Forked]) {
        ComparisonWord::Forked
    } else {
        ComparisonWord::Agree
    }
}

fn conflicts(subjects: &[Subject<'_>], events: &Events<'_>, numbers: &[Numbered<'_, '_>]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for group in &events.places {
        altered(subjects, group, &mut conflicts);
    }
    for Numbered { documents, valid, .. } in numbers {
        equivocations(subjects, valid, &mut conflicts);
        record_conflicts(subjects, documents, &mut conflicts);
        state_conflicts(subjects, documents, &mut conflicts);
    }
    conflicts
}

/// What there is about one full Pith Number.
struct Numbered<'e, 't> {
    number: &'e str,
    documents: Vec<usize>,
    /// The valid events, each once.
    valid: Vec<ValidEvent<'e, 't>>,
}

/// A valid event: its index among all, one of its places, and the index of its signer's key among all keys.
type ValidEvent<'e, 't> = (usize, &'e Place<'t>, usize);

/// The full numbers, in the order in which they come up.
fn by_number<'e, 't>(subjects: &'e [Subject<'_>], events: &'e Events<'t>) -> Vec<Numbered<'e, 't>> {
    let mut numbers: Vec<Numbered<'_, '_>> = Vec::new();
    for (index, subject) in subjects.iter().enumerate() {
        let Some(number) = &subject.compared.pith_number else { continue };
        match numbers.iter_mut().find(|known| known.number == number) {
            Some(known) => known.documents.push(index),
            None => numbers.push(Numbered { number, documents: vec![index], valid: valid_events(events, number) }),
        }
    }
    numbers
}

/// One identifier and two contents: at most one of them is what was signed.
fn altered(subjects: &[Subject<'_>], group: &[Place<'_>], conflicts: &mut Vec<Conflict>) {
    let Some((first, others)) = group.split_first() else { return };
    for other in others {
        let contents_differ = first.content.zip(other.content).is_some_and(|(x, y)| x != y);
        // A state keeps a part of an event, so only like is held against like.
        let both = if contents_differ { first.content.zip(other.content) } else { first.entry.zip(other.entry) };
        let Some((x, y)) = both.filter(|(x, y)| x != y) else { continue };
        let sides = (side(subjects, first, &x), side(subjects, other, &y));
        conflicts.push(conflict(subjects, ConflictKind::EventAltered, Basis::Proved, sides));
    }
}

/// One statement of a conflict: an event in a document.
fn side(subjects: &[Subject<'_>], place: &Place<'_>, digest: &Digest) -> ConflictSide {
    let Event { tree, node, .. } = place.event;
    let signature = match tree.member(node, "signature") {
        Some(object) => tree.member_text(object, "signature_b64"),
        None => tree.member_text(node, "signature_b64"),
    };
    ConflictSide {
        document: place.document,
        pointer: subjects.get(place.document).map(|subject| subject.pointer(node)).unwrap_or_default(),
        sha256: hex(digest),
        signature_b64: signature.map(cut),
        fingerprint: place.signer.as_ref().map(|(fingerprint, _)| fingerprint.clone()),
    }
}

fn conflict(
    subjects: &[Subject<'_>],
    kind: ConflictKind,
    basis: Basis,
    (first, second): (ConflictSide, ConflictSide),
) -> Conflict {
    let place = |side: &ConflictSide| {
        let name = subjects.get(side.document).and_then(|subject| subject.compared.name.as_deref());
        words::in_document(&words::document(name, side.document), &side.pointer)
    };
    let sentence = words::conflict(kind, (&place(&first), &first), (&place(&second), &second));
    Conflict { kind, basis, sentence, first, second }
}

fn valid_events<'e, 't>(events: &'e Events<'t>, number: &str) -> Vec<ValidEvent<'e, 't>> {
    let mut signers: Vec<&str> = Vec::new();
    let mut valid = Vec::new();
    for (index, group) in events.places.iter().enumerate() {
        let Some(place) = group.first().filter(|place| place.event.valid) else { continue };
        if place.event.tree.member_text(place.event.node, "subject_pith_number") != Some(number) {
            continue;
        }
        let Some((fingerprint, _)) = &place.signer else { continue };
        let signer = signers.iter().position(|known| known == fingerprint).unwrap_or_else(|| {
            signers.push(fingerprint);
            signers.len() - 1
        });
        valid.push((index, place, signer));
    }
    valid
}

fn equivocations(subjects: &[Subject<'_>], valid: &[ValidEvent<'_, '_>], conflicts: &mut Vec<Conflict>) {
    let candidates: Vec<(Event<'_>, usize)> = valid.iter().map(|(_, place, signer)| (place.event, *signer)).collect();
    for (first, second) in merge::equivocations(&candidates) {
        let side = |index: usize| {
            let (_, place, _) = valid.get(index)?;
            Some(side(subjects, place, &place.content?))
        };
        if let (Some(first), Some(second)) = (side(first), side(second)) {
            conflicts.push(conflict(subjects, ConflictKind::Equivocation, Basis::OurReading, (first, second)));
        }
    }
}

/// Canonical records that differ though their documents name one number, which is made of only one of them.
fn record_conflicts(subjects: &[Subject<'_>], documents: &[usize], conflicts: &mut Vec<Conflict>) {
    let with_record = |&index: &usize| {
        let subject = subjects.get(index)?;
        let sha256 = subject.compared.record_sha256.clone()?;
        let pointer = subject.pointer(subject.record?);
        let broken = subject.compared.verdict == VerdictWord::Broken;
        Some((broken, ConflictSide { document: index, pointer, sha256, signature_b64: None, fingerprint: None }))
    };
    let sides: Vec<_> = documents.iter().filter_map(with_record).collect();
    let Some((_, right)) = sides.iter().find(|(broken, _)| !broken).or_else(|| sides.first()) else { return };
    for (_, side) in sides.iter().filter(|(_, side)| side.sha256 != right.sha256) {
        let sides = (right.clone(), side.clone());
        conflicts.push(conflict(subjects, ConflictKind::RecordConflict, Basis::Proved, sides));
    }
}

/// States that list the same events and differ: one merge is said to give everybody the same.
fn state_conflicts(subjects: &[Subject<'_>], documents: &[usize], conflicts: &mut Vec<Conflict>) {
    let with_state = |&index: &usize| {
        let subject = subjects.get(index)?;
        let (tree, state) = (subject.tree?, subject.state?);
        let applied = tree.member(state, "applied_event_ids")?;
        let mut ids: Vec<&str> = tree.children(applied).filter_map(|id| tree.text(id)).collect();
        ids.sort_unstable();
        // Another merge may give another state.
        Some((index, tree, state, (tree.member_text(state, "merge_version"), ids)))
    };
    let states: Vec<_> = documents.iter().filter_map(with_state).collect();
    let mut seen: Vec<usize> = Vec::new();
    for (at, (index, tree, state, of)) in states.iter().enumerate() {
        let known = seen.iter().filter_map(|&known| states.get(known)).find(|(_, _, _, known)| known == of);
        let Some((first, first_tree, first_state, _)) = known else {
            seen.push(at);
            continue;
        };
        let Some(pointer) = state_difference((first_tree, *first_state), (tree, *state)) else { continue };
        let side = |document: usize, tree: &Tree<'_>, state: NodeId| ConflictSide {
            document,
            pointer: json::pointer(tree, state) + &pointer,
            sha256: hex(&digest_of(tree, state)),
            signature_b64: None,
            fingerprint: None,
        };
        let sides = (side(*first, first_tree, *first_state), side(*index, tree, *state));
        conflicts.push(conflict(subjects, ConflictKind::StateConflict, Basis::Stated, sides));
    }
}

/// Where two states of the same events by the same merge differ first. Aliases are no part of the merge.
fn state_difference(first: (&Tree<'_>, NodeId), second: (&Tree<'_>, NodeId)) -> Option<String> {
    let ((tree_a, a), (tree_b, b)) = (first, second);
    let differs = |a: NodeId, b: NodeId, skipped: &[&str]| {
        let keys_a = tree_a.children(a).filter_map(|member| tree_a.key(member));
        let keys = keys_a.chain(tree_b.children(b).filter_map(|member| tree_b.key(member)));
        keys.filter(|key| !skipped.contains(key))
            .find_map(|key| canonical::member_difference((tree_a, a), (tree_b, b), key))
    };
    let outside = differs(a, b, &["state_sha256", "current"]);
    let inside = || {
        let (a, b) = (tree_a.member(a, "current")?, tree_b.member(b, "current")?);
        Some(differs(a, b, &["source_aliases"])?.under("current"))
    };
    outside.or_else(inside).map(|difference| difference.pointer)
}

/// The state of the union of the valid events, for each number that several documents name.
fn merged(subjects: &[Subject<'_>], events: &Events<'_>, numbers: &[Numbered<'_, '_>]) -> Vec<MergedState> {
    let merged = numbers.iter().filter_map(|Numbered { number, documents, valid }| {
        if valid.is_empty() || documents.len() < 2 {
            return None;
        }
        let union: Vec<Event<'_>> = valid.iter().map(|(_, place, _)| place.event).collect();
        let steps = merge::merge(&union, None);
        let head = head(subjects, documents, &union, &steps);
        let mut state = State::default();
        let mut taken = Vec::with_capacity(steps.len());
        for step in steps {
            let (Some(event), Some(&(index, ..))) = (union.get(step.event), valid.get(step.event)) else { continue };
            taken.push(MergedStep {
                event: index,
                applied: step.effect.applies(),
                reason: replay::reason(step.effect),
                sentence: words::replay_step(step.effect, merge::is_linked(event)),
                changes: replay::changes(state.take(event, step.effect)),
            });
        }
        let (bytes, state_sha256) = state.with_digest(&head);
        let state = replay::text(bytes);
        let states_it = |&index: &usize| {
            let subject = subjects.get(index)?;
            (canonical::text(subject.tree?, subject.state?) == state).then_some(index)
        };
        let stated_by: Vec<usize> = documents.iter().filter_map(states_it).collect();
        let contributes = |&index: &usize| {
            let holds = |group: &Vec<Place<'_>>| group.iter().any(|place| place.document == index && place.event.valid);
            valid.iter().any(|(event, ..)| events.places.get(*event).is_some_and(holds))
        };
        let strangers = valid.iter().filter(|(_, place, _)| place.signer.as_ref().is_some_and(|(_, trusted)| !trusted));
        let sentence = words::merged(valid.len(), strangers.count(), stated_by.len());
        let documents = documents.iter().copied().filter(contributes).collect();
        Some(MergedState {
            pith_number: (*number).to_owned(),
            documents,
            sentence,
            steps: taken,
            state,
            state_sha256,
            stated_by,
        })
    });
    merged.collect()
}

/// What the merged state has besides the events: from the bundle that holds most of them, one that is not
/// broken before one that is; else from the events themselves.
fn head(subjects: &[Subject<'_>], documents: &[usize], union: &[Event<'_>], steps: &[merge::Step]) -> Head {
    let bundles = documents.iter().filter_map(|&index| subjects.get(index));
    let bundles = bundles.filter(|subject| subject.compared.kind == Kind::Bundle);
    let worth =
        |subject: &&Subject<'_>| (subject.compared.verdict != VerdictWord::Broken, subject.compared.events.len());
    // Of several that are worth the same one is taken whatever their order: that with the smallest digest.
    let best = bundles.max_by_key(|subject| (worth(subject), Reverse(&subject.compared.canonical_sha256)));
    match best.and_then(|best| best.tree) {
        Some(tree) => Head::of_bundle(tree, tree.root()),
        None => replay::head_of_events(union, steps),
    }
}
