//! Strict hexadecimal, base64 and base32 (RFC 4648). Each value has one spelling: whatever decodes
//! encodes to the same text again, and all other spellings are refused.
//!
//! Written here and not taken from a crate because strictness is what this verifier is for, and because
//! the general `data-encoding` takes a sixth of the whole wasm module.

const HEX: &[u8; 16] = b"0123456789abcdef";
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Lower-case hexadecimal (section 8, in the lower case that the format uses).
pub(crate) fn hex(bytes: &[u8]) -> String {
    encode(bytes, HEX, 4)
}

/// Reads exactly `N` bytes from lower-case hexadecimal.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = decode(text, HEX, 4, 2 * N)?;
    (hex(&bytes) == text).then_some(bytes)
}

/// Base64 of the standard alphabet with padding (section 4).
pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut text = encode(bytes, BASE64, 6);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Reads exactly `N` bytes from base64 of the standard alphabet with padding.
pub(crate) fn from_base64<const N: usize>(text: &str) -> Option<[u8; N]> {
    // Comparing with what the bytes encode to refuses wrong padding and unused bits that are not zero.
    let bytes: [u8; N] = decode(text.trim_end_matches('='), BASE64, 6, (8 * N).div_ceil(6))?;
    (base64(&bytes) == text).then_some(bytes)
}

/// The first 26 characters of base32 (section 6), upper case: 130 bits.
pub(crate) fn base32_26(digest: &[u8; 32]) -> String {
    let mut text = encode(digest, BASE32, 5);
    text.truncate(26);
    text
}

/// Encodes groups of `bits` bits, the last one filled up with zeros.
fn encode(bytes: &[u8], alphabet: &[u8], bits: u32) -> String {
    let mut text = Vec::with_capacity((bytes.len() * 8).div_ceil(bits as usize));
    let (mut buffer, mut held) = (0_u32, 0);
    let mut push = |value: u32| {
        let letter = alphabet.get((value & ((1 << bits) - 1)) as usize).copied().unwrap_or_default();
        text.push(letter);
    };
    for &byte in bytes {
        buffer = (buffer << 8 | u32::from(byte)) & 0xFFFF;
        held += 8;
        while held >= bits {
            held -= bits;
            push(buffer >> held);
        }
    }
    if held > 0 {
        push(buffer << (bits - held));
    }
    // Letters of an alphabet are ASCII.
    String::from_utf8(text).unwrap_or_default()
}

/// Decodes exactly `letters` letters to exactly `N` bytes.
fn decode<const N: usize>(text: &str, alphabet: &[u8], bits: u32, letters: usize) -> Option<[u8; N]> {
    if text.len() != letters {
        return None;
    }
    let mut bytes = [0; N];
    let mut slots = bytes.iter_mut();
    let (mut buffer, mut held) = (0_u32, 0);
    // What each letter stands for.
    let mut values = [None; 128];
    for (&letter, value) in alphabet.iter().zip(0_u8..) {
        *values.get_mut(usize::from(letter))? = Some(value);
    }
    for letter in text.bytes() {
        let value = (*values.get(usize::from(letter))?)?;
        buffer = (buffer << bits | u32::from(value)) & 0xFFFF;
        held += bits;
        if held >= 8 {
            held -= 8;
            *slots.next()? = u8::try_from(buffer >> held & 0xFF).ok()?;
        }
    }
    slots.next().is_none().then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648 section 10.
    #[test]
    fn the_test_vectors_of_rfc_4648() {
        for (bytes, base64_text, base32_text, hex_text) in [
            ("", "", "", ""),
            ("f", "Zg==", "MY", "66"),
            ("fo", "Zm8=", "MZXQ", "666f"),
            ("foo", "Zm9v", "MZXW6", "666f6f"),
            ("foob", "Zm9vYg==", "MZXW6YQ", "666f6f62"),
            ("fooba", "Zm9vYmE=", "MZXW6YTB", "666f6f6261"),
            ("foobar", "Zm9vYmFy", "MZXW6YTBOI", "666f6f626172"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), base64_text);
            assert_eq!(encode(bytes.as_bytes(), BASE32, 5), base32_text);
            assert_eq!(hex(bytes.as_bytes()), hex_text);
        }
        assert_eq!(from_base64::<5>("Zm9vYmE="), Some(*b"fooba"));
        assert_eq!(from_base64::<4>("Zm9vYg=="), Some(*b"foob"));
        assert_eq!(from_hex::<6>("666f6f626172"), Some(*b"foobar"));
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in [
            "Zm9vYg",
            "Zm9vYg=",
            "Zm9vYg===",
            "Zm9vYh==",
            "Zm9v Yg==",
            "Zm9vYg==\n",
            "=Zm9vYg=",
            "Zm9vYé==",
            "Zm9-Yg==",
        ] {
            assert_eq!(from_base64::<4>(text), None, "{text}");
        }
        for text in ["66", "666F", "0x66", "666", "66 6f", "6é"] {
            assert_eq!(from_hex::<2>(text), None, "{text}");
        }
    }
}
