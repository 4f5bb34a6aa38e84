// Documents in which hostile texts stand in the places of texts: which text in which place, in which document.
import { hostileStrings, sample } from "./documents.js";

/** A harmless text, in no place the right one and nowhere twice. As long as the other, for a long one is not checked. */
const plain = (text, at) => `a plain text ${at}`.padEnd([...text].length, ".");

/** Of these hangs what else is looked at in a document: they are changed in documents of their own. */
const TYPES = /\/(bundle_type|state_type|event_type|receipt\/kind|bundle_version|state_version)$/;

/** What a text is, by the name it has: in places of one kind the same is done with it. */
const KINDS = {
  time: /_at$/,
  digest: /sha256|fingerprint|event_id|signature_b64|public_key_/,
  address: /url$|\/links\/|license$/,
  text: /title$|headline$|authors_text$|abstract_excerpt$|summary$|claim$|assumption$|notes$|\/name$/,
  word: /./,
};

/** The hostile texts, or nothing when they are not here. */
export function payloads() {
  const strings = hostileStrings();
  return strings && [...strings.display.map(({ string }) => string), ...strings.urls.map(({ url }) => url)];
}

/** The places of a document that hold a text: way, pointer and kind of each, in the order of the document. */
export function places(name) {
  const found = [];
  const look = (value, way) => {
    if (typeof value === "string") {
      const pointer = `/${way.join("/")}`;
      const [kind] = Object.entries(KINDS).find(([, names]) => names.test(pointer));
      found.push({ way, pointer, kind, isType: TYPES.test(pointer) });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, below] of Object.entries(value)) look(below, [...way, key]);
    }
  };
  look(JSON.parse(sample(name).bytes), []);
  return found;
}

/** The document with other texts in some places. */
function written(name, texts) {
  const tree = JSON.parse(sample(name).bytes);
  for (const [{ way }, text] of texts) {
    const last = way.at(-1);
    way.slice(0, -1).reduce((at, key) => at[key], tree)[last] = text;
  }
  return JSON.stringify(tree);
}

/** One document, and the same with a harmless text in each of its places. */
function pair(name, some, text) {
  const texts = some.map((place, at) => [place, text(at)]);
  const plainly = texts.map(([place, text], at) => [place, plain(text, at)]);
  return {
    texts: texts.map(([, text]) => text),
    hostile: written(name, texts),
    plain: written(name, plainly),
  };
}

/**
 * All texts in all places, a Latin square: in the document with the number `shift` the place with the number `at`
 * holds the text with the number `at + shift`. The places are dealt into so many hands, each with documents of its
 * own, so that in each most of the bundle is as it was signed.
 */
export function* square(name, some, hands, shifts) {
  const texts = payloads();
  for (let hand = 0; hand < hands; hand += 1) {
    const held = some.filter((_, at) => at % hands === hand);
    for (const shift of shifts) yield pair(name, held, (at) => texts[(at + shift) % texts.length]);
  }
}

/**
 * As few documents as it takes for every place to be filled and every text to stand in a place of each kind. Each
 * document fills all of `some`.
 */
export function* cover(name, some) {
  const texts = payloads();
  const count = (kind) => some.filter((place) => place.kind === kind).length;
  const fewest = Math.min(...some.map(({ kind }) => count(kind)));
  for (let round = 0; round * fewest < texts.length; round += 1) {
    const next = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, round * count(kind)]));
    const order = some.map(({ kind }) => texts[next[kind]++ % texts.length]);
    yield pair(name, some, (at) => order[at]);
  }
}
