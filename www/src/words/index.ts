// The language that the page speaks.
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";

export type { Catalogue } from "./catalogue.ts";

/** The languages, each by its own name. */
export const LANGUAGES = { en: "English" } as const;

export type Language = keyof typeof LANGUAGES;

const LOADERS: Record<Language, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(en),
};

let current: Catalogue = en;
const listeners = new Set<() => void>();

/** The words of the language that is spoken. */
export function words(): Catalogue {
  return current;
}

/** Calls `listener` whenever another language is spoken; returns how to stop that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Speaks another language. */
export async function speak(language: Language): Promise<void> {
  current = await LOADERS[language]();
  document.documentElement.lang = current.tag;
  for (const listener of listeners) listener();
}

/** The first of the browser's languages that the page has. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split("-")[0] as Language;
    if (language in LOADERS) return language;
  }
  return "en";
}
