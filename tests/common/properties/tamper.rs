//! Documents that are made, signed and then changed: who changes what was signed cannot pass for the signer.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use arbitrary::{Result, Unstructured};
use pith_verifier::{Check, CheckName, Class, Kind, Options, Outcome, Reason, Report, VerdictWord, hashed_bytes};
use serde_json::{Map, Value, json};

use super::verify::assert_sound;
use super::{SAMPLE, leaves, options};
use crate::common::builder::{self, Bundle, Event, Signer, digest, integrity_document, integrity_event};
use crate::common::json as parsed;

const RECORD: &[u8] = include_bytes!("../../samples/record-2101.05782.json");

/// What the registry signed, by digest: in which slot.
type Statements = BTreeMap<String, CheckName>;

/// A document after its changes.
struct Made {
    /// As it was when everything in it was signed.
    original: Value,
    /// Whether a signer whom nobody knows signed an event of it.
    has_stranger: bool,
    value: Value,
    statements: Statements,
    /// Where the only change was made, when that was a leaf that got another value.
    changed_leaf: Option<String>,
    /// Whether anything was done after the signing.
    is_changed: bool,
}

/// The text of the document that an input of the fuzzer makes.
pub fn document(data: &[u8]) -> Vec<u8> {
    make(data).value.to_string().into_bytes()
}

/// Every signature that counts as the registry's is one that it made, in its slot and over what it signed, and a
/// verified document says what was signed. A document that nobody changed is verified, and one with a single changed
/// leaf is not unless nothing covered the leaf.
pub fn tamper(data: &[u8]) {
    let made = make(data);
    let bytes = made.value.to_string().into_bytes();
    let options = Options { explain: data.len().is_multiple_of(8), ..options() };
    let report = pith_verifier::verify(&bytes, &options);
    assert_sound(&report, &bytes);
    for check in &report.checks {
        made.stands_behind(&report, check);
    }
    made.covers(&report, &bytes);
    if report.verdict.word == VerdictWord::Verified {
        made.says_what_was_signed(&report);
    } else if !made.is_changed && !made.has_stranger && matches!(report.kind, Kind::Bundle | Kind::Record) {
        panic!("nobody changed it: {} {:?}", report.verdict.sentence, report.verdict.failing);
    }
    if let Some(pointer) = &made.changed_leaf {
        made.noticed(&report, pointer);
    }
}

impl Made {
    /// A signature by the registry is one that it made, for this purpose.
    fn stands_behind(&self, report: &Report, check: &Check) {
        let holds = matches!(
            check.reason,
            Reason::SignatureHolds | Reason::SignatureOfOtherContent | Reason::SignatureNoContent
        );
        if !holds || !is_registry(report, check.key) {
            return;
        }
        let message = &check.signed.as_ref().unwrap().message_hex;
        let slot = self.statements.get(message).unwrap_or_else(|| panic!("the registry never signed {message}"));
        if check.outcome == Outcome::Passed {
            assert_eq!(*slot, check.name, "{message} was signed for another purpose");
        }
    }

    /// A leaf that is called signed by the registry stands in bytes that it signed.
    fn covers(&self, report: &Report, bytes: &[u8]) {
        // What each signature by the registry is over.
        let over = |check: &Check| {
            let holds = check.reason == Reason::SignatureHolds && is_registry(report, check.key);
            let described = check.hashed.as_ref().filter(|_| holds)?;
            assert!(self.statements.contains_key(&described.sha256), "{}", check.pointer);
            Some(String::from_utf8(hashed_bytes(bytes, described).expect("what was signed")).unwrap())
        };
        let texts: Vec<Option<String>> = report.checks.iter().map(over).collect();
        for leaf in report.coverage.leaves.iter().filter(|leaf| leaf.class == Class::Signed) {
            let by_registry = leaf.keys.iter().any(|&key| is_registry(report, Some(key)));
            let in_text = |&check: &usize| texts[check].as_ref().is_some_and(|text| text.contains(&leaf.value));
            assert!(!by_registry || leaf.checks.iter().any(in_text), "{} is in nothing that was signed", leaf.pointer);
        }
    }

