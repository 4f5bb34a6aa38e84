//! Published documents with one change each, which nobody signed.

use pith_verifier::{canonicalize, sha256_hex};
use serde_json::{Value, json};

use super::{BUNDLE, Entry, GRAPH, MIRRORS, RECORD, STATE, built, changed, remove, swap, text};
use crate::common::{hex, json, sample, to_base64};

/// The registry's signature over the canonical record of the first bundle.
const RECEIPT: &str = "di2afn/Zo4zxyaPDjVBOYBzWj7l9aU6a+o77ciEKL3iIFl+765OlnwvD/MeYQT4TH3T5+6EKTUDDnKnxb0ksCg==";

/// The last public key of RFC 8032 section 7.1, which is in no ring here.
const STRANGER: &str = "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e";

const SIGNED_DIGEST: &str = "integrity/payload-not-established";

fn signed_digest() -> Value {
    json!({
        "schema": "https://pith.science/schemas/pith-integrity/v1.json",
        "integrity": {"findings": [], "detectors_run": [],
            "snapshot_sha256": "c28c3603d3b5d939e8dc4c7e95fa8dfce3d595e45f758748cecf8e644a296938"},
        "events": [{"event_id": 1, "event_type": "pith.integrity.v1", "payload": {"finding": 1},
            "payload_sha256": "0e788ad726080401ee8abc0ce4973d96738d40b9caf778c360b1330a7d7780af",
            "signature_b64": RECEIPT, "signing_key_id": "pith-v1-2026-05", "created_at": "2026-06-01T00:00:00Z"}],
    })
}

