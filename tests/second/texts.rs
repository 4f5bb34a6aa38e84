//! JSON texts for the canonical form, the same in every run: what `CPython` and this verifier could write differently, and
//! what both must refuse.

use std::fmt::Write as _;

use super::common::Shuffle;

/// The text of this number. One in six is spoilt.
pub(crate) fn text(number: usize) -> Vec<u8> {
    let seed = u64::try_from(number).unwrap().wrapping_add(7).wrapping_mul(0xd134_2543_de82_ef95) >> 2;
    let mut random = Shuffle::new(seed);
    let text = match random.below(12) {
        0 => nested(&mut random),
        1 | 2 => list(&mut random, number_text),
        3 => list(&mut random, string_text),
        4 => list(&mut random, tie),
        _ => value(&mut random, 0),
    };
    if random.below(6) == 0 { spoilt(text, &mut random) } else { text.into_bytes() }
}

fn pick<'a>(random: &mut Shuffle, from: &[&'a str]) -> &'a str {
    from[random.below(from.len())]
}

fn space(random: &mut Shuffle) -> &'static str {
    pick(random, &["", "", "", " ", "\n", "\t", "\r\n", "  "])
}

fn list(random: &mut Shuffle, one: fn(&mut Shuffle) -> String) -> String {
    let texts: Vec<String> = (0..=random.below(12)).map(|_| one(random)).collect();
    format!("[{}]", texts.join(","))
}

fn nested(random: &mut Shuffle) -> String {
    let mut text = value(random, 3);
    for _ in 0..random.below(180) {
        text = match random.below(3) {
            0 => format!("[{text}]"),
            1 => format!("{{{}:{text}}}", string_text(random)),
            _ => format!("[{}{text},{}]", space(random), number_text(random)),
        };
    }
    text
}

