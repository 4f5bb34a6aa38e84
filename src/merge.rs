//! Events to state. The published facts and our readings are kept apart (section 7).

use crate::canonical::{self, push_string};
use crate::crypto::sha256;
use crate::encoding::hex;
use crate::json::{Json, NodeId, Tree};
use crate::time::{Instant, instant};

/// The name of the merge whose results are known.
pub(crate) const MERGE_VERSION: &str = "pith-open-graph-merge-v1";

/// The members of a state's `current`, in the order of their keys. All but three are lists, one for each
/// event type: its name is the list's without the last letter.
const CURRENT: [&str; 11] = [
    "author_attestations",
    "canonical_record",
    "citation_signatures",
    "corrections",
    "graph_snapshots",
    "mirror_hints",
    "record_created",
    "replication_records",
    "source_aliases",
    "storage_attestations",
    "timestamp_anchors",
];

/// The one list whose part in the merge is known.
const KNOWN_LIST: &str = "graph_snapshots";

/// An event as the merge takes it. The events of one merge may come from several documents.
#[derive(Clone, Copy)]
pub(crate) struct Event<'t> {
    pub(crate) tree: &'t Tree<'t>,
    pub(crate) node: NodeId,
    /// Whether its digest, identifier and signature were all shown to hold.
    pub(crate) valid: bool,
}

/// What the state has besides the events, as canonical bytes.
pub(crate) struct Head {
    pub(crate) pith_number: Vec<u8>,
    pub(crate) canonical_record: Vec<u8>,
    pub(crate) source_aliases: Vec<u8>,
    pub(crate) merge_version: Vec<u8>,
}

/// One event's turn in the merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// Index in the events that were given.
    pub(crate) event: usize,
    pub(crate) effect: Effect,
}

/// What an event does to the state. All but the first two are our reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It becomes the state's `record_created`.
    Created,
    /// It is added to this list.
    Listed(&'static str),
    /// A further `record_created`: applied, and the first one stays.
    RecordKept,
    /// Applied, but of a type that has no list.
    NoList,
    /// The same event once more: not applied, not counted.
    Repeated,
    /// It was not shown to be valid: counted as invalid.
    NotValid,
    /// Valid, but without a time that can be ordered: not applied.
    NoTime,
}

impl Effect {
    /// Whether the event is among the applied ones.
    pub(crate) fn applies(self) -> bool {
        matches!(self, Self::Created | Self::Listed(_) | Self::RecordKept | Self::NoList)
    }
}

/// Why a state cannot be rebuilt for comparison, and the place that makes it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotComparable {
    /// The merge has another name than the known one.
    MergeVersion(NodeId),
    /// An event of a type whose part in the merge is not published.
    EventType(NodeId),
    /// An event that supersedes others or follows a previous one.
    Linked(NodeId),
    /// An event that was not shown to be valid.
    NotValid(NodeId),
    /// An event without a time that can be ordered.
    Time(NodeId),
    /// Not exactly one `record_created`.
    RecordCreated(NodeId),
    /// The same event a second time.
    Repeated(NodeId),
}

impl NotComparable {
    pub(crate) fn node(self) -> NodeId {
        match self {
            Self::MergeVersion(node)
            | Self::EventType(node)
            | Self::Linked(node)
            | Self::NotValid(node)
            | Self::Time(node)
            | Self::RecordCreated(node)
            | Self::Repeated(node) => node,
        }
    }
}

