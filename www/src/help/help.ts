import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { mark } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import "../page/pith-language.ts";
import "../page/pith-requests.ts";
import { keepOffline } from "../offline/offline.ts";
import { ORIGINALS } from "../page/originals.ts";
import { atEase, begin, ready, testItself } from "../verify.ts";
import { spoken } from "../words/index.ts";
import "../words/en/index.ts";
import { Example } from "./example.ts";
import "./pith-step-canonical.ts";
import "./pith-step-coverage.ts";
import "./pith-step-digest.ts";
import "./pith-step-forgery.ts";
import "./pith-step-keys.ts";
import "./pith-step-limits.ts";
import "./pith-step-merge.ts";
import "./pith-step-number.ts";
import "./pith-step-record.ts";
import "./pith-step-signing.ts";
import "./pith-step-verdicts.ts";
import { messageOf } from "../errors.ts";

begin({ many: true });

/** The steps, each with its examples. */
const STEPS = {
  record: html`<pith-step-record></pith-step-record>`,
  digest: html`<pith-step-digest></pith-step-digest>`,
  canonical: html`<pith-step-canonical></pith-step-canonical>`,
  number: html`<pith-step-number></pith-step-number>`,
  signature: html`<pith-step-signing></pith-step-signing> <pith-step-forgery></pith-step-forgery>`,
  keys: html`<pith-step-keys></pith-step-keys>`,
  coverage: html`<pith-step-coverage></pith-step-coverage>`,
  merge: html`<pith-step-merge></pith-step-merge>`,
  verdicts: html`<pith-step-verdicts></pith-step-verdicts>`,
  limits: html`<pith-step-limits></pith-step-limits>`,
};
type Step = keyof typeof STEPS;
const NAMES = Object.keys(STEPS) as Step[];

/**
 * The page on how verification works: ten steps in words, each with an example that the verifier computes.
 *
 * @attr data-step - on each step: its name, which is also its place in the address
 */
@customElement("pith-help")
export class PithHelp extends LightElement {
  @state() private loaded = false;
  @state() private stopped: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
    void atEase.then(() => keepOffline(() => undefined));
  }

  /** Nothing is shown before it is known in which language. */
  protected override async scheduleUpdate(): Promise<void> {
    await spoken;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const w = this.w.help;
    return html`<a class="skip" href="#main">${w.skip}</a>
      <header>
        <p class="home">
          <a href="./index.html">${mark()} <span>${w.home}</span></a>
        </p>
        <pith-requests></pith-requests>
        <pith-language></pith-language>
        <a class="how" href="./index.html">${w.check}</a>
      </header>
      <main id="main" tabindex="-1">
        <div class="opening">
          <h1>${w.title}</h1>
          <p class="lead">${w.lead}</p>
        </div>
        <nav aria-labelledby="contents">
          <h2 id="contents">${w.contents}</h2>
          <ol>
            ${NAMES.map((name) => html`<li><a href="#${name}">${w[name].title}</a></li>`)}
          </ol>
        </nav>
        <div class="explained">
          ${NAMES.map((name, index) => this.step(name, index + 1))}
          <p class="onward"><a class="button primary" href="./index.html">${w.check}</a></p>
        </div>
      </main>
      <footer>
        <p>${w.once}</p>
      </footer>`;
  }

  protected override updated(): void {
    document.title = this.w.help.window;
  }

  private step(name: Step, number: number): TemplateResult {
    const w = this.w.help;
    return html`<section class="step" id=${name} data-step=${name} aria-labelledby="${name}-title">
      <h2 id="${name}-title"><span class="ordinal">${number}</span> ${w[name].title}</h2>
      ${w[name].text.map((text) => html`<p>${text}</p>`)} ${name === "limits" ? this.limits() : nothing}
      ${this.example(name)}
    </section>`;
  }

  /** What can be asked of no verifier, and what of this one. */
  private limits(): TemplateResult {
    const w = this.w.help.limits;
    return html`<h3>${w.cannot}</h3>
      <ul class="cannots">
        ${w.cannots.map((text) => html`<li>${text}</li>`)}
      </ul>
      <h3>${w.distrust}</h3>
      <ol class="numbered">
        ${w.distrusts.map((text) => html`<li>${text}</li>`)}
      </ol>`;
  }

  /** The example, once there is a verifier to compute it. */
  private example(name: Step): TemplateResult {
    const w = this.w.help;
    if (this.stopped !== null) return html`<p class="error">${w.stopped(this.stopped)}</p>`;
    return this.loaded ? STEPS[name] : html`<p class="aside">${w.loading}</p>`;
  }

  private async start(): Promise<void> {
    try {
      await ready;
      // No example shows anything before the verifier has passed its own test.
      await testItself(ORIGINALS);
      this.loaded = true;
    } catch (error) {
      this.stopped = messageOf(error);
    }
    await this.updateComplete;
    const examples = [...this.querySelectorAll(".step > *")].filter((element) => element instanceof Example);
    await Promise.all(examples.map(({ shown }) => shown));
    // What the examples found has moved the steps, and the one in the address should stand at the top.
    const place = location.hash.slice(1);
    if (place in STEPS) document.getElementById(place)?.scrollIntoView();
  }
}
