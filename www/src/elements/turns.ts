// Drawing in turns. A report can have thousands of elements; drawn in one go they would hold up scrolling, typing
// and the progress of another document.

/** Milliseconds of drawing after which everything else has its turn. */
const SLICE = 8;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
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

/** Resolves when it is the caller's turn to draw: at once, unless drawing has held up the page for long enough. */
export function turn(): Promise<void> {
  began ??= performance.now();
  post();
  if (performance.now() - began < SLICE) return Promise.resolve();
  return new Promise((resolve) => waiting.push(resolve));
}

/** Resolves when nothing waits for its turn any more. */
export async function drawn(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (waiting.length > 0);
}

function post(): void {
  if (!posted) channel.port2.postMessage(null);
  posted = true;
}
