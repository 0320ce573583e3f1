import { crc32, deflateSync } from 'node:zlib';
import type { Draw } from './draw.ts';

const WIDTH = 640;
const HEIGHT = 426;

type Colour = readonly [red: number, green: number, blue: number];
/** A shape in front of what was painted before it: from where to where it covers a line, or null. */
type Shape = { colour: Colour; span: (y: number) => readonly [left: number, right: number] | null };

const skies: readonly [Colour, ...Colour[]] = [
  [203, 214, 222],
  [214, 217, 212],
  [190, 208, 226],
];
const walls: readonly [Colour, ...Colour[]] = [
  [150, 144, 134],
  [168, 158, 140],
  [134, 138, 142],
];
const hill: Colour = [150, 158, 140];
const earth: Colour = [176, 148, 110];
const crane: Colour = [206, 150, 40];
const dark: Colour = [74, 70, 64];
const road: Colour = [120, 116, 110];
const pipe: Colour = [168, 166, 160];

const box = (colour: Colour, left: number, top: number, right: number, bottom: number): Shape => ({
  colour,
  span: (y) => (y >= top && y < bottom ? [left, right] : null),
});

const disc = (colour: Colour, x: number, at: number, radius: number): Shape => ({
  colour,
  span: (y) => {
    const square = radius ** 2 - (y - at) ** 2;
    return square > 0 ? [x - Math.sqrt(square), x + Math.sqrt(square)] : null;
  },
});

/** What widens towards the eye: a road, a trench. */
const strip = (colour: Colour, x: number, from: number, wide: number, widening: number): Shape => ({
  colour,
  span: (y) => (y > from ? [x - wide - (y - from) * widening, x + wide + (y - from) * widening] : null),
});

/** A building site as a picture of plain shapes: the whole of it, or the ground before one's feet. No photo of any real place. */
export function siteScene(draw: Draw, view: number): Buffer {
  const horizon = view === 0 ? draw.whole(220, 250) : draw.whole(120, 150);
  const sky = draw.pick(skies);
  return png(sky, [
    disc(hill, draw.whole(60, 200), horizon + 560, draw.whole(590, 610)),
    disc(hill, draw.whole(420, 600), horizon + 360, draw.whole(380, 400)),
    box(earth, 0, horizon + 6, WIDTH, HEIGHT),
    strip(road, draw.whole(330, 400), horizon + 26, 4, 0.34),
    ...(view === 0 ? buildings(draw, horizon) : trench(draw, horizon)),
  ]);
}

function buildings(draw: Draw, horizon: number): Shape[] {
  const shapes: Shape[] = [];
  for (let at = 0; at < 3; at++) {
    const [left, wide, tall] = [40 + at * 195 + draw.whole(0, 40), draw.whole(90, 140), draw.whole(80, 160)];
    const top = horizon + 20 - tall;
    shapes.push(box(draw.pick(walls), left, top, left + wide, horizon + 22));
    for (let row = top + 10; row < horizon; row += 22) shapes.push(box(dark, left + 8, row, left + wide - 8, row + 9));
  }
  const mast = draw.whole(200, 420);
  return [...shapes, box(crane, mast, 40, mast + 6, horizon + 22), box(crane, mast - 126, 44, mast + 60, 50)];
}

function trench(draw: Draw, horizon: number): Shape[] {
  const centre = draw.whole(160, 280);
  const shapes = [strip(dark, centre, horizon + 40, 26, 0.3)];
  for (let y = horizon + 80; y < HEIGHT; y += 60) {
    const radius = (y - horizon) * 0.16;
    shapes.push(disc(pipe, centre, y, radius), disc(road, centre, y, radius * 0.7));
  }
  return shapes;
}

/** Eight bits a channel, no notes: a picture and nothing else. */
function png(sky: Colour, shapes: readonly Shape[]): Buffer {
  const length = WIDTH * 3 + 1;
  const lines = Buffer.alloc(HEIGHT * length);
  const paint = (y: number, [red, green, blue]: Colour, [left, right]: readonly [number, number]) => {
    const end = y * length + 1 + Math.min(WIDTH, Math.round(right)) * 3;
    for (let at = y * length + 1 + Math.max(0, Math.round(left)) * 3; at < end; at += 3) {
      lines[at] = red;
      lines[at + 1] = green;
      lines[at + 2] = blue;
    }
  };
  for (let y = 0; y < HEIGHT; y++) {
    paint(y, sky, [0, WIDTH]);
    for (const { colour, span } of shapes) {
      const covered = span(y);
      if (covered) paint(y, colour, covered);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
