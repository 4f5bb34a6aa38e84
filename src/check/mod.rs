//! The checks: each runs one rule of the plan and leaves one record.

mod digest;
mod key;
mod number;
mod signature;
mod state;
mod text;
mod value;

use std::rc::Rc;

use crate::canonical::{self, Part, Scope, cut};
use crate::crypto::{Digest, sha256};
use crate::encoding::hex;
use crate::explain::Explainer;
use crate::json::{self, NodeId, Tree};
use crate::merge::Event;
use crate::plan::{At, Member, Plan, Rule, ScopeId, Step};
use crate::redo::Commands;
use crate::report::{Basis, Check, CheckName, Diagnosis, Hashed, Key, Outcome, Outline, Parts, Reason, Redo, Signed};
use crate::time::Time;
use crate::trust::KeyRing;
use crate::words;

/// What the checks found out.
pub(crate) struct Results {
    pub(crate) checks: Vec<Found>,
    pub(crate) keys: Vec<Key>,
    pub(crate) pins: Vec<Pin>,
    /// In the order of the plan's events.
    pub(crate) events: Vec<EventResult>,
    /// In the order of the plan's scopes; absent where no check asked for the digest.
    digests: Vec<Option<Digested>>,
}

impl Results {
    /// The digest of a scope, when a check needed it.
    pub(crate) fn digest(&self, scope: ScopeId) -> Option<Digest> {
        self.digests.get(scope.0)?.as_ref().map(|digested| digested.digest)
    }

    /// The records of the checks that are wanted, one at a time.
    pub(crate) fn each_check(&mut self, tree: &Tree<'_>, plan: &Plan, parts: &mut dyn Parts) {
        for found in std::mem::take(&mut self.checks) {
            if parts.wants_checks(found.outline.outcome) {
                parts.check(self.told(tree, plan, found));
            }
        }
    }

    fn told(&self, tree: &Tree<'_>, plan: &Plan, found: Found) -> Check {
        let pointer = found.pointer(tree);
        let Found { outline: Outline { name, outcome, reason, required }, basis, expected, computed, more, .. } = found;
        let (sentence, hint) = words::check(name, reason, &pointer, expected.as_deref(), computed.as_deref());
        let More { hashed, key, signed, diagnosis, redo } = more.map(|more| *more).unwrap_or_default();
        let described = |id: ScopeId| {
            let (scope, digested) = (plan.scopes.get(id.0)?, self.digests.get(id.0)?.as_ref()?);
            Some(described(tree, scope, digested.bytes, &digested.digest))
        };
        Check {
            name,
            outcome,
            reason,
            pointer,
            required,
            basis,
            section: rule(name).1,
            expected: expected.map(String::from),
            computed: computed.map(String::from),
            hashed: hashed.and_then(described),
            key,
            signed,
            sentence,
            hint,
            diagnosis,
            redo,
        }
    }

    /// The document's events as the merge takes them.
    pub(crate) fn merge_events<'t>(&self, tree: &'t Tree<'t>, plan: &Plan) -> Vec<Event<'t>> {
        let events = plan.events.iter().zip(&self.events);
        events.map(|(&node, result)| Event { tree, node, valid: result.valid_by().is_some() }).collect()
    }
}

/// What one check found. Its record in the report, with all its texts, is made from it when it is wanted: a document
/// may have a hundred thousand checks, and a record takes five times as much room.
pub(crate) struct Found {
    pub(crate) outline: Outline,
    basis: Basis,
    at: NodeId,
    /// The member of it that is missing.
    missing: Option<&'static str>,
    expected: Option<Box<str>>,
    computed: Option<Box<str>>,
    more: Option<Box<More>>,
}

/// What only some checks have.
#[derive(Default)]
struct More {
    hashed: Option<ScopeId>,
    key: Option<usize>,
    signed: Option<Signed>,
    diagnosis: Option<Diagnosis>,
    redo: Vec<Redo>,
}

impl Found {
    fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    fn pointer(&self, tree: &Tree<'_>) -> String {
        match self.missing {
            Some(name) => json::child_pointer(tree, self.at, name),
            None => json::pointer(tree, self.at),
        }
    }
}

/// What one passed check says about leaves.
pub(crate) struct Pin {
    pub(crate) check: usize,
    pub(crate) leaves: Rc<[NodeId]>,
    pub(crate) hold: Hold,
}

