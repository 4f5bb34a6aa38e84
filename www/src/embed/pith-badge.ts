import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { boundary } from "../boundary.ts";
import { seal } from "../elements/icons.ts";
import { line } from "../elements/pith-text.ts";
import type { VerdictWord } from "../report.ts";
import type { PithBadgeElement } from "../../element/pith-element.d.ts";
import { numberOf, PithEmbedded, waitingWords } from "./pith-embedded.ts";

/** So much of a number is shown; a whole one has 36 characters. */
const LONGEST = 64;

/**
 * The same as `<pith-verifier>` in little: a button with the verdict, the Pith Number, how the document compares with
 * the page, and that it was checked by the page's own code; pressing it opens the whole result in a dialog. A document
 * about another paper than the page never gets the colour of a good verdict.
 *
 * Attributes, properties, events, states and tokens are those of `<pith-verifier>`, and so are the parts, which are
 * there while the dialog is open.
 *
 * @tag pith-badge
 * @summary The result of checking one Pith document as a badge, with details on demand
 *
 * @attr {string} src - as of `<pith-verifier>`, like all others
 * @attr {string} number - as of `<pith-verifier>`
 * @attr {string} doi - as of `<pith-verifier>`
 * @attr {string} trust-key - as of `<pith-verifier>`
 * @attr {boolean} no-built-in-keys - as of `<pith-verifier>`
 * @attr {"auto"|"light"|"dark"} theme - as of `<pith-verifier>`
 * @attr {string} locale - as of `<pith-verifier>`
 * @attr {string} verifier - as of `<pith-verifier>`
 *
 * @fires {CustomEvent<Report>} pith-report - as of `<pith-verifier>`
 * @fires {CustomEvent<PithErrorDetail>} pith-error - as of `<pith-verifier>`
 *
 * @csspart badge - the button
 * @csspart word - the verdict on it
 * @csspart dialog - the dialog with the whole result
 * @csspart close - the button that closes it
 */
@customElement("pith-badge")
export class PithBadge extends PithEmbedded implements PithBadgeElement {
  @state() private open = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is taken out of its page is closed, and neither it nor anybody else is told.
    this.dialog?.removeAttribute("open");
    this.open = false;
  }

  protected override render(): TemplateResult {
    const { open, w } = this;
    const { badge } = w.embed;
    return html`${this.announcement()} ${this.button()}
      <dialog
        class="sheet"
        part="dialog"
        lang=${w.tag}
        dir=${w.direction}
        aria-label=${badge.title}
        @close=${this.closed}
        @click=${this.beside}
      >
        ${
          open
            ? html`<div class="over">
                  <button type="button" class="button" part="close" data-action="close" @click=${this.close}>
                    ${badge.close}
                  </button>
                </div>
                ${this.whole()}`
            : nothing
        }
      </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { dialog } = this;
    if (this.open && dialog !== null && !dialog.open) dialog.showModal();
  }

  private button(): TemplateResult {
    const { report, shown, subjectWord: subject, w } = this;
    const { badge, page } = w.embed;
    const word = report?.verdict.word ?? null;
    const number = report === null ? null : numberOf(report);
    return html`<button
      type="button"
      class="badge"
      part="badge"
      lang=${w.tag}
      dir=${w.direction}
      aria-haspopup="dialog"
      data-action="details"
      data-state=${shown.as}
      data-verdict=${word ?? nothing}
      data-subject=${subject ?? nothing}
      data-tone=${this.tone()}
      @click=${this.unfold}
    >
      ${seal(this.sign())}
      <span class="lines">
        <b part="word">${this.word()}</b>
        ${
          report === null
            ? nothing
            : html`<span
                >${
                  subject === "none"
                    ? page.nothingShort
                    : subject === null || subject === "unreadable"
                      ? nothing
                      : page.short[subject]
                }</span
              >`
        }
        ${number === null ? nothing : line(number.slice(0, boundary(number, LONGEST)), "")}
        ${report === null ? nothing : html`<small>${badge.here}</small>`}
        <span class="details">${badge.details}</span>
      </span>
    </button>`;
  }

  /** What stands largest: the verdict, unless it is about another paper. */
  private word(): string {
    const { report, shown, subjectWord, w } = this;
    if (shown.as === "loading" || shown.as === "checking") return waitingWords(shown.as, w);
    if (report === null) return w.embed.badge.error;
    if (subjectWord === null) return w.embed.page.comparing;
    return subjectWord === "differs" ? w.embed.badge.other : w.report.verdict[report.verdict.word];
  }

  /** A good verdict about another paper is no good news. */
  private tone(): VerdictWord | "error" {
    const { report, subjectWord } = this;
    // Until it is known what it is about, it has no colour.
    if (report === null || subjectWord === null) return "error";
    const { word } = report.verdict;
    if (subjectWord === "differs") return "broken";
    return subjectWord === "near_miss" && word === "verified" ? "consistent" : word;
  }

  private sign(): VerdictWord | "error" {
    return this.subjectWord === "differs" ? "error" : this.tone();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  private unfold(): void {
    this.open = true;
  }

  private close(): void {
    this.dialog?.close();
  }

  private closed(): void {
    this.open = false;
    // The browser puts the focus back where it was; a press alone does not put it on the button in all of them.
    this.renderRoot.querySelector<HTMLElement>(".badge")?.focus({ preventScroll: true });
  }

  /** A press beside the dialog closes it. */
  private beside(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }
}
