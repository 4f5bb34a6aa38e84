import { html, svg, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { bitsOf, digestOf } from "./digest.ts";
import { Example } from "./example.ts";

/** A text and its digest. */
interface Digested {
  text: string;
  sha256: string;
}

/**
 * The digest of a text as it is typed, and how far it is from that of another text.
 *
 * @attr data-sha256, data-bits - on what was found: the digest, and how many of its bits differ
 */
@customElement("pith-step-digest")
export class PithStepDigest extends Example {
  protected readonly name = "digest";
  @state() private text = "";
  @state() private kept: Digested | null = null;
  @state() private now: Digested | null = null;

  protected get heading(): string {
    return this.w.help.digest.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = this.w.help.digest.text_at_first;
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.digest;
    return html`<p class="field">
        <label for="digest-text">${w.label}</label>
        <textarea
          id="digest-text"
          rows="2"
          dir="auto"
          spellcheck="false"
          autocomplete="off"
          .value=${this.text}
          @input=${this.typed}
        ></textarea>
      </p>
      <p class="buttons">
        <button type="button" class="button" data-action="one-letter" @click=${this.oneLetter}>
          ${w.one_letter}
        </button>
        <button type="button" class="button" data-action="keep" @click=${this.keep}>${w.keep}</button>
        <button type="button" class="button" data-action="first" @click=${this.first}>${w.first}</button>
      </p>
      ${this.compared()}`;
  }

  private compared(): TemplateResult {
    const w = this.w.help.digest;
    const { kept, now } = this;
    if (kept === null || now === null) return html`<p class="aside">${this.w.help.working}</p>`;
    const changed = changes(kept.sha256, now.sha256);
    const bits = changed.filter(Boolean).length;
    return html`<div class="outcome" data-sha256=${now.sha256} data-bits=${bits}>
      <dl class="facts">
        ${fact(w.now, quoted(now.sha256))} ${fact(w.before, quoted(kept.sha256))}
        ${fact(w.before_is, quoted(kept.text))}
      </dl>
      <p class="finding">${this.sentence(bits)}</p>
      <svg class="bits" viewBox="0 0 32 8" aria-hidden="true">
        ${changed.map(
          (different, i) =>
            svg`<rect x=${(i % 32) + 0.1} y=${Math.floor(i / 32) + 0.1} width="0.8" height="0.8" ?data-different=${different} />`,
        )}
      </svg>
      <p class="aside">${w.picture}</p>
    </div>`;
  }

  private sentence(bits: number): string {
    const w = this.w.help.digest;
    return bits === 0 ? w.same : w.differ(bits);
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    void this.compute(true);
  }

  /** Makes the last letter the next one of the alphabet; where there is no such letter, adds one. */
  private oneLetter(): void {
    const at = this.text.search(/[a-y](?!.*[a-y])/su);
    const next = String.fromCharCode((at < 0 ? 0x60 : this.text.charCodeAt(at)) + 1);
    this.text = at < 0 ? this.text + next : this.text.slice(0, at) + next + this.text.slice(at + 1);
    void this.compute(true);
  }

  private keep(): void {
    this.kept = this.now;
    this.say(this.sentence(0));
  }

  private first(): void {
    this.text = this.w.help.digest.text_at_first;
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    const { text } = this;
    await this.find(
      () => digestOf(text),
      (sha256) => {
        this.now = { text, sha256 };
        this.kept ??= this.now;
        if (aloud) this.say(this.sentence(changes(this.kept.sha256, sha256).filter(Boolean).length));
      },
    );
  }
}

/** Of each bit, whether the two digests differ in it. */
function changes(one: string, other: string): boolean[] {
  const bits = bitsOf(other);
  return [...bitsOf(one)].map((bit, i) => bit !== bits[i]);
}
