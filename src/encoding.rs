//! Strict hexadecimal, base64 and base32 (RFC 4648). Each value has one spelling: whatever decodes
//! encodes to the same text again, and all other spellings are refused.

use data_encoding::{BASE32, BASE64, HEXLOWER};

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// Reads exactly `N` bytes from lower-case hexadecimal.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()?;
    (hex(&bytes) == text).then_some(bytes)
}

/// Reads exactly `N` bytes from base64 of the standard alphabet with padding (section 4).
pub(crate) fn from_base64<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = BASE64.decode(text.as_bytes()).ok()?.try_into().ok()?;
    (BASE64.encode(&bytes) == text).then_some(bytes)
}

/// The first 26 characters of base32 (section 6), upper case: 130 bits.
pub(crate) fn base32_26(digest: &[u8; 32]) -> String {
    let mut text = BASE32.encode(digest);
    text.truncate(26);
    text
}
