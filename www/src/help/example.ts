import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { messageOf } from "../errors.ts";

/** How long a reader's hand must rest before what came of it is read aloud, in milliseconds. */
const REST = 600;

/**
 * A live example of the page on how verification works: it computes with the verifier, draws what came of it,
 * and says so to whoever cannot see it. It is drawn only when the verifier is ready.
 *
 * @attr data-example - on the example: its name
 * @attr data-old - beside it: what was found before is out of sight until something else is found
 */
export abstract class Example extends LightElement {
  @state() private said = "";
  @state() private stopped: string | null = null;
  /** Whether what stands there was found of something else than what is asked for now. */
  @state() private isOld = false;
  private question = 0;
  private timer = 0;
  private begun: () => void = () => undefined;

  /** Resolves when the example first shows what it found, or that it found nothing. */
  readonly shown = new Promise<void>((resolve) => (this.begun = resolve));

  /** The name of the example. */
  protected abstract readonly name: string;

  /** Its heading. */
  protected abstract get heading(): string;

  /** What it shows. */
  protected abstract body(): TemplateResult;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    return html`<div class="example" data-example=${this.name} ?data-old=${this.isOld}>
      <h3>${this.heading}</h3>
      ${
        this.stopped === null
          ? nothing
          : html`<p class="error" role="alert">${this.w.help.stopped(this.stopped)}</p>`
      }
      ${this.body()}
      <p class="unseen" role="status">${this.said}</p>
    </div>`;
  }

  /** Shows what `work` finds, unless something else has been asked for meanwhile. */
  protected async find<Found>(work: () => Promise<Found>, show: (found: Found) => void): Promise<void> {
    const question = (this.question += 1);
    this.isOld = true;
    window.clearTimeout(this.timer);
    this.said = "";
    try {
      const found = await work();
      if (question !== this.question) return;
      show(found);
      this.isOld = false;
      this.stopped = null;
    } catch (error) {
      if (question === this.question) this.stopped = messageOf(error);
    }
    await this.updateComplete;
    this.begun();
  }

  /** Reads a text aloud, once the reader's hand rests. What follows meanwhile takes its place. */
  protected say(text: string): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.said = text), REST);
  }
}
