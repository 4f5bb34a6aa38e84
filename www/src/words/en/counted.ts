/** A whole number as English writes it. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** "1 value", "2 values". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
