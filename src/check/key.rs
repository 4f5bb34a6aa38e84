//! Key objects, and whose keys they are.

use super::{Finding, Hold, Run};
use crate::crypto::PublicKey;
use crate::encoding::{from_base64, from_hex, hex};
use crate::json::{self, NodeId, Tree};
use crate::plan::{At, Member, Plan};
use crate::report::{CheckName, Key, KeyTrust, Outcome, Reason};
use crate::time::Time;
use crate::trust::{KeyRing, Terms, fingerprint, fingerprint_base32};
use crate::words;

/// The members of a key object that spell the key.
const SPELLINGS: [&str; 2] = ["public_key_hex", "public_key_b64"];

/// What a key without a name of its own may be called.
const OTHER_NAME: &str = "a name that is not another key's";

/// The keys at hand: those of the ring and those that the document lists.
pub(super) struct Keys {
    known: Vec<KnownKey>,
}

struct KnownKey {
    key: PublicKey,
    fingerprint: String,
    /// The identifiers that the key ring gives the key.
    ring_ids: Vec<String>,
    /// The identifiers that the document gives it.
    document_ids: Vec<String>,
    /// The identifier that the registry gives it. What a caller calls a key is his own label, which no
    /// document has to use.
    registry_id: Option<String>,
    /// What the key ring says of it, if it is one of the ring's.
    terms: Option<Terms>,
    /// Where the document has it, if it is not.
    source: String,
    /// The earliest and the latest time that a signature which holds for it claims.
    claimed: Option<(Time, Time)>,
    /// The key object in the document, or the member of the first signature that names the key.
    at: Option<NodeId>,
    /// The key objects of the document.
    objects: Vec<NodeId>,
    /// Index in the report, once the key is in it.
    reported: Option<usize>,
}

/// What became of looking for the key that a signature names.
pub(super) enum Named {
    Found { known: usize, id_is_known: bool },
    Fault { member: &'static str, finding: Finding },
}

impl Keys {
    pub(super) fn new(tree: &Tree<'_>, plan: &Plan, ring: &KeyRing) -> Self {
        let mut keys = Self { known: Vec::new() };
        for entry in ring.keys() {
            let index = keys.add(&entry.key, entry.key_id.as_deref(), Some(&entry.terms), None, String::new);
            if let Some(known) = keys.known.get_mut(index).filter(|_| entry.has_registry_name()) {
                known.registry_id.clone_from(&entry.key_id);
            }
        }
        for &object in &plan.key_objects {
            let text = |name| tree.member_text(object, name);
            // What is for another algorithm is no key of this one, whatever its bytes.
            if other_algorithm(tree, object).is_some() {
                continue;
            }
            let bytes = text("public_key_hex").map_or_else(|| text("public_key_b64").and_then(from_base64), from_hex);
            let Some(key) = bytes.and_then(|bytes| PublicKey::load(&bytes)) else { continue };
            let source = || format!("the document itself, at {}", json::pointer(tree, object));
            keys.add(&key, text("key_id"), None, Some(object), source);
        }
        keys
    }

    /// Adds a key, or what is new about a key that is there already. Gives its index.
    fn add(
        &mut self,
        key: &PublicKey,
        key_id: Option<&str>,
        terms: Option<&Terms>,
        object: Option<NodeId>,
        source: impl FnOnce() -> String,
    ) -> usize {
        let position = self.known.iter().position(|known| known.key == *key);
        let index = position.unwrap_or_else(|| {
            self.known.push(KnownKey {
                key: key.clone(),
                fingerprint: fingerprint(key.bytes()),
                ring_ids: Vec::new(),
                document_ids: Vec::new(),
                registry_id: None,
                terms: None,
                source: if terms.is_some() { String::new() } else { source() },
                claimed: None,
                at: None,
                objects: Vec::new(),
                reported: None,
            });
            self.known.len() - 1
        });
        if let Some(known) = self.known.get_mut(index) {
            match (&mut known.terms, terms) {
                (Some(known), Some(terms)) => known.tighten(terms),
                (none @ None, Some(terms)) => *none = Some(terms.clone()),
                (_, None) => {}
            }
            let ids = if terms.is_some() { &mut known.ring_ids } else { &mut known.document_ids };
            ids.extend(key_id.map(str::to_owned));
            known.at = known.at.or(object);
            known.objects.extend(object);
        }
        index
    }

