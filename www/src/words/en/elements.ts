// The parts of a result. Where a text has slots `{…}`, what is drawn there is more than a text.
import { count, counted } from "./counted.ts";

export const elements = {
  checkList: {
    more: (shown: number, rest: number) => `Show more: ${count(shown)} of ${count(rest)}`,
  },
  check: {
    place: "Place",
    rule: "Rule",
    key: "Key",
    required: "Required for “verified”.",
    notRequired: "Not required for “verified”.",
    /** Where the rule stands; `basis` is the label of how well it is known. */
    section: (section: number, basis: string) =>
      `Section ${section} of the description of Pith documents. ${basis}.`,
    /** Stands before each check's name. */
    outcome: (outcome: string) => `${outcome}:`,
    /** The sentence of the verifier itself, which is English, beside one in another language. */
    original: "The verifier’s own words",
  },
  checks: {
    title: "The checks",
    others: "All other checks",
    noted: "To know",
    notedMeans: "Neither passed nor failed.",
    notChecked: "Not checked",
    notCheckedMeans: "Never counted as passed.",
    passed: "Passed",
    passedMeans: "Open a line to see what was computed, and from which bytes.",
    count: (checks: number) => counted(checks, "check"),
  },
  claims: {
    title: "What it says of itself",
    about: "These are the document’s own words. Beside each stands what protects it from change.",
  },
  compare: {
    expected: "Expected",
    computed: "Computed",
    whole: "Show all of both",
    part: "Show only the difference",
    equal: (characters: number) => `${count(characters)} equal characters`,
    more: (characters: number) => `${count(characters)} more`,
    /** `which` of the two is shorter, by its name; `character` is counted from 1. */
    ends: (which: string, character: number) => `${which} ends before character ${count(character)}.`,
    first: (character: number) => `First difference at character ${count(character)}.`,
  },
  diagnosis: {
    title: "Why, as far as it can be seen.",
    there: "There",
    here: "Here",
  },
  failures: {
    title: "What failed",
    count: (checks: number) => `${counted(checks, "check")} failed`,
    several: "One change can fail several checks: what contains a changed value has another digest too.",
  },
  file: {
    title: "The file",
    name: "Name",
    noName: "None: it was pasted or typed",
    length: "Length",
    bytes: (bytes: number) => counted(bytes, "byte"),
    sha256: "SHA-256",
  },
  keys: {
    title: "Whose key",
    choose: "Choose which keys to trust",
    onlyListed: "None: it is only listed",
    signatures: (signatures: number) => `${counted(signatures, "signature holds", "signatures hold")} for it`,
    identifier: "Identifier",
    source: "Known from",
    status: "Status",
    from: "Counts from",
    until: "Counts until",
    note: "Note",
    signaturesHere: "Signatures here",
    fingerprint: "Fingerprint",
    publicKey: "Public key",
  },
  meaning: {
    title: "What this means",
    shows: "What this shows",
    showsNot: "What this does not show",
  },
  redo: {
    title: "Redo it without this page",
    /** `{file}` is a name of a file. */
    about:
      "Save the document as {file}, open a terminal in the same folder, and run one of these. Nothing of the document stands in them but digests, keys, signatures and names of members.",
    /** `{text}` that a program prints. */
    prints: "If the check holds it prints {text}",
    /** `{tool}` is the name of a program, `{label}` what it does. */
    tool: "{tool}: {label}",
  },
  reproduction: {
    same: "The same report",
    other: "Another report",
    /** `{report}` and `{document}` are names of files. */
    about:
      "Report {report} about {document}, with the keys that the report names. What the verdict on the document is, its own report says.",
    findings: "Know first",
    differences: "What differs",
    inReport: "Report",
    here: "Here",
    more: (values: number) => `and ${counted(values, "more value", "more values")}`,
  },
  text: {
    wholeDocument: "the whole document",
    empty: "empty text",
    less: "Show less",
    all: (characters: number) => `Show all ${count(characters)} characters`,
  },
  timestamps: {
    title: "Timestamps",
    about:
      "Evidence beside the document. It says that the digest existed at a time, and nothing about who made it; the verdict above does not depend on it.",
    noName: "A proof",
    start: "Starts from",
    startIs: "Which is",
    proof: "The proof",
    /** `{sha256}` is a digest. */
    proofIs: (bytes: number) => `${counted(bytes, "byte")}, SHA-256 {sha256}`,
    operations: "Its operations",
    /** An operation: its `{number}`, `{operation}`, `{argument}` (may be nothing), `{source}` and `{result}`. */
    operation: "{number} {operation} {argument} {source} gives {result}",
    /** What stands for `{source}`: what the operation is done to. */
    ofStart: "of the start",
    ofResult: (number: number) => `of the result of ${number}`,
    more: (operations: number) => `and ${counted(operations, "more", "more")}`,
    calendar: "Calendar",
    merkleRoot: "Merkle root, as in the header",
    merkleRootReversed: "As explorers print it",
    header: "Block header.",
    hash: "Hash",
    time: "Time, as the miner wrote it",
    /** What somebody attests, and the sentence about it. */
    attestation: (kind: string) => `${kind}.`,
  },
  verdict: {
    /** Which kind of document, and the tally of its checks, if there were any. */
    about: (kind: string, checks: string) => (checks === "" ? `${kind}.` : `${kind}. Checks: ${checks}.`),
    notJudged: "Why it was not judged",
    stopped: (line: number, column: number) =>
      `Reading stopped at line ${count(line)}, column ${count(column)}`,
    offset: (offset: number) => `Byte ${count(offset)} of the file, counted from 0.`,
  },
};
