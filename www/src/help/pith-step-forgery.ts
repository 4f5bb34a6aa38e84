import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { type Report, reportOn, visible } from "../verify.ts";
import { another, BUNDLE, textAt, TITLE, withText } from "./documents.ts";
import { Example } from "./example.ts";
import { failures, found, listed, spoken } from "./found.ts";

const TITLE_AS_SIGNED = textAt(BUNDLE, TITLE);
const SIGNATURE = ["bundle_signature", "signature_b64"];

/** A real bundle in which the reader changes a letter of the title, or the signature. */
@customElement("pith-step-forgery")
export class PithStepForgery extends Example {
  protected readonly name = "forgery";
  /** Which letter is changed, counted from 1; 0 is none. */
  @state() private letter = 0;
  @state() private otherSignature = false;
  @state() private report: Report | null = null;

  protected get heading(): string {
    return this.w.help.signature.real;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.signature;
    const { letter, report } = this;
    return html`<p class="field">
        <label for="letter">${w.slider}</label>
        <input
          id="letter"
          type="range"
          min="0"
          max=${TITLE_AS_SIGNED.length}
          step="1"
          .value=${String(letter)}
          aria-valuetext=${this.change()}
          @input=${this.slid}
        />
        <span class="aside" aria-hidden="true">${this.change()}</span>
      </p>
      <label class="tick">
        <input
          type="checkbox"
          data-action="other-signature"
          .checked=${this.otherSignature}
          @change=${this.ticked}
        />
        ${w.other}
      </label>
      <dl class="facts">${fact(w.title_now, title(letter))}</dl>
      ${
        report === null
          ? html`<p class="aside">${this.w.help.working}</p>`
          : html`${found(report)} ${this.failed(report)}`
      }`;
  }

  private failed(report: Report): TemplateResult {
    const failed = failures(report);
    if (failed.length === 0) return html``;
    return html`<p>${this.w.help.signature.failed(failed.length)}</p>
      ${listed(failed)}`;
  }

  /** Which letter becomes which. */
  private change(): string {
    const w = this.w.help.signature;
    const was = TITLE_AS_SIGNED[this.letter - 1];
    return was === undefined ? w.none : w.letter(this.letter, visible(was), another(was));
  }

  private slid(event: Event): void {
    this.letter = Number((event.target as HTMLInputElement).value);
    void this.compute(true);
  }

  private ticked(event: Event): void {
    this.otherSignature = (event.target as HTMLInputElement).checked;
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    let document = withText(BUNDLE, TITLE, changed(this.letter).join(""));
    if (this.otherSignature) {
      const [first = "", ...others] = textAt(BUNDLE, SIGNATURE);
      document = withText(document, SIGNATURE, another(first) + others.join(""));
    }
    await this.find(
      () => reportOn(document, { explain: false }),
      (report) => {
        this.report = report;
        if (aloud) this.say(spoken(report));
      },
    );
  }
}

/** The title before a changed letter, the letter that stands there now, and the title after it. */
function changed(letter: number): [string, string, string] {
  const was = TITLE_AS_SIGNED[letter - 1];
  if (was === undefined) return [TITLE_AS_SIGNED, "", ""];
  return [TITLE_AS_SIGNED.slice(0, letter - 1), another(was), TITLE_AS_SIGNED.slice(letter)];
}

function title(letter: number): TemplateResult {
  const [before, now, after] = changed(letter);
  // In one text node each, so that no white space comes into the title.
  return html`<span class="quoted"
    ><bdi
      >${visible(before)}${now === "" ? "" : html`<mark>${visible(now)}</mark>`}${visible(after)}</bdi
    ></span
  >`;
}
