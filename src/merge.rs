//! Events to state. The published facts and our readings are kept apart (section 7).

use crate::canonical::{self, push_string};
use crate::crypto::sha256;
use crate::encoding::hex;
use crate::json::{Json, NodeId, Tree};

/// The name of the merge whose results are known.
pub(crate) const MERGE_VERSION: &str = "pith-open-graph-merge-v1";

/// The lists in `current` of event types whose part in the merge is not published.
const OPEN_LISTS: [&str; 7] = [
    "author_attestations",
    "citation_signatures",
    "corrections",
    "mirror_hints",
    "replication_records",
    "storage_attestations",
    "timestamp_anchors",
];

/// An event as the merge takes it.
#[derive(Clone, Copy)]
pub(crate) struct MergeEvent {
    pub(crate) node: NodeId,
    /// Whether its digest, identifier and signature were all shown to hold.
    pub(crate) valid: bool,
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
}

impl NotComparable {
    pub(crate) fn node(self) -> NodeId {
        match self {
            Self::MergeVersion(node)
            | Self::EventType(node)
            | Self::Linked(node)
            | Self::NotValid(node)
            | Self::Time(node)
            | Self::RecordCreated(node) => node,
        }
    }
}

/// Rebuilds the state of a bundle and gives its canonical bytes.
pub(crate) fn rebuild(
    tree: &Tree<'_>,
    bundle: NodeId,
    stated: NodeId,
    events: &[MergeEvent],
) -> Result<Vec<u8>, NotComparable> {
    let member = |name| tree.member(bundle, name);
    let version = member("merge_version").filter(|&node| tree.text(node) == Some(MERGE_VERSION));
    let version = version.ok_or(NotComparable::MergeVersion(member("merge_version").unwrap_or(bundle)))?;
    let ordered = merge_order(tree, events, &stated_order(tree, stated))?;
    let created: Vec<NodeId> = ordered.iter().copied().filter(|&node| is_type(tree, node, "record_created")).collect();
    let &[created] = created.as_slice() else {
        return Err(NotComparable::RecordCreated(created.get(1).copied().unwrap_or(bundle)));
    };
    let snapshots = ordered.iter().copied().filter(|&node| is_type(tree, node, "graph_snapshot"));

    let copy = |node: Option<NodeId>| node.map_or_else(|| b"null".to_vec(), |node| canonical_bytes(tree, node));
    let none = || b"[]".to_vec();
    let current = [
        ("author_attestations", none()),
        ("canonical_record", copy(member("canonical_record"))),
        ("citation_signatures", none()),
        ("corrections", none()),
        ("graph_snapshots", array(snapshots.map(|node| entry(tree, node)))),
        ("mirror_hints", none()),
        ("record_created", entry(tree, created)),
        ("replication_records", none()),
        ("source_aliases", copy(member("source_aliases"))),
        ("storage_attestations", none()),
        ("timestamp_anchors", none()),
    ];
    let applied = ordered.iter().map(|&node| copy(tree.member(node, "event_id")));
    let count = events.len().to_string().into_bytes();
    let mut state = vec![
        ("applied_event_ids", array(applied)),
        ("current", object(&current)),
        ("equivocation_count", b"0".to_vec()),
        ("equivocations", b"[]".to_vec()),
        ("event_count", count.clone()),
        ("invalid_event_count", b"0".to_vec()),
        ("invalid_events", b"[]".to_vec()),
        ("merge_version", copy(Some(version))),
        ("pith_number", copy(member("pith_number"))),
        ("state_type", string("pith_open_graph_state")),
        ("state_version", string("1.0")),
        ("valid_event_count", count),
    ];
    let digest = hex(&sha256(&object(&state)));
    state.insert(9, ("state_sha256", string(&digest)));
    Ok(object(&state))
}

