// What a report says, in the language that is spoken. In English it is the verifier's own sentence; in another
// language a template of that language, chosen by the report's code and filled from its facts. Nothing is found
// out here: where a report lacks a fact, the sentence does without.
import type {
  Cause,
  Check,
  CheckName,
  ComparedDocument,
  Comparison,
  Conflict,
  ConflictSide,
  Coverage,
  Diagnosis,
  Key,
  KeyTrust,
  LimitName,
  MergedState,
  Pair,
  Redo,
  Refusal,
  Replay,
  ReplayReason,
  Report,
  Reproduction,
  ReproductionFinding,
  TextMatch,
  Timestamp,
  TimestampAttestation,
  TimestampStart,
} from "../report.ts";
import { visible } from "../verify.ts";
import type { Catalogue } from "./catalogue.ts";
import { MARKS, type Phrase, PHRASES } from "./phrases.ts";
import type {
  AttestationReason,
  CheckReason,
  CheckVariant,
  Condition,
  HeaderReason,
  Lapse,
  MatchVariant,
  PlainRelation,
  ProofReason,
  RefusalReason,
  Sentences,
  StartReason,
  Template,
  Why,
} from "./templates.ts";

/** A sentence, and what to do about it or to know. */
export interface Words {
  sentence: string;
  hint: string | null;
}

/** Document text in a sentence is cut at this many characters; the report has all of it elsewhere. */
const SHOWN_LENGTH = 160;

/** What stands in the slots of a template. */
type Slots = Record<string, string>;

/** The names of checks of signatures that a verdict waits for. */
const SIGNATURES: readonly CheckName[] = [
  "bundle.signature",
  "event.signature",
  "receipt.signature",
  "integrity.signature",
];

/** Checks whose values may be what the verifier says of a copy. */
const COPIES: readonly CheckName[] = ["record.source", "record.copy", "event.subject", "event.signer"];

const CONSTANTS: readonly CheckName[] = ["document.type", "document.version"];

// ---- One check

/** What a check found. */
export function checkWords(w: Catalogue, check: Check, report: Report): Words {
  const s = w.sentences;
  if (s === null) return check;
  const key = check.key === null ? undefined : report.keys[check.key];
  const { expected, computed } = values(s, check, key, report);
  return put(checkTemplate(s, check), {
    S: s.subject[check.name],
    at: placed(s, check.pointer),
    E: expected === null ? s.phrase.nothing : shown(s, expected),
    C: computed === null ? s.phrase.nothing : shown(s, computed),
    e: isolated(expected ?? s.phrase.nothing),
    c: computed === null ? s.phrase.nothing : isolated(computed),
  });
}

/** What a check expected and what it found: what the verifier says itself is said in the language that is spoken. */
export function checkValues(
  w: Catalogue,
  check: Check,
  report: Report,
): { expected: string | null; computed: string | null } {
  const key = check.key === null ? undefined : report.keys[check.key];
  return w.sentences === null ? check : values(w.sentences, check, key, report);
}

/** What a command prints, in words. */
export function redoWords(w: Catalogue, redo: Redo): string {
  return w.sentences === null ? redo.label : phrase(w.sentences, redo.label);
}

/** Why a check failed. */
export function diagnosisWords(w: Catalogue, diagnosis: Diagnosis): Words {
  const s = w.sentences;
  if (s === null) return diagnosis;
  const { causes, copy, difference } = diagnosis;
  const value = (text: string | null | undefined) => (text == null ? s.phrase.nothing : shown(s, text));
  const slots = {
    copy: placed(s, copy ?? ""),
    at: difference === null ? "" : placed(s, difference.pointer),
    here: value(difference?.here),
    there: value(difference?.there),
  };
  const [first] = causes;
  if (first === undefined) return diagnosis;
  if (!isCondition(first)) return put(s.causes[first], slots);
  const [why, hint] = CONDITIONS[first];
  const conditions = s.list(causes.filter(isCondition).map((cause) => s.condition[cause]));
  return put([s.matchesIf, s.conditionHint[hint]], { conditions, why: s.why[why] });
}

