//! Canonical JSON: the bytes that are hashed.
//!
//! The form is that of `CPython`'s `json.dumps(x, sort_keys=True, separators=(',', ':'),
//! ensure_ascii=False)` in UTF-8, which is not RFC 8785 (description of Pith documents, section 1).
//! This file alone decides how a number or a string prints, and it reports every leaf it has written,
//! so that nothing can be called hashed that was not in the hashed bytes.

pub(crate) mod variants;

use std::cmp::Ordering;

use crate::json::{self, Json, NodeId, Tree};
use crate::limits::EXCERPT;

/// What one digest is taken over: parts one after the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scope {
    /// The part of the document that the digest is about.
    pub(crate) at: NodeId,
    pub(crate) parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// Bytes of the format's own, around the values.
    Text(&'static str),
    /// The canonical form of a node, without the named members of it.
    Value { node: NodeId, without: &'static [&'static str] },
}

impl Scope {
    pub(crate) fn of(node: NodeId) -> Self {
        Self::without(node, &[])
    }

    pub(crate) fn without(node: NodeId, without: &'static [&'static str]) -> Self {
        Self { at: node, parts: vec![Part::Value { node, without }] }
    }
}

/// Canonical bytes and the leaves that are in them.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) bytes: Vec<u8>,
    pub(crate) leaves: Vec<NodeId>,
}

pub(crate) fn write(tree: &Tree<'_>, scope: &Scope) -> Written {
    let nodes = || {
        scope.parts.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Value { node, .. } => Some(*node),
        })
    };
    // Room for what is there, for a vector that grows takes up to three times as much.
    let mut written = Written {
        bytes: Vec::with_capacity(nodes().map(|node| tree.received(node).len()).sum()),
        leaves: Vec::with_capacity(nodes().map(|node| tree.leaves(node).count()).sum()),
    };
    for part in &scope.parts {
        match part {
            Part::Text(text) => written.bytes.extend_from_slice(text.as_bytes()),
            Part::Value { node, without } => written.value(tree, *node, without),
        }
    }
    written
}

/// The canonical text of a node.
pub(crate) fn text(tree: &Tree<'_>, node: NodeId) -> String {
    // Canonical bytes are UTF-8: they are made of `str` alone.
    String::from_utf8(write(tree, &Scope::of(node)).bytes).unwrap_or_default()
}

/// Appends the canonical text of a leaf.
pub(crate) fn push_leaf(to: &mut String, tree: &Tree<'_>, leaf: NodeId) {
    match tree.plain_string(leaf) {
        Some(quoted) => to.push_str(quoted),
        None => to.push_str(&text(tree, leaf)),
    }
}

/// The canonical text of a leaf, `[…]` or `{…}` of anything else; a long string only in part.
pub(crate) fn excerpt(tree: &Tree<'_>, node: NodeId) -> String {
    match tree.json(node) {
        Json::String(string) => match string.char_indices().nth(EXCERPT) {
            Some((end, _)) => {
                let mut bytes = Vec::new();
                push_string(&mut bytes, string.get(..end).unwrap_or_default());
                String::from_utf8(bytes).unwrap_or_default() + "…"
            }
            None => text(tree, node),
        },
        Json::Array if !tree.is_leaf(node) => "[…]".to_owned(),
        Json::Object if !tree.is_leaf(node) => "{…}".to_owned(),
        _ => text(tree, node),
    }
}

/// A text as the report repeats it: a long one only in part.
pub(crate) fn cut(text: &str) -> String {
    // No text has more characters than bytes.
    if text.len() <= EXCERPT {
        return text.to_owned();
    }
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Where two values differ first, going through objects by key and through arrays by index.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The place in the second value, relative to it (RFC 6901).
    pub(crate) pointer: String,
    /// An excerpt of the first value there, if it has any.
    pub(crate) first: Option<String>,
    /// An excerpt of the second value there, if it has any.
    pub(crate) second: Option<String>,
}

