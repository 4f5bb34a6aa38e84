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
    OutcomeCounts, Pair, Reason, Redo, RedoTool, Refusal, Relation, Replay, ReplayReason, ReplayStep, Report,
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
    let mut report = whole(|check, leaf| verify_in_parts(bytes, options, check, leaf));
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
    judge::word(&plan, &results).0
}

/// A report with all that came in parts.
fn whole(parts: impl FnOnce(&mut dyn FnMut(Check), &mut dyn FnMut(&Leaf)) -> Report) -> Report {
    let (mut checks, mut leaves) = (Vec::new(), Vec::new());
    let report = parts(&mut |check| checks.push(check), &mut |leaf| leaves.push(leaf.clone()));
    Report { checks, coverage: Coverage { leaves, ..report.coverage }, ..report }
}

/// The report without checks and leaves, of which there may be many, and these one at a time in their order. Proofs
/// are not looked at: they are held against a whole report.
fn verify_in_parts(
    bytes: &[u8],
    options: &Options,
    check: &mut dyn FnMut(Check),
    leaf: &mut dyn FnMut(&Leaf),
) -> Report {
    let received = Received { bytes, options };
    let parsed = json::parse(bytes, &limits::DOCUMENT);
    match judge::planned(bytes, &parsed) {
        Ok((tree, plan)) => received.report(tree, &plan, check, leaf),
        Err((kind, refusal)) => received.refused(kind, refusal),
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
    let pointer = &hashed.pointer;
    let at = json::resolve(tree, pointer).map_err(|fault| words::refusal_of_pointer(pointer, &fault))?;
    check::hashed_bytes(tree, &plan, at, hashed).ok_or_else(|| words::refusal_of_hashed(pointer))
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
    let report = whole(|check, leaf| Received { bytes, options: &options }.report(tree, &plan, check, leaf));
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
struct Received<'b> {
    bytes: &'b [u8],
    options: &'b Options,
}

impl Received<'_> {
    /// A report that knows nothing but what came.
    fn blank(self) -> Report {
        Report {
            report_version: "1",
            verifier: VERSION,
            name: self.options.name.clone(),
            bytes: self.bytes.len(),
            sha256: sha256_hex(self.bytes),
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

    /// Everything about the document itself, with checks and leaves one at a time.
    fn report(self, tree: &Tree<'_>, plan: &Plan, check: &mut dyn FnMut(Check), leaf: &mut dyn FnMut(&Leaf)) -> Report {
        let options = self.options;
        let mut results = check::run(tree, plan, options.with());
        let replay = if options.replay { replay::replay(tree, plan, &results) } else { None };
        let Judged { claims, outcomes, covered, coverage, verdict } =
            judge::judge(tree, plan, &results, options.at.as_ref());
        covered.each_leaf(tree, leaf);
        results.each_check(tree, plan, check);
        Report {
            verdict,
            outcomes,
            kind: plan.kind,
            claims,
            keys: results.keys,
            coverage,
            replay,
            refusal: None,
            ..self.blank()
        }
    }

    fn refused(self, kind: Kind, refusal: Refusal) -> Report {
        Report { kind, refusal: Some(refusal), ..self.blank() }
    }
}
