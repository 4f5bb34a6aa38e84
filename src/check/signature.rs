//! Signatures: whether one holds for the key it names. Whose key that is, is another question.

use std::rc::Rc;

use super::key::Named;
use super::{Digested, Finding, Hold, Run};
use crate::crypto::Digest;
use crate::encoding::{from_base64, from_hex, hex};
use crate::json::{Json, NodeId};
use crate::plan::{At, Envelope, Member, Signature};
use crate::report::{CheckName, Outcome, Reason, Signed};

/// What `signed_message` can say.
const SLOTS: [&str; 3] = ["canonical_sha256_bytes", "open_graph_event_sha256_bytes", "bundle_sha256_bytes"];

/// A signature that can be verified.
struct Readable {
    bytes: [u8; 64],
    known: usize,
    /// The members that must be as they are for the signature to hold.
    proof: Vec<NodeId>,
}

/// Something that keeps a signature from being verified, and the member at fault.
struct Fault {
    member: Member,
    finding: Finding,
}

impl Run<'_, '_> {
    /// Gives the report's index of the key when the signature holds.
    pub(super) fn signature(&mut self, signature: &Signature) -> Option<usize> {
        let at = Member::of(self.tree, signature.object, "signature_b64");
        let readable = match self.readable(signature) {
            Ok(readable) => readable,
            Err(Fault { member, finding }) => {
                self.record(signature.name, At::Member(member), true, finding);
                return None;
            }
        };
        let content = signature.content.map(|scope| self.digested(scope));
        let (finding, message) = self.verify(signature, &readable, content.as_ref());
        let holds = matches!(finding.outcome, Outcome::Passed | Outcome::Noted);
        let covers = finding.outcome == Outcome::Passed;
        let check = self.record(signature.name, At::Member(at), true, finding);
        self.redo_signature(check, signature, &readable, content.as_ref());
        let named_at = self.tree.member(
            signature.object,
            match signature.envelope {
                Envelope::Slot(_) => "key_id",
                Envelope::Integrity => "signing_key_id",
            },
        );
        let key = self.report_key(readable.known, named_at)?;
        self.amend(check, |check| {
            let more = check.more();
            more.key = Some(key);
            more.hashed = signature.content;
            more.signed =
                message.map(|message| Signed { message_hex: hex(&message), signature_hex: hex(&readable.bytes) });
        });
        if !holds {
            return None;
        }
        // The time of signing stands beside the signature; that of an event around it, or among its members.
        let around = self.tree.parent(signature.object).filter(|_| signature.name == CheckName::EventSignature);
        let claims = [
            self.tree.member(signature.object, "signed_at"),
            self.tree.member(around.unwrap_or(signature.object), "created_at"),
        ];
        self.report_signature(readable.known, key, &claims);
        let mut proof = readable.proof;
        if signature.envelope == Envelope::Integrity {
            // What is signed is the stated digest itself.
            proof.extend(signature.stated.node);
        }
        self.pin(check, proof, Hold::Signature);
        if let Some(content) = content.filter(|_| covers) {
            self.pin(check, Rc::clone(&content.leaves), Hold::Signed(key));
        }
        covers.then_some(key)
    }

    /// The command is about the digest that the check is about: the content's where one is known, unless the
    /// signature was only shown to hold for the stated one.
    fn redo_signature(&mut self, check: usize, signature: &Signature, readable: &Readable, content: Option<&Digested>) {
        let noted = self.results.checks.get(check).is_some_and(|check| check.outline.outcome == Outcome::Noted);
        let content = content.filter(|_| !noted).map(|content| content.digest);
        let digest = content.or_else(|| signature.stated.text(self.tree).and_then(from_hex));
        if let (Some(digest), Some(key)) = (digest, self.keys.bytes(readable.known)) {
            self.redo(check, |commands, _| commands.signature(&key, &digest, &readable.bytes));
        }
    }

