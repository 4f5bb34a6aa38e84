// The service worker: it keeps the page's own files on this machine, so that the page works without a
// network. It answers for these files alone and asks for nothing else.

/** The files of this build and a name made of their contents; `vite.config.ts` writes them in. */
declare const OWN_FILES: { name: string; files: string[] };

/** The parts of a service worker's surroundings that are used. */
interface Surroundings {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(kind: "message", listener: (event: MessageEvent) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

const PREFIX = "pith-verifier ";
const here = self as unknown as Surroundings;
const version = PREFIX + OWN_FILES.name;
const folder = new URL("./", here.location.href);
/** The start page stands in the list under its file name and is asked for by its folder too. */
const addresses = new Map(
  [...OWN_FILES.files.map((file) => [file, file]), ["", "index.html"]].map(([asked = "", file = ""]) => [
    new URL(asked, folder).href,
    new URL(file, folder).href,
  ]),
);

here.addEventListener("install", (event) => event.waitUntil(keep()));
here.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
here.addEventListener("message", ({ data }) => {
  if (data === "take over") void here.skipWaiting();
});
here.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  const file = addresses.get(address.href);
  if (request.method === "GET" && file !== undefined) event.respondWith(answer(request, file));
});

async function keep(): Promise<void> {
  const cache = await caches.open(version);
  const files = [...new Set(addresses.values())];
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache", credentials: "omit" })));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((other) => other.startsWith(PREFIX) && other !== version);
  await Promise.all(old.map((other) => caches.delete(other)));
  await here.clients.claim();
}

async function answer(request: Request, file: string): Promise<Response> {
  const kept = await (await caches.open(version)).match(file);
  return kept ?? fetch(request);
}
