// The bundle's digests and signatures with what the engine has: JSON.parse and WebCrypto. A signature is tried on the
// digest that is stated, which is computed meanwhile, so that nothing waits for anything else.
import { fromBase64, fromHex, parts, toHex } from "./bundle.js";

const encoder = new TextEncoder();

/** What tells of a bundle whether all its digests, and all its signatures by this key, hold. */
export async function webcrypto(hex) {
  const key = await crypto.subtle.importKey("raw", fromHex(hex), "Ed25519", false, ["verify"]);

  async function isDigest(text, stated) {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
    return toHex(new Uint8Array(digest)) === stated;
  }
  const isSigned = (stated, signature) =>
    crypto.subtle.verify("Ed25519", key, fromBase64(signature), fromHex(stated));

  return async (bytes) => {
    const answers = parts(bytes).flatMap(({ text, stated, signature }) => [
      isDigest(text, stated),
      signature === null || isSigned(stated, signature),
    ]);
    return (await Promise.all(answers)).every(Boolean);
  };
}
