import type { Catalogue } from "../catalogue.ts";

export const hand: Catalogue["hand"] = {
  title: "Text zur Hand",
  about:
    "Handelt dieses Dokument von der Arbeit, die Sie haben? Kopieren Sie den Titel, die Zusammenfassung oder eine Kennung aus Ihrem Exemplar, wie sie dort gedruckt steht. Zeilenumbrüche, Trennstriche und Anführungszeichen des Drucks werden berücksichtigt.",
  field: "Das ist",
  text: "Der Text",
  ask: "Vergleichen",
  empty: "Es gibt noch nichts zu vergleichen: Geben Sie den Text hier ein.",
  failed: (problem) => `Das wurde nicht verglichen: ${problem}`,
  asked: "Sie haben {text} angegeben, und zwar: {field}.",
  label: (label) => `${label}.`,
  worth: "Was das wert ist",
  steps: "Nach diesen Änderungen",
  expected: "Das Dokument hat",
  computed: "Ihr Text ergibt",
  pointer: "Verglichen mit",
  class: "Das ist",
  verdict: "Urteil über das Dokument",
};
