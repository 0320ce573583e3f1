import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnedFrom, recalledFor, shapeOf } from './correction.ts';
import { touchedRecords } from './undo.ts';

const sheetOf = (name: string, headers: readonly string[]) => ({
  name,
  role: 'list' as const,
  columns: headers.map((header, index) => ({
    index,
    letter: String.fromCharCode(65 + index),
    header,
    field: null,
    unit: null,
    hidden: false,
  })),
});

describe('a correction remembered', () => {
  const sheet = sheetOf('台账', ['项目名称', '盘子', '2026年计划投资', '金额', '金额']);
  const correction = {
    mapping: [
      { sheet: '台账', header: '2026年计划投资', nth: 0, field: 'annualPlanWan' as const, unit: '亿元' as const },
      { sheet: null, header: '金额', nth: 1, field: 'investDoneLastYearEndWan' as const },
      { sheet: '别的表', header: '项目名称', nth: 0, field: null },
    ],
  };

  it('is said again of next year’s list, in that list’s own words', () => {
    const next = sheetOf('2027', ['项目名称', '盘子', '2027年计划投资', '金额', '金额']);
    expect(shapeOf(next)).toBe(shapeOf(sheet));
    const learned = learnedFrom(sheet, correction);
    expect(learned && recalledFor(next, learned)).toEqual([
      { sheet: '2027', header: '2027年计划投资', nth: 0, field: 'annualPlanWan', unit: '亿元' },
      { sheet: '2027', header: '金额', nth: 1, field: 'investDoneLastYearEndWan' },
    ]);
  });

  it.each([
    ['nothing was said', sheet, {}],
    ['another sheet was meant', sheet, { mapping: correction.mapping.slice(2) }],
    ['the sheet is no list', { ...sheet, role: 'summary' as const }, correction],
  ])('is nothing where %s', (_why, of, said) => {
    expect(learnedFrom(of, said)).toBeNull();
  });

  it('is of another shape where a column comes, goes or moves, and of the same where only the year differs', () => {
    const headers = fc.array(fc.constantFrom('项目名称', '总投资', '责任单位', '备注', '金额'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(headers, headers, fc.integer({ min: 2000, max: 2099 }), (one, other, year) => {
        expect(shapeOf(sheetOf('a', one)) === shapeOf(sheetOf('b', other))).toBe(one.join() === other.join());
        const dated = (at: number) => shapeOf(sheetOf('a', [...one, `${at}年计划`]));
        expect(dated(year)).toBe(dated(2026));
      }),
    );
  });
});

describe('what an import wrote', () => {
  it('is each record once: as it was before the first writing, and in the version after the last', () => {
    const write = { sheet: '台账', row: 3, entity: 'project', projectId: 'p', before: null, after: {} };
    const twice = [
      { ...write, seq: 1, id: 'p', version: 1 },
      { ...write, seq: 2, id: 'q', version: 1 },
      { ...write, seq: 5, id: 'p', version: 2, before: { name: '旧' }, after: { name: '新' } },
    ];
    expect(touchedRecords(twice).map(({ id, before, version, seqs }) => ({ id, before, version, seqs }))).toEqual([
      { id: 'p', before: null, version: 2, seqs: [1, 5] },
      { id: 'q', before: null, version: 1, seqs: [2] },
    ]);
  });
});