/// The first difference between the canonical forms of two values, `None` when they are the same.
pub(crate) fn first_difference(first: (&Tree<'_>, NodeId), second: (&Tree<'_>, NodeId)) -> Option<Difference> {
    let ((tree_a, a), (tree_b, b)) = (first, second);
    match (tree_a.json(a), tree_b.json(b)) {
        (Json::Object, Json::Object) => object_difference(first, second),
        (Json::Array, Json::Array) => {
            let (mut left, mut right) = (tree_a.children(a), tree_b.children(b));
            for index in 0_usize.. {
                let (x, y) = (left.next(), right.next());
                if (x, y) == (None, None) {
                    return None;
                }
                if let Some(difference) = optional_difference((tree_a, x), (tree_b, y)) {
                    return Some(difference.under(&index.to_string()));
                }
            }
            None
        }
        (Json::Integer(_), Json::Integer(_)) | (Json::Double(_), Json::Double(_))
            if text(tree_a, a) == text(tree_b, b) =>
        {
            None
        }
        (x, y) if x == y => None,
        _ => Some(one_sided((tree_a, Some(a)), (tree_b, Some(b)))),
    }
}

fn object_difference(first: (&Tree<'_>, NodeId), second: (&Tree<'_>, NodeId)) -> Option<Difference> {
    let ((tree_a, a), (tree_b, b)) = (first, second);
    let (mut left, mut right) =
        (tree_a.sorted_members(a).iter().peekable(), tree_b.sorted_members(b).iter().peekable());
    loop {
        let key_a = left.peek().and_then(|&&node| tree_a.key(node));
        let key_b = right.peek().and_then(|&&node| tree_b.key(node));
        let (key, take_left, take_right) = match (key_a, key_b) {
            (None, None) => return None,
            (Some(x), Some(y)) => match x.cmp(y) {
                Ordering::Less => (x, true, false),
                Ordering::Equal => (x, true, true),
                Ordering::Greater => (y, false, true),
            },
            (Some(x), None) => (x, true, false),
            (None, Some(y)) => (y, false, true),
        };
        let x = if take_left { left.next().copied() } else { None };
        let y = if take_right { right.next().copied() } else { None };
        if let Some(difference) = optional_difference((tree_a, x), (tree_b, y)) {
            return Some(difference.under(key));
        }
    }
}

