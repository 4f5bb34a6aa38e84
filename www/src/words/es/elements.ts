import type { Catalogue } from "../catalogue.ts";
import { count, counted } from "./counted.ts";

const bytes = (number: number) => counted(number, "byte", "bytes");

export const elements: Catalogue["elements"] = {
  checkList: {
    more: (shown, rest) => `Mostrar más: ${count(shown)} de ${count(rest)}`,
  },
  check: {
    place: "Lugar",
    rule: "Regla",
    key: "Clave",
    required: "Necesaria para «verificado».",
    notRequired: "No necesaria para «verificado».",
    section: (section, basis) => `Sección ${section} de la descripción de los documentos Pith. ${basis}.`,
    outcome: (outcome) => `${outcome}:`,
    original: "Las palabras del propio verificador, en inglés",
  },
  checks: {
    title: "Las comprobaciones",
    others: "Todas las demás comprobaciones",
    noted: "Observaciones",
    notedMeans: "Ni superadas ni fallidas.",
    notChecked: "Sin comprobar",
    notCheckedMeans: "Nunca cuentan como superadas.",
    passed: "Superadas",
    passedMeans: "Abra una línea para ver qué se calculó, y a partir de qué bytes.",
    count: (checks) => counted(checks, "comprobación", "comprobaciones"),
  },
  claims: {
    title: "Lo que dice de sí mismo",
    about:
      "Estas son las palabras del propio documento. Junto a cada una figura lo que la protege de cambios.",
  },
  compare: {
    expected: "Esperado",
    computed: "Calculado",
    whole: "Mostrar ambos enteros",
    part: "Mostrar solo la diferencia",
    equal: (characters) => counted(characters, "carácter igual", "caracteres iguales"),
    more: (characters) => `${count(characters)} más`,
    ends: (which, character) => `${which}: termina antes del carácter ${count(character)}.`,
    first: (character) => `Primera diferencia en el carácter ${count(character)}.`,
  },
  diagnosis: {
    title: "Por qué, hasta donde se puede ver.",
    there: "Allí",
    here: "Aquí",
  },
  failures: {
    title: "Lo que falló",
    count: (checks) => counted(checks, "comprobación fallida", "comprobaciones fallidas"),
    several:
      "Un solo cambio puede hacer fallar varias comprobaciones: lo que contiene un valor cambiado tiene también otro digest.",
  },
  file: {
    title: "El archivo",
    name: "Nombre",
    noName: "Ninguno: se pegó o se tecleó",
    length: "Longitud",
    bytes,
    sha256: "SHA-256",
  },
  keys: {
    title: "De quién es la clave",
    choose: "Elegir en qué claves confiar",
    onlyListed: "Ninguna: solo está enumerada",
    signatures: (signatures) => `${counted(signatures, "firma es válida", "firmas son válidas")} para ella`,
    identifier: "Identificador",
    source: "Conocida por",
    status: "Situación",
    from: "Vale desde",
    until: "Vale hasta",
    note: "Nota",
    signaturesHere: "Firmas aquí",
    fingerprint: "Huella",
    publicKey: "Clave pública",
  },
  meaning: {
    title: "Qué significa esto",
    shows: "Lo que esto muestra",
    showsNot: "Lo que esto no muestra",
  },
  redo: {
    title: "Repetirlo sin esta página",
    about:
      "Guarde el documento como {file}, abra un terminal en la misma carpeta y ejecute una de estas órdenes. Del documento solo figuran en ellas digests, claves, firmas y nombres de miembros.",
    prints: "Si la comprobación se cumple, escribe {text}",
    tool: "{tool}: {label}",
  },
  reproduction: {
    same: "El mismo informe",
    other: "Otro informe",
    about:
      "Informe {report} sobre {document}, con las claves que nombra el informe. Cuál es el veredicto sobre el documento lo dice su propio informe.",
    findings: "Antes de nada",
    differences: "En qué difieren",
    inReport: "Informe",
    here: "Aquí",
    more: (values) => `y ${counted(values, "valor más", "valores más")}`,
  },
  text: {
    wholeDocument: "todo el documento",
    empty: "texto vacío",
    less: "Mostrar menos",
    all: (characters) =>
      characters === 1 ? "Mostrar el único carácter" : `Mostrar los ${count(characters)} caracteres`,
  },
  timestamps: {
    title: "Sellos de tiempo",
    about:
      "Indicios al lado del documento. Dicen que el digest existía en un momento, y nada sobre quién lo hizo; el veredicto de arriba no depende de ellos.",
    noName: "Una prueba",
    start: "Parte de",
    startIs: "Que es",
    proof: "La prueba",
    proofIs: (number) => `${bytes(number)}, SHA-256 {sha256}`,
    operations: "Sus operaciones",
    operation: "{number} {operation} {argument} {source} da {result}",
    ofStart: "sobre el inicio",
    ofResult: (number) => `sobre el resultado de ${number}`,
    more: (operations) => `y ${count(operations)} más`,
    calendar: "Calendario",
    merkleRoot: "Raíz de Merkle, como en la cabecera",
    merkleRootReversed: "Como la escriben los exploradores",
    header: "Cabecera del bloque.",
    hash: "Hash",
    time: "Hora, como la escribió el minero",
    attestation: (kind) => `${kind}.`,
  },
  verdict: {
    about: (kind, checks) => (checks === "" ? `${kind}.` : `${kind}. Comprobaciones: ${checks}.`),
    notJudged: "Por qué no se juzgó",
    stopped: (line, column) => `La lectura se detuvo en la línea ${count(line)}, columna ${count(column)}`,
    offset: (offset) => `Byte ${count(offset)} del archivo, contando desde 0.`,
  },
};
