import type { Catalogue } from "../catalogue.ts";

export const hand: Catalogue["hand"] = {
  title: "Texto en mano",
  about:
    "¿Trata este documento del artículo que usted tiene? Copie el título, el resumen o un identificador de su ejemplar, tal como está impreso en él. Se tienen en cuenta los saltos de línea, los guiones y las comillas de la impresión.",
  field: "Esto es",
  text: "Su texto",
  ask: "Comparar",
  empty: "Todavía no hay nada que comparar: ponga aquí el texto.",
  failed: (problem) => `Esto no se comparó: ${problem}`,
  asked: "Usted dio {text} como {field}.",
  label: (label) => `${label}.`,
  worth: "Qué valor tiene eso",
  steps: "Después de estos cambios",
  expected: "El documento tiene",
  computed: "El suyo da",
  pointer: "Comparado con",
  class: "Que es",
  verdict: "Veredicto sobre el documento",
};
