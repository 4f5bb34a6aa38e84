// The evidence of a report as parts and the links between them: which checks lead from what to what. Nothing
// is judged here; a link has the outcomes of its checks.
import type { Check, CheckName, ClaimName, Kind, Outcome, OutcomeCounts, Report } from "../../report.ts";
import { drawn } from "./drawn.ts";

/** The most parts that a picture has; events are grouped until there are no more. */
const MOST_PARTS = 25;
/** So many events are shown one by one. */
const FEW_EVENTS = 4;
/** Of many events, so many that fail are singled out. */
const MOST_SINGLED = 2;
/** So many keys are shown one by one. */
const FEW_KEYS = 3;

/** What can be in the picture. There may be several of `event`, `event_digest` and `key`. */
export type PartName =
  | "record"
  | "paper"
  | "record_digest"
  | "number"
  | "names"
  | "receipt"
  | "event"
  | "event_digest"
  | "sections"
  | "findings"
  | "section_digests"
  | "state"
  | "state_digest"
  | "document"
  | "bundle_digest"
  | "proofs"
  | "listed_key"
  | "key"
  | "ring";

/** What can lead from one part to another, or be checked within one. */
export type LinkName =
  | "form"
  | "listed_events"
  | "document_source"
  | "record_form"
  | "title"
  | "abstract"
  | "record_digest"
  | "number"
  | "names"
  | "receipt_digest"
  | "receipt_signature"
  | "event_form"
  | "event_record"
  | "event_digest"
  | "event_signature"
  | "sections_source"
  | "section_digest"
  | "findings_digest"
  | "state_form"
  | "state_counts"
  | "state_record"
  | "rebuilt"
  | "state_digest"
  | "bundle_digest"
  | "bundle_signature"
  | "proofs"
  | "spelling"
  | "trust";

/**
 * Where a link goes: from what was computed with, to what it was compared with. Without a source it is about
 * its part alone. Of several links from one part (`spread`) each has its label at its target; several to one
 * part (`gather`) have it at their source; one link from several parts (`join`) has it at its target.
 */
export interface Route {
  readonly from: readonly PartName[];
  readonly to: PartName;
  readonly shape: "spread" | "gather" | "join";
}

const spread = (to: PartName, ...from: PartName[]): Route => ({ from, to, shape: "spread" });
const gather = (from: PartName, to: PartName): Route => ({ from: [from], to, shape: "gather" });

export const ROUTES: Record<LinkName, Route> = {
  form: spread("document"),
  listed_events: spread("document"),
  document_source: spread("document", "record"),
  record_form: spread("record"),
  title: spread("record", "paper"),
  abstract: spread("record", "paper"),
  record_digest: spread("record_digest", "record"),
  number: spread("number", "record_digest"),
  names: spread("names", "record", "number"),
  receipt_digest: spread("receipt", "record_digest"),
  receipt_signature: gather("receipt", "key"),
  event_form: spread("event"),
  event_record: spread("event", "record"),
  event_digest: spread("event_digest", "event"),
  event_signature: gather("event_digest", "key"),
  sections_source: spread("sections", "record"),
  section_digest: spread("section_digests", "sections"),
  findings_digest: spread("section_digests", "findings"),
  state_form: spread("state"),
  state_counts: spread("state"),
  state_record: spread("state", "record"),
  rebuilt: { from: ["event"], to: "state", shape: "join" },
  state_digest: spread("state_digest", "state"),
  bundle_digest: spread("bundle_digest", "document"),
  bundle_signature: gather("bundle_digest", "key"),
  proofs: spread("proofs"),
  spelling: gather("listed_key", "key"),
  trust: gather("key", "ring"),
};

/** Where in the document a check was made. */
interface Place {
  kind: Kind;
  pointer: string;
  event: number | null;
  inState: boolean;
}

