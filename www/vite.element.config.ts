import { defineConfig, type Plugin } from "vite";
import { shadowStyles } from "./vite.shared.ts";

// The elements for other people's pages: a folder of ES modules that works at any address. The entry has a fixed name and
// is small; all else is named by what is in it, so that browsers may keep it for ever.
export default defineConfig({
  base: "./",
  // What stands beside the entry as it is: its types and its description.
  publicDir: "element",
  define: { FETCH_HOSTS: "null" },
  css: { postcss: { plugins: [shadowStyles()] } },
  build: {
    outDir: "../dist/element",
    emptyOutDir: true,
    target: "es2022",
    // Inlined files would be data: addresses, which policies refuse.
    assetsInlineLimit: 0,
    // A link to load ahead is no use for one that is wanted at once, and a site may forbid it.
    modulePreload: false,
    reportCompressedSize: false,
    // As a library, because a page's build brings a script of its own for what is loaded later.
    lib: {
      entry: { "pith-element": "src/embed/index.ts", "embed-host": "src/embed/host.ts" },
      formats: ["es"],
      fileName: (_, name) => `${name}.js`,
    },
    rolldownOptions: {
      output: {
        minify: true,
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
  worker: { format: "es", plugins: () => [noDefaultWasm()] },
  plugins: [noDefaultWasm()],
});

/**
 * Takes out the address that wasm-bindgen's script falls back on when it is given no wasm, which it always is here: a
 * library's build would put the whole file into the script.
 */
function noDefaultWasm(): Plugin {
  const address = "new URL('pith_verifier_bg.wasm', import.meta.url)";
  return {
    name: "no-default-wasm",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/pkg/pith_verifier.js")) return null;
      if (!code.includes(address)) throw new Error(`${address} is not in the script of wasm-bindgen`);
      return { code: code.replace(address, "undefined"), map: null };
    },
  };
}
