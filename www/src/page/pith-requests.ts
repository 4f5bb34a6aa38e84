import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { loadedWhole } from "../verify.ts";
import { allCode } from "./codes.ts";

/**
 * How many requests the browser has made for this page since it loaded, as the browser itself counts
 * them, and how many of them were for files of this page, such as its words in another language.
 *
 * @attr data-requests, data-own - the numbers
 */
@customElement("pith-requests")
export class PithRequests extends LightElement {
  @state() private seen: PerformanceResourceTiming[] = [];
  /** When the page and its workers had come. Until then every request is part of loading it. */
  @state() private loaded = Infinity;
  private requests = 0;
  private own = 0;
  private observer = new PerformanceObserver((list) => this.note(list.getEntries()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe({ type: "resource", buffered: true });
    const now = (): number => (this.loaded = performance.now());
    void Promise.all([loadedWhole(), allCode]).then(now, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(): void {
    const { since } = this;
    this.requests = since.length;
    this.own = since.filter(({ name }) => !isForeign(name)).length;
    this.dataset["requests"] = String(this.requests);
    this.dataset["own"] = String(this.own);
  }

  protected override render(): TemplateResult {
    const w = this.w.page.requests;
    return html`<span
      ><b>${this.requests === this.own ? w.promise : w.asked}</b> ${w.since(this.requests, this.own)}</span
    >`;
  }

  private note(entries: PerformanceEntryList): void {
    // What the page has in it already, such as the worker of the single file, is asked of nobody.
    const requests = entries.filter(({ name }) => !name.startsWith("blob:"));
    this.seen = [...this.seen, ...(requests as PerformanceResourceTiming[])];
  }

  /** What was asked for after everything had come, and what is no part of the page, whenever it was asked for. */
  private get since(): PerformanceResourceTiming[] {
    const { loaded } = this;
    // Chromium gives the script of a worker a start after its end.
    return this.seen.filter(
      ({ name, startTime, responseEnd }) =>
        isForeign(name) || (startTime > loaded && (responseEnd === 0 || responseEnd > loaded)),
    );
  }
}

/** Whether an address is that of a server, and not in the folder that this page came from. */
function isForeign(address: string): boolean {
  return /^https?:/.test(address) && !address.startsWith(new URL(".", document.baseURI).href);
}
