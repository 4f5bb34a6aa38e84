//! A parsed document: an arena of nodes in document order over the received text.
//!
//! A node's subtree is the run of nodes from its own index to `after`, so "every leaf below" is a
//! slice. The reader does not recurse; whoever does recurses as deep as the reader's limit allows.

/// Index of a node; the root is the first, and indices follow document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(super) u32);

/// What a node is. Numbers keep their received digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Json<'t> {
    Null,
    False,
    True,
    /// A number without `.`, `e` or `E`, as received.
    Integer(&'t str),
    /// Any other number, as received. Its value is finite.
    Double(&'t str),
    /// A string, decoded.
    String(&'t str),
    Array,
    Object,
}

impl Json<'_> {
    /// The JSON type in words, for sentences.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::False | Self::True => "a boolean",
            Self::Integer(_) | Self::Double(_) => "a number",
            Self::String(_) => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

/// Decoded text: a slice of the received text where it holds no escape, else of `Tree::decoded`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Text {
    Received { start: u32, end: u32 },
    Decoded { start: u32, end: u32 },
}

/// What a node is, and where what belongs to it is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Data {
    Null,
    False,
    True,
    Integer,
    Double,
    String(Text),
    /// One past the last node of the subtree.
    Array {
        after: u32,
    },
    /// The same, and where in `Tree::sorted` the members' run begins.
    Object {
        after: u32,
        sorted: u32,
    },
}

/// Where a node hangs in its parent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Root,
    Index(u32),
    Key(Text),
}

/// A value in 28 bytes: a document may have a million of them, and in the least room each takes two bytes of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Received text of the value, from its first byte to one past its last.
    pub(super) start: u32,
    pub(super) end: u32,
    /// The parent in the lower bits, which `MAX_NODES` bounds. Above them which `Data` and which `Place` it is.
    parent_and_kinds: u32,
    /// The numbers of `Data`, and then those of `Place`.
    data: [u32; 2],
    place: [u32; 2],
}

const PARENT_BITS: u32 = 24;

/// The parent of a node takes no more than its bits.
pub(super) const MAX_NODES: usize = 1 << PARENT_BITS;

impl Node {
    pub(super) fn new((start, end): (u32, u32), parent: u32, data: Data, place: Place) -> Self {
        let (place_kind, place) = match place {
            Place::Root => (0, [0, 0]),
            Place::Index(index) => (1, [index, 0]),
            Place::Key(Text::Received { start, end }) => (2, [start, end]),
            Place::Key(Text::Decoded { start, end }) => (3, [start, end]),
        };
        let (kind, data) = data.packed();
        let kinds = kind << 2 | place_kind;
        Self { start, end, parent_and_kinds: kinds << PARENT_BITS | parent, data, place }
    }

    /// Closes a container, of which only now is known where it ends.
    pub(super) fn close(&mut self, end: u32, data: Data) {
        *self = Self::new((self.start, end), self.parent(), data, self.place());
    }

    pub(super) fn data(&self) -> Data {
        let [start, end] = self.data;
        match self.parent_and_kinds >> (PARENT_BITS + 2) {
            0 => Data::Null,
            1 => Data::False,
            2 => Data::True,
            3 => Data::Integer,
            4 => Data::Double,
            5 => Data::String(Text::Received { start, end }),
            6 => Data::String(Text::Decoded { start, end }),
            7 => Data::Array { after: start },
            _ => Data::Object { after: start, sorted: end },
        }
    }

    pub(super) fn place(&self) -> Place {
        let [start, end] = self.place;
        match self.parent_and_kinds >> PARENT_BITS & 3 {
            0 => Place::Root,
            1 => Place::Index(start),
            2 => Place::Key(Text::Received { start, end }),
            _ => Place::Key(Text::Decoded { start, end }),
        }
    }

    fn parent(&self) -> u32 {
        self.parent_and_kinds & ((1 << PARENT_BITS) - 1)
    }
}

