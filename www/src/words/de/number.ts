import type { AddressFinding, AddressKind, AddressSource, MatchWord, NamedBy } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const namedBy: Record<NamedBy, string> = {
  number: "eine Pith-Nummer",
  short_number: "eine kurze Pith-Nummer",
  arxiv: "eine arXiv-Kennung",
  arxiv_doi: "der DOI, den arXiv für eine Arbeit anmeldet",
  doi: "ein DOI",
  unreadable: "nichts davon",
};

const finding: Record<AddressFinding, string | ((impossible: string) => string)> = {
  impossible_character: (impossible) =>
    `Das kann nicht stimmen: Keine Pith-Nummer hat ${[...impossible].join(", ")}. Sie haben die Buchstaben A bis Z und die Ziffern 2 bis 7. Bei 0, 1, 8 und 9 sehen Sie nach, ob es O, I, B oder G ist.`,
  wrong_length:
    "Das kann nicht stimmen: Nach pith: und dem Jahr hat eine Pith-Nummer 26 Zeichen, eine kurze 8, 12 oder 16.",
  year_malformed: "Das kann nicht stimmen: Was für das Jahr steht, sind nicht vier Ziffern.",
  arxiv_malformed:
    "Eine Kennung dieser Form vergibt arXiv nicht. Sehen Sie nach, ob eine Ziffer zu viel, zu wenig oder vertauscht ist.",
  letter_case: "Sie wird in Großbuchstaben gezeigt, wie Pith-Nummern geschrieben werden.",
  year_missing: "Es fehlt das Jahr, das zu einer Pith-Nummer gehört; die Adressen kommen ohne es aus.",
  version_left_out:
    "In der Adresse ist kein Platz für die Fassung; sehen Sie nach, welche Sie bekommen. Auch diese Seite vergleicht die Fassung.",
};

const kind: Record<AddressKind, string> = {
  bundle: "Bündel",
  well_known_bundle: "Bündel, zweite Adresse",
  state: "Zustand allein",
  record: "Datensatz",
  page: "Seite über den Datensatz",
  paper_page: "Seite über die Arbeit",
  resolver: "Suche nach Kennung",
};

const source: Record<AddressSource, string> = {
  mirror_manifest: "Das Muster steht im Spiegelverzeichnis des Dienstes.",
  bundle: "Signierte Bündel, die man kennt, verweisen auf solche Adressen.",
  record: "Ein Datensatz, den man kennt, verweist auf eine solche Adresse; nichts signiert diese Verweise.",
};

const answer: Record<MatchWord, string> = {
  matches: "Das ist das gesuchte Dokument",
  near_miss: "Nicht ganz das Gesuchte",
  differs: "Nicht das gesuchte Dokument",
  not_comparable: "Ob es das Gesuchte ist, lässt sich nicht sagen",
};

export const number: Catalogue["number"] = {
  title: "Eine Nummer und keine Datei?",
  about:
    "Geben Sie eine Pith-Nummer, eine arXiv-Kennung oder einen DOI ein, und sehen Sie, wo es nach Angabe des Dienstes die Dokumente dazu gibt.",
  field: "Pith-Nummer, arXiv-Kennung oder DOI",
  example: "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  show: "Adressen zeigen",
  read: (as) => `Gelesen als ${namedBy[as]}: {text}`,
  unreadable:
    "Das ist weder eine Pith-Nummer (wie pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ) noch eine arXiv-Kennung (wie 1212.1787v1 oder math/0309136) noch ein DOI (wie 10.48550/arXiv.1212.1787).",
  finding,
  addresses: (addresses) => counted(addresses, "Adresse", "Adressen"),
  kind,
  source,
  copy: "Adresse kopieren",
  nowhere: {
    short_number:
      "Zu einer kurzen Nummer dieser Länge ist keine Adresse bekannt. Wer sie Ihnen gegeben hat, hat vielleicht die ganze, mit 26 Zeichen nach dem Jahr.",
    doi: "Zu diesem DOI ist keine Adresse bekannt. Die Dokumente, die man kennt, handeln von Arbeiten auf arXiv: Suchen Sie die Arbeit dort, und geben Sie ihre arXiv-Kennung ein.",
  },
  short: "Eine kurze Nummer kann der Anfang von mehreren ganzen sein.",
  following:
    "Diese Seite fragt niemanden danach. Folgen Sie einem Verweis, der sich in einem neuen Tab öffnet, so fragt Ihr Browser diesen Server, und der erfährt die Adresse Ihres Rechners und was Sie suchen. Ob es dort etwas gibt, weiß diese Seite nicht.",
  next: "Speichern Sie, was Sie bekommen, als Datei, und legen Sie sie hier ab.",
  remembered: "Jedes Dokument, das Sie dieser Seite geben, wird damit verglichen.",
  forget: "Vergessen, was ich suche",
  asked: {
    heading: "Ist es das Gesuchte?",
    wanted: "Sie suchen {text}",
    comparing: "Es wird mit dem Dokument verglichen.",
    answer,
    partly: "Es stimmt mit dem Gesuchten überein, soweit das reicht",
    unreadable: "Die Datei konnte nicht als Dokument gelesen werden und wurde deshalb nicht verglichen.",
    several: "Sie suchen {text}. Ob eines dieser Dokumente es ist, sehen Sie in dessen Bericht.",
    announced: (answer, sentence) => `${answer}. ${sentence}`,
  },
  fetch: {
    title: "Oder lassen Sie diese Seite es holen",
    about:
      "Wer diese Seite eingerichtet hat, lässt sie diese Server fragen. Sie fragt keinen, bevor Sie es erlauben, und vergisst die Erlaubnis, wenn sie geschlossen wird.",
    allow: (host) => `Dieser Seite erlauben, ${host} zu fragen`,
    learns: (host) =>
      `${host} erfährt die Adresse Ihres Rechners, nach welcher Nummer Sie fragen, auf welcher Website diese Seite steht, und was jede Anfrage über einen Browser verrät. Ein Cookie wird nicht gesendet.`,
    fetch: (kind, host) => `Von ${host} holen: ${kind}`,
    mirror: "Dass dieser Server seine Dateien unter denselben Namen hat wie der Dienst, wird angenommen.",
    fetching: (host) => `Warten auf ${host}.`,
    stop: "Abbrechen",
    fault: {
      blocked: (host) =>
        `${host} hat nichts gegeben, was diese Seite lesen darf. Entweder ist er nicht zu erreichen, oder er erlaubt anderen Seiten nicht, seine Antworten zu lesen (CORS); der Browser sagt nicht, welches von beiden. Folgen Sie stattdessen dem Verweis, speichern Sie die Datei, und legen Sie sie hier ab.`,
      redirected: (host) =>
        `${host} wollte diese Seite zu einer anderen Adresse weiterleiten; dem folgt sie nicht. Folgen Sie stattdessen dem Verweis, speichern Sie die Datei, und legen Sie sie hier ab.`,
      missing: (host) => `${host} hat unter dieser Adresse nichts (404).`,
      status: (host, status) => `${host} hat mit einem Fehler geantwortet (${status}).`,
      too_large: (host, most) =>
        `${host} hat mehr als ${count(most)} Byte gesendet, das Meiste, was dieses Prüfprogramm liest. Es wurde nicht genommen.`,
      too_slow: (host, seconds) =>
        `${host} hat nicht alles innerhalb von ${count(seconds)} Sekunden gesendet.`,
      cut_off: (host) => `Was ${host} gesendet hat, bricht in der Mitte ab. Versuchen Sie es noch einmal.`,
      stopped: () => "Abgebrochen.",
    },
  },
};
