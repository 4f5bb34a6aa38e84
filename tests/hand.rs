//! Text in hand: what matches, what nearly does, and that nothing matches that is not the same.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "common/command.rs"]
mod command;
mod common;

use std::collections::BTreeSet;

use common::builder::{Bundle, registry, trusting};
use common::{json, own, sample};
use pith_verifier::{
    Class, Field, KeyRing, MatchReason, MatchWord, Options, Reason, TextMatch, TextStep, VerdictWord, match_text,
    sha256_hex,
};
use serde_json::{Value, json};

/// Documents with a canonical record and the title that it has the hash of.
const TITLES: [(&str, &str); 6] = [
    ("bundle-1212.1787", "A Generic Checkpoint-Restart Mechanism for Virtual Machines"),
    ("bundle-1411.1958", "Checkpointing as a Service in Heterogeneous Cloud Environments"),
    ("bundle-1501.03619", "Optimal Operator State Migration for Elastic Data Stream Processing"),
    ("bundle-1606.05963", "Debugging OpenStack Problems Using a State Graph Approach"),
    ("record-2101.05782", "Checkpoint, Restore, and Live Migration for Science Platforms"),
    ("state-1212.1787", "A Generic Checkpoint-Restart Mechanism for Virtual Machines"),
];

const BUNDLE: &str = "bundle-1212.1787";
const NUMBER: &str = "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ";

fn ask(document: &[u8], field: Field, text: &str) -> TextMatch {
    match_text(document, field, text, &Options::default()).unwrap()
}

fn of(name: &str, field: Field, text: &str) -> TextMatch {
    ask(&sample(name), field, text)
}

fn found(name: &str, field: Field, text: &str) -> (MatchWord, MatchReason) {
    let answer = of(name, field, text);
    (answer.outcome, answer.reason)
}

/// The sample with another title and abstract in its canonical record, signed by a test key.
fn bundle(title: &str, summary: &str) -> Vec<u8> {
    let hash = |text: &str| json!(sha256_hex(text.to_lowercase().as_bytes()));
    let (title_hash, abstract_hash) = (hash(title), hash(summary));
    let mut bundle = Bundle::new().with(|bundle| {
        let metadata = &mut bundle["canonical_record"]["metadata"];
        metadata["title_canon_sha256"] = title_hash;
        metadata["abstract_canon_sha256"] = abstract_hash;
    });
    for event in &mut bundle.events {
        if let Some(paper) = event.value.pointer_mut("/payload/graph_snapshot/paper") {
            paper["title"] = json!(title);
            paper["abstract_excerpt"] = json!(summary.chars().take(600).collect::<String>());
        }
    }
    bundle.bytes()
}

fn with_test_key(document: &[u8], field: Field, text: &str) -> TextMatch {
    match_text(document, field, text, &trusting(&[&registry()])).unwrap()
}

