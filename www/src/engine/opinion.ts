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

/** Hashed bytes are written anew for this, so many at once, each time from the whole document. */
const BYTES_AT_ONCE = 1 << 20;
/** So many bytes are read for it. */
const READ_BYTES = 48 << 20;
/** So many digests are tried, and so many signatures; ten thousand would take seconds. */
const MOST = 1_000;
/** Keys that are kept for the next document, for most have the same. */
const KEYS = 64;

/** Gives the bytes that checks hashed. */
type BytesOf = (hashed: Hashed[]) => Uint8Array<ArrayBuffer>[];

/** Asks the browser about every check that passed, all at once, for it may use its threads. */
export async function secondOpinion(report: Report, bytesOf: BytesOf): Promise<Opinion> {
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
  const wanted = new Map<string, Hashed>();
  const signatures: Promise<[number, boolean]>[] = [];
  for (const [index, { outcome, hashed, signed, key: of }] of report.checks.entries()) {
    if (outcome !== "passed") continue;
    if (hashed !== null && wanted.size < MOST) wanted.set(nameOf(hashed), hashed);
    const key = report.keys[of ?? -1];
    if (signed === null || key === undefined) continue;
    if (opinion.hasSignatures && opinion.signatures < MOST) {
      opinion.signatures += 1;
      signatures.push(holds(subtle, key, signed).then((holds) => [index, holds]));
    } else opinion.signaturesLeft += 1;
  }
  const [digests, held] = await Promise.all([
    digestsOf(subtle, wanted, report.bytes, bytesOf),
    Promise.all(signatures),
  ]);
  const disagreements = new Set(held.flatMap(([index, holds]) => (holds ? [] : [index])));
  for (const [index, check] of report.checks.entries()) {
    if (check.outcome !== "passed" || check.hashed === null) continue;
    const digest = digests.get(nameOf(check.hashed));
    if (digest === undefined) opinion.digestsLeft += 1;
    else {
      opinion.digests += 1;
      if (!agrees(check, digest)) disagreements.add(index);
    }
  }
  opinion.disagreements = [...disagreements].sort((one, other) => one - other);
  return opinion;
}

/** By this the bytes that checks hashed are known: several checks may be about the same. */
function nameOf({ pointer, without, within }: Hashed): string {
  return JSON.stringify([pointer, without, within]);
}

/** The digests of what was hashed, by name, as long as not too much has to be read for them. */
async function digestsOf(
  subtle: SubtleCrypto,
  wanted: ReadonlyMap<string, Hashed>,
  documentBytes: number,
  bytesOf: BytesOf,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  let read = 0;
  for (const some of atOnce(wanted)) {
    read += documentBytes;
    if (read > READ_BYTES) break;
    const all = bytesOf(some.map(([, hashed]) => hashed)).map((bytes) => subtle.digest("SHA-256", bytes));
    const found = await Promise.all(all);
    for (const [at, [name]] of some.entries()) digests.set(name, hex(new Uint8Array(found[at] ?? [])));
  }
  return digests;
}

/** What was hashed, divided so that none is much longer than {@link BYTES_AT_ONCE}, unless it is one alone. */
function* atOnce(wanted: ReadonlyMap<string, Hashed>): Generator<[string, Hashed][], undefined> {
  let some: [string, Hashed][] = [];
  let bytes = 0;
  for (const [name, hashed] of wanted) {
    if (some.length > 0 && bytes + hashed.bytes > BYTES_AT_ONCE) {
      yield some;
      some = [];
      bytes = 0;
    }
    some.push([name, hashed]);
    bytes += hashed.bytes;
  }
  if (some.length > 0) yield some;
}

/** Whether a digest is the one of the check, and what a signature that holds was made over. */
function agrees(check: Check, digest: string): boolean {
  return check.hashed?.sha256 === digest && (check.signed === null || check.signed.message_hex === digest);
}

async function holds(
  subtle: SubtleCrypto,
  { public_key_hex }: Key,
  signed: NonNullable<Check["signed"]>,
): Promise<boolean> {
  const imported = keys.get(public_key_hex) ?? importKey(subtle, public_key_hex);
  if (keys.size === KEYS) keys.clear();
  keys.set(public_key_hex, imported);
  return subtle.verify("Ed25519", await imported, bytes(signed.signature_hex), bytes(signed.message_hex));
}

/** By their public keys in hexadecimal digits. */
const keys = new Map<string, Promise<CryptoKey>>();

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
