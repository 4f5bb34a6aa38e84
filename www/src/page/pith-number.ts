import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { copy } from "../elements/pith-copy.ts";
import { quoted } from "../elements/pith-text.ts";
import type { Address, Addresses, AddressFinding } from "../report.ts";
import { addresses } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { Fetching } from "./fetching.ts";
import type { Asked } from "./pith-asked.ts";
import type { Received } from "./pith-input.ts";

/** The hosts that this build may ask, as `vite.config.ts` writes them in; `null` in the standard build. */
declare const FETCH_HOSTS: readonly string[] | null;

/**
 * For a reader with a number and no file: where its documents can be had. What was asked for is remembered, and
 * every document is compared with it.
 *
 * @property asked - what is remembered
 * @fires pith-ask - the reader asks for something; `detail` is {@link Asked}, or `null` for nothing any more
 * @fires pith-received - in a build that may fetch: a document came; `detail` is a list of {@link Received}
 * @attr data-named-by - on what was found: what the text was read as
 * @attr data-finding - on each thing to know about it
 * @attr data-address - on each address: what it leads to
 * @attr data-action - `number-text` on the field, `number` on its button, `forget`
 */
@customElement("pith-number")
export class PithNumber extends LightElement {
  @property({ attribute: false }) asked: Asked | null = null;
  @state() private found: Addresses | null = null;
  private readonly fetching =
    FETCH_HOSTS === null
      ? null
      : new Fetching(this, FETCH_HOSTS, (input, name) =>
          this.tell<Received[]>("pith-received", [{ input, name }]),
        );

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Forgotten elsewhere.
    if (changed.has("asked") && this.asked === null && this.found?.field != null) this.found = null;
  }

  protected override render(): TemplateResult {
    const w = this.w.number;
    return html`<section class="number-first" aria-labelledby="number">
      <h2 id="number">${w.title}</h2>
      <p class="aside" id="number-about">${w.about}</p>
      <form @submit=${this.submitted}>
        <label for="number-text">${w.field}</label>
        <div class="row">
          <input
            id="number-text"
            data-action="number-text"
            type="text"
            placeholder=${w.example}
            aria-describedby="number-about"
            dir="ltr"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
          />
          <button type="submit" class="button" data-action="number">${w.show}</button>
        </div>
      </form>
      ${this.found === null ? nothing : this.shown(this.found)}
    </section>`;
  }

  private shown(found: Addresses): TemplateResult {
    const w = this.w.number;
    const { named_by, normal, findings, impossible } = found;
    const finding = (name: AddressFinding): string => {
      const words = w.finding[name];
      return typeof words === "string" ? words : words(impossible);
    };
    return html`<div class="found" data-named-by=${named_by}>
      <div role="status">
        <p>
          ${normal === null ? w.unreadable : html`${fill(w.read(named_by), { text: quoted(normal) })}.`}
          ${found.addresses.length === 0 ? nothing : html`<b>${w.addresses(found.addresses.length)}:</b>`}
        </p>
        ${findings.map((name) => html`<p class="hint" data-finding=${name}>${finding(name)}</p>`)}
        ${this.nowhere(found)}
      </div>
      ${found.addresses.length === 0 ? nothing : this.addresses(found)}
      ${
        normal === null
          ? nothing
          : html`<p>${w.remembered}</p>
              <button type="button" class="quiet" data-action="forget" @click=${this.forgotten}>
                ${w.forget}
              </button>`
      }
    </div>`;
  }

  /** Why there is no address, if nothing that was found against the text says so. */
  private nowhere({ named_by, findings, addresses }: Addresses): TemplateResult | typeof nothing {
    const w = this.w.number;
    if (named_by === "short_number" && addresses.length > 0) return html`<p class="hint">${w.short}</p>`;
    const against = findings.some((name) => name !== "letter_case");
    if (addresses.length > 0 || against || (named_by !== "short_number" && named_by !== "doi"))
      return nothing;
    return html`<p class="hint">${w.nowhere[named_by]}</p>`;
  }

  private addresses(found: Addresses): TemplateResult {
    const w = this.w.number;
    return html`<ul class="addresses">
        ${found.addresses.map((address) => this.address(address))}
      </ul>
      <p class="aside">${w.following}</p>
      <p>${w.next}</p>
      ${this.fetching === null ? nothing : this.fetching.render(found.addresses, this.w)}`;
  }

  private address({ kind, url, basis, source }: Address): TemplateResult {
    const { number: w, report } = this.w;
    return html`<li data-address=${kind}>
      <b>${w.kind[kind]}</b>
      <a href=${url} target="_blank" rel="noreferrer noopener">${url}</a>
      ${copy(url, w.copy)}
      <small>${report.basis[basis]}. ${w.source[source]}</small>
    </li>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.querySelector<HTMLInputElement>("#number-text")?.value ?? "";
    this.fetching?.stop();
    const found = await addresses(text);
    this.found = found;
    const { field, normal } = found;
    this.tell<Asked | null>("pith-ask", field === null || normal === null ? null : { field, text: normal });
  }

  private forgotten(): void {
    this.found = null;
    this.tell<Asked | null>("pith-ask", null);
  }

  private tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