/// How a passed check holds the leaves it reaches.
pub(crate) enum Hold {
    /// Their bytes were signed, by the key with this index in the report.
    Signed(usize),
    /// They are part of a signature that holds.
    Signature,
    /// They are in the bytes of a digest that the document states.
    Hashed,
    /// They were computed from a constant of the format and compared.
    Constant,
    /// They were computed from other leaves and compared.
    Derived(Rc<[NodeId]>),
    /// The hash of their normal form is another leaf.
    Bound(Rc<[NodeId]>),
    /// What was computed from them agrees, though nothing else may hold them. Listed as their check when nothing else is.
    Compared,
}

/// What to check with.
#[derive(Clone, Copy)]
pub(crate) struct With<'w> {
    pub(crate) ring: &'w KeyRing,
    /// A time at which the document is known to have existed.
    pub(crate) at: Option<&'w Time>,
    /// Whether failed checks are explained and checks carry commands that redo them.
    pub(crate) explain: bool,
}

/// Runs the whole plan.
pub(crate) fn run(tree: &Tree<'_>, plan: &Plan, with: With<'_>) -> Results {
    let mut run = Run {
        tree,
        plan,
        keys: key::Keys::new(tree, plan, with.ring),
        results: Results {
            checks: Vec::new(),
            keys: Vec::new(),
            pins: Vec::new(),
            events: vec![EventResult::default(); plan.events.len()],
            digests: vec![None; plan.scopes.len()],
        },
        explainer: if with.explain { Explainer::new() } else { Explainer::idle() },
        commands: if with.explain { Commands::new() } else { Commands::none() },
        at: with.at,
        compared: vec![false; plan.scopes.len()],
    };
    run.report_listed_keys();
    for step in &plan.steps {
        run.step(step);
    }
    run.trust_checks();
    run.results
}

struct Run<'r, 'i> {
    tree: &'r Tree<'i>,
    plan: &'r Plan,
    keys: key::Keys,
    at: Option<&'r Time>,
    results: Results,
    explainer: Explainer,
    commands: Commands,
    /// By scope, whether a number computed from it agrees.
    compared: Vec<bool>,
}

/// What is known of an event after its steps.
#[derive(Clone, Copy, Default)]
pub(crate) struct EventResult {
    failed: bool,
    /// The key whose signature over the event holds, as an index in the report.
    signer: Option<usize>,
}

impl EventResult {
    /// Who signed the event, when nothing about it fails.
    pub(crate) fn valid_by(self) -> Option<usize> {
        self.signer.filter(|_| !self.failed)
    }

    /// Whether something about it fails; what could not be checked does not.
    pub(crate) fn fails(self) -> bool {
        self.failed
    }
}

#[derive(Clone)]
struct Digested {
    digest: Digest,
    leaves: Rc<[NodeId]>,
    /// How many bytes were hashed.
    bytes: usize,
}

/// What a check found, before it is a record.
struct Finding {
    outcome: Outcome,
    reason: Reason,
    expected: Option<String>,
    computed: Option<String>,
}

impl Finding {
    fn new(outcome: Outcome, reason: Reason) -> Self {
        Self { outcome, reason, expected: None, computed: None }
    }

    fn passed(reason: Reason) -> Self {
        Self::new(Outcome::Passed, reason)
    }

    fn failed(reason: Reason) -> Self {
        Self::new(Outcome::Failed, reason)
    }

    fn not_checked(reason: Reason) -> Self {
        Self::new(Outcome::NotChecked, reason)
    }

    fn noted(reason: Reason) -> Self {
        Self::new(Outcome::Noted, reason)
    }

    fn expected(mut self, text: impl AsRef<str>) -> Self {
        self.expected = Some(cut(text.as_ref()));
        self
    }

    fn computed(mut self, text: impl AsRef<str>) -> Self {
        self.computed = Some(cut(text.as_ref()));
        self
    }

    /// The document's text beside the computed one.
    fn compared(stated: &str, computed: &str, matches: Reason, mismatch: Reason) -> Self {
        let finding = if stated == computed { Self::passed(matches) } else { Self::failed(mismatch) };
        finding.expected(stated).computed(computed)
    }
}

