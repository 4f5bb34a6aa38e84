//! Multiples of one point, made once, so that a product with it is the sum of a few of them. Nothing here is secret, so
//! time may depend on every value.

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;

/// Bits of one digit of a scalar. Wider digits make fewer sums and more multiples: each bit more doubles the room.
const WIDTH: usize = 6;
/// A scalar is below 2^253.
const DIGITS: usize = 253_usize.div_ceil(WIDTH);
/// How large a digit can be, without its sign.
const HALF: usize = 1 << (WIDTH - 1);

/// For each digit of a scalar the first `HALF` multiples of the point at that place.
pub(super) struct Multiples(Vec<EdwardsPoint>);

impl Multiples {
    pub(super) fn of(point: &EdwardsPoint) -> Self {
        let mut all = Vec::with_capacity(DIGITS * HALF);
        let mut unit = *point;
        for _ in 0..DIGITS {
            let mut multiple = unit;
            for _ in 1..HALF {
                all.push(multiple);
                multiple += unit;
            }
            all.push(multiple);
            unit = multiple + multiple;
        }
        Self(all)
    }

    /// Adds the product of the scalar and the point to a sum.
    pub(super) fn add_product(&self, scalar: &Scalar, sum: &mut EdwardsPoint) {
        for (digit, multiples) in digits(scalar).into_iter().zip(self.0.chunks_exact(HALF)) {
            // A digit of 0 has no multiple.
            let at = usize::try_from(digit.unsigned_abs()).ok().and_then(|size| size.checked_sub(1));
            let multiple = at.and_then(|at| multiples.get(at));
            match multiple {
                Some(multiple) if digit > 0 => *sum += multiple,
                Some(multiple) => *sum -= multiple,
                None => {}
            }
        }
    }
}

/// The digits of a scalar, the least first: it is the sum of each times `2^WIDTH` to the power of its place. They run
/// from `1 - HALF` up to `HALF`.
fn digits(scalar: &Scalar) -> [i32; DIGITS] {
    const LIMIT: i32 = 1 << WIDTH;
    let bytes = scalar.as_bytes();
    let bits = |at: usize| {
        let byte = |at: usize| i32::from(bytes.get(at).copied().unwrap_or_default());
        (byte(at / 8) | byte(at / 8 + 1) << 8) >> (at % 8) & (LIMIT - 1)
    };
    let mut digits = [0; DIGITS];
    let mut carry = 0;
    for (place, digit) in digits.iter_mut().enumerate() {
        let value = bits(place * WIDTH) + carry;
        carry = i32::from(value > LIMIT / 2);
        *digit = value - carry * LIMIT;
    }
    digits
}
