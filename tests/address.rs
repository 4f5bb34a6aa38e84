//! What numbers and identifiers lead to: the addresses that the service's own documents have, and never another host.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod common;

use common::{json, sample, third_party};
use pith_verifier::{
    AddressFinding, AddressKind, AddressSource, Addresses, Basis, Field, MatchWord, NamedBy, Options, addresses,
    match_text,
};
use serde_json::Value;

const NUMBER: &str = "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ";
const SUFFIX: &str = "BZ4IVVZGBACAD3UKXQGOJFZ5SZ";

fn url(found: &Addresses, kind: AddressKind) -> Option<&str> {
    found.addresses.iter().find(|address| address.kind == kind).map(|address| address.url.as_str())
}

/// Nothing but `https://pith.science/` and characters that are the same wherever they stand.
fn assert_harmless(found: &Addresses, text: &str) {
    for address in &found.addresses {
        let rest = address.url.strip_prefix("https://pith.science/");
        let rest = rest.unwrap_or_else(|| panic!("{text:?} gives {}", address.url));
        let rest = rest.replacen("resolve?arxiv=", "", 1).replacen("&json=true", "", 1);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/".contains(&byte);
        assert!(rest.bytes().all(plain), "{text:?} gives {}", address.url);
        assert!(!rest.contains("..") && !rest.contains("//"), "{text:?} gives {}", address.url);
    }
}

#[test]
fn a_number_leads_to_the_addresses_that_its_own_documents_have() {
    for name in ["bundle-1212.1787", "bundle-1411.1958", "bundle-1501.03619", "bundle-1606.05963"] {
        let bundle = json(&sample(name));
        let found = addresses(bundle["pith_number"].as_str().unwrap());
        for (kind, link) in [
            (AddressKind::Bundle, "bundle"),
            (AddressKind::WellKnownBundle, "well_known_bundle"),
            (AddressKind::State, "state"),
            (AddressKind::Page, "resolver"),
        ] {
            assert_eq!(url(&found, kind), bundle["links"][link].as_str(), "{name} {link}");
        }
    }
    let record = json(&sample("record-2101.05782"));
    let text = |member: &Value| member.as_str().unwrap().to_owned();
    let found = addresses(&text(&record["pith_number"]));
    assert_eq!(url(&found, AddressKind::Record), record["links"]["json"].as_str());
    assert_eq!(url(&found, AddressKind::Page), record["links"]["html"].as_str());
    let found = addresses(&text(&record["short_pith_number"]));
    assert_eq!(url(&found, AddressKind::PaperPage), record["links"]["paper"].as_str());
    let found = addresses(&text(&record["source"]["id"]));
    assert_eq!(url(&found, AddressKind::Resolver), record["agent_actions"]["resolve_alias"].as_str());
}

#[test]
fn what_the_mirror_manifest_states_is_stated_and_the_rest_only_seen() {
    let mirror = json(&sample("pith-mirrors"))["mirrors"][0].clone();
    let found = addresses(NUMBER);
    for (kind, pattern) in [
        (AddressKind::Bundle, "bundle_pattern"),
        (AddressKind::WellKnownBundle, "well_known_pattern"),
        (AddressKind::State, "state_pattern"),
    ] {
        let stated = mirror[pattern].as_str().unwrap().replace("{suffix}", SUFFIX);
        assert_eq!(url(&found, kind), Some(stated.as_str()));
    }
    for text in [NUMBER, "GGIZJD5Q", "2101.05782"] {
        for address in addresses(text).addresses {
            let stated = address.source == AddressSource::MirrorManifest;
            assert_eq!(address.basis, if stated { Basis::Stated } else { Basis::Seen });
            assert_eq!(
                stated,
                mirror.to_string().contains(&format!("\"{}\"", address.url.replace(SUFFIX, "{suffix}")))
            );
        }
    }
}

