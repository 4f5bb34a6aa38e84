// Compiles the wasm of this version and no other: its SHA-384 was written in when the package was built.
import { INTEGRITY } from "./integrity.js";

/** The wasm is not the one that this version of the package was built with. It is not compiled. */
export class IntegrityError extends Error {
  name = "IntegrityError";

  /**
   * @param {string} message
   * @param {string | null} found - as an SRI string; `null` when it could not be computed
   */
  constructor(message, found) {
    super(message);
    this.expected = INTEGRITY;
    this.found = found;
  }
}

/** Whether this place can compute a SHA-384: browsers cannot for a page without HTTPS. */
export const canDigest = globalThis.crypto?.subtle !== undefined;

/** What browsers are asked to hold the file against, where {@link canDigest} is false. */
export { INTEGRITY };

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled(bytes) {
  if (!canDigest) {
    throw new IntegrityError(
      "the SHA-384 of the wasm of pith-verifier cannot be computed: there is no WebCrypto here. Serve the page by HTTPS.",
      null,
    );
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...digest))}`;
  if (found !== INTEGRITY) {
    throw new IntegrityError(
      `the wasm of pith-verifier is not the one of this version: expected ${INTEGRITY}, found ${found}. Install the package again, or find what changes its files on their way.`,
      found,
    );
  }
  return WebAssembly.compile(bytes);
}