/** The link that each check stands behind; for some it depends on the place. */
const LINKS: Record<CheckName, LinkName | ((place: Place) => LinkName)> = {
  "document.type": form,
  "document.version": form,
  "record.digest": ({ pointer }) =>
    pointer.endsWith("/receipt/canonical_sha256") ? "receipt_digest" : "record_digest",
  "record.pith_number": ({ kind, inState }) => (kind === "bundle" && inState ? "state_record" : "number"),
  "record.short_pith_number": "names",
  "record.alias": ({ kind, inState }) => (kind === "bundle" && inState ? "state_record" : "names"),
  "record.source": ({ pointer, event, inState }) => {
    if (pointer.endsWith("/graph_snapshot/source")) return "sections_source";
    if (event !== null) return "event_record";
    return inState ? "state_record" : "document_source";
  },
  "record.copy": ({ event }) => (event === null ? "state_record" : "event_record"),
  "title.hash": "title",
  "abstract.hash": "abstract",
  "receipt.signature": "receipt_signature",
  "event.digest": "event_digest",
  "event.id": "event_digest",
  "event.signature": "event_signature",
  "event.signer": "event_form",
  "event.subject": "event_record",
  "event.payload": "event_form",
  "section.digest": ({ kind }) => (kind === "integrity" ? "findings_digest" : "section_digest"),
  "bundle.digest": "bundle_digest",
  "bundle.signature": "bundle_signature",
  "state.digest": "state_digest",
  "state.count": "state_counts",
  "state.applied": "state_counts",
  "state.merge_version": "state_counts",
  "state.rebuilt": "rebuilt",
  "merge.equivocation": "rebuilt",
  "key.encoding": "spelling",
  "key.fingerprint": "spelling",
  "key.trust": "trust",
  "integrity.digest": "event_digest",
  "integrity.signature": "event_signature",
  "integrity.envelope": "event_form",
  "integrity.subject": "event_form",
  "integrity.document": "form",
  "timestamp.proof": "proofs",
  "record.events": "listed_events",
};

/** The checks whose digest or number names the part that they lead to. */
const DIGESTS: ReadonlySet<CheckName> = new Set<CheckName>([
  "record.digest",
  "record.pith_number",
  "event.digest",
  "integrity.digest",
  "state.digest",
  "bundle.digest",
]);

/** From the worst to the best. */
export const OUTCOMES: readonly Outcome[] = ["failed", "noted", "not_checked", "passed"];

/** Events that stand in the picture as one. `type` is text of the document. */
export interface Events {
  of: "one" | "type" | "failing" | "others" | "unplaced";
  /** The first of them, counted from 0. */
  first: number;
  count: number;
  type: string | null;
}

/** Keys that stand in the picture as one. `none` is what takes the place of a key that was not found. */
export interface Keys {
  of: "one" | "others" | "none";
  /** The first of them, an index in the report's `keys`. */
  first: number;
  count: number;
}

/** A part of the document, or something computed from one. */
export interface Part {
  /** Its name, and which one it is of several. */
  id: string;
  name: PartName;
  events: Events | null;
  keys: Keys | null;
  /** What the document has there, as its own text: hostile. */
  quoted: string | null;
}

/** Checks that lead from the same parts to the same part. */
export interface Link {
  id: string;
  name: LinkName;
  /** The parts that it comes from. */
  from: string[];
  /** The part that it goes to. */
  to: string;
  /** Indices in the report's `checks`. */
  checks: number[];
  outcomes: OutcomeCounts;
  /** The worst of the outcomes. */
  outcome: Outcome;
  /** The check to look at first. */
  leads: number;
}

/** All parts and links, in the order in which they are best read. */
export interface Evidence {
  parts: Part[];
  links: Link[];
}

/** The order in which parts are read. */
const ORDER: readonly PartName[] = [
  "paper",
  "record",
  "record_digest",
  "number",
  "names",
  "receipt",
  "event",
  "event_digest",
  "sections",
  "findings",
  "section_digests",
  "state",
  "state_digest",
  "document",
  "bundle_digest",
  "proofs",
  "listed_key",
  "key",
  "ring",
];

/** Parts and links of a report. What could not be read has none. */
export function evidence(report: Report): Evidence {
  return drawn.get(report) ?? draw(report);
}

function draw(report: Report): Evidence {
  const found = find(report);
  const events = eventGroups(report, found, roomForEvents(found));
  const groups = [...new Set(events.values())];
  const parts = new Map<string, Part>();
  const links = new Map<string, Link>();
  const add = (part: Omit<Part, "quoted">): string => {
    if (!parts.has(part.id)) parts.set(part.id, { ...part, quoted: quoted(report, part) });
    return part.id;
  };
  const begin = (name: LinkName, group: Events, keys: Keys): Link => {
    const { from, to, shape } = ROUTES[name];
    const sources =
      shape === "join"
        ? groups.map((each) => partOf("event", each, keys))
        : from.map((each) => partOf(each, group, keys));
    const target = partOf(to, group, keys);
    const id = [name, ...(shape === "join" ? [] : sources.map(({ id }) => id)), target.id].join(" ");
    const known = links.get(id);
    if (known !== undefined) return known;
    const outcomes = { passed: 0, failed: 0, not_checked: 0, noted: 0 };
    const ends = { from: sources.map(add), to: add(target) };
    const link: Link = { id, name, ...ends, checks: [], outcomes, outcome: "passed", leads: -1 };
    links.set(id, link);
    return link;
  };
  // There can be a great many checks, and there are few links: what a link is made of is looked up by itself.
  const begun = new Map<Events, Map<Keys, Map<LinkName, Link>>>();
  const digests = new Map<string, Set<string>>();
  for (const { check, index, name, event, keys } of found) {
    const group = events.get(event) ?? UNPLACED;
    const its = made(
      made(begun, group, () => new Map<Keys, Map<LinkName, Link>>()),
      keys,
      () => new Map<LinkName, Link>(),
    );
    const link = made(its, name, () => begin(name, group, keys));
    link.checks.push(index);
    link.outcomes[check.outcome] += 1;
    const isWorse = OUTCOMES.indexOf(check.outcome) < OUTCOMES.indexOf(link.outcome);
    if (isWorse) link.outcome = check.outcome;
    if (isWorse || link.leads === -1 || index === report.verdict.failing) link.leads = index;
    const digest = statedDigest(check);
    if (digest !== null) made(digests, link.to, () => new Set<string>()).add(digest);
  }
  // A part that stands for several digests quotes none.
  for (const [id, [digest, ...others]] of digests) {
    const part = parts.get(id);
    if (part !== undefined && digest !== undefined && others.length === 0) part.quoted ??= digest;
  }
  return inOrder([...parts.values()], [...links.values()]);
}

