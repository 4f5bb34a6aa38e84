import type * as direct from "./pith_verifier.js";

export type * from "./pith_verifier.js";

type Promised<Call> = Call extends (...given: infer Given) => infer Result
  ? (...given: Given) => Promise<Result>
  : never;

/** A worker with the functions of the package. Each gives what it gives there, as a promise. */
export interface Client {
  readonly addresses: Promised<typeof direct.addresses>;
  readonly canonicalize: Promised<typeof direct.canonicalize>;
  readonly compare: Promised<typeof direct.compare>;
  readonly eachHashedBytes: Promised<typeof direct.eachHashedBytes>;
  readonly hashedBytes: Promised<typeof direct.hashedBytes>;
  readonly keyRing: Promised<typeof direct.keyRing>;
  readonly matchText: Promised<typeof direct.matchText>;
  readonly mergeInOrders: Promised<typeof direct.mergeInOrders>;
  readonly report: Promised<typeof direct.report>;
  readonly reproduce: Promised<typeof direct.reproduce>;
  readonly verdict: Promised<typeof direct.verdict>;
  readonly verify: Promised<typeof direct.verify>;
  readonly version: Promised<typeof direct.version>;
  readonly visible: Promised<typeof direct.visible>;
  /** Ends the worker. What is under way is rejected. */
  close(): void;
}

/**
 * @param worker - a worker that runs `pith-verifier/worker`; without one it is started from the file beside this
 *   module
 */
export function connect(worker?: Worker): Client;
