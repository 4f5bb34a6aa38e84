import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { classIcon, outcomeIcon } from "../elements/icons.ts";
import { around } from "../elements/json-text.ts";
import { LightElement } from "../elements/light-element.ts";
import { place, quoted } from "../elements/pith-text.ts";
import type { Check, Class, Report, Leaf } from "../report.ts";
import { type Input, type Options, reportOn, verify, visible } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { type Change, change, characters, difference } from "./difference.ts";
import { type Edit, type Tampering, tamperings } from "./tamperings.ts";
import { type Catalogue, words } from "../words/index.ts";
import { checkWords, refusalWords, verdictWords } from "../words/sentences.ts";
import { messageOf } from "../errors.ts";

/** How long a reader's hand must rest before what was typed is checked, in milliseconds. */
const REST = 250;

/** The longest document that is put on the bench, in bytes. A text field with more in it is slow to type in. */
const LARGEST = 1_000_000;

/** How many failed checks are listed. */
const LISTED = 5;

/** What is known of the copy. */
type Outcome =
  | { as: "checking" }
  | { as: "report"; report: Report; change: Change }
  | { as: "error"; message: (w: Catalogue) => string }
  | { as: "large" };

/** Why no copy is on the bench, or the text that the copy was made of. */
type Opened = { as: "closed" } | { as: "not_text" } | { as: "text"; text: string; hides: boolean };

/**
 * An editable copy of the document, marked as such for as long as it is there, and checked as it is typed.
 * What is found out about it stays here: nothing is fired, so nothing of it reaches a report or a file.
 *
 * @property report - the report on the document itself
 * @property input - the document itself
 * @property options - with what it was verified
 * @attr data-bench - on the section: `closed`, `open`, `large` or `not_text`
 * @attr data-bench-verdict - on the copy's verdict: its word; never there while something is still to be checked
 * @attr data-bench-check, data-bench-pointer - on each failed check that is listed: its name and place
 * @attr data-bench-change - on what differs from the document: `none`, `layout` or `text`
 * @attr data-bench-unnoticed - there when no check notices what differs
 * @attr data-tamper - on each ready-made change: its name
 */