impl Run<'_, '_> {
    fn step(&mut self, step: &Step) {
        let before = self.results.checks.len();
        match &step.rule {
            Rule::Constant { name, member, value, strictness } => self.constant(*name, *member, value, *strictness),
            Rule::Required { name, at, expected } => self.required(*name, *at, expected),
            Rule::Absent { name, member } => {
                let finding = Finding::not_checked(Reason::SignatureMissing);
                self.record(*name, At::Member(*member), true, finding);
            }
            Rule::Digest { name, member, scope, spelling } => self.digest(*name, *member, *scope, *spelling),
            Rule::Computed { name, at, scope } => self.computed(*name, *at, *scope),
            Rule::Copy { name, member, original, strictness } => self.copy(*name, *member, *original, *strictness),
            Rule::Number { name, member, record, form } => self.number(*name, *member, *record, *form),
            Rule::ComputedNumber { at, record } => self.computed_number(*at, *record),
            Rule::Text { form, member, hash } => self.text(*form, *member, *hash),
            Rule::Signature(signature) => {
                let signer = self.signature(signature);
                if let Some(event) = step.event.and_then(|event| self.results.events.get_mut(event)) {
                    event.signer = event.signer.or(signer.filter(|_| signature.name != CheckName::ReceiptSignature));
                }
            }
            Rule::Section(section) => self.section(section),
            Rule::Key(object) => self.key_object(*object),
            Rule::Count { member, list } => self.count(*member, *list),
            Rule::Applied { member, current } => self.applied(*member, *current),
            Rule::Rebuilt(rebuilt) => self.rebuilt(rebuilt),
            Rule::Equivocation { at } => self.equivocation(*at),
            Rule::Open { name, at } => self.open(*name, *at),
            Rule::Unknown { name, at } => self.unknown(*name, *at),
            Rule::Nothing { name, member } => {
                self.record(*name, At::Member(*member), false, Finding::not_checked(Reason::ValueAbsent));
            }
            Rule::NotSigned { name, at, members } => self.not_signed(*name, *at, members),
            Rule::OtherPurpose { name, at, found } => {
                let finding = Finding::not_checked(Reason::SignatureWrongSlot).computed(found);
                self.record(*name, At::Node(*at), true, finding);
            }
        }
        let failed = self.results.checks.iter().skip(before).any(|check| check.outline.outcome == Outcome::Failed);
        if let Some(event) = step.event.and_then(|event| self.results.events.get_mut(event)) {
            event.failed |= failed;
        }
    }

    /// Leaves the record of one check and gives its index.
    fn record(&mut self, name: CheckName, at: At, required: bool, finding: Finding) -> usize {
        let (at, missing) = match at {
            At::Node(node) | At::Member(Member { node: Some(node), .. }) => (node, None),
            At::Member(Member { within, name, .. }) => (within, Some(name)),
        };
        self.results.checks.push(Found {
            outline: Outline { name, outcome: finding.outcome, reason: finding.reason, required },
            basis: match (rule(name).0, finding.outcome) {
                // Without a published rule, what passes or fails does so by what we take for the rule.
                (Basis::Open, Outcome::Passed | Outcome::Failed) => Basis::OurReading,
                (basis, _) => basis,
            },
            at,
            missing,
            expected: finding.expected.map(String::into_boxed_str),
            computed: finding.computed.map(String::into_boxed_str),
            more: None,
        });
        self.results.checks.len() - 1
    }

    fn pin(&mut self, check: usize, leaves: impl Into<Rc<[NodeId]>>, hold: Hold) {
        self.results.pins.push(Pin { check, leaves: leaves.into(), hold });
    }

    fn passed(&self, check: usize) -> bool {
        self.results.checks.get(check).is_some_and(|check| check.outline.outcome == Outcome::Passed)
    }

    fn amend(&mut self, check: usize, amend: impl FnOnce(&mut Found)) {
        if let Some(check) = self.results.checks.get_mut(check) {
            amend(check);
        }
    }

    /// Adds the commands that redo a check; they print what the check compares with.
    fn redo(&mut self, check: usize, make: impl FnOnce(&mut Commands, &str) -> Vec<Redo>) {
        if let Some(check) = self.results.checks.get_mut(check) {
            let prints = check.expected.as_deref().or(check.computed.as_deref()).unwrap_or_default();
            let redo = make(&mut self.commands, prints);
            if !redo.is_empty() {
                check.more().redo = redo;
            }
        }
    }

