// The language that the page speaks.
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";

export type { Catalogue } from "./catalogue.ts";

/** The languages, each by its own name. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  zh: "简体中文",
  ja: "日本語",
} as const;

export type Language = keyof typeof LANGUAGES;

/** Every language but English is a file of its own, loaded when it is wanted. */
const LOADERS: Record<Language, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(en),
  de: () => import("./de/index.ts").then(({ de }) => de),
  es: () => import("./es/index.ts").then(({ es }) => es),
  zh: () => import("./zh/index.ts").then(({ zh }) => zh),
  ja: () => import("./ja/index.ts").then(({ ja }) => ja),
};

/** Where the browser remembers which language a reader has chosen. */
const MEMORY = "pith-language";

let current: Catalogue = en;
/** Counts what was asked for: only the latest language is spoken. */
let asked = 0;
const listeners = new Set<() => void>();

/** The words of the language that is spoken. */
export function words(): Catalogue {
  return current;
}

/** The language that is spoken. */
export function language(): Language {
  return current.tag as Language;
}

/** Calls `listener` whenever another language is spoken; returns how to stop that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Speaks another language. Rejects when its file cannot be loaded; then the page speaks on as before. */
export async function speak(language: Language): Promise<void> {
  asked += 1;
  const question = asked;
  const catalogue = await LOADERS[language]();
  if (question !== asked) return;
  current = catalogue;
  const { documentElement } = document;
  documentElement.lang = current.tag;
  documentElement.dir = current.direction;
  documentElement.dataset["language"] = current.tag;
  document.title = current.page.title;
  for (const listener of listeners) listener();
}

/** Remembers a reader's choice, as far as the browser allows it. */
export function remember(language: Language): void {
  try {
    localStorage.setItem(MEMORY, language);
  } catch {
    // Then it is asked again next time.
  }
}

/** The first of the browser's languages that the page has. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split("-")[0] ?? "";
    if (isLanguage(language)) return language;
  }
  return "en";
}

function remembered(): Language | null {
  try {
    const language = localStorage.getItem(MEMORY) ?? "";
    return isLanguage(language) ? language : null;
  } catch {
    return null;
  }
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/**
 * Resolves when the first language is spoken. It is asked for while the page loads, so that no request is
 * made later; where it does not come, the page speaks English.
 */
export const spoken: Promise<void> = speak(remembered() ?? preferred(navigator.languages)).catch(() =>
  speak("en"),
);
