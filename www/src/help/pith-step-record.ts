import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { type ClaimName, type Report, reportOn } from "../verify.ts";
import { BUNDLE } from "./documents.ts";
import { Example } from "./example.ts";
import { found, spoken } from "./found.ts";

/** A real record: what it says of itself, and its verdict when the reader asks. */
@customElement("pith-step-record")
export class PithStepRecord extends Example {
  protected readonly name = "record";
  @state() private report: Report | null = null;
  @state() private asked = false;

  protected get heading(): string {
    return this.w.help.record.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find(
      () => reportOn(BUNDLE, { explain: false }),
      (report) => (this.report = report),
    );
  }

  protected body(): TemplateResult {
    const w = this.w.help.record;
    const { report } = this;
    if (report === null) return html`<p class="aside">${this.w.help.working}</p>`;
    const claim = (name: ClaimName) => quoted(report.claims.find((each) => each.name === name)?.value ?? "");
    const { passed, failed, noted, not_checked } = report.outcomes;
    return html`<dl class="facts">
        ${fact(w.paper, claim("title"))} ${fact(w.number, claim("pith_number"))}
        ${fact(w.source, claim("source_id"))} ${fact(w.length, this.w.help.bytes(report.bytes))}
      </dl>
      <p>
        <button type="button" class="button" data-action="check" @click=${this.check}>${w.check}</button>
      </p>
      ${
        this.asked
          ? html`${found(report)}
              <p class="aside">${w.checks(passed, passed + failed + noted + not_checked)}</p>`
          : nothing
      }`;
  }

  private async check(): Promise<void> {
    await this.find(
      () => reportOn(BUNDLE, { explain: false }),
      (report) => {
        this.report = report;
        this.asked = true;
        this.say(spoken(report));
      },
    );
  }
}
