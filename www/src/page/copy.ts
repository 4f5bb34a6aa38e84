import { html, type TemplateResult } from "lit";

/** What is said before and after copying. */
interface CopyWords {
  copy: string;
  copied: string;
  notCopied: string;
}

/** A button that copies a text, and beside it whether that went well. */
export function copy(text: string, words: CopyWords): TemplateResult {
  return html`<button
      type="button"
      class="quiet"
      data-action="copy"
      @click=${(event: Event) => void put(text, words, event.currentTarget as HTMLElement)}
    >
      ${words.copy}</button
    ><span class="said" role="status"></span>`;
}

async function put(text: string, words: CopyWords, button: HTMLElement): Promise<void> {
  let said = words.copied;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = words.notCopied;
  }
  const status = button.nextElementSibling;
  if (status !== null) status.textContent = said;
}
