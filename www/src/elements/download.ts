/** Hands content to the reader as a file. Nothing is requested: it stands in the page's memory. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // A browser may read the content a little later.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