#[test]
fn the_title_of_every_sample_matches_as_it_is_printed() {
    for (name, title) in TITLES {
        let as_given = of(name, Field::Title, title);
        assert_eq!((as_given.outcome, as_given.reason), (MatchWord::Matches, MatchReason::Same), "{name}");
        // Nothing signs a state; the receipt inside it signs another copy of the record, which must be the same.
        assert!(as_given.established);
        let class = if name.starts_with("state") { Class::Derived } else { Class::Signed };
        assert_eq!((as_given.class, as_given.tried), (Some(class), 1));
        assert_eq!(as_given.steps, [TextStep::LowerCase]);
        assert_eq!(as_given.expected, as_given.computed);
        assert!(as_given.pointer.unwrap().ends_with("canonical_record/metadata/title_canon_sha256"));
        let upper = of(name, Field::Title, &title.to_uppercase());
        assert_eq!((upper.reason, upper.steps.as_slice()), (MatchReason::Same, &[TextStep::LowerCase][..]));
        let lower = of(name, Field::Title, &title.to_lowercase());
        assert!(lower.steps.is_empty());
        let long = title.split([' ', '-']).max_by_key(|word| word.len()).unwrap();
        let broken = |by: &str| title.replace(long, &format!("{}{by}{}", &long[..4], &long[4..]));
        for (given, steps) in [
            (title.replace(' ', "\n"), vec![TextStep::WhiteSpace]),
            (format!("Title:{title}"), vec![TextStep::Label]),
            (format!("  {}\r\n", title.replace(' ', " \t ")), vec![TextStep::WhiteSpace]),
            (title.replace(' ', "\u{a0}"), vec![TextStep::WhiteSpace]),
            (broken("-\n"), vec![TextStep::HyphensJoined]),
            (broken("-\n   ").replace(' ', "  "), vec![TextStep::HyphensJoined, TextStep::WhiteSpace]),
            (broken("\u{ad}"), vec![TextStep::Invisible]),
            (format!("\u{feff}{title}\u{200b}"), vec![TextStep::Invisible]),
        ] {
            let answer = of(name, Field::Title, &given);
            let mut expected = steps.clone();
            expected.push(TextStep::LowerCase);
            assert_eq!(answer.outcome, MatchWord::Matches, "{name} {given:?}");
            assert_eq!(answer.reason, MatchReason::SameAfterChanges);
            assert_eq!(answer.steps, expected, "{name} {given:?}");
            assert!(answer.sentence.contains(", once "), "{}", answer.sentence);
        }
    }
    let (name, title) = TITLES[0];
    for hyphen in ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'] {
        let answer = of(name, Field::Title, &title.replace('-', &hyphen.to_string()));
        assert_eq!(answer.outcome, MatchWord::Matches, "{hyphen}");
    }
    let kept = of(name, Field::Title, "A Generic Checkpoint-\nRestart Mech-\nanism for Vir-\ntual Machines");
    assert_eq!(kept.outcome, MatchWord::Matches, "each broken word for itself");
}

#[test]
fn what_printers_do_to_a_title_is_undone() {
    let text = "Schr\\\"odinger's ``efficient'' pages 1--9 --- Dvo\\v{r}\\'ak";
    let tex = bundle(text, "An abstract.");
    for given in [
        text,
        "Schrödinger’s “eﬃcient” pages 1–9 — Dvořák",
        "Schr\u{f6}dinger\u{2019}s \u{201c}e\u{fb03}-\ncient\u{201d}\npages 1\u{2013}9 \u{2014} Dvo\u{159}\u{e1}k",
        "SCHRO\u{308}DINGER\u{2019}S \u{201c}EFFICIENT\u{201d} PAGES 1--9 --- DVOR\u{30c}A\u{301}K",
    ] {
        let answer = with_test_key(&tex, Field::Title, given);
        assert_eq!(answer.outcome, MatchWord::Matches, "{given} {}", answer.sentence);
        assert!(answer.established);
        assert!(answer.tried <= 2500);
    }
    let plain = bundle("\"Caf\u{e9}\" - it's", "An abstract.");
    for given in ["“Café” — it’s", "\u{201c}Cafe\u{301}\u{201d} - it's", "\"Café\" - it’s"] {
        assert_eq!(with_test_key(&plain, Field::Title, given).outcome, MatchWord::Matches, "{given}");
    }
    let curly = bundle("“Cafe\u{301}” – it’s", "An abstract.");
    assert_eq!(with_test_key(&curly, Field::Title, "“Café” – it’s").steps, [TextStep::Nfd, TextStep::LowerCase]);
}

