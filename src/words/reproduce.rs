//! Sentences about a report that is reproduced.

use super::{place, refusal, shown};
use crate::limits;
use crate::report::{Reason, Refusal, ReproductionFinding};
use crate::visible::visible;

/// The answer in one sentence.
pub(crate) fn sentence(differences: usize, listed: usize) -> String {
    match differences {
        0 => "Reproduces: verified again, this document gives the same report in every value.".to_owned(),
        1 => "Does not reproduce: one value of the report differs.".to_owned(),
        many if many > listed => {
            format!("Does not reproduce: {many} values of the report differ; the first {listed} are listed.")
        }
        many => format!("Does not reproduce: {many} values of the report differ."),
    }
}

/// What to know before the differences.
pub(crate) fn finding(reason: Reason, recorded: Option<&str>, now: Option<&str>) -> ReproductionFinding {
    let of = |text: Option<&str>| text.map_or_else(|| "nothing".to_owned(), shown);
    let (sentence, hint) = match reason {
        Reason::ReportOtherDocument => (
            format!(
                "This is not the document that the report is about: the report has the SHA-256 {}, this document {}.",
                of(recorded),
                of(now)
            ),
            "Give the very file that the report was made from; a file saved again is another one.",
        ),
        Reason::ReportOtherVerifier => (
            format!("The report was made by {}, and this is {}.", of(recorded), of(now)),
            "Differences may come from that. Use the version that the report names to be sure.",
        ),
        Reason::ReportOtherVerdict => (
            format!("The verdict of the report is {}, and in this run it is {}.", of(recorded), of(now)),
            "Do not rely on the report; rely on this run.",
        ),
        Reason::ReportAssumedTime => (
            format!(
                "The report assumes that the document existed at {}; that was somebody’s word and was taken over.",
                of(recorded)
            ),
            "Whether it is so, no verifier can tell from the report.",
        ),
        // The one that is left: another ring.
        _ => (
            match recorded {
                // A list with room for more than one name; it is no text of a document.
                Some(keys) => format!(
                    "The report was made with keys that are not built into this verifier as the report has them: {}.",
                    visible(keys)
                ),
                None => "The report was made without the keys that are built into this verifier.".to_owned(),
            },
            "That it reproduces says nothing about whose these keys are: whoever made the report chose them.",
        ),
    };
    ReproductionFinding { reason, sentence, hint: hint.to_owned() }
}

/// What to know when other proofs or headers were given. An entry is named by its digest, at most `most` of them.
pub(crate) fn beside(
    reason: Reason,
    recorded: &[Option<&str>],
    now: &[Option<&str>],
    most: usize,
) -> ReproductionFinding {
    let named = |entries: &[Option<&str>]| {
        if entries.is_empty() {
            return "none".to_owned();
        }
        let one = |entry: Option<&str>| entry.map_or_else(|| "one that could not be read".to_owned(), shown);
        let mut named: Vec<String> = entries.iter().copied().take(most).map(one).collect();
        if entries.len() > most {
            named.push(format!("{} more", entries.len() - most));
        }
        named.join(", ")
    };
    let (what, known_by, hint) = if reason == Reason::ReportOtherProofs {
        (
            "OpenTimestamps proofs",
            "their SHA-256",
            "A report does not carry them. Give the very proofs that it was made with; on the command line with --ots.",
        )
    } else {
        (
            "block headers",
            "the hashes of their blocks",
            "A report does not carry them. Give the very headers that it was made with, in that order; on the command line with --header.",
        )
    };
    let (recorded, now) = (named(recorded), named(now));
    let sentence = format!(
        "The report was made with other {what} than this run. By {known_by}, the report had {recorded}; this run had {now}."
    );
    ReproductionFinding { reason, sentence, hint: hint.to_owned() }
}

/// Why there are no bytes for what a report says was hashed.
pub(crate) fn refusal_of_hashed(pointer: &str) -> Refusal {
    let at = place(pointer);
    let sentence = format!("Expected what a check of this document hashed {at}, found another digest or description");
    let hint = "Give what was hashed as the report has it, and the document that the report is about.";
    refusal(&[], 0, Reason::ReportOtherDocument, &sentence, hint)
}

/// Why something was not taken as a report.
pub(crate) fn refusal_of_report(report: &[u8], offset: usize, reason: Reason, pointer: &str, fault: &str) -> Refusal {
    let at = place(pointer);
    let (sentence, hint) = match reason {
        Reason::ReportVersionUnknown => (
            format!("Expected a report of version “1” {at}, found another version"),
            "Look for a verifier that knows this version.",
        ),
        Reason::ReportMalformed if fault.is_empty() => (
            format!("Expected a report that says what it was made with {at}, found none of it"),
            "It may be from an older version of this verifier, or was changed. Make it again.",
        ),
        Reason::ReportMalformed => (
            format!(
                "Expected the key ring that the report was made with {at}, found a fault in it: {}",
                visible(fault)
            ),
            "The report was changed. Make it again.",
        ),
        Reason::ReportUnrecognised => (
            "Expected one JSON report of this verifier, found other JSON".to_owned(),
            "Give one report, as `verify --format json` prints it for one document; of several take one.",
        ),
        _ => (
            format!(
                "Expected a report of at most {} bytes and {} values that nests at most {} levels deep, found more",
                limits::REPORT.bytes,
                limits::REPORT.values,
                limits::REPORT.depth
            ),
            "Reports of real documents are a thousand times smaller.",
        ),
    };
    refusal(report, offset, reason, &sentence, hint)
}
