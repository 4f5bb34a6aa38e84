// The entry of the npm package: the wasm is ready as soon as this module is.
import { load } from "./load.js";

export {
  addresses,
  canonicalize,
  compare,
  eachHashedBytes,
  hashedBytes,
  IntegrityError,
  keyRing,
  matchText,
  mergeInOrders,
  report,
  reproduce,
  verdict,
  verify,
  version,
  visible,
} from "./load.js";

const loaded = load();
await loaded;

/** Resolves when the functions can be called. They can be as soon as this module is imported. */
export default function init() {
  return loaded;
}
