//! Documents that nothing is wrong with: published ones, and some that nobody has published.

use pith_verifier::sha256_hex;
use serde_json::{Value, json};

use super::{BUNDLE, Entry, GRAPH, MIRRORS, RECORD, STATE, built, changed, in_bundle, in_event, published, seal_event};
use crate::common::builder::{Bundle, Event, Signer, digest, integrity_document, integrity_event, registry};

const TITLE: &str = "On Documents That Nobody Has Published";
const ABSTRACT: &str = "We sign a record of a paper that does not exist. Whoever checks it finds nothing wrong.";

/// The ring that the corpus is checked with, beside the key that every verifier knows.
pub fn ring() -> Value {
    let entry = |signer: &Signer, key_id: Value, note: &str| {
        json!({
            "key_id": key_id, "algorithm": "ed25519", "public_key_hex": signer.public_key_hex(),
            "fingerprint_sha256_hex": signer.fingerprint(), "source": "RFC 8032, section 7.1", "note": note,
        })
    };
    json!({
        "ring_type": "pith_verifier_key_ring", "ring_version": "1",
        "keys": [
            {
                "key_id": "pith-v1-2026-05", "algorithm": "ed25519",
                "public_key_hex": "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3",
                "fingerprint_sha256_hex": "8d4b5ee74e4693bcd1df2446408b0d54",
                "source": "four published bundles and the mirror manifest", "note": "the registry's own key",
            },
            entry(&registry(), json!("test-registry"), "a test key, TEST 1: its secret half is public"),
            entry(&nameless(), Value::Null, "a test key without a name, TEST 2: its secret half is public"),
        ],
    })
}

/// The second test key, which the ring has without a name.
pub fn nameless() -> Signer {
    Signer::test(1, "test-nameless")
}

/// The third test key, which is not in the ring.
pub fn stranger() -> Signer {
    Signer::test(2, "test-stranger")
}

fn record_number() -> Value {
    json!({
        "schema_version": "1.0",
        "source": {"kind": "arxiv", "id": "9999.00001", "version": 1},
        "metadata": {
            "license": "http://creativecommons.org/publicdomain/zero/1.0/", "primary_cat": "cs.LO",
            "submitted_at": "2026-06-01T00:00:00Z", "cross_cats_sorted": ["cs.CR", "cs.DL"],
            "title_canon_sha256": sha256_hex(TITLE.to_lowercase().as_bytes()),
            "abstract_canon_sha256": sha256_hex(ABSTRACT.to_lowercase().as_bytes()),
        },
    })
}

fn paper() -> Value {
    json!({"title": TITLE, "authors_text": "Nobody, Somebody Else", "abstract_excerpt": ABSTRACT, "headline": ""})
}

fn snapshot() -> Value {
    let empty = "258153158e38e3291e3d48162225fcdb2d5a3ed65a07baac614ab91432fd4f57";
    let integrity = json!({"payload": {"detectors": ["test-detector"], "findings": []}});
    json!({
        "paper": paper(),
        "source": {"kind": "arxiv", "id": "9999.00001", "version": 1},
        "claims": {"count": 0, "items": [], "snapshot_sha256": empty},
        "references": {"count": 0, "sample": [], "snapshot_sha256": empty},
        "formal_canon": {"evidence_count": 0, "snapshot_sha256": empty},
        "author_claims": {"count": 0, "strong_count": 0, "snapshot_sha256": empty},
        "integrity": {
            "available": true, "clean": true, "detectors_run": ["test-detector"], "findings": [],
            "snapshot_sha256": digest(&integrity, &[]),
        },
    })
}

/// A bundle smaller than a published one, of which everything but times can be checked.
pub fn small() -> Bundle {
    let alias = |kind: &str, value: &str| json!({"alias_kind": kind, "alias_value": value, "created_at": TIME});
    let event = |event_type: &str, payload: Value| {
        json!({
            "event_type": event_type, "target": "record", "payload": payload, "created_at": TIME,
            "supersedes": [], "prev_event": null, "schema_version": "1.0",
        })
    };
    let base = json!({
        "bundle_type": "pith_open_graph_bundle", "bundle_version": "1.0", "pith_number": "", "short_pith_number": "",
        "canonical_record": record_number(), "canonical_sha256": "",
        "source": {"kind": "arxiv", "id": "9999.00001", "version": 1},
        "source_aliases": [
            alias("arxiv", "9999.00001"), alias("arxiv_version", "9999.00001v1"), alias("doi", "10.48550/arxiv.9999.00001"),
            alias("pith_short_8", ""), alias("pith_short_12", ""), alias("pith_short_16", ""),
        ],
        "events": [
            event("record_created", json!({
                "canonical_record": null, "canonical_sha256": "", "receipt": null,
                "source_kind": "arxiv", "source_id": "9999.00001", "source_version": 1, "attestation_state": "computed",
            })),
            event("graph_snapshot", json!({"graph_snapshot": snapshot(), "verdict_id": null})),
        ],
        "timestamp_proofs": [], "public_keys": [], "merge_version": "pith-open-graph-merge-v1", "built_at": TIME,
        "links": {"bundle": "https://example.org/bundle.json"},
    });
    Bundle::of(base, registry())
}

