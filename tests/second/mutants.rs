//! Random mutants of documents, the same in every run.

use super::common::builder::{Bundle, Event, Signer, digest, integrity_document, integrity_event};
use super::common::{SAMPLES, Shuffle, corpus, json, sample};
use serde_json::{Map, Value, json};

/// Words that decide something in one place or another.
const WORDS: [&str; 46] = [
    "pith-v1-2026-05",
    "test-registry",
    "another",
    "stranger",
    "8d4b5ee74e4693bcd1df2446408b0d54",
    "21fe31dfa154a261626bf854046fd227",
    "canonical_sha256_bytes",
    "open_graph_event_sha256_bytes",
    "bundle_sha256_bytes",
    "ed25519",
    "Ed25519",
    "signed_v1",
    "unsigned",
    "1.0",
    "2.0",
    "record_created",
    "graph_snapshot",
    "correction",
    "mirror_hint",
    "author_attestation",
    "pith.integrity.v1",
    "pith.something",
    "2026-05-18T03:38:55Z",
    "2026-05-18T03:38:55.5Z",
    "2026-05-18T05:38:55+02:00",
    "2026-05-18 03:38:55",
    "2026-13-18T03:38:55Z",
    "2012",
    "",
    "pith_short_8",
    "pith_short_9",
    "pith_short_12",
    "arxiv",
    "arxiv_version",
    "doi",
    "isbn",
    "pith-open-graph-merge-v1",
    "pith-open-graph-merge-v2",
    "258153158e38e3291e3d48162225fcdb2d5a3ed65a07baac614ab91432fd4f57",
    "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "A Generic Checkpoint-Restart Mechanism for Virtual Machines",
    "Ä title\u{2028}of İstanbul",
    "pith_open_graph_state",
];

/// Members that a document of the format may have somewhere.
const MEMBERS: [&str; 27] = [
    "events",
    "payload",
    "signature",
    "receipt",
    "canonical_record",
    "canonical_sha256",
    "source",
    "paper",
    "title",
    "abstract_excerpt",
    "graph_snapshot",
    "claims",
    "items",
    "sample",
    "count",
    "integrity",
    "findings",
    "detectors_run",
    "supersedes",
    "prev_event",
    "created_at",
    "public_key_hex",
    "public_key_b64",
    "fingerprint_sha256_hex",
    "state",
    "note",
    "schema",
];

/// The pointers of everything below a value.
pub(crate) fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        let mut below = |step: &str, value: &Value| {
            let at = format!("{at}/{step}");
            walk(value, &at, found);
            found.push(at);
        };
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| below(&key.replace('~', "~0").replace('/', "~1"), value));
            }
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(index, value)| below(&index.to_string(), value));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// Takes what stands at a place out of a document.
pub(crate) fn remove(document: &mut Value, place: &str) -> Option<Value> {
    let (parent, step) = place.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(members) => members.shift_remove(&step.replace("~1", "/").replace("~0", "~")),
        Value::Array(elements) => {
            let index: usize = step.parse().ok()?;
            (index < elements.len()).then(|| elements.remove(index))
        }
        _ => None,
    }
}

/// The three that sign: the registry of the builder under its name in the ring, one in the ring under none, and
/// one who is not; each under its own name or another's.
fn signer(random: &mut Shuffle) -> Signer {
    let names = ["test-registry", "test-registry", "another", "pith-v1-2026-05", "stranger"];
    let number = [0, 0, 0, 1, 1, 2][random.below(6)];
    let own = ["test-registry", "another", "stranger"][number];
    let name = if random.below(4) == 0 { names[random.below(names.len())] } else { own };
    Signer::test(number, name)
}

