import type { LinkName, PartName } from "../../elements/graph/evidence.ts";
import type { Outcome } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const part: Record<Exclude<PartName, "event" | "event_digest" | "key">, string> = {
  document: "Todo el documento",
  record: "Ficha canónica",
  paper: "Título y resumen",
  record_digest: "Digest de la ficha",
  number: "Número Pith",
  names: "Número corto y alias",
  receipt: "Recibo",
  sections: "Secciones del grafo",
  findings: "Sección de integridad",
  section_digests: "Digests de las secciones",
  state: "Estado fusionado",
  state_digest: "Digest del estado",
  bundle_digest: "Digest del paquete",
  proofs: "Pruebas de sello de tiempo",
  listed_key: "Clave que enumera el documento",
  ring: "Llavero",
};

const link: Record<LinkName, string> = {
  form: "Tipo y versión",
  listed_events: "Eventos que enumera",
  document_source: "Fuente repetida",
  record_form: "Versión",
  title: "Título frente a su hash",
  abstract: "Resumen frente a su hash",
  record_digest: "Digest calculado de nuevo",
  number: "Hecho a partir del digest",
  names: "Hechos a partir de ambos",
  receipt_digest: "Digest repetido",
  receipt_signature: "Firma del recibo",
  event_form: "Lo que dice de sí mismo",
  event_record: "Repetido de la ficha",
  event_digest: "Digest calculado de nuevo",
  event_signature: "Firma del evento",
  sections_source: "Fuente repetida",
  section_digest: "Digests calculados de nuevo",
  findings_digest: "Digest calculado de nuevo",
  state_form: "Tipo y versión",
  state_counts: "Recuentos y orden",
  state_record: "Repetido de la ficha",
  rebuilt: "Reconstruido con los eventos",
  state_digest: "Digest calculado de nuevo",
  bundle_digest: "Digest calculado de nuevo",
  bundle_signature: "Firma del paquete",
  proofs: "Pruebas que contiene",
  spelling: "Escrituras y huella",
  trust: "De quién es la clave",
};

const outcome: Record<Outcome, string> = {
  passed: "superada",
  failed: "fallida",
  not_checked: "sin comprobar",
  noted: "observación",
};
const outcomes: Record<Outcome, string> = {
  passed: "superadas",
  failed: "fallidas",
  not_checked: "sin comprobar",
  noted: "observaciones",
};

const events = (of: number) => counted(of, "evento", "eventos");

export const graph: Catalogue["graph"] = {
  title: "Cómo se relaciona todo",
  about:
    "Cada recuadro es una parte del documento, o algo calculado a partir de una. Cada línea es una comprobación, o varias: va de aquello con que se calculó a aquello con que se comparó. Elija un rótulo para ir a su comprobación.",
  picture: "Partes del documento y las comprobaciones entre ellas",
  part,
  link,
  outcome,
  event: (number) => `Evento ${count(number)}`,
  events,
  failingEvents: (of) => counted(of, "evento más con fallos", "eventos más con fallos"),
  otherEvents: (of) => `${events(of)} de varios tipos`,
  unplacedEvents: "Eventos",
  eventDigest: (number) => `Digest del evento ${count(number)}`,
  eventDigests: (of) => `Digests de ${events(of)}`,
  failingEventDigests: (of) => `Digests de ${counted(of, "evento más con fallos", "eventos más con fallos")}`,
  otherEventDigests: (of) => `Digests de ${events(of)} de varios tipos`,
  unplacedEventDigests: "Digests de los eventos",
  key: (number) => `Clave ${count(number)}`,
  otherKeys: (of) => counted(of, "clave más", "claves más"),
  noKey: "Ninguna clave que se pudiera usar",
  ringKeys: (of) => `${counted(of, "clave", "claves")} de confianza aquí`,
  ofType: (events, type) => `${events} de tipo ${type}`,
  tally: (all) => {
    const found = (["failed", "noted", "not_checked", "passed"] as const).filter((each) => all[each] > 0);
    const isOne = found.length === 1 && found.every((each) => all[each] === 1);
    const of = (each: Outcome) => counted(all[each], outcome[each], outcomes[each]).replaceAll(" ", "\u00a0");
    return found.map((each) => (isOne ? outcome[each] : of(each))).join(", ");
  },
  sentence: (name, tally, from, to) =>
    from.length === 0
      ? `${name}: ${tally}. Sobre «${to}».`
      : `${name}: ${tally}. De ${from.map((each) => `«${each}»`).join(", ")} a «${to}».`,
  list: "Lo mismo en forma de lista",
  saveSvg: "Guardar como SVG",
  savePng: "Guardar como PNG",
  saveFailed: "Este navegador no pudo dibujar la imagen como PNG. El SVG contiene lo mismo.",
  saved: {
    title: "Cómo se relaciona un documento Pith",
    document: (sha256) => `SHA-256 del documento: ${sha256}`,
    verifier: (verifier) => `Dibujado a partir del informe de ${verifier}`,
  },
};
