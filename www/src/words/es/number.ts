import type { AddressFinding, AddressKind, AddressSource, MatchWord, NamedBy } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const namedBy: Record<NamedBy, string> = {
  number: "número Pith",
  short_number: "número Pith corto",
  arxiv: "identificador de arXiv",
  arxiv_doi: "el DOI que arXiv registra para un artículo",
  doi: "DOI",
  unreadable: "ninguno de estos",
};

const finding: Record<AddressFinding, string | ((impossible: string) => string)> = {
  impossible_character: (impossible) =>
    `No puede ser correcto: ningún número Pith tiene ${[...impossible].join(", ")}. Tienen las letras de la A a la Z y las cifras del 2 al 7. En lugar de 0, 1, 8 y 9, mire si es O, I, B o G.`,
  wrong_length:
    "No puede ser correcto: después de pith: y el año, un número Pith tiene 26 caracteres, y uno corto tiene 8, 12 o 16.",
  year_malformed: "No puede ser correcto: lo que figura como año no son cuatro cifras.",
  arxiv_malformed:
    "arXiv no asigna identificadores de esta forma. Mire si sobra o falta una cifra, o si hay cifras intercambiadas.",
  letter_case: "Se muestra en mayúsculas, como se escriben los números Pith.",
  year_missing: "Falta el año, que forma parte de un número Pith; las direcciones prescinden de él.",
  version_left_out:
    "En la dirección no hay lugar para la versión, así que fíjese en lo que obtiene. Esta página compara también la versión.",
};

const kind: Record<AddressKind, string> = {
  bundle: "Paquete",
  well_known_bundle: "Paquete, segunda dirección",
  state: "Estado solo",
  record: "Ficha",
  page: "Página sobre la ficha",
  paper_page: "Página sobre el artículo",
  resolver: "Búsqueda por identificador",
};

const source: Record<AddressSource, string> = {
  mirror_manifest: "El patrón figura en la lista de espejos del servicio.",
  bundle: "Paquetes firmados que se han visto enlazan a direcciones así.",
  record: "Una ficha que se ha visto enlaza a una dirección así; nada firma esos enlaces.",
};

const answer: Record<MatchWord, string> = {
  matches: "Este es el documento que pidió",
  near_miss: "No es del todo lo que pidió",
  differs: "No es el documento que pidió",
  not_comparable: "No se puede saber si esto es lo que pidió",
};

export const number: Catalogue["number"] = {
  title: "¿Tiene un número y no un archivo?",
  about:
    "Escriba un número Pith, un identificador de arXiv o un DOI, y vea dónde dice el servicio que se pueden obtener sus documentos.",
  field: "Número Pith, identificador de arXiv o DOI",
  example: "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  show: "Mostrar las direcciones",
  read: (as) => `Leído como ${namedBy[as]}: {text}`,
  unreadable:
    "Esto no es ni un número Pith (como pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ) ni un identificador de arXiv (como 1212.1787v1 o math/0309136) ni un DOI (como 10.48550/arXiv.1212.1787).",
  finding,
  addresses: (addresses) => counted(addresses, "dirección", "direcciones"),
  kind,
  source,
  copy: "Copiar la dirección",
  nowhere: {
    short_number:
      "No se conoce ninguna dirección para un número corto de esta longitud. Quien se lo dio puede tener el número completo, con 26 caracteres después del año.",
    doi: "No se conoce ninguna dirección a partir de este DOI. Los documentos que se han visto tratan de artículos de arXiv: busque allí el artículo y escriba su identificador de arXiv.",
  },
  short: "Un número corto puede ser el comienzo de varios completos.",
  following:
    "Esta página no se los pide a nadie. Cuando usted sigue un enlace, en una pestaña nueva, su navegador pregunta a ese servidor, que conoce así la dirección de su equipo y lo que busca. Si allí hay algo, esta página no lo sabe.",
  next: "Guarde como archivo lo que obtenga y suéltelo aquí.",
  remembered: "Cada documento que entregue a esta página se compara con ello.",
  forget: "Olvidar lo que pedí",
  asked: {
    heading: "¿Es lo que pidió?",
    wanted: "Usted pidió {text}",
    comparing: "Se está comparando con el documento.",
    answer,
    partly: "Concuerda con lo que pidió, hasta donde eso llega",
    unreadable: "El archivo no se pudo leer como documento, así que no se comparó.",
    several: "Usted pidió {text}. Para ver si es uno de estos documentos, abra el informe de ese documento.",
    announced: (answer, sentence) => `${answer}. ${sentence}`,
  },
  fetch: {
    title: "O deje que esta página lo obtenga",
    about:
      "Quien instaló esta página le permite preguntar a estos servidores. No pregunta a ninguno antes de que usted lo permita, y olvida que lo permitió cuando se cierra.",
    allow: (host) => `Permitir que esta página pregunte a ${host}`,
    learns: (host) =>
      `${host} conoce así la dirección de su equipo, qué número pide, en qué sitio está esta página y lo que toda petición revela de un navegador. No se envía ninguna cookie.`,
    fetch: (kind, host) => `Obtener de ${host}: ${kind}`,
    mirror: "Se supone que este servidor guarda sus archivos con los mismos nombres que el servicio.",
    fetching: (host) => `Esperando a ${host}.`,
    stop: "Detener",
    fault: {
      blocked: (host) =>
        `${host} no dio nada que esta página pueda leer. O no se puede acceder a él, o no permite que otras páginas lean sus respuestas (CORS); el navegador no dice cuál de las dos cosas. Siga en su lugar el enlace, guarde el archivo y suéltelo aquí.`,
      redirected: (host) =>
        `${host} quiso enviar esta página a otra dirección (una redirección), que ella no sigue. Siga en su lugar el enlace, guarde el archivo y suéltelo aquí.`,
      missing: (host) => `${host} no tiene nada en esta dirección (404).`,
      status: (host, status) => `${host} respondió con un error (${status}).`,
      too_large: (host, most) =>
        `${host} envió más de ${count(most)} bytes, el máximo que lee este verificador. No se aceptó.`,
      too_slow: (host, seconds) => `${host} no lo envió todo en ${counted(seconds, "segundo", "segundos")}.`,
      cut_off: (host) => `Lo que envió ${host} terminó a la mitad. Inténtelo de nuevo.`,
      stopped: () => "Detenido.",
    },
  },
};
