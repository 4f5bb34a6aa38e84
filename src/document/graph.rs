//! Graph snapshots and what they repeat of a record (sections 2 and 6).

use super::{claim_paper, object, unsigned};
use crate::canonical::{Part, Scope};
use crate::json::{Json, NodeId, Tree};
use crate::plan::{At, Member, Plan, Record, Rule, Section, SectionForm, Strictness, TextForm};
use crate::report::{CheckName, Kind};

/// The sections of a snapshot: name, the member that lists, and the member that counts.
const SECTIONS: [(&str, &str, &str); 4] = [
    ("claims", "items", "count"),
    ("references", "sample", "count"),
    ("formal_canon", "sample", "evidence_count"),
    ("author_claims", "items", "count"),
];

/// A bare snapshot.
pub(super) fn plan(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    let paper = object(tree, root, "paper")?;
    tree.member(paper, "title")?;
    SECTIONS.iter().find_map(|(name, ..)| object(tree, root, name))?;
    if tree.member(root, "canonical_record").is_some() {
        return None;
    }
    let mut plan = unsigned(Kind::GraphSnapshot);
    claim_paper(&mut plan, tree, root);
    plan_graph(&mut plan, tree, None, root, None);
    Some(plan)
}

pub(super) fn plan_graph(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    graph: NodeId,
    record: Option<Record>,
) {
    let source = Member::of(tree, graph, "source");
    if let (Some(record), Some(_)) = (record, source.node) {
        plan.event_step(
            event,
            Rule::Copy {
                name: CheckName::RecordSource,
                member: source,
                original: tree.member(record.node, "source"),
                strictness: Strictness::MustAgree,
            },
        );
    }
    plan_paper(plan, tree, event, graph, record);
    for (name, list, count) in SECTIONS {
        if let Some(section) = section(plan, tree, event, graph, name) {
            plan_section(plan, tree, event, section, list, count);
        }
    }
    plan_integrity(plan, tree, event, graph);
}

/// Title and abstract against their hashes in the record.
pub(super) fn plan_paper(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    within: NodeId,
    record: Option<Record>,
) {
    let (Some(record), Some(paper)) = (record, object(tree, within, "paper")) else {
        return;
    };
    let metadata = tree.member(record.node, "metadata");
    let hash = |name| metadata.and_then(|metadata| tree.member(metadata, name));
    let title = Member::of(tree, paper, "title");
    plan.event_step(event, Rule::Text { form: TextForm::Title, member: title, hash: hash("title_canon_sha256") });
    let excerpt = Member::of(tree, paper, "abstract_excerpt");
    if excerpt.node.is_some() {
        let hash = hash("abstract_canon_sha256");
        plan.event_step(event, Rule::Text { form: TextForm::Abstract, member: excerpt, hash });
    }
}

/// A section of a snapshot. When something else stands in its place, that is said.
fn section(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    within: NodeId,
    name: &'static str,
) -> Option<NodeId> {
    let member = Member::of(tree, within, name);
    let found = object(tree, within, name);
    if let (None, Some(node), false) = (found, member.node, member.is_absent(tree)) {
        plan.event_step(event, Rule::Unknown { name: CheckName::SectionDigest, at: node });
    }
    found
}

fn plan_section(
    plan: &mut Plan,
    tree: &Tree<'_>,
    event: Option<usize>,
    section: NodeId,
    list: &'static str,
    count: &'static str,
) {
    let list = tree.member(section, list);
    let count = tree.member(section, count);
    let listed_none = list.is_none_or(|list| tree.is_array(list) && tree.is_leaf(list));
    let counted_none = count.is_none_or(|count| matches!(tree.json(count), Json::Integer("0" | "-0")));
    let evidence: Vec<NodeId> = list.into_iter().chain(count).collect();
    let (scope, form) = if listed_none && counted_none && !evidence.is_empty() {
        let scope = Scope { at: section, parts: vec![Part::Text("{\"payload\":[]}")] };
        (scope, SectionForm::Empty(evidence))
    } else if let Some(list) = list {
        (payload_scope(section, list), SectionForm::Tried)
    } else {
        plan.event_step(event, Rule::Open { name: CheckName::SectionDigest, at: section });
        return;
    };
    let scope = plan.scope(scope);
    let member = Member::of(tree, section, "snapshot_sha256");
    plan.event_step(event, Rule::Section(Section { member, scope, form }));
}

fn payload_scope(section: NodeId, list: NodeId) -> Scope {
    let value = Part::Value { node: list, without: &[] };
    Scope { at: section, parts: vec![Part::Text("{\"payload\":"), value, Part::Text("}")] }
}

/// The integrity section, for which what is hashed is known whether it is empty or not.
pub(super) fn plan_integrity(plan: &mut Plan, tree: &Tree<'_>, event: Option<usize>, within: NodeId) {
    let Some(section) = section(plan, tree, event, within, "integrity") else {
        return;
    };
    let member = |name| Member::of(tree, section, name);
    let (stated, detectors, findings) = (member("snapshot_sha256"), member("detectors_run"), member("findings"));
    let parts = [stated, detectors, findings];
    let unavailable = tree.member(section, "available").is_some_and(|at| tree.json(at) == Json::False);
    if stated.node.is_none() && (unavailable || parts.iter().all(|part| part.node.is_none())) {
        plan.event_step(event, Rule::Open { name: CheckName::SectionDigest, at: section });
        return;
    }
    let (Some(run), Some(found)) = (detectors.node, findings.node) else {
        for missing in parts.into_iter().filter(|part| part.node.is_none()) {
            let at = At::Member(missing);
            plan.event_step(event, Rule::Required { name: CheckName::SectionDigest, at, expected: "a member" });
        }
        return;
    };
    let scope = Scope {
        at: section,
        parts: vec![
            Part::Text("{\"payload\":{\"detectors\":"),
            Part::Value { node: run, without: &[] },
            Part::Text(",\"findings\":"),
            Part::Value { node: found, without: &[] },
            Part::Text("}}"),
        ],
    };
    let scope = plan.scope(scope);
    plan.event_step(event, Rule::Section(Section { member: stated, scope, form: SectionForm::Known }));
}
