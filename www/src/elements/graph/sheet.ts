// The picture as a file of its own: with the colours it has on the page, and without anything that only the
// page understands. Texts stay text nodes; nothing is named that would have to be fetched.
import { lines, GENERIC, type Measure, type Type } from "./lines.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Around the picture. */
const MARGIN = 24;
/** A narrow picture has a wider sheet, for the lines at its head. */
const NARROWEST = 360;
/** Pixels of the PNG for one of the page. */
const SHARPNESS = 2;

const HEADING: Type = { size: 18, weight: 600, family: "sans" };
const HEAD: Type = { size: 13, weight: 400, family: "sans" };

/** What a saved shape or text needs of how it looks. */
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
] as const;

/** What stands around the picture: its title, lines at its head, and its links in words. */
export interface Caption {
  title: string;
  head: string[];
  links: string[];
}

/** An SVG file. */
export interface Sheet {
  text: string;
  width: number;
  height: number;
}

/** The picture that is drawn on the page, as a file. */
export function asSvg(drawn: SVGSVGElement, measure: Measure, { title, head, links }: Caption): Sheet {
  const width = Math.max(NARROWEST, drawn.width.baseVal.value) + 2 * MARGIN;
  // On somebody else's page the paper is that of the element, not that of the page.
  const paper = getComputedStyle(drawn.closest(".pith") ?? document.body);
  let y = MARGIN;
  const set = (text: string, type: Type): SVGElement[] =>
    lines(text, 6, (line) => measure(line, type) <= width - 2 * MARGIN).map((line) => {
      y += Math.ceil(type.size * 1.4);
      const looks = {
        fill: paper.color,
        "font-family": GENERIC.sans,
        "font-size": type.size,
        "font-weight": type.weight,
      };
      return made("text", { x: MARGIN, y, ...looks }, line);
    });
  const heading = set(title, HEADING);
  const said = head.flatMap((text) => set(text, HEAD));
  y += MARGIN;
  const height = y + drawn.height.baseVal.value + MARGIN;
  const sheet = made("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  // Several spaces in a text of the document are several.
  sheet.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  const picture = made("g", { transform: `translate(${MARGIN} ${y})` });
  picture.append(...[...drawn.children].flatMap(copied));
  sheet.append(
    made("title", {}, title),
    made("desc", {}, [...head, ...links].join("\n")),
    made("rect", { width, height, fill: paper.backgroundColor }),
    ...heading,
    ...said,
    picture,
  );
  return { text: `${new XMLSerializer().serializeToString(sheet)}\n`, width, height };
}

/** The same in pixels. */
export async function asPng({ text, width, height }: Sheet): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("there is no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("there is no PNG")) : resolve(blob)),
      "image/png",
    );
  });
}

function made(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** A copy of a drawn element that looks the same without the page's style sheet, or nothing if it shows nothing. */
function copied(element: Element): SVGElement[] {
  const style = getComputedStyle(element);
  if (style.display === "none") return [];
  const geometry = [...element.attributes].filter(({ name }) => GEOMETRY.has(name));
  const copy = made(element.localName, Object.fromEntries(geometry.map(({ name, value }) => [name, value])));
  if (element.localName === "text") {
    const isMono = element.classList.contains("mono");
    copy.setAttribute("font-family", isMono ? GENERIC.mono : GENERIC.sans);
    copy.setAttribute("unicode-bidi", "isolate");
    copy.textContent = element.textContent;
  } else if (element.localName === "title") {
    copy.textContent = element.textContent;
  } else {
    copy.append(...[...element.children].flatMap(copied));
  }
  if (!["g", "title"].includes(element.localName)) {
    for (const look of LOOKS) copy.setAttribute(look, style.getPropertyValue(look));
  }
  return [copy];
}

/** The attributes that say where a shape is and which form it has. */
const GEOMETRY: ReadonlySet<string> = new Set([
  "d",
  "x",
  "y",
  "width",
  "height",
  "rx",
  "cx",
  "cy",
  "r",
  "transform",
]);
