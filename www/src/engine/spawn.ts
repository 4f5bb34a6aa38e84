// Starts scripts of this page, the only ones that its Trusted Types policy lets through.
import script from "./worker.ts?worker&url";

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

interface Policy {
  createScriptURL(url: string): string;
}

/** The scripts that may be started. */
const own = new Set([script]);

let policy: Policy | null = null;

/** The policy, made when the first script is started. Throws where the page does not allow one of its name. */
function scripts(): Policy {
  const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
  policy ??= policies?.createPolicy("pith", { createScriptURL }) ?? { createScriptURL };
  return policy;
}

/** A script of this page, and no other. */
function createScriptURL(url: string): string {
  if (!own.has(url)) throw new TypeError(`not a script of this page: ${url}`);
  return url;
}

/** Starts a worker with the verifier in it. Throws where its script stands on another origin, which no browser allows. */
export function spawn(): Worker {
  // Known before it is tried, so that the browser has nothing to complain of.
  if (new URL(script, document.baseURI).origin !== self.origin) {
    throw new DOMException("the script of the worker is on another origin", "SecurityError");
  }
  return new Worker(scripts().createScriptURL(script), { type: "module" });
}

/** Starts the service worker, beside the page: a worker answers for its own folder alone. */
export function register(): Promise<ServiceWorkerRegistration> {
  const keeper = new URL("sw.js", document.baseURI).href;
  own.add(keeper);
  return navigator.serviceWorker.register(scripts().createScriptURL(keeper));
}
