import { LitElement } from "lit";

/**
 * An element that draws into itself and not into a shadow root. The page is one document to whoever
 * searches, prints, reads aloud, labels across elements or tests it, and one style sheet is all that
 * its content security policy has to allow.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
