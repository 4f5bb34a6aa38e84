import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const bytes = (number: number) => counted(number, "Byte", "Bytes");

export const evidence: Catalogue["evidence"] = {
  text: {
    more: (step, rest) => `Mehr anzeigen: ${count(step)} von ${count(rest)} Zeichen`,
  },
  compare: {
    firstOf: (character, first, second) =>
      `Erster Unterschied bei Zeichen ${count(character)}: oben ${first}, unten ${second}.`,
    around: "Mehr um den Unterschied herum anzeigen",
    copy: (which) => `„${which}“ kopieren`,
  },
  copy: {
    copied: "Kopiert",
    selected:
      "Dieser Browser lässt die Seite nicht kopieren. Der Text ist markiert: Drücken Sie Strg C, auf einem Mac ⌘ C.",
    refused:
      "Dieser Browser lässt die Seite nicht kopieren, und der Text ist zu lang zum Markieren. Speichern Sie ihn stattdessen.",
    place: "Stelle kopieren",
    sha256: "SHA-256 kopieren",
    key: "Schlüssel kopieren",
    command: "Befehl kopieren",
    text: "Text kopieren",
    hex: "Hexadezimale Ziffern kopieren",
    message: "Das Signierte kopieren",
    signature: "Signatur kopieren",
    fingerprint: "Fingerabdruck kopieren",
    number: "Pith-Nummer kopieren",
  },
  bytes: {
    hashed: "Gehasht",
    canonical: (number) => `${bytes(number)}: die kanonische Form von {place}.`,
    without: (number) => `${bytes(number)}: die kanonische Form von {place}, ohne {members}.`,
    within: (number) =>
      `${bytes(number)} aus {place}: der Text {text}, mit einer kanonischen Form an der Stelle jedes „…“.`,
    sha256: "Deren SHA-256",
    show: "Genau die Bytes, die gehasht wurden",
    asked: "Sie werden noch einmal berechnet …",
    failed: (problem) => `Sie waren nicht zu bekommen: ${problem}`,
    nobody: "Das Dokument liegt nicht mehr vor.",
    form: "Die Bytes anzeigen als",
    text: "Text",
    hex: "Hexadezimal",
    range: (from, to, all) => `Bytes ${count(from)} bis ${count(to)} von ${bytes(all)}.`,
    whole: (all) => (all === 1 ? "1 Byte, ganz." : `Alle ${bytes(all)}.`),
    next: "Die nächsten 4 KB anzeigen",
    previous: "Die 4 KB davor anzeigen",
    save: "Diese Bytes speichern",
    dump: "Position, 16 Bytes hexadezimal und dieselben Bytes als ASCII",
  },
  signed: {
    show: "Die Signatur, die geprüft wurde",
    about:
      "Eine Ed25519-Signatur über 32 Bytes, die ein SHA-256-Digest sind. Jedes Programm für Ed25519 gibt zu diesen drei Werten dieselbe Antwort.",
    message: "Signiert, 32 Bytes",
    signature: "Signatur, 64 Bytes",
    key: "Öffentlicher Schlüssel, 32 Bytes",
  },
  input: {
    paste: "Einfügen",
    samples: "Oder nehmen Sie ein Beispiel",
  },
  contents: {
    title: "Auf dieser Seite",
    at: (section) => `Auf dieser Seite: ${section}`,
  },
};
