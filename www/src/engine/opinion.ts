// A second opinion on what passed: the browser's own SHA-256 and Ed25519 (WebCrypto) on the same bytes. It can
// take trust away from a result and never add any: what failed stays failed.
import { hex, webCrypto } from "../bytes.ts";
import type { Check, Hashed, Key, Report } from "../report.ts";

/** What the second implementation says. */
export interface Opinion {
  /** How many digests and signatures it was asked about. */
  digests: number;
  signatures: number;
  /** How many it was not asked about, because the document is too large for that. */
  digestsLeft: number;
  signaturesLeft: number;
  /** Whether this browser has it. Without HTTPS there is none; some browsers lack Ed25519. */
  hasDigests: boolean;
  hasSignatures: boolean;
  /** Indices of the checks about which the two disagree. */
  disagreements: number[];
}

/** All hashed bytes are written anew for this, each time from the whole document: so many bytes are read. */
const READ_BYTES = 48 << 20;
/** Signatures that are tried; ten thousand would take seconds. */
const SIGNATURES = 1_000;

/** Asks the browser about every check that passed. `bytesOf` gives the bytes that a check hashed. */
export async function secondOpinion(
  report: Report,
  bytesOf: (hashed: Hashed) => Uint8Array<ArrayBuffer>,
): Promise<Opinion> {
  const subtle = webCrypto();
  const opinion: Opinion = {
    digests: 0,
    signatures: 0,
    digestsLeft: 0,
    signaturesLeft: 0,
    hasDigests: subtle !== undefined,
    hasSignatures: subtle !== undefined && (await (ed25519 ??= hasEd25519(subtle))),
    disagreements: [],
  };
  if (subtle === undefined) return opinion;
  const digests = new Map<string, string>();
  const keys = new Map<Key, Promise<CryptoKey>>();
  let read = 0;
  for (const [index, check] of report.checks.entries()) {
    if (check.outcome !== "passed") continue;
    if (check.hashed !== null) {
      const name = JSON.stringify([check.hashed.pointer, check.hashed.without, check.hashed.within]);
      let digest = digests.get(name);
      if (digest === undefined && read + report.bytes <= READ_BYTES) {
        read += report.bytes;
        digest = hex(new Uint8Array(await subtle.digest("SHA-256", bytesOf(check.hashed))));
        digests.set(name, digest);
      }
      if (digest === undefined) opinion.digestsLeft += 1;
      else {
        opinion.digests += 1;
        if (!agrees(check, digest)) opinion.disagreements.push(index);
      }
    }
    const key = report.keys[check.key ?? -1];
    if (check.signed === null || key === undefined) continue;
    if (!opinion.hasSignatures || opinion.signatures === SIGNATURES) {
      opinion.signaturesLeft += 1;
      continue;
    }
    opinion.signatures += 1;
    const imported = keys.get(key) ?? importKey(subtle, key.public_key_hex);
    keys.set(key, imported);
    if (!(await holds(subtle, await imported, check.signed))) opinion.disagreements.push(index);
  }
  return opinion;
}

/** Whether a digest is the one of the check, and what a signature that holds was made over. */
function agrees(check: Check, digest: string): boolean {
  return check.hashed?.sha256 === digest && (check.signed === null || check.signed.message_hex === digest);
}

function holds(subtle: SubtleCrypto, key: CryptoKey, signed: NonNullable<Check["signed"]>): Promise<boolean> {
  return subtle.verify("Ed25519", key, bytes(signed.signature_hex), bytes(signed.message_hex));
}

function importKey(subtle: SubtleCrypto, publicKeyHex: string): Promise<CryptoKey> {
  return subtle.importKey("raw", bytes(publicKeyHex), "Ed25519", false, ["verify"]);
}

/** Asked once: an answer holds for as long as the page. */
let ed25519: Promise<boolean> | undefined;

async function hasEd25519(subtle: SubtleCrypto): Promise<boolean> {
  try {
    // The base point of the curve, a public key that any implementation takes (RFC 8032 section 5.1).
    await importKey(subtle, `58${"66".repeat(31)}`);
    return true;
  } catch {
    return false;
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