/// Whether what a bundle holds is within what is known of the merge, so that its state must be reproduced
/// exactly.
pub(crate) fn comparable(
    tree: &Tree<'_>,
    bundle: NodeId,
    events: &[Event<'_>],
    steps: &[Step],
) -> Result<(), NotComparable> {
    let version = tree.member(bundle, "merge_version");
    if version.and_then(|node| tree.text(node)) != Some(MERGE_VERSION) {
        return Err(NotComparable::MergeVersion(version.unwrap_or(bundle)));
    }
    for event in events {
        known(event)?;
    }
    let mut created = None;
    for step in steps {
        let Some(&Event { node, .. }) = events.get(step.event) else { continue };
        match step.effect {
            Effect::Created => created = Some(node),
            Effect::Listed(_) => {}
            Effect::RecordKept => return Err(NotComparable::RecordCreated(node)),
            Effect::NoList => return Err(NotComparable::EventType(node)),
            Effect::Repeated => return Err(NotComparable::Repeated(node)),
            Effect::NotValid => return Err(NotComparable::NotValid(node)),
            Effect::NoTime => return Err(NotComparable::Time(node)),
        }
    }
    created.map(|_| ()).ok_or(NotComparable::RecordCreated(bundle))
}

/// Whether the event is of a known type and follows no other.
fn known(event: &Event<'_>) -> Result<(), NotComparable> {
    let &Event { tree, node, valid } = event;
    if !valid {
        return Err(NotComparable::NotValid(node));
    }
    if rank(event) == OTHER_RANK {
        return Err(NotComparable::EventType(node));
    }
    if is_linked(event) {
        return Err(NotComparable::Linked(node));
    }
    let time = tree.member_text(node, "created_at").and_then(instant);
    time.map(|_| ()).ok_or(NotComparable::Time(node))
}

/// Whether an event supersedes others or follows a previous one, or does not say that it does not.
pub(crate) fn is_linked(event: &Event<'_>) -> bool {
    let &Event { tree, node, .. } = event;
    let is_empty_list = |at: NodeId| tree.is_array(at) && tree.is_leaf(at);
    !(tree.member(node, "supersedes").is_some_and(is_empty_list)
        && tree.member(node, "prev_event").is_some_and(|at| tree.json(at) == Json::Null))
}

/// Merges events: gives each its turn and its effect. The result does not depend on the order in which the
/// events are given.
///
/// The order is `created_at`, then `record_created` before `graph_snapshot`. What comes next is not
/// published: events that tie stand as the stated state has them. Our reading, where there is none or it
/// lacks them: the other types by name, then by `event_id`. What has no turn comes at the end.
pub(crate) fn merge(events: &[Event<'_>], stated: Option<(&Tree<'_>, NodeId)>) -> Vec<Step> {
    let stated = stated.map(|(tree, state)| stated_order(tree, state)).unwrap_or_default();
    let keyed = events.iter().enumerate().map(|(index, event)| {
        let text = |name| event.tree.member_text(event.node, name);
        let id = text("event_id").unwrap_or_default();
        let time = text("created_at").and_then(instant).unwrap_or(NEVER);
        let rank = if event.valid { rank(event) } else { INVALID_RANK };
        (time, rank, place_in(&stated, id), text("event_type").unwrap_or_default(), id, index)
    });
    let ordered = in_order(keyed.collect());
    let mut created = false;
    // Equal identifiers of valid events are equal contents, which tie in everything that comes before.
    let mut last_valid = None;
    let steps = ordered.into_iter().map(|(time, rank, _, name, id, event)| {
        let effect = match rank {
            INVALID_RANK => Effect::NotValid,
            _ if last_valid.replace(id) == Some(id) => Effect::Repeated,
            _ if time == NEVER => Effect::NoTime,
            0 if std::mem::replace(&mut created, true) => Effect::RecordKept,
            0 => Effect::Created,
            _ => list_of(name).map_or(Effect::NoList, Effect::Listed),
        };
        Step { event, effect }
    });
    steps.collect()
}

/// Brings events into merge order by time, type and identifier alone. Gives indices.
pub(crate) fn order<'t>(events: impl Iterator<Item = (&'t str, &'t str, &'t str)>) -> Vec<usize> {
    let keyed = events
        .enumerate()
        .map(|(index, (time, name, id))| (instant(time).unwrap_or(NEVER), rank_of(name), usize::MAX, name, id, index));
    in_order(keyed.collect()).into_iter().map(|(.., index)| index).collect()
}

