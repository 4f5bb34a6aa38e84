import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const bench: Catalogue["bench"] = {
  title: "Werkbank zum Verändern",
  about:
    "Ändern Sie eine Kopie dieses Dokuments, und sehen Sie, was auffällt. Die Kopie wird beim Tippen von demselben Prüfprogramm geprüft. Sie bleibt auf dieser Werkbank: Sie gehört nicht zum Bericht und kann von hier weder gespeichert noch geteilt werden.",
  open: "Eine Kopie auf die Werkbank legen",
  tooLarge: (most) =>
    `Die Werkbank ist für Dokumente von bis zu ${count(most)} Bytes. Dieses ist länger, darum wird keine Kopie hierher gelegt.`,
  notText:
    "Die Werkbank braucht einen Text, und die Bytes dieses Dokuments sind keiner (sie sind nicht UTF-8).",
  mark: "Veränderte Kopie, nicht das Dokument",
  tamperings: "Vorbereitete Änderungen",
  tampering: {
    title: "Einen Buchstaben des Titels ändern",
    date: "Ein Datum ändern",
    signature: "Zwei Ziffern einer Signatur vertauschen",
    event: "Ein Ereignis entfernen",
    counter: "Einen Zähler erhöhen",
    uncovered: "Einen Wert ändern, den nichts abdeckt",
    member: "Einen unsignierten Eintrag hinzufügen",
    layout: "Jeden Wert in eine eigene Zeile setzen",
  },
  gone: "Was hier geändert würde, ist nicht mehr in der Kopie. Setzen Sie zuerst das Dokument wieder ein.",
  text: "Text der Kopie",
  hidden:
    "Dieser Text enthält Zeichen, die man nicht sieht, die die Reihenfolge anderer ändern oder die wie andere aussehen. Im Feld stehen sie, wie sie sind; überall sonst auf dieser Seite werden sie ausgeschrieben.",
  back: "Das Dokument wieder einsetzen",
  checking: "Wird geprüft …",
  copyIs: "Veränderte Kopie: {word}",
  documentIs: (word) => `Das Dokument selbst: ${word}.`,
  same: "Kein Unterschied: Die Kopie ist wieder das Dokument, Byte für Byte.",
  layout: "Nur Leerraum zwischen Werten ist anders. Digests werden über eine Form gebildet, die keinen hat.",
  changed: (removed, added, line, column) => {
    const place = `in Zeile ${count(line)}, Spalte ${count(column)}`;
    if (removed === 0) return `${count(added)} Zeichen hinzugefügt, ${place}.`;
    if (added === 0) return `${count(removed)} Zeichen entfernt, ${place}.`;
    return `${count(removed)} Zeichen durch ${count(added)} ersetzt, das erste ${place}.`;
  },
  inDocument: "Im Dokument",
  inCopy: "In der Kopie",
  nothing: "nichts",
  place: "Stelle",
  is: "Das ist",
  unnoticed:
    "Keine Prüfung bemerkt diese Änderung. Was weder eine Signatur noch ein Digest abdeckt, kann jeder ändern, ohne eine Spur zu hinterlassen.",
  sameChecks: "Jede Prüfung ergibt dasselbe wie beim Dokument selbst.",
  failed: (checks) => counted(checks, "Prüfung schlägt fehl", "Prüfungen schlagen fehl"),
  more: (checks) => `und ${counted(checks, "weitere", "weitere")}`,
  error: (problem) => `Die Kopie wurde nicht geprüft (${problem}). Das sagt nichts über sie.`,
  copyTooLarge: (most) =>
    `Die Kopie ist über ${count(most)} Bytes hinausgewachsen und wird nicht mehr geprüft.`,
};
