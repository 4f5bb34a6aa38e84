// For a page that shows embed.html in a frame: gives each `<iframe data-pith-embed>` the height that it asks for. It has
// no dependency, and changes nothing but that height.
import { isSizeMessage } from "./protocol.ts";

/** A frame gets no less than this, in CSS pixels, so that it can be seen. */
const LEAST = 64;

/** And no more than this, unless `data-pith-most` says otherwise: whatever is in the frame cannot push the page away. */
const MOST = 20_000;

window.addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
  if (!isSizeMessage(data)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-pith-embed]")) {
    if (frame.contentWindow !== source || source === null || origin !== originOf(frame)) continue;
    const most = Number(frame.dataset["pithMost"]) || MOST;
    frame.style.height = `${Math.ceil(Math.min(Math.max(data.height, LEAST), most))}px`;
  }
});

/** The origin that the frame was given: none of its own, written `null`, where it is in a sandbox without one. */
function originOf(frame: HTMLIFrameElement): string {
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : new URL(frame.src, document.baseURI).origin;
}