/// The identifiers of a state's `applied_event_ids`, sorted, each with its node.
fn stated_order<'t>(tree: &'t Tree<'_>, state: NodeId) -> Vec<Keyed<'t>> {
    let applied = tree.member(state, "applied_event_ids");
    let nodes = applied.into_iter().flat_map(|list| tree.children(list));
    in_order(nodes.filter_map(|node| Some(((0, 0), 0, 0, tree.text(node)?, node))).collect())
}

/// Where an identifier stands in the stated order. Nodes are numbered in document order.
fn place_in(stated: &[Keyed<'_>], id: &str) -> usize {
    let at = stated.partition_point(|&(.., known, _)| known < id);
    stated.get(at).filter(|&&(.., known, _)| known == id).map_or(usize::MAX, |&(.., node)| node.index())
}

/// Merge order: `created_at`, then `record_created` before `graph_snapshot`. What comes next is not
/// published: events that tie stand as the state has them. Our reading, where it does not: by
/// `event_id`.
fn merge_order(tree: &Tree<'_>, events: &[MergeEvent], stated: &[Keyed<'_>]) -> Result<Vec<NodeId>, NotComparable> {
    let mut keyed = Vec::with_capacity(events.len());
    for &MergeEvent { node, valid } in events {
        if !valid {
            return Err(NotComparable::NotValid(node));
        }
        let rank = ["record_created", "graph_snapshot"].iter().position(|kind| is_type(tree, node, kind));
        let rank = rank.ok_or(NotComparable::EventType(node))?;
        let is_empty_list = |at: NodeId| tree.is_array(at) && tree.count(at) == 0;
        let unlinked = tree.member(node, "supersedes").is_some_and(is_empty_list)
            && tree.member(node, "prev_event").is_some_and(|at| tree.json(at) == Json::Null);
        if !unlinked {
            return Err(NotComparable::Linked(node));
        }
        let time = text_member(tree, node, "created_at").and_then(instant);
        let time = time.ok_or(NotComparable::Time(node))?;
        let id = text_member(tree, node, "event_id").unwrap_or_default();
        keyed.push((time, rank, place_in(stated, id), id, node));
    }
    Ok(in_order(keyed).into_iter().map(|(.., node)| node).collect())
}

/// Time, rank or signer, place in the stated order, identifier, node: one type to sort for all uses, for each
/// further one would put another copy of the sort into the wasm.
type Keyed<'t> = (Instant, usize, usize, &'t str, NodeId);

