//! Every change of one place of a document: other values for a leaf, other shapes for anything.
#![allow(clippy::string_slice, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

use super::edits::{Edit, Text};

/// One change, the kind it is counted under, and the node it is about.
pub(crate) struct Change {
    pub(crate) kind: &'static str,
    pub(crate) node: usize,
    pub(crate) edit: Edit,
}

/// All changes at one node. `donors` are other documents, those of the same kind first.
pub(crate) fn changes(text: &Text, node: usize, donors: &[&Text]) -> Vec<Change> {
    let mut changes = Changes { text, node, made: Vec::new() };
    if text.is_leaf(node) {
        changes.other_values();
        changes.spelled_otherwise();
    } else {
        changes.containers();
    }
    changes.anywhere();
    changes.moved_here(donors);
    changes.made
}

struct Changes<'t> {
    text: &'t Text,
    node: usize,
    made: Vec<Change>,
}

impl Changes<'_> {
    fn add(&mut self, kind: &'static str, edit: Edit) {
        self.made.push(Change { kind, node: self.node, edit });
    }

    fn becomes(&mut self, kind: &'static str, value: impl Into<String>) {
        self.add(kind, self.text.replaced(self.node, value));
    }

    /// The leaf with another value.
    fn other_values(&mut self) {
        match self.text.value(self.node) {
            Value::String(string) => {
                self.becomes("another value", r#""another value""#);
                self.becomes("to a number", "1");
                self.becomes("to true", "true");
                for (kind, other) in other_strings(&string) {
                    self.becomes(kind, json!(other).to_string());
                }
            }
            Value::Number(number) => {
                let text = number.to_string();
                self.becomes("another value", "7919");
                if let Some(number) = number.as_i64() {
                    self.becomes("plus one", (number + 1).to_string());
                    self.becomes("minus one", (number - 1).to_string());
                    self.becomes("1 to 1.0", format!("{text}.0"));
                } else {
                    let number = number.as_f64().unwrap();
                    self.becomes("plus one", json!(number + 1.0).to_string());
                    self.becomes("minus one", json!(number - 1.0).to_string());
                    self.becomes("1 to 1.0", format!("{number:.0}"));
                }
                self.becomes("1 to \"1\"", json!(text).to_string());
                self.becomes("to true", "true");
                self.becomes("to an empty string", r#""""#);
            }
            Value::Bool(bool) => {
                self.becomes("another value", (!bool).to_string());
                self.becomes("1 to \"1\"", json!(bool.to_string()).to_string());
                self.becomes("to a number", u8::from(bool).to_string());
                self.becomes("to an empty string", r#""""#);
            }
            _ => {
                self.becomes("another value", r#""another value""#);
                self.becomes("to a number", "0");
                self.becomes("to true", "true");
                self.becomes("to an empty string", r#""""#);
            }
        }
        self.becomes("to an empty array", "[]");
        self.becomes("to an empty object", "{}");
        if self.text.is_array(self.node) {
            self.becomes("element added", "[0]");
        }
        if self.text.is_object(self.node) {
            self.becomes("member added", r#"{"added":0}"#);
        }
    }

    /// The same value in other bytes: a change that must change nothing.
    fn spelled_otherwise(&mut self) {
        let (text, node) = (self.text, self.node);
        let same = "the same value, spelled otherwise";
        match text.value(node) {
            Value::String(string) => {
                self.becomes(same, escaped(&string));
                self.becomes(same, text.of(node).replace('/', "\\/"));
            }
            Value::Number(number) if number.is_f64() => self.becomes(same, format!("{}e0", text.of(node))),
            Value::Number(number) if number.as_u64() == Some(0) => self.becomes(same, "-0"),
            Value::Array(_) => self.becomes(same, "[ \n]"),
            Value::Object(_) => self.becomes(same, "{\t}"),
            _ => {}
        }
        self.becomes("white space around a token", format!("\r\n\t {} ", text.of(node)));
    }

    /// An object or array that is not empty, in another shape.
    fn containers(&mut self) {
        let (text, node) = (self.text, self.node);
        let children = text.nodes[node].children.clone();
        let count = children.len();
        self.becomes("to an empty array", "[]");
        self.becomes("to an empty object", "{}");
        self.becomes("to its text", json!(text.of(node)).to_string());
        self.add("reversed", text.reordered(node, children.iter().rev().copied()));
        for &child in &children {
            self.becomes("unwrapped", text.of(child));
        }
        for pair in children.windows(2) {
            self.add("neighbours exchanged", text.exchanged(pair[0], pair[1]));
        }
        if text.is_object(node) {
            for (place, member) in [(count, r#""added":1"#), (0, r#""":null"#), (count, r#""\u0000":{}"#)] {
                self.add("member added", text.inserted(node, place, member));
            }
            let values: Vec<&str> = children.iter().map(|&child| text.of(child)).collect();
            self.becomes("object to array", format!("[{}]", values.join(",")));
        } else {
            for (place, element) in [(count, "0"), (0, "null"), (count, "[]"), (count, "{}")] {
                self.add("element added", text.inserted(node, place, element));
            }
            let members: Vec<_> =
                children.iter().zip(0..).map(|(&child, at)| format!("\"{at}\":{}", text.of(child))).collect();
            self.becomes("array to object", format!("{{{}}}", members.join(",")));
        }
        self.add(
            "white space around a token",
            text.inserted(node, 0, " \n").into_iter().map(|(range, _)| (range, " \n".to_owned())).collect(),
        );
    }

    /// What can be done to any value.
    fn anywhere(&mut self) {
        let (text, node) = (self.text, self.node);
        self.becomes("to null", "null");
        self.becomes("wrapped in an array", format!("[{}]", text.of(node)));
        self.becomes("wrapped in an object", format!("{{\"wrapped\":{}}}", text.of(node)));
        let Some(parent) = text.nodes[node].parent else {
            self.becomes("text after the value", format!("{}{{}}", text.of(node)));
            return;
        };
        self.add("removed", text.removed(node));
        let place = text.siblings(node).iter().position(|&sibling| sibling == node).unwrap();
        if let Some(key) = text.key(node) {
            let twin = lookalike(&key).unwrap_or_else(|| format!("{key}\u{200b}"));
            for other in [format!("{key}x"), key.to_uppercase(), twin, format!("{key} "), String::new()] {
                self.add("renamed", text.renamed(node, &other));
            }
            self.add("duplicated", text.inserted(parent, place, text.member(node)));
            self.add("duplicated", text.inserted(parent, place + 1, &format!("{}:null", escaped(&key))));
        } else {
            self.add("element repeated", text.inserted(parent, place, text.of(node)));
        }
    }

    /// What stands in another place, of this document or another.
    fn moved_here(&mut self, donors: &[&Text]) {
        let (text, node) = (self.text, self.node);
        let pointer = &text.nodes[node].pointer;
        if pointer.is_empty() {
            return;
        }
        let siblings = text.siblings(node);
        let other = siblings.iter().filter(|&&sibling| text.of(sibling) != text.of(node));
        for &sibling in other.clone().take(2).chain(other.rev().take(1)) {
            self.becomes("a sibling's value", text.of(sibling));
        }
        let there = donors.iter().filter_map(|donor| {
            let found = donor.nodes.iter().position(|node| node.pointer == *pointer)?;
            Some(donor.of(found)).filter(|&other| other != text.of(node))
        });
        let mut there: Vec<&str> = there.collect();
        there.dedup();
        for other in there.into_iter().take(2) {
            self.becomes("the same place of another document", other);
        }
        self.transplants();
    }

    /// Each signature of the document in the place of each other: as a whole, its bytes alone, and with the words
    /// of the place it comes to.
    fn transplants(&mut self) {
        let (text, node) = (self.text, self.node);
        let signature = |at: usize| {
            text.nodes[at].children.iter().copied().find(|&child| text.key(child).as_deref() == Some("signature_b64"))
        };
        let Some(own) = signature(node) else { return };
        let kind = "a signature from another slot";
        for (other, _) in text.nodes.iter().enumerate().filter(|&(other, _)| other != node) {
            let Some(bytes) = signature(other) else { continue };
            self.becomes(kind, text.of(other));
            self.add(kind, text.replaced(own, text.of(bytes)));
            let (mut moved, here) = (text.value(other), text.value(node));
            for name in ["signed_message", "canonical_sha256", "bundle_sha256", "payload_sha256"] {
                if let Some(word) = here.get(name) {
                    moved[name] = word.clone();
                }
            }
            self.becomes(kind, moved.to_string());
        }
    }
}

/// The string with characters changed, put in or left out, and what else is done to texts of a known form.
fn other_strings(string: &str) -> Vec<(&'static str, String)> {
    let chars: Vec<char> = string.chars().collect();
    let count = chars.len();
    let with = |at: usize, left_out: usize, put_in: &str| {
        let rest = chars.iter().skip(at + left_out);
        chars.iter().take(at).copied().chain(put_in.chars()).chain(rest.copied()).collect::<String>()
    };
    let mut others = vec![
        ("to an empty string", String::new()),
        ("white space", format!("{string} ")),
        ("white space", format!(" {string}")),
        ("white space", format!("{string}\n")),
        ("white space", string.replacen(' ', "\u{a0}", 1)),
        ("white space", string.replacen(' ', "  ", 1)),
        ("zero width", with(count / 2, 0, "\u{200b}")),
        ("zero width", format!("\u{feff}{string}")),
        ("case", string.to_uppercase()),
        ("case", string.to_lowercase()),
        ("another normal form", string.nfd().collect()),
        ("another normal form", string.nfc().collect()),
        ("another normal form", format!("{string}\u{301}")),
    ];
    if count > 0 {
        others.push(("truncated", with(count - 1, 1, "")));
        others.push(("truncated", with(count / 2, count, "")));
        for at in [0, count / 2, count - 1] {
            let other = if chars[at] == 'x' { "y" } else { "x" };
            others.push(("one character", with(at, 1, other)));
            others.push(("one character", with(at, 1, "")));
        }
        if let Some(at) = chars.iter().position(char::is_ascii_alphabetic) {
            let other =
                if chars[at].is_lowercase() { chars[at].to_ascii_uppercase() } else { chars[at].to_ascii_lowercase() };
            others.push(("case", with(at, 1, &other.to_string())));
        }
    }
    others.extend(lookalike(string).map(|other| ("homoglyph", other)));
    others.extend(other_forms(string));
    others
}

/// Digits in upper case, spare bits and padding of base64, later and otherwise written times, other hosts.
fn other_forms(string: &str) -> Vec<(&'static str, String)> {
    let mut others = Vec::new();
    let digits = string.strip_prefix("sha256:").unwrap_or(string);
    if digits.len() >= 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        others.push(("upper-case digits", string.replace(digits, &digits.to_uppercase())));
    }
    let letters = string.trim_end_matches('=');
    if string.len().is_multiple_of(4)
        && string.len() >= 20
        && letters.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
    {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let (start, last) = letters.split_at(letters.len() - 1);
        let value = alphabet.find(last).unwrap();
        // The last letter before one or two signs of padding has two or four bits that no byte takes.
        let other = alphabet.as_bytes()[value ^ 1] as char;
        others.push(("spare bits of base64", format!("{start}{other}{}", &string[letters.len()..])));
        others.push(("padding of base64", letters.to_owned()));
        others.push(("padding of base64", format!("{string}=")));
        others.push(("alphabet of base64", string.replace('+', "-").replace('/', "_")));
    }
    let is_date = string.len() >= 20 && string.as_bytes()[10] == b'T' && string.as_bytes()[4] == b'-';
    if is_date {
        let second = if &string[18..19] == "9" { "8" } else { "9" };
        others.push(("date shifted", format!("{}{second}{}", &string[..18], &string[19..])));
        others.push(("date shifted", format!("2019{}", &string[4..])));
        others.push(("date shifted", format!("2099{}", &string[4..])));
        others.push(("date spelled otherwise", string.replace("+00:00", "Z")));
        others.push(("date spelled otherwise", string.replace('Z', "+00:00")));
        others.push(("date spelled otherwise", string.replace('T', " ")));
    }
    if let Some((scheme, rest)) = string.split_once("://") {
        let path = rest.find('/').map_or("", |at| &rest[at..]);
        others.push(("another host", format!("{scheme}://pith.example{path}")));
        others.push(("another host", format!("{scheme}://pith.science@pith.example{path}")));
    }
    others
}

/// The string with quotes, and nothing but escapes between them.
fn escaped(string: &str) -> String {
    let units = string.encode_utf16().fold(String::new(), |units, unit| units + &format!("\\u{unit:04X}"));
    format!("\"{units}\"")
}

/// The string with the first character that has one exchanged for one that looks the same.
fn lookalike(string: &str) -> Option<String> {
    const TWINS: [(char, char); 16] = [
        ('a', '\u{430}'),
        ('e', '\u{435}'),
        ('o', '\u{43e}'),
        ('c', '\u{441}'),
        ('p', '\u{440}'),
        ('x', '\u{445}'),
        ('A', '\u{410}'),
        ('B', '\u{412}'),
        ('E', '\u{415}'),
        ('O', '\u{41e}'),
        ('C', '\u{421}'),
        ('P', '\u{420}'),
        ('0', 'O'),
        ('1', 'l'),
        (':', '\u{a789}'),
        ('-', '\u{2010}'),
    ];
    let (at, old) = string.char_indices().find(|(_, old)| TWINS.iter().any(|(latin, _)| latin == old))?;
    let twin = TWINS.iter().find(|(latin, _)| *latin == old)?.1;
    Some(format!("{}{twin}{}", &string[..at], &string[at + old.len_utf8()..]))
}
