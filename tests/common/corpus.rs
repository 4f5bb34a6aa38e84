//! The documents that are tampered with: the eight published ones, and built ones that have what those lack. Each
//! comes out as is stated here before anything is changed.

use pith_verifier::{Options, VerdictWord};
use serde_json::{Value, json};

use crate::common::builder::{Bundle, Event, Signer, digest, integrity_document, integrity_event, registry, trusting};
use crate::common::{SAMPLES, SIGNED, json, sample};
use pith_verifier::sha256_hex;

pub(crate) struct Document {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) word: VerdictWord,
}

/// The built-in key, the test registry under its name, and an author under none. Without explanations, which are
/// not what is tested and take longer than the rest.
pub(crate) fn options() -> Options {
    let mut options = Options { explain: false, ..trusting(&[&author()]) };
    options.ring.add(registry().key_object().to_string().as_bytes(), "a test key of RFC 8032").unwrap();
    options
}

pub(crate) fn documents() -> Vec<Document> {
    let mut documents: Vec<Document> = SAMPLES
        .iter()
        .map(|&name| Document {
            name,
            text: String::from_utf8(sample(name)).unwrap(),
            word: if SIGNED.contains(&name) { VerdictWord::Verified } else { VerdictWord::Unsigned },
        })
        .collect();
    let sections = with_sections();
    for (name, word, value) in [
        ("bundle-attested", VerdictWord::Verified, attested().value()),
        ("bundle-reused", VerdictWord::Verified, reused().value()),
        ("bundle-signers", VerdictWord::Verified, signers().value()),
        ("bundle-stranger", VerdictWord::Consistent, small(stranger()).value()),
        ("bundle-sections", VerdictWord::Verified, sections.value()),
        ("record-sections", VerdictWord::Verified, record(&sections.value())),
        ("state-sections", VerdictWord::Unsigned, sections.value()["state"].clone()),
        ("graph-sections", VerdictWord::Unsigned, graph()),
        ("integrity", VerdictWord::Verified, integrity()),
        ("events", VerdictWord::Verified, events()),
        ("event", VerdictWord::Verified, hint().sealed("pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ")),
        ("key", VerdictWord::Unsigned, json(&sample("pith-mirrors"))["mirrors"][0]["public_key"].clone()),
        ("canonical", VerdictWord::Unsigned, json(&sample("bundle-1606.05963"))["canonical_record"].clone()),
    ] {
        // One of them is laid out in lines.
        let text = if name == "events" { format!("{value:#}\n") } else { value.to_string() };
        documents.push(Document { name, text, word });
    }
    documents
}

/// Somebody whom the reader trusts under no name.
fn author() -> Signer {
    Signer::test(1, "test-author")
}

/// Somebody whom nobody trusts.
fn stranger() -> Signer {
    Signer::test(2, "test-stranger")
}

/// A bundle with its first event alone and two aliases, so that what is added is most of it.
fn small(registry: Signer) -> Bundle {
    let mut base = json(&sample("bundle-1212.1787"));
    base["source_aliases"] = json!([base["source_aliases"][1], base["source_aliases"][5]]);
    base["mirror_hints"] = json!([]);
    base["links"] = json!({"bundle": "https://example.org/pith/bundle.json"});
    let mut bundle = Bundle::of(base, registry);
    bundle.events.truncate(1);
    bundle
}

fn attested() -> Bundle {
    let author = Event::new("author_attestation").payload(json!({
        "author": "Zde\u{11b}k Dvo\u{159}\u{e1}k", "weight": 0.5, "attested": true, "statement": "https://example.org/statement?of=1",
    }));
    let anchor = Event::new("timestamp_anchor").at("2026-07-02T00:00:00Z").payload(json!({
        "sha256": sha256_hex(b"anchored"), "calendars": ["https://a.example/", "https://b.example/"], "block": 900_000,
        "proof_b64": "AE9wZW5UaW1lc3RhbXBzAA==",
    }));
    let storage = Event::new("storage_attestation").at("2026-07-03T00:00:00Z").payload(json!({
        "archive_url": "https://archive.example/2026/1212.1787", "captured_at": "2026-06-02T00:00:00Z", "bytes": 13370, "missing": [],
    }));
    small(registry()).event(author).event(anchor).event(storage).with(|bundle| {
        bundle["timestamp_proofs"] = json!([{"kind": "opentimestamps", "proof_b64": "AE9wZW5UaW1lc3RhbXBzAA=="}]);
    })
}

