// The picture of the evidence: its parts, the links between them, and what is said around it.
import type { LinkName, PartName } from "../../elements/graph/evidence.ts";
import type { Outcome, OutcomeCounts } from "../../report.ts";
import { count, counted } from "./counted.ts";

/** What stands in the box of a part. Of `event`, `event_digest` and `key` there can be several. */
const part: Record<Exclude<PartName, "event" | "event_digest" | "key">, string> = {
  document: "The whole document",
  record: "Canonical record",
  paper: "Title and abstract",
  record_digest: "Digest of the record",
  number: "Pith Number",
  names: "Short number and aliases",
  receipt: "Receipt",
  sections: "Sections of the graph",
  findings: "Integrity section",
  section_digests: "Digests of sections",
  state: "Merged state",
  state_digest: "Digest of the state",
  bundle_digest: "Digest of the bundle",
  proofs: "Timestamp proofs",
  listed_key: "Key as the document lists it",
  ring: "Key ring",
};

/** What stands in the label of a link. */
const link: Record<LinkName, string> = {
  form: "Type and version",
  listed_events: "Events that it lists",
  document_source: "Source repeated",
  record_form: "Version",
  title: "Title against its hash",
  abstract: "Abstract against its hash",
  record_digest: "Digest computed anew",
  number: "Made from the digest",
  names: "Made from these two",
  receipt_digest: "Digest repeated",
  receipt_signature: "Receipt signature",
  event_form: "What it says of itself",
  event_record: "Repeated from the record",
  event_digest: "Digest computed anew",
  event_signature: "Event signature",
  sections_source: "Source repeated",
  section_digest: "Digests computed anew",
  findings_digest: "Digest computed anew",
  state_form: "Type and version",
  state_counts: "Counts and order",
  state_record: "Repeated from the record",
  rebuilt: "Rebuilt from the events",
  state_digest: "Digest computed anew",
  bundle_digest: "Digest computed anew",
  bundle_signature: "Bundle signature",
  proofs: "Proofs that it carries",
  spelling: "Spellings and fingerprint",
  trust: "Whose key it is",
};

const outcome: Record<Outcome, string> = {
  passed: "passed",
  failed: "failed",
  not_checked: "not checked",
  noted: "noted",
};

export const graph = {
  title: "How it hangs together",
  about:
    "Each box is a part of the document, or something computed from one. Each line is a check, or several: it leads from what was computed with to what that was compared with. Choose a label to go to its check.",
  /** The name of the picture, to those who listen to the page. */
  picture: "Parts of the document, and the checks between them",
  part,
  link,
  outcome,
  event: (number: number) => `Event ${count(number)}`,
  events: (of: number) => counted(of, "event"),
  failingEvents: (of: number) => `${counted(of, "more event")} with a failure`,
  otherEvents: (of: number) => `${counted(of, "event")} of several types`,
  unplacedEvents: "Events",
  eventDigest: (number: number) => `Digest of event ${count(number)}`,
  eventDigests: (of: number) => `Digests of ${counted(of, "event")}`,
  failingEventDigests: (of: number) => `Digests of ${counted(of, "more event")} with a failure`,
  otherEventDigests: (of: number) => `Digests of ${counted(of, "event")} of several types`,
  unplacedEventDigests: "Digests of events",
  key: (number: number) => `Key ${count(number)}`,
  otherKeys: (of: number) => counted(of, "other key"),
  noKey: "No key that could be used",
  ringKeys: (of: number) => `${counted(of, "key")} to trust here`,
  /** Events, by what the document says they are. */
  ofType: (events: string, type: string) => `${events} of type ${type}`,
  /** What came of the checks of one link, worst first. */
  tally: (outcomes: OutcomeCounts) => {
    const found = (["failed", "noted", "not_checked", "passed"] as const).filter(
      (each) => outcomes[each] > 0,
    );
    const isOne = found.length === 1 && found.every((each) => outcomes[each] === 1);
    // A number stays with its word where a line is broken.
    const of = (each: Outcome) => `${count(outcomes[each])} ${outcome[each]}`.replaceAll(" ", "\u00a0");
    return found.map((each) => (isOne ? outcome[each] : of(each))).join(", ");
  },
  /** A link in one sentence. `from` and `to` are the titles of boxes. */
  sentence: (name: string, tally: string, from: string[], to: string) =>
    from.length === 0
      ? `${name}: ${tally}. About “${to}”.`
      : `${name}: ${tally}. From ${from.map((each) => `“${each}”`).join(", ")} to “${to}”.`,
  list: "The same as a list",
  saveSvg: "Save as SVG",
  savePng: "Save as PNG",
  saveFailed: "This browser could not draw the picture as a PNG. The SVG holds the same.",
  /** In a picture that is saved. */
  saved: {
    title: "How a Pith document hangs together",
    document: (sha256: string) => `SHA-256 of the document: ${sha256}`,
    verifier: (verifier: string) => `Drawn from the report of ${verifier}`,
  },
};
