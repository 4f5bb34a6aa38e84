import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const values = (number: number) => counted(number, "Wert", "Werte");

export const coverage: Catalogue["coverage"] = {
  title: "Was abgedeckt ist",
  signed: (signed, all) => {
    if (all === 1) return signed === 1 ? "Der eine Wert ist signiert" : "Der eine Wert ist nicht signiert";
    if (signed === 0) return `Keiner der ${count(all)} Werte ist signiert`;
    return `${count(signed)} von ${count(all)} Werten ${signed === 1 ? "ist" : "sind"} signiert`;
  },
  count,
  filter: "Welche Werte aufgeführt werden",
  all: { label: "Alle Werte", means: "in der Reihenfolge des Dokuments" },
  search: "Eine Stelle oder einen Wert suchen",
  unfold: "Alles aufklappen",
  fold: "Alles zuklappen",
  tree: "Werte des Dokuments",
  listed: (listed, all) =>
    listed === all
      ? `${values(all)} aufgeführt`
      : `${count(listed)} von ${counted(all, "Wert", "Werten")} aufgeführt`,
  none: "Kein Wert des Dokuments passt dazu.",
  unprinted: (all) =>
    `Die Liste ist zu lang, um hier gedruckt zu werden (${values(all)}). Der gespeicherte Bericht enthält sie ganz.`,
  gone: "Das Prüfprogramm hat die Liste der Werte nicht mehr. Prüfen Sie das Dokument noch einmal, um sie zu sehen.",
  whole: "das ganze Dokument",
  unnamed: "leerer Name",
  inside: {
    signed: (number) => `${count(number)} signiert`,
    derived: (number) => `${count(number)} abgeleitet`,
    bound: (number) => `${count(number)} gebunden`,
    signature: (number) => counted(number, "Signaturteil", "Signaturteile"),
    checksummed: (number) => `${count(number)} mit Prüfsumme`,
    uncovered: (number) => `${count(number)} nicht abgedeckt`,
  },
  by: "{class} mit {keys}",
  byMore: (more) => `{class} mit {keys} und ${counted(more, "weiteren", "weiteren")}`,
  detail: {
    title: "Dieser Wert",
    titleInside: "Dieser Teil des Dokuments",
    choose: "Wählen Sie eine Zeile, um zu sehen, was sie schützt.",
    place: "Stelle",
    value: "Wert",
    class: "Schutz",
    keys: (keys) => (keys === 1 ? "Signiert mit" : `Signiert mit ${count(keys)} Schlüsseln`),
    checks: (checks) => (checks === 0 ? "Prüfungen" : counted(checks, "Prüfung", "Prüfungen")),
    noChecks: "Keine reicht bis dorthin",
    moreChecks: (shown, rest) => `Mehr anzeigen: ${count(shown)} von ${count(rest)}`,
    inside: "Darin",
    part: (from, to, length) => `Zeichen ${count(from)} bis ${count(to)} von ${count(length)}`,
    earlier: "Früherer Teil",
    later: "Späterer Teil",
  },
};
