// The bundle's digests and signatures in JavaScript alone: JSON.parse, @noble/hashes and @noble/curves.
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { fromBase64, fromHex, parts, toHex } from "./bundle.js";

const encoder = new TextEncoder();
const { Point } = ed25519;
const { Fn } = Point;

/** What tells of a bundle whether all its digests, and all its signatures by this key, hold. */
export function noble(hex) {
  const key = fromHex(hex);
  return verifier((signature, digest) => ed25519.verify(signature, digest, key, { zip215: false }));
}

/**
 * The same with tables for a key that is known, as the library has them for the base point. Its `verify` takes no point,
 * so this is the equation of RFC 8032 by its points; R is compared by its bytes, so that it need not be decoded.
 */
export function nobleWithTables(hex) {
  const key = fromHex(hex);
  const negative = Point.fromBytes(key).negate().precompute(8, false);
  return verifier((signature, digest) => {
    const [r, s] = [signature.subarray(0, 32), number(signature.subarray(32))];
    if (signature.length !== 64 || !Fn.isValid(s)) return false;
    const hash = sha512.create().update(r).update(key).update(digest).digest();
    const point = Point.BASE.multiplyUnsafe(s).add(negative.multiplyUnsafe(Fn.create(number(hash))));
    return toHex(point.toBytes()) === toHex(r);
  });
}

function verifier(isSigned) {
  return (bytes) =>
    parts(bytes).every(({ text, stated, signature }) => {
      const digest = sha256(encoder.encode(text));
      if (toHex(digest) !== stated) return false;
      return signature === null || isSigned(fromBase64(signature), digest);
    });
}

/** Bytes as a number, the lowest first. */
const number = (bytes) => BigInt(`0x${toHex(bytes.toReversed())}`);
