// The batch desk: many documents, each checked on its own.
import { count, counted } from "./counted.ts";

/** What bounds the checking of one document. */
interface Bounds {
  /** The most bytes that a document may have. */
  bytes: number;
  /** The most seconds that one may take. */
  seconds: number;
}

export const desk = {
  title: "Batch desk",
  about: "Each document is checked on its own, on this machine. Nothing of it is kept but its line here.",
  unloaded: "A part of this page could not be loaded. Reload the page to try again.",

  unread: (problem: string) => `The document could not be read again (${problem}).`,

  looking: "Looking for the files.",
  refused: {
    keys: "Nothing was checked, because a key to trust or its time could not be read. Mend it below, and the checking starts.",
    verifier: "Nothing was checked, because the verifier could not be used.",
  },
  progress: (done: number, all: number, exact: boolean) =>
    exact
      ? `${count(done)} of ${counted(all, "document")} checked.`
      : `${count(done)} of about ${counted(all, "document")} checked.`,
  bar: "Documents checked",
  rate: (documents: number, bytes: number) => `${decimal(documents)} documents and ${size(bytes)} a second.`,
  left: (seconds: number) => `About ${span(seconds)} left.`,
  done: (documents: number, seconds: number) =>
    documents === 0
      ? "There is no document in it."
      : `${counted(documents, "document")} checked in ${span(seconds)}.`,
  stopped: (done: number, seconds: number) =>
    `Stopped after ${counted(done, "document")} and ${span(seconds)}. What is missing below was not checked.`,
  cut: (most: number) =>
    `There are more documents than this page takes at once. The first ${count(most)} are checked; use the command line for the others.`,
  marked: (files: number) =>
    files === 1
      ? "A file of many documents starts with a byte order mark. It was left out and is no part of the first line: {files}"
      : `${count(files)} files of many documents start with a byte order mark. It was left out and is no part of their first line: {files}`,

  stop: "Stop",
  again: "Check all again",
  back: (documents: number) => `One of ${counted(documents, "document")} on the batch desk.`,
  toDesk: "Back to the batch desk",
  each: "Check each on its own",
  eachAbout: "These documents were compared with each other.",
  folder: "Open a folder",
  takes:
    "Folders, ZIP archives, files with a document on each line (.ndjson), and more than eight files at once are checked one by one.",

  show: "Show",
  all: "All",
  status: { tool_error: "Tool error", not_read: "Not read" },
  trust: {
    trusted: "trusted",
    in_window: "trusted for that time",
    outside_window: "not for that time",
    window_unproven: "time not proved",
    time_contradicted: "time contradicted",
    retired: "retired",
    revoked: "revoked",
    not_in_ring: "not in the key ring",
    id_taken: "under another key’s name",
  },
  totals: (parts: readonly { status: string; documents: number }[]) =>
    parts.map(({ status, documents }) => `${status}: ${count(documents)}`).join(", "),
  checking: (totals: string, done: number) =>
    totals === "" ? `${count(done)} checked.` : `${count(done)} checked. ${totals}.`,
  toolErrors:
    "A tool error says nothing about the document: the verifier failed, and the document is neither verified nor broken.",
  stated: "Pith Numbers and events are what the documents say of themselves.",

  find: "Find in the lines",
  order: "Order",
  descending: "Turned around",
  columns: {
    index: "As they came",
    status: "Verdict",
    file: "File",
    number: "Pith Number",
    failed: "What failed",
    key: "Key",
    events: "Events",
  },
  table: "The documents, a line each. Opening a line shows its full report.",
  none: "No line is like that.",
  noKey: "No signature holds",
  moreKeys: (more: number) => `and ${counted(more, "other")}`,

  save: (lines: number, all: number) =>
    lines === all ? `Save ${counted(lines, "line")}` : `Save the ${counted(lines, "line")} shown`,
  saveAs: { csv: "Save as CSV", json: "Save as JSON", ndjson: "Save as NDJSON" },
  saveAbout:
    "CSV is for looking at: what hides is made visible, and what a spreadsheet would compute has an apostrophe before it. JSON and NDJSON have each text as it is.",

  failure: {
    "file.unreadable": () =>
      "The browser could not read this file. It may have been moved, changed or locked, or it is no file.",
    "file.too_large": ({ bytes }: Bounds) =>
      `This is longer than the ${size(bytes)} that a document may have, so it was not read.`,
    "file.timeout": ({ seconds }: Bounds) => `Reading this took longer than ${span(seconds)}.`,
    "file.proof": () => "This is a timestamp proof and no document. Drop it together with its document.",
    "archive.unreadable": () => "This is not a ZIP archive, or its list of contents is damaged.",
    "archive.damaged": () => "This is damaged: it is not what the archive’s list of contents says it is.",
    "archive.encrypted": () => "This is encrypted in the archive. Unpack it first.",
    "archive.method": () => "This is compressed in a way that browsers cannot undo. Unpack it first.",
    "archive.nested": () => "This holds documents itself, inside an archive. Unpack it first.",
    "tool.stopped": () => "The verifier stopped while it checked this. It was started anew for the others.",
    "tool.timeout": ({ seconds }: Bounds) =>
      `Checking this took longer than ${span(seconds)}, and was given up.`,
    "tool.disagrees": () => "The browser’s own SHA-256 or Ed25519 disagrees with this verifier about it.",
  },
};

/** "16 MB". */
function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "KB";
  return `${decimal(bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit])} ${unit}`;
}

/** "0.8", "62.4": as exact as is of use. */
function decimal(number: number): string {
  return number.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** "12 seconds", "5 minutes", "2 hours". */
function span(seconds: number): string {
  if (seconds < 1) return "a second";
  if (seconds < 100) return counted(Math.round(seconds), "second");
  if (seconds < 100 * 60) return counted(Math.round(seconds / 60), "minute");
  return counted(Math.round(seconds / 3600), "hour");
}
