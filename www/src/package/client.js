// The functions of the package, run in a worker, so that whoever calls them goes on meanwhile.

const NAMES = [
  "addresses",
  "canonicalize",
  "compare",
  "eachHashedBytes",
  "hashedBytes",
  "keyRing",
  "matchText",
  "mergeInOrders",
  "report",
  "reproduce",
  "verdict",
  "verify",
  "version",
  "visible",
];

export function connect(worker = started()) {
  const waiting = new Map();
  let next = 0;
  let ended = null;

  function end(why) {
    ended ??= why;
    for (const { reject } of waiting.values()) reject(new Error(ended));
    waiting.clear();
  }
  worker.addEventListener("message", ({ data: { id, value, error, isOver } }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(Object.assign(new Error(error.message), error));
    if (isOver) {
      worker.terminate();
      end(`the verifier stopped: ${error.message}. Connect anew.`);
    }
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault?.();
    end(`the worker of pith-verifier ended: ${event.message || "its script did not come"}`);
  });
  worker.addEventListener("messageerror", () => end("the worker of pith-verifier sent what cannot be read"));

  function ask(name, given) {
    return new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(new Error(ended));
        return;
      }
      const id = next++;
      waiting.set(id, { resolve, reject });
      try {
        worker.postMessage({ id, name, given });
      } catch (error) {
        waiting.delete(id);
        reject(error);
      }
    });
  }
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, (...given) => ask(name, given)])),
    close() {
      worker.terminate();
      end("the worker of pith-verifier was closed");
    },
  };
}

function started() {
  if (globalThis.Worker === undefined) {
    throw new TypeError("there is no Worker here; import pith-verifier and call its functions directly");
  }
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}
