import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Class, Report } from "../report.ts";
import { type Detail, detail, type Excerpt, excerpt } from "../verify.ts";
import { fact } from "./fact.ts";
import { classIcon, outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { present } from "./pith-tree.ts";
import { place, quoted } from "./pith-text.ts";

/** How many checks and keys are drawn at once. Real documents have fewer to a value. */
const STEP = 20;

/**
 * All about one value: its place, its text, what protects it, by which keys, and the checks that reach it. Of
 * an object or array, what is in it.
 *
 * @property report - the report on the document
 * @property node - the entry of the tree, if one has been chosen
 * @fires pith-go - the reader wants to see a check (its index in the report); it bubbles
 * @attr data-detail - the number of the entry that is shown, once it is: the `data-node` of its row
 * @attr data-part, data-from - around the buttons `earlier` and `later` of a long text (`pointer` or `value`): where
 *   the part of it starts that stands before them
 * @attr data-go - on a button that leads to a check: its index
 */
@customElement("pith-value")
export class PithValue extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) node: number | null = null;
  @state() private shown: { node: number; detail: Detail } | null = null;
  @state() private checks = STEP;
  private asking = false;
  private revealing = false;

  /** Puts the focus on its heading. */
  focusHeading(): void {
    this.querySelector("h3")?.focus();
  }

  /** Brings it to sight, once it is there. */
  reveal(): void {
    this.revealing = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("report")) this.shown = null;
    if (changed.has("report") || changed.has("node")) void this.ask();
  }

  protected override render(): TemplateResult {
    const { detail: words } = this.w.coverage;
    const { node, shown } = this;
    const inside = shown !== null && "counts" in shown.detail.holds;
    return html`<div
      class="detail"
      data-detail=${shown?.node ?? nothing}
      aria-busy=${node !== (shown?.node ?? null)}
    >
      <h3 tabindex="-1">${inside ? words.titleInside : words.title}</h3>
      ${shown === null ? html`<p class="aside">${words.choose}</p>` : this.facts(shown.detail)}
    </div>`;
  }

  protected override updated(): void {
    if (!this.revealing || this.shown?.node !== this.node) return;
    this.revealing = false;
    this.scrollIntoView({ block: "nearest" });
  }

  private facts({ pointer, holds }: Detail): TemplateResult {
    const { detail: words, inside } = this.w.coverage;
    if ("counts" in holds) {
      const { counts } = holds;
      return html`<dl class="facts">
        ${fact(words.place, this.text(pointer, "pointer"))}
        ${fact(
          words.inside,
          html`<ul class="plain">
            ${present(counts).map((of) => html`<li>${tag(of, inside[of](counts[of]))}</li>`)}
          </ul>`,
        )}
      </dl>`;
    }
    const { value, class: of, keys, checks } = holds;
    return html`<dl class="facts">
        ${fact(words.place, this.text(pointer, "pointer"))} ${fact(words.value, this.text(value, "value"))}
        ${fact(words.class, html`${tag(of, this.w.report.class[of].label)}: ${this.w.report.class[of].means}`)}
        ${keys.length === 0 ? nothing : fact(words.keys(keys.length), this.signers(keys))}
        ${fact(words.checks(checks.length), this.reaching(checks))}
      </dl>
      ${
        checks.length > this.checks
          ? html`<button type="button" class="quiet" @click=${this.more}>
              ${words.moreChecks(Math.min(STEP, checks.length - this.checks), checks.length - this.checks)}
            </button>`
          : nothing
      }`;
  }

  /** A text, or the part of it that can be drawn at once, with ways to the other parts. */
  private text({ text, from, length }: Excerpt, of: "pointer" | "value"): TemplateResult {
    const { detail: words } = this.w.coverage;
    const drawn = of === "pointer" ? place(text) : quoted(text);
    if (text.length === length) return drawn;
    const end = from + text.length;
    const turn = (to: number, action: "earlier" | "later") =>
      html`<button
        type="button"
        class="quiet"
        data-action=${action}
        ?disabled=${to < 0 || to >= length}
        @click=${() => this.turn(of, to)}
      >
        ${words[action]}
      </button>`;
    // A part before the first one would start before the text.
    const earlier = from === 0 ? -1 : Math.max(0, from - text.length);
    return html`${drawn}
      <p class="aside">${words.part(from + 1, end, length)}</p>
      <p class="turn" data-part=${of} data-from=${from}>
        ${turn(earlier, "earlier")} ${turn(end, "later")}
      </p>`;
  }

  private signers(indices: number[]): TemplateResult {
    const keys = indices.slice(0, STEP).flatMap((index) => this.report.keys[index] ?? []);
    return html`<ul class="plain">
      ${keys.map((key) => html`<li>${quoted(key.key_id ?? key.fingerprint)}</li>`)}
      ${keys.length < indices.length ? html`<li>…</li>` : nothing}
    </ul>`;
  }

  private reaching(indices: number[]): TemplateResult | string {
    if (indices.length === 0) return this.w.coverage.detail.noChecks;
    return html`<ul class="plain reaching">
      ${indices.slice(0, this.checks).map((index) => {
        const check = this.report.checks[index];
        if (check === undefined) return nothing;
        return html`<li>
          <button type="button" class="quiet" data-go=${index} @click=${() => this.go(index)}>
            ${outcomeIcon(check.outcome)} <span>${this.w.report.check[check.name]}</span></button
          >${place(check.pointer)}
        </li>`;
      })}
    </ul>`;
  }

  /** Asks for what is to be shown: one thing at a time, and of several always what is wanted by then. */
  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      for (;;) {
        const { report, node, shown } = this;
        if (node === null || node === shown?.node) return;
        const found = await detail(report, node);
        if (report !== this.report) continue;
        // The tree tells of it.
        if (found === null) return;
        this.shown = { node, detail: found };
        this.checks = STEP;
      }
    } finally {
      this.asking = false;
    }
  }

  /** Shows another part of a long text. */
  private async turn(of: "pointer" | "value", from: number): Promise<void> {
    const { report, shown } = this;
    if (shown === null) return;
    const part = await excerpt(report, shown.node, of, from);
    if (part === null || shown !== this.shown) return;
    const { pointer, holds } = shown.detail;
    const turned =
      of === "pointer" ? { pointer: part, holds } : { pointer, holds: { ...holds, value: part } };
    this.shown = { node: shown.node, detail: turned };
  }

  private more(): void {
    this.checks += STEP;
  }

  private go(index: number): void {
    this.dispatchEvent(new CustomEvent("pith-go", { bubbles: true, detail: index }));
  }
}

/** A class with its sign. */
function tag(of: Class, label: string): TemplateResult {
  return html`<span class="tag" data-class=${of}>${classIcon(of)} ${label}</span>`;
}
