// Code that a first verdict does not wait for. It is asked for as soon as the verifier has time for it, whatever the reader
// does: later the page asks for nothing.
import { atEase } from "../verify.ts";

/** What stands below a verdict, or below the place for documents. */
export const laterCode = atEase.then(() => import("./later.ts"));
/** The batch desk, which not every reader needs. */
export const deskCode = atEase.then(() => import("../desk/pith-desk.ts"));

/** Resolves when all has come, or has turned out not to come. */
export const allCode = Promise.allSettled([laterCode, deskCode]);
