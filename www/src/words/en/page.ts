// The page around a result.
import { counted } from "./counted.ts";

export const page = {
  title: "Pith verifier",
  skip: "Skip to the main part",
  /** The switch of languages. */
  language: "Language",
  languageFailed: "This language could not be loaded.",
  checkAnother: "Check another",
  checking: "Checking…",
  /** `{name}` of the part, then what it says. */
  about: {
    title: "What is checked.",
    text: "The file is read strictly as JSON. Each part that was signed or hashed is written again in canonical form, its SHA-256 is computed and compared, each Ed25519 signature is checked against the key it names, and the state is rebuilt from the events. What nobody has published a rule for is reported as not checked.",
    offline: "Once this page has loaded it works without a network: you can disconnect first.",
  },
  letGo: "Let go to check this document",
  single: {
    oneOf: (documents: number) => `One of ${documents} documents.`,
    back: "Back to the comparison",
  },
  error: {
    title: "Tool error",
    means: "This says nothing about the document: it is neither verified nor broken.",
    // `problem` is what a program says, in whatever language it says it.
    notLoaded: (problem: string) =>
      `The verifier could not be loaded (${problem}). Reload this page to try again.`,
    notRead: (problem: string) =>
      `The file could not be read (${problem}). A folder cannot be checked, only a file.`,
    stopped: (problem: string) =>
      `The verifier stopped (${problem}). It was started anew; you can check another.`,
    notRun: (problem: string) => `The verifier could not be run (${problem}). Reload this page to try again.`,
    notCompared: (problem: string) => `These documents were not compared: ${problem}`,
    badKey: (problem: string) =>
      `Nothing was checked, because a key to trust or its time could not be read: ${problem}`,
  },
  /** Said to those who listen to the page. */
  announced: {
    verdict: (word: string, sentence: string) => `Verdict: ${word}. ${sentence}`,
    comparison: (word: string, sentence: string) => `Comparison: ${word}. ${sentence}`,
    error: (message: string) => `Tool error. ${message}`,
  },
  input: {
    title: "Check a Pith document",
    titleAgain: "Check another document",
    lead: "Give it a bundle, a record or a state. Every digest and every signature is computed anew in your browser, and you see what holds.",
    leadAgain: "A new document takes the place of this report.",
    drop: "Drop a file anywhere on this page",
    several: "Several files at once are compared with each other.",
    open: "Open a file",
    /** `{keys}` is the keys to press. */
    paste: "or paste it anywhere with {keys}",
    control: "Ctrl",
    text: "Or put its text here",
    check: "Check this text",
  },
  sample: {
    bundle: "Bundle",
    record: "Record",
    state: "State alone",
    snapshot: "Graph snapshot",
    manifest: "Mirror manifest",
    changed: "Changed bundle",
  },
  /** What samples are about that are about no paper. */
  sampleAbout: {
    events: "What the first bundle’s events add up to, without its signature",
    mirrors: "Where bundles can be had, and with which key they are signed",
    changed: "The first bundle with one word of its title changed: see what no longer holds",
  },
  proofs: {
    title: "Timestamp proofs",
    about:
      "A proof of OpenTimestamps (a file that ends in .ots) shows that a digest existed before a Bitcoin block. Drop it on this page together with the document, or choose it here.",
    add: "Add a proof",
    remove: "Take them away",
    headers: "Headers of Bitcoin blocks, from a source that you trust: 160 hexadecimal digits to a line",
  },
  requests: {
    promise: "Nothing leaves this machine.",
    /** In its place, once another host was asked, which only a reader can allow. */
    asked: "Documents stay on this machine; a host that you allowed was asked for one.",
    /** `own` of all requests were for files of this page. */
    since: (all: number, own: number) => {
      const since = `${counted(all, "request")} since this page loaded`;
      if (own === 0) return `${since}.`;
      return own === all
        ? `${since}, for ${all === 1 ? "a file" : "files"} of this page.`
        : `${since}, ${own} of them for ${own === 1 ? "a file" : "files"} of this page.`;
    },
  },
  save: {
    title: "Keep the report",
    as: (form: string) => `Save as ${form}`,
    json: "for anybody to make again: drop it here together with the document",
    markdown: "for notes and mail",
    html: "one page for a referee’s file",
  },
};
