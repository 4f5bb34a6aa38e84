export {
  addresses,
  canonicalize,
  compare,
  eachHashedBytes,
  hashedBytes,
  keyRing,
  matchText,
  mergeInOrders,
  report,
  reproduce,
  verdict,
  verify,
  version,
  visible,
} from "./pith_verifier.js";
export type * from "./pith_verifier.js";
export { IntegrityError } from "./checked.js";

/**
 * Makes the functions ready; none may be called before it resolves. Rejects with an {@link IntegrityError} when the
 * wasm is not the one of this version.
 *
 * @param wasm - the wasm, where it cannot be had from beside this module: its bytes, which are held against the
 *   digest of this version, or a compiled module, which is taken as it is
 */
export function load(wasm?: WebAssembly.Module | Uint8Array): Promise<void>;