function checkTemplate(s: Sentences, { name, reason }: Check): Template {
  const variant = checkVariant(name, reason);
  return variant === null ? s.check[reason as CheckReason] : s.checkOf[variant];
}

function checkVariant(name: CheckName, reason: Check["reason"]): CheckVariant | null {
  if (reason === "digest.matches" && name === "integrity.digest") return "digest.matches of integrity";
  if (reason === "signature.holds" && name === "integrity.signature") return "signature.holds of integrity";
  if (reason === "signature.wrong_slot" && name === "integrity.signature") {
    return "signature.wrong_slot of integrity";
  }
  if (reason !== "value.mismatch") return null;
  if (COPIES.includes(name)) return "value.mismatch of a copy";
  return CONSTANTS.includes(name) ? "value.mismatch of a constant" : null;
}

/** The two values of a check. Only where the verifier writes words of its own is anything put in other words. */
function values(
  s: Sentences,
  { name, reason, expected, computed }: Check,
  key: Key | undefined,
  report: Report,
): { expected: string | null; computed: string | null } {
  const say = (text: string | null) => (text === null ? null : phrase(s, text));
  if (reason.startsWith("signature.")) {
    return { expected: signed(s, expected), computed: contentDigest(s, say(computed)) };
  }
  if (name === "key.trust")
    return { expected: window(s, expected, key), computed: time(s, computed, key, report) };
  switch (reason) {
    case "value.missing":
    case "value.wrong_type":
      return { expected: say(expected), computed: say(computed) };
    case "state.not_comparable":
      return { expected, computed: computed === null ? null : because(s, computed) };
    case "state.mismatch":
    case "value.mismatch":
    case "rule.not_published":
      return { expected: orNothing(s, expected), computed: orNothing(s, computed) };
    default:
      return { expected, computed };
  }
}

function signed(s: Sentences, text: string | null): string | null {
  const [, key, digest] = text?.match(/^Ed25519 by key (.+) over ([0-9a-f]{64})$/s) ?? [];
  return key === undefined || digest === undefined ? text : slot(s.values.signed, { key, digest });
}

function contentDigest(s: Sentences, text: string | null): string | null {
  const [, digest] = text?.match(/^the content has the digest ([0-9a-f]{64})$/) ?? [];
  return digest === undefined ? text : slot(s.values.contentDigest, { digest });
}

/** An excerpt of canonical JSON, perhaps with its place, can be no bare word but this one. */
function orNothing(s: Sentences, text: string | null): string | null {
  return text === null
    ? null
    : text.replace(/^(\/.*: )?nothing$/s, (_, place = "") => place + s.phrase.nothing);
}

/** A clause on why something is not known, with its place, as the verifier makes it. */
function because(s: Sentences, text: string): string {
  const why = PHRASES.find((phrase) => text.startsWith(`${phrase}, at `));
  if (why === undefined) return text;
  const place = text.slice(`${why}, at `.length);
  return slot(s.values.because, { why: s.phrase[why], at: placed(s, place === "the top" ? "" : place) });
}

function window(s: Sentences, text: string | null, key: Key | undefined): string | null {
  if (key === undefined || text === null) return text;
  if (!key.in_ring || key.trust === "trusted" || key.trust === "revoked") return phrase(s, text);
  const { valid_from: from, valid_until: until } = key;
  const form =
    from !== null && until !== null ? "both" : from !== null ? "from" : until !== null ? "until" : "none";
  return slot(s.values.window[form], { from: from ?? "", until: until ?? "" });
}

/** What is known of the time of the document, as far as it has to do with a key. */
function time(s: Sentences, text: string | null, key: Key | undefined, report: Report): string | null {
  if (key === undefined || text === null) return text;
  if (!key.in_ring || key.trust === "trusted" || key.trust === "revoked") {
    const fingerprint = `${key.fingerprint}, `;
    return text.startsWith(fingerprint) ? fingerprint + phrase(s, text.slice(fingerprint.length)) : text;
  }
  if (key.trust === "in_window") return text;
  const { at } = report;
  const [, claimed] = text.match(/ claims to be from (\S+?)(?:,| itself$)/) ?? [];
  if (claimed === undefined) return at === null ? s.values.timeUnknown : slot(s.values.existed, { time: at });
  return key.trust === "time_contradicted"
    ? slot(s.values.claimsAfter, { claimed, time: at ?? "" })
    : slot(s.values.claimsItself, { claimed });
}