/// Documents that nobody has published: bundles with all kinds of events, their parts, and integrity documents.
pub(crate) fn built() -> Vec<Value> {
    let of_another = Event::new("correction").by(&Signer::test(1, "another"));
    let note = json!({"ü": "\u{2028}\"\\", "": [1.0, 1e21], "x": {}});
    let mut found = vec![
        Bundle::new().value(),
        Bundle::new().with(|bundle| bundle["note"] = note).event(of_another).value(),
        Bundle::of(json(&sample("bundle-1411.1958")), Signer::test(2, "pith-v1-2026-05")).value(),
        Bundle::of(json(&sample("bundle-1501.03619")), Signer::test(2, "stranger")).value(),
        Bundle::of(json(&sample("bundle-1606.05963")), Signer::test(1, "another")).value(),
    ];
    let mut random = Shuffle::new(0x6275_696c);
    for _ in 0..60 {
        found.push(random_bundle(&mut random).value());
    }
    let bundle = found[1].clone();
    let graph = &bundle["events"][1]["payload"]["graph_snapshot"];
    found.extend([
        bundle["events"].clone(),
        json!({"events": bundle["events"]}),
        bundle["events"][0].clone(),
        bundle["state"].clone(),
        bundle["canonical_record"].clone(),
        bundle["public_keys"][0].clone(),
        graph.clone(),
    ]);
    let mut listed = graph.clone();
    listed["claims"] = json!({"items": [{"a": 1}], "count": 1});
    listed["claims"]["snapshot_sha256"] = json!(digest(&json!({"payload": [{"a": 1}]}), &[]));
    found.push(listed);
    let findings = json!([{"detector": "test-detector", "finding": "a figure twice"}]);
    for number in 0..3 {
        let event = |id, finding: &str| {
            integrity_event(id, &json!({"finding": finding}), &Signer::test(number, "test-registry"))
        };
        found.push(integrity_document(&findings, &[event(1, "a figure twice"), event(2, "none")]));
    }
    // One of each verdict, where the corpus is left out.
    let mut broken = found[0].clone();
    broken["links"] = json!({});
    found.extend([broken, json!({"bundle_type": "another"})]);
    // The abstract that a sample has whole, bound.
    let whole = json(&sample("graph-1706.00337"))["paper"].clone();
    found.push(Bundle::new().with(|bundle| with_paper(bundle, &whole)).value());
    found.push(record(&whole));
    found
}

/// A bundle about another paper, whose abstract is whole.
fn with_paper(bundle: &mut Value, paper: &Value) {
    let hash = |name: &str| pith_verifier::sha256_hex(paper[name].as_str().unwrap().to_lowercase().as_bytes());
    let metadata = &mut bundle["canonical_record"]["metadata"];
    metadata["title_canon_sha256"] = json!(hash("title"));
    metadata["abstract_canon_sha256"] = json!(hash("abstract_excerpt"));
    bundle["events"][1]["payload"]["graph_snapshot"]["paper"] = paper.clone();
}

/// A record with a receipt by the builder's registry.
fn record(paper: &Value) -> Value {
    let bundle = Bundle::new().with(|bundle| with_paper(bundle, paper)).value();
    let mut record = json(&sample("record-2101.05782"));
    for member in ["pith_number", "short_pith_number", "canonical_record", "canonical_sha256", "source"] {
        record[member] = bundle[member].clone();
    }
    record["aliases"] = bundle["source_aliases"].clone();
    record["paper"] = paper.clone();
    record["graph_snapshot"] = bundle["events"][1]["payload"]["graph_snapshot"].clone();
    record["receipt"] = bundle["events"][0]["payload"]["receipt"].clone();
    record
}

/// A bundle with some further events, in any order.
fn random_bundle(random: &mut Shuffle) -> Bundle {
    let types = ["correction", "mirror_hint", "graph_snapshot", "timestamp_anchor", "storage_attestation"];
    let mut bundle = Bundle::new();
    let snapshot = bundle.events[1].value["payload"].clone();
    for number in 0..random.below(4) {
        let kind = types[random.below(types.len())];
        let mut event = Event::new(kind);
        if kind == "graph_snapshot" {
            event = event.payload(snapshot.clone()).with("target", json!("graph"));
        } else {
            event = event.payload(json!({"number": number, "half": 0.5, "url": "https://example.org/"}));
        }
        let time = ["2026-05-18T03:38:55Z", "2026-07-01T00:00:00Z", "2025-07-01T00:00:00+01:00"][random.below(3)];
        event = event.at(time);
        if random.below(4) == 0 {
            event = event.previous("sha256:00");
        }
        if random.below(3) == 0 {
            event = event.by(&signer(random));
        }
        bundle = bundle.event(event);
    }
    random.shuffle(&mut bundle.events);
    bundle
}

pub(crate) struct Mutants {
    bases: Vec<Value>,
}

