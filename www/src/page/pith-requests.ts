import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { counted } from "../elements/words.ts";

/**
 * How many requests the browser has made for this page since it loaded, as the browser itself counts
 * them.
 *
 * @attr data-requests - the number
 */
@customElement("pith-requests")
export class PithRequests extends LightElement {
  @state() private requests = 0;
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
  }

  protected override render(): TemplateResult {
    return html`<span
      ><b>Nothing leaves this machine.</b> ${counted(this.requests, "request")} since this page loaded.</span
    >`;
  }

  private count(entries: PerformanceEntryList): void {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    // Zero until the page has loaded; until then every request is part of loading it.
    const loaded = page === undefined || page.loadEventStart === 0 ? Infinity : page.loadEventStart;
    this.requests += entries.filter((entry) => entry.startTime > loaded).length;
  }
}