/** Each condition with why it is not so, and which hint goes with it. */
const CONDITIONS: Record<Condition, readonly [Why, "stays" | "original"]> = {
  byte_order_mark: ["writer", "stays"],
  trailing_newline: ["writer", "stays"],
  trailing_crlf: ["writer", "stays"],
  received_bytes: ["received", "stays"],
  line_breaks_lf: ["writer", "stays"],
  line_breaks_crlf: ["writer", "stays"],
  nfc: ["letters", "original"],
  nfd: ["letters", "original"],
  mojibake_latin1: ["encoding", "original"],
  mojibake_windows_1252: ["encoding", "original"],
  mojibake_latin1_repaired: ["repaired", "original"],
  mojibake_windows_1252_repaired: ["repaired", "original"],
  strings_trimmed: ["whiteSpace", "original"],
  strings_single_spaced: ["whiteSpace", "original"],
  strings_crlf: ["whiteSpace", "original"],
  strings_lf: ["whiteSpace", "original"],
  plain_spaces: ["whiteSpace", "original"],
  letter_case_kept: ["otherWay", "stays"],
  non_ascii_escaped: ["writer", "stays"],
  html_escaped: ["writer", "stays"],
  slashes_escaped: ["writer", "stays"],
  rfc8785_numbers: ["writer", "stays"],
  rfc8785_order: ["writer", "stays"],
  document_order: ["writer", "stays"],
  spaced: ["writer", "stays"],
  indented: ["writer", "stays"],
  integers_as_doubles: ["respelled", "original"],
  doubles_as_integers: ["respelled", "original"],
  numbers_as_received: ["writer", "stays"],
};

function isCondition(cause: Cause): cause is Condition {
  return Object.hasOwn(CONDITIONS, cause);
}

// ---- The document as a whole

/** The verdict, and what it means. */
export function verdictWords(
  w: Catalogue,
  report: Report,
): { sentence: string; shows: string[]; does_not_show: string[] } {
  const s = w.sentences;
  const { word } = report.verdict;
  if (s === null) return report.verdict;
  const { kind, coverage, keys, at } = report;
  const noun = s.kind[kind];
  const signing = keys.filter(({ signatures }) => signatures > 0);
  const strangers = signing.filter(({ in_ring }) => !in_ring);
  const lapses = lapsed(s, keys);
  const assumed = word === "verified" && at !== null && signing.some(({ trust }) => trust === "in_window");
  const required = report.checks.filter((check) => check.required && SIGNATURES.includes(check.name));
  const unchecked = required.filter(({ outcome }) => outcome !== "passed");
  const uncovered = coverage.uncovered + coverage.checksummed;
  const numbers = {
    uncovered: w.count(uncovered),
    total: w.count(coverage.total),
    checksummed: w.count(coverage.checksummed),
    unchecked: w.count(unchecked.length),
    signatures: w.count(required.length),
  };
  const of = (text: string) =>
    slot(text, {
      ...noun,
      ...numbers,
      signers: signers(s, signing, "with"),
      strangers: signers(s, strangers, "subject"),
      lapses: s.clauses(lapses),
      coverage: s.coverage(coverage),
      time: at ?? "",
    });

  const form = (): keyof Sentences["verdict"] => {
    switch (word) {
      case "verified":
        return kind === "bundle" ? "verified" : "verifiedPart";
      case "consistent":
        if (lapses.length > 0) return "lapsed";
        if (unchecked.length > 0) return "unchecked";
        return strangers.length > 0 ? "stranger" : "incomplete";
      case "unsigned":
        return unchecked.length === 0 ? "unsigned" : "unsignedUnverified";
      case "broken":
        return report.outcomes.failed === 1 ? "brokenOne" : "brokenSeveral";
      case "unreadable":
        return "unreadable";
    }
  };

  const shows: string[] = [];
  if (word === "verified") {
    shows.push(slot(s.shows.verified, { signers: signers(s, signing, "object") }), s.coverage(coverage));
  } else if (word === "consistent") shows.push(of(s.shows.consistent));
  else if (word === "broken") shows.push(s.shows.broken);
  else if (word === "unsigned" && kind === "canonical_record") shows.push(s.shows.record);
  else if (word === "unsigned" && coverage.checksummed > 0) shows.push(of(s.shows.checksums));

  const d = s.doesNotShow;
  const not: string[] = [];
  if (assumed) not.push(of(d.assumed));
  if (word === "verified" || word === "consistent") {
    if (word === "consistent" && lapses.length > 0) not.push(d.lapsed);
    if (strangers.length > 0) not.push(d.stranger);
    not.push(d.right, d.times, d.newest);
    if (kind === "integrity") not.push(d.integrity);
    if (uncovered > 0) not.push(d.uncovered);
  } else if (word === "unsigned") {
    not.push(d.maker);
    if (kind === "state") not.push(d.state);
  } else if (word === "broken") not.push(d.before);
  else not.push(d.anything);

  const sentence = of(s.verdict[form()]);
  return {
    sentence: assumed ? s.sequence([sentence, of(s.verdict.assumed)]) : sentence,
    shows,
    does_not_show: not,
  };
}