impl Mutants {
    pub(crate) fn new() -> Self {
        let mut bases = Vec::new();
        // Real and built ones have parts that all hold; the faults are many and near to each other.
        for _ in 0..3 {
            bases.extend(SAMPLES.iter().map(|name| json(&sample(name))));
            bases.extend(built());
        }
        bases.extend(corpus().into_iter().filter_map(|path| {
            let bytes = std::fs::read(path).unwrap();
            serde_json::from_slice::<Value>(&bytes).ok()
        }));
        Self { bases }
    }

    /// The mutant of this number.
    pub(crate) fn mutant(&self, number: usize) -> Vec<u8> {
        // Neighbouring seeds begin alike.
        let seed = u64::try_from(number).unwrap().wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 2;
        let mut random = Shuffle::new(seed);
        let mut document = self.bases[random.below(self.bases.len())].clone();
        for _ in 0..[1, 1, 1, 2, 2, 3][random.below(6)] {
            self.change(&mut document, &mut random);
        }
        if random.below(3) > 0 {
            sign_again(&mut document, &mut random);
        }
        if random.below(8) == 0 {
            self.change(&mut document, &mut random);
        }
        let mut text = document.to_string().into_bytes();
        if random.below(40) == 0 {
            let at = random.below(text.len());
            match random.below(3) {
                0 => text[at] = u8::try_from(random.below(256)).unwrap(),
                1 => drop(text.remove(at)),
                _ => text.truncate(at),
            }
        }
        text
    }

    fn change(&self, document: &mut Value, random: &mut Shuffle) {
        let place = a_place(document, random);
        let Some(value) = document.pointer(&place).cloned() else { return };
        match random.below(13) {
            0 | 1 => *document.pointer_mut(&place).unwrap() = changed(&value, random),
            2 | 3 => drop(remove(document, &place)),
            4 => *document.pointer_mut(&place).unwrap() = retyped(&value, random),
            5 => {
                let other = a_place(document, random);
                // Not into itself.
                if !other.starts_with(&place) && !place.starts_with(&other) {
                    let there = std::mem::replace(document.pointer_mut(&other).unwrap(), value);
                    *document.pointer_mut(&place).unwrap() = there;
                }
            }
            6 => {
                let from = &self.bases[random.below(self.bases.len())];
                let same_place = from.pointer(&place).cloned();
                let other = same_place.or_else(|| from.pointer(&a_place(from, random)).cloned());
                *document.pointer_mut(&place).unwrap() = other.unwrap_or_default();
            }
            7 => transplant(document, random),
            8 => rename(document, &place, random),
            9 => *document.pointer_mut(&place).unwrap() = json!(WORDS[random.below(WORDS.len())]),
            10 => {
                if let Some(Value::Object(members)) = document.pointer_mut(&place) {
                    members.insert(MEMBERS[random.below(MEMBERS.len())].to_owned(), retyped(&Value::Null, random));
                } else {
                    word_at_a_text(document, random);
                }
            }
            11 => in_a_list(document, random),
            _ => word_at_a_text(document, random),
        }
    }
}

/// A place, reached by steps each of which is as likely as the others, so that the large parts do not get all.
fn a_place(document: &Value, random: &mut Shuffle) -> String {
    let (mut value, mut at) = (document, String::new());
    loop {
        let (step, below) = match value {
            Value::Object(members) if !members.is_empty() => {
                let (key, below) = members.iter().nth(random.below(members.len())).unwrap();
                (key.replace('~', "~0").replace('/', "~1"), below)
            }
            Value::Array(elements) if !elements.is_empty() => {
                let index = random.below(elements.len());
                (index.to_string(), &elements[index])
            }
            _ => return at,
        };
        at = format!("{at}/{step}");
        value = below;
        if random.below(5) == 0 {
            return at;
        }
    }
}

