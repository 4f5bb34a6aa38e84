import { html, type TemplateResult } from "lit";
import type { Opinion } from "../engine/opinion.ts";
import type { Report } from "../report.ts";
import "./pith-checks.ts";
import "./pith-claims.ts";
import "./pith-failures.ts";
import "./pith-file.ts";
import "./pith-keys.ts";
import "./pith-meaning.ts";
import "./pith-opinion.ts";
import type { Shuffled } from "./pith-replay.ts";
import "./pith-verdict.ts";

/** What is drawn of one document. */
export interface Result {
  report: Report;
  opinion: Opinion;
  /** What its events give in other orders, once that was asked for. */
  shuffled: Shuffled | null;
  /** Whether the reader cannot choose keys where it is drawn. */
  fixed?: boolean;
}

/**
 * All that is said of one document, from the verdict to its values. What stands below the checks is made by the elements
 * of `more.ts`, which a page may load after this. The names of parts count in a shadow root.
 */
export function result({ report, opinion, shuffled, fixed = false }: Result): TemplateResult {
  return html`<pith-verdict part="verdict" .report=${report}></pith-verdict>
    <pith-failures part="failures" .report=${report}></pith-failures>
    <pith-meaning part="meaning" .report=${report}></pith-meaning>
    <div class="overview" part="overview">
      <pith-keys part="keys" .report=${report} ?fixed=${fixed}></pith-keys>
      <pith-claims part="claims" .report=${report}></pith-claims>
      <pith-file part="file" .report=${report}></pith-file>
      <pith-opinion part="opinion" .opinion=${opinion}></pith-opinion>
    </div>
    <pith-graph part="graph" .report=${report}></pith-graph>
    <pith-checks part="checks" .report=${report}></pith-checks>
    <pith-timestamps part="timestamps" .report=${report}></pith-timestamps>
    <pith-replay part="replay" .report=${report} .shuffled=${shuffled}></pith-replay>
    <pith-coverage part="coverage" .report=${report}></pith-coverage>`;
}

/** Brings the reader to a check of the report that is drawn somewhere. */
export function reveal(within: ParentNode, check: number): void {
  for (const list of within.querySelectorAll("pith-failures, pith-checks")) {
    void (list as HTMLElement & { reveal(check: number): Promise<void> }).reveal(check);
  }
}
