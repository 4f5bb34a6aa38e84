//! Checks every digest and signature of Pith Number records and bundles.
//!
//! ```
//! use pith_verifier::{Options, VerdictWord, verify};
//!
//! let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
//! let report = verify(bundle, &Options::default());
//! assert_eq!(report.verdict.word, VerdictWord::Verified);
//! for check in &report.checks {
//!     println!("{} {} {}", check.outcome.as_str(), check.name.as_str(), check.pointer);
//! }
//! ```
//!
//! [`verify`] is total: broken input is a report, never an error and never a panic. The rules it applies
//! are those of `docs/pith-documents.md`; each check names its section and how well the rule is known.
//!
//! | feature | on by default | what it is for                                                                                    |
//! | ------- | ------------- | ------------------------------------------------------------------------------------------------- |
//! | `cli`   | yes           | the command line `pith-verify` and what only that needs: `default-features = false` leaves it out |

mod address;
mod block;
mod canonical;
mod check;
mod compare;
mod coverage;
mod crypto;
mod document;
mod encoding;
mod explain;
mod hand;
mod identity;
mod json;
mod judge;
mod limits;
mod merge;
mod ots;
mod plan;
mod print;
mod redo;
mod replay;
mod report;
mod reproduce;
mod time;
mod timestamp;
mod trust;
mod unicode;
#[cfg(feature = "vectors")]
#[doc(hidden)]
pub mod vectors;
mod visible;
#[cfg(target_arch = "wasm32")]
#[expect(unreachable_pub, reason = "what JavaScript gets is `pub`")]
mod wasm;
mod words;

pub use compare::Document;
pub use print::{html, markdown};
pub use report::{
    Address, AddressFinding, AddressKind, AddressSource, Addresses, AttestationKind, Basis, Block, BlockHeader, Cause,
    Check, CheckName, Claim, ClaimName, Class, ComparedDocument, ComparedEvent, Comparison, ComparisonWord, Conflict,
    ConflictKind, ConflictSide, Coverage, Diagnosis, Differing, EventPlace, Field, Hashed, Key, KeyStatus, KeyTrust,
    Kind, Leaf, Limit, LimitName, MatchReason, MatchWord, MergedState, MergedStep, NamedBy, Nearest, Outcome,
    OutcomeCounts, Pair, Parts, Reason, Redo, RedoTool, Refusal, Relation, Replay, ReplayReason, ReplayStep, Report,
    ReportDifference, ReportOptions, Reproduction, ReproductionFinding, Ring, RingEntry, Signed, Standing, StateChange,
    TextMatch, TextStep, Timestamp, TimestampAttestation, TimestampOp, TimestampOperation, TimestampReason,
    TimestampStart, Verdict, VerdictWord,
};
pub use reproduce::RecordedReport;
pub use time::{Time, TimeFault};
pub use timestamp::Proof;
pub use trust::{KeyFault, KeyRing};
pub use visible::visible;

use check::With;
use json::Tree;
use judge::Judged;
use plan::Plan;

/// The name and version of this verifier.
pub const VERSION: &str = concat!("pith-verifier ", env!("CARGO_PKG_VERSION"));

/// What to verify with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The keys that establish a signer.
    pub ring: KeyRing,
    /// A time at which the caller knows that the document existed. A key with a window, and a retired key, count
    /// only with it: the time that a signature claims is the signer's word, and there is no clock here.
    pub at: Option<Time>,
    /// A name for the document, such as its file name, that the report repeats.
    pub name: Option<String>,
    /// Whether failed checks say why, and checks carry commands that redo them.
    pub explain: bool,
    /// Whether the report carries the merge of the document's events step by step.
    pub replay: bool,
    /// OpenTimestamps proofs that stand beside the document.
    pub proofs: Vec<Proof>,
    /// Headers of Bitcoin blocks for these proofs: 80 bytes each, as 160 hexadecimal digits.
    pub headers: Vec<String>,
}

impl Default for Options {
    /// The built-in keys and explanations, and nothing else.
    fn default() -> Self {
        Self {
            ring: KeyRing::built_in(),
            at: None,
            name: None,
            explain: true,
            replay: false,
            proofs: Vec::new(),
            headers: Vec::new(),
        }
    }
}

