import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Class, Report } from "../report.ts";
import { type Around, beside, type Counts, type Query, type Row, type Rows, rows } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { classIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { line } from "./pith-text.ts";
import { Scale } from "./scale.ts";
import { CLASSES } from "./words.ts";

/** What a reader wants listed. `open`: whether containers are open, before he opens and closes some. */
export type View = Omit<Query, "but">;

/** What a list has come to. */
export type Listed = Pick<Rows, "total" | "values">;

/** A list of up to so many rows is drawn whole, to be searched and printed. */
export const WHOLE = 500;

/** Of a list that is drawn whole, so many rows are drawn at once, and as many more with each frame. */
const AT_ONCE = 50;

/** Rows drawn above and below those that are seen, and in steps of how many the drawn ones change. */
const OVER = 12;
const STEP = 6;

/** Rows are fetched when fewer than so many are at hand beyond those that are drawn, and twice as many then. */
const AHEAD = 60;

/** More rows than that are never drawn at once, whatever the browser says of its height. */
const TALL = 250;

/** Levels that are drawn further in than the one before. */
const LEVELS = 12;

/** Keys that are named on a line. */
const NAMED = 2;

const NONE = new Uint32Array();

/** The list that is drawn. */
interface Listing extends Rows {
  query: Query;
}

/**
 * The values of a document as a tree, each with its class. Rows are fetched as they are needed, and of a long
 * list only those around the ones that are seen are in the page.
 *
 * @property report - the report on the document
 * @property view - what is listed; a new one closes and opens all containers
 * @fires pith-listed - what the list has come to ({@link Listed})
 * @fires pith-gone - the verifier no longer has the values
 * @fires pith-choose - the focus is on another entry (its node)
 * @fires pith-open - the reader wants to know all about the entry that has the focus; `true` by the keyboard
 * @attr data-rows - on the tree: `whole` when all rows are in the page, else `window`
 * @attr data-total - on the tree: how many rows there are
 * @attr data-row, data-node - on each row: its number, from 0, and that of its entry in the document
 * @attr data-leaf, data-class - on a value: its number among the leaves of the report, and its class; on a
 *   container the worst class in it
 * @attr data-cut - on a row of which not all text is shown
 * @attr data-none - on what stands in the place of the tree when nothing is listed
 */
@customElement("pith-tree")
export class PithTree extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) view!: View;
  @state() private listing: Listing | null = null;
  /** The row that the keyboard is at, and what stood there last. */
  @state() private active = 0;
  private activeRow: Row | null = null;
  /** The node that has been chosen. */
  @state() private chosen: number | null = null;
  /** What is to be listed, and around what: not the list that is drawn until the answer comes. */
  private query: Query = { class: null, search: "", open: true, but: NONE };
  private arranging: Around | null = null;
  private asking = false;
  /** A row to go to that has not come yet. */
  private goal: number | null = null;
  /** What to do once the rows are drawn. */
  private showing = false;
  private focusing = false;
  private held = false;
  /**
   * The rows that are in the page, from the top, each with the name of the element that it is drawn in. Drawn
   * whole, elements have the names of nodes; others have names below zero.
   */
  private drawn = new Map<number, number>();
  private elements = 0;
  private scrolled = 0;
  private rowHeight = 32;
  private boxHeight = 640;
  private observed: HTMLElement | null = null;
  private readonly sizes = new ResizeObserver(() => this.measure());

  /** Puts the focus where the keyboard is in the tree. */
  focusActive(): void {
    this.focusing = true;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.observed = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.held = this.box?.contains(this.focused) ?? false;
    if (changed.has("report")) {
      this.listing = null;
      this.activeRow = null;
      this.chosen = null;
    }
    if (changed.has("report") || changed.has("view")) {
      const { search, class: only } = this.query;
      const same = this.listing !== null && this.view.search === search && this.view.class === only;
      const node = this.activeRow?.node;
      this.arrange({ ...this.view, but: NONE }, same && node !== undefined ? { node } : { row: 0 });
    }
  }

  protected override render(): TemplateResult {
    const { arranging, listing } = this;
    const none = html`<p data-none aria-busy=${arranging !== null}>${this.w.coverage.none}</p>`;
    return html`${listing?.total === 0 ? none : this.tree(listing)}
      <div class="row probe" aria-hidden="true"></div>`;
  }

  protected override updated(): void {
    const { box } = this;
    if (box === null) return;
    this.observe(box);
    const { listing } = this;
    if (listing !== null && listing.total <= WHOLE && this.drawn.size < listing.total) {
      requestAnimationFrame(() => this.requestUpdate());
    }
    if (this.showing) {
      this.showing = false;
      box.scrollTop = this.scrolled;
    }
    const row = box.querySelector<HTMLElement>(`[data-row="${this.active}"]`);
    if (this.focusing && row !== null) {
      this.focusing = false;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (this.held && !box.contains(this.focused)) {
      // The row that had the focus was taken away or put elsewhere.
      (row ?? box).focus({ preventScroll: true });
    }
  }

  /** What has the focus, as far as it is seen from here. */
  private get focused(): Element | null {
    return (this.getRootNode() as Document | ShadowRoot).activeElement;
  }

  private tree(listing: Listing | null): TemplateResult {
    const total = listing?.total ?? 0;
    const whole = total <= WHOLE;
    const { scale, scrolled } = this;
    const top = (index: number): number | null => (whole ? null : scale.top(index, scrolled));
    this.drawn = whole ? this.all() : this.placed(total);
    const complete = whole ? this.drawn.size === total : this.isHere(...this.range(total));
    return html`<div
      class="tree"
      role="tree"
      tabindex="-1"
      aria-label=${this.w.coverage.tree}
      aria-busy=${listing === null || this.arranging !== null || !complete}
      data-rows=${whole ? "whole" : "window"}
      data-total=${total}
      @scroll=${this.moved}
      @focusin=${this.entered}
      @click=${this.clicked}
      @keydown=${this.pressed}
    >
      <div class="rows" role="none" .style=${whole ? "" : `height:${scale.extent}px`}>
        ${repeat(
          this.drawn,
          ([, element]) => element,
          ([index]) => this.line(index, this.at(index), top(index)),
        )}
      </div>
    </div>`;
  }

  /** The rows of a list that is drawn whole: those that are drawn, and as many more as can be at once. */
  private all(): Map<number, number> {
    const before = new Set(this.drawn.values());
    const placed = new Map<number, number>();
    let more = AT_ONCE;
    this.listing?.rows.forEach(({ node }, row) => {
      if (before.has(node) || row === this.active || more > 0) placed.set(row, node);
      if (!before.has(node)) more -= 1;
    });
    return placed;
  }

  /**
   * The rows that are to be in the page: of those around the ones that are seen as many as have come, and the
   * active one, so that it keeps the focus. A row keeps its element; one that comes gets that of one that goes.
   */
  private placed(total: number): Map<number, number> {
    const { active, listing } = this;
    if (listing === null) return new Map();
    const [first, last] = this.range(total);
    const from = Math.max(first, listing.from);
    const to = Math.min(last, listing.from + listing.rows.length);
    // What was drawn stays until there is something to take its place.
    if (from >= to) return this.drawn;
    const rows = Array.from({ length: to - from }, (_, index) => from + index);
    const placed = new Set(active < from ? [active, ...rows] : [...rows, active]);
    const free = [...this.drawn].flatMap(([row, element]) => (placed.has(row) ? [] : [element]));
    // Where some rows stay, elements go from one end to the other one by one. Where none does, all stay in place.
    const some = this.drawn.has(from) || this.drawn.has(to - 1);
    const element = (row: number) =>
      this.drawn.get(row) ?? (some ? free.pop() : free.shift()) ?? (this.elements -= 1);
    return new Map([...placed].map((row) => [row, element(row)]));
  }

  private range(total: number): [from: number, to: number] {
    if (total <= WHOLE) return [0, total];
    const first = Math.floor(this.scale.offset(this.scrolled) / this.rowHeight);
    const seen = Math.min(Math.ceil(this.boxHeight / this.rowHeight), TALL);
    const from = Math.floor(first / STEP) * STEP - OVER;
    const to = Math.ceil((first + seen) / STEP) * STEP + OVER;
    return [Math.max(0, from), Math.min(total, to)];
  }

  private at(index: number): Row | null {
    const { listing } = this;
    const row = listing === null ? undefined : listing.rows[index - listing.from];
    return row ?? (index === this.active ? this.activeRow : null);
  }

  private line(index: number, row: Row | null, top: number | null): unknown {
    const active = index === this.active;
    const chosen = row !== null && row.node === this.chosen;
    return guard([index, row, top, active, chosen, this.w], () => {
      if (row === null) return nothing;
      const at = top === null ? "" : `top:${top}px`;
      const of = "counts" in row ? worst(row.counts) : row.class;
      return html`<div
        class="row"
        role="treeitem"
        tabindex=${active ? 0 : -1}
        aria-level=${row.level}
        aria-posinset=${row.position}
        aria-setsize=${row.size}
        aria-expanded=${"counts" in row ? row.open : nothing}
        aria-selected=${chosen}
        data-row=${index}
        data-node=${row.node}
        data-leaf=${"leaf" in row ? row.leaf : nothing}
        data-class=${of}
        ?data-cut=${row.cut}
        .style=${`--level:${Math.min(row.level, LEVELS) - 1};${at}`}
      >
        ${row.name === null ? html`<i class="quoted empty">${this.w.coverage.whole}</i>` : line(row.name, this.w.coverage.unnamed)}
        ${"counts" in row ? this.inside(row.counts) : this.value(row.value, row.class, row.keys)}
      </div>`;
    });
  }

  private value(value: string, of: Class, indices: number[]): TemplateResult {
    const { coverage } = this.w;
    const label = this.w.report.class[of].label;
    const names = indices.slice(0, NAMED).flatMap((index) => {
      const key = this.report.keys[index];
      return key === undefined ? [] : [html`${line(key.key_id ?? key.fingerprint, "")} `];
    });
    const more = indices.length - names.length;
    const keys = html`${names}`;
    return html`${line(value, "")}
      <span class="tag"
        >${classIcon(of)}
        ${names.length === 0 ? label : fill(more > 0 ? coverage.byMore(more) : coverage.by, { class: label, keys })}</span
      >`;
  }

  /** What is in a container, the worst first. */
  private inside(counts: Counts): TemplateResult {
    const { inside } = this.w.coverage;
    return html`<span class="counts"
      >${present(counts).map(
        (of) => html`<span class="tag" data-class=${of}>${classIcon(of)} ${inside[of](counts[of])}</span> `,
      )}</span
    >`;
  }

  private get box(): HTMLElement | null {
    return this.querySelector<HTMLElement>(".tree");
  }

  private get scale(): Scale {
    return new Scale(this.listing?.total ?? 0, this.rowHeight, this.boxHeight);
  }

  /** Watches the sizes of the box and of a row. To watch what is watched would be an event each time. */
  private observe(box: HTMLElement): void {
    if (box === this.observed) return;
    this.sizes.disconnect();
    this.observed = box;
    for (const each of this.querySelectorAll(".tree, .probe")) this.sizes.observe(each);
  }

  private readonly measure = (): void => {
    const { box } = this;
    const row = Math.ceil(this.querySelector(".probe")?.getBoundingClientRect().height ?? 0);
    if (box === null || row === 0) return;
    const height = box.clientHeight;
    if (row === this.rowHeight && height === this.boxHeight) return;
    // What is seen stays seen when its size changes.
    const first = this.scale.offset(box.scrollTop) / this.rowHeight;
    this.rowHeight = row;
    this.boxHeight = height;
    this.style.setProperty("--row-height", `${row}px`);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      box.scrollTop = this.scale.scrolled(first * row);
      this.moved();
    });
  };

  private readonly moved = (): void => {
    const { box, listing } = this;
    if (box === null || listing === null) return;
    const [from, to] = this.range(listing.total);
    this.scrolled = box.scrollTop;
    const [nextFrom, nextTo] = this.range(listing.total);
    if (from !== nextFrom || to !== nextTo || this.scale.shortened) this.requestUpdate();
    void this.ask();
  };

  /** Has another list made. The one that is drawn stays until it is there. */
  private arrange(query: Query, around: Around): void {
    this.query = query;
    this.arranging = around;
    this.goal = null;
    this.requestUpdate();
    void this.ask();
  }

  /** Fetches what is wanted: one thing at a time, and of several always what is wanted by then. */
  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      for (;;) {
        const { arranging, query, report } = this;
        const around = arranging ?? this.lacking();
        if (around === null) return;
        const [first, last] = this.range(this.listing?.total ?? 0);
        const count = arranging === null ? last - first + 4 * AHEAD : WHOLE;
        const found = await rows(report, query, around, count);
        if (report !== this.report) continue;
        // Wanted meanwhile: another list.
        if (query !== this.query) continue;
        if (found === null) {
          this.tell("pith-gone");
          return;
        }
        this.listing = { query, ...found };
        if (arranging !== null) this.arranged(found, arranging);
        else this.refresh();
        if (this.goal !== null) this.go(this.goal);
      }
    } finally {
      this.asking = false;
    }
  }

  /** A list has come that was asked for. */
  private arranged({ row, total, values }: Rows, around: Around): void {
    this.arranging = null;
    // The element that has the focus goes with its row.
    const element = this.drawn.get(this.active);
    if (total > WHOLE && row !== this.active)
      this.drawn = new Map(element === undefined ? [] : [[row, element]]);
    if ("row" in around) this.scrolled = 0;
    this.place(row);
    this.tell("pith-listed", { total, values } satisfies Listed);
  }

  /** Puts the keyboard on a row that is here, and brings it to sight. */
  private place(row: number): void {
    this.active = row;
    this.refresh();
    this.scrolled = this.scale.toSee(row, this.scrolled);
    this.showing = true;
    this.requestUpdate();
  }

  private refresh(): void {
    this.activeRow = this.at(this.active);
  }

  /** Around which row more rows are needed. */
  private lacking(): Around | null {
    const { listing, goal } = this;
    if (listing === null) return null;
    const { from, total } = listing;
    const end = from + listing.rows.length;
    if (goal !== null && (goal < from || goal >= end)) return { row: goal };
    const [first, last] = this.range(total);
    const enough = this.isHere(Math.max(0, first - AHEAD), Math.min(total, last + AHEAD));
    return enough ? null : { row: (first + last) >> 1 };
  }

  /** Whether all of some rows have come. */
  private isHere(first: number, last: number): boolean {
    const { listing } = this;
    return listing !== null && first >= listing.from && last <= listing.from + listing.rows.length;
  }

  /** Moves the keyboard to a row, at once or when the row has come. */
  private go(to: number): void {
    const { listing } = this;
    if (listing === null || listing.total === 0) return;
    const row = Math.max(0, Math.min(to, listing.total - 1));
    if (listing.rows[row - listing.from] === undefined) {
      this.goal = row;
      void this.ask();
      return;
    }
    this.goal = null;
    this.focusing = true;
    this.place(row);
  }

  private readonly entered = (event: FocusEvent): void => {
    const index = rowOf(event.target);
    if (index === null) return;
    this.active = index;
    this.refresh();
    const node = this.activeRow?.node ?? null;
    if (node === null || node === this.chosen) return;
    this.chosen = node;
    this.tell("pith-choose", node);
  };

  private readonly clicked = (event: MouseEvent): void => {
    const index = rowOf(event.target);
    const row = index === null ? null : this.at(index);
    if (index === null || row === null || this.marked()) return;
    this.go(index);
    if ("counts" in row) this.toggle(row.node, !row.open);
    else this.tell("pith-open", false);
  };

  /** Whether text of the tree is marked, which whoever does it wants to copy. */
  private marked(): boolean {
    // Chromium keeps what is marked in a shadow root to that root.
    const root = this.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? document.getSelection();
    return selection !== null && !selection.isCollapsed && this.contains(selection.anchorNode);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.listing) return;
    if (!this.press(event.key)) return;
    event.preventDefault();
  };

  /** Does what a key does in a tree, and says whether it does anything. */
  private press(key: string): boolean {
    const { active, activeRow: row, listing } = this;
    const from = this.goal ?? active;
    const page = Math.max(1, Math.floor(this.boxHeight / this.rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: (listing?.total ?? 1) - 1,
    };
    const to = moves[key];
    if (to !== undefined) {
      this.go(to);
      return true;
    }
    if (row === null) return false;
    const open = "counts" in row ? row.open : null;
    switch (key) {
      case "ArrowRight":
        if (open === false) this.toggle(row.node, true);
        else if (open === true) this.go(active + 1);
        return true;
      case "ArrowLeft":
        if (open === true) this.toggle(row.node, false);
        else if (row.parent !== null) this.go(row.parent);
        return true;
      case "Enter":
      case " ":
        if (open !== null) this.toggle(row.node, !open);
        else this.tell("pith-open", true);
        return true;
      case "*":
        void this.openBeside(row.node);
        return true;
      default:
        return false;
    }
  }

  private toggle(node: number, open: boolean): void {
    this.fold([node], open, node);
  }

  /** Opens all containers that stand beside a node. */
  private async openBeside(node: number): Promise<void> {
    const { query, report } = this;
    const found = await beside(report, node);
    if (report !== this.report || query !== this.query) return;
    if (found === null) this.tell("pith-gone");
    else this.fold(found, true, node);
  }

  private fold(nodes: Iterable<number>, open: boolean, around: number): void {
    const { query } = this;
    const but = new Set(query.but);
    for (const node of nodes) {
      if (open === query.open) but.delete(node);
      else but.add(node);
    }
    this.arrange({ ...query, but: Uint32Array.from(but) }, { node: around });
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** The classes that occur, the worst first. */
export function present(counts: Counts): Class[] {
  return CLASSES.filter((of) => counts[of] > 0).reverse();
}

function worst(counts: Counts): Class | typeof nothing {
  return present(counts)[0] ?? nothing;
}

/** The number of the row that something stands in. */
function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return row === null ? null : Number(row.dataset["row"]);
}
