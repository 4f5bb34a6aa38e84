//! What will be checked, as data, before anything is. A document file makes the plan, the checks run
//! it, and neither knows the other.

use crate::canonical::Scope;
use crate::json::{Json, NodeId, Tree};
use crate::report::{CheckName, ClaimName, Kind};

/// Everything that is to be checked of one document, in the order of the report.
pub(crate) struct Plan {
    pub(crate) kind: Kind,
    /// Whether documents of this kind carry a signature that covers them. Others are never more than
    /// `unsigned`.
    pub(crate) signs_itself: bool,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) steps: Vec<Step>,
    /// Key objects of the document, in document order.
    pub(crate) key_objects: Vec<NodeId>,
    /// The events of the document, in document order.
    pub(crate) events: Vec<NodeId>,
    /// The canonical record that the document is about.
    pub(crate) record: Option<Record>,
    /// What the document says of itself.
    pub(crate) claims: Vec<(ClaimName, NodeId)>,
}

/// Index in [`Plan::scopes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScopeId(pub(crate) usize);

/// One rule to apply, and the event whose validity depends on it.
pub(crate) struct Step {
    pub(crate) event: Option<usize>,
    pub(crate) rule: Rule,
}

/// A member of an object of the document, present or not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub(crate) within: NodeId,
    pub(crate) name: &'static str,
    pub(crate) node: Option<NodeId>,
}

impl Member {
    pub(crate) fn of(tree: &Tree<'_>, within: NodeId, name: &'static str) -> Self {
        Self { within, name, node: tree.member(within, name) }
    }

    /// The member's text, when it is a string.
    pub(crate) fn text<'t>(&self, tree: &'t Tree<'_>) -> Option<&'t str> {
        tree.text(self.node?)
    }

    /// Whether the object lacks it; null stands for nothing.
    pub(crate) fn is_absent(&self, tree: &Tree<'_>) -> bool {
        self.node.is_none_or(|node| tree.json(node) == Json::Null)
    }
}

/// A place in the document: something that is there, or a member that may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    Node(NodeId),
    Member(Member),
}

pub(crate) enum Rule {
    /// A member has a value that the format fixes.
    Constant { name: CheckName, member: Member, value: &'static str, strictness: Strictness },
    /// Something that the format requires is missing or of another type.
    Required { name: CheckName, at: At, expected: &'static str },
    /// A signature that a document may lack, and lacks.
    Absent { name: CheckName, member: Member },
    /// A member states the digest of a scope.
    Digest { name: CheckName, member: Member, scope: ScopeId, spelling: Spelling },
    /// The digest of a scope that the document does not state.
    Computed { name: CheckName, at: NodeId, scope: ScopeId },
    /// A member repeats another part of the document.
    Copy { name: CheckName, member: Member, original: Option<NodeId>, strictness: Strictness },
    /// A member is computed from the canonical record.
    Number { name: CheckName, member: Member, record: Record, form: NumberForm },
    /// The Pith Number of a canonical record that states none.
    ComputedNumber { at: NodeId, record: Record },
    /// A text whose normal form has a hash in the canonical record.
    Text { form: TextForm, member: Member, hash: Option<NodeId> },
    /// A signature.
    Signature(Signature),
    /// The digest of one section of a graph snapshot.
    Section(Section),
    /// A key object.
    Key(NodeId),
    /// A member counts a list.
    Count { member: Member, list: Option<NodeId> },
    /// A state's list of event identifiers against its entries.
    Applied { member: Member, current: NodeId },
    /// The state rebuilt from the events.
    Rebuilt(Rebuilt),
    /// Statements that contradict each other, in our reading.
    Equivocation { at: NodeId },
    /// Something that nobody has published a rule for.
    Open { name: CheckName, at: NodeId },
    /// Something of a kind without a rule.
    Unknown { name: CheckName, at: NodeId },
    /// Something that is not there, and of which nobody has published whether it must be.
    Nothing { name: CheckName, member: Member },
    /// Members of an object that its signature does not cover.
    NotSigned { name: CheckName, at: NodeId, members: Vec<NodeId> },
    /// A signature whose content is recognisably something that is signed for another purpose.
    OtherPurpose { name: CheckName, at: NodeId, found: &'static str },
}

/// How a digest is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// 64 hexadecimal digits.
    Hex,
    /// The same after `sha256:`.
    EventId,
    /// 64 hexadecimal digits, over a scope that is our reading: a difference proves nothing.
    HexOfOurReading,
}

/// What it means when a value differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// It is a failure.
    MustAgree,
    /// The rule is not published for this case, so nothing is said.
    MayDiffer,
}

/// A canonical record and its digest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) node: NodeId,
    pub(crate) scope: ScopeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberForm {
    /// `pith:YEAR:` and 26 characters.
    Full,
    /// `pith:` and 8 characters.
    Short,
    /// The first characters of the 26.
    Prefix(usize),
    /// The source's identifier.
    SourceId,
    /// The source's identifier, `v`, and its version.
    SourceIdAndVersion,
    /// The DOI that arXiv registers.
    ArxivDoi,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextForm {
    Title,
    Abstract,
}

pub(crate) struct Signature {
    pub(crate) name: CheckName,
    /// The object that holds the signature.
    pub(crate) object: NodeId,
    pub(crate) envelope: Envelope,
    /// The content whose digest was signed.
    pub(crate) content: Option<ScopeId>,
    /// Where the document states that digest.
    pub(crate) stated: Member,
}

/// How a signature object is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Envelope {
    /// A signature object or receipt, which names its slot in `signed_message`.
    Slot(&'static str),
    /// An integrity event, whose signature stands among its other members.
    Integrity,
}

pub(crate) struct Section {
    pub(crate) member: Member,
    pub(crate) scope: ScopeId,
    pub(crate) form: SectionForm,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SectionForm {
    /// Nothing is in the section: the digest is a constant. The nodes say that it is empty.
    Empty(Vec<NodeId>),
    /// What is hashed is known.
    Known,
    /// What is hashed is not published; the section's list is tried.
    Tried,
}

pub(crate) struct Rebuilt {
    pub(crate) bundle: NodeId,
    pub(crate) state: NodeId,
    /// The state without its own digest.
    pub(crate) scope: ScopeId,
}

impl Plan {
    pub(crate) fn new(kind: Kind, signs_itself: bool) -> Self {
        Self {
            kind,
            signs_itself,
            scopes: Vec::new(),
            steps: Vec::new(),
            key_objects: Vec::new(),
            events: Vec::new(),
            record: None,
            claims: Vec::new(),
        }
    }

    pub(crate) fn scope(&mut self, scope: Scope) -> ScopeId {
        self.scopes.push(scope);
        ScopeId(self.scopes.len() - 1)
    }

    pub(crate) fn step(&mut self, rule: Rule) {
        self.steps.push(Step { event: None, rule });
    }

    pub(crate) fn event_step(&mut self, event: Option<usize>, rule: Rule) {
        self.steps.push(Step { event, rule });
    }

    /// The canonical records that a full Pith Number is computed from: what the document is about, and not
    /// the copies of it.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        self.steps.iter().filter_map(|step| match step.rule {
            Rule::Number { record, form: NumberForm::Full, .. } | Rule::ComputedNumber { record, .. } => Some(record),
            _ => None,
        })
    }

    /// How many signatures would have to be verified.
    pub(crate) fn signature_count(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.rule, Rule::Signature(_))).count()
    }
}