    fn leaves(&self, node: NodeId) -> Rc<[NodeId]> {
        self.tree.leaves(node).collect()
    }

    /// The member's text; otherwise what is wrong with the member.
    fn text_of(&self, member: Member, expected: &str) -> Result<String, Finding> {
        let Some(node) = member.node else {
            return Err(Finding::failed(Reason::ValueMissing).expected(expected));
        };
        match self.tree.text(node) {
            Some(text) => Ok(text.to_owned()),
            None => Err(Finding::failed(Reason::ValueWrongType)
                .expected(expected)
                .computed(self.tree.json(node).type_name())),
        }
    }

    /// The digest of a scope, computed once.
    fn digested(&mut self, id: ScopeId) -> Digested {
        let (tree, plan) = (self.tree, self.plan);
        let slot = self.results.digests.get_mut(id.0);
        let scope = plan.scopes.get(id.0);
        let (Some(slot), Some(scope)) = (slot, scope) else {
            // Scope identifiers are made with the scopes.
            return digest_of(tree, &Scope { at: tree.root(), parts: Vec::new() });
        };
        slot.get_or_insert_with(|| digest_of(tree, scope)).clone()
    }
}

fn digest_of(tree: &Tree<'_>, scope: &Scope) -> Digested {
    let written = canonical::write(tree, scope);
    let digest = sha256(&written.bytes);
    Digested { digest, leaves: written.leaves.into(), bytes: written.bytes.len() }
}

/// The bytes that a digest of the plan is taken over, when it has one that is about that node and is described so.
pub(crate) fn hashed_bytes(tree: &Tree<'_>, plan: &Plan, at: NodeId, described: &Hashed) -> Option<Vec<u8>> {
    plan.scopes.iter().filter(|scope| scope.at == at).find_map(|scope| {
        let bytes = canonical::write(tree, scope).bytes;
        (self::described(tree, scope, bytes.len(), &sha256(&bytes)) == *described).then_some(bytes)
    })
}

/// What was hashed, as the report describes it.
fn described(tree: &Tree<'_>, scope: &Scope, bytes: usize, digest: &Digest) -> Hashed {
    let (mut without, mut within, mut wrapped) = (Vec::new(), String::new(), false);
    for part in &scope.parts {
        match part {
            Part::Text(text) => {
                wrapped = true;
                within.push_str(text);
            }
            Part::Value { without: names, .. } => {
                without.extend(names.iter().map(|&name| name.to_owned()));
                within.push('…');
            }
        }
    }
    Hashed {
        pointer: json::pointer(tree, scope.at),
        without,
        within: wrapped.then_some(within),
        bytes,
        sha256: hex(digest),
    }
}

/// How well the rule behind a check is known, and the section of the description that has it.
fn rule(name: CheckName) -> (Basis, u8) {
    use CheckName as Name;
    match name {
        Name::RecordDigest
        | Name::RecordPithNumber
        | Name::RecordShortPithNumber
        | Name::RecordAlias
        | Name::RecordSource
        | Name::TitleHash
        | Name::AbstractHash => (Basis::Proved, 2),
        Name::KeyEncoding | Name::KeyFingerprint | Name::KeyTrust => (Basis::Proved, 3),
        Name::BundleDigest
        | Name::BundleSignature
        | Name::StateDigest
        | Name::IntegritySignature
        | Name::IntegrityEnvelope => (Basis::Proved, 4),
        Name::DocumentType | Name::DocumentVersion => (Basis::Seen, 4),
        Name::IntegrityDigest | Name::IntegrityDocument | Name::IntegritySubject | Name::RecordEvents => {
            (Basis::Open, 4)
        }
        Name::EventDigest | Name::EventId | Name::EventSignature | Name::ReceiptSignature => (Basis::Proved, 5),
        Name::EventSigner | Name::EventSubject => (Basis::OurReading, 5),
        Name::EventPayload => (Basis::Open, 5),
        Name::SectionDigest => (Basis::Proved, 6),
        Name::RecordCopy | Name::StateCount | Name::StateApplied | Name::StateMergeVersion | Name::StateRebuilt => {
            (Basis::Proved, 7)
        }
        Name::MergeEquivocation => (Basis::OurReading, 7),
        Name::TimestampProof => (Basis::Open, 8),
    }
}
