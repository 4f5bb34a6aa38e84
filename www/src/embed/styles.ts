// Style sheets of a shadow root, made by script: no policy for styles has to allow them.
import colours from "../elements/dark.css?inline";
import shadow from "./shadow.css?inline";

/** In which colours an element is drawn; by the reader's preference when nothing is said. */
export type Theme = "auto" | "light" | "dark";

const all = sheet(shadow);
const dark: Record<Theme, CSSStyleSheet[]> = {
  auto: [sheet(`@media screen and (prefers-color-scheme: dark) { ${colours} }`)],
  dark: [sheet(`@media screen { ${colours} }`)],
  light: [],
};

/** The sheets that a theme has. They are shared by all elements, for none changes one. */
export function sheets(theme: Theme): CSSStyleSheet[] {
  return [all, ...dark[theme]];
}

export function themeOf(text: string | null): Theme {
  return text === "light" || text === "dark" ? text : "auto";
}

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