/// Verifies one document and reports everything that was found out.
///
/// Never fails and never panics: what cannot be read has the verdict
/// [`Unreadable`](VerdictWord::Unreadable), with the place and the reason.
///
/// ```
/// use pith_verifier::{KeyRing, Options, VerdictWord, verify};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let stranger = Options { ring: KeyRing::empty(), ..Options::default() };
/// assert_eq!(verify(bundle, &stranger).verdict.word, VerdictWord::Consistent);
/// assert_eq!(verify(b"{", &stranger).verdict.word, VerdictWord::Unreadable);
/// ```
#[must_use]
pub fn verify(bytes: &[u8], options: &Options) -> Report {
    let mut report = whole(|parts| in_parts(bytes, options, parts));
    timestamp::judge(&mut report, bytes, &options.proofs, &options.headers);
    report
}

/// The word of the verdict that [`verify`] comes to, without the report: for those who check many documents and look
/// closer at few of them. All checks run; what is left out is what they would be reported with, and the class of each
/// leaf.
///
/// ```
/// use pith_verifier::{Options, VerdictWord, verdict};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// assert_eq!(verdict(bundle, &Options::default()), VerdictWord::Verified);
/// assert_eq!(verdict(&bundle[1..], &Options::default()), VerdictWord::Unreadable);
/// ```
#[must_use]
pub fn verdict(bytes: &[u8], options: &Options) -> VerdictWord {
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    let Ok((tree, plan)) = judge::planned(bytes, &parsed) else { return words::unreadable().word };
    let results = check::run(tree, &plan, With { explain: false, ..options.with() });
    judge::word(&plan, &results.checks, &results.pins).0
}

/// Verifies one document as [`verify`] does, and hands out checks and leaves one at a time. All of a large document
/// take many times its room, and whoever prints them needs one at once. The report is returned without them.
///
/// ```
/// use pith_verifier::{Check, Leaf, Options, Outcome, Parts, verify_in_parts};
///
/// #[derive(Default)]
/// struct Failed(Vec<String>);
///
/// impl Parts for Failed {
///     fn wants_checks(&self, outcome: Outcome) -> bool {
///         outcome == Outcome::Failed
///     }
///     fn check(&mut self, check: Check) {
///         self.0.push(check.sentence);
///     }
///     fn wants_leaves(&self) -> bool {
///         false
///     }
///     fn leaf(&mut self, _: &Leaf) {}
/// }
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let mut failed = Failed::default();
/// let report = verify_in_parts(bundle, &Options::default(), &mut failed);
/// assert!(failed.0.is_empty() && report.checks.is_empty());
/// assert_eq!(report.outcomes.failed, 0);
/// ```
///
/// With proofs beside the document they are all made first: those are held against a whole report.
pub fn verify_in_parts(bytes: &[u8], options: &Options, parts: &mut dyn Parts) -> Report {
    if options.proofs.is_empty() && options.headers.is_empty() {
        return in_parts(bytes, options, parts);
    }
    let mut report = verify(bytes, options);
    let (checks, leaves) = (std::mem::take(&mut report.checks), std::mem::take(&mut report.coverage.leaves));
    parts.report(&report);
    for check in checks {
        if parts.wants_checks(check.outcome) {
            parts.check(check);
        }
    }
    parts.coverage(&report);
    if parts.wants_leaves() {
        for leaf in &leaves {
            parts.leaf(leaf);
        }
    }
    report
}

/// A report with all that came in parts.
fn whole(give: impl FnOnce(&mut dyn Parts) -> Report) -> Report {
    #[derive(Default)]
    struct Lists(Vec<Check>, Vec<Leaf>);
    impl Parts for Lists {
        fn check(&mut self, check: Check) {
            self.0.push(check);
        }
        fn leaf(&mut self, leaf: &Leaf) {
            self.1.push(leaf.clone());
        }
    }
    let mut lists = Lists::default();
    let report = give(&mut lists);
    let Lists(checks, leaves) = lists;
    Report { checks, coverage: Coverage { leaves, ..report.coverage }, ..report }
}

