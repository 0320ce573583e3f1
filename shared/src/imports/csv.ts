import type { SheetGrid } from './cells.ts';

/**
 * Reads comma, semicolon or tab separated text (RFC 4180) as one sheet. Every value stays text: “2022.10” must not
 * become the number 2022.1. A line break within quotes does not end a record, and a row is a record.
 */
export function readCsv(text: string, sheetName: string): SheetGrid {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source);
  const rows: { value: string }[][] = [];
  let row: { value: string }[] = [];
  let value = '';
  let at = 0;
  const endRecord = (): void => {
    row.push({ value: unformula(value) });
    rows.push(row);
    row = [];
    value = '';
  };
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '"' && value === '') {
      const end = closingQuote(source, at + 1);
      value = source.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else if (char === separator) {
      row.push({ value: unformula(value) });
      value = '';
      at++;
    } else if (char === '\n' || char === '\r') {
      endRecord();
      at += char === '\r' && source[at + 1] === '\n' ? 2 : 1;
    } else {
      value += char;
      at++;
    }
  }
  if (value !== '' || row.length > 0) endRecord();
  return { name: sheetName, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (char: string): number => head.split(char).length;
  return [',', '\t', ';'].reduce((best, char) => (count(char) > count(best) ? char : best));
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** `="0012"` is how a list keeps Excel from reading a code as a number. */
function unformula(value: string): string {
  return /^="([^"]*)"$/.exec(value)?.[1] ?? value;
}