/// A time after all others, for events that have none.
const NEVER: Instant = (i64::MAX, 0);
const OTHER_RANK: usize = 2;
const INVALID_RANK: usize = 3;

fn rank(event: &Event<'_>) -> usize {
    rank_of(event.tree.member_text(event.node, "event_type").unwrap_or_default())
}

fn rank_of(event_type: &str) -> usize {
    let known = ["record_created", "graph_snapshot"].iter().position(|&known| event_type == known);
    known.unwrap_or(OTHER_RANK)
}

fn list_of(event_type: &str) -> Option<&'static str> {
    lists().find(|list| list.strip_suffix('s') == Some(event_type))
}

/// The members of `current` that are lists of entries.
pub(crate) fn lists() -> impl Iterator<Item = &'static str> {
    CURRENT.into_iter().filter(|key| !["canonical_record", "record_created", "source_aliases"].contains(key))
}

/// The state as the merge builds it, each entry as canonical bytes.
#[derive(Default)]
pub(crate) struct State {
    applied: Vec<Vec<u8>>,
    invalid: Vec<Vec<u8>>,
    created: Option<Vec<u8>>,
    /// In the order of [`lists`].
    lists: [Vec<Vec<u8>>; 8],
    counted: usize,
}

/// What one step changed: a place in the state and what now stands there, in canonical bytes.
pub(crate) type Change = (String, Vec<u8>);

impl State {
    /// Takes one step and says what it changed. Counts change along with the lists.
    pub(crate) fn take(&mut self, event: &Event<'_>, effect: Effect) -> Vec<Change> {
        let id = event.tree.member_text(event.node, "event_id").map_or_else(|| b"null".to_vec(), string);
        let mut changes = Vec::new();
        if !matches!(effect, Effect::Repeated) {
            self.counted += 1;
        }
        match effect {
            Effect::Created => {
                let made = entry(event.tree, event.node);
                changes.push(("/current/record_created".to_owned(), made.clone()));
                self.created = Some(made);
            }
            Effect::Listed(list) => {
                let place = lists().position(|known| known == list);
                if let Some(entries) = place.and_then(|place| self.lists.get_mut(place)) {
                    let made = entry(event.tree, event.node);
                    changes.push((format!("/current/{list}/{}", entries.len()), made.clone()));
                    entries.push(made);
                }
            }
            Effect::NotValid => {
                changes.push((format!("/invalid_events/{}", self.invalid.len()), id.clone()));
                self.invalid.push(id.clone());
            }
            Effect::RecordKept | Effect::NoList | Effect::Repeated | Effect::NoTime => {}
        }
        if effect.applies() {
            changes.push((format!("/applied_event_ids/{}", self.applied.len()), id.clone()));
            self.applied.push(id);
        }
        changes
    }

    /// About how many bytes the state takes, which each state has all over again.
    pub(crate) fn size(&self, head: &Head) -> usize {
        let Head { pith_number, canonical_record, source_aliases, merge_version } = head;
        let entries = self.lists.iter().flatten().chain(&self.created).chain(&self.applied).chain(&self.invalid);
        entries.chain([pith_number, canonical_record, source_aliases, merge_version]).map(Vec::len).sum()
    }

    /// The canonical bytes of the state, with its own digest.
    ///
    /// How the service lists invalid events and equivocations is not published: our reading lists the
    /// identifiers of the former and leaves the latter empty.
    pub(crate) fn bytes(&self, head: &Head) -> Vec<u8> {
        self.with_digest(head).0
    }

    /// What the state's own digest is taken over.
    pub(crate) fn without_digest(&self, head: &Head) -> Vec<u8> {
        self.written(head, None)
    }

