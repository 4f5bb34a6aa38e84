// What was handed over for the desk, before any of it is read.

/** What a file is taken for. `lines` has a document on each line, `proof` is one of OpenTimestamps. */
export type Sort = "document" | "archive" | "lines" | "proof";

/** A file that was handed over. */
export interface Handed {
  /** Its name, with the folders above it where these are known. Only ever shown. */
  name: string;
  sort: Sort;
  open(): Promise<Blob>;
}

/** More files at once than this go to the desk; so many or fewer are compared with each other. */
export const FEW = 8;

/** So many documents are taken at once; each leaves a row in the page's memory. */
export const MOST = 100_000;

/** The first bytes of a ZIP archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What the ending of a name says of a file. */
export function sortByName(name: string): Sort {
  const ending = name.toLowerCase().slice(name.lastIndexOf(".") + 1);
  if (ending === "zip") return "archive";
  if (ending === "ndjson" || ending === "jsonl") return "lines";
  return ending === "ots" ? "proof" : "document";
}

/** A file that is at hand, by its name and its first bytes. */
export async function handed(blob: Blob, name: string): Promise<Handed> {
  const sort = sortByName(name);
  const archive = sort === "document" && (await startsAsZip(blob));
  return { name, sort: archive ? "archive" : sort, open: () => Promise.resolve(blob) };
}

/** The files of a folder that was opened, in the order of their names. */
export function handedFromFolder(files: Iterable<File>): Handed[] {
  return inOrder(
    Array.from(files, (file) => {
      const name = file.webkitRelativePath || file.name;
      return { name, sort: sortByName(name), open: () => Promise.resolve(file) };
    }),
  );
}

/** The files below what was dropped, in the order of their names. None is opened yet. */
export async function handedBelow(entries: readonly FileSystemEntry[]): Promise<Handed[]> {
  const found: Handed[] = [];
  const folders = [...entries].reverse();
  for (let entry = folders.pop(); entry !== undefined && found.length <= MOST; entry = folders.pop()) {
    const name = entry.fullPath.replace(/^\//, "");
    if (entry.isDirectory) {
      try {
        folders.push(...(await below(entry as FileSystemDirectoryEntry)));
      } catch (error) {
        found.push({ name, sort: "document", open: () => Promise.reject(error as Error) });
      }
    } else {
      found.push({ name, sort: sortByName(name), open: () => opened(entry as FileSystemFileEntry) });
    }
  }
  return inOrder(found);
}

/** Whether what was handed over is for the desk: more than a few documents, or what holds documents. */
export function isForDesk(given: readonly Handed[]): boolean {
  const documents = given.filter(({ sort }) => sort !== "proof").length;
  return documents > FEW || given.some(({ sort }) => sort === "archive" || sort === "lines");
}

async function startsAsZip(blob: Blob): Promise<boolean> {
  try {
    const start = new Uint8Array(await blob.slice(0, ZIP.length).arrayBuffer());
    return ZIP.every((byte, at) => start[at] === byte);
  } catch {
    return false;
  }
}

/** What stands in a folder: a browser gives it in several parts, and an empty one at the end. */
async function below(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return found;
    found.push(...part);
  }
}

function opened(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function inOrder(found: Handed[]): Handed[] {
  return found.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}
