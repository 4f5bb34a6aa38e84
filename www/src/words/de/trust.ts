import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const trust: Catalogue["trust"] = {
  title: "Vertrauenswürdige Schlüssel",
  about:
    "Eine Signatur zeigt, dass jemand signiert hat, der einen bestimmten Schlüssel hat. Wem der Schlüssel gehört, können nur Sie sagen, indem Sie Schlüssel nennen, die Sie von anderswo kennen. Der Schlüssel des Registers ist in diese Seite eingebaut.",
  inForce: "Geltende Schlüssel",
  inForceIs: (keys) => counted(keys, "geltender Schlüssel", "geltende Schlüssel"),
  none: "Es gilt kein Schlüssel, also kann keine Signatur sagen, wer signiert hat.",
  notInForce: "Kein Schlüssel gilt, bis der Fehler unten behoben ist.",
  entry: {
    noName: "Ein Schlüssel ohne Kennung",
    builtIn: "eingebaut",
    own: "Ihr eigener",
    status: "Status",
    window: "Gilt",
    always: "zu jeder Zeit",
    from: "ab {from}",
    until: "bis {until}",
    between: "ab {from} bis {until}",
    fingerprint: "Fingerabdruck",
    source: "Bekannt aus",
    note: "Anmerkung",
    remove: "Entfernen",
    removeOf: (key) => `: Schlüssel ${count(key)}`,
  },
  removed: "Der Schlüssel wurde entfernt.",
  builtIn: "Dem eingebauten Schlüssel des Registers vertrauen",
  keys: "Ihre eigenen Schlüssel",
  keysHint:
    "64 hexadezimale Ziffern je Zeile oder das JSON eines Schlüssels, eines Spiegelverzeichnisses oder eines Schlüsselbunds. Was hier steht, gilt sofort.",
  keysFailed: (problem) => `Das wurde nicht übernommen, und nichts wird damit geprüft: ${problem}`,
  key: (number) => `Schlüssel ${count(number)}`,
  import: "Einen Schlüsselbund aus einer Datei hinzufügen",
  importFailed: (problem) => `Aus dieser Datei wurde nichts hinzugefügt: ${problem}`,
  imported: "Hinzugefügt.",
  at: "Wann es das Dokument gab, soweit Sie es wissen",
  atHint:
    "Für Schlüssel, die außer Dienst sind oder nur für eine bestimmte Zeit gelten. Datum und Uhrzeit in UTC, etwa 2026-06-01T00:00:00Z. Lassen Sie es leer, wenn Sie es nicht wissen.",
  atFailed: (problem) => `Diese Zeit wurde nicht übernommen, und nichts wird damit geprüft: ${problem}`,
  export: "Diesen Schlüsselbund speichern",
  exportHint: "Eine Datei, die diese Seite und die Befehlszeile wieder annehmen.",
  exported: "Als pith-key-ring.json gespeichert.",
  exportFailed: (problem) => `Er wurde nicht gespeichert: ${problem}`,
};
