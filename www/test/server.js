// A static server for tests that writes down every request.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * Serves folders on a free port of this machine.
 *
 * @param {Record<string, string>} folders Address prefixes such as `/pkg/`, and the folders below them.
 * @param {Record<string, string>} texts Addresses and the text that stands there.
 * @param {object} more
 * @param {Record<string, string>} [more.headers] Headers of every answer.
 * @param {Record<string, (request: object, response: object) => void>} [more.answers] Addresses that answer in a way
 *   of their own.
 */
export async function serve(folders, texts = {}, { headers = {}, answers = {} } = {}) {
  /** @type {string[]} Method and path of each request, in order. */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(`${request.method} ${pathname}`);
    response.on("error", () => undefined);
    if (Object.hasOwn(answers, pathname)) {
      answers[pathname](request, response);
      return;
    }
    const found = await look(folders, texts, pathname);
    if (found === undefined) {
      response.writeHead(404, { "content-type": "text/plain", ...headers }).end("no such file\n");
      return;
    }
    const name = pathname.endsWith("/") ? "index.html" : pathname;
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...headers }).end(found);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function look(folders, texts, pathname) {
  if (Object.hasOwn(texts, pathname)) return texts[pathname];
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!pathname.startsWith(prefix)) continue;
    const inside = decodeURIComponent(pathname.slice(prefix.length)) || "index.html";
    const path = normalize(join(folder, inside));
    if (!path.startsWith(normalize(folder) + sep)) continue;
    try {
      return await readFile(path);
    } catch {
      // Perhaps below another prefix.
    }
  }
  return undefined;
}