/// The first difference in the members of that key.
pub(crate) fn member_difference(
    (tree_a, a): (&Tree<'_>, NodeId),
    (tree_b, b): (&Tree<'_>, NodeId),
    key: &str,
) -> Option<Difference> {
    let difference = optional_difference((tree_a, tree_a.member(a, key)), (tree_b, tree_b.member(b, key)))?;
    Some(difference.under(key))
}

/// The first difference where either value may be missing.
fn optional_difference(first: (&Tree<'_>, Option<NodeId>), second: (&Tree<'_>, Option<NodeId>)) -> Option<Difference> {
    match (first.1, second.1) {
        (Some(a), Some(b)) => first_difference((first.0, a), (second.0, b)),
        (None, None) => None,
        _ => Some(one_sided(first, second)),
    }
}

fn one_sided(first: (&Tree<'_>, Option<NodeId>), second: (&Tree<'_>, Option<NodeId>)) -> Difference {
    Difference {
        pointer: String::new(),
        first: first.1.map(|node| excerpt(first.0, node)),
        second: second.1.map(|node| excerpt(second.0, node)),
    }
}

impl Difference {
    pub(crate) fn under(mut self, key: &str) -> Self {
        let mut pointer = String::new();
        json::push_key(&mut pointer, key);
        pointer.push_str(&self.pointer);
        self.pointer = pointer;
        self
    }
}

impl Written {
    /// Recurses as deep as the document nests, which the reader has limited.
    fn value(&mut self, tree: &Tree<'_>, node: NodeId, without: &[&str]) {
        if tree.is_leaf(node) {
            self.leaves.push(node);
        }
        match tree.json(node) {
            Json::Null => self.push("null"),
            Json::False => self.push("false"),
            Json::True => self.push("true"),
            Json::Integer(digits) => self.push(if digits == "-0" { "0" } else { digits }),
            Json::Double(text) => push_double(&mut self.bytes, text),
            // Without an escape a string is canonical as it stands: what would need one could not be in it.
            Json::String(text) => match tree.plain_string(node) {
                Some(quoted) => self.push(quoted),
                None => push_string(&mut self.bytes, text),
            },
            Json::Array => {
                self.push("[");
                for (index, element) in tree.children(node).enumerate() {
                    if index > 0 {
                        self.push(",");
                    }
                    self.value(tree, element, &[]);
                }
                self.push("]");
            }
            Json::Object => {
                self.push("{");
                let mut first = true;
                for &member in tree.sorted_members(node) {
                    let key = || tree.key(member).unwrap_or_default();
                    if !without.is_empty() && without.contains(&key()) {
                        continue;
                    }
                    if !first {
                        self.push(",");
                    }
                    first = false;
                    match tree.plain_key(member) {
                        Some(quoted) => self.push(quoted),
                        None => push_string(&mut self.bytes, key()),
                    }
                    self.push(":");
                    self.value(tree, member, &[]);
                }
                self.push("}");
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Escapes only `"`, `\` and U+0000 to U+001F.
pub(crate) fn push_string(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(length) = rest.iter().position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        let (plain, tail) = rest.split_at(length);
        bytes.extend_from_slice(plain);
        if let Some((&byte, after)) = tail.split_first() {
            push_escape(bytes, byte);
            rest = after;
        }
    }
    bytes.extend_from_slice(rest);
    bytes.push(b'"');
}

fn push_escape(bytes: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' => "\\\"",
        b'\\' => "\\\\",
        0x08 => "\\b",
        0x0C => "\\f",
        b'\n' => "\\n",
        b'\r' => "\\r",
        b'\t' => "\\t",
        _ => {
            bytes.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
            return;
        }
    };
    bytes.extend_from_slice(short.as_bytes());
}

/// Prints a double as Python's `repr` does: the shortest digits that read back as the same double, in
/// plain notation for 1e-4 <= |x| < 1e16, else with an exponent of a sign and at least two digits.
fn push_double(bytes: &mut Vec<u8>, text: &str) {
    let value = double(text);
    let mut buffer = zmij::Buffer::new();
    let printed = buffer.format_finite(value);
    let (digits, point) = decimal(printed);
    if value.is_sign_negative() {
        bytes.push(b'-');
    }
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| std::iter::repeat_n(b'0', usize::try_from(n).unwrap_or_default());
    if digits.is_empty() {
        bytes.extend_from_slice(b"0.0");
    } else if point <= -4 || point > 16 {
        let (first, rest) = digits.split_at(1);
        bytes.extend_from_slice(first);
        if !rest.is_empty() {
            bytes.push(b'.');
            bytes.extend_from_slice(rest);
        }
        let (sign, exponent) = if point > 16 { ('+', point - 1) } else { ('-', 1 - point) };
        bytes.extend_from_slice(format!("e{sign}{exponent:02}").as_bytes());
    } else if point <= 0 {
        bytes.extend_from_slice(b"0.");
        bytes.extend(zeros(-point));
        bytes.extend_from_slice(&digits);
    } else if point >= count {
        bytes.extend_from_slice(&digits);
        bytes.extend(zeros(point - count));
        bytes.extend_from_slice(b".0");
    } else {
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or_default());
        bytes.extend_from_slice(whole);
        bytes.push(b'.');
        bytes.extend_from_slice(fraction);
    }
}

/// The value of a number. The reader accepted the text of a double as a finite one.
fn double(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}

/// The digits of a printed number without leading and trailing zeros, and where the decimal point
/// stands before them: the value is `0.d1d2d3...` times ten to that power.
fn decimal(printed: &str) -> (Vec<u8>, i32) {
    let unsigned = printed.trim_start_matches('-');
    let (mantissa, exponent) = unsigned.split_once('e').unwrap_or((unsigned, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let leading = all.iter().take_while(|&&digit| digit == b'0').count();
    let trailing = all.iter().rev().take_while(|&&digit| digit == b'0').count();
    let digits = all.get(leading..all.len() - trailing.min(all.len())).unwrap_or_default().to_vec();
    let shift = |length: usize| i32::try_from(length).unwrap_or(i32::MAX);
    (digits, exponent + shift(whole.len()) - shift(leading))
}

#[cfg(test)]
mod tests {
    use super::{Difference, excerpt, first_difference, member_difference, push_double};
    use crate::json::{self, Tree};

    fn read(text: &str) -> Tree<'_> {
        json::parse(text.as_bytes(), &crate::limits::DOCUMENT).unwrap()
    }

    #[test]
    fn excerpts_are_short() {
        let long = "é".repeat(super::EXCERPT + 1);
        let whole = "é".repeat(super::EXCERPT);
        for (text, short) in [
            ("[1, 2]", "[…]"),
            ("{\"a\":1}", "{…}"),
            ("[ ]", "[]"),
            ("{ }", "{}"),
            ("1E2", "100.0"),
            ("null", "null"),
            ("\"a\\u0062\"", "\"ab\""),
            (&format!("\"{whole}\""), &format!("\"{whole}\"")),
            (&format!("\"{long}\""), &format!("\"{whole}\"…")),
        ] {
            let tree = read(text);
            assert_eq!(excerpt(&tree, tree.root()), short);
        }
    }

    #[test]
    fn the_first_difference_is_of_values_not_of_spellings() {
        let differ = |first: &str, second: &str| {
            let (a, b) = (read(first), read(second));
            first_difference((&a, a.root()), (&b, b.root()))
                .map(|Difference { pointer, first, second }| (pointer, first, second))
        };
        let one = |pointer: &str, first: Option<&str>, second: Option<&str>| {
            Some((pointer.to_owned(), first.map(str::to_owned), second.map(str::to_owned)))
        };
        for (first, second) in [
            ("[1.0, -0, \"a\", true, null, {}, []]", "[1e0,0,\"\\u0061\",true,null,{},[]]"),
            ("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
        ] {
            assert_eq!(differ(first, second), None);
        }
        for (first, second, found) in [
            ("1", "1.0", one("", Some("1"), Some("1.0"))),
            ("1", "2", one("", Some("1"), Some("2"))),
            ("1.5", "2.5", one("", Some("1.5"), Some("2.5"))),
            ("\"a\"", "\"b\"", one("", Some("\"a\""), Some("\"b\""))),
            ("[]", "{}", one("", Some("[]"), Some("{}"))),
            ("[1,[2]]", "[1,[3]]", one("/1/0", Some("2"), Some("3"))),
            ("[1]", "[1,2]", one("/1", None, Some("2"))),
            ("[1,2]", "[1]", one("/1", Some("2"), None)),
            ("{\"a\":1,\"c\":1}", "{\"b\":1,\"c\":2}", one("/a", Some("1"), None)),
            ("{\"b\":1}", "{\"a\":1,\"b\":2}", one("/a", None, Some("1"))),
            ("{\"a\":1}", "{\"a\":1,\"b\":2}", one("/b", None, Some("2"))),
            ("{\"a/~\":{\"b\":1}}", "{\"a/~\":{}}", one("/a~1~0/b", Some("1"), None)),
        ] {
            assert_eq!(differ(first, second), found, "{first} {second}");
        }
    }

    #[test]
    fn a_member_that_neither_has_does_not_differ() {
        let (a, b) = (read("{\"a\":1}"), read("{\"a\":2}"));
        let at = |key| member_difference((&a, a.root()), (&b, b.root()), key);
        assert_eq!(at("b"), None);
        assert_eq!(at("a").map(|found| found.pointer), Some("/a".to_owned()));
    }

    #[test]
    fn doubles_print_as_python_prints_them() {
        for (text, printed) in [
            ("1.0", "1.0"),
            ("1e5", "100000.0"),
            ("1e15", "1000000000000000.0"),
            ("1e16", "1e+16"),
            ("1234567890123456.0", "1234567890123456.0"),
            ("0.000123", "0.000123"),
            ("0.05", "0.05"),
            ("12e17", "1.2e+18"),
            ("0.0001", "0.0001"),
            ("0.00001", "1e-05"),
            ("1.5E-7", "1.5e-07"),
            ("-0.0", "-0.0"),
            ("0e9", "0.0"),
            ("123456789012345680.0", "1.2345678901234568e+17"),
            ("5e-324", "5e-324"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("23202635410231.8125", "23202635410231.812"),
        ] {
            let mut bytes = Vec::new();
            push_double(&mut bytes, text);
            assert_eq!(String::from_utf8(bytes).unwrap(), printed, "{text}");
        }
    }
}