#[test]
fn an_abstract_is_compared_whole() {
    let whole = "We prove that every triangle-free graph has a coloring, and demonstrate that the bound is tight.";
    let document = bundle("A title", whole);
    for given in [
        whole.to_owned(),
        whole.replace(' ', "\n  "),
        whole.to_uppercase(),
        whole.replace("demonstrate", "demon-\nstrate"),
    ] {
        let answer = with_test_key(&document, Field::Abstract, &given);
        assert_eq!(answer.outcome, MatchWord::Matches, "{given}");
        assert!(answer.established);
    }
    let broken = with_test_key(&document, Field::Abstract, &whole.replace(' ', "\n"));
    assert_eq!(broken.reason, MatchReason::Same, "white space is not part of the hash");
    assert_eq!(broken.steps, [TextStep::WhiteSpace, TextStep::LowerCase]);
    let near = with_test_key(&document, Field::Abstract, &whole.replace("tight", "tigth"));
    assert_eq!((near.outcome, near.reason), (MatchWord::NearMiss, MatchReason::AlmostTheText));
    let nearest = near.nearest.unwrap();
    assert!(nearest.here.ends_with("is tigth.") && nearest.there.ends_with("is tight."), "{nearest:?}");
    let half = with_test_key(&document, Field::Abstract, &whole[..40]);
    assert_eq!(half.outcome, MatchWord::Differs);
}

/// A published bundle quotes 600 characters of the abstract and has the hash of the whole.
#[test]
fn the_quoted_beginning_of_an_abstract_is_no_match() {
    let document = json(&sample(BUNDLE));
    let quote = document.pointer("/events/1/payload/graph_snapshot/paper/abstract_excerpt").unwrap().as_str().unwrap();
    let answer = of(BUNDLE, Field::Abstract, &format!("{quote} and more"));
    assert_eq!((answer.outcome, answer.reason), (MatchWord::NearMiss, MatchReason::QuoteAgrees));
    let answer = of(BUNDLE, Field::Abstract, &quote.replacen("software", "hardware", 1));
    assert_eq!((answer.outcome, answer.reason), (MatchWord::NearMiss, MatchReason::AlmostTheQuote));
    assert!(answer.nearest.unwrap().there.contains("software"));
}

