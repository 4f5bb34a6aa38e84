// Drawing in turns. A report can have thousands of elements; drawn in one go they would hold up scrolling and typing.

/** Milliseconds of drawing after which everything else has its turn. */
const SLICE = 8;
/** Milliseconds after which the next turn comes without a frame: a page that is not looked at has none. */
const NO_FRAME = 100;

/** Those who wait to draw, in the order in which they asked. */
const waiting: (() => void)[] = [];
/** How many results are being drawn in turns. Changes of what stands on the page are drawn at once. */
let results = 0;
/** When this turn began; null when none has. */
let began: number | null = null;
/** Whether the next turn is on its way, and whether somebody draws. */
let [coming, running] = [false, false];

/** Has everything that is drawn from now on drawn in turns; resolves when all of it is. */
export async function inTurns(): Promise<void> {
  results += 1;
  // What came has been read in this task; drawing it begins in another.
  began = Number.NEGATIVE_INFINITY;
  come();
  do await new Promise((resolve) => setTimeout(resolve));
  while (waiting.length > 0);
  results -= 1;
}

/** Resolves when it is the caller's turn to draw, which it does at once. */
export function turn(): Promise<void> {
  if (results === 0) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    void run();
  });
}

/** Lets one after the other draw while something is left of this turn. */
async function run(): Promise<void> {
  if (running) return;
  running = true;
  while (waiting.length > 0) {
    began ??= performance.now();
    come();
    if (performance.now() - began >= SLICE) break;
    waiting.shift()?.();
    // Whoever waited draws before this goes on.
    await null;
  }
  running = false;
}

/** Lets the next turn come after a frame, which lays out what this one drew: else one task would lay out all of it. */
function come(): void {
  if (coming) return;
  coming = true;
  void laidOut().then(() => {
    coming = false;
    began = null;
    void run();
  });
}

/** Resolves in a task of its own, after what has been drawn until now was laid out. */
export function laidOut(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const next = () => port2.postMessage(null);
    const frame = requestAnimationFrame(next);
    const timer = setTimeout(next, NO_FRAME);
    port1.onmessage = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      port1.close();
      resolve();
    };
  });
}
