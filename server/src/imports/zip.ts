import { inflateRawSync } from 'node:zlib';
import { DomainError } from '#shared/kit/errors.ts';
import { caps } from './caps.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Refuses a zip that would unpack beyond the caps, or whose XML declares a document type. Sizes in a zip are only
 * claims, so every part is really inflated, up to its cap, before the parser of workbooks sees the file.
 */
export function checkZip(bytes: Buffer): void {
  let total = 0;
  for (const entry of entriesOf(bytes)) {
    const content = inflate(bytes, entry, Math.min(caps.entryBytes, caps.unpackedBytes - total));
    total += content.length;
    if (/\.(xml|rels|vml)$/i.test(entry.name)) checkXml(content, entry.name);
  }
}

/** Refuses markup that declares entities: the way to make a small file a large one. */
export function refuseEntities(text: string, name: string): void {
  if (/<!(ENTITY|ELEMENT|ATTLIST)|<!DOCTYPE[^>]*\[/i.test(text))
    throw new DomainError('FILE_UNREADABLE', { reason: 'entities', part: name });
}

function checkXml(content: Buffer, name: string): void {
  // UTF-16 would hide the words from a search in bytes.
  const text = content[0] === 0xff || content[0] === 0xfe || content[1] === 0 ? content.toString('utf16le') : content.toString('latin1');
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new DomainError('FILE_UNREADABLE', { reason: 'entities', part: name });
  if (/worksheets\/[^/]+\.xml$/i.test(name) && filledRows(text) > caps.rows)
    throw new DomainError('TOO_LARGE', { limit: 'rows', max: caps.rows });
}

function filledRows(text: string): number {
  let filled = 0;
  for (const row of text.split(/<(?:\w+:)?row[ >]/).slice(1)) if (/<(?:\w+:)?(?:v|is)[ >]/.test(row)) filled++;
  return filled;
}

type Entry = { name: string; method: number; packedSize: number; offset: number };

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature)
    throw new DomainError('FILE_UNREADABLE', { reason: 'zip' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > caps.zipEntries) throw new DomainError('TOO_LARGE', { limit: 'entries', max: caps.zipEntries });
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new DomainError('FILE_UNREADABLE', { reason: 'zip' });
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function inflate(bytes: Buffer, entry: Entry, most: number): Buffer {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localSignature)
    throw new DomainError('FILE_UNREADABLE', { reason: 'zip' });
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === 0) {
    if (packed.length > most) throw tooLarge();
    return packed;
  }
  if (entry.method !== 8) throw new DomainError('FILE_UNREADABLE', { reason: 'zip' });
  if (most <= 0) throw tooLarge();
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw new DomainError('FILE_UNREADABLE', { reason: 'zip' });
  }
}

function tooLarge(): DomainError {
  return new DomainError('TOO_LARGE', { limit: 'unpacked', max: caps.entryBytes });
}