/// Edits of a title that change its normal form never match, and small ones are near.
#[test]
fn another_title_never_matches() {
    let mut tried = 0;
    for (name, title) in TITLES {
        let document = sample(name);
        // Of the bundles one is enough for the edits.
        let chars: Vec<char> = title.chars().collect();
        let edits = if name.starts_with("bundle") && name != BUNDLE { 0 } else { chars.len() };
        for at in 0..edits {
            let with =
                |new: &str| chars[..at].iter().collect::<String>() + new + &chars[at + 1..].iter().collect::<String>();
            for edited in
                [with("q"), with("Z"), with("а"), with(""), with(&format!("{}x", chars[at])), with("é"), with("\0")]
            {
                if edited.to_lowercase() == title.to_lowercase() || edited.trim() == title {
                    continue;
                }
                let answer = ask(&document, Field::Title, &edited);
                assert_ne!(answer.outcome, MatchWord::Matches, "{edited:?}");
                assert!(!answer.established);
                // A state repeats its title, and so do all others.
                assert_eq!(
                    (answer.outcome, answer.reason),
                    (MatchWord::NearMiss, MatchReason::AlmostTheText),
                    "{edited:?}"
                );
                let (nearest, at) = (answer.nearest.unwrap(), at + 1);
                assert!(nearest.at <= at + 1 && nearest.at + 2 >= at, "{edited:?} {nearest:?}");
                tried += 1;
            }
        }
        for (other, another) in TITLES {
            let same = title == another;
            let word = ask(&document, Field::Title, another).outcome;
            assert_eq!(word, if same { MatchWord::Matches } else { MatchWord::Differs }, "{name} {other}");
        }
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn identifiers_match_in_every_form_in_which_they_are_written() {
    for (field, text, reason) in [
        (Field::Arxiv, "1212.1787", MatchReason::Same),
        (Field::Arxiv, "1212.1787v1", MatchReason::Same),
        (Field::Arxiv, " arXiv:1212.1787 ", MatchReason::SameAfterChanges),
        (Field::Arxiv, "https://arxiv.org/pdf/1212.1787v1.pdf", MatchReason::SameAfterChanges),
        (Field::Arxiv, "arXiv:1212.1787v1 [cs.OS] 8 Dec 2012", MatchReason::SameAfterChanges),
        (Field::ArxivVersion, "1212.1787v1", MatchReason::Same),
        (Field::Version, "1", MatchReason::Same),
        (Field::Version, "v1", MatchReason::Same),
        (Field::Doi, "10.48550/arxiv.1212.1787", MatchReason::Same),
        (Field::Doi, "10.48550/arXiv.1212.1787", MatchReason::SameAfterChanges),
        (Field::Doi, "https://doi.org/10.48550/ARXIV.1212.1787", MatchReason::SameAfterChanges),
        (Field::Number, NUMBER, MatchReason::Same),
    ] {
        let answer = of(BUNDLE, field, text);
        assert_eq!((answer.outcome, answer.reason), (MatchWord::Matches, reason), "{text}");
        assert!(answer.established, "{text}");
    }
}

#[test]
fn what_is_nearly_an_identifier_is_named() {
    for (field, text, reason) in [
        (Field::Arxiv, "1212.1787v2", MatchReason::OtherVersion),
        (Field::ArxivVersion, "1212.1787v2", MatchReason::OtherVersion),
        (Field::ArxivVersion, "arXiv:1212.1787", MatchReason::VersionMissing),
        (Field::Arxiv, "1212.1788", MatchReason::CharacterChanged),
        (Field::Arxiv, "1212.7187", MatchReason::CharactersSwapped),
        (Field::Arxiv, "1212.187", MatchReason::CharacterMissing),
        (Field::Arxiv, "1212.17787", MatchReason::CharacterAdded),
        (Field::Doi, "10.48550/arXiv.1212.1788", MatchReason::CharacterChanged),
        (Field::Doi, "10.48550/arXiv.1212.1787v1", MatchReason::VersionAdded),
        (Field::Number, "pith:2013:BZ4IVVZGBACAD3UKXQGOJFZ5SZ", MatchReason::OtherYear),
        (Field::Number, "pith:2012:bz4ivvzgbacad3ukxqgojfz5sz", MatchReason::OtherCase),
        (Field::Number, "PITH:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ", MatchReason::OtherCase),
        (Field::Number, "BZ4IVVZGBACAD3UKXQGOJFZ5SZ", MatchReason::SuffixOnly),
        (Field::Number, "2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ", MatchReason::SuffixOnly),
        (Field::Number, "https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ", MatchReason::SuffixOnly),
        (
            Field::Number,
            "https://pith.science/pith/BZ4IVVZGBACAD3UKXQGOJFZ5SZ/bundle.json?x#y",
            MatchReason::SuffixOnly,
        ),
        (Field::Number, "pith:BZ4IVVZG", MatchReason::ShortForm),
        (Field::Number, "BZ4IVVZGBACA", MatchReason::ShortForm),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UK", MatchReason::ShortForm),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5S", MatchReason::CharacterMissing),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5SZ", MatchReason::CharacterImpossible),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5ZS2", MatchReason::TwoFaults),
    ] {
        assert_eq!(found(BUNDLE, field, text), (MatchWord::NearMiss, reason), "{text}");
    }
}

