// Bytes as the page writes and hashes them.

/** Lower-case hexadecimal digits, two for each byte. */
export function hex(bytes: Iterable<number>): string {
  return Array.from(bytes, hexOfByte).join("");
}

export function hexOfByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** The browser's own cryptography. Browsers leave it out where a page comes without HTTPS. */
export function webCrypto(): SubtleCrypto | undefined {
  return crypto.subtle as SubtleCrypto | undefined;
}

/** SHA-256 by the browser in hexadecimal; null where it has no cryptography. */
export async function browserSha256(bytes: BufferSource): Promise<string | null> {
  const digest = await webCrypto()?.digest("SHA-256", bytes);
  return digest === undefined ? null : hex(new Uint8Array(digest));
}