pub const ENTRIES: &[Entry] = &[
    changed("document/unknown-type", "The type of the record is one that nobody knows.", RECORD, |d| {
        d["record_type"] = json!("pith_number_record_2");
    }),
    changed("document/unknown-version", "The record is of a version that nobody has published.", RECORD, |d| {
        d["schema_version"] = json!("2.0");
    }),
    changed("document/version-missing", "The bundle does not say its version.", BUNDLE, |d| {
        remove(d, "bundle_version");
    }),
    changed("document/type-missing", "The bundle does not say what it is.", BUNDLE, |d| remove(d, "bundle_type")),
    changed("record/canonical-record-missing", "The record has no canonical record.", RECORD, |d| {
        remove(d, "canonical_record");
    }),
    changed("record/canonical-record-not-an-object", "The canonical record is an array.", RECORD, |d| {
        d["canonical_record"] = json!([]);
    }),
    changed("record/canonical-record-changed", "A value of the canonical record was changed.", RECORD, |d| {
        d["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI");
    }),
    changed("record/digest-changed", "The digest of the canonical record is another one.", RECORD, |d| {
        d["canonical_sha256"] = json!("0".repeat(64));
    }),
    changed(
        "record/digest-upper-case",
        "The digest of the canonical record is right, in upper-case digits.",
        RECORD,
        |d| {
            d["canonical_sha256"] = json!(text(&d["canonical_sha256"]).to_uppercase());
        },
    ),
    changed(
        "record/digest-with-slashes-escaped",
        "The digest is over a form in which slashes are escaped.",
        RECORD,
        |d| {
            let canonical = canonicalize(d["canonical_record"].to_string().as_bytes()).unwrap();
            let written = String::from_utf8(canonical).unwrap().replace('/', "\\/");
            d["canonical_sha256"] = json!(sha256_hex(written.as_bytes()));
        },
    ),
    changed("record/digest-with-a-line-feed", "The digest is over the canonical form and a line feed.", RECORD, |d| {
        let canonical = canonicalize(d["canonical_record"].to_string().as_bytes()).unwrap();
        d["canonical_sha256"] = json!(sha256_hex(&[canonical, b"\n".to_vec()].concat()));
    }),
    changed(
        "record/version-with-a-point",
        "The version in the canonical record is 1.0, a double, where 1 was signed.",
        RECORD,
        |d| d["canonical_record"]["source"]["version"] = json!(1.0),
    ),
    changed("record/title-with-spaces-around", "A space was put before and after the title.", RECORD, |d| {
        d["paper"]["title"] = json!(format!(" {} ", text(&d["paper"]["title"])));
    }),
    changed("record/digest-missing", "The record does not state its digest.", RECORD, |d| {
        remove(d, "canonical_sha256");
    }),
    changed("record/digest-a-number", "The stated digest is a number.", RECORD, |d| d["canonical_sha256"] = json!(0)),
    changed("record/number-of-another-year", "The Pith Number has another year than the record.", RECORD, |d| {
        swap(&mut d["pith_number"], "2021", "2022");
    }),
    changed("record/short-number-changed", "The short Pith Number has another last character.", RECORD, |d| {
        d["short_pith_number"] = json!("pith:GGIZJD5R");
    }),
    changed("record/alias-changed", "The DOI among the aliases is another paper's.", RECORD, |d| {
        d["aliases"][2]["alias_value"] = json!("10.48550/arxiv.2101.05783");
    }),
    changed(
        "record/alias-of-unknown-kind",
        "An alias is of a kind that nobody has published; it is not checked and nothing signs it.",
        RECORD,
        |d| d["aliases"][0]["alias_kind"] = json!("isbn"),
    ),
    changed("record/source-of-another-version", "The copy of the source has another version.", RECORD, |d| {
        d["source"]["version"] = json!(2);
    }),
    changed(
        "record/source-version-a-double",
        "The copy of the source has the version 1.0 where the record has 1.",
        RECORD,
        |d| d["source"]["version"] = json!(1.0),
    ),
    changed("record/title-changed", "The title is another one.", RECORD, |d| {
        d["paper"]["title"] = json!("Another title");
    }),
    changed(
        "record/title-in-other-case",
        "The title is in upper case: the hash binds it up to letter case, so nothing fails.",
        RECORD,
        |d| {
            d["paper"]["title"] = json!(text(&d["paper"]["title"]).to_uppercase());
        },
    ),
    changed("record/title-missing", "There is no title.", RECORD, |d| remove(&mut d["paper"], "title")),
    changed(
        "record/abstract-of-another-paper",
        "The abstract is another one, short enough to be whole.",
        RECORD,
        |d| d["paper"]["abstract_excerpt"] = json!("We prove something."),
    ),
    changed("record/abstract-a-number", "The abstract is a number.", RECORD, |d| {
        d["paper"]["abstract_excerpt"] = json!(600);
    }),
    changed("record/abstract-null", "The abstract is null, which stands for none.", RECORD, |d| {
        d["paper"]["abstract_excerpt"] = Value::Null;
    }),
    changed(
        "record/section-a-text",
        "A section of the graph snapshot is a text; nothing says what that would mean, and nothing signs it.",
        RECORD,
        |d| d["graph_snapshot"]["references"] = json!("none"),
    ),
    changed(
        "record/events-of-its-own",
        "The record lists an event; what that means is not published, and nothing signs it.",
        RECORD,
        |d| d["events"] = json!([{"event_type": "correction"}]),
    ),
    changed("record/year-not-a-year", "The record's time of submission is no time.", RECORD, |d| {
        d["canonical_record"]["metadata"]["submitted_at"] = json!("today");
    }),
    changed("record/schema-version-unknown", "The canonical record is of another version.", RECORD, |d| {
        d["canonical_record"]["schema_version"] = json!("9.9");
    }),
    changed(
        "receipt/missing",
        "The record has no receipt: nothing signs it, and nothing says that it must have one.",
        RECORD,
        |d| remove(d, "receipt"),
    ),
    changed("receipt/null", "The receipt is null, as if there were none.", RECORD, |d| d["receipt"] = json!(null)),
    changed("signature/missing", "The receipt has no signature.", RECORD, |d| {
        remove(&mut d["receipt"], "signature_b64");
    }),
    changed("signature/null", "The signature of the receipt is null.", RECORD, |d| {
        d["receipt"]["signature_b64"] = json!(null);
    }),
    changed("signature/without-padding", "The signature lacks the padding of base64.", RECORD, |d| {
        swap(&mut d["receipt"]["signature_b64"], "==", "");
    }),
    changed("signature/another", "One letter of the signature was changed.", RECORD, |d| {
        swap(&mut d["receipt"]["signature_b64"], "PSmH", "PSmI");
    }),
    changed("signature/status-missing", "The receipt does not say that it is signed.", RECORD, |d| {
        remove(&mut d["receipt"], "signature_status");
    }),
    changed(
        "signature/status-unknown",
        "The receipt has a status that nobody has published: its signature is not checked.",
        RECORD,
        |d| d["receipt"]["signature_status"] = json!("unsigned"),
    ),
    changed(
        "signature/algorithm-unknown",
        "The receipt names another algorithm: its signature is not checked.",
        RECORD,
        |d| d["receipt"]["algorithm"] = json!("ed448"),
    ),
    changed("signature/of-another-slot", "The receipt says that its signature is a bundle's.", RECORD, |d| {
        d["receipt"]["signed_message"] = json!("bundle_sha256_bytes");
    }),
    changed(
        "signature/of-an-unknown-slot",
        "The receipt says that its signature is over something nobody has published: it is not checked.",
        RECORD,
        |d| d["receipt"]["signed_message"] = json!("record_sha512_bytes"),
    ),
    changed(
        "signature/by-an-unknown-key",
        "The receipt names a key that is not at hand: its signature is not checked.",
        RECORD,
        |d| {
            d["receipt"]["key_id"] = json!("pith-v9-2099-01");
            d["receipt"]["public_key_fingerprint"] = json!("00000000000000000000000000000000");
        },
    ),
    changed(
        "signature/fingerprint-changed",
        "The receipt names the registry's key with another fingerprint.",
        RECORD,
        |d| {
            d["receipt"]["public_key_fingerprint"] = json!("8d4b5ee74e4693bcd1df2446408b0d55");
        },
    ),
    changed("signature/key-renamed", "The receipt names the registry's key by another identifier.", RECORD, |d| {
        d["receipt"]["key_id"] = json!("pith-v2-2027-01");
    }),
    changed("signature/transplanted", "The second event has the signature of the first.", BUNDLE, |d| {
        d["events"][1]["signature"]["signature_b64"] = d["events"][0]["signature"]["signature_b64"].clone();
    }),
    changed("bundle/signature-missing", "The bundle is not signed.", BUNDLE, |d| remove(d, "bundle_signature")),
    changed("bundle/digest-changed", "The digest of the whole bundle is another one.", BUNDLE, |d| {
        d["bundle_signature"]["bundle_sha256"] = json!("f".repeat(64));
    }),
    changed("bundle/link-changed", "A link was changed after signing.", BUNDLE, |d| {
        d["links"]["bundle"] = json!("https://example.org/");
    }),
    changed("bundle/member-added", "A member was added after signing.", BUNDLE, |d| d["note"] = json!("added")),
    changed("bundle/events-missing", "The bundle has no events.", BUNDLE, |d| remove(d, "events")),
    changed("bundle/timestamp-proof", "A timestamp proof was added after signing.", BUNDLE, |d| {
        d["timestamp_proofs"] = json!(["proof"]);
    }),
    changed("bundle/source-time-changed", "The time beside an alias was changed after signing.", BUNDLE, |d| {
        d["source_aliases"][0]["created_at"] = json!("2027-01-01T00:00:00Z");
    }),
    changed("bundle/state-missing", "The bundle has no state.", BUNDLE, |d| remove(d, "state")),
    changed("bundle/state-of-another-type", "The state in the bundle is of another type.", BUNDLE, |d| {
        d["state"]["state_type"] = json!("foo");
    }),
    changed("bundle/merge-version-missing", "The bundle does not name its merge.", BUNDLE, |d| {
        remove(d, "merge_version");
    }),
    changed("bundle/aliases-an-object", "The aliases are an object.", BUNDLE, |d| d["source_aliases"] = json!({})),
    changed(
        "bundle/key-fingerprint-null",
        "The fingerprint of a key is null, which stands for none; only the bundle's digest and signature notice.",
        BUNDLE,
        |d| d["public_keys"][0]["fingerprint_sha256_hex"] = Value::Null,
    ),
    changed("bundle/keys-an-object", "The keys are an object.", BUNDLE, |d| d["public_keys"] = json!({})),
    changed("event/snapshot-null", "The graph snapshot of the event is null.", BUNDLE, |d| {
        d["events"][1]["payload"]["graph_snapshot"] = json!(null);
    }),
    changed("event/not-an-object", "An event is a string.", BUNDLE, |d| d["events"][1] = json!("event")),
    changed("event/type-missing", "An event does not say of which type it is.", BUNDLE, |d| {
        remove(&mut d["events"][1], "event_type");
    }),
    changed("event/of-another-number", "An event is about another Pith Number.", BUNDLE, |d| {
        swap(&mut d["events"][1]["subject_pith_number"], "pith:2012:BZ", "pith:2012:CZ");
    }),
    changed("event/identifier-without-prefix", "The event's identifier lacks its prefix.", BUNDLE, |d| {
        swap(&mut d["events"][0]["event_id"], "sha256:", "");
    }),
    changed("event/signature-missing", "An event is not signed.", BUNDLE, |d| remove(&mut d["events"][0], "signature")),
    changed("event/signer-missing", "An event does not name its signer.", BUNDLE, |d| {
        remove(&mut d["events"][0], "signer");
    }),
    changed("event/signer-renamed", "An event names another signer than its signature does.", BUNDLE, |d| {
        d["events"][0]["signer"]["key_id"] = json!("somebody");
    }),
    changed("event/title-changed", "The title in the event's graph snapshot is another one.", BUNDLE, |d| {
        d["events"][1]["payload"]["graph_snapshot"]["paper"]["title"] = json!("Another title");
    }),
    changed("event/payload-a-string", "The payload of an event is a string.", BUNDLE, |d| {
        d["events"][0]["payload"] = json!("payload");
    }),
    changed("event/of-unknown-type", "An event was made one of another type after signing.", BUNDLE, |d| {
        d["events"][1]["event_type"] = json!("correction");
    }),
    changed("section/digest-changed", "The digest of an empty section is another one.", GRAPH, |d| {
        d["claims"]["snapshot_sha256"] = json!("0".repeat(64));
    }),
    changed("section/digest-missing", "An empty section states no digest.", GRAPH, |d| {
        remove(&mut d["claims"], "snapshot_sha256");
    }),
    changed(
        "section/not-empty",
        "A section has an entry, and the digest of an empty one; how the digest is taken then is not published.",
        GRAPH,
        |d| d["claims"]["items"] = json!([{"claim": 1}]),
    ),
    changed(
        "section/counted-not-listed",
        "A section counts entries that it does not list: its digest cannot be checked.",
        GRAPH,
        |d| d["author_claims"]["count"] = json!(3),
    ),
    changed("section/integrity-findings-changed", "A finding was added to the integrity section.", RECORD, |d| {
        d["graph_snapshot"]["integrity"]["findings"] = json!([1]);
    }),
    changed(
        "section/integrity-unavailable",
        "The integrity section says that it is not available, and states no digest.",
        RECORD,
        |d| {
            d["graph_snapshot"]["integrity"] = json!({"available": false, "findings": []});
        },
    ),
    changed("section/digest-null-where-not-empty", "A section with an entry has null for its digest.", GRAPH, |d| {
        d["claims"]["items"] = json!([{"claim": 1}]);
        d["claims"]["snapshot_sha256"] = json!(null);
    }),
    changed(
        "section/integrity-detectors-missing",
        "The integrity section does not list its detectors, which are in its digest.",
        RECORD,
        |d| remove(&mut d["graph_snapshot"]["integrity"], "detectors_run"),
    ),
    changed("state/digest-changed", "The digest of the state is another one.", STATE, |d| {
        d["state_sha256"] = json!("0".repeat(64));
    }),
    changed("state/count-changed", "The state counts three valid events and lists two.", STATE, |d| {
        d["valid_event_count"] = json!(3);
    }),
    changed("state/count-missing", "The state does not count its equivocations.", STATE, |d| {
        remove(d, "equivocation_count");
    }),
    changed("state/applied-in-another-order", "The applied events are listed in another order.", STATE, |d| {
        d["applied_event_ids"].as_array_mut().unwrap().reverse();
    }),
    changed("state/of-another-number", "The state is about another Pith Number than its record.", STATE, |d| {
        d["pith_number"] = json!("pith:2012:AAAAAAAAAAAAAAAAAAAAAAAAAA");
    }),
    changed("state/merge-unknown", "The state was made by a merge of another name, after its digest.", STATE, |d| {
        d["merge_version"] = json!("another-merge-v2");
    }),
    changed("state/entry-changed-in-bundle", "An entry of the bundle's state differs from its event.", BUNDLE, |d| {
        d["state"]["current"]["record_created"]["target"] = json!("graph");
    }),
    changed(
        "state/linked-event-in-bundle",
        "An event supersedes another, which was written in after signing.",
        BUNDLE,
        |d| d["events"][1]["supersedes"] = json!(["sha256:00"]),
    ),
    changed("key/spellings-differ", "The key in base64 is another one than in hexadecimal digits.", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["public_key_b64"] = json!("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }),
    changed("key/fingerprint-changed", "The fingerprint is not that of the key.", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["fingerprint_sha256_hex"] = json!("8d4b5ee74e4693bcd1df2446408b0d55");
    }),
    changed("key/of-small-order", "The key is a point of small order.", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["public_key_hex"] = json!("0".repeat(64));
    }),
    changed("key/in-base64-only", "The key stands in base64 only.", MIRRORS, |d| {
        remove(&mut d["mirrors"][0]["public_key"], "public_key_hex");
    }),
    changed("key/without-spelling", "The key object has no key.", MIRRORS, |d| {
        remove(&mut d["mirrors"][0]["public_key"], "public_key_hex");
        remove(&mut d["mirrors"][0]["public_key"], "public_key_b64");
    }),
    changed("key/without-fingerprint", "The key object has no fingerprint.", MIRRORS, |d| {
        remove(&mut d["mirrors"][0]["public_key"], "fingerprint_sha256_hex");
    }),
    changed("key/algorithm-unknown", "The key is for another algorithm.", MIRRORS, |d| {
        d["mirrors"][0]["public_key"]["algorithm"] = json!("rsa");
    }),
    changed("key/of-somebody-else", "The key is somebody else's, which nothing says is not so.", MIRRORS, |d| {
        let key = &mut d["mirrors"][0]["public_key"];
        key["key_id"] = json!("somebody");
        key["public_key_hex"] = json!(STRANGER);
        key["public_key_b64"] = json!(to_base64(&hex(STRANGER)));
        let digest = sha256_hex(&hex(STRANGER));
        key["fingerprint_sha256_hex"] = json!(&digest[..32]);
        remove(key, "fingerprint_sha256_b32_first128bits");
    }),
    changed("integrity/signature-malformed", "The signature of the event is no base64.", SIGNED_DIGEST, |d| {
        d["events"][0]["signature_b64"] = json!("no signature");
    }),
    changed("integrity/key-unknown", "The event names a key that is not at hand.", SIGNED_DIGEST, |d| {
        d["events"][0]["signing_key_id"] = json!("somebody");
    }),
    changed("integrity/nothing-signed", "The event has neither payload nor digest.", SIGNED_DIGEST, |d| {
        remove(&mut d["events"][0], "payload");
        remove(&mut d["events"][0], "payload_sha256");
    }),
    changed("integrity/events-missing", "There are no events.", SIGNED_DIGEST, |d| {
        remove(d, "events");
    }),
    changed("integrity/events-an-object", "The events are an object.", SIGNED_DIGEST, |d| {
        d["events"] = json!({"0": d["events"][0]});
    }),
    changed("integrity/events-empty", "The list of events is empty.", SIGNED_DIGEST, |d| {
        d["events"] = json!([]);
    }),
    changed("integrity/section-missing", "There is no integrity section.", SIGNED_DIGEST, |d| {
        remove(d, "integrity");
    }),
    changed("integrity/section-null", "The integrity section is null.", SIGNED_DIGEST, |d| {
        d["integrity"] = json!(null);
    }),
    changed("integrity/schema-only", "There is nothing but the schema.", SIGNED_DIGEST, |d| {
        *d = json!({"schema": "https://pith.science/schemas/pith-integrity/v1.json"});
    }),
    changed("integrity/findings-changed", "A finding was added to the section.", SIGNED_DIGEST, |d| {
        d["integrity"]["findings"] = json!([{"finding": "added"}]);
    }),
    changed("integrity/member-added", "The document has a member that nobody has published.", SIGNED_DIGEST, |d| {
        d["pith_number"] = json!("pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ");
    }),
    changed("integrity/event-not-an-object", "An event is a string.", SIGNED_DIGEST, |d| {
        d["events"][0] = json!("event");
    }),
    changed("integrity/event-of-another-type", "An event is of another type.", SIGNED_DIGEST, |d| {
        d["events"][0]["event_type"] = json!("pith.integrity.v2");
    }),
    changed(
        "integrity/event-revoked",
        "An event says that it is revoked, and has a string for its identifier.",
        SIGNED_DIGEST,
        |d| {
            d["events"][0]["revoked"] = json!(true);
            d["events"][0]["event_id"] = json!("1");
        },
    ),
    changed("integrity/payload-missing", "The event has no payload, only its digest.", SIGNED_DIGEST, |d| {
        remove(&mut d["events"][0], "payload");
    }),
    changed("integrity/digest-missing", "The event states no digest of its payload.", SIGNED_DIGEST, |d| {
        remove(&mut d["events"][0], "payload_sha256");
    }),
    changed(
        "integrity/digest-malformed",
        "The digest of the payload is too short and in upper case.",
        SIGNED_DIGEST,
        |d| {
            d["events"][0]["payload_sha256"] = json!("0E788AD7");
        },
    ),
    changed("integrity/digest-changed", "The digest of the payload is another one.", SIGNED_DIGEST, |d| {
        d["events"][0]["payload_sha256"] = json!("f".repeat(64));
    }),
    changed("integrity/key-missing", "The event does not name its key.", SIGNED_DIGEST, |d| {
        remove(&mut d["events"][0], "signing_key_id");
    }),
    changed(
        "integrity/receipt-passed-off",
        "The registry's receipt passed off as an integrity event: digest and signature hold, but for another purpose.",
        SIGNED_DIGEST,
        |d| {
            d["events"][0]["payload"] = json(&sample("bundle-1212.1787"))["canonical_record"].clone();
        },
    ),
    built(
        "integrity/payload-not-established",
        "The registry's signature over a digest, with a payload that does not have it.",
        signed_digest,
    ),
];
