// Starts scripts of this page, the only ones that its Trusted Types policy lets through.
import script from "./worker.ts?worker&url";

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

const OWN: ReadonlySet<string> = new Set([script]);

const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy("pith", { createScriptURL: own });

/** A script of this page, and no other. */
function own(url: string): string {
  if (!OWN.has(url)) throw new TypeError(`not a script of this page: ${url}`);
  return url;
}

/** Starts a worker with the verifier in it. */
export function spawn(): Worker {
  return new Worker(policy === undefined ? own(script) : policy.createScriptURL(script), { type: "module" });
}
