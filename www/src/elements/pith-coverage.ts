import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Class, Coverage, Key, Leaf, Report } from "../report.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { place, quoted } from "./pith-text.ts";
import { CLASS, CLASSES, count } from "./words.ts";

/** How many values are drawn at once. */
const STEP = 500;

/**
 * What protects each value of the document: the sum in words, as a bar, and the values themselves,
 * those first that nothing protects.
 *
 * @property report - the report
 * @attr data-leaf, data-class - on each value: its place and its class
 */
@customElement("pith-coverage")
export class PithCoverage extends LightElement {
  @property({ attribute: false }) report!: Report;
  @state() private filter: Class | "all" = "uncovered";
  @state() private shown = STEP;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("report")) return;
    this.filter = this.report.coverage.uncovered > 0 ? "uncovered" : "all";
    this.shown = STEP;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { coverage } = this.report;
    if (coverage.total === 0) return nothing;
    return html`<section class="part" aria-labelledby="coverage">
      <h2 id="coverage">What is covered</h2>
      <div class="body">
        <p>${coverage.sentence}</p>
        ${bar(coverage)} ${this.choices(coverage)} ${this.leaves(coverage)}
      </div>
    </section>`;
  }

  /** The legend of the bar, which is also the choice of what is listed. */
  private choices(coverage: Coverage): TemplateResult {
    const choice = (value: Class | "all", number: number, label: string, means: string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="coverage-filter"
          value=${value}
          .checked=${this.filter === value}
          @change=${() => this.choose(value)}
        />
        ${value === "all" ? nothing : classIcon(value)}
        <span><b>${label}</b> <span class="number">${count(number)}</span> <small>${means}</small></span>
      </label>`;
    return html`<fieldset class="choices">
      <legend>Which values to list</legend>
      ${CLASSES.filter((name) => coverage[name] > 0).map((name) =>
        choice(name, coverage[name], CLASS[name].label, CLASS[name].means),
      )}
      ${choice("all", coverage.total, "All values", "in the order of the document")}
    </fieldset>`;
  }

  private leaves(coverage: Coverage): TemplateResult {
    const { filter } = this;
    const leaves =
      filter === "all" ? coverage.leaves : coverage.leaves.filter((leaf) => leaf.class === filter);
    const rest = leaves.length - this.shown;
    return html`<ul class="leaves" aria-label="Values of the document">
        ${leaves.slice(0, this.shown).map((leaf) => this.leaf(leaf))}
      </ul>
      ${
        rest > 0
          ? html`<button type="button" class="button" @click=${this.more}>
              Show more: ${count(Math.min(rest, STEP))} of ${count(rest)}
            </button>`
          : nothing
      }`;
  }

  private leaf(leaf: Leaf): TemplateResult {
    return html`<li data-leaf=${leaf.pointer} data-class=${leaf.class}>
      <div class="where">${place(leaf.pointer)}</div>
      <div class="value">${quoted(leaf.value)}</div>
      <div class="by">
        <span class="tag" data-class=${leaf.class}>${classIcon(leaf.class)} ${CLASS[leaf.class].label}</span>
        ${leaf.keys.map((index) => signer(this.report.keys[index]))}
      </div>
    </li>`;
  }

  private choose(filter: Class | "all"): void {
    this.filter = filter;
    this.shown = STEP;
  }

  private more(): void {
    this.shown += STEP;
  }
}

function signer(key: Key | undefined): TemplateResult | typeof nothing {
  if (key === undefined) return nothing;
  return html`<small>by ${quoted(key.key_id ?? key.fingerprint)}</small>`;
}

/** The counts as one bar. The legend beneath it says the same in words and numbers. */
function bar(coverage: Coverage): TemplateResult {
  let from = 0;
  const parts = CLASSES.filter((name) => coverage[name] > 0).map((name) => {
    const x = from;
    from += coverage[name];
    const percent = (number: number) => `${((100 * number) / coverage.total).toFixed(3)}%`;
    const fill = name === "uncovered" ? "url(#hatch)" : nothing;
    return svg`<rect data-class=${name} fill=${fill} x=${percent(x)} width=${percent(coverage[name])} height="100%" />`;
  });
  return html`<svg class="bar" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M1 0v7" />
      </pattern>
    </defs>
    ${parts}
  </svg>`;
}