@customElement("pith-bench")
export class PithBench extends LightElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) input!: Input;
  @property({ attribute: false }) options: Options = {};
  @state() private opened: Opened = { as: "closed" };
  @state() private outcome: Outcome = { as: "checking" };
  @state() private gone = false;
  private offered: Tampering[] = [];
  private leaves: Leaf[] = [];
  /** The copy, byte for byte. */
  private copy = "";
  /** The same as the text field has it, which knows only one kind of line break. */
  private shown = "";
  private timer = 0;
  /** Counts the texts. What is found out about any but the latest is dropped. */
  private question = 0;
  private busy = false;
  private due = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("report")) return;
    this.stop();
    this.opened = { as: "closed" };
  }

  protected override render(): TemplateResult {
    const { opened, w } = this;
    const large = this.report.bytes > LARGEST;
    const open = opened.as === "text";
    return html`<section
      class="part bench"
      data-bench=${large ? "large" : open ? "open" : opened.as}
      aria-labelledby=${open ? "bench bench-mark" : "bench"}
    >
      <h2 id="bench">${w.bench.title}</h2>
      <div class="body">
        <p class="aside">${w.bench.about}</p>
        ${large ? html`<p>${w.bench.tooLarge(LARGEST)}</p>` : open ? this.bench(opened) : this.start()}
      </div>
    </section>`;
  }

  private start(): TemplateResult {
    const { bench } = this.w;
    if (this.opened.as === "not_text") return html`<p role="status">${bench.notText}</p>`;
    return html`<p>
      <button type="button" class="button" data-action="bench-open" @click=${this.open}>${bench.open}</button>
    </p>`;
  }

  private bench({ text, hides }: Opened & { as: "text" }): TemplateResult {
    const { bench } = this.w;
    return html`<div class="bench-copy">
      <div class="edited">
        <p id="bench-mark">${bench.mark}</p>
        ${this.verdict()}
      </div>
      <div class="work">
        <h3 id="tamperings">${bench.tamperings}</h3>
        <ul class="tamperings" aria-labelledby="tamperings">
          ${this.offered.map((each) => this.tampering(each))}
        </ul>
        <p class="error" role="alert">${this.gone ? bench.gone : nothing}</p>
        <label for="bench-text">${bench.text}</label>
        ${hides ? html`<p class="aside" id="bench-hidden">${bench.hidden}</p>` : nothing}
        <textarea
          id="bench-text"
          data-action="bench-text"
          rows="12"
          dir="ltr"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-describedby=${hides ? "bench-mark bench-hidden" : "bench-mark"}
          @input=${this.typed}
        ></textarea>
        <p>
          <button type="button" class="button" data-action="bench-back" @click=${this.back}>
            ${bench.back}
          </button>
        </p>
      </div>
      <div class="found">${this.found(text)}</div>
    </div>`;
  }

  private tampering(tampering: Tampering): TemplateResult {
    const { name, pointer, class: of } = tampering;
    return html`<li>
      <button type="button" class="button" data-tamper=${name} @click=${() => this.tamper(tampering)}>
        ${this.w.bench.tampering[name]}
      </button>
      <span class="held">
        ${pointer === null ? nothing : place(pointer)} ${of === null ? nothing : protection(of)}
      </span>
    </li>`;
  }

  private found(original: string): TemplateResult {
    const { outcome, w } = this;
    return html`<p>${w.bench.documentIs(w.report.verdict[this.report.verdict.word])}</p>
      ${
        outcome.as === "report"
          ? html`${this.changed(original, outcome)}
              <p>${verdictWords(w, outcome.report).sentence}</p>
              ${this.failed(outcome.report)}`
          : nothing
      }`;
  }

  private verdict(): TemplateResult {
    const { outcome } = this;
    const word = outcome.as === "report" ? outcome.report.verdict.word : nothing;
    return html`<p class="copy-verdict" role="status" data-bench-verdict=${word}>${this.said()}</p>`;
  }

  private said(): TemplateResult | string {
    const { outcome, w } = this;
    switch (outcome.as) {
      case "checking":
        return w.bench.checking;
      case "error":
        return outcome.message(w);
      case "large":
        return w.bench.copyTooLarge(LARGEST);
      case "report":
        return fill(w.bench.copyIs, { word: html`<b>${w.report.verdict[outcome.report.verdict.word]}</b>` });
    }
  }

  /** How the copy differs from the document, and whether that is noticed. */
  private changed(original: string, { report, change }: Outcome & { as: "report" }): TemplateResult {
    const { bench } = this.w;
    if (change.as === "none") return html`<p data-bench-change="none">${bench.same}</p>`;
    if (change.as === "layout") {
      return html`<p data-bench-change="layout">${bench.layout} ${this.unnoticed(report)}</p>`;
    }
    const { removed, added, line, column, before } = change;
    const at = around(original, before, before + removed.length);
    const leaf = this.leaves.find(({ pointer }) => pointer === at?.pointer);
    const text = (part: string) => (part === "" ? html`<i>${bench.nothing}</i>` : quoted(part));
    return html`<div class="change" data-bench-change="text">
      <p>${bench.changed(characters(removed), characters(added), line, column)}</p>
      <dl class="facts">
        ${fact(bench.inDocument, text(removed))} ${fact(bench.inCopy, text(added))}
        ${at === null ? nothing : fact(bench.place, place(at.pointer))}
        ${leaf === undefined ? nothing : fact(bench.is, protection(leaf.class))}
      </dl>
      ${this.unnoticed(report)}
    </div>`;
  }

  private unnoticed(copy: Report): TemplateResult | typeof nothing {
    if (!alike(this.report, copy)) return nothing;
    const noticed = copy.outcomes.failed > 0 || copy.refusal !== null;
    const { unnoticed, sameChecks } = this.w.bench;
    return html`<span class="unnoticed" data-bench-unnoticed>${noticed ? sameChecks : unnoticed}</span>`;
  }

  /** The failed checks, the deciding one first; of a text that cannot be read where the reading stopped. */
  private failed(report: Report): TemplateResult | typeof nothing {
    const { bench } = this.w;
    const { checks, refusal, verdict } = report;
    if (refusal !== null) {
      return html`<p>${refusalWords(this.w, refusal, report).sentence}</p>
        <p class="hint">${refusalWords(this.w, refusal, report).hint}</p>`;
    }
    const decides = (check: Check) => Number(check === checks[verdict.failing ?? -1]);
    const failed = checks.filter((check) => check.outcome === "failed");
    if (failed.length === 0) return nothing;
    failed.sort((a, b) => decides(b) - decides(a));
    return html`<h3>${bench.failed(failed.length)}</h3>
      <ul class="plain">
        ${failed.slice(0, LISTED).map(
          (check) =>
            html`<li class="fails" data-bench-check=${check.name} data-bench-pointer=${check.pointer}>
              ${outcomeIcon("failed")}
              <div>
                <p><b>${this.w.report.check[check.name]}</b></p>
                <p>${checkWords(this.w, check, report).sentence}</p>
              </div>
            </li>`,
        )}
      </ul>
      ${failed.length > LISTED ? html`<p>${bench.more(failed.length - LISTED)}</p>` : nothing}`;
  }

  private async open(): Promise<void> {
    const { report } = this;
    const text = await textOf(this.input);
    // The report at hand comes without the leaves of its coverage.
    const whole =
      text === null
        ? null
        : await reportOn(text, { ...this.options, explain: false, replay: true }).catch(() => null);
    if (report !== this.report) return;
    this.opened = text === null ? { as: "not_text" } : { as: "text", text, hides: hides(text) };
    this.leaves = whole?.coverage.leaves ?? [];
    this.offered = whole === null ? [] : tamperings(whole);
    await this.updateComplete;
    if (text !== null) this.put(text, { from: 0, to: 0, put: "" });
    this.field?.focus();
  }

  private back(): void {
    if (this.opened.as === "text") this.put(this.opened.text, { from: 0, to: 0, put: "" });
  }

  private tamper({ edit }: Tampering): void {
    const made = edit(this.copy);
    if (made === null) {
      this.gone = true;
      return;
    }
    this.put(this.copy.slice(0, made.from) + made.put + this.copy.slice(made.to), made);
  }

  /** Makes another text the copy, and shows where it was edited. */
  private put(copy: string, { from, put }: Edit): void {
    const { field } = this;
    this.copy = copy;
    if (field !== null) {
      field.value = copy;
      this.shown = field.value;
      const start = asShown(copy.slice(0, from)).length;
      this.reveal(start, start + asShown(put).length);
    }
    this.ask();
  }

  /** Takes over what was typed, and leaves everything else as it is. New line breaks are like the first one. */
  private typed(): void {
    const shown = this.field?.value ?? "";
    if (this.copy === this.shown) {
      this.copy = shown;
    } else {
      const { at, removed, added } = difference(this.shown, shown);
      const from = received(this.copy, at);
      const to = received(this.copy, at + removed.length);
      const broken = added.replaceAll("\n", /\r\n?|\n/.exec(this.copy)?.[0] ?? "\n");
      this.copy = this.copy.slice(0, from) + broken + this.copy.slice(to);
    }
    this.shown = shown;
    this.ask();
  }

  /** Asks for the verdict on the copy once the hand rests. From now on no earlier one is shown. */
  private ask(): void {
    this.stop();
    this.gone = false;
    this.outcome = { as: "checking" };
    this.timer = window.setTimeout(() => void this.check(), REST);
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.question += 1;
    this.due = false;
  }

  /** Checks the copy, and if it was changed meanwhile and the hand rests, once more. */
  private async check(): Promise<void> {
    this.due = true;
    if (this.busy) return;
    this.busy = true;
    while (this.due) {
      this.due = false;
      const { question } = this;
      const outcome = await this.judged();
      if (question === this.question) this.outcome = outcome;
    }
    this.busy = false;
  }

  private async judged(): Promise<Outcome> {
    const { copy, opened } = this;
    if (copy.length > LARGEST) return { as: "large" };
    try {
      const { opinion, report } = await verify(copy, { ...this.options, explain: false });
      const { length } = opinion.disagreements;
      if (length > 0) return { as: "error", message: (w) => w.opinion.disagrees(length) };
      return { as: "report", report, change: change(opened.as === "text" ? opened.text : "", copy) };
    } catch (error) {
      const problem = messageOf(error);
      return { as: "error", message: (w) => w.bench.error(problem) };
    }
  }

  /** Brings a place of the copy to the middle of the text field, and selects what stands there. */
  private reveal(from: number, to: number): void {
    const { field } = this;
    if (field === null) return;
    field.setSelectionRange(from, to);
    // Lines are of one height, and signs of about one width.
    const rows = (text: string) =>
      text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / columns(field)), 0);
    const share = rows(field.value.slice(0, from)) / rows(field.value);
    field.scrollTop = share * field.scrollHeight - field.clientHeight / 2;
  }

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }
}

