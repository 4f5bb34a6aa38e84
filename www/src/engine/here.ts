// Takes the place of a worker where a site's policy or a browser refuses one: the same calls, on the page's own thread.
import type { Port } from "./engine.ts";
import type { Answer, Ask, Begin, Begun, Piece } from "./protocol.ts";

/** What the instance of the wasm came to that the page draws with too, and which cannot be replaced. */
let trapped: string | null = null;

/** The verifier on the page's own thread. Its code comes when it is wanted. */
export class Here extends EventTarget implements Port {
  private ended = false;
  private readonly receive: Promise<(message: Begin | Ask) => void>;

  constructor() {
    super();
    this.receive = import("./answering.ts").then(({ answering }) => answering((data) => this.post(data)));
    this.receive.then(
      () => this.post({ begun: true }),
      (error: unknown) => this.dispatchEvent(new ErrorEvent("error", { message: String(error) })),
    );
  }

  postMessage(message: Begin | Ask): void {
    void this.receive.then((receive) => {
      if (trapped === null || "module" in message) receive(message);
      else this.post({ id: message.id, fault: { name: "Error", message: trapped, trapped: true } });
    });
  }

  terminate(): void {
    this.ended = true;
  }

  private post(data: Begun | Answer | Piece): void {
    if ("fault" in data && data.fault.trapped) trapped = data.fault.message;
    if (!this.ended) this.dispatchEvent(new MessageEvent("message", { data }));
  }
}
