import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { LightElement } from "../elements/light-element.ts";
import { quoted } from "../elements/pith-text.ts";
import type { Ring, RingEntry } from "../report.ts";
import { keyRing, type Options, ToolError } from "../verify.ts";
import { fill } from "../words/fill.ts";
import { type Fault, faultOf, keysIn } from "./key-text.ts";
import { save } from "./save.ts";

/** How long a reader's hand must rest before what was typed is taken, in milliseconds. */
const REST = 300;

/** Which keys establish a signer. */
export type Trust = Required<Pick<Options, "trustKeys" | "builtInKeys">> & Pick<Options, "at">;

/** The keys that are in force: the built-in ones come first, and then the reader's own. */
interface InForce {
  keys: RingEntry[];
  builtIn: number;
}

/**
 * The key ring: which keys are in force, and where a reader adds own ones, takes them away, keeps them in a file, and
 * says when the document existed.
 *
 * @fires pith-trust - the choice changed; `detail` is the {@link Trust}
 * @attr data-ring-key, data-own - on each key in force: its fingerprint, and whether the reader gave it
 * @attr data-said - on the error beside the field that it is about
 */
@customElement("pith-trust")
export class PithTrust extends LightElement {
  @state() private open = false;
  @state() private inForce: InForce | null = null;
  @state() private fault: Fault | null = null;
  /** Why a file was not taken. */
  @state() private refused: string | null = null;
  @state() private said = "";
  private builtInKeys = true;
  private at = "";
  private text = "";
  private timer = 0;
  /** Counts the choices. What is found out about any but the latest is dropped. */
  private choice = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  /** Unfolds the box and moves the focus to it. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.querySelector("textarea")?.focus();
  }

  protected override render(): TemplateResult {
    const { trust } = this.w;
    return html`<details class="trust-keys" .open=${this.open} @toggle=${this.toggled}>
      <summary>${trust.title}</summary>
      <div class="fields">
        <p class="aside">${trust.about}</p>
        ${this.ring()}
        <label class="tick">
          <input type="checkbox" data-action="built-in-keys" checked @change=${this.ticked} />
          ${trust.builtIn}
        </label>
        <div class="field">
          <label for="trust-keys">${trust.keys}</label>
          <p class="aside" id="trust-keys-hint">${trust.keysHint}</p>
          <textarea
            id="trust-keys"
            data-action="trust-keys"
            rows="4"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            aria-describedby=${this.error("keys") === null ? "trust-keys-hint" : "trust-error trust-keys-hint"}
            aria-invalid=${this.error("keys") !== null}
            @input=${this.typed}
          ></textarea>
          ${this.error("keys") ?? nothing}
        </div>
        <div class="field">
          <label class="button">
            <input
              class="file"
              type="file"
              data-action="import-ring"
              aria-describedby="import-error"
              @change=${this.chosenFile}
            />
            <span>${trust.import}</span>
          </label>
          <p id="import-error" class="error" role="alert">${this.refused ?? nothing}</p>
        </div>
        <div class="field">
          <label for="trust-at">${trust.at}</label>
          <p class="aside" id="trust-at-hint">${trust.atHint}</p>
          <input
            id="trust-at"
            data-action="at"
            type="text"
            placeholder="2026-06-01T00:00:00Z"
            spellcheck="false"
            autocomplete="off"
            aria-describedby=${this.error("at") === null ? "trust-at-hint" : "trust-error trust-at-hint"}
            aria-invalid=${this.error("at") !== null}
            @input=${this.dated}
          />
          ${this.error("at") ?? nothing}
        </div>
        <div class="field">
          <p>
            <button
              type="button"
              class="button"
              data-action="export-ring"
              aria-describedby="export-hint"
              @click=${this.exported}
            >
              ${trust.export}
            </button>
          </p>
          <p class="aside" id="export-hint">${trust.exportHint}</p>
        </div>
        <p role="status">${this.said}</p>
      </div>
    </details>`;
  }

  /** What the verifier has against one of the fields. */
  private error(field: Fault["field"]): TemplateResult | null {
    const { trust } = this.w;
    const { fault } = this;
    if (fault === null || fault.field !== field) return null;
    const say = field === "keys" ? trust.keysFailed : trust.atFailed;
    return html`<p id="trust-error" class="error" role="alert" data-said>${say(fault.message)}</p>`;
  }

  private ring(): TemplateResult {
    const { trust } = this.w;
    const { inForce, fault } = this;
    const heading = html`<h3 id="in-force">${trust.inForce}</h3>`;
    if (fault !== null)
      return html`${heading}
        <p>${trust.notInForce}</p>`;
    if (inForce === null) return heading;
    if (inForce.keys.length === 0)
      return html`${heading}
        <p>${trust.none}</p>`;
    return html`${heading}
      <ul class="ring" aria-labelledby="in-force">
        ${inForce.keys.map((entry, index) => this.entry(entry, index, index >= inForce.builtIn))}
      </ul>`;
  }