const TIME: &str = "2026-06-02T00:00:00Z";

/// A record with the receipt of a bundle's registry.
pub fn record_of(bundle: &Bundle) -> Value {
    let bundle = bundle.value();
    let receipt = &bundle["events"][0]["payload"]["receipt"];
    json!({
        "record_type": "pith_number_record", "schema_version": "1.0", "pith_number": bundle["pith_number"],
        "short_pith_number": bundle["short_pith_number"], "canonical_record": bundle["canonical_record"],
        "canonical_sha256": bundle["canonical_sha256"], "source": bundle["source"],
        "aliases": bundle["source_aliases"], "paper": paper(), "receipt": receipt, "graph_snapshot": snapshot(),
        "events": [],
    })
}

fn with_event(event_type: &str, payload: Value) -> Value {
    small().event(Event::new(event_type).payload(payload)).value()
}

fn with_note(note: Value) -> Value {
    small().with(|bundle| bundle["note"] = note).value()
}

/// A bundle with an event by somebody else, whose key it lists.
fn signed_by(signer: &Signer, list: bool) -> Value {
    let mut bundle = small().event(Event::new("replication_record").by(signer)).value();
    if list {
        in_bundle(&mut bundle, |bundle| bundle["public_keys"] = json!([registry().key_object(), signer.key_object()]));
    }
    bundle
}

/// One event alone, of a type without published rules.
pub fn single(signer: &Signer) -> Value {
    Event::new("storage_attestation")
        .payload(json!({"url": "https://example.org/"}))
        .by(signer)
        .sealed("pith:2026:TEST")
}

fn integrity() -> Value {
    let finding = json!({"detector": "test-detector", "finding": "a figure twice"});
    let events = [integrity_event(1, &finding, &registry()), integrity_event(2, &json!({"clean": false}), &registry())];
    integrity_document(&json!([finding]), &events)
}

