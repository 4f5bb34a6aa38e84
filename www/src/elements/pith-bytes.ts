import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fill } from "../words/fill.ts";
import type { Hashed } from "../report.ts";
import { visible } from "../verify.ts";
import { digits } from "./digits.ts";
import { download } from "./download.ts";
import { fact } from "./fact.ts";
import { LightElement } from "./light-element.ts";
import { copy } from "./pith-copy.ts";
import { place, quoted } from "./pith-text.ts";
import { hex, hexOfByte } from "../bytes.ts";
import { messageOf } from "../errors.ts";

/** How many bytes are drawn at once, whatever their number. */
const WINDOW = 4096;

/** How many bytes stand in a line of the hexadecimal form. */
const LINE = 16;

/** What asks for the bytes that were hashed. Whoever has the document at hand answers. */
export interface BytesAsked {
  hashed: Hashed;
  /** The bytes, given by whoever answers. */
  answer?: Promise<Uint8Array<ArrayBuffer>>;
}

/** The bytes: not asked for, on their way, here, or not to be had. */
type Had =
  | { as: "nothing" }
  | { as: "asked" }
  | { as: "bytes"; bytes: Uint8Array<ArrayBuffer> }
  | { as: "failed"; why: string };

/**
 * What was hashed: how many bytes of what, their SHA-256, and on demand the bytes themselves, as text and in
 * hexadecimal, of which never more than a window of 4 KB is drawn.
 *
 * @property hashed - what was hashed, as the report has it
 * @fires pith-bytes - the bytes are wanted; `detail` is {@link BytesAsked}, whose `answer` the listener sets
 * @attr data-bytes - on the fold: the SHA-256 that the report states
 * @attr data-form, data-from, data-to - on the bytes that are drawn: `text` or `hex`, and which ones, `to` excluded
 */
