import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const bytes = (number: number) => counted(number, "Byte", "Bytes");

export const elements: Catalogue["elements"] = {
  checkList: {
    more: (shown, rest) => `Mehr anzeigen: ${count(shown)} von ${count(rest)}`,
  },
  check: {
    place: "Stelle",
    rule: "Regel",
    key: "Schlüssel",
    required: "Für „verifiziert“ erforderlich.",
    notRequired: "Für „verifiziert“ nicht erforderlich.",
    section: (section, basis) => `Abschnitt ${section} der Beschreibung von Pith-Dokumenten. ${basis}.`,
    outcome: (outcome) => `${outcome}:`,
    original: "Wortlaut des Prüfprogramms, auf Englisch",
  },
  checks: {
    title: "Die Prüfungen",
    others: "Alle weiteren Prüfungen",
    noted: "Zu beachten",
    notedMeans: "Weder bestanden noch fehlgeschlagen.",
    notChecked: "Nicht geprüft",
    notCheckedMeans: "Zählt nie als bestanden.",
    passed: "Bestanden",
    passedMeans: "Öffnen Sie eine Zeile, um zu sehen, was berechnet wurde und aus welchen Bytes.",
    count: (checks) => counted(checks, "Prüfung", "Prüfungen"),
  },
  claims: {
    title: "Was es über sich selbst sagt",
    about: "Das sind die eigenen Worte des Dokuments. Daneben steht jeweils, was sie vor Änderungen schützt.",
  },
  compare: {
    expected: "Erwartet",
    computed: "Berechnet",
    whole: "Beides ganz anzeigen",
    part: "Nur den Unterschied anzeigen",
    equal: (characters) => counted(characters, "gleiches Zeichen", "gleiche Zeichen"),
    more: (characters) => `${count(characters)} weitere`,
    ends: (which, character) => `${which}: endet vor Zeichen ${count(character)}.`,
    first: (character) => `Erster Unterschied bei Zeichen ${count(character)}.`,
  },
  diagnosis: {
    title: "Warum, soweit es zu erkennen ist.",
    there: "Dort",
    here: "Hier",
  },
  failures: {
    title: "Was fehlgeschlagen ist",
    count: (checks) =>
      checks === 1 ? "1 Prüfung ist fehlgeschlagen" : `${count(checks)} Prüfungen sind fehlgeschlagen`,
    several:
      "Eine einzige Änderung kann mehrere Prüfungen fehlschlagen lassen: Was einen geänderten Wert enthält, hat auch einen anderen Digest.",
  },
  file: {
    title: "Die Datei",
    name: "Name",
    noName: "Keiner: Der Text wurde eingefügt oder eingegeben",
    length: "Länge",
    bytes,
    sha256: "SHA-256",
  },
  keys: {
    title: "Wessen Schlüssel",
    choose: "Wählen, welchen Schlüsseln vertraut wird",
    onlyListed: "Keine: Er ist nur aufgeführt",
    signatures: (signatures) => `${counted(signatures, "Signatur stimmt", "Signaturen stimmen")} für ihn`,
    identifier: "Kennung",
    source: "Bekannt aus",
    status: "Status",
    from: "Gilt ab",
    until: "Gilt bis",
    note: "Anmerkung",
    signaturesHere: "Signaturen hier",
    fingerprint: "Fingerabdruck",
    publicKey: "Öffentlicher Schlüssel",
  },
  meaning: {
    title: "Was das bedeutet",
    shows: "Was das zeigt",
    showsNot: "Was das nicht zeigt",
  },
  redo: {
    title: "Ohne diese Seite nachprüfen",
    about:
      "Speichern Sie das Dokument als {file}, öffnen Sie ein Terminal im selben Ordner, und führen Sie einen dieser Befehle aus. Vom Dokument stehen darin nur Digests, Schlüssel, Signaturen und Namen von Einträgen.",
    prints: "Wenn die Prüfung stimmt, gibt er {text} aus",
    tool: "{tool}: {label}",
  },
  reproduction: {
    same: "Derselbe Bericht",
    other: "Ein anderer Bericht",
    about:
      "Bericht {report} über {document}, mit den Schlüsseln, die der Bericht nennt. Wie das Urteil über das Dokument lautet, sagt dessen eigener Bericht.",
    findings: "Zuerst zu wissen",
    differences: "Was sich unterscheidet",
    inReport: "Bericht",
    here: "Hier",
    more: (values) => `und ${counted(values, "weiterer Wert", "weitere Werte")}`,
  },
  text: {
    wholeDocument: "das ganze Dokument",
    empty: "leerer Text",
    less: "Weniger anzeigen",
    all: (characters) => `Alle ${count(characters)} Zeichen anzeigen`,
  },
  timestamps: {
    title: "Zeitstempel",
    about:
      "Belege neben dem Dokument. Sie sagen, dass es den Digest zu einer Zeit gab, und nichts darüber, von wem er stammt; das Urteil oben hängt nicht davon ab.",
    noName: "Ein Nachweis",
    start: "Beginnt mit",
    startIs: "Das ist",
    proof: "Der Nachweis",
    proofIs: (number) => `${bytes(number)}, SHA-256 {sha256}`,
    operations: "Seine Rechenschritte",
    operation: "{number} {operation} {argument} {source} ergibt {result}",
    ofStart: "auf den Anfang angewendet",
    ofResult: (number) => `auf das Ergebnis von ${number} angewendet`,
    more: (operations) => `und ${counted(operations, "weiterer", "weitere")}`,
    calendar: "Kalender",
    merkleRoot: "Merkle-Wurzel, wie im Blockkopf",
    merkleRootReversed: "Wie Block-Explorer sie schreiben",
    header: "Blockkopf.",
    hash: "Hash",
    time: "Zeit, wie der Miner sie angab",
    attestation: (kind) => `${kind}.`,
  },
  verdict: {
    about: (kind, checks) => (checks === "" ? `${kind}.` : `${kind}. Prüfungen: ${checks}.`),
    notJudged: "Warum nicht geurteilt wurde",
    stopped: (line, column) => `Das Lesen endete in Zeile ${count(line)}, Spalte ${count(column)}`,
    offset: (offset) => `Byte ${count(offset)} der Datei, gezählt ab 0.`,
  },
};
