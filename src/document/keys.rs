//! Key objects and the mirror manifest (sections 3 and 4).

use super::{elements, object, plan_type, unsigned};
use crate::json::{NodeId, Tree};
use crate::plan::{Plan, Rule};
use crate::report::Kind;

/// A key object as the service publishes it.
pub(super) fn plan_object(tree: &Tree<'_>) -> Option<Plan> {
    let root = tree.root();
    tree.member(root, "public_key_hex").or(tree.member(root, "public_key_b64"))?;
    let mut plan = unsigned(Kind::KeyObject);
    plan_key(&mut plan, root);
    Some(plan)
}

pub(super) fn plan_manifest(tree: &Tree<'_>) -> Plan {
    let mut plan = unsigned(Kind::MirrorManifest);
    plan_type(&mut plan, tree, "manifest_type", "pith_mirror_manifest", "manifest_version");
    for mirror in elements(tree, tree.root(), "mirrors") {
        if let Some(key) = object(tree, mirror, "public_key") {
            plan_key(&mut plan, key);
        }
    }
    plan
}

pub(super) fn plan_key(plan: &mut Plan, key: NodeId) {
    plan.key_objects.push(key);
    plan.step(Rule::Key(key));
}
