//! The key ring: whose keys establish a signer. A key found in a document never does.
//!
//! A ring is a list of entries. Nothing that was added is ever thrown away: where several entries are about one
//! key, the strictest counts, so that no later import makes a retired or revoked key good again. Where two
//! keys go by one identifier, both are in the ring; a signature is checked with the one whose fingerprint it
//! names.

use std::fmt;

use crate::canonical::push_string;
use crate::crypto::{PublicKey, sha256};
use crate::encoding::{base32_26, from_base64, from_hex, hex};
use crate::json::{self, Json, NodeId, Tree};
use crate::limits;
use crate::report::{KeyStatus, KeyTrust, Ring, RingEntry};
use crate::time::Time;
use crate::visible::visible;

/// The registry's key `pith-v1-2026-05`.
///
/// Source: the `public_keys` of four published bundles and the service's mirror manifest agree
/// (description of Pith documents, section 3; all five files are in `tests/samples`).
const REGISTRY_KEY: &str = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3";

/// The name that the registry gives it, from the same sources.
const REGISTRY_KEY_ID: &str = "pith-v1-2026-05";

const RING_TYPE: &str = "pith_verifier_key_ring";
const RING_VERSION: &str = "1";

/// The members of a ring file's key.
const ENTRY_MEMBERS: [&str; 9] = [
    "key_id",
    "algorithm",
    "public_key_hex",
    "fingerprint_sha256_hex",
    "source",
    "status",
    "valid_from",
    "valid_until",
    "note",
];

/// The keys whose signatures establish the signer.
///
/// ```
/// use pith_verifier::KeyRing;
///
/// let mut ring = KeyRing::built_in();
/// ring.add(b"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "my own note")?;
/// assert_eq!(ring.len(), 2);
///
/// let mut copy = KeyRing::empty();
/// copy.add(ring.to_json().as_bytes(), "a file")?;
/// assert_eq!(copy, ring);
/// # Ok::<(), pith_verifier::KeyFault>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyRing {
    keys: Vec<RingKey>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RingKey {
    pub(crate) key: PublicKey,
    pub(crate) key_id: Option<String>,
    pub(crate) terms: Terms,
}

/// What the ring says of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) source: String,
    pub(crate) status: KeyStatus,
    /// The first moment at which the key counts.
    pub(crate) valid_from: Option<Time>,
    /// The first moment at which it does not count any more.
    pub(crate) valid_until: Option<Time>,
    pub(crate) note: Option<String>,
}

impl Terms {
    fn current(source: &str) -> Self {
        Self { source: source.to_owned(), status: KeyStatus::Current, valid_from: None, valid_until: None, note: None }
    }

    /// Adds what another entry says of the same key: the stricter of both.
    pub(crate) fn tighten(&mut self, other: &Self) {
        if other.status > self.status {
            (self.status, self.source, self.note) = (other.status, other.source.clone(), other.note.clone());
        }
        let later = |time: &&Time| self.valid_from.as_ref().is_none_or(|from| time.instant() > from.instant());
        if let Some(from) = other.valid_from.as_ref().filter(later) {
            self.valid_from = Some(from.clone());
        }
        let earlier = |time: &&Time| self.valid_until.as_ref().is_none_or(|until| time.instant() < until.instant());
        if let Some(until) = other.valid_until.as_ref().filter(earlier) {
            self.valid_until = Some(until.clone());
        }
        if self.note.is_none() {
            self.note.clone_from(&other.note);
        }
    }

    /// Whether the key counted at a time.
    pub(crate) fn holds_at(&self, time: &Time) -> bool {
        let at = time.instant();
        self.valid_from.as_ref().is_none_or(|from| from.instant() <= at)
            && self.valid_until.as_ref().is_none_or(|until| at < until.instant())
    }