fn changed(value: &Value, random: &mut Shuffle) -> Value {
    match value {
        Value::String(text) => {
            let mut chars: Vec<char> = text.chars().collect();
            let at = random.below(chars.len() + 1);
            match random.below(5) {
                0 if at < chars.len() => drop(chars.remove(at)),
                1 => chars.insert(at, ['0', 'a', 'Z', ' ', '\n', 'İ', '\u{1}', '=', '/'][random.below(9)]),
                2 => return json!(text.to_uppercase()),
                3 => return json!(text.to_lowercase()),
                _ if at < chars.len() => chars[at] = if chars[at] == '0' { '1' } else { '0' },
                _ => chars.push('x'),
            }
            json!(chars.into_iter().collect::<String>())
        }
        Value::Number(number) => match number.as_i64() {
            Some(number) if random.below(3) > 0 => json!(number + 1),
            Some(_) => json!(number.as_f64()),
            None => json!(1),
        },
        Value::Bool(is) => json!(!is),
        Value::Null => json!(0),
        Value::Array(elements) if !elements.is_empty() => json!([]),
        Value::Array(_) => json!([0]),
        Value::Object(members) if !members.is_empty() => json!({}),
        Value::Object(_) => json!({"added": 0}),
    }
}

fn retyped(value: &Value, random: &mut Shuffle) -> Value {
    match random.below(10) {
        0 => json!(null),
        1 => json!(0),
        2 => json!(1.0),
        3 => json!(""),
        4 => json!([]),
        5 => json!({}),
        6 => json!(true),
        7 => json!([value]),
        8 => json!({"a": value}),
        _ => json!(value.to_string()),
    }
}

/// A signature in the place of another, whole or its bytes alone.
fn transplant(document: &mut Value, random: &mut Shuffle) {
    let places: Vec<String> = places(document).into_iter().filter(|place| place.ends_with("/signature_b64")).collect();
    if places.len() < 2 {
        return;
    }
    let mut one = || places[random.below(places.len())].as_str();
    let (mut from, mut to) = (one(), one());
    if random.below(2) == 0 {
        (from, to) = (from.rsplit_once('/').unwrap().0, to.rsplit_once('/').unwrap().0);
    }
    let value = document.pointer(from).unwrap().clone();
    *document.pointer_mut(to).unwrap() = value;
}

fn rename(document: &mut Value, place: &str, random: &mut Shuffle) {
    let Some((parent, step)) = place.rsplit_once('/') else { return };
    if let Some(Value::Object(members)) = document.pointer_mut(parent) {
        let new =
            if random.below(2) == 0 { MEMBERS[random.below(MEMBERS.len())].to_owned() } else { format!("{step}x") };
        let renamed: Map<String, Value> = std::mem::take(members)
            .into_iter()
            .map(|(key, value)| if key == step { (new.clone(), value) } else { (key, value) })
            .collect();
        *members = renamed;
    }
}

/// One of the words in the place of some text.
fn word_at_a_text(document: &mut Value, random: &mut Shuffle) {
    let places: Vec<String> =
        places(document).into_iter().filter(|place| document.pointer(place).unwrap().is_string()).collect();
    if !places.is_empty() {
        let place = &places[random.below(places.len())];
        *document.pointer_mut(place).unwrap() = json!(WORDS[random.below(WORDS.len())]);
    }
}

/// An element twice, two in another order, or a list turned round.
fn in_a_list(document: &mut Value, random: &mut Shuffle) {
    let places: Vec<String> = places(document)
        .into_iter()
        .filter(|place| document.pointer(place).unwrap().as_array().is_some_and(|list| !list.is_empty()))
        .collect();
    if places.is_empty() {
        return;
    }
    let place = &places[random.below(places.len())];
    let list = document.pointer_mut(place).unwrap().as_array_mut().unwrap();
    let at = random.below(list.len());
    match random.below(3) {
        0 => list.insert(at, list[at].clone()),
        1 => list.swap(0, at),
        _ => list.reverse(),
    }
}

