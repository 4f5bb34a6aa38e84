import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { outcomeIcon } from "../elements/icons.ts";
import { quoted } from "../elements/pith-text.ts";
import type { Check } from "../report.ts";
import { Example } from "./example.ts";
import { check, makeKey, type OwnKey, sign, type Signature } from "./signed-event.ts";

/**
 * A text that the reader signs with a key made in the browser; the verifier checks the signature as the text
 * changes.
 *
 * @attr data-signature - on what was found: the outcome of the check, or `unable` where no key can be made
 */
@customElement("pith-step-signing")
export class PithStepSigning extends Example {
  protected readonly name = "signing";
  @state() private text = "";
  @state() private key: OwnKey | null | undefined;
  @state() private signature: Signature | null = null;
  @state() private check: Check | null = null;

  protected get heading(): string {
    return this.w.help.signature.own;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = this.w.help.signature.text_at_first;
    const { text } = this;
    void this.find(
      async () => {
        const key = await makeKey();
        return key === null ? null : await signed(text, key);
      },
      (found) => {
        this.key = found === null ? null : found.signature.key;
        if (found !== null) this.show(found);
      },
    );
  }

  protected body(): TemplateResult {
    const w = this.w.help.signature;
    const { key, signature } = this;
    if (key === null) return html`<p class="finding" data-signature="unable">${w.unable}</p>`;
    if (key === undefined || signature === null) return html`<p class="aside">${this.w.help.working}</p>`;
    return html`<p class="aside">${w.made}</p>
      <p class="field">
        <label for="own-text">${w.label}</label>
        <textarea
          id="own-text"
          rows="2"
          dir="auto"
          spellcheck="false"
          autocomplete="off"
          .value=${this.text}
          @input=${this.typed}
        ></textarea>
      </p>
      <p class="buttons">
        <button type="button" class="button" data-action="sign" @click=${this.sign}>${w.sign}</button>
      </p>
      ${
        this.check === null
          ? nothing
          : html`<p class="finding with-icon" data-signature=${this.check.outcome}>
              ${outcomeIcon(this.check.outcome)} <span>${this.sentence(this.check)}</span>
            </p>`
      }
      <dl class="facts" data-varies>
        ${fact(w.key, quoted(key.hex))} ${fact(w.signed, quoted(signature.sha256))}
        ${fact(w.signature, quoted(signature.base64))}
      </dl>`;
  }

  private sentence({ outcome }: Check): string {
    const w = this.w.help.signature;
    return outcome === "passed" ? w.holds : w.fails;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    const { text, signature } = this;
    if (signature === null) return;
    void this.find(
      () => outcome(text, signature),
      (found) => {
        this.check = found;
        this.say(this.sentence(found));
      },
    );
  }

  private async sign(): Promise<void> {
    const { text, key } = this;
    if (!key) return;
    await this.find(
      () => signed(text, key),
      (found) => {
        this.show(found);
        this.say(this.sentence(found.check));
      },
    );
  }

  private show({ signature, check }: Signed): void {
    this.signature = signature;
    this.check = check;
  }
}

/** A signature, and what the verifier says of it. */
interface Signed {
  signature: Signature;
  check: Check;
}

async function signed(text: string, key: OwnKey): Promise<Signed> {
  const signature = await sign(text, key);
  return { signature, check: await outcome(text, signature) };
}

/** What the verifier says of the signature. */
async function outcome(text: string, signature: Signature): Promise<Check> {
  const { checks } = await check(text, signature);
  const found = checks.find(({ name }) => name === "event.signature");
  if (found === undefined) throw new Error("no signature was checked");
  return found;
}