  private entry(entry: RingEntry, index: number, own: boolean): TemplateResult {
    const words = this.w.trust.entry;
    return html`<li data-ring-key=${entry.fingerprint_sha256_hex} data-own=${own}>
      <p>
        ${entry.key_id === null ? words.noName : quoted(entry.key_id)}
        <span class="aside">${own ? words.own : words.builtIn}</span>
      </p>
      <dl class="facts">
        ${fact(words.status, html`<b>${this.w.report.keyStatus[entry.status]}</b>`)}
        ${fact(words.window, this.window(entry))}
        ${fact(words.fingerprint, quoted(entry.fingerprint_sha256_hex))}
        ${fact(words.source, quoted(entry.source))}
        ${entry.note === null ? nothing : fact(words.note, quoted(entry.note))}
      </dl>
      ${
        own
          ? html`<button
              type="button"
              class="quiet"
              data-action="remove-key"
              @click=${() => this.takeAway(entry)}
            >
              ${words.remove}<span class="unseen">${words.removeOf(index + 1)}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  private window({ valid_from: from, valid_until: until }: RingEntry): TemplateResult | string {
    const words = this.w.trust.entry;
    if (from === null && until === null) return words.always;
    const text = from === null ? words.until : until === null ? words.from : words.between;
    return fill(text, { from: quoted(from ?? ""), until: quoted(until ?? "") });
  }

  private toggled(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.later();
  }

  private ticked(event: Event): void {
    this.builtInKeys = (event.target as HTMLInputElement).checked;
    this.tell();
  }

  private dated(event: Event): void {
    this.at = (event.target as HTMLInputElement).value.trim();
    this.later();
  }

  private later(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), REST);
  }

  /** Adds the keys of a file to the reader's own, when the verifier takes them. */
  private async chosenFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file === undefined) return;
    this.refused = null;
    this.said = "";
    try {
      const text = (await file.text()).trim();
      const added = keysIn(text);
      await keyRing({ trustKeys: added });
      this.write([...keysIn(this.text), text]);
      this.said = this.w.trust.imported;
    } catch (error) {
      this.refused = this.w.trust.importFailed(this.worded(error).message);
    }
    // So that choosing the same file once more is a change again.
    input.value = "";
  }

  /** Takes one of the reader's own keys out of what the reader gave, and leaves the rest as it was written. */
  private async takeAway(entry: RingEntry): Promise<void> {
    const kept: string[] = [];
    for (const text of keysIn(this.text)) {
      const ring = await ringOf({ trustKeys: [text], builtInKeys: false });
      const others = ring.keys.filter((key) => JSON.stringify(key) !== JSON.stringify(entry));
      if (others.length === ring.keys.length) kept.push(text);
      else if (others.length > 0) kept.push(JSON.stringify({ ...ring, keys: others }));
    }
    this.write(kept);
    this.said = this.w.trust.removed;
    await this.updateComplete;
    this.querySelector<HTMLElement>("#trust-keys")?.focus();
  }

  /** Puts other keys into the field, and tells. */
  private write(keys: string[]): void {
    this.text = keys.join("\n");
    const area = this.querySelector<HTMLTextAreaElement>("#trust-keys");
    if (area !== null) area.value = this.text;
    this.tell();
  }

  /** The ring as it is chosen here, in a file that this box and the command line take. */
  private async exported(): Promise<void> {
    try {
      save(await keyRing(this.chosen()), "ring");
      this.said = this.w.trust.exported;
    } catch (error) {
      this.said = this.w.trust.exportFailed(this.worded(error).message);
    }
  }

  private chosen(): Trust {
    const { builtInKeys, at } = this;
    return { trustKeys: keysIn(this.text), builtInKeys, ...(at === "" ? {} : { at }) };
  }

  /** Finds out which keys are in force now, or what is wrong with the choice. */
  private async look(): Promise<void> {
    const choice = (this.choice += 1);
    const chosen = this.chosen();
    try {
      const [all, own] = await Promise.all([
        ringOf(chosen),
        ringOf({ trustKeys: [], builtInKeys: chosen.builtInKeys }),
      ]);
      if (choice !== this.choice) return;
      this.inForce = { keys: all.keys, builtIn: own.keys.length };
      this.fault = null;
    } catch (error) {
      // That the verifier failed says nothing about the keys.
      if (choice !== this.choice || error instanceof ToolError) return;
      this.inForce = null;
      this.fault = this.worded(error);
    }
  }

  private worded(error: unknown): Fault {
    return faultOf(error, this.w.trust.key);
  }

  private tell(): void {
    window.clearTimeout(this.timer);
    this.said = "";
    void this.look();
    const detail = this.chosen();
    this.dispatchEvent(new CustomEvent("pith-trust", { detail, bubbles: true }));
  }
}

/** The key ring that the options make. */
async function ringOf(options: Options): Promise<Ring> {
  return JSON.parse(await keyRing(options)) as Ring;
}
