// Where the document of an element comes from.
import { DOCUMENTS, type Fault, FetchError, fetched } from "../fetched.ts";
import type { Input } from "../engine/calls.ts";
import { shared } from "../page/share.ts";
import { addresses, limitOf } from "../verify.ts";

/** How long a host may take to send all of it, in seconds. */
export const SECONDS = 30;

/** Where a document comes from. What is handed over goes before what is fetched. */
export interface Source {
  /** A document that is at hand. */
  data: Input | null;
  /** A document as a link carries it, after `#d=`; empty when there is none. */
  link: string;
  /** The address of one, as the page gives it. */
  src: string;
  /** What leads to one, at the service. */
  number: string;
}

/** A document at hand, with the address that it came from. */
export interface Taken {
  input: Input;
  /** The name of the file, as the address ends with. */
  name?: string;
  address: string | null;
}

/** What comes only of a request that follows no redirect, or that a reader can stop. */
type Unasked = { why: "redirected" | "stopped" };

/** Why there is no document. */
export type SourceFault =
  | { why: "no_document" }
  | { why: "bad_address" | "bad_number"; text: string }
  | { why: "policy" | "unreachable" | "offline" | "web_page"; host: string }
  | { why: "link"; cause: unknown }
  | (Exclude<Fault, Unasked> & { host: string });

export class SourceError extends Error {
  override name = "SourceError";

  constructor(readonly fault: SourceFault) {
    super(fault.why);
  }
}

/** Gets the document. Rejects with a {@link SourceError}, or with the reason of the signal once that was given up. */
export async function take({ data, link, src, number }: Source, signal: AbortSignal): Promise<Taken> {
  if (data !== null) return { input: data, address: null };
  if (link !== "") {
    const { bytes, name } = await shared(`#d=${link}`).catch((cause: unknown) => {
      throw new SourceError({ why: "link", cause });
    });
    return { input: bytes, address: null, ...(name === undefined ? {} : { name }) };
  }
  if (src === "" && number === "") throw new SourceError({ why: "no_document" });
  const address = src === "" ? await addressOf(number) : addressIn(src);
  const input = await get(address, signal);
  const name = nameIn(address);
  return { input, address: address.href, ...(name === "" ? {} : { name }) };
}

/** Only these two schemes: an address comes from whoever wrote the page, and what it gives is what is shown. */
function addressIn(src: string): URL {
  const address = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new SourceError({ why: "bad_address", text: src });
  }
  return address;
}

/** The first address of the service for a number that leads to a document. */
async function addressOf(number: string): Promise<URL> {
  const found = (await addresses(number)).addresses.find(({ kind }) => DOCUMENTS.has(kind));
  if (found === undefined) throw new SourceError({ why: "bad_number", text: number });
  return new URL(found.url);
}

async function get(address: URL, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { host } = address;
  const most = await limitOf("limit.bytes");
  signal.throwIfAborted();
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(new FetchError({ why: "too_slow" })), SECONDS * 1000);
  const giveUp = (): void => slow.abort(signal.reason);
  signal.addEventListener("abort", giveUp);
  let isRefused = false;
  const refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === "connect-src" && address.href.startsWith(blockedURI)) isRefused = true;
  };
  document.addEventListener("securitypolicyviolation", refused);
  try {
    // A redirect is followed: what counts is what comes, not from where.
    const { bytes, type } = await fetched(address.href, most, { redirect: "follow", signal: slow.signal });
    // A page to sign in at, or one that says that there is nothing, is no document that could not be read.
    if (type === "text/html" || type === "application/xhtml+xml") {
      throw new SourceError({ why: "web_page", host });
    }
    return bytes;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    const { fault } = error;
    if (fault.why === "redirected" || fault.why === "stopped") throw error;
    if (fault.why !== "blocked") throw new SourceError({ ...fault, host });
    // The browser tells of a refusal by the policy in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 20));
    signal.throwIfAborted();
    if (isRefused) throw new SourceError({ why: "policy", host });
    if (!navigator.onLine) throw new SourceError({ why: "offline", host });
    // A host always lets its own pages read what it gives.
    throw new SourceError({ why: address.origin === self.origin ? "unreachable" : "blocked", host });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
    document.removeEventListener("securitypolicyviolation", refused);
  }
}

/** The last part of an address, as the name of a file. */
function nameIn({ pathname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
