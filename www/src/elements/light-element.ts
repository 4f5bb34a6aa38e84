import { LitElement } from "lit";
import { type Catalogue, onLanguage, words } from "../words/index.ts";
import { turn } from "./turns.ts";

/**
 * An element that draws into itself and not into a shadow root. The page is one document to whoever
 * searches, prints, reads aloud, labels across elements or tests it, and one style sheet is all that
 * its content security policy has to allow.
 */
export class LightElement extends LitElement {
  private forget: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await turn();
    super.scheduleUpdate();
  }

  /** All words that the element shows. */
  protected get w(): Catalogue {
    return words();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