#[test]
fn another_paper_differs_and_what_cannot_be_compared_is_not() {
    for (field, text, word, reason) in [
        (Field::Arxiv, "1411.1958", MatchWord::Differs, MatchReason::Differs),
        (Field::Arxiv, "math/0309136", MatchWord::Differs, MatchReason::Differs),
        (Field::Version, "2", MatchWord::Differs, MatchReason::Differs),
        (Field::Doi, "10.48550/arXiv.1411.1958", MatchWord::Differs, MatchReason::Differs),
        (Field::Number, "pith:2014:AAAAAAAAAAAAAAAAAAAAAAAAAA", MatchWord::Differs, MatchReason::Differs),
        (Field::Doi, "10.1000/182", MatchWord::NotComparable, MatchReason::OtherDoi),
        (Field::Doi, "10.48550%2FarXiv.1212.1787", MatchWord::NotComparable, MatchReason::Malformed),
        (Field::Arxiv, "not an identifier", MatchWord::NotComparable, MatchReason::Malformed),
        (Field::Version, "one", MatchWord::NotComparable, MatchReason::Malformed),
        (Field::Number, "pith:BZ4IVVZ", MatchWord::NotComparable, MatchReason::Malformed),
        (Field::Number, "", MatchWord::NotComparable, MatchReason::Malformed),
    ] {
        assert_eq!(found(BUNDLE, field, text), (word, reason), "{text}");
    }
    let hint = of(BUNDLE, Field::Version, "2").hint.unwrap();
    assert_eq!(hint, "Each version of a paper has a record of its own.", "the paper may be the right one");
    for field in Field::ALL {
        let manifest = found("pith-mirrors", *field, "1");
        assert_eq!(manifest, (MatchWord::NotComparable, MatchReason::NoRecord), "{}", field.as_str());
    }
    let mut bundle = json(&sample(BUNDLE));
    let metadata = bundle.pointer_mut("/canonical_record/metadata").unwrap().as_object_mut().unwrap();
    metadata.remove("title_canon_sha256");
    bundle["canonical_record"]["source"]["kind"] = json!("doi");
    for (field, text) in [(Field::Title, TITLES[0].1), (Field::Arxiv, "1212.1787"), (Field::Version, "1")] {
        let answer = ask(bundle.to_string().as_bytes(), field, text);
        assert_eq!((answer.outcome, answer.reason), (MatchWord::NotComparable, MatchReason::NoValue));
    }
}

#[test]
fn an_old_identifier_may_have_a_subject_class() {
    for (own, given, word) in [
        ("math/0309136", "math.GT/0309136", MatchWord::Matches),
        ("math/0309136", "arXiv:MATH/0309136v1", MatchWord::Matches),
        ("math.GT/0309136", "https://arxiv.org/abs/math/0309136", MatchWord::Matches),
        ("math/0309136", "hep-th/0309136", MatchWord::Differs),
        ("math/0309136", "math/0309316", MatchWord::NearMiss),
    ] {
        let bundle = Bundle::new().with(|bundle| bundle["canonical_record"]["source"]["id"] = json!(own));
        assert_eq!(with_test_key(&bundle.bytes(), Field::Arxiv, given).outcome, word, "{own} {given}");
    }
}

/// Every number one slip away from the right one is named as what it is, and none matches.
#[test]
fn every_single_slip_in_a_number_is_named() {
    let document = json(&sample(BUNDLE))["canonical_record"].to_string().into_bytes();
    let suffix: Vec<char> = NUMBER[10..].chars().collect();
    let mut tried = 0;
    let mut expect = |letters: &[char], reasons: &[MatchReason], at: usize| {
        let text = format!("pith:2012:{}", letters.iter().collect::<String>());
        let answer = ask(&document, Field::Number, &text);
        assert_eq!(answer.outcome, MatchWord::NearMiss, "{text}");
        assert!(reasons.contains(&answer.reason), "{text} {:?}", answer.reason);
        if let Some(nearest) = &answer.nearest {
            // In a run of equal letters the last place is named.
            assert!((at..at + 2).contains(&nearest.at), "{text} {nearest:?}");
        }
        tried += 1;
    };
    for at in 0..suffix.len() {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars().filter(|&letter| letter != suffix[at]) {
            let mut letters = suffix.clone();
            letters[at] = letter;
            expect(&letters, &[MatchReason::CharacterChanged], at + 1);
            letters = suffix.clone();
            letters.insert(at, letter);
            expect(&letters, &[MatchReason::CharacterAdded], at + 1);
        }
        for letter in ['0', '1', '8', '9'] {
            let mut letters = suffix.clone();
            letters[at] = letter;
            expect(&letters, &[MatchReason::CharacterImpossible], at + 1);
        }
        let mut letters = suffix.clone();
        letters.remove(at);
        expect(&letters, &[MatchReason::CharacterMissing], at + 1);
        if at > 0 && suffix[at] != suffix[at - 1] {
            let mut letters = suffix.clone();
            letters.swap(at, at - 1);
            expect(&letters, &[MatchReason::CharactersSwapped], at);
        }
    }
    assert!(tried > 1700, "{tried}");
}