    /// Whether the key establishes a signer. `at` is a time at which the document is known to have existed.
    /// `claimed` are the times that the signatures themselves claim. Those are the signer's word, and whoever
    /// holds a key can write any: they may speak against a key and never for it.
    pub(crate) fn trust(&self, at: Option<&Time>, claimed: &[&Time]) -> KeyTrust {
        let windowed = self.valid_from.is_some() || self.valid_until.is_some();
        let ended = |at: &Time| self.valid_until.as_ref().is_none_or(|until| until.instant() <= at.instant());
        match (self.status, at) {
            (KeyStatus::Revoked, _) => KeyTrust::Revoked,
            (KeyStatus::Retired, None) => KeyTrust::Retired,
            (KeyStatus::Retired, Some(at)) if ended(at) => KeyTrust::Retired,
            (KeyStatus::Current, _) if !windowed => KeyTrust::Trusted,
            (_, Some(at)) if !self.holds_at(at) => KeyTrust::OutsideWindow,
            _ if claimed.iter().any(|time| !self.holds_at(time)) => KeyTrust::OutsideWindow,
            (_, None) => KeyTrust::WindowUnproven,
            (_, Some(at)) if claimed.iter().any(|time| time.instant() > at.instant()) => KeyTrust::TimeContradicted,
            (_, Some(_)) => KeyTrust::InWindow,
        }
    }
}

impl RingKey {
    /// Whether the identifier is the registry's own name for its key. Any other is the caller's label.
    pub(crate) fn has_registry_name(&self) -> bool {
        self.key_id.as_deref() == Some(REGISTRY_KEY_ID) && hex(self.key.bytes()) == REGISTRY_KEY
    }
}

/// Why a text was not taken as a key: what was expected, what was found, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFault(String);

impl fmt::Display for KeyFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for KeyFault {}

impl KeyRing {
    /// A ring without keys.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A ring with the registry's key that this verifier was built with.
    #[must_use]
    pub fn built_in() -> Self {
        let key = from_hex(REGISTRY_KEY).and_then(|bytes| PublicKey::load(&bytes));
        let registry = key.map(|key| RingKey {
            key,
            key_id: Some(REGISTRY_KEY_ID.to_owned()),
            terms: Terms::current("the Pith registry’s key, built into this verifier"),
        });
        Self { keys: registry.into_iter().collect() }
    }

    /// Adds the keys of a key file and says how many the file has. A key file is a ring file (what
    /// [`to_json`](Self::to_json) gives), 64 hexadecimal digits, a key object as the service publishes it, an
    /// array of key objects, or a mirror manifest. `source` says where the keys are from and is repeated in
    /// reports, unless a ring file has a source of its own.
    ///
    /// What is in the ring stays: of several entries about one key the strictest counts, which is the one with the
    /// strictest status, the latest `valid_from` and the earliest `valid_until`. An entry that is in the ring
    /// already is not added again.
    ///
    /// # Errors
    /// When the text is none of these, or a key in it is malformed, or the ring would have more than 1,000 entries,
    /// or more than four keys under one identifier.
    /// Nothing is added then.
    pub fn add(&mut self, text: &[u8], source: &str) -> Result<usize, KeyFault> {
        let trimmed = text.trim_ascii();
        // A source is cut, for one that this program made of a path is nobody's mistake.
        let source = cut(source, limits::RING_TEXT);
        let new = if trimmed.len() == 64 && trimmed.iter().all(u8::is_ascii_hexdigit) {
            let lower = trimmed.to_ascii_lowercase();
            let digits = std::str::from_utf8(&lower).unwrap_or_default();
            let key = load(from_hex(digits), "the 64 hexadecimal digits")?;
            vec![RingKey { key, key_id: None, terms: Terms::current(source) }]
        } else {
            key_file(trimmed, source)?
        };
        self.extend(new)
    }

    /// The ring of a report or ring file that was read already.
    pub(crate) fn read(tree: &Tree<'_>, ring: NodeId) -> Result<Self, KeyFault> {
        let mut read = Self::empty();
        read.extend(ring_file(tree, ring, "a ring file that does not say where its key is from")?)?;
        Ok(read)
    }

    fn extend(&mut self, new: Vec<RingKey>) -> Result<usize, KeyFault> {
        let (before, count) = (self.keys.len(), new.len());
        for key in new {
            if self.keys.contains(&key) {
                continue;
            }
            let same_id = self.keys.iter().filter(|known| known.key_id.is_some() && known.key_id == key.key_id);
            let mut others: Vec<&PublicKey> = same_id.map(|known| &known.key).collect();
            others.push(&key.key);
            others.sort_unstable_by_key(|key| key.bytes());
            others.dedup();
            let fault = if self.keys.len() == limits::RING_KEYS {
                format!("expected at most {} entries in a key ring, found more", limits::RING_KEYS)
            } else if others.len() > limits::RING_SAME_ID {
                let id = visible(key.key_id.as_deref().unwrap_or_default());
                format!(
                    "expected at most {} keys with the identifier {id} in a key ring, found more",
                    limits::RING_SAME_ID
                )
            } else {
                self.keys.push(key);
                continue;
            };
            self.keys.truncate(before);
            return Err(KeyFault(format!("{fault}; leave out the keys that you do not need")));
        }
        Ok(count)
    }

