import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { laidOut } from "../elements/turns.ts";

/** What is listed: the verdict, or what stands for it, and every part that has a heading. */
const SECTIONS = "section.verdict[aria-labelledby], section.part[aria-labelledby]";

/** A section that is there. */
interface Entry {
  section: HTMLElement;
  heading: HTMLElement;
  id: string;
  title: string;
  /** The tone of the verdict, on the verdict's own entry. */
  tone: string | null;
}

/**
 * What is on the page: a link to each section of a result, in their order, whatever elements they come from. Where
 * there is room it is a rail that stays beside them, and on small screens a bar at the lower edge that unfolds.
 * There is none while there are fewer than two sections.
 *
 * @property for - the identifier of the element whose sections are listed
 * @attr data-contents - on the navigation: how many sections are listed
 * @attr data-section - on each link: the identifier of the section's heading
 */
@customElement("pith-contents")
export class PithContents extends LightElement {
  @property() for = "main";
  @state() private entries: Entry[] = [];
  /** The identifier of the section that the reader is at. */
  @state() private current = "";
  /** Whether the bar is unfolded. */
  @state() private open = false;
  /** Whether it will look again. */
  private pending = false;
  private observer = new MutationObserver(() => this.later());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("scroll", this.later, { passive: true });
    window.addEventListener("resize", this.later, { passive: true });
    if (this.hasUpdated) this.observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("scroll", this.later);
    window.removeEventListener("resize", this.later);
    this.observer.disconnect();
  }

  protected override firstUpdated(): void {
    this.observe();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { entries, open } = this;
    this.hidden = entries.length < 2;
    if (this.hidden) return nothing;
    const w = this.w.evidence.contents;
    const at = entries.find(({ id }) => id === this.current) ?? entries[0];
    return html`<nav
      class="contents"
      aria-label=${w.title}
      data-contents=${entries.length}
      ?data-open=${open}
      @keydown=${this.pressed}
      @focusout=${this.left}
    >
      <p class="contents-title" aria-hidden="true">${w.title}</p>
      <button
        type="button"
        class="contents-button"
        data-action="contents"
        aria-expanded=${open}
        aria-controls="contents"
        data-tone=${entries[0]?.tone ?? nothing}
        @click=${this.toggle}
      >
        <span>${w.at(at?.title ?? "")}</span>
      </button>
      <ol id="contents">
        ${entries.map((entry) => this.link(entry))}
      </ol>
    </nav>`;
  }

  private link(entry: Entry): TemplateResult {
    const { id, title, tone } = entry;
    const go = (event: Event) => {
      event.preventDefault();
      this.go(entry);
    };
    return html`<li>
      <a
        href="#${id}"
        data-section=${id}
        data-tone=${tone ?? nothing}
        aria-current=${id === this.current ? "location" : nothing}
        @click=${go}
        >${title}</a
      >
    </li>`;
  }

  /** Goes to a section without leaving a trace in the address, where a document may stand. */
  private go({ section, heading }: Entry): void {
    this.open = false;
    if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    if (section === this.entries[0]?.section) window.scrollTo(0, 0);
    else section.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  private observe(): void {
    const root = document.getElementById(this.for);
    if (root === null) return;
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-tone", "hidden"],
    });
    this.later();
  }

  /** Looks again after the next frame, which has laid out what is looked at, however often it is called until then. */
  private later = (): void => {
    if (this.pending) return;
    this.pending = true;
    void laidOut().then(() => {
      this.pending = false;
      if (this.isConnected) this.look();
    });
  };

  private look(): void {
    const found = [...(document.getElementById(this.for)?.querySelectorAll<HTMLElement>(SECTIONS) ?? [])];
    const entries = found.flatMap((section) => entry(section) ?? []);
    const same =
      entries.length === this.entries.length &&
      entries.every(({ section, title, tone }, index) => {
        const before = this.entries[index];
        return section === before?.section && title === before.title && tone === before.tone;
      });
    if (!same) this.entries = entries;
    this.current = reading(entries)?.id ?? "";
  }

  private toggle(): void {
    this.open = !this.open;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    this.open = false;
    this.querySelector<HTMLElement>(".contents-button")?.focus();
  }

  private left(event: FocusEvent): void {
    const to = event.relatedTarget;
    // Without a target the window lost the focus, or something was touched that takes none.
    if (to instanceof Node && !this.contains(to)) this.open = false;
  }
}

function entry(section: HTMLElement): Entry | null {
  const id = section.getAttribute("aria-labelledby") ?? "";
  const heading = document.getElementById(id);
  const title = heading?.textContent?.trim() ?? "";
  if (heading === null || title === "" || section.getClientRects().length === 0) return null;
  return { section, heading, id, title, tone: section.dataset["tone"] ?? null };
}

/** The section that a reader is at: the last that begins above the middle of the window, or the last of all at the end. */
function reading(entries: Entry[]): Entry | undefined {
  const { scrollHeight } = document.documentElement;
  const last = entries.at(-1);
  if (last !== undefined && window.scrollY + window.innerHeight >= scrollHeight - 1) {
    if (last.section.getBoundingClientRect().bottom <= window.innerHeight) return last;
  }
  if (window.scrollY < 1) return entries[0];
  const line = window.innerHeight * 0.4;
  return entries.findLast(({ section }) => section.getBoundingClientRect().top <= line) ?? entries[0];
}