#[test]
fn a_match_is_worth_what_the_document_is() {
    let (name, title) = TITLES[0];
    let stranger = Options { ring: KeyRing::empty(), ..Options::default() };
    let answer = match_text(&sample(name), Field::Title, title, &stranger).unwrap();
    assert_eq!((answer.outcome, answer.established), (MatchWord::Matches, false));
    assert_eq!(answer.verdict, VerdictWord::Consistent);
    assert!(answer.worth.unwrap().contains("whose it is, is not established"));

    let mut broken = json(&sample(name));
    broken["links"] = json!({});
    let answer = ask(broken.to_string().as_bytes(), Field::Title, title);
    assert_eq!((answer.outcome, answer.established), (MatchWord::Matches, false));
    assert!(answer.worth.unwrap().contains("is broken"));

    let record = json(&sample(name))["canonical_record"].to_string();
    for (field, text) in [(Field::Title, title), (Field::Number, NUMBER), (Field::ArxivVersion, "1212.1787v1")] {
        let answer = ask(record.as_bytes(), field, text);
        assert_eq!((answer.outcome, answer.established), (MatchWord::Matches, false));
        assert_eq!((answer.verdict, answer.class), (VerdictWord::Unsigned, Some(Class::Uncovered)));
        assert!(answer.worth.unwrap().starts_with("But no signature"));
    }
}

#[test]
fn a_snapshot_has_a_title_and_no_hash() {
    let title = "Triangle-free graphs of tree-width t are ceil((t + 3)/2)-colorable";
    for (given, word, reason) in [
        (title.to_owned(), MatchWord::Matches, MatchReason::SameText),
        (title.replace(' ', "\n").to_uppercase(), MatchWord::Matches, MatchReason::SameText),
        (title.replace("graphs", "graph"), MatchWord::NearMiss, MatchReason::AlmostTheQuote),
        ("Another title altogether".to_owned(), MatchWord::Differs, MatchReason::Differs),
    ] {
        let answer = of("graph-1706.00337", Field::Title, &given);
        assert_eq!((answer.outcome, answer.reason, answer.established), (word, reason, false), "{given}");
    }
    let answer = of("graph-1706.00337", Field::Arxiv, "1706.00337");
    assert_eq!(answer.reason, MatchReason::NoRecord);
}

/// A list of events may be about several papers; the one that agrees is pointed to.
#[test]
fn one_of_several_records_may_be_the_one() {
    let events: Vec<Value> = ["bundle-1212.1787", "bundle-1411.1958"]
        .iter()
        .flat_map(|name| json(&sample(name))["events"].as_array().unwrap().clone())
        .collect();
    let document = json!(events).to_string();
    for (field, text) in
        [(Field::Title, TITLES[1].1), (Field::Arxiv, "1411.1958v2"), (Field::Doi, "10.48550/arxiv.1411.1958")]
    {
        let answer = ask(document.as_bytes(), field, text);
        assert_eq!(answer.outcome, MatchWord::Matches, "{text}");
        assert!(answer.established);
        assert!(answer.pointer.unwrap().starts_with("/2/payload/canonical_record/"));
    }
}

