import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Report, reportOn } from "../verify.ts";
import { BUNDLE } from "./documents.ts";
import { Example } from "./example.ts";
import { found, spoken } from "./found.ts";

/** One bundle with the registry's key in the key ring and without it. */
@customElement("pith-step-keys")
export class PithStepKeys extends Example {
  protected readonly name = "keys";
  @state() private inRing = true;
  @state() private report: Report | null = null;

  protected get heading(): string {
    return this.w.help.keys.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.keys;
    return html`<label class="tick">
        <input type="checkbox" data-action="in-ring" .checked=${this.inRing} @change=${this.ticked} />
        ${w.tick}
      </label>
      ${
        this.report === null ? html`<p class="aside">${this.w.help.working}</p>` : html`${found(this.report)}`
      }
      <p class="aside">${w.differ}</p>`;
  }

  private ticked(event: Event): void {
    this.inRing = (event.target as HTMLInputElement).checked;
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    const { inRing } = this;
    await this.find(
      () => reportOn(BUNDLE, { builtInKeys: inRing, explain: false }),
      (report) => {
        this.report = report;
        if (aloud) this.say(spoken(report));
      },
    );
  }
}
