import type { KindWords, Sentences } from "../templates.ts";
import { count, counted, list } from "./counted.ts";

const FETCH_AGAIN =
  "Obtenga de nuevo el documento de donde está publicado; si sigue igual, comuníqueselo a quien lo publica.";
const FETCH = "Obtenga de nuevo el documento de donde está publicado.";
const NOT_PUBLISHED = "Nadie ha publicado esta regla, así que no se afirma nada en ningún sentido.";
const ED25519_ONLY = "Este verificador solo conoce Ed25519.";
const SPLIT = "Los documentos reales tienen cien veces menos; verifique una lista por partes.";
const FEWER_DOCUMENTS = "Compare menos a la vez.";
const GIVE_TIME =
  "Si conoce un momento en que este documento existía, indíquelo. La hora que declara una firma es solo la palabra del firmante.";
const DAMAGED = "La prueba está dañada o quedó cortada. Obténgala de nuevo de donde se conserva.";
const NEWER = "La prueba puede ser más nueva que este verificador.";
const FEWER = "Entregue menos a la vez.";
const NO_BLOCK =
  "No es la cabecera de ningún bloque. Obtenga de nuevo la cabecera, tal como es, cifra por cifra.";
const NOT_MAIN_CHAIN = "No es la cabecera de ningún bloque de la cadena principal.";
const COMPARE =
  "La cabecera muestra trabajo, unos 2^{work} hashes, pero no que el bloque esté en la cadena. Compare su hash, {hash}, con un nodo o con exploradores de bloques en los que confíe.";
const AS_ARXIV_LISTS_IT =
  "Las fórmulas y los acentos entran en el hash como código fuente de TeX. Copie el texto de la página del artículo en arXiv e inténtelo de nuevo.";
const EACH_VERSION = "Cada versión de un artículo tiene su propia ficha.";
const COPY_IT = "Cópielo de la fuente en lugar de teclearlo.";
const SAVED_AGAIN =
  "Obtenga el archivo tal como se publicó, y no lo abra ni lo guarde en otro programa antes de comprobarlo.";
const OTHER_NUMBERS = "otro programa volvió a guardar este archivo y escribió los números a su manera";

const masculine = (noun: string): KindWords => ({
  This: `Este ${noun}`,
  this: `este ${noun}`,
  object: `este ${noun}`,
  of: `de este ${noun}`,
  in: `en este ${noun}`,
});
const feminine = (noun: string): KindWords => ({
  This: `Esta ${noun}`,
  this: `esta ${noun}`,
  object: `esta ${noun}`,
  of: `de esta ${noun}`,
  in: `en esta ${noun}`,
});

const events = (number: number) => (number === 1 ? "un evento" : `${count(number)} eventos`);

const gives = (same: boolean | null) =>
  same === null
    ? "este estado; el documento no declara ninguno con el que comparar"
    : same
      ? "el estado que declara el documento"
      : "un estado distinto del que declara el documento";

