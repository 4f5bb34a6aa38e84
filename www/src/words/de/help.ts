import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const help: Catalogue["help"] = {
  link: "Erklärung",
  window: "Wie die Prüfung funktioniert – Pith-Prüfprogramm",
  title: "Wie die Prüfung funktioniert",
  lead: "Zehn kurze Schritte, von einer Datei zu einem Urteil. Zu jedem gibt es ein Beispiel, das vom Prüfprogramm selbst in Ihrem Browser berechnet wird. Nichts, was Sie eingeben, wird irgendwohin gesendet.",
  skip: "Zur Erklärung springen",
  home: "Pith-Prüfprogramm",
  check: "Dokument prüfen",
  contents: "Die Schritte",
  loading: "Das Prüfprogramm wird geladen …",
  working: "Wird berechnet …",
  stopped: (why) =>
    `Das konnte nicht berechnet werden (${why}). Laden Sie diese Seite neu, um es noch einmal zu versuchen.`,
  once: "Sobald diese Seite geladen ist, funktioniert sie ohne Netz.",
  bytes: (bytes) => counted(bytes, "Byte", "Bytes"),

  record: {
    title: "Ein Datensatz und was man ihn fragen kann",
    text: [
      "Ein Pith-Datensatz ist eine kleine Datei über eine Arbeit: wo sie erschienen ist, wann sie eingereicht wurde, eine Nummer, die für genau diesen Inhalt steht, und Signaturen. Ein Register erstellt ihn. Danach kann jeder ihn weitergeben: ein Spiegel, eine Kollegin, eine E-Mail.",
      "Wer eine solche Datei erhält, hat also drei Fragen, und diese beantwortet das Prüfprogramm. Ist sie noch das, was signiert wurde, bis auf den Buchstaben? Wessen Schlüssel hat sie signiert? Welche ihrer Werte schützt keine Signatur? Über die Arbeit selbst sagt es nichts.",
    ],
    example: "Ein echter Datensatz",
    paper: "Arbeit",
    number: "Pith-Nummer",
    source: "Kennung bei der Quelle",
    length: "Länge der Datei",
    check: "Jetzt prüfen",
    checks: (passed, all) => `${count(passed)} von ${counted(all, "Prüfung", "Prüfungen")} bestanden.`,
  },

  digest: {
    title: "Ein Digest steht für einen Text",
    text: [
      "Ein Digest wird aus einem Text berechnet. Wie lang der Text auch ist, sein Digest hat 256 Bits, geschrieben als 64 Ziffern von 0 bis 9 und von a bis f. Derselbe Text hat auf jedem Rechner denselben Digest. Die Regel ist öffentlich und heißt SHA-256.",
      "Ändert man einen Buchstaben, so ändert sich etwa die Hälfte der Bits, ohne erkennbares Muster. Niemand kennt einen Weg, einen zweiten Text mit demselben Digest herzustellen. Wenn also zwei Menschen 64 Ziffern vergleichen, haben sie den ganzen Text verglichen.",
    ],
    example: "Tippen Sie, und beobachten Sie den Digest",
    label: "Ein Text",
    text_at_first: "Die Winkel eines Dreiecks ergeben zusammen 180 Grad.",
    now: "Sein Digest",
    before: "Digest zum Vergleichen",
    before_is: "Vom Text",
    one_letter: "Einen Buchstaben ändern",
    keep: "Ab jetzt mit diesem Text vergleichen",
    first: "Zurück zum ersten Text",
    same: "Es ist derselbe Text: Keines der 256 Bits ist anders.",
    differ: (bits) =>
      bits === 1 ? "1 von 256 Bits ist anders." : `${count(bits)} von 256 Bits sind anders.`,
    picture: "Jedes Quadrat ist ein Bit; ein gefülltes ist anders.",
  },

  canonical: {
    title: "Ein Inhalt, eine Schreibweise",
    text: [
      "Die Dateien sind in JSON geschrieben: benannte Werte zwischen geschweiften Klammern. Derselbe Inhalt lässt sich auf viele Weisen schreiben, mit anderen Leerzeichen oder mit den Werten in anderer Reihenfolge, und jede Schreibweise hat einen anderen Digest.",
      "Darum wird der Inhalt, bevor ein Digest berechnet wird, auf eine vereinbarte Weise neu geschrieben, in der kanonischen Form: die Namen geordnet, ohne Leerzeichen, jede Zahl und jeder Buchstabe nach einer Regel geschrieben. Dann hat gleicher Inhalt gleiche Digests, und ein anderer Digest bedeutet anderen Inhalt.",
    ],
    example: "Zwei Schreibweisen",
    one: "Eine Schreibweise",
    other: "Eine andere Schreibweise",
    form: "Kanonische Form",
    digest: "Ihr Digest",
    order: "Andere Reihenfolge und Leerzeichen",
    value: "Ein Wert geändert",
    kind: "Eine Zahl zu Text gemacht",
    refused: (why) => `Das ist kein JSON, das sich lesen lässt. ${why}`,
    same: "Die kanonischen Formen sind gleich, und die Digests sind es auch.",
    differ:
      "Die kanonischen Formen sind verschieden, und die Digests sind es auch: Das ist ein anderer Inhalt.",
    none: "Es gibt nichts zu vergleichen, bis sich beide lesen lassen.",
  },

  number: {
    title: "Vom Datensatz zu seiner Pith-Nummer",
    text: [
      "Eine Pith-Nummer wird nicht vergeben. Sie wird aus dem Teil des Datensatzes berechnet, der sagt, um welche Arbeit es geht: dem kanonischen Datensatz. Dessen kanonische Form wird gehasht; die ersten 130 Bits des Digests werden in 26 Gruppen zu fünf geteilt, und jede Gruppe wird als Buchstabe oder Ziffer geschrieben. Davor steht das Jahr der Einreichung.",
      "Die Nummer selbst sagt also, wie der Datensatz lauten muss. Ein Datensatz mit irgendeinem anderen Wert darin hat eine andere Nummer.",
    ],
    example: "Berechnen Sie eine",
    label: "Der kanonische Datensatz einer echten Arbeit. Ändern Sie darin, was Sie wollen",
    back: "Wie er war",
    form: "Kanonische Form",
    digest: "Ihr Digest",
    letters: "Fünf Bits je Buchstabe",
    letters_spoken: (letters) => `Die Buchstaben sind ${letters}.`,
    year: "Jahr der Einreichung",
    result: "Pith-Nummer",
    published: "Die Nummer des Registers",
    same: "Das ist die Nummer, die das Register angibt.",
    differ: "Das ist nicht die Nummer, die das Register angibt: Dies ist ein anderer Datensatz.",
    none: "Das ist kein kanonischer Datensatz, also lässt sich daraus keine Nummer berechnen.",
  },

  signature: {
    title: "Eine Signatur bindet einen Text an einen Schlüssel",
    text: [
      "Ein Digest zeigt, dass sich ein Text geändert hat; aber wer einen Text ändert, kann auch dessen neuen Digest daneben schreiben. Eine Signatur lässt sich so nicht neu machen. Sie entsteht mit einem privaten Schlüssel, den nur der Unterzeichner hat. Geprüft wird sie mit dem zugehörigen öffentlichen Schlüssel, den jeder haben darf.",
      "Signiert wird der Digest. Die Prüfung schlägt fehl, wenn der Text, die Signatur oder der Schlüssel ein anderer ist. Die Regel ist öffentlich und heißt Ed25519.",
    ],
    own: "Signieren Sie selbst etwas",
    label: "Ihr Text",
    text_at_first: "Ich habe diese Arbeit zweimal gelesen.",
    made: "Ihr Browser hat diesen Schlüssel gerade für Sie gemacht. Seine private Hälfte bleibt im Speicher dieser Seite und ist weg, wenn Sie sie verlassen.",
    sign: "Den Text signieren, wie er jetzt ist",
    key: "Öffentlicher Schlüssel",
    signature: "Signatur",
    signed: "Digest, der signiert wurde",
    unable:
      "Dieser Browser kann solche Schlüssel nicht machen, darum entfällt dieses Beispiel. Das nächste braucht keinen.",
    holds: "Die Signatur stimmt für diesen Text.",
    fails: "Die Signatur stimmt nicht für diesen Text.",
    real: "Fälschen Sie eine echte",
    slider: "Buchstabe des Titels, der geändert wird",
    none: "Keiner: Das Dokument ist, wie es kam.",
    letter: (place, was, is) => `Buchstabe ${count(place)}: Aus ${was} wird ${is}.`,
    title_now: "Titel im Dokument",
    other: "Das erste Zeichen der Signatur über das Ganze ändern",
    failed: (failed) => `${counted(failed, "Prüfung schlägt fehl", "Prüfungen schlagen fehl")}:`,
  },

  keys: {
    title: "Wessen Schlüssel war es?",
    text: [
      "Eine Signatur, die stimmt, sagt: Wer diesen Schlüssel hat, hat das signiert. Sie sagt nicht, wer das ist. Sie haben eben einen Schlüssel gemacht; Sie hätten ihm jeden Namen geben können. Ein Fälscher kann das auch, und ein Schlüssel, den ein Dokument mitbringt, ist das Wort des Fälschers.",
      "Wem der Schlüssel gehört, kann nur etwas sagen, das Sie schon vorher wussten: eine Liste von Schlüsseln aus einer Quelle, der Sie vertrauen, der Schlüsselbund. Der Schlüssel des Registers ist in dieses Prüfprogramm eingebaut. Sie können ihn herausnehmen und andere hineintun.",
    ],
    example: "Dieselbe Datei, mit und ohne den Schlüssel im Bund",
    tick: "Der Schlüssel des Registers ist in meinem Schlüsselbund",
    differ: "An der Datei hat sich nichts geändert. Geändert hat sich, was Sie über den Schlüssel wissen.",
  },

  coverage: {
    title: "Was keine Signatur abdeckt",
    text: [
      "Eine Signatur deckt die Bytes ab, die gehasht wurden, und sonst nichts. Ein Dokument kann daneben mehr enthalten: In einem Datensatz für sich allein sind die Namen der Verfasser, die Links und die Zählungen nicht signiert. Wer die Datei weitergibt, kann sie ändern, und jede Prüfung besteht weiterhin.",
      "Darum führt das Prüfprogramm für jeden Wert auf, was ihn schützt. „Verifiziert“ gilt nur den abgedeckten Werten, und das Urteil sagt, wie viele es nicht sind.",
    ],
    example: "Ändern Sie einen Wert, und sehen Sie, wer es bemerkt",
    authors: "Verfasser",
    source: "Kennung bei der Quelle",
    back: "Wie es war",
    unchanged: "Noch ist nichts geändert.",
    noticed: "Die Änderung wurde bemerkt.",
    unnoticed: "Das Dokument wurde geändert, und nichts bemerkt es. Keine Signatur deckt diesen Wert ab.",
  },

  merge: {
    title: "Ereignisse und was sie zusammen ergeben",
    text: [
      "Was aus einem Datensatz wird, erzählen Ereignisse: Er wurde angelegt, seine Literatur wurde aufgeführt, eine Berichtigung kam hinzu. Jedes Ereignis ist für sich signiert. Ein Bündel ist eine Datei mit dem Datensatz und seinen Ereignissen und mit dem Zustand, den sie zusammen ergeben.",
      "Ereignisse können in jeder Reihenfolge eintreffen oder doppelt. Sie werden in der Reihenfolge ihrer Zeiten zusammengeführt, ein Ereignis zählt einmal, und das Prüfprogramm berechnet den Zustand neu und vergleicht. Für Ereignisse derselben Zeit ist die Reihenfolge unsere Lesart, denn das Register hat keine veröffentlicht.",
    ],
    example: "Lassen Sie zwei echte Ereignisse eintreffen",
    arrived: "Wie sie eintrafen",
    merged: "Wie sie zusammengeführt werden",
    state: "Digest des Zustands",
    as_came: "In der Reihenfolge der Datei",
    swapped: "Umgekehrt",
    twice: "Das zweite doppelt",
    event: (type, time) => `${type}, ${time}`,
    same: "Der Zustand ist derselbe wie in der Reihenfolge der Datei.",
    differ: "Der Zustand ist ein anderer als in der Reihenfolge der Datei.",
  },

  verdicts: {
    title: "Die fünf Urteile",
    text: [
      "Jedes Dokument bekommt eines von fünf Wörtern. Jedes wird hier an einem Dokument gezeigt, das Ihr Browser gerade geprüft hat.",
    ],
    example: "Zu jedem ein Dokument",
    given: {
      verified: "Ein Bündel, wie das Register es ausgibt.",
      consistent: "Dasselbe Bündel, ohne irgendeinen Schlüssel im Schlüsselbund.",
      unsigned:
        "Ein Zustand für sich allein. Seine Digests stimmen, aber Zustände werden nicht allein signiert.",
      broken: "Das Bündel mit einem geänderten Buchstaben im Titel.",
      unreadable: "Die erste Hälfte des Bündels.",
    },
    means: {
      verified: "Alles, was stimmen muss, stimmt, und ein Schlüssel Ihres Bundes hat es signiert.",
      consistent: "Alles passt zusammen, aber wessen Schlüssel es signiert hat, ist nicht bekannt.",
      unsigned: "Daran ist nichts falsch, aber keine Signatur bürgt dafür. Jeder könnte es gemacht haben.",
      broken: "Etwas stimmt nicht. Verlassen Sie sich auf nichts davon.",
      unreadable: "Es lässt sich nicht lesen, also wurde nichts beurteilt.",
    },
    says: "Das Prüfprogramm sagt",
    other:
      "Wenn das Prüfprogramm selbst versagt, sagt es „Fehler des Prüfprogramms“. Das ist kein Urteil: Es sagt nichts über das Dokument.",
  },

  limits: {
    title: "Was kein Prüfprogramm sagen kann, und wie Sie dieses prüfen",
    text: [
      "Ein Urteil gilt einer Datei. Manche Fragen stecken nicht in der Datei, und kein Programm kann dort Antworten auf sie finden. Und ein Prüfprogramm ist ein Programm, das jemand geschrieben hat; man soll also auch ihm nicht glauben, sondern es prüfen.",
    ],
    cannot: "Was es nicht sagen kann",
    cannots: [
      "Ob die Arbeit richtig ist, oder gut, oder wirklich von ihren Verfassern. Signaturen gelten Bytes.",
      "Ob die Zeiten wahr sind. Sie sind das Wort dessen, der sie signiert hat.",
      "Ob es nichts Neueres gibt. Ein altes Dokument bleibt für immer gültig signiert. Fragen Sie das Register oder mehrere Spiegel.",
      "Ob der private Schlüssel noch in den richtigen Händen ist. Ein gestohlener Schlüssel signiert so gut wie ein ehrlicher.",
    ],
    distrust: "Wie Sie dieser Seite misstrauen",
    distrusts: [
      "Trennen Sie vor der Prüfung die Verbindung zum Netz, und beobachten Sie oben die Zahl der Anfragen.",
      "Sehen Sie sich unten die zweite Meinung an: SHA-256 Ihres eigenen Browsers berechnet denselben Digest neben unserem.",
      "Bauen Sie das Prüfprogramm selbst, und vergleichen Sie den Digest seines Programms mit dem unten.",
      "Verwenden Sie die Befehlszeile, auf einem Rechner, der diese Seite nie gesehen hat.",
      "Wiederholen Sie eine einzelne Prüfung ohne uns: Zu jeder fehlgeschlagenen Prüfung stehen die Befehle, die sie mit verbreiteten Werkzeugen nachrechnen.",
    ],
    example: "Eine zweite Meinung",
    file: "Datei",
    ours: "Digest nach diesem Prüfprogramm",
    theirs: "Digest nach Ihrem Browser",
    same: "Beide ergeben denselben Digest.",
    differ: "Sie stimmen nicht überein. Verwenden Sie diese Seite nicht.",
    unable: "Ihr Browser bietet Seiten ohne HTTPS keine Digests, darum gibt es hier keine zweite Meinung.",
    version: "Prüfprogramm",
    program: "Digest seines Programms",
    commands: "Selbst, in einer Kopie des Quelltexts",
  },
};
