import { defineConfig } from "vite";

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
    rolldownOptions: { input: ["index.html", "help.html"] },
  },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    // The wasm package stands beside this folder.
    fs: { allow: [".."] },
  },
});