    /// By digests that this file computes.
    fn says_what_was_signed(&self, report: &Report) {
        let signed = |value: &Value, without: &[&str], slot| {
            assert!(value.is_object());
            assert_eq!(self.statements.get(&digest(value, without)), Some(&slot), "{}", report.verdict.sentence);
        };
        let event = ["signature", "content_sha256", "event_id"];
        match report.kind {
            Kind::Bundle => signed(&self.value, &["bundle_signature"], CheckName::BundleSignature),
            Kind::Record => signed(&self.value["canonical_record"], &[], CheckName::ReceiptSignature),
            Kind::EventList => {
                let events = if self.value.is_array() { &self.value } else { &self.value["events"] };
                match events.as_array() {
                    Some(events) => events.iter().for_each(|value| signed(value, &event, CheckName::EventSignature)),
                    None => signed(&self.value, &event, CheckName::EventSignature),
                }
            }
            other => panic!("{other:?} cannot be verified"),
        }
    }

    /// The class that a leaf had tells whether a change of it is noticed.
    fn noticed(&self, report: &Report, pointer: &str) {
        let bytes = self.original.to_string().into_bytes();
        let before = pith_verifier::verify(&bytes, &Options { explain: false, ..options() });
        if before.verdict.word != VerdictWord::Verified {
            return;
        }
        let leaf = before.coverage.leaves.iter().find(|leaf| leaf.pointer == pointer).expect("a leaf");
        let text = |value: &Value| value.pointer(pointer).and_then(Value::as_str).map(str::to_lowercase);
        // The hash of a title binds it up to letter case.
        let may_pass =
            leaf.class == Class::Uncovered || (leaf.class == Class::Bound && text(&self.original) == text(&self.value));
        let verified = report.verdict.word == VerdictWord::Verified;
        assert!(!verified || may_pass, "{pointer} is {:?} and was changed", leaf.class);
    }
}

/// The registry of the bundles, whose key is trusted.
fn registry() -> &'static Signer {
    static REGISTRY: OnceLock<Signer> = OnceLock::new();
    REGISTRY.get_or_init(builder::registry)
}

fn is_registry(report: &Report, key: Option<usize>) -> bool {
    static HEX: OnceLock<String> = OnceLock::new();
    let registry = HEX.get_or_init(|| registry().public_key_hex());
    key.is_some_and(|key| report.keys[key].public_key_hex == *registry)
}

/// An input that ends early makes a document with what there was.
fn make(data: &[u8]) -> Made {
    let mut input = Unstructured::new(data);
    let (original, has_stranger) =
        start(&mut input).unwrap_or_else(|_| (Bundle::of(sample(), registry().clone()).value(), false));
    let mut statements = Statements::new();
    collect(&original, &mut statements);
    let value = original.clone();
    let mut made = Made { original, has_stranger, value, statements, changed_leaf: None, is_changed: false };
    let mut changes = 0;
    while changes < 8 && !input.is_empty() {
        changes += 1;
        match made.change(&mut input) {
            Ok(leaf) => made.changed_leaf = leaf.filter(|_| changes == 1),
            Err(_) => break,
        }
    }
    made.is_changed = made.value != made.original;
    if !made.is_changed {
        made.changed_leaf = None;
    }
    made
}

fn sample() -> Value {
    static VALUE: OnceLock<Value> = OnceLock::new();
    VALUE.get_or_init(|| parsed(SAMPLE)).clone()
}