/// Proofs are not looked at.
fn in_parts(bytes: &[u8], options: &Options, parts: &mut dyn Parts) -> Report {
    let received = Received::new(bytes, options);
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    match judge::planned(bytes, &parsed) {
        Ok((tree, plan)) => received.report(tree, &plan, parts),
        Err((kind, refusal)) => received.refused(kind, refusal, parts),
    }
}

/// A document that comes in pieces. Of one that is longer than any may be nothing is kept but its length and its
/// digest, which is enough to refuse it.
///
/// ```
/// use pith_verifier::{Incoming, Options, verify};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let mut incoming = Incoming::default();
/// bundle.chunks(1000).for_each(|piece| incoming.add(piece));
/// let report = incoming.verify(&Options::default());
/// assert_eq!(report.sha256, verify(bundle, &Options::default()).sha256);
/// ```
#[derive(Default)]
pub struct Incoming {
    bytes: Vec<u8>,
    /// Length and digest of what was longer.
    longer: Option<(usize, crypto::Running)>,
}

impl Incoming {
    /// Adds what comes next.
    pub fn add(&mut self, piece: &[u8]) {
        if self.longer.is_none() && piece.len() > limits::DOCUMENT.bytes.saturating_sub(self.bytes.len()) {
            let mut running = crypto::Running::default();
            running.add(&self.bytes);
            self.longer = Some((self.bytes.len(), running));
            self.bytes = Vec::new();
        }
        match &mut self.longer {
            None => self.bytes.extend_from_slice(piece),
            Some((length, running)) => {
                *length = length.saturating_add(piece.len());
                running.add(piece);
            }
        }
    }

    /// Begins another document, in the same memory.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.longer = None;
    }

    /// As [`verify`]. Beside a document that is too long, proofs are not looked at.
    #[must_use]
    pub fn verify(&self, options: &Options) -> Report {
        whole(|parts| self.verify_in_parts(options, parts))
    }

    /// As [`verify_in_parts`], with the same exception.
    pub fn verify_in_parts(&self, options: &Options, parts: &mut dyn Parts) -> Report {
        let Some((bytes, running)) = &self.longer else {
            return verify_in_parts(&self.bytes, options, parts);
        };
        let received = Received { bytes: *bytes, sha256: encoding::hex(&running.digest()), options };
        received.refused(Kind::Unreadable, words::refusal_of_length(*bytes), parts)
    }
}

impl From<Vec<u8>> for Incoming {
    /// All of it at once, however long it is.
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, longer: None }
    }
}

/// Compares several documents about one Pith Number: which are the same, which is older, which contradict,
/// and what all their valid events give together.
///
/// ```
/// use pith_verifier::{ComparisonWord, Document, Options, Relation, compare};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let state = include_bytes!("../tests/samples/state-1212.1787.json");
/// let documents = [
///     Document { name: Some("bundle.json".to_owned()), bytes: bundle },
///     Document { name: Some("state.json".to_owned()), bytes: state },
/// ];
/// let comparison = compare(&documents, &Options::default())?;
/// assert_eq!(comparison.word, ComparisonWord::Agree);
/// assert_eq!(comparison.pairs[0].relation, Relation::SameEvents);
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// When there are more documents, bytes or events than the limits allow, or fewer than two documents. What is
/// wrong with a single document is said in its place.
pub fn compare(documents: &[Document<'_>], options: &Options) -> Result<Comparison, Refusal> {
    compare::compare(documents, With { explain: false, ..options.with() }, VERSION)
}

impl Options {
    fn with(&self) -> With<'_> {
        With { ring: &self.ring, at: self.at.as_ref(), explain: self.explain }
    }
}