/** Where a key of the ring is known from. */
export function sourceWords(w: Catalogue, key: Key): string {
  return w.sentences === null ? key.source : phrase(w.sentences, key.source);
}

/** How many of the values are covered. */
export function coverageWords(w: Catalogue, coverage: Coverage): string {
  // Of a document without values the verifier says nothing.
  return w.sentences === null || coverage.total === 0 ? coverage.sentence : w.sentences.coverage(coverage);
}

/** Why a document, or a text in hand, was refused. `report` is the one that the refusal is in, if there is one. */
export function refusalWords(w: Catalogue, refusal: Refusal, report?: Report): Words {
  const s = w.sentences;
  const template = s?.refusal[refusal.reason as RefusalReason];
  if (template === undefined) return refusal;
  return put(template, {
    line: w.count(refusal.line),
    column: w.count(refusal.column),
    bytes: w.count(report?.bytes ?? 0),
    most: most(w, report, refusal.reason),
  });
}

/** Why several documents were not compared: by the reason, or else as the verifier says it. */
export function notComparedWords(w: Catalogue, reason: string, own: string): Words {
  const templates = w.sentences?.notCompared as Record<string, Template> | undefined;
  const template = templates?.[reason];
  return template === undefined ? { sentence: own, hint: null } : put(template, {});
}

/** Keys by name and by where they are known from. Only the ring's names are names. */
function signers(s: Sentences, keys: readonly Key[], role: keyof Sentences["key"]): string {
  if (keys.length === 0) return s.nobody;
  return s.list(
    keys.map(({ in_ring, key_id, fingerprint, source }) => {
      const name = in_ring && key_id !== null ? isolated(visible(key_id)) : fingerprint;
      const key = slot(s.key[role], { name });
      return in_ring ? slot(s.ringKey, { key, source: isolated(visible(phrase(s, source))) }) : key;
    }),
  );
}

/** The order in which it is said what speaks against keys of the ring. */
const LAPSES: readonly Lapse[] = [
  "revoked",
  "retired",
  "outside_window",
  "time_contradicted",
  "window_unproven",
];

/** What the ring says against keys that signed, a clause for each; with a stranger beside such a one, that too. */
function lapsed(s: Sentences, keys: readonly Key[]): string[] {
  const signing = keys.filter(({ signatures }) => signatures > 0);
  const clauses = LAPSES.flatMap((lapse) =>
    signing
      .filter(({ trust }: { trust: KeyTrust }) => trust === lapse)
      .map(({ fingerprint }) => slot(s.lapse[lapse], { key: fingerprint })),
  );
  const strangers = signing.filter(({ in_ring }) => !in_ring);
  if (clauses.length > 0 && strangers.length > 0) {
    clauses.push(slot(s.strangerBeside, { strangers: signers(s, strangers, "subject") }));
  }
  return clauses;
}

