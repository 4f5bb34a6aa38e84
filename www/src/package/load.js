// The functions, and how they are made ready, for places that know no `await` at the top of a module, such as a
// service worker.
import initialise from "./pith_verifier.js";
import { canDigest, compiled, INTEGRITY, IntegrityError } from "./checked.js";

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
export { IntegrityError };

const NAME = "pith_verifier_bg.wasm";
/** @type {Promise<void> | undefined} */
let loaded;

/** Makes the functions ready, once, however often it is called. A load that failed is tried again. */
export function load(wasm) {
  loaded ??= start(wasm).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function start(wasm) {
  const module = wasm instanceof WebAssembly.Module ? wasm : await compiledFrom(wasm);
  await initialise({ module_or_path: module });
}

async function compiledFrom(wasm) {
  if (wasm !== undefined) return compiled(wasm);
  // Not at the top: in workerd a module has no address.
  const address = new URL("./pith_verifier_bg.wasm", import.meta.url);
  // Node fetches no file: addresses. This way bundlers for browsers do not see a Node module here.
  const files = globalThis.process?.getBuiltinModule?.("node:fs/promises");
  if (files && address.protocol === "file:") return compiled(await files.readFile(address));
  // Without WebCrypto the browser holds the file against its digest, and says only that it did not come.
  const response = await fetch(address, canDigest ? {} : { integrity: INTEGRITY }).catch((error) => {
    throw new Error(`${NAME} of pith-verifier did not come from ${address.href}: ${error.message}`, {
      cause: error,
    });
  });
  if (!response.ok) {
    throw new Error(
      `${NAME} of pith-verifier did not come: ${response.status} for ${address.href}. Serve it beside the script, or import pith-verifier/inline.`,
    );
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  return canDigest ? compiled(bytes) : WebAssembly.compile(bytes);
}
