// What docs/integration.md says of policies, hosts, digests, speed and privacy, tried one by one.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { element, sample, site } from "../documents.js";
import { names, start } from "../drivers/index.js";
import { serve } from "../server.js";

const BUNDLE = sample("bundle-1212.1787").bytes.toString("utf8");
const GOOD =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const ENTRY = '<script type="module" src="/pith/pith-element.js"></script>';
const BADGE = '<pith-badge src="/bundle.json"></pith-badge>';
/** Notes what the elements tell; a file, because policies allow no script in the page. */
const TOLD = `globalThis.told = [];
for (const name of ["pith-report", "pith-error"]) {
  addEventListener(name, ({ detail }) => told.push(detail.reason ?? detail.verdict.word));
}`;
const digest = (path) =>
  `sha384-${createHash("sha384")
    .update(readFileSync(join(element, path)))
    .digest("base64")}`;
const assets = readdirSync(join(element, "assets")).map((name) => `assets/${name}`);
const [views] = assets.filter((name) => name.startsWith("assets/define-"));

for (const name of names) {
  describe(`in ${name}`, { timeout: 900_000 }, () => {
    let browser;
    before(async () => (browser = await start(name)));
    after(() => browser?.close());

    /**
     * Serves a page with an element under a policy, and hands back what came of it: a verdict, a reason, or
     * `no element`; with what was asked for, and of which origin it was asked.
     */
    async function tried(
      policy,
      { body = ENTRY + BADGE, head = "", headers = {}, texts = {}, answers = {} } = {},
    ) {
      const asked = [];
      const sent = policy === null ? headers : { "content-security-policy": policy, ...headers };
      const page = `<!doctype html><html lang="en"><title>Article</title><script src="/told.js"></script>${head}${body}`;
      const own = { "/index.html": page, "/": page, "/told.js": TOLD, "/bundle.json": BUNDLE, ...texts };
      const server = await serve({ "/pith/": element }, own, { headers: sent, answers });
      try {
        await browser.open(`${server.address}/`);
        const found = await browser.evaluate(async () => {
          const isDefined = () => customElements.get("pith-badge") !== undefined;
          // As long as nothing says that there will be an element, there may be none.
          for (let i = 0; i < (isDefined() ? 1200 : 80) && globalThis.told?.length === 0; i += 1) {
            await new Promise((resolve) => setTimeout(resolve, 25));
          }
          const badge = document.querySelector("pith-badge");
          const button = badge?.shadowRoot?.querySelector(".badge");
          const style = button && getComputedStyle(button);
          return {
            told: isDefined() ? globalThis.told : ["no element"],
            look: style && [
              style.color,
              style.borderTopColor,
              style.borderRadius,
              style.padding,
              style.fontSize,
            ],
            workers: performance.getEntriesByType("resource").filter(({ name }) => /answering-/.test(name))
              .length,
          };
        });
        asked.push(...server.requests.map((request) => request.replace("GET ", "")));
        return { ...found, came: found.told.join(" "), asked, onPage: found.workers > 0 };
      } finally {
        await server.close();
      }
    }
    const without = (part) => GOOD.replace(part, "");

    test("the policy of the guide is enough, and what each part is for", async () => {
      const good = await tried(GOOD);
      assert.deepEqual([good.came, good.onPage], ["verified", false]);
      const none = await tried(`${GOOD}; style-src 'none'; img-src 'none'; font-src 'none'`);
      assert.deepEqual([none.came, none.look], ["verified", good.look], "the same look");
      assert.ok(good.look !== null);
      assert.equal(
        (await tried(GOOD.replace("script-src 'self'", "script-src /told.js"))).came,
        "no element",
      );
      assert.equal((await tried(without(" 'wasm-unsafe-eval'"))).came, "not_loaded");
      assert.equal((await tried(without("; connect-src 'self'"))).came, "not_loaded");
      const fallen = await tried(without("; worker-src 'self'").replace(" worker-src 'self';", ""));
      assert.deepEqual([fallen.came, fallen.onPage], ["verified", false], "script-src counts for workers");
      const refused = await tried(GOOD.replace("worker-src 'self'", "worker-src 'none'"));
      assert.deepEqual([refused.came, refused.onPage], ["verified", true]);
      const other = ENTRY + '<pith-badge src="https://elsewhere.example/bundle.json"></pith-badge>';
      assert.equal((await tried(GOOD, { body: other })).came, "policy");
    });

    test("a policy of nonces needs no strict-dynamic", async () => {
      const policy = GOOD.replace("script-src 'self'", "script-src 'nonce-abc'");
      const nonced = (html) => html.replaceAll("<script", '<script nonce="abc"');
      const page = nonced(
        `<!doctype html><html lang="en"><title>A</title><script src="/told.js"></script>${ENTRY}${BADGE}`,
      );
      const found = await tried(policy, { texts: { "/": page } });
      assert.deepEqual([found.came, found.onPage], ["verified", false]);
    });

    // WebKitGTK of Debian 12 and Firefox ESR have no Trusted Types: there is nothing to try.
    test("Trusted Types", { skip: name !== "chromium" }, async () => {
      const typed = (policies) => `${GOOD}; require-trusted-types-for 'script'; trusted-types ${policies}`;
      const both = await tried(typed("lit-html pith"));
      assert.deepEqual([both.came, both.onPage], ["verified", false]);
      const one = await tried(typed("lit-html"));
      assert.deepEqual([one.came, one.onPage], ["verified", true]);
      assert.equal((await tried(typed("pith"))).came, "no element");
    });

    test("elements and documents of another host", async () => {
      for (const allows of [true, false]) {
        const headers = allows ? { "access-control-allow-origin": "*" } : {};
        const cdn = await serve({ "/pith/": element }, { "/bundle.json": BUNDLE }, { headers });
        try {
          const policy = GOOD.replaceAll("'self'", `'self' ${cdn.address}`);
          const entry = ENTRY.replace("/pith/", `${cdn.address}/pith/`);
          const elements = await tried(policy, { body: entry + BADGE });
          assert.equal(elements.came, allows ? "verified" : "no element");
          if (allows) assert.ok(elements.onPage, "no browser starts a worker of another origin");
          const badge = BADGE.replace('src="', `src="${cdn.address}`);
          assert.equal((await tried(policy, { body: ENTRY + badge })).came, allows ? "verified" : "blocked");
        } finally {
          await cdn.close();
        }
      }
    });

    test("an isolated page, which sends its header with the whole folder", async () => {
      const headers = {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      };
      const { came, onPage } = await tried(GOOD, { headers });
      assert.deepEqual([came, onPage], ["verified", false]);
    });

    test("a digest on the entry is enforced", async () => {
      const held = (value) => ENTRY.replace("src=", `integrity="${value}" src=`) + BADGE;
      assert.equal((await tried(GOOD, { body: held(digest("pith-element.js")) })).came, "verified");
      assert.equal((await tried(GOOD, { body: held(digest(views)) })).came, "no element");
    });

    // Firefox has it since version 138, WebKit since Safari 18; what Debian 12 has is not so new.
    test("digests in an import map are enforced", { skip: name !== "chromium" }, async () => {
      const map = (value) => {
        const text = JSON.stringify({ integrity: { [`/pith/${views}`]: value } });
        const hash = createHash("sha256").update(text).digest("base64");
        const policy = GOOD.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
        return tried(policy, { head: `<script type="importmap">${text}</script>` });
      };
      assert.equal((await map(digest(views))).came, "verified");
      assert.equal((await map(digest("pith-element.js"))).came, "no element");
    });

    test("what is loaded: four files and the document, once for all elements", async () => {
      const own = (asked) => asked.filter((path) => !["/", "/told.js", "/favicon.ico"].includes(path)).sort();
      const one = await tried(GOOD);
      const kinds = own(one.asked).map((path) => path.replace(/-[\w-]{8}\./, "."));
      assert.deepEqual(kinds, [
        "/bundle.json",
        "/pith/assets/define.js",
        "/pith/assets/pith_verifier_bg.wasm",
        "/pith/assets/worker.js",
        "/pith/pith-element.js",
      ]);
      const many = await tried(GOOD, { body: ENTRY + BADGE.repeat(3) });
      assert.equal(new Set(own(many.asked)).size, 5);
      const scripts = own(many.asked).filter((path) => path.startsWith("/pith/"));
      assert.equal(scripts.length, 4, scripts.join("\n"));
      const german = await tried(GOOD, { body: ENTRY + BADGE.replace(" src", ' locale="de" src') });
      assert.equal(own(german.asked).length, 7);
    });

    test("a wasm of another type works too", async () => {
      const wasm = assets.find((name) => name.endsWith(".wasm"));
      const bytes = readFileSync(join(element, wasm));
      const answer = (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(bytes);
      assert.equal((await tried(null, { answers: { [`/pith/${wasm}`]: answer } })).came, "verified");
    });

    test("nothing is kept on the reader's machine", async () => {
      const server = await serve(
        { "/pith/": element },
        { "/": `<!doctype html>${ENTRY}${BADGE}`, "/bundle.json": BUNDLE },
      );
      try {
        await browser.open(`${server.address}/`);
        const kept = await browser.evaluate(async () => {
          await customElements.whenDefined("pith-badge");
          const badge = document.querySelector("pith-badge");
          for (let i = 0; i < 1200 && !badge.matches(":state(report)"); i += 1) {
            await new Promise((resolve) => setTimeout(resolve, 25));
          }
          return {
            verified: badge.matches(":state(verified)"),
            cookie: document.cookie,
            storage: localStorage.length + sessionStorage.length,
            caches: (await globalThis.caches?.keys())?.length ?? 0,
            databases: (await indexedDB.databases()).length,
            keepers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
          };
        });
        assert.deepEqual(kept, {
          verified: true,
          cookie: "",
          storage: 0,
          caches: 0,
          databases: 0,
          keepers: 0,
        });
      } finally {
        await server.close();
      }
    });
  });
}

test("the policy of the guide is the one that is tried, and its sizes are the budgets", () => {
  const guide = readFileSync(new URL("../../../docs/integration.md", import.meta.url), "utf8");
  assert.ok(
    guide.includes(GOOD.replace("default-src 'none'; ", "")),
    "docs/integration.md has another policy",
  );
  const budgets = readFileSync(new URL("../../../wasm-pack.toml", import.meta.url), "utf8");
  const budget = (key) => new RegExp(`^${key} = (\\d+)$`, "m").exec(budgets)?.[1];
  assert.ok(guide.includes(`at most ${budget("element-scripts")} KiB of scripts`), "scripts");
  assert.ok(guide.includes(`${budget("wasm")} KiB of wasm`), "wasm");
  assert.ok(readdirSync(site).includes("embed.html"));
});
