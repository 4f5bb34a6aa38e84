import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const entries = (number: number) => counted(number, "Eintrag", "Einträge");

export const replay: Catalogue["replay"] = {
  title: "Die Zusammen\u00adführung",
  events: "Die Ereignisse, in der Reihenfolge der Zusammenführung",
  applied: "Angewendet:",
  notApplied: "Nicht angewendet:",
  noType: "ein Ereignis ohne Art",
  dated: "Der Unterzeichner datiert es auf {time}.",
  details: "Was es geändert hat",
  detailsOf: (step) => `, Ereignis ${count(step)}`,
  place: "Stelle",
  identifier: "Kennung",
  nowInState: "Jetzt im Zustand",
  nothingChanged: "Nichts: Der Zustand ist wie zuvor.",
  show: "Den Zustand danach anzeigen",
  more: (shown, rest) => `Mehr anzeigen: ${count(shown)} von ${counted(rest, "Schritt", "Schritten")}`,
  slider: {
    label: "Schritt",
    first: "Erster",
    previous: "Voriger",
    next: "Nächster",
    last: "Letzter",
    at: (step, steps, type, applied) =>
      `Schritt ${count(step)} von ${count(steps)}: ${type}, ${applied ? "angewendet" : "nicht angewendet"}`,
    after: (step, steps) => `Nach Schritt ${count(step)} von ${count(steps)}`,
  },
  state: {
    title: "Der Zustand danach",
    added: "hinzugefügt",
    changed: "geändert",
    entries,
    members: entries,
    unchanged: (number) => `${entries(number)} wie zuvor`,
    more: (values) => `und ${counted(values, "weiterer Wert", "weitere Werte")}`,
    whole: "Als JSON-Text",
    tooLong: "Der Zustand ist zu lang, um hier dargestellt zu werden. Was dieser Schritt hineingebracht hat:",
    absent:
      "Bei einer so langen Zusammenführung enthält der Bericht nicht den Zustand nach jedem Schritt, nur was jeder Schritt geändert hat:",
  },
  end: "Der neu aufgebaute Zustand",
  endDiffers: "Der angegebene Zustand und der neu aufgebaute",
  sha256: "Sein state_sha256",
  shuffle: {
    title: "In beliebiger Reihenfolge",
    about: (orders) =>
      `Wer die Ereignisse sammelt, kann sie in beliebiger Reihenfolge erhalten, und der Zustand darf davon nicht abhängen. Hier werden sie in ${count(orders)} zufälligen Reihenfolgen zusammengeführt und die Digests der Ergebnisse verglichen.`,
    start: "In zufälligen Reihenfolgen zusammenführen",
    again: "In anderen zufälligen Reihenfolgen zusammenführen",
    working: "Wird zusammengeführt …",
    same: (orders, events) =>
      `${counted(orders, "zufällige Reihenfolge", "zufällige Reihenfolgen")} von ${counted(events, "Ereignis", "Ereignissen")} ${orders === 1 ? "ergibt" : "ergeben"} einen einzigen Zustand. Keine weicht ab.`,
    differs: (differing, orders) =>
      `${count(differing)} von ${counted(orders, "zufälligen Reihenfolge", "zufälligen Reihenfolgen")} ${differing === 1 ? "ergibt" : "ergeben"} einen anderen Zustand.`,
    one: "Es gibt nur ein Ereignis, also nur eine Reihenfolge.",
    failed: (problem) => `Die Ereignisse wurden nicht in anderen Reihenfolgen zusammengeführt (${problem}).`,
    orders: "Die Reihenfolgen und was jede ergab",
    numbers: "Die Nummern zählen die Ereignisse, wie das Dokument sie aufführt.",
    order: "Reihenfolge des Eintreffens",
    digest: "state_sha256",
    result: "Ergebnis",
    equal: "derselbe",
    different: "ein anderer Zustand",
    rest: (events) => `und ${counted(events, "weiteres", "weitere")}`,
  },
};
