//! Documents written in another way: some that say the same, some that are no JSON which signer and reader
//! understand alike, and some that are no document of Pith.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{BUNDLE, Entry, RECORD, built, spelled};
use crate::common::json as parsed;

const SMALL: &str = "built/bundle";
const NUMBERS: &str = "built/numbers";
const STRINGS: &str = "built/strings";
const DEEP: &str = "built/deep";
/// The shortest document: a canonical record alone.
const SHORT: &str = "built/canonical-record";

/// One place of the text, written in another way.
fn swapped(document: &str, from: &str, to: &str) -> Vec<u8> {
    replaced(document, from.as_bytes(), to.as_bytes())
}

/// The first place of the bytes, replaced.
fn replaced(document: &str, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = document.as_bytes().windows(from.len()).position(|window| window == from);
    let at = at.unwrap_or_else(|| panic!("there is no {}", String::from_utf8_lossy(from)));
    [&document.as_bytes()[..at], to, &document.as_bytes()[at + from.len()..]].concat()
}

/// Members in another order, at every depth.
fn reordered(value: Value, order: fn(&mut Vec<(String, Value)>)) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(|element| reordered(element, order)).collect(),
        Value::Object(members) => {
            let mut members: Vec<_> = members.into_iter().map(|(key, value)| (key, reordered(value, order))).collect();
            order(&mut members);
            Value::Object(members.into_iter().collect())
        }
        other => other,
    }
}

fn sorted(document: &str) -> Vec<u8> {
    reordered(parsed(document.as_bytes()), |members| members.sort_by(|a, b| a.0.cmp(&b.0))).to_string().into_bytes()
}

fn backwards(document: &str) -> Vec<u8> {
    reordered(parsed(document.as_bytes()), |members| members.reverse()).to_string().into_bytes()
}

fn indented(document: &str) -> Vec<u8> {
    serde_json::to_vec_pretty(&parsed(document.as_bytes())).unwrap()
}

/// Every letter `e` in text and keys as an escape.
fn escaped(document: &str) -> Vec<u8> {
    let mut inside = false;
    let mut skip = false;
    let mut written = String::new();
    for letter in document.chars() {
        let was_escaped = std::mem::take(&mut skip);
        match letter {
            'e' if inside && !was_escaped => written.push_str("\\u0065"),
            _ => written.push(letter),
        }
        match letter {
            '"' if !was_escaped => inside = !inside,
            '\\' if !was_escaped => skip = true,
            _ => {}
        }
    }
    written.into_bytes()
}

/// Every character beyond ASCII as escapes of its UTF-16 units.
fn in_ascii(document: &str) -> Vec<u8> {
    let mut written = String::new();
    for letter in document.chars() {
        if letter.is_ascii() {
            written.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            write!(written, "\\u{unit:04X}").unwrap();
        }
    }
    written.into_bytes()
}

