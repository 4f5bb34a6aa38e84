// The checker itself: what it says of its own state.
import { count, counted } from "./counted.ts";

export const checker = {
  heading: "About this checker",
  version: "Version",
  digest: "SHA-256 of the wasm that runs here",
  noDigest: "not computed: this browser offers no SHA-256 to a page without HTTPS",
  rebuild:
    "Anybody can build it again: with the source of this version, run {command}. It prints the SHA-256 of the wasm that comes out; compare it with the one above.",
  selfTest: "Self-test",
  testing: "running",
  tested: (documents: number) =>
    `passed: ${counted(documents, "known good or bad document")} judged as expected when this page was opened`,
  misjudged: (names: string) => `FAILED: ${names}`,
  offline: "Without a network",
  waiting: "the page’s own files are being kept on this machine",
  kept: "works: the page’s own files are kept on this machine",
  newer: "works; a newer version of this page is here, too",
  takeNewer: "Use the newer version",
  unavailable:
    "works until this page is closed: this browser does not keep its files, or the page came without HTTPS",
  single: "works: this page is one file and asks for nothing",
  /** `{command}` computes the digest of a file. */
  fileDigest:
    "This page is one file. The command prints the SHA-256 of that file, too; on your machine {command} gives it.",
  refuses: (name: string, expected: string, found: string) =>
    `The verifier did not pass its own test, so it gives no verdicts. It was given ${name} and should have found ${expected}; it found ${found}. Reload this page; if it stays so, use another browser and tell whoever runs this page.`,
  notTested: (why: string) =>
    `The verifier could not test itself (${why}), so it gives no verdicts. Reload this page.`,
};

export const opinion = {
  heading: "Second opinion",
  agrees: (digests: number, signatures: number) =>
    `This browser’s own SHA-256 and Ed25519 were asked about ${counted(digests, "digest")} and ${counted(signatures, "signature")} that passed, and agree on all of them.`,
  agreesOnDigests: (digests: number) =>
    `This browser’s own SHA-256 was asked about ${counted(digests, "digest")} that passed, and agrees on all of them. It has no Ed25519 of its own to ask about signatures.`,
  nothing: "Nothing passed that this browser’s own SHA-256 and Ed25519 could be asked about.",
  none: "None: this browser offers no SHA-256 and Ed25519 of its own to a page without HTTPS.",
  left: (digests: number, signatures: number) =>
    `The document is too large to ask about everything: ${count(digests)} more digests and ${count(signatures)} more signatures were not asked about.`,
  scope:
    "It is about the same bytes: how the document was read and written again is this verifier’s word alone.",
  disagrees: (checks: number) =>
    `Two programs disagree about this document, so there is no verdict. This browser’s own SHA-256 or Ed25519 says otherwise in ${counted(checks, "check")} that this verifier passed. One of the two is wrong, or something tampers with this browser. Use another browser or the command line, and tell whoever runs this page.`,
};
