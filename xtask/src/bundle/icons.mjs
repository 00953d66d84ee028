// Draws the icons of the installed page: node xtask/src/bundle/icons.mjs public
//
// The mark of public/icon.svg as pictures, the same bytes on every machine; run again when the
// mark changes. Knows PNG, and the mark's own shapes on a grid of 16.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

const BLUE = [29, 99, 196];
const GROUND = [250, 251, 253];
const WHITE = [255, 255, 255];
const SAMPLES = 4; // per pixel and direction

// Left, top, right, bottom, opacity, and the corner that is round.
const MARK = [
  [2, 0, 8, 6, 0.4, [3, 1, -1, -1]],
  [8, 0, 14, 6, 1, [13, 1, 1, -1]],
  [2, 6, 8, 12, 1, [3, 11, -1, 1]],
  [8, 6, 14, 12, 0.4, [13, 11, 1, 1]],
  [2, 13, 14, 14, 1],
  [2, 15, 14, 16, 1],
];

function opacityAt(x, y) {
  for (const [left, top, right, bottom, opacity, corner] of MARK) {
    if (x < left || x >= right || y < top || y >= bottom) continue;
    if (!corner) return opacity;
    const [cx, cy, sx, sy] = corner;
    const [dx, dy] = [(x - cx) * sx, (y - cy) * sy];
    return dx > 0 && dy > 0 && Math.hypot(dx, dy) > 1 ? 0 : opacity;
  }
  return 0;
}

// Whether a point of a unit square with round corners is inside.
function inGround(x, y, radius) {
  const beyond = (value) => Math.max(radius - value, value - (1 - radius), 0);
  return Math.hypot(beyond(x), beyond(y)) <= radius;
}

function pixel(column, row, edge, { share, radius, ground, ink }) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES ** 2; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / edge;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / edge;
    if (!inGround(x, y, radius)) continue;
    const opacity = opacityAt((x - 0.5) / share * 16 + 8, (y - 0.5) / share * 16 + 8);
    for (let part = 0; part < 3; part += 1) sum[part] += ground[part] * (1 - opacity) + ink[part] * opacity;
    sum[3] += 1;
  }
  const covered = sum[3] || 1;
  return [...sum.slice(0, 3).map((part) => Math.round(part / covered)), Math.round(sum[3] / SAMPLES ** 2 * 255)];
}

// Node has a crc32 of its own only from 22.2 on.
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind), bytes]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)];
  ends[0].writeUInt32BE(bytes.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

function png(edge, look) {
  const rows = [];
  for (let row = 0; row < edge; row += 1) {
    rows.push(0); // no filter
    for (let column = 0; column < edge; column += 1) rows.push(...pixel(column, row, edge, look));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([8, 6], 8); // 8 bits, RGB and alpha
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.from(rows), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

const folder = process.argv[2];
const plain = { share: 0.62, radius: 0.2, ground: GROUND, ink: BLUE };
const maskable = { share: 0.5, radius: 0, ground: BLUE, ink: WHITE };
writeFileSync(join(folder, "icon-192.png"), png(192, plain));
writeFileSync(join(folder, "icon-512.png"), png(512, plain));
writeFileSync(join(folder, "icon-maskable-512.png"), png(512, maskable));
