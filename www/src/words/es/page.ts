import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

export const page: Catalogue["page"] = {
  title: "Verificador Pith",
  skip: "Ir a la parte principal",
  language: "Idioma",
  languageFailed: "No se pudo cargar este idioma.",
  checkAnother: "Comprobar otro",
  checking: "Comprobando…",
  about: {
    title: "Qué se comprueba.",
    text: "El archivo se lee estrictamente como JSON. Cada parte que se firmó o a la que se aplicó un hash se escribe de nuevo en forma canónica, se calcula y se compara su SHA-256, cada firma Ed25519 se comprueba con la clave que nombra, y el estado se reconstruye a partir de los eventos. Aquello para lo que nadie ha publicado una regla figura como sin comprobar.",
    offline: "Una vez cargada, esta página funciona sin red: puede desconectarse antes.",
  },
  letGo: "Suelte para comprobar este documento",
  single: {
    oneOf: (documents) => `Uno de ${count(documents)} documentos.`,
    back: "Volver a la comparación",
  },
  error: {
    title: "Error de la herramienta",
    means: "Esto no dice nada sobre el documento: no está ni verificado ni inválido.",
    notLoaded: (problem) =>
      `No se pudo cargar el verificador (${problem}). Recargue esta página para intentarlo de nuevo.`,
    notRead: (problem) =>
      `No se pudo leer el archivo (${problem}). Una carpeta no se puede comprobar, solo un archivo.`,
    stopped: (problem) => `El verificador se detuvo (${problem}). Se ha reiniciado; puede comprobar otro.`,
    notRun: (problem) =>
      `No se pudo ejecutar el verificador (${problem}). Recargue esta página para intentarlo de nuevo.`,
    notCompared: (problem) => `Estos documentos no se compararon: ${problem}`,
    badKey: (problem) =>
      `No se comprobó nada, porque no se pudo leer una clave de confianza o su hora: ${problem}`,
  },
  announced: {
    verdict: (word, sentence) => `Veredicto: ${word}. ${sentence}`,
    comparison: (word, sentence) => `Comparación: ${word}. ${sentence}`,
    error: (message) => `Error de la herramienta. ${message}`,
  },
  input: {
    title: "Comprobar un documento Pith",
    titleAgain: "Comprobar otro documento",
    lead: "Entregue un paquete, una ficha o un estado. Cada digest y cada firma se calcula de nuevo en su navegador, y usted ve qué se cumple.",
    leadAgain: "Un documento nuevo ocupa el lugar de este informe.",
    drop: "Suelte un archivo en cualquier lugar de esta página",
    several: "Varios archivos a la vez se comparan entre sí.",
    open: "Abrir un archivo",
    paste: "o péguelo en cualquier lugar con {keys}",
    control: "Ctrl",
    text: "O ponga aquí su texto",
    check: "Comprobar este texto",
  },
  sample: {
    bundle: "Paquete",
    record: "Ficha",
    state: "Estado solo",
    snapshot: "Instantánea del grafo",
    manifest: "Manifiesto de espejos",
    changed: "Paquete modificado",
  },
  sampleAbout: {
    events: "Lo que dan en conjunto los eventos del primer paquete, sin la firma de este",
    mirrors: "Dónde se pueden obtener paquetes, y con qué clave están firmados",
    changed: "El primer paquete con una palabra del título cambiada: vea qué deja de cumplirse",
  },
  proofs: {
    title: "Pruebas de sello de tiempo",
    about:
      "Una prueba de OpenTimestamps (un archivo que termina en .ots) muestra que un digest existía antes de un bloque de Bitcoin. Suéltela en esta página junto con el documento, o elíjala aquí.",
    add: "Añadir una prueba",
    remove: "Quitarlas",
    headers:
      "Cabeceras de bloques de Bitcoin, de una fuente en la que confíe: 160 dígitos hexadecimales por línea",
  },
  requests: {
    promise: "Nada sale de este equipo.",
    asked: "Los documentos se quedan en este equipo; se pidió uno a un servidor que usted permitió.",
    since: (all, own) => {
      const since = `${counted(all, "petición", "peticiones")} desde que se cargó esta página`;
      if (own === 0) return `${since}.`;
      return own === all
        ? `${since}, de ${all === 1 ? "un archivo" : "archivos"} de esta página.`
        : `${since}, ${count(own)} de ellas de ${own === 1 ? "un archivo" : "archivos"} de esta página.`;
    },
  },
  save: {
    title: "Conservar el informe",
    as: (form) => `Guardar como ${form}`,
    json: "para que cualquiera lo haga de nuevo: se suelta aquí junto con el documento",
    markdown: "para notas y correo",
    html: "una sola página para el expediente de una evaluación",
  },
};
