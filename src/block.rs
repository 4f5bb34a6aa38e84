//! Bitcoin block headers: their fields, their own proof of work, their time. Knows nothing of proofs.
//!
//! A header is 80 bytes: version (4), hash of the block before (32), merkle root (32), time (4), compact
//! target (4), nonce (4), numbers with the lowest byte first. Its hash is the SHA-256 of its SHA-256, read as a
//! number with the lowest byte first, and must not be above the target.

use crate::crypto::{Digest, sha256};

/// A block header.
pub(crate) struct Header([u8; 80]);

/// The largest target of the main chain, in compact form.
const EASIEST: u32 = 0x1D00_FFFF;

/// From each of these blocks on, how many hashes (as a power of two) a block of the main chain has at least
/// stood for. Our reading of public facts: a power of two below what the first block of each row stood for, and
/// the difficulty has never since been so low. The headers of these blocks are test vectors that prove themselves
/// by their own work.
const LEAST_WORK: [(u32, u32); 4] = [(FIRST_JUDGED, 68), (552_955, 73), (700_000, 75), (839_900, 77)];

/// Mined in July 2016. Headers as easy as older ones can be made today at little cost: one as easy as those of the
/// first blocks in minutes on one processor core.
pub(crate) const FIRST_JUDGED: u32 = 420_000;

/// The least work of a block at a height. None for blocks that are too old.
pub(crate) fn least_work(height: u32) -> Option<u32> {
    LEAST_WORK.iter().rev().find(|(from, _)| height >= *from).map(|&(_, work)| work)
}

impl Header {
    pub(crate) fn new(bytes: [u8; 80]) -> Self {
        Self(bytes)
    }

    fn part<const N: usize>(&self, at: usize) -> [u8; N] {
        self.0.get(at..at + N).and_then(|part| part.try_into().ok()).unwrap_or([0; N])
    }

    /// As it stands in the header.
    pub(crate) fn merkle_root(&self) -> Digest {
        self.part(36)
    }

    pub(crate) fn time(&self) -> u32 {
        u32::from_le_bytes(self.part(68))
    }

    pub(crate) fn bits(&self) -> u32 {
        u32::from_le_bytes(self.part(72))
    }

    /// The hash with its highest byte first, as block explorers print it.
    pub(crate) fn hash(&self) -> Digest {
        reversed(sha256(&sha256(&self.0)))
    }

    /// The target with its highest byte first, when its compact form is the one of a number that is not
    /// negative, not zero and not above the easiest target.
    fn target(&self) -> Option<Digest> {
        let bits = self.bits();
        let (exponent, mantissa) = (usize::try_from(bits >> 24).ok()?, bits & 0x00FF_FFFF);
        // One form for each number: a first byte of zero only where the sign would stand.
        if !(0x8000..=0x7F_FFFF).contains(&mantissa) || exponent < 3 || bits > EASIEST {
            return None;
        }
        let mut target = [0; 32];
        let start = 32 - exponent;
        target.get_mut(start..start + 3)?.copy_from_slice(mantissa.to_be_bytes().get(1..)?);
        Some(target)
    }

    /// How many hashes the target stands for on average, as a power of two rounded down.
    pub(crate) fn work_bits(&self) -> Option<u32> {
        let target = self.target()?;
        let zeros = target.iter().take_while(|&&byte| byte == 0).count();
        let next = target.get(zeros).map_or(0, |byte| byte.leading_zeros());
        Some(u32::try_from(zeros).ok()? * 8 + next)
    }

    /// Whether the hash is not above the target.
    pub(crate) fn has_work(&self) -> bool {
        self.target().is_some_and(|target| self.hash() <= target)
    }
}

pub(crate) fn reversed(mut digest: Digest) -> Digest {
    digest.reverse();
    digest
}

/// Seconds since 1970 as RFC 3339 writes them.
pub(crate) fn utc(seconds: u32) -> String {
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut days, clock) = (seconds / 86_400, seconds % 86_400);
    let mut year = 1970;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    format!("{year}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_bits(bits: u32) -> Header {
        let mut bytes = [0; 80];
        bytes[72..76].copy_from_slice(&bits.to_le_bytes());
        Header(bytes)
    }

    /// Compact targets and the hashes they stand for, by Python's integers: `log2(2**256 // (target + 1))`.
    #[test]
    fn work_is_that_of_the_target() {
        for (bits, work) in [
            (0x1D00_FFFF, Some(32)), // block 0: 32.00002
            (0x1805_26FD, Some(69)), // block 420,000: 69.63
            (0x1731_D97C, Some(74)), // block 552,955: 74.36
            (0x170F_48E4, Some(76)), // block 700,000: 76.07
            (0x1703_4219, Some(78)), // block 839,900: 78.30
            (0x1C7F_FFFF, Some(33)),
            (0x0300_8000, Some(240)),
            (0x1D01_0000, None), // easier than allowed
            (0x1E00_FFFF, None),
            (0x2100_FFFF, None), // more than 256 bits
            (0x1C80_0000, None), // negative
            (0x1CFF_FFFF, None),
            (0x1C00_7FFF, None), // has a shorter form
            (0x1C00_0000, None), // zero
            (0x0200_8000, None), // a form that no number below 2^16 has
            (0, None),
        ] {
            assert_eq!(with_bits(bits).work_bits(), work, "{bits:08x}");
        }
    }

    #[test]
    fn every_row_is_below_what_its_block_stood_for() {
        let stood_for = [69, 74, 76, 78];
        for (&(height, least), work) in LEAST_WORK.iter().zip(stood_for) {
            assert!(least < work);
            assert_eq!(least_work(height), Some(least));
            assert_ne!(least_work(height - 1), Some(least));
        }
        assert_eq!((least_work(0), least_work(419_999), least_work(u32::MAX)), (None, None, Some(77)));
        assert!(LEAST_WORK.is_sorted());
    }

    /// The dates are those of `date --utc --date=@…`.
    #[test]
    fn times_are_printed_in_utc() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (68_255_999, "1972-02-29T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_231_006_505, "2009-01-03T18:15:05Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (1_735_689_600, "2025-01-01T00:00:00Z"),
            (u32::MAX, "2106-02-07T06:28:15Z"),
        ] {
            assert_eq!(utc(seconds), text);
        }
    }
}