    /// Reads the signature and finds its key.
    fn readable(&self, signature: &Signature) -> Result<Readable, Fault> {
        let member = |name| Member::of(self.tree, signature.object, name);
        let text = |name, expected: &str| {
            let member = member(name);
            self.text_of(member, expected).map_err(|finding| Fault { member, finding })
        };
        let (id_name, mut proof_names) = match signature.envelope {
            Envelope::Slot(_) => (
                "key_id",
                vec!["signature_b64", "signature_status", "algorithm", "signed_message", "public_key_fingerprint"],
            ),
            Envelope::Integrity => ("signing_key_id", vec!["signature_b64"]),
        };
        if let Envelope::Slot(slot) = signature.envelope {
            for (name, value, outcome, reason) in [
                ("signature_status", "signed_v1", Outcome::NotChecked, Reason::SignatureStatusUnknown),
                ("algorithm", "ed25519", Outcome::NotChecked, Reason::SignatureAlgorithmUnknown),
                ("signed_message", slot, Outcome::Failed, Reason::SignatureWrongSlot),
            ] {
                let found = text(name, value)?;
                if found != value {
                    // Another known slot is the wrong one; one that is not known may be newer than we are.
                    let unknown_slot = reason == Reason::SignatureWrongSlot && !SLOTS.contains(&found.as_str());
                    let outcome = if unknown_slot { Outcome::NotChecked } else { outcome };
                    let finding = Finding::new(outcome, reason).expected(value).computed(found);
                    return Err(Fault { member: member(name), finding });
                }
            }
        }
        let stated = member("signature_b64");
        let bytes = match stated.node.map(|node| self.tree.json(node)) {
            None | Some(Json::Null) => Err(Finding::failed(Reason::SignatureMissing)),
            Some(Json::String(text)) => {
                from_base64::<64>(text).ok_or_else(|| Finding::failed(Reason::SignatureMalformed).computed(text))
            }
            Some(other) => Err(Finding::failed(Reason::SignatureMalformed).computed(other.type_name())),
        };
        let bytes = bytes.map_err(|finding| Fault { member: stated, finding })?;
        let key_id = text(id_name, "a key identifier")?;
        let named = match signature.envelope {
            Envelope::Slot(_) => {
                let fingerprint = text("public_key_fingerprint", "32 hexadecimal digits")?;
                self.keys.named(&key_id, &fingerprint)
            }
            Envelope::Integrity => {
                let stated: Option<[u8; 32]> = signature.stated.text(self.tree).and_then(from_hex);
                self.keys.identified(&key_id, |key| stated.is_some_and(|digest| key.verifies(&digest, &bytes)))
            }
        };
        match named {
            Named::Fault { member: name, finding } => Err(Fault { member: member(name), finding }),
            Named::Found { known, id_is_known } => {
                if id_is_known {
                    proof_names.push(id_name);
                }
                let proof = proof_names.into_iter().filter_map(|name| member(name).node).collect();
                Ok(Readable { bytes, known, proof })
            }
        }
    }

    /// What was found, and the message that decided it when any was tried.
    fn verify(
        &self,
        signature: &Signature,
        readable: &Readable,
        content: Option<&Digested>,
    ) -> (Finding, Option<Digest>) {
        let stated: Option<Digest> = signature.stated.text(self.tree).and_then(from_hex);
        let holds = |digest: &Digest| self.keys.verifies(readable.known, digest, &readable.bytes);
        let key = self.keys.fingerprint(readable.known);
        let over = |digest: &Digest| format!("Ed25519 by key {key} over {}", hex(digest));
        let content = content.map(|content| content.digest);
        let found = |finding: Finding, digest, computed: &str| {
            (finding.expected(over(&digest)).computed(computed), Some(digest))
        };
        let passed = |digest| found(Finding::passed(Reason::SignatureHolds), digest, "holds");
        let mismatch = |digest| found(Finding::failed(Reason::SignatureMismatch), digest, "does not hold");
        let no_digest = || (Finding::failed(Reason::SignatureNoDigest), None);
        if signature.envelope == Envelope::Integrity {
            // What is signed is the stated digest. How the payload is hashed is not published, so another
            // digest of the payload proves nothing, and the payload's own does not stand in for the stated one.
            return match (content, stated) {
                (_, Some(stated)) if !holds(&stated) => mismatch(stated),
                (content, Some(stated)) if content == Some(stated) => passed(stated),
                (_, Some(stated)) => {
                    found(Finding::noted(Reason::SignatureNoContent), stated, "holds for the stated digest")
                }
                (Some(digest), None) if holds(&digest) => passed(digest),
                (Some(digest), None) => (Finding::not_checked(Reason::ValueNotComputable), Some(digest)),
                (None, None) => no_digest(),
            };
        }
        match (content, stated) {
            (Some(digest), _) if holds(&digest) => passed(digest),
            (_, Some(stated)) if Some(stated) != content && holds(&stated) => {
                let computed =
                    content.map_or_else(String::new, |digest| format!("the content has the digest {}", hex(&digest)));
                found(Finding::failed(Reason::SignatureOfOtherContent), stated, &computed)
            }
            (Some(digest), None) | (_, Some(digest)) => mismatch(digest),
            (None, None) => no_digest(),
        }
    }
}
