// Fresh projects outside of the clone, with the npm package installed from its tarball.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pkg } from "../documents.js";

const here = fileURLToPath(new URL(".", import.meta.url));
/** The folders whose packages have programs. */
export const PROGRAMS = { consumers: here, page: join(here, "../..") };

/** Runs a program in a folder, and hands back what it prints. */
export function run(cwd, program, args, { fails = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE_OPTIONS: "" },
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  assert.equal(
    status !== 0,
    fails,
    `${program} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`,
  );
  return fails ? `${stdout}\n${stderr}` : stdout;
}

/** A program of the packages of these tests, or of the page's. */
export function installed(name) {
  const found = Object.values(PROGRAMS)
    .map((folder) => join(folder, "node_modules/.bin", name))
    .find(existsSync);
  assert.ok(found, `${name} is not installed: run npm ci in www/test/consumers`);
  return found;
}

/** The program itself, which a package's own script would have put in its place. */
export function binary(...names) {
  const found = names.map((name) => join(here, "node_modules", name)).find(existsSync);
  assert.ok(found, `none of ${names.join(", ")} is installed: run npm ci in www/test/consumers`);
  return found;
}

/** Writes files below a folder. */
export function put(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A place for projects, and the package that is installed into them. */
export class Projects {
  work = mkdtempSync(join(tmpdir(), "pith-projects-"));

  constructor() {
    const [packed] = JSON.parse(run(this.work, "npm", ["pack", "--json", pkg]));
    this.tarball = join(this.work, packed.filename);
  }

  /** A new folder with these files, and the package in it. */
  create(name, files) {
    const folder = join(this.work, name);
    const manifest = { name: "consumer", version: "1.0.0", private: true, type: "module" };
    put(folder, { "package.json": JSON.stringify(manifest) });
    run(folder, "npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", this.tarball]);
    put(folder, files);
    return folder;
  }

  remove() {
    rmSync(this.work, { recursive: true });
  }
}
