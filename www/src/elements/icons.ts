// Icons, drawn here. Each differs in outline, so none depends on its colour. All are hidden from
// screen readers: the word always stands beside them.
import { svg, type SVGTemplateResult, html, type TemplateResult } from "lit";
import type { Class, Outcome, VerdictWord } from "../report.ts";

const seals: Record<VerdictWord | "error", SVGTemplateResult> = {
  // A seal with a scalloped edge.
  verified: svg`
    <path d="M32 4.5l6.2 4.6 7.6-1.2 2.9 7.2 7.2 2.9-1.2 7.6L59.3 32l-4.6 6.4 1.2 7.6-7.2 2.9-2.9 7.2-7.6-1.2L32 59.5l-6.2-4.6-7.6 1.2-2.9-7.2-7.2-2.9 1.2-7.6L4.7 32l4.6-6.4-1.2-7.6 7.2-2.9 2.9-7.2 7.6 1.2z" />
    <path class="stroke-strong" d="M21 33l8 8 15-17" />`,
  // A diamond: all holds, but who signed is a question.
  consistent: svg`
    <path d="M32 4l28 28-28 28L4 32z" />
    <path class="stroke-strong" d="M25.5 26.5a6.5 6.5 0 1 1 9.8 5.6c-2.3 1.4-3.3 2.6-3.3 5.4M32 43.8v.4" />`,
  // An open ring with nothing written in it.
  unsigned: svg`
    <circle cx="32" cy="32" r="27" stroke-dasharray="8.5 5.64" />
    <path class="stroke-strong" d="M20 39h24" />`,
  // An octagon with a cross.
  broken: svg`
    <path d="M21 5h22l16 16v22L43 59H21L5 43V21z" />
    <path class="stroke-strong" d="M22 22l20 20M42 22L22 42" />`,
  // A torn page.
  unreadable: svg`
    <path d="M13 5h26l12 12v34l-6.3 5-6.4-5-6.3 5-6.3-5-6.4 5-6.3-5z" />
    <path class="stroke-strong" d="M23 24h6M36 24h5M23 34h11M40 34h1" />`,
  // A triangle.
  error: svg`
    <path d="M32 6l28 50H4z" />
    <path class="stroke-strong" d="M32 24v16M32 47.8v.4" />`,
};

/** The large sign beside a verdict. */
export function seal(word: VerdictWord | "error"): TemplateResult {
  return html`<svg class="seal" viewBox="0 0 64 64" aria-hidden="true">${seals[word]}</svg>`;
}

const outcomes: Record<Outcome, SVGTemplateResult> = {
  passed: svg`<circle cx="10" cy="10" r="8" /><path d="M6 10.3l2.9 2.9L14.2 7.4" />`,
  failed: svg`<path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z" /><path d="M7 7l6 6M13 7l-6 6" />`,
  not_checked: svg`<circle cx="10" cy="10" r="8" stroke-dasharray="3 2.03" /><path d="M6.7 10h6.6" />`,
  noted: svg`<path d="M3 3h14v14H3z" /><path d="M10 9v5M10 6v.2" />`,
};

/** The lines of the small sign of an outcome, 20 wide and high, for a picture that has them in it. */
export function outcomeSign(outcome: Outcome): SVGTemplateResult {
  return outcomes[outcome];
}

/** The small sign beside a check. */
export function outcomeIcon(outcome: Outcome): TemplateResult {
  return html`<svg class="icon" data-tone=${outcome} viewBox="0 0 20 20" aria-hidden="true">
    ${outcomes[outcome]}
  </svg>`;
}

const classes: Record<Class, SVGTemplateResult> = {
  signed: svg`<rect x="2" y="2" width="12" height="12" class="filled" /><path class="knocked" d="M5 8.2l2.2 2.2L11.2 6" />`,
  derived: svg`<rect x="2" y="2" width="12" height="12" /><path d="M5 6.5h6M5 9.5h6" />`,
  bound: svg`<rect x="2" y="2" width="12" height="12" /><circle cx="8" cy="8" r="2" class="filled" />`,
  signature: svg`<rect x="2" y="2" width="12" height="12" /><path d="M4.5 9.5c1-4 2-4 2.5-1.5s1.5 2.5 2-.5.8-1.5 2.5.5" />`,
  checksummed: svg`<rect x="2" y="2" width="12" height="12" /><path d="M6.5 5v6M9.5 5v6M5 6.5h6M5 9.5h6" />`,
  uncovered: svg`<rect x="2" y="2" width="12" height="12" stroke-dasharray="2 2" />`,
};

/** The small sign of a coverage class. */
export function classIcon(name: Class): TemplateResult {
  return html`<svg class="icon class-icon" data-class=${name} viewBox="0 0 16 16" aria-hidden="true">
    ${classes[name]}
  </svg>`;
}

/** The mark of the page: a stem cut across, its pith in the middle. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="14" />
    <circle cx="16" cy="16" r="9.5" />
    <circle cx="16" cy="16" r="5" class="filled" />
  </svg>`;
}

/** The sign on a button that copies: two sheets, and a tick when it is done. */
export function copyIcon(done: boolean): TemplateResult {
  const drawn = done
    ? svg`<path d="M4 10.5l4 4 8-9" />`
    : svg`<path d="M7 6.5h9.5v11H7z" /><path d="M4 13.5H3.5v-11H13V3" />`;
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${drawn}</svg>`;
}
