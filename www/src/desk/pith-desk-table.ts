import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { outcomeIcon, seal } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import { visible } from "../verify.ts";
import type { Catalogue } from "../words/index.ts";
import { refusalWords } from "../words/sentences.ts";
import type { Entry, Status } from "./desk.ts";
import { SECONDS } from "./pool.ts";
import type { Row } from "./row.ts";
import { type Column, COLUMNS, type Order } from "./view.ts";

/** So many lines more than can be seen stand above and below, for those who scroll. */
const SPARE = 8;

/**
 * The lines of the desk as a table. Only those in sight are in the page, however many there are; the whole
 * number and the place of each are told to screen readers. The arrow keys, Page Up, Page Down, Home and End
 * go from line to line, and Enter opens one.
 *
 * @property entries - the lines, in their order
 * @property order - what they are ordered by
 * @property descending - whether the order is turned around
 * @property limit - the most bytes that a document may have
 * @fires pith-desk-order - the reader wants another order; `detail` is the {@link Order}
 * @fires pith-desk-open - the reader wants the full report on a line; `detail` is the {@link Entry}
 * @attr data-row - on each line: how many documents came before it
 * @attr data-status - on each line: the verdict's word, `tool_error` or `not_read`
 * @attr data-failure - on each line without a verdict: why there is none
 * @attr data-column - on each cell
 */
@customElement("pith-desk-table")
export class PithDeskTable extends LightElement {
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property() order: Order = "index";
  @property({ type: Boolean }) descending = false;
  @property({ type: Number }) limit = 0;
  /** The first line in sight. */
  @state() private from = 0;
  /** How many lines there is room for. */
  @state() private room = 16;
  /** The line that Tab leads to. */
  @state() private current: Entry | null = null;
  /** The height of a line in pixels, as it was last measured. */
  private height = 52;
  private known = false;
  private readonly observer = new ResizeObserver(() => this.measure());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  /** Moves the focus to a line, wherever it is. */
  async goTo(entry: Entry): Promise<void> {
    const place = this.entries.indexOf(entry);
    if (place >= 0) await this.focusAt(place);
  }

  protected override get isFirst(): boolean {
    return true;
  }

  protected override firstUpdated(): void {
    if (this.scroller !== null) this.observer.observe(this.scroller);
  }

  protected override update(changed: PropertyValues): void {
    const focused = document.activeElement?.closest("tr.line") ?? null;
    const inside = focused !== null && this.contains(focused);
    super.update(changed);
    // A line with the focus in it has been scrolled away: the keys still belong to the table.
    if (inside && !this.contains(document.activeElement)) this.scroller?.focus({ preventScroll: true });
  }

  protected override updated(): void {
    if (this.known) this.makeRoom();
    else this.measure();
  }

  protected override render(): TemplateResult {
    const { entries, w } = this;
    const first = Math.max(0, Math.min(this.from, entries.length - this.room) - SPARE);
    const last = Math.min(entries.length, first + this.room + 2 * SPARE);
    const lines = entries.slice(first, last);
    const tab = this.current !== null && lines.includes(this.current) ? this.current : entries[this.from];
    return html`<div class="desk-scroll" tabindex="-1" @scroll=${this.scrolled} @keydown=${this.pressed}>
      <table role="table" aria-rowcount=${entries.length + 1} aria-label=${w.desk.table}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1">
            ${COLUMNS.map((column) => this.head(column))}
          </tr>
        </thead>
        <tbody role="rowgroup" @click=${this.clicked}>
          ${space("above", first)}
          ${repeat(
            lines,
            ({ index }) => index,
            (entry, at) => this.line(entry, first + at, entry === tab),
          )}
          ${space("below", entries.length - last)}
        </tbody>
      </table>
    </div>`;
  }

  private head(column: Column): TemplateResult {
    const sorted = column === this.order;
    const order = sorted ? (this.descending ? "descending" : "ascending") : nothing;
    return html`<th role="columnheader" scope="col" class="desk-${column}" aria-sort=${order}>
      <button type="button" data-order=${column} @click=${() => this.tell("pith-desk-order", column)}>
        ${this.w.desk.columns[column]}
        <span aria-hidden="true">${sorted ? (this.descending ? "▾" : "▴") : nothing}</span>
      </button>
    </th>`;
  }

  private line(entry: Entry, place: number, tab: boolean): TemplateResult {
    const { row, failure, status } = entry;
    const readable = status !== "not_read";
    return html`<tr
      role="row"
      class="line"
      aria-rowindex=${place + 2}
      data-row=${entry.index}
      data-status=${status}
      data-failure=${failure ?? nothing}
      ?data-opens=${readable}
    >
      <td role="cell" class="desk-status" data-column="status" data-tone=${toneOf(status)}>
        ${signOf(status)} <span>${labelOf(status, this.w)}</span>
      </td>
      <th role="rowheader" scope="row" class="desk-file" data-column="file">
        <button type="button" tabindex=${tab ? 0 : -1} aria-disabled=${readable ? nothing : "true"}>
          ${nameOf(entry.name)}
        </button>
      </th>
      <td role="cell" class="desk-number" data-column="number">${textOf(row?.number ?? null)}</td>
      ${
        row === null || row.refusal !== null
          ? html`<td role="cell" class="desk-failed" data-column="failed" colspan="3">
              <span class="two">${this.why(entry)}</span>
            </td>`
          : html`<td role="cell" class="desk-failed" data-column="failed">
                <span class="two">${this.why(entry)}</span>
              </td>
              <td role="cell" class="desk-key" data-column="key">
                <span class="two">${this.keys(row)}</span>
              </td>
              <td role="cell" class="desk-events" data-column="events">${textOf(row.events)}</td>`
      }
    </tr>`;
  }

