import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const bytes = (number: number) => counted(number, "byte", "bytes");

export const evidence: Catalogue["evidence"] = {
  text: {
    more: (step, rest) => `Mostrar más: ${count(step)} de ${count(rest)} caracteres`,
  },
  compare: {
    firstOf: (character, first, second) =>
      `Primera diferencia en el carácter ${count(character)}: primero ${first}, luego ${second}.`,
    around: "Mostrar más alrededor de la diferencia",
    copy: (which) => `Copiar «${which}»`,
  },
  copy: {
    copied: "Copiado",
    selected:
      "Este navegador no deja copiar a la página. El texto está seleccionado: pulse Ctrl C, o ⌘ C en un Mac.",
    refused:
      "Este navegador no deja copiar a la página, y el texto es demasiado largo para seleccionarlo. Guárdelo en su lugar.",
    place: "Copiar el lugar",
    sha256: "Copiar el SHA-256",
    key: "Copiar la clave",
    command: "Copiar la orden",
    text: "Copiar el texto",
    hex: "Copiar los dígitos hexadecimales",
    message: "Copiar lo que se firmó",
    signature: "Copiar la firma",
    fingerprint: "Copiar la huella",
    number: "Copiar el número Pith",
  },
  bytes: {
    hashed: "Datos del hash",
    canonical: (number) => `${bytes(number)}: la forma canónica de {place}.`,
    without: (number) => `${bytes(number)}: la forma canónica de {place}, sin {members}.`,
    within: (number) =>
      `${bytes(number)} a partir de {place}: el texto {text}, con una forma canónica en lugar de cada «…».`,
    sha256: "Su SHA-256",
    show: "Los bytes exactos a los que se aplicó el hash",
    asked: "Calculándolos una vez más…",
    failed: (problem) => `No se pudieron obtener: ${problem}`,
    nobody: "El documento ya no está disponible.",
    form: "Mostrar los bytes como",
    text: "Texto",
    hex: "Hexadecimal",
    range: (from, to, all) => `Bytes ${count(from)} a ${count(to)} de ${bytes(all)}.`,
    whole: (all) => (all === 1 ? "El único byte." : `Todos los bytes: ${count(all)}.`),
    next: "Mostrar los 4 KB siguientes",
    previous: "Mostrar los 4 KB anteriores",
    save: "Guardar estos bytes",
    dump: "Posición, 16 bytes en hexadecimal y los mismos bytes como ASCII",
  },
  signed: {
    show: "La firma que se probó",
    about:
      "Una firma Ed25519 sobre 32 bytes, que son un digest SHA-256. Cualquier programa de Ed25519 da la misma respuesta para estos tres valores.",
    message: "Firmado, 32 bytes",
    signature: "Firma, 64 bytes",
    key: "Clave pública, 32 bytes",
  },
  input: {
    paste: "Pegar",
    samples: "O tome un ejemplo",
  },
  contents: {
    title: "En esta página",
    at: (section) => `En esta página: ${section}`,
  },
};
