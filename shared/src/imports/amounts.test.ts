import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAmount } from './amounts.ts';
import type { MoneyUnit } from './money-units.ts';

const cases: [string | number, MoneyUnit, number | null, string[]][] = [
  [99.2, '亿元', 992_000, []],
  ['１２０', '亿元', 1_200_000, []],
  [' 1,842.6 ', '万元', 1842.6, []],
  ['１８，５００', '万元', 18_500, []],
  ['1101万元', '万元', 1101, []],
  ['451450万元', '亿元', 451_450, ['UNIT_IN_CELL']],
  ['0.0845亿元', '万元', 845, ['UNIT_IN_CELL']],
  ['50000元', '万元', 5, ['UNIT_IN_CELL']],
  ['12.5（亿元）', '亿元', 125_000, []],
  ['约320.8', '万元', 320.8, ['AMOUNT_APPROX']],
  ['3000左右', '万元', 3000, ['AMOUNT_APPROX']],
  ['526.57（含专项债）', '万元', 526.57, ['AMOUNT_WITH_NOTE']],
  ['800，其中专项债500', '万元', 800, ['AMOUNT_WITH_NOTE']],
  ['（估算）1200', '万元', 1200, ['AMOUNT_WITH_NOTE']],
  ['人民币1200万元', '万元', 1200, []],
  ['12亿3000万元', '万元', 123_000, ['UNIT_IN_CELL']],
  [-1087, '万元', -1087, ['AMOUNT_NEGATIVE']],
  ['−1087', '万元', -1087, ['AMOUNT_NEGATIVE']],
  ['(1,087)', '万元', -1087, ['AMOUNT_NEGATIVE']],
  ['详见附表', '万元', null, ['AMOUNT_UNPARSEABLE']],
  ['100-200', '万元', null, ['AMOUNT_UNPARSEABLE']],
  ['#REF!', '万元', null, ['FORMULA_ERROR']],
];

describe('an amount', () => {
  test.each(cases)('%s in a column of %s is %s 万元', (value, unit, wan, codes) => {
    expect(readAmount({ value }, unit)).toEqual({ wan, missing: false, codes });
  });

  test.each(['', '—', '/', '无', '暂无', '待定', '－'])('that says “%s” is missing and nothing else', (value) => {
    expect(readAmount({ value }, '万元')).toEqual({ wan: null, missing: true, codes: [] });
  });

  it('reads the same with thousands separators, full-width digits and its own unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (yuanTenths) => {
        const text = (yuanTenths / 100).toFixed(2);
        const grouped = text.replace(/\B(?=(\d{3})+\.)/g, ',');
        const wide = [...text].map((char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join('');
        for (const value of [text, grouped, wide, `${text}万元`, ` ${grouped} 万`])
          expect(readAmount({ value }, '万元').wan).toBe(yuanTenths / 100);
      }),
    );
  });
});