    /// The key that a signature names by fingerprint and identifier.
    pub(super) fn named(&self, key_id: &str, claimed_fingerprint: &str) -> Named {
        let by_fingerprint = self.known.iter().position(|known| known.fingerprint == claimed_fingerprint);
        if let Some((known, key)) = by_fingerprint.and_then(|index| Some((index, self.known.get(index)?))) {
            let own = key.own_ids().next();
            // A key that nobody has named may call itself anything, but not by what is another key's name.
            let is_others = || own.is_none() && self.known.iter().any(|other| other.own_ids().any(|id| id == key_id));
            let expected = match own {
                Some(id) if !key.own_ids().any(|own| own == key_id) => Some(id),
                _ if is_others() => Some(OTHER_NAME),
                _ => None,
            };
            return match expected {
                Some(expected) => Named::Fault {
                    member: "key_id",
                    finding: Finding::failed(Reason::KeyIdMismatch).expected(expected).computed(key_id),
                },
                None => Named::Found { known, id_is_known: own.is_some() },
            };
        }
        let by_id = self.known.iter().find(|known| known.own_ids().any(|id| id == key_id));
        let (member, finding) = match by_id {
            Some(key) => (
                "public_key_fingerprint",
                Finding::failed(Reason::KeyFingerprintMismatch)
                    .expected(key.fingerprint.as_str())
                    .computed(claimed_fingerprint),
            ),
            None => (
                "key_id",
                Finding::not_checked(Reason::KeyUnknown).expected(format!("{key_id} ({claimed_fingerprint})")),
            ),
        };
        Named::Fault { member, finding }
    }

    /// The key that a signature names by identifier alone: of several with that identifier the one that
    /// the signature holds for; keys of the ring come first.
    pub(super) fn identified(&self, key_id: &str, holds: impl Fn(&PublicKey) -> bool) -> Named {
        let named = || self.known.iter().enumerate().filter(|(_, known)| known.has_id(key_id));
        let found = named().find(|(_, known)| holds(&known.key)).or_else(|| named().next());
        match found {
            Some((known, _)) => Named::Found { known, id_is_known: true },
            None => Named::Fault {
                member: "signing_key_id",
                finding: Finding::not_checked(Reason::KeyUnknown).expected(key_id),
            },
        }
    }

    pub(super) fn verifies(&self, known: usize, message: &[u8], signature: &[u8; 64]) -> bool {
        self.known.get(known).is_some_and(|known| known.key.verifies(message, signature))
    }

    pub(super) fn bytes(&self, known: usize) -> Option<[u8; 32]> {
        self.known.get(known).map(|known| *known.key.bytes())
    }

    pub(super) fn fingerprint(&self, known: usize) -> &str {
        self.known.get(known).map_or("", |known| known.fingerprint.as_str())
    }
}

/// The algorithm that a key object says it is for, when it is not Ed25519.
fn other_algorithm<'t>(tree: &'t Tree<'_>, object: NodeId) -> Option<&'t str> {
    tree.member_text(object, "algorithm").filter(|&algorithm| algorithm != "ed25519")
}

/// The first member of a key object that spells the key as text.
fn spelled(tree: &Tree<'_>, object: NodeId) -> Option<NodeId> {
    let mut members = SPELLINGS.iter().filter_map(|name| tree.member(object, name));
    members.find(|&node| tree.text(node).is_some())
}

impl KnownKey {
    fn in_ring(&self) -> bool {
        self.terms.is_some()
    }

    fn source(&self) -> &str {
        self.terms.as_ref().map_or(&self.source, |terms| &terms.source)
    }

    /// Notes a time that a signature claims.
    fn claim(&mut self, time: Time) {
        self.claimed = Some(match self.claimed.take() {
            None => (time.clone(), time),
            Some((first, last)) if time.instant() < first.instant() => (time, last),
            Some((first, last)) if time.instant() > last.instant() => (first, time),
            Some(both) => both,
        });
    }

    /// The ring's identifiers first.
    fn ids(&self) -> impl Iterator<Item = &str> {
        self.ring_ids.iter().chain(&self.document_ids).map(String::as_str)
    }

    /// The identifiers that a signature with the key has to use: the registry's, and the document's.
    fn own_ids(&self) -> impl Iterator<Item = &str> {
        self.registry_id.iter().chain(&self.document_ids).map(String::as_str)
    }

    fn has_id(&self, id: &str) -> bool {
        self.ids().any(|known| known == id)
    }
}

impl Run<'_, '_> {
    /// Keys that the document lists stand in the report whether they sign or not.
    pub(super) fn report_listed_keys(&mut self) {
        for known in 0..self.keys.known.len() {
            if self.keys.known.get(known).is_some_and(|known| !known.objects.is_empty()) {
                self.report_key(known, None);
            }
        }
    }

