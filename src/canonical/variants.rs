//! How other programs would have written the same values. Only for finding out why a digest differs:
//! what is written here is never the canonical form.

use super::{Part, Scope, decimal, double, push_double, push_escape};
use crate::json::{Json, NodeId, Tree};

/// A way to write JSON that differs from the canonical one in any of these.
#[derive(Clone, Copy)]
pub(crate) struct Style<'s> {
    /// Applied to each string and key before it is written.
    pub(crate) text: Option<&'s dyn Fn(&str) -> String>,
    pub(crate) numbers: Numbers,
    pub(crate) order: Order,
    pub(crate) spacing: Spacing,
    pub(crate) escapes: Escapes,
    /// A node, and what is written in its place.
    pub(crate) instead: Option<(NodeId, Instead)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// As Python prints them.
    #[default]
    Canonical,
    /// As ECMAScript and RFC 8785 print them: every number is a double.
    Ecma,
    /// Integers as doubles.
    Doubles,
    /// Whole doubles as integers.
    Integers,
    AsReceived,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// By Unicode code point.
    #[default]
    Canonical,
    /// By UTF-16 code unit, as in RFC 8785.
    Utf16,
    Document,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Spacing {
    #[default]
    None,
    /// A space after each comma and colon.
    Spaced,
    /// Each value on a line of its own, so many spaces for each level.
    Indented(usize),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Escapes {
    #[default]
    None,
    /// All but printable ASCII, as Python does by default.
    NonAscii,
    /// `<`, `>`, `&`, U+2028 and U+2029, as Go does by default.
    Html,
    /// `/`.
    Slashes,
    /// All but ASCII, and `/`, as PHP does by default.
    NonAsciiAndSlashes,
}

/// What is written in the place of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instead {
    /// Another node.
    Node(NodeId),
    /// The same number in another spelling.
    Number(Numbers),
    /// The same number in double quotes.
    Quoted,
    /// The text of a string without its quotes.
    Unquoted,
}

impl Style<'_> {
    /// The canonical form.
    pub(crate) const CANONICAL: Self = Self {
        text: None,
        numbers: Numbers::Canonical,
        order: Order::Canonical,
        spacing: Spacing::None,
        escapes: Escapes::None,
        instead: None,
    };
}

/// The bytes of a scope in another style; `None` when there are more than `most`.
pub(crate) fn write(tree: &Tree<'_>, scope: &Scope, style: &Style<'_>, most: usize) -> Option<Vec<u8>> {
    let mut writer = Writer { tree, style, bytes: Vec::new(), most, inside: false };
    for part in &scope.parts {
        match part {
            // The format's own texts hold commas and colons between keys only.
            Part::Text(text) if style.spacing == Spacing::Spaced => {
                for char in text.chars() {
                    writer.push(char.encode_utf8(&mut [0; 4]));
                    writer.push(if matches!(char, ':' | ',') { " " } else { "" });
                }
            }
            Part::Text(text) => writer.push(text),
            Part::Value { node, without } => writer.value(*node, without, 1),
        }
    }
    (writer.bytes.len() <= most).then_some(writer.bytes)
}

struct Writer<'w> {
    tree: &'w Tree<'w>,
    style: &'w Style<'w>,
    bytes: Vec<u8>,
    most: usize,
    /// Whether the node that stands in the place of another is being written: it may hold that other.
    inside: bool,
}

