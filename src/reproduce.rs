//! A report read again, and compared with one made again from the same document.
//!
//! This file does not print reports as JSON: whoever calls it has the means to (`serde_json` on the command
//! line, `JSON.stringify` in JavaScript), and gives the bytes.

use crate::canonical;
use crate::crypto::sha256;
use crate::encoding::hex;
use crate::json::{self, Json, NodeId, Tree};
use crate::limits;
use crate::report::{Reason, Refusal, ReportDifference, ReportOptions, Reproduction, ReproductionFinding};
use crate::time::Time;
use crate::timestamp::Proof;
use crate::trust::KeyRing;
use crate::words;

/// Something that stood beside the document: the list that the report has of it, and the way to what an entry is
/// known by.
struct Beside {
    list: &'static str,
    known_by: &'static [&'static str],
    reason: Reason,
}

const PROOFS: Beside = Beside { list: "timestamps", known_by: &["sha256"], reason: Reason::ReportOtherProofs };
const HEADERS: Beside = Beside { list: "headers", known_by: &["block", "hash"], reason: Reason::ReportOtherHeaders };

/// Members that the answer names before all other differences.
const TELLING: [(&str, Reason); 2] =
    [("/verifier", Reason::ReportOtherVerifier), ("/verdict/word", Reason::ReportOtherVerdict)];

/// So many keys of another ring are named, and so many other proofs and headers.
const NAMED: usize = 10;

/// A JSON report of this verifier, read again to see whether it can be reproduced.
///
/// Verify the document with [`options`](Self::options), print that report as JSON, and let
/// [`compare`](Self::compare) say whether the two are the same:
///
/// ```
/// use pith_verifier::{Options, RecordedReport, verify};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let json = |options: &Options| serde_json::to_vec(&verify(bundle, options)).unwrap();
///
/// let report = json(&Options::default());
/// let recorded = RecordedReport::read(&report)?;
/// let reproduction = recorded.compare(&json(&recorded.options()))?;
/// assert!(reproduction.reproduces, "{}", reproduction.sentence);
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
pub struct RecordedReport<'r> {
    tree: Tree<'r>,
    ring: KeyRing,
    at: Option<Time>,
    name: Option<String>,
    options: ReportOptions,
}

impl<'r> RecordedReport<'r> {
    /// Reads a report and what it was made with.
    ///
    /// # Errors
    /// When the text is not JSON, not one report of this verifier, or does not say what it was made with.
    pub fn read(report: &'r [u8]) -> Result<Self, Refusal> {
        let tree = parse(report)?;
        let root = tree.root();
        let refused = |reason, at: &str| {
            let node = json::resolve(&tree, at).unwrap_or(root);
            Err(words::refusal_of_report(report, tree.offset(node), reason, at, ""))
        };
        let text = |name| tree.member_text(root, name);
        if text("report_version").is_none() || text("verifier").is_none() {
            return refused(Reason::ReportUnrecognised, "");
        }
        if text("report_version") != Some("1") {
            return refused(Reason::ReportVersionUnknown, "/report_version");
        }
        // `null` where nothing was given.
        let given = |name: &str| match tree.member(root, name).map(|node| tree.json(node)) {
            Some(Json::Null) => Some(None),
            Some(Json::String(text)) => Some(Some(text.to_owned())),
            _ => None,
        };
        let Some(name) = given("name") else { return refused(Reason::ReportMalformed, "/name") };
        let at = match given("at").map(|at| at.map(|at| at.parse::<Time>())) {
            Some(None) => None,
            Some(Some(Ok(at))) => Some(at),
            _ => return refused(Reason::ReportMalformed, "/at"),
        };
        let asked = |name: &str| {
            let asked = tree.member(root, "options").and_then(|options| tree.member(options, name))?;
            match tree.json(asked) {
                Json::True => Some(true),
                Json::False => Some(false),
                _ => None,
            }
        };
        let (Some(explain), Some(replay)) = (asked("explain"), asked("replay")) else {
            return refused(Reason::ReportMalformed, "/options");
        };
        let options = ReportOptions { explain, replay };
        let Some(ring) = tree.member(root, "ring") else { return refused(Reason::ReportMalformed, "/ring") };
        let ring = match KeyRing::read(&tree, ring) {
            Ok(ring) => ring,
            Err(fault) => {
                let (offset, reason) = (tree.offset(ring), Reason::ReportMalformed);
                return Err(words::refusal_of_report(report, offset, reason, "/ring", &fault.to_string()));
            }
        };
        Ok(Self { tree, ring, at, name, options })
    }