export const sentences: Sentences = {
  quotes: ["«", "»"],
  list,
  clauses: (clauses) => clauses.join("; "),
  sequence: (sentences) => sentences.join(" "),
  at: "en {place}",
  atTop: "en el nivel superior",
  phrase: {
    null: "null",
    "a boolean": "un valor booleano",
    "a number": "un número",
    "a string": "una cadena de texto",
    "an array": "una lista (array)",
    "an object": "un objeto",
    "an event object": "un evento como objeto",
    "a member": "un miembro",
    "a key identifier": "un identificador de clave",
    "32 hexadecimal digits": "32 dígitos hexadecimales",
    nothing: "nada",
    holds: "es válida",
    "does not hold": "no es válida",
    "holds for the stated digest": "es válida para el digest declarado",
    "a key of the key ring": "una clave del llavero",
    "not in the key ring": "no está en el llavero",
    "the Pith registry’s key, built into this verifier":
      "la clave del registro de Pith, incorporada en este verificador",
    "a canonical record": "una ficha canónica",
    "a bundle": "un paquete",
    "an event of a bundle": "un evento de un paquete",
    "the digest, as it must be stated": "el digest, tal como debe declararse",
    "the digest of the hashed bytes": "el digest de los bytes a los que se aplicó el hash",
    "the value, computed from the canonical record": "el valor, calculado a partir de la ficha canónica",
    "the hash of the text, as the record must have it": "el hash del texto, tal como debe tenerlo la ficha",
    "the fingerprint, computed from the key": "la huella, calculada a partir de la clave",
    "whether the signature holds": "si la firma es válida",
    "the merge has another name than the known one": "la fusión tiene otro nombre que la conocida",
    "the part that an event of this type has in the merge is not published":
      "no se ha publicado qué papel tiene en la fusión un evento de este tipo",
    "what it means that an event supersedes or follows another is not published":
      "no se ha publicado qué significa que un evento sustituya a otro o lo siga",
    "an event was not shown to be valid": "de un evento no se ha mostrado que sea válido",
    "an event has no time that can be ordered": "un evento no tiene una hora que se pueda ordenar",
    "there is not exactly one event record_created": "no hay exactamente un evento record_created",
    "what the same event counts for a second time is not published":
      "no se ha publicado cuánto cuenta el mismo evento por segunda vez",
  },
  kind: {
    bundle: masculine("paquete"),
    record: feminine("ficha"),
    state: masculine("estado"),
    mirror_manifest: masculine("manifiesto de espejos"),
    key_object: feminine("clave"),
    graph_snapshot: feminine("instantánea del grafo"),
    integrity: masculine("documento de integridad"),
    event_list: feminine("lista de eventos"),
    canonical_record: feminine("ficha canónica"),
    unrecognised: masculine("documento"),
    unreadable: masculine("documento"),
  },

  subject: {
    "document.type": "El tipo del documento",
    "document.version": "La versión del formato",
    "record.digest": "El digest de la ficha canónica",
    "record.pith_number": "El número Pith",
    "record.short_pith_number": "El número Pith corto",
    "record.alias": "El alias",
    "record.source": "La fuente repetida",
    "record.copy": "La copia de la ficha canónica",
    "title.hash": "El título",
    "abstract.hash": "El resumen",
    "receipt.signature": "La firma del recibo sobre la ficha canónica",
    "event.digest": "El digest del evento",
    "event.id": "El identificador del evento",
    "event.signature": "La firma sobre el evento",
    "event.signer": "El firmante que nombra el evento",
    "event.subject": "El número Pith del que trata el evento",
    "event.payload": "Lo que dice el evento en su tipo y contenido",
    "section.digest": "El digest de esta sección",
    "bundle.digest": "El digest del paquete entero",
    "bundle.signature": "La firma sobre el paquete entero",
    "state.digest": "El digest del estado",
    "state.count": "El recuento en el estado",
    "state.applied": "La lista de eventos aplicados",
    "state.merge_version": "El nombre de la fusión",
    "state.rebuilt": "El estado",
    "merge.equivocation": "La búsqueda de eventos contradictorios",
    "key.encoding": "La clave pública",
    "key.fingerprint": "La huella de la clave",
    "key.trust": "La clave",
    "integrity.digest": "El digest del contenido del evento de integridad",
    "integrity.signature": "La firma sobre el evento de integridad",
    "integrity.envelope": "Lo que figura en el evento de integridad junto a su contenido",
    "integrity.subject": "Si el evento de integridad trata del artículo de este documento",
    "integrity.document": "Esta parte del documento de integridad",
    "timestamp.proof": "La lista de pruebas de sello de tiempo",
    "record.events": "La lista de eventos de la ficha",
  },
  check: {
    "digest.matches": ["{S} coincide: al calcular de nuevo se obtiene lo mismo.", ""],
    "digest.mismatch": [
      "{S} no coincide: el documento declara {E} {at}, pero su contenido da {C}.",
      `El contenido se cambió después de hacerse el digest, o se cambió el digest. ${FETCH}`,
    ],
    "digest.malformed": [
      "{S} no tiene la forma debida: se esperaba {C} {at} y se encontró {E}.",
      "Un digest son 64 dígitos hexadecimales en minúsculas.",
    ],
    "digest.computed": [
      "{S} se ha calculado: {C}. El documento no declara ninguno con el que comparar.",
      "Compárelo usted con el que le dieron.",
    ],
    "digest.not_published": [
      "{S} no se ha comprobado: nuestra interpretación de aquello sobre lo que se calcula da un digest distinto del que declara el documento.",
      NOT_PUBLISHED,
    ],
    "value.matches": ["{S} coincide {at}.", ""],
    "value.mismatch": [
      "{S} no coincide: el documento declara {E} {at}, pero al calcular de nuevo se obtiene {C}.",
      FETCH_AGAIN,
    ],
    "value.missing": ["{S} falta: se esperaba {E} {at} y no se encontró nada.", FETCH_AGAIN],
    "value.wrong_type": ["{S} no es del tipo debido: se esperaba {E} {at} y se encontró {C}.", FETCH_AGAIN],
    "value.not_computable": [
      "{S} no se ha comprobado: al documento le falta aquello a partir de lo cual se calcula.",
      "Sin ello no hay nada con que comparar.",
    ],
    "value.unknown_kind": [
      "{S} no se ha comprobado {at}: este verificador no tiene ninguna regla para esta clase.",
      "Puede que sea más nuevo que este verificador.",
    ],
    "value.absent": [
      "{S} no se ha comprobado: no hay nada de ello {at}.",
      "Nadie ha publicado si debe haberlo.",
    ],
    "value.not_signed": [
      "{S} no lleva firma: {C} {at}.",
      "La firma cubre solo los 32 bytes del digest declarado. Cualquiera pudo haber cambiado el resto.",
    ],
    "text.matches": [
      "{S} es aquel cuyo hash está en la ficha canónica, sin distinguir mayúsculas y minúsculas.",
      "",
    ],
    "text.mismatch": [
      "{S} {at} no es el de la ficha canónica: la ficha tiene como hash {E}, y el texto de aquí da {C}.",
      "El texto se ha cambiado. El hash admite otras mayúsculas y minúsculas, en un resumen también otros espacios en blanco, y nada más.",
    ],
    "text.cut": [
      "{S} no se ha comprobado: el servicio lo corta a los 600 caracteres, y el hash es el del texto entero.",
      "Compárelo con el propio artículo si importa.",
    ],
    "state.matches": [
      "{S} es lo que dan los eventos: al reconstruir a partir de ellos se obtiene lo mismo.",
      "",
    ],
    "state.mismatch": [
      "{S} no es lo que dan los eventos: declara {E}, y al reconstruir a partir de los eventos se obtiene {C}.",
      FETCH_AGAIN,
    ],
    "state.not_comparable": [
      "{S} no se ha comparado con los eventos: {c}.",
      "El servicio no ha publicado su fusión; lo que se sabe de ella vale para eventos válidos de dos tipos que no siguen a ningún otro.",
    ],
    "equivocation.none": [
      "Ningún par de eventos de un mismo firmante se contradice, según nuestra interpretación.",
      "",
    ],
    "equivocation.found": [
      "Dos eventos válidos de un mismo firmante siguen al mismo evento anterior, {E} y {C}: declaración doble, según nuestra interpretación.",
      "El servicio no ha publicado a qué llama declaración doble («equivocation»). Pregunte al firmante cuál de los dos vale.",
    ],
    "rule.not_published": ["{S} no se ha comprobado {at}.", NOT_PUBLISHED],
    "signature.holds": ["{S} es válida para la clave que nombra.", ""],
    "signature.mismatch": [
      "{S} no es válida: se esperaba {E}.",
      `El contenido, la firma o la clave se cambió después de firmar. ${FETCH}`,
    ],
    "signature.of_other_content": [
      "{S} se hizo para otro contenido: es válida para el digest que declara el documento, pero {c}.",
      `El contenido se cambió después de firmar. ${FETCH}`,
    ],
    "signature.missing": [
      "{S} falta: se esperaba una firma {at} y no se encontró ninguna.",
      `Se quitó o no se hizo nunca. ${FETCH}`,
    ],
    "signature.malformed": [
      "{S} está mal escrita: se esperaban 64 bytes en base64 con relleno {at} y se encontró {C}.",
      "Solo vale la única escritura exacta (RFC 4648, sección 4).",
    ],
    "signature.status_unknown": [
      "{S} no se ha comprobado: se esperaba el estado {E} {at} y se encontró {C}.",
      "El propio documento no dice que esté firmado de un modo conocido.",
    ],
    "signature.algorithm_unknown": [
      "{S} no se ha comprobado: se esperaba el algoritmo {E} {at} y se encontró {C}.",
      ED25519_ONLY,
    ],
    "signature.wrong_slot": [
      "{S} se hizo para otro fin: se esperaba {E} {at} y se encontró {C}.",
      "Una firma solo vale para lo que dice que firma.",
    ],
    "signature.no_content": [
      "{S} es válida para el digest que declara el documento, pero no está acreditado que ese sea el digest del contenido.",
      NOT_PUBLISHED,
    ],
    "signature.no_digest": [
      "{S} no tiene nada para lo que valer: se esperaba un contenido o su digest {at} y no se encontró ninguno de los dos.",
      FETCH_AGAIN,
    ],
    "key.unknown": [
      "{S} no se ha comprobado: no se dispone de ninguna clave {E}.",
      "Añada la clave del firmante al llavero, de una fuente en la que confíe.",
    ],
    "key.fingerprint_mismatch": [
      "{S} nombra una clave conocida con otra huella: se esperaba {E} {at} y se encontró {C}.",
      FETCH_AGAIN,
    ],
    "key.id_mismatch": [
      "{S} nombra una clave conocida con otro nombre: se esperaba {E} {at} y se encontró {C}.",
      FETCH_AGAIN,
    ],
    "key.in_ring": ["{S} {at} es una de las claves de su llavero: {c}.", ""],
    "key.not_in_ring": [
      "{S} {at} no es ninguna de las claves de su llavero, así que no se sabe de quién es.",
      "Una clave que el propio documento trae no prueba nada sobre quién firmó. Añádala al llavero si sabe por otra vía de quién es.",
    ],
    "key.id_taken": [
      "{S} {at} lleva el nombre de una clave de su llavero, pero es otra clave.",
      "Quien hizo este documento usó el nombre de un firmante en el que usted confía. No lo tome por un documento de ese firmante.",
    ],
    "key.in_window": [
      "{S} {at} es una de las claves de su llavero, {e}. Vale bajo el supuesto de que este documento existía en {c}, como usted indicó.",
      "",
    ],
    "key.outside_window": [
      "{S} {at} es una de las claves de su llavero, pero no vale para este documento: figura {e}, y {c}.",
      "Fuera de su período, una clave no dice nada sobre quién firmó. Pregunte al firmante qué clave se usaba entonces.",
    ],
    "key.window_unproven": [
      "{S} {at} es una de las claves de su llavero, pero solo vale para un período: figura {e}, y {c}.",
      GIVE_TIME,
    ],
    "key.time_contradicted": [
      "{S} {at} es una de las claves de su llavero, {e}, pero no vale con lo que usted indicó: {c}.",
      "Una de las dos horas es errónea. Indique un momento en que sepa que existía exactamente este documento.",
    ],
    "key.retired": [
      "{S} {at} es una de las claves de su llavero, pero está retirada: figura {e}, y {c}.",
      "Una clave retirada solo vale para lo que se sabe que existía antes del fin de su validez. La hora que declara una firma es solo la palabra del firmante.",
    ],
    "key.revoked": [
      "{S} {at} es una de las claves de su llavero, pero está revocada: {c}. Cualquiera puede tener esa clave.",
      "Ninguna hora la hace valer, pues quien tiene una clave puede escribir cualquier hora. Pida al firmante una firma con otra clave.",
    ],
    "key.malformed": [
      "{S} {at} no tiene la forma debida: se esperaba la única codificación canónica de una clave pública Ed25519 y se encontró {C}.",
      "Se rechazan los puntos de orden pequeño y las segundas escrituras (RFC 8032, sección 5.1.3).",
    ],
    "key.spellings_agree": ["{S} consta de los mismos 32 bytes en hexadecimal y en base64.", ""],
    "key.spellings_differ": [
      "{S} tiene dos escrituras que difieren: se esperaban los bytes {E} en base64 {at} y se encontró {C}.",
      FETCH_AGAIN,
    ],
    "key.algorithm_unknown": [
      "{S} {at} no se ha comprobado: se esperaba el algoritmo {E} y se encontró {C}.",
      ED25519_ONLY,
    ],
  },
  checkOf: {
    "digest.matches of integrity": [
      "{S} coincide: lo da nuestra interpretación, que es que se calcula sobre la forma canónica del contenido.",
      "Nadie ha publicado esta regla. Que se obtenga el digest declarado muestra que aquí es la regla.",
    ],
    "signature.holds of integrity": [
      "{S} es válida para la clave que nombra, sobre los 32 bytes del digest del contenido.",
      "Nada más del evento está firmado.",
    ],
    "signature.wrong_slot of integrity": [
      "{S} no se ha comprobado: {at}, en el lugar del contenido de un evento de integridad, figura {c}, firmado para otro fin.",
      "Una firma solo vale para aquello para lo que se hizo. Quien hizo este documento puede haberla tomado de otro.",
    ],
    "value.mismatch of a copy": [
      "{S} {at} difiere de lo que repite: se esperaba {E} y se encontró {C}.",
      FETCH_AGAIN,
    ],
    "value.mismatch of a constant": ["{S} {at}: se esperaba {E} y se encontró {C}.", FETCH_AGAIN],
  },
  values: {
    signed: "Ed25519 con la clave {key} sobre {digest}",
    contentDigest: "el contenido tiene el digest {digest}",
    window: {
      both: "con validez desde {from} hasta antes de {until}",
      from: "con validez a partir de {from}",
      until: "con validez hasta antes de {until}",
      none: "en el llavero sin una hora hasta la que tuviera validez",
    },
    claimsItself: "una firma hecha con ella declara ser de {claimed}",
    claimsAfter:
      "una firma hecha con ella declara ser de {claimed}, después de {time}, cuando este documento ya existía, como usted indicó",
    existed: "este documento existía en {time}, como usted indicó",
    timeUnknown: "no se sabe cuándo existía este documento",
    because: "{why}, {at}",
  },

  refusal: {
    "json.bom": [
      "Se esperaba JSON y se encontró una marca de orden de bytes (BOM), en la línea {line}, columna {column}.",
      "Guarde el archivo como UTF-8 sin marca de orden de bytes, u obtenga el archivo original.",
    ],
    "json.invalid_utf8": [
      "Se esperaba UTF-8 y se encontró otra cosa, en la línea {line}, columna {column}.",
      "Guarde el archivo como UTF-8, u obtenga el archivo original.",
    ],
    "json.syntax": [
      "Se esperaba JSON y se encontró otra cosa, en la línea {line}, columna {column}.",
      "El archivo no es JSON, o quedó cortado. Obténgalo de nuevo de donde está publicado.",
    ],
    "json.nonfinite_literal": [
      "Se esperaba un valor JSON y se encontró NaN o Infinity, en la línea {line}, columna {column}.",
      "JSON no tiene tales números (RFC 8259, sección 6).",
    ],
    "json.nonfinite_number": [
      "Se esperaba un número que quepa en un doble y se encontró uno mayor, en la línea {line}, columna {column}.",
      "Firmante y lector podrían leerlo de manera distinta, por eso se rechaza.",
    ],
    "json.duplicate_key": [
      "Se esperaban nombres distintos en un objeto y se encontró uno por segunda vez, en la línea {line}, columna {column}.",
      "Firmante y lector podrían tomar cada uno un valor distinto de los dos, por eso se rechaza.",
    ],
    "json.lone_surrogate": [
      "Se esperaba el escape de un carácter entero y se encontró medio par sustituto, en la línea {line}, columna {column}.",
      "Un texto así no tiene forma UTF-8 y, por tanto, tampoco digest.",
    ],
    "json.trailing_text": [
      "Se esperaba el final del documento y se encontró más, en la línea {line}, columna {column}.",
      "Entregue los documentos de uno en uno.",
    ],
    "limit.number_length": [
      "Se esperaba un número de {most} caracteres como máximo tras su signo y se encontró uno más largo, en la línea {line}, columna {column}.",
      "El propio programa del firmante no puede escribir un entero más largo.",
    ],
    "limit.pointers": [
      "Se esperaba que los JSON Pointers de todos los valores sumaran {most} bytes como máximo y se encontró más, en la línea {line}, columna {column}.",
      "Los documentos reales tienen nombres de pocas letras.",
    ],
    "limit.bytes": [
      "Se esperaban {most} bytes como máximo y se encontraron {bytes}.",
      "Los documentos reales son miles de veces más pequeños.",
    ],
    "limit.depth": [
      "Se esperaban {most} niveles de anidamiento como máximo y se encontraron más, en la línea {line}, columna {column}.",
      "Los documentos reales se anidan hasta nueve niveles.",
    ],
    "limit.values": [
      "Se esperaban {most} valores como máximo y se encontraron más, en la línea {line}, columna {column}.",
      "Los documentos reales tienen unos centenares.",
    ],
    "limit.events": [
      "Se esperaban {most} eventos como máximo y se encontraron más, en la línea {line}, columna {column}.",
      SPLIT,
    ],
    "limit.signatures": [
      "Se esperaban {most} firmas como máximo y se encontraron más, en la línea {line}, columna {column}.",
      SPLIT,
    ],
    "limit.checks": [
      "Se esperaban {most} cosas que comprobar como máximo y se encontraron más, en la línea {line}, columna {column}.",
      SPLIT,
    ],
    "limit.keys": [
      "Se esperaban {most} claves enumeradas como máximo y se encontraron más, en la línea {line}, columna {column}.",
      "Los documentos reales enumeran una.",
    ],
    "limit.documents": ["Se esperaba otro número de documentos.", "Entregue los documentos de uno en uno."],
    "limit.text": ["Se esperaba un texto más corto.", "Dé solo el título o el resumen, no el artículo."],
    "document.unrecognised": [
      "Se esperaba un documento Pith y se encontró otro JSON, en la línea {line}, columna {column}.",
      "Se conocen paquetes, fichas, estados, manifiestos de espejos, documentos de integridad, listas de eventos, instantáneas del grafo, fichas canónicas y claves.",
    ],
    "document.version_unknown": [
      "Se esperaba la versión «1.0» y se encontró otra o ninguna, en la línea {line}, columna {column}.",
      "Este verificador solo conoce la versión 1.0. Busque un verificador más nuevo.",
    ],
    "report.unrecognised": [
      "Se esperaba un informe JSON de este verificador y se encontró otro JSON.",
      "Dé un solo informe, como lo escribe `verify --format json` para un documento; si hay varios, tome uno.",
    ],
    "report.version_unknown": [
      "Se esperaba un informe de la versión «1» y se encontró otra versión.",
      "Busque un verificador que conozca esta versión.",
    ],
    "report.malformed": [
      "Se esperaba un informe que diga con qué se hizo y se encontró un defecto en él.",
      "Puede ser de una versión anterior de este verificador, o se cambió. Hágalo de nuevo.",
    ],
  },
  notCompared: {
    "limit.documents": [
      "Se esperaban desde 2 hasta tantos documentos como se pueden comparar a la vez y se encontró otro número.",
      FEWER_DOCUMENTS,
    ],
    "limit.bytes": [
      "Los documentos juntos son más grandes de lo que se puede comparar a la vez.",
      FEWER_DOCUMENTS,
    ],
    "limit.values": [
      "Los documentos juntos tienen más valores de los que se pueden comparar a la vez.",
      FEWER_DOCUMENTS,
    ],
    "limit.events": [
      "Los documentos juntos tienen más eventos de los que se pueden comparar a la vez.",
      FEWER_DOCUMENTS,
    ],
  },

  verdict: {
    verified: "{This} es exactamente lo que se firmó con {signers}.",
    verifiedPart:
      "La parte firmada {of} es exactamente lo que se firmó con {signers}; {uncovered} de sus {total} valores quedan sin cobertura.",
    lapsed: "{This} es coherente y lleva firma hecha con {signers}, pero {lapses}.",
    unchecked:
      "Lo que se pudo comprobar {of} se cumple, pero no se pudieron comprobar todas las firmas: quedan {unchecked} de {signatures}.",
    stranger:
      "{This} es coherente y lleva firma hecha con {signers}, pero {strangers} no está en su llavero: no está acreditado de quién es.",
    incomplete:
      "{This} lleva firma hecha con {signers} y nada falla, pero no se pudo comprobar todo lo que debe cumplirse.",
    unsigned:
      "Ninguna comprobación {of} falla, pero ninguna firma cubre el conjunto: cualquiera pudo haber hecho {object}.",
    unsignedUnverified:
      "Ninguna comprobación {of} falla, pero no se pudo verificar la firma: cualquiera pudo haber hecho {object}.",
    brokenOne: "{This} no es lo que dice ser. Falla una comprobación; no se fíe.",
    brokenSeveral: "{This} no es lo que dice ser. Fallan varias comprobaciones; no se fíe.",
    unreadable: "Esto no se pudo leer como documento Pith, así que no se verificó nada.",
    assumed: "Esto se apoya en lo que usted indicó: que existía en {time}.",
  },
  shows: {
    verified: "Quien tiene {signers} lo firmó, y ni un solo valor cubierto ha cambiado desde entonces.",
    consistent: "Las partes encajan entre sí, hasta donde se pudieron comprobar: {coverage}",
    record: "El digest y el número Pith de esta ficha, calculados en su equipo.",
    checksums:
      "Los digests dentro del documento mantienen unidos {checksummed} de sus {total} valores: esos no se dañaron por accidente.",
    broken: "Algo se cambió después de firmarse o calcularse, o estaba mal desde el principio.",
  },
  doesNotShow: {
    assumed: "Que existía en {time}: esto se tomó de usted y no se ha comprobado.",
    lapsed: "Quién lo firmó: una clave solo vale mientras únicamente su dueño la tiene y responde de ella.",
    stranger: "Quién lo firmó. Una clave que el propio documento trae no prueba nada.",
    right: "Que el artículo sea correcto, o que sus autores estuvieran de acuerdo.",
    times: "Que las horas sean ciertas: son la palabra del firmante.",
    newest:
      "Que no exista nada más nuevo: un documento antiguo conserva para siempre la validez de su firma.",
    integrity: "Que sus eventos traten de este artículo: nadie ha publicado qué lo indicaría.",
    uncovered: "Nada sobre los valores que ninguna firma cubre; la cobertura los enumera.",
    maker: "Quién lo hizo, o que alguien responda de ello.",
    state: "Que este sea el estado de su artículo. Tome el paquete entero, que está firmado.",
    before: "Qué decía antes el documento, o quién lo cambió.",
    anything: "Nada en absoluto sobre lo que dice.",
  },
  key: { with: "la clave {name}", object: "la clave {name}", subject: "la clave {name}" },
  ringKey: "{key} ({source})",
  nobody: "nadie",
  lapse: {
    revoked: "la clave {key} está revocada: cualquiera puede tenerla",
    retired: "la clave {key} está retirada, y nada muestra que el documento sea de antes",
    outside_window: "la clave {key} no vale para la época de este documento",
    time_contradicted: "la clave {key} firmó, según declara la firma, después de la hora que usted indicó",
    window_unproven:
      "la clave {key} solo vale para un período, y nada más que la palabra del firmante dice que es de entonces",
  },
  strangerBeside: "{strangers} no está en su llavero: no está acreditado de quién es",
  coverage: ({ total, signed, derived, bound, signature, checksummed, uncovered }) => {
    const is = (number: number, one: string, several: string) =>
      number === 1 ? `1 está ${one}` : `${count(number)} están ${several}`;
    const parts = [
      `${count(signed)} de ${counted(total, "valor", "valores")} ${signed === 1 ? "está firmado" : "están firmados"}`,
    ];
    if (derived > 0) {
      parts.push(
        `${count(derived)} ${derived === 1 ? "se deriva" : "se derivan"} de valores firmados o del formato`,
      );
    }
    if (bound > 0) parts.push(`${is(bound, "vinculado", "vinculados")} por un hash firmado`);
    if (signature > 0)
      parts.push(`${count(signature)} ${signature === 1 ? "forma" : "forman"} parte de una firma`);
    if (checksummed > 0)
      parts.push(`${is(checksummed, "sujeto", "sujetos")} solo por digests que nada firma`);
    if (uncovered > 0)
      parts.push(`${count(uncovered)} ${uncovered === 1 ? "queda" : "quedan"} sin cobertura`);
    return `${parts.join(", ")}.`;
  },
  comparedVerdict: {
    verified: "{This} supera la verificación, hasta donde alcanza la firma.",
    consistent: "{This} es coherente, pero no está acreditado todo.",
    unsigned:
      "Ninguna comprobación {of} falla, pero ninguna firma que se pudiera verificar cubre el conjunto.",
    broken: "{This} no es lo que dice ser. No se fíe.",
    unreadable: "Esto no se pudo leer como documento Pith, así que no se verificó nada.",
  },

  causes: {
    digest_spelling: [
      "El digest declarado es el debido, escrito de otra manera.",
      "El formato tiene una sola escritura: 64 dígitos hexadecimales en minúsculas; en el identificador de un evento, tras sha256:.",
    ],
    matching_copy: [
      "El digest declarado coincide con la copia {copy}: {at} esta tiene {there}, y aquí figura {here}.",
      "El contenido de aquí se cambió después de hacerse el digest; la copia, no.",
    ],
    differing_copy: [
      "Ningún cambio conocido da el digest declarado, pero la copia {copy} difiere: {at} esta tiene {there}, y aquí figura {here}.",
      "Se cambió uno de los dos, o ambos; nada aquí dice cuál.",
    ],
    one_number: [
      `El digest declarado coincide si {here} {at} se escribe como {there}: ${OTHER_NUMBERS}.`,
      SAVED_AGAIN,
    ],
  },
  condition: {
    byte_order_mark: "hay una marca de orden de bytes antes de los bytes a los que se aplica el hash",
    trailing_newline: "hay un salto de línea después de los bytes a los que se aplica el hash",
    trailing_crlf:
      "hay un retorno de carro y un salto de línea después de los bytes a los que se aplica el hash",
    received_bytes: "se calcula sobre esta parte tal como está en el archivo",
    line_breaks_lf: "las líneas terminan con un salto de línea",
    line_breaks_crlf: "las líneas terminan con un retorno de carro y un salto de línea",
    nfc: "el texto está en la forma Unicode NFC",
    nfd: "el texto está en la forma Unicode NFD",
    mojibake_latin1: "el texto que se leyó como Latin-1 se lee como UTF-8",
    mojibake_windows_1252: "el texto que se leyó como Windows-1252 se lee como UTF-8",
    mojibake_latin1_repaired: "el texto en UTF-8 se lee como Latin-1",
    mojibake_windows_1252_repaired: "el texto en UTF-8 se lee como Windows-1252",
    strings_trimmed: "ningún texto empieza ni termina con espacios en blanco",
    strings_single_spaced: "los espacios en blanco del texto son espacios simples",
    strings_crlf: "los saltos de línea del texto son un retorno de carro y un salto de línea",
    strings_lf: "los saltos de línea del texto son un solo carácter de salto de línea",
    plain_spaces: "los espacios de no separación son espacios corrientes",
    letter_case_kept: "las letras no se pasan a minúsculas",
    non_ascii_escaped: "los caracteres ajenos a ASCII se escriben como escapes",
    html_escaped: "<, > y & se escriben como escapes",
    slashes_escaped: "las barras se escriben como escapes",
    rfc8785_numbers: "los números se escriben como en RFC 8785",
    rfc8785_order: "los nombres se ordenan como en RFC 8785",
    document_order: "los nombres están en el orden del documento",
    spaced: "hay un espacio después de cada coma y de cada dos puntos",
    indented: "cada valor está en una línea propia",
    integers_as_doubles: "los enteros se escriben con punto decimal",
    doubles_as_integers: "los valores enteros se escriben sin punto decimal",
    numbers_as_received: "el hash toma los números tal como están en el archivo",
  },
  why: {
    writer: "otro programa volvió a guardar este archivo, o hizo el digest a su manera",
    received: "se hizo a partir del archivo y no de la forma canónica",
    letters: "un programa cambió la composición de las letras con acento",
    encoding: "el archivo se leyó con una codificación equivocada y se volvió a guardar",
    repaired: "el digest se hizo a partir de un texto leído con una codificación equivocada",
    whiteSpace: "se cambiaron espacios en blanco del texto",
    otherWay: "el hash se hizo de otra manera",
    respelled: OTHER_NUMBERS,
  },
  matchesIf: "El digest declarado coincide si {conditions}: {why}.",
  conditionHint: {
    stays:
      "Los valores son aquellos a los que se aplicó el hash, en otra forma. El resultado no cambia: la forma está fijada.",
    original: SAVED_AGAIN,
  },

  replayStep: {
    "replay.created": "Pasa a ser la ficha del estado.",
    "replay.listed": "Se añade a {list}.",
    "replay.record_kept":
      "El estado ya tiene su ficha. Según nuestra interpretación, este cuenta como aplicado y no cambia nada.",
    "replay.no_list":
      "Cuenta como aplicado, pero el estado no tiene lista para eventos de su tipo, según nuestra interpretación.",
    "replay.repeated": "Es el mismo evento una vez más. Según nuestra interpretación, no vuelve a contar.",
    "replay.not_valid":
      "No se ha mostrado que sea válido. Según nuestra interpretación, se enumera como no válido y no cambia nada más.",
    "replay.no_time": "No tiene una hora que se pueda ordenar, así que no se aplicó.",
  },
  replayLinked:
    "Sustituye a otros eventos o los sigue; no se ha publicado qué significa eso, así que aquí no cambia nada más.",
  replay: (number, same) => `Al fusionar ${events(number)} se obtiene ${gives(same)}.`,
  replayReading: (number, same) =>
    `Según nuestra interpretación de la fusión, ${events(number)} ${number === 1 ? "da" : "dan"} ${gives(same)}. Es solo una interpretación: {why}.`,

  field: {
    title: "El título",
    abstract: "El resumen",
    arxiv: "El identificador de arXiv",
    arxiv_version: "El identificador de arXiv con su versión",
    version: "La versión",
    doi: "El DOI",
    number: "El número Pith",
  },
  form: {
    title: "un título",
    abstract: "un resumen",
    arxiv: "un identificador de arXiv como 1212.1787v1 o math/0309136, o un enlace a él",
    arxiv_version: "un identificador de arXiv como 1212.1787v1 o math/0309136, o un enlace a él",
    version: "una versión como 2 o v2",
    doi: "un DOI como 10.48550/arXiv.1212.1787, sin signos de porcentaje, o un enlace a él",
    number: "un número Pith como pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  },
  textStep: {
    label: "se omite el rótulo que lo precede",
    invisible: "se omiten los caracteres invisibles",
    hyphens_joined: "se unen las palabras partidas al final de una línea",
    hyphens_kept: "se unen, con su guion, las palabras partidas al final de una línea",
    white_space: "los saltos de línea y los espacios repetidos son espacios simples",
    plain_quotes: "las comillas son las simples rectas",
    tex_quotes: "las comillas son las de TeX",
    plain_dashes: "las rayas son guiones corrientes",
    tex_dashes: "las rayas son las de TeX",
    ligatures: "las ligaduras se escriben letra por letra",
    nfc: "cada letra con acento es un solo carácter (NFC)",
    nfd: "los acentos son caracteres propios (NFD)",
    tex_accents: "los acentos son los de TeX",
    lower_case: "las letras están en minúsculas",
    link: "el identificador se toma del enlace",
    prefix: "se omite el prefijo",
    stamp: "se omite lo que figura después",
    subject_class: "se omite la clase temática",
  },
  match: {
    "hand.same": ["{S} es igual que en la ficha canónica: {E}.", ""],
    "hand.same_after_changes": ["{S} es igual que en la ficha canónica, {E}, una vez que {steps}.", ""],
    "hand.same_text": [
      "{S} es igual que {in}, salvo mayúsculas y minúsculas y los cambios enumerados.",
      "No hay ningún hash con el que comparar. Tome el paquete o la ficha del artículo, que tiene uno.",
    ],
    "hand.differs": [
      "{S} no es igual que en la ficha canónica: se esperaba {E} y se encontró {C}.",
      "Es de otro artículo.",
    ],
    "hand.almost_the_text": [
      "{S} es casi igual que en la ficha canónica: en el carácter {pos} dice {here}, y el propio documento {there}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.almost_the_quote": [
      "{S} es casi igual que como lo cita el documento: en el carácter {pos} dice {here}, y la cita {there}.",
      "El texto citado mismo no está sujeto por ningún hash que se pudiera comprobar.",
    ],
    "hand.quote_agrees": [
      "{S} empieza como lo cita el documento, pero en su conjunto no es el texto cuyo hash está en la ficha canónica.",
      "Compare lo que viene después de los primeros 600 caracteres, de lo que el documento solo tiene el hash.",
    ],
    "hand.other_version": [
      "El artículo es el debido, pero en otra versión: se esperaba la versión {E} y se encontró {C}.",
      EACH_VERSION,
    ],
    "hand.version_missing": [
      "{S} nombra el artículo debido, pero ninguna versión: se esperaba {E} y se encontró {C}.",
      "Añada la versión.",
    ],
    "hand.version_added": [
      "{S} nombra el artículo debido, pero con una versión: se esperaba {E} y se encontró {C}.",
      "El DOI que registra arXiv no tiene versión.",
    ],
    "hand.other_year": [
      "Los 26 caracteres son los del número, pero el año es otro: se esperaba {E} y se encontró {C}.",
      "El año forma parte del número.",
    ],
    "hand.other_case": [
      "Los caracteres son los del número, pero con otras mayúsculas y minúsculas: se esperaba {E} y se encontró {C}.",
      "Un número Pith se escribe con pith: y letras mayúsculas.",
    ],
    "hand.suffix_only": [
      "Los 26 caracteres son los del número, pero falta el resto: se esperaba {E} y se encontró {C}.",
      "Un enlace solo tiene estos caracteres; el número completo lleva delante pith: y el año.",
    ],
    "hand.short_form": [
      "Los caracteres coinciden con el número hasta donde llegan: se esperaba {E} y se encontró {C}.",
      "Solo un número completo identifica: muchos números pueden empezar con los mismos caracteres.",
    ],
    "hand.character_changed": [
      "{S} difiere en un carácter: el carácter {pos} es {here}, y se esperaba {there} como en {E}.",
      COPY_IT,
    ],
    "hand.character_impossible": [
      "{S} difiere en un carácter: el carácter {pos} es {here}, que no tiene ningún número Pith, y se esperaba {there} como en {E}.",
      "Los números Pith tienen las letras de la A a la Z y las cifras del 2 al 7, para que 0, 1, 8 y 9 no se confundan con O, I, B y G.",
    ],
    "hand.characters_swapped": [
      "{S} tiene dos caracteres intercambiados: a partir del carácter {pos} tiene {here}, y se esperaba {there} como en {E}.",
      COPY_IT,
    ],
    "hand.character_missing": [
      "{S} tiene un carácter de menos: se esperaba {there} como carácter {pos}, como en {E}.",
      COPY_IT,
    ],
    "hand.character_added": [
      "{S} tiene un carácter de más: {here}, como carácter {pos}, no está en {E}.",
      COPY_IT,
    ],
    "hand.two_faults": [
      "{S} difiere en dos lugares: a partir del carácter {pos} tiene {here}, y se esperaba {there} como en {E}.",
      COPY_IT,
    ],
    "hand.other_doi": [
      "{S} no se ha comparado: la ficha solo conoce el DOI que registra arXiv, {E}, y se encontró {C}.",
      "El DOI de una revista puede ser del mismo artículo; la ficha no lo dice.",
    ],
    "hand.malformed": ["{S} no se ha comparado: se esperaba {form} y se encontró {C}.", ""],
    "hand.no_record": [
      "{S} no se ha comparado: {this} no tiene ficha canónica.",
      "Tome el paquete o la ficha del artículo.",
    ],
    "hand.no_value": [
      "{S} no se ha comparado: la ficha canónica no tiene aquello con lo que se compararía.",
      "",
    ],
  },
  matchOf: {
    "hand.same of a title": [
      "{S} es aquel cuyo hash está en la ficha canónica, sin distinguir mayúsculas y minúsculas.",
      "",
    ],
    "hand.same of an abstract": [
      "{S} es aquel cuyo hash está en la ficha canónica, salvo mayúsculas, minúsculas y espacios en blanco.",
      "",
    ],
    "hand.same_after_changes of a hashed text": [
      "{S} es aquel cuyo hash está en la ficha canónica, sin distinguir mayúsculas y minúsculas, una vez que {steps}.",
      "",
    ],
    "hand.differs of a hashed text": [
      "{S} no es el {of}: se esperaba {E}, y este texto da {C}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.differs of a version": [
      "{S} no es la de la ficha canónica: se esperaba {E} y se encontró {C}.",
      EACH_VERSION,
    ],
    "hand.differs of a number": [
      "{S} no es el de la ficha canónica: se esperaba {E} y se encontró {C}.",
      "Es el número de otra ficha, de otro artículo o de otra versión.",
    ],
  },
  worth: {
    broken: "Pero el veredicto {of} es «inválido»: coincida o no algo con lo que dice, no se fíe.",
    counts: "Aquello con lo que se comparó se apoya en una firma con una clave de su llavero.",
    lapsed:
      "Aquello con lo que se comparó se apoya en una firma, pero {lapses}. Así que no está acreditado de quién es la palabra.",
    stranger:
      "Aquello con lo que se comparó se apoya en una firma, pero no con una clave de su llavero: no está acreditado de quién es la clave.",
    unsigned:
      "Ninguna firma que se pudiera verificar cubre aquello con lo que se comparó: cualquiera pudo haber hecho {object}.",
    unsignedBut:
      "Pero ninguna firma que se pudiera verificar cubre aquello con lo que se comparó: cualquiera pudo haber hecho {object}.",
  },

  document: (number) => `documento ${count(number)}`,
  inDocument: "{pointer} en {document}",
  comparison: {
    agree: "Los {documents} documentos tratan de una misma ficha y no se contradicen entre sí.",
    forked:
      "Hay documentos sobre una misma ficha que tienen cada uno eventos que faltan en otro. Ninguno de ellos es el conjunto.",
    unrelated: "No todos los documentos tratan de una misma ficha, o algunos de ellos no se pueden comparar.",
    broken: "Un documento es inválido, así que lo que dice no cuenta. Nada más se contradice.",
    conflict: (conflicts) =>
      conflicts === 1
        ? "Los documentos se contradicen en un punto."
        : `Los documentos se contradicen en ${count(conflicts)} puntos.`,
  },
  pair: {
    same: "{a} y {b} tienen el mismo contenido, valor por valor.",
    altered: "{a} y {b} difieren en un evento que se cumple en uno de ellos y no se cumple en el otro.",
    same_record: "{a} y {b} tratan de la misma ficha canónica.",
    same_snapshot: "{a} y {b} contienen la misma instantánea del grafo.",
    other_snapshot:
      "{a} y {b} tratan de un artículo con el mismo título, con instantáneas distintas del grafo.",
    record_conflict:
      "{a} y {b} nombran el mismo número Pith, pero sus fichas canónicas difieren: es el número de una como máximo.",
    other_record: "{a} y {b} tratan de fichas distintas.",
    not_comparable:
      "{a} y {b} no se pueden comparar: no hay en ambos un número Pith completo, ni una instantánea del grafo.",
    same_events: (held) => `{a} y {b} tienen los mismos eventos (${events(held)}).`,
    older: (held, all, further) =>
      `{old} es más antiguo que {new}: tiene los primeros ${count(held)} de los ${count(all)} eventos, en el orden de la fusión; ${events(further)} ${further === 1 ? "llegó" : "llegaron"} después.`,
    within: (held, further) =>
      `{outer} tiene todo lo que tiene {inner} (${events(held)}) y ${events(further)} más; entre lo añadido hay fechas anteriores a la del último de {inner}.`,
    forked: (onlyFirst, onlySecond) =>
      `{a} y {b} se han bifurcado: ${events(onlyFirst)} solo en el primero, ${events(onlySecond)} solo en el segundo.`,
    unestablished: (number) =>
      number === 1
        ? "Uno de los eventos que solo tiene uno de ellos no está firmado con una clave que acredite a su firmante: cualquiera pudo haberlo añadido."
        : `${count(number)} de los eventos que solo tiene uno de ellos no están firmados con una clave que acredite a su firmante: cualquiera pudo haberlos añadido.`,
  },
  conflict: {
    equivocation:
      "Un mismo firmante firmó dos eventos que siguen al mismo anterior: {first} con el digest {firstDigest}, y {second} con {secondDigest}. Eso es una declaración doble, según nuestra interpretación.",
    event_altered:
      "Un identificador de evento designa dos contenidos: {first} da el digest {firstDigest}, {second} da {secondDigest}. Uno de ellos como máximo es lo que se firmó.",
    record_conflict:
      "Un número Pith designa dos fichas canónicas: {first} tiene el digest {firstDigest}, {second} tiene {secondDigest}. Una de ellas como máximo es la del número.",
    state_conflict:
      "Se dice que los mismos eventos dan dos estados: difieren en {first} y {second}. El servicio dice que todos calculan lo mismo.",
  },
  merged: {
    state: (number, statedBy) => {
      const stated =
        statedBy === 0
          ? "ninguno de los documentos lo declara"
          : statedBy === 1
            ? "uno de los documentos lo declara"
            : `${count(statedBy)} de los documentos lo declaran`;
      return `Según nuestra interpretación de la fusión, todos los eventos válidos juntos (${events(number)}) dan este estado; ${stated}.`;
    },
    strangers: (number) =>
      number === 1
        ? "Un evento está firmado con una clave que no acredita a su firmante: no se sabe de quién es esa palabra."
        : `${count(number)} eventos están firmados con una clave que no acredita a su firmante: no se sabe de quién es esa palabra.`,
  },

  reproduction: {
    same: "Se reproduce: verificado de nuevo, este documento da el mismo informe en todos sus valores.",
    differs: (values) =>
      values === 1
        ? "No se reproduce: difiere un valor del informe."
        : `No se reproduce: difieren ${count(values)} valores del informe.`,
    differsMore: (values, listed) =>
      `No se reproduce: difieren ${count(values)} valores del informe; se enumeran los primeros ${count(listed)}.`,
  },
  finding: {
    "report.other_document": [
      "Este no es el documento del que trata el informe: su SHA-256 es otro.",
      "Dé exactamente el archivo a partir del cual se hizo el informe; un archivo vuelto a guardar es otro.",
    ],
    "report.other_verifier": [
      "El informe se hizo con otra versión del verificador.",
      "Las diferencias pueden venir de ahí. Para estar seguro, use la versión que nombra el informe.",
    ],
    "report.other_verdict": [
      "El veredicto del informe es distinto del de esta ejecución.",
      "No se fíe del informe; fíese de esta ejecución.",
    ],
    "report.other_ring": [
      "El informe se hizo con claves distintas de las incorporadas en este verificador.",
      "Que se reproduzca no dice nada sobre de quién son estas claves: las eligió quien hizo el informe.",
    ],
    "report.other_proofs": [
      "El informe se hizo con pruebas de OpenTimestamps distintas de las de esta ejecución.",
      "Un informe no las contiene. Dé exactamente las pruebas con que se hizo; en la línea de órdenes, con --ots.",
    ],
    "report.other_headers": [
      "El informe se hizo con cabeceras de bloque distintas de las de esta ejecución.",
      "Un informe no las contiene. Dé exactamente las cabeceras con que se hizo, en el mismo orden; en la línea de órdenes, con --header.",
    ],
    "report.assumed_time": [
      "El informe supone un momento en que el documento existía; eso fue la palabra de alguien y se dio por bueno.",
      "Si es así, ningún verificador puede saberlo por el informe.",
    ],
  },

  proof: {
    "timestamp.not_a_proof": [
      "Se esperaban los primeros bytes de una prueba de OpenTimestamps y se encontró otra cosa, en el byte {offset} de la prueba.",
      "Dé el archivo que termina en .ots, tal como se recibió.",
    ],
    "timestamp.version_unknown": [
      "Se esperaba la versión 1 del formato y se encontró otra, en el byte {offset} de la prueba.",
      NEWER,
    ],
    "timestamp.hash_unknown": [
      "Se esperaba SHA-1, RIPEMD-160, SHA-256 o Keccak-256 y se encontró otra cosa, en el byte {offset} de la prueba.",
      NEWER,
    ],
    "timestamp.truncated": [
      "Se esperaba más de la prueba y se encontró su final, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.number_too_large": [
      "Se esperaba un número menor que 2^32 y se encontró uno mayor, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.number_not_shortest": [
      "Se esperaba un número en los menos bytes posibles y se encontró uno en más, en el byte {offset} de la prueba.",
      "Los programas leen un número así de maneras distintas. Escriba de nuevo la prueba con el programa que la hizo.",
    ],
    "timestamp.empty_fork": [
      "Se esperaba una rama tras el byte 0xff y se encontró otro 0xff, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.operation_unknown": [
      "Se esperaba una operación conocida, una atestación o una rama y se encontró otra cosa, en el byte {offset} de la prueba.",
      NEWER,
    ],
    "timestamp.argument_length": [
      "Se esperaba un argumento de una longitud permitida y se encontró otra, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.message_too_long": [
      "Se esperaba una operación cuyo resultado no fuera demasiado largo y se encontró uno más largo, en el byte {offset} de la prueba.",
      "El formato no permite un mensaje más largo.",
    ],
    "timestamp.payload_too_long": [
      "Se esperaba una atestación que no fuera demasiado larga y se encontró una más larga, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.payload_not_used_up": [
      "Se esperaba el final de la atestación y se encontraron más bytes en ella, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.calendar_too_long": [
      "Se esperaba una dirección de calendario que no fuera demasiado larga y se encontró una más larga, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.calendar_character": [
      "Se esperaban letras, cifras y - . _ / : en la dirección de un calendario y se encontró otro carácter, en el byte {offset} de la prueba.",
      "El formato no permite ahí nada más, para que una dirección no pueda causar daño.",
    ],
    "timestamp.trailing_bytes": [
      "Se esperaba el final de la prueba y se encontraron más bytes, en el byte {offset} de la prueba.",
      DAMAGED,
    ],
    "timestamp.limit_bytes": [
      "Se esperaban {most} bytes como máximo y se encontraron {bytes}.",
      "Las pruebas reales tienen unos miles.",
    ],
    "timestamp.limit_depth": [
      "Se esperaban menos operaciones seguidas, en el byte {offset} de la prueba.",
      "La implementación de referencia también lo rechaza.",
    ],
    "timestamp.limit_operations": [
      "Se esperaban menos operaciones, en el byte {offset} de la prueba.",
      "Las pruebas reales tienen unos centenares.",
    ],
    "timestamp.limit_attestations": [
      "Se esperaban menos atestaciones, en el byte {offset} de la prueba.",
      "Las pruebas reales tienen unas pocas.",
    ],
    "timestamp.limit_messages": [
      "Se esperaban menos bytes en los resultados de todas las operaciones, en el byte {offset} de la prueba.",
      "Las pruebas reales tienen unos miles.",
    ],
    "timestamp.limit_proofs": ["Se esperaban {most} pruebas como máximo y se encontraron más.", FEWER],
  },
  start: {
    "timestamp.starts_from_record": [
      "La prueba parte del digest de la ficha canónica {at}, calculado de nuevo: {digest}.",
      "",
    ],
    "timestamp.starts_from_file": [
      "La prueba parte del digest de todo el archivo recibido, no del de la ficha canónica.",
      "Trata exactamente de estos bytes. De otra copia del documento, escrita de otra manera, no dice nada.",
    ],
    "timestamp.starts_from_stated": [
      "La prueba parte de un digest que el documento declara {at}, no del de la ficha canónica: {digest}.",
      "Se esperaba el digest de la ficha canónica. Lo que vale este depende de sobre qué se calcula.",
    ],
    "timestamp.starts_from_wrong_digest": [
      "La prueba parte del digest que el documento declara {at}, pero su ficha canónica da otro, no {digest}.",
      "La ficha se cambió después de hacerse la prueba, o la prueba trata de otra ficha.",
    ],
    "timestamp.starts_elsewhere": [
      "La prueba no trata de este documento: se esperaba que partiera del digest de la ficha canónica, y parte de {digest}.",
      "Busque la prueba que se hizo para este documento, o el documento para el que se hizo esta prueba.",
    ],
    "timestamp.no_record": [
      "No se ha comparado aquello de lo que parte la prueba: se esperaba una ficha canónica con el digest {digest}, y no se encontró ninguna ficha canónica en el documento.",
      "Dé la ficha o el paquete para el que se hizo la prueba.",
    ],
  },
  attestation: {
    "timestamp.pending": [
      "Un calendario ha prometido anclarlo, {calendar}; aún no se nombra ningún bloque.",
      "Pida el resto a ese calendario con un programa de OpenTimestamps (ots upgrade) y dé después la prueba nueva. Aquí no se descarga nada.",
    ],
    "timestamp.header_not_supplied": [
      "Anclado en el bloque {height} de Bitcoin, cabecera no aportada: se esperaba una con la raíz de Merkle {root}.",
      "Tome la cabecera de 80 bytes de ese bloque de un nodo o de un explorador de bloques en el que confíe, e indíquela en hexadecimal. Aquí no se descarga nada.",
    ],
    "timestamp.header_not_matching": [
      "Anclado en el bloque {height} de Bitcoin, pero ninguna cabecera aportada tiene la raíz de Merkle {root}.",
      "O las cabeceras son de otros bloques, o la prueba es errónea. Tome la cabecera de ese bloque de un nodo o de un explorador de bloques en el que confíe.",
    ],
    "timestamp.anchored": [
      "La ficha canónica existía no más tarde de {time}, con un margen de dos horas: una cabecera aportada tiene la raíz de Merkle {root} a la que lleva la prueba, que según su palabra está en el bloque {height} de Bitcoin.",
      COMPARE,
    ],
    "timestamp.anchored_other": [
      "Aquello de lo que parte la prueba existía no más tarde de {time}, con un margen de dos horas: una cabecera aportada tiene la raíz de Merkle {root}, según la palabra de la prueba en el bloque {height} de Bitcoin. La prueba no parte de la ficha canónica de este documento.",
      COMPARE,
    ],
    "timestamp.header_easily_made": [
      "Anclado en el bloque {height} de Bitcoin, y una cabecera aportada tiene la raíz de Merkle {root}, pero eso muestra poco: los primeros bloques representan tan pocos hashes, aquí unos 2^{work}, que hoy se puede hacer una cabecera así a bajo coste.",
      "Compare el hash de la cabecera, {hash}, con un nodo o con exploradores de bloques en los que confíe.",
    ],
    "timestamp.header_too_easy": [
      "Una cabecera aportada tiene la raíz de Merkle {root}, pero no es la del bloque {height} de Bitcoin: se esperaba un objetivo de más hashes y se encontró 2^{work}.",
      "Alguien hizo esta cabecera, o la prueba nombra otro bloque que aquel en el que se ancló. El trabajo mínimo para una altura es interpretación nuestra.",
    ],
    "timestamp.header_without_work": [
      "Una cabecera aportada tiene la raíz de Merkle {root}, pero ningún trabajo: su hash {hash} está por encima de su propio objetivo {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_target_malformed": [
      "Una cabecera aportada tiene la raíz de Merkle {root}, pero ningún objetivo que Bitcoin permita: se esperaba 1d00ffff como máximo y se encontró {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.root_length": [
      "La prueba no puede llevar al bloque {height} de Bitcoin: se esperaba una raíz de Merkle de 32 bytes y se encontró un mensaje de {length}.",
      DAMAGED,
    ],
    "timestamp.other_chain": [
      "Anclado en el bloque {height} de {chain}, lo que no se ha comprobado: este verificador solo comprueba Bitcoin.",
      "Busque una prueba con una atestación de Bitcoin.",
    ],
    "timestamp.unknown_kind": [
      "No se ha comprobado una atestación de una clase que este verificador no conoce, {tag}.",
      NEWER,
    ],
  },
  header: {
    "timestamp.header_malformed": [
      "Se esperaba una cabecera de bloque de 80 bytes como 160 dígitos hexadecimales y se encontró otra cosa.",
      "Copie la cabecera del bloque en bruto, no su hash ni sus partes.",
    ],
    "timestamp.limit_headers": [
      "Se esperaban {most} cabeceras de bloque como máximo y se encontraron {given}.",
      FEWER,
    ],
    "timestamp.header_target_malformed": [
      "La cabecera {hash} no tiene ningún objetivo que Bitcoin permita: se esperaba 1d00ffff como máximo y se encontró {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.header_without_work": [
      "La cabecera no tiene trabajo: su hash {hash} está por encima de su propio objetivo {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_unused": [
      "Ninguna prueba lleva a la raíz de Merkle de esta cabecera, {root}.",
      "Es la cabecera de otro bloque que los que nombran las pruebas, o de ninguno.",
    ],
  },
};