fn reused() -> Bundle {
    let citation = Event::new("citation_signature").payload(json!({
        "cites": "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ", "at": {"page": 4, "line": -1},
    }));
    let replication = Event::new("replication_record").payload(json!({
        "outcome": "in part", "runs": [0, 1.5, 2000.0], "artifacts": [], "machine": {},
    }));
    let correction = Event::new("correction").previous(&format!("sha256:{}", sha256_hex(b"an event"))).payload(json!({
        "member": "title", "old": "A title", "new": "A na\u{ef}ve title",
    }));
    let finding = Event::new("pith.integrity.v1").payload(json!({"finding": "a figure twice", "open": false}));
    small(registry()).event(citation).event(replication).event(correction).event(hint()).event(finding)
}

fn hint() -> Event {
    Event::new("mirror_hint").payload(json!({
        "url": "https://mirror.example/pith/", "numbers": [1, 1.5, null], "since": "2026-06-02T00:00:00Z",
    }))
}

fn signers() -> Bundle {
    let snapshot = Event::new("graph_snapshot").payload(
        json!({"graph_snapshot": {"source": {"id": "1212.1787", "kind": "arxiv", "version": 1}}, "verdict_id": null}),
    );
    let note = Event::new("correction").at("2026-07-02T00:00:00Z").payload(json!({"note": "as the author says"}));
    small(registry())
        .event(snapshot)
        .event(note.clone().by(&author()))
        .event(note.with("target", json!("graph")))
        .lists(&author())
}

const TITLE: &str = "Zden\u{11b}k's na\u{ef}ve graphs";
const ABSTRACT: &str = "We show that a \u{e9}tale cover has one sheet. It is short.";

/// A snapshot in which no section is empty.
fn graph() -> Value {
    let digest = |payload: Value| digest(&json!({"payload": payload}), &[]);
    let claims = json!([{"claim": "a cover has one sheet", "strength": 0.75}, {"claim": "it is short", "strength": 1}]);
    let works = json!([{"title": "Another work", "doi": "10.1000/182"}]);
    let findings = json!([{"detector": "figures", "finding": "a figure twice", "pages": [1, 3]}]);
    json!({
        "paper": {"title": TITLE, "abstract_excerpt": ABSTRACT, "authors_text": "Zden\u{11b}k Dvo\u{159}\u{e1}k", "cross_cats": ["cs.DC"]},
        "claims": {"count": 2, "items": claims, "snapshot_sha256": digest(claims.clone())},
        "source": {"id": "1212.1787", "kind": "arxiv", "version": 1},
        "references": {"count": 1, "sample": works, "snapshot_sha256": sha256_hex(b"of what, nobody has published"), "resolved_work": 0},
        "formal_canon": {"evidence_count": 1, "snapshot_sha256": digest(json!(["evidence"])), "sample": ["evidence"]},
        "author_claims": {"count": 1, "strong_count": 1, "snapshot_sha256": sha256_hex(b"this neither")},
        "integrity": {
            "clean": false, "findings": findings, "detectors_run": ["figures", "numbers"], "available": true,
            "snapshot_sha256": digest(json!({"detectors": ["figures", "numbers"], "findings": findings})),
        },
    })
}

fn with_sections() -> Bundle {
    let lower = |text: &str| sha256_hex(text.to_lowercase().as_bytes());
    let snapshot = Event::new("graph_snapshot").payload(json!({"graph_snapshot": graph(), "verdict_id": 12}));
    small(registry()).event(snapshot).with(|bundle| {
        let metadata = &mut bundle["canonical_record"]["metadata"];
        metadata["title_canon_sha256"] = json!(lower(TITLE));
        metadata["abstract_canon_sha256"] = json!(lower(ABSTRACT));
    })
}

/// A record about the record of a bundle, with the same snapshot.
fn record(bundle: &Value) -> Value {
    let created = &bundle["events"][0]["payload"];
    json!({
        "record_type": "pith_number_record", "schema_version": "1.0", "pith_number": bundle["pith_number"],
        "short_pith_number": bundle["short_pith_number"], "canonical_sha256": bundle["canonical_sha256"],
        "source": bundle["source"], "canonical_record": bundle["canonical_record"], "receipt": created["receipt"],
        "paper": graph()["paper"], "graph_snapshot": graph(), "aliases": bundle["source_aliases"],
        "events": [{"event_type": "mirror_hint"}], "links": bundle["links"],
    })
}

fn integrity() -> Value {
    let findings = json!([{"detector": "test-detector", "finding": "a figure twice"}]);
    let event = |id, finding: &str| integrity_event(id, &json!({"finding": finding, "at": [1, 2.5]}), &registry());
    let mut document = integrity_document(&findings, &[event(1, "a figure twice"), event(2, "none")]);
    document["summary"] = json!({"critical": 0});
    document
}

/// Events of two signers, in no bundle.
fn events() -> Value {
    let bundle = signers().value();
    json!({"events": [bundle["events"][0], bundle["events"][2]]})
}
