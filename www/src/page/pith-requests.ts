import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";

/**
 * How many requests the browser has made for this page since it loaded, as the browser itself counts
 * them, and how many of them were for files of this page, such as its words in another language.
 *
 * @property ready - whether the page has all that it needs to check a document; until then its own files are
 *   part of loading it
 * @attr data-requests, data-own - the numbers
 */
@customElement("pith-requests")
export class PithRequests extends LightElement {
  @property({ type: Boolean }) ready = false;
  @state() private entries: PerformanceEntry[] = [];
  private readySince = Infinity;
  private observer = new PerformanceObserver(
    (list) => (this.entries = [...this.entries, ...list.getEntries()]),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe({ type: "resource", buffered: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override render(): TemplateResult {
    const w = this.w.page.requests;
    if (this.ready) this.readySince = Math.min(this.readySince, performance.now());
    const { all, own } = this.since();
    this.dataset["requests"] = String(all);
    this.dataset["own"] = String(own);
    return html`<span><b>${w.promise}</b> ${w.since(all, own)}</span>`;
  }

  /** How many there were since the page has loaded. */
  private since(): { all: number; own: number } {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    // Zero until the page has loaded; until then every request is part of loading it.
    const loaded = page === undefined || page.loadEventStart === 0 ? Infinity : page.loadEventStart;
    const since = this.entries.filter(({ startTime }) => startTime > loaded);
    const own = since.filter(({ name }) => isOwn(name));
    const late = own.filter(({ startTime }) => startTime > this.readySince);
    return { all: since.length - own.length + late.length, own: late.length };
  }
}

/** Whether an address is in the folder that this page came from. */
function isOwn(address: string): boolean {
  return address.startsWith(new URL(".", document.baseURI).href);
}
