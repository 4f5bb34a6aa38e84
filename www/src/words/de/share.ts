import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const share: Catalogue["share"] = {
  make: "Link zu diesem Dokument erzeugen",
  about: (most) =>
    `das ganze Dokument in der Adresse selbst, für alle, denen Sie sie geben; bis zu ${count(most)} Zeichen`,
  link: "Der Link",
  copy: "Link kopieren",
  whoever: "Wer diesen Link hat, hat das Dokument.",
  made: (characters) =>
    `Er hat ${count(characters)} Zeichen. Das Dokument steht nach dem #, und das senden Browser an keinen Server; Programme, mit denen Sie den Link verschicken, sehen es.`,
  withName: "Der Name der Datei geht mit: {name}",
  verdictNot:
    "Das Urteil steht nicht darin: Wer ihn öffnet, lässt das Dokument neu prüfen, mit seinen eigenen Schlüsseln.",
  tooLarge: (characters, most) =>
    `Zu groß für einen Link: Er hätte ${count(characters)} Zeichen, und das Meiste sind ${count(most)}, die alle üblichen Programme weitergeben. Schicken Sie stattdessen die Datei.`,
  farTooLarge: (bytes, most) =>
    `Zu groß für einen Link: Das Dokument hat ${count(bytes)} Byte, und das Meiste sind ${count(most)}. Schicken Sie stattdessen die Datei.`,
  noUtf8:
    "In diesem Text steht ein halbes Zeichen (ein einzelnes Surrogat); daraus werden keine Bytes, die ein Link tragen könnte.",
  failed: (problem) => `Der Link konnte nicht erzeugt werden (${problem}).`,
  fromLink: "Dieses Dokument stand im Link selbst: Niemand wurde danach gefragt, und geprüft wurde es hier.",
  called: "Der Link nennt es {name}",
  fault: {
    version:
      "Der Link hat eine Form, die diese Seite nicht kennt. Vielleicht kennt sie eine neuere Fassung dieser Seite.",
    encoding:
      "Der Link ist beschädigt: Er hat Zeichen, die nicht hineingehören. Kopieren Sie ihn noch einmal ganz.",
    damaged:
      "Der Link ist beschädigt: Er wurde abgeschnitten, oder etwas darin wurde geändert oder hinzugefügt. Kopieren Sie ihn noch einmal ganz.",
    tooLong: (characters, most) =>
      `Der Link ist länger als jeder, den diese Seite erzeugt: ${count(characters)} Zeichen nach dem #, gelesen werden höchstens ${count(most)}.`,
    tooLarge: (most) => `Was im Link steht, ergibt mehr als ${count(most)} Byte. Es wurde nicht gelesen.`,
  },
  print: "Drucken",
  printAbout: "diese Seite, mit allem aufgeklappt, was in die Akte eines Gutachtens gehört",
};
