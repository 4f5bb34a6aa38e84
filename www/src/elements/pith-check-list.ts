import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Check, Report } from "../report.ts";
import { LightElement } from "./light-element.ts";
import "./pith-check.ts";

/** How many checks are drawn at once. Every real document has fewer. */
const STEP = 500;

/**
 * Some checks of a report, one under the other.
 *
 * @property report - the report that they are of
 * @property checks - which ones
 * @property unfolded - how many of them, from the first, are shown unfolded
 */
@customElement("pith-check-list")
export class PithCheckList extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) checks: Check[] = [];
  @property({ type: Number }) unfolded = 0;
  @state() private shown = STEP;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("report")) this.shown = STEP;
  }

  protected override render(): TemplateResult {
    const rest = this.checks.length - this.shown;
    return html`${this.checks
      .slice(0, this.shown)
      .map(
        (check, index) =>
          html`<pith-check
            .report=${this.report}
            .check=${check}
            ?open=${index < this.unfolded}
          ></pith-check>`,
      )}
    ${
      rest > 0
        ? html`<button type="button" class="button" @click=${this.more}>
            ${this.w.elements.checkList.more(Math.min(rest, STEP), rest)}
          </button>`
        : nothing
    }`;
  }

  private more(): void {
    this.shown += STEP;
  }
}
