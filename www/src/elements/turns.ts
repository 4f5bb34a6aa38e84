// Drawing in turns. A report can have thousands of elements; drawn in one go they would hold up scrolling and typing.
import { nextTask } from "../task.ts";

/** Milliseconds of drawing after which everything else has its turn. */
const SLICE = 8;
/** Milliseconds after which the next turn comes without a frame: a page that is not looked at has none. */
const NO_FRAME = 100;

/** Those who wait to draw, in the order in which they asked. */
const waiting: (() => void)[] = [];
/** How many results are being drawn in turns. Changes of what stands on the page are drawn at once. */
let results = 0;
/** When this turn began; null between turns. */
let began: number | null = null;
/** Whether somebody draws. */
let running = false;

/** Has everything that is drawn from now on drawn in turns; resolves when all of it is. */
export async function inTurns(): Promise<void> {
  results += 1;
  // What came has been read in this task; drawing it begins in another.
  begin();
  began = Number.NEGATIVE_INFINITY;
  do await new Promise((resolve) => setTimeout(resolve));
  while (waiting.length > 0);
  results -= 1;
}

/** Resolves when it is the caller's turn to draw, which it does at once. Some do not wait for others. */
export function turn(isFirst: boolean): Promise<void> {
  if (results === 0) return Promise.resolve();
  return new Promise((resolve) => {
    if (isFirst) waiting.unshift(resolve);
    else waiting.push(resolve);
    void run();
  });
}

/** Lets one after the other draw while something is left of this turn. */
async function run(): Promise<void> {
  if (running) return;
  running = true;
  while (waiting.length > 0 && performance.now() - begin() < SLICE) {
    waiting.shift()?.();
    // Whoever waited draws before this goes on.
    await null;
  }
  running = false;
}

/**
 * Begins a turn unless one has begun, and says when it did. The next one comes after a frame, which lays out what this
 * one drew: else one task would lay out all of it.
 */
function begin(): number {
  if (began !== null) return began;
  void laidOut().then(() => {
    began = null;
    void run();
  });
  return (began = performance.now());
}

/** Resolves in a task of its own, after what has been drawn until now was laid out. */
export async function laidOut(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, NO_FRAME);
  });
  await nextTask();
}
