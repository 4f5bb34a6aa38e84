import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const share: Catalogue["share"] = {
  make: "Crear un enlace a este documento",
  about: (most) =>
    `todo el documento en la propia dirección, para quien usted se la dé; hasta ${count(most)} caracteres`,
  link: "El enlace",
  copy: "Copiar el enlace",
  whoever: "Quien tiene este enlace tiene el documento.",
  made: (characters) =>
    `Tiene ${count(characters)} caracteres. El documento figura después de #, parte que los navegadores no envían a ningún servidor; los programas con los que envíe el enlace sí la ven.`,
  withName: "El nombre del archivo va con él: {name}",
  verdictNot:
    "El veredicto no está en él: quien lo abre hace comprobar de nuevo el documento, con sus propias claves.",
  tooLarge: (characters, most) =>
    `Demasiado grande para un enlace: tendría ${count(characters)} caracteres, y el máximo es ${count(most)}, que todos los programas corrientes transmiten. Envíe en su lugar el archivo.`,
  farTooLarge: (bytes, most) =>
    `Demasiado grande para un enlace: el documento tiene ${count(bytes)} bytes, y el máximo es ${count(most)}. Envíe en su lugar el archivo.`,
  noUtf8:
    "En este texto hay medio carácter (un sustituto sin pareja), así que no son bytes que un enlace pueda llevar.",
  failed: (problem) => `No se pudo crear el enlace (${problem}).`,
  fromLink: "Este documento venía en el propio enlace: no se pidió a nadie, y se comprobó aquí.",
  called: "El enlace lo llama {name}",
  fault: {
    version:
      "El enlace tiene una forma que esta página no conoce. Una versión más nueva de esta página puede conocerla.",
    encoding: "El enlace está dañado: tiene caracteres que no corresponden ahí. Cópielo de nuevo entero.",
    damaged:
      "El enlace está dañado: quedó cortado, o se cambió o añadió algo en él. Cópielo de nuevo entero.",
    tooLong: (characters, most) =>
      `El enlace es más largo que cualquiera de los que crea esta página: ${count(characters)} caracteres después de #, y se leen ${count(most)} como máximo.`,
    tooLarge: (most) => `Lo que hay en el enlace pasa a ser más de ${count(most)} bytes. No se leyó.`,
  },
  print: "Imprimir",
  printAbout: "esta página, con todo desplegado lo que necesita el expediente de una evaluación",
};
