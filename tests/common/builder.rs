//! Bundles and integrity documents that nobody has published, signed with the public test keys of RFC 8032 section 7.1.
//!
//! A case starts from a valid bundle and differs from it in one thing:
//!
//! ```ignore
//! let bundle = Bundle::new().event(Event::new("correction").at("2026-07-01T00:00:00Z"));
//! assert_eq!(bundle.check().verdict.word, VerdictWord::Verified);
//! ```
//!
//! The state is built here by a merge of its own, written from the description and not from `src/merge.rs`.
#![allow(clippy::string_slice, reason = "a test that cannot go on fails")]

use ed25519_dalek::{Signer as _, SigningKey};
use pith_verifier::{Options, Report, canonicalize, sha256_hex, verify};
use serde_json::{Value, json};

use super::{hex, sample, to_base64, to_hex};

/// Seeds of the first three test keys of RFC 8032 section 7.1.
const SEEDS: [&str; 3] = [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
];

/// Somebody who signs.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    pub key_id: String,
}

impl Signer {
    /// One of the three test keys, under a name.
    pub fn test(number: usize, key_id: &str) -> Self {
        let seed = hex(SEEDS[number]).try_into().unwrap();
        Self { key: SigningKey::from_bytes(&seed), key_id: key_id.to_owned() }
    }

    pub fn public_key(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    pub fn public_key_hex(&self) -> String {
        to_hex(&self.public_key())
    }

    pub fn fingerprint(&self) -> String {
        sha256_hex(&self.public_key())[..32].to_owned()
    }

    /// The signature over the bytes of a digest, in base64.
    pub fn sign(&self, digest: &str) -> String {
        to_base64(&self.key.sign(&hex(digest)).to_bytes())
    }

    /// A signature object.
    pub fn signature(&self, digest: &str, slot: &str) -> Value {
        json!({
            "signature_status": "signed_v1", "algorithm": "ed25519", "key_id": self.key_id,
            "public_key_fingerprint": self.fingerprint(), "signature_b64": self.sign(digest),
            "signed_message": slot, "signed_at": "2026-06-01T22:25:31Z",
        })
    }

    /// A key object as the service publishes it.
    pub fn key_object(&self) -> Value {
        json!({
            "key_id": self.key_id, "algorithm": "ed25519", "format": "raw",
            "public_key_b64": to_base64(&self.public_key()), "public_key_hex": self.public_key_hex(),
            "fingerprint_sha256_hex": self.fingerprint(), "rotates_at": null,
        })
    }
}

/// An event, signed when the bundle is made.
#[derive(Clone)]
pub struct Event {
    pub value: Value,
    signer: Signer,
}

impl Event {
    /// An event of a type, by the registry of [`Bundle::new`], later than the two of the sample.
    pub fn new(event_type: &str) -> Self {
        let value = json!({
            "event_type": event_type, "target": "record", "payload": {}, "created_at": "2026-07-01T00:00:00Z",
            "supersedes": [], "prev_event": null, "schema_version": "1.0",
        });
        Self { value, signer: registry() }
    }

    pub fn at(self, time: &str) -> Self {
        self.with("created_at", json!(time))
    }

    pub fn payload(self, payload: Value) -> Self {
        self.with("payload", payload)
    }

    pub fn previous(self, event_id: &str) -> Self {
        self.with("prev_event", json!(event_id))
    }

    /// Any member of the event, before it is signed.
    pub fn with(mut self, member: &str, value: Value) -> Self {
        self.value[member] = value;
        self
    }

    pub fn by(mut self, signer: &Signer) -> Self {
        self.signer = signer.clone();
        self
    }

