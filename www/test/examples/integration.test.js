// What docs/integration.md says of policies, hosts, digests, speed and privacy, tried one by one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { element, sample } from "../documents.js";
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
const pageOf = (body, head = "") =>
  `<!doctype html><html lang="en"><title>Article</title><script src="/told.js"></script>${head}${body}`;
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
      const page = pageOf(body, head);
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

    test("an isolated page: with its header on the whole folder, and on the page alone", async () => {
      const headers = {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      };
      const all = await tried(GOOD, { headers });
      assert.deepEqual([all.came, all.onPage], ["verified", false]);
      const page = (_, response) =>
        response.writeHead(200, { ...headers, "content-type": "text/html" }).end(pageOf(ENTRY + BADGE));
      const alone = await tried(null, { answers: { "/": page } });
      assert.deepEqual([alone.came, alone.onPage], ["verified", true]);
    });

    test("a redirect to another host and back, each step of which must allow it", async () => {
      const open = { "access-control-allow-origin": "*" };
      for (const allows of [true, false]) {
        const move = (to) => (_, response) =>
          response.writeHead(302, { location: to, ...(allows ? open : {}) }).end();
        const end = (_, response) => response.writeHead(200, open).end(BUNDLE);
        const first = await serve(
          {},
          {},
          { answers: { "/moved.json": move("/bundle.json"), "/bundle.json": end } },
        );
        try {
          const badge = BADGE.replace("/bundle.json", `${first.address}/moved.json`);
          assert.equal((await tried(null, { body: ENTRY + badge })).came, allows ? "verified" : "blocked");
        } finally {
          await first.close();
        }
      }
    });

    test("what another host is told: the origin, no cookie and no page", async () => {
      let told;
      const answer = (request, response) => {
        told = request.headers;
        response.writeHead(200, { "access-control-allow-origin": "*" }).end(BUNDLE);
      };
      const host = await serve({}, {}, { answers: { "/bundle.json": answer } });
      try {
        const badge = BADGE.replace('src="', `src="${host.address}`);
        assert.equal((await tried(null, { body: ENTRY + badge })).came, "verified");
        const { origin, referer, cookie } = told;
        assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/);
        assert.deepEqual([referer, cookie], [undefined, undefined]);
      } finally {
        await host.close();
      }
    });

    test("a digest on the entry is enforced", async () => {
      const held = (value) => ENTRY.replace("src=", `integrity="${value}" src=`) + BADGE;
      assert.equal((await tried(GOOD, { body: held(digest("pith-element.js")) })).came, "verified");
      assert.equal((await tried(GOOD, { body: held(digest(views)) })).came, "no element");
      // From another host too, without further attributes: a module is always asked for by CORS.
      const headers = { "access-control-allow-origin": "*" };
      const cdn = await serve({ "/pith/": element }, {}, { headers });
      try {
        const policy = GOOD.replaceAll("'self'", `'self' ${cdn.address}`);
        const from = (value) => held(value).replace('src="/pith', `src="${cdn.address}/pith`);
        assert.equal((await tried(policy, { body: from(digest("pith-element.js")) })).came, "verified");
        assert.equal((await tried(policy, { body: from(digest(views)) })).came, "no element");
      } finally {
        await cdn.close();
      }
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

    test("files that browsers may keep are not asked for again, and none keeps the page from being shown", async () => {
      const headers = { "cache-control": "public, max-age=31536000, immutable" };
      const pages = { "/one.html": pageOf(ENTRY + BADGE), "/two.html": pageOf(ENTRY + BADGE) };
      const texts = { ...pages, "/told.js": TOLD, "/bundle.json": BUNDLE };
      const server = await serve({ "/pith/": element }, texts, { headers });
      try {
        const open = async (path) => {
          await browser.open(`${server.address}${path}`);
          return browser.evaluate(async () => {
            for (let i = 0; i < 1200 && globalThis.told?.length === 0; i += 1) {
              await new Promise((resolve) => setTimeout(resolve, 25));
            }
            const blocking = performance
              .getEntriesByType("resource")
              .filter(
                ({ name, renderBlockingStatus }) => /pith-/.test(name) && renderBlockingStatus === "blocking",
              );
            return [...globalThis.told, ...blocking.map(({ name }) => name)];
          });
        };
        assert.deepEqual(await open("/one.html"), ["verified"]);
        const asked = server.requests.length;
        assert.deepEqual(await open("/two.html"), ["verified"]);
        const again = server.requests.slice(asked).filter((request) => request.includes("/pith/"));
        assert.deepEqual(again, []);
      } finally {
        await server.close();
      }
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
  const path = join(element, "pith-element.js");
  const command = "openssl dgst -sha384 -binary FILE | base64";
  assert.ok(guide.includes(command), "the command for digests");
  const made = execFileSync("sh", ["-c", command.replace("FILE", '"$0"'), path], { encoding: "utf8" });
  assert.equal(`sha384-${made.trim()}`, digest("pith-element.js"));
});