    /// The ring as a ring file: JSON that [`add`](Self::add) takes, with every entry as it is.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut bytes = Vec::new();
        let member = |bytes: &mut Vec<u8>, start: &str, name: &str, value: Option<&str>| {
            bytes.extend_from_slice(start.as_bytes());
            push_string(bytes, name);
            bytes.push(b':');
            match value {
                Some(value) => push_string(bytes, value),
                None => bytes.extend_from_slice(b"null"),
            }
        };
        let ring = self.to_report();
        member(&mut bytes, "{", "ring_type", Some(ring.ring_type));
        member(&mut bytes, ",", "ring_version", Some(ring.ring_version));
        bytes.extend_from_slice(b",\"keys\":[");
        for (place, key) in ring.keys.iter().enumerate() {
            let start = if place == 0 { "\n{" } else { ",\n{" };
            let values = [
                key.key_id.as_deref(),
                Some(key.algorithm),
                Some(&*key.public_key_hex),
                Some(&*key.fingerprint_sha256_hex),
                Some(&*key.source),
                Some(key.status.as_str()),
                key.valid_from.as_deref(),
                key.valid_until.as_deref(),
                key.note.as_deref(),
            ];
            for (index, (name, value)) in ENTRY_MEMBERS.into_iter().zip(values).enumerate() {
                member(&mut bytes, if index == 0 { start } else { "," }, name, value);
            }
            bytes.push(b'}');
        }
        bytes.extend_from_slice(b"\n]}\n");
        // It is made of `str` alone.
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The ring as it stands in a report.
    #[must_use]
    pub fn to_report(&self) -> Ring {
        let text = |time: &Option<Time>| time.as_ref().map(|time| time.as_str().to_owned());
        let entry = |entry: &RingKey| RingEntry {
            key_id: entry.key_id.clone(),
            algorithm: "ed25519",
            public_key_hex: hex(entry.key.bytes()),
            fingerprint_sha256_hex: fingerprint(entry.key.bytes()),
            source: entry.terms.source.clone(),
            status: entry.terms.status,
            valid_from: text(&entry.terms.valid_from),
            valid_until: text(&entry.terms.valid_until),
            note: entry.terms.note.clone(),
        };
        Ring { ring_type: RING_TYPE, ring_version: RING_VERSION, keys: self.keys.iter().map(entry).collect() }
    }

    /// How many entries the ring has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether the ring has no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(crate) fn keys(&self) -> &[RingKey] {
        &self.keys
    }
}

/// The first 16 bytes of the SHA-256 of the raw key, in hexadecimal.
pub(crate) fn fingerprint(key: &[u8; 32]) -> String {
    let mut text = hex(&sha256(key));
    text.truncate(32);
    text
}

/// The first 130 bits of the SHA-256 of the raw key, in base32. The format calls it
/// `fingerprint_sha256_b32_first128bits`.
pub(crate) fn fingerprint_base32(key: &[u8; 32]) -> String {
    base32_26(&sha256(key))
}

fn key_file(text: &[u8], source: &str) -> Result<Vec<RingKey>, KeyFault> {
    let expected = "expected 64 hexadecimal digits, a key object with `public_key_hex`, an array of key objects, a mirror manifest, or a ring file";
    let tree = json::parse(text, &limits::KEY_FILE).map_err(|fault| {
        let found = if fault.kind.is_limit() { "more than a key file may hold" } else { "text that is not JSON" };
        KeyFault(format!("{expected}; found {found} at byte {}", fault.offset))
    })?;
    let root = tree.root();
    if tree.member(root, "ring_type").is_some() {
        return ring_file(&tree, root, source);
    }
    let objects: Vec<NodeId> = if tree.is_array(root) {
        tree.children(root).collect()
    } else if let Some(mirrors) = tree.member(root, "mirrors") {
        tree.children(mirrors).filter_map(|mirror| tree.member(mirror, "public_key")).collect()
    } else {
        vec![root]
    };
    if objects.is_empty() {
        return Err(KeyFault(format!("{expected}; found no key")));
    }
    objects.into_iter().map(|object| key_object(&tree, object, expected, source)).collect()
}

