// The second script of the single file: it unpacks the rest, holds each part against its digest, and starts the page.
import { left } from "./handed.ts";
import { run } from "./policy.ts";
import { browserSha256 } from "../bytes.ts";
import { DamagedError, unpacked } from "./ppmd.ts";
import { say } from "./say.ts";

/** Parts that were packed together: how many bytes they became, with which order, and what they are. */
type Stream = readonly [packed: number, order: number, parts: (readonly [length: number, sha256: string])[]];

/** The style sheet, the page, the worker; and the wasm. `xtask/src/single.rs` writes them in. */
declare const STREAMS: readonly Stream[];

const packed = left.pithPacked ?? new Uint8Array();
delete left.pithPacked;
void unpack().catch(say);

async function unpack(): Promise<void> {
  // Without it nothing could be held against its digest.
  if (!isSecureContext) throw new Error("the page came without HTTPS; save it and open it as a file");
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [size, order, list] of STREAMS) {
    // What is said to readers meanwhile has to be drawn.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const all = list.reduce((sum, [length]) => sum + length, 0);
    const stream = unpacked(packed.subarray(at, at + size), all, order);
    at += size;
    let from = 0;
    for (const [length, sha256] of list) {
      const part = stream.slice(from, from + length);
      from += length;
      if ((await browserSha256(part)) !== sha256) throw new DamagedError();
      parts.push(part);
    }
  }
  const text = (part?: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(part);
  const [style, page, worker, wasm] = parts;
  const sheet = document.createElement("style");
  sheet.textContent = text(style);
  document.head.append(sheet);
  left.pithUnpacked = { wasm: wasm ?? new Uint8Array(), worker: text(worker) };
  run("pith-unpack", text(page), "module");
}
