import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const digests = (number: number) => counted(number, "digest", "digests");
const signatures = (number: number) => counted(number, "firma", "firmas");

export const checker: Catalogue["checker"] = {
  heading: "Sobre este verificador",
  version: "Versión",
  digest: "SHA-256 del wasm que se ejecuta aquí",
  noDigest: "no calculado: este navegador no ofrece SHA-256 a una página sin HTTPS",
  rebuild:
    "Cualquiera puede volver a construirlo: con el código fuente de esta versión, ejecute {command}. Escribe el SHA-256 del wasm que resulta; compárelo con el de arriba.",
  selfTest: "Autocomprobación",
  testing: "en curso",
  tested: (documents) =>
    documents === 1
      ? "superada: 1 documento conocido, bueno o malo, se juzgó como se esperaba al abrir esta página"
      : `superada: ${count(documents)} documentos conocidos, buenos o malos, se juzgaron como se esperaba al abrir esta página`,
  misjudged: (names) => `FALLIDA: ${names}`,
  offline: "Sin red",
  waiting: "se están guardando en este equipo los archivos de la propia página",
  kept: "funciona: los archivos de la propia página están guardados en este equipo",
  newer: "funciona; hay además una versión más nueva de esta página",
  takeNewer: "Usar la versión más nueva",
  unavailable:
    "funciona hasta que se cierre esta página: este navegador no guarda sus archivos, o la página llegó sin HTTPS",
  single: "funciona: esta página es un solo archivo y no pide nada",
  fileDigest:
    "Esta página es un solo archivo. La orden escribe también su SHA-256; en su equipo lo da {command}.",
  refuses: (name, expected, found) =>
    `El verificador no superó su propia prueba, así que no da veredictos. Se le dio ${name} y debía haber encontrado ${expected}; encontró ${found}. Recargue esta página; si sigue igual, use otro navegador y comuníqueselo a quien mantiene esta página.`,
  notTested: (why) =>
    `El verificador no pudo comprobarse a sí mismo (${why}), así que no da veredictos. Recargue esta página.`,
};

export const opinion: Catalogue["opinion"] = {
  heading: "Segunda opinión",
  agrees: (ofDigests, ofSignatures) =>
    `Se preguntó a SHA-256 y Ed25519 del propio navegador por ${digests(ofDigests)} y ${signatures(ofSignatures)} con comprobación superada, y coinciden en todo.`,
  agreesOnDigests: (number) =>
    `Se preguntó a SHA-256 del propio navegador por ${digests(number)} con comprobación superada, y coincide en todo. El navegador no tiene un Ed25519 propio al que preguntar por firmas.`,
  nothing: "No se superó nada por lo que se pudiera preguntar a SHA-256 y Ed25519 del propio navegador.",
  none: "Ninguna: este navegador no ofrece SHA-256 ni Ed25519 propios a una página sin HTTPS.",
  left: (ofDigests, ofSignatures) =>
    `El documento es demasiado grande para preguntar por todo: no se preguntó por ${digests(ofDigests)} más ni por ${signatures(ofSignatures)} más.`,
  scope:
    "Trata de los mismos bytes: cómo se leyó y se volvió a escribir el documento es solo palabra de este verificador.",
  disagrees: (checks) =>
    `Dos programas discrepan sobre este documento, así que no hay veredicto. SHA-256 o Ed25519 del propio navegador dice otra cosa en ${counted(checks, "comprobación que este verificador dio por superada", "comprobaciones que este verificador dio por superadas")}. Uno de los dos se equivoca, o algo interfiere en este navegador. Use otro navegador o la línea de órdenes, y comuníqueselo a quien mantiene esta página.`,
};