/// A key object as the service publishes it. It says nothing of status or validity that has published rules.
fn key_object(tree: &Tree<'_>, object: NodeId, expected: &str, source: &str) -> Result<RingKey, KeyFault> {
    let place = place(tree, object);
    // Whoever writes one of these means something by it, so it is not passed over.
    for name in ["status", "valid_from", "valid_until"] {
        if tree.member(object, name).is_some() {
            return Err(KeyFault(format!(
                "{place}: expected `{name}` only in a ring file, found it in a key object, where nobody has published what it means; put the key into a ring file"
            )));
        }
    }
    let (key_id, key) = public_key(tree, object, &place, expected)?;
    let mut terms = Terms::current(source);
    if let Some(rotates) = tree.member(object, "rotates_at").filter(|&node| tree.json(node) != Json::Null) {
        let value = tree.text(rotates).unwrap_or("something that is not a text");
        let value = cut(value, 100);
        terms.note = Some(format!(
            "The key object says that the key rotates at {value}. Nobody has published what that means, so it is not applied."
        ));
    }
    Ok(RingKey { key, key_id, terms })
}

/// A ring file. Nothing in it is passed over: what is not known is refused.
fn ring_file(tree: &Tree<'_>, ring: NodeId, source: &str) -> Result<Vec<RingKey>, KeyFault> {
    let fault = |what: &str| Err(KeyFault(format!("the ring file: expected {what}, found something else")));
    let text = |name| tree.member_text(ring, name);
    if text("ring_type") != Some(RING_TYPE) {
        return fault("`ring_type` to be pith_verifier_key_ring");
    }
    if text("ring_version") != Some(RING_VERSION) {
        return fault("`ring_version` to be 1, the one version that this verifier knows");
    }
    let Some(keys) = tree.member(ring, "keys").filter(|&keys| tree.is_array(keys) && tree.count(ring) == 3) else {
        return fault("an array `keys` beside `ring_type` and `ring_version`, and nothing else");
    };
    tree.children(keys).map(|entry| ring_entry(tree, entry, source)).collect()
}

fn ring_entry(tree: &Tree<'_>, entry: NodeId, source: &str) -> Result<RingKey, KeyFault> {
    let place = place(tree, entry);
    let fault = |what: &str| KeyFault(format!("{place}: expected {what}, found something else"));
    for member in tree.children(entry) {
        let name = tree.key(member).unwrap_or_default();
        if !ENTRY_MEMBERS.contains(&name) {
            return Err(fault(&format!("no member but {}", ENTRY_MEMBERS.join(", "))));
        }
        let fits = match tree.json(member) {
            Json::Null => true,
            Json::String(text) => text.len() <= limits::RING_TEXT,
            _ => false,
        };
        if !fits {
            return Err(fault(&format!("`{name}` to be a text of at most {} bytes", limits::RING_TEXT)));
        }
    }
    let text = |name| tree.member_text(entry, name);
    let (key_id, key) = public_key(tree, entry, &place, "expected a key with `public_key_hex`")?;
    let status = text("status")
        .map_or(Some(KeyStatus::Current), |word| KeyStatus::ALL.iter().copied().find(|status| status.as_str() == word));
    let status = status.ok_or_else(|| fault("`status` to be current, retired or revoked"))?;
    let time = |name: &'static str| match text(name).map(str::parse::<Time>) {
        Some(Ok(time)) => Ok(Some(time)),
        Some(Err(fault)) => Err(KeyFault(format!("{place}, `{name}`: {fault}"))),
        None => Ok(None),
    };
    let (valid_from, valid_until) = (time("valid_from")?, time("valid_until")?);
    if let (Some(from), Some(until)) = (&valid_from, &valid_until)
        && from.instant() >= until.instant()
    {
        return Err(fault("`valid_until` to be later than `valid_from`"));
    }
    let source = text("source").unwrap_or(source).to_owned();
    let terms = Terms { source, status, valid_from, valid_until, note: text("note").map(str::to_owned) };
    Ok(RingKey { key, key_id, terms })
}

