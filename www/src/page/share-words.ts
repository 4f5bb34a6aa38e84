import { messageOf } from "../errors.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { MOST_BYTES, MOST_CHARACTERS, ShareError } from "./share.ts";

/** Why a link that was opened gives no document. */
export function linkFault(error: unknown, w: Catalogue): string {
  if (!(error instanceof ShareError)) return w.page.error.notRead(messageOf(error));
  const { fault } = error;
  const words = w.share.fault;
  switch (fault.why) {
    case "tooLong":
      return words.tooLong(fault.characters, MOST_CHARACTERS);
    case "version":
    case "encoding":
    case "damaged":
      return words[fault.why];
    default:
      return words.tooLarge(MOST_BYTES);
  }
}
