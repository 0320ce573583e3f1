import { cellAt, isBlank, type MergeLookup, type SheetGrid } from './cells.ts';
import type { Field } from './fields.ts';
import type { Header } from './headers.ts';
import { plainText } from './text.ts';
import { levelInHeading, stageInHeading } from './words.ts';

/** What a row of a list is. Sections, subtotals and totals give no project but say something about those that do. */
export type RowKind =
  | { kind: 'blank' | 'header' | 'note' | 'total' }
  | { kind: 'project' | 'part' }
  | { kind: 'subtotal'; column: number; text: string }
  | { kind: 'section'; column: number; text: string; depth: number };

type Own = { column: number; text: string; isNumber: boolean };

const totalWords = /^(.{0,12}?)(小计|合计|总计|共计|总和|累计)(\(?共?\d+[个项]\)?|\(\d+\))?[:：]?$/;
const noteStart = /^(注|备注|说明|附注|填表说明|填报说明)\d?[:：.、]|^[※★*]/;
const signature =
  /^(填表|填报|制表|制单|编制|审核|审批|审签|校核|报送|联系|复核|经办|打印|统计|单位|分管|主要|负责)(人|单位|部门|时间|日期|领导|负责人|电话)*(\([^()]{0,8}\))?[:：]/;
const chineseOrdinal = /^[一二三四五六七八九十]+$/;
const depths: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]+(部分|类|章)/, 1],
  [/^[一二三四五六七八九十]+[、.,:]/, 1],
  [/^\([一二三四五六七八九十]+\)/, 2],
  [/^\d+[、.](?!\d)/, 3],
  [/^\(\d+\)/, 4],
];

/** Tells what a row is from its own cells; a cell that a merge fills from above is not its own. */
export function rowKind(sheet: SheetGrid, header: Header, merged: MergeLookup, row: number): RowKind {
  const own = ownCells(sheet, row);
  const first = own[0];
  if (first === undefined) return { kind: 'blank' };
  if (repeatsHeader(own, sheet, header)) return { kind: 'header' };
  const nameColumn = columnOf(header, 'name');
  const seqColumn = columnOf(header, 'seq');
  const name = own.find((cell) => cell.column === nameColumn);
  const total = own.find((cell) => !cell.isNumber && (cell.column <= nameColumn || name === undefined) && totalWords.test(cell.text));
  if (total) return totalKind(total);
  if (own.length <= 4 && first.column <= nameColumn && !first.isNumber && (noteStart.test(first.text) || signature.test(first.text)))
    return { kind: 'note' };
  const section = sectionKind(own, header, merged, row, nameColumn, seqColumn);
  if (section) return section;
  if (name && /^其中[:：]?/.test(name.text) && name.text.length > 3) return { kind: 'part' };
  if (name) return { kind: 'project' };
  const besidesSeq = own.filter((cell) => cell.column !== seqColumn);
  if (besidesSeq.length === 0) return { kind: 'blank' };
  return besidesSeq.length === 1 && own.length === 1 ? { kind: 'note' } : { kind: 'project' };
}

/** Whether a row right below a total only splits it: 其中：续建项目（2个）, 新开工项目（2个）, with sums and nothing else. */
export function splitsTotal(sheet: SheetGrid, header: Header, row: number): boolean {
  const own = ownCells(sheet, row);
  const texts = own.filter((cell) => !isSum(cell, header));
  const text = texts[0]?.text.replace(/^其中[:：]?/, '') ?? '';
  const saysClass = levelInHeading(text) !== null || stageInHeading(text) !== null;
  return texts.length === 1 && own.length > 1 && saysClass && (statedCount(text) !== null || /(项目|工程|类)$/.test(text));
}

/** The column of a field, or -1. */
export function columnOf(header: Header, field: Field): number {
  return header.columns.find((column) => column.field === field)?.index ?? -1;
}

/** The number of projects that a heading states: （22个）, 共22项. */
export function statedCount(text: string): number | null {
  const match = /[(（]\s*共?(?:计)?(\d+)\s*[个项]?[^)）]{0,6}[)）]\s*$|共(?:计)?(\d+)[个项]/.exec(plainText(text));
  const count = match?.[1] ?? match?.[2];
  return count === undefined ? null : Number(count);
}

function ownCells(sheet: SheetGrid, row: number): Own[] {
  return (sheet.rows[row] ?? [])
    .map((cell, column) => ({ cell, column }))
    .filter(({ cell }) => !isBlank(cell))
    .map(({ cell, column }) => ({ column, text: plainText(cell.value ?? cell.error ?? null), isNumber: typeof cell.value === 'number' }));
}

function repeatsHeader(own: readonly Own[], sheet: SheetGrid, header: Header): boolean {
  let same = 0;
  for (const { column, text } of own) {
    for (let row = header.top; row <= header.bottom; row++) {
      if (plainText(cellAt(sheet, row, column).value) !== text) continue;
      same++;
      break;
    }
  }
  return same >= 2 && same >= 0.6 * own.length;
}

function totalKind(total: Own): RowKind {
  const match = totalWords.exec(total.text);
  const isWhole = match?.[2] !== '小计' && (match?.[1] ?? '') === '';
  return isWhole ? { kind: 'total' } : { kind: 'subtotal', column: total.column, text: total.text };
}

/**
 * A heading: numbered in Chinese, or one text across the list. It may carry sums of its own, so that numbers
 * in money columns do not speak against it; an Arabic number in the seq column does.
 */
function sectionKind(
  own: readonly Own[],
  header: Header,
  merged: MergeLookup,
  row: number,
  nameColumn: number,
  seqColumn: number,
): RowKind | null {
  const texts = own.filter((cell) => !isSum(cell, header));
  const first = texts[0];
  if (first === undefined || first.isNumber || first.column > nameColumn) return null;
  const second = texts[1];
  if (first.column === seqColumn && second?.column === nameColumn && texts.length === 2) {
    const ordinal = first.text.replace(/[、.,]$/, '');
    if (chineseOrdinal.test(ordinal)) return { kind: 'section', column: second.column, text: second.text, depth: 1 };
    if (/^\([一二三四五六七八九十]+\)$/.test(ordinal)) return { kind: 'section', column: second.column, text: second.text, depth: 2 };
  }
  if (texts.length > 1) return null;
  const depth = depths.find(([pattern]) => pattern.test(first.text))?.[1];
  if (depth !== undefined && depth <= 2) return { kind: 'section', column: first.column, text: first.text, depth };
  const level = levelInHeading(first.text);
  const saysClass = level !== null || stageInHeading(first.text) !== null;
  const isHeading = statedCount(first.text) !== null || (saysClass && /(项目|工程|类)$/.test(first.text) && first.text.length <= 16);
  const merge = merged(row, first.column);
  const spans = merge !== null && merge.right - merge.left >= 2;
  if (own.length > 1 && !(isHeading && spans)) return null;
  if (isHeading && (spans || first.column < nameColumn || seqColumn >= 0))
    return { kind: 'section', column: first.column, text: first.text, depth: depth ?? (level === null && saysClass ? 2 : 1) };
  if (spans)
    return first.text.length > 40 || /[。；]$/.test(first.text)
      ? { kind: 'note' }
      : { kind: 'section', column: first.column, text: first.text, depth: depth ?? 1 };
  return null;
}

function isSum(cell: Own, header: Header): boolean {
  const column = header.columns[cell.column];
  return column?.unit != null && /^-?[\d,.]+((亿|万)?元|亿|万)?$/.test(cell.text);
}
