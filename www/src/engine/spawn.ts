// Starts scripts of this page, the only ones that its Trusted Types policy lets through.
import { keeper, WORKER } from "./files.ts";

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

interface Policy {
  createScriptURL(url: string): string;
}

let policy: Policy | null = null;

/** The policy, made when the first script is started. Throws where the page does not allow one of its name. */
function scripts(): Policy {
  const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
  policy ??= policies?.createPolicy("pith", { createScriptURL }) ?? { createScriptURL };
  return policy;
}

/** A script of this page, and no other. */
function createScriptURL(url: string): string {
  if (url !== WORKER.address && url !== keeper()) throw new TypeError(`not a script of this page: ${url}`);
  return url;
}

/** Starts a worker with the verifier in it. Throws where its script stands on another origin, which no browser allows. */
export function spawn(): Worker {
  const { address, type } = WORKER;
  // Known before it is tried, so that the browser has nothing to complain of. A blob is of the page that made it.
  if (!address.startsWith("blob:") && new URL(address, document.baseURI).origin !== self.origin) {
    throw new DOMException("the script of the worker is on another origin", "SecurityError");
  }
  return new Worker(scripts().createScriptURL(address), { type });
}

/** Starts the service worker at this address. */
export function register(address: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(scripts().createScriptURL(address));
}