#[test]
fn hostile_text_is_written_out_and_never_matches() {
    let strings = json(&own("hostile-strings/display.json"));
    let document = sample(BUNDLE);
    let mut tried = 0;
    for entry in strings["strings"].as_array().unwrap() {
        let hostile = entry["string"].as_str().unwrap();
        for field in Field::ALL {
            let answer = ask(&document, *field, hostile);
            assert_ne!(answer.outcome, MatchWord::Matches);
            let said = [Some(answer.sentence), answer.worth, answer.hint].into_iter().flatten().collect::<String>();
            assert!(!said.contains(char::is_control), "{said:?}");
            assert!(!entry["must_be_made_visible"].as_bool().unwrap() || !said.contains(hostile), "{said:?}");
            tried += 1;
        }
    }
    // The title with something hidden in it is told apart in the sentence.
    let near = of(BUNDLE, Field::Title, "A Generic Checkpoint-Restart Mechanism for Virtual M\u{430}chines\0");
    assert!(near.sentence.contains("m⟨U+0430⟩chines⟨U+0000⟩"), "{}", near.sentence);
    assert!(tried > 1000, "{tried}");
}

#[test]
fn texts_past_the_limit_are_refused() {
    let long = "word ".repeat(4000);
    let refusal = match_text(&sample(BUNDLE), Field::Abstract, &long, &Options::default()).unwrap_err();
    assert_eq!(refusal.reason, Reason::LimitText);
    assert!(refusal.sentence.contains("16384 bytes, found 20000"), "{}", refusal.sentence);
    let refusal = match_text(b"{", Field::Title, "x", &Options::default()).unwrap_err();
    assert_eq!(refusal.reason, Reason::JsonSyntax);
    // The most work: everything to be tried, at full length.
    let hard = "\u{201c}\u{e9}-\n\u{fb01}\u{201d}\u{2014}\u{200b} ".repeat(700);
    let answer = of(BUNDLE, Field::Abstract, &hard);
    assert!((200..=400).contains(&answer.tried), "{}", answer.tried);
}

