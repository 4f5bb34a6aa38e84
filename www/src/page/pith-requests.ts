import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { counted } from "../elements/words.ts";
import { loadedWhole } from "../verify.ts";

/**
 * How many requests the browser has made for this page since it loaded, as the browser itself counts
 * them.
 *
 * @attr data-requests - the number
 */
@customElement("pith-requests")
export class PithRequests extends LightElement {
  /** When each request was begun. */
  @state() private begun: number[] = [];
  /** When the last part of the page had come, which is what the verifier runs in. */
  @state() private loaded = Infinity;
  private observer = new PerformanceObserver((list) => this.note(list.getEntries()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe({ type: "resource", buffered: true });
    const now = (): number => (this.loaded = performance.now());
    void loadedWhole().then(now, now);
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

  private get requests(): number {
    return this.begun.filter((begun) => begun > this.loaded).length;
  }

  private note(entries: PerformanceEntryList): void {
    this.begun = [...this.begun, ...entries.map((entry) => entry.startTime)];
  }
}
