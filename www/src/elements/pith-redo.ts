import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fill } from "../words/fill.ts";
import { redoWords } from "../words/sentences.ts";
import type { Redo } from "../report.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";
import "./pith-copy.ts";
import { quoted } from "./pith-text.ts";

/**
 * Commands that redo one check without this page, each with what it prints when the check holds. They are drawn
 * when they are unfolded.
 *
 * @property commands - the commands of one check
 * @attr data-tool - on each command: the program that it needs
 */
@customElement("pith-redo")
export class PithRedo extends LightElement {
  @property({ attribute: false }) commands: Redo[] = [];
  @state() private open = false;

  protected override render(): TemplateResult | typeof nothing {
    if (this.commands.length === 0) return nothing;
    const w = this.w.elements.redo;
    return html`<details class="fold redo" ?open=${this.open} @toggle=${this.toggled}>
      <summary>${w.title}</summary>
      <div class="folded">
        ${
          this.open
            ? html`<p class="aside">${fill(w.about, { file: html`<code>document.json</code>` })}</p>
                ${this.commands.map((command) => this.command(command))}`
            : nothing
        }
      </div>
    </details>`;
  }

  private command(redo: Redo): TemplateResult {
    const { tool, command, prints } = redo;
    const label = redoWords(this.w, redo);
    const { elements, evidence } = this.w;
    const w = elements.redo;
    return html`<div class="command" data-tool=${tool}>
      <p>${fill(w.tool, { tool: html`<b><code>${tool}</code></b>`, label })}</p>
      <div class="line">
        <pre tabindex="0" role="group" aria-label=${`${tool}: ${label}`}><code>${lines(command)}</code></pre>
        <pith-copy .text=${command} label=${evidence.copy.command}></pith-copy>
      </div>
      <p class="prints">${fill(w.prints, { text: quoted(prints) })}</p>
    </div>`;
  }

  private toggled(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }
}

/** A command of several lines, each made visible by itself. */
function lines(command: string): string {
  return command.split("\n").map(visible).join("\n");
}
