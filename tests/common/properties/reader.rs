//! The JSON reader and the canonical form, beside `serde_json`.

use pith_verifier::{Reason, Refusal, canonicalize, canonicalize_part};
use serde_json::Value;

use super::assert_plain;

/// The reader never panics, refuses with a place and a reason, and differs from `serde_json` in what it is stricter
/// about alone. The canonical form is a fixed point, says the same as the text, and is made of those of its parts.
pub fn reader(data: &[u8]) {
    let other = serde_json::from_slice::<Value>(data);
    match canonicalize(data) {
        Ok(canonical) => accepted(data, &canonical, other),
        Err(refusal) => refused(data, &refusal, other.is_ok()),
    }
}

fn accepted(data: &[u8], canonical: &[u8], other: serde_json::Result<Value>) {
    assert_eq!(canonicalize(canonical).as_deref(), Ok(canonical), "the canonical form is no fixed point");
    let text = std::str::from_utf8(canonical).expect("the canonical form is UTF-8");
    assert!(!text.contains(|char| char < ' '), "a control character in {text:?}");
    let other = match other {
        Ok(other) => other,
        Err(error) => {
            // It nests 128 deep at most, and has no room for a large integer.
            let error = error.to_string();
            let known = ["recursion limit exceeded", "number out of range"];
            assert!(known.iter().any(|known| error.starts_with(known)), "serde_json refuses it: {error}");
            return;
        }
    };
    let again: Value = serde_json::from_slice(canonical).expect("serde_json reads the canonical form");
    assert!(same(&other, &again), "the canonical form says something else: {text}");
    assert_eq!(in_parts(data, &again).unwrap_or_else(|| text.to_owned()), text);
}

/// The same values; members in any order. `-0` is 0 here, and a negative zero there.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => x == y || (x.as_f64() == Some(0.0) && y.as_f64() == Some(0.0)),
        (Value::Array(x), Value::Array(y)) => x.len() == y.len() && x.iter().zip(y).all(|(x, y)| same(x, y)),
        (Value::Object(x), Value::Object(y)) => {
            x.len() == y.len() && x.iter().all(|(key, x)| y.get(key).is_some_and(|y| same(x, y)))
        }
        _ => a == b,
    }
}

/// The canonical form put together from the parts of the root; none where there are too many to look at.
fn in_parts(data: &[u8], canonical: &Value) -> Option<String> {
    let part = |step: &str| {
        let pointer = format!("/{}", step.replace('~', "~0").replace('/', "~1"));
        let bytes = canonicalize_part(data, &pointer).expect("a part that is there");
        String::from_utf8(bytes).expect("the canonical form is UTF-8")
    };
    match canonical {
        Value::Array(elements) if elements.len() <= 8 => {
            let parts: Vec<String> = (0..elements.len()).map(|at| part(&at.to_string())).collect();
            Some(format!("[{}]", parts.join(",")))
        }
        Value::Object(members) if members.len() <= 8 => {
            // By code point, which is the order of the bytes of UTF-8.
            let mut keys: Vec<&String> = members.keys().collect();
            keys.sort_unstable();
            let parts = keys.into_iter().map(|key| format!("{}:{}", Value::String(key.clone()), part(key)));
            Some(format!("{{{}}}", parts.collect::<Vec<_>>().join(",")))
        }
        _ => None,
    }
}

fn refused(data: &[u8], refusal: &Refusal, others_read_it: bool) {
    let Refusal { reason, offset, line, column, sentence, hint } = refusal;
    let word = reason.as_str();
    assert!(word.starts_with("json.") || word.starts_with("limit."), "{word}");
    assert!(*offset <= data.len() && *line >= 1 && *column >= 1, "{refusal:?}");
    assert_eq!(*line, data[..*offset].split(|&byte| byte == b'\n').count(), "{refusal:?}");
    assert!(!sentence.is_empty() && !hint.is_empty(), "{refusal:?}");
    assert_plain(sentence);
    assert_plain(hint);
    let stricter = *reason == Reason::JsonDuplicateKey || word.starts_with("limit.");
    assert!(stricter || !others_read_it, "serde_json reads it: {refusal:?}");
}
