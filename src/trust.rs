//! The key ring: whose keys establish a signer. A key found in a document never does.

use std::fmt;

use crate::crypto::{PublicKey, sha256};
use crate::encoding::{base32_26, from_base64, from_hex, hex};
use crate::json::{self, NodeId, Tree};

/// The registry's key `pith-v1-2026-05`.
///
/// Source: the `public_keys` of four published bundles and the service's mirror manifest agree
/// (description of Pith documents, section 3; all five files are in `tests/samples`).
const REGISTRY_KEY: &str = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3";

/// A key file of this size holds thousands of keys; more is not a key file.
const KEY_FILE_LIMITS: json::Limits =
    json::Limits { bytes: 1 << 20, depth: 32, values: 50_000, number_length: 100, pointer_bytes: 1 << 24 };

/// The keys whose signatures establish the signer.
///
/// ```
/// use pith_verifier::KeyRing;
///
/// let mut ring = KeyRing::built_in();
/// ring.add(b"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "my own note")?;
/// assert_eq!(ring.len(), 2);
/// # Ok::<(), pith_verifier::KeyFault>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct KeyRing {
    keys: Vec<RingKey>,
}

#[derive(Clone, Debug)]
pub(crate) struct RingKey {
    pub(crate) key: PublicKey,
    pub(crate) key_id: Option<String>,
    pub(crate) source: String,
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
            key_id: Some("pith-v1-2026-05".to_owned()),
            source: "the Pith registry’s key, built into this verifier".to_owned(),
        });
        Self { keys: registry.into_iter().collect() }
    }

    /// Adds the keys of a key file and says how many there were. A key file is 64 hexadecimal digits,
    /// a key object as the service publishes it, an array of key objects, or a mirror manifest.
    /// `source` says where the keys are from and is repeated in reports.
    ///
    /// # Errors
    /// When the text is none of these, or a key in it is malformed. Nothing is added then.
    pub fn add(&mut self, text: &[u8], source: &str) -> Result<usize, KeyFault> {
        let trimmed = text.trim_ascii();
        let new = if trimmed.len() == 64 && trimmed.iter().all(u8::is_ascii_hexdigit) {
            let lower = trimmed.to_ascii_lowercase();
            let digits = std::str::from_utf8(&lower).unwrap_or_default();
            vec![(None, load(from_hex(digits), "the 64 hexadecimal digits")?)]
        } else {
            key_file(trimmed)?
        };
        let count = new.len();
        let ring_key = |(key_id, key)| RingKey { key, key_id, source: source.to_owned() };
        self.keys.extend(new.into_iter().map(ring_key));
        Ok(count)
    }

    /// How many keys the ring has.
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

type Named = (Option<String>, PublicKey);

fn key_file(text: &[u8]) -> Result<Vec<Named>, KeyFault> {
    let expected = "expected 64 hexadecimal digits, a key object with `public_key_hex`, an array of key objects, or a mirror manifest";
    let tree = json::parse(text, &KEY_FILE_LIMITS)
        .map_err(|fault| KeyFault(format!("{expected}; found text that is not JSON at byte {}", fault.offset)))?;
    let root = tree.root();
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
    objects.into_iter().map(|object| key_object(&tree, object, expected)).collect()
}

fn key_object(tree: &Tree<'_>, object: NodeId, expected: &str) -> Result<Named, KeyFault> {
    let text = |name| tree.member(object, name).and_then(|node| tree.text(node));
    let at = json::pointer(tree, object);
    let place = if at.is_empty() { "the key object".to_owned() } else { format!("the key object at {at}") };
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
    Ok((text("key_id").map(str::to_owned), key))
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