fn in_order(mut keyed: Vec<Keyed<'_>>) -> Vec<Keyed<'_>> {
    keyed.sort_unstable();
    keyed
}

/// Equivocation in our reading: two valid events of one signer that name the same previous event. Gives
/// the first such pair. (Two `record_created` with different records for one Pith Number are found by
/// the comparison of each with the bundle's record.)
pub(crate) fn equivocation(tree: &Tree<'_>, events: &[(NodeId, usize)]) -> Option<(NodeId, NodeId)> {
    let link =
        |&(node, signer): &(NodeId, usize)| Some(((0, 0), signer, 0, text_member(tree, node, "prev_event")?, node));
    let links = in_order(events.iter().filter_map(link).collect());
    links.windows(2).find_map(|pair| match pair {
        [(_, signer_a, _, prev_a, a), (_, signer_b, _, prev_b, b)] if signer_a == signer_b && prev_a == prev_b => {
            // The same event twice says nothing new.
            (text_member(tree, *a, "event_id") != text_member(tree, *b, "event_id")).then_some((*a, *b))
        }
        _ => None,
    })
}

/// The canonical list of the identifiers of a state's entries, in merge order. `None` when the order is
/// not published for what the state holds.
pub(crate) fn entry_order(tree: &Tree<'_>, state: NodeId, current: NodeId) -> Option<String> {
    let stated = stated_order(tree, state);
    let holds = |list: &&str| tree.member(current, list).is_some_and(|list| tree.count(list) > 0);
    if OPEN_LISTS.iter().any(holds) {
        return None;
    }
    let created = tree.member(current, "record_created");
    let snapshots = tree.member(current, "graph_snapshots");
    let mut keyed = Vec::new();
    let entries = snapshots.into_iter().flat_map(|list| tree.children(list)).map(|node| (1, node));
    for (rank, node) in created.map(|node| (0, node)).into_iter().chain(entries) {
        let time = text_member(tree, node, "created_at").and_then(instant)?;
        let id = text_member(tree, node, "event_id")?;
        keyed.push((time, rank, place_in(&stated, id), id, node));
    }
    String::from_utf8(array(in_order(keyed).into_iter().map(|(.., id, _)| string(id)))).ok()
}

fn is_type(tree: &Tree<'_>, event: NodeId, name: &str) -> bool {
    text_member(tree, event, "event_type") == Some(name)
}

fn text_member<'t>(tree: &'t Tree<'_>, node: NodeId, name: &str) -> Option<&'t str> {
    tree.member(node, name).and_then(|node| tree.text(node))
}

/// What the state keeps of an event.
fn entry(tree: &Tree<'_>, event: NodeId) -> Vec<u8> {
    let names = ["created_at", "event_id", "payload", "signer", "target"];
    let kept = names.iter().filter_map(|&name| Some((name, canonical_bytes(tree, tree.member(event, name)?))));
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

fn array(elements: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let elements: Vec<_> = elements.collect();
    [b"[".as_slice(), &elements.join(b",".as_slice()), b"]"].concat()
}

/// The members come in Unicode code point order of their keys.
fn object(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let member = |(key, value): &(&str, Vec<u8>)| [string(key).as_slice(), b":", value].concat();
    let members: Vec<_> = members.iter().map(member).collect();
    [b"{".as_slice(), &members.join(b",".as_slice()), b"}"].concat()
}

/// A point in time: seconds since 1970 and nanoseconds.
type Instant = (i64, u32);

/// Reads a time as RFC 3339 writes it, with up to nine decimals.
fn instant(text: &str) -> Option<Instant> {
    let (date, rest) = text.split_once('T')?;
    let mut fields = date.splitn(3, '-').map(number);
    let (year, month, day) = (fields.next()??, fields.next()??, fields.next()??);
    let zone_at = rest.find(['Z', '+', '-'])?;
    let (clock, zone) = rest.split_at_checked(zone_at)?;
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut fields = clock.splitn(3, ':').map(number);
    let (hour, minute, second) = (fields.next()??, fields.next()??, fields.next()??);
    let offset = match zone.split_at_checked(1)? {
        ("Z", "") => 0,
        (sign, of) => {
            let (hours, minutes) = of.split_once(':')?;
            let offset = number(hours)? * 3600 + number(minutes)? * 60;
            if sign == "-" { -offset } else { offset }
        }
    };
    let in_range = (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    let decimals = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !in_range || !decimals {
        return None;
    }
    let nanoseconds = format!("{fraction:0<9}").parse().ok()?;
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
    Some((seconds, nanoseconds))
}

/// Two or four digits.
fn number(text: &str) -> Option<i64> {
    let digits = matches!(text.len(), 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Days from 1970-01-01 in the Gregorian calendar, counting years from March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn times_are_compared_as_times() {
        assert_eq!(instant("1970-01-01T00:00:00Z"), Some((0, 0)));
        assert_eq!(instant("2026-05-18T03:38:55.111475Z"), Some((1_779_075_535, 111_475_000)));
        assert_eq!(instant("2026-05-18T05:38:55+02:00"), instant("2026-05-18T03:38:55Z"));
        assert_eq!(instant("2000-02-29T00:00:00-00:30"), Some((951_784_200, 0)));
        assert!(instant("2026-05-18T03:38:55Z") < instant("2026-05-18T03:38:55.1Z"));
        for text in [
            "",
            "2026",
            "2026-05-18",
            "2026-05-18T03:38Z",
            "2026-13-18T03:38:55Z",
            "2026-05-18T03:38:55",
            "2026-05-18T03:38:55.Z",
            "+2026-05-18T03:38:55Z",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
