//! Spellings: what is read has one, and is spelled the same again.

use ed25519_dalek::VerifyingKey;
use pith_verifier::{KeyRing, Time, vectors};

use super::assert_plain;
use crate::common::builder::registry;
use crate::common::{to_base64, to_hex};

/// Base64, public keys, times and ring files: what is taken is written back as it came. A signature holds for its
/// message and for no other bits.
pub fn decoders(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        if let Some(bytes) = vectors::base64_bytes(text) {
            assert_eq!(to_base64(&bytes), text);
            assert!(matches!(bytes.len(), 32 | 64));
        }
        match text.parse::<Time>() {
            Ok(time) => assert_eq!(time.as_str(), text),
            Err(fault) => assert_plain(&fault.to_string()),
        }
    }
    ring_file(data);
    for length in [32, 64] {
        if let Some(bytes) = data.get(..length) {
            assert_eq!(vectors::base64_bytes(&to_base64(bytes)).as_deref(), Some(bytes));
        }
    }
    if let Some(key) = data.first_chunk::<32>() {
        public_key(key);
    }
    signature(data);
}

/// A file of keys that is taken gives a ring file that gives the same ring.
fn ring_file(data: &[u8]) {
    let mut ring = KeyRing::empty();
    match ring.add(data, "the fuzzer") {
        Ok(count) => {
            assert!(ring.len() <= count);
            let mut again = KeyRing::empty();
            again.add(ring.to_json().as_bytes(), "another source").expect("a ring file of our own");
            assert_eq!(again, ring);
            for entry in ring.to_report().keys {
                let bytes = crate::common::hex(&entry.public_key_hex);
                assert_eq!(to_hex(&bytes), entry.public_key_hex);
                assert!(vectors::is_public_key(&bytes), "{}", entry.public_key_hex);
            }
        }
        Err(fault) => {
            assert!(ring.is_empty(), "a refused file leaves something");
            assert_plain(&fault.to_string());
        }
    }
}

/// A key is taken exactly when it is the canonical encoding of a point of large order.
fn public_key(bytes: &[u8; 32]) {
    // Little-endian, without the sign: below 2^255 - 19.
    let mut rest = *bytes;
    rest[31] &= 0x7F;
    let is_canonical = rest[0] < 0xED || rest[1..31].iter().any(|&byte| byte != 0xFF) || rest[31] != 0x7F;
    // Sign and x = 0 do not go together.
    let good = VerifyingKey::from_bytes(bytes).is_ok_and(|key| !key.is_weak());
    assert_eq!(vectors::is_public_key(bytes), good && is_canonical, "{}", to_hex(bytes));
}

/// The bits of the last bytes choose what is changed.
fn signature(data: &[u8]) {
    let Some((message, &[which, bit])) = data.split_last_chunk::<2>() else { return };
    let signer = registry();
    let digest = pith_verifier::sha256_hex(message);
    let (mut key, mut digest, mut signature) =
        (signer.public_key().to_vec(), crate::common::hex(&digest), crate::common::base64(&signer.sign(&digest)));
    assert_eq!(vectors::signature_holds(&key, &digest, &signature), [true; 2]);
    let changed = match which % 3 {
        0 => &mut key,
        1 => &mut digest,
        _ => &mut signature,
    };
    let at = usize::from(bit) % (changed.len() * 8);
    changed[at / 8] ^= 1 << (at % 8);
    let holds = vectors::signature_holds(&key, &digest, &signature);
    assert_eq!(holds, [false; 2], "holds with bit {at} of {} changed", which % 3);
}
