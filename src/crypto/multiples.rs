//! Multiples of one point, made once, so that a product with it is the sum of a few of them. Nothing here is secret, so
//! time may depend on every value.

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;

/// Bits of one digit of a scalar. Wider digits make fewer sums and more multiples: each bit more doubles the room.
const WIDTH: usize = 6;
/// A scalar is below 2^253.
const DIGITS: usize = 253_usize.div_ceil(WIDTH);
/// Digits run from `-HALF` up to `HALF`.
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
            let multiple = usize::from(digit.unsigned_abs()).checked_sub(1).and_then(|at| multiples.get(at));
            match multiple {
                Some(multiple) if digit > 0 => *sum += multiple,
                Some(multiple) => *sum -= multiple,
                None => {}
            }
        }
    }
}

/// The digits of a scalar, the least first: it is the sum of each times `2^WIDTH` to the power of its place.
fn digits(scalar: &Scalar) -> [i8; DIGITS] {
    let bytes = scalar.as_bytes();
    let bits = |at: usize| {
        let byte = |at: usize| u16::from(bytes.get(at).copied().unwrap_or_default());
        (byte(at / 8) | byte(at / 8 + 1) << 8) >> (at % 8) & ((1 << WIDTH) - 1)
    };
    let mut digits = [0; DIGITS];
    let mut carry = 0;
    for (place, digit) in digits.iter_mut().enumerate() {
        let value = bits(place * WIDTH) as i8 + carry;
        carry = i8::from(value > HALF as i8);
        *digit = value - (carry << WIDTH);
    }
    digits
}
