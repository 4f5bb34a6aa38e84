// A result on somebody else's page.
import type { MatchWord } from "../../report.ts";

/** What is said of the page's paper and the document. */
const answer: Record<MatchWord, string> = {
  matches: "This document is about the paper that this page names",
  near_miss: "Not quite the paper that this page names",
  differs: "This document is about another paper than this page",
  not_comparable: "It cannot be told whether this document is about the paper that this page names",
};

/** The same in few words, for a badge. */
const short: Record<MatchWord, string> = {
  matches: "about the paper of this page",
  near_miss: "not quite the paper of this page",
  differs: "not the paper that this page names",
  not_comparable: "not comparable with the paper of this page",
};

export const embed = {
  loading: "The document is being loaded…",
  again: "Try again",
  /** Who says all this. */
  here: "Checked in this browser, by code that this page loaded.",
  /** What that cannot show. */
  hereMeans: "Whoever makes a page decides what it shows, this result too.",
  ownKeys: "Which keys are trusted here, this page has chosen; another checker may not know them.",
  independently: "Check independently",
  independentlyAbout: (host: string) =>
    `in a new tab, with the checker of ${host}; the document goes with the link, after the #, which browsers send to no server.`,
  tooLarge: (host: string) =>
    `in a new tab, with the checker of ${host}. The document is too large for a link: save it, and drop the file there.`,
  save: "Save the document",
  number: "Pith Number",
  numberIs: "as the document states it",
  noNumber: "the document states none",
  from: "Document",
  inline: "stands in this page",
  page: {
    answer,
    short,
    /** The page names a beginning or a part of the number, and it agrees. */
    partly: "This document agrees with what this page names, as far as that goes",
    unreadable: "The file could not be read as a document, so it was not compared with this page.",
    nothing:
      "This page names no DOI and no identifier that could be compared: whether the document belongs to it, nobody has checked.",
    nothingShort: "not compared with this page",
    comparing: "It is being compared with what this page names.",
    /** Where in the page an identifier stands; `{text}` is it. */
    named: {
      citation_doi: "DOI of this page (citation_doi): {text}",
      citation_arxiv_id: "arXiv identifier of this page (citation_arxiv_id): {text}",
      "dc.identifier": "Identifier of this page (DC.identifier): {text}",
      doi: "DOI that this page gives for the document: {text}",
      number: "What this page asks for: {text}",
    },
    /** An identifier of the page of no kind that is known. */
    unknown: "This is neither a DOI nor an arXiv identifier nor a Pith Number, so it was not compared.",
  },
  badge: {
    details: "Details",
    close: "Close",
    title: "Pith document",
    /** In place of the verdict on a document about another paper. */
    other: "Another paper",
    error: "Not checked",
    here: "checked in this browser by this page’s code",
  },
  error: {
    title: "Not checked",
    no_document:
      "There is nothing to check: this element has neither src nor number nor a document in it. Whoever makes this page can mend that.",
    bad_address: (address: string) =>
      `The address of the document is none of http or https: ${address}. Whoever makes this page can mend that.`,
    bad_number: (text: string) =>
      `This is neither a Pith Number nor an arXiv identifier nor arXiv’s DOI, so no address is known for it: ${text}`,
    policy: (host: string) =>
      `The security policy of this page (connect-src) does not allow it to ask ${host}. Whoever makes this page can allow it there, or put the document into the page.`,
    blocked: (host: string) =>
      `${host} gave nothing that this page may read. Either it cannot be reached, or it does not allow other sites to read its answers; the browser does not say which. A host allows it with the header Access-Control-Allow-Origin (CORS). Without it, whoever makes this page can keep a copy of the document on this site, or put it into the page.`,
    unreachable: (host: string) => `${host} could not be reached, or the connection broke.`,
    offline: "This device is offline. The check starts by itself once there is a network again.",
    web_page: (host: string) =>
      `${host} gave a web page and not a document: the address leads to a page for people, or to one that asks to sign in.`,
    not_loaded: (problem: string) =>
      `The verifier could not be loaded (${problem}). Reload this page. If it stays so: a site must let its browser load the verifier’s files and run them (script-src with 'wasm-unsafe-eval', connect-src).`,
  },
};
