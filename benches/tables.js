// What a run shows: tables that can be read on a terminal and stand in docs/performance.md.
import { quantile } from "./turns.js";

/** A median with its quartiles, for a table. */
export function spread(values, digits = 0) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(values, part).toFixed(digits));
  return `${middle} (${low} to ${high})`;
}

/** A table as Markdown has it, which can be read on a terminal too. */
export function table(heads, rows) {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, at) => Math.max(3, ...all.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  const [head, ...body] = all.map(line);
  return [head, line(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}

/** A page with another text between the markers of a part. */
export function between(page, part, text) {
  const [start, end] = [`<!-- ${part} -->\n`, `<!-- /${part} -->`];
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`there are no markers of ${part}`);
  return `${before}${start}\n${text}\n\n${end}${after}`;
}
