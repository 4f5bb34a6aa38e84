// Pictures of the page, made small: they stay in the repository for good.
import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/** Steps between the shades to which rare colours are rounded, far below what a comparison takes for a difference. */
const STEP = 16;

/** A picture as a file: with a palette, which pngjs does not write and which halves what a page of text takes. */
export function packed(png) {
  const { width, height, data } = png;
  const { palette, places } = reduced(data);
  if (palette.length > 256) return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // bits, palette, and the only compression, filter and order there are
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y += 1) {
    at += 1; // a line begins with its filter: none
    for (let x = 0; x < width; x += 1, at += 1) {
      lines[at] = places.get(data.readUInt32BE(4 * (y * width + x)));
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((color) => [color >>> 24, color >>> 16, color >>> 8]))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * At most 256 colours, where that can be, and the place of each colour of the picture among them. The most frequent
 * are kept as they are; the others are edges of letters, and are rounded.
 */
function reduced(data) {
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const color = data.readUInt32BE(i);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const colors = [...counts].sort(([, one], [, other]) => other - one).map(([color]) => color);
  for (let kept = 128; ; kept /= 2) {
    const palette = new Map();
    const places = new Map();
    for (const [i, color] of colors.entries()) {
      const shown = i < kept ? color : rounded(color);
      if (!palette.has(shown)) palette.set(shown, palette.size);
      places.set(color, palette.get(shown));
    }
    if (palette.size <= 256 || kept < 16) return { palette: [...palette.keys()], places };
  }
}

function rounded(color) {
  const shade = (bits) => Math.min(255, Math.round(((color >>> bits) & 255) / STEP) * STEP) << bits;
  return (shade(24) | shade(16) | shade(8) | 255) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
