import { DomainError } from '#shared/kit/errors.ts';

/**
 * Text of unknown encoding: a byte order mark decides, then a charset that the text itself declares, then whether
 * the bytes are valid UTF-8. What is left is what Chinese Windows writes: GBK, read as its superset GB 18030.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new DomainError('FILE_UNREADABLE', { reason: 'binary' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
