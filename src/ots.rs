//! The format of OpenTimestamps proofs (files `.ots`): bytes -> operations with their results, and
//! attestations. Knows nothing of documents.
//!
//! The facts are those of the reference implementation, python-opentimestamps (`core/timestamp.py`,
//! `op.py`, `notary.py`, `dubious/notary.py`, `serialize.py`): a magic number, the major version, the hash
//! function of the start and its digest, then a tree. In the tree `ff` says that a branch follows and after it
//! more for the same message, `00` that an attestation follows, which ends the branch, and any other byte is an
//! operation. What that implementation refuses is refused here. Two things are stricter:
//! - a number is at most 32 bits and written in as few bytes as possible. All known writers do that, and
//!   readers disagree on what is longer: the one in JavaScript counts shifts modulo 32;
//! - the whole proof has budgets. The reference has only its depth of 256, which is kept here.
//!
//! The experimental operation `09` (`secp256k1commitment`) of that implementation is refused as unknown.
//! The same branch twice is kept as often as it stands there; that adds nothing to what a proof shows.

use crate::crypto;
use crate::limits::{
    MAX_PROOF_ATTESTATIONS, MAX_PROOF_BYTES, MAX_PROOF_DEPTH, MAX_PROOF_MESSAGES, MAX_PROOF_OPERATIONS,
};
use crate::report::{AttestationKind, TimestampOp as Op, TimestampReason as Reason};

/// How every proof begins.
pub(crate) const MAGIC: &[u8; 31] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94";
const MAJOR_VERSION: u8 = 1;
const FORK: u8 = 0xFF;
const ATTESTATION: u8 = 0x00;

/// The longest message, and so the longest argument.
pub(crate) const MAX_MESSAGE: usize = 4096;
/// The longest payload of an attestation.
pub(crate) const MAX_PAYLOAD: usize = 8192;
/// The longest address of a calendar.
pub(crate) const MAX_CALENDAR: usize = 1000;

const PENDING: [u8; 8] = [0x83, 0xDF, 0xE3, 0x0D, 0x2E, 0xF9, 0x0C, 0x8E];
const BITCOIN: [u8; 8] = [0x05, 0x88, 0x96, 0x0D, 0x73, 0xD7, 0x19, 0x01];
const LITECOIN: [u8; 8] = [0x06, 0x86, 0x9A, 0x0D, 0x73, 0xD7, 0x1B, 0x45];
const ETHEREUM: [u8; 8] = [0x30, 0xFE, 0x80, 0x87, 0xB5, 0xC7, 0xEA, 0xD7];

/// A proof that was read whole.
pub(crate) struct Proof {
    pub(crate) hash: Op,
    pub(crate) digest: Vec<u8>,
    pub(crate) steps: Vec<Step>,
    pub(crate) attestations: Vec<Attestation>,
}

/// One operation and what came out of it.
pub(crate) struct Step {
    pub(crate) op: Op,
    pub(crate) argument: Vec<u8>,
    pub(crate) result: Vec<u8>,
    /// The step whose result it was done to; none is the digest at the start.
    pub(crate) after: Option<usize>,
    depth: usize,
}

/// One attestation, as it stands in the proof.
pub(crate) struct Attestation {
    pub(crate) kind: AttestationKind,
    pub(crate) tag: [u8; 8],
    /// The step whose result is attested; none is the digest at the start.
    pub(crate) after: Option<usize>,
    pub(crate) height: Option<u32>,
    pub(crate) calendar: Option<String>,
    /// Of an unknown kind only.
    pub(crate) payload: Option<Vec<u8>>,
}

/// Why a proof was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) reason: Reason,
    /// Of the first byte at fault.
    pub(crate) offset: usize,
    /// The byte, length or number that was found there.
    pub(crate) found: usize,
}

impl Proof {
    /// The message after a step.
    pub(crate) fn message(&self, after: Option<usize>) -> &[u8] {
        message(&self.digest, &self.steps, after)
    }
}

fn message<'p>(digest: &'p [u8], steps: &'p [Step], after: Option<usize>) -> &'p [u8] {
    after.and_then(|step| steps.get(step)).map_or(digest, |step| &step.result)
}

