import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { quoted } from "../elements/pith-text.ts";
import { save } from "../page/save.ts";
import { fill } from "../words/fill.ts";
import { type Desk, type Entry, STATUSES, type Status } from "./desk.ts";
import { type Form, FORMS, parts } from "./export.ts";
import { MOST } from "./handed.ts";
import { labelOf, type PithDeskTable, signOf, toneOf } from "./pith-desk-table.ts";
import "./pith-desk-table.ts";
import { type Choice, type Column, COLUMNS, type Order, View } from "./view.ts";

export { Desk } from "./desk.ts";

/** What has been found so far is told to screen readers so often at the most, in milliseconds. */
const TELL = 5000;

/**
 * The batch desk: how far it is, how many documents came out how, and a line for each.
 *
 * @property desk - the batch
 * @fires pith-desk-open - the reader wants the full report on a line; `detail` is the {@link Entry}
 * @fires pith-desk-again - the reader wants all to be checked again
 * @attr data-desk - on the section: the batch's state
 * @attr data-done, data-count - on the section: how many documents are done, and how many there are
 * @attr data-filter - on the buttons that choose what is shown: the status, or nothing for all
 * @attr data-total - beside it: how many documents came out so
 */
@customElement("pith-desk")
export class PithDesk extends LightElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private said = "";
  private view = new View();
  private opened: Entry | null = null;
  private lastSaid = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.removeEventListener("change", this.changed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.desk.addEventListener("change", this.changed);
  }

  /** What was found with other keys, or of other documents, goes at once. */
  protected override get isFirst(): boolean {
    return true;
  }

  /** Moves the focus to the heading, or back to the line that was opened last. */
  async focusBack(): Promise<void> {
    await this.updateComplete;
    const { table, opened } = this;
    if (opened !== null && table !== null && this.view.entries.includes(opened)) await table.goTo(opened);
    else this.querySelector("h2")?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("desk")) {
      changed.get("desk")?.removeEventListener("change", this.changed);
      this.desk.addEventListener("change", this.changed);
      this.view = new View();
      this.opened = null;
      this.lastSaid = 0;
    }
    this.view.add(this.desk.entries);
  }

  protected override render(): TemplateResult {
    const { desk, view, w } = this;
    const { state, entries } = desk;
    return html`<section
      class="desk"
      aria-labelledby="desk"
      data-desk=${state}
      data-done=${entries.length}
      data-count=${desk.sources.count}
    >
      <div class="desk-head">
        <h2 id="desk" tabindex="-1">${w.desk.title}</h2>
        <p class="lead">${w.desk.about}</p>
        ${this.progress()}
      </div>
      ${
        entries.length === 0
          ? nothing
          : html`<div class="desk-body">
              ${this.filters()}
              ${desk.totals.tool_error > 0 ? html`<p class="aside">${w.desk.toolErrors}</p>` : nothing}
              <pith-desk-table
                .entries=${view.entries}
                .order=${view.choice.order}
                ?descending=${view.choice.descending}
                .limit=${desk.limit}
                @pith-desk-order=${this.ordered}
                @pith-desk-open=${this.open}
              ></pith-desk-table>
              ${view.entries.length === 0 ? html`<p class="desk-none">${w.desk.none}</p>` : nothing}
              <p class="aside">${w.desk.stated}</p>
              ${this.saving()}
            </div>`
      }
      <p class="unseen" role="status">${this.said}</p>
    </section>`;
  }

  private progress(): TemplateResult {
    const { desk, w } = this;
    const { state, entries, sources, rate, left } = desk;
    const running = state === "looking" || state === "checking";
    const marked = html`${sources.marked.slice(0, 10).map((name) => html`${quoted(name)} `)}`;
    return html`${
        state === "checking"
          ? html`<p class="desk-progress">
                <span>${w.desk.progress(entries.length, sources.count, sources.exact)}</span>
                ${rate === null ? nothing : html`<span>${w.desk.rate(rate.documents, rate.bytes)}</span>`}
                ${left === null ? nothing : html`<span>${w.desk.left(left)}</span>`}
              </p>
              <progress
                aria-label=${w.desk.bar}
                max=${Math.max(1, sources.count)}
                .value=${Math.min(entries.length, sources.count)}
              ></progress>`
          : html`<p class="desk-progress">${this.ended()}</p>`
      }
      ${sources.cut ? html`<p>${w.desk.cut(MOST)}</p>` : nothing}
      ${
        sources.marked.length === 0
          ? nothing
          : html`<p>${fill(w.desk.marked(sources.marked.length), { files: marked })}</p>`
      }
      <p>
        <button
          type="button"
          class="button"
          data-action=${running ? "desk-stop" : "desk-again"}
          ?hidden=${state === "refused"}
          @click=${running ? this.stop : this.again}
        >
          ${running ? w.desk.stop : w.desk.again}
        </button>
      </p>`;
  }

  /** What there is to say when nothing is being checked. */
  private ended(): string {
    const { desk, w } = this;
    const { state, entries, elapsed } = desk;
    if (state === "refused") return w.desk.refused[desk.refused];
    if (state === "done" || state === "stopped") return w.desk[state](entries.length, elapsed / 1000);
    return w.desk.looking;
  }

  private filters(): TemplateResult {
    const { desk, view, w } = this;
    const { choice } = view;
    return html`<div class="desk-filters" role="group" aria-label=${w.desk.show}>
        ${this.filter(null, w.desk.all, desk.entries.length)}
        ${STATUSES.filter((status) => desk.totals[status] > 0 || status === choice.status).map((status) =>
          this.filter(status, labelOf(status, w), desk.totals[status]),
        )}
      </div>
      <div class="desk-tools">
        <p class="field">
          <label for="desk-find">${w.desk.find}</label>
          <input
            id="desk-find"
            type="text"
            data-action="desk-find"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            @input=${this.searched}
          />
        </p>
        <p class="field">
          <label for="desk-order">${w.desk.order}</label>
          <select id="desk-order" data-action="desk-order" .value=${choice.order} @change=${this.reordered}>
            ${(["index", ...COLUMNS] as const).map(
              (order) => html`<option value=${order}>${w.desk.columns[order]}</option>`,
            )}
          </select>
        </p>
        <label class="tick">
          <input
            type="checkbox"
            data-action="desk-descending"
            .checked=${choice.descending}
            @change=${this.turned}
          />
          ${w.desk.descending}
        </label>
      </div>`;
  }

  private filter(status: Status | null, label: string, total: number): TemplateResult {
    return html`<button
      type="button"
      class="button"
      aria-pressed=${this.view.choice.status === status}
      data-filter=${status ?? ""}
      data-total=${total}
      data-tone=${status === null ? nothing : toneOf(status)}
      @click=${() => this.choose({ status })}
    >
      ${status === null ? nothing : signOf(status)} ${label} <b>${this.w.count(total)}</b>
    </button>`;
  }

  private saving(): TemplateResult {
    const { desk, view, w } = this;
    return html`<div class="desk-save" role="group" aria-labelledby="desk-save">
        <h3 id="desk-save">${w.desk.save(view.entries.length, desk.entries.length)}</h3>
        ${FORMS.map(
          (form) =>
            html`<button
              type="button"
              class="button"
              data-action="desk-save-${form}"
              @click=${() => this.keep(form)}
            >
              ${w.desk.saveAs[form]}
            </button>`,
        )}
      </div>
      <p class="aside">${w.desk.saveAbout}</p>`;
  }

  private changed = (): void => {
    const { desk, w } = this;
    const now = performance.now();
    if (now - this.lastSaid > TELL || desk.state !== "checking") {
      this.lastSaid = now;
      const parts = STATUSES.filter((status) => desk.totals[status] > 0).map((status) => ({
        status: labelOf(status, w),
        documents: desk.totals[status],
      }));
      this.said = desk.state === "looking" ? "" : w.desk.checking(w.desk.totals(parts), desk.entries.length);
    }
    this.requestUpdate();
  };

  private stop(): void {
    this.desk.stop();
  }

  private again(): void {
    this.opened = null;
    this.dispatchEvent(new CustomEvent("pith-desk-again", { bubbles: true }));
  }

  private open(event: CustomEvent<Entry>): void {
    this.opened = event.detail;
  }

  private ordered(event: CustomEvent<Column>): void {
    const { order, descending } = this.view.choice;
    this.choose({ order: event.detail, descending: event.detail === order && !descending });
  }

  private reordered(event: Event): void {
    this.choose({ order: (event.target as HTMLSelectElement).value as Order });
  }

  private turned(event: Event): void {
    this.choose({ descending: (event.target as HTMLInputElement).checked });
  }

  private searched(event: Event): void {
    this.choose({ text: (event.target as HTMLInputElement).value.trim() });
  }

  private choose(choice: Partial<Choice>): void {
    this.view.choose(choice);
    this.requestUpdate();
  }

  private async keep(form: Form): Promise<void> {
    save(await parts(this.view.entries, form), `desk-${form}`);
  }

  private get table(): PithDeskTable | null {
    return this.querySelector("pith-desk-table");
  }
}
