import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Redo } from "../report.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";
import { fill } from "../words/fill.ts";

/**
 * Commands that redo one check without this page, each with what it prints when the check holds.
 *
 * @property commands - the commands of one check
 */
@customElement("pith-redo")
export class PithRedo extends LightElement {
  @property({ attribute: false }) commands: Redo[] = [];
  /** Which command was copied, and whether that went well. */
  @state() private copied: { index: number; said: string } | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("commands")) this.copied = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.commands.length === 0) return nothing;
    const w = this.w.elements.redo;
    return html`<details class="redo">
      <summary>${w.title}</summary>
      <p class="aside">${fill(w.about, { file: html`<code>document.json</code>` })}</p>
      ${this.commands.map((command, index) => this.command(command, index))}
    </details>`;
  }

  private command(redo: Redo, index: number): TemplateResult {
    const w = this.w.elements.redo;
    const said = this.copied?.index === index ? this.copied.said : "";
    return html`<div class="command" data-tool=${redo.tool}>
      <p>${fill(w.tool, { tool: html`<b>${redo.tool}</b>`, label: redo.label })}</p>
      <pre tabindex="0"><code>${lines(redo.command)}</code></pre>
      <p>
        <button type="button" class="quiet" @click=${() => this.copy(redo, index)}>${w.copy}</button>
        <span role="status">${said}</span>
      </p>
      <p>${fill(w.prints, { text: quoted(redo.prints) })}</p>
    </div>`;
  }

  private async copy(redo: Redo, index: number): Promise<void> {
    let said = this.w.elements.redo.copied;
    try {
      await navigator.clipboard.writeText(redo.command);
    } catch {
      said = this.w.elements.redo.notCopied;
    }
    this.copied = { index, said };
  }
}

/** A command of several lines, each made visible by itself. */
function lines(command: string): string {
  return command.split("\n").map(visible).join("\n");
}
