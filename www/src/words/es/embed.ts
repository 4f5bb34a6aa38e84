import type { MatchWord } from "../../report.ts";
import type { EmbedWords } from "../embed.ts";

const answer: Record<MatchWord, string> = {
  matches: "Este documento trata del artículo que nombra esta página",
  near_miss: "No es del todo el artículo que nombra esta página",
  differs: "Este documento trata de otro artículo que esta página",
  not_comparable: "No se puede saber si este documento trata del artículo que nombra esta página",
};

const short: Record<MatchWord, string> = {
  matches: "sobre el artículo de esta página",
  near_miss: "no del todo el artículo de esta página",
  differs: "no es el artículo que nombra esta página",
  not_comparable: "no comparable con el artículo de esta página",
};

export const embed: EmbedWords = {
  loading: "Se está cargando el documento…",
  again: "Intentarlo de nuevo",
  here: "Comprobado en este navegador, por código que cargó esta página.",
  hereMeans: "Quien hace una página decide lo que muestra, también este resultado.",
  ownKeys:
    "En qué claves se confía aquí lo ha elegido esta página; puede que otro verificador no las conozca.",
  independently: "Comprobar de forma independiente",
  independentlyAbout: (host) =>
    `en una pestaña nueva, con el verificador de ${host}; el documento va con el enlace, después de la #, que los navegadores no envían a ningún servidor.`,
  tooLarge: (host) =>
    `en una pestaña nueva, con el verificador de ${host}. El documento es demasiado grande para un enlace: guárdelo y suelte allí el archivo.`,
  save: "Guardar el documento",
  number: "Número Pith",
  numberIs: "tal como lo declara el documento",
  noNumber: "el documento no declara ninguno",
  from: "Documento",
  inline: "está en esta página",
  page: {
    answer,
    short,
    partly: "Este documento concuerda con lo que nombra esta página, hasta donde eso llega",
    unreadable: "El archivo no se pudo leer como documento, así que no se comparó con esta página.",
    nothing:
      "Esta página no nombra ningún DOI ni identificador que se pueda comparar: nadie ha comprobado si el documento le corresponde.",
    nothingShort: "no comparado con esta página",
    comparing: "Se está comparando con lo que nombra esta página.",
    named: {
      citation_doi: "DOI de esta página (citation_doi): {text}",
      citation_arxiv_id: "Identificador de arXiv de esta página (citation_arxiv_id): {text}",
      "dc.identifier": "Identificador de esta página (DC.identifier): {text}",
      doi: "DOI que esta página da para el documento: {text}",
      number: "Lo que pide esta página: {text}",
    },
    unknown: "Esto no es ni un DOI ni un identificador de arXiv ni un número Pith, así que no se comparó.",
  },
  badge: {
    details: "Detalles",
    close: "Cerrar",
    title: "Documento Pith",
    other: "Otro artículo",
    error: "No comprobado",
    here: "comprobado en este navegador por el código de esta página",
  },
  error: {
    title: "No comprobado",
    no_document:
      "No hay nada que comprobar: este elemento no tiene ni src ni number ni un documento dentro. Quien hace esta página puede remediarlo.",
    bad_address: (address) =>
      `La dirección del documento no es ni http ni https: ${address}. Quien hace esta página puede remediarlo.`,
    bad_number: (text) =>
      `Esto no es ni un número Pith ni un identificador de arXiv ni un DOI de arXiv, así que no se le conoce ninguna dirección: ${text}`,
    policy: (host) =>
      `La política de seguridad de esta página (connect-src) no le permite preguntar a ${host}. Quien hace esta página puede permitirlo allí o poner el documento en la página.`,
    blocked: (host) =>
      `${host} no dio nada que esta página pueda leer. O no se puede acceder a él, o no permite que otros sitios lean sus respuestas; el navegador no dice cuál de las dos cosas. Un servidor lo permite con la cabecera Access-Control-Allow-Origin (CORS). Sin ella, quien hace esta página puede guardar una copia del documento en este sitio o ponerlo en la página.`,
    unreachable: (host) => `No se pudo acceder a ${host}, o se cortó la conexión.`,
    offline:
      "Este dispositivo está sin conexión. La comprobación empieza por sí sola en cuanto haya red de nuevo.",
    web_page: (host) =>
      `${host} dio una página web y no un documento: la dirección lleva a una página para personas o a una que pide iniciar sesión.`,
    not_loaded: (problem) =>
      `No se pudo cargar el verificador (${problem}). Recargue esta página. Si sigue así: un sitio debe dejar que el navegador cargue y ejecute los archivos del verificador (script-src con 'wasm-unsafe-eval', connect-src).`,
  },
};
