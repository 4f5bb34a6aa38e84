// Answers calls, one after the other, with one instance of the wasm.
import { calls, type InPieces, start } from "./calls.ts";
import type { Answer, Ask, Begin, Fault, Piece } from "./protocol.ts";

/** How many items of a list go into one message: few milliseconds of work for whoever receives it. */
const PIECE = 200;

/** Takes messages, and gives `post` the answers. */
export function answering(post: (message: Answer | Piece) => void): (message: Begin | Ask) => void {
  let handOver: (begun: Promise<void>) => void;
  /** Calls wait until the verifier has been handed over. */
  const ready = new Promise<void>((resolve) => (handOver = resolve));
  /** Calls wait for each other: a file that is read must not let a later call pass. */
  let last: Promise<void> = Promise.resolve();

  const answer = async ({ id, call, given }: Ask): Promise<void> => {
    try {
      await ready;
      const work = (calls as unknown as Record<string, (...given: unknown[]) => unknown>)[call];
      if (work === undefined) throw new Error(`there is no call ${call}`);
      const result = await work(...given);
      if (isInPieces(result)) {
        for (const [list, items] of Object.entries(result.lists)) {
          for (let from = 0; from < items.length; from += PIECE) {
            post({ id, list, from, items: items.slice(from, from + PIECE) });
          }
        }
        const lengths = Object.entries(result.lists).map(([list, { length }]) => [list, length]);
        post({ id, value: result.value, lists: Object.fromEntries(lengths) as Record<string, number> });
      } else {
        post({ id, value: result });
      }
    } catch (error) {
      post({ id, fault: fault(error) });
    }
  };

  return (message) => {
    if ("module" in message) handOver(start(message.module));
    else last = last.then(() => answer(message));
  };
}

function isInPieces(result: unknown): result is InPieces<unknown> {
  return typeof result === "object" && result !== null && "lists" in result;
}

/**
 * What the verifier raises itself, or what comes of a file that cannot be read. After anything else the wasm is in no
 * known state: a trap, a stack that ran over, memory that could not be had. Browsers name the last two in many ways, and
 * one raises a text.
 */
function isRaised(error: unknown): error is Error {
  return (
    error instanceof DOMException ||
    (error instanceof Error && ["Error", "TypeError", "RefusalError"].includes(error.name))
  );
}

function fault(error: unknown): Fault {
  const trapped = !isRaised(error);
  if (error instanceof Error) {
    const { name, message, reason } = error as Error & { reason?: string };
    return { name, message, trapped, ...(reason === undefined ? {} : { reason }) };
  }
  return { name: "Error", message: String(error), trapped };
}
