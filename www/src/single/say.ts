// What a reader is told when the single file cannot be unpacked.
import { messageOf } from "../errors.ts";

/** Says in the place of the page why there is none. */
export function say(error: unknown): void {
  const place = document.getElementById("unpacking");
  if (place === null) return;
  place.textContent = `This file cannot be unpacked (${messageOf(error)}), so nothing is checked. It may be damaged or changed, or this browser too old. Take the file anew, and compare its SHA-256 with the one that was published with it.`;
  place.setAttribute("data-unpack-fault", "");
}