#[test]
fn every_way_to_write_it_is_read() {
    use AddressFinding::*;
    use NamedBy::*;
    let same = "BZ4IVVZGBACAD3UKXQGOJFZ5SZ";
    for (text, named_by, normal, field, findings) in [
        (NUMBER, Number, NUMBER, Field::Number, vec![]),
        (" pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ\n", Number, NUMBER, Field::Number, vec![]),
        ("PITH:2012:bz4ivvzgbacad3ukxqgojfz5sz", Number, NUMBER, Field::Number, vec![LetterCase]),
        (same, Number, same, Field::Number, vec![YearMissing]),
        ("pith:BZ4IVVZGBACAD3UKXQGOJFZ5SZ", Number, same, Field::Number, vec![YearMissing]),
        ("https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ", Number, same, Field::Number, vec![YearMissing]),
        (
            "https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json?x#y",
            Number,
            same,
            Field::Number,
            vec![YearMissing],
        ),
        ("pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ.json", Number, same, Field::Number, vec![YearMissing]),
        (
            "https://pith.science/.well-known/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json",
            Number,
            same,
            Field::Number,
            vec![YearMissing],
        ),
        ("pith:BZ4IVVZG", ShortNumber, "pith:BZ4IVVZG", Field::Number, vec![]),
        ("https://pith.science/paper/GGIZJD5Q", ShortNumber, "pith:GGIZJD5Q", Field::Number, vec![]),
        ("BZ4IVVZGBACA", ShortNumber, "BZ4IVVZGBACA", Field::Number, vec![]),
        ("bz4ivvzgbacad3uk", ShortNumber, "BZ4IVVZGBACAD3UK", Field::Number, vec![LetterCase]),
        ("pith:BZ4IVVZGB", ShortNumber, "BZ4IVVZGB", Field::Number, vec![WrongLength]),
        ("pith:BZ41VVZG", ShortNumber, "pith:BZ41VVZG", Field::Number, vec![ImpossibleCharacter]),
        (
            "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5S",
            Number,
            "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5S",
            Field::Number,
            vec![ImpossibleCharacter, WrongLength],
        ),
        (
            "pith:201:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
            Number,
            "pith:201:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
            Field::Number,
            vec![YearMalformed],
        ),
        ("arXiv:1212.1787", Arxiv, "1212.1787", Field::Arxiv, vec![]),
        ("https://arxiv.org/pdf/1212.1787v2.pdf", Arxiv, "1212.1787v2", Field::ArxivVersion, vec![VersionLeftOut]),
        ("arXiv:1212.1787v1 [cs.OS] 8 Dec 2012", Arxiv, "1212.1787v1", Field::ArxivVersion, vec![VersionLeftOut]),
        ("math.GT/0309136", Arxiv, "math/0309136", Field::Arxiv, vec![]),
        ("1212.17871", Arxiv, "1212.17871", Field::Arxiv, vec![ArxivMalformed]),
        ("10.48550/arXiv.1212.1787", ArxivDoi, "10.48550/arxiv.1212.1787", Field::Doi, vec![]),
        ("https://doi.org/10.48550/arXiv.1212.1787", ArxivDoi, "10.48550/arxiv.1212.1787", Field::Doi, vec![]),
        ("doi:10.48550/arXiv.1212.1787v2", ArxivDoi, "10.48550/arxiv.1212.1787v2", Field::Doi, vec![VersionLeftOut]),
        ("10.48550/arXiv.arxiv.org/abs/1212.1787", Doi, "10.48550/arxiv.arxiv.org/abs/1212.1787", Field::Doi, vec![]),
        ("doi:10.1000/XYZ", Doi, "10.1000/xyz", Field::Doi, vec![]),
    ] {
        let found = addresses(text);
        assert_eq!(found.named_by, named_by, "{text}");
        assert_eq!(found.normal.as_deref(), Some(normal), "{text}");
        assert_eq!(found.field, Some(field), "{text}");
        assert_eq!(found.findings, findings, "{text}");
        assert_eq!(found.impossible.is_empty(), !findings.contains(&ImpossibleCharacter), "{text}");
        let against = [ImpossibleCharacter, WrongLength, YearMalformed, ArxivMalformed];
        let leads_nowhere = named_by == Doi
            || findings.iter().any(|finding| against.contains(finding))
            || (named_by == ShortNumber && normal.len() != "pith:".len() + 8);
        assert_eq!(found.addresses.is_empty(), leads_nowhere, "{text}");
        assert_harmless(&found, text);
        // The normal form is read as itself, and leads to the same.
        let again = addresses(normal);
        assert_eq!((again.normal, again.field), (found.normal, found.field), "{text}");
        assert_eq!(again.addresses, found.addresses, "{text}");
    }
    assert_eq!(addresses("pith:2012:BZ80VVZG8ACAD3UKXQG0JFZ9SZ").impossible, "809");
    for text in ["", " ", "pith:", "pith:2012:", "BZ4IVVZ", "a title of some paper", "https://example.org/pith/", "é"]
    {
        let found = addresses(text);
        assert_eq!((found.named_by, found.normal, found.field), (NamedBy::Unreadable, None, None), "{text}");
        assert!(found.addresses.is_empty() && found.findings.is_empty(), "{text}");
    }
    assert_eq!(addresses("math/0309136").addresses[0].url.split('=').nth(1), Some("math%2F0309136&json"));
    assert!(addresses("1212.1787v3").addresses[0].url.contains("arxiv=1212.1787&"));
}

