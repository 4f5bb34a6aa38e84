import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../report.ts";
import { LightElement } from "./light-element.ts";
import type { PithCheckList } from "./pith-check-list.ts";
import "./pith-check-list.ts";

/**
 * The checks that failed, directly beneath the verdict: first, and unfolded, the one that decided it.
 *
 * @property report - the report
 */
@customElement("pith-failures")
export class PithFailures extends LightElement {
  @property({ attribute: false }) report!: Report;

  /** Brings the reader to a check of the report, if it failed. */
  async reveal(index: number): Promise<void> {
    const check = this.report.checks[index];
    await this.updateComplete;
    if (check !== undefined) await this.querySelector<PithCheckList>("pith-check-list")?.reveal(check);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { checks, verdict } = this.report;
    const deciding = verdict.failing === null ? undefined : checks[verdict.failing];
    const others = checks.filter((check) => check.outcome === "failed" && check !== deciding);
    const failed = deciding === undefined ? others : [deciding, ...others];
    if (failed.length === 0) return nothing;
    return html`<section class="part failures" aria-labelledby="failures">
      <h2 id="failures">${this.w.elements.failures.title}</h2>
      <div class="body">
        <h3 class="unseen">${this.w.elements.failures.count(failed.length)}</h3>
        <pith-check-list .report=${this.report} .checks=${failed} unfolded="1"></pith-check-list>
        ${failed.length > 1 ? html`<p class="aside">${this.w.elements.failures.several}</p>` : nothing}
      </div>
    </section>`;
  }
}
