//! From what the checks found to claims, coverage and verdict.

use crate::canonical;
use crate::check::Pin;
use crate::coverage::Covered;
use crate::document::NoPlan;
use crate::json::{self, Tree};
use crate::plan::Plan;
use crate::report::{Check, Claim, Coverage, Key, Refusal, Verdict, verdict_word};
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

/// Why there is no plan, with the place in the text.
pub(crate) fn refusal(bytes: &[u8], tree: &Tree<'_>, no_plan: &NoPlan) -> Refusal {
    let pointer = json::pointer(tree, no_plan.at);
    let found = tree.text(no_plan.at).unwrap_or_default();
    words::refusal_of_no_plan(bytes, tree.offset(no_plan.at), no_plan.reason, &pointer, found)
}
