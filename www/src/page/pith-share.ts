import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import "../elements/pith-copy.ts";
import { quoted } from "../elements/pith-text.ts";
import type { Input } from "../engine/calls.ts";
import { fill } from "../words/fill.ts";
import type { Catalogue } from "../words/index.ts";
import { link, MOST_BYTES, MOST_CHARACTERS, ShareError } from "./share.ts";
import { messageOf } from "../errors.ts";

/**
 * Where a reader makes a link that carries the document.
 *
 * @property input - the document
 * @property name - the name of its file, if it has one
 * @attr data-link - on the field with the link, once it is made
 * @attr data-share-fault - on what is said instead: why there is none
 */
@customElement("pith-share")
export class PithShare extends LightElement {
  @property({ attribute: false }) input: Input = "";
  @property({ attribute: false }) name: string | undefined;
  @state() private link: string | null = null;
  @state() private fault: unknown = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("input") || changed.has("name")) this.link = this.fault = null;
  }

  protected override render(): TemplateResult {
    const w = this.w.share;
    return html`<button type="button" class="button" data-action="share" @click=${this.make}>
        ${w.make}
      </button>
      <span class="aside">${w.about(MOST_CHARACTERS)}</span>
      <div role="status">${this.link === null ? nothing : this.made(this.link)}${this.failed()}</div>`;
  }

  private made(link: string): TemplateResult {
    const w = this.w.share;
    return html`<p><b>${w.whoever}</b> ${w.made(link.length)}</p>
      ${this.name === undefined ? nothing : html`<p>${fill(w.withName, { name: quoted(this.name) })}</p>`}
      <p>${w.verdictNot}</p>
      <label class="field">
        <span>${w.link}</span>
        <textarea data-link readonly rows="3" dir="ltr" .value=${link} @focus=${select}></textarea>
      </label>
      <pith-copy named .text=${link} label=${w.copy}></pith-copy>`;
  }

  private failed(): TemplateResult | typeof nothing {
    const { fault } = this;
    if (fault === null) return nothing;
    const why = fault instanceof ShareError ? fault.fault.why : "failed";
    return html`<p class="error" data-share-fault=${why}>${problem(fault, this.w)}</p>`;
  }

  private async make(): Promise<void> {
    const { input, name } = this;
    try {
      const made = await link(location.href, input, name);
      if (input !== this.input || name !== this.name) return;
      this.link = made;
      this.fault = null;
    } catch (error) {
      if (input !== this.input || name !== this.name) return;
      this.link = null;
      this.fault = error;
    }
  }
}

function problem(error: unknown, { share: w }: Catalogue): string {
  if (!(error instanceof ShareError)) return w.failed(messageOf(error));
  const { fault } = error;
  if (fault.why === "tooLong") return w.tooLarge(fault.characters, MOST_CHARACTERS);
  if (fault.why === "farTooLarge") return w.farTooLarge(fault.bytes, MOST_BYTES);
  return w.noUtf8;
}

function select(event: Event): void {
  (event.target as HTMLTextAreaElement).select();
}
