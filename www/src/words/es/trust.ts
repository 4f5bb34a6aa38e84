import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const trust: Catalogue["trust"] = {
  title: "Claves de confianza",
  about:
    "Una firma muestra que firmó quien tiene cierta clave. De quién es la clave solo puede decirlo usted, nombrando claves que conoce por otra vía. La clave del registro está incorporada en esta página.",
  inForce: "Claves en vigor",
  inForceIs: (keys) => counted(keys, "clave en vigor", "claves en vigor"),
  none: "No hay ninguna clave en vigor, así que ninguna firma puede decir quién firmó.",
  notInForce: "No hay ninguna clave en vigor hasta que se corrija lo que está mal abajo.",
  entry: {
    noName: "Una clave sin identificador",
    builtIn: "incorporada",
    own: "propia",
    status: "Situación",
    window: "Vale",
    always: "en cualquier momento",
    from: "desde {from}",
    until: "hasta {until}",
    between: "desde {from} hasta {until}",
    fingerprint: "Huella",
    source: "Conocida por",
    note: "Nota",
    remove: "Quitar",
    removeOf: (key) => `: clave ${count(key)}`,
  },
  removed: "Se quitó la clave.",
  builtIn: "Confiar en la clave incorporada del registro",
  keys: "Sus propias claves",
  keysHint:
    "64 dígitos hexadecimales por línea, o el JSON de una clave, de un manifiesto de espejos o de un llavero. Lo que figure aquí vale de inmediato.",
  keysFailed: (problem) => `Esto no se aceptó, y no se comprueba nada con ello: ${problem}`,
  key: (number) => `clave ${count(number)}`,
  import: "Añadir un llavero desde un archivo",
  importFailed: (problem) => `No se añadió nada de este archivo: ${problem}`,
  imported: "Añadido.",
  at: "Cuándo existía el documento, que usted sepa",
  atHint:
    "Para claves retiradas o que solo valen para un período. Fecha y hora en UTC, como 2026-06-01T00:00:00Z. Déjelo vacío si no lo sabe.",
  atFailed: (problem) => `Esta hora no se aceptó, y no se comprueba nada con ella: ${problem}`,
  export: "Guardar este llavero",
  exportHint: "Un archivo que esta página y la línea de órdenes vuelven a aceptar.",
  exported: "Guardado como pith-key-ring.json.",
  exportFailed: (problem) => `No se guardó: ${problem}`,
};
