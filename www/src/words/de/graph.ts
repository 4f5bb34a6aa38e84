import type { LinkName, PartName } from "../../elements/graph/evidence.ts";
import type { Outcome } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const part: Record<Exclude<PartName, "event" | "event_digest" | "key">, string> = {
  document: "Das ganze Dokument",
  record: "Kanonischer Datensatz",
  paper: "Titel und Abstract",
  record_digest: "Digest des Datensatzes",
  number: "Pith-Nummer",
  names: "Kurznummer und Aliasse",
  receipt: "Quittung",
  sections: "Abschnitte des Graphen",
  findings: "Integritätsabschnitt",
  section_digests: "Digests der Abschnitte",
  state: "Zusammengeführter Zustand",
  state_digest: "Digest des Zustands",
  bundle_digest: "Digest des Bündels",
  proofs: "Zeitstempelnachweise",
  listed_key: "Schlüssel, wie ihn das Dokument nennt",
  ring: "Schlüsselbund",
};

const link: Record<LinkName, string> = {
  form: "Art und Version",
  listed_events: "Aufgeführte Ereignisse",
  document_source: "Quelle wiederholt",
  record_form: "Version",
  title: "Titel gegen seinen Hash",
  abstract: "Abstract gegen seinen Hash",
  record_digest: "Digest neu berechnet",
  number: "Aus dem Digest gebildet",
  names: "Aus diesen beiden gebildet",
  receipt_digest: "Digest wiederholt",
  receipt_signature: "Signatur der Quittung",
  event_form: "Was es über sich sagt",
  event_record: "Aus dem Datensatz wiederholt",
  event_digest: "Digest neu berechnet",
  event_signature: "Signatur des Ereignisses",
  sections_source: "Quelle wiederholt",
  section_digest: "Digests neu berechnet",
  findings_digest: "Digest neu berechnet",
  state_form: "Art und Version",
  state_counts: "Anzahlen und Reihenfolge",
  state_record: "Aus dem Datensatz wiederholt",
  rebuilt: "Aus den Ereignissen neu gebildet",
  state_digest: "Digest neu berechnet",
  bundle_digest: "Digest neu berechnet",
  bundle_signature: "Signatur des Bündels",
  proofs: "Mitgeführte Nachweise",
  spelling: "Schreibweisen und Fingerabdruck",
  trust: "Wessen Schlüssel es ist",
};

const outcome: Record<Outcome, string> = {
  passed: "bestanden",
  failed: "fehlgeschlagen",
  not_checked: "nicht geprüft",
  noted: "zu beachten",
};

const events = (of: number) => `${count(of)} ${of === 1 ? "Ereignis" : "Ereignisse"}`;
const keys = (of: number) => `${count(of)} Schlüssel`;

export const graph: Catalogue["graph"] = {
  title: "Wie alles zusammenhängt",
  about:
    "Jeder Kasten ist ein Teil des Dokuments oder etwas daraus Berechnetes. Jede Linie ist eine Prüfung oder mehrere: Sie führt von dem, womit gerechnet wurde, zu dem, was verglichen wurde. Wählen Sie eine Beschriftung, um zu ihrer Prüfung zu gelangen.",
  picture: "Teile des Dokuments und die Prüfungen zwischen ihnen",
  part,
  link,
  outcome,
  event: (number) => `Ereignis ${count(number)}`,
  events,
  failingEvents: (of) =>
    of === 1 ? "Ein weiteres Ereignis mit Fehler" : `${count(of)} weitere Ereignisse mit Fehler`,
  otherEvents: (of) => `${events(of)} mehrerer Arten`,
  unplacedEvents: "Ereignisse",
  eventDigest: (number) => `Digest von Ereignis ${count(number)}`,
  eventDigests: (of) => `Digests: ${events(of)}`,
  failingEventDigests: (of) => `Digests mit Fehler: ${count(of)} weitere`,
  otherEventDigests: (of) => `Digests: ${events(of)} mehrerer Arten`,
  unplacedEventDigests: "Digests der Ereignisse",
  key: (number) => `Schlüssel ${count(number)}`,
  otherKeys: (of) => (of === 1 ? "Ein anderer Schlüssel" : `${count(of)} andere Schlüssel`),
  noKey: "Kein brauchbarer Schlüssel",
  ringKeys: (of) => `${keys(of)}, denen hier vertraut wird`,
  ofType: (events, type) => `${events} der Art ${type}`,
  tally: (outcomes) => {
    const found = (["failed", "noted", "not_checked", "passed"] as const).filter(
      (each) => outcomes[each] > 0,
    );
    const isOne = found.length === 1 && found.every((each) => outcomes[each] === 1);
    const of = (each: Outcome) => `${count(outcomes[each])} ${outcome[each]}`.replaceAll(" ", "\u00a0");
    return found.map((each) => (isOne ? outcome[each] : of(each))).join(", ");
  },
  sentence: (name, tally, from, to) =>
    from.length === 0
      ? `${name}: ${tally}. Betrifft „${to}“.`
      : `${name}: ${tally}. Von ${from.map((each) => `„${each}“`).join(", ")} zu „${to}“.`,
  list: "Dasselbe als Liste",
  saveSvg: "Als SVG speichern",
  savePng: "Als PNG speichern",
  saveFailed: "Dieser Browser konnte das Bild nicht als PNG zeichnen. Das SVG enthält dasselbe.",
  saved: {
    title: "Wie ein Pith-Dokument zusammenhängt",
    document: (sha256) => `SHA-256 des Dokuments: ${sha256}`,
    verifier: (verifier) => `Gezeichnet aus dem Bericht von ${verifier}`,
  },
};
