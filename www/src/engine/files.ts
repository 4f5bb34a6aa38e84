// What stands beside the page and is taken by address. In the single file `src/single/files.ts` stands in the place
// of this module, by `vite.single.ts`.
import { INTEGRITY } from "../../../dist/pkg/integrity.js";
import wasm from "../../../dist/pkg/pith_verifier_bg.wasm?url&no-inline";
import { messageOf } from "../errors.ts";
import worker from "./worker.ts?worker&url";

/** The script that runs in a worker. */
export const WORKER: { readonly address: string; readonly type: WorkerType } = {
  address: worker,
  type: "module",
};

/** The service worker, beside the page: a worker answers for its own folder alone. `null` where there is none. */
export function keeper(): string | null {
  return new URL("sw.js", document.baseURI).href;
}

/** Reads the files among what is handed to a worker, where a worker cannot; `null` where it can. */
export const readFirst: ((given: readonly unknown[]) => Promise<unknown[]>) | null = null;

/** The wasm as it stands beside the page. The browser holds it against its digest. */
export async function wasmFile(): Promise<Response> {
  try {
    return await fetch(wasm, { integrity: INTEGRITY });
  } catch (error) {
    throw new Error(`it did not come, or is not the one of this build, ${INTEGRITY}: ${messageOf(error)}`);
  }
}
