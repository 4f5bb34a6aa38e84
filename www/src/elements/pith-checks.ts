import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Check, Report } from "../report.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import type { PithCheckList } from "./pith-check-list.ts";
import "./pith-check-list.ts";
import { subject, type Subject } from "./words.ts";

/**
 * The checks that did not fail: what to know, what could not be checked, and what passed, folded by
 * subject. Failed ones stand beneath the verdict, in `pith-failures`.
 *
 * @property report - the report
 */
@customElement("pith-checks")
export class PithChecks extends LightElement {
  @property({ attribute: false }) report!: Report;

  /** Brings the reader to a check of the report, if it is one of these. */
  async reveal(index: number): Promise<void> {
    const check = this.report.checks[index];
    if (check === undefined) return;
    await this.updateComplete;
    for (const list of this.querySelectorAll<PithCheckList>("pith-check-list")) {
      const folded = list.closest("details");
      if (folded !== null && list.checks.includes(check)) folded.open = true;
      await list.reveal(check);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { checks } = this.report;
    const w = this.w.elements.checks;
    const of: Record<Check["outcome"], Check[]> = { passed: [], failed: [], not_checked: [], noted: [] };
    for (const check of checks) of[check.outcome].push(check);
    const { failed, noted, not_checked: notChecked, passed } = of;
    if (failed.length === checks.length) return nothing;
    return html`<section class="part" aria-labelledby="checks">
      <h2 id="checks">${failed.length > 0 ? w.others : w.title}</h2>
      <div class="body">
        ${this.group(w.noted, w.notedMeans, noted)} ${this.group(w.notChecked, w.notCheckedMeans, notChecked)}
        ${passed.length === 0 ? nothing : this.passed(passed)}
      </div>
    </section>`;
  }

  private group(title: string, about: string, checks: Check[]): TemplateResult | typeof nothing {
    if (checks.length === 0) return nothing;
    return html`<div class="group">
      <h3>${title} <span class="number">${this.w.count(checks.length)}</span></h3>
      <p class="aside">${about}</p>
      <pith-check-list .report=${this.report} .checks=${checks}></pith-check-list>
    </div>`;
  }

  private passed(checks: Check[]): TemplateResult {
    const subjects = new Map<Subject, Check[]>();
    for (const check of checks) {
      const of = subjects.get(subject(check.name));
      if (of === undefined) subjects.set(subject(check.name), [check]);
      else of.push(check);
    }
    return html`<div class="group">
      <h3>${this.w.elements.checks.passed} <span class="number">${this.w.count(checks.length)}</span></h3>
      <p class="aside">${this.w.elements.checks.passedMeans}</p>
      ${[...subjects].map(
        ([about, of]) =>
          html`<details class="subject">
            <summary>
              ${outcomeIcon("passed")} <span>${this.w.report.subject[about]}</span>
              <span class="number">${this.w.elements.checks.count(of.length)}</span>
            </summary>
            <pith-check-list .report=${this.report} .checks=${of}></pith-check-list>
          </details>`,
      )}
    </div>`;
  }
}