@customElement("pith-bytes")
export class PithBytes extends LightElement {
  @property({ attribute: false }) hashed!: Hashed;
  @state() private had: Had = { as: "nothing" };
  @state() private form: "text" | "hex" = "text";
  @state() private from = 0;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("hashed")) return;
    this.had = { as: "nothing" };
    this.from = 0;
  }

  protected override render(): TemplateResult {
    const { hashed } = this;
    const w = this.w.evidence;
    return html`<dl class="facts">
        ${fact(w.bytes.hashed, this.about())}
        ${fact(w.bytes.sha256, html`${digits(hashed.sha256)} ${copy(hashed.sha256, w.copy.sha256)}`)}
      </dl>
      <details
        class="fold"
        data-bytes=${hashed.sha256}
        ?open=${this.had.as !== "nothing"}
        @toggle=${this.toggled}
      >
        <summary>${w.bytes.show}</summary>
        <div class="folded">${this.body()}</div>
      </details>`;
  }

  private about(): TemplateResult {
    const { pointer, without, within, bytes } = this.hashed;
    const w = this.w.evidence.bytes;
    const at = place(pointer);
    if (within !== null) return fill(w.within(bytes), { place: at, text: quoted(within) });
    if (without.length === 0) return fill(w.canonical(bytes), { place: at });
    const members = html`${without.map((member, index) => html`${index === 0 ? "" : ", "}${quoted(member)}`)}`;
    return fill(w.without(bytes), { place: at, members });
  }

  private body(): TemplateResult | typeof nothing {
    const { had } = this;
    const w = this.w.evidence.bytes;
    switch (had.as) {
      case "nothing":
        return nothing;
      case "asked":
        return html`<p class="aside" role="status">${w.asked}</p>`;
      case "failed":
        return html`<p class="error" role="status">${w.failed(had.why)}</p>`;
      case "bytes":
        return this.window(had.bytes);
    }
  }

  private window(bytes: Uint8Array<ArrayBuffer>): TemplateResult {
    const { form } = this;
    const { bytes: w, copy: labels } = this.w.evidence;
    const from = form === "hex" ? this.from : characterStart(bytes, this.from);
    const end = Math.min(bytes.length, this.from + WINDOW);
    const to = form === "hex" ? end : characterStart(bytes, end);
    const many = bytes.length > WINDOW;
    const choice = (each: "text" | "hex") =>
      html`<button
        type="button"
        class="button"
        data-action="bytes-${each}"
        aria-pressed=${form === each}
        @click=${() => (this.form = each)}
      >
        ${w[each]}
      </button>`;
    return html`<div class="forms" role="group" aria-label=${w.form}>${choice("text")}${choice("hex")}</div>
      <p class="aside" role="status">${many ? w.range(from, to - 1, bytes.length) : w.whole(bytes.length)}</p>
      ${
        form === "hex"
          ? html`<pre
              class="dump"
              data-form="hex"
              data-from=${from}
              data-to=${to}
              tabindex="0"
              role="group"
              aria-label=${w.dump}
            >
${dump(bytes, from, to)}</pre>`
          : html`<div
              class="quoted"
              data-whole
              data-form="text"
              data-from=${from}
              data-to=${to}
              tabindex="0"
              role="group"
              aria-label=${w.show}
            >
              <bdi dir="ltr" lang="">${visible(textOf(bytes.subarray(from, to)))}</bdi>
            </div>`
      }
      <p class="actions">
        ${
          many
            ? html`<button
                  type="button"
                  class="quiet"
                  data-action="bytes-previous"
                  aria-disabled=${this.from === 0}
                  @click=${() => this.move(this.from - WINDOW)}
                >
                  ${w.previous}
                </button>
                <button
                  type="button"
                  class="quiet"
                  data-action="bytes-next"
                  aria-disabled=${end === bytes.length}
                  @click=${() => this.move(end)}
                >
                  ${w.next}
                </button>`
            : nothing
        }
        <pith-copy
          named
          .text=${() => (form === "hex" ? hex(bytes) : textOf(bytes))}
          label=${labels[form]}
        ></pith-copy>
        <button type="button" class="quiet" data-action="bytes-save" @click=${() => this.save(bytes)}>
          ${w.save}
        </button>
      </p>`;
  }

  /** Shows the window that starts there, if there is one. A button that leads nowhere keeps the focus. */
  private move(from: number): void {
    if (from < 0 || this.had.as !== "bytes" || from >= this.had.bytes.length) return;
    this.from = from;
    this.querySelector("[data-form]")?.scrollTo(0, 0);
  }

  /** Asks for the bytes when they are to be seen, and lets go of them when they are not. */
  private async toggled(event: Event): Promise<void> {
    const { open } = event.target as HTMLDetailsElement;
    if (!open) this.had = { as: "nothing" };
    else if (this.had.as === "nothing") await this.ask();
  }

  private async ask(): Promise<void> {
    const { hashed } = this;
    const detail: BytesAsked = { hashed };
    this.had = { as: "asked" };
    this.dispatchEvent(new CustomEvent("pith-bytes", { detail, bubbles: true }));
    let had: Had;
    try {
      const bytes = await detail.answer;
      had =
        bytes === undefined ? { as: "failed", why: this.w.evidence.bytes.nobody } : { as: "bytes", bytes };
    } catch (error) {
      had = { as: "failed", why: messageOf(error) };
    }
    // Meanwhile the fold may have been closed, or another document been checked.
    if (hashed === this.hashed && this.had.as === "asked") this.had = had;
  }

  private save(bytes: Uint8Array<ArrayBuffer>): void {
    // A text by its name, for it is one, and bytes by its type, so that no browser changes them.
    const content = new Blob([bytes], { type: "application/octet-stream" });
    download(content, `hashed-${this.hashed.sha256.slice(0, 16)}.txt`);
  }
}

/** The text that the bytes are in UTF-8, which is what is hashed of any document. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** The nearest index at or before `index` that does not cut a character of UTF-8 in two. */
function characterStart(bytes: Uint8Array, index: number): number {
  let at = index;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** Lines of offset, bytes, and the same as ASCII, with a point for what is no printable character of it. */
function dump(bytes: Uint8Array, from: number, to: number): string {
  const lines: string[] = [];
  for (let at = from; at < to; at += LINE) {
    const line = bytes.subarray(at, Math.min(at + LINE, to));
    const half = (start: number) => Array.from(line.subarray(start, start + LINE / 2), hexOfByte).join(" ");
    const ascii = Array.from(line, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "."));
    const offset = at.toString(16).padStart(8, "0");
    lines.push(`${offset}  ${`${half(0)}  ${half(LINE / 2)}`.padEnd(3 * LINE)}  ${ascii.join("")}`);
  }
  return lines.join("\n");
}