    /// The index of a key in the report, where it is put when it is not there yet.
    pub(super) fn report_key(&mut self, known: usize, named_at: Option<NodeId>) -> Option<usize> {
        let next = self.results.keys.len();
        let known = self.keys.known.get_mut(known)?;
        known.at = known.at.or(named_at);
        let index = *known.reported.get_or_insert(next);
        if index == next {
            let terms = known.terms.as_ref();
            let text = |time: &Option<Time>| time.as_ref().map(|time| time.as_str().to_owned());
            self.results.keys.push(Key {
                // What a document calls a key of the ring says nothing.
                key_id: if known.in_ring() { &known.ring_ids } else { &known.document_ids }.first().cloned(),
                public_key_hex: hex(known.key.bytes()),
                fingerprint: known.fingerprint.clone(),
                in_ring: known.in_ring(),
                // Until its signatures are known.
                trust: KeyTrust::NotInRing,
                status: terms.map(|terms| terms.status),
                valid_from: terms.and_then(|terms| text(&terms.valid_from)),
                valid_until: terms.and_then(|terms| text(&terms.valid_until)),
                note: terms.and_then(|terms| terms.note.clone()),
                source: known.source().to_owned(),
                signatures: 0,
            });
        }
        Some(index)
    }

    /// Counts a signature that holds, with the times that it claims.
    pub(super) fn report_signature(&mut self, known: usize, index: usize, claims: &[Option<NodeId>]) {
        if let Some(key) = self.results.keys.get_mut(index) {
            key.signatures += 1;
        }
        // A claim that cannot be read says nothing.
        let times = claims.iter().filter_map(|&node| self.tree.text(node?)?.parse::<Time>().ok());
        let Some(known) = self.keys.known.get_mut(known) else { return };
        times.for_each(|time| known.claim(time));
    }

    /// One check for each key in the report: whose it is, and whether it counts.
    pub(super) fn trust_checks(&mut self) {
        for known in 0..self.keys.known.len() {
            let Some(key) = self.keys.known.get(known) else {
                continue;
            };
            let (Some(index), Some(at)) = (key.reported, key.at) else {
                continue;
            };
            let trust = self.trust(key);
            let finding = self.trust_finding(key, trust);
            let signs = self.results.keys.get_mut(index).is_some_and(|key| {
                key.trust = trust;
                key.signatures > 0
            });
            let check = self.record(CheckName::KeyTrust, At::Node(at), signs, finding);
            self.amend(check, |check| check.more().key = Some(index));
            if self.passed(check) {
                let objects = self.keys.known.get(known).map(|known| known.objects.as_slice()).unwrap_or_default();
                let spelled: Vec<NodeId> = objects.iter().filter_map(|&object| spelled(self.tree, object)).collect();
                self.pin(check, spelled, Hold::Constant);
            }
        }
    }

    fn trust(&self, key: &KnownKey) -> KeyTrust {
        let mut ring_ids = self.keys.known.iter().flat_map(|other| &other.ring_ids);
        match &key.terms {
            Some(terms) => {
                let claimed: Vec<&Time> = key.claimed.iter().flat_map(|(first, last)| [first, last]).collect();
                terms.trust(self.at, &claimed)
            }
            None if ring_ids.any(|id| key.document_ids.contains(id)) => KeyTrust::IdTaken,
            None => KeyTrust::NotInRing,
        }
    }

    fn trust_finding(&self, key: &KnownKey, trust: KeyTrust) -> Finding {
        let (outcome, reason) = match trust {
            KeyTrust::Trusted => (Outcome::Passed, Reason::KeyInRing),
            KeyTrust::InWindow => (Outcome::Passed, Reason::KeyInWindow),
            KeyTrust::OutsideWindow => (Outcome::Noted, Reason::KeyOutsideWindow),
            KeyTrust::WindowUnproven => (Outcome::Noted, Reason::KeyWindowUnproven),
            KeyTrust::TimeContradicted => (Outcome::Noted, Reason::KeyTimeContradicted),
            KeyTrust::Retired => (Outcome::Noted, Reason::KeyRetired),
            KeyTrust::Revoked => (Outcome::Noted, Reason::KeyRevoked),
            KeyTrust::IdTaken => (Outcome::Noted, Reason::KeyIdTaken),
            KeyTrust::NotInRing => (Outcome::Noted, Reason::KeyNotInRing),
        };
        let whose = if key.in_ring() { key.source() } else { "not in the key ring" };
        let (mut expected, mut computed) =
            ("a key of the key ring".to_owned(), format!("{}, {whose}", key.fingerprint));
        if let Some(terms) = key.terms.as_ref().filter(|_| !matches!(trust, KeyTrust::Trusted | KeyTrust::Revoked)) {
            expected = words::window(
                terms.valid_from.as_ref().map(Time::as_str),
                terms.valid_until.as_ref().map(Time::as_str),
            );
            let at = self.at.map(Time::as_str);
            // The time that speaks against the key, if a signature claims one.
            let against = |time: &&Time| match trust {
                KeyTrust::OutsideWindow => self.at.is_none_or(|at| terms.holds_at(at)) && !terms.holds_at(time),
                KeyTrust::TimeContradicted => self.at.is_some_and(|at| time.instant() > at.instant()),
                _ => false,
            };
            let both = key.claimed.as_ref().map(|(first, last)| [first, last]);
            let claimed = both.and_then(|both| both.into_iter().find(against));
            computed = words::time_found(trust, at, claimed.map(Time::as_str));
        }
        Finding::new(outcome, reason).expected(expected).computed(computed)
    }

