// Bundles that nobody has published, signed with the first public test key of RFC 8032 section 7.1.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pkg, sample } from "./documents.js";

const { canonicalize, verify } = await import(pathToFileURL(join(pkg, "index.js")).href);

const SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const KEY = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${SEED}`, "hex"),
  format: "der",
  type: "pkcs8",
});
const PUBLIC = createPublicKey(KEY).export({ format: "der", type: "spki" }).subarray(-32);

/** The key that signs, as a reader names it, and its fingerprint. */
export const testKey = { hex: PUBLIC.toString("hex"), fingerprint: sha256(PUBLIC).slice(0, 32) };

/** An event with content, identifier and signature. `more` is any of its members but these. */
export function event(event_type, more = {}) {
  const sealed = {
    event_type,
    subject_pith_number: JSON.parse(sample("bundle-1212.1787").bytes).pith_number,
    target: "record",
    payload: {},
    signer: {
      signer_id: "test",
      signer_type: "test",
      key_id: "test",
      public_key_fingerprint: testKey.fingerprint,
    },
    created_at: "2026-07-01T00:00:00Z",
    supersedes: [],
    prev_event: null,
    schema_version: "1.0",
    ...more,
  };
  const content = digest(sealed);
  const signature = signed(content, "open_graph_event_sha256_bytes");
  return { ...sealed, signature, content_sha256: content, event_id: `sha256:${content}` };
}

/** The sample with further events, with the state that all of them give, signed again. */
export function bundleWith(events) {
  const { bundle_signature: _, state: __, ...bundle } = JSON.parse(sample("bundle-1212.1787").bytes);
  bundle.events.push(...events);
  bundle.public_keys.push({
    key_id: "test",
    algorithm: "ed25519",
    format: "raw",
    public_key_b64: PUBLIC.toString("base64"),
    public_key_hex: testKey.hex,
    fingerprint_sha256_hex: testKey.fingerprint,
    rotates_at: null,
  });
  const { replay } = verify(JSON.stringify(bundle), { replay: true });
  bundle.state = JSON.parse(replay.rebuilt);
  const content = digest(bundle);
  const bundle_signature = { ...signed(content, "bundle_sha256_bytes"), bundle_sha256: content };
  return JSON.stringify({ ...bundle, bundle_signature });
}

/** A bundle with so many small events more than the sample, which takes memory and time. */
export function bundleOf(count) {
  return bundleWith(
    Array.from({ length: count }, (_, i) =>
      event("author_attestation", { payload: { note: `${i} ${"x".repeat(200)}` } }),
    ),
  );
}

function signed(content, signed_message) {
  return {
    signature_status: "signed_v1",
    algorithm: "ed25519",
    key_id: "test",
    public_key_fingerprint: testKey.fingerprint,
    signature_b64: sign(null, Buffer.from(content, "hex"), KEY).toString("base64"),
    signed_message,
    signed_at: "2026-07-01T00:00:00Z",
  };
}

function digest(value) {
  return sha256(canonicalize(JSON.stringify(value)));
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
