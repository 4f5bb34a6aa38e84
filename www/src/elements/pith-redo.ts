import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Redo } from "../report.ts";
import { visible } from "../verify.ts";
import { LightElement } from "./light-element.ts";
import { quoted } from "./pith-text.ts";

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
    return html`<details class="redo">
      <summary>Redo it without this page</summary>
      <p class="aside">
        Save the document as <code>document.json</code>, open a terminal in the same folder, and run one of
        these. Nothing of the document stands in them but digests, keys, signatures and names of members.
      </p>
      ${this.commands.map((command, index) => this.command(command, index))}
    </details>`;
  }

  private command(redo: Redo, index: number): TemplateResult {
    const said = this.copied?.index === index ? this.copied.said : "";
    return html`<div class="command" data-tool=${redo.tool}>
      <p><b>${redo.tool}</b>: ${redo.label}</p>
      <pre tabindex="0"><code>${lines(redo.command)}</code></pre>
      <p>
        <button type="button" class="quiet" @click=${() => this.copy(redo, index)}>Copy the command</button>
        <span role="status">${said}</span>
      </p>
      <p>If the check holds it prints ${quoted(redo.prints)}</p>
    </div>`;
  }

  private async copy(redo: Redo, index: number): Promise<void> {
    let said = "Copied.";
    try {
      await navigator.clipboard.writeText(redo.command);
    } catch {
      said = "This browser did not allow copying: select the text and copy it.";
    }
    this.copied = { index, said };
  }
}

/** A command of several lines, each made visible by itself. */
function lines(command: string): string {
  return command.split("\n").map(visible).join("\n");
}
