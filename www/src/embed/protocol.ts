// The one message that passes between a frame with embed.html in it and the page around that frame.

/** The frame tells how high it is. Nothing is told to the frame. */
export interface SizeMessage {
  type: "pith-embed-size";
  version: 1;
  /** Of all that it shows, in CSS pixels. */
  height: number;
}

/** Whether something is such a message, and nothing more. */
export function isSizeMessage(data: unknown): data is SizeMessage {
  if (typeof data !== "object" || data === null || Object.keys(data).length !== 3) return false;
  const { type, version, height } = data as Partial<Record<keyof SizeMessage, unknown>>;
  return (
    type === "pith-embed-size" &&
    version === 1 &&
    typeof height === "number" &&
    Number.isFinite(height) &&
    height >= 0
  );
}
