import { canonicalize, reportOn } from "../verify.ts";

/** The canonical form of a JSON text and its digest, or why there is none. */
export type Form = { canonical: string; sha256: string } | { refused: string };

/** The SHA-256 of a text, as the verifier computes it for whatever it is given. */
export async function digestOf(text: string): Promise<string> {
  return (await reportOn(text, { explain: false })).sha256;
}

/** The canonical form of a JSON text and the digest of it. */
export async function formOf(json: string): Promise<Form> {
  try {
    const canonical = await canonicalize(json);
    return { canonical, sha256: await digestOf(canonical) };
  } catch (error) {
    if (error instanceof Error && error.name === "RefusalError") return { refused: error.message };
    throw error;
  }
}

/** The bits of a digest, each `0` or `1`. */
export function bitsOf(sha256: string): string {
  return [...sha256].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
}
