// What `cargo xtask wasm` writes beside the wasm.
declare module "*/dist/pkg/integrity.js" {
  /** The SHA-384 of the wasm, as Subresource Integrity has it. */
  export const INTEGRITY: string;
}
