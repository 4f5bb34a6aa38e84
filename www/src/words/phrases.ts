/**
 * What the verifier itself writes where text of the document stands otherwise, as it writes it. A language
 * says each in its own words; a test holds the list against the verifier.
 */
export const PHRASES = [
  // Kinds of values, and what was expected of one.
  "null",
  "a boolean",
  "a number",
  "a string",
  "an array",
  "an object",
  "an event object",
  "a member",
  "a key identifier",
  "32 hexadecimal digits",
  "nothing",
  // What became of a signature.
  "holds",
  "does not hold",
  "holds for the stated digest",
  "a key of the key ring",
  "not in the key ring",
  "the Pith registry’s key, built into this verifier",
  // What stands in place of an integrity event's payload.
  "a canonical record",
  "a bundle",
  "an event of a bundle",
  // What a command prints.
  "the digest, as it must be stated",
  "the digest of the hashed bytes",
  "the value, computed from the canonical record",
  "the hash of the text, as the record must have it",
  "the fingerprint, computed from the key",
  "whether the signature holds",
  // Why a merge is only a reading.
  "the merge has another name than the known one",
  "the part that an event of this type has in the merge is not published",
  "what it means that an event supersedes or follows another is not published",
  "an event was not shown to be valid",
  "an event has no time that can be ordered",
  "there is not exactly one event record_created",
  "what the same event counts for a second time is not published",
] as const;

export type Phrase = (typeof PHRASES)[number];

/** What else the verifier says that has no code of its own: where its sentences begin or end so. */
export const MARKS = {
  linked: "It supersedes or follows other events",
  onlyAReading: "It is only a reading: ",
  worthCounts: "What it was compared with rests on a signature with a key of your key ring.",
  worthStranger: "What it was compared with rests on a signature, but not with a key of your key ring",
  worthLapsed: "What it was compared with rests on a signature, but ",
  worthBroken: "is broken: whatever agrees with it or not",
} as const;
