//! Changes of a text as it was received: ranges of its bytes are replaced, and every other byte stays.
//!
//! A document that is read, changed and printed again is changed in many places at once. One of these is
//! changed in one.
#![allow(clippy::string_slice, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use std::ops::Range;

use serde_json::{Value, json};

/// What is put in place of which bytes. The ranges of one edit do not overlap.
pub(crate) type Edit = Vec<(Range<usize>, String)>;

/// A value of the text, with its place in it.
pub(crate) struct Node {
    /// JSON Pointer.
    pub(crate) pointer: String,
    /// The value's own bytes.
    pub(crate) at: Range<usize>,
    /// The key with its quotes, of a member.
    pub(crate) key: Option<Range<usize>>,
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
}

/// A JSON text and the places of its values, in document order.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) nodes: Vec<Node>,
}

impl Text {
    pub(crate) fn new(text: String) -> Self {
        let mut reader = Reader { text: &text, at: 0, nodes: Vec::new() };
        reader.value(String::new(), None, None);
        let nodes = reader.nodes;
        Self { text, nodes }
    }

    /// The bytes of a value.
    pub(crate) fn of(&self, node: usize) -> &str {
        &self.text[self.nodes[node].at.clone()]
    }

    pub(crate) fn value(&self, node: usize) -> Value {
        serde_json::from_str(self.of(node)).unwrap()
    }

    /// The key of a member.
    pub(crate) fn key(&self, node: usize) -> Option<String> {
        let key = self.nodes[node].key.clone()?;
        Some(serde_json::from_str(&self.text[key]).unwrap())
    }

    /// The nodes beside a node, itself among them.
    pub(crate) fn siblings(&self, node: usize) -> &[usize] {
        self.nodes[node].parent.map_or(&[], |parent| &self.nodes[parent].children)
    }

    pub(crate) fn is_leaf(&self, node: usize) -> bool {
        self.nodes[node].children.is_empty()
    }

    pub(crate) fn is_object(&self, node: usize) -> bool {
        self.of(node).starts_with('{')
    }

    pub(crate) fn is_array(&self, node: usize) -> bool {
        self.of(node).starts_with('[')
    }

    /// Where a member with its key, or an element, begins and ends.
    fn whole(&self, node: usize) -> Range<usize> {
        let Node { at, key, .. } = &self.nodes[node];
        key.as_ref().map_or(at.start, |key| key.start)..at.end
    }

    /// A value replaced.
    pub(crate) fn replaced(&self, node: usize, value: impl Into<String>) -> Edit {
        vec![(self.nodes[node].at.clone(), value.into())]
    }

    /// A key replaced.
    pub(crate) fn renamed(&self, node: usize, key: &str) -> Edit {
        vec![(self.nodes[node].key.clone().unwrap(), json!(key).to_string())]
    }

    /// A member or element taken out, with one comma where there is one.
    pub(crate) fn removed(&self, node: usize) -> Edit {
        let siblings = self.siblings(node);
        let place = siblings.iter().position(|&sibling| sibling == node).unwrap();
        let whole = self.whole(node);
        let range = match (siblings.get(place + 1), place.checked_sub(1)) {
            (Some(&next), _) => whole.start..self.whole(next).start,
            (None, Some(previous)) => self.whole(siblings[previous]).end..whole.end,
            (None, None) => whole,
        };
        vec![(range, String::new())]
    }

    /// A member or element put in before a child, or at the end when `place` is the number of children.
    pub(crate) fn inserted(&self, node: usize, place: usize, text: &str) -> Edit {
        let Node { children, at, .. } = &self.nodes[node];
        match (children.get(place), children.last()) {
            (Some(&next), _) => {
                let start = self.whole(next).start;
                vec![(start..start, format!("{text},"))]
            }
            (None, Some(&last)) => {
                let end = self.whole(last).end;
                vec![(end..end, format!(",{text}"))]
            }
            (None, None) => vec![(at.start + 1..at.start + 1, text.to_owned())],
        }
    }

    /// A member or element as it stands in the text.
    pub(crate) fn member(&self, node: usize) -> &str {
        &self.text[self.whole(node)]
    }

    /// The values of two nodes exchanged; what stands around them stays.
    pub(crate) fn exchanged(&self, a: usize, b: usize) -> Edit {
        vec![(self.nodes[a].at.clone(), self.of(b).to_owned()), (self.nodes[b].at.clone(), self.of(a).to_owned())]
    }

    /// The children in another order, each with its key.
    pub(crate) fn reordered(&self, node: usize, order: impl Iterator<Item = usize>) -> Edit {
        let children = &self.nodes[node].children;
        children.iter().zip(order).map(|(&child, other)| (self.whole(child), self.member(other).to_owned())).collect()
    }

    /// The text with an edit made.
    pub(crate) fn with(&self, edit: &Edit) -> String {
        let mut ranges: Vec<_> = edit.iter().collect();
        ranges.sort_by_key(|(range, _)| range.start);
        let mut made = String::with_capacity(self.text.len() + 64);
        let mut done = 0;
        for (range, text) in ranges {
            made += &self.text[done..range.start];
            made += text;
            done = range.end;
        }
        made + &self.text[done..]
    }
}

/// The tokens of a text that is known to be JSON.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
}

impl Reader<'_> {
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        bytes[self.at]
    }

    /// A string with its quotes.
    fn string(&mut self) -> Range<usize> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        self.at += 1;
        while bytes[self.at] != b'"' {
            self.at += if bytes[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        start..self.at
    }

    fn value(&mut self, pointer: String, parent: Option<usize>, key: Option<Range<usize>>) {
        let first = self.peek();
        let (index, start) = (self.nodes.len(), self.at);
        if let Some(parent) = parent {
            self.nodes[parent].children.push(index);
        }
        self.nodes.push(Node { pointer, at: start..start, key, parent, children: Vec::new() });
        match first {
            b'{' | b'[' => self.children(index, first == b'{'),
            b'"' => drop(self.string()),
            _ => {
                let rest = &self.text[start..];
                self.at += rest.find(|c: char| ",]}".contains(c) || c.is_ascii_whitespace()).unwrap_or(rest.len());
            }
        }
        self.nodes[index].at.end = self.at;
    }

    fn children(&mut self, index: usize, is_object: bool) {
        self.at += 1;
        loop {
            match self.peek() {
                b'}' | b']' => break,
                b',' => self.at += 1,
                _ => {
                    let step = self.nodes[index].children.len().to_string();
                    let (step, key) = if is_object {
                        let key = self.string();
                        let name: String = serde_json::from_str(&self.text[key.clone()]).unwrap();
                        assert_eq!(self.peek(), b':');
                        self.at += 1;
                        (name.replace('~', "~0").replace('/', "~1"), Some(key))
                    } else {
                        (step, None)
                    };
                    let pointer = format!("{}/{step}", self.nodes[index].pointer);
                    self.value(pointer, Some(index), key);
                }
            }
        }
        self.at += 1;
    }
}
