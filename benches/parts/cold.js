// From the navigation to the first verdict on a bundle, which both pages get in their address: the page as shipped, and
// the least page that the WebCrypto peer needs, in one file. Each time in a context of its own, without a cache.
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { site } from "../../www/test/documents.js";
import { start } from "../../www/test/drivers/index.js";
import { bundles, servePage } from "../places.js";
import { spread, table } from "../tables.js";
import { inTurns, median } from "../turns.js";

/** The addresses of the pages, which get the document as the page as shipped takes it. */
const PAGES = { "this verifier's page": "/", "WebCrypto peer's page": "/peer.html" };

/** A bundle in the form of an address: no name, and then the document. */
const LINK = `#d=1.${deflateSync(Buffer.concat([Buffer.of(0), bundles[0].bytes])).toString("base64url")}`;

/** A module without what it imports and exports, so that it can stand in one script with others. */
const inlined = (name) =>
  readFileSync(new URL(`../peers/${name}`, import.meta.url), "utf8").replaceAll(/^(import .*|export )/gm, "");

const PEER = `<!doctype html>
<meta charset="utf-8" />
<title>peer</title>
<link rel="icon" href="data:," />
<body>
<script type="module">
${inlined("bundle.js")}
${inlined("webcrypto.js")}
const packed = fromBase64(location.hash.slice("#d=1.".length).replaceAll("-", "+").replaceAll("_", "/"));
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
// The first byte is the length of a name, and there is none.
const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer()).subarray(1);
const verify = await webcrypto(KEY);
const holds = await verify(bytes);
document.body.dataset.verdict = holds ? "verified" : "broken";
document.body.textContent = holds ? "All digests and signatures hold." : "It does not hold.";
</script>
`;

/** @param {{quick: boolean}} options */
export async function cold({ quick }) {
  const rounds = quick ? 3 : 40;
  const server = await servePage({ "/peer.html": PEER }, { "/": site });
  const found = {};
  try {
    for (const name of ["chromium", "firefox"]) found[name] = await inBrowser(name, server, rounds);
  } finally {
    await server.close();
  }
  const [ours, peer] = Object.keys(PAGES);
  const rows = Object.entries(found).map(([name, times]) => {
    const ratio = (median(times[ours]) / median(times[peer])).toFixed(2);
    return [name, spread(times[ours]), spread(times[peer]), ratio, "at most 1.15"];
  });
  const heads = ["where", `${ours}, milliseconds`, `${peer}, milliseconds`, "ratio", "goal"];
  return { raw: { unit: "milliseconds", found }, text: table(heads, rows) };
}

async function inBrowser(name, server, rounds) {
  const browser = await start(name);
  const open = async (page, path) => {
    const { word, milliseconds } = await browser.fresh(
      server.address + path + LINK,
      watch,
      () => window.first,
    );
    if (word !== "verified") throw new Error(`${page} says ${word} in ${name}`);
    return milliseconds;
  };
  try {
    const ways = Object.entries(PAGES).map(([page, path]) => [page, () => open(page, path)]);
    return await inTurns(Object.fromEntries(ways), rounds);
  } finally {
    await browser.close();
  }
}

/** Waits in a page for the first verdict, and tells when it came. */
function watch() {
  window.first = new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector('[data-verdict]:not([data-verdict=""])');
      if (found) resolve({ word: found.dataset.verdict, milliseconds: performance.now() });
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ["data-verdict"],
    });
  });
}