/// At most so many bytes of a text.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn place(tree: &Tree<'_>, object: NodeId) -> String {
    let at = json::pointer(tree, object);
    if at.is_empty() { "the key object".to_owned() } else { format!("the key object at {}", visible(&at)) }
}

/// The identifier and the key of a key object.
fn public_key(
    tree: &Tree<'_>,
    object: NodeId,
    place: &str,
    expected: &str,
) -> Result<(Option<String>, PublicKey), KeyFault> {
    let text = |name| tree.member_text(object, name);
    if text("algorithm").is_some_and(|algorithm| algorithm != "ed25519") {
        return Err(KeyFault(format!(
            "{place}: expected the algorithm ed25519, found another one; leave this key out"
        )));
    }
    let (Some(hex_text), b64_text) = (text("public_key_hex"), text("public_key_b64")) else {
        return Err(KeyFault(format!("{expected}; found {place} without `public_key_hex`")));
    };
    let key = load(from_hex(hex_text), &format!("{place}, `public_key_hex`"))?;
    if b64_text.is_some_and(|b64| from_base64(b64).as_ref() != Some(key.bytes())) {
        return Err(KeyFault(format!(
            "{place}: expected `public_key_b64` to spell the same 32 bytes as `public_key_hex`, found others; get the key again from its source"
        )));
    }
    if text("fingerprint_sha256_hex").is_some_and(|stated| stated != fingerprint(key.bytes())) {
        return Err(KeyFault(format!(
            "{place}: expected the fingerprint {}, found another one; get the key again from its source",
            fingerprint(key.bytes())
        )));
    }
    let key_id = text("key_id");
    if key_id.is_some_and(|id| id.len() > limits::RING_TEXT) {
        return Err(KeyFault(format!(
            "{place}: expected `key_id` to have at most {} bytes, found more",
            limits::RING_TEXT
        )));
    }
    Ok((key_id.map(str::to_owned), key))
}

fn load(bytes: Option<[u8; 32]>, what: &str) -> Result<PublicKey, KeyFault> {
    bytes.and_then(|bytes| PublicKey::load(&bytes)).ok_or_else(|| {
        KeyFault(format!(
            "{what}: expected 32 bytes that are the canonical encoding of an Ed25519 public key, found something else; get the key again from its source"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_key_loads() {
        let ring = KeyRing::built_in();
        assert_eq!(ring.len(), 1);
        assert_eq!(hex(ring.keys()[0].key.bytes()), REGISTRY_KEY);
        assert_eq!(fingerprint(ring.keys()[0].key.bytes()), "8d4b5ee74e4693bcd1df2446408b0d54");
        assert_eq!(fingerprint_base32(ring.keys()[0].key.bytes()), "RVFV5Z2OI2J3ZUO7ERDEBCYNKS");
    }

    #[test]
    fn key_files_of_every_kind_are_read() {
        let manifest = include_bytes!("../tests/samples/pith-mirrors.json");
        let object = br#"{"key_id":"k","algorithm":"ed25519","public_key_hex":"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"}"#;
        let list = [b"[", object.as_slice(), b",", object.as_slice(), b"]"].concat();
        for (text, count) in [
            (manifest.as_slice(), 1),
            (object.as_slice(), 1),
            (list.as_slice(), 2),
            (b" D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A\n".as_slice(), 1),
        ] {
            assert_eq!(KeyRing::empty().add(text, "a test").unwrap(), count);
        }
    }

    #[test]
    fn other_texts_are_refused_with_what_was_expected() {
        for (text, says) in [
            ("", "found text that is not JSON at byte 0"),
            ("[]", "found no key"),
            ("{}", "without `public_key_hex`"),
            (r#"{"algorithm":"rsa"}"#, "expected the algorithm ed25519"),
            (&"0".repeat(64), "canonical encoding of an Ed25519 public key"),
            (
                r#"{"public_key_hex":"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a","public_key_b64":"AA=="}"#,
                "to spell the same 32 bytes",
            ),
            (
                r#"{"public_key_hex":"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a","fingerprint_sha256_hex":""}"#,
                "expected the fingerprint 21fe31dfa154a261626bf854046fd227",
            ),
        ] {
            let mut ring = KeyRing::empty();
            let fault = ring.add(text.as_bytes(), "a test").unwrap_err();
            assert!(fault.to_string().contains(says), "{text}: {fault}");
            assert!(ring.is_empty());
        }
    }
}
