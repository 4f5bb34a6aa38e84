import { LitElement } from "lit";
import type { Catalogue } from "../words/catalogue.ts";
import { pageVoice, type Voice, voiceAround } from "../words/voice.ts";
import { turn } from "./turns.ts";

/**
 * An element that draws into itself and not into a shadow root. The page is one document to whoever
 * searches, prints, reads aloud, labels across elements or tests it, and one style sheet is all that
 * its content security policy has to allow. On somebody else's page all of them stand in the shadow root of
 * one element, whose language they speak.
 */
export class LightElement extends LitElement {
  private voice: Voice = pageVoice;
  private forget: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.voice = voiceAround(this);
    this.forget = this.voice.onChange(() => this.requestUpdate());
    // It may have been drawn elsewhere, in another language.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await turn(this.isFirst);
    super.scheduleUpdate();
  }

  /** Whether it is drawn before others that wait for their turns: what takes an old result away. */
  protected get isFirst(): boolean {
    return false;
  }

  /** All words that the element shows. */
  protected get w(): Catalogue {
    return this.voice.words;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
