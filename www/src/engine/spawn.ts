// Starts scripts of this page, the only ones that its Trusted Types policy lets through.
import { KEEPER, WORKER } from "./files.ts";

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

interface Policy {
  createScriptURL(url: string): string;
}

const OWN: ReadonlySet<string | null> = new Set([WORKER.address, KEEPER]);

const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
const policy: Policy = policies?.createPolicy("pith", { createScriptURL: own }) ?? { createScriptURL: own };

/** A script of this page, and no other. */
function own(url: string): string {
  if (!OWN.has(url)) throw new TypeError(`not a script of this page: ${url}`);
  return url;
}

/** Starts a worker with the verifier in it. */
export function spawn(): Worker {
  return new Worker(policy.createScriptURL(WORKER.address), { type: WORKER.type });
}

/** Starts the service worker at this address. */
export function register(keeper: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(policy.createScriptURL(keeper));
}