    /// The canonical bytes of the state, and the digest that stands in them.
    pub(crate) fn with_digest(&self, head: &Head) -> (Vec<u8>, String) {
        let digest = hex(&sha256(&self.without_digest(head)));
        (self.written(head, Some(&digest)), digest)
    }

    fn written(&self, head: &Head, digest: Option<&str>) -> Vec<u8> {
        let number = |count: usize| count.to_string().into_bytes();
        let mut lists = self.lists.iter();
        let current = CURRENT.map(|key| {
            let value = match key {
                "canonical_record" => head.canonical_record.clone(),
                "record_created" => self.created.clone().unwrap_or_else(|| b"null".to_vec()),
                "source_aliases" => head.source_aliases.clone(),
                _ => array(lists.next().map_or(&[], Vec::as_slice)),
            };
            (key, value)
        });
        let mut state = vec![
            ("applied_event_ids", array(&self.applied)),
            ("current", object(&current)),
            ("equivocation_count", number(0)),
            ("equivocations", array(&[])),
            ("event_count", number(self.counted)),
            ("invalid_event_count", number(self.invalid.len())),
            ("invalid_events", array(&self.invalid)),
            ("merge_version", head.merge_version.clone()),
            ("pith_number", head.pith_number.clone()),
        ];
        state.extend(digest.map(|digest| ("state_sha256", string(digest))));
        state.extend([
            ("state_type", string("pith_open_graph_state")),
            ("state_version", string("1.0")),
            ("valid_event_count", number(self.applied.len())),
        ]);
        object(&state)
    }
}

impl Head {
    /// The head of a bundle's state.
    pub(crate) fn of_bundle(tree: &Tree<'_>, bundle: NodeId) -> Self {
        let copy =
            |name| tree.member(bundle, name).map_or_else(|| b"null".to_vec(), |node| canonical_bytes(tree, node));
        Self {
            pith_number: copy("pith_number"),
            canonical_record: copy("canonical_record"),
            source_aliases: copy("source_aliases"),
            merge_version: copy("merge_version"),
        }
    }
}

