import type { Refusal } from '../kit/errors.ts';

/** Why bytes are not taken as a photo. */
export type PictureRefusal = 'photo-not-a-picture' | 'photo-more-than-a-picture';

type Found = PictureRefusal | null;

/**
 * Why bytes are no plain photo: they are not a JPEG, PNG or WebP from the first byte to the last, or carry something else
 * with them: another file behind the picture, or a page or a script in its notes. What passes is a picture and nothing else,
 * however it may be looked at.
 */
export function whyNotPicture(bytes: Uint8Array): Refusal<PictureRefusal> | null {
  const reason = jpeg(bytes) ?? png(bytes) ?? webp(bytes) ?? { found: 'photo-not-a-picture' as const };
  return reason.found === null ? null : { reason: reason.found };
}

/** Null: it is another kind of file. */
type Read = { found: Found } | null;

const byteAt = (bytes: Uint8Array, at: number) => bytes[at] ?? 0;
const word = (bytes: Uint8Array, at: number) => byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
const long = (bytes: Uint8Array, at: number) => word(bytes, at) * 65_536 + word(bytes, at + 2);

function jpeg(bytes: Uint8Array): Read {
  if (word(bytes, 0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (byteAt(bytes, at) !== 0xff || at + 4 > bytes.length) return { found: 'photo-not-a-picture' };
    const marker = byteAt(bytes, at + 1);
    const length = word(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return { found: 'photo-not-a-picture' };
    if (marker === 0xda) break;
    if (isForeign(bytes.subarray(at + 4, at + 2 + length))) return { found: 'photo-more-than-a-picture' };
    at += 2 + length;
  }
  return { found: endOfScan(bytes, at) === bytes.length ? null : 'photo-more-than-a-picture' };
}

/** Where the picture of a JPEG ends: behind the end marker, which cannot stand inside the picture's own data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) if (byteAt(bytes, at + 1) === 0xd9) return at + 2;
  return -1;
}

function png(bytes: Uint8Array): Read {
  if (long(bytes, 0) !== 0x89504e47 || long(bytes, 4) !== 0x0d0a1a0a) return null;
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) return { found: 'photo-not-a-picture' };
    const end = at + 12 + long(bytes, at);
    const name = textOf(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return { found: 'photo-not-a-picture' };
    if (name !== 'IDAT' && isForeign(bytes.subarray(at + 8, end - 4))) return { found: 'photo-more-than-a-picture' };
    if (name === 'IEND') return { found: end === bytes.length ? null : 'photo-more-than-a-picture' };
    at = end;
  }
}

function webp(bytes: Uint8Array): Read {
  if (textOf(bytes.subarray(0, 4)) !== 'RIFF' || textOf(bytes.subarray(8, 12)) !== 'WEBP') return null;
  const size = byteAt(bytes, 4) + byteAt(bytes, 5) * 256 + byteAt(bytes, 6) * 65_536 + byteAt(bytes, 7) * 16_777_216;
  return { found: size + 8 === bytes.length ? null : 'photo-more-than-a-picture' };
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** What a browser, a shell or a viewer might take the notes of a picture for. */
const foreign = ['<script', '<html', '<svg', '<body', '<iframe', '<?php', '<!doctype', '%pdf-', 'pk\u0003\u0004'];

function isForeign(note: Uint8Array): boolean {
  let text = '';
  for (const byte of note) text += String.fromCharCode(byte);
  const plain = text.toLowerCase();
  return foreign.some((sign) => plain.includes(sign));
}
