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

/** Resolves when the functions can be called. They can be as soon as this module is imported. */
export default function init(): Promise<void>;
