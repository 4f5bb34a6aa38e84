// Drawing in turns. A report can have thousands of elements; drawn in one go they would hold up scrolling and typing.

/** Milliseconds of drawing after which everything else has its turn. */
const SLICE = 24;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
/** How many results are being drawn in turns. Changes of what stands on the page are drawn at once. */
let results = 0;
/** When the task that runs began to draw; null when none has. */
let began: number | null = null;
let posted = false;

channel.port1.onmessage = () => {
  posted = false;
  const next = waiting.shift();
  began = next === undefined ? null : performance.now();
  if (next === undefined) return;
  post();
  next();
};

/** Has everything that is drawn from now on drawn in turns; resolves when all of it is. */
export async function inTurns(): Promise<void> {
  results += 1;
  do await new Promise((resolve) => setTimeout(resolve));
  while (waiting.length > 0);
  results -= 1;
}

/** Resolves when it is the caller's turn to draw. */
export function turn(): Promise<void> {
  if (results === 0) return Promise.resolve();
  began ??= performance.now();
  post();
  if (performance.now() - began < SLICE) return Promise.resolve();
  return new Promise((resolve) => waiting.push(resolve));
}

function post(): void {
  if (!posted) channel.port2.postMessage(null);
  posted = true;
}
