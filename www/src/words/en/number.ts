// Number first: from a number or an identifier to addresses, and whether a document is the one asked for.
import type { AddressFinding, AddressKind, AddressSource, MatchWord, NamedBy } from "../../report.ts";
import { count, counted } from "./counted.ts";

const namedBy: Record<NamedBy, string> = {
  number: "a Pith Number",
  short_number: "a short Pith Number",
  arxiv: "an arXiv identifier",
  arxiv_doi: "the DOI that arXiv registers for a paper",
  doi: "a DOI",
  unreadable: "none of these",
};

/** `impossible` has the characters that no Pith Number has. */
const finding: Record<AddressFinding, string | ((impossible: string) => string)> = {
  impossible_character: (impossible) =>
    `It cannot be right: no Pith Number has ${[...impossible].join(", ")}. They have the letters A to Z and the digits 2 to 7. For 0, 1, 8 and 9, look whether it is O, I, B or G.`,
  wrong_length:
    "It cannot be right: after pith: and the year, a Pith Number has 26 characters, and a short one has 8, 12 or 16.",
  year_malformed: "It cannot be right: what stands for the year is not four digits.",
  arxiv_malformed:
    "arXiv gives out no identifier of this form. Look for a digit too many, too few, or swapped.",
  letter_case: "It is shown in upper case, as Pith Numbers are written.",
  year_missing: "The year is missing, which is part of a Pith Number; the addresses do without it.",
  version_left_out:
    "The address has no place for the version, so look at what you get. This page compares the version, too.",
};

const kind: Record<AddressKind, string> = {
  bundle: "Bundle",
  well_known_bundle: "Bundle, second address",
  state: "State alone",
  record: "Record",
  page: "Page about the record",
  paper_page: "Page about the paper",
  resolver: "Search by identifier",
};

const source: Record<AddressSource, string> = {
  mirror_manifest: "The pattern stands in the service’s list of mirrors.",
  bundle: "Signed bundles that were seen link to such addresses.",
  record: "A record that was seen links to such an address; nothing signs those links.",
};

const answer: Record<MatchWord, string> = {
  matches: "This is the document you asked for",
  near_miss: "Not quite what you asked for",
  differs: "Not the document you asked for",
  not_comparable: "It cannot be told whether this is what you asked for",
};

export const number = {
  title: "Have a number and no file?",
  about:
    "Put in a Pith Number, an arXiv identifier or a DOI, and see where the service says its documents can be had.",
  field: "Pith Number, arXiv identifier or DOI",
  example: "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  show: "Show the addresses",
  /** What the text was read as; then `{text}`, as it is normally written. */
  read: (as: NamedBy) => `Read as ${namedBy[as]}: {text}`,
  unreadable:
    "This is neither a Pith Number (such as pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ) nor an arXiv identifier (such as 1212.1787v1 or math/0309136) nor a DOI (such as 10.48550/arXiv.1212.1787).",
  finding,
  addresses: (addresses: number) => counted(addresses, "address", "addresses"),
  kind,
  source,
  copy: "Copy the address",
  /** Why there is no address, by what the text was read as. */
  nowhere: {
    short_number:
      "No address is known for a short number of this length. Whoever gave it to you may have the full number, with 26 characters after the year.",
    doi: "No address is known from this DOI. Documents that were seen are about papers on arXiv: look there for the paper, and put in its arXiv identifier.",
  },
  short: "A short number can be the beginning of several full ones.",
  following:
    "This page asks nobody for them. When you follow a link, in a new tab, your browser asks that host, which learns your machine’s address and what you look for. Whether anything is there, this page does not know.",
  next: "Save what you get as a file, and drop it here.",
  remembered: "Every document that you give this page is compared with it.",
  forget: "Forget what I asked for",
  /** Beside the verdict. */
  asked: {
    heading: "Is it what you asked for?",
    /** `{text}` is what was asked for. */
    wanted: "You asked for {text}",
    comparing: "It is being compared with the document.",
    answer,
    /** What was asked for is a beginning or a part of the number, and agrees. */
    partly: "It agrees with what you asked for, as far as that goes",
    unreadable: "The file could not be read as a document, so it was not compared.",
    /** Several documents are shown. */
    several: "You asked for {text}. To see whether one of these documents is it, open its report.",
    announced: (answer: string, sentence: string) => `${answer}. ${sentence}`,
  },
  fetch: {
    title: "Or let this page fetch it",
    about:
      "Whoever put up this page allows it to ask these hosts. It asks none before you allow it, and forgets that you did when it is closed.",
    allow: (host: string) => `Allow this page to ask ${host}`,
    learns: (host: string) =>
      `${host} learns your machine’s address, which number you ask for, on which site this page stands, and what every request tells of a browser. No cookie is sent.`,
    fetch: (kind: string, host: string) => `Fetch from ${host}: ${kind}`,
    mirror: "That this host keeps its files under the same names as the service is assumed.",
    fetching: (host: string) => `Waiting for ${host}.`,
    stop: "Stop",
    fault: {
      blocked: (host: string) =>
        `${host} gave nothing that this page may read. Either it cannot be reached, or it does not allow other pages to read its answers (CORS); the browser does not say which. Follow the link instead, save the file, and drop it here.`,
      redirected: (host: string) =>
        `${host} wanted to send this page to another address (a redirect), which it does not follow. Follow the link instead, save the file, and drop it here.`,
      missing: (host: string) => `${host} has nothing at this address (404).`,
      status: (host: string, status: number) => `${host} answered with an error (${status}).`,
      too_large: (host: string, most: number) =>
        `${host} sent more than ${count(most)} bytes, the most that this verifier reads. It was not taken.`,
      too_slow: (host: string, seconds: number) =>
        `${host} did not send all of it within ${count(seconds)} seconds.`,
      cut_off: (host: string) => `What ${host} sent ended in the middle. Try again.`,
      stopped: () => "Stopped.",
    },
  },
};
