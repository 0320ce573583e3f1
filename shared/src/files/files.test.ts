import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from './names.ts';
import { isPicture, mediaTypeOf } from './types.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const zip = (part: string) => bytes(`PK\x03\x04\x14\x00${part}`);

describe('what a file is', () => {
  test.each([
    ['批复.pdf', '%PDF-1.7\n', 'application/pdf'],
    ['现场.JPG', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['现场.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['现场.webp', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['请示.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword'],
    ['总图.dwg', 'AC1032', 'image/vnd.dwg'],
  ])('%s is taken', (name, begin, mediaType) => {
    expect(mediaTypeOf(name, bytes(begin))).toEqual({ mediaType });
  });

  test('an office package is known by the part that it must have', () => {
    expect(mediaTypeOf('请示.docx', zip('word/document.xml'))).toHaveProperty('mediaType');
    expect(mediaTypeOf('公文.ofd', zip('OFD.xml'))).toEqual({ mediaType: 'application/ofd' });
    expect(mediaTypeOf('请示.docx', zip('xl/workbook.xml'))).toMatchObject({ reason: 'file-not-its-type' });
    expect(mediaTypeOf('请示.docx', zip('word/document.xml word/vbaProject.bin'))).toMatchObject({ reason: 'file-with-macros' });
  });

  test.each([
    ['page.html', '<html>', 'file-type-not-allowed'],
    ['logo.svg', '<svg xmlns', 'file-type-not-allowed'],
    ['run.exe', 'MZ', 'file-type-not-allowed'],
    ['all.zip', 'PK\x03\x04', 'file-type-not-allowed'],
    ['noending', '%PDF-1.7', 'file-type-not-allowed'],
    ['constructor', '%PDF-1.7', 'file-type-not-allowed'],
    ['html.png', '<!doctype html><script>', 'file-not-its-type'],
    ['gif.jpg', 'GIF89a/*<script>*/', 'file-not-its-type'],
    ['late.pdf', '<script></script>%PDF-1.7', 'file-not-its-type'],
    ['empty.pdf', '', 'file-not-its-type'],
    ['sound.webp', 'RIFF\x00\x00\x00\x00WAVE', 'file-not-its-type'],
  ])('%s beginning with %j is refused: %s', (name, begin, reason) => {
    expect(mediaTypeOf(name, bytes(begin))).toMatchObject({ reason });
  });

  test('only pictures are ever shown', () => {
    expect(isPicture('image/png')).toBe(true);
    for (const mediaType of ['application/pdf', 'image/svg+xml', 'image/vnd.dwg', 'text/html']) expect(isPicture(mediaType)).toBe(false);
  });
});

describe('what a file is called', () => {
  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\windows\\总图.pdf', '总图.pdf'],
    ['.env', 'env'],
    ['批复\u0000\r\nSet-Cookie: a=b.pdf', '批复Set-Cookie_ a=b.pdf'],
    ['现场\u202egpj.exe', '现场gpj.exe'],
    ['a"; filename="b.pdf', 'a__ filename=_b.pdf'],
    ['', 'file'],
    ['...', 'file'],
  ])('%j becomes %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  test('whatever it was, it is short, has no folder and no control sign, and is not empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const kept = safeFileName(given);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.length).toBeLessThanOrEqual(120);
        expect(kept).not.toMatch(/[\\/\p{Cc}"]/u);
      }),
    );
  });

  test('a long name keeps its ending', () => {
    expect(safeFileName(`${'长'.repeat(300)}.docx`)).toMatch(/^长{115}\.docx$/);
  });
});
