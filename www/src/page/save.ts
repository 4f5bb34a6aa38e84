/** Name and type of each kind of file that this page makes. */
const FILES = {
  json: { name: "pith-report.json", type: "application/json" },
  markdown: { name: "pith-report.md", type: "text/markdown" },
  html: { name: "pith-report.html", type: "text/html" },
  ring: { name: "pith-key-ring.json", type: "application/json" },
  svg: { name: "pith-evidence.svg", type: "image/svg+xml" },
  png: { name: "pith-evidence.png", type: "image/png" },
};

/** Hands the reader a file. Nothing is requested: what is in it stands in the page's memory. */
export function save(content: string | Blob, kind: keyof typeof FILES): void {
  const { name, type } = FILES[kind];
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // A browser may read it a little later.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
