import { defineConfig, loadEnv, type Plugin } from "vite";
import { shadowStyles } from "./vite.shared.ts";

// The built page is a folder of plain files that works at any address, also below one, and asks for
// nothing but its own files. `cargo xtask dist` builds the wasm package in dist/pkg/ before it.
const hosts = fetchHosts(loadEnv("", false, "PITH_FETCH_HOSTS")["PITH_FETCH_HOSTS"] ?? "");

const FIXED: ReadonlySet<string> = new Set(["sw", "embed-host"]);

export default defineConfig({
  base: "./",
  define: { FETCH_HOSTS: JSON.stringify(hosts.length > 0 ? hosts : null) },
  css: { postcss: { plugins: [shadowStyles()] } },
  build: {
    outDir: "../dist/site",
    emptyOutDir: true,
    target: "es2022",
    // Inlined files would be data: addresses, which the page's content security policy refuses.
    assetsInlineLimit: 0,
    // All supported browsers know modulepreload; the polyfill would be a script with fetch in it.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: "index.html",
        help: "help.html",
        embed: "embed.html",
        "embed-host": "src/embed/host.ts",
        sw: "src/offline/sw.ts",
      },
      output: {
        // A service worker answers for its own folder, so it stands beside the page under a fixed name; and so does
        // the script that other sites name.
        entryFileNames: ({ name }) => (FIXED.has(name) ? `${name}.js` : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  plugins: [connectTo(hosts), ownFiles()],
  server: {
    host: "127.0.0.1",
    // The wasm package stands beside this folder.
    fs: { allow: [".."] },
  },
});

/**
 * The hosts that the page may ask when a reader allows it, from a list of origins. Without one the page can ask none,
 * and has no code for it.
 */
function fetchHosts(list: string): string[] {
  const hosts = list.split(/\s+/).filter((host) => host !== "");
  for (const host of hosts) {
    // A server on this machine is for tests. A policy would read more in other characters, such as *.
    const isOrigin = /^(https:\/\/[a-z0-9.-]+(:\d+)?|http:\/\/127\.0\.0\.1:\d+)$/.test(host);
    if (!isOrigin || !URL.canParse(host) || new URL(host).origin !== host) {
      throw new Error(
        `PITH_FETCH_HOSTS: expected origins such as https://pith.science, without a path; found ${host}`,
      );
    }
  }
  return [...new Set(hosts)];
}

/** Lets the policy of the page connect to these hosts. */
function connectTo(hosts: string[]): Plugin {
  const own = "connect-src 'self'";
  return {
    name: "connect-to",
    transformIndexHtml(html, { path }) {
      if (hosts.length === 0 || path !== "/index.html") return html;
      if (!html.includes(`${own};`)) throw new Error(`${own} is not in the policy of the page`);
      return html.replace(own, [own, ...hosts].join(" "));
    },
  };
}

/** Tells the service worker which files the page has, and gives each build a name by what is in them. */
function ownFiles(): Plugin {
  return {
    name: "own-files",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const keeper = bundle["sw.js"];
        if (keeper?.type !== "chunk") throw new Error("sw.js is not among the files");
        const files = Object.keys(bundle)
          .filter((file) => file !== "sw.js")
          .sort();
        const contents = files.flatMap((file) => {
          const item = bundle[file];
          return [file, (item?.type === "chunk" ? item.code : item?.source) ?? ""];
        });
        const all = await new Blob(contents as BlobPart[]).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", all));
        const name = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
        const own = JSON.stringify({ name, files });
        keeper.code = `const OWN_FILES = ${own};\n${keeper.code}`;
      },
    },
  };
}