pub const ENTRIES: &[Entry] = &[
    published(BUNDLE, "A published bundle.", "bundle-1212.1787"),
    published("published/bundle-1411.1958", "A published bundle.", "bundle-1411.1958"),
    published("published/bundle-1501.03619", "A published bundle.", "bundle-1501.03619"),
    published("published/bundle-1606.05963", "A published bundle.", "bundle-1606.05963"),
    published(RECORD, "A published record.", "record-2101.05782"),
    published(STATE, "A published state, which nothing signs as a whole.", "state-1212.1787"),
    published(GRAPH, "A published graph snapshot, which nothing signs.", "graph-1706.00337"),
    published(MIRRORS, "The published mirror manifest, which nothing signs.", "pith-mirrors"),
    built("built/bundle", "A small bundle signed by the test registry.", || small().value()),
    built("built/record", "A record signed by the test registry.", || record_of(&small())),
    built("built/canonical-record", "A canonical record alone.", record_number),
    built("built/graph-snapshot", "A graph snapshot alone.", snapshot),
    built("built/state", "A state alone; the receipt inside signs the canonical record.", || {
        small().value()["state"].take()
    }),
    built("built/event-list", "The events of the small bundle, each alone.", || small().value()["events"].take()),
    built(
        "built/events-in-an-object",
        "The same events as the only member of an object.",
        || json!({"events": small().value()["events"]}),
    ),
    built("built/event", "One event alone, of a type without published rules.", || single(&registry())),
    built(
        "built/event-by-a-nameless-key",
        "An event by a key that the ring has without a name, which calls itself as it likes.",
        || single(&nameless()),
    ),
    built("built/key-object", "A key of the ring.", || registry().key_object()),
    built("built/key-object-of-a-stranger", "A key that is not in the ring.", || stranger().key_object()),
    built("built/integrity", "An integrity document with two events.", integrity),
    built("built/integrity-clean", "An integrity document without findings or events.", || {
        integrity_document(&json!([]), &[])
    }),
    built(
        "built/author-attestation",
        "A bundle with an event of this type, whose payload has no published rules.",
        || with_event("author_attestation", json!({"orcid": "0000-0002-1825-0097"})),
    ),
    built(
        "built/timestamp-anchor",
        "A bundle with an event of this type, whose payload has no published rules.",
        || with_event("timestamp_anchor", json!({"calendars": ["https://example.org/"]})),
    ),
    built(
        "built/storage-attestation",
        "A bundle with an event of this type, whose payload has no published rules.",
        || with_event("storage_attestation", json!({"archive": "https://example.org/"})),
    ),
    built(
        "built/citation-signature",
        "A bundle with an event of this type, whose payload has no published rules.",
        || with_event("citation_signature", json!({"cites": "pith:2026:TEST"})),
    ),
    built(
        "built/replication-record",
        "A bundle with an event of this type, whose payload has no published rules.",
        || with_event("replication_record", json!({"replicated": true})),
    ),
    built("built/correction", "A bundle with an event of this type, whose payload has no published rules.", || {
        with_event("correction", json!({"page": 3}))
    }),
    built("built/mirror-hint", "A bundle with an event of this type, whose payload has no published rules.", || {
        with_event("mirror_hint", json!({"base_url": "https://example.org"}))
    }),
    built("built/event-of-a-new-type", "A bundle with an event of a type that nobody has named.", || {
        with_event("something_new", json!({}))
    }),
    built("built/all-event-types", "A bundle with an event of each type, in another order than their times.", || {
        let mut bundle = small();
        for (index, event_type) in [
            "mirror_hint",
            "correction",
            "replication_record",
            "citation_signature",
            "storage_attestation",
            "timestamp_anchor",
            "author_attestation",
        ]
        .into_iter()
        .enumerate()
        {
            bundle = bundle.event(Event::new(event_type).at(&format!("2026-07-{:02}T00:00:00Z", 20 - index)));
        }
        bundle.value()
    }),
    built(
        "built/event-that-follows",
        "An event names the one before it; what that means for the merge is not published.",
        || {
            let first = small().value()["events"][1]["event_id"].clone();
            small().event(Event::new("correction").with("prev_event", first)).value()
        },
    ),
    built(
        "built/event-that-supersedes",
        "An event supersedes another; what that means for the merge is not published.",
        || {
            let first = json!([small().value()["events"][1]["event_id"]]);
            small().event(Event::new("correction").with("supersedes", first)).value()
        },
    ),
    built(
        "built/two-that-follow-the-same",
        "Two events of one signer follow the same one: our reading calls it equivocation, which is no failure.",
        || {
            let follows = |target: &str| Event::new("correction").with("target", json!(target)).previous("sha256:00");
            small().event(follows("record")).event(follows("graph")).value()
        },
    ),
    built("built/second-snapshot", "A bundle with two graph snapshots.", || {
        let later = Event::new("graph_snapshot").payload(json!({"graph_snapshot": snapshot(), "verdict_id": 7}));
        small().event(later).value()
    }),
    built("built/two-signers", "A bundle with an event by another key of the ring.", || signed_by(&nameless(), false)),
    built("built/two-signers-listed", "The same, and the bundle lists the other key.", || signed_by(&nameless(), true)),
    built("built/stranger-listed", "A bundle with an event by a key that only the bundle knows.", || {
        signed_by(&stranger(), true)
    }),
    built(
        "built/stranger-not-listed",
        "A bundle with an event by a key that is not at hand: that signature is not checked.",
        || signed_by(&stranger(), false),
    ),
    built("built/whole-by-a-stranger", "A bundle signed throughout by a key that is not in the ring.", || {
        Bundle::of(small().value(), stranger()).value()
    }),
    built("built/whole-by-a-namesake", "The same, by a key that calls itself by the registry's identifier.", || {
        Bundle::of(small().value(), Signer::test(2, "pith-v1-2026-05")).value()
    }),
    built("built/bare", "A bundle without keys, links and proofs, which it need not have.", || {
        let mut bundle = small().value();
        in_bundle(&mut bundle, |bundle| {
            for member in ["public_keys", "links", "timestamp_proofs", "built_at"] {
                super::remove(bundle, member);
            }
        });
        bundle
    }),
    built("built/numbers", "A bundle with numbers of every kind under its signature.", || {
        with_note(json!({
            "doubles": [0.5, 1e21, 1e-7, 100_000.0, -0.0, 1e16, 5e-324, 1.797_693_134_862_315_7e308],
            "integers": [0, -1, 9_007_199_254_740_993_i64, 18_446_744_073_709_551_615_u64],
        }))
    }),
    built("built/strings", "A bundle with characters of every kind under its signature.", || {
        with_note(json!({
            "escaped": "\"\\\u{8}\u{c}\n\r\t\u{0}\u{1f}", "raw": "/\u{7f}\u{80}\u{2028}\u{2029}\u{feff}é😀\u{10ffff}",
            "": "", "\u{e000}": 1, "😀": 2, "é": 3, "Z": 4, "a": 5, "__proto__": {"constructor": []},
        }))
    }),
    built("built/empty-values", "A bundle with empty lists and objects under its signature.", || {
        with_note(json!({"empty": [[], {}, "", null, false, [[]], [{}]]}))
    }),
    built("built/deep", "A bundle with a value 100 levels deep under its signature.", || {
        with_note((0..100).fold(json!(0), |inner, _| json!([inner])))
    }),
    changed(
        "built/section-with-claims",
        "A section with claims, whose digest is taken over its list: our reading.",
        "built/bundle",
        |d| {
            in_event(d, 1, |event| {
                let items = json!([{"claim": 1}]);
                let content = digest(&json!({"payload": items}), &[]);
                event["payload"]["graph_snapshot"]["claims"] =
                    json!({"count": 1, "items": items, "snapshot_sha256": content});
            });
        },
    ),
    changed(
        "built/section-with-claims-of-another-digest",
        "A section with claims and another digest than we try: how it is taken is not published.",
        "built/bundle",
        |d| {
            in_event(d, 1, |event| {
                event["payload"]["graph_snapshot"]["claims"] =
                    json!({"count": 1, "items": [{"claim": 1}], "snapshot_sha256": "1".repeat(64)});
            });
        },
    ),
    changed(
        "built/section-integrity-with-findings",
        "An integrity section with a finding, whose digest is known.",
        "built/bundle",
        |d| {
            in_event(d, 1, |event| {
                let section = &mut event["payload"]["graph_snapshot"]["integrity"];
                section["findings"] = json!([{"finding": "a figure twice"}]);
                section["clean"] = json!(false);
                let payload =
                    json!({"payload": {"detectors": section["detectors_run"], "findings": section["findings"]}});
                section["snapshot_sha256"] = json!(digest(&payload, &[]));
            });
        },
    ),
    changed("built/sections-missing", "A graph snapshot without sections.", "built/bundle", |d| {
        in_event(d, 1, |event| {
            for section in ["claims", "references", "formal_canon", "author_claims", "integrity"] {
                super::remove(&mut event["payload"]["graph_snapshot"], section);
            }
        });
    }),
    changed("built/abstract-missing", "A paper without an abstract.", "built/bundle", |d| {
        in_event(d, 1, |event| super::remove(&mut event["payload"]["graph_snapshot"]["paper"], "abstract_excerpt"));
    }),
    changed(
        "built/abstract-spaced",
        "An abstract with other white space, which its hash allows.",
        "built/bundle",
        |d| {
            in_event(d, 1, |event| {
                let paper = &mut event["payload"]["graph_snapshot"]["paper"];
                super::swap(&mut paper["abstract_excerpt"], ". ", ".\n  ");
            });
        },
    ),
    changed("built/title-in-upper-case", "A title in upper case, which its hash allows.", "built/bundle", |d| {
        in_event(d, 1, |event| {
            let title = &mut event["payload"]["graph_snapshot"]["paper"]["title"];
            *title = json!(super::text(title).to_uppercase());
        });
    }),
    changed(
        "built/events-in-another-order",
        "The events stand in another order; the merge is by time and type.",
        "built/bundle",
        |d| {
            in_bundle(d, |bundle| bundle["events"].as_array_mut().unwrap().reverse());
        },
    ),
    changed(
        "built/aliases-none",
        "A bundle without aliases; which it must have is not published.",
        "built/bundle",
        |d| {
            d["source_aliases"] = json!([]);
            super::seal_merge(d);
            super::seal_bundle(d);
        },
    ),
    changed(
        "built/signed-at-another-time",
        "The time beside the bundle's signature is under no signature.",
        "built/bundle",
        |d| {
            d["bundle_signature"]["signed_at"] = json!("2030-01-01T00:00:00Z");
        },
    ),
    changed(
        "built/record-unsigned-members",
        "What a record's receipt does not sign was changed: links, authors, states.",
        "built/record",
        |d| {
            d["paper"]["authors_text"] = json!("Somebody Else");
        },
    ),
    changed(
        "built/key-object-null-spelling",
        "A key object whose base64 is null: as if it were absent.",
        "built/key-object",
        |d| {
            d["public_key_b64"] = Value::Null;
        },
    ),
    changed(
        "built/event-without-signer",
        "An event of a type without published rules that names no signer beside its signature.",
        "built/event",
        |d| {
            super::remove(d, "signer");
            seal_event(d, &registry());
        },
    ),
    changed("built/event-without-signer-key", "The same, with a signer that names no key.", "built/event", |d| {
        super::remove(&mut d["signer"], "key_id");
        super::remove(&mut d["signer"], "public_key_fingerprint");
        seal_event(d, &registry());
    }),
];
