// Leaves of a report, out of what the wasm has packed: a large document has more of them than of anything else, and a
// text with the places of its pieces is quicker to take apart than JSON.

/**
 * Adds leaves to a list.
 * @param {object[]} list
 * @param {string} text the pointer and the value of each leaf, one after the other
 * @param {Uint32Array} numbers of each leaf: where its pointer ends in the text, where its value does, and the indices
 *   of its class and of what reaches it
 * @param {string} classes the names of the classes, with commas
 * @param {Uint32Array} reaches what reaches leaves: keys and checks, each with their number before them
 */
export function addLeaves(list, text, numbers, classes, reaches) {
  const names = classes.split(",");
  const lists = [];
  for (let at = 0; at < reaches.length; at += reaches[at] + 1) {
    lists.push([...reaches.subarray(at + 1, at + 1 + reaches[at])]);
  }
  let from = 0;
  for (let at = 0; at < numbers.length; at += 4) {
    const middle = numbers[at];
    const to = numbers[at + 1];
    const reach = numbers[at + 3];
    list.push({
      pointer: text.slice(from, middle),
      value: text.slice(middle, to),
      class: names[numbers[at + 2]],
      keys: lists[2 * reach].slice(),
      checks: lists[2 * reach + 1].slice(),
    });
    from = to;
  }
}
