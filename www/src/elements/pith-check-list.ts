import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Check, Report } from "../report.ts";
import { LightElement } from "./light-element.ts";
import type { PithCheck } from "./pith-check.ts";
import "./pith-check.ts";

/** How many checks are drawn at once. Every real document has fewer. */
const STEP = 100;

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
  /** A check from among those that are not drawn yet. */
  @state() private singled: Check | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("report")) return;
    this.shown = STEP;
    this.singled = null;
  }

  /** Brings the reader to one of the checks; says whether it is here. */
  async reveal(check: Check): Promise<boolean> {
    const index = this.checks.indexOf(check);
    if (index === -1) return false;
    if (index >= this.shown) this.singled = check;
    await this.updateComplete;
    const elements = [...this.querySelectorAll<PithCheck>("pith-check")];
    await elements.find((element) => element.check === check)?.reveal();
    return true;
  }

  protected override render(): TemplateResult {
    const rest = this.checks.length - this.shown;
    const singled =
      this.singled !== null && this.checks.indexOf(this.singled) >= this.shown ? this.singled : null;
    return html`${this.checks
      .slice(0, this.shown)
      .map((check, index) => this.one(check, index < this.unfolded))}
    ${
      rest > 0
        ? html`<button type="button" class="button" @click=${this.more}>
            ${this.w.elements.checkList.more(Math.min(rest, STEP), rest)}
          </button>`
        : nothing
    }${singled === null ? nothing : this.one(singled, false)}`;
  }

  private one(check: Check, open: boolean): TemplateResult {
    return html`<pith-check .report=${this.report} .check=${check} ?open=${open}></pith-check>`;
  }

  private more(): void {
    this.shown += STEP;
  }
}
