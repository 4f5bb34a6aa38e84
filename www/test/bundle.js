// Sources of the page as a module that Node can run, for tests of what needs no page.
import { build } from "vite";
import { fileURLToPath } from "node:url";

/** Imports a source file of the page, given by its path below `src`, with all that it imports. */
export async function source(path) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      lib: { entry: fileURLToPath(new URL(`../src/${path}`, import.meta.url)), formats: ["es"] },
      target: "es2022",
      write: false,
    },
  });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