/// Reads a proof and does its operations.
pub(crate) fn parse(bytes: &[u8]) -> Result<Proof, Fault> {
    if bytes.len() > MAX_PROOF_BYTES {
        return Err(Fault { reason: Reason::LimitBytes, offset: MAX_PROOF_BYTES, found: bytes.len() });
    }
    let mut reader = Reader { bytes, at: 0 };
    // The first byte that differs, so that a file of another kind and a damaged proof can be told apart.
    if let Some(offset) = MAGIC.iter().enumerate().position(|(at, byte)| bytes.get(at) != Some(byte)) {
        return Err(Fault { reason: Reason::NotAProof, offset, found: bytes.len() });
    }
    reader.take(MAGIC.len())?;
    let version = reader.byte()?;
    if version != MAJOR_VERSION {
        return Err(reader.fault_before(Reason::VersionUnknown, version.into()));
    }
    let tag = reader.byte()?;
    let (hash, length) = match operation(tag) {
        Some(hash @ (Op::Sha1 | Op::Ripemd160)) => (hash, 20),
        Some(hash @ (Op::Sha256 | Op::Keccak256)) => (hash, 32),
        _ => return Err(reader.fault_before(Reason::HashUnknown, tag.into())),
    };
    let digest = reader.take(length)?.to_vec();
    let (steps, attestations) = tree(&mut reader, &digest)?;
    if reader.at < bytes.len() {
        return Err(Fault { reason: Reason::TrailingBytes, offset: reader.at, found: bytes.len() - reader.at });
    }
    Ok(Proof { hash, digest, steps, attestations })
}

/// Reads the tree without recursion: `waiting` has the messages of which more follows.
fn tree(reader: &mut Reader<'_>, digest: &[u8]) -> Result<(Vec<Step>, Vec<Attestation>), Fault> {
    let (mut steps, mut attestations): (Vec<Step>, Vec<Attestation>) = (Vec::new(), Vec::new());
    // A message waits once for each branch that is being read, so there are no more than the depth allows.
    let mut waiting: Vec<Option<usize>> = Vec::new();
    let mut current = None;
    let mut messages = 0;
    loop {
        let mut tag = reader.byte()?;
        if tag == FORK {
            waiting.push(current);
            tag = reader.byte()?;
        }
        if tag == ATTESTATION {
            if attestations.len() == MAX_PROOF_ATTESTATIONS {
                return Err(reader.fault_before(Reason::LimitAttestations, attestations.len() + 1));
            }
            attestations.push(reader.attestation(current)?);
            match waiting.pop() {
                Some(message) => current = message,
                None => return Ok((steps, attestations)),
            }
            continue;
        }
        let Some(op) = operation(tag) else {
            let reason = if tag == FORK { Reason::EmptyFork } else { Reason::OperationUnknown };
            return Err(reader.fault_before(reason, tag.into()));
        };
        let depth = current.and_then(|step| steps.get(step)).map_or(0, |step| step.depth) + 1;
        if depth > MAX_PROOF_DEPTH {
            return Err(reader.fault_before(Reason::LimitDepth, depth));
        }
        if steps.len() == MAX_PROOF_OPERATIONS {
            return Err(reader.fault_before(Reason::LimitOperations, steps.len() + 1));
        }
        let at = reader.at - 1;
        let argument = match op {
            Op::Append | Op::Prepend => reader.block(1, MAX_MESSAGE, Reason::ArgumentLength)?,
            _ => &[],
        };
        let input = message(digest, &steps, current);
        let length = match op {
            Op::Hexlify => input.len() * 2,
            _ => input.len() + argument.len(),
        };
        if length > MAX_MESSAGE {
            return Err(Fault { reason: Reason::MessageTooLong, offset: at, found: length });
        }
        let result = apply(op, input, argument);
        messages += result.len();
        if messages > MAX_PROOF_MESSAGES {
            return Err(Fault { reason: Reason::LimitMessages, offset: at, found: messages });
        }
        steps.push(Step { op, argument: argument.to_vec(), result, after: current, depth });
        current = Some(steps.len() - 1);
    }
}

fn operation(tag: u8) -> Option<Op> {
    Some(match tag {
        0x02 => Op::Sha1,
        0x03 => Op::Ripemd160,
        0x08 => Op::Sha256,
        0x67 => Op::Keccak256,
        0xF0 => Op::Append,
        0xF1 => Op::Prepend,
        0xF2 => Op::Reverse,
        0xF3 => Op::Hexlify,
        _ => return None,
    })
}

