import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";

/**
 * How many requests the browser has made for this page since it loaded, as the browser itself counts
 * them, and how many of them were for files of this page, such as its words in another language.
 *
 * @attr data-requests, data-own - the numbers
 */
@customElement("pith-requests")
export class PithRequests extends LightElement {
  @state() private requests = 0;
  @state() private own = 0;
  private observer = new PerformanceObserver((list) => this.count(list.getEntries()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe({ type: "resource", buffered: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(): void {
    this.dataset["requests"] = String(this.requests);
    this.dataset["own"] = String(this.own);
  }

  protected override render(): TemplateResult {
    const w = this.w.page.requests;
    return html`<span
      ><b>${this.requests === this.own ? w.promise : w.asked}</b> ${w.since(this.requests, this.own)}</span
    >`;
  }

  private count(entries: PerformanceEntryList): void {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    // Zero until the page has loaded; until then every request is part of loading it.
    const loaded = page === undefined || page.loadEventStart === 0 ? Infinity : page.loadEventStart;
    const since = entries.filter((entry) => entry.startTime > loaded);
    this.requests += since.length;
    this.own += since.filter(({ name }) => isOwn(name)).length;
  }
}

/** Whether an address is in the folder that this page came from. */
function isOwn(address: string): boolean {
  return address.startsWith(new URL(".", document.baseURI).href);
}
