import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const page: Catalogue["page"] = {
  title: "Pith-Prüfprogramm",
  skip: "Zum Hauptteil springen",
  language: "Sprache",
  languageFailed: "Diese Sprache konnte nicht geladen werden.",
  checkAnother: "Neues prüfen",
  checking: "Wird geprüft …",
  about: {
    title: "Was geprüft wird.",
    text: "Die Datei wird streng als JSON gelesen. Jeder Teil, der signiert oder gehasht wurde, wird neu in kanonischer Form geschrieben, sein SHA-256 wird berechnet und verglichen, jede Ed25519-Signatur wird mit dem Schlüssel geprüft, den sie nennt, und der Zustand wird aus den Ereignissen neu aufgebaut. Wofür niemand eine Regel veröffentlicht hat, das wird als nicht geprüft gemeldet.",
    offline:
      "Sobald diese Seite geladen ist, funktioniert sie ohne Netz: Sie können die Verbindung vorher trennen.",
  },
  letGo: "Loslassen, um dieses Dokument zu prüfen",
  single: {
    oneOf: (documents) => `Eines von ${count(documents)} Dokumenten.`,
    back: "Zurück zum Vergleich",
  },
  error: {
    title: "Fehler des Prüfprogramms",
    means: "Das sagt nichts über das Dokument: Es ist weder verifiziert noch ungültig.",
    notLoaded: (problem) =>
      `Das Prüfprogramm konnte nicht geladen werden (${problem}). Laden Sie diese Seite neu, um es noch einmal zu versuchen.`,
    notRead: (problem) =>
      `Die Datei konnte nicht gelesen werden (${problem}). Ein Ordner kann nicht geprüft werden, nur eine Datei.`,
    stopped: (problem) =>
      `Das Prüfprogramm ist stehen geblieben (${problem}). Es wurde neu gestartet; Sie können ein weiteres Dokument prüfen.`,
    notRun: (problem) =>
      `Das Prüfprogramm konnte nicht ausgeführt werden (${problem}). Laden Sie diese Seite neu, um es noch einmal zu versuchen.`,
    notCompared: (problem) => `Diese Dokumente wurden nicht verglichen: ${problem}`,
    badKey: (problem) =>
      `Es wurde nichts geprüft, weil ein Schlüssel oder seine Zeit nicht gelesen werden konnte: ${problem}`,
  },
  announced: {
    verdict: (word, sentence) => `Urteil: ${word}. ${sentence}`,
    comparison: (word, sentence) => `Vergleich: ${word}. ${sentence}`,
    error: (message) => `Fehler des Prüfprogramms. ${message}`,
  },
  input: {
    title: "Ein Pith-Dokument prüfen",
    titleAgain: "Ein weiteres Dokument prüfen",
    lead: "Geben Sie ein Bündel, einen Datensatz oder einen Zustand hinein. Jeder Digest und jede Signatur wird in Ihrem Browser neu berechnet, und Sie sehen, was stimmt.",
    leadAgain: "Ein neues Dokument tritt an die Stelle dieses Berichts.",
    drop: "Legen Sie eine Datei irgendwo auf dieser Seite ab",
    several: "Mehrere Dateien auf einmal werden miteinander verglichen.",
    open: "Datei öffnen",
    paste: "oder fügen Sie sie irgendwo mit {keys} ein",
    control: "Strg",
    text: "Oder geben Sie hier den Text ein",
    check: "Diesen Text prüfen",
  },
  sample: {
    bundle: "Bündel",
    record: "Datensatz",
    state: "Zustand allein",
    snapshot: "Graph-Schnappschuss",
    manifest: "Spiegelverzeichnis",
    changed: "Geändertes Bündel",
  },
  sampleAbout: {
    events: "Was die Ereignisse des ersten Bündels zusammen ergeben, ohne dessen Signatur",
    mirrors: "Wo es Bündel gibt und mit welchem Schlüssel sie signiert sind",
    changed: "Das erste Bündel mit einem geänderten Wort im Titel: Sehen Sie, was nicht mehr stimmt",
  },
  proofs: {
    title: "Zeitstempelnachweise",
    about:
      "Ein Nachweis von OpenTimestamps (eine Datei, die auf .ots endet) zeigt, dass es einen Digest vor einem Bitcoin-Block gab. Legen Sie ihn zusammen mit dem Dokument auf dieser Seite ab, oder wählen Sie ihn hier.",
    add: "Nachweis hinzufügen",
    remove: "Wieder entfernen",
    headers:
      "Köpfe von Bitcoin-Blöcken aus einer Quelle, der Sie vertrauen: 160 hexadezimale Ziffern je Zeile",
  },
  requests: {
    promise: "Nichts verlässt diesen Rechner.",
    asked:
      "Dokumente bleiben auf diesem Rechner; ein Server, den Sie erlaubt haben, wurde nach einem gefragt.",
    since: (all, own) => {
      const since = `${counted(all, "Anfrage", "Anfragen")}, seit diese Seite geladen ist`;
      if (own === 0) return `${since}.`;
      return own === all
        ? `${since}, nur nach ${all === 1 ? "einer Datei" : "Dateien"} dieser Seite.`
        : `${since}, ${count(own)} davon nach ${own === 1 ? "einer Datei" : "Dateien"} dieser Seite.`;
    },
  },
  save: {
    title: "Den Bericht aufbewahren",
    as: (form) => `Als ${form} speichern`,
    json: "damit jeder ihn wieder erzeugen kann: hier zusammen mit dem Dokument ablegen",
    markdown: "für Notizen und E-Mails",
    html: "eine Seite für die Akte eines Gutachtens",
  },
};
