// A worker: it owns one instance of the wasm and answers one call after the other.
import { calls, type InPieces, start } from "./calls.ts";
import type { Answer, Ask, Begin, Begun, Fault, Piece } from "./protocol.ts";

/** How many items of a list go into one message: few milliseconds of work for whoever receives it. */
const PIECE = 200;

const port = self as unknown as { postMessage(message: Begun | Answer | Piece): void };
let handOver: (begun: Promise<void>) => void;
/** Calls wait until the verifier has been handed over. */
const ready = new Promise<void>((resolve) => (handOver = resolve));
/** Calls wait for each other: a file that is read must not let a later call pass. */
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Begin | Ask>) => {
  if ("module" in data) handOver(start(data.module));
  else last = last.then(() => answer(data));
});

port.postMessage({ begun: true });

async function answer({ id, call, given }: Ask): Promise<void> {
  try {
    await ready;
    const work = (calls as unknown as Record<string, (...given: unknown[]) => unknown>)[call];
    if (work === undefined) throw new Error(`there is no call ${call}`);
    const result = await work(...given);
    if (isInPieces(result)) {
      for (const [list, items] of Object.entries(result.lists)) {
        for (let from = 0; from < items.length; from += PIECE) {
          port.postMessage({ id, list, items: items.slice(from, from + PIECE) });
        }
      }
      port.postMessage({ id, value: result.value, lists: Object.keys(result.lists) });
    } else {
      port.postMessage({ id, value: result });
    }
  } catch (error) {
    port.postMessage({ id, fault: fault(error) });
  }
}

function isInPieces(result: unknown): result is InPieces<unknown> {
  return typeof result === "object" && result !== null && "lists" in result;
}

/** A trap, a stack that ran over and memory that could not be had leave the wasm in no known state. */
function fault(error: unknown): Fault {
  const trapped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  if (error instanceof Error) {
    const { name, message, reason } = error as Error & { reason?: string };
    return { name, message, trapped, ...(reason === undefined ? {} : { reason }) };
  }
  return { name: "Error", message: String(error), trapped };
}
