// Prints the digests of all reports, made with the npm package in this process: run by determinism.test.js in other
// languages, other time zones and, with `--clock=MILLISECONDS`, at other times.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { digest, documents, OPTIONS } from "./determinism.js";
import { pkg } from "./documents.js";

const clock = process.argv.find((each) => each.startsWith("--clock="))?.slice(8);
if (clock !== undefined) {
  const { Date } = globalThis;
  const now = Number(clock);
  globalThis.Date = class extends Date {
    constructor(...given) {
      super(...(given.length === 0 ? [now] : given));
    }
    static now() {
      return now;
    }
  };
  performance.now = () => 0;
}
const { verify } = await import(pathToFileURL(join(pkg, "index.js")).href);
const digests = documents.map(({ name, bytes }) =>
  digest(JSON.stringify(verify(bytes, { ...OPTIONS, name }))),
);
// What the process was told, so that the test can see that it was.
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const told = { locale, timeZone, now: Date.now(), printed: new Date(0).toString() };
console.log(JSON.stringify({ told, digests }));
