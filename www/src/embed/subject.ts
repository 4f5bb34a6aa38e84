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
  /** `null`: it is of no kind that can be compared, or was not compared because there are too many. */
  match: TextMatch | null;
}

const METAS: ReadonlySet<string> = new Set<Where>(["citation_doi", "citation_arxiv_id", "dc.identifier"]);

/** So many identifiers are compared; a page about one paper names fewer. */
const MOST = 16;

/** A longer text is no identifier. */
const LONGEST = 500;

/** An identifier as it stands in the page. */
export type Given = Pick<Named, "where" | "text">;

/**
 * What the page names: `number` and `doi` of the element and, without that `doi`, the page's own meta tags, in its
 * order, each once.
 */
export function givenBy(number: string, doi: string): Given[] {
  const found: Given[] = [];
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
  return [...new Map(found.map((each) => [`${each.where} ${each.text}`, each])).values()];
}

/** As what they can be compared: the first of them. The others are of no known kind. */
export function named(given: Given[]): Promise<Named[]> {
  return Promise.all(
    given.map(async ({ where, text }, index) => {
      if (index >= MOST) return { where, text, field: null };
      if (where === "doi" || where === "citation_doi") return { where, text, field: "doi" as const };
      if (where === "citation_arxiv_id") return { where, text, field: "arxiv" as const };
      // Whatever is meant, by its form.
      return { where, text, field: (await addresses(text)).field };
    }),
  );
}

/** The word for all of them together. Where some were left out, nobody can say that all match. */
export function wordOf(compared: Compared[]): PithSubjectWord {
  const outcomes = new Set(compared.flatMap(({ match }) => match?.outcome ?? []));
  for (const word of ["differs", "near_miss", "matches", "not_comparable"] as const) {
    if (outcomes.has(word)) return word === "matches" && compared.length > MOST ? "not_comparable" : word;
  }
  return "none";
}
