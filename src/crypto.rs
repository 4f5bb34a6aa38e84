//! Hashes and strict Ed25519. The only file that names a cryptographic library.

mod multiples;

use std::cell::RefCell;
use std::sync::OnceLock;

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::Identity as _;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256, Sha512};

use multiples::Multiples;

/// A SHA-256 digest.
pub(crate) type Digest = [u8; 32];

pub(crate) fn sha256(bytes: &[u8]) -> Digest {
    sha256_of_all(&[bytes])
}

/// Of some bytes one after the other.
pub(crate) fn sha256_of_all(parts: &[&[u8]]) -> Digest {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// SHA-256 of bytes that come in pieces.
#[derive(Clone, Default)]
pub(crate) struct Running(Sha256);

impl Running {
    pub(crate) fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    pub(crate) fn digest(&self) -> Digest {
        self.0.clone().finalize().into()
    }
}

/// In timestamp proofs only. That collisions of SHA-1 are known does not harm there: whoever made both of two
/// files had both of them in time.
pub(crate) fn sha1(bytes: &[u8]) -> [u8; 20] {
    sha1::Sha1::digest(bytes).into()
}

/// In timestamp proofs only.
pub(crate) fn ripemd160(bytes: &[u8]) -> [u8; 20] {
    ripemd::Ripemd160::digest(bytes).into()
}

/// In timestamp proofs only. Not SHA3-256, whose padding is another.
pub(crate) fn keccak256(bytes: &[u8]) -> Digest {
    sha3::Keccak256::digest(bytes).into()
}

/// An Ed25519 public key (RFC 8032): the one encoding of a point on the curve whose order is not
/// 1, 2, 4 or 8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicKey(VerifyingKey);

impl PublicKey {
    /// `VerifyingKey::from_bytes` alone accepts spellings that RFC 8032 section 5.1.3 forbids, so the
    /// point is encoded again and compared.
    pub(crate) fn load(bytes: &[u8; 32]) -> Option<Self> {
        if let Some(key) =
            KEYS.with_borrow(|keys| keys.iter().map(|known| known.key).find(|key| key.as_bytes() == bytes))
        {
            return Some(Self(key));
        }
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        let canonical = key.to_edwards().compress().as_bytes() == bytes;
        (canonical && !key.is_weak()).then_some(Self(key))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Strict verification: S below the group order, A and R canonical and not of small order, the
    /// equation without cofactor.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        KEYS.with_borrow_mut(|keys| match with_multiples(keys, self.0) {
            Some(minus_key) => self.verifies_by(minus_key, message, signature),
            None => self.verifies_plainly(message, signature),
        })
    }

    fn verifies_plainly(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }

    /// The same, where multiples of the key's negative are at hand. The point that R has to encode is computed and
    /// encoded, so that what R holds need not be decoded: it is canonical when it is the same.
    fn verifies_by(&self, minus_key: &Multiples, message: &[u8], signature: &[u8; 64]) -> bool {
        let (r, s) = signature.split_at(32);
        let s = <[u8; 32]>::try_from(s).ok().and_then(|s| Option::from(Scalar::from_canonical_bytes(s)));
        let Some(s) = s else { return false };
        let hash = Sha512::new().chain_update(r).chain_update(self.bytes()).chain_update(message).finalize();
        let mut expected = EdwardsPoint::identity();
        minus_key.add_product(&Scalar::from_bytes_mod_order_wide(&hash.into()), &mut expected);
        multiples_of_base().add_product(&s, &mut expected);
        expected.compress().as_bytes() == r && !expected.is_small_order()
    }
}

/// A key that was used, and how often.
struct UsedKey {
    key: VerifyingKey,
    times: u32,
    minus_key: Option<Multiples>,
}

/// To make the multiples of a key takes as long as this many verifications without them.
const WORTH_MULTIPLES: u32 = 12;

/// For how many keys something is kept. The multiples of one take 220 kB.
const MOST_KEYS: usize = 4;

thread_local! {
    static KEYS: RefCell<Vec<UsedKey>> = const { RefCell::new(Vec::new()) };
}

/// Counts one more use of a key, and gives the multiples of its negative when it was used often enough.
fn with_multiples(keys: &mut Vec<UsedKey>, key: VerifyingKey) -> Option<&Multiples> {
    let at = keys.iter().position(|known| known.key == key).unwrap_or_else(|| {
        if keys.len() == MOST_KEYS {
            let least = (0..keys.len()).min_by_key(|&at| keys.get(at).map(|known| known.times)).unwrap_or_default();
            keys.swap_remove(least);
        }
        keys.push(UsedKey { key, times: 0, minus_key: None });
        keys.len() - 1
    });
    let known = keys.get_mut(at)?;
    known.times = known.times.saturating_add(1);
    if known.times < WORTH_MULTIPLES {
        return None;
    }
    Some(known.minus_key.get_or_insert_with(|| Multiples::of(&-key.to_edwards())))
}

fn multiples_of_base() -> &'static Multiples {
    static MULTIPLES: OnceLock<Multiples> = OnceLock::new();
    MULTIPLES.get_or_init(|| Multiples::of(&ED25519_BASEPOINT_POINT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::hex;

    /// The hashes of `abc` and of nothing, as their authors and python's hashlib give them.
    #[test]
    fn hashes_of_timestamp_proofs() {
        assert_eq!(hex(&sha1(b"abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex(&ripemd160(b"abc")), "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
        assert_eq!(hex(&keccak256(b"")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assert_eq!(hex(&keccak256(b"abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }
}
