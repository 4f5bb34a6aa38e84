//! From what the checks found to claims, coverage and verdict.

use crate::canonical;
use crate::check::Pin;
use crate::coverage::Covered;
use crate::document::{self, NoPlan};
use crate::json::{self, Fault, Tree};
use crate::plan::Plan;
use crate::report::{Check, Claim, Coverage, Key, Kind, Refusal, Verdict, verdict_word};
use crate::time::Time;
use crate::words;

/// What follows from the checks.
pub(crate) struct Judged {
    pub(crate) claims: Vec<Claim>,
    pub(crate) coverage: Coverage,
    pub(crate) verdict: Verdict,
}

pub(crate) fn judge(
    tree: &Tree<'_>,
    plan: &Plan,
    (checks, keys, pins): (&[Check], &[Key], &[Pin]),
    at: Option<&Time>,
) -> Judged {
    let covered = Covered::new(tree, pins);
    let claims = plan.claims.iter().map(|&(name, node)| Claim {
        name,
        value: tree.text(node).map_or_else(|| canonical::text(tree, node), str::to_owned),
        pointer: json::pointer(tree, node),
        class: covered.class(node),
    });
    let claims = claims.collect();
    let coverage = covered.into_coverage(tree);
    let word = verdict_word(checks, &coverage, plan.signs_itself);
    Judged { claims, verdict: words::verdict(word, plan.kind, checks, keys, &coverage, at.map(Time::as_str)), coverage }
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