/// Every word, reason and step is given by some question of these.
#[test]
fn every_reason_and_step_has_a_case() {
    let (mut words, mut reasons, mut steps) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut note = |answer: TextMatch| {
        words.insert(answer.outcome);
        reasons.insert(answer.reason);
        steps.extend(answer.steps);
        assert!(!answer.sentence.contains('{') && answer.sentence.ends_with('.'), "{}", answer.sentence);
        assert!(!answer.sentence.starts_with("hand."), "{}", answer.sentence);
    };
    let title = TITLES[0].1;
    let quote = json(&sample(BUNDLE));
    let quote = quote.pointer("/events/1/payload/graph_snapshot/paper/abstract_excerpt").unwrap().as_str().unwrap();
    for (field, text) in [
        (Field::Title, title),
        (Field::Title, " A Generic  Checkpoint-\nRestart\nMechanism for Virtual Machines\u{200b}"),
        (Field::Title, "A Generic Checkpoint–Restart Mecha-\nnism for Virtual Machines"),
        (Field::Title, "A Generic Checkpoint-Restart Mechanism for Virtual Machine"),
        (Field::Title, "Another"),
        (Field::Title, "Title: A Generic Checkpoint-Restart Mechanism for Virtual Machines"),
        (Field::Abstract, quote),
        (Field::Abstract, &quote.replace("Snapshots", "Snapshot")),
        (Field::Arxiv, "https://arxiv.org/abs/1212.1787"),
        (Field::Arxiv, "arXiv:1212.1787v1 [cs.OS]"),
        (Field::Arxiv, "1212.1787v2"),
        (Field::ArxivVersion, "1212.1787"),
        (Field::Arxiv, "1212.1788"),
        (Field::Arxiv, "1212.187"),
        (Field::Arxiv, "1212.11787"),
        (Field::Arxiv, "1212.1778"),
        (Field::Doi, "10.48550/arXiv.1212.1787v1"),
        (Field::Doi, "10.1000/182"),
        (Field::Number, "pith:2013:BZ4IVVZGBACAD3UKXQGOJFZ5SZ"),
        (Field::Number, "pith:2012:bz4ivvzgbacad3ukxqgojfz5sz"),
        (Field::Number, "BZ4IVVZGBACAD3UKXQGOJFZ5SZ"),
        (Field::Number, "pith:BZ4IVVZG"),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UKXQG0JFZ5SZ"),
        (Field::Number, "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5AA"),
        (Field::Number, "x"),
    ] {
        note(of(BUNDLE, field, text));
    }
    note(of("graph-1706.00337", Field::Title, "Triangle-free graphs of tree-width t are ceil((t + 3)/2)-colorable"));
    note(of("graph-1706.00337", Field::Abstract, "x"));
    let tex = bundle("``Dvo\\v{r}\\'ak'' -- efficient", "x");
    note(with_test_key(&tex, Field::Title, "“Dvořák” – eﬃcient"));
    let curly = bundle("\"Cafe\u{301}\"", "x");
    note(with_test_key(&curly, Field::Title, "“Café”"));
    let composed = bundle("Caf\u{e9}", "x");
    note(with_test_key(&composed, Field::Title, "Cafe\u{301}"));
    let old = Bundle::new().with(|bundle| bundle["canonical_record"]["source"]["id"] = json!("math/0309136"));
    note(with_test_key(&old.bytes(), Field::Arxiv, "math.GT/0309136"));
    let other = Bundle::new().with(|bundle| bundle["canonical_record"]["source"]["kind"] = json!("book"));
    note(with_test_key(&other.bytes(), Field::Arxiv, "math.GT/0309136"));
    assert_eq!(words.len(), MatchWord::ALL.len());
    let missing: Vec<_> = MatchReason::ALL.iter().filter(|reason| !reasons.contains(reason)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let missing: Vec<_> = TextStep::ALL.iter().filter(|step| !steps.contains(step)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn run(args: &[&str]) -> (i32, String, String) {
    let output = command::run(&[&["match"], args].concat());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_line_answers_each_text() {
    let bundle = format!("samples/{BUNDLE}.json");
    let (code, out, _) =
        run(&["--title", TITLES[0].1, "--number", NUMBER, "--doi", "10.48550/arXiv.1212.1787", &bundle]);
    assert_eq!((code, out.matches("matches ").count()), (0, 3), "{out}");
    for (args, expected) in [
        (&["--arxiv", "1212.1787v2"][..], 3),
        (&["--arxiv", "1411.1958"], 1),
        (&["--arxiv", "1411.1958", "--version", "1"], 1),
        (&["--no-built-in-keys", "--version", "1"], 3),
        (&["--version", "1", "--format", "xml"], 2),
        (&["--title-file", "no-such-file"], 2),
        (&[], 2),
    ] {
        let args: Vec<&str> = args.iter().copied().chain([bundle.as_str()]).collect();
        assert_eq!(run(&args).0, expected, "{args:?}");
    }
    let (code, out, _) = run(&["--version", "1", "--title", "x", "--format", "json", &bundle]);
    let answers = json(out.as_bytes());
    assert_eq!(
        (code, answers[0]["outcome"].as_str(), answers[1]["field"].as_str()),
        (1, Some("differs"), Some("version"))
    );
    let (_, out, _) = run(&["--version", "1", "--format", "json", &bundle]);
    let library = serde_json::to_string(&of(BUNDLE, Field::Version, "1")).unwrap();
    assert_eq!(out, library + "\n");
    let (code, out, err) = run(&["--title-file", "samples/pith-mirrors.json", "samples/none.json"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("cannot open samples/none.json"), "{err}");
    let (code, out, _) = run(&["--abstract-file", "samples/pith-mirrors.json", &bundle]);
    assert_eq!(code, 1, "{out}");
    let (code, _, err) = run(&["--abstract-file", "-", "-"]);
    assert!(code == 2 && err.contains("standard input can be read only once"), "{err}");
    let (code, help, _) = run(&["--help"]);
    assert!(code == 0 && help.contains("Examples:") && help.contains("Exit code"));
}
