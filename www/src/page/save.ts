import { download } from "../elements/download.ts";

/** Name and type of each kind of file that this page makes. */
const FILES = {
  json: { name: "pith-report.json", type: "application/json" },
  markdown: { name: "pith-report.md", type: "text/markdown" },
  html: { name: "pith-report.html", type: "text/html" },
  ring: { name: "pith-key-ring.json", type: "application/json" },
};

/** Hands a text to the reader as a file. */
export function save(text: string, kind: keyof typeof FILES): void {
  const { name, type } = FILES[kind];
  download(new Blob([text], { type }), name);
}
