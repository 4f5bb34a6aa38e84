// Texts in a picture: how wide they are, and how they are broken into lines, which SVG does not do.

/** How a text is set. */
export interface Type {
  size: number;
  weight: 400 | 600;
  family: "sans" | "mono";
}

/** The width of a text in pixels. */
export type Measure = (text: string, type: Type) => number;

/** The family of fonts by which a picture that is saved names each of the two. */
export const GENERIC = { sans: "sans-serif", mono: "monospace" } as const;

/**
 * Measures with the fonts of the page and with those of a saved picture, and takes the wider: the same layout
 * serves both.
 */
export function measure(fonts: Record<Type["family"], string>): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, { size, weight, family }) => {
    const key = `${weight} ${size} ${family} ${text}`;
    const found = known.get(key);
    if (found !== undefined || context === null) return found ?? text.length * size;
    const widths = [fonts[family], GENERIC[family]].map((name) => {
      context.font = `${weight} ${size}px ${name}`;
      return context.measureText(text).width;
    });
    const width = Math.ceil(Math.max(...widths));
    known.set(key, width);
    return width;
  };
}

/** Longer than any text that is set in a picture: what follows is not looked at. */
const LONGEST = 500;

/** A text in at most so many lines, each of which fits. What is too long is cut, and ends in `…`. */
export function lines(text: string, most: number, fits: (line: string) => boolean): string[] {
  if (text === "") return [];
  if (text.length <= LONGEST && fits(text)) return [text];
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const made: string[] = [];
  let rest = [...graphemes.segment(text.slice(0, LONGEST))].map(({ segment }) => segment);
  while (rest.length > 0) {
    const isLast = made.length === most - 1;
    let end = fitting(rest, fits);
    if (end < rest.length && isLast) {
      end = fitting(rest, (line) => fits(`${line}…`));
      return [...made, `${rest.slice(0, end).join("")}…`];
    }
    const space = rest.slice(0, end + 1).lastIndexOf(" ");
    if (end < rest.length && space > 0) end = space;
    made.push(rest.slice(0, end).join(""));
    rest = rest.slice(rest[end] === " " ? end + 1 : end);
  }
  return made;
}

/** How many characters from the first fit in a line; one always does. */
function fitting(characters: string[], fits: (line: string) => boolean): number {
  let [fit, over] = [1, characters.length + 1];
  while (over - fit > 1) {
    const middle = (fit + over) >> 1;
    if (fits(characters.slice(0, middle).join(""))) fit = middle;
    else over = middle;
  }
  return fit;
}
