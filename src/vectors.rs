//! Parts of the core that test vectors are about and that no document reaches alone. Only with the
//! feature `vectors`, which nothing that is shipped turns on.

use crate::crypto::PublicKey;
use crate::encoding::from_base64;

/// Whether the bytes are a public key that this verifier takes.
#[must_use]
pub fn is_public_key(bytes: &[u8]) -> bool {
    load(bytes).is_some()
}

/// Whether an Ed25519 signature holds, strictly.
#[must_use]
pub fn signature_holds(public_key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let signature: Result<&[u8; 64], _> = signature.try_into();
    load(public_key).zip(signature.ok()).is_some_and(|(key, signature)| key.verifies(message, signature))
}

/// Whether the text is the one base64 spelling of 32 or of 64 bytes.
#[must_use]
pub fn is_base64(text: &str) -> bool {
    from_base64::<32>(text).is_some() || from_base64::<64>(text).is_some()
}

fn load(bytes: &[u8]) -> Option<PublicKey> {
    PublicKey::load(bytes.try_into().ok()?)
}