impl RecordedReport<'_> {
    /// What the report was made with, as far as a report carries it.
    #[must_use]
    pub fn options(&self) -> Options {
        self.options_with(Vec::new(), Vec::new())
    }

    /// What the report was made with. A report does not carry the proofs and block headers that stood beside the
    /// document, so the caller gives them: proofs in any order, for the report knows them by their SHA-256 and has
    /// their names, and headers in the order of the report.
    ///
    /// ```
    /// use pith_verifier::{Options, Proof, Reason, RecordedReport, verify};
    ///
    /// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
    /// let proof = include_bytes!("../tests/vectors/opentimestamps/own.ots").to_vec();
    /// let json = |options: &Options| serde_json::to_vec(&verify(bundle, options)).unwrap();
    ///
    /// let named = Proof { name: Some("bundle.ots".to_owned()), bytes: proof.clone() };
    /// let report = json(&Options { proofs: vec![named], ..Options::default() });
    /// let recorded = RecordedReport::read(&report)?;
    /// let without = recorded.compare(&json(&recorded.options()))?;
    /// assert_eq!(without.findings[0].reason, Reason::ReportOtherProofs);
    /// let with = recorded.options_with(vec![Proof { name: None, bytes: proof }], Vec::new());
    /// assert!(recorded.compare(&json(&with))?.reproduces);
    /// # Ok::<(), pith_verifier::Refusal>(())
    /// ```
    #[must_use]
    pub fn options_with(&self, proofs: Vec<Proof>, headers: Vec<String>) -> Options {
        let (ring, at, name, options) = self.made_with();
        Options {
            ring: ring.clone(),
            at: at.cloned(),
            name: name.map(str::to_owned),
            explain: options.explain,
            replay: options.replay,
            proofs: self.arranged(proofs),
            headers,
        }
    }
}

/// The canonical form of one JSON document: the bytes that are hashed.
///
/// It is what `CPython`'s `json.dumps(x, sort_keys=True, separators=(',', ':'), ensure_ascii=False)`
/// gives, in UTF-8. It is not RFC 8785: integers keep all digits, `1.0` stays `1.0`, and keys sort by
/// Unicode code point.
///
/// ```
/// use pith_verifier::{Reason, canonicalize};
///
/// assert_eq!(canonicalize(br#"{"b": 1e2, "a": -0}"#)?, br#"{"a":0,"b":100.0}"#);
///
/// let refusal = canonicalize(b"{\n  \"a\": 1, \"a\": 2}").unwrap_err();
/// assert_eq!(refusal.reason, Reason::JsonDuplicateKey);
/// assert_eq!((refusal.line, refusal.column), (2, 11));
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// What signer and reader could read differently is refused, with line, column and reason: duplicate
/// keys, lone surrogates, numbers that overflow a double, `NaN` and `Infinity`, invalid UTF-8, a byte
/// order mark, text after the value, and documents past the limits.
pub fn canonicalize(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    canonicalize_part(bytes, "")
}

/// The canonical form of the part of a document that a JSON Pointer (RFC 6901) leads to.
///
/// ```
/// use pith_verifier::canonicalize_part;
///
/// assert_eq!(canonicalize_part(br#"{"a": [1, {"c": 2, "b": 3}]}"#, "/a/1")?, br#"{"b":3,"c":2}"#);
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// As [`canonicalize`], and when the pointer is malformed or leads nowhere.
pub fn canonicalize_part(bytes: &[u8], pointer: &str) -> Result<Vec<u8>, Refusal> {
    let tree = json::parse(bytes, &limits::DOCUMENT).map_err(|fault| words::refusal_of_fault(bytes, fault))?;
    let node = json::resolve(&tree, pointer).map_err(|fault| words::refusal_of_pointer(pointer, &fault))?;
    Ok(canonical::write(&tree, &canonical::Scope::of(node)).bytes)
}

/// The bytes that a check hashed: what [`Check::hashed`] describes.
///
/// Whoever does not want to take this verifier's word for a digest takes the SHA-256 of them with another program.
///
/// ```
/// use pith_verifier::{CheckName, Options, hashed_bytes, sha256_hex, verify};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let report = verify(bundle, &Options::default());
/// let check = report.checks.iter().find(|check| check.name == CheckName::BundleDigest).unwrap();
/// let bytes = hashed_bytes(bundle, check.hashed.as_ref().unwrap())?;
/// assert!(bytes.starts_with(br#"{"built_at":"2026-06-01T22:25:31Z","#));
/// assert_eq!(Some(sha256_hex(&bytes)), check.expected);
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// When [`verify`] finds the document unreadable, when the pointer is malformed or leads nowhere, and when no check of
/// the document hashed bytes of that description, length and digest, as with the report of another document.
pub fn hashed_bytes(bytes: &[u8], hashed: &Hashed) -> Result<Vec<u8>, Refusal> {
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    let (tree, plan) = judge::planned(bytes, &parsed).map_err(|(_, refusal)| refusal)?;
    written(tree, &plan, hashed)
}