#[test]
fn the_normal_form_is_what_a_document_is_compared_with() {
    let bundle = sample("bundle-1212.1787");
    let asked = |text: &str| {
        let found = addresses(text);
        match_text(&bundle, found.field.unwrap(), &found.normal.unwrap(), &Options::default()).unwrap()
    };
    for text in
        ["pith:2012:bz4ivvzgbacad3ukxqgojfz5sz", "arxiv.org/abs/1212.1787", "1212.1787v1", "10.48550/ARXIV.1212.1787"]
    {
        let answer = asked(text);
        assert_eq!((answer.outcome, answer.established), (MatchWord::Matches, true), "{text}");
    }
    for text in [
        SUFFIX,
        "pith:BZ4IVVZG",
        "1212.1787v2",
        "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5SZ",
        "pith:2013:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
    ] {
        assert_eq!(asked(text).outcome, MatchWord::NearMiss, "{text}");
    }
    for text in ["2101.05782", "pith:2021:GGIZJD5QHQMWAOBVENPVORIEPT"] {
        assert_eq!(asked(text).outcome, MatchWord::Differs, "{text}");
    }
    assert_eq!(asked("10.1000/182").outcome, MatchWord::NotComparable);
}

#[test]
fn hostile_texts_lead_to_no_other_host() {
    let mut texts: Vec<String> = [
        "https://pith.science@evil.example/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "https://pith.science.evil.example/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "https://evil.example/?https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "javascript:alert(1)//pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "https://pith.science/pith/../../BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "https://pith.science/pith/%2e%2e%2fBZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5S\u{17f}",
        "pith:2012:ＢZ4IVVZGBACAD3UKXQGOJFZ5SZ",
        "1212.1787&json=false",
        "1212.1787#",
        "1212.1787\u{0}",
        "10.48550/arXiv.1212.1787/../..",
        "-./0309136",
        "..../0309136",
        "hep-th.../0309136",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("A".repeat(1 << 20));
    texts.push(format!("10.1/{}", "a".repeat(1 << 20)));
    for (file, list, member) in [("display", "strings", "string"), ("urls", "urls", "url")] {
        let Some(bytes) = third_party(&format!("hostile-strings/{file}.json")) else { continue };
        let found = json(&bytes);
        texts
            .extend(found[list].as_array().unwrap().iter().filter_map(|each| each[member].as_str()).map(str::to_owned));
    }
    let (mut read, mut leading) = (0, 0);
    for text in &texts {
        for (before, after) in [
            ("", ""),
            ("pith:", ""),
            ("pith:2012:", ""),
            ("pith:", ":BZ4IVVZGBACAD3UKXQGOJFZ5SZ"),
            ("https://pith.science/pith/", ""),
            ("https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/", ""),
            ("https://arxiv.org/abs/", ""),
            ("https://arxiv.org/abs/1212.1787?", ""),
            ("arXiv:1212.1787 ", ""),
            ("", "/0309136"),
            ("10.", "/x"),
            ("10.1000/", ""),
            ("10.48550/arXiv.", ""),
        ] {
            let text = format!("{before}{text}{after}");
            let found = addresses(&text);
            assert_harmless(&found, &text);
            read += usize::from(found.named_by != NamedBy::Unreadable);
            leading += usize::from(!found.addresses.is_empty());
        }
    }
    assert!(read > 20 && leading > 10, "{read} {leading}");
}
