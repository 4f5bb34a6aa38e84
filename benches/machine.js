// What a run was made on.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { start } from "../www/test/drivers/index.js";
import { table } from "./tables.js";

const said = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).trim();

const locked = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8")).packages;
const library = (name) => `${name} ${locked[`node_modules/${name}`].version}`;

/** A table of processor and versions. */
export async function machine() {
  const python = process.env.PITH_PEER_PYTHON;
  return table(
    ["what", "which"],
    [
      ["processor", `${cpus()[0].model}, ${cpus().length} cores`],
      ["memory", `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
      ["Chromium", await version("chromium")],
      ["Firefox", await version("firefox")],
      ["Node", process.version],
      ["rustc", said("rustc", "--version")],
      [
        "Python peer",
        said(
          python,
          "-c",
          "import nacl, sys; print(f'CPython {sys.version.split()[0]}, PyNaCl {nacl.__version__}')",
        ),
      ],
      ["noble peer", ["@noble/curves", "@noble/hashes"].map(library).join(", ")],
    ],
  );
}

async function version(name) {
  const browser = await start(name);
  await browser.close();
  return browser.version.replace(/^\D+/, "");
}
