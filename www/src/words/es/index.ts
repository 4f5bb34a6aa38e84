// Español. Las palabras que son iguales en todas partes:
//
// bundle            paquete
// record            ficha (registry: registro); canonical record: ficha canónica
// paper, abstract   artículo, resumen
// Pith Number       número Pith
// event             evento; payload: contenido
// receipt           recibo
// state             estado
// graph snapshot    instantánea del grafo; section: sección
// mirror manifest   manifiesto de espejos
// digest            digest (porque resumen es abstract, y huella es fingerprint); hash: hash
// signature         firma; signer: firmante; to sign: firmar; holds: es válida
// key               clave; key ring: llavero; fingerprint: huella
// trust             confiar; established: acreditado
// check             comprobación; verifier: verificador; to verify: verificar
// outcome           superada, fallida, sin comprobar, observación
// verdict           veredicto: verificado, coherente, sin firma, inválido, ilegible
//                   (verified, consistent, unsigned, broken, unreadable)
// coverage          cobertura: firmado, derivado, vinculado, prueba, con suma de control, sin cobertura
//                   (signed, derived, bound, proof, checksummed, not covered)
// stated, claimed   declarado
// value, leaf       valor; place: lugar; member: miembro; entry: elemento
// canonical form    forma canónica
// merge             fusión; our reading: nuestra interpretación
// equivocation      declaración doble (equivocación es un error)
// timestamp proof   prueba de sello de tiempo, o prueba; attestation: atestación; calendar: calendario
// block header      cabecera de bloque; merkle root: raíz de Merkle; target: objetivo
// report            informe; to reproduce: reproducirse
// command line      línea de órdenes
import type { Catalogue } from "../catalogue.ts";
import { bench } from "./bench.ts";
import { checker, opinion } from "./checker.ts";
import { comparison } from "./comparison.ts";
import { count } from "./counted.ts";
import { coverage } from "./coverage.ts";
import { desk } from "./desk.ts";
import { elements } from "./elements.ts";
import { evidence } from "./evidence.ts";
import { graph } from "./graph.ts";
import { hand } from "./hand.ts";
import { help } from "./help.ts";
import { number } from "./number.ts";
import { page } from "./page.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { sentences } from "./sentences.ts";
import { share } from "./share.ts";
import { trust } from "./trust.ts";

export const es: Catalogue = {
  tag: "es",
  direction: "ltr",
  count,
  checker,
  coverage,
  desk,
  opinion,
  page,
  number,
  share,
  elements,
  evidence,
  help,
  bench,
  comparison,
  graph,
  hand,
  replay,
  trust,
  report,
  sentences,
};