    /// The event about a Pith Number, with digest, identifier and signature.
    pub fn sealed(&self, pith_number: &str) -> Value {
        let mut event = self.value.clone();
        if event.get("subject_pith_number").is_none() {
            event["subject_pith_number"] = json!(pith_number);
        }
        event["signer"] = json!({
            "signer_id": self.signer.key_id, "signer_type": "test", "key_id": self.signer.key_id,
            "public_key_fingerprint": self.signer.fingerprint(),
        });
        let content = digest(&event, &["signature", "content_sha256", "event_id"]);
        event["signature"] = self.signer.signature(&content, "open_graph_event_sha256_bytes");
        event["content_sha256"] = json!(content);
        event["event_id"] = json!(format!("sha256:{content}"));
        event
    }
}

/// A bundle about the record of the sample `bundle-1212.1787`, made by the first test key.
#[derive(Clone)]
pub struct Bundle {
    base: Value,
    pub registry: Signer,
    pub events: Vec<Event>,
    listed: Vec<Signer>,
}

/// The first test key, named so that nobody takes it for the real registry.
pub fn registry() -> Signer {
    Signer::test(0, "test-registry")
}

impl Default for Bundle {
    fn default() -> Self {
        Self::new()
    }
}

impl Bundle {
    /// The two events of the sample, signed again.
    pub fn new() -> Self {
        Self::of(super::json(&sample("bundle-1212.1787")), registry())
    }

    /// Any bundle's content, to be signed by somebody.
    pub fn of(base: Value, registry: Signer) -> Self {
        let events = base["events"].as_array().unwrap().iter().map(|event| {
            let mut value = event.clone();
            value.as_object_mut().unwrap().remove("subject_pith_number");
            Event { value, signer: registry.clone() }
        });
        Self { events: events.collect(), base, registry, listed: Vec::new() }
    }

    /// One more event.
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// One more key in the bundle's list, after that of the registry.
    pub fn lists(mut self, signer: &Signer) -> Self {
        self.listed.push(signer.clone());
        self
    }

    /// Another content of the bundle, before anything is computed or signed. A changed canonical record
    /// gives another Pith Number.
    pub fn with(mut self, change: impl FnOnce(&mut Value)) -> Self {
        change(&mut self.base);
        self
    }

    pub fn value(&self) -> Value {
        let mut bundle = self.base.clone();
        let record = bundle["canonical_record"].clone();
        let record_digest = digest(&record, &[]);
        let year = record["metadata"]["submitted_at"].as_str().unwrap()[..4].to_owned();
        let suffix = base32(&hex(&record_digest));
        let number = format!("pith:{year}:{}", &suffix[..26]);
        bundle["canonical_sha256"] = json!(record_digest);
        bundle["pith_number"] = json!(number);
        bundle["short_pith_number"] = json!(format!("pith:{}", &suffix[..8]));
        for alias in bundle["source_aliases"].as_array_mut().unwrap() {
            for length in [8, 12, 16] {
                if alias["alias_kind"] == format!("pith_short_{length}") {
                    alias["alias_value"] = json!(&suffix[..length]);
                }
            }
        }
        let mut events: Vec<Value> = Vec::new();
        for event in &self.events {
            let mut event = event.clone();
            if event.value["event_type"] == "record_created" {
                let payload = event.value["payload"].as_object_mut().unwrap();
                payload.insert("canonical_record".to_owned(), record.clone());
                payload.insert("canonical_sha256".to_owned(), json!(record_digest));
                let mut receipt = event.signer.signature(&record_digest, "canonical_sha256_bytes");
                receipt["canonical_sha256"] = json!(record_digest);
                payload.insert("receipt".to_owned(), receipt);
            }
            events.push(event.sealed(&number));
        }
        bundle["events"] = json!(events);
        bundle["state"] = state(&bundle, &events);
        let listed: Vec<Value> = [&self.registry].into_iter().chain(&self.listed).map(Signer::key_object).collect();
        bundle["public_keys"] = json!(listed);
        let content = digest(&bundle, &["bundle_signature"]);
        bundle["bundle_signature"] = self.registry.signature(&content, "bundle_sha256_bytes");
        bundle["bundle_signature"]["bundle_sha256"] = json!(content);
        bundle
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.value().to_string().into_bytes()
    }

