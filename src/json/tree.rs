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

#[derive(Clone, Copy, Debug)]
pub(super) enum Data {
    Null,
    False,
    True,
    Integer,
    Double,
    String(Text),
    Array { count: u32 },
    Object { count: u32, sorted: u32 },
}

/// Where a node hangs in its parent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Root,
    Index(u32),
    /// A member's key, and the offset of its opening quote.
    Key {
        text: Text,
        at: u32,
    },
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) data: Data,
    pub(super) place: Place,
    /// Received text of the value, from its first byte to one past its last.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) parent: u32,
    /// One past the last node of the subtree.
    pub(super) after: u32,
}

/// A document that was read in full.
pub(crate) struct Tree<'i> {
    pub(super) input: &'i str,
    pub(super) nodes: Vec<Node>,
    pub(super) decoded: String,
    /// The members of each object by key, in Unicode code point order; each object owns a run.
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
        match node.data {
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
        match self.node(id).map(|node| node.data) {
            Some(Data::Array { count } | Data::Object { count, .. }) => count as usize,
            _ => 0,
        }
    }

    /// A leaf is a scalar or an empty container.
    pub(crate) fn is_leaf(&self, id: NodeId) -> bool {
        self.count(id) == 0
    }

    /// The leaves of a subtree, itself included, in document order.
    pub(crate) fn leaves(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.subtree(id).filter(|&node| self.is_leaf(node))
    }

    /// The nodes of a subtree, itself first, in document order.
    pub(crate) fn subtree(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        let after = self.node(id).map_or(id.0, |node| node.after);
        (id.0..after).map(NodeId)
    }

    /// How many nodes there are; indices are below it.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Elements or members, in document order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = id.0.saturating_add(1);
        let after = self.node(id).map_or(0, |node| node.after);
        std::iter::from_fn(move || {
            let child = NodeId(next);
            if next >= after {
                return None;
            }
            next = self.node(child)?.after;
            Some(child)
        })
    }

    /// The members of an object by key, in Unicode code point order.
    pub(crate) fn sorted_members(&self, id: NodeId) -> &[NodeId] {
        match self.node(id).map(|node| node.data) {
            Some(Data::Object { count, sorted }) => {
                let start = sorted as usize;
                self.sorted.get(start..start.saturating_add(count as usize)).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// Puts nodes in the order of their keys, equal ones in document order. UTF-8 byte order is Unicode code point
    /// order.
    pub(crate) fn sort_by_key(&self, nodes: &mut [NodeId]) {
        let key = |id: &NodeId| self.key(*id).unwrap_or("");
        nodes.sort_unstable_by(|a, b| key(a).cmp(key(b)).then(a.cmp(b)));
    }

    /// The member of an object with that key.
    pub(crate) fn member(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let members = self.sorted_members(id);
        let at = members.binary_search_by(|&member| self.key(member).unwrap_or("").cmp(key)).ok()?;
        members.get(at).copied()
    }

    /// The text of the member with that key, when it is a string.
    pub(crate) fn member_text(&self, id: NodeId, key: &str) -> Option<&str> {
        self.text(self.member(id, key)?)
    }

    /// The key under which the node hangs in an object.
    pub(crate) fn key(&self, id: NodeId) -> Option<&str> {
        match self.node(id)?.place {
            Place::Key { text, .. } => Some(self.text_of(text)),
            Place::Index(_) | Place::Root => None,
        }
    }

    /// The index at which the node hangs in an array.
    pub(crate) fn index(&self, id: NodeId) -> Option<u32> {
        match self.node(id)?.place {
            Place::Index(index) => Some(index),
            Place::Key { .. } | Place::Root => None,
        }
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        match self.node(id)? {
            Node { place: Place::Root, .. } => None,
            node => Some(NodeId(node.parent)),
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
}

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
