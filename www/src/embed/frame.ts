// embed.html: one element in a page of its own, for sites that let no script of others in. What it shows stands after
// the # of its address, which browsers send to no server.
import "./define.ts";
import "./frame.css";
import { preferred } from "../words/voice.ts";
import type { SizeMessage } from "./protocol.ts";

/**
 * What an address may say of the element, by the names of its attributes. Neither a key nor another checker: whoever
 * makes a link could else have this site call their own document verified.
 */
const ATTRIBUTES = ["src", "number", "doi", "theme", "locale"] as const;

function show(): void {
  const given = new URLSearchParams(location.hash.slice(1));
  const element = document.createElement("pith-verifier");
  // The page of the same site.
  element.verifier = new URL("./", location.href).href;
  for (const name of ATTRIBUTES) {
    const value = given.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  element.link = given.get("d") ?? "";
  // Of the page around there is nothing to be known: the reader's language, unless the address names one.
  document.documentElement.lang = preferred([element.locale, ...navigator.languages]);
  const { theme } = element;
  document.documentElement.dataset["theme"] = theme;
  document.body.replaceChildren(element);
}

/** Tells whoever shows this page how high it is. There is no secret in it, so it does not matter who that is. */
function tell(): void {
  const { height } = document.documentElement.getBoundingClientRect();
  window.parent.postMessage({ type: "pith-embed-size", version: 1, height } satisfies SizeMessage, "*");
}

show();
window.addEventListener("hashchange", show);
if (window.parent !== window) new ResizeObserver(tell).observe(document.documentElement);
