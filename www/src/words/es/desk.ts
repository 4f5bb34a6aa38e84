import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const documents = (number: number) => counted(number, "documento", "documentos");

/** «0,8», «62,4»: con la exactitud que es útil. */
function decimal(number: number): string {
  return number.toLocaleString("es", { maximumSignificantDigits: 3 });
}

/** «16 MB». */
function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "KB";
  return `${decimal(bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit])} ${unit}`;
}

/** «12 segundos», «5 minutos», «2 horas». */
function span(seconds: number): string {
  if (seconds < 1) return "un segundo";
  if (seconds < 100) return counted(Math.round(seconds), "segundo", "segundos");
  if (seconds < 100 * 60) return counted(Math.round(seconds / 60), "minuto", "minutos");
  return counted(Math.round(seconds / 3600), "hora", "horas");
}

export const desk: Catalogue["desk"] = {
  title: "Comprobación por lotes",
  about:
    "Cada documento se comprueba por separado, en este equipo. No se conserva nada de él salvo su línea aquí.",
  unloaded: "No se pudo cargar una parte de esta página. Recargue la página para intentarlo de nuevo.",

  unread: (problem) => `No se pudo volver a leer el documento (${problem}).`,

  looking: "Buscando los archivos.",
  refused: {
    keys: "No se comprobó nada, porque no se pudo leer una clave de confianza o su hora. Corríjala abajo, y la comprobación empezará.",
    verifier: "No se comprobó nada, porque no se pudo usar el verificador.",
  },
  progress: (done, all, exact) =>
    exact
      ? `Comprobados: ${count(done)} de ${documents(all)}.`
      : `Comprobados: ${count(done)} de unos ${documents(all)}.`,
  bar: "Documentos comprobados",
  rate: (number, bytes) => `${decimal(number)} documentos y ${size(bytes)} por segundo.`,
  left: (seconds) => `Tiempo restante aproximado: ${span(seconds)}.`,
  done: (number, seconds) =>
    number === 0
      ? "No contiene ningún documento."
      : `${counted(number, "documento comprobado", "documentos comprobados")} en ${span(seconds)}.`,
  stopped: (done, seconds) =>
    `Detenido después de ${documents(done)} y ${span(seconds)}. Lo que falta abajo no se comprobó.`,
  cut: (most) =>
    `Hay más documentos de los que esta página admite a la vez. Se comprueban los primeros ${count(most)}; use la línea de órdenes para los demás.`,
  marked: (files) =>
    files === 1
      ? "Un archivo de muchos documentos empieza con una marca de orden de bytes. Se omitió y no forma parte de la primera línea: {files}"
      : `${count(files)} archivos de muchos documentos empiezan con una marca de orden de bytes. Se omitió y no forma parte de su primera línea: {files}`,

  stop: "Detener",
  again: "Comprobar todos de nuevo",
  back: (number) => `Uno de ${documents(number)} de la comprobación por lotes.`,
  toDesk: "Volver a la comprobación por lotes",
  each: "Comprobar cada uno por separado",
  eachAbout: "Estos documentos se compararon entre sí.",
  folder: "Abrir una carpeta",
  takes:
    "Las carpetas, los archivos ZIP, los archivos con un documento en cada línea (.ndjson) y más de ocho archivos a la vez se comprueban uno por uno.",

  show: "Mostrar",
  all: "Todos",
  status: { tool_error: "Error de la herramienta", not_read: "No leído" },
  trust: {
    trusted: "de confianza",
    in_window: "de confianza para esa época",
    outside_window: "no para esa época",
    window_unproven: "época no probada",
    time_contradicted: "hora contradicha",
    retired: "retirada",
    revoked: "revocada",
    not_in_ring: "no está en el llavero",
    id_taken: "con el nombre de otra clave",
  },
  totals: (parts) => parts.map(({ status, documents }) => `${status}: ${count(documents)}`).join(", "),
  checking: (totals, done) =>
    totals === "" ? `Comprobados: ${count(done)}.` : `Comprobados: ${count(done)}. ${totals}.`,
  toolErrors:
    "Un error de la herramienta no dice nada sobre el documento: falló el verificador, y el documento no está ni verificado ni inválido.",
  stated: "Los números Pith y los eventos son lo que los documentos dicen de sí mismos.",

  find: "Buscar en las líneas",
  order: "Orden",
  descending: "Al revés",
  columns: {
    index: "Como llegaron",
    status: "Veredicto",
    file: "Archivo",
    number: "Número Pith",
    failed: "Lo que falló",
    key: "Clave",
    events: "Eventos",
  },
  table: "Los documentos, cada uno en una línea. Al abrir una línea se muestra su informe completo.",
  none: "Ninguna línea es así.",
  noKey: "Ninguna firma es válida",
  moreKeys: (more) => `y ${count(more)} más`,

  save: (lines, all) =>
    lines === all
      ? `Guardar ${counted(lines, "línea", "líneas")}`
      : lines === 1
        ? "Guardar la línea mostrada"
        : `Guardar las ${count(lines)} líneas mostradas`,
  saveAs: { csv: "Guardar como CSV", json: "Guardar como JSON", ndjson: "Guardar como NDJSON" },
  saveAbout:
    "CSV es para mirarlo: lo que se oculta se hace visible, y lo que una hoja de cálculo calcularía lleva delante un apóstrofo. JSON y NDJSON contienen cada texto tal como es.",

  failure: {
    "file.unreadable": () =>
      "El navegador no pudo leer este archivo. Puede que se haya movido, cambiado o bloqueado, o que no sea un archivo.",
    "file.too_large": ({ bytes }) =>
      `Esto supera los ${size(bytes)} que puede tener un documento, así que no se leyó.`,
    "file.timeout": ({ seconds }) => `Leer esto llevó más de ${span(seconds)}.`,
    "file.proof": () =>
      "Esto es una prueba de sello de tiempo y no un documento. Suéltela junto con su documento.",
    "archive.unreadable": () => "Esto no es un archivo ZIP, o su índice está dañado.",
    "archive.damaged": () => "Esto está dañado: no es lo que el índice del archivo ZIP dice que es.",
    "archive.encrypted": () => "Esto está cifrado en el archivo ZIP. Extráigalo primero.",
    "archive.method": () =>
      "Esto está comprimido de un modo que los navegadores no pueden deshacer. Extráigalo primero.",
    "archive.nested": () =>
      "Esto contiene a su vez documentos, dentro de un archivo ZIP. Extráigalo primero.",
    "tool.stopped": () => "El verificador se detuvo mientras comprobaba esto. Se reinició para los demás.",
    "tool.timeout": ({ seconds }) => `Comprobar esto llevó más de ${span(seconds)}, y se abandonó.`,
    "tool.disagrees": () => "SHA-256 o Ed25519 del propio navegador discrepa de este verificador sobre esto.",
  },
};