/** What stands in a map under a key, made when nothing does. */
function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = make();
  map.set(key, value);
  return value;
}

/** A check, and where it stands. */
interface Found {
  check: Check;
  index: number;
  name: LinkName;
  /** The number of the event that it is in. */
  event: number | null;
  keys: Keys;
}

function find(report: Report): Found[] {
  const groups = keyGroups(report);
  const objects = keyObjects(report);
  return report.checks.map((check, index) => {
    const place = placed(report.kind, check.pointer);
    const name = linkName(check.name, place);
    const key = name === "spelling" ? objects.get(parent(check.pointer)) : check.key;
    return { check, index, name, event: place.event, keys: groups.get(key ?? null) ?? NO_KEY };
  });
}

/** How many groups of events there may be, each of which takes two parts. */
function roomForEvents(found: Found[]): number {
  const others = new Set<string>();
  const names = new Map<Keys, Set<LinkName>>();
  for (const { name, keys } of found) made(names, keys, () => new Set<LinkName>()).add(name);
  for (const [keys, of] of names) {
    for (const name of of) {
      const parts = [...ROUTES[name].from, ROUTES[name].to].map((each) => partOf(each, UNPLACED, keys));
      for (const { id, events } of parts) if (events === null) others.add(id);
    }
  }
  return Math.floor((MOST_PARTS - others.size) / 2);
}

function partOf(name: PartName, events: Events, keys: Keys): Omit<Part, "quoted"> {
  switch (name) {
    case "event":
    case "event_digest":
      return { id: `${name} ${events.of} ${events.first}`, name, events, keys: null };
    case "key":
      return { id: `${name} ${keys.of} ${keys.first}`, name, events: null, keys };
    default:
      return { id: name, name, events: null, keys: null };
  }
}

function linkName(name: CheckName, place: Place): LinkName {
  const link = LINKS[name];
  return typeof link === "string" ? link : link(place);
}

function form({ kind, pointer, inState }: Place): LinkName {
  if (kind === "state" || inState) return "state_form";
  return pointer.startsWith("/canonical_record/") ? "record_form" : "form";
}

function placed(kind: Kind, pointer: string): Place {
  const inState = kind === "state" || (kind === "bundle" && /^\/state(?:\/|$)/.test(pointer));
  return { kind, pointer, event: eventAt(kind, pointer), inState };
}

/** The number of the event that a place is in, from 0. */
function eventAt(kind: Kind, pointer: string): number | null {
  if (kind === "bundle" || kind === "integrity") {
    const found = /^\/events\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
    return found === undefined ? null : Number(found);
  }
  // A list of events may stand in `events` or alone, and one event may be the whole document.
  if (kind === "event_list") return Number(/^(?:\/events)?\/(\d+)(?:\/|$)/.exec(pointer)?.[1] ?? 0);
  return null;
}

const UNPLACED: Events = { of: "unplaced", first: 0, count: 0, type: null };

