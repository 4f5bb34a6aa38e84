import { download } from "../elements/download.ts";

/** Name and type of each kind of file that this page makes. */
const FILES = {
  json: { name: "pith-report.json", type: "application/json" },
  markdown: { name: "pith-report.md", type: "text/markdown" },
  html: { name: "pith-report.html", type: "text/html" },
  "desk-csv": { name: "pith-verdicts.csv", type: "text/csv;charset=utf-8" },
  "desk-json": { name: "pith-verdicts.json", type: "application/json" },
  "desk-ndjson": { name: "pith-verdicts.ndjson", type: "application/x-ndjson" },
  ring: { name: "pith-key-ring.json", type: "application/json" },
  svg: { name: "pith-evidence.svg", type: "image/svg+xml" },
  png: { name: "pith-evidence.png", type: "image/png" },
};

/** Hands what was made, in one piece or in parts, to the reader as a file. */
export function save(content: BlobPart | string[], kind: keyof typeof FILES): void {
  const { name, type } = FILES[kind];
  download(new Blob([content].flat(), { type }), name);
}
