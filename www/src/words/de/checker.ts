import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const digests = (number: number) => counted(number, "Digest", "Digests");
const signatures = (number: number) => counted(number, "Signatur", "Signaturen");

export const checker: Catalogue["checker"] = {
  heading: "Über dieses Prüfprogramm",
  version: "Version",
  digest: "SHA-256 des WebAssembly-Moduls, das hier läuft",
  noDigest: "nicht berechnet: Dieser Browser bietet einer Seite ohne HTTPS kein SHA-256",
  rebuild:
    "Jeder kann es nachbauen: Führen Sie mit dem Quelltext dieser Version {command} aus. Das gibt den SHA-256 des entstandenen Moduls aus; vergleichen Sie ihn mit dem obigen.",
  selfTest: "Selbsttest",
  testing: "läuft",
  tested: (documents) =>
    documents === 1
      ? "bestanden: 1 bekanntes gutes oder schlechtes Dokument wurde beim Öffnen dieser Seite wie erwartet beurteilt"
      : `bestanden: ${count(documents)} bekannte gute oder schlechte Dokumente wurden beim Öffnen dieser Seite wie erwartet beurteilt`,
  misjudged: (names) => `NICHT BESTANDEN: ${names}`,
  offline: "Ohne Netz",
  waiting: "Die eigenen Dateien der Seite werden auf diesem Rechner abgelegt",
  kept: "geht: Die eigenen Dateien der Seite liegen auf diesem Rechner",
  newer: "geht; es liegt auch eine neuere Version dieser Seite vor",
  takeNewer: "Die neuere Version verwenden",
  unavailable:
    "geht, bis diese Seite geschlossen wird: Dieser Browser bewahrt ihre Dateien nicht auf, oder die Seite kam ohne HTTPS",
  single: "geht: Diese Seite ist eine einzige Datei und fragt nichts an",
  fileDigest:
    "Diese Seite ist eine einzige Datei. Der Befehl gibt auch deren SHA-256 aus; auf Ihrem Rechner gibt ihn {command}.",
  refuses: (name, expected, found) =>
    `Das Prüfprogramm hat seinen eigenen Test nicht bestanden und gibt darum keine Urteile ab. Es bekam ${name} und hätte ${expected} finden müssen; gefunden hat es ${found}. Laden Sie diese Seite neu; bleibt es so, verwenden Sie einen anderen Browser, und sagen Sie es dem Betreiber dieser Seite.`,
  notTested: (why) =>
    `Das Prüfprogramm konnte sich nicht selbst testen (${why}) und gibt darum keine Urteile ab. Laden Sie diese Seite neu.`,
};

export const opinion: Catalogue["opinion"] = {
  heading: "Zweite Meinung",
  agrees: (ofDigests, ofSignatures) =>
    `SHA-256 und Ed25519 dieses Browsers wurden zu ${digests(ofDigests)} und ${signatures(ofSignatures)} befragt, die bestanden hatten, und stimmen in allem zu.`,
  agreesOnDigests: (number) =>
    `SHA-256 dieses Browsers wurde zu ${digests(number)} befragt, die bestanden hatten, und stimmt in allem zu. Ein eigenes Ed25519, das man zu Signaturen befragen könnte, hat er nicht.`,
  nothing: "Es hat nichts bestanden, wozu SHA-256 und Ed25519 dieses Browsers sich befragen ließen.",
  none: "Keine: Dieser Browser bietet einer Seite ohne HTTPS weder SHA-256 noch Ed25519.",
  left: (ofDigests, ofSignatures) =>
    `Das Dokument ist zu groß, um nach allem zu fragen: Nach ${digests(ofDigests)} und ${signatures(ofSignatures)} wurde nicht gefragt.`,
  scope:
    "Sie gilt denselben Bytes: Wie das Dokument gelesen und neu geschrieben wurde, steht allein auf dem Wort dieses Prüfprogramms.",
  disagrees: (checks) =>
    `Zwei Programme sind sich über dieses Dokument uneinig, also gibt es kein Urteil. SHA-256 oder Ed25519 dieses Browsers widerspricht in ${counted(checks, "Prüfung", "Prüfungen")}, die dieses Prüfprogramm als bestanden wertet. Eines von beiden irrt, oder etwas greift in diesen Browser ein. Verwenden Sie einen anderen Browser oder die Befehlszeile, und sagen Sie es dem Betreiber dieser Seite.`,
};
