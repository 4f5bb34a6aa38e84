// Lines on two axes of powers of ten, as SVG.

const SIDE = { width: 420, height: 320, left: 62, top: 30, gap: 90, bottom: 48 };
const COLOURS = ["#0b5fa5", "#b3530a", "#1d7a3a", "#7a2f8f"];

/**
 * A picture with a panel for each unit. Dotted is how a line runs whose time is as its size.
 *
 * @param {{what: string, unit: string, place: string, points: {size: number, milliseconds: number}[]}[]} lines
 */
export function plot(lines) {
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const panels = units.map((unit, at) =>
    panel(
      lines.filter((line) => line.unit === unit),
      unit,
      at,
    ),
  );
  const width = units.length * (SIDE.width + SIDE.gap) + 20;
  const height = SIDE.height + SIDE.top + SIDE.bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
${panels.join("\n")}
</svg>
`;
}

function panel(lines, unit, at) {
  const points = lines.flatMap((line) => line.points);
  const x = axis(
    points.map(({ size }) => size),
    SIDE.width,
  );
  const y = axis(
    points.map(({ milliseconds }) => milliseconds),
    SIDE.height,
  );
  const place = ({ size, milliseconds }) =>
    `${x.at(size).toFixed(1)},${(SIDE.height - y.at(milliseconds)).toFixed(1)}`;
  const grid = [
    ...x.powers.map((power) => {
      const to = x.at(10 ** power);
      return `${path(`M${to},0V${SIDE.height}`)}${label(to, SIDE.height + 16, shown(power), "middle")}`;
    }),
    ...y.powers.map((power) => {
      const to = SIDE.height - y.at(10 ** power);
      return `${path(`M0,${to}H${SIDE.width}`)}${label(-6, to + 4, shown(power), "end")}`;
    }),
  ];
  const linear = `<path d="M0,${SIDE.height}L${diagonal(x, y)}" stroke="#888" stroke-dasharray="2 4"/>`;
  const drawn = lines.map(({ what, place: where, points }, line) => {
    const colour = COLOURS[line];
    const dots = points.map(
      (point) => `<circle cx="${place(point).replace(",", '" cy="')}" r="2.5" fill="${colour}"/>`,
    );
    const name = `<text x="10" y="${18 + 16 * line}" fill="${colour}">${what}, ${where}</text>`;
    return `<polyline points="${points.map(place).join(" ")}" fill="none" stroke="${colour}"/>${dots.join("")}${name}`;
  });
  const names = `${label(SIDE.width / 2, SIDE.height + 36, unit, "middle")}${label(-50, -12, "milliseconds", "start")}`;
  const to = SIDE.left + at * (SIDE.width + SIDE.gap);
  return `<g transform="translate(${to},${SIDE.top})">${[...grid, linear, ...drawn, names].join("\n")}</g>`;
}

/** The powers of ten around values, and where a value stands among them. */
function axis(values, length) {
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  return {
    powers: Array.from({ length: high - low + 1 }, (_, at) => low + at),
    step: length / (high - low),
    at: (value) => ((Math.log10(value) - low) * length) / (high - low),
  };
}

/** The end of the line from the corner on which both grow alike. */
function diagonal(x, y) {
  const powers = Math.min(x.powers.length, y.powers.length) - 1;
  return `${powers * x.step},${SIDE.height - powers * y.step}`;
}

const path = (way) => `<path d="${way}" stroke="#ddd"/>`;
const label = (x, y, text, anchor) => `<text x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
const shown = (power) => (power < 0 ? (10 ** power).toString() : (10 ** power).toLocaleString("en"));
