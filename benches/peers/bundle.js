// What the JavaScript peers share: which parts of a bundle are hashed and signed, a small canonicaliser, and the text
// forms of bytes by what the engine has, where it has it.

/** The registry's key (description of Pith documents, section 3). */
export const KEY = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The five hashed parts of a bundle of two events: canonical text, stated digest in hexadecimal, signature in base64 or
 * null. Keys are sorted once for all of them; a part that lacks members keeps the order of the rest.
 */
export function parts(bytes) {
  const { bundle_signature, ...content } = sorted(JSON.parse(utf8.decode(bytes)));
  const { state_sha256, ...state } = content.state;
  const { receipt } = content.events.find(({ event_type }) => event_type === "record_created").payload;
  return [
    part(content.canonical_record, content.canonical_sha256, receipt.signature_b64),
    ...content.events.map(({ signature, content_sha256, event_id: _, ...event }) =>
      part(event, content_sha256, signature.signature_b64),
    ),
    part(state, state_sha256),
    part(content, bundle_signature.bundle_sha256, bundle_signature.signature_b64),
  ];
}

const part = (value, stated, signature = null) => ({ text: JSON.stringify(value), stated, signature });

/** The value with its keys in the order in which the canonical form has them. */
function sorted(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const copy = {};
  for (const key of Object.keys(value).sort()) copy[key] = sorted(value[key]);
  return copy;
}

export const fromBase64 = Uint8Array.fromBase64
  ? (text) => Uint8Array.fromBase64(text)
  : (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export const fromHex = Uint8Array.fromHex
  ? (text) => Uint8Array.fromHex(text)
  : (text) => Uint8Array.from(text.match(/../g), (digits) => Number.parseInt(digits, 16));

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export const toHex = Uint8Array.prototype.toHex
  ? (bytes) => bytes.toHex()
  : (bytes) => {
      let text = "";
      for (const byte of bytes) text += digits[byte];
      return text;
    };
