import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Opinion } from "../engine/opinion.ts";
import { LightElement } from "./light-element.ts";
import { part } from "./part.ts";

/**
 * What the browser's own SHA-256 and Ed25519 say of what passed.
 *
 * @property opinion - what they say; it holds no disagreement, for then there is no verdict to show it with
 * @attr data-opinion - on the section: `agrees`, `partly` or `none`
 */
@customElement("pith-opinion")
export class PithOpinion extends LightElement {
  @property({ attribute: false }) opinion!: Opinion;

  protected override render(): TemplateResult {
    const { opinion, w } = this;
    const left = opinion.digestsLeft + (opinion.hasSignatures ? opinion.signaturesLeft : 0);
    const whole = opinion.hasDigests && opinion.digestsLeft + opinion.signaturesLeft === 0;
    const word = whole ? "agrees" : opinion.hasDigests ? "partly" : "none";
    return html`<div data-opinion=${word}>
      ${part(
        "opinion",
        w.opinion.heading,
        html`<p>${this.said()}</p>
          ${left === 0 ? nothing : html`<p>${w.opinion.left(opinion.digestsLeft, opinion.signaturesLeft)}</p>`}
          <p class="aside">${w.opinion.scope}</p>`,
      )}
    </div>`;
  }

  private said(): string {
    const { opinion, w } = this;
    if (!opinion.hasDigests) return w.opinion.none;
    if (opinion.digests + opinion.signatures === 0) return w.opinion.nothing;
    if (!opinion.hasSignatures && opinion.signaturesLeft > 0)
      return w.opinion.agreesOnDigests(opinion.digests);
    return w.opinion.agrees(opinion.digests, opinion.signatures);
  }
}
