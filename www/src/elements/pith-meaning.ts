import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../report.ts";
import { LightElement } from "./light-element.ts";
import { verdictWords } from "../words/sentences.ts";
import { original } from "./original.ts";

/**
 * What the verdict shows, and beside it, as large, what it does not.
 *
 * @property report - the report
 */
@customElement("pith-meaning")
export class PithMeaning extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult | typeof nothing {
    const { verdict } = this.report;
    const { shows, does_not_show } = verdictWords(this.w, this.report);
    if (shows.length === 0 && does_not_show.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="meaning">
      <h2 id="meaning">${this.w.elements.meaning.title}</h2>
      <div class="body meaning">
        ${list(this.w.elements.meaning.shows, "shows", shows)}
        ${list(this.w.elements.meaning.showsNot, "shows-not", does_not_show)}
        ${original(this.w, verdict.sentence, ...verdict.shows, ...verdict.does_not_show)}
      </div>
    </section>`;
  }
}

function list(title: string, kind: string, sentences: string[]): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  return html`<div>
    <h3>${title}</h3>
    <ul class=${kind}>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </div>`;
}
