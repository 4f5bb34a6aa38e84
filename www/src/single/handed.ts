// What one script of the single file leaves for the next.

/** What was unpacked for the page. */
export interface Unpacked {
  wasm: Uint8Array<ArrayBuffer>;
  worker: string;
}

interface Left {
  /** By the first script for the one that unpacks: all that is packed. */
  pithPacked?: Uint8Array<ArrayBuffer>;
  /** By the one that unpacks for the page. */
  pithUnpacked?: Unpacked;
}

export const left = globalThis as unknown as Left;

/** What was unpacked, for whoever comes first. */
export function taken(): Unpacked {
  const { pithUnpacked } = left;
  if (pithUnpacked === undefined) throw new Error("nothing was unpacked");
  delete left.pithUnpacked;
  return pithUnpacked;
}