fn in_utf16(document: &str) -> Vec<u8> {
    document.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A canonical record with a value put into it.
fn with(document: &str, member: &str) -> Vec<u8> {
    swapped(document, "{\"schema_version\"", &format!("{{{member},\"schema_version\""))
}

pub const ENTRIES: &[Entry] = &[
    // The same document.
    spelled("spelling/published-sorted", "The members stand in the order of their names.", BUNDLE, sorted),
    spelled("spelling/published-backwards", "The members stand the other way round.", BUNDLE, backwards),
    spelled("spelling/published-indented", "Each value stands on a line of its own.", BUNDLE, indented),
    spelled("spelling/record-indented", "Each value stands on a line of its own.", RECORD, indented),
    spelled("spelling/record-sorted", "The members stand in the order of their names.", RECORD, sorted),
    spelled("spelling/sorted", "The members stand in the order of their names.", SMALL, sorted),
    spelled("spelling/backwards", "The members stand the other way round.", SMALL, backwards),
    spelled("spelling/indented", "Each value stands on a line of its own.", SMALL, indented),
    spelled("spelling/crlf", "Lines end as on Windows.", SMALL, |d| {
        String::from_utf8(indented(d)).unwrap().replace('\n', "\r\n").into_bytes()
    }),
    spelled("spelling/white-space-around", "White space stands before and after.", SMALL, |d| {
        format!(" \t\r\n{d}\n\n").into_bytes()
    }),
    spelled("spelling/letters-escaped", "Letters in text and keys are escapes.", SMALL, escaped),
    spelled("spelling/slashes-escaped", "Slashes are escapes.", SMALL, |d| d.replace('/', "\\/").into_bytes()),
    spelled("spelling/in-ascii", "Every character beyond ASCII is an escape, in upper-case digits.", STRINGS, in_ascii),
    spelled("spelling/controls-escaped", "Control characters are written as four digits.", STRINGS, |d| {
        d.replace("\\n", "\\u000A").replace("\\t", "\\u0009").replace("\\b", "\\u0008").into_bytes()
    }),
    spelled("spelling/double-with-an-exponent", "0.5 is written with an exponent.", NUMBERS, |d| {
        swapped(d, "[0.5,", "[5e-1,")
    }),
    spelled("spelling/double-with-zeros", "0.5 is written with further zeros.", NUMBERS, |d| {
        swapped(d, "[0.5,", "[0.50000,")
    }),
    spelled("spelling/double-with-a-capital", "1e-7 is written with a capital letter.", NUMBERS, |d| {
        swapped(d, "1e-7", "10E-8")
    }),
    spelled("spelling/double-in-full", "1e21 is written in full, with a point.", NUMBERS, |d| {
        swapped(d, "1e+21", "1000000000000000000000.0")
    }),
    spelled("spelling/double-with-a-plus", "100000.0 is written with an exponent and a plus.", NUMBERS, |d| {
        swapped(d, "100000.0", "1.0E+05")
    }),
    spelled(
        "spelling/double-of-many-digits",
        "The largest double is written with more digits than it has.",
        NUMBERS,
        |d| swapped(d, "1.7976931348623157e+308", "1.797693134862315708145274237317e308"),
    ),
    spelled("spelling/integer-minus-zero", "0 is written with a minus, which an integer loses.", NUMBERS, |d| {
        swapped(d, "[0,-1", "[-0,-1")
    }),
    // Other values, though they look alike.
    spelled("number/integer-as-a-double", "0.5 under the signature became 1.", NUMBERS, |d| swapped(d, "[0.5,", "[1,")),
    spelled("number/zero-without-its-minus", "-0.0 was signed, 0.0 stands there.", NUMBERS, |d| {
        swapped(d, "-0.0", "0.0")
    }),
    spelled("number/double-as-an-integer", "100000.0 was signed, 100000 stands there.", NUMBERS, |d| {
        swapped(d, "100000.0", "100000")
    }),
    spelled("number/integer-with-a-point", "-1 was signed, -1.0 stands there.", NUMBERS, |d| {
        swapped(d, "[0,-1,", "[0,-1.0,")
    }),
    spelled(
        "number/integer-rounded",
        "A digit of an integer beyond the precision of doubles was changed.",
        NUMBERS,
        |d| swapped(d, "9007199254740993", "9007199254740992"),
    ),
    spelled(
        "number/double-of-the-next",
        "The last digit of a double was changed to that of its neighbour.",
        NUMBERS,
        |d| swapped(d, "1.7976931348623157e+308", "1.7976931348623155e308"),
    ),
    spelled("number/underflow", "The smallest double became zero.", NUMBERS, |d| swapped(d, "5e-324", "1e-400")),
    spelled("text/separator-lost", "The line separator U+2028 was taken out of a text.", STRINGS, |d| {
        swapped(d, "\u{2028}", "")
    }),
    spelled("text/mark-inside-lost", "The byte order mark inside of a text was taken out.", STRINGS, |d| {
        swapped(d, "\u{feff}", "")
    }),
    spelled("text/delete-lost", "U+007F was taken out of a text.", STRINGS, |d| swapped(d, "\u{7f}", "")),
    spelled("text/replaced", "A character was replaced by U+FFFD.", STRINGS, |d| swapped(d, "\u{10ffff}", "\u{fffd}")),
    spelled("text/line-break", "A line break in a text became another one.", STRINGS, |d| {
        swapped(d, "\\n\\r", "\\r\\n")
    }),
    // No JSON that has one meaning.
    spelled("json/byte-order-mark", "A byte order mark stands before the document.", SHORT, |d| {
        format!("\u{feff}{d}").into_bytes()
    }),
    spelled("json/utf-16", "The document is in UTF-16.", SHORT, in_utf16),
    spelled("json/latin-1", "A text is in Latin-1.", SHORT, |d| replaced(d, b"cs.LO", b"cs.L\xd6")),
    spelled("json/overlong", "A character is in an overlong form of UTF-8.", SHORT, |d| {
        replaced(d, b"cs.LO", b"cs.\xc1\x8cO")
    }),
    spelled("json/surrogate-in-utf-8", "A surrogate stands in the bytes.", SHORT, |d| {
        replaced(d, b"cs.LO", b"cs.\xed\xa0\x80")
    }),
    spelled("json/beyond-unicode", "A character is beyond the last one of Unicode.", SHORT, |d| {
        replaced(d, b"cs.LO", b"cs.\xf4\x90\x80\x80")
    }),
    spelled("json/truncated-character", "The last character of a text lacks a byte.", SHORT, |d| {
        replaced(d, b"cs.LO", b"cs.\xe2\x82")
    }),
    spelled("json/empty", "The file is empty.", SHORT, |_| Vec::new()),
    spelled("json/white-space-only", "The file has nothing but white space.", SHORT, |_| b" \n".to_vec()),
    spelled("json/cut-short", "The last brace is missing.", SHORT, |d| d.as_bytes()[..d.len() - 1].to_vec()),
    spelled("json/trailing-text", "Text stands after the document.", SHORT, |d| format!("{d}x").into_bytes()),
    spelled("json/trailing-brace", "A brace stands after the document.", SHORT, |d| format!("{d}}}").into_bytes()),
    spelled("json/twice", "The document stands twice in the file.", SHORT, |d| format!("{d}\n{d}").into_bytes()),
    spelled("json/trailing-nul", "A zero byte stands after the document.", SHORT, |d| format!("{d}\0").into_bytes()),
    spelled("json/same-key-twice", "A key stands twice, with the same value.", SHORT, |d| {
        with(d, "\"schema_version\":\"1.0\"")
    }),
    spelled("json/same-key-with-another-value", "A key stands twice, with two values.", SHORT, |d| {
        with(d, "\"schema_version\":\"2.0\"")
    }),
    spelled("json/same-key-escaped", "A key stands twice, once with an escape.", SHORT, |d| {
        with(d, "\"schema_versio\\u006e\":\"2.0\"")
    }),
    spelled("json/same-key-within", "A key stands twice within a member.", SHORT, |d| {
        swapped(d, "\"kind\":\"arxiv\"", "\"kind\":\"arxiv\",\"kind\":\"doi\"")
    }),
    spelled("json/same-key-in-a-bundle", "A key of an event stands twice.", SMALL, |d| {
        swapped(d, "\"target\":\"record\"", "\"target\":\"record\",\"target\":\"graph\"")
    }),
    spelled("json/high-surrogate", "An escape is half a character, its first half.", SHORT, |d| {
        swapped(d, "cs.LO", "\\ud83d")
    }),
    spelled("json/low-surrogate", "An escape is half a character, its second half.", SHORT, |d| {
        swapped(d, "cs.LO", "\\ude00")
    }),
    spelled("json/surrogates-swapped", "The halves of a character are swapped.", SHORT, |d| {
        swapped(d, "cs.LO", "\\ude00\\ud83d")
    }),
    spelled("json/surrogate-in-a-key", "A key has half a character.", SHORT, |d| with(d, "\"\\ud800\":0")),
    spelled("json/not-a-number", "A value is NaN.", SHORT, |d| with(d, "\"a\":NaN")),
    spelled("json/infinity", "A value is Infinity.", SHORT, |d| with(d, "\"a\":Infinity")),
    spelled("json/minus-infinity", "A value is -Infinity.", SHORT, |d| with(d, "\"a\":-Infinity")),
    spelled("json/overflow", "A number is larger than a double can be.", SHORT, |d| with(d, "\"a\":1e309")),
    spelled("json/overflow-negative", "A number is smaller than a double can be.", SHORT, |d| with(d, "\"a\":-1e309")),
    spelled("json/leading-zero", "A number has a zero before it.", SHORT, |d| with(d, "\"a\":01")),
    spelled("json/plus", "A number has a plus before it.", SHORT, |d| with(d, "\"a\":+1")),
    spelled("json/no-digit-before-the-point", "A number has no digit before its point.", SHORT, |d| {
        with(d, "\"a\":.5")
    }),
    spelled("json/no-digit-after-the-point", "A number has no digit after its point.", SHORT, |d| with(d, "\"a\":5.")),
    spelled("json/no-digit-in-the-exponent", "A number has an empty exponent.", SHORT, |d| with(d, "\"a\":5e")),
    spelled("json/hexadecimal", "A number is in hexadecimal digits.", SHORT, |d| with(d, "\"a\":0x1")),
    spelled("json/minus-alone", "A number is a minus alone.", SHORT, |d| with(d, "\"a\":-")),
    spelled("json/digits-of-another-script", "A number is in digits of another script.", SHORT, |d| {
        with(d, "\"a\":\u{661}")
    }),
    spelled("json/underscore", "A number has an underscore.", SHORT, |d| with(d, "\"a\":1_0")),
    spelled("json/long-number", "An integer has more digits than the verifier reads.", SHORT, |d| {
        with(d, &format!("\"a\":{}", "1".repeat(4301)))
    }),
    spelled("json/true-in-capitals", "A word is in capitals.", SHORT, |d| with(d, "\"a\":True")),
    spelled("json/none", "A value is Python's None.", SHORT, |d| with(d, "\"a\":None")),
    spelled("json/control-character", "A control character stands in a text.", SHORT, |d| {
        swapped(d, "cs.LO", "cs.\u{1}LO")
    }),
    spelled("json/line-break-in-a-text", "A line break stands in a text.", SHORT, |d| swapped(d, "cs.LO", "cs.\nLO")),
    spelled("json/unknown-escape", "An escape is none of JSON.", SHORT, |d| swapped(d, "cs.LO", "cs.\\x4c")),
    spelled("json/short-escape", "An escape has three digits.", SHORT, |d| swapped(d, "cs.LO", "cs.\\u04c")),
    spelled("json/open-text", "A text does not end.", SHORT, |d| swapped(d, "\"1.0\",", "\"1.0,")),
    spelled("json/single-quotes", "A text stands in single quotes.", SHORT, |d| swapped(d, "\"1.0\"", "'1.0'")),
    spelled("json/key-without-quotes", "A key has no quotes.", SHORT, |d| with(d, "a:0")),
    spelled("json/key-a-number", "A key is a number.", SHORT, |d| with(d, "1:0")),
    spelled("json/comma-at-the-end", "A comma stands before a bracket.", SHORT, |d| {
        swapped(d, "\"cs.DL\"]", "\"cs.DL\",]")
    }),
    spelled("json/comma-missing", "A comma is missing.", SHORT, |d| swapped(d, "\"1.0\",", "\"1.0\" ")),
    spelled("json/colon-missing", "A colon is missing.", SHORT, |d| swapped(d, "\"source\":", "\"source\" ")),
    spelled("json/brackets-crossed", "A bracket and a brace are crossed.", SHORT, |d| {
        swapped(d, "\"cs.DL\"]", "\"cs.DL\"}")
    }),
    spelled("json/comment", "A comment stands in the document.", SHORT, |d| with(d, "/* no */\"a\":0")),
    spelled("json/other-white-space", "A no-break space stands between values.", SHORT, |d| {
        swapped(d, "\"1.0\",", "\"1.0\",\u{a0}")
    }),
    spelled("json/form-feed", "A form feed stands between values.", SHORT, |d| swapped(d, "\"1.0\",", "\"1.0\",\u{c}")),
    spelled("json/too-deep", "The document nests deeper than the verifier reads.", DEEP, |d| {
        swapped(d, &"[".repeat(20), &"[".repeat(200))
    }),
    // No document of Pith.
    spelled("document/bundle-of-another-type", "The bundle's type is another one.", SMALL, |d| {
        swapped(d, "pith_open_graph_bundle", "pith_open_graph_bundles")
    }),
    spelled("document/bundle-of-another-version", "The bundle's version is another one.", SMALL, |d| {
        swapped(d, "\"bundle_version\":\"1.0\"", "\"bundle_version\":\"1.1\"")
    }),
    spelled("document/version-a-number", "The bundle's version is a number.", SMALL, |d| {
        swapped(d, "\"bundle_version\":\"1.0\"", "\"bundle_version\":1.0")
    }),
    spelled("document/type-null", "The bundle's type is null.", SMALL, |d| {
        swapped(d, "\"pith_open_graph_bundle\"", "null")
    }),
    spelled("document/state-of-another-version", "The state's version is another one.", "built/state", |d| {
        swapped(d, "\"state_version\":\"1.0\"", "\"state_version\":\"2.0\"")
    }),
    spelled(
        "document/manifest-of-another-version",
        "The mirror manifest's version is another one.",
        super::MIRRORS,
        |d| {
            let from = if d.contains("\"manifest_version\": ") {
                "\"manifest_version\": \"1.0\""
            } else {
                "\"manifest_version\":\"1.0\""
            };
            swapped(d, from, "\"manifest_version\":\"2.0\"")
        },
    ),
    built("document/empty-object", "An empty object.", || json!({})),
    built("document/empty-array", "An empty array.", || json!([])),
    built("document/a-text", "A text.", || json!("pith_open_graph_bundle")),
    built("document/a-number", "A number.", || json!(1)),
    built("document/null", "Null.", || Value::Null),
    built(
        "document/events-beside-others",
        "Events with a member beside them: no list of events, and nothing else.",
        || json!({"events": super::valid::small().value()["events"], "note": ""}),
    ),
];