    /// The ring, the time, the name and what else the report was made with.
    pub(crate) fn made_with(&self) -> (&KeyRing, Option<&Time>, Option<&str>, ReportOptions) {
        (&self.ring, self.at.as_ref(), self.name.as_deref(), self.options)
    }

    /// The proofs in the order of the report and with the names that it has for them; those that it does not know
    /// stand last, as they came.
    pub(crate) fn arranged(&self, given: Vec<Proof>) -> Vec<Proof> {
        let mut left: Vec<(String, Proof)> =
            given.into_iter().map(|proof| (hex(&sha256(&proof.bytes)), proof)).collect();
        let mut arranged = Vec::with_capacity(left.len());
        for (node, digest) in beside(&self.tree, &PROOFS) {
            let Some(at) = left.iter().position(|(given, _)| Some(given.as_str()) == digest) else { continue };
            let (_, proof) = left.remove(at);
            let name = self.tree.member_text(node, "name");
            arranged.push(Proof { name: name.map(str::to_owned), ..proof });
        }
        arranged.extend(left.into_iter().map(|(_, proof)| proof));
        arranged
    }

    /// Compares the report with one that was made again, as JSON.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn compare(&self, made_again: &[u8]) -> Result<Reproduction, Refusal> {
        let again = parse(made_again)?;
        let mut differences = Differences { first: &self.tree, second: &again, found: Vec::new(), count: 0 };
        differences.compare(Some(self.tree.root()), Some(again.root()), &mut String::new());
        let Differences { found, count, .. } = differences;
        let text = |tree: &Tree<'_>, pointer| {
            let node = json::resolve(tree, pointer).ok()?;
            tree.text(node).map(str::to_owned)
        };
        let telling = |(pointer, reason)| {
            let (recorded, now) = (text(&self.tree, pointer), text(&again, pointer));
            let finding = || words::reproduction_finding(reason, recorded.as_deref(), now.as_deref());
            (recorded != now).then(finding)
        };
        // What was not given may be the whole reason why the rest differs.
        let mut findings: Vec<_> = telling(("/sha256", Reason::ReportOtherDocument)).into_iter().collect();
        findings.extend([PROOFS, HEADERS].iter().filter_map(|what| self.other_beside(&again, what)));
        findings.extend(TELLING.into_iter().filter_map(telling));
        findings.extend(self.other_ring());
        if let Some(at) = &self.at {
            findings.push(words::reproduction_finding(Reason::ReportAssumedTime, Some(at.as_str()), None));
        }
        Ok(Reproduction {
            reproduces: count == 0,
            sentence: words::reproduction(count, found.len()),
            findings,
            differences: found,
            count,
        })
    }

    /// What to know when other proofs or headers were given than the report was made with.
    fn other_beside(&self, again: &Tree<'_>, what: &Beside) -> Option<ReproductionFinding> {
        let known =
            |tree| -> Vec<Option<&str>> { beside(tree, what).into_iter().map(|(_, known_by)| known_by).collect() };
        let (recorded, now) = (known(&self.tree), known(again));
        (recorded != now).then(|| words::reproduction_beside(what.reason, &recorded, &now, NAMED))
    }

    /// What to know when the report was not made with the built-in keys alone.
    fn other_ring(&self) -> Option<ReproductionFinding> {
        let built_in = KeyRing::built_in();
        if self.ring == built_in {
            return None;
        }
        let others = self.ring.to_report().keys;
        let is_other = |entry: &&crate::report::RingEntry| !built_in.to_report().keys.contains(entry);
        let mut named: Vec<String> = others
            .iter()
            .filter(is_other)
            .map(|entry| format!("{} ({}, {})", entry.fingerprint_sha256_hex, entry.status.as_str(), entry.source))
            .collect();
        let more = named.len().saturating_sub(NAMED);
        named.truncate(NAMED);
        if more > 0 {
            named.push(format!("{more} more"));
        }
        let keys = named.join(", ");
        Some(words::reproduction_finding(Reason::ReportOtherRing, (!keys.is_empty()).then_some(&*keys), None))
    }
}

