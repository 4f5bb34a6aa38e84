/** The numbers from 0 below `length` in a random order, each order as likely as any other. */
export function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** A random whole number below a limit. */
function below(limit: number): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  // Numbers past the last whole multiple of the limit would make small results likelier.
  return number < 2 ** 32 - (2 ** 32 % limit) ? number % limit : below(limit);
}