/// What [`hashed_bytes`] gives, for each of several checks of one document, which is read once.
///
/// # Errors
/// As [`hashed_bytes`], about the first that has one.
pub fn each_hashed_bytes(bytes: &[u8], hashed: &[Hashed]) -> Result<Vec<Vec<u8>>, Refusal> {
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    let (tree, plan) = judge::planned(bytes, &parsed).map_err(|(_, refusal)| refusal)?;
    hashed.iter().map(|hashed| written(tree, &plan, hashed)).collect()
}

fn written(tree: &json::Tree<'_>, plan: &plan::Plan, hashed: &Hashed) -> Result<Vec<u8>, Refusal> {
    let pointer = &hashed.pointer;
    let at = json::resolve(tree, pointer).map_err(|fault| words::refusal_of_pointer(pointer, &fault))?;
    check::hashed_bytes(tree, plan, at, hashed).ok_or_else(|| words::refusal_of_hashed(pointer))
}

/// Whether a text in hand is the one of a document: a title or an abstract by its hash in the canonical
/// record, an identifier or a Pith Number by its value.
///
/// A title or an abstract may be pasted as a page shows it or typed as it is printed: line breaks, broken
/// words, typographic quotation marks and the like are undone in a few ways, and the answer lists what was
/// done. The answer never says [`Matches`](MatchWord::Matches) unless the hash or the value is the same, and
/// carries the verdict on the document, without which a match says nothing.
///
/// ```
/// use pith_verifier::{Field, MatchReason, MatchWord, Options, TextStep, match_text};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let compare = |field, text| match_text(bundle, field, text, &Options::default());
///
/// let title = compare(Field::Title, "A Generic Checkpoint-\nRestart Mechanism\nfor Virtual Machines")?;
/// assert!(title.established);
/// assert_eq!(title.steps, [TextStep::HyphensKept, TextStep::WhiteSpace, TextStep::LowerCase]);
///
/// let other = compare(Field::Arxiv, "https://arxiv.org/abs/1212.1787v2")?;
/// assert_eq!((other.outcome, other.reason), (MatchWord::NearMiss, MatchReason::OtherVersion));
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// When the document cannot be read, as [`verify`] says it, or the text is longer than 16 kB.
pub fn match_text(bytes: &[u8], field: Field, text: &str, options: &Options) -> Result<TextMatch, Refusal> {
    if text.len() > limits::MAX_TEXT {
        return Err(words::refusal_of_text(text.len()));
    }
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    let (tree, plan) = judge::planned(bytes, &parsed).map_err(|(_, refusal)| refusal)?;
    let options = Options { explain: false, replay: false, ..options.clone() };
    let report = whole(|parts| Received::new(bytes, &options).report(tree, &plan, parts));
    Ok(hand::compare(tree, &plan, &report, field, text))
}

/// What a Pith Number, an arXiv identifier or a DOI leads to: where the service says that the documents of the record
/// can be had. Nothing is requested. What comes from there is to be verified, and compared with the number by
/// [`match_text`].
///
/// It is read as [`match_text`] reads it: with or without `pith:` and `arXiv:`, and out of a link. Whatever the text
/// is, every address is one of `https://pith.science/`.
///
/// ```
/// use pith_verifier::{AddressKind, NamedBy, addresses};
///
/// let found = addresses("pith:2012:bz4ivvzgbacad3ukxqgojfz5sz");
/// assert_eq!(found.normal.as_deref(), Some("pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ"));
/// assert_eq!(found.addresses[0].kind, AddressKind::Bundle);
/// assert_eq!(found.addresses[0].url, "https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json");
/// assert_eq!(addresses("10.1000/182").named_by, NamedBy::Doi);
/// assert!(addresses("10.1000/182").addresses.is_empty());
/// ```
#[must_use]
pub fn addresses(text: &str) -> Addresses {
    address::addresses(text)
}