/** What each event is shown as, so that there are at most `room` groups; those that fail stand out. */
function eventGroups(report: Report, found: Found[], room: number): Map<number | null, Events> {
  const failing = new Map<number, boolean>();
  for (const { event, check } of found) {
    if (event !== null) failing.set(event, check.outcome === "failed" || failing.get(event) === true);
  }
  const groups = new Map<number | null, Events>();
  const types = eventTypes(report);
  const add = (of: Events["of"], events: number[], type: string | null) => {
    const [first] = events;
    if (first === undefined) return;
    const group = { of, first, count: events.length, type };
    for (const event of events) groups.set(event, group);
  };
  const addOne = (event: number) => add("one", [event], types.get(event) ?? null);

  const all = [...failing.keys()].sort((a, b) => a - b);
  if (all.length <= Math.min(FEW_EVENTS, room)) {
    all.forEach(addOne);
    return groups;
  }
  const failed = all.filter((event) => failing.get(event));
  const singled = failed.slice(0, Math.min(MOST_SINGLED, room - 2));
  singled.forEach(addOne);
  const further = failed.slice(singled.length);
  add("failing", further, null);
  const left = room - singled.length - (further.length > 0 ? 1 : 0);
  const byType = new Map<string | null, number[]>();
  for (const event of all.filter((event) => !failing.get(event))) {
    const type = types.get(event) ?? null;
    made(byType, type, (): number[] => []).push(event);
  }
  const shown = byType.size <= left ? [...byType] : [...byType].slice(0, left - 1);
  for (const [type, of] of shown) add("type", of, type);
  const rest = [...byType].slice(shown.length).flatMap(([, of]) => of);
  add(
    "others",
    rest.sort((a, b) => a - b),
    null,
  );
  return groups;
}

/** The type that each event says it has, as the merge tells it; a page keeps no values of a document. */
function eventTypes({ kind, replay }: Report): Map<number, string> {
  const types = new Map<number, string>();
  for (const { event: pointer, event_type: type } of replay?.steps ?? []) {
    const event = eventAt(kind, `${pointer}/event_type`);
    if (event !== null && type !== null) types.set(event, type);
  }
  return types;
}

const NO_KEY: Keys = { of: "none", first: 0, count: 0 };

/** What each key of the report is shown as; what is signed with no known key stands under `null`. */
function keyGroups({ keys, checks }: Report): Map<number | null, Keys> {
  const groups = new Map<number | null, Keys>([[null, NO_KEY]]);
  const used = new Set(checks.filter(({ name }) => name !== "key.trust").map(({ key }) => key));
  const all = keys.map((_, index) => index).sort((a, b) => Number(used.has(b)) - Number(used.has(a)));
  const shown = all.length <= FEW_KEYS ? all : all.slice(0, FEW_KEYS - 1);
  const rest = all.slice(shown.length);
  for (const first of shown) groups.set(first, { of: "one", first, count: 1 });
  const others: Keys = { of: "others", first: rest[0] ?? 0, count: rest.length };
  for (const each of rest) groups.set(each, others);
  return groups;
}

/** The key that each key object of the document is, as far as it could be read. */
function keyObjects({ keys, checks }: Report): Map<string, number> {
  const byValue = new Map(
    keys.flatMap(({ public_key_hex, fingerprint }, index) => [
      [public_key_hex, index],
      [fingerprint, index],
    ]),
  );
  const objects = new Map<string, number>();
  for (const { name, pointer, key, expected, computed } of checks) {
    if (name === "key.trust" && key !== null) objects.set(pointer, key);
    if (name !== "key.encoding" && name !== "key.fingerprint") continue;
    const found = byValue.get(computed ?? "") ?? byValue.get(expected ?? "");
    if (found !== undefined) objects.set(parent(pointer), found);
  }
  return objects;
}

function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** What the document says that a part is. */
function quoted({ claims, keys, name }: Report, part: Omit<Part, "quoted">): string | null {
  const claimed = (name: ClaimName) => claims.find((claim) => claim.name === name)?.value ?? null;
  switch (part.name) {
    case "document":
      return name;
    case "paper":
      return claimed("title");
    case "record":
      return claimed("source_id");
    case "number":
      return claimed("pith_number");
    case "event":
      return part.events?.type ?? null;
    case "key": {
      const key = part.keys?.of === "one" ? keys[part.keys.first] : undefined;
      return key === undefined ? null : (key.key_id ?? key.fingerprint);
    }
    default:
      return null;
  }
}

/** The digest, or number, that a check was about: as the document states it, or else as it was computed. */
function statedDigest({ name, reason, expected, computed }: Check): string | null {
  const isOne = DIGESTS.has(name) && /^digest\.|\.matches$/.test(reason);
  return isOne ? (expected ?? computed) : null;
}

function inOrder(parts: Part[], links: Link[]): Evidence {
  const number = ({ events, keys }: Part) =>
    keys?.of === "none" ? Infinity : (events?.first ?? keys?.first ?? 0);
  // An event stands before its digest, and both before the next event.
  const rank = ({ name }: Part) => ORDER.indexOf(name === "event_digest" ? "event" : name);
  parts.sort(
    (a, b) => rank(a) - rank(b) || number(a) - number(b) || ORDER.indexOf(a.name) - ORDER.indexOf(b.name),
  );
  // A link stands with the part that has its label.
  const places = new Map(parts.map(({ id }, index) => [id, index]));
  const place = ({ name, from, to }: Link) =>
    places.get((ROUTES[name].shape === "gather" ? from[0] : undefined) ?? to) ?? 0;
  links.sort((a, b) => place(a) - place(b));
  return { parts, links };
}
