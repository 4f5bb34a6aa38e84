import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const documents = (number: number) => counted(number, "Dokument", "Dokumente");

/** „0,8“, „62,4“: so genau, wie es nützt. */
function decimal(number: number): string {
  return number.toLocaleString("de", { maximumSignificantDigits: 3 });
}

/** „16 MB“. */
function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "KB";
  return `${decimal(bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit])} ${unit}`;
}

/** „12 Sekunden“, „5 Minuten“, „2 Stunden“: im Nominativ und im Akkusativ. */
function span(seconds: number): string {
  if (seconds < 1) return "eine Sekunde";
  if (seconds < 100) return counted(Math.round(seconds), "Sekunde", "Sekunden");
  if (seconds < 100 * 60) return counted(Math.round(seconds / 60), "Minute", "Minuten");
  return counted(Math.round(seconds / 3600), "Stunde", "Stunden");
}

export const desk: Catalogue["desk"] = {
  title: "Stapelprüfung",
  about:
    "Jedes Dokument wird für sich geprüft, auf diesem Rechner. Außer seiner Zeile hier wird nichts davon behalten.",
  unloaded:
    "Ein Teil dieser Seite konnte nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu versuchen.",

  unread: (problem) => `Das Dokument konnte nicht noch einmal gelesen werden (${problem}).`,

  looking: "Die Dateien werden gesucht.",
  refused: {
    keys: "Es wurde nichts geprüft, weil ein Schlüssel oder seine Zeit nicht gelesen werden konnte. Beheben Sie das unten, dann beginnt die Prüfung.",
    verifier: "Es wurde nichts geprüft, weil das Prüfprogramm nicht verwendet werden konnte.",
  },
  progress: (done, all, exact) =>
    exact
      ? `${count(done)} von ${counted(all, "Dokument", "Dokumenten")} geprüft.`
      : `${count(done)} von etwa ${counted(all, "Dokument", "Dokumenten")} geprüft.`,
  bar: "Geprüfte Dokumente",
  rate: (number, bytes) => `${decimal(number)} Dokumente und ${size(bytes)} pro Sekunde.`,
  left: (seconds) => `Noch etwa ${span(seconds)}.`,
  done: (number, seconds) =>
    number === 0 ? "Darin ist kein Dokument." : `${documents(number)} geprüft. Dauer: ${span(seconds)}.`,
  stopped: (done, seconds) =>
    `Angehalten nach ${counted(done, "Dokument", "Dokumenten")}. Dauer: ${span(seconds)}. Was unten fehlt, wurde nicht geprüft.`,
  cut: (most) =>
    `Es sind mehr Dokumente, als diese Seite auf einmal annimmt. Die ersten ${count(most)} werden geprüft; nehmen Sie für die übrigen die Befehlszeile.`,
  marked: (files) =>
    files === 1
      ? "Eine Datei mit vielen Dokumenten beginnt mit einer Bytereihenfolge-Marke. Sie wurde ausgelassen und gehört nicht zur ersten Zeile: {files}"
      : `${count(files)} Dateien mit vielen Dokumenten beginnen mit einer Bytereihenfolge-Marke. Sie wurde ausgelassen und gehört nicht zu ihrer ersten Zeile: {files}`,

  stop: "Anhalten",
  again: "Alle noch einmal prüfen",
  back: (number) => `Eines von ${counted(number, "Dokument", "Dokumenten")} der Stapelprüfung.`,
  toDesk: "Zurück zur Stapelprüfung",
  each: "Jedes für sich prüfen",
  eachAbout: "Diese Dokumente wurden miteinander verglichen.",
  folder: "Einen Ordner öffnen",
  takes:
    "Ordner, ZIP-Archive, Dateien mit einem Dokument je Zeile (.ndjson) und mehr als acht Dateien auf einmal werden einzeln geprüft.",

  show: "Anzeigen",
  all: "Alle",
  status: { tool_error: "Fehler des Prüfprogramms", not_read: "Nicht gelesen" },
  trust: {
    trusted: "vertraut",
    in_window: "für diese Zeit vertraut",
    outside_window: "nicht für diese Zeit",
    window_unproven: "Zeit nicht erwiesen",
    time_contradicted: "Zeit widersprochen",
    retired: "außer Dienst",
    revoked: "widerrufen",
    not_in_ring: "nicht im Schlüsselbund",
    id_taken: "unter dem Namen eines anderen Schlüssels",
  },
  totals: (parts) => parts.map(({ status, documents }) => `${status}: ${count(documents)}`).join(", "),
  checking: (totals, done) =>
    totals === "" ? `${count(done)} geprüft.` : `${count(done)} geprüft. ${totals}.`,
  toolErrors:
    "Ein Fehler des Prüfprogramms sagt nichts über das Dokument: Das Prüfprogramm hat versagt, und das Dokument ist weder verifiziert noch ungültig.",
  stated: "Pith-Nummern und Ereignisse sind, was die Dokumente über sich selbst sagen.",

  find: "In den Zeilen suchen",
  order: "Reihenfolge",
  descending: "Umgekehrt",
  columns: {
    index: "Wie sie kamen",
    status: "Urteil",
    file: "Datei",
    number: "Pith-Nummer",
    failed: "Was fehlgeschlagen ist",
    key: "Schlüssel",
    events: "Ereignisse",
  },
  table: "Die Dokumente, eine Zeile für jedes. Wer eine Zeile öffnet, sieht den ganzen Bericht.",
  none: "Keine Zeile passt dazu.",
  noKey: "Keine Signatur stimmt",
  moreKeys: (more) => `und ${counted(more, "weiterer", "weitere")}`,

  save: (lines, all) =>
    lines === all
      ? `${counted(lines, "Zeile", "Zeilen")} speichern`
      : lines === 1
        ? "Die 1 angezeigte Zeile speichern"
        : `Die ${count(lines)} angezeigten Zeilen speichern`,
  saveAs: {
    csv: "Als CSV speichern",
    json: "Als JSON speichern",
    ndjson: "Als NDJSON speichern",
  },
  saveAbout:
    "CSV ist zum Ansehen: Verborgenes ist sichtbar gemacht, und vor dem, was eine Tabellenkalkulation ausrechnen würde, steht ein Apostroph. JSON und NDJSON enthalten jeden Text, wie er ist.",

  failure: {
    "file.unreadable": () =>
      "Der Browser konnte diese Datei nicht lesen. Sie wurde vielleicht verschoben, geändert oder gesperrt, oder sie ist keine Datei.",
    "file.too_large": ({ bytes }) =>
      `Das ist länger als die ${size(bytes)}, die ein Dokument haben darf, darum wurde es nicht gelesen.`,
    "file.timeout": ({ seconds }) => `Das Lesen dauerte länger als erlaubt. Erlaubt: ${span(seconds)}.`,
    "file.proof": () =>
      "Das ist ein Zeitstempelnachweis und kein Dokument. Legen Sie ihn zusammen mit seinem Dokument ab.",
    "archive.unreadable": () => "Das ist kein ZIP-Archiv, oder sein Inhaltsverzeichnis ist beschädigt.",
    "archive.damaged": () =>
      "Das ist beschädigt: Es ist nicht, was das Inhaltsverzeichnis des Archivs darüber sagt.",
    "archive.encrypted": () => "Das ist im Archiv verschlüsselt. Entpacken Sie es zuerst.",
    "archive.method": () =>
      "Das ist auf eine Weise komprimiert, die Browser nicht rückgängig machen können. Entpacken Sie es zuerst.",
    "archive.nested": () => "Das enthält in einem Archiv selbst Dokumente. Entpacken Sie es zuerst.",
    "tool.stopped": () =>
      "Das Prüfprogramm blieb beim Prüfen stehen. Für die übrigen wurde es neu gestartet.",
    "tool.timeout": ({ seconds }) =>
      `Das Prüfen dauerte länger als erlaubt und wurde aufgegeben. Erlaubt: ${span(seconds)}.`,
    "tool.disagrees": () =>
      "SHA-256 oder Ed25519 des Browsers selbst widerspricht diesem Prüfprogramm darüber.",
  },
};