/// The `state_sha256` of the state that a document's valid events give, for each of some orders of arrival: a merge
/// is one that gives the same for all of them. Each order has the index of every event once, as the document's list
/// of events counts them.
///
/// ```
/// use pith_verifier::{Options, merge_in_orders};
///
/// let bundle = include_bytes!("../tests/samples/bundle-1212.1787.json");
/// let states = merge_in_orders(bundle, &[vec![0, 1], vec![1, 0]], &Options::default())?;
/// assert_eq!(states[0], states[1]);
/// # Ok::<(), pith_verifier::Refusal>(())
/// ```
///
/// # Errors
/// When the document cannot be read, as [`verify`] says it, when it is no bundle and no list of events, and when an
/// order does not have each event once.
pub fn merge_in_orders(bytes: &[u8], orders: &[Vec<usize>], options: &Options) -> Result<Vec<String>, Refusal> {
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    let (tree, plan) = judge::planned(bytes, &parsed).map_err(|(_, refusal)| refusal)?;
    let results = check::run(tree, &plan, With { explain: false, ..options.with() });
    let state = |(index, order): (usize, &Vec<usize>)| {
        if !replay::is_order(order, plan.events.len()) {
            return Err(words::refusal_of_order(index, plan.events.len()));
        }
        replay::state_in_order(tree, &plan, &results, order).ok_or_else(words::refusal_of_no_events)
    };
    orders.iter().enumerate().map(state).collect()
}

/// The SHA-256 of some bytes, such as canonical ones, as 64 lower-case hexadecimal digits.
///
/// ```
/// let digest = pith_verifier::sha256_hex(b"{\"payload\":[]}");
/// assert_eq!(digest, "258153158e38e3291e3d48162225fcdb2d5a3ed65a07baac614ab91432fd4f57");
/// ```
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    encoding::hex(&crypto::sha256(bytes))
}

/// A document as it came.
struct Received<'o> {
    bytes: usize,
    sha256: String,
    options: &'o Options,
}

impl<'o> Received<'o> {
    fn new(bytes: &[u8], options: &'o Options) -> Self {
        Self { bytes: bytes.len(), sha256: sha256_hex(bytes), options }
    }

    /// A report that knows nothing but what came.
    fn blank(self) -> Report {
        Report {
            report_version: "1",
            verifier: VERSION,
            name: self.options.name.clone(),
            bytes: self.bytes,
            sha256: self.sha256,
            ring: self.options.ring.to_report(),
            at: self.options.at.as_ref().map(|at| at.as_str().to_owned()),
            options: ReportOptions { explain: self.options.explain, replay: self.options.replay },
            limits: limits::all(),
            kind: Kind::Unreadable,
            verdict: words::unreadable(),
            refusal: None,
            claims: Vec::new(),
            keys: Vec::new(),
            checks: Vec::new(),
            outcomes: OutcomeCounts::default(),
            coverage: Coverage::default(),
            replay: None,
            timestamps: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// Everything about the document itself.
    fn report(self, tree: &Tree<'_>, plan: &Plan, parts: &mut dyn Parts) -> Report {
        let options = self.options;
        let mut results = check::run(tree, plan, options.with());
        let replay = if options.replay { replay::replay(tree, plan, &results) } else { None };
        let (keys, pins) = (std::mem::take(&mut results.keys), std::mem::take(&mut results.pins));
        let Judged { claims, outcomes, covered, coverage, verdict } =
            judge::judge(tree, plan, &results.checks, &keys, &pins, options.at.as_ref());
        let report = Report {
            verdict,
            outcomes,
            kind: plan.kind,
            claims,
            keys,
            coverage,
            replay,
            refusal: None,
            ..self.blank()
        };
        parts.report(&report);
        results.each_check(tree, plan, parts);
        parts.coverage(&report);
        if parts.wants_leaves() {
            covered.each_leaf(tree, &mut |leaf| parts.leaf(leaf));
        }
        report
    }

    fn refused(self, kind: Kind, refusal: Refusal, parts: &mut dyn Parts) -> Report {
        let report = Report { kind, refusal: Some(refusal), ..self.blank() };
        parts.report(&report);
        parts.coverage(&report);
        report
    }
}
