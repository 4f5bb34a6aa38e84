// One SHA-256 of the report per document: in the browsers, the npm package gives the reports of the kept list.
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { documents, hold, OPTIONS } from "../determinism.js";

/** So many documents are handed over at a time. */
const AT_ONCE = 50;

inEachBrowser(
  (given) => {
    test("one report for each document, as natively and in Node", async (t) => {
      await given.browser.open(`${given.server.address}/package.html`);
      const digests = [];
      for (let from = 0; from < documents.length; from += AT_ONCE) {
        const part = documents
          .slice(from, from + AT_ONCE)
          .map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
        const found = await given.browser.evaluate(
          async (part, options) => {
            const { default: init, verify } = await import("/pkg/index.js");
            await init();
            const digest = async (text) =>
              [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))]
                .map((byte) => byte.toString(16).padStart(2, "0"))
                .join("");
            return Promise.all(
              part.map(({ name, base64 }) => {
                const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
                return digest(JSON.stringify(verify(bytes, { ...options, name })));
              }),
            );
          },
          part,
          OPTIONS,
        );
        digests.push(...found);
      }
      hold(digests, given.name);
      t.diagnostic(`${given.browser.version}: ${digests.length} documents`);
    });
  },
  { texts: { "/package.html": "<!doctype html><meta charset=utf-8><title>x</title>" } },
);
