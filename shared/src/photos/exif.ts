import type { PhotoFacts } from './schema.ts';

/** Nothing is known of it. */
export const noFacts: PhotoFacts = { takenAt: null, latitude: null, longitude: null };

/** More entries than any camera writes: a file that claims more is not read on. */
const MOST_ENTRIES = 200;

type Entry = { type: number; count: number; at: number };
type Tiff = { view: DataView; isLittle: boolean };

/**
 * When and where a JPEG was taken, as its camera noted it (EXIF 2.3: tags 0x9003, 0x0132 and the GPS directory). A file of
 * another kind, or one that lies about itself, is simply known less of.
 */
export function readFacts(bytes: Uint8Array): PhotoFacts {
  const block = exifOf(bytes);
  if (!block || block.byteLength < 8) return noFacts;
  const order = block.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return noFacts;
  const tiff: Tiff = { view: block, isLittle: order === 0x4949 };
  const root = directory(tiff, longAt(tiff, 4));
  const camera = directory(tiff, pointer(tiff, root.get(0x8769)));
  const gps = directory(tiff, pointer(tiff, root.get(0x8825)));
  const takenAt = instantOf(textAt(tiff, camera.get(0x9003)) ?? textAt(tiff, root.get(0x0132)));
  const latitude = degrees(tiff, gps.get(2), textAt(tiff, gps.get(1)) === 'S', 90);
  const longitude = degrees(tiff, gps.get(4), textAt(tiff, gps.get(3)) === 'W', 180);
  // Half a place is none.
  return latitude === null || longitude === null ? { ...noFacts, takenAt } : { takenAt, latitude, longitude };
}

/** The EXIF block among a JPEG's segments, past its six letters. */
function exifOf(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xda || length < 2 || at + 2 + length > bytes.length) return null;
    const isExif = marker === 0xe1 && length >= 8 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) return new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8);
    at += 2 + length;
  }
  return null;
}

function longAt({ view, isLittle }: Tiff, at: number): number {
  return at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : 0;
}

function shortAt({ view, isLittle }: Tiff, at: number): number {
  return at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : 0;
}

/** A directory's entries by their tag; an offset of 0 is none. */
function directory(tiff: Tiff, offset: number): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  if (offset === 0) return entries;
  const count = Math.min(shortAt(tiff, offset), MOST_ENTRIES);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * 12;
    if (at + 12 > tiff.view.byteLength) break;
    entries.set(shortAt(tiff, at), { type: shortAt(tiff, at + 2), count: longAt(tiff, at + 4), at: at + 8 });
  }
  return entries;
}

function pointer(tiff: Tiff, entry: Entry | undefined): number {
  return entry ? longAt(tiff, entry.at) : 0;
}

/** ASCII, type 2; four letters and less stand in the entry itself. */
function textAt(tiff: Tiff, entry: Entry | undefined): string | null {
  if (entry?.type !== 2 || entry.count > 64) return null;
  const from = entry.count <= 4 ? entry.at : longAt(tiff, entry.at);
  if (from + entry.count > tiff.view.byteLength) return null;
  const letters = Array.from({ length: entry.count }, (_, index) => String.fromCharCode(tiff.view.getUint8(from + index))).join('');
  return letters.replace(/\0.*$/s, '').trim();
}

/** `2026:10:29 14:36:12` as the camera's clock showed it. */
function instantOf(text: string | null): string | null {
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2})/.exec(text ?? '');
  if (!found) return null;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = found;
  const isReal = year >= '1990' && month >= '01' && month <= '12' && day >= '01' && day <= '31' && hour <= '23' && minute <= '59';
  return isReal ? `${year}-${month}-${day}T${hour}:${minute}` : null;
}

/** Three fractions, degrees, minutes and seconds, as millionths of a degree. */
function degrees(tiff: Tiff, entry: Entry | undefined, isNegative: boolean, most: number): number | null {
  if (entry?.type !== 5 || entry.count !== 3) return null;
  const from = longAt(tiff, entry.at);
  let sum = 0;
  for (const [index, share] of [1, 60, 3600].entries()) {
    const numerator = longAt(tiff, from + index * 8);
    const denominator = longAt(tiff, from + index * 8 + 4);
    if (denominator === 0) return null;
    sum += numerator / denominator / share;
  }
  if (!(sum >= 0 && sum <= most)) return null;
  return Math.round((isNegative ? -sum : sum) * 1_000_000) + 0;
}
