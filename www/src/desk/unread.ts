// Why there is no verdict on something that was handed over.

/** Why something was not read to its end. */
export type UnreadReason =
  /** The browser could not read it: gone, changed or locked. */
  | "file.unreadable"
  /** Longer than a document may be. */
  | "file.too_large"
  /** Reading took too long. */
  | "file.timeout"
  /** A timestamp proof, which is nothing without its document. */
  | "file.proof"
  /** The list of an archive's contents makes no sense. */
  | "archive.unreadable"
  /** A member is not what the list of contents says it is. */
  | "archive.damaged"
  | "archive.encrypted"
  /** Compressed in a way that browsers have no program for. */
  | "archive.method"
  /** An archive, or a file of many documents, inside an archive. */
  | "archive.nested";

/** Why there is no verdict. With `tool.` the verifier failed: that says nothing about the document. */
export type Failure = UnreadReason | "tool.stopped" | "tool.timeout" | "tool.disagrees";

/** Something was not read to its end. */
export class Unread extends Error {
  override name = "Unread";

  constructor(readonly reason: UnreadReason) {
    super(reason);
  }
}