// ---- The merge

/** What the merge as a whole gave. */
export function replayWords(w: Catalogue, replay: Replay): string {
  const s = w.sentences;
  if (s === null) return replay.sentence;
  const events = replay.steps.length;
  const [, why] = replay.sentence.split(MARKS.onlyAReading);
  return why === undefined
    ? s.replay(events, replay.same)
    : slot(s.replayReading(events, replay.same), { why: because(s, why.replace(/\.$/, "")) });
}

/** What became of one event in the merge. */
export function replayStepWords(
  w: Catalogue,
  step: { reason: ReplayReason; sentence: string; changes: readonly { pointer: string }[] },
): string {
  const s = w.sentences;
  if (s === null) return step.sentence;
  const [, list = ""] = step.sentence.match(/^It is added to (\w+)\./) ?? [];
  const sentence = slot(s.replayStep[step.reason], { list });
  return step.sentence.includes(MARKS.linked) ? s.sequence([sentence, s.replayLinked]) : sentence;
}

// ---- A text in hand

/** Whether a text is the document's, and what that is worth. */
export function matchWords(w: Catalogue, match: TextMatch, report: Report): Words & { worth: string | null } {
  const s = w.sentences;
  if (s === null) return match;
  const text = (text: string | null | undefined) =>
    text == null || text === "" ? s.phrase.nothing : shown(s, text);
  const noun = s.kind[report.kind];
  const { nearest } = match;
  const words = put(matchTemplate(s, match), {
    ...noun,
    S: s.field[match.field],
    E: text(match.expected),
    C: text(match.computed),
    pos: w.count(nearest?.at ?? 0),
    here: text(nearest?.here),
    there: text(nearest?.there),
    at: placed(s, match.pointer ?? ""),
    form: s.form[match.field],
    steps: s.list(match.steps.map((step) => s.textStep[step])),
  });
  const worth =
    match.worth === null
      ? null
      : slot(s.worth[worthOf(match.worth, match)], { ...noun, lapses: s.clauses(lapsed(s, report.keys)) });
  return { ...words, worth };
}

function matchTemplate(s: Sentences, { field, reason }: TextMatch): Template {
  const variant = matchVariant(field, reason);
  return variant === null ? s.match[reason] : s.matchOf[variant];
}

function matchVariant(field: TextMatch["field"], reason: TextMatch["reason"]): MatchVariant | null {
  const hashed = field === "title" || field === "abstract";
  if (reason === "hand.same" && hashed) {
    return field === "title" ? "hand.same of a title" : "hand.same of an abstract";
  }
  if (reason === "hand.same_after_changes" && hashed) return "hand.same_after_changes of a hashed text";
  if (reason !== "hand.differs") return null;
  if (hashed) return "hand.differs of a hashed text";
  if (field === "version") return "hand.differs of a version";
  return field === "number" ? "hand.differs of a number" : null;
}

/** Which of its sentences the verifier said; it has no code for it. */
function worthOf(worth: string, { outcome }: TextMatch): keyof Sentences["worth"] {
  if (worth.includes(MARKS.worthBroken)) return "broken";
  if (worth.startsWith(MARKS.worthCounts)) return "counts";
  if (worth.startsWith(MARKS.worthStranger)) return "stranger";
  if (worth.startsWith(MARKS.worthLapsed)) return "lapsed";
  return outcome === "matches" ? "unsignedBut" : "unsigned";
}

// ---- Several documents

/** What a comparison found as a whole. */
export function comparisonWords(w: Catalogue, { word, sentence, documents, conflicts }: Comparison): string {
  const s = w.sentences?.comparison;
  if (s === undefined) return sentence;
  if (word !== "conflict") return slot(s[word], { documents: w.count(documents.length) });
  return conflicts.length === 0 ? s.broken : s.conflict(conflicts.length);
}

