import { defineConfig, type Plugin } from "vite";

// The scripts of the single file, one with each run: `vite build --config vite.single.ts --mode page`. xtask packs them
// into dist/pith-verifier.html.
const ENTRIES: Record<string, string> = {
  page: "src/single/page.ts",
  worker: "src/engine/worker.ts",
  unpack: "src/single/unpack.ts",
  start: "src/single/start.ts",
};

const path = (name: string) => decodeURIComponent(new URL(name, import.meta.url).pathname);

export default defineConfig(({ mode }) => {
  const entry = ENTRIES[mode];
  if (entry === undefined)
    throw new Error(`--mode: expected one of ${Object.keys(ENTRIES).join(", ")}; found ${mode}`);
  return {
    // It can ask no host, whatever the site beside it can.
    define: { FETCH_HOSTS: "null" },
    build: {
      outDir: "../target/xtask/single",
      emptyOutDir: false,
      target: "es2022",
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: entry,
        // The glue's own way to the wasm, which nothing here takes.
        ...(mode === "worker" ? { transform: { define: { "import.meta": "{}" } } } : {}),
        output: {
          // The page is a module script; the others run as they stand.
          format: mode === "page" ? "es" : "iife",
          codeSplitting: false,
          entryFileNames: `${mode}.js`,
          assetFileNames: `${mode}[extname]`,
        },
      },
    },
    plugins: [ownFiles(), ownLinks()],
  };
});

/** Puts the files that the single file has in the place of those beside the page. */
function ownFiles(): Plugin {
  return {
    name: "own-files",
    enforce: "pre",
    resolveId: (id) => (/(^\.|\/engine)\/files\.ts$/.test(id) ? path("src/single/files.ts") : null),
  };
}

/** Links between the two pages lead to the same file, with a query or without one. What comes later has come already. */
function ownLinks(): Plugin {
  const changes = [
    { page: path("src/page/app.ts"), from: '"./help.html"', to: '"?help"' },
    { page: path("src/help/help.ts"), from: '"./index.html"', to: '"?"' },
    {
      page: path("src/page/codes.ts"),
      from: 'atEase.then(() => import("./later.ts"));',
      to: 'atEase; import "./later.ts";',
    },
    {
      page: path("src/page/codes.ts"),
      from: 'atEase.then(() => import("../desk/pith-desk.ts"));',
      to: 'atEase.then(() => desk); import * as desk from "../desk/pith-desk.ts";',
    },
  ];
  return {
    name: "own-links",
    enforce: "pre",
    transform(code, id) {
      const ours = changes.filter(({ page }) => page === id);
      for (const { from, to } of ours) {
        if (!code.includes(from)) throw new Error(`${id} has no ${from}`);
        code = code.replaceAll(from, to);
      }
      return ours.length === 0 ? null : { code, map: null };
    },
  };
}
