//! What came of verifying again what a report is about.

use serde::Serialize;

use super::Reason;

/// A report compared with one that was made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reproduction {
    /// Whether the report that was made again is the same.
    pub reproduces: bool,
    /// The answer in one sentence.
    pub sentence: String,
    /// What to know first: another document, another verifier, another verdict, what was taken from the report.
    pub findings: Vec<ReproductionFinding>,
    /// The places at which the two reports differ, in the order of the keys; only the first ones of many.
    pub differences: Vec<ReportDifference>,
    /// How many places differ, listed or not.
    pub count: usize,
}

/// Something to know about a reproduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReproductionFinding {
    /// The reason, one of `report.*`.
    pub reason: Reason,
    /// What was found, in one sentence.
    pub sentence: String,
    /// What to do about it, or what to know.
    pub hint: String,
}

/// One place at which two reports differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportDifference {
    /// The place in the reports (RFC 6901).
    pub pointer: String,
    /// What the report has there, as JSON; a long text only in part.
    pub in_report: Option<String>,
    /// What the report that was made again has there.
    pub in_this_run: Option<String>,
}