/** One document of several, by its verdict or by why it was refused. */
export function documentWords(w: Catalogue, { kind, verdict, sentence, refusal }: ComparedDocument): string {
  const s = w.sentences;
  if (s === null) return sentence;
  const said = slot(s.comparedVerdict[verdict], { ...s.kind[kind] });
  return refusal === null ? said : s.sequence([said, refusalWords(w, refusal).sentence]);
}

/** How one document stands to another. */
export function pairWords(w: Catalogue, comparison: Comparison, pair: Pair): string {
  const s = w.sentences;
  if (s === null) return pair.sentence;
  const { documents } = comparison;
  const a = nameOf(s, documents, pair.first);
  const b = nameOf(s, documents, pair.second);
  const [onlyFirst, onlySecond] = [pair.only_first.length, pair.only_second.length];
  const first = held(comparison, pair.first);
  const second = held(comparison, pair.second);
  const stands = (): string => {
    switch (pair.relation) {
      case "same_events":
        return slot(s.pair.same_events(first), { a, b });
      case "older":
        return slot(s.pair.older(first, second, onlySecond), { old: a, new: b });
      case "newer":
        return slot(s.pair.older(second, first, onlyFirst), { old: b, new: a });
      case "within":
        return slot(s.pair.within(first, onlySecond), { inner: a, outer: b });
      case "extends":
        return slot(s.pair.within(second, onlyFirst), { inner: b, outer: a });
      case "forked":
        return slot(s.pair.forked(onlyFirst, onlySecond), { a, b });
      default:
        return slot(s.pair[pair.relation satisfies PlainRelation], { a, b });
    }
  };
  return pair.unestablished === 0
    ? stands()
    : s.sequence([stands(), s.pair.unestablished(pair.unestablished)]);
}

/** How many events a document has, but for those that are not valid in it. */
function held({ documents, events }: Comparison, index: number): number {
  const counts = (event: number) =>
    events[event]?.places.some(({ document, standing }) => document === index && standing !== "invalid");
  return documents[index]?.events.filter(counts).length ?? 0;
}

/** What contradicts what. */
export function conflictWords(w: Catalogue, { documents }: Comparison, conflict: Conflict): string {
  const s = w.sentences;
  if (s === null) return conflict.sentence;
  const side = ({ document, pointer }: ConflictSide) => {
    const name = nameOf(s, documents, document);
    return pointer === ""
      ? name
      : slot(s.inDocument, { pointer: isolated(visible(pointer)), document: name });
  };
  return slot(s.conflict[conflict.kind], {
    first: side(conflict.first),
    second: side(conflict.second),
    firstDigest: conflict.first.sha256,
    secondDigest: conflict.second.sha256,
  });
}

/** What all valid events together give. */
export function mergedWords(w: Catalogue, { events }: Comparison, merged: MergedState): string {
  const s = w.sentences;
  if (s === null) return merged.sentence;
  const strangers = merged.steps.filter(({ event }) => events[event]?.trusted !== true).length;
  const state = s.merged.state(merged.steps.length, merged.stated_by.length);
  return strangers === 0 ? state : s.sequence([state, s.merged.strangers(strangers)]);
}

/** A document by its name, or by its place in the list. */
function nameOf(s: Sentences, documents: readonly ComparedDocument[], index: number): string {
  const name = documents[index]?.name ?? null;
  return name === null ? s.document(index + 1) : shown(s, name);
}

// ---- A report made again

/** Whether a report comes out again. */
export function reproductionWords(w: Catalogue, reproduction: Reproduction): string {
  const s = w.sentences?.reproduction;
  if (s === undefined) return reproduction.sentence;
  const { count, differences } = reproduction;
  if (count === 0) return s.same;
  return count > differences.length ? s.differsMore(count, differences.length) : s.differs(count);
}

/** What to know about it first. */
export function findingWords(w: Catalogue, finding: ReproductionFinding): Words {
  const templates = w.sentences?.finding as Record<string, Template> | undefined;
  const template = templates?.[finding.reason];
  return template === undefined ? finding : put(template, {});
}

// ---- Timestamps

