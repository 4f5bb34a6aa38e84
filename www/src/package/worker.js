// A module worker that has the functions of the package. Of itself it does nothing; `client.js` asks it.
import * as functions from "./load.js";

const { load, IntegrityError: _, ...calls } = functions;
const loaded = load();
// Whoever asks is told.
loaded.catch(() => undefined);

self.addEventListener("message", async ({ data: { id, name, given } }) => {
  try {
    await loaded;
    if (!Object.hasOwn(calls, name)) throw new TypeError(`pith-verifier has no function ${name}`);
    self.postMessage({ id, value: calls[name](...given) });
  } catch (error) {
    // What stopped in the middle of its work is of no more use.
    const isOver = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    self.postMessage({ id, error: told(error), isOver });
  }
});

/** What of an error its receiver gets: name, message and what the types promise beside them. */
function told(error) {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message } = error;
  const more = ["reason", "offset", "line", "column", "hint", "expected", "found"];
  return {
    name,
    message,
    ...Object.fromEntries(more.filter((key) => key in error).map((key) => [key, error[key]])),
  };
}
