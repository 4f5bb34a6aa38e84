// Several documents side by side.
import { count, counted } from "./counted.ts";

export const comparison = {
  compared: (documents: number) => `${counted(documents, "document")} compared.`,
  conflicts: "What contradicts",
  first: "First",
  second: "Second",
  rule: "Rule",
  where: "Where",
  /** `{document}` says it at `{place}`. */
  side: "{document} at {place}",
  sha256: "SHA-256",
  signature: "Signature",
  key: "By the key",
  table: "Side by side",
  tableIs: (documents: number) => `${counted(documents, "document")} in columns, what is compared in rows`,
  fact: "Compared",
  /** A document by its number. */
  number: (document: number) => `[${count(document)}]`,
  noName: "without a name",
  report: "Its own report",
  reportOf: (document: number) => `: document ${count(document)}`,
  differs: "differs",
  rows: {
    kind: "Kind",
    verdict: "Verdict",
    sentence: "What it comes to",
    pith_number: "Pith Number",
    record_sha256: "Digest of the record",
    canonical_sha256: "Digest of the whole, in canonical form",
    sha256: "Digest of the file",
    events: "Events",
  },
  none: "none",
  eventsOf: (events: number) => counted(events, "event"),
  event: "Event",
  noType: "an event without a type",
  /** `{time}` is what the event says. */
  dated: "dated {time} by its signer",
  /** `{key}` is a fingerprint. */
  signedTrusted: "signed by {key}, a key that you trust",
  signedUnknown: "signed by {key}, whose key is not established",
  /** How an event stands in one document. */
  standing: {
    valid: "Valid",
    unchecked: "Not checked",
    listed: "Listed, unsigned",
    invalid: "Not valid",
    absent: "Absent",
  },
  more: (shown: number, rest: number) => `Show more: ${count(shown)} of ${count(rest)}`,
  pairs: "How they stand to each other",
  /** The name of a relation stands before what was found. */
  relation: (label: string) => `${label}.`,
  merged: "All together",
  mergedAbout:
    "The state that the valid events of all these documents give together. Nobody has signed it as a whole.",
  mergedNumber: "Pith Number",
  stateSha256: "state_sha256",
  state: "State",
};
