import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "../elements/light-element.ts";
import { type Language, language, LANGUAGES, remember, speak } from "../words/index.ts";

/**
 * The switch of languages: a list of the languages, each in its own name.
 *
 * @attr data-action="language" - on the list; its value is the language that is spoken
 */
@customElement("pith-language")
export class PithLanguage extends LightElement {
  /** Whether the language that was chosen last could not be loaded. */
  @state() private failed = false;

  protected override render(): TemplateResult {
    const w = this.w.page;
    return html`<label>
        <span class="unseen">${w.language}</span>
        <select data-action="language" autocomplete="off" @change=${this.chosen}>
          ${Object.entries(LANGUAGES).map(
            ([tag, name]) =>
              html`<option value=${tag} lang=${tag} .selected=${tag === language()}>${name}</option>`,
          )}
        </select>
      </label>
      <span role="status">${this.failed ? w.languageFailed : nothing}</span>`;
  }

  private async chosen(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const chosen = select.value as Language;
    try {
      await speak(chosen);
      remember(chosen);
      this.failed = false;
    } catch {
      select.value = language();
      this.failed = true;
    }
  }
}