/// Digests and signatures made again from the smallest part to the whole, so that changes below them are reached.
/// Now and then one is left as it was.
fn sign_again(document: &mut Value, random: &mut Shuffle) {
    let signer = signer(random);
    let skip = random.below(8);
    let is = |document: &Value, name: &str| document.get(name).is_some();
    if document.is_array() || is(document, "event_type") {
        sign_events(document, &signer, skip);
    } else if is(document, "bundle_type") {
        if skip != 0 {
            name_again(document);
        }
        if skip != 1 {
            sign_events(&mut document["events"], &signer, skip);
        }
        if skip < 6 && document["state"].is_object() {
            rebuild_state(document);
        }
        if skip != 2 && document["state"].is_object() {
            document["state"]["state_sha256"] = json!(digest(&document["state"], &["state_sha256"]));
        }
        if random.below(2) == 0 {
            document["public_keys"] = json!([signer.key_object()]);
        }
        if skip != 3 {
            let content = digest(document, &["bundle_signature"]);
            let mut signature = signer.signature(&content, "bundle_sha256_bytes");
            signature["bundle_sha256"] = json!(content);
            document["bundle_signature"] = signature;
        }
    } else if is(document, "record_type") {
        if skip != 0 {
            name_again(document);
        }
        sign_receipt(document, &signer);
    } else if is(document, "state_type") {
        document["state_sha256"] = json!(digest(document, &["state_sha256"]));
    } else if document["schema"].is_string() {
        for event in document["events"].as_array_mut().into_iter().flatten().filter(|event| event.is_object()) {
            let content = digest(&event["payload"], &[]);
            event["signature_b64"] = json!(signer.sign(&content));
            event["payload_sha256"] = json!(content);
            event["signing_key_id"] = json!(signer.key_id);
        }
    } else if document["events"].is_array() {
        sign_events(&mut document["events"], &signer, skip);
    }
}

/// Digest, numbers and copies of the canonical record.
fn name_again(document: &mut Value) {
    let record = document["canonical_record"].clone();
    let content = digest(&record, &[]);
    document["canonical_sha256"] = json!(content);
    document["source"] = record["source"].clone();
    for event in document["events"].as_array_mut().into_iter().flatten() {
        if event["payload"]["canonical_record"].is_object() {
            event["payload"]["canonical_record"] = record.clone();
            for (member, name) in [("source_kind", "kind"), ("source_id", "id"), ("source_version", "version")] {
                event["payload"][member] = record["source"][name].clone();
            }
        }
    }
}

fn sign_receipt(holder: &mut Value, signer: &Signer) {
    let content = digest(&holder["canonical_record"], &[]);
    holder["canonical_sha256"] = json!(content);
    let mut receipt = signer.signature(&content, "canonical_sha256_bytes");
    receipt["canonical_sha256"] = json!(content);
    holder["receipt"] = receipt;
}

fn sign_events(events: &mut Value, signer: &Signer, skip: usize) {
    let single = events.is_object();
    let list: Vec<&mut Value> =
        if single { vec![events] } else { events.as_array_mut().into_iter().flatten().collect() };
    for event in list.into_iter().filter(|event| event.is_object()) {
        if event["payload"]["canonical_record"].is_object() && skip != 4 {
            sign_receipt(&mut event["payload"], signer);
        }
        event["signer"] = json!({
            "signer_id": signer.key_id, "signer_type": "test", "key_id": signer.key_id,
            "public_key_fingerprint": signer.fingerprint(),
        });
        let content = digest(event, &["signature", "content_sha256", "event_id"]);
        event["signature"] = signer.signature(&content, "open_graph_event_sha256_bytes");
        event["content_sha256"] = json!(content);
        event["event_id"] = json!(format!("sha256:{content}"));
    }
}

/// What a state repeats of the events, where they are as they should be; else it stays as it is.
fn rebuild_state(document: &mut Value) {
    let events: Vec<Value> = document["events"].as_array().cloned().unwrap_or_default();
    let current =
        json!({"canonical_record": document["canonical_record"], "source_aliases": document["source_aliases"]});
    let Some(stated) = document["state"]["current"].as_object_mut() else { return };
    stated.extend(current.as_object().unwrap().clone());
    let mut ids = Vec::new();
    let mut lists: Map<String, Value> = Map::new();
    for event in &events {
        let Some(kind) = event["event_type"].as_str() else { return };
        let entry = json!({"event_id": event["event_id"], "target": event["target"],
            "created_at": event["created_at"], "signer": event["signer"], "payload": event["payload"]});
        ids.push(event["event_id"].clone());
        if kind == "record_created" {
            stated.insert("record_created".to_owned(), entry);
        } else {
            lists.entry(format!("{kind}s")).or_insert_with(|| json!([])).as_array_mut().unwrap().push(entry);
        }
    }
    stated.extend(lists);
    let state = &mut document["state"];
    state["event_count"] = json!(events.len());
    state["valid_event_count"] = json!(events.len());
    state["applied_event_ids"] = json!(ids);
}
