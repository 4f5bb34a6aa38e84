// An event that a reader signs with a key of his own.
import type { Report } from "../report.ts";
import { hex } from "../bytes.ts";
import { reportOn } from "../verify.ts";
import { formOf } from "./digest.ts";

/** The name under which the key is known here. */
const KEY_ID = "made-in-this-browser";
/** Any time; the examples say nothing about times. */
const TIME = "2026-01-01T00:00:00Z";

/** A key that was made in this browser. Its private half cannot be taken out. */
export interface OwnKey {
  private: CryptoKey;
  hex: string;
  fingerprint: string;
}

/** A signature over an event with a text in it. */
export interface Signature {
  key: OwnKey;
  sha256: string;
  base64: string;
}

/** Makes a key; nothing where the browser cannot. */
export async function makeKey(): Promise<OwnKey | null> {
  try {
    const pair = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
    const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
    const digest = await crypto.subtle.digest("SHA-256", raw);
    return {
      private: pair.privateKey,
      hex: hex(new Uint8Array(raw)),
      fingerprint: hex(new Uint8Array(digest)).slice(0, 32),
    };
  } catch {
    return null;
  }
}

/** Signs an event with a text in it: the digest of its canonical form, as the registry does. */
export async function sign(text: string, key: OwnKey): Promise<Signature> {
  const form = await formOf(JSON.stringify(content(text, key)));
  if ("refused" in form) throw new Error(form.refused);
  const digest = Uint8Array.from(form.sha256.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", key.private, digest));
  return { key, sha256: form.sha256, base64: btoa(String.fromCharCode(...signature)) };
}

/** What the verifier says of the event with this text under that signature, with the key in its ring. */
export function check(text: string, { key, sha256, base64 }: Signature): Promise<Report> {
  const event = {
    ...content(text, key),
    content_sha256: sha256,
    event_id: `sha256:${sha256}`,
    signature: {
      signature_status: "signed_v1",
      algorithm: "ed25519",
      key_id: KEY_ID,
      public_key_fingerprint: key.fingerprint,
      signed_message: "open_graph_event_sha256_bytes",
      signature_b64: base64,
      signed_at: TIME,
    },
  };
  const ring = JSON.stringify({ key_id: KEY_ID, algorithm: "ed25519", public_key_hex: key.hex });
  return reportOn(JSON.stringify([event]), { trustKeys: [ring], builtInKeys: false, explain: false });
}

function content(text: string, { fingerprint }: OwnKey): object {
  return {
    event_type: "correction",
    subject_pith_number: null,
    target: "record",
    // Half of a character has no bytes that could be hashed.
    payload: { text: text.replace(/\p{Surrogate}/gu, "\ufffd") },
    signer: {
      signer_id: "a reader",
      signer_type: "reader",
      key_id: KEY_ID,
      public_key_fingerprint: fingerprint,
    },
    created_at: TIME,
    supersedes: [],
    prev_event: null,
    schema_version: "1.0",
  };
}
