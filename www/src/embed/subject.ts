// Which paper the page around an element is about, by what the page says of itself.
import type { Field, TextMatch } from "../report.ts";
import { addresses } from "../verify.ts";
import type { PithSubjectWord } from "../../element/pith-element.d.ts";

/** Where in a page an identifier stands. */
export type Where = "doi" | "number" | "citation_doi" | "citation_arxiv_id" | "dc.identifier";

/** An identifier that the page names. `field` is as what it can be compared; nothing when it is of no known kind. */
export interface Named {
  where: Where;
  text: string;
  field: Field | null;
}

/** How a document compares with one of them. */
export interface Compared extends Named {
  /** `null`: it is of no kind that can be compared. */
  match: TextMatch | null;
  /** Why it could not be compared. */
  problem?: string;
}

const METAS: ReadonlySet<string> = new Set<Where>(["citation_doi", "citation_arxiv_id", "dc.identifier"]);

/** So many identifiers are compared; a page about one paper names fewer. */
const MOST = 16;

/** A longer text is no identifier. */
const LONGEST = 500;

/**
 * What the page names: `number` and `doi` of the element and, without that `doi`, the page's own meta tags, in its
 * order, each once.
 */
export async function named(number: string, doi: string): Promise<Named[]> {
  const found: { where: Where; text: string }[] = [];
  if (number !== "") found.push({ where: "number", text: number });
  if (doi !== "") found.push({ where: "doi", text: doi });
  else {
    for (const { name, content } of document.querySelectorAll<HTMLMetaElement>("meta[name][content]")) {
      const where = name.toLowerCase();
      const text = content.trim();
      if (METAS.has(where) && text !== "" && text.length <= LONGEST)
        found.push({ where: where as Where, text });
    }
  }
  const all = new Map(found.map((each) => [`${each.where} ${each.text}`, each]));
  return Promise.all(
    [...all.values()].slice(0, MOST).map(async ({ where, text }) => {
      if (where === "doi" || where === "citation_doi") return { where, text, field: "doi" as const };
      if (where === "citation_arxiv_id") return { where, text, field: "arxiv" as const };
      // Whatever is meant, by its form.
      return { where, text, field: (await addresses(text)).field };
    }),
  );
}

/** The word for all of them together. */
export function wordOf(compared: Compared[]): PithSubjectWord {
  const outcomes = new Set(compared.flatMap(({ match }) => match?.outcome ?? []));
  for (const word of ["differs", "near_miss", "matches", "not_comparable"] as const) {
    if (outcomes.has(word)) return word;
  }
  return "none";
}
