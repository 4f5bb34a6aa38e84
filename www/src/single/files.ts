// What the single file has in it, in the place of `src/engine/files.ts`.
import { taken } from "./handed.ts";

const { wasm, worker } = taken();

/** The script that runs in a worker. Chromium starts none from a file that is a module. */
export const WORKER: { readonly address: string; readonly type: WorkerType } = {
  address: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
  type: "classic",
};

/** There is nothing to keep. */
export function keeper(): string | null {
  return null;
}

/** Reads the files among what is handed to a worker: in WebKitGTK the worker of a local file can read none. */
export const readFirst: ((given: readonly unknown[]) => Promise<unknown[]>) | null = (given) =>
  Promise.all(given.map(read));

async function read(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return new Uint8Array(await value.arrayBuffer());
  if (Array.isArray(value)) return Promise.all(value.map(read));
  if (typeof value !== "object" || value === null || !("input" in value)) return value;
  return { ...value, input: await read(value.input) };
}

/** The wasm that was unpacked. */
export function wasmFile(): Promise<Response> {
  return Promise.resolve(new Response(wasm, { headers: { "content-type": "application/wasm" } }));
}
