import { defineConfig, type Plugin } from "vite";

// The built page is a folder of plain files that works at any address, also below one, and asks for
// nothing but its own files. `cargo xtask dist` builds the wasm package in dist/pkg/ before it.
export default defineConfig({
  base: "./",
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
      input: { index: "index.html", help: "help.html", sw: "src/offline/sw.ts" },
      output: {
        // A service worker answers for its own folder, so it stands beside the page under a fixed name.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  plugins: [ownFiles()],
  server: {
    host: "127.0.0.1",
    // The wasm package stands beside this folder.
    fs: { allow: [".."] },
  },
});

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
