// A worker that runs the verifier, and is replaced when it can no longer be trusted.
import type { Calls, InPieces, Lists } from "./calls.ts";
import type { Answer, Ask, Begin, Begun, Fault, Piece } from "./protocol.ts";
import { readFirst } from "./files.ts";
import { messageOf } from "../errors.ts";

/** What a call gives to the page: of a result in pieces, the whole with its lists beside it. */
export type Given<Result> =
  Result extends Promise<infer Inner>
    ? Given<Inner>
    : Result extends InPieces<infer Value>
      ? { value: Value; lists: Lists }
      : Result;

/** The verifier itself failed: nothing is known of the document. */
export class ToolError extends Error {
  override name = "ToolError";
}

/** What answers calls: a worker, or what takes its place. */
export type Port = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** A worker that has not begun after so many milliseconds is not waited for where something can take its place. */
const PATIENCE = 10_000;

/** Why a worker is not believed any more of which not everything came, or not in its order. */
const LOST = "a message of the worker was lost";

interface Waiting {
  ask: Ask;
  lists: Lists;
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/**
 * One worker at a time. When the wasm in it traps, the calls that wait are rejected with a {@link ToolError},
 * and the next call gets a new worker with a fresh instance.
 */
export class Engine {
  private worker: Port | null = null;
  /** Whether a worker was refused, so that none is tried again. */
  private isRefused = false;
  private waiting = new Map<number, Waiting>();
  private next = 0;
  /** Files that are read before they are handed over, one call after the other. */
  private read: Promise<void> = Promise.resolve();
  private hasBegun: () => void = () => undefined;
  private begun = new Promise<void>((resolve) => (this.hasBegun = resolve));

  /**
   * @param spawn - starts a worker script
   * @param module - the compiled wasm
   * @param instead - starts what takes the place of a worker that the browser refuses to start
   */
  constructor(
    private readonly spawn: () => Port,
    private readonly module: Promise<WebAssembly.Module>,
    private readonly instead: (() => Port) | null = null,
  ) {}

  /**
   * Starts the worker before there is anything to ask. Resolves when its script is there, or when it turns out
   * that it does not come.
   */
  begin(): Promise<void> {
    this.worker ??= this.started();
    return this.begun;
  }

  /** Asks the worker. Rejects with the error of the verifier, or with a {@link ToolError}. */
  call<Name extends keyof Calls>(
    name: Name,
    ...given: Parameters<Calls[Name]>
  ): Promise<Given<ReturnType<Calls[Name]>>> {
    return new Promise((resolve, reject) => {
      const id = this.next++;
      const ask: Ask = { id, call: name, given };
      try {
        const worker = (this.worker ??= this.started());
        this.waiting.set(id, { ask, lists: {}, resolve, reject });
        if (readFirst === null) {
          worker.postMessage(ask);
          return;
        }
        const read = this.read.then(() => readFirst?.(given) ?? given);
        // A file that is read must not let a later call pass.
        this.read = read
          .then((given) => worker.postMessage({ ...ask, given }))
          .catch((error: unknown) => {
            this.waiting.delete(id);
            reject(error as Error);
          });
      } catch (error) {
        this.waiting.delete(id);
        reject(new ToolError(messageOf(error)));
      }
    });
  }

  /** Ends the worker, whatever it does. What waits is rejected; the next call starts another. */
  stop(why = "it was stopped"): void {
    this.worker?.terminate();
    this.worker = null;
    this.hasBegun();
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new ToolError(why));
  }

  private started(): Port {
    const worker = this.attempt();
    let isThere = false;
    const { instead } = this;
    const canTurn = instead !== null && !this.isRefused;
    const timer = canTurn ? setTimeout(() => this.turn(worker), PATIENCE) : undefined;
    worker.addEventListener("message", ({ data }: MessageEvent<Begun | Answer | Piece>) => {
      if (worker !== this.worker) return;
      if ("begun" in data) {
        isThere = true;
        clearTimeout(timer);
        this.hasBegun();
      } else this.received(data);
    });
    for (const kind of ["error", "messageerror"]) {
      worker.addEventListener(kind, (event) => {
        event.preventDefault();
        const { message } = event as ErrorEvent;
        if (worker !== this.worker) return;
        clearTimeout(timer);
        // A script that did not come and one that the page's policy refuses are told of in the same way.
        if (canTurn && !isThere) this.turn(worker);
        else this.stop(message || "the worker ended");
      });
    }
    this.module.then(
      (module) => worker.postMessage({ module } satisfies Begin),
      (error: unknown) => {
        if (worker === this.worker) this.stop(messageOf(error));
      },
    );
    return worker;
  }

  private attempt(): Port {
    if (this.instead === null) return this.spawn();
    if (!this.isRefused) {
      try {
        return this.spawn();
      } catch {
        this.isRefused = true;
      }
    }
    return this.instead();
  }

  /** Asks what takes the place of a worker all that the worker was asked. */
  private turn(worker: Port): void {
    if (worker !== this.worker) return;
    worker.terminate();
    this.isRefused = true;
    this.worker = this.started();
    for (const { ask } of this.waiting.values()) this.worker.postMessage(ask);
  }

  private received(data: Answer | Piece): void {
    const waiting = this.waiting.get(data.id);
    if (waiting === undefined) return;
    if ("list" in data) {
      const list = (waiting.lists[data.list] ??= []);
      if (list.length === data.from) list.push(...data.items);
      else this.stop(LOST);
      return;
    }
    if ("fault" in data) {
      this.waiting.delete(data.id);
      waiting.reject(data.fault.trapped ? new ToolError(data.fault.message) : raised(data.fault));
      if (data.fault.trapped) this.stop(data.fault.message);
      return;
    }
    const { value, lists } = data;
    for (const [name, length] of Object.entries(lists ?? {})) {
      if ((waiting.lists[name] ??= []).length !== length) {
        // A report without a part of its checks is none.
        this.stop(LOST);
        return;
      }
    }
    this.waiting.delete(data.id);
    waiting.resolve((lists === undefined ? value : { value, lists: waiting.lists }) as never);
  }
}

/** The error that the verifier raised in the worker. */
function raised({ name, message, reason }: Fault): Error {
  const error = Object.assign(new Error(message), reason === undefined ? {} : { reason });
  error.name = name;
  return error;
}
