// A worker for Cloudflare's runtime, workerd: POST a document, and its report comes back as JSON.
import { load, verify } from "pith-verifier/load";
// workerd compiles no wasm while it runs. It has this one compiled when it starts.
import wasm from "pith-verifier/pith.wasm";

/** The most bytes that are read. */
const MOST = 8 * 1024 * 1024;

const loaded = load(wasm);

export default {
  async fetch(request) {
    if (request.method !== "POST") {
      return new Response("POST a Pith document\n", { status: 405, headers: { allow: "POST" } });
    }
    const length = request.headers.get("content-length");
    if (length === null) return new Response("expected a Content-Length\n", { status: 411 });
    if (Number(length) > MOST) return new Response(`expected at most ${MOST} bytes\n`, { status: 413 });
    await loaded;
    return Response.json(verify(new Uint8Array(await request.arrayBuffer())), {
      headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  },
};
