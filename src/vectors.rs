//! Parts of the core that test vectors are about and that no document reaches alone. Only with the
//! feature `vectors`, which nothing that is shipped turns on.

use crate::canonical::{self, Scope};
use crate::crypto::{PublicKey, sha256};
use crate::encoding::{from_base64, hex};
use crate::json;
use crate::limits;
use crate::redo::Commands;
use crate::report::Redo;

/// Whether the bytes are a public key that this verifier takes.
#[must_use]
pub fn is_public_key(bytes: &[u8]) -> bool {
    load(bytes).is_some()
}

/// Whether an Ed25519 signature holds, strictly: as it is found for a key that is new, and for one that is used often.
#[must_use]
pub fn signature_holds(public_key: &[u8], message: &[u8], signature: &[u8]) -> [bool; 2] {
    let signature: Result<&[u8; 64], _> = signature.try_into();
    let given = load(public_key).zip(signature.ok());
    given.map_or([false; 2], |(key, signature)| {
        [key.verifies_plainly(message, signature), key.verifies_by_multiples(message, signature)]
    })
}

/// The 32 or 64 bytes whose one base64 spelling the text is.
#[must_use]
pub fn base64_bytes(text: &str) -> Option<Vec<u8>> {
    let key = from_base64::<32>(text).map(Vec::from);
    key.or_else(|| from_base64::<64>(text).map(Vec::from))
}

fn load(bytes: &[u8]) -> Option<PublicKey> {
    PublicKey::load(bytes.try_into().ok()?)
}

/// The commands that would redo the digest of the part of a document that a JSON Pointer leads to. No document has
/// names of its own choosing on the way to anything that is checked, so hostile ones come in here.
#[must_use]
pub fn redo(bytes: &[u8], pointer: &str) -> Vec<Redo> {
    let Ok(tree) = json::parse(bytes, &limits::DOCUMENT) else { return Vec::new() };
    let Ok(node) = json::resolve(&tree, pointer) else { return Vec::new() };
    let scope = Scope::of(node);
    let digest = hex(&sha256(&canonical::write(&tree, &scope).bytes));
    Commands::new().digest(&tree, &scope, "", &digest)
}
