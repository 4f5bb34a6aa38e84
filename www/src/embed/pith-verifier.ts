import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { PithVerifierElement } from "../../element/pith-element.d.ts";
import { PithEmbedded } from "./pith-embedded.ts";

/**
 * Checks one Pith document in the reader's browser and shows the whole result: the verdict, what failed and why, what
 * it shows and what not, keys, claims, the evidence, every check, the merge, and what covers each value. Before the
 * verdict it says whether the document is about the paper that the page names, its Pith Number, where it came from,
 * and that all this is the word of the page's own code.
 *
 * The document is the first of these that there is: the property `data`, a child `<script type="application/json">`,
 * the address in `src`, the first address that the service has for `number`. In a child every `<` must be written as
 * `\\u003c`, or text of the document could end the script and begin another. What the page names is `number` and, in
 * this order, the attribute `doi` or the page's `<meta>` elements `citation_doi`, `citation_arxiv_id` and
 * `DC.identifier`.
 *
 * States, for `:state()`: `loading`, `checking`, `error`, `report`; with a report its verdict (`verified`,
 * `consistent`, `unsigned`, `broken`, `unreadable`) and how it compares with the page (`subject-matches`,
 * `subject-near-miss`, `subject-differs`, `subject-not-comparable`, `subject-none`, `subject-unreadable`).
 *
 * @tag pith-verifier
 * @summary The whole result of checking one Pith document
 *
 * @attr {string} src - address of the document, `http` or `https`; relative ones are the page's. Fetched without cookies
 *   and without the page's address (`credentials: "omit"`, `referrerPolicy: "no-referrer"`); redirects are followed; a
 *   host of another origin must allow it (CORS); at most 128 MiB; not `text/html`
 * @attr {string} number - Pith Number, arXiv identifier or DOI of arXiv that the document must be about; without `src`
 *   and a document in the page, it is fetched from the address that the service has for it
 * @attr {string} doi - DOI of the paper that the document is to be about, in place of the page's own `<meta>` elements
 * @attr {string} trust-key - further keys that establish a signer: a ring file, a key object, a mirror manifest, or 64
 *   hexadecimal digits to a line
 * @attr {boolean} no-built-in-keys - leaves out the registry's key that is built in
 * @attr {"auto"|"light"|"dark"} theme - colours; `auto`, by the reader's preference, when it is absent
 * @attr {string} locale - language (BCP 47) out of en, de, es, zh, ja; when it is absent that of the nearest `lang`
 *   around the element, else the reader's
 * @attr {string} verifier - address of a page of this verifier, for the link "check independently"; no link without it
 *
 * @fires {CustomEvent<Report>} pith-report - a document was checked; `detail` is its report, without the leaves of its
 *   coverage. Bubbles, and leaves shadow roots. Strings of the report are text of the document, which anybody can have
 *   written
 * @fires {CustomEvent<PithErrorDetail>} pith-error - there is no verdict; `detail` has a stable `reason` and the `message`
 *   that is shown. Bubbles, and leaves shadow roots
 *
 * @csspart base - everything
 * @csspart status - what is said while the document is loaded and checked
 * @csspart error - why there is no verdict
 * @csspart subject - whether the document is about the paper of the page
 * @csspart provenance - number, origin, and who says all this
 * @csspart link - the link to an independent check
 * @csspart verdict - the verdict
 * @csspart failures - the checks that failed
 * @csspart meaning - what the verdict shows and what not
 * @csspart overview - keys, claims, file and second opinion
 * @csspart keys - whose keys
 * @csspart claims - what the document says of itself
 * @csspart file - the received file
 * @csspart opinion - the browser's own cryptography
 * @csspart graph - the evidence as a picture
 * @csspart checks - all checks that did not fail
 * @csspart timestamps - timestamp proofs
 * @csspart replay - the merge of the events
 * @csspart coverage - what covers each value
 *
 * @cssprop [--pith-size=1rem] - the unit of all sizes; set it where the page's `rem` is not about 16 pixels
 * @cssprop [--pith-gutter] - room at both sides
 * @cssprop [--pith-radius=3px] - corners
 * @cssprop [--pith-serif] - fonts of headings
 * @cssprop [--pith-sans] - fonts of text
 * @cssprop [--pith-mono] - fonts of text of the document
 * @cssprop [--pith-paper] - background
 * @cssprop [--pith-sheet] - background of buttons and fields
 * @cssprop [--pith-quote] - background of text of the document
 * @cssprop [--pith-ink] - text
 * @cssprop [--pith-ink-soft] - text of less weight
 * @cssprop [--pith-line] - thin lines
 * @cssprop [--pith-line-strong] - lines around what can be used
 * @cssprop [--pith-accent] - links and buttons
 * @cssprop [--pith-accent-ink] - text on a button of that colour
 * @cssprop [--pith-focus] - the ring around what has the focus
 * @cssprop [--pith-window=100vh] - how high what is seen at once is; lists that scroll take a part of it
 * @cssprop [--pith-verified] - colour of this verdict, and of what passed; what is set of a colour holds in light and
 *   dark, so a site that sets one sets it for both
 * @cssprop [--pith-verified-tint] - behind it
 * @cssprop [--pith-consistent] - colour of this verdict, and of what is to be noted
 * @cssprop [--pith-consistent-tint] - behind it
 * @cssprop [--pith-unsigned] - colour of this verdict, and of what was not checked
 * @cssprop [--pith-unsigned-tint] - behind it
 * @cssprop [--pith-broken] - colour of this verdict, and of what failed
 * @cssprop [--pith-broken-tint] - behind it
 * @cssprop [--pith-unreadable] - colour of this verdict
 * @cssprop [--pith-unreadable-tint] - behind it
 * @cssprop [--pith-signed] - colour of values that are signed
 * @cssprop [--pith-derived] - colour of values that are derived
 * @cssprop [--pith-bound] - colour of values that are bound
 * @cssprop [--pith-signature] - colour of values that are part of a signature
 * @cssprop [--pith-checksummed] - colour of values that only a digest holds
 * @cssprop [--pith-uncovered] - colour of values that nothing covers
 */
@customElement("pith-verifier")
export class PithVerifier extends PithEmbedded implements PithVerifierElement {
  protected override render(): TemplateResult {
    return html`${this.announcement()} ${this.whole()}`;
  }
}
