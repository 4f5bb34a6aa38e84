// The model of a language's sentences: what the verifier says in English, as templates. The page shows the
// verifier's own sentences in English and not these; tests hold the two against each other, so that a
// translation of these says what the verifier says. Where a sentence of the verifier has a fact that its report
// lacks, the template does without.
import type { Sentences } from "../templates.ts";
import { PHRASES, type Phrase } from "../phrases.ts";
import { counted } from "./counted.ts";

const FETCH_AGAIN = "Get the document again from where it is published; if it stays so, tell the publisher.";
const NOT_PUBLISHED = "Nobody has published this rule, so nothing is said either way.";
const SPLIT = "Real documents have a hundred times fewer; verify a list in parts.";
const FEWER_DOCUMENTS = "Compare fewer of them at a time.";
const GIVE_TIME =
  "If you know a time at which this document existed, give it. The time that a signature states is the signer’s own word.";
const DAMAGED = "The proof is damaged or was cut off. Get it again from where it is kept.";
const NEWER = "The proof may be newer than this verifier.";
const FEWER = "Give fewer at a time.";
const NO_BLOCK = "It is not the header of any block. Get the header again, digit by digit as it is.";
const NOT_MAIN_CHAIN = "It is not the header of any block of the main chain.";
const COMPARE =
  "The header shows work, about 2^{work} hashes, but not that the block is in the chain. Compare its hash, {hash}, with a node or block explorers that you trust.";
const AS_ARXIV_LISTS_IT =
  "Formulas and accents are hashed as TeX source. Copy the text from the paper’s arXiv listing and try again.";
const EACH_VERSION = "Each version of a paper has a record of its own.";
const COPY_IT = "Copy it from the source in place of typing it.";
const STRANGER = "signed by a key that does not establish its signer: whose word it is, is not known.";
const BY_A_KEY = "signed by a key that establishes its signer: anybody could have added";

const events = (number: number) => counted(number, "event").replace(/^1 /, "one ");

const kind = (noun: string) => ({
  This: `This ${noun}`,
  this: `this ${noun}`,
  object: `this ${noun}`,
  of: `of this ${noun}`,
  in: `in this ${noun}`,
});

const gives = (same: boolean | null) =>
  same === null
    ? "this state; the document states none to compare with"
    : same
      ? "the state that the document states"
      : "another state than the document states";

const lists = new Intl.ListFormat("en-GB");