/// The entries of such a list, and what each is known by; a header that could not be read is known by nothing.
fn beside<'t>(tree: &'t Tree<'_>, what: &Beside) -> Vec<(NodeId, Option<&'t str>)> {
    let list = tree.member(tree.root(), what.list);
    let known_by = |entry| {
        let at = what.known_by.iter().try_fold(entry, |at, name| tree.member(at, name))?;
        tree.text(at)
    };
    list.into_iter().flat_map(|list| tree.children(list)).map(|entry| (entry, known_by(entry))).collect()
}

fn parse(report: &[u8]) -> Result<Tree<'_>, Refusal> {
    json::parse(report, &limits::REPORT).map_err(|fault| {
        let refusal = words::refusal_of_fault(report, fault);
        // The sentences about limits have the numbers of a document's.
        if !fault.kind.is_limit() {
            return refusal;
        }
        words::refusal_of_report(report, fault.offset, refusal.reason, "", "")
    })
}

/// All places at which two documents differ.
struct Differences<'d, 'a, 'b> {
    first: &'d Tree<'a>,
    second: &'d Tree<'b>,
    found: Vec<ReportDifference>,
    count: usize,
}

impl Differences<'_, '_, '_> {
    /// Recurses as deep as the documents nest, which the reader has limited.
    fn compare(&mut self, a: Option<NodeId>, b: Option<NodeId>, pointer: &mut String) {
        let (first, second) = (self.first, self.second);
        let both = a.zip(b).map(|(a, b)| (first.json(a), second.json(b)));
        let (Some(a), Some(b), Some(both)) = (a, b, both) else { return self.differs(a, b, pointer) };
        let length = pointer.len();
        match both {
            (Json::Object, Json::Object) => {
                for &member in first.sorted_members(a) {
                    let key = first.key(member).unwrap_or_default();
                    json::push_key(pointer, key);
                    self.compare(Some(member), second.member(b, key), pointer);
                    pointer.truncate(length);
                }
                for &member in second.sorted_members(b) {
                    let key = second.key(member).unwrap_or_default();
                    if first.member(a, key).is_none() {
                        json::push_key(pointer, key);
                        self.differs(None, Some(member), pointer);
                        pointer.truncate(length);
                    }
                }
            }
            (Json::Array, Json::Array) => {
                let (mut left, mut right) = (first.children(a), second.children(b));
                for index in 0_usize.. {
                    let (x, y) = (left.next(), right.next());
                    if x.is_none() && y.is_none() {
                        break;
                    }
                    json::push_key(pointer, &index.to_string());
                    self.compare(x, y, pointer);
                    pointer.truncate(length);
                }
            }
            // Reports have whole numbers only, and these print as they are.
            (x, y) if x == y => {}
            _ => self.differs(Some(a), Some(b), pointer),
        }
    }

    fn differs(&mut self, a: Option<NodeId>, b: Option<NodeId>, pointer: &str) {
        self.count += 1;
        if self.found.len() < limits::DIFFERENCES {
            self.found.push(ReportDifference {
                pointer: pointer.to_owned(),
                in_report: a.map(|node| canonical::excerpt(self.first, node)),
                in_this_run: b.map(|node| canonical::excerpt(self.second, node)),
            });
        }
    }
}
