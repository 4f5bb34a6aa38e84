//! The documents of the conformance corpus, made anew: what each is about, and what it is made from.

#![allow(unreachable_pub, reason = "a folder of a test, as `common` is")]

mod sealed;
mod spelled;
mod unsealed;
mod valid;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::common::builder::{Signer, digest, registry, state};
use crate::common::{json as parsed, sample};

pub use valid::ring;

/// One document of the corpus.
pub struct Entry {
    /// Its kind and its name, which is also the name of its file.
    pub name: &'static str,
    /// What is to be known about it; of a document with a fault, the fault.
    pub about: &'static str,
    make: Make,
}

#[derive(Clone, Copy)]
enum Make {
    /// A published document as it is.
    Published(&'static str),
    Built(fn() -> Value),
    /// Another document of the corpus with one change.
    Changed(&'static str, fn(&mut Value)),
    /// Another document of the corpus, written in another way.
    Spelled(&'static str, fn(&str) -> Vec<u8>),
}

impl Entry {
    /// The document that this one differs from in one thing.
    pub fn from(&self) -> Option<&'static str> {
        match self.make {
            Make::Published(_) | Make::Built(_) => None,
            Make::Changed(from, _) | Make::Spelled(from, _) => Some(from),
        }
    }

    /// Whether it differs in how it is written, and not in a value.
    pub fn is_spelled(&self) -> bool {
        matches!(self.make, Make::Spelled(..))
    }
}

const fn published(name: &'static str, about: &'static str, sample: &'static str) -> Entry {
    Entry { name, about, make: Make::Published(sample) }
}

const fn built(name: &'static str, about: &'static str, make: fn() -> Value) -> Entry {
    Entry { name, about, make: Make::Built(make) }
}

const fn changed(name: &'static str, about: &'static str, from: &'static str, change: fn(&mut Value)) -> Entry {
    Entry { name, about, make: Make::Changed(from, change) }
}

const fn spelled(name: &'static str, about: &'static str, from: &'static str, write: fn(&str) -> Vec<u8>) -> Entry {
    Entry { name, about, make: Make::Spelled(from, write) }
}

const BUNDLE: &str = "published/bundle-1212.1787";
const RECORD: &str = "published/record-2101.05782";
const STATE: &str = "published/state-1212.1787";
const GRAPH: &str = "published/graph-1706.00337";
const MIRRORS: &str = "published/pith-mirrors";

/// All documents.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    [valid::ENTRIES, unsealed::ENTRIES, sealed::ENTRIES, spelled::ENTRIES].into_iter().flatten()
}

/// The bytes of every document.
pub fn documents() -> BTreeMap<&'static str, Vec<u8>> {
    let mut named: BTreeMap<&'static str, &'static Entry> = BTreeMap::new();
    for entry in entries() {
        assert!(named.insert(entry.name, entry).is_none(), "{} stands twice", entry.name);
    }
    let mut made = BTreeMap::new();
    for name in named.keys() {
        let bytes = made_from(&named, &mut made, name);
        made.insert(name, bytes);
    }
    made
}

/// One document, and before it what it is made from.
fn made_from(
    named: &BTreeMap<&'static str, &'static Entry>,
    made: &mut BTreeMap<&'static str, Vec<u8>>,
    name: &'static str,
) -> Vec<u8> {
    let entry = named.get(name).unwrap_or_else(|| panic!("there is no {name}"));
    if let Some(bytes) = made.get(name) {
        return bytes.clone();
    }
    let source = entry.from().map(|from| made_from(named, made, from)).unwrap_or_default();
    match entry.make {
        Make::Published(name) => sample(name),
        Make::Built(build) => build().to_string().into_bytes(),
        Make::Changed(_, change) => {
            let mut value = parsed(&source);
            change(&mut value);
            value.to_string().into_bytes()
        }
        Make::Spelled(_, write) => write(std::str::from_utf8(&source).unwrap()),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn remove(object: &mut Value, member: &str) {
    object.as_object_mut().unwrap().shift_remove(member).unwrap();
}

fn swap(value: &mut Value, from: &str, to: &str) {
    let changed = text(value).replacen(from, to, 1);
    assert_ne!(changed, text(value));
    *value = json!(changed);
}

/// Another value of the same type.
fn other(value: &mut Value) {
    *value = match value {
        Value::Null => json!("null"),
        Value::Bool(is) => json!(!*is),
        Value::Number(number) => json!(number.as_i64().unwrap() + 1),
        Value::String(text) => json!(format!("{text}x")),
        Value::Array(elements) => json!([elements.as_slice(), &[json!(0)]].concat()),
        Value::Object(members) => {
            members.insert("added".to_owned(), json!(0));
            return;
        }
    };
}

/// The signatures and digests of an event, made anew as its signer would.
fn seal_event(event: &mut Value, signer: &Signer) {
    let content = digest(event, &["signature", "content_sha256", "event_id"]);
    event["signature"]["signature_b64"] = json!(signer.sign(&content));
    event["event_id"] = json!(format!("sha256:{content}"));
    event["content_sha256"] = json!(content);
}

/// The state computed anew from the events.
fn seal_merge(bundle: &mut Value) {
    let events = bundle["events"].as_array().unwrap().clone();
    bundle["state"] = state(bundle, &events);
}

fn seal_bundle(bundle: &mut Value) {
    let content = digest(bundle, &["bundle_signature"]);
    bundle["bundle_signature"]["signature_b64"] = json!(registry().sign(&content));
    bundle["bundle_signature"]["bundle_sha256"] = json!(content);
}

/// A change of the bundle that its registry then signs.
fn in_bundle(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    change(bundle);
    seal_bundle(bundle);
}

/// A change of the state that gets its digest and is signed with the bundle.
fn in_state(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    change(&mut bundle["state"]);
    let content = digest(&bundle["state"], &["state_sha256"]);
    bundle["state"]["state_sha256"] = json!(content);
    seal_bundle(bundle);
}

/// A change of an event that its registry then signs, merges and signs with the bundle.
fn in_event(bundle: &mut Value, index: usize, change: impl FnOnce(&mut Value)) {
    change(&mut bundle["events"][index]);
    seal_event(&mut bundle["events"][index], &registry());
    seal_merge(bundle);
    seal_bundle(bundle);
}

/// A change of an event that is not signed again; it is merged, and the bundle is signed with it.
fn around_event(bundle: &mut Value, index: usize, change: impl FnOnce(&mut Value)) {
    change(&mut bundle["events"][index]);
    seal_merge(bundle);
    seal_bundle(bundle);
}
