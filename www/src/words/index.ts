// The language that the page speaks.
import type { Catalogue } from "./catalogue.ts";
import { isLanguage, type Language, pageVoice, preferred } from "./voice.ts";

export type { Catalogue } from "./catalogue.ts";
export { type Language, LANGUAGES } from "./voice.ts";

/** Where the browser remembers which language a reader has chosen. */
const MEMORY = "pith-language";

/** The words of the language that the page speaks. */
export function words(): Catalogue {
  return pageVoice.words;
}

/** The language that the page speaks. */
export function language(): Language {
  return pageVoice.language;
}

/** Speaks another language. Rejects when its file cannot be loaded; then the page speaks on as before. */
export function speak(language: Language): Promise<void> {
  return pageVoice.speak(language, ({ tag, direction, page }) => {
    const { documentElement } = document;
    documentElement.lang = tag;
    documentElement.dir = direction;
    documentElement.dataset["language"] = tag;
    document.title = page.title;
  });
}

/** Remembers a reader's choice, as far as the browser allows it. */
export function remember(language: Language): void {
  try {
    localStorage.setItem(MEMORY, language);
  } catch {
    // Then it is asked again next time.
  }
}

function remembered(): Language | null {
  try {
    const language = localStorage.getItem(MEMORY) ?? "";
    return isLanguage(language) ? language : null;
  } catch {
    return null;
  }
}

/**
 * Resolves when the first language is spoken. It is asked for while the page loads, so that no request is
 * made later; where it does not come, the page speaks English.
 */
export const spoken: Promise<void> = speak(remembered() ?? preferred(navigator.languages)).catch(() =>
  speak("en"),
);
