//! Texts, identifiers and numbers in hand.

use pith_verifier::{
    AddressFinding, Addresses, Field, MatchReason, MatchWord, NamedBy, Options, TextMatch, VerdictWord, addresses,
    match_text, sha256_hex, verify,
};

use super::{SAMPLE, assert_plain, options, ots};

/// The document, the field and the text of an input: the first byte chooses the first two.
pub fn parts(data: &[u8]) -> (&'static [u8], Field, String) {
    let (&first, rest) = data.split_first().unwrap_or((&0, &[]));
    let first = usize::from(first);
    // A bundle takes ten times as long as its canonical record alone.
    let document = if first >= 0xE0 { SAMPLE } else { ots::document() };
    (document, Field::ALL[first % Field::ALL.len()], String::from_utf8_lossy(rest).into_owned())
}

/// A text matches by its hash or its value alone, with a verdict beside it; and whatever the text, addresses are the
/// service's.
pub fn hand(data: &[u8]) {
    let (document, field, text) = parts(data);
    match match_text(document, field, &text, &options()) {
        Ok(answer) => matched(document, &text, &answer),
        Err(refusal) => {
            assert!(text.len() > 16 << 10, "{}", refusal.sentence);
            assert_plain(&refusal.sentence);
        }
    }
    led(&text, &addresses(&text));
}

fn matched(document: &[u8], text: &str, answer: &TextMatch) {
    let verdict = verify(document, &Options { explain: false, ..options() }).verdict.word;
    assert_eq!(answer.verdict, verdict);
    let same = answer.expected.is_some() && answer.expected == answer.computed;
    let is_text = matches!(answer.field, Field::Title | Field::Abstract);
    match answer.outcome {
        MatchWord::Matches if is_text && answer.reason != MatchReason::SameText => {
            assert!(same, "{answer:?}");
            if answer.steps.is_empty() {
                assert_eq!(answer.computed.as_deref(), Some(sha256_hex(text.as_bytes()).as_str()));
            }
        }
        MatchWord::Matches => {}
        _ => assert!(!is_text || !same, "{answer:?}"),
    }
    let lower = sha256_hex(text.to_lowercase().as_bytes());
    if is_text && answer.expected.as_ref() == Some(&lower) {
        assert_eq!(answer.outcome, MatchWord::Matches, "the text has the hash");
    }
    if answer.established {
        assert_eq!((answer.outcome, verdict), (MatchWord::Matches, VerdictWord::Verified));
    }
    for text in [Some(&answer.sentence), answer.worth.as_ref(), answer.hint.as_ref()].into_iter().flatten() {
        assert_plain(text);
    }
}

fn led(text: &str, found: &Addresses) {
    for address in &found.addresses {
        let rest = address.url.strip_prefix("https://pith.science/").expect("an address of the service");
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?=&%".contains(&byte);
        assert!(rest.bytes().all(allowed), "{}", address.url);
        assert!(!rest.contains("//") && !rest.contains(".."), "{}", address.url);
    }
    let Some(normal) = &found.normal else {
        assert_eq!(found.named_by, NamedBy::Unreadable, "{text:?}");
        assert!(found.addresses.is_empty());
        return;
    };
    if found.findings.contains(&AddressFinding::YearMalformed) {
        // Whatever stands for the year stands in the normal form too, and makes a text that is no number.
        return assert!(found.addresses.is_empty());
    }
    let again = addresses(normal);
    assert_eq!(again.normal.as_ref(), Some(normal), "the normal form of {text:?} is no fixed point");
    assert_eq!((again.named_by, &again.addresses), (found.named_by, &found.addresses), "{text:?}");
}