impl Data {
    fn packed(self) -> (u32, [u32; 2]) {
        match self {
            Self::Null => (0, [0, 0]),
            Self::False => (1, [0, 0]),
            Self::True => (2, [0, 0]),
            Self::Integer => (3, [0, 0]),
            Self::Double => (4, [0, 0]),
            Self::String(Text::Received { start, end }) => (5, [start, end]),
            Self::String(Text::Decoded { start, end }) => (6, [start, end]),
            Self::Array { after } => (7, [after, 0]),
            Self::Object { after, sorted } => (8, [after, sorted]),
        }
    }
}

/// A document that was read in full.
pub(crate) struct Tree<'i> {
    pub(super) input: &'i str,
    pub(super) nodes: Vec<Node>,
    pub(super) decoded: String,
    /// The members of each object that has any, by key, in Unicode code point order; each object owns a run, which
    /// begins with how many they are.
    pub(super) sorted: Vec<NodeId>,
}

impl<'i> Tree<'i> {
    #[expect(clippy::unused_self, reason = "the root of this tree, not of any")]
    pub(crate) fn root(&self) -> NodeId {
        NodeId(0)
    }

    pub(crate) fn json(&self, id: NodeId) -> Json<'_> {
        let Some(node) = self.node(id) else {
            return Json::Null;
        };
        match node.data() {
            Data::Null => Json::Null,
            Data::False => Json::False,
            Data::True => Json::True,
            Data::Integer => Json::Integer(self.received(id)),
            Data::Double => Json::Double(self.received(id)),
            Data::String(text) => Json::String(self.text_of(text)),
            Data::Array { .. } => Json::Array,
            Data::Object { .. } => Json::Object,
        }
    }

    /// The text of a string node.
    pub(crate) fn text(&self, id: NodeId) -> Option<&str> {
        match self.json(id) {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The bytes of the value as they were received.
    pub(crate) fn received(&self, id: NodeId) -> &'i str {
        self.node(id).map_or("", |node| slice(self.input, node.start, node.end))
    }

    /// The received text of a string with its quotes, where it holds no escape.
    pub(crate) fn plain_string(&self, id: NodeId) -> Option<&'i str> {
        let node = self.node(id)?;
        matches!(node.data(), Data::String(Text::Received { .. })).then(|| slice(self.input, node.start, node.end))
    }

    /// The received text of the key with its quotes, where it holds no escape.
    pub(crate) fn plain_key(&self, id: NodeId) -> Option<&'i str> {
        match self.node(id)?.place() {
            Place::Key(Text::Received { start, end }) => Some(slice(self.input, start - 1, end + 1)),
            _ => None,
        }
    }

    /// Offset of the first byte of the value.
    pub(crate) fn offset(&self, id: NodeId) -> usize {
        self.node(id).map_or(0, |node| node.start as usize)
    }

    pub(crate) fn is_object(&self, id: NodeId) -> bool {
        self.json(id) == Json::Object
    }

    pub(crate) fn is_array(&self, id: NodeId) -> bool {
        self.json(id) == Json::Array
    }

    /// How many elements or members the node has.
    pub(crate) fn count(&self, id: NodeId) -> usize {
        if self.is_object(id) { self.sorted_members(id).len() } else { self.children(id).count() }
    }

    /// A leaf is a scalar or an empty container.
    pub(crate) fn is_leaf(&self, id: NodeId) -> bool {
        self.after(id) == id.0.saturating_add(1)
    }

    /// The leaves of a subtree, itself included, in document order.
    pub(crate) fn leaves(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.subtree(id).filter(|&node| self.is_leaf(node))
    }

    /// The nodes of a subtree, itself first, in document order.
    pub(crate) fn subtree(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (id.0..self.after(id)).map(NodeId)
    }

    /// How many nodes there are; indices are below it.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Elements or members, in document order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = id.0.saturating_add(1);
        let after = self.after(id);
        std::iter::from_fn(move || {
            let child = NodeId(next);
            if next >= after {
                return None;
            }
            next = self.after(child);
            Some(child)
        })
    }

    /// The members of an object by key, in Unicode code point order.
    pub(crate) fn sorted_members(&self, id: NodeId) -> &[NodeId] {
        let run = match self.node(id).map(Node::data) {
            Some(Data::Object { sorted, .. }) if !self.is_leaf(id) => self.sorted.get(sorted as usize..),
            _ => None,
        };
        let Some((count, rest)) = run.and_then(<[NodeId]>::split_first) else { return &[] };
        rest.get(..count.index()).unwrap_or_default()
    }

    /// Puts nodes in the order of their keys, equal ones in document order. UTF-8 byte order is Unicode code point
    /// order.
    pub(crate) fn sort_by_key(&self, nodes: &mut [NodeId]) {
        let mut keyed: Vec<Keyed> = nodes.iter().map(|&node| self.keyed(node)).collect();
        self.sort_keyed(&mut keyed);
        for (place, keyed) in nodes.iter_mut().zip(keyed) {
            *place = keyed.node;
        }
    }

    pub(super) fn keyed(&self, node: NodeId) -> Keyed {
        let key = self.key_text(node);
        let bytes = self.key_bytes(key);
        // A shorter key is filled up with zeros: equal ones say nothing then, and others say what the keys would.
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(bytes) {
            *to = *from;
        }
        Keyed { first: u64::from_be_bytes(first), key, node }
    }

    pub(super) fn sort_keyed(&self, keyed: &mut [Keyed]) {
        keyed.sort_unstable_by(|a, b| {
            let whole = || self.key_bytes(a.key).cmp(self.key_bytes(b.key));
            a.first.cmp(&b.first).then_with(whole).then(a.node.cmp(&b.node))
        });
    }

    fn key_bytes(&self, key: Option<Text>) -> &[u8] {
        key.map_or(&[], |text| self.bytes_of(text))
    }

    /// The member of an object with that key.
    pub(crate) fn member(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let members = self.sorted_members(id);
        let key_of = |member| self.key_bytes(self.key_text(member));
        let at = members.binary_search_by(|&member| key_of(member).cmp(key.as_bytes())).ok()?;
        members.get(at).copied()
    }

    /// The text of the member with that key, when it is a string.
    pub(crate) fn member_text(&self, id: NodeId, key: &str) -> Option<&str> {
        self.text(self.member(id, key)?)
    }

    /// The key under which the node hangs in an object.
    pub(crate) fn key(&self, id: NodeId) -> Option<&str> {
        self.key_text(id).map(|text| self.text_of(text))
    }

    fn key_text(&self, id: NodeId) -> Option<Text> {
        match self.node(id)?.place() {
            Place::Key(text) => Some(text),
            Place::Index(_) | Place::Root => None,
        }
    }

    /// The index at which the node hangs in an array.
    pub(crate) fn index(&self, id: NodeId) -> Option<u32> {
        match self.node(id)?.place() {
            Place::Index(index) => Some(index),
            Place::Key(_) | Place::Root => None,
        }
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        let node = self.node(id)?;
        (!matches!(node.place(), Place::Root)).then(|| NodeId(node.parent()))
    }

    /// One past the last node of the subtree.
    pub(super) fn after(&self, id: NodeId) -> u32 {
        match self.node(id).map(Node::data) {
            Some(Data::Array { after } | Data::Object { after, .. }) => after,
            Some(_) => id.0.saturating_add(1),
            None => id.0,
        }
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    pub(super) fn text_of(&self, text: Text) -> &str {
        match text {
            Text::Received { start, end } => slice(self.input, start, end),
            Text::Decoded { start, end } => slice(&self.decoded, start, end),
        }
    }

    fn bytes_of(&self, text: Text) -> &[u8] {
        let (of, start, end) = match text {
            Text::Received { start, end } => (self.input.as_bytes(), start, end),
            Text::Decoded { start, end } => (self.decoded.as_bytes(), start, end),
        };
        of.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// A node by its key, whose first bytes tell it from most others at once.
pub(super) struct Keyed {
    first: u64,
    key: Option<Text>,
    pub(super) node: NodeId,
}

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
