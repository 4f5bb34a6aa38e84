import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Diagnosis } from "../report.ts";
import { LightElement } from "./light-element.ts";
import "./pith-compare.ts";
import { place } from "./pith-text.ts";
import { diagnosisWords } from "../words/sentences.ts";
import { original } from "./original.ts";

/**
 * Why a check failed, as far as it was found out.
 *
 * @property diagnosis - what was found out, if anything
 * @attr data-causes - the causes, apart by spaces
 */
@customElement("pith-diagnosis")
export class PithDiagnosis extends LightElement {
  @property({ attribute: false }) diagnosis: Diagnosis | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { diagnosis } = this;
    if (diagnosis === null) return nothing;
    const { difference } = diagnosis;
    const w = this.w.elements.diagnosis;
    const said = diagnosisWords(this.w, diagnosis);
    return html`<div class="diagnosis" data-causes=${diagnosis.causes.join(" ")}>
      <p><b>${w.title}</b> ${said.sentence}</p>
      <p class="hint">${said.hint}</p>
      ${original(this.w, diagnosis.sentence, diagnosis.hint)}
      ${
        difference === null
          ? nothing
          : html`<p>${place(difference.pointer)}</p>
              <pith-compare
                .expected=${difference.there}
                .computed=${difference.here}
                labels="${w.there},${w.here}"
                alike
              ></pith-compare>`
      }
    </div>`;
  }
}
