/** Name and type of each kind of file that this page makes. */
const FILES = {
  json: { name: "pith-report.json", type: "application/json" },
  markdown: { name: "pith-report.md", type: "text/markdown" },
  html: { name: "pith-report.html", type: "text/html" },
  ring: { name: "pith-key-ring.json", type: "application/json" },
};

/** Hands a text to the reader as a file. Nothing is requested: the text stands in the page's memory. */
export function save(text: string, kind: keyof typeof FILES): void {
  const { name, type } = FILES[kind];
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // A browser may read the text a little later.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
