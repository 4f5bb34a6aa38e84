import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { type Replay, reportOn, visible } from "../verify.ts";
import { BUNDLE } from "./documents.ts";
import { Example } from "./example.ts";
import { replayStepWords } from "../words/sentences.ts";

/** The two events of the bundle. */
const EVENTS = (JSON.parse(BUNDLE) as { events: { event_type: string; created_at: string }[] }).events;

/** Orders of arrival: which event comes when. */
const ARRIVALS = { as_came: [0, 1], swapped: [1, 0], twice: [0, 1, 1] };
type Arrival = keyof typeof ARRIVALS;

/**
 * Two events that arrive in one order or another, and the state that they add up to.
 *
 * @attr data-steps, data-same - on what was found: the number of steps, and whether the state is that of the
 *   events in the order of the file
 */
@customElement("pith-step-merge")
export class PithStepMerge extends Example {
  protected readonly name = "merge";
  @state() private arrival: Arrival = "as_came";
  @state() private first: Replay | null = null;
  @state() private replay: Replay | null = null;

  protected get heading(): string {
    return this.w.help.merge.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.compute();
  }

  protected body(): TemplateResult {
    const w = this.w.help.merge;
    const { first, replay } = this;
    return html`<fieldset class="choice-row">
        <legend>${w.arrived}</legend>
        ${(Object.keys(ARRIVALS) as Arrival[]).map(
          (arrival) =>
            html`<label class="tick">
              <input
                type="radio"
                name="arrival"
                value=${arrival}
                .checked=${arrival === this.arrival}
                @change=${() => this.choose(arrival)}
              />
              ${w[arrival]}
            </label>`,
        )}
      </fieldset>
      <ol class="numbered">
        ${ARRIVALS[this.arrival].map((index) => html`<li>${this.event(index)}</li>`)}
      </ol>
      ${
        first === null || replay === null
          ? html`<p class="aside">${this.w.help.working}</p>`
          : html`<h4>${w.merged}</h4>
              <ol class="numbered" data-steps=${replay.steps.length}>
                ${replay.steps.map(
                  (step) => html`<li>${quoted(step.event_type ?? "")} ${replayStepWords(this.w, step)}</li>`,
                )}
              </ol>
              <dl class="facts">${fact(w.state, quoted(replay.rebuilt_sha256))}</dl>
              <p class="finding" data-same=${replay.rebuilt_sha256 === first.rebuilt_sha256}>
                ${this.sentence(first, replay)}
              </p>`
      }`;
  }

  private event(index: number): string {
    const event = EVENTS[index];
    return event === undefined
      ? ""
      : this.w.help.merge.event(visible(event.event_type), visible(event.created_at));
  }

  private sentence(first: Replay, replay: Replay): string {
    const w = this.w.help.merge;
    return replay.rebuilt_sha256 === first.rebuilt_sha256 ? w.same : w.differ;
  }

  private choose(arrival: Arrival): void {
    this.arrival = arrival;
    void this.compute(true);
  }

  private async compute(aloud = false): Promise<void> {
    const events = ARRIVALS[this.arrival].map((index) => EVENTS[index]);
    await this.find(
      () => reportOn(JSON.stringify(events), { replay: true, explain: false }),
      ({ replay }) => {
        if (replay === null) throw new Error("there was nothing to merge");
        this.replay = replay;
        this.first ??= replay;
        if (aloud) this.say(this.sentence(this.first, replay));
      },
    );
  }
}
