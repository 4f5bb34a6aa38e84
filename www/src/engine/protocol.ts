// The messages between the page and a worker.

/** First message to a worker: the compiled verifier. */
export interface Begin {
  module: WebAssembly.Module;
}

/** First message of a worker: its script is there. */
export interface Begun {
  begun: true;
}

/** A call. */
export interface Ask {
  id: number;
  call: string;
  given: unknown[];
}

/** A piece of a list of the result, and how much of it came before; the result follows. */
export interface Piece {
  id: number;
  list: string;
  from: number;
  items: unknown[];
}

/** How a call ended. `lists` has the lengths of the lists that were sent before, also of the empty ones. */
export type Answer =
  { id: number; value: unknown; lists?: Record<string, number> } | { id: number; fault: Fault };

/** An error as it crosses from a worker. `trapped`: the wasm stopped, and the worker is of no use any more. */
export interface Fault {
  name: string;
  message: string;
  /** Of a refusal: why, as a stable word. */
  reason?: string;
  trapped: boolean;
}
