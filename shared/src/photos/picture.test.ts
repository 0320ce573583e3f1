import { describe, expect, it } from 'vitest';
import { whyNotPicture } from './picture.ts';

const letters = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const segment = (marker: number, body: readonly number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34];
const jpeg = (notes: readonly number[] = [], behind: readonly number[] = []) =>
  new Uint8Array([0xff, 0xd8, ...segment(0xe0, letters('JFIF\0')), ...notes, ...scan, 0xff, 0xd9, ...behind]);
const chunk = (name: string, body: readonly number[]) => [0, 0, 0, body.length, ...letters(name), ...body, 0, 0, 0, 0];
const png = (notes: readonly number[] = [], behind: readonly number[] = []) =>
  new Uint8Array([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', [1]),
    ...notes,
    ...chunk('IDAT', [2]),
    ...chunk('IEND', []),
    ...behind,
  ]);
const webp = (size: number, behind: readonly number[] = []) =>
  new Uint8Array([...letters('RIFF'), size, 0, 0, 0, ...letters('WEBP'), 1, 2, 3, 4, ...behind]);

describe('a photo is a picture and nothing else', () => {
  it.each([
    ['a JPEG', jpeg(), null],
    ['a JPEG with a camera’s notes', jpeg(segment(0xe1, letters('Exif\0\0II*\0'))), null],
    ['a PNG', png(), null],
    ['a WebP', webp(8), null],
    ['a JPEG with a script in its notes', jpeg(segment(0xfe, letters('*/<ScRiPt>alert(1)</script>'))), 'photo-more-than-a-picture'],
    ['a JPEG with a page in its notes', jpeg(segment(0xe2, letters('<!DOCTYPE html>'))), 'photo-more-than-a-picture'],
    ['a JPEG with an archive behind it', jpeg([], letters('PK\u0003\u0004')), 'photo-more-than-a-picture'],
    ['a JPEG with a film behind it', jpeg([], [0, 0, 0, 24]), 'photo-more-than-a-picture'],
    ['a PNG with a page in its text', png(chunk('tEXt', letters('Comment\0<svg onload=x>'))), 'photo-more-than-a-picture'],
    ['a PNG with a page behind it', png([], letters('<html>')), 'photo-more-than-a-picture'],
    ['a WebP with more behind it', webp(8, letters('<script>')), 'photo-more-than-a-picture'],
    ['an SVG', new Uint8Array(letters('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'photo-not-a-picture'],
    ['a GIF that is a script', new Uint8Array(letters('GIF89a/*')), 'photo-not-a-picture'],
    ['a page that is called a picture', new Uint8Array(letters('<html>')), 'photo-not-a-picture'],
    ['the beginning of a JPEG', jpeg().slice(0, 12), 'photo-not-a-picture'],
    ['the beginning of a PNG', png().slice(0, 20), 'photo-not-a-picture'],
    ['nothing', new Uint8Array(), 'photo-not-a-picture'],
  ])('%s', (_case, bytes, reason) => {
    expect(whyNotPicture(bytes)?.reason ?? null).toBe(reason);
  });
});
