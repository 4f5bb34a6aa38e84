// A worker: it owns one instance of the wasm and answers one call after the other.
import { answering } from "./answering.ts";
import type { Answer, Ask, Begin, Begun, Piece } from "./protocol.ts";

const port = self as unknown as { postMessage(message: Begun | Answer | Piece): void };
const receive = answering((message) => port.postMessage(message));

self.addEventListener("message", ({ data }: MessageEvent<Begin | Ask>) => receive(data));

port.postMessage({ begun: true });
