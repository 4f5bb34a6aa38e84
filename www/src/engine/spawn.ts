// Starts scripts of this page, the only ones that its Trusted Types policy lets through.
import script from "./worker.ts?worker&url";

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

interface Policy {
  createScriptURL(url: string): string;
}

/** The service worker, beside the page: a worker answers for its own folder alone. */
const KEEPER = new URL("sw.js", document.baseURI).href;
const OWN: ReadonlySet<string> = new Set([script, KEEPER]);

const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
const policy: Policy = policies?.createPolicy("pith", { createScriptURL: own }) ?? { createScriptURL: own };

/** A script of this page, and no other. */
function own(url: string): string {
  if (!OWN.has(url)) throw new TypeError(`not a script of this page: ${url}`);
  return url;
}

/** Starts a worker with the verifier in it. */
export function spawn(): Worker {
  return new Worker(policy.createScriptURL(script), { type: "module" });
}

/** Starts the service worker. */
export function register(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(policy.createScriptURL(KEEPER));
}
