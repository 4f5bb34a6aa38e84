// Sources of the page as a module that Node can run, for tests of what needs no page.
import { build } from "vite";
import { fileURLToPath } from "node:url";

/** Imports a source file of the page, given by its path below `src`, with all that it imports. */
export async function source(path, instead = {}) {
  return import(`data:text/javascript,${encodeURIComponent(await bundled(path, instead))}`);
}

/** The text of such a module. In the place of some files, by the ends of their paths, other text can stand. */
export async function bundled(path, instead = {}) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "instead",
        load: (id) => Object.entries(instead).find(([end]) => id.endsWith(end))?.[1],
      },
    ],
    build: {
      lib: { entry: fileURLToPath(new URL(`../src/${path}`, import.meta.url)), formats: ["es"] },
      target: "es2022",
      write: false,
    },
  });
  return output[0].code;
}
