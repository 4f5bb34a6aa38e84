// The types of the entry, as shipped beside it. The elements are held to them.
import type { Report } from "pith-verifier";

export type { Report };

/** Why there is no verdict. Stable for ever: a reason may be added, never renamed. */
export type PithErrorReason =
  | "no_document"
  | "bad_address"
  | "bad_number"
  | "policy"
  | "blocked"
  | "unreachable"
  | "offline"
  | "missing"
  | "status"
  | "web_page"
  | "too_large"
  | "too_slow"
  | "cut_off"
  | "bad_key"
  | "link"
  | "not_loaded"
  | "self_test"
  | "disagreement"
  | "stopped";

/** What `pith-error` tells. */
export interface PithErrorDetail {
  reason: PithErrorReason;
  /** What is shown, in the language of the element. It may hold text that came from outside, made visible. */
  message: string;
}

/**
 * How a document compares with its page: the worst that any identifier says. `none`: the page names nothing that could
 * be compared; `unreadable`: the document cannot be read.
 */
export type PithSubjectWord = "matches" | "near_miss" | "differs" | "not_comparable" | "none" | "unreadable";

export interface PithSubject {
  word: PithSubjectWord;
}

/** What both elements have. */
export interface PithElement extends HTMLElement {
  /** The address of the document. */
  src: string;
  /** What the document must be about, and without an address what leads to it. */
  number: string;
  /** The DOI of the paper that the document is to be about. */
  doi: string;
  /** Further keys that establish a signer. */
  trustKey: string;
  /** Whether the registry's key that is built in is left out. */
  noBuiltInKeys: boolean;
  /** The address of a page of this verifier. */
  verifier: string;
  /** The language (BCP 47). */
  locale: string;
  /** The colours: `auto`, `light` or `dark`. */
  theme: string;
  /** The document itself: a file, bytes or text. It goes before every other way to give one. */
  data: Blob | Uint8Array<ArrayBuffer> | string | null;
  /** The document as a link of this verifier carries it, after `#d=`. */
  link: string;
  /** The report on the document, without the leaves of its coverage; `null` as long as there is none. */
  readonly report: Report | null;
  /** How the document compares with the paper of the page; `null` as long as that is not known. */
  readonly subject: PithSubject | null;
  /** Resolves when what was set last has been drawn. */
  readonly updateComplete: Promise<boolean>;
  /** Gets the document and checks it again. */
  check(): Promise<void>;
}

/** `<pith-verifier>`: the whole result. */
export interface PithVerifierElement extends PithElement {}

/** `<pith-badge>`: a small one, with the whole on demand. */
export interface PithBadgeElement extends PithElement {}

declare global {
  interface HTMLElementTagNameMap {
    "pith-verifier": PithVerifierElement;
    "pith-badge": PithBadgeElement;
  }

  interface HTMLElementEventMap {
    "pith-report": CustomEvent<Report>;
    "pith-error": CustomEvent<PithErrorDetail>;
  }
}
