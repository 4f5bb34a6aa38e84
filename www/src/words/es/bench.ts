import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const bench: Catalogue["bench"] = {
  title: "Banco de alteraciones",
  about:
    "Cambie una copia de este documento y vea qué se nota. La copia se comprueba mientras escribe, con el mismo verificador. Se queda en este banco: no forma parte del informe, y desde aquí no se puede guardar ni compartir.",
  open: "Poner una copia en el banco",
  tooLarge: (most) =>
    `El banco es para documentos de hasta ${count(most)} bytes. Este es más largo, así que no se pone aquí ninguna copia de él.`,
  notText: "El banco necesita un texto, y los bytes de este documento no lo son (no son UTF-8).",
  mark: "Copia modificada, no el documento",
  tamperings: "Cambios preparados",
  tampering: {
    title: "Cambiar una letra del título",
    date: "Cambiar una fecha",
    signature: "Intercambiar dos dígitos de una firma",
    event: "Quitar un evento",
    counter: "Aumentar un contador",
    uncovered: "Cambiar un valor que nada cubre",
    member: "Añadir un miembro sin firmar",
    layout: "Poner cada valor en su propia línea",
  },
  gone: "Lo que esto cambia ya no está en la copia. Reponga primero el documento.",
  text: "Texto de la copia",
  hidden:
    "Este texto contiene caracteres que no se ven, que cambian el orden de otros o que se parecen a otros. En el campo figuran tal como son; en el resto de esta página se escriben de forma visible.",
  back: "Reponer el documento",
  checking: "Comprobando…",
  copyIs: "Copia modificada: {word}",
  documentIs: (word) => `El documento mismo: ${word}.`,
  same: "Ninguna diferencia: la copia vuelve a ser el documento, byte por byte.",
  layout:
    "Solo difieren espacios en blanco entre valores. Los digests se calculan sobre una forma que no los tiene.",
  changed: (removed, added, line, column) => {
    const place = `en la línea ${count(line)}, columna ${count(column)}`;
    if (removed === 0) return `${counted(added, "carácter añadido", "caracteres añadidos")} ${place}.`;
    if (added === 0) return `${counted(removed, "carácter quitado", "caracteres quitados")} ${place}.`;
    return `${counted(removed, "carácter sustituido", "caracteres sustituidos")} por ${count(added)}, el primero ${place}.`;
  },
  inDocument: "En el documento",
  inCopy: "En la copia",
  nothing: "nada",
  place: "Lugar",
  is: "Allí es",
  unnoticed:
    "Ninguna comprobación nota este cambio. Lo que ni una firma ni un digest cubre, cualquiera puede cambiarlo sin dejar rastro.",
  sameChecks: "Cada comprobación da el mismo resultado que con el documento mismo.",
  failed: (checks) => counted(checks, "comprobación falla", "comprobaciones fallan"),
  more: (checks) => `y ${count(checks)} más`,
  error: (problem) => `La copia no se comprobó (${problem}). Esto no dice nada sobre ella.`,
  copyTooLarge: (most) => `La copia ha superado los ${count(most)} bytes y ya no se comprueba.`,
};
