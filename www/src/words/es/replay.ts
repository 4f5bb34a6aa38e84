import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const entries = (number: number) => counted(number, "elemento", "elementos");
const orders = (number: number) => counted(number, "orden aleatorio", "órdenes aleatorios");

export const replay: Catalogue["replay"] = {
  title: "La fusión",
  events: "Los eventos, en el orden de la fusión",
  applied: "Aplicado:",
  notApplied: "No aplicado:",
  noType: "un evento sin tipo",
  dated: "Su firmante lo fecha en {time}.",
  details: "Qué cambió",
  detailsOf: (step) => `, evento ${count(step)}`,
  place: "Lugar",
  identifier: "Identificador",
  nowInState: "Ahora en el estado",
  nothingChanged: "Nada: el estado es como antes.",
  show: "Mostrar el estado después de él",
  more: (shown, rest) => `Mostrar más: ${count(shown)} de ${counted(rest, "paso", "pasos")}`,
  slider: {
    label: "Paso",
    first: "Primero",
    previous: "Anterior",
    next: "Siguiente",
    last: "Último",
    at: (step, steps, type, applied) =>
      `Paso ${count(step)} de ${count(steps)}: ${type}, ${applied ? "aplicado" : "no aplicado"}`,
    after: (step, steps) => `Después del paso ${count(step)} de ${count(steps)}`,
  },
  state: {
    title: "El estado después de él",
    added: "añadido",
    changed: "cambiado",
    entries,
    members: (number) => counted(number, "miembro", "miembros"),
    unchanged: (number) => `${entries(number)} como antes`,
    more: (values) => `y ${counted(values, "valor más", "valores más")}`,
    whole: "Como texto JSON",
    tooLong: "El estado es demasiado largo para mostrarlo aquí. Lo que este paso puso en él:",
    absent:
      "En una fusión tan larga el informe no contiene el estado después de cada paso, solo lo que cambió cada paso:",
  },
  end: "El estado reconstruido",
  endDiffers: "El estado declarado y el reconstruido",
  sha256: "Su state_sha256",
  shuffle: {
    title: "En cualquier orden",
    about: (number) =>
      `Quien reúne los eventos puede recibirlos en cualquier orden, y el estado no debe depender de ello. Aquí se fusionan en ${orders(number)} y se comparan los digests de lo que resulta.`,
    start: "Fusionar en órdenes aleatorios",
    again: "Fusionar en otros órdenes aleatorios",
    working: "Fusionando…",
    same: (number, events) =>
      `${orders(number)} de ${counted(events, "evento", "eventos")} ${number === 1 ? "da" : "dan"} un solo estado. Ninguno difiere.`,
    differs: (differing, number) =>
      `${count(differing)} de ${orders(number)} ${differing === 1 ? "da" : "dan"} otro estado.`,
    one: "Solo hay un evento, así que solo hay un orden.",
    failed: (problem) => `Los eventos no se fusionaron en otros órdenes (${problem}).`,
    orders: "Los órdenes, y lo que dio cada uno",
    numbers: "Los números cuentan los eventos como los enumera el documento.",
    order: "Orden de llegada",
    digest: "state_sha256",
    result: "Resultado",
    equal: "el mismo",
    different: "otro estado",
    rest: (events) => `y ${count(events)} más`,
  },
};