export const sentences: Sentences = {
  quotes: ["“", "”"],
  list: (items) => lists.format(items),
  clauses: (clauses) => clauses.join("; "),
  sequence: (sentences) => sentences.join(" "),
  at: "at {place}",
  atTop: "at the top",
  phrase: Object.fromEntries(PHRASES.map((phrase) => [phrase, phrase])) as Record<Phrase, string>,
  kind: {
    bundle: kind("bundle"),
    record: kind("record"),
    state: kind("state"),
    mirror_manifest: kind("mirror manifest"),
    key_object: kind("key"),
    graph_snapshot: kind("graph snapshot"),
    integrity: kind("integrity document"),
    event_list: kind("list of events"),
    canonical_record: kind("canonical record"),
    unrecognised: kind("document"),
    unreadable: kind("document"),
  },

  subject: {
    "document.type": "The document type",
    "document.version": "The version of the format",
    "record.digest": "The digest of the canonical record",
    "record.pith_number": "The Pith Number",
    "record.short_pith_number": "The short Pith Number",
    "record.alias": "The alias",
    "record.source": "The repeated source",
    "record.copy": "The copy of the canonical record",
    "title.hash": "The title",
    "abstract.hash": "The abstract",
    "receipt.signature": "The receipt’s signature over the canonical record",
    "event.digest": "The digest of the event",
    "event.id": "The event’s identifier",
    "event.signature": "The signature over the event",
    "event.signer": "The signer that the event names",
    "event.subject": "The Pith Number that the event is about",
    "event.payload": "What the event says in its type and payload",
    "section.digest": "The digest of this section",
    "bundle.digest": "The digest of the whole bundle",
    "bundle.signature": "The signature over the whole bundle",
    "state.digest": "The digest of the state",
    "state.count": "The count in the state",
    "state.applied": "The list of applied events",
    "state.merge_version": "The name of the merge",
    "state.rebuilt": "The state",
    "merge.equivocation": "The search for contradicting events",
    "key.encoding": "The public key",
    "key.fingerprint": "The key’s fingerprint",
    "key.trust": "The key",
    "integrity.digest": "The digest of the integrity event’s payload",
    "integrity.signature": "The signature over the integrity event",
    "integrity.envelope": "What stands in the integrity event beside its payload",
    "integrity.subject": "Whether the integrity event is about the paper of this document",
    "integrity.document": "This part of the integrity document",
    "timestamp.proof": "The list of timestamp proofs",
    "record.events": "The record’s list of events",
  },
  check: {
    "digest.matches": ["{S} is right: computed again, it is the same.", ""],
    "digest.mismatch": [
      "{S} is wrong: the document states {E} {at}, but its content gives {C}.",
      "The content was changed after the digest was made, or the digest was. Get the document again from where it is published.",
    ],
    "digest.malformed": [
      "{S} is malformed: expected {C} {at}, found {E}.",
      "A digest is 64 lower-case hexadecimal digits.",
    ],
    "digest.computed": [
      "{S} was computed: {C}. The document states none to compare with.",
      "Compare it yourself with the one you were given.",
    ],
    "digest.not_published": [
      "{S} was not checked: our reading of what it is taken over gives another digest than the document states.",
      NOT_PUBLISHED,
    ],
    "value.matches": ["{S} is right {at}.", ""],
    "value.mismatch": [
      "{S} is wrong: the document states {E} {at}, but computed again it is {C}.",
      FETCH_AGAIN,
    ],
    "value.missing": ["{S} is missing: expected {E} {at}, found nothing.", FETCH_AGAIN],
    "value.wrong_type": ["{S} has the wrong type: expected {E} {at}, found {C}.", FETCH_AGAIN],
    "value.not_computable": [
      "{S} was not checked: the document lacks what it is computed from.",
      "Without it there is nothing to compare with.",
    ],
    "value.unknown_kind": [
      "{S} was not checked {at}: this verifier has no rule for its kind.",
      "It may be newer than this verifier.",
    ],
    "value.absent": [
      "{S} was not checked: there is none {at}.",
      "Nobody has published whether there must be one.",
    ],
    "value.not_signed": [
      "{S} is not signed: {C} {at}.",
      "The signature is over the 32 bytes of the stated digest alone. Anybody could have changed the rest.",
    ],
    "text.matches": ["{S} is the one whose hash is in the canonical record, up to letter case.", ""],
    "text.mismatch": [
      "{S} {at} is not the one of the canonical record: the record has its hash as {E}, the text here gives {C}.",
      "The text was changed. The hash allows other letter case, in an abstract also other white space, and nothing else.",
    ],
    "text.cut": [
      "{S} was not checked: the service cuts it at 600 characters, and the hash is that of the whole.",
      "Compare with the paper itself if it matters.",
    ],
    "state.matches": ["{S} is what the events give: rebuilt from them, it is the same.", ""],
    "state.mismatch": [
      "{S} is not what the events give: it states {E}, rebuilt from the events it is {C}.",
      FETCH_AGAIN,
    ],
    "state.not_comparable": [
      "{S} was not compared with the events: {c}.",
      "The service has not published its merge; what is known of it is for valid events of two types that follow no other.",
    ],
    "equivocation.none": ["No two events of one signer contradict each other, in our reading.", ""],
    "equivocation.found": [
      "Two valid events of one signer follow the same previous event, {E} and {C}: equivocation, in our reading.",
      "The service has not published what it calls equivocation. Ask the signer which of the two counts.",
    ],
    "rule.not_published": ["{S} was not checked {at}.", NOT_PUBLISHED],
    "signature.holds": ["{S} holds for the key that it names.", ""],
    "signature.mismatch": [
      "{S} does not hold: expected {E}.",
      "The content, the signature or the key was changed after signing. Get the document again from where it is published.",
    ],
    "signature.of_other_content": [
      "{S} was made for other content: it holds for the digest that the document states, but {c}.",
      "The content was changed after signing. Get the document again from where it is published.",
    ],
    "signature.missing": [
      "{S} is missing: expected a signature {at}, found none.",
      "It was removed or never made. Get the document again from where it is published.",
    ],
    "signature.malformed": [
      "{S} is malformed: expected 64 bytes in base64 with padding {at}, found {C}.",
      "Only the one exact spelling counts (RFC 4648 section 4).",
    ],
    "signature.status_unknown": [
      "{S} was not checked: expected the status {E} {at}, found {C}.",
      "The document itself does not say that it is signed in a way that is known.",
    ],
    "signature.algorithm_unknown": [
      "{S} was not checked: expected the algorithm {E} {at}, found {C}.",
      "This verifier knows Ed25519 only.",
    ],
    "signature.wrong_slot": [
      "{S} was made for another purpose: expected {E} {at}, found {C}.",
      "A signature counts only for what it says it signs.",
    ],
    "signature.no_content": [
      "{S} holds for the digest that the document states, but it was not established that this is the digest of the content.",
      NOT_PUBLISHED,
    ],
    "signature.no_digest": [
      "{S} has nothing to hold for: expected content or its digest {at}, found neither.",
      FETCH_AGAIN,
    ],
    "key.unknown": [
      "{S} was not checked: no key {E} is at hand.",
      "Add the signer’s key to the key ring, from a source that you trust.",
    ],
    "key.fingerprint_mismatch": [
      "{S} names a known key with another fingerprint: expected {E} {at}, found {C}.",
      FETCH_AGAIN,
    ],
    "key.id_mismatch": ["{S} names a known key by another name: expected {E} {at}, found {C}.", FETCH_AGAIN],
    "key.in_ring": ["{S} {at} is one of the keys in your key ring: {c}.", ""],
    "key.not_in_ring": [
      "{S} {at} is not one of the keys in your key ring, so it is not known whose it is.",
      "A key that a document brings along proves nothing about who signed. Add the key to the key ring if you know from elsewhere whose it is.",
    ],
    "key.id_taken": [
      "{S} {at} goes by the name of a key of your key ring, but is another key.",
      "Whoever made this document used the name of a signer that you trust. Do not take it for that signer’s.",
    ],
    "key.in_window": [
      "{S} {at} is one of the keys in your key ring, {e}. It counts on the assumption that this document existed at {c}, as you said.",
      "",
    ],
    "key.outside_window": [
      "{S} {at} is one of the keys in your key ring, but does not count for this document: it is {e}, and {c}.",
      "Outside its time a key says nothing about who signed. Ask the signer which key was in use then.",
    ],
    "key.window_unproven": [
      "{S} {at} is one of the keys in your key ring, but counts for a time only: it is {e}, and {c}.",
      GIVE_TIME,
    ],
    "key.time_contradicted": [
      "{S} {at} is one of the keys in your key ring, {e}, but does not count on what you said: {c}.",
      "One of the two times is wrong. Give a time at which you know that this very document existed.",
    ],
    "key.retired": [
      "{S} {at} is one of the keys in your key ring, but is retired: it is {e}, and {c}.",
      "A retired key counts only for what is known to have existed before the end of its validity. The time that a signature states is the signer’s own word.",
    ],
    "key.revoked": [
      "{S} {at} is one of the keys in your key ring, but is revoked: {c}. Anybody may hold that key.",
      "No time makes it count, for whoever holds a key can write any time. Ask the signer for a signature with another key.",
    ],
    "key.malformed": [
      "{S} {at} is malformed: expected the one canonical encoding of an Ed25519 public key, found {C}.",
      "Points of small order and second spellings are refused (RFC 8032 section 5.1.3).",
    ],
    "key.spellings_agree": ["{S} is the same 32 bytes in hexadecimal and in base64.", ""],
    "key.spellings_differ": [
      "{S} is spelled in two ways that differ: expected the bytes {E} in base64 {at}, found {C}.",
      FETCH_AGAIN,
    ],
    "key.algorithm_unknown": [
      "{S} {at} was not checked: expected the algorithm {E}, found {C}.",
      "This verifier knows Ed25519 only.",
    ],
  },
  checkOf: {
    "digest.matches of integrity": [
      "{S} is right: our reading, that it is taken over the canonical form of the payload, gives it.",
      "Nobody has published this rule. That the stated digest comes out shows that it is the rule here.",
    ],
    "signature.holds of integrity": [
      "{S} holds for the key that it names, over the 32 bytes of the payload’s digest.",
      "Nothing else of the event is signed.",
    ],
    "signature.wrong_slot of integrity": [
      "{S} was not checked: {at}, in place of the payload of an integrity event, stands {c}, which is signed for another purpose.",
      "A signature counts only for what it was made for. Whoever made this document may have taken it from another.",
    ],
    "value.mismatch of a copy": [
      "{S} {at} differs from what it repeats: expected {E}, found {C}.",
      FETCH_AGAIN,
    ],
    "value.mismatch of a constant": ["{S} {at}: expected {E}, found {C}.", FETCH_AGAIN],
  },
  values: {
    signed: "Ed25519 by key {key} over {digest}",
    contentDigest: "the content has the digest {digest}",
    window: {
      both: "valid from {from} until before {until}",
      from: "valid from {from} on",
      until: "valid until before {until}",
      none: "in the ring without a time until which it was valid",
    },
    claimsItself: "a signature with it claims to be from {claimed} itself",
    claimsAfter:
      "a signature with it claims to be from {claimed}, after {time}, when this document existed, as you said",
    existed: "this document existed at {time}, as you said",
    timeUnknown: "it is not known when this document existed",
    because: "{why}, {at}",
  },

  refusal: {
    "json.bom": [
      "Expected JSON, found a byte order mark, at line {line}, column {column}.",
      "Save the file as UTF-8 without a byte order mark, or get the original file.",
    ],
    "json.invalid_utf8": [
      "Expected UTF-8, found something else, at line {line}, column {column}.",
      "Save the file as UTF-8, or get the original file.",
    ],
    "json.syntax": [
      "Expected JSON, found something else, at line {line}, column {column}.",
      "The file is not JSON, or was cut off. Get it again from where it is published.",
    ],
    "json.nonfinite_literal": [
      "Expected a JSON value, found NaN or Infinity, at line {line}, column {column}.",
      "JSON has no such numbers (RFC 8259 section 6).",
    ],
    "json.nonfinite_number": [
      "Expected a number that fits a double, found a larger one, at line {line}, column {column}.",
      "Signer and reader could read it differently, so it is refused.",
    ],
    "json.duplicate_key": [
      "Expected different keys in one object, found one a second time, at line {line}, column {column}.",
      "Signer and reader could each take another of the two, so it is refused.",
    ],
    "json.lone_surrogate": [
      "Expected an escape of a whole character, found half a surrogate pair, at line {line}, column {column}.",
      "Such text has no UTF-8 form and so no digest.",
    ],
    "json.trailing_text": [
      "Expected the end of the document, found more, at line {line}, column {column}.",
      "Give one document at a time.",
    ],
    "limit.number_length": [
      "Expected a number of at most {most} characters after its sign, found a longer one, at line {line}, column {column}.",
      "The signer’s own program cannot print a longer integer.",
    ],
    "limit.pointers": [
      "Expected the JSON Pointers of all values to have at most {most} bytes together, found more, at line {line}, column {column}.",
      "Real documents have keys of a few letters.",
    ],
    "limit.bytes": [
      "Expected at most {most} bytes, found {bytes}.",
      "Real documents are thousands of times smaller.",
    ],
    "limit.depth": [
      "Expected at most {most} levels of nesting, found more, at line {line}, column {column}.",
      "Real documents nest nine levels deep.",
    ],
    "limit.values": [
      "Expected at most {most} values, found more, at line {line}, column {column}.",
      "Real documents have a few hundred.",
    ],
    "limit.events": ["Expected at most {most} events, found more, at line {line}, column {column}.", SPLIT],
    "limit.signatures": [
      "Expected at most {most} signatures, found more, at line {line}, column {column}.",
      SPLIT,
    ],
    "limit.checks": [
      "Expected at most {most} things to check, found more, at line {line}, column {column}.",
      SPLIT,
    ],
    "limit.keys": [
      "Expected at most {most} listed keys, found more, at line {line}, column {column}.",
      "Real documents list one.",
    ],
    "limit.documents": ["Expected another number of documents.", "Give one document at a time."],
    "limit.text": ["Expected a shorter text.", "Give the title or the abstract alone, not the paper."],
    "document.unrecognised": [
      "Expected a Pith document, found other JSON, at line {line}, column {column}.",
      "Known are bundles, records, states, mirror manifests, integrity documents, lists of events, graph snapshots, canonical records and keys.",
    ],
    "document.version_unknown": [
      "Expected the version “1.0”, found another or none, at line {line}, column {column}.",
      "This verifier knows version 1.0 only. Look for a newer verifier.",
    ],
    "report.unrecognised": [
      "Expected one JSON report of this verifier, found other JSON.",
      "Give one report, as `verify --format json` prints it for one document; of several take one.",
    ],
    "report.version_unknown": [
      "Expected a report of version “1”, found another version.",
      "Look for a verifier that knows this version.",
    ],
    "report.malformed": [
      "Expected a report that says what it was made with, found a fault in it.",
      "It may be from an older version of this verifier, or was changed. Make it again.",
    ],
  },
  notCompared: {
    "limit.documents": [
      "Expected from 2 to as many documents as can be compared at once, found another number.",
      FEWER_DOCUMENTS,
    ],
    "limit.bytes": ["The documents together are larger than what can be compared at once.", FEWER_DOCUMENTS],
    "limit.values": [
      "The documents together have more values than can be compared at once.",
      FEWER_DOCUMENTS,
    ],
    "limit.events": [
      "The documents together have more events than can be compared at once.",
      FEWER_DOCUMENTS,
    ],
  },

  verdict: {
    verified: "{This} is exactly what was signed with {signers}.",
    verifiedPart:
      "The signed part {of} is exactly what was signed with {signers}; {uncovered} of its {total} values are not covered.",
    lapsed: "{This} holds together and is signed with {signers}, but {lapses}.",
    unchecked:
      "What could be checked {of} holds, but not every signature could be: {unchecked} of {signatures} remain.",
    stranger:
      "{This} holds together and is signed with {signers}, but {strangers} is not in your key ring: whose it is, is not established.",
    incomplete:
      "{This} is signed with {signers} and nothing in it fails, but not everything that it must hold could be checked.",
    unsigned: "No check {of} fails, but no signature covers it as a whole: anybody could have made it.",
    unsignedUnverified:
      "No check {of} fails, but its signature could not be verified: anybody could have made it.",
    brokenOne: "{This} is not what it says it is. One check fails; do not rely on it.",
    brokenSeveral: "{This} is not what it says it is. Several checks fail; do not rely on it.",
    unreadable: "This could not be read as a Pith document, so nothing was verified.",
    assumed: "This rests on what you said: that it existed at {time}.",
  },
  shows: {
    verified: "Whoever holds {signers} signed it, and not one covered value has changed since.",
    consistent: "The parts fit together, as far as they could be checked: {coverage}",
    record: "The digest and the Pith Number of this record, computed on your machine.",
    checksums:
      "Digests inside the document hold {checksummed} of its {total} values together: those were not damaged by accident.",
    broken: "Something was changed after it was signed or computed, or was wrong from the start.",
  },
  doesNotShow: {
    assumed: "That it existed at {time}: this was taken from you and not checked.",
    lapsed: "Who signed it: a key counts only while its owner alone holds it and answers for it.",
    stranger: "Who signed it. A key that a document brings along proves nothing.",
    right: "That the paper is right, or that its authors agreed.",
    times: "That the times are true: they are the signer’s word.",
    newest: "That nothing newer exists: an old document stays validly signed for ever.",
    integrity: "That its events are about this paper: nobody has published what would say so.",
    uncovered: "Anything about the values that no signature covers; the coverage lists them.",
    maker: "Who made it, or that anybody stands behind it.",
    state: "That this is the state of its paper. Take the whole bundle, which is signed.",
    before: "What the document said before, or who changed it.",
    anything: "Anything at all about what it says.",
  },
  key: { with: "the key {name}", object: "the key {name}", subject: "the key {name}" },
  ringKey: "{key} ({source})",
  nobody: "nobody",
  lapse: {
    revoked: "the key {key} is revoked: anybody may hold that key",
    retired: "the key {key} is retired, and nothing shows that the document is from before",
    outside_window: "the key {key} does not count for the time of this document",
    time_contradicted: "the key {key} signed, as it claims, after the time that you gave",
    window_unproven:
      "the key {key} counts for a time only, and nothing but the signer’s word says that it is from then",
  },
  strangerBeside: "{strangers} is not in your key ring: whose it is, is not established",
  coverage: ({ total, signed, derived, bound, signature, checksummed, uncovered }) => {
    const parts = [`${signed} of ${total} values are signed`];
    const is = (count: number) => (count === 1 ? "is" : "are");
    if (derived > 0)
      parts.push(`${derived} ${derived === 1 ? "follows" : "follow"} from signed ones or from the format`);
    if (bound > 0) parts.push(`${bound} ${is(bound)} bound by a signed hash`);
    if (signature > 0) parts.push(`${signature} ${is(signature)} part of a signature`);
    if (checksummed > 0)
      parts.push(`${checksummed} ${is(checksummed)} held only by digests that nothing signs`);
    if (uncovered > 0) parts.push(`${uncovered} ${is(uncovered)} not covered by anything`);
    return `${parts.join(", ")}.`;
  },
  comparedVerdict: {
    verified: "{This} is verified, as far as it is signed.",
    consistent: "{This} holds together, but not everything about it is established.",
    unsigned: "No check {of} fails, but no signature that could be verified covers it as a whole.",
    broken: "{This} is not what it says it is. Do not rely on it.",
    unreadable: "This could not be read as a Pith document, so nothing was verified.",
  },

  causes: {
    digest_spelling: [
      "The stated digest is the right one, spelled in another way.",
      "The format has one spelling: 64 lower-case hexadecimal digits, in an event’s identifier after sha256:.",
    ],
    matching_copy: [
      "The stated digest matches with the copy {copy}: {at} it has {there}, and here stands {here}.",
      "The content here was changed after the digest was made; the copy was not.",
    ],
    differing_copy: [
      "No known change gives the stated digest, but the copy {copy} differs: {at} it has {there}, and here stands {here}.",
      "One of the two was changed, or both; nothing here says which.",
    ],
    one_number: [
      "The stated digest matches if {here} {at} is written as {there}: another program saved this file again and wrote numbers in its own way.",
      "Get the file as it was published, and do not open and save it in another program before it is checked.",
    ],
  },
  condition: {
    byte_order_mark: "a byte order mark stands before the hashed bytes",
    trailing_newline: "a line feed stands after the hashed bytes",
    trailing_crlf: "a carriage return and a line feed stand after the hashed bytes",
    received_bytes: "it is taken over this part as the file has it",
    line_breaks_lf: "lines end with a line feed",
    line_breaks_crlf: "lines end with a carriage return and a line feed",
    nfc: "text is in the Unicode form NFC",
    nfd: "text is in the Unicode form NFD",
    mojibake_latin1: "text that was read as Latin-1 is read as UTF-8",
    mojibake_windows_1252: "text that was read as Windows-1252 is read as UTF-8",
    mojibake_latin1_repaired: "text in UTF-8 is read as Latin-1",
    mojibake_windows_1252_repaired: "text in UTF-8 is read as Windows-1252",
    strings_trimmed: "no text starts or ends with white space",
    strings_single_spaced: "white space in text is single spaces",
    strings_crlf: "line breaks in text are a carriage return and a line feed",
    strings_lf: "line breaks in text are a line feed",
    plain_spaces: "no-break spaces are plain spaces",
    letter_case_kept: "letters are not put in lower case",
    non_ascii_escaped: "non-ASCII characters are escaped",
    html_escaped: "<, > and & are escaped",
    slashes_escaped: "slashes are escaped",
    rfc8785_numbers: "numbers are written as in RFC 8785",
    rfc8785_order: "keys are sorted as in RFC 8785",
    document_order: "keys stand in the order of the document",
    spaced: "a space stands after each comma and colon",
    indented: "each value stands on a line of its own",
    integers_as_doubles: "integers are written with a decimal point",
    doubles_as_integers: "whole numbers are written without a decimal point",
    numbers_as_received: "numbers are hashed as the file has them",
  },
  why: {
    writer: "another program saved this file again, or made the digest in its own way",
    received: "it was made of the file and not of the canonical form",
    letters: "a program changed how accented letters are made up",
    encoding: "the file was read in the wrong encoding and saved again",
    repaired: "the digest was made of text that was read in the wrong encoding",
    whiteSpace: "white space in the text was changed",
    otherWay: "the hash was made in another way",
    respelled: "another program saved this file again and wrote numbers in its own way",
  },
  matchesIf: "The stated digest matches if {conditions}: {why}.",
  conditionHint: {
    stays: "The values are those that were hashed, in another form. The outcome stays: the form is fixed.",
    original:
      "Get the file as it was published, and do not open and save it in another program before it is checked.",
  },

  replayStep: {
    "replay.created": "It becomes the record of the state.",
    "replay.listed": "It is added to {list}.",
    "replay.record_kept":
      "The state has its record already. In our reading this one counts as applied and changes nothing.",
    "replay.no_list":
      "It counts as applied, but the state has no list for events of its type, in our reading.",
    "replay.repeated": "It is the same event once more. In our reading it does not count again.",
    "replay.not_valid":
      "It was not shown to be valid. In our reading it is listed as invalid and changes nothing else.",
    "replay.no_time": "It has no time that can be ordered, so it was not applied.",
  },
  replayLinked:
    "It supersedes or follows other events; what that means is not published, so it changes nothing further here.",
  replay: (number, same) => `Merging ${events(number)} gives ${gives(same)}.`,
  replayReading: (number, same) =>
    `In our reading of the merge, ${events(number)} give ${gives(same)}. It is only a reading: {why}.`,

  field: {
    title: "The title",
    abstract: "The abstract",
    arxiv: "The arXiv identifier",
    arxiv_version: "The arXiv identifier with its version",
    version: "The version",
    doi: "The DOI",
    number: "The Pith Number",
  },
  form: {
    title: "a title",
    abstract: "an abstract",
    arxiv: "an arXiv identifier such as 1212.1787v1 or math/0309136, or a link to it",
    arxiv_version: "an arXiv identifier such as 1212.1787v1 or math/0309136, or a link to it",
    version: "a version such as 2 or v2",
    doi: "a DOI such as 10.48550/arXiv.1212.1787, without percent signs, or a link to it",
    number: "a Pith Number such as pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  },
  textStep: {
    label: "the label before it is left out",
    invisible: "invisible characters are left out",
    hyphens_joined: "words broken at the end of a line are joined",
    hyphens_kept: "words broken at the end of a line are joined with their hyphens",
    white_space: "line breaks and repeated spaces are single spaces",
    plain_quotes: "quotation marks are plain",
    tex_quotes: "quotation marks are those of TeX",
    plain_dashes: "dashes are plain hyphens",
    tex_dashes: "dashes are those of TeX",
    ligatures: "ligatures are spelled out",
    nfc: "accented letters are one character each (NFC)",
    nfd: "accents are characters of their own (NFD)",
    tex_accents: "accents are those of TeX",
    lower_case: "letters are in lower case",
    link: "the identifier is taken from the link",
    prefix: "the prefix is left out",
    stamp: "what stands after it is left out",
    subject_class: "the subject class is left out",
  },
  match: {
    "hand.same": ["{S} is the one of the canonical record: {E}.", ""],
    "hand.same_after_changes": ["{S} is the one of the canonical record, {E}, once {steps}.", ""],
    "hand.same_text": [
      "{S} is the same as the one {in}, up to letter case and the listed changes.",
      "There is no hash to compare with. Take the bundle or the record of the paper, which has one.",
    ],
    "hand.differs": [
      "{S} is not the one of the canonical record: expected {E}, found {C}.",
      "It is of another paper.",
    ],
    "hand.almost_the_text": [
      "{S} is almost the one of the canonical record: at character {pos} it reads {here}, the document’s own {there}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.almost_the_quote": [
      "{S} is almost the one that the document quotes: at character {pos} it reads {here}, the quoted one {there}.",
      "The quoted text itself is held by no hash that could be checked.",
    ],
    "hand.quote_agrees": [
      "{S} begins as the document quotes it, but as a whole it is not the one whose hash is in the canonical record.",
      "Compare what comes after the first 600 characters, of which the document has only the hash.",
    ],
    "hand.other_version": [
      "The paper is the right one, but another version: expected version {E}, found {C}.",
      EACH_VERSION,
    ],
    "hand.version_missing": [
      "{S} names the right paper, but no version: expected {E}, found {C}.",
      "Add the version.",
    ],
    "hand.version_added": [
      "{S} names the right paper, but with a version: expected {E}, found {C}.",
      "The DOI that arXiv registers has no version.",
    ],
    "hand.other_year": [
      "The 26 characters are those of the number, but the year is another: expected {E}, found {C}.",
      "The year is part of the number.",
    ],
    "hand.other_case": [
      "The characters are those of the number, but in other letter case: expected {E}, found {C}.",
      "A Pith Number is written with pith: and upper-case letters.",
    ],
    "hand.suffix_only": [
      "The 26 characters are those of the number, but the rest is missing: expected {E}, found {C}.",
      "A link has these characters only; the full number has pith: and the year before them.",
    ],
    "hand.short_form": [
      "The characters agree with the number as far as they go: expected {E}, found {C}.",
      "Only a full number identifies: many numbers may begin with the same characters.",
    ],
    "hand.character_changed": [
      "{S} differs in one character: character {pos} is {here}, expected {there} as in {E}.",
      COPY_IT,
    ],
    "hand.character_impossible": [
      "{S} differs in one character: character {pos} is {here}, which no Pith Number has, expected {there} as in {E}.",
      "Pith Numbers have the letters A to Z and the digits 2 to 7, so that 0, 1, 8 and 9 are not taken for O, I, B and G.",
    ],
    "hand.characters_swapped": [
      "{S} has two characters swapped: from character {pos} on it has {here}, expected {there} as in {E}.",
      COPY_IT,
    ],
    "hand.character_missing": [
      "{S} lacks one character: expected {there} as character {pos}, as in {E}.",
      COPY_IT,
    ],
    "hand.character_added": [
      "{S} has one character too many: {here} as character {pos} is not in {E}.",
      COPY_IT,
    ],
    "hand.two_faults": [
      "{S} differs in two places: from character {pos} on it has {here}, expected {there} as in {E}.",
      COPY_IT,
    ],
    "hand.other_doi": [
      "{S} was not compared: the record knows only the DOI that arXiv registers, {E}, found {C}.",
      "A journal’s DOI may be of the same paper; the record does not say.",
    ],
    "hand.malformed": ["{S} was not compared: expected {form}, found {C}.", ""],
    "hand.no_record": [
      "{S} was not compared: {this} has no canonical record.",
      "Take the bundle or the record of the paper.",
    ],
    "hand.no_value": [
      "{S} was not compared: the canonical record does not have what it would be compared with.",
      "",
    ],
  },
  matchOf: {
    "hand.same of a title": ["{S} is the one whose hash is in the canonical record, up to letter case.", ""],
    "hand.same of an abstract": [
      "{S} is the one whose hash is in the canonical record, up to letter case and white space.",
      "",
    ],
    "hand.same_after_changes of a hashed text": [
      "{S} is the one whose hash is in the canonical record, up to letter case, once {steps}.",
      "",
    ],
    "hand.differs of a hashed text": [
      "{S} is not the one {of}: expected {E}, this text gives {C}.",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.differs of a version": [
      "{S} is not the one of the canonical record: expected {E}, found {C}.",
      EACH_VERSION,
    ],
    "hand.differs of a number": [
      "{S} is not the one of the canonical record: expected {E}, found {C}.",
      "It is the number of another record, of another paper or another version.",
    ],
  },
  worth: {
    broken: "But {this} is broken: whatever agrees with it or not, do not rely on it.",
    counts: "What it was compared with rests on a signature with a key of your key ring.",
    lapsed:
      "What it was compared with rests on a signature, but {lapses}. So whose word it is, is not established.",
    stranger:
      "What it was compared with rests on a signature, but not with a key of your key ring: whose it is, is not established.",
    unsigned:
      "No signature that could be verified covers what it was compared with: anybody could have made {object}.",
    unsignedBut:
      "But no signature that could be verified covers what it was compared with: anybody could have made {object}.",
  },

  document: (number) => `document ${number}`,
  inDocument: "{pointer} in {document}",
  comparison: {
    agree: "The {documents} documents are about one record and do not contradict each other.",
    forked: "Documents about one record each hold events that another lacks. None of them is the whole.",
    unrelated: "Not all of the documents are about one record, or some of them cannot be compared.",
    broken: "A document is broken, so what it says does not count. Nothing else contradicts.",
    conflict: (conflicts) =>
      conflicts === 1
        ? "The documents contradict each other in one place."
        : `The documents contradict each other in ${conflicts} places.`,
  },
  pair: {
    same: "{a} and {b} hold the same content, value for value.",
    altered: "{a} and {b} differ in an event that holds in one of them and does not hold in the other.",
    same_record: "{a} and {b} are about the same canonical record.",
    same_snapshot: "{a} and {b} hold the same graph snapshot.",
    other_snapshot: "{a} and {b} are about a paper of the same title, with different graph snapshots.",
    record_conflict:
      "{a} and {b} name the same Pith Number, but their canonical records differ: it is the number of at most one.",
    other_record: "{a} and {b} are about different records.",
    not_comparable: "{a} and {b} cannot be compared: no full Pith Number, or no graph snapshot, in both.",
    same_events: (held) => `{a} and {b} hold the same events (${events(held)}).`,
    older: (held, all, further) =>
      `{old} is older than {new}: it has the first ${held} of the ${all} events, in merge order; ${events(further)} came later.`,
    within: (held, further) =>
      `{outer} has all that {inner} has (${events(held)}) and ${events(further)} more, of which some are dated before the last of {inner}.`,
    forked: (onlyFirst, onlySecond) =>
      `{a} and {b} have forked: ${events(onlyFirst)} only in the first, ${events(onlySecond)} only in the second.`,
    unestablished: (number) =>
      number === 1
        ? `One of the events that only one of them has is not ${BY_A_KEY} it.`
        : `${number} of the events that only one of them has are not ${BY_A_KEY} them.`,
  },
  conflict: {
    equivocation:
      "One signer signed two events that follow the same previous one: {first} with the digest {firstDigest}, and {second} with {secondDigest}. That is equivocation, in our reading.",
    event_altered:
      "One event identifier stands for two contents: {first} gives the digest {firstDigest}, {second} gives {secondDigest}. At most one of them is what was signed.",
    record_conflict:
      "One Pith Number stands for two canonical records: {first} has the digest {firstDigest}, {second} has {secondDigest}. At most one of them is the number’s.",
    state_conflict:
      "The same events are said to give two states: they differ at {first} and {second}. The service says that everybody computes the same.",
  },
  merged: {
    state: (number, statedBy) => {
      const stated =
        statedBy === 0
          ? "none of the documents states it"
          : statedBy === 1
            ? "one of the documents states it"
            : `${statedBy} of the documents state it`;
      return `In our reading of the merge, all valid events together (${events(number)}) give this state; ${stated}.`;
    },
    strangers: (number) => (number === 1 ? `One event is ${STRANGER}` : `${number} events are ${STRANGER}`),
  },

  reproduction: {
    same: "Reproduces: verified again, this document gives the same report in every value.",
    differs: (values) =>
      values === 1
        ? "Does not reproduce: one value of the report differs."
        : `Does not reproduce: ${values} values of the report differ.`,
    differsMore: (values, listed) =>
      `Does not reproduce: ${values} values of the report differ; the first ${listed} are listed.`,
  },
  finding: {
    "report.other_document": [
      "This is not the document that the report is about: its SHA-256 is another.",
      "Give the very file that the report was made from; a file saved again is another one.",
    ],
    "report.other_verifier": [
      "The report was made by another version of the verifier.",
      "Differences may come from that. Use the version that the report names to be sure.",
    ],
    "report.other_verdict": [
      "The verdict of the report is another than the one in this run.",
      "Do not rely on the report; rely on this run.",
    ],
    "report.other_ring": [
      "The report was made with other keys than those that are built into this verifier.",
      "That it reproduces says nothing about whose these keys are: whoever made the report chose them.",
    ],
    "report.other_proofs": [
      "The report was made with other OpenTimestamps proofs than this run.",
      "A report does not carry them. Give the very proofs that it was made with; on the command line with --ots.",
    ],
    "report.other_headers": [
      "The report was made with other block headers than this run.",
      "A report does not carry them. Give the very headers that it was made with, in that order; on the command line with --header.",
    ],
    "report.assumed_time": [
      "The report assumes a time at which the document existed; that was somebody’s word and was taken over.",
      "Whether it is so, no verifier can tell from the report.",
    ],
  },

  proof: {
    "timestamp.not_a_proof": [
      "Expected the first bytes of an OpenTimestamps proof, found something else, at byte {offset} of the proof.",
      "Give the file that ends in .ots, as it was received.",
    ],
    "timestamp.version_unknown": [
      "Expected version 1 of the format, found another, at byte {offset} of the proof.",
      NEWER,
    ],
    "timestamp.hash_unknown": [
      "Expected SHA-1, RIPEMD-160, SHA-256 or Keccak-256, found something else, at byte {offset} of the proof.",
      NEWER,
    ],
    "timestamp.truncated": [
      "Expected more of the proof, found its end, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.number_too_large": [
      "Expected a number below 2^32, found a larger one, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.number_not_shortest": [
      "Expected a number in as few bytes as possible, found one in more, at byte {offset} of the proof.",
      "Programs read such a number differently. Write the proof again with the program that made it.",
    ],
    "timestamp.empty_fork": [
      "Expected a branch after the byte 0xff, found another 0xff, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.operation_unknown": [
      "Expected a known operation, an attestation or a branch, found something else, at byte {offset} of the proof.",
      NEWER,
    ],
    "timestamp.argument_length": [
      "Expected an argument of an allowed length, found another, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.message_too_long": [
      "Expected an operation whose result is not too long, found a longer one, at byte {offset} of the proof.",
      "The format allows no longer message.",
    ],
    "timestamp.payload_too_long": [
      "Expected an attestation that is not too long, found a longer one, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.payload_not_used_up": [
      "Expected the end of the attestation, found more bytes in it, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.calendar_too_long": [
      "Expected the address of a calendar that is not too long, found a longer one, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.calendar_character": [
      "Expected letters, digits and - . _ / : in the address of a calendar, found another character, at byte {offset} of the proof.",
      "The format allows nothing else there, so that an address can do no harm.",
    ],
    "timestamp.trailing_bytes": [
      "Expected the end of the proof, found more bytes, at byte {offset} of the proof.",
      DAMAGED,
    ],
    "timestamp.limit_bytes": [
      "Expected at most {most} bytes, found {bytes}.",
      "Real proofs have a few thousand.",
    ],
    "timestamp.limit_depth": [
      "Expected fewer operations after each other, at byte {offset} of the proof.",
      "The reference implementation refuses it too.",
    ],
    "timestamp.limit_operations": [
      "Expected fewer operations, at byte {offset} of the proof.",
      "Real proofs have a few hundred.",
    ],
    "timestamp.limit_attestations": [
      "Expected fewer attestations, at byte {offset} of the proof.",
      "Real proofs have a few.",
    ],
    "timestamp.limit_messages": [
      "Expected fewer bytes in the results of all operations, at byte {offset} of the proof.",
      "Real proofs have a few thousand.",
    ],
    "timestamp.limit_proofs": ["Expected at most {most} proofs, found more.", FEWER],
  },
  start: {
    "timestamp.starts_from_record": [
      "The proof starts from the digest of the canonical record {at}, computed again: {digest}.",
      "",
    ],
    "timestamp.starts_from_file": [
      "The proof starts from the digest of the whole received file, not from that of the canonical record.",
      "It is about exactly these bytes. Another copy of the document, spelled differently, it says nothing of.",
    ],
    "timestamp.starts_from_stated": [
      "The proof starts from a digest that the document states {at}, not from that of the canonical record: {digest}.",
      "Expected was the digest of the canonical record. What this one is worth depends on what it is taken over.",
    ],
    "timestamp.starts_from_wrong_digest": [
      "The proof starts from the digest that the document states {at}, but its canonical record gives another one, not {digest}.",
      "The record was changed after the proof was made, or the proof is about another record.",
    ],
    "timestamp.starts_elsewhere": [
      "The proof is not about this document: expected to start from the digest of the canonical record, it starts from {digest}.",
      "Look for the proof that was made for this document, or for the document that this proof was made for.",
    ],
    "timestamp.no_record": [
      "What the proof starts from was not compared: expected a canonical record with the digest {digest}, found no canonical record in the document.",
      "Give the record or the bundle that the proof was made for.",
    ],
  },
  attestation: {
    "timestamp.pending": [
      "A calendar has promised to anchor it, {calendar}; no block is named yet.",
      "Ask that calendar for the rest with an OpenTimestamps program (ots upgrade), then give the new proof. Nothing is fetched here.",
    ],
    "timestamp.header_not_supplied": [
      "Anchored at Bitcoin block {height}, header not supplied: expected one with the merkle root {root}.",
      "Take the 80-byte header of that block from a node or a block explorer that you trust, and give it in hexadecimal. Nothing is fetched here.",
    ],
    "timestamp.header_not_matching": [
      "Anchored at Bitcoin block {height}, but no supplied header has the merkle root {root}.",
      "Either the headers are of other blocks, or the proof is wrong. Take the header of that block from a node or a block explorer that you trust.",
    ],
    "timestamp.anchored": [
      "The canonical record existed not later than {time}, give or take two hours: a supplied header has the merkle root {root} that the proof leads to, by its word in Bitcoin block {height}.",
      COMPARE,
    ],
    "timestamp.anchored_other": [
      "What the proof starts from existed not later than {time}, give or take two hours: a supplied header has the merkle root {root}, by the word of the proof in Bitcoin block {height}. The proof does not start from the canonical record of this document.",
      COMPARE,
    ],
    "timestamp.header_easily_made": [
      "Anchored at Bitcoin block {height}, and a supplied header has the merkle root {root}, but that shows little: early blocks stand for so few hashes, here about 2^{work}, that such a header can be made today at little cost.",
      "Compare the header’s hash, {hash}, with a node or block explorers that you trust.",
    ],
    "timestamp.header_too_easy": [
      "A supplied header has the merkle root {root}, but it is not that of Bitcoin block {height}: expected a target of more hashes, found 2^{work}.",
      "Somebody made this header, or the proof names another block than it was anchored in. The least work at a height is our reading.",
    ],
    "timestamp.header_without_work": [
      "A supplied header has the merkle root {root}, but no work: its hash {hash} is above its own target {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_target_malformed": [
      "A supplied header has the merkle root {root}, but no target that Bitcoin allows: expected at most 1d00ffff, found {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.root_length": [
      "The proof cannot lead to Bitcoin block {height}: expected a merkle root of 32 bytes, found a message of {length}.",
      DAMAGED,
    ],
    "timestamp.other_chain": [
      "Anchored at {chain} block {height}, which was not checked: this verifier checks Bitcoin only.",
      "Look for a proof with a Bitcoin attestation.",
    ],
    "timestamp.unknown_kind": [
      "An attestation of a kind that this verifier does not know, {tag}, was not checked.",
      NEWER,
    ],
  },
  header: {
    "timestamp.header_malformed": [
      "Expected a block header of 80 bytes as 160 hexadecimal digits, found something else.",
      "Copy the raw header of the block, not its hash and not its parts.",
    ],
    "timestamp.limit_headers": ["Expected at most {most} block headers, found {given}.", FEWER],
    "timestamp.header_target_malformed": [
      "The header {hash} has no target that Bitcoin allows: expected at most 1d00ffff, found {bits}.",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.header_without_work": [
      "The header has no work: its hash {hash} is above its own target {bits}.",
      NO_BLOCK,
    ],
    "timestamp.header_unused": [
      "No proof leads to the merkle root of this header, {root}.",
      "It is the header of another block than the proofs name, or of none.",
    ],
  },
};
