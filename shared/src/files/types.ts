import type { Refusal } from '../kit/errors.ts';

/** Most bytes of one file (RELIABILITY G25): 20 MB. */
export const FILE_BYTES = 20 * 1024 * 1024;

type Signature = 'pdf' | 'jpeg' | 'png' | 'webp' | 'ole' | 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'dwg';

/** What an office hands in, by the ending of its name: what it is served as, and what its bytes must be. */
const allowed: Record<string, { mediaType: string; signature: Signature }> = {
  pdf: { mediaType: 'application/pdf', signature: 'pdf' },
  ofd: { mediaType: 'application/ofd', signature: 'ofd' },
  jpg: { mediaType: 'image/jpeg', signature: 'jpeg' },
  jpeg: { mediaType: 'image/jpeg', signature: 'jpeg' },
  png: { mediaType: 'image/png', signature: 'png' },
  webp: { mediaType: 'image/webp', signature: 'webp' },
  doc: { mediaType: 'application/msword', signature: 'ole' },
  xls: { mediaType: 'application/vnd.ms-excel', signature: 'ole' },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', signature: 'ole' },
  wps: { mediaType: 'application/vnd.ms-works', signature: 'ole' },
  et: { mediaType: 'application/vnd.ms-excel', signature: 'ole' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', signature: 'docx' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', signature: 'xlsx' },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', signature: 'pptx' },
  dwg: { mediaType: 'image/vnd.dwg', signature: 'dwg' },
};

/** The endings that are taken, for a file field and for people. */
export const fileEndings: readonly string[] = Object.keys(allowed);

/** The pictures that a browser may show; everything else is only ever handed out to be saved. */
export const pictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether a file may stand on a page as a picture. */
export function isPicture(mediaType: string): boolean {
  return pictureTypes.includes(mediaType);
}

/** Why a file is not taken: its kind is not one that an office hands in, its bytes are something else, or it carries macros. */
export type FileRefusal = 'file-type-not-allowed' | 'file-not-its-type' | 'file-with-macros';

/** What a file is, by its ending and its first bytes together: neither is believed alone. */
export function mediaTypeOf(name: string, bytes: Uint8Array): { mediaType: string } | Refusal<FileRefusal> {
  const ending = /\.([0-9a-z]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(allowed, ending) ? allowed[ending] : undefined;
  if (!type) return { reason: 'file-type-not-allowed', ending };
  if (!matches(type.signature, bytes)) return { reason: 'file-not-its-type', ending };
  if (isPackage(bytes) && holds(bytes, 'vbaProject.bin')) return { reason: 'file-with-macros', ending };
  return { mediaType: type.mediaType };
}

function matches(signature: Signature, bytes: Uint8Array): boolean {
  switch (signature) {
    case 'pdf':
      return begins(bytes, '%PDF-');
    case 'jpeg':
      return begins(bytes, '\xff\xd8\xff');
    case 'png':
      return begins(bytes, '\x89PNG\r\n\x1a\n');
    case 'webp':
      return begins(bytes, 'RIFF') && begins(bytes.subarray(8), 'WEBP');
    case 'ole':
      return begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
    case 'docx':
      return isPackage(bytes) && holds(bytes, 'word/document.xml');
    case 'xlsx':
      return isPackage(bytes) && holds(bytes, 'xl/workbook.xml');
    case 'pptx':
      return isPackage(bytes) && holds(bytes, 'ppt/presentation.xml');
    case 'ofd':
      return isPackage(bytes) && holds(bytes, 'OFD.xml');
    case 'dwg':
      return begins(bytes, 'AC10');
  }
}

/** Names of parts stand unpacked in a zip, in front of each part and in its list. */
function isPackage(bytes: Uint8Array): boolean {
  return begins(bytes, 'PK\x03\x04');
}

function begins(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && isAt(bytes, text, 0);
}

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0 && at + text.length <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, text, at)) return true;
  }
  return false;
}

function isAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