impl Writer<'_> {
    /// Recurses as deep as the document nests, which the reader has limited.
    fn value(&mut self, node: NodeId, without: &[&str], level: usize) {
        if self.bytes.len() > self.most {
            return;
        }
        let instead = self.style.instead.filter(|(at, _)| *at == node && !self.inside).map(|(_, instead)| instead);
        let numbers = match instead {
            Some(Instead::Node(other)) => {
                self.inside = true;
                self.value(other, without, level);
                self.inside = false;
                return;
            }
            Some(Instead::Number(numbers)) => numbers,
            _ => self.style.numbers,
        };
        let quoted = instead == Some(Instead::Quoted);
        match self.tree.json(node) {
            Json::Null => self.push("null"),
            Json::False => self.push("false"),
            Json::True => self.push("true"),
            number @ (Json::Integer(_) | Json::Double(_)) => {
                if quoted {
                    self.push("\"");
                }
                push_number(&mut self.bytes, number, numbers);
                if quoted {
                    self.push("\"");
                }
            }
            Json::String(text) if instead == Some(Instead::Unquoted) => self.push(text),
            Json::String(text) => self.string(text),
            Json::Array => {
                self.push("[");
                let mut any = false;
                for element in self.tree.children(node) {
                    self.between(any, level);
                    any = true;
                    self.value(element, &[], level + 1);
                }
                self.end(any, level, "]");
            }
            Json::Object => {
                self.push("{");
                let mut any = false;
                for member in self.members(node) {
                    let key = self.tree.key(member).unwrap_or_default();
                    if without.contains(&key) {
                        continue;
                    }
                    self.between(any, level);
                    any = true;
                    self.string(key);
                    self.push(if self.style.spacing == Spacing::None { ":" } else { ": " });
                    self.value(member, &[], level + 1);
                }
                self.end(any, level, "}");
            }
        }
    }

    /// The members of an object in the order of the style.
    fn members(&self, object: NodeId) -> Vec<NodeId> {
        if self.style.order == Order::Document {
            return self.tree.children(object).collect();
        }
        let members = self.tree.sorted_members(object);
        let (text, utf16) = (self.style.text, self.style.order == Order::Utf16);
        if text.is_none() && !utf16 {
            return members.to_vec();
        }
        let key = |member: &NodeId| {
            let key = self.tree.key(*member).unwrap_or_default();
            let key = text.map_or_else(|| key.to_owned(), |text| text(key));
            // The bytes of big-endian UTF-16 are in the order of its units.
            if utf16 { key.encode_utf16().flat_map(u16::to_be_bytes).collect() } else { key.into_bytes() }
        };
        let mut keyed: Vec<(Vec<u8>, NodeId)> = members.iter().map(|member| (key(member), *member)).collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, member)| member).collect()
    }

    fn between(&mut self, any: bool, level: usize) {
        match (self.style.spacing, any) {
            (Spacing::None, true) => self.push(","),
            (Spacing::Spaced, true) => self.push(", "),
            (Spacing::Indented(width), _) => {
                if any {
                    self.push(",");
                }
                self.line(width * level);
            }
            _ => {}
        }
    }

    fn end(&mut self, any: bool, level: usize, bracket: &str) {
        if let (Spacing::Indented(width), true) = (self.style.spacing, any) {
            self.line(width * (level - 1));
        }
        self.push(bracket);
    }

    fn line(&mut self, spaces: usize) {
        self.bytes.push(b'\n');
        self.bytes.extend(std::iter::repeat_n(b' ', spaces));
    }

    fn string(&mut self, text: &str) {
        let changed = self.style.text.map(|change| change(text));
        let text = changed.as_deref().unwrap_or(text);
        let (non_ascii, html, slashes) = match self.style.escapes {
            Escapes::None => return super::push_string(&mut self.bytes, text),
            Escapes::NonAscii => (true, false, false),
            Escapes::Html => (false, true, false),
            Escapes::Slashes => (false, false, true),
            Escapes::NonAsciiAndSlashes => (true, false, true),
        };
        self.push("\"");
        for char in text.chars() {
            match char {
                '"' | '\\' | '\0'..='\x1f' => push_escape(&mut self.bytes, u8::try_from(char).unwrap_or_default()),
                '/' if slashes => self.push("\\/"),
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' if html => self.escape(char),
                // Python escapes U+007F too, PHP does not.
                '\x7f' if non_ascii && !slashes => self.escape(char),
                '\u{80}'.. if non_ascii => self.escape(char),
                other => self.push(other.encode_utf8(&mut [0; 4])),
            }
        }
        self.push("\"");
    }

    fn escape(&mut self, char: char) {
        for unit in char.encode_utf16(&mut [0; 2]) {
            self.push("\\u");
            for shift in [12, 8, 4, 0] {
                let digit = char::from_digit(u32::from(*unit >> shift & 0xF), 16).unwrap_or_default();
                self.push(digit.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

fn push_number(bytes: &mut Vec<u8>, number: Json<'_>, numbers: Numbers) {
    let (text, is_integer) = match number {
        Json::Integer(text) => (text, true),
        Json::Double(text) => (text, false),
        _ => return,
    };
    let value = double(text);
    match numbers {
        Numbers::AsReceived => bytes.extend_from_slice(text.as_bytes()),
        Numbers::Ecma if value.is_finite() => push_ecma(bytes, value),
        Numbers::Doubles if value.is_finite() => push_double(bytes, text),
        // Larger ones have an exponent.
        Numbers::Integers if !is_integer && value.fract() == 0.0 && value.abs() < 1e21 => push_ecma(bytes, value),
        _ if is_integer => bytes.extend_from_slice(if text == "-0" { b"0" } else { text.as_bytes() }),
        _ => push_double(bytes, text),
    }
}

/// `Number.prototype.toString` of ECMAScript, which RFC 8785 section 3.2.2.3 takes over.
fn push_ecma(bytes: &mut Vec<u8>, value: f64) {
    let mut buffer = zmij::Buffer::new();
    let (digits, point) = decimal(buffer.format_finite(value));
    if digits.is_empty() {
        bytes.push(b'0');
        return;
    }
    if value < 0.0 {
        bytes.push(b'-');
    }
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| std::iter::repeat_n(b'0', usize::try_from(n).unwrap_or_default());
    let split = |at: i32| digits.split_at(usize::try_from(at).unwrap_or_default().min(digits.len()));
    if count <= point && point <= 21 {
        bytes.extend_from_slice(&digits);
        bytes.extend(zeros(point - count));
    } else if 0 < point && point <= 21 {
        let (whole, fraction) = split(point);
        bytes.extend_from_slice(whole);
        bytes.push(b'.');
        bytes.extend_from_slice(fraction);
    } else if -6 < point && point <= 0 {
        bytes.extend_from_slice(b"0.");
        bytes.extend(zeros(-point));
        bytes.extend_from_slice(&digits);
    } else {
        let (first, rest) = split(1);
        bytes.extend_from_slice(first);
        if !rest.is_empty() {
            bytes.push(b'.');
            bytes.extend_from_slice(rest);
        }
        let sign = if point < 1 { '-' } else { '+' };
        bytes.extend_from_slice(format!("e{sign}{}", (point - 1).unsigned_abs()).as_bytes());
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::{json, limits};

    const DOCUMENT: &str =
        r#"{"b":[1,2.50,1E5,-0,3.0,1e300],"a":{},"c":[[]],"😀":"é\/<&\u007f\n\u2028😀","\ufb01":true}"#;

    fn written(style: &Style<'_>) -> String {
        let tree = json::parse(DOCUMENT.as_bytes(), &limits::DOCUMENT).unwrap();
        let scope = Scope::of(tree.root());
        let bytes = write(&tree, &scope, style, usize::MAX).unwrap();
        // As many as there are may be written, and not one more.
        assert_eq!(write(&tree, &scope, style, bytes.len()).as_ref(), Some(&bytes));
        assert_eq!(write(&tree, &scope, style, bytes.len() - 1), None);
        String::from_utf8(bytes).unwrap()
    }

    /// What `CPython` prints with `sort_keys`, other separators, `indent` and `ensure_ascii`.
    #[test]
    fn spacing_and_escapes_are_those_of_python() {
        let style = Style::CANONICAL;
        assert_eq!(
            written(&style),
            "{\"a\":{},\"b\":[1,2.5,100000.0,0,3.0,1e+300],\"c\":[[]],\"\u{fb01}\":true,\"😀\":\"é/<&\u{7f}\\n\u{2028}😀\"}"
        );
        assert_eq!(
            written(&Style { spacing: Spacing::Spaced, ..style }),
            "{\"a\": {}, \"b\": [1, 2.5, 100000.0, 0, 3.0, 1e+300], \"c\": [[]], \"\u{fb01}\": true, \
             \"😀\": \"é/<&\u{7f}\\n\u{2028}😀\"}"
        );
        assert_eq!(
            written(&Style { spacing: Spacing::Indented(2), ..style }),
            "{\n  \"a\": {},\n  \"b\": [\n    1,\n    2.5,\n    100000.0,\n    0,\n    3.0,\n    1e+300\n  ],\n  \
             \"c\": [\n    []\n  ],\n  \"\u{fb01}\": true,\n  \"😀\": \"é/<&\u{7f}\\n\u{2028}😀\"\n}"
        );
        assert_eq!(
            written(&Style { escapes: Escapes::NonAscii, ..style }),
            r#"{"a":{},"b":[1,2.5,100000.0,0,3.0,1e+300],"c":[[]],"\ufb01":true,"\ud83d\ude00":"\u00e9/<&\u007f\n\u2028\ud83d\ude00"}"#
        );
    }

    /// As Go, and PHP with and without `JSON_UNESCAPED_UNICODE`, escape; numbers are as above.
    #[test]
    fn other_escapes_orders_and_numbers() {
        let style = Style::CANONICAL;
        let last = |style: &Style<'_>| written(style).split_once("true,").unwrap().1.to_owned();
        let with = |escapes| last(&Style { escapes, ..style });
        assert_eq!(with(Escapes::Html), "\"😀\":\"é/\\u003c\\u0026\u{7f}\\n\\u2028😀\"}");
        assert_eq!(with(Escapes::Slashes), "\"😀\":\"é\\/<&\u{7f}\\n\u{2028}😀\"}");
        assert_eq!(
            with(Escapes::NonAsciiAndSlashes),
            "\"\\ud83d\\ude00\":\"\\u00e9\\/<&\u{7f}\\n\\u2028\\ud83d\\ude00\"}"
        );
        let keys = |order| {
            let text = written(&Style { order, ..style });
            let place = |key: &str| text.find(key).unwrap();
            (place("\"a\"") < place("\"b\""), place("\u{fb01}") < place("\"😀\":"))
        };
        assert_eq!(keys(Order::Canonical), (true, true));
        assert_eq!(keys(Order::Utf16), (true, false));
        assert_eq!(keys(Order::Document), (false, false));
        let numbers = |numbers| {
            let text = written(&Style { numbers, ..style });
            text.split_once('[').unwrap().1.split_once(']').unwrap().0.to_owned()
        };
        assert_eq!(numbers(Numbers::AsReceived), "1,2.50,1E5,-0,3.0,1e300");
        assert_eq!(numbers(Numbers::Ecma), "1,2.5,100000,0,3,1e+300");
        assert_eq!(numbers(Numbers::Doubles), "1.0,2.5,100000.0,-0.0,3.0,1e+300");
        assert_eq!(numbers(Numbers::Integers), "1,2.5,100000,0,3,1e+300");
        let upper = |text: &str| text.to_uppercase();
        let text = Some(&upper as &dyn Fn(&str) -> String);
        assert!(written(&Style { text, ..style }).starts_with("{\"A\":{},\"B\":["));
    }

    /// As `node -p 'JSON.stringify(…)'` prints them; an integer that no double holds stays as it is.
    #[test]
    fn numbers_of_ecmascript() {
        let long = format!("1{}", "0".repeat(400));
        for (text, ecma, doubles) in [
            ("0.5", "0.5", "0.5"),
            ("0.0000015", "0.0000015", "1.5e-06"),
            ("0.00000015", "1.5e-7", "1.5e-07"),
            ("12345.678", "12345.678", "12345.678"),
            ("123456789012345678901.0", "123456789012345680000", "1.2345678901234568e+20"),
            ("1234567890123456789012.0", "1.2345678901234568e+21", "1.2345678901234568e+21"),
            ("-1.0", "-1", "-1.0"),
            (&long, &long, &long),
        ] {
            let tree = json::parse(text.as_bytes(), &limits::DOCUMENT).unwrap();
            let mut bytes = (Vec::new(), Vec::new());
            push_number(&mut bytes.0, tree.json(tree.root()), Numbers::Ecma);
            push_number(&mut bytes.1, tree.json(tree.root()), Numbers::Doubles);
            assert_eq!((bytes.0.as_slice(), bytes.1.as_slice()), (ecma.as_bytes(), doubles.as_bytes()), "{text}");
        }
    }

    #[test]
    fn the_text_around_a_value_is_spaced_with_it_and_counts() {
        let tree = json::parse(b"[1,2]", &limits::DOCUMENT).unwrap();
        let value = Part::Value { node: tree.root(), without: &[] };
        let wrapped =
            Scope { at: tree.root(), parts: vec![Part::Text("{\"a\":1,\"payload\":"), value, Part::Text("}")] };
        let text = |spacing| {
            let bytes = write(&tree, &wrapped, &Style { spacing, ..Style::CANONICAL }, 100).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(text(Spacing::Spaced), "{\"a\": 1, \"payload\": [1, 2]}");
        assert_eq!(text(Spacing::None), "{\"a\":1,\"payload\":[1,2]}");
        let one = json::parse(b"1", &limits::DOCUMENT).unwrap();
        let value = Part::Value { node: one.root(), without: &[] };
        let last = Scope { at: one.root(), parts: vec![Part::Text("ab"), value] };
        let write = |most| write(&one, &last, &Style::CANONICAL, most);
        assert_eq!((write(2), write(3)), (None, Some(b"ab1".to_vec())));
    }

    /// RFC 8785, appendix B.
    #[test]
    fn doubles_print_as_ecmascript_prints_them() {
        for (bits, printed) in [
            (0x0000_0000_0000_0000_u64, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            let mut bytes = Vec::new();
            push_ecma(&mut bytes, f64::from_bits(bits));
            assert_eq!(String::from_utf8(bytes).unwrap(), printed, "{bits:016x}");
        }
    }
}
