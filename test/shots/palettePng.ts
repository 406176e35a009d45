/**
 * A PNG with 256 colours at most, a third as large: pictures of an interface have few. Reads what Chromium
 * writes: eight bits a channel, RGB or RGBA, not interlaced.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MAX_COLORS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** A number 0xrrggbb for each. */
  readonly colors: Uint32Array;
}

export function withPalette(png: Buffer): Buffer {
  const pixels = read(png);
  const palette = popular(pixels.colors);
  return write(pixels, palette);
}

function read(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const colors = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfiltered(raw.subarray(start + 1, start + 1 + stride), {
      filter: raw[start] ?? 0,
      above,
      channels,
    });
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      colors[y * width + x] = ((row[at] ?? 0) << 16) | ((row[at + 1] ?? 0) << 8) | (row[at + 2] ?? 0);
    }
    above = row;
  }
  return { width, height, colors };
}

interface Filtered {
  readonly filter: number;
  readonly above: Uint8Array;
  readonly channels: number;
}

/** A row of bytes as they were before one of PNG's five filters. */
function unfiltered(bytes: Uint8Array, { filter, above, channels }: Filtered): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const left = i < channels ? 0 : (row[i - channels] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < channels ? 0 : (above[i - channels] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[i] = (bytes[i] ?? 0) + guess;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The colours that occur most, and for every other one the nearest of them. */
function popular(colors: Uint32Array): { list: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([color]) => color);
  const list = sorted.slice(0, MAX_COLORS);
  const indexOf = new Map(list.map((color, index) => [color, index]));
  for (const color of sorted.slice(MAX_COLORS)) {
    let [best, least] = [0, Infinity];
    for (const [index, other] of list.entries()) {
      const [r, g, b] = [16, 8, 0].map((by) => ((color >> by) & 255) - ((other >> by) & 255));
      const distance = (r ?? 0) ** 2 + 2 * (g ?? 0) ** 2 + (b ?? 0) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    indexOf.set(color, best);
  }
  return { list, indexOf };
}

function write({ width, height, colors }: Pixels, { list, indexOf }: ReturnType<typeof popular>): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexOf.get(colors[y * width + x] ?? 0) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(list.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