    /// Verified with the key of the bundle's registry.
    pub fn check(&self) -> Report {
        verify(&self.bytes(), &trusting(&[&self.registry]))
    }
}

/// An integrity document with findings and events of [`integrity_event`].
pub fn integrity_document(findings: &Value, events: &[Value]) -> Value {
    let payload = json!({"payload": {"detectors": ["test-detector"], "findings": findings}});
    json!({
        "schema": "https://pith.science/schemas/pith-integrity/v1.json",
        "integrity": {
            "available": true, "clean": findings == &json!([]), "detectors_run": ["test-detector"],
            "findings": findings, "snapshot_sha256": digest(&payload, &[]),
        },
        "events": events,
    })
}

/// An event of an integrity document, signed over the digest of its payload.
pub fn integrity_event(event_id: u64, payload: &Value, signer: &Signer) -> Value {
    let content = digest(payload, &[]);
    json!({
        "event_id": event_id, "event_type": "pith.integrity.v1", "payload": payload, "payload_sha256": content,
        "signature_b64": signer.sign(&content), "signing_key_id": signer.key_id, "created_at": "2026-06-01T00:00:00Z",
    })
}

/// Options that trust these signers and the built-in keys.
pub fn trusting(signers: &[&Signer]) -> Options {
    let mut options = Options::default();
    for signer in signers {
        options.ring.add(signer.public_key_hex().as_bytes(), "a test key of RFC 8032").unwrap();
    }
    options
}

/// The digest of a value without some of its members.
pub fn digest(value: &Value, without: &[&str]) -> String {
    let mut value = value.clone();
    for name in without {
        value.as_object_mut().unwrap().remove(*name);
    }
    sha256_hex(&canonicalize(value.to_string().as_bytes()).unwrap())
}

/// The state of section 7: every event applied, by time, then `record_created`, `graph_snapshot`, the rest by
/// name, then identifier.
pub fn state(bundle: &Value, events: &[Value]) -> Value {
    let rank = |event: &Value| match event["event_type"].as_str().unwrap() {
        "record_created" => "0".to_owned(),
        "graph_snapshot" => "1".to_owned(),
        other => format!("2 {other}"),
    };
    let mut ordered: Vec<&Value> = events.iter().collect();
    ordered.sort_by_key(|event| (event["created_at"].to_string(), rank(event), event["event_id"].to_string()));
    let mut current = json!({
        "canonical_record": bundle["canonical_record"], "source_aliases": bundle["source_aliases"],
        "record_created": null, "graph_snapshots": [], "author_attestations": [], "timestamp_anchors": [],
        "storage_attestations": [], "citation_signatures": [], "replication_records": [], "corrections": [],
        "mirror_hints": [],
    });
    for event in &ordered {
        let entry = json!({"event_id": event["event_id"], "target": event["target"],
            "created_at": event["created_at"], "signer": event["signer"], "payload": event["payload"]});
        let list = format!("{}s", event["event_type"].as_str().unwrap());
        match current.get_mut(&list) {
            Some(Value::Array(entries)) => entries.push(entry),
            _ if event["event_type"] == "record_created" => current["record_created"] = entry,
            // A type that has no list.
            _ => {}
        }
    }
    let applied: Vec<&Value> = ordered.iter().map(|event| &event["event_id"]).collect();
    let mut state = json!({
        "state_type": "pith_open_graph_state", "state_version": "1.0", "pith_number": bundle["pith_number"],
        "merge_version": bundle["merge_version"], "event_count": events.len(), "valid_event_count": events.len(),
        "invalid_event_count": 0, "equivocation_count": 0, "current": current, "equivocations": [],
        "invalid_events": [], "applied_event_ids": applied,
    });
    state["state_sha256"] = json!(digest(&state, &[]));
    state
}

fn base32(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    super::groups(bytes, 5).map(|value| char::from(alphabet[value])).collect()
}
