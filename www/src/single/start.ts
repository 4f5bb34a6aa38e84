// The first script of the single file, the only one that stands in it unpacked. It reads what is packed out of the
// text that carries it, and runs the script that unpacks the rest.
import { left } from "./handed.ts";
import { run } from "./policy.ts";
import { say } from "./say.ts";

// As in xtask/src/single.rs: 128 characters are a number to this base, and it is 255 bytes.
const BASE = 63_422n;
const CHARACTERS = 128;
const BYTES = 255;
const FIRST = 0x40;
const SURROGATES = 0xd800;

void start().catch(say);

async function start(): Promise<void> {
  const bytes = read(document.getElementById("packed")?.textContent ?? "");
  const length = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  left.pithPacked = bytes.subarray(2 + length);
  const unpacks = new Blob([bytes.subarray(2, 2 + length)]).stream();
  run("pith-start", await new Response(unpacks.pipeThrough(new DecompressionStream("deflate-raw"))).text());
  // It takes them as soon as it runs. The policy of this file does not let another script run.
  if (left.pithPacked !== undefined) throw new Error("the policy of this file refuses its script");
}

function read(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length / CHARACTERS) * BYTES);
  for (let block = 0; block * CHARACTERS < text.length; block += 1) {
    let number = 0n;
    for (let at = block * CHARACTERS; at < (block + 1) * CHARACTERS; at += 1) {
      const unit = text.charCodeAt(at);
      number = number * BASE + BigInt(unit - FIRST - (unit > SURROGATES ? 0x800 : 0));
    }
    const digits = number.toString(16).padStart(2 * BYTES, "0");
    for (let i = 0; i < BYTES; i += 1) {
      bytes[block * BYTES + i] = parseInt(digits.slice(2 * i, 2 * i + 2), 16);
    }
  }
  return bytes;
}