    /// The spellings and fingerprints of one key object.
    pub(super) fn key_object(&mut self, object: NodeId) {
        let member = |name| Member::of(self.tree, object, name);
        let [hex_member, b64_member] = SPELLINGS.map(member);
        let fingerprints = [member("fingerprint_sha256_hex"), member("fingerprint_sha256_b32_first128bits")];
        if let Some(algorithm) = other_algorithm(self.tree, object) {
            let finding = Finding::not_checked(Reason::KeyAlgorithmUnknown).expected("ed25519").computed(algorithm);
            self.record(CheckName::KeyEncoding, At::Node(object), false, finding);
            return;
        }
        let Some(bytes) = self.key_spellings(object, hex_member, b64_member) else { return };
        let spelled = spelled(self.tree, object);
        let computed = [fingerprint(&bytes), fingerprint_base32(&bytes)];
        for ((stated, computed), base32) in fingerprints.into_iter().zip(computed).zip([false, true]) {
            let is_there = !stated.is_absent(self.tree);
            let finding = match self.text_of(stated, &computed) {
                // The signatures need none of the two.
                Err(_) if !is_there => Finding::not_checked(Reason::ValueNotComputable),
                Ok(text) => Finding::compared(&text, &computed, Reason::ValueMatches, Reason::ValueMismatch),
                Err(finding) => finding,
            };
            let check = self.record(CheckName::KeyFingerprint, At::Member(stated), is_there, finding);
            if let (Some(_), Some(key)) = (stated.node, spelled) {
                let tree = self.tree;
                self.redo(check, |commands, prints| commands.fingerprint(tree, key, base32, prints));
            }
            if self.passed(check)
                && let (Some(stated), Some(key)) = (stated.node, spelled)
            {
                self.pin(check, vec![stated], Hold::Derived(vec![key].into()));
                self.pin(check, vec![key], Hold::Derived(vec![stated].into()));
            }
        }
    }

    /// The key's bytes, from whichever spelling is there; both must agree. One that is null is not there.
    fn key_spellings(&mut self, object: NodeId, hex_member: Member, b64_member: Member) -> Option<[u8; 32]> {
        for member in [hex_member, b64_member] {
            if !member.is_absent(self.tree)
                && let Err(finding) = self.text_of(member, "the 32 bytes of the key as text")
            {
                self.record(CheckName::KeyEncoding, At::Member(member), true, finding);
                return None;
            }
        }
        let hex_text = hex_member.text(self.tree);
        let b64_text = b64_member.text(self.tree);
        let is_key = |bytes: &[u8; 32]| PublicKey::load(bytes).is_some();
        let (at, bytes) = match (hex_text, b64_text) {
            (Some(text), _) => (hex_member, from_hex(text).filter(is_key)),
            (None, Some(text)) => (b64_member, from_base64(text).filter(is_key)),
            (None, None) => {
                let finding = Finding::failed(Reason::ValueMissing).expected("public_key_hex or public_key_b64");
                self.record(CheckName::KeyEncoding, At::Node(object), true, finding);
                return None;
            }
        };
        let Some(bytes) = bytes else {
            let finding = Finding::failed(Reason::KeyMalformed).computed(hex_text.or(b64_text).unwrap_or_default());
            self.record(CheckName::KeyEncoding, At::Member(at), true, finding);
            return None;
        };
        let finding = match (hex_text, b64_text) {
            (Some(_), Some(text)) if from_base64(text) == Some(bytes) => {
                Finding::passed(Reason::KeySpellingsAgree).expected(hex(&bytes)).computed(text)
            }
            (Some(_), Some(text)) => Finding::failed(Reason::KeySpellingsDiffer).expected(hex(&bytes)).computed(text),
            _ => Finding::not_checked(Reason::ValueNotComputable),
        };
        let both = hex_text.is_some() && b64_text.is_some();
        let check = self.record(CheckName::KeyEncoding, At::Member(b64_member), both, finding);
        if self.passed(check)
            && let (Some(hex_node), Some(b64_node)) = (hex_member.node, b64_member.node)
        {
            self.pin(check, vec![b64_node], Hold::Derived(vec![hex_node].into()));
            self.pin(check, vec![hex_node], Hold::Derived(vec![b64_node].into()));
        }
        Some(bytes)
    }
}
