import type { Cell } from './cells.ts';
import type { FindingCode } from './findings.ts';
import { plainText, saysNothing, saysUndecided } from './text.ts';

/** What a cell with a share says: 0.6 for 60 %. */
export type ReadPercent = { percent: number | null; codes: readonly FindingCode[] };

/**
 * Reads a share. A number with a percent format, or with the sign, is what it shows; any other above 5 was written
 * as 72.1 where 0.721 is meant: nobody does five times a year's plan.
 */
export function readPercent(cell: Cell): ReadPercent {
  const text = plainText(cell.value);
  if (cell.error !== undefined || /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?/.test(text)) return failed('FORMULA_ERROR');
  if (saysNothing(text) || saysUndecided(text)) return { percent: null, codes: [] };
  const match = /^(约|近)?([-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d*\.?\d+)(%)?(左右|以上)?$/.exec(text);
  if (cell.date !== undefined || typeof cell.value === 'boolean' || !match) return failed('AMOUNT_UNPARSEABLE');
  const codes: FindingCode[] = match[1] || match[4] ? ['AMOUNT_APPROX'] : [];
  const size = typeof cell.value === 'number' ? cell.value : Number(match[2]?.replaceAll(',', '').replace('−', '-'));
  if (match[3] !== undefined) return { percent: tidy(size / 100), codes };
  if (typeof cell.value === 'number' && cell.format?.includes('%') === true) return { percent: tidy(size), codes };
  return Math.abs(size) > 5 ? { percent: tidy(size / 100), codes: [...codes, 'PERCENT_SCALE'] } : { percent: tidy(size), codes };
}

/** Rounds away what binary fractions add. */
function tidy(share: number): number {
  return Math.round(share * 1e8) / 1e8;
}

function failed(code: FindingCode): ReadPercent {
  return { percent: null, codes: [code] };
}