  private why({ row, failure }: Entry): TemplateResult | string | null {
    if (failure !== null) return this.w.desk.failure[failure]({ bytes: this.limit, seconds: SECONDS });
    if (row === null) return null;
    if (row.refusal !== null) return refusalWords(this.w, row.refusal).sentence;
    if (row.check === null) return null;
    return html`${this.w.report.check[row.check]} <span class="reason">${row.reason}</span>`;
  }

  private keys(row: Row): TemplateResult | string {
    const [first, ...others] = row.keys;
    if (first === undefined) return this.w.desk.noKey;
    const more = others.length + row.keysLeftOut;
    return html`${textOf(first.id ?? first.fingerprint)}
      <span class="reason">${this.w.desk.trust[first.trust]}</span>
      ${more === 0 ? nothing : this.w.desk.moreKeys(more)}`;
  }

  private scrolled(): void {
    const { scroller } = this;
    if (scroller !== null) this.from = Math.floor(scroller.scrollTop / this.height);
  }

  private clicked(event: Event): void {
    const line = (event.target as Element).closest("tr.line");
    // Somebody who marks a text to copy it opens nothing.
    if (line === null || String(getSelection() ?? "") !== "") return;
    const entry = this.entries[placeOf(line)];
    if (entry === undefined) return;
    this.current = entry;
    if (entry.status !== "not_read") this.tell("pith-desk-open", entry);
  }

  private pressed(event: KeyboardEvent): void {
    const line = (event.target as Element).closest("tr.line");
    if (line === null && event.target !== this.scroller) return;
    const here = line === null ? this.from : placeOf(line);
    const page = Math.max(1, this.room - 1);
    const to: Partial<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: this.entries.length - 1,
    };
    const place = to[event.key];
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void this.focusAt(Math.max(0, Math.min(place, this.entries.length - 1)));
  }

  private async focusAt(place: number): Promise<void> {
    const { scroller, entries } = this;
    const entry = entries[place];
    if (scroller === null || entry === undefined) return;
    const room = scroller.clientHeight - (this.querySelector("thead")?.offsetHeight ?? 0);
    const top = place * this.height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.height > scroller.scrollTop + room) scroller.scrollTop = top + this.height - room;
    this.current = entry;
    this.scrolled();
    await this.updateComplete;
    const line = this.querySelector(`tr.line[data-row="${entry.index}"] button`);
    if (!(line instanceof HTMLElement)) return;
    line.focus({ preventScroll: true });
    scroller.scrollIntoView({ block: "nearest" });
  }

  /** Learns how high a line is, and how many there is room for. */
  private measure(): void {
    const { scroller } = this;
    const height = this.querySelector(".line")?.getBoundingClientRect().height ?? 0;
    if (scroller === null || scroller.clientHeight === 0 || height === 0) return;
    this.known = true;
    this.height = height;
    this.room = Math.ceil(scroller.clientHeight / height);
    this.from = Math.floor(scroller.scrollTop / height);
    this.makeRoom();
  }

  /** Makes the room that the lines out of sight would take. */
  private makeRoom(): void {
    for (const row of this.querySelectorAll<HTMLElement>("tr.space")) {
      row.style.height = `${Number(row.dataset["lines"]) * this.height}px`;
    }
  }

  private get scroller(): HTMLElement | null {
    return this.querySelector(".desk-scroll");
  }

  private tell(name: string, detail: Entry | Order): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

/** What a status is called. */
export function labelOf(status: Status, w: Catalogue): string {
  return status === "tool_error" || status === "not_read" ? w.desk.status[status] : w.report.verdict[status];
}

/** The sign beside it. */
export function signOf(status: Status): TemplateResult {
  if (status === "not_read") return outcomeIcon("not_checked");
  return seal(status === "tool_error" ? "error" : status);
}

/** Whose colours it has. */
export function toneOf(status: Status): string {
  if (status === "not_read") return "not_checked";
  return status === "tool_error" ? "error" : status;
}

/** The room of lines that are not in the page; its height is set when it is known. */
function space(where: string, lines: number): TemplateResult {
  return html`<tr class="space ${where}" data-lines=${lines} aria-hidden="true">
    <td colspan=${COLUMNS.length}></td>
  </tr>`;
}

/** Where a line stands in the order. The first one is the second row of the table. */
function placeOf(line: Element): number {
  return Number(line.getAttribute("aria-rowindex")) - 2;
}

/** A text that somebody else wrote. */
function textOf(text: string | null): TemplateResult | null {
  return text === null ? null : html`<bdi>${visible(text)}</bdi>`;
}

/** A name, the last part of it apart from what stands above it. */
function nameOf(name: string): TemplateResult {
  const end = Math.max(name.lastIndexOf("/"), name.lastIndexOf(":")) + 1;
  return html`<bdi class="above">${visible(name.slice(0, end))}</bdi
    ><bdi class="last">${visible(name.slice(end))}</bdi>`;
}
