// Bundles in which one digest or one signature has another character.

/** Where a bundle of two events, the first of which is of its record, has its digests and its signatures. */
export const PLACES = {
  "digest of the record": ["canonical_sha256"],
  "digest of the first event": ["events", 0, "content_sha256"],
  "digest of the second event": ["events", 1, "content_sha256"],
  "digest of the state": ["state", "state_sha256"],
  "digest of the bundle": ["bundle_signature", "bundle_sha256"],
  "signature of the record": ["events", 0, "payload", "receipt", "signature_b64"],
  "signature of the first event": ["events", 0, "signature", "signature_b64"],
  "signature of the second event": ["events", 1, "signature", "signature_b64"],
  "signature of the bundle": ["bundle_signature", "signature_b64"],
};

/** Which character: at the start, in the middle and near the end of 64 hexadecimal or 88 base64 ones. */
export const CHARACTERS = [0, 31, 63];

/** The bundle with another character at each place, one change at a time. */
export function* changed(bytes) {
  for (const [what, path] of Object.entries(PLACES)) {
    for (const character of CHARACTERS) {
      const bundle = JSON.parse(bytes);
      change(bundle, path, character);
      yield {
        what: `${what}, character ${character}`,
        bytes: new TextEncoder().encode(JSON.stringify(bundle)),
      };
    }
  }
}

/** Puts another character, which is one of both alphabets. */
export function change(bundle, path, character) {
  const owner = path.slice(0, -1).reduce((value, name) => value[name], bundle);
  const text = owner[path.at(-1)];
  const other = text[character] === "0" ? "1" : "0";
  owner[path.at(-1)] = text.slice(0, character) + other + text.slice(character + 1);
}
