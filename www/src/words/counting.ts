/** How a language writes numbers and lists. `counted` gives a number with the word for one or for several. */
export function counting(tag: string): {
  count: (number: number) => string;
  counted: (number: number, one: string, several: string) => string;
  list: (items: readonly string[]) => string;
} {
  const numbers = new Intl.NumberFormat(tag);
  const rules = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag);
  const count = (number: number) => numbers.format(number);
  return {
    count,
    counted: (number, one, several) => `${count(number)} ${rules.select(number) === "one" ? one : several}`,
    list: (items) => lists.format(items),
  };
}
