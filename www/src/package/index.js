// The entry of the npm package: the wasm is ready as soon as this module is.
import initialise from "./pith_verifier.js";

export {
  addresses,
  canonicalize,
  compare,
  hashedBytes,
  keyRing,
  matchText,
  mergeInOrders,
  report,
  reproduce,
  verify,
  version,
  visible,
} from "./pith_verifier.js";

const address = new URL("./pith_verifier_bg.wasm", import.meta.url);

async function load() {
  // Node fetches no file: addresses. This way bundlers for browsers do not see a Node module here.
  const files = globalThis.process?.getBuiltinModule?.("node:fs/promises");
  const source = files && address.protocol === "file:" ? await files.readFile(address) : address;
  await initialise({ module_or_path: source });
}

const loaded = load();
await loaded;

/** Resolves when the functions can be called. They can be as soon as this module is imported. */
export default function init() {
  return loaded;
}
