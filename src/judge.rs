//! From what the checks found to claims, coverage and verdict.

use crate::canonical;
use crate::check::{Found, Hold, Pin};
use crate::coverage::Covered;
use crate::document::{self, NoPlan};
use crate::json::{self, Fault, Tree};
use crate::plan::Plan;
use crate::report::{Claim, Coverage, Key, Kind, OutcomeCounts, Outline, Refusal, Verdict, VerdictWord, verdict_word};
use crate::time::Time;
use crate::words;

/// What follows from the checks.
pub(crate) struct Judged<'p> {
    pub(crate) claims: Vec<Claim>,
    pub(crate) outcomes: OutcomeCounts,
    pub(crate) covered: Covered<'p>,
    /// Without the leaves, which `covered` lists.
    pub(crate) coverage: Coverage,
    pub(crate) verdict: Verdict,
}

pub(crate) fn judge<'p>(
    tree: &Tree<'_>,
    plan: &Plan,
    checks: &[Found],
    keys: &[Key],
    pins: &'p [Pin],
    at: Option<&Time>,
) -> Judged<'p> {
    let covered = Covered::new(tree, pins);
    let claims = plan.claims.iter().map(|&(name, node)| Claim {
        name,
        value: tree.text(node).map_or_else(|| canonical::text(tree, node), str::to_owned),
        pointer: json::pointer(tree, node),
        class: covered.class(node),
    });
    let claims = claims.collect();
    let coverage = covered.sums(tree);
    let (word, checks) = self::word(plan, checks, pins);
    let verdict = words::verdict(word, plan.kind, &checks, keys, &coverage, at.map(Time::as_str));
    Judged { claims, outcomes: OutcomeCounts::of(&checks), covered, coverage, verdict }
}

/// The word of the verdict, and what the checks came to.
pub(crate) fn word(plan: &Plan, checks: &[Found], pins: &[Pin]) -> (VerdictWord, Vec<Outline>) {
    let checks: Vec<Outline> = checks.iter().map(|check| check.outline).collect();
    let signs = |pin: &Pin| matches!(pin.hold, Hold::Signed(_)) && !pin.leaves.is_empty();
    (verdict_word(&checks, pins.iter().any(signs), plan.signs_itself), checks)
}

/// What was read, and what of it is to be checked; else as what kind of document it is refused, and why.
pub(crate) fn planned<'t, 'i>(
    bytes: &[u8],
    parsed: &'t Result<Tree<'i>, Fault>,
) -> Result<(&'t Tree<'i>, Plan), (Kind, Refusal)> {
    let tree = parsed.as_ref().map_err(|fault| (Kind::Unreadable, words::refusal_of_fault(bytes, *fault)))?;
    match document::plan(tree) {
        Ok(plan) => Ok((tree, plan)),
        Err(no_plan) => Err((Kind::Unrecognised, refusal(bytes, tree, &no_plan))),
    }
}

/// Why there is no plan, with the place in the text.
fn refusal(bytes: &[u8], tree: &Tree<'_>, no_plan: &NoPlan) -> Refusal {
    let pointer = json::pointer(tree, no_plan.at);
    let found = tree.text(no_plan.at).unwrap_or_default();
    words::refusal_of_no_plan(bytes, tree.offset(no_plan.at), no_plan.reason, &pointer, found)
}
