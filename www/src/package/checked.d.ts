/** The wasm is not the one that this version of the package was built with. It is not compiled. */
export class IntegrityError extends Error {
  /** SHA-384 of the wasm of this version, as Subresource Integrity writes it. */
  readonly expected: string;
  /** That of what was there; `null` when it could not be computed. */
  readonly found: string | null;
}
