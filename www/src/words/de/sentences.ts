import type { KindWords, Sentences } from "../templates.ts";
import { count, counted, list } from "./counted.ts";

const FETCH_AGAIN =
  "Holen Sie das Dokument noch einmal von dort, wo es veröffentlicht ist; bleibt es so, sagen Sie es dem Herausgeber.";
const FETCH = "Holen Sie das Dokument noch einmal von dort, wo es veröffentlicht ist.";
const NOT_PUBLISHED =
  "Niemand hat diese Regel veröffentlicht, also wird weder das eine noch das andere gesagt.";
const ED25519_ONLY = "Dieses Prüfprogramm kennt nur Ed25519.";
const SPLIT = "Echte Dokumente haben hundertmal weniger; prüfen Sie eine Liste in Teilen.";
const FEWER_DOCUMENTS = "Vergleichen Sie weniger auf einmal.";
const GIVE_TIME =
  "Wenn Sie eine Zeit kennen, zu der es dieses Dokument gab, geben Sie sie an. Die Zeit, die eine Signatur nennt, ist nur das Wort des Unterzeichners.";
const DAMAGED =
  "Der Nachweis ist beschädigt oder wurde abgeschnitten. Holen Sie ihn noch einmal von dort, wo er aufbewahrt wird.";
const NEWER = "Der Nachweis ist vielleicht neuer als dieses Prüfprogramm.";
const FEWER = "Geben Sie weniger auf einmal.";
const NO_BLOCK =
  "Das ist nicht der Kopf irgendeines Blocks. Holen Sie den Blockkopf noch einmal, Ziffer für Ziffer wie er ist.";
const NOT_MAIN_CHAIN = "Das ist nicht der Kopf irgendeines Blocks der Hauptkette.";
const COMPARE =
  "Der Blockkopf zeigt Arbeit, etwa 2^{work} Hashes, aber nicht, dass der Block in der Kette ist. Vergleichen Sie seinen Hash, {hash}, mit einem Knoten oder mit Block-Explorern, denen Sie vertrauen.";
const AS_ARXIV_LISTS_IT =
  "Formeln und Akzente sind als TeX-Quelltext gehasht. Kopieren Sie den Text von der arXiv-Seite der Arbeit, und versuchen Sie es noch einmal.";
const EACH_VERSION = "Jede Version einer Arbeit hat einen eigenen Datensatz.";
const COPY_IT = "Kopieren Sie sie aus der Quelle, statt sie abzutippen.";
const SAVED_AGAIN =
  "Holen Sie die Datei, wie sie veröffentlicht wurde, und öffnen und speichern Sie sie vor der Prüfung nicht in einem anderen Programm.";
const OTHER_NUMBERS =
  "ein anderes Programm hat diese Datei neu gespeichert und Zahlen auf seine Weise geschrieben";

const neuter = (noun: string, genitive: string): KindWords => ({
  This: `Dieses ${noun}`,
  this: `dieses ${noun}`,
  object: `dieses ${noun}`,
  of: `dieses ${genitive}`,
  in: `in diesem ${noun}`,
});
const masculine = (noun: string, genitive: string): KindWords => ({
  This: `Dieser ${noun}`,
  this: `dieser ${noun}`,
  object: `diesen ${noun}`,
  of: `dieses ${genitive}`,
  in: `in diesem ${noun}`,
});

const events = (number: number) => (number === 1 ? "ein Ereignis" : `${count(number)} Ereignisse`);

const gives = (same: boolean | null) =>
  same === null
    ? "diesen Zustand; das Dokument gibt keinen an, mit dem man vergleichen könnte"
    : same
      ? "den Zustand, den das Dokument angibt"
      : "einen anderen Zustand, als das Dokument angibt";

