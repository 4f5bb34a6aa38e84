import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Class, Coverage, Report } from "../report.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { type Listed, type PithTree, type View, WHOLE } from "./pith-tree.ts";
import "./pith-tree.ts";
import type { PithValue } from "./pith-value.ts";
import "./pith-value.ts";
import { coverageWords } from "../words/sentences.ts";
import { CLASSES } from "./words.ts";

/**
 * What protects each value of the document: the sum in words and as a bar, and the document as a tree with the
 * class of each value, which can be searched and narrowed to one class.
 *
 * @property report - the report, of a document that was verified to be kept
 * @attr data-gone - on a notice in the place of the tree: the verifier no longer has the values
 * @attr data-action - on controls: `find`, `unfold`, `fold`
 * @attr data-listed - how many values are listed
 */
@customElement("pith-coverage")
export class PithCoverage extends LightElement {
  @property({ attribute: false }) report!: Report;
  @state() private view: View = { class: null, search: "", open: true };
  @state() private listed: Listed | undefined;
  @state() private chosen: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("report")) return;
    // Of a long document, its parts first.
    this.view = { class: null, search: "", open: this.report.coverage.total <= WHOLE };
    this.listed = undefined;
    this.chosen = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { coverage } = this.report;
    if (coverage.total === 0) return nothing;
    const words = this.w.coverage;
    return html`<section class="part coverage" aria-labelledby="coverage">
      <h2 id="coverage">${words.title}</h2>
      <div class="body">
        <p class="sum">${words.signed(coverage.signed, coverage.total)}</p>
        <p>${coverageWords(this.w, coverage)}</p>
        ${bar(coverage)}
        ${this.listed === null ? html`<p data-gone>${words.gone}</p>` : [this.choices(coverage), this.tools(), this.values()]}
      </div>
    </section>`;
  }

  /** The legend of the bar, which is also the choice of what is listed. */
  private choices(coverage: Coverage): TemplateResult {
    const { all, count, filter } = this.w.coverage;
    const choice = (of: Class | null, number: number, label: string, means: string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="coverage-filter"
          value=${of ?? "all"}
          .checked=${this.view.class === of}
          @change=${() => this.choose(of)}
        />
        ${of === null ? html`<span class="icon class-icon"></span>` : classIcon(of)}
        <span><b>${label}</b> <span class="number">${count(number)}</span> <small>${means}</small></span>
      </label>`;
    // What nothing protects comes first, and is told of when there is none.
    const present = CLASSES.filter((of) => of === "uncovered" || coverage[of] > 0).reverse();
    return html`<fieldset class="choices">
      <legend>${filter}</legend>
      ${present.map((of) => choice(of, coverage[of], this.w.report.class[of].label, this.w.report.class[of].means))}
      ${choice(null, coverage.total, all.label, all.means)}
    </fieldset>`;
  }

  private tools(): TemplateResult {
    const words = this.w.coverage;
    const { listed } = this;
    return html`<div class="tools">
      <label class="find">
        <span>${words.search}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          data-action="find"
          .value=${this.view.search}
          @input=${this.find}
        />
      </label>
      <button type="button" class="button" data-action="unfold" @click=${this.unfold}>${words.unfold}</button>
      <button type="button" class="button" data-action="fold" @click=${this.fold}>${words.fold}</button>
      <p class="aside" role="status" data-listed=${listed?.values ?? nothing}>
        ${listed ? words.listed(listed.values, this.report.coverage.total) : nothing}
      </p>
    </div>`;
  }

  private values(): TemplateResult {
    const { listed, report } = this;
    return html`<div class="values">
      <pith-tree
        .report=${report}
        .view=${this.view}
        @pith-listed=${this.counted}
        @pith-choose=${this.chose}
        @pith-open=${this.opened}
      ></pith-tree>
      <pith-value .report=${report} .node=${this.chosen} @keydown=${this.left}></pith-value>
      ${
        listed && listed.total > WHOLE
          ? html`<p class="unprinted">${this.w.coverage.unprinted(listed.values)}</p>`
          : nothing
      }
    </div>`;
  }

  private choose(of: Class | null): void {
    this.view = this.looking({ class: of });
  }

  private find(event: Event): void {
    this.view = this.looking({ search: (event.target as HTMLInputElement).value });
  }

  /** What is looked for is shown where it is found. */
  private looking(change: Partial<View>): View {
    const view = { ...this.view, ...change };
    const short = this.report.coverage.total <= WHOLE;
    return { ...view, open: short || view.class !== null || view.search !== "" };
  }

  private unfold(): void {
    this.view = { ...this.view, open: true };
  }

  private fold(): void {
    this.view = { ...this.view, open: false };
  }

  private counted(event: CustomEvent<Listed>): void {
    this.listed = event.detail;
  }

  private chose(event: CustomEvent<number>): void {
    this.chosen = event.detail;
  }

  /** Brings the reader to what he wants to know all about: by the keyboard, or where it stands below the tree. */
  private async opened(event: CustomEvent<boolean>): Promise<void> {
    const keyboard = event.detail;
    await this.updateComplete;
    const [tree, value] = [this.querySelector("pith-tree"), this.querySelector<PithValue>("pith-value")];
    if (tree === null || value === null) return;
    if (keyboard) value.focusHeading();
    else if (value.getBoundingClientRect().top >= tree.getBoundingClientRect().bottom) value.reveal();
  }

  /** Back from a value to the tree. */
  private left(event: KeyboardEvent): void {
    if (event.key === "Escape") this.querySelector<PithTree>("pith-tree")?.focusActive();
  }
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