/// What an operation makes of a message.
pub(crate) fn apply(op: Op, message: &[u8], argument: &[u8]) -> Vec<u8> {
    match op {
        Op::Append => [message, argument].concat(),
        Op::Prepend => [argument, message].concat(),
        Op::Reverse => message.iter().rev().copied().collect(),
        Op::Hexlify => crate::encoding::hex(message).into_bytes(),
        Op::Sha1 => crypto::sha1(message).to_vec(),
        Op::Ripemd160 => crypto::ripemd160(message).to_vec(),
        Op::Sha256 => crypto::sha256(message).to_vec(),
        Op::Keccak256 => crypto::keccak256(message).to_vec(),
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    /// A fault of the byte that was read last.
    fn fault_before(&self, reason: Reason, found: usize) -> Fault {
        Fault { reason, offset: self.at.saturating_sub(1), found }
    }

    fn take(&mut self, length: usize) -> Result<&'b [u8], Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let taken = rest.get(..length);
        let taken = taken.ok_or(Fault { reason: Reason::Truncated, offset: self.bytes.len(), found: rest.len() })?;
        self.at += length;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        self.take(1).map(|taken| taken.first().copied().unwrap_or_default())
    }

    /// A number: seven bits a byte, the lowest first, the eighth bit says that another follows.
    fn number(&mut self) -> Result<u32, Fault> {
        let offset = self.at;
        let mut value: u32 = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let low = u32::from(byte & 0x7F);
            if shift == 28 && byte > 0x0F {
                break;
            }
            value |= low << shift;
            if byte & 0x80 == 0 {
                if byte == 0 && shift > 0 {
                    return Err(Fault { reason: Reason::NumberNotShortest, offset, found: self.at - offset });
                }
                return Ok(value);
            }
        }
        Err(Fault { reason: Reason::NumberTooLarge, offset, found: self.at - offset })
    }

    /// A length and so many bytes.
    fn block(&mut self, least: usize, most: usize, reason: Reason) -> Result<&'b [u8], Fault> {
        let offset = self.at;
        let length = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        if length < least || length > most {
            return Err(Fault { reason, offset, found: length });
        }
        self.take(length)
    }

    fn attestation(&mut self, after: Option<usize>) -> Result<Attestation, Fault> {
        let mut tag = [0; 8];
        tag.copy_from_slice(self.take(8)?);
        let payload = self.block(0, MAX_PAYLOAD, Reason::PayloadTooLong)?;
        let kind = match tag {
            PENDING => AttestationKind::Pending,
            BITCOIN => AttestationKind::Bitcoin,
            LITECOIN => AttestationKind::Litecoin,
            ETHEREUM => AttestationKind::Ethereum,
            _ => AttestationKind::Unknown,
        };
        // Offsets in the payload are offsets in the proof.
        let before = self.bytes.get(..self.at).unwrap_or_default();
        let mut inside = Reader { bytes: before, at: self.at - payload.len() };
        let mut attestation = Attestation { kind, tag, after, height: None, calendar: None, payload: None };
        match kind {
            AttestationKind::Pending => attestation.calendar = Some(inside.calendar()?),
            AttestationKind::Unknown => {
                attestation.payload = Some(payload.to_vec());
                return Ok(attestation);
            }
            _ => attestation.height = Some(inside.number()?),
        }
        if inside.at < self.at {
            let found = self.at - inside.at;
            return Err(Fault { reason: Reason::PayloadNotUsedUp, offset: inside.at, found });
        }
        Ok(attestation)
    }

    fn calendar(&mut self) -> Result<String, Fault> {
        let address = self.block(0, MAX_CALENDAR, Reason::CalendarTooLong)?;
        let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._/:".contains(byte);
        if let Some(at) = address.iter().position(|byte| !allowed(byte)) {
            let offset = self.at - address.len() + at;
            let found = address.get(at).copied().unwrap_or_default().into();
            return Err(Fault { reason: Reason::CalendarCharacter, offset, found });
        }
        Ok(address.iter().copied().map(char::from).collect())
    }
}
