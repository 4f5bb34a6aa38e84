// Deutsch. Die Wörter, die überall gleich heißen:
//
// bundle            Bündel
// record            Datensatz; canonical record: kanonischer Datensatz
// event             Ereignis
// receipt           Quittung
// state             Zustand
// graph snapshot    Graph-Schnappschuss; section: Abschnitt
// mirror manifest   Spiegelverzeichnis
// digest            Digest (SHA-256-Digest); hash: Hash
// signature         Signatur; signer: Unterzeichner; to sign: signieren
// key               Schlüssel; key ring: Schlüsselbund; fingerprint: Fingerabdruck
// trust             vertrauen
// check             Prüfung; verifier: Prüfprogramm; to verify: prüfen
// outcome           bestanden, fehlgeschlagen, nicht geprüft, zu beachten
// verdict           Urteil: verifiziert, stimmig, unsigniert, ungültig, unlesbar
//                   (verified, consistent, unsigned, broken, unreadable)
// coverage          Abdeckung: signiert, abgeleitet, gebunden, Signaturteil, mit Prüfsumme, nicht abgedeckt
//                   (signed, derived, bound, proof, checksummed, not covered)
// claim             Angabe
// value, leaf       Wert; place: Stelle; member: Eintrag
// canonical form    kanonische Form
// merge             Zusammenführung; replay: Schritt für Schritt
// equivocation      Äquivokation
// timestamp proof   Zeitstempelnachweis, kurz Nachweis; attestation: Bestätigung; calendar: Kalender
// block header      Blockkopf; merkle root: Merkle-Wurzel; target: Zielwert
// report            Bericht; to reproduce: wieder ergeben
import type { Catalogue } from "../catalogue.ts";
import { bench } from "./bench.ts";
import { checker, opinion } from "./checker.ts";
import { comparison } from "./comparison.ts";
import { count } from "./counted.ts";
import { coverage } from "./coverage.ts";
import { desk } from "./desk.ts";
import { elements } from "./elements.ts";
import { evidence } from "./evidence.ts";
import { graph } from "./graph.ts";
import { hand } from "./hand.ts";
import { help } from "./help.ts";
import { number } from "./number.ts";
import { page } from "./page.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { sentences } from "./sentences.ts";
import { share } from "./share.ts";
import { trust } from "./trust.ts";

export const de: Catalogue = {
  tag: "de",
  direction: "ltr",
  count,
  checker,
  coverage,
  desk,
  opinion,
  page,
  number,
  share,
  elements,
  evidence,
  help,
  bench,
  comparison,
  graph,
  hand,
  replay,
  trust,
  report,
  sentences,
};
