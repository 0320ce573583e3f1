import type { Cell } from './cells.ts';
import type { FindingCode } from './findings.ts';
import { type MoneyUnit, moneyUnits } from './money-units.ts';
import { plainText, saysNothing, saysUndecided } from './text.ts';

/** What an amount cell says, in 万元. `missing`: nothing stands there, which matters only where the cell is required. */
export type ReadAmount = { wan: number | null; missing: boolean; codes: readonly FindingCode[] };

const approximate = /^(?:大约|约|近|估算|预估|估|预计|暂估|暂定)|(?:左右|上下|以内)$/;
const leadingNote = /^\([^()\d]+\)(?=.)/;
const trailingNote = /\([^()]*\)$|[,;](?:其中|含|包括).*$|(?:其中|含|包括)[^\d].*$/;

/** Rounds away what binary fractions add: an amount is never finer than 0.000001 万元, one fen. */
export function tidy(wan: number): number {
  return Math.round(wan * 1_000_000) / 1_000_000;
}

/** Reads an amount given in the column's unit; a unit in the cell itself wins over the column's. */
export function readAmount(cell: Cell, columnUnit: MoneyUnit): ReadAmount {
  const text = plainText(cell.value);
  if (cell.error !== undefined || /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?/.test(text)) return failed('FORMULA_ERROR');
  if (cell.value === null || saysNothing(text) || saysUndecided(text)) return { wan: null, missing: true, codes: [] };
  if (cell.date !== undefined || typeof cell.value === 'boolean') return failed('AMOUNT_UNPARSEABLE');
  if (typeof cell.value === 'number') return finished(cell.value, columnUnit, columnUnit, []);
  return readText(text, columnUnit);
}

function readText(whole: string, columnUnit: MoneyUnit): ReadAmount {
  const codes: FindingCode[] = [];
  let text = whole.replace(/^(人民币)?[¥￥]?/, '');
  const accounting = /^\(([\d,.]+)\)$/.exec(text);
  if (accounting) text = `-${accounting[1]}`;
  const bracketedUnit = /\(((?:亿|千万|百万|万|千)?元|亿|万)\)$/.exec(text);
  if (bracketedUnit) text = text.slice(0, -bracketedUnit[0].length) + bracketedUnit[1];
  if (leadingNote.test(text)) {
    text = text.replace(leadingNote, '');
    codes.push('AMOUNT_WITH_NOTE');
  }
  if (trailingNote.test(text)) {
    text = text.replace(trailingNote, '');
    codes.push('AMOUNT_WITH_NOTE');
  }
  if (approximate.test(text)) {
    text = text.replace(approximate, '').replace(approximate, '');
    codes.push('AMOUNT_APPROX');
  }
  const both = /^(\d+(?:\.\d+)?)亿(\d+(?:\.\d+)?)万元?$/.exec(text);
  if (both) return finished(Number(both[1]) * 10_000 + Number(both[2]), '万元', columnUnit, [...codes, 'UNIT_IN_CELL']);
  const match =
    /^([-−–+]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?(亿元|亿|千万元|百万元|万元|万|千元|元)?(?:人民币)?$/i.exec(
      text,
    );
  if (!match) return failed('AMOUNT_UNPARSEABLE');
  const size = Number(`${match[2]?.replaceAll(',', '')}e${match[3] ?? '0'}`);
  const unit = ownUnit(match[4]) ?? columnUnit;
  return finished(match[1] && match[1] !== '+' ? -size : size, unit, columnUnit, codes);
}

function ownUnit(text: string | undefined): MoneyUnit | null {
  switch (text) {
    case undefined:
      return null;
    case '亿':
    case '亿元':
      return '亿元';
    case '千万元':
    case '百万元':
    case '千元':
    case '元':
      return text;
    default:
      return '万元';
  }
}

function finished(size: number, unit: MoneyUnit, columnUnit: MoneyUnit, before: readonly FindingCode[]): ReadAmount {
  if (!Number.isFinite(size)) return failed('AMOUNT_UNPARSEABLE');
  const codes = [...before];
  if (unit !== columnUnit && !codes.includes('UNIT_IN_CELL')) codes.push('UNIT_IN_CELL');
  if (size < 0) codes.push('AMOUNT_NEGATIVE');
  return { wan: tidy(size * moneyUnits[unit]), missing: false, codes };
}

function failed(code: FindingCode): ReadAmount {
  return { wan: null, missing: false, codes: [code] };
}