fn value(random: &mut Shuffle, depth: usize) -> String {
    match random.below(if depth > 3 { 6 } else { 10 }) {
        0 => pick(random, &["true", "false", "null", "{}", "[]", "[ ]", "{\n}"]).to_owned(),
        1 | 2 => number_text(random),
        3 => tie(random),
        4 | 5 => string_text(random),
        6 => {
            let elements: Vec<String> = (0..random.below(6)).map(|_| value(random, depth + 1)).collect();
            format!("[{}]", elements.join(&format!("{},{}", space(random), space(random))))
        }
        _ => {
            // The key that is already there now and then is refused by both.
            let members: Vec<String> = (0..random.below(7))
                .map(|_| {
                    let (key, value) = (string_text(random), value(random, depth + 1));
                    format!("{}{key}{}:{}{value}", space(random), space(random), space(random))
                })
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

fn digits(random: &mut Shuffle, most: usize) -> String {
    let first = char::from(b'1' + u8::try_from(random.below(9)).unwrap());
    let rest = (0..random.below(most)).map(|_| char::from(b'0' + u8::try_from(random.below(10)).unwrap()));
    std::iter::once(first).chain(rest).collect()
}

fn number_text(random: &mut Shuffle) -> String {
    let sign = pick(random, &["", "", "-"]);
    match random.below(10) {
        0 => pick(random, &["-0", "0", "-0.0", "0.0", "0e5", "-0E-7", "0.000", "1E0", "1e+0", "-1e-0"]).to_owned(),
        1 => format!("{sign}{}", digits(random, 25)),
        2 => format!("{sign}{}", digits(random, 400)),
        3 => format!("{sign}{}.{}", digits(random, 18), digits(random, 18)),
        4 => format!("{sign}0.{}{}", "0".repeat(random.below(12)), digits(random, 20)),
        // At every exponent, and a little past both ends.
        5 | 6 => {
            let exponent = i64::try_from(random.below(670)).unwrap() - 350;
            let plus = if exponent >= 0 { pick(random, &["", "+", "+0", "00"]) } else { "" };
            let (e, whole) = (pick(random, &["e", "E"]), digits(random, 3));
            format!("{sign}{whole}.{}{e}{plus}{exponent}", digits(random, 18))
        }
        // Any double, in its shortest form and in one that is longer than needed.
        7 => format!("{sign}{:e}", double(random)),
        8 => format!("{sign}{:.17e}", double(random)),
        // Where plain form ends.
        _ => {
            let edges = [
                "1e16",
                "9999999999999998.0",
                "9999999999999999.0",
                "1e-4",
                "0.0001",
                "0.00009999999999999999",
                "123456789012345680.0",
                "9007199254740993.0",
                "5e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "1.7976931348623157e308",
                "1.7976931348623158e308",
                "2.2250738585072011e-308",
            ];
            format!("{sign}{}", pick(random, &edges))
        }
    }
}

/// Any finite double that is not negative.
fn double(random: &mut Shuffle) -> f64 {
    let mantissa = u64::try_from(random.below(1 << 26)).unwrap() << 26 | u64::try_from(random.below(1 << 26)).unwrap();
    f64::from_bits(u64::try_from(random.below(2047)).unwrap() << 52 | mantissa)
}

/// The number exactly between two doubles that follow each other, with all its digits; now and then a digit more or less,
/// so that it is just not a tie.
fn tie(random: &mut Shuffle) -> String {
    let bits = double(random).to_bits();
    let (exponent, mantissa) = (bits >> 52, bits & ((1 << 52) - 1));
    // Not at the far ends: their digits are many and say the same.
    let exponent = i64::try_from(if exponent % 8 == 0 { exponent } else { 900 + exponent % 250 }).unwrap();
    let (whole, exponent) = if exponent == 0 { (mantissa, -1074) } else { (mantissa | 1 << 52, exponent - 1075) };
    // (2 * whole + 1) * 2^(exponent - 1), in decimal digits with the last one first.
    let mut number: Vec<u8> = (2 * whole + 1).to_string().bytes().rev().map(|digit| digit - b'0').collect();
    let power = exponent - 1;
    for _ in 0..power.unsigned_abs() {
        times(&mut number, if power < 0 { 5 } else { 2 });
    }
    let point = if power < 0 { usize::try_from(-power).unwrap() } else { 0 };
    while number.len() <= point {
        number.push(0);
    }
    let text: String = number.iter().rev().map(|digit| char::from(b'0' + digit)).collect();
    let (whole, part) = text.split_at(text.len() - point);
    let near = ["", "", "0", "1", "00000000000000000000001"][random.below(5)];
    format!("{whole}.{}{near}", if part.is_empty() { "0" } else { part })
}

fn times(number: &mut Vec<u8>, factor: u8) {
    let mut carry = 0;
    for digit in number.iter_mut() {
        let product = *digit * factor + carry;
        *digit = product % 10;
        carry = product / 10;
    }
    if carry > 0 {
        number.push(carry);
    }
}

fn string_text(random: &mut Shuffle) -> String {
    let mut text = "\"".to_owned();
    for _ in 0..[0, 1, 1, 2, 3, 8, 20][random.below(7)] {
        match random.below(8) {
            0 => text.push_str(pick(random, &["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"])),
            1 => write!(text, "\\u{:04x}", random.below(0x20)).unwrap(),
            2 => write!(text, "\\u{:04X}", character(random, 0x1_0000)).unwrap(),
            3 => {
                let mut units = [0; 2];
                character(random, 0x11_0000).max(0x1_0000).try_into_char().encode_utf16(&mut units);
                write!(text, "\\u{:04x}\\u{:04X}", units[0], units[1]).unwrap();
            }
            4 => text.push(character(random, 0x11_0000).try_into_char()),
            5 => text.push_str(pick(
                random,
                &[
                    "\u{7f}",
                    "\u{80}",
                    "\u{2028}",
                    "\u{2029}",
                    "\u{feff}",
                    "\u{fffe}",
                    "é",
                    "e\u{301}",
                    "\u{d7ff}",
                    "\u{e000}",
                    "\u{ffff}",
                    "\u{10000}",
                    "\u{10ffff}",
                    "</script>",
                    "ß",
                    "\u{202e}",
                ],
            )),
            _ => text.push(char::from(b"abcxyzABC 0'<>&"[random.below(15)])),
        }
    }
    text + "\""
}

/// A number of a character, none of the surrogates and none that has to be escaped.
fn character(random: &mut Shuffle, below: u32) -> u32 {
    let number = u32::try_from(random.below(usize::try_from(below).unwrap())).unwrap();
    match number {
        0xD800..=0xDFFF => number - 0x800,
        0..0x20 | 0x22 | 0x5C => number + 0x40,
        _ => number,
    }
}

trait TryIntoChar {
    fn try_into_char(self) -> char;
}

impl TryIntoChar for u32 {
    fn try_into_char(self) -> char {
        char::from_u32(self).unwrap()
    }
}

/// Something done to a text that is often refused; the two must agree on when.
fn spoilt(text: String, random: &mut Shuffle) -> Vec<u8> {
    let wrong = [
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\uD83D\\u0041\"",
        "\"\\udfff\"",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e309",
        "01",
        "-",
        "1.",
        ".5",
        "+1",
        "1e",
        "1e+",
        "0x10",
        "1_000",
        "\u{661}",
        "'a'",
        "\"\\x41\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "\"\u{0}\"",
        "\"\\u 123\"",
        "\"\\u+123\"",
        "tru",
        "nul",
        "True",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{a:1}",
        "{\"a\"}",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{1:2}",
        "//",
        "/**/1",
        "\u{a0}1",
        "\u{b}1",
        "\"a",
        "[1 2]",
        "[1}",
        "",
        "\"\\ud83d\\ude00\"",
        "1e308",
        "1.7976931348623159e308",
        "-0",
        "179769313486231580793e289",
    ];
    match random.below(6) {
        0 => format!("[{text},{}]", pick(random, &wrong)).into_bytes(),
        1 => format!("{{{}:{}}}", string_text(random), pick(random, &wrong)).into_bytes(),
        2 => {
            let around = ["\u{feff}", "\u{a0}", "\u{c}", "x", "null", "//", "\u{0}", "]", " \n"];
            let (before, after) = (pick(random, &around), pick(random, &around));
            if random.below(2) == 0 { before.to_owned() + &text } else { text + after }.into_bytes()
        }
        more => {
            let mut bytes = text.into_bytes();
            for _ in 0..=random.below(2) {
                let at = random.below(bytes.len());
                let bytes_of_text = *b"\"\\{}[],:0123456789eE+-.tfnu/ \n\x00\x7f\x80\xc0\xc3\xed\xa0\xf4\xff";
                let other = bytes_of_text[random.below(bytes_of_text.len())];
                match more {
                    3 => bytes[at] = other,
                    4 => bytes.insert(at, other),
                    _ => drop(bytes.remove(at)),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            bytes
        }
    }
}
