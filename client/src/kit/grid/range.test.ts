import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cursor, moved, rangeOf, toTsv } from './range.ts';

const size = { rows: 100, columns: 10, page: 20 };
const cursor = (row: number, column: number): Cursor => ({ at: { row, column }, from: { row, column } });
const press = (key: string, held: { ctrl?: boolean; shift?: boolean } = {}) => ({ key, ctrl: false, shift: false, ...held });

describe('a key leads', () => {
  test.each<[string, object, [number, number], [number, number]]>([
    ['ArrowDown', {}, [5, 5], [6, 5]],
    ['ArrowUp', {}, [0, 5], [-1, 5]],
    ['ArrowUp', { ctrl: true }, [50, 5], [0, 5]],
    ['ArrowDown', { ctrl: true }, [5, 5], [99, 5]],
    ['ArrowRight', {}, [5, 9], [5, 9]],
    ['Home', {}, [5, 5], [5, 0]],
    ['End', { ctrl: true }, [5, 5], [99, 9]],
    ['PageDown', {}, [90, 5], [99, 5]],
    ['PageUp', {}, [50, 5], [30, 5]],
  ])('%s %j from %j to %j', (key, held, [row, column], [toRow, toColumn]) => {
    expect(moved(cursor(row, column), press(key, held), size)?.at).toEqual({ row: toRow, column: toColumn });
  });

  test('nowhere where it moves nothing', () => {
    expect(moved(cursor(1, 1), press('Enter'), size)).toBeNull();
  });

  test('with Shift the range grows from where it began, and never into the header', () => {
    const grown = moved(cursor(1, 1), press('ArrowRight', { shift: true }), size) ?? cursor(0, 0);
    const further = moved(grown, press('ArrowUp', { shift: true, ctrl: true }), size) ?? cursor(0, 0);
    expect(rangeOf(further)).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
    expect(moved(cursor(0, 1), press('ArrowUp', { shift: true }), size)?.at.row).toBe(0);
  });
});

/** What a spreadsheet makes of pasted text. */
function pasted(text: string): string[][] {
  const cells: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    cells.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') cells.push([]);
    if (match[3] === '') break;
  }
  return cells;
}

describe('copied cells', () => {
  test('come out of a paste as they were, whatever stands in them', () => {
    const word = fc.string().filter((each) => !/^[=+\-@＝＋－＠]/.test(each));
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(rows, (each) => {
        expect(pasted(toTsv(each))).toEqual(each);
      }),
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['-12.5', '-12.5'],
    ['-1+1', "'-1+1"],
    ['12,450', '12,450'],
  ])('%s is no formula', (text, expected) => {
    expect(toTsv([[text]])).toBe(expected);
  });
});
