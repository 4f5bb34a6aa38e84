// The entry: a page that loads it can use <pith-verifier> and <pith-badge>.
export type * from "../../element/pith-element.d.ts";

/** By this the page knows that the elements are on their way, whichever copy of this file was first. */
const KEY = Symbol.for("pith-verifier.elements");
const page = globalThis as unknown as Record<symbol, Promise<unknown> | undefined>;

// A second copy, of this version or of another one, defines nothing: a name can be defined only once, and a policy of
// Trusted Types can be made only once.
page[KEY] ??= import("./define.ts");
