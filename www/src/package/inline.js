// The same as the entry of the package with the wasm in a script, for places where no file can stand beside it.
import WASM from "./inlined.js";
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

const loaded = unpacked().then(load);
await loaded;

/** Resolves when the functions can be called. They can be as soon as this module is imported. */
export default function init() {
  return loaded;
}

async function unpacked() {
  const packed = Uint8Array.from(atob(WASM), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