/** What was found in a proof: what its start, an attestation, or the reading of it came to. */
export function proofWords(w: Catalogue, proof: Timestamp, report: Report): Words {
  const s = w.sentences;
  if (s === null) return proof;
  const { start } = proof;
  if (start === null) {
    return put(s.proof[proof.reason as ProofReason], {
      offset: w.count(proof.offset ?? 0),
      bytes: w.count(proof.bytes),
      most: most(w, report, proof.reason === "timestamp.limit_bytes" ? "limit.proof_bytes" : "limit.proofs"),
    });
  }
  // The proof is told by what decided it, word for word.
  const decided = proof.attestations.find(
    (each) => each.reason === proof.reason && each.sentence === proof.sentence,
  );
  return decided === undefined ? startWords(w, start) : attestationWords(w, decided, proof, report);
}

/** What a proof starts from. */
export function startWords(w: Catalogue, start: TimestampStart): Words {
  const s = w.sentences;
  if (s === null) return start;
  return put(s.start[start.reason as StartReason], {
    at: start.pointer === null ? "" : placed(s, start.pointer),
    digest: start.digest,
  });
}

/** What came of an attestation. */
export function attestationWords(
  w: Catalogue,
  attestation: TimestampAttestation,
  proof: Timestamp,
  report: Report,
): Words {
  const s = w.sentences;
  if (s === null) return attestation;
  const block = attestation.header === null ? null : report.headers[attestation.header]?.block;
  const message =
    attestation.after === null ? proof.start?.digest : proof.operations[attestation.after]?.result;
  return put(s.attestation[attestation.reason as AttestationReason], {
    height: String(attestation.height ?? 0),
    root: attestation.merkle_root_reversed ?? "",
    calendar: shown(s, attestation.calendar ?? ""),
    tag: attestation.tag,
    length: w.count((message?.length ?? 0) / 2),
    chain: attestation.kind === "litecoin" ? "Litecoin" : "Ethereum",
    work: String(block?.work_bits ?? 0),
    time: block?.time ?? "",
    hash: block?.hash ?? "",
    bits: block?.bits ?? "",
  });
}

/** What came of a block header: what it did for an attestation, or what is to say of it by itself. */
export function headerWords(w: Catalogue, index: number, report: Report): Words {
  const header = report.headers[index];
  if (header === undefined) throw new RangeError(`there is no block header ${index}`);
  const s = w.sentences;
  if (s === null) return header;
  for (const proof of report.timestamps) {
    const told = proof.attestations.find(
      (each) => each.header === index && each.reason === header.reason && each.sentence === header.sentence,
    );
    if (told !== undefined) return attestationWords(w, told, proof, report);
  }
  return put(s.header[header.reason as HeaderReason], {
    hash: header.block?.hash ?? "",
    bits: header.block?.bits ?? "",
    root: header.block?.merkle_root_reversed ?? "",
    most: most(w, report, "limit.headers"),
    given: w.count(report.headers.length),
  });
}

// ---- How templates are filled

function put([sentence, hint]: Template, slots: Slots): Words {
  return { sentence: slot(sentence, slots), hint: hint === "" ? null : slot(hint, slots) };
}

/** Puts a text into each slot of a template. What is put in is not looked at again. */
function slot(template: string, slots: Slots): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
}

/** What the verifier itself wrote, in the language's words. */
function phrase(s: Sentences, text: string): string {
  return (PHRASES as readonly string[]).includes(text) ? s.phrase[text as Phrase] : text;
}

/** Document text made safe to stand in a sentence. */
function shown({ quotes: [open, close] }: Sentences, text: string): string {
  const characters = [...text];
  const start = characters.slice(0, SHOWN_LENGTH).join("");
  return `${open}${isolated(visible(start))}${characters.length > SHOWN_LENGTH ? " …" : ""}${close}`;
}

function placed(s: Sentences, pointer: string): string {
  return pointer === "" ? s.atTop : slot(s.at, { place: isolated(visible(pointer)) });
}

/** A text that keeps its own direction and leaves that of the sentence alone. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function most(w: Catalogue, report: Report | undefined, name: string): string {
  const limit = report?.limits.find((limit) => limit.name === (name as LimitName));
  return limit === undefined ? "" : w.count(limit.value);
}
