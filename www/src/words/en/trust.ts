// The key ring: which keys establish a signer.
import { counted } from "./counted.ts";

export const trust = {
  title: "Keys to trust",
  about:
    "A signature shows that the holder of some key signed. Whose key it is, only you can say, by naming keys that you know from elsewhere. The registry’s key is built into this page.",
  inForce: "Keys in force",
  inForceIs: (keys: number) => `${counted(keys, "key")} in force`,
  none: "No key is in force, so no signature can say who signed.",
  notInForce: "No key is in force until what is wrong below is put right.",
  entry: {
    noName: "A key without an identifier",
    builtIn: "built in",
    own: "your own",
    status: "Status",
    window: "Counts",
    always: "at any time",
    /** From and until when; `{from}` is inside, `{until}` outside. */
    from: "from {from}",
    until: "until {until}",
    between: "from {from} until {until}",
    fingerprint: "Fingerprint",
    source: "Known from",
    note: "Note",
    remove: "Remove",
    removeOf: (key: number) => `: key ${key}`,
  },
  removed: "The key was removed.",
  builtIn: "Trust the built-in key of the registry",
  keys: "Your own keys",
  keysHint:
    "64 hexadecimal digits to a line, or the JSON of a key, of a mirror manifest, or of a key ring. What stands here counts at once.",
  keysFailed: (problem: string) => `This was not taken, and nothing is checked with it: ${problem}`,
  /** A key by its place in the field. */
  key: (number: number) => `key ${number}`,
  import: "Add a key ring from a file",
  importFailed: (problem: string) => `Nothing was added from this file: ${problem}`,
  imported: "Added.",
  at: "When the document existed, as you know it",
  atHint:
    "For keys that are retired or count only for a time. Date and time in UTC, such as 2026-06-01T00:00:00Z. Leave it empty if you do not know.",
  atFailed: (problem: string) => `This time was not taken, and nothing is checked with it: ${problem}`,
  export: "Save this key ring",
  exportHint: "A file that this page and the command line take again.",
  exported: "Saved as pith-key-ring.json.",
  exportFailed: (problem: string) => `It was not saved: ${problem}`,
};