/** The text of a document, with a mark at its start if there is one; nothing if it is no text. */
async function textOf(input: Input): Promise<string | null> {
  if (typeof input === "string") return input;
  const bytes = input instanceof Blob ? await input.arrayBuffer() : input;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text as a text field has it. */
function asShown(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** About how many signs a line of the field takes. */
function columns(field: HTMLTextAreaElement): number {
  const { fontSize, paddingInlineStart } = getComputedStyle(field);
  return Math.max(1, (field.clientWidth - 2 * parseFloat(paddingInlineStart)) / (0.6 * parseFloat(fontSize)));
}

/** Where in a text stands what stands at `offset` when each line break counts as one sign. */
function received(text: string, offset: number): number {
  let at = 0;
  for (let before = 0; before < offset; before += 1) at += text.startsWith("\r\n", at) ? 2 : 1;
  return at;
}

/** Whether a text holds characters, beside line breaks and tabs, that are not what they seem. */
function hides(text: string): boolean {
  const line = text.replaceAll(/[\t\n\r]/g, "");
  return visible(line) !== line;
}

/** Whether every check came out alike. */
function alike(a: Report, b: Report): boolean {
  const of = ({ verdict, checks, refusal }: Report) => [
    verdict.word,
    refusal?.reason,
    ...checks.map((each) => [each.name, each.pointer, each.outcome, each.reason]),
  ];
  return JSON.stringify(of(a)) === JSON.stringify(of(b));
}

function protection(of: Class): TemplateResult {
  return html`<span class="tag" data-class=${of}>${classIcon(of)} ${words().report.class[of].label}</span>`;
}