/// Rebuilds the state of a bundle.
pub(crate) fn rebuild(
    tree: &Tree<'_>,
    bundle: NodeId,
    stated: NodeId,
    events: &[Event<'_>],
) -> Result<(State, Head), NotComparable> {
    let steps = merge(events, Some((tree, stated)));
    comparable(tree, bundle, events, &steps)?;
    let mut state = State::default();
    for step in steps {
        if let Some(event) = events.get(step.event) {
            state.take(event, step.effect);
        }
    }
    Ok((state, Head::of_bundle(tree, bundle)))
}

/// The identifiers of a state's `applied_event_ids`, sorted, each with its place in the list.
fn stated_order<'t>(tree: &'t Tree<'_>, state: NodeId) -> Vec<Keyed<'t>> {
    let applied = tree.member(state, "applied_event_ids");
    let nodes = applied.into_iter().flat_map(|list| tree.children(list));
    let texts = nodes.enumerate().filter_map(|(place, node)| Some((tree.text(node)?, place)));
    in_order(texts.map(|(id, place)| (NEVER, 0, 0, "", id, place)).collect())
}

/// Where an identifier stands in the stated order.
fn place_in(stated: &[Keyed<'_>], id: &str) -> usize {
    let at = stated.partition_point(|&(.., known, _)| known < id);
    stated.get(at).filter(|&&(.., known, _)| known == id).map_or(usize::MAX, |&(.., place)| place)
}

/// Time, rank or signer, place in the stated order, event type or previous event, identifier, index: one type
/// to sort for all uses, for each further one would put another copy of the sort into the wasm.
type Keyed<'t> = (Instant, usize, usize, &'t str, &'t str, usize);

fn in_order(mut keyed: Vec<Keyed<'_>>) -> Vec<Keyed<'_>> {
    keyed.sort_unstable();
    keyed
}

/// Equivocations in our reading: valid events of one signer that name the same previous event. Gives pairs of
/// indices, each event after the first paired with the one before it. Signers are numbers.
///
/// Two `record_created` with different records for one Pith Number cannot both be valid: the number is
/// computed from the record.
pub(crate) fn equivocations(events: &[(Event<'_>, usize)]) -> Vec<(usize, usize)> {
    let keyed = events.iter().enumerate().filter_map(|(index, &(Event { tree, node, .. }, signer))| {
        let previous = tree.member_text(node, "prev_event")?;
        Some((NEVER, signer, 0, previous, tree.member_text(node, "event_id").unwrap_or_default(), index))
    });
    let links = in_order(keyed.collect());
    let pairs = links.windows(2).filter_map(|pair| match pair {
        [(_, signer_a, _, previous_a, id_a, a), (_, signer_b, _, previous_b, id_b, b)] => {
            // The same event twice says nothing new.
            let both = signer_a == signer_b && previous_a == previous_b && id_a != id_b;
            both.then_some((*a, *b))
        }
        _ => None,
    });
    pairs.collect()
}

/// The canonical list of the identifiers of a state's entries, in merge order. `None` when the order is
/// not published for what the state holds.
pub(crate) fn entry_order(tree: &Tree<'_>, state: NodeId, current: NodeId) -> Option<String> {
    let stated = stated_order(tree, state);
    let holds = |list| tree.member(current, list).is_some_and(|list| !tree.is_leaf(list));
    if lists().filter(|&list| list != KNOWN_LIST).any(holds) {
        return None;
    }
    let mut keyed = Vec::new();
    for (rank, node) in entries(tree, current) {
        let time = tree.member_text(node, "created_at").and_then(instant)?;
        let id = tree.member_text(node, "event_id")?;
        keyed.push((time, rank, place_in(&stated, id), "", id, keyed.len()));
    }
    let ids: Vec<_> = in_order(keyed).into_iter().map(|(.., id, _)| string(id)).collect();
    String::from_utf8(array(&ids)).ok()
}

/// The entries of a state whose order is known, each with the rank of its type.
pub(crate) fn entries<'t>(tree: &'t Tree<'_>, current: NodeId) -> impl Iterator<Item = (usize, NodeId)> + 't {
    let created = tree.member(current, "record_created").map(|node| (0, node));
    let snapshots = tree.member(current, KNOWN_LIST);
    let listed = snapshots.into_iter().flat_map(|list| tree.children(list)).map(|node| (1, node));
    created.into_iter().chain(listed)
}

/// What the state keeps of an event, as canonical bytes. An entry of a state gives itself.
pub(crate) fn entry(tree: &Tree<'_>, event: NodeId) -> Vec<u8> {
    let names = ["created_at", "event_id", "payload", "signer", "target"];
    let kept = names.into_iter().filter_map(|name| Some((name, canonical_bytes(tree, tree.member(event, name)?))));
    object(&kept.collect::<Vec<_>>())
}

fn canonical_bytes(tree: &Tree<'_>, node: NodeId) -> Vec<u8> {
    canonical::write(tree, &canonical::Scope::of(node)).bytes
}

fn string(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_string(&mut bytes, text);
    bytes
}

fn array(elements: &[Vec<u8>]) -> Vec<u8> {
    [b"[".as_slice(), &elements.join(b",".as_slice()), b"]"].concat()
}

/// A key of the format's own and a value in canonical bytes.
type Member<'k> = (&'k str, Vec<u8>);

/// The members come in Unicode code point order of their keys.
fn object(members: &[Member<'_>]) -> Vec<u8> {
    let member = |(key, value): &Member<'_>| [string(key).as_slice(), b":", value].concat();
    let members: Vec<_> = members.iter().map(member).collect();
    [b"{".as_slice(), &members.join(b",".as_slice()), b"}"].concat()
}
