import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Reproduction } from "../report.ts";
import { seal } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import "./pith-compare.ts";
import { part } from "./part.ts";
import { place, quoted } from "./pith-text.ts";
import { fill } from "../words/fill.ts";
import { findingWords, reproductionWords } from "../words/sentences.ts";
import { original } from "./original.ts";

/**
 * Whether a report that somebody made comes out again from its document: what to know first, then every
 * value that differs.
 *
 * @property reproduction - what the verifier found
 * @property report - the name of the report's file
 * @property document - the name of the document's file
 * @attr data-reproduces - on the first section: whether it does
 */
@customElement("pith-reproduction")
export class PithReproduction extends LightElement {
  @property({ attribute: false }) reproduction!: Reproduction;
  @property({ attribute: false }) report: string | null = null;
  @property({ attribute: false }) document: string | null = null;

  /** Moves the focus to the word. */
  focusHeading(): void {
    this.querySelector("h2")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { reproduces } = this.reproduction;
    const w = this.w.elements.reproduction;
    // Not the tone of `verified`: that a report comes out again says nothing good of its document.
    const tone = reproduces ? "consistent" : "broken";
    return html`<section
        class="verdict"
        data-reproduces=${String(reproduces)}
        data-tone=${tone}
        aria-labelledby="reproduction"
      >
        <div class="band">
          ${seal(tone)}
          <h2 id="reproduction" tabindex="-1">${reproduces ? w.same : w.other}</h2>
          <p class="sentence">${reproductionWords(this.w, this.reproduction)}</p>
          <p class="aside">
            ${fill(w.about, { report: quoted(this.report ?? ""), document: quoted(this.document ?? "") })}
          </p>
        </div>
      </section>
      ${this.findings()} ${this.differences()}`;
  }

  private findings(): TemplateResult | typeof nothing {
    const { findings } = this.reproduction;
    if (findings.length === 0) return nothing;
    return part(
      "findings",
      this.w.elements.reproduction.findings,
      html`<ul class="plain">
        ${findings.map(
          (finding) =>
            html`<li data-finding=${finding.reason}>
              <p>${findingWords(this.w, finding).sentence}</p>
              <p class="hint">${findingWords(this.w, finding).hint}</p>
              ${original(this.w, finding.sentence, finding.hint)}
            </li>`,
        )}
      </ul>`,
    );
  }

  private differences(): TemplateResult | typeof nothing {
    const { differences, count } = this.reproduction;
    if (count === 0) return nothing;
    const more = count - differences.length;
    const w = this.w.elements.reproduction;
    return part(
      "differences",
      w.differences,
      html`<ul class="plain">
          ${differences.map(
            ({ pointer, in_report, in_this_run }) =>
              html`<li class="compared-event" data-difference=${pointer}>
                <p>${place(pointer)}</p>
                <pith-compare
                  .expected=${in_report}
                  .computed=${in_this_run}
                  labels="${w.inReport},${w.here}"
                  alike
                ></pith-compare>
              </li>`,
          )}
        </ul>
        ${more > 0 ? html`<p class="aside">${w.more(more)}</p>` : nothing}`,
    );
  }
}
