// Finds and starts programs of the machine.
import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of `names` in the search path, or an error that says what to install. */
export function find(names, toInstall) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  throw new Error(`none of ${names.join(", ")} is in the search path: install ${toInstall}`);
}

/** The first program `name` in the folders below `parent` whose names start with `prefix`. */
export function findBelow(parent, prefix, name, toInstall) {
  for (const machine of readdirSync(parent)) {
    for (const folder of foldersOf(join(parent, machine))) {
      if (!folder.startsWith(prefix)) continue;
      const path = join(parent, machine, folder, name);
      if (isProgram(path)) return path;
    }
  }
  throw new Error(`there is no ${name} below ${parent}: install ${toInstall}`);
}

/** Starts a program that runs until `stop` is called. Its output is kept for error messages. */
export function start(path, args, options = {}) {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data) => (output = (output + data).slice(-4000)));
  }
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.once("error", (error) => (output += error));
  return {
    child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null && child.pid) {
        child.kill();
        const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
        await ended;
        clearTimeout(timer);
      }
    },
  };
}

/** Tries until `attempt` returns something, or gives up with an error that has `what` in it. */
export async function until(what, attempt, { milliseconds = 20_000, pause = 40 } = {}) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await attempt();
    if (found) return found;
    if (Date.now() > end) throw new Error(`gave up after ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function foldersOf(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
