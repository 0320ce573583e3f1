import type { WorkbookGrid } from '#shared/imports/cells.ts';
import type { ImportCorrection, KeptCorrection, RememberedMapping } from '#shared/imports/correction.ts';
import { recalledFor } from '#shared/imports/correction.ts';
import { glance } from '#shared/imports/headers.ts';
import { recogniseKind } from '#shared/imports/kinds.ts';
import { type ImportReading, readWorkbook } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readGrid } from './workbook.ts';

/** What is asked of a reading: a person's word, or what is remembered for files with the same headers. */
export type Recalling = {
  correction?: ImportCorrection;
  /** By the headers' fingerprint; used where a person has said nothing yet. */
  remembered?: Readonly<Record<string, RememberedMapping>>;
};

/** A file, understood: its reading, and the corrections that it was read with. */
export type Understood = KeptCorrection & { reading: ImportReading };

/** How much of the work is done when the cells are there: parsing takes most of it. */
const PARSED = 0.6;

/** Bytes of a file → rows and findings. Pure but for the parsing; run it through `run.ts`, which bounds its memory and time. */
export function understand(bytes: Buffer, fileName: string, correction: ImportCorrection = {}): ImportReading {
  return understandRecalling(bytes, fileName, { correction }).reading;
}

/** The same, with what is remembered for files with the same headers, and the corrections that it was read with. */
export function understandRecalling(
  bytes: Buffer,
  fileName: string,
  { correction = {}, remembered = {} }: Recalling = {},
  onProgress: (share: number) => void = () => undefined,
): Understood {
  const grid = readGrid(bytes, fileName);
  onProgress(PARSED);
  const { kind, ...options } = correction;
  const recognised = recogniseKind(grid);
  const reading = readWorkbook(grid, kind ?? recognised, options);
  const recalled = recall(reading, remembered);
  if (recalled === null) return { reading: ofList(reading, grid), correction, remembered: [] };
  onProgress((PARSED + 1) / 2);
  const { kind: knownKind, ...known } = recalled.correction;
  return { ...recalled, reading: ofList(readWorkbook(grid, knownKind ?? recognised, known), grid) };
}

/** A reading of nothing is refused; where the lists are on hidden sheets, naming these. */
function ofList(reading: ImportReading, { sheets }: WorkbookGrid): ImportReading {
  if (reading.sheets.some(({ role }) => role === 'list')) return reading;
  // Who has left all lists out knows where they are.
  const isAsked = reading.sheets.some(({ role }) => role === 'left-out');
  const isHidden = new Set(reading.sheets.filter(({ role }) => role === 'hidden').map(({ name }) => name));
  const hidden = sheets.filter((sheet) => isHidden.has(sheet.name) && glance(sheet).length > 0).map(({ name }) => name);
  throw new DomainError(
    'FILE_UNREADABLE',
    hidden.length === 0 || isAsked ? { reason: 'no-list' } : { reason: 'hidden-list', sheets: hidden.join('、') },
  );
}

/** What is remembered for the sheets of a file, as a correction of it; null where it is new. */
function recall({ sheets }: ImportReading, remembered: NonNullable<Recalling['remembered']>): KeptCorrection | null {
  const found = sheets.flatMap((sheet) => {
    const known = sheet.role === 'list' ? remembered[fingerprintOf(sheet)] : undefined;
    return known ? [{ sheet, known }] : [];
  });
  if (found.length === 0) return null;
  const kind = found.find(({ known }) => known.kind !== null)?.known.kind;
  return {
    correction: { ...(kind ? { kind } : {}), mapping: found.flatMap(({ sheet, known }) => recalledFor(sheet, known)) },
    remembered: found.map(({ sheet }) => sheet.name),
  };
}
