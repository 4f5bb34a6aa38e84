import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const values = (number: number) => counted(number, "valor", "valores");

export const coverage: Catalogue["coverage"] = {
  title: "Qué está cubierto",
  signed: (signed, all) => {
    if (all === 1) return signed === 1 ? "El único valor está firmado" : "El único valor no está firmado";
    if (signed === 0) return `Ninguno de los ${count(all)} valores está firmado`;
    return `${count(signed)} de ${count(all)} valores ${signed === 1 ? "está firmado" : "están firmados"}`;
  },
  count,
  filter: "Qué valores enumerar",
  all: { label: "Todos los valores", means: "en el orden del documento" },
  search: "Buscar un lugar o un valor",
  unfold: "Desplegar todo",
  fold: "Plegar todo",
  tree: "Valores del documento",
  listed: (listed, all) =>
    listed === all
      ? counted(all, "valor enumerado", "valores enumerados")
      : `${count(listed)} de ${values(all)} en la lista`,
  none: "Ningún valor del documento corresponde.",
  unprinted: (all) =>
    `La lista es demasiado larga para imprimirla aquí (${values(all)}). El informe guardado la contiene entera.`,
  gone: "El verificador ya no tiene la lista de valores. Compruebe de nuevo el documento para verla.",
  whole: "todo el documento",
  unnamed: "nombre vacío",
  inside: {
    signed: (number) => counted(number, "firmado", "firmados"),
    derived: (number) => counted(number, "derivado", "derivados"),
    bound: (number) => counted(number, "vinculado", "vinculados"),
    signature: (number) => `${count(number)} de una prueba`,
    checksummed: (number) => `${count(number)} con suma de control`,
    uncovered: (number) => `${count(number)} sin cobertura`,
  },
  by: "{class} con {keys}",
  byMore: (more) => `{class} con {keys} y ${count(more)} más`,
  detail: {
    title: "Este valor",
    titleInside: "Esta parte del documento",
    choose: "Elija una línea para ver qué la protege.",
    place: "Lugar",
    value: "Valor",
    class: "Protección",
    keys: (keys) => (keys === 1 ? "Firmado con" : `Firmado con ${count(keys)} claves`),
    checks: (checks) => (checks === 0 ? "Comprobaciones" : counted(checks, "comprobación", "comprobaciones")),
    noChecks: "Ninguna llega a él",
    moreChecks: (shown, rest) => `Mostrar más: ${count(shown)} de ${count(rest)}`,
    inside: "En ella",
    part: (from, to, length) => `Caracteres ${count(from)} a ${count(to)} de ${count(length)}`,
    earlier: "Parte anterior",
    later: "Parte posterior",
  },
};
