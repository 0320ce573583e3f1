import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFacts, readFacts } from './exif.ts';

type Given = {
  isLittle?: boolean;
  taken?: string;
  lat?: [number, number, number];
  north?: string;
  lon?: [number, number, number];
  east?: string;
};

/** A JPEG's first segments with an EXIF block as a camera writes it: root, camera and GPS directories, then their values. */
function photo({ isLittle = true, taken, lat, north = 'N', lon, east = 'E' }: Given): Uint8Array {
  const bytes = new Uint8Array(400);
  const view = new DataView(bytes.buffer);
  const head = [0xff, 0xd8, 0xff, 0xe1, 0x01, 0x80, 0x45, 0x78, 0x69, 0x66, 0, 0];
  bytes.set(head);
  const start = head.length;
  const short = (at: number, value: number) => view.setUint16(start + at, value, isLittle);
  const long = (at: number, value: number) => view.setUint32(start + at, value, isLittle);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(at, tag);
    short(at + 2, type);
    long(at + 4, count);
    long(at + 8, value);
  };
  const text = (at: number, value: string) =>
    bytes.set(
      [...value].map((sign) => sign.charCodeAt(0)),
      start + at,
    );
  text(0, isLittle ? 'II' : 'MM');
  short(2, 42);
  long(4, 8);
  short(8, 2);
  entry(10, 0x8769, 4, 1, 50);
  entry(22, 0x8825, 4, 1, 80);
  short(50, taken === undefined ? 0 : 1);
  entry(52, 0x9003, 2, 20, 200);
  if (taken !== undefined) text(200, taken);
  short(80, lat && lon ? 4 : 0);
  entry(82, 1, 2, 2, 0);
  text(90, north);
  entry(94, 2, 5, 3, 240);
  entry(106, 3, 2, 2, 0);
  text(114, east);
  entry(118, 4, 5, 3, 270);
  for (const [at, parts] of [
    [240, lat],
    [270, lon],
  ] as const) {
    for (const [index, part] of (parts ?? [0, 0, 0]).entries()) {
      long(at + index * 8, Math.round(part * 100));
      long(at + index * 8 + 4, 100);
    }
  }
  return bytes;
}

describe('what a camera noted', () => {
  for (const isLittle of [true, false]) {
    it(`time and place are read, ${isLittle ? 'little' : 'big'} end first`, () => {
      const given = photo({ isLittle, taken: '2026:10:29 14:36:12', lat: [39, 44, 2.4], lon: [115, 59, 16.2] });
      expect(readFacts(given)).toEqual({ takenAt: '2026-10-29T14:36', latitude: 39_734_000, longitude: 115_987_833 });
    });
  }

  it.each([
    [
      'the south and the west are below zero',
      { lat: [1, 0, 0], north: 'S', lon: [2, 0, 0], east: 'W' },
      { latitude: -1_000_000, longitude: -2_000_000 },
    ],
    ['a place that is nowhere is none', { lat: [91, 0, 0], lon: [2, 0, 0] }, noFacts],
    ['a clock that was never set says nothing', { taken: '0000:00:00 00:00:00' }, noFacts],
    ['a month that does not exist says nothing', { taken: '2026:13:01 10:00:00' }, noFacts],
  ] as [string, Given, object][])('%s', (_case, given, expected) => {
    expect(readFacts(photo(given))).toMatchObject(expected);
  });

  it('other bytes, and bytes that end anywhere, give nothing and break nothing', () => {
    const whole = photo({ taken: '2026:10:29 14:36:12', lat: [39, 44, 2.4], lon: [115, 59, 16.2] });
    for (let length = 0; length < whole.length; length++) readFacts(whole.slice(0, length));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Object.keys(readFacts(bytes))).toEqual(['takenAt', 'latitude', 'longitude']);
      }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const bent = whole.slice();
        bent[at] = byte;
        readFacts(bent);
      }),
    );
    expect(readFacts(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual(noFacts);
  });
});