export const sentences: Sentences = {
  quotes: ["„", "“"],
  list,
  clauses: (clauses) => clauses.join("; "),
  sequence: (sentences) => sentences.join(" "),
  at: "bei {place}",
  atTop: "auf oberster Ebene",
  phrase: {
    null: "null",
    "a boolean": "ein Wahrheitswert",
    "a number": "eine Zahl",
    "a string": "eine Zeichenkette",
    "an array": "ein Array",
    "an object": "ein Objekt",
    "an event object": "ein Ereignis als Objekt",
    "a member": "ein Eintrag",
    "a key identifier": "die Kennung eines Schlüssels",
    "32 hexadecimal digits": "32 hexadezimale Ziffern",
    nothing: "nichts",
    holds: "stimmt",
    "does not hold": "stimmt nicht",
    "holds for the stated digest": "stimmt für den angegebenen Digest",
    "a key of the key ring": "ein Schlüssel des Schlüsselbunds",
    "not in the key ring": "nicht im Schlüsselbund",
    "the Pith registry’s key, built into this verifier":
      "der Schlüssel des Pith-Registers, in dieses Prüfprogramm eingebaut",
    "a canonical record": "ein kanonischer Datensatz",
    "a bundle": "ein Bündel",
    "an event of a bundle": "ein Ereignis eines Bündels",
    "the digest, as it must be stated": "den Digest, wie er angegeben sein muss",
    "the digest of the hashed bytes": "den Digest der gehashten Bytes",
    "the value, computed from the canonical record": "den Wert, aus dem kanonischen Datensatz berechnet",
    "the hash of the text, as the record must have it":
      "den Hash des Textes, wie ihn der Datensatz haben muss",
    "the fingerprint, computed from the key": "den Fingerabdruck, aus dem Schlüssel berechnet",
    "whether the signature holds": "ob die Signatur stimmt",
    "the merge has another name than the known one": "die Zusammenführung heißt anders als die bekannte",
    "the part that an event of this type has in the merge is not published":
      "welche Rolle ein Ereignis dieser Art in der Zusammenführung spielt, ist nicht veröffentlicht",
    "what it means that an event supersedes or follows another is not published":
      "was es bedeutet, dass ein Ereignis ein anderes ersetzt oder ihm folgt, ist nicht veröffentlicht",
    "an event was not shown to be valid": "die Gültigkeit eines Ereignisses ist nicht erwiesen",
    "an event has no time that can be ordered": "ein Ereignis hat keine Zeit, die sich ordnen lässt",
    "there is not exactly one event record_created": "es gibt nicht genau ein Ereignis record_created",
    "what the same event counts for a second time is not published":
      "was dasselbe Ereignis beim zweiten Mal zählt, ist nicht veröffentlicht",
  },
  kind: {
    bundle: neuter("Bündel", "Bündels"),
    record: masculine("Datensatz", "Datensatzes"),
    state: masculine("Zustand", "Zustands"),
    mirror_manifest: neuter("Spiegelverzeichnis", "Spiegelverzeichnisses"),
    key_object: masculine("Schlüssel", "Schlüssels"),
    graph_snapshot: masculine("Graph-Schnappschuss", "Graph-Schnappschusses"),
    integrity: neuter("Integritätsdokument", "Integritätsdokuments"),
    event_list: {
      This: "Diese Liste von Ereignissen",
      this: "diese Liste von Ereignissen",
      object: "diese Liste von Ereignissen",
      of: "dieser Liste von Ereignissen",
      in: "in dieser Liste von Ereignissen",
    },
    canonical_record: {
      This: "Dieser kanonische Datensatz",
      this: "dieser kanonische Datensatz",
      object: "diesen kanonischen Datensatz",
      of: "dieses kanonischen Datensatzes",
      in: "in diesem kanonischen Datensatz",
    },
    unrecognised: neuter("Dokument", "Dokuments"),
    unreadable: neuter("Dokument", "Dokuments"),
  },

  subject: {
    "document.type": "Die Art des Dokuments",
    "document.version": "Die Version des Formats",
    "record.digest": "Der Digest des kanonischen Datensatzes",
    "record.pith_number": "Die Pith-Nummer",
    "record.short_pith_number": "Die kurze Pith-Nummer",
    "record.alias": "Der Alias",
    "record.source": "Die wiederholte Quelle",
    "record.copy": "Die Kopie des kanonischen Datensatzes",
    "title.hash": "Der Titel",
    "abstract.hash": "Die Zusammenfassung",
    "receipt.signature": "Die Signatur der Quittung über den kanonischen Datensatz",
    "event.digest": "Der Digest des Ereignisses",
    "event.id": "Die Kennung des Ereignisses",
    "event.signature": "Die Signatur über das Ereignis",
    "event.signer": "Der Unterzeichner, den das Ereignis nennt,",
    "event.subject": "Die Pith-Nummer, um die es im Ereignis geht,",
    "event.payload": "Was das Ereignis in Art und Inhalt sagt,",
    "section.digest": "Der Digest dieses Abschnitts",
    "bundle.digest": "Der Digest des ganzen Bündels",
    "bundle.signature": "Die Signatur über das ganze Bündel",
    "state.digest": "Der Digest des Zustands",
    "state.count": "Die Anzahl im Zustand",
    "state.applied": "Die Liste der angewendeten Ereignisse",
    "state.merge_version": "Der Name der Zusammenführung",
    "state.rebuilt": "Der Zustand",
    "merge.equivocation": "Die Suche nach widersprüchlichen Ereignissen",
    "key.encoding": "Der öffentliche Schlüssel",
    "key.fingerprint": "Der Fingerabdruck des Schlüssels",
    "key.trust": "Der Schlüssel",
    "integrity.digest": "Der Digest des Inhalts des Integritätsereignisses",
    "integrity.signature": "Die Signatur über das Integritätsereignis",
    "integrity.envelope": "Was im Integritätsereignis neben seinem Inhalt steht,",
    "integrity.subject": "Ob es im Integritätsereignis um die Arbeit dieses Dokuments geht,",
    "integrity.document": "Dieser Teil des Integritätsdokuments",
    "timestamp.proof": "Die Liste der Zeitstempelnachweise",
    "record.events": "Die Liste der Ereignisse im Datensatz",
  },
  check: {
    "digest.matches": ["{S} stimmt: Die neue Berechnung ergibt dasselbe.", ""],
    "digest.mismatch": [
      "{S} ist falsch: Das Dokument gibt {at} {E} an, aber sein Inhalt ergibt {C}.",
      `Der Inhalt wurde geändert, nachdem der Digest gebildet war, oder der Digest wurde geändert. ${FETCH}`,
    ],
    "digest.malformed": [
      "{S} ist fehlerhaft geschrieben: erwartet {at} {C}, gefunden {E}.",
      "Ein Digest besteht aus 64 hexadezimalen Ziffern in Kleinbuchstaben.",
    ],
    "digest.computed": [
      "{S} wurde berechnet: {C}. Das Dokument gibt keinen Wert zum Vergleichen an.",
      "Vergleichen Sie selbst mit dem, was Sie bekommen haben.",
    ],
    "digest.not_published": [
      "{S} wurde nicht geprüft: Unsere Lesart davon, worüber er gebildet ist, ergibt einen anderen Digest, als das Dokument angibt.",
      NOT_PUBLISHED,
    ],
    "value.matches": ["{S} stimmt {at}.", ""],
    "value.mismatch": [
      "{S} ist falsch: Das Dokument gibt {at} {E} an, aber neu berechnet ergibt sich {C}.",
      FETCH_AGAIN,
    ],
    "value.missing": ["{S} fehlt: erwartet {at} {E}, gefunden nichts.", FETCH_AGAIN],
    "value.wrong_type": ["{S} hat den falschen Typ: erwartet {at} {E}, gefunden {C}.", FETCH_AGAIN],
    "value.not_computable": [
      "{S} wurde nicht geprüft: Dem Dokument fehlt das, woraus zu rechnen wäre.",
      "Ohne das gibt es nichts zum Vergleichen.",
    ],
    "value.unknown_kind": [
      "{S} wurde {at} nicht geprüft: Dieses Prüfprogramm hat keine Regel für diese Art.",
      "Vielleicht ist das neuer als dieses Prüfprogramm.",
    ],
    "value.absent": [
      "{S} wurde nicht geprüft: {at} ist nichts davon vorhanden.",
      "Niemand hat veröffentlicht, ob es vorhanden sein muss.",
    ],
    "value.not_signed": [
      "{S} ist nicht signiert: {C} {at}.",
      "Die Signatur gilt nur den 32 Bytes des angegebenen Digests. Den Rest könnte jeder geändert haben.",
    ],
    "text.matches": [
      "{S} gehört zu dem Hash im kanonischen Datensatz, bis auf Groß- und Kleinschreibung.",
      "",
    ],
    "text.mismatch": [
      "{S} {at} gehört nicht zum kanonischen Datensatz: Der Datensatz hat den Hash {E}, der Text hier ergibt {C}.",
      "Der Text wurde geändert. Der Hash lässt andere Groß- und Kleinschreibung zu, bei einer Zusammenfassung auch anderen Leerraum, und sonst nichts.",
    ],
    "text.cut": [
      "{S} wurde nicht geprüft: Der Dienst schneidet nach 600 Zeichen ab, und der Hash gilt dem ganzen Text.",
      "Vergleichen Sie mit der Arbeit selbst, wenn es darauf ankommt.",
    ],
    "state.matches": ["{S} ist, was die Ereignisse ergeben: Neu aufgebaut ist er derselbe.", ""],
    "state.mismatch": [
      "{S} ist nicht, was die Ereignisse ergeben: Er gibt {E} an, aus den Ereignissen neu aufgebaut ist es {C}.",
      FETCH_AGAIN,
    ],
    "state.not_comparable": [
      "{S} wurde nicht mit den Ereignissen verglichen: {c}.",
      "Der Dienst hat seine Zusammenführung nicht veröffentlicht; was davon bekannt ist, gilt für gültige Ereignisse zweier Arten, die auf keine anderen folgen.",
    ],
    "equivocation.none": [
      "Keine zwei Ereignisse eines Unterzeichners widersprechen einander, in unserer Lesart.",
      "",
    ],
    "equivocation.found": [
      "Zwei gültige Ereignisse eines Unterzeichners folgen auf dasselbe frühere Ereignis, {E} und {C}: Äquivokation, in unserer Lesart.",
      "Der Dienst hat nicht veröffentlicht, was er Äquivokation nennt. Fragen Sie den Unterzeichner, welches der beiden gilt.",
    ],
    "rule.not_published": ["{S} wurde {at} nicht geprüft.", NOT_PUBLISHED],
    "signature.holds": ["{S} stimmt für den Schlüssel, den sie nennt.", ""],
    "signature.mismatch": [
      "{S} stimmt nicht: erwartet {E}.",
      `Der Inhalt, die Signatur oder der Schlüssel wurde nach dem Signieren geändert. ${FETCH}`,
    ],
    "signature.of_other_content": [
      "{S} wurde für einen anderen Inhalt gemacht: Sie stimmt für den Digest, den das Dokument angibt, aber {c}.",
      `Der Inhalt wurde nach dem Signieren geändert. ${FETCH}`,
    ],
    "signature.missing": [
      "{S} fehlt: erwartet {at} eine Signatur, gefunden keine.",
      `Sie wurde entfernt oder nie gemacht. ${FETCH}`,
    ],
    "signature.malformed": [
      "{S} ist fehlerhaft geschrieben: erwartet {at} 64 Bytes in Base64 mit Auffüllung, gefunden {C}.",
      "Nur die eine genaue Schreibweise zählt (RFC 4648, Abschnitt 4).",
    ],
    "signature.status_unknown": [
      "{S} wurde nicht geprüft: erwartet {at} der Status {E}, gefunden {C}.",
      "Das Dokument sagt selbst nicht, dass es auf eine bekannte Weise signiert ist.",
    ],
    "signature.algorithm_unknown": [
      "{S} wurde nicht geprüft: erwartet {at} das Verfahren {E}, gefunden {C}.",
      ED25519_ONLY,
    ],
    "signature.wrong_slot": [
      "{S} wurde für einen anderen Zweck gemacht: erwartet {at} {E}, gefunden {C}.",
      "Eine Signatur zählt nur für das, was sie zu signieren angibt.",
    ],
    "signature.no_content": [
      "{S} stimmt für den Digest, den das Dokument angibt, aber es ist nicht erwiesen, dass das der Digest des Inhalts ist.",
      NOT_PUBLISHED,
    ],
    "signature.no_digest": [
      "{S} hat nichts, wofür sie stimmen könnte: erwartet {at} Inhalt oder dessen Digest, gefunden keines von beiden.",
      FETCH_AGAIN,
    ],
    "key.unknown": [
      "{S} wurde nicht geprüft: Der Schlüssel {E} liegt nicht vor.",
      "Fügen Sie den Schlüssel des Unterzeichners dem Schlüsselbund hinzu, aus einer Quelle, der Sie vertrauen.",
    ],
    "key.fingerprint_mismatch": [
      "{S} nennt einen bekannten Schlüssel mit einem anderen Fingerabdruck: erwartet {at} {E}, gefunden {C}.",
      FETCH_AGAIN,
    ],
    "key.id_mismatch": [
      "{S} nennt einen bekannten Schlüssel bei einem anderen Namen: erwartet {at} {E}, gefunden {C}.",
      FETCH_AGAIN,
    ],
    "key.in_ring": ["{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund: {c}.", ""],
    "key.not_in_ring": [
      "{S} {at} ist keiner der Schlüssel in Ihrem Schlüsselbund, also ist nicht bekannt, wem er gehört.",
      "Ein Schlüssel, den ein Dokument mitbringt, beweist nicht, wer signiert hat. Fügen Sie ihn dem Schlüsselbund hinzu, wenn Sie von anderswo wissen, wem er gehört.",
    ],
    "key.id_taken": [
      "{S} {at} trägt den Namen eines Schlüssels in Ihrem Schlüsselbund, ist aber ein anderer Schlüssel.",
      "Wer dieses Dokument gemacht hat, hat den Namen eines Unterzeichners verwendet, dem Sie vertrauen. Halten Sie es nicht für dessen Dokument.",
    ],
    "key.in_window": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, {e}. Er zählt unter der Annahme, dass es dieses Dokument, wie Sie angaben, zur Zeit {c} gab.",
      "",
    ],
    "key.outside_window": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, zählt aber nicht für dieses Dokument: Er ist {e}, und {c}.",
      "Außerhalb seiner Zeit sagt ein Schlüssel nichts darüber, wer signiert hat. Fragen Sie den Unterzeichner, welcher Schlüssel damals in Gebrauch war.",
    ],
    "key.window_unproven": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, zählt aber nur für eine bestimmte Zeit: Er ist {e}, und {c}.",
      GIVE_TIME,
    ],
    "key.time_contradicted": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, {e}, zählt aber nach Ihrer Angabe nicht: {c}.",
      "Eine der beiden Zeiten ist falsch. Geben Sie eine Zeit an, zu der es genau dieses Dokument nach Ihrem Wissen gab.",
    ],
    "key.retired": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, ist aber außer Dienst: Er ist {e}, und {c}.",
      "Ein Schlüssel außer Dienst zählt nur für das, was es bekanntlich vor dem Ende seiner Gültigkeit gab. Die Zeit, die eine Signatur nennt, ist nur das Wort des Unterzeichners.",
    ],
    "key.revoked": [
      "{S} {at} ist einer der Schlüssel in Ihrem Schlüsselbund, ist aber widerrufen: {c}. Jeder könnte diesen Schlüssel haben.",
      "Keine Zeit lässt ihn zählen, denn wer einen Schlüssel hat, kann jede Zeit hineinschreiben. Bitten Sie den Unterzeichner um eine Signatur mit einem anderen Schlüssel.",
    ],
    "key.malformed": [
      "{S} {at} ist fehlerhaft geschrieben: erwartet die eine kanonische Kodierung eines öffentlichen Ed25519-Schlüssels, gefunden {C}.",
      "Punkte kleiner Ordnung und zweite Schreibweisen werden abgelehnt (RFC 8032, Abschnitt 5.1.3).",
    ],
    "key.spellings_agree": ["{S} besteht hexadezimal und in Base64 aus denselben 32 Bytes.", ""],
    "key.spellings_differ": [
      "{S} ist auf zwei Weisen geschrieben, die sich unterscheiden: erwartet {at} in Base64 die Bytes {E}, gefunden {C}.",
      FETCH_AGAIN,
    ],
    "key.algorithm_unknown": [
      "{S} {at} wurde nicht geprüft: erwartet das Verfahren {E}, gefunden {C}.",
      ED25519_ONLY,
    ],
  },
  checkOf: {
    "digest.matches of integrity": [
      "{S} stimmt: Unsere Lesart, dass er über die kanonische Form des Inhalts gebildet ist, ergibt ihn.",
      "Niemand hat diese Regel veröffentlicht. Dass der angegebene Digest herauskommt, zeigt, dass sie hier gilt.",
    ],
    "signature.holds of integrity": [
      "{S} stimmt für den Schlüssel, den sie nennt, über die 32 Bytes des Digests des Inhalts.",
      "Sonst ist von dem Ereignis nichts signiert.",
    ],
    "signature.wrong_slot of integrity": [
      "{S} wurde nicht geprüft: {at}, an Stelle des Inhalts eines Integritätsereignisses, steht {c}, zu einem anderen Zweck signiert.",
      "Eine Signatur zählt nur für das, wofür sie gemacht wurde. Wer dieses Dokument gemacht hat, hat sie vielleicht aus einem anderen genommen.",
    ],
    "value.mismatch of a copy": [
      "{S} {at} weicht von dem ab, was sich wiederholen soll: erwartet {E}, gefunden {C}.",
      FETCH_AGAIN,
    ],
    "value.mismatch of a constant": ["{S} {at}: erwartet {E}, gefunden {C}.", FETCH_AGAIN],
  },
  values: {
    signed: "Ed25519 mit dem Schlüssel {key} über {digest}",
    contentDigest: "der Inhalt hat den Digest {digest}",
    window: {
      both: "gültig ab {from} bis vor {until}",
      from: "gültig ab {from}",
      until: "gültig bis vor {until}",
      none: "im Schlüsselbund ohne eine Zeit, bis zu der er gültig war",
    },
    claimsItself: "eine Signatur mit ihm gibt selbst an, von {claimed} zu sein",
    claimsAfter:
      "eine Signatur mit ihm gibt an, von {claimed} zu sein, also nach {time}, wo es dieses Dokument nach Ihrer Angabe schon gab",
    existed: "dieses Dokument gab es nach Ihrer Angabe zur Zeit {time}",
    timeUnknown: "es ist nicht bekannt, wann es dieses Dokument gab",
    because: "{why}, {at}",
  },

  refusal: {
    "json.bom": [
      "Erwartet JSON, gefunden eine Bytereihenfolge-Marke (BOM), in Zeile {line}, Spalte {column}.",
      "Speichern Sie die Datei als UTF-8 ohne Bytereihenfolge-Marke, oder holen Sie die ursprüngliche Datei.",
    ],
    "json.invalid_utf8": [
      "Erwartet UTF-8, gefunden etwas anderes, in Zeile {line}, Spalte {column}.",
      "Speichern Sie die Datei als UTF-8, oder holen Sie die ursprüngliche Datei.",
    ],
    "json.syntax": [
      "Erwartet JSON, gefunden etwas anderes, in Zeile {line}, Spalte {column}.",
      "Die Datei ist kein JSON oder wurde abgeschnitten. Holen Sie sie noch einmal von dort, wo sie veröffentlicht ist.",
    ],
    "json.nonfinite_literal": [
      "Erwartet ein JSON-Wert, gefunden NaN oder Infinity, in Zeile {line}, Spalte {column}.",
      "JSON hat keine solchen Zahlen (RFC 8259, Abschnitt 6).",
    ],
    "json.nonfinite_number": [
      "Erwartet eine Zahl, die in ein Double passt, gefunden eine größere, in Zeile {line}, Spalte {column}.",
      "Unterzeichner und Leser könnten sie verschieden lesen, darum wird sie abgelehnt.",
    ],
    "json.duplicate_key": [
      "Erwartet verschiedene Namen in einem Objekt, gefunden einen zum zweiten Mal, in Zeile {line}, Spalte {column}.",
      "Unterzeichner und Leser könnten je einen anderen der beiden Einträge nehmen, darum wird das abgelehnt.",
    ],
    "json.lone_surrogate": [
      "Erwartet ein ganzes Zeichen als Escape, gefunden ein halbes Ersatzpaar (Surrogat), in Zeile {line}, Spalte {column}.",
      "Solcher Text hat keine UTF-8-Form und darum keinen Digest.",
    ],
    "json.trailing_text": [
      "Erwartet das Ende des Dokuments, gefunden mehr, in Zeile {line}, Spalte {column}.",
      "Geben Sie ein Dokument auf einmal.",
    ],
    "limit.number_length": [
      "Erwartet eine Zahl von höchstens {most} Zeichen nach ihrem Vorzeichen, gefunden eine längere, in Zeile {line}, Spalte {column}.",
      "Das Programm des Unterzeichners selbst kann keine längere ganze Zahl ausgeben.",
    ],
    "limit.pointers": [
      "Erwartet, dass die JSON-Pointer aller Werte zusammen höchstens {most} Bytes haben, gefunden mehr, in Zeile {line}, Spalte {column}.",
      "Echte Dokumente haben Namen von wenigen Buchstaben.",
    ],
    "limit.bytes": [
      "Erwartet höchstens {most} Bytes, gefunden {bytes}.",
      "Echte Dokumente sind tausendmal kleiner.",
    ],
    "limit.depth": [
      "Erwartet höchstens {most} Ebenen der Verschachtelung, gefunden mehr, in Zeile {line}, Spalte {column}.",
      "Echte Dokumente sind neun Ebenen tief verschachtelt.",
    ],
    "limit.values": [
      "Erwartet höchstens {most} Werte, gefunden mehr, in Zeile {line}, Spalte {column}.",
      "Echte Dokumente haben einige Hundert.",
    ],
    "limit.events": [
      "Erwartet höchstens {most} Ereignisse, gefunden mehr, in Zeile {line}, Spalte {column}.",
      SPLIT,
    ],
    "limit.signatures": [
      "Erwartet höchstens {most} Signaturen, gefunden mehr, in Zeile {line}, Spalte {column}.",
      SPLIT,
    ],
    "limit.checks": [
      "Erwartet höchstens {most} Dinge zu prüfen, gefunden mehr, in Zeile {line}, Spalte {column}.",
      SPLIT,
    ],
    "limit.keys": [
      "Erwartet höchstens {most} aufgeführte Schlüssel, gefunden mehr, in Zeile {line}, Spalte {column}.",
      "Echte Dokumente führen einen auf.",
    ],
    "limit.documents": ["Erwartet eine andere Anzahl von Dokumenten.", "Geben Sie ein Dokument auf einmal."],
    "limit.text": [
      "Erwartet ein kürzerer Text.",
      "Geben Sie nur den Titel oder die Zusammenfassung, nicht die Arbeit.",
    ],
    "document.unrecognised": [
      "Erwartet ein Pith-Dokument, gefunden anderes JSON, in Zeile {line}, Spalte {column}.",
      "Bekannt sind Bündel, Datensätze, Zustände, Spiegelverzeichnisse, Integritätsdokumente, Listen von Ereignissen, Graph-Schnappschüsse, kanonische Datensätze und Schlüssel.",
    ],
    "document.version_unknown": [
      "Erwartet die Version „1.0“, gefunden eine andere oder keine, in Zeile {line}, Spalte {column}.",
      "Dieses Prüfprogramm kennt nur die Version 1.0. Suchen Sie ein neueres Prüfprogramm.",
    ],
    "report.unrecognised": [
      "Erwartet ein JSON-Bericht dieses Prüfprogramms, gefunden anderes JSON.",
      "Geben Sie einen Bericht, wie ihn `verify --format json` für ein Dokument ausgibt; von mehreren nehmen Sie einen.",
    ],
    "report.version_unknown": [
      "Erwartet ein Bericht der Version „1“, gefunden eine andere Version.",
      "Suchen Sie ein Prüfprogramm, das diese Version kennt.",
    ],
    "report.malformed": [
      "Erwartet ein Bericht, der sagt, womit er gemacht wurde, gefunden ein Fehler darin.",
      "Er ist vielleicht von einer älteren Version dieses Prüfprogramms oder wurde geändert. Erzeugen Sie ihn neu.",
    ],
  },
  notCompared: {
    "limit.documents": [
      "Erwartet 2 bis so viele Dokumente, wie sich auf einmal vergleichen lassen, gefunden eine andere Anzahl.",
      FEWER_DOCUMENTS,
    ],
    "limit.bytes": [
      "Die Dokumente sind zusammen größer, als sich auf einmal vergleichen lässt.",
      FEWER_DOCUMENTS,
    ],
    "limit.values": [
      "Die Dokumente haben zusammen mehr Werte, als sich auf einmal vergleichen lassen.",
      FEWER_DOCUMENTS,
    ],
    "limit.events": [
      "Die Dokumente haben zusammen mehr Ereignisse, als sich auf einmal vergleichen lassen.",
      FEWER_DOCUMENTS,
    ],
  },

  verdict: {
    verified: "{This} ist genau das, was mit {signers} signiert wurde.",
    verifiedPart:
      "Der signierte Teil {of} ist genau das, was mit {signers} signiert wurde; {uncovered} der {total} Werte sind nicht abgedeckt.",
    lapsed: "{This} ist in sich stimmig und mit {signers} signiert, aber {lapses}.",
    unchecked:
      "Was sich {in} prüfen ließ, stimmt, aber nicht jede Signatur ließ sich prüfen: {unchecked} von {signatures} bleiben offen.",
    stranger:
      "{This} ist in sich stimmig und mit {signers} signiert, aber {strangers} ist nicht in Ihrem Schlüsselbund: Wem er gehört, ist nicht erwiesen.",
    incomplete:
      "{This} ist mit {signers} signiert, und nichts darin schlägt fehl, aber nicht alles Erforderliche ließ sich prüfen.",
    unsigned:
      "Keine Prüfung {of} schlägt fehl, aber keine Signatur deckt das Ganze ab: Jeder könnte {object} gemacht haben.",
    unsignedUnverified:
      "Keine Prüfung {of} schlägt fehl, aber die Signatur ließ sich nicht prüfen: Jeder könnte {object} gemacht haben.",
    brokenOne:
      "{This} entspricht nicht den eigenen Angaben. Eine Prüfung schlägt fehl; verlassen Sie sich nicht darauf.",
    brokenSeveral:
      "{This} entspricht nicht den eigenen Angaben. Mehrere Prüfungen schlagen fehl; verlassen Sie sich nicht darauf.",
    unreadable: "Das ließ sich nicht als Pith-Dokument lesen, also wurde nichts geprüft.",
    assumed: "Das beruht auf Ihrer Angabe, dass es das Dokument zur Zeit {time} gab.",
  },
  shows: {
    verified:
      "Wer {signers} hat, hat das signiert, und kein einziger abgedeckter Wert hat sich seitdem geändert.",
    consistent: "Die Teile passen zusammen, soweit sie sich prüfen ließen: {coverage}",
    record: "Den Digest und die Pith-Nummer dieses Datensatzes, auf Ihrem Rechner berechnet.",
    checksums:
      "Digests im Dokument halten {checksummed} seiner {total} Werte zusammen: Diese wurden nicht versehentlich beschädigt.",
    broken: "Etwas wurde geändert, nachdem es signiert oder berechnet war, oder war von Anfang an falsch.",
  },
  doesNotShow: {
    assumed: "Dass es das Dokument zur Zeit {time} gab: Das wurde von Ihnen übernommen und nicht geprüft.",
    lapsed:
      "Wer es signiert hat: Ein Schlüssel zählt nur, solange allein sein Besitzer ihn hat und für ihn einsteht.",
    stranger: "Wer es signiert hat. Ein Schlüssel, den ein Dokument mitbringt, beweist nichts.",
    right: "Dass die Arbeit richtig ist oder dass ihre Verfasser zugestimmt haben.",
    times: "Dass die Zeiten wahr sind: Sie sind das Wort des Unterzeichners.",
    newest: "Dass es nichts Neueres gibt: Ein altes Dokument bleibt für immer gültig signiert.",
    integrity:
      "Dass seine Ereignisse von dieser Arbeit handeln: Niemand hat veröffentlicht, woran man das erkennt.",
    uncovered: "Irgendetwas über die Werte, die keine Signatur abdeckt; die Abdeckung führt sie auf.",
    maker: "Wer es gemacht hat oder dass jemand dafür einsteht.",
    state: "Dass das der Zustand seiner Arbeit ist. Nehmen Sie das ganze Bündel; es ist signiert.",
    before: "Was das Dokument vorher sagte oder wer es geändert hat.",
    anything: "Irgendetwas über das, was es sagt.",
  },
  key: { with: "dem Schlüssel {name}", object: "den Schlüssel {name}", subject: "der Schlüssel {name}" },
  ringKey: "{key} ({source})",
  nobody: "niemand",
  lapse: {
    revoked: "der Schlüssel {key} ist widerrufen: Jeder könnte ihn haben",
    retired: "der Schlüssel {key} ist außer Dienst, und nichts zeigt, dass das Dokument von vorher ist",
    outside_window: "der Schlüssel {key} zählt nicht für die Zeit dieses Dokuments",
    time_contradicted:
      "der Schlüssel {key} hat, wie die Signatur angibt, nach der Zeit signiert, die Sie angegeben haben",
    window_unproven:
      "der Schlüssel {key} zählt nur für eine bestimmte Zeit, und nur das Wort des Unterzeichners sagt, dass es von damals ist",
  },
  strangerBeside: "{strangers} ist nicht in Ihrem Schlüsselbund: Wem er gehört, ist nicht erwiesen",
  coverage: ({ total, signed, derived, bound, signature, checksummed, uncovered }) => {
    const is = (number: number) => `${count(number)} ${number === 1 ? "ist" : "sind"}`;
    const parts = [
      signed === 1
        ? `1 von ${counted(total, "Wert", "Werten")} ist signiert`
        : `${count(signed)} von ${counted(total, "Wert", "Werten")} sind signiert`,
    ];
    if (derived > 0) {
      parts.push(
        `${count(derived)} ${derived === 1 ? "folgt" : "folgen"} aus signierten Werten oder aus dem Format`,
      );
    }
    if (bound > 0) parts.push(`${is(bound)} durch einen signierten Hash gebunden`);
    if (signature > 0) parts.push(`${is(signature)} Teil einer Signatur`);
    if (checksummed > 0) parts.push(`${is(checksummed)} nur durch Digests gehalten, die nichts signiert`);
    if (uncovered > 0) parts.push(`${is(uncovered)} durch nichts abgedeckt`);
    return `${parts.join(", ")}.`;
  },
  comparedVerdict: {
    verified: "{This} ist verifiziert, soweit eine Signatur reicht.",
    consistent: "{This} ist in sich stimmig, aber nicht alles daran ist erwiesen.",
    unsigned:
      "Keine Prüfung {of} schlägt fehl, aber keine Signatur, die sich prüfen ließ, deckt das Ganze ab.",
    broken: "{This} entspricht nicht den eigenen Angaben. Verlassen Sie sich nicht darauf.",
    unreadable: "Das ließ sich nicht als Pith-Dokument lesen, also wurde nichts geprüft.",
  },

  causes: {
    digest_spelling: [
      "Der angegebene Digest ist der richtige, nur anders geschrieben.",
      "Das Format hat eine Schreibweise: 64 hexadezimale Ziffern in Kleinbuchstaben, in der Kennung eines Ereignisses nach sha256:.",
    ],
    matching_copy: [
      "Der angegebene Digest passt zur Kopie {copy}: {at} steht dort {there}, und hier steht {here}.",
      "Der Inhalt hier wurde geändert, nachdem der Digest gebildet war; die Kopie nicht.",
    ],
    differing_copy: [
      "Keine bekannte Änderung ergibt den angegebenen Digest, aber die Kopie {copy} weicht ab: {at} steht dort {there}, und hier steht {here}.",
      "Eines von beiden wurde geändert oder beides; nichts hier sagt, welches.",
    ],
    one_number: [
      `Der angegebene Digest stimmt, wenn {here} {at} als {there} geschrieben wird: ${OTHER_NUMBERS}.`,
      SAVED_AGAIN,
    ],
  },
  condition: {
    byte_order_mark: "vor den gehashten Bytes eine Bytereihenfolge-Marke steht",
    trailing_newline: "nach den gehashten Bytes ein Zeilenvorschub steht",
    trailing_crlf: "nach den gehashten Bytes ein Wagenrücklauf und ein Zeilenvorschub stehen",
    received_bytes: "er über diesen Teil gebildet wird, wie ihn die Datei hat",
    line_breaks_lf: "Zeilen mit einem Zeilenvorschub enden",
    line_breaks_crlf: "Zeilen mit einem Wagenrücklauf und einem Zeilenvorschub enden",
    nfc: "Text in der Unicode-Form NFC ist",
    nfd: "Text in der Unicode-Form NFD ist",
    mojibake_latin1: "Text, der als Latin-1 gelesen wurde, als UTF-8 gelesen wird",
    mojibake_windows_1252: "Text, der als Windows-1252 gelesen wurde, als UTF-8 gelesen wird",
    mojibake_latin1_repaired: "Text in UTF-8 als Latin-1 gelesen wird",
    mojibake_windows_1252_repaired: "Text in UTF-8 als Windows-1252 gelesen wird",
    strings_trimmed: "kein Text mit Leerraum beginnt oder endet",
    strings_single_spaced: "Leerraum im Text aus einzelnen Leerzeichen besteht",
    strings_crlf: "Zeilenumbrüche im Text aus Wagenrücklauf und Zeilenvorschub bestehen",
    strings_lf: "Zeilenumbrüche im Text aus einem Zeilenvorschub bestehen",
    plain_spaces: "geschützte Leerzeichen einfache Leerzeichen sind",
    letter_case_kept: "Buchstaben nicht in Kleinbuchstaben gewandelt werden",
    non_ascii_escaped: "Zeichen außerhalb von ASCII als Escape geschrieben sind",
    html_escaped: "<, > und & als Escape geschrieben sind",
    slashes_escaped: "Schrägstriche als Escape geschrieben sind",
    rfc8785_numbers: "Zahlen wie in RFC 8785 geschrieben sind",
    rfc8785_order: "Namen wie in RFC 8785 sortiert sind",
    document_order: "Namen in der Reihenfolge des Dokuments stehen",
    spaced: "nach jedem Komma und jedem Doppelpunkt ein Leerzeichen steht",
    indented: "jeder Wert in einer eigenen Zeile steht",
    integers_as_doubles: "ganze Zahlen mit Dezimalpunkt geschrieben sind",
    doubles_as_integers: "ganzzahlige Werte ohne Dezimalpunkt geschrieben sind",
    numbers_as_received: "Zahlen so gehasht werden, wie die Datei sie hat",
  },
  why: {
    writer: "ein anderes Programm hat diese Datei neu gespeichert oder den Digest auf seine Weise gebildet",
    received: "er wurde aus der Datei gebildet und nicht aus der kanonischen Form",
    letters: "ein Programm hat geändert, wie Buchstaben mit Akzenten zusammengesetzt sind",
    encoding: "die Datei wurde in der falschen Kodierung gelesen und neu gespeichert",
    repaired: "der Digest wurde aus Text gebildet, der in der falschen Kodierung gelesen war",
    whiteSpace: "Leerraum im Text wurde geändert",
    otherWay: "der Hash wurde auf andere Weise gebildet",
    respelled: OTHER_NUMBERS,
  },
  matchesIf: "Der angegebene Digest stimmt, wenn {conditions}: {why}.",
  conditionHint: {
    stays: "Die Werte sind die gehashten, in anderer Form. Das Ergebnis bleibt: Die Form ist festgelegt.",
    original: SAVED_AGAIN,
  },

  replayStep: {
    "replay.created": "Es wird zum Datensatz des Zustands.",
    "replay.listed": "Es wird zu {list} hinzugefügt.",
    "replay.record_kept":
      "Der Zustand hat seinen Datensatz schon. In unserer Lesart zählt dieses als angewendet und ändert nichts.",
    "replay.no_list":
      "Es zählt als angewendet, aber der Zustand hat in unserer Lesart keine Liste für Ereignisse dieser Art.",
    "replay.repeated": "Es ist noch einmal dasselbe Ereignis. In unserer Lesart zählt es nicht erneut.",
    "replay.not_valid":
      "Seine Gültigkeit ist nicht erwiesen. In unserer Lesart wird es als ungültig aufgeführt und ändert sonst nichts.",
    "replay.no_time": "Es hat keine Zeit, die sich ordnen lässt, also wurde es nicht angewendet.",
  },
  replayLinked:
    "Es ersetzt andere Ereignisse oder folgt ihnen; was das bedeutet, ist nicht veröffentlicht, also ändert es hier weiter nichts.",
  replay: (number, same) => `${events(number).replace(/^e/, "E")} zusammenzuführen ergibt ${gives(same)}.`,
  replayReading: (number, same) =>
    `In unserer Lesart der Zusammenführung ${number === 1 ? "ergibt" : "ergeben"} ${events(number)} ${gives(same)}. Das ist nur eine Lesart: {why}.`,

  field: {
    title: "Der Titel",
    abstract: "Die Zusammenfassung",
    arxiv: "Die arXiv-Kennung",
    arxiv_version: "Die arXiv-Kennung mit ihrer Version",
    version: "Die Version",
    doi: "Der DOI",
    number: "Die Pith-Nummer",
  },
  form: {
    title: "ein Titel",
    abstract: "eine Zusammenfassung",
    arxiv: "eine arXiv-Kennung wie 1212.1787v1 oder math/0309136 oder ein Link darauf",
    arxiv_version: "eine arXiv-Kennung wie 1212.1787v1 oder math/0309136 oder ein Link darauf",
    version: "eine Version wie 2 oder v2",
    doi: "ein DOI wie 10.48550/arXiv.1212.1787, ohne Prozentzeichen, oder ein Link darauf",
    number: "eine Pith-Nummer wie pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  },
  textStep: {
    label: "die Bezeichnung davor weggelassen ist",
    invisible: "unsichtbare Zeichen weggelassen sind",
    hyphens_joined: "am Zeilenende getrennte Wörter verbunden sind",
    hyphens_kept: "am Zeilenende getrennte Wörter mit ihrem Bindestrich verbunden sind",
    white_space: "Zeilenumbrüche und mehrfache Leerzeichen einzelne Leerzeichen sind",
    plain_quotes: "Anführungszeichen einfache gerade sind",
    tex_quotes: "Anführungszeichen die von TeX sind",
    plain_dashes: "Striche einfache Bindestriche sind",
    tex_dashes: "Striche die von TeX sind",
    ligatures: "Ligaturen ausgeschrieben sind",
    nfc: "Buchstaben mit Akzent je ein Zeichen sind (NFC)",
    nfd: "Akzente eigene Zeichen sind (NFD)",
    tex_accents: "Akzente die von TeX sind",
    lower_case: "Buchstaben klein geschrieben sind",
    link: "die Kennung aus dem Link genommen ist",
    prefix: "das Präfix weggelassen ist",
    stamp: "was danach steht weggelassen ist",
    subject_class: "die Fachklasse weggelassen ist",
  },
  match: {
    "hand.same": ["{S} ist wie im kanonischen Datensatz: {E}.", ""],
    "hand.same_after_changes": ["{S} ist wie im kanonischen Datensatz, {E}, sobald {steps}.", ""],
    "hand.same_text": [
      "{S} ist wie {in}, bis auf Groß- und Kleinschreibung und die aufgeführten Änderungen.",
      "Es gibt keinen Hash zum Vergleichen. Nehmen Sie das Bündel oder den Datensatz der Arbeit; darin ist einer.",
    ],
    "hand.differs": [
      "{S} ist nicht wie im kanonischen Datensatz: erwartet {E}, gefunden {C}.",
      "Das gehört zu einer anderen Arbeit.",
    ],
    "hand.almost_the_text": [
      "{S} ist fast wie im kanonischen Datensatz: Bei Zeichen {pos} steht {here}, im Dokument selbst {there}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.almost_the_quote": [
      "{S} ist fast wie im Dokument wiedergegeben: Bei Zeichen {pos} steht {here}, in der Wiedergabe {there}.",
      "Den wiedergegebenen Text selbst hält kein Hash, der sich prüfen ließe.",
    ],
    "hand.quote_agrees": [
      "{S} beginnt, wie das Dokument den Text wiedergibt, passt aber als Ganzes nicht zum Hash im kanonischen Datensatz.",
      "Vergleichen Sie, was nach den ersten 600 Zeichen kommt; davon hat das Dokument nur den Hash.",
    ],
    "hand.other_version": [
      "Die Arbeit ist die richtige, aber in einer anderen Version: erwartet Version {E}, gefunden {C}.",
      EACH_VERSION,
    ],
    "hand.version_missing": [
      "{S} nennt die richtige Arbeit, aber keine Version: erwartet {E}, gefunden {C}.",
      "Fügen Sie die Version hinzu.",
    ],
    "hand.version_added": [
      "{S} nennt die richtige Arbeit, aber mit einer Version: erwartet {E}, gefunden {C}.",
      "Der DOI, den arXiv registriert, hat keine Version.",
    ],
    "hand.other_year": [
      "Die 26 Zeichen sind die der Nummer, aber das Jahr ist ein anderes: erwartet {E}, gefunden {C}.",
      "Das Jahr ist Teil der Nummer.",
    ],
    "hand.other_case": [
      "Die Zeichen sind die der Nummer, aber in anderer Groß- und Kleinschreibung: erwartet {E}, gefunden {C}.",
      "Eine Pith-Nummer wird mit pith: und Großbuchstaben geschrieben.",
    ],
    "hand.suffix_only": [
      "Die 26 Zeichen sind die der Nummer, aber der Rest fehlt: erwartet {E}, gefunden {C}.",
      "Ein Link hat nur diese Zeichen; die volle Nummer hat davor pith: und das Jahr.",
    ],
    "hand.short_form": [
      "Die Zeichen stimmen mit der Nummer überein, soweit sie reichen: erwartet {E}, gefunden {C}.",
      "Nur eine volle Nummer ist eindeutig: Viele Nummern können mit denselben Zeichen beginnen.",
    ],
    "hand.character_changed": [
      "{S} weicht in einem Zeichen ab: Zeichen {pos} ist {here}, erwartet {there} wie in {E}.",
      COPY_IT,
    ],
    "hand.character_impossible": [
      "{S} weicht in einem Zeichen ab: Zeichen {pos} ist {here}, das keine Pith-Nummer hat, erwartet {there} wie in {E}.",
      "Pith-Nummern haben die Buchstaben A bis Z und die Ziffern 2 bis 7, damit 0, 1, 8 und 9 nicht für O, I, B und G gehalten werden.",
    ],
    "hand.characters_swapped": [
      "{S} hat zwei vertauschte Zeichen: Ab Zeichen {pos} steht {here}, erwartet {there} wie in {E}.",
      COPY_IT,
    ],
    "hand.character_missing": [
      "{S} hat ein Zeichen zu wenig: erwartet {there} als Zeichen {pos}, wie in {E}.",
      COPY_IT,
    ],
    "hand.character_added": [
      "{S} hat ein Zeichen zu viel: {here} als Zeichen {pos} steht nicht in {E}.",
      COPY_IT,
    ],
    "hand.two_faults": [
      "{S} weicht an zwei Stellen ab: Ab Zeichen {pos} steht {here}, erwartet {there} wie in {E}.",
      COPY_IT,
    ],
    "hand.other_doi": [
      "{S} wurde nicht verglichen: Der Datensatz kennt nur den DOI, den arXiv registriert, {E}, gefunden {C}.",
      "Der DOI einer Zeitschrift kann zur selben Arbeit gehören; der Datensatz sagt es nicht.",
    ],
    "hand.malformed": ["{S} wurde nicht verglichen: erwartet {form}, gefunden {C}.", ""],
    "hand.no_record": [
      "{S} wurde nicht verglichen: {this} hat keinen kanonischen Datensatz.",
      "Nehmen Sie das Bündel oder den Datensatz der Arbeit.",
    ],
    "hand.no_value": [
      "{S} wurde nicht verglichen: Der kanonische Datensatz hat nichts, womit zu vergleichen wäre.",
      "",
    ],
  },
  matchOf: {
    "hand.same of a title": [
      "{S} gehört zu dem Hash im kanonischen Datensatz, bis auf Groß- und Kleinschreibung.",
      "",
    ],
    "hand.same of an abstract": [
      "{S} gehört zu dem Hash im kanonischen Datensatz, bis auf Groß- und Kleinschreibung und Leerraum.",
      "",
    ],
    "hand.same_after_changes of a hashed text": [
      "{S} gehört zu dem Hash im kanonischen Datensatz, bis auf Groß- und Kleinschreibung, sobald {steps}.",
      "",
    ],
    "hand.differs of a hashed text": [
      "{S} gehört nicht zum Hash {of}: erwartet {E}, dieser Text ergibt {C}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.differs of a version": [
      "{S} ist nicht wie im kanonischen Datensatz: erwartet {E}, gefunden {C}.",
      EACH_VERSION,
    ],
    "hand.differs of a number": [
      "{S} ist nicht wie im kanonischen Datensatz: erwartet {E}, gefunden {C}.",
      "Das ist die Nummer eines anderen Datensatzes, einer anderen Arbeit oder einer anderen Version.",
    ],
  },
  worth: {
    broken:
      "Aber {this} ist ungültig: Was auch immer damit übereinstimmt oder nicht, verlassen Sie sich nicht darauf.",
    counts:
      "Womit verglichen wurde, das stützt sich auf eine Signatur mit einem Schlüssel Ihres Schlüsselbunds.",
    lapsed:
      "Womit verglichen wurde, das stützt sich auf eine Signatur, aber {lapses}. Wessen Wort es ist, ist also nicht erwiesen.",
    stranger:
      "Womit verglichen wurde, das stützt sich auf eine Signatur, aber nicht mit einem Schlüssel Ihres Schlüsselbunds: Wem der Schlüssel gehört, ist nicht erwiesen.",
    unsigned:
      "Keine Signatur, die sich prüfen ließ, deckt ab, womit verglichen wurde: Jeder könnte {object} gemacht haben.",
    unsignedBut:
      "Aber keine Signatur, die sich prüfen ließ, deckt ab, womit verglichen wurde: Jeder könnte {object} gemacht haben.",
  },

  document: (number) => `Dokument ${count(number)}`,
  inDocument: "{pointer} in {document}",
  comparison: {
    agree: "Die {documents} Dokumente handeln von einem Datensatz und widersprechen einander nicht.",
    forked:
      "Dokumente über denselben Datensatz haben je Ereignisse, die einem anderen fehlen. Keines von ihnen ist das Ganze.",
    unrelated:
      "Nicht alle Dokumente handeln von einem Datensatz, oder manche von ihnen lassen sich nicht vergleichen.",
    broken: "Ein Dokument ist ungültig, also zählt nicht, was es sagt. Sonst widerspricht sich nichts.",
    conflict: (conflicts) =>
      conflicts === 1
        ? "Die Dokumente widersprechen einander an einer Stelle."
        : `Die Dokumente widersprechen einander an ${count(conflicts)} Stellen.`,
  },
  pair: {
    same: "{a} und {b} haben denselben Inhalt, Wert für Wert.",
    altered:
      "{a} und {b} unterscheiden sich in einem Ereignis, das in einem von ihnen stimmt und im anderen nicht.",
    same_record: "{a} und {b} handeln von demselben kanonischen Datensatz.",
    same_snapshot: "{a} und {b} enthalten denselben Graph-Schnappschuss.",
    other_snapshot:
      "{a} und {b} handeln von einer Arbeit mit demselben Titel, mit verschiedenen Graph-Schnappschüssen.",
    record_conflict:
      "{a} und {b} nennen dieselbe Pith-Nummer, aber ihre kanonischen Datensätze unterscheiden sich: Sie ist die Nummer von höchstens einem.",
    other_record: "{a} und {b} handeln von verschiedenen Datensätzen.",
    not_comparable:
      "{a} und {b} lassen sich nicht vergleichen: In beiden fehlt eine volle Pith-Nummer oder ein Graph-Schnappschuss.",
    same_events: (held) => `{a} und {b} enthalten dieselben Ereignisse (${events(held)}).`,
    older: (held, all, further) =>
      `{old} ist älter als {new}: Es hat in der Reihenfolge der Zusammenführung die ersten ${count(held)} von ${count(all)} Ereignissen; ${events(further)} ${further === 1 ? "kam" : "kamen"} später.`,
    within: (held, further) =>
      `{outer} hat alles, was {inner} hat (${events(held)}), und ${events(further)} mehr, von denen manche früher datiert sind als das letzte von {inner}.`,
    forked: (onlyFirst, onlySecond) =>
      `{a} und {b} haben sich verzweigt: ${events(onlyFirst)} nur im ersten, ${events(onlySecond)} nur im zweiten.`,
    unestablished: (number) =>
      number === 1
        ? "Eines der Ereignisse, die nur eines von beiden hat, ist nicht mit einem Schlüssel signiert, der seinen Unterzeichner erweist: Jeder könnte es hinzugefügt haben."
        : `${count(number)} der Ereignisse, die nur eines von beiden hat, sind nicht mit einem Schlüssel signiert, der ihren Unterzeichner erweist: Jeder könnte sie hinzugefügt haben.`,
  },
  conflict: {
    equivocation:
      "Ein Unterzeichner hat zwei Ereignisse signiert, die auf dasselbe frühere folgen: {first} mit dem Digest {firstDigest} und {second} mit {secondDigest}. Das ist in unserer Lesart Äquivokation.",
    event_altered:
      "Eine Kennung eines Ereignisses steht für zwei Inhalte: {first} ergibt den Digest {firstDigest}, {second} ergibt {secondDigest}. Höchstens einer davon ist, was signiert wurde.",
    record_conflict:
      "Eine Pith-Nummer steht für zwei kanonische Datensätze: {first} hat den Digest {firstDigest}, {second} hat {secondDigest}. Höchstens einer davon gehört zu der Nummer.",
    state_conflict:
      "Dieselben Ereignisse sollen zwei Zustände ergeben: Sie unterscheiden sich bei {first} und {second}. Der Dienst sagt, dass alle dasselbe berechnen.",
  },
  merged: {
    state: (number, statedBy) => {
      const stated =
        statedBy === 0
          ? "keines der Dokumente gibt ihn an"
          : statedBy === 1
            ? "eines der Dokumente gibt ihn an"
            : `${count(statedBy)} der Dokumente geben ihn an`;
      return `In unserer Lesart der Zusammenführung ergeben alle gültigen Ereignisse zusammen (${events(number)}) diesen Zustand; ${stated}.`;
    },
    strangers: (number) =>
      number === 1
        ? "Ein Ereignis ist mit einem Schlüssel signiert, der seinen Unterzeichner nicht erweist: Wessen Wort es ist, ist nicht bekannt."
        : `${count(number)} Ereignisse sind mit einem Schlüssel signiert, der ihren Unterzeichner nicht erweist: Wessen Wort sie sind, ist nicht bekannt.`,
  },

  reproduction: {
    same: "Er ergibt sich wieder: Neu geprüft führt dieses Dokument zu demselben Bericht, in jedem Wert.",
    differs: (values) =>
      values === 1
        ? "Er ergibt sich nicht wieder: Ein Wert des Berichts unterscheidet sich."
        : `Er ergibt sich nicht wieder: ${count(values)} Werte des Berichts unterscheiden sich.`,
    differsMore: (values, listed) =>
      `Er ergibt sich nicht wieder: ${count(values)} Werte des Berichts unterscheiden sich; die ersten ${count(listed)} sind aufgeführt.`,
  },
  finding: {
    "report.other_document": [
      "Das ist nicht das Dokument, von dem der Bericht handelt: Sein SHA-256 ist ein anderer.",
      "Geben Sie genau die Datei, aus der der Bericht entstand; eine neu gespeicherte Datei ist eine andere.",
    ],
    "report.other_verifier": [
      "Der Bericht wurde mit einer anderen Version des Prüfprogramms gemacht.",
      "Unterschiede können daher kommen. Verwenden Sie die Version, die der Bericht nennt, um sicher zu sein.",
    ],
    "report.other_verdict": [
      "Das Urteil des Berichts ist ein anderes als das dieses Durchlaufs.",
      "Verlassen Sie sich nicht auf den Bericht, sondern auf diesen Durchlauf.",
    ],
    "report.other_ring": [
      "Der Bericht wurde mit anderen Schlüsseln gemacht als denen, die in dieses Prüfprogramm eingebaut sind.",
      "Dass er sich wieder ergibt, sagt nichts darüber, wem diese Schlüssel gehören: Wer den Bericht gemacht hat, hat sie gewählt.",
    ],
    "report.other_proofs": [
      "Der Bericht wurde mit anderen OpenTimestamps-Nachweisen gemacht als dieser Durchlauf.",
      "Ein Bericht enthält sie nicht. Geben Sie genau die Nachweise, mit denen er gemacht wurde; auf der Befehlszeile mit --ots.",
    ],
    "report.other_headers": [
      "Der Bericht wurde mit anderen Blockköpfen gemacht als dieser Durchlauf.",
      "Ein Bericht enthält sie nicht. Geben Sie genau die Blockköpfe, mit denen er gemacht wurde, in derselben Reihenfolge; auf der Befehlszeile mit --header.",
    ],
    "report.assumed_time": [
      "Der Bericht nimmt eine Zeit an, zu der es das Dokument gab; das hat jemand angegeben, und es wurde übernommen.",
      "Ob das stimmt, kann kein Prüfprogramm aus dem Bericht erkennen.",
    ],
  },

  proof: {
    "timestamp.not_a_proof": [
      "Erwartet die ersten Bytes eines OpenTimestamps-Nachweises, gefunden etwas anderes, bei Byte {offset} des Nachweises.",
      "Geben Sie die Datei, die auf .ots endet, wie Sie sie bekommen haben.",
    ],
    "timestamp.version_unknown": [
      "Erwartet Version 1 des Formats, gefunden eine andere, bei Byte {offset} des Nachweises.",
      NEWER,
    ],
    "timestamp.hash_unknown": [
      "Erwartet SHA-1, RIPEMD-160, SHA-256 oder Keccak-256, gefunden etwas anderes, bei Byte {offset} des Nachweises.",
      NEWER,
    ],
    "timestamp.truncated": [
      "Erwartet mehr vom Nachweis, gefunden sein Ende, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.number_too_large": [
      "Erwartet eine Zahl unter 2^32, gefunden eine größere, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.number_not_shortest": [
      "Erwartet eine Zahl in möglichst wenigen Bytes, gefunden eine in mehr, bei Byte {offset} des Nachweises.",
      "Programme lesen eine solche Zahl verschieden. Schreiben Sie den Nachweis mit dem Programm neu, das ihn gemacht hat.",
    ],
    "timestamp.empty_fork": [
      "Erwartet ein Zweig nach dem Byte 0xff, gefunden noch ein 0xff, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.operation_unknown": [
      "Erwartet ein bekannter Rechenschritt, eine Bestätigung oder ein Zweig, gefunden etwas anderes, bei Byte {offset} des Nachweises.",
      NEWER,
    ],
    "timestamp.argument_length": [
      "Erwartet ein Argument von erlaubter Länge, gefunden eines von anderer, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.message_too_long": [
      "Erwartet ein Rechenschritt mit einem nicht zu langen Ergebnis, gefunden ein längeres, bei Byte {offset} des Nachweises.",
      "Das Format erlaubt keine längere Nachricht.",
    ],
    "timestamp.payload_too_long": [
      "Erwartet eine nicht zu lange Bestätigung, gefunden eine längere, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.payload_not_used_up": [
      "Erwartet das Ende der Bestätigung, gefunden weitere Bytes darin, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.calendar_too_long": [
      "Erwartet die nicht zu lange Adresse eines Kalenders, gefunden eine längere, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.calendar_character": [
      "Erwartet Buchstaben, Ziffern und - . _ / : in der Adresse eines Kalenders, gefunden ein anderes Zeichen, bei Byte {offset} des Nachweises.",
      "Das Format erlaubt dort sonst nichts, damit eine Adresse nicht schaden kann.",
    ],
    "timestamp.trailing_bytes": [
      "Erwartet das Ende des Nachweises, gefunden weitere Bytes, bei Byte {offset} des Nachweises.",
      DAMAGED,
    ],
    "timestamp.limit_bytes": [
      "Erwartet höchstens {most} Bytes, gefunden {bytes}.",
      "Echte Nachweise haben einige Tausend.",
    ],
    "timestamp.limit_depth": [
      "Erwartet weniger Rechenschritte nacheinander, bei Byte {offset} des Nachweises.",
      "Auch die Referenzimplementierung lehnt das ab.",
    ],
    "timestamp.limit_operations": [
      "Erwartet weniger Rechenschritte, bei Byte {offset} des Nachweises.",
      "Echte Nachweise haben einige Hundert.",
    ],
    "timestamp.limit_attestations": [
      "Erwartet weniger Bestätigungen, bei Byte {offset} des Nachweises.",
      "Echte Nachweise haben einige wenige.",
    ],
    "timestamp.limit_messages": [
      "Erwartet weniger Bytes in den Ergebnissen aller Rechenschritte, bei Byte {offset} des Nachweises.",
      "Echte Nachweise haben einige Tausend.",
    ],
    "timestamp.limit_proofs": ["Erwartet höchstens {most} Nachweise, gefunden mehr.", FEWER],
  },
  start: {
    "timestamp.starts_from_record": [
      "Der Nachweis beginnt mit dem Digest des kanonischen Datensatzes {at}, neu berechnet: {digest}.",
      "",
    ],
    "timestamp.starts_from_file": [
      "Der Nachweis beginnt mit dem Digest der ganzen empfangenen Datei, nicht mit dem des kanonischen Datensatzes.",
      "Er gilt genau diesen Bytes. Über eine andere Kopie des Dokuments, anders geschrieben, sagt er nichts.",
    ],
    "timestamp.starts_from_stated": [
      "Der Nachweis beginnt mit einem Digest, den das Dokument {at} angibt, nicht mit dem des kanonischen Datensatzes: {digest}.",
      "Erwartet war der Digest des kanonischen Datensatzes. Was dieser wert ist, hängt davon ab, worüber er gebildet ist.",
    ],
    "timestamp.starts_from_wrong_digest": [
      "Der Nachweis beginnt mit dem Digest, den das Dokument {at} angibt, aber dessen kanonischer Datensatz ergibt einen anderen, nicht {digest}.",
      "Der Datensatz wurde geändert, nachdem der Nachweis gemacht war, oder der Nachweis gilt einem anderen Datensatz.",
    ],
    "timestamp.starts_elsewhere": [
      "Der Nachweis gilt nicht diesem Dokument: Er müsste mit dem Digest des kanonischen Datensatzes beginnen, beginnt aber mit {digest}.",
      "Suchen Sie den Nachweis zu diesem Dokument oder das Dokument zu diesem Nachweis.",
    ],
    "timestamp.no_record": [
      "Womit der Nachweis beginnt, wurde nicht verglichen: erwartet ein kanonischer Datensatz mit dem Digest {digest}, im Dokument kein kanonischer Datensatz gefunden.",
      "Geben Sie den Datensatz oder das Bündel, für das der Nachweis gemacht wurde.",
    ],
  },
  attestation: {
    "timestamp.pending": [
      "Ein Kalender hat versprochen, ihn zu verankern, {calendar}; ein Block ist noch nicht genannt.",
      "Fragen Sie diesen Kalender mit einem OpenTimestamps-Programm nach dem Rest (ots upgrade), und geben Sie dann den neuen Nachweis. Hier wird nichts abgerufen.",
    ],
    "timestamp.header_not_supplied": [
      "Verankert im Bitcoin-Block {height}, Blockkopf nicht angegeben: erwartet einer mit der Merkle-Wurzel {root}.",
      "Nehmen Sie den 80 Bytes langen Kopf dieses Blocks von einem Knoten oder einem Block-Explorer, dem Sie vertrauen, und geben Sie ihn hexadezimal an. Hier wird nichts abgerufen.",
    ],
    "timestamp.header_not_matching": [
      "Verankert im Bitcoin-Block {height}, aber kein angegebener Blockkopf hat die Merkle-Wurzel {root}.",
      "Entweder gehören die Blockköpfe zu anderen Blöcken, oder der Nachweis ist falsch. Nehmen Sie den Kopf dieses Blocks von einem Knoten oder einem Block-Explorer, dem Sie vertrauen.",
    ],
    "timestamp.anchored": [
      "Den kanonischen Datensatz gab es nicht später als {time}, auf zwei Stunden genau: Ein angegebener Blockkopf hat die Merkle-Wurzel {root}, zu der der Nachweis führt, nach dessen Wort im Bitcoin-Block {height}.",
      COMPARE,
    ],
    "timestamp.anchored_other": [
      "Womit der Nachweis beginnt, das gab es nicht später als {time}, auf zwei Stunden genau: Ein angegebener Blockkopf hat die Merkle-Wurzel {root}, nach dem Wort des Nachweises im Bitcoin-Block {height}. Der Nachweis beginnt nicht mit dem kanonischen Datensatz dieses Dokuments.",
      COMPARE,
    ],
    "timestamp.header_easily_made": [
      "Verankert im Bitcoin-Block {height}, und ein angegebener Blockkopf hat die Merkle-Wurzel {root}, aber das zeigt wenig: Frühe Blöcke stehen für so wenige Hashes, hier etwa 2^{work}, dass ein solcher Blockkopf heute mit geringen Kosten herzustellen ist.",
      "Vergleichen Sie den Hash des Blockkopfs, {hash}, mit einem Knoten oder mit Block-Explorern, denen Sie vertrauen.",
    ],
    "timestamp.header_too_easy": [
      "Ein angegebener Blockkopf hat die Merkle-Wurzel {root}, ist aber nicht der des Bitcoin-Blocks {height}: erwartet ein Zielwert von mehr Hashes, gefunden 2^{work}.",
      "Jemand hat diesen Blockkopf hergestellt, oder der Nachweis nennt einen anderen Block als den, in dem er verankert wurde. Die geringste Arbeit für eine Höhe ist unsere Lesart.",
    ],
    "timestamp.header_without_work": [
      "Ein angegebener Blockkopf hat die Merkle-Wurzel {root}, aber keine Arbeit: Sein Hash {hash} liegt über seinem eigenen Zielwert {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_target_malformed": [
      "Ein angegebener Blockkopf hat die Merkle-Wurzel {root}, aber keinen Zielwert, den Bitcoin erlaubt: erwartet höchstens 1d00ffff, gefunden {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.root_length": [
      "Der Nachweis kann nicht zum Bitcoin-Block {height} führen: erwartet eine Merkle-Wurzel von 32 Bytes, gefunden eine Nachricht von {length}.",
      DAMAGED,
    ],
    "timestamp.other_chain": [
      "Verankert im {chain}-Block {height}, was nicht geprüft wurde: Dieses Prüfprogramm prüft nur Bitcoin.",
      "Suchen Sie einen Nachweis mit einer Bitcoin-Bestätigung.",
    ],
    "timestamp.unknown_kind": [
      "Eine Bestätigung einer Art, die dieses Prüfprogramm nicht kennt, {tag}, wurde nicht geprüft.",
      NEWER,
    ],
  },
  header: {
    "timestamp.header_malformed": [
      "Erwartet ein Blockkopf von 80 Bytes als 160 hexadezimale Ziffern, gefunden etwas anderes.",
      "Kopieren Sie den rohen Kopf des Blocks, nicht seinen Hash und nicht seine Teile.",
    ],
    "timestamp.limit_headers": ["Erwartet höchstens {most} Blockköpfe, gefunden {given}.", FEWER],
    "timestamp.header_target_malformed": [
      "Der Blockkopf {hash} hat keinen Zielwert, den Bitcoin erlaubt: erwartet höchstens 1d00ffff, gefunden {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.header_without_work": [
      "Der Blockkopf hat keine Arbeit: Sein Hash {hash} liegt über seinem eigenen Zielwert {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_unused": [
      "Kein Nachweis führt zur Merkle-Wurzel dieses Blockkopfs, {root}.",
      "Er gehört zu einem anderen Block als denen, die die Nachweise nennen, oder zu keinem.",
    ],
  },
};
