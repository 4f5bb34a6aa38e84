//! Hostile text, and the sentences that it stands in.

use pith_verifier::{Document, KeyRing, Options, Proof, addresses, canonicalize_part, markdown, visible};
use serde_json::json;

use super::{assert_plain, options};

/// What is shown is one plain line from which the text can be had again, so that two texts never look the same, and
/// every sentence that names the text can stand on a page.
pub fn display(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let shown = visible(text);
    assert_plain(&shown);
    assert_eq!(unescaped(&shown), text, "{shown:?}");
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        assert_eq!(shown, text);
    }
    in_sentences(text);
}

/// The text that an escaped one stands for, as a reader of it would say.
fn unescaped(shown: &str) -> String {
    let mut text = String::new();
    let mut rest = shown;
    while let Some((before, after)) = rest.split_once("⟨U+") {
        let (code, tail) = after.split_once('⟩').expect("an escape that ends");
        text.push_str(before);
        text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point"));
        rest = tail;
    }
    text + rest
}

/// The text as a type, a name, a key, a value, a pointer, a time and a source.
fn in_sentences(text: &str) {
    let named = Options { name: Some(text.to_owned()), replay: true, ..options() };
    let event = json!([{"event_type": text, "content_sha256": text, "created_at": text, "event_id": text}]);
    let record = json!({"record_type": "pith_number_record", "schema_version": "1.0", "pith_number": text,
        "canonical_sha256": text, "canonical_record": {text: text, "metadata": {"submitted_at": text}},
        "receipt": {"key_id": text, "algorithm": text, "signature_b64": text, "signed_message": text}});
    let documents = [
        json!({"bundle_type": text}),
        json!({"record_type": "pith_number_record", "schema_version": text}),
        json!({text: text}),
        event,
        record,
    ];
    let bytes: Vec<Vec<u8>> = documents.iter().map(|document| document.to_string().into_bytes()).collect();
    for bytes in &bytes {
        let proofs = vec![Proof { name: Some(text.to_owned()), bytes: text.as_bytes().to_vec() }];
        let report = pith_verifier::verify(bytes, &Options { proofs, headers: vec![text.to_owned()], ..named.clone() });
        super::verify::assert_sound(&report, bytes);
        let beside = report.timestamps.iter().map(|timestamp| &timestamp.sentence);
        beside.chain(report.headers.iter().map(|header| &header.sentence)).for_each(|text| assert_plain(text));
        assert!(!markdown(&report).contains(|char: char| char.is_control() && char != '\n'));
    }
    let pair: Vec<Document<'_>> =
        bytes[3..].iter().map(|bytes| Document { name: Some(text.to_owned()), bytes }).collect();
    let comparison = pith_verifier::compare(&pair, &options()).expect("two documents");
    comparison.pairs.iter().for_each(|pair| assert_plain(&pair.sentence));
    comparison.conflicts.iter().for_each(|conflict| assert_plain(&conflict.sentence));
    if let Err(refusal) = canonicalize_part(&bytes[2], text) {
        assert_plain(&refusal.sentence);
    }
    let file = json!({"key_id": text, "algorithm": text, "public_key_hex": text, "status": text});
    if let Err(fault) = KeyRing::empty().add(file.to_string().as_bytes(), text) {
        assert_plain(&fault.to_string());
    }
    for address in addresses(text).addresses {
        assert_plain(&address.url);
    }
}
