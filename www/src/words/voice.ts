// Who speaks which language. The page has one voice; an element on somebody else's page has a voice of its own, for
// everything in its shadow root.
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/first.ts";

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

/** The catalogue of a language. Rejects when its file cannot be loaded. */
export function catalogueIn(language: Language): Promise<Catalogue> {
  return LOADERS[language]();
}

/** What speaks one language at a time: English, until it is told to speak another. */
export class Voice<Words extends Catalogue = Catalogue> {
  /** The words of the language that is spoken. */
  words: Words;
  /** Counts what was asked for: only the latest language is spoken. */
  private asked = 0;
  private readonly listeners = new Set<() => void>();

  /**
   * @param load - gives the words of a language
   * @param english - makes the words of the catalogue of English
   */
  constructor(
    private readonly load: (language: Language) => Promise<Words>,
    english: (catalogue: Catalogue) => Words,
  ) {
    this.words = english(en);
  }

  /** The language that is spoken. */
  get language(): Language {
    return this.words.tag as Language;
  }

  /** Calls `listener` whenever another language is spoken; returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Speaks another language. Rejects when its file cannot be loaded; then it speaks on as before.
   *
   * @param begin - what is done between the change and the telling of it
   */
  async speak(language: Language, begin: (words: Words) => void = () => undefined): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const catalogue = await this.load(language);
    if (question !== this.asked) return;
    this.words = catalogue;
    begin(catalogue);
    for (const listener of this.listeners) listener();
  }
}

/** The voice of the page, for everything that stands in no shadow root with a voice of its own. */
export const pageVoice: Voice = new Voice(catalogueIn, (catalogue) => catalogue);

const voices = new WeakMap<Node, Voice>();

/** Gives a shadow root a voice of its own. */
export function giveVoice(root: ShadowRoot, voice: Voice): void {
  voices.set(root, voice);
}

/** The voice of the nearest shadow root around a node that has one, or else that of the page. */
export function voiceAround(node: Node): Voice {
  const root = node.getRootNode();
  if (!(root instanceof ShadowRoot)) return pageVoice;
  return voices.get(root) ?? voiceAround(root.host);
}

/** The first of some languages (BCP 47), in order of preference, that there is. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split("-")[0] ?? "";
    if (isLanguage(language)) return language;
  }
  return "en";
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}