/// A signed document of one of the types, and whether a stranger signed something in it.
fn start(input: &mut Unstructured<'_>) -> Result<(Value, bool)> {
    let form = input.int_in_range(0..=7)?;
    let mut bundle = Bundle::of(sample(), registry().clone());
    let mut has_stranger = false;
    for number in 0..input.int_in_range(0..=2)? {
        let (event, by_stranger) = event(input, number)?;
        has_stranger |= by_stranger;
        bundle = bundle.event(event);
    }
    if input.ratio(1, 4)? {
        bundle = bundle.with(|base| base["canonical_record"]["metadata"]["primary_cat"] = json!("cs.AI"));
        // The record of another paper has another title page.
    }
    let bundle = bundle.value();
    Ok(match form {
        0..=3 => (bundle, has_stranger),
        4 => (bundle["events"].clone(), has_stranger),
        5 => (record(), false),
        6 => (json!({"events": bundle["events"]}), has_stranger),
        _ => (integrity(input)?, false),
    })
}

/// The record of the samples, its receipt signed by the registry of the tests.
fn record() -> Value {
    let mut record = parsed(RECORD);
    let content = digest(&record["canonical_record"], &[]);
    let mut receipt = registry().signature(&content, "canonical_sha256_bytes");
    receipt["canonical_sha256"] = json!(content);
    record["receipt"] = receipt;
    record
}

fn integrity(input: &mut Unstructured<'_>) -> Result<Value> {
    let payload = object(input)?;
    let mut document = integrity_document(&json!([]), &[integrity_event(1, &payload, registry())]);
    document["public_keys"] = json!([registry().key_object()]);
    Ok(document)
}

fn event(input: &mut Unstructured<'_>, number: u32) -> Result<(Event, bool)> {
    let kinds = ["correction", "mirror_hint", "author_attestation", "timestamp_anchor", "replication_record"];
    let mut event = Event::new(input.choose(&kinds)?)
        .at(&format!("2026-07-{:02}T00:00:00Z", input.int_in_range(1..=28)?))
        .payload(object(input)?);
    if input.ratio(1, 3)? {
        event = event.previous(&format!("sha256:{number:02}"));
    }
    let by_stranger = input.ratio(1, 5)?;
    if by_stranger {
        event = event.by(&stranger());
    }
    Ok((event, by_stranger))
}

/// Nobody trusts this one.
fn stranger() -> Signer {
    Signer::test(1, "somebody")
}

fn object(input: &mut Unstructured<'_>) -> Result<Value> {
    let mut members = Map::new();
    for _ in 0..input.int_in_range(0..=2)? {
        members.insert(text(input)?, leaf(input)?);
    }
    Ok(Value::Object(members))
}

fn text(input: &mut Unstructured<'_>) -> Result<String> {
    let length = input.int_in_range(0..=12)?;
    Ok(String::from_utf8_lossy(input.bytes(length.min(input.len()))?).into_owned())
}

fn leaf(input: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match input.int_in_range(0..=7)? {
        0 => Value::Null,
        1 => json!(input.arbitrary::<bool>()?),
        2 => json!(input.arbitrary::<i32>()?),
        3 => json!(f64::from(input.arbitrary::<i16>()?) / 8.0),
        4 => json!([]),
        5 => json!({}),
        _ => json!(text(input)?),
    })
}

/// Every object of a value that holds a signature by the registry, with what it signs.
fn collect(value: &Value, statements: &mut Statements) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|value| collect(value, statements)),
        Value::Object(members) => {
            if let Some(payload) = members.get("payload_sha256").and_then(Value::as_str) {
                statements.insert(payload.to_owned(), CheckName::IntegritySignature);
            }
            let is_registry = members.get("key_id").is_some_and(|id| *id == registry().key_id);
            if is_registry && members.contains_key("signature_b64") {
                for (member, slot) in
                    [("canonical_sha256", CheckName::ReceiptSignature), ("bundle_sha256", CheckName::BundleSignature)]
                {
                    if let Some(digest) = members.get(member).and_then(Value::as_str) {
                        statements.insert(digest.to_owned(), slot);
                    }
                }
            }
            let by_registry =
                members.get("signature").is_some_and(|signature| signature["key_id"] == registry().key_id);
            if let Some(content) = members.get("content_sha256").and_then(Value::as_str).filter(|_| by_registry) {
                statements.insert(content.to_owned(), CheckName::EventSignature);
            }
            members.values().for_each(|value| collect(value, statements));
        }
        _ => {}
    }
}

