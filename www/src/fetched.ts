// A document from an address.
import type { AddressKind } from "./report.ts";

/** What leads to documents; the others lead to pages for people. */
export const DOCUMENTS: ReadonlySet<AddressKind> = new Set<AddressKind>([
  "bundle",
  "well_known_bundle",
  "state",
  "record",
  "resolver",
]);

/** Why nothing came of it. */
export type Fault =
  | { why: "blocked" | "missing" | "cut_off" }
  | { why: "redirected" }
  | { why: "stopped" }
  | { why: "status"; status: number }
  | { why: "too_large"; most: number }
  | { why: "too_slow" };

export class FetchError extends Error {
  override name = "FetchError";

  constructor(readonly fault: Fault) {
    super(fault.why);
  }
}

/** What came from an address. */
export interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  /** The type that the host states, without parameters and in lower case; empty when it states none. */
  type: string;
}

/**
 * The bytes at an address. No cookie is sent, and no address of the page. Rejects with a {@link FetchError}, with that
 * which the signal was given as its reason when it is one.
 *
 * @param most - how many bytes are taken
 */
export async function fetched(
  url: string,
  most: number,
  asked: Pick<RequestInit, "redirect" | "cache"> & { signal: AbortSignal },
): Promise<Fetched> {
  const { signal } = asked;
  const response = await attempt(
    fetch(url, { mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", ...asked }),
    signal,
    "blocked",
  );
  if (response.type === "opaqueredirect") throw new FetchError({ why: "redirected" });
  if (response.status === 404) throw new FetchError({ why: "missing" });
  if (!response.ok) throw new FetchError({ why: "status", status: response.status });
  if (Number(response.headers.get("content-length")) > most) {
    void response.body?.cancel().catch(() => undefined);
    throw new FetchError({ why: "too_large", most });
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    if (reader === undefined) break;
    const piece = await attempt(reader.read(), signal, "cut_off");
    if (piece.done) break;
    length += piece.value.length;
    if (length > most) {
      void reader.cancel().catch(() => undefined);
      throw new FetchError({ why: "too_large", most });
    }
    pieces.push(piece.value);
  }
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  return {
    bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()),
    type: type.trim().toLowerCase(),
  };
}

/** What a browser says of a request that failed is not for readers: why it was given up, or else `why`. */
async function attempt<T>(work: Promise<T>, signal: AbortSignal, why: "blocked" | "cut_off"): Promise<T> {
  try {
    return await work;
  } catch {
    throw signal.reason instanceof FetchError ? signal.reason : new FetchError({ why });
  }
}
