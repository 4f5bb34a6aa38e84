import type { MatchWord } from "../../report.ts";
import type { EmbedWords } from "../embed.ts";

const answer: Record<MatchWord, string> = {
  matches: "Dieses Dokument handelt von der Arbeit, die diese Seite nennt",
  near_miss: "Nicht ganz die Arbeit, die diese Seite nennt",
  differs: "Dieses Dokument handelt von einer anderen Arbeit als diese Seite",
  not_comparable: "Ob dieses Dokument von der Arbeit handelt, die diese Seite nennt, lässt sich nicht sagen",
};

const short: Record<MatchWord, string> = {
  matches: "über die Arbeit dieser Seite",
  near_miss: "nicht ganz die Arbeit dieser Seite",
  differs: "nicht die Arbeit, die diese Seite nennt",
  not_comparable: "mit der Arbeit dieser Seite nicht vergleichbar",
};

export const embed: EmbedWords = {
  loading: "Das Dokument wird geladen …",
  again: "Noch einmal versuchen",
  here: "In diesem Browser geprüft, von Programmcode, den diese Seite geladen hat.",
  hereMeans: "Wer eine Seite macht, bestimmt, was sie zeigt, auch dieses Ergebnis.",
  ownKeys:
    "Welchen Schlüsseln hier vertraut wird, hat diese Seite bestimmt; ein anderes Prüfprogramm kennt sie vielleicht nicht.",
  independently: "Unabhängig prüfen",
  independentlyAbout: (host) =>
    `in einem neuen Tab, mit dem Prüfprogramm von ${host}; das Dokument geht im Link mit, hinter dem #, das Browser an keinen Server senden.`,
  tooLarge: (host) =>
    `in einem neuen Tab, mit dem Prüfprogramm von ${host}. Das Dokument ist für einen Link zu groß: Speichern Sie es, und legen Sie die Datei dort ab.`,
  save: "Dokument speichern",
  number: "Pith-Nummer",
  numberIs: "wie das Dokument sie angibt",
  noNumber: "das Dokument gibt keine an",
  from: "Dokument",
  inline: "steht in dieser Seite",
  page: {
    answer,
    short,
    partly: "Dieses Dokument stimmt mit dem überein, was diese Seite nennt, soweit das reicht",
    unreadable:
      "Die Datei konnte nicht als Dokument gelesen werden und wurde deshalb nicht mit dieser Seite verglichen.",
    nothing:
      "Diese Seite nennt keine DOI und keine Kennung, die sich vergleichen ließe: Ob das Dokument zu ihr gehört, hat niemand geprüft.",
    nothingShort: "mit dieser Seite nicht verglichen",
    comparing: "Es wird mit dem verglichen, was diese Seite nennt.",
    named: {
      citation_doi: "DOI dieser Seite (citation_doi): {text}",
      citation_arxiv_id: "arXiv-Kennung dieser Seite (citation_arxiv_id): {text}",
      "dc.identifier": "Kennung dieser Seite (DC.identifier): {text}",
      doi: "DOI, die diese Seite für das Dokument angibt: {text}",
      number: "Wonach diese Seite fragt: {text}",
    },
    unknown:
      "Das ist weder eine DOI noch eine arXiv-Kennung noch eine Pith-Nummer und wurde deshalb nicht verglichen.",
  },
  badge: {
    details: "Einzelheiten",
    close: "Schließen",
    title: "Pith-Dokument",
    other: "Andere Arbeit",
    error: "Nicht geprüft",
    here: "in diesem Browser geprüft, vom Programmcode dieser Seite",
  },
  error: {
    title: "Nicht geprüft",
    no_document:
      "Es gibt nichts zu prüfen: Dieses Element hat weder src noch number noch ein Dokument in sich. Beheben kann das, wer diese Seite macht.",
    bad_address: (address) =>
      `Die Adresse des Dokuments ist weder eine mit http noch eine mit https: ${address}. Beheben kann das, wer diese Seite macht.`,
    bad_number: (text) =>
      `Das ist weder eine Pith-Nummer noch eine arXiv-Kennung noch eine DOI von arXiv, deshalb ist keine Adresse dafür bekannt: ${text}`,
    policy: (host) =>
      `Die Sicherheitsrichtlinie dieser Seite (connect-src) erlaubt ihr nicht, ${host} zu fragen. Wer diese Seite macht, kann es dort erlauben oder das Dokument in die Seite stellen.`,
    blocked: (host) =>
      `${host} hat nichts gegeben, was diese Seite lesen darf. Entweder ist er nicht zu erreichen, oder er erlaubt anderen Websites nicht, seine Antworten zu lesen; der Browser sagt nicht, welches von beiden. Ein Server erlaubt es mit dem Header Access-Control-Allow-Origin (CORS). Ohne ihn kann, wer diese Seite macht, eine Kopie des Dokuments auf dieser Website ablegen oder es in die Seite stellen.`,
    unreachable: (host) => `${host} war nicht zu erreichen, oder die Verbindung brach ab.`,
    offline: "Dieses Gerät ist offline. Die Prüfung beginnt von selbst, sobald es wieder ein Netz gibt.",
    web_page: (host) =>
      `${host} hat eine Webseite gegeben und kein Dokument: Die Adresse führt zu einer Seite für Menschen oder zu einer, die eine Anmeldung verlangt.`,
    not_loaded: (problem) =>
      `Das Prüfprogramm konnte nicht geladen werden (${problem}). Laden Sie diese Seite neu. Bleibt es dabei: Eine Website muss den Browser die Dateien des Prüfprogramms laden und ausführen lassen (script-src mit 'wasm-unsafe-eval', connect-src).`,
  },
};