/// Every object and array of a value, by pointer.
fn containers(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let step = |step: &str| format!("{pointer}/{}", step.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| containers(value, &step(key), found)),
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(at, value)| containers(value, &step(&at.to_string()), found));
        }
        _ => return,
    }
    found.push(pointer.to_owned());
}

impl Made {
    /// One change. Gives the place when a leaf got another value and nothing else happened.
    fn change(&mut self, input: &mut Unstructured<'_>) -> Result<Option<String>> {
        match input.int_in_range(0..=11)? {
            0..=3 => return self.set_leaf(input),
            4 => self.restructure(input)?,
            5 => {
                // From one place to another, signatures and keys too.
                let (from, to) = (self.container(input)?, self.container(input)?);
                let copy = self.value.pointer(&from).cloned();
                if let (Some(place), Some(copy)) = (self.value.pointer_mut(&to), copy)
                    && copy.to_string().len() < 40_000
                {
                    *place = copy;
                }
            }
            6 => self.splice(input)?,
            7 => self.restate(input)?,
            8 => self.sign_event(input, registry())?,
            9 => self.sign_event(input, &stranger())?,
            10 => self.sign_bundle(registry()),
            _ => self.sign_bundle(&stranger()),
        }
        Ok(None)
    }

    fn container(&self, input: &mut Unstructured<'_>) -> Result<String> {
        let mut places = Vec::new();
        containers(&self.value, "", &mut places);
        if places.is_empty() { Ok(String::new()) } else { Ok(input.choose(&places)?.clone()) }
    }

    fn set_leaf(&mut self, input: &mut Unstructured<'_>) -> Result<Option<String>> {
        let pointers: Vec<String> = leaves(&self.value).into_iter().map(|(pointer, _)| pointer).collect();
        let pointer = input.choose(&pointers)?.clone();
        let how = input.int_in_range(0..=4)?;
        let Some(place) = self.value.pointer_mut(&pointer) else { return Ok(None) };
        *place = match (how, &*place) {
            (0, Value::String(old)) => json!(swapped_case(old)),
            (1, Value::String(old)) => {
                let at = input.int_in_range(0..=old.chars().count())?;
                let new = char::from(input.int_in_range(b' '..=b'~')?);
                json!(old.chars().take(at).chain([new]).chain(old.chars().skip(at + 1)).collect::<String>())
            }
            (2, Value::Number(old)) if old.is_i64() => json!(old.as_i64().unwrap_or_default().wrapping_add(1)),
            (3, Value::Bool(old)) => json!(!old),
            _ => leaf(input)?,
        };
        Ok(Some(pointer))
    }

