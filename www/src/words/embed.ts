// The words of the elements on other people's pages, beside the catalogue, so that the page need not carry them.
import type { Catalogue, Like } from "./catalogue.ts";
import { embed as english } from "./en/embed.ts";
import { catalogueIn, type Language, Voice } from "./voice.ts";

/** What the elements say beside what the page says too. */
export type EmbedWords = Like<typeof english>;

/** All words of an element. */
export type EmbedCatalogue = Catalogue & { readonly embed: EmbedWords };

const LOADERS: Record<Language, () => Promise<EmbedWords>> = {
  en: () => Promise.resolve(english),
  de: () => import("./de/embed.ts").then(({ embed }) => embed),
  es: () => import("./es/embed.ts").then(({ embed }) => embed),
  zh: () => import("./zh/embed.ts").then(({ embed }) => embed),
  ja: () => import("./ja/embed.ts").then(({ embed }) => embed),
};

/** What an element speaks with. */
export class EmbedVoice extends Voice<EmbedCatalogue> {
  constructor() {
    super(
      async (language) => {
        const [catalogue, embed] = await Promise.all([catalogueIn(language), LOADERS[language]()]);
        return { ...catalogue, embed };
      },
      (catalogue) => ({ ...catalogue, embed: english }),
    );
  }
}
