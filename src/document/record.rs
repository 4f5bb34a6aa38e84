//! `pith_number_record`, the canonical record, its receipt and its aliases (section 2 and 4).

use super::{VERSION, claim, claim_paper, claim_record, elements, graph, object, plan_type, required, unsigned};
use crate::canonical::Scope;
use crate::json::{NodeId, Tree};
use crate::plan::{Envelope, Member, NumberForm, Plan, Record, Rule, Signature, Spelling, Strictness};
use crate::report::{CheckName, ClaimName, Kind};

pub(super) fn plan(tree: &Tree<'_>) -> Plan {
    let root = tree.root();
    let mut plan = Plan::new(Kind::Record, true);
    plan_type(&mut plan, tree, "record_type", "pith_number_record", "schema_version");
    claim(&mut plan, tree, ClaimName::PithNumber, Some(root), "pith_number");
    claim_paper(&mut plan, tree, root);
    if let Some(record) = plan_named_record(&mut plan, tree, root) {
        plan_aliases(&mut plan, tree, root, "aliases", record);
        plan_receipt(&mut plan, tree, None, root, record);
        graph::plan_paper(&mut plan, tree, None, root, Some(record));
        if let Some(graph) = object(tree, root, "graph_snapshot") {
            graph::plan_graph(&mut plan, tree, None, graph, Some(record));
        }
    }
    claim(&mut plan, tree, ClaimName::SignedAt, tree.member(root, "receipt"), "signed_at");
    if let Some(events) = tree.member(root, "events").filter(|&events| !tree.is_leaf(events)) {
        plan.step(Rule::Open { name: CheckName::RecordEvents, at: events });
    }
    plan
}

/// A bare canonical record, for which the digest and the Pith Number are computed.
pub(super) fn plan_canonical(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    let source = object(tree, root, "source")?;
    let metadata = object(tree, root, "metadata")?;
    tree.member(source, "id").and(tree.member(metadata, "submitted_at"))?;
    let mut plan = unsigned(Kind::CanonicalRecord);
    let record = Record { node: root, scope: plan.scope(Scope::of(root)) };
    claim_record(&mut plan, tree, record);
    plan.step(Rule::Computed { name: CheckName::RecordDigest, at: root, scope: record.scope });
    plan.step(Rule::ComputedNumber { at: root, record });
    Some(plan)
}

/// The head that bundles and records share: canonical record, its digest, both numbers, the source.
pub(super) fn plan_named_record(plan: &mut Plan, tree: &Tree<'_>, root: NodeId) -> Option<Record> {
    let member = |name| Member::of(tree, root, name);
    let node = required(plan, tree, None, CheckName::RecordDigest, member("canonical_record"), "an object")?;
    let record = Record { node, scope: plan.scope(Scope::of(node)) };
    claim_record(plan, tree, record);
    plan.step(Rule::Constant {
        name: CheckName::DocumentVersion,
        member: Member::of(tree, node, "schema_version"),
        value: VERSION,
        strictness: Strictness::MayDiffer,
    });
    plan.step(Rule::Digest {
        name: CheckName::RecordDigest,
        member: member("canonical_sha256"),
        scope: record.scope,
        spelling: Spelling::Hex,
    });
    for (name, at, form) in [
        (CheckName::RecordPithNumber, "pith_number", NumberForm::Full),
        (CheckName::RecordShortPithNumber, "short_pith_number", NumberForm::Short),
    ] {
        plan.step(Rule::Number { name, member: member(at), record, form });
    }
    plan.step(Rule::Copy {
        name: CheckName::RecordSource,
        member: member("source"),
        original: tree.member(node, "source"),
        strictness: Strictness::MustAgree,
    });
    Some(record)
}

/// Which aliases a document must have is not published, so a missing one is nothing to report.
pub(super) fn plan_aliases(plan: &mut Plan, tree: &Tree<'_>, within: NodeId, list: &str, record: Record) {
    for alias in elements(tree, within, list) {
        let kind = tree.member_text(alias, "alias_kind");
        let form = match kind {
            Some("arxiv") => NumberForm::SourceId,
            Some("arxiv_version") => NumberForm::SourceIdAndVersion,
            Some("doi") => NumberForm::ArxivDoi,
            Some("pith_short_8") => NumberForm::Prefix(8),
            Some("pith_short_12") => NumberForm::Prefix(12),
            Some("pith_short_16") => NumberForm::Prefix(16),
            _ => {
                plan.step(Rule::Unknown { name: CheckName::RecordAlias, at: alias });
                continue;
            }
        };
        let member = Member::of(tree, alias, "alias_value");
        plan.step(Rule::Number { name: CheckName::RecordAlias, member, record, form });
    }
}

/// A receipt signs the digest of the canonical record.
pub(super) fn plan_receipt(plan: &mut Plan, tree: &Tree<'_>, event: Option<usize>, within: NodeId, record: Record) {
    let receipt = Member::of(tree, within, "receipt");
    let object = if event.is_none() && receipt.is_absent(tree) {
        // Nothing says that every record has been signed yet.
        plan.step(Rule::Absent { name: CheckName::ReceiptSignature, member: receipt });
        None
    } else {
        required(plan, tree, event, CheckName::ReceiptSignature, receipt, "an object")
    };
    let Some(object) = object else { return };
    let stated = Member::of(tree, object, "canonical_sha256");
    let (name, scope) = (CheckName::RecordDigest, record.scope);
    plan.event_step(event, Rule::Digest { name, member: stated, scope, spelling: Spelling::Hex });
    plan.event_step(
        event,
        Rule::Signature(Signature {
            name: CheckName::ReceiptSignature,
            object,
            envelope: Envelope::Slot("canonical_sha256_bytes"),
            content: Some(record.scope),
            stated,
        }),
    );
}