    /// Members and elements put in, taken out, renamed, doubled and swapped.
    fn restructure(&mut self, input: &mut Unstructured<'_>) -> Result<()> {
        let known = ["signature", "events", "payload", "bundle_type", "record_type", "key_id", "__proto__", "state"];
        let pointer = self.container(input)?;
        let how = input.int_in_range(0..=3)?;
        match self.value.pointer_mut(&pointer) {
            Some(Value::Object(members)) => {
                let keys: Vec<String> = members.keys().cloned().collect();
                if how == 0 || keys.is_empty() {
                    let name = if input.arbitrary()? { (*input.choose(&known)?).to_owned() } else { text(input)? };
                    members.insert(name, leaf(input)?);
                    return Ok(());
                }
                let key = input.choose(&keys)?;
                let Some(value) = members.get(key).cloned() else { return Ok(()) };
                match how {
                    1 => drop(members.shift_remove(key)),
                    2 => {
                        members.shift_remove(key);
                        members.insert((*input.choose(&known)?).to_owned(), value);
                    }
                    _ => drop(members.insert(text(input)?, value)),
                }
            }
            Some(Value::Array(elements)) => {
                if elements.is_empty() || how == 0 {
                    elements.push(leaf(input)?);
                    return Ok(());
                }
                let (a, b) = (input.choose_index(elements.len())?, input.choose_index(elements.len())?);
                match how {
                    1 => drop(elements.remove(a)),
                    2 => elements.swap(a, b),
                    _ => elements.insert(b, elements[a].clone()),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts a part of another validly signed bundle in the place of this one's.
    fn splice(&mut self, input: &mut Unstructured<'_>) -> Result<()> {
        static OTHER: OnceLock<Value> = OnceLock::new();
        let other = OTHER.get_or_init(|| {
            let other = Bundle::of(sample(), registry().clone()).with(|base| {
                base["canonical_record"]["metadata"]["license"] = json!("another");
            });
            other.event(Event::new("correction").payload(json!({"text": "another"}))).value()
        });
        collect(other, &mut self.statements);
        let part = *input.choose(&[
            "canonical_record",
            "events",
            "state",
            "bundle_signature",
            "public_keys",
            "pith_number",
        ])?;
        if let Value::Object(members) = &mut self.value {
            members.insert(part.to_owned(), other[part].clone());
        }
        Ok(())
    }

    /// Computes stated digests anew without signing anything, as a forger without a key would.
    fn restate(&mut self, input: &mut Unstructured<'_>) -> Result<()> {
        let which = input.int_in_range(0..=3)?;
        let record = self.value.get("canonical_record").filter(|record| record.is_object());
        let record = record.map(|record| digest(record, &[]));
        if let (true, Some(record)) = (which > 1, record) {
            self.value["canonical_sha256"] = json!(record);
        }
        if let Some(state) = self.value.get_mut("state").filter(|state| state.is_object() && which > 0) {
            state["state_sha256"] = json!(digest(state, &["state_sha256"]));
        }
        if self.value.pointer("/bundle_signature/bundle_sha256").is_some() {
            self.value["bundle_signature"]["bundle_sha256"] = json!(digest(&self.value, &["bundle_signature"]));
        }
        Ok(())
    }

    /// Signs an event anew, whatever has become of it.
    fn sign_event(&mut self, input: &mut Unstructured<'_>, signer: &Signer) -> Result<()> {
        let events = if self.value.is_array() { Some(&mut self.value) } else { self.value.get_mut("events") };
        let Some(Value::Array(events)) = events else { return Ok(()) };
        if events.is_empty() {
            return Ok(());
        }
        let at = input.choose_index(events.len())?;
        if !events[at].is_object() {
            return Ok(());
        }
        let content = digest(&events[at], &["signature", "content_sha256", "event_id"]);
        events[at]["signature"] = signer.signature(&content, "open_graph_event_sha256_bytes");
        events[at]["event_id"] = json!(format!("sha256:{content}"));
        events[at]["content_sha256"] = json!(content);
        self.sealed(content, CheckName::EventSignature, signer);
        Ok(())
    }

    fn sign_bundle(&mut self, signer: &Signer) {
        if !self.value.is_object() || self.value.get("bundle_type").is_none() {
            return;
        }
        let content = digest(&self.value, &["bundle_signature"]);
        self.value["bundle_signature"] = signer.signature(&content, "bundle_sha256_bytes");
        self.value["bundle_signature"]["bundle_sha256"] = json!(content);
        self.sealed(content, CheckName::BundleSignature, signer);
    }

    fn sealed(&mut self, digest: String, slot: CheckName, signer: &Signer) {
        if signer.key_id == registry().key_id {
            self.statements.insert(digest, slot);
        }
    }
}

fn swapped_case(text: &str) -> String {
    let swapped = |char: char| if char.is_lowercase() { char.to_ascii_uppercase() } else { char.to_ascii_lowercase() };
    text.chars().map(swapped).collect()
}
