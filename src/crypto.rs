//! Hashes and strict Ed25519. Nothing else names a cryptographic library.

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

    /// As [`Self::verifies`] does it for a key that is used often.
    #[cfg(any(test, feature = "vectors"))]
    pub(crate) fn verifies_by_multiples(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.verifies_by(&Multiples::of(&-self.0.to_edwards()), message, signature)
    }

    pub(crate) fn verifies_plainly(&self, message: &[u8], signature: &[u8; 64]) -> bool {
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
    use curve25519_dalek::constants::EIGHT_TORSION;

    /// The hashes of `abc` and of nothing, as their authors and python's hashlib give them.
    #[test]
    fn hashes_of_timestamp_proofs() {
        assert_eq!(hex(&sha1(b"abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex(&ripemd160(b"abc")), "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
        assert_eq!(hex(&keccak256(b"")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assert_eq!(hex(&keccak256(b"abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    /// How signatures are made. All but the first few ways are of signatures that must not hold, or only by chance.
    const WAYS: [&str; 16] = [
        "as it should be",
        "R with a part of small order, and S for it",
        "R and S as they come out where the hash cancels the key's part of small order",
        "one bit of R changed",
        "one bit of S changed",
        "one bit of the message changed",
        "S with the order added",
        "S with its highest bit set",
        "R of small order, and S for it",
        "R of small order, in a spelling that is not canonical",
        "R that is no point",
        "R with the other sign",
        "S one more",
        "another key's signature",
        "all random",
        "all zero",
    ];

    /// The coordinates 0 and 1 with the prime 2^255 - 19 added, and 1, which is not canonical with the sign bit.
    const NOT_CANONICAL: [[u8; 32]; 3] = {
        let mut spellings = [[0xFF; 32], [0xFF; 32], [0; 32]];
        (spellings[0][0], spellings[1][0], spellings[2][0]) = (0xED, 0xEE, 1);
        (spellings[0][31], spellings[1][31]) = (0x7F, 0x7F);
        spellings
    };

    /// Numbers that look random and are the same in every run (`SplitMix64`).
    struct Numbers(u64);

    impl Numbers {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ mixed >> 31
        }

        fn below(&mut self, limit: u64) -> usize {
            usize::try_from(self.next() % limit).unwrap()
        }

        fn bytes<const N: usize>(&mut self) -> [u8; N] {
            std::array::from_fn(|_| self.next().to_le_bytes()[0])
        }

        fn scalar(&mut self) -> Scalar {
            Scalar::from_bytes_mod_order_wide(&self.bytes())
        }

        fn small(&mut self) -> EdwardsPoint {
            EIGHT_TORSION[self.below(8)]
        }
    }

    /// A secret scalar, and its public key with a part of small order or without.
    fn key(numbers: &mut Numbers) -> (Scalar, PublicKey) {
        loop {
            let secret = numbers.scalar();
            let point = EdwardsPoint::mul_base(&secret)
                + if numbers.below(2) == 0 { EIGHT_TORSION[0] } else { numbers.small() };
            if let Some(key) = PublicKey::load(point.compress().as_bytes()) {
                return (secret, key);
            }
        }
    }

    fn hashed(r: &[u8; 32], key: &PublicKey, message: &[u8]) -> Scalar {
        let hash = Sha512::new().chain_update(r).chain_update(key.bytes()).chain_update(message).finalize();
        Scalar::from_bytes_mod_order_wide(&hash.into())
    }

    fn signature(r: [u8; 32], s: [u8; 32]) -> [u8; 64] {
        std::array::from_fn(|at| if at < 32 { r[at] } else { s[at - 32] })
    }

    /// A message and a signature that was made in one of the ways.
    fn signed(way: usize, numbers: &mut Numbers, secret: &Scalar, key: &PublicKey) -> (Vec<u8>, [u8; 64]) {
        let mut message = vec![0; numbers.below(100) + 1];
        message.fill_with(|| numbers.next().to_le_bytes()[0]);
        let nonce = numbers.scalar();
        let sign = |r: EdwardsPoint, secret: &Scalar, message: &[u8]| {
            let r = r.compress().to_bytes();
            signature(r, (nonce + hashed(&r, key, message) * secret).to_bytes())
        };
        let plain = sign(EdwardsPoint::mul_base(&nonce), secret, &message);
        let bit = |bytes: &mut [u8], at: usize| bytes[at / 8] ^= 1 << (at % 8);
        let with_r = |r: [u8; 32]| signature(r, (nonce + hashed(&r, key, &message) * secret).to_bytes());
        let mut made = plain;
        match way {
            0 => {}
            1 => made = sign(EdwardsPoint::mul_base(&nonce) + numbers.small(), secret, &message),
            2 => {
                // The key's part of small order times the hash, for a hash that has R in it: one of eight fits.
                let part = key.0.to_edwards() - EdwardsPoint::mul_base(secret);
                for small in EIGHT_TORSION {
                    let r = EdwardsPoint::mul_base(&nonce) + small;
                    let hash = hashed(&r.compress().to_bytes(), key, &message);
                    made = sign(r, secret, &message);
                    if small + hash * part == EdwardsPoint::identity() {
                        break;
                    }
                }
            }
            3 => bit(&mut made, numbers.below(256)),
            4 => bit(&mut made, 256 + numbers.below(256)),
            5 => bit(&mut message, numbers.below(8)),
            6 => {
                // The order is one more than the largest scalar.
                let mut carry = 1;
                for (byte, more) in made[32..].iter_mut().zip((-Scalar::ONE).to_bytes()) {
                    carry += u16::from(*byte) + u16::from(more);
                    *byte = carry.to_le_bytes()[0];
                    carry >>= 8;
                }
            }
            7 => made[63] |= 0x80,
            8 => {
                let r = numbers.small().compress().to_bytes();
                made = signature(r, (hashed(&r, key, &message) * secret).to_bytes());
            }
            9 => {
                let mut r = NOT_CANONICAL[numbers.below(3)];
                r[31] |= if r[0] == 1 || numbers.below(2) == 0 { 0x80 } else { 0 };
                made = signature(r, (hashed(&r, key, &message) * secret).to_bytes());
            }
            10 => made = with_r(numbers.bytes()),
            11 => made[31] ^= 0x80,
            12 => {
                let s = Scalar::from_canonical_bytes(std::array::from_fn(|at| made[32 + at])).unwrap() + Scalar::ONE;
                made = signature(std::array::from_fn(|at| made[at]), s.to_bytes());
            }
            13 => made = sign(EdwardsPoint::mul_base(&nonce), &numbers.scalar(), &message),
            14 => made = numbers.bytes(),
            _ => made = [0; 64],
        }
        (message, made)
    }

    /// A million signatures by 500 keys hold by multiples when, and only when, they hold plainly.
    #[test]
    fn multiples_change_no_answer() {
        const KEYS: usize = 500;
        const EACH: usize = 2000;
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let some = |first| {
            let mut held = [0_usize; WAYS.len()];
            for seed in (first..KEYS).step_by(threads) {
                let mut numbers = Numbers(u64::try_from(seed).unwrap() << 32);
                let (secret, key) = key(&mut numbers);
                let minus_key = Multiples::of(&-key.0.to_edwards());
                for at in 0..EACH {
                    let way = at % WAYS.len();
                    let (message, signature) = signed(way, &mut numbers, &secret, &key);
                    let holds = key.verifies_plainly(&message, &signature);
                    assert_eq!(
                        key.verifies_by(&minus_key, &message, &signature),
                        holds,
                        "{}: key {}, message {}, signature {}",
                        WAYS[way],
                        hex(key.bytes()),
                        hex(&message),
                        hex(&signature)
                    );
                    held[way] += usize::from(holds);
                }
            }
            held
        };
        let held = std::thread::scope(|scope| {
            let started: Vec<_> = (0..threads).map(|first| scope.spawn(move || some(first))).collect();
            let counts = started.into_iter().map(|thread| thread.join().unwrap());
            counts.reduce(|a, b| std::array::from_fn(|way| a[way] + b[way])).unwrap()
        });
        for (way, held) in WAYS.iter().zip(held) {
            println!("{held} hold of those made so: {way}");
        }
        let each = KEYS * EACH / WAYS.len();
        assert!(held[0] > each / 2 && held[1] > 0 && held[2] > each / 2, "{held:?}");
        assert_eq!(held[3..].iter().sum::<usize>(), 0, "{held:?}");
    }

    /// Of more keys than are kept, in any order, each gets its own multiples.
    #[test]
    fn many_keys_take_turns() {
        let mut numbers = Numbers(1);
        let keys: Vec<_> = (0..8).map(|_| key(&mut numbers)).collect();
        for turn in 0..1000 {
            // At times one key is used often, at times all are.
            let at = if turn / 100 % 2 == 0 { turn / 200 } else { numbers.below(8) };
            let (secret, key) = &keys[at];
            let (message, signature) = signed(numbers.below(6), &mut numbers, secret, key);
            let bytes = key.bytes();
            assert_eq!(PublicKey::load(bytes).map(|key| *key.bytes()), Some(*bytes));
            assert_eq!(key.verifies(&message, &signature), key.verifies_plainly(&message, &signature), "turn {turn}");
        }
    }
}
