import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readDate } from './dates.ts';
import { readSpan } from './spans.ts';

const precise = [
  '2022.3',
  '2022.03',
  '2022-03',
  '2022/3',
  '2022年3月',
  '2022 年 3 月 ',
  '２０２２．３',
  '202203',
  '20220315',
  '2022年3月15日',
  '2022/3/15',
  '2022-03-15 00:00:00',
  '2022年3月底前',
  '2022年3月份',
  '二〇二二年三月',
  '预计2022年3月开工',
  '2022年3月（计划）',
  '2022、3',
  '2022，3',
  '计划2022年3月底竣工',
  2022.3,
  202203,
];

const others: [string | number, string | null, string | null, string][] = [
  ['2022年', '2022-01', '2022-12', 'DATE_IMPRECISE'],
  ['2022', '2022-01', '2022-12', 'DATE_IMPRECISE'],
  ['2022年二季度末', '2022-06', '2022-06', 'DATE_IMPRECISE'],
  ['2022年上半年底', '2022-06', '2022-06', 'DATE_IMPRECISE'],
  ['2023年底前', '2023-12', '2023-12', 'DATE_IMPRECISE'],
  ['2022年年底', '2022-12', '2022-12', 'DATE_IMPRECISE'],
  ['2022年初', '2022-01', '2022-01', 'DATE_IMPRECISE'],
  ['2022年一季度', '2022-01', '2022-03', 'DATE_IMPRECISE'],
  ['2022年第4季度', '2022-10', '2022-12', 'DATE_IMPRECISE'],
  ['2022年下半年', '2022-07', '2022-12', 'DATE_IMPRECISE'],
  [2021.1, '2021-01', '2021-01', 'DATE_AMBIGUOUS'],
  [44_515, '2021-11', '2021-11', 'DATE_RAW_SERIAL'],
  ['22.2', '2022-02', '2022-02', 'DATE_TWO_DIGIT_YEAR'],
  ['20.11', '2020-11', '2020-11', 'DATE_TWO_DIGIT_YEAR'],
  ['22年3月', '2022-03', '2022-03', 'DATE_TWO_DIGIT_YEAR'],
  ['Mar-22', '2022-03', '2022-03', 'DATE_TWO_DIGIT_YEAR'],
  ['Abc-22', null, null, 'DATE_UNPARSEABLE'],
  ['2022.13', null, null, 'DATE_INVALID'],
  ['2021-02-30', null, null, 'DATE_INVALID'],
  ['尽快开工', null, null, 'DATE_UNPARSEABLE'],
  ['工期24个月', null, null, 'DATE_UNPARSEABLE'],
  ['6月', null, null, 'DATE_UNPARSEABLE'],
];

describe('a date', () => {
  test.each(precise)('%s is March 2022 and nothing to confirm', (value) => {
    expect(readDate({ value }, 'start')).toMatchObject({ month: '2022-03', code: null });
    expect(readDate({ value }, 'finish')).toMatchObject({ month: '2022-03', code: null });
  });

  test.each(others)('%s starts in %s or finishes in %s, with %s', (value, start, finish, code) => {
    expect(readDate({ value }, 'start')).toMatchObject({ month: start, code });
    expect(readDate({ value }, 'finish')).toMatchObject({ month: finish, code });
  });

  it('typed as 2022.1 text is January, since text keeps its zeros', () => {
    expect(readDate({ value: '2022.1' }, 'start')).toMatchObject({ month: '2022-01', code: null });
    expect(readDate({ value: '2022.10' }, 'start')).toMatchObject({ month: '2022-10', code: null });
  });

  it('never finishes before it starts, however imprecise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2035 }),
        fc.constantFrom('', '年', '年底', '年初', '年上半年', '年下半年', '年一季度', '年第三季度', '年中'),
        (year, part) => {
          const start = readDate({ value: `${year}${part}` }, 'start').month;
          const finish = readDate({ value: `${year}${part}` }, 'finish').month;
          expect(start !== null && finish !== null && start <= finish).toBe(true);
        },
      ),
    );
  });
});

const spans: [string, string | null, string | null, string[]][] = [
  ['2021—2023', '2021-01', '2023-12', ['DATE_IMPRECISE']],
  ['2021-2023年', '2021-01', '2023-12', ['DATE_IMPRECISE']],
  ['2021.3-2023.6', '2021-03', '2023-06', []],
  ['2021年3月至2023年6月', '2021-03', '2023-06', []],
  ['2022年3月-12月', '2022-03', '2022-12', []],
  ['2021-03-01至2022-05-01', '2021-03', '2022-05', []],
  ['2024年', '2024-01', '2024-12', ['DATE_IMPRECISE']],
  ['2022年起', '2022-01', null, ['DATE_IMPRECISE']],
  ['2022-06', '2022-06', null, []],
  ['24个月', null, null, ['DATE_UNPARSEABLE']],
  ['2023—25', '2023-01', '2025-12', ['DATE_IMPRECISE']],
  ['2023.03—2025.10（计划）', '2023-03', '2025-10', []],
  ['2023.13-2025.10', null, '2025-10', ['DATE_INVALID']],
  ['2023.3\n2025.10', '2023-03', '2025-10', []],
  ['2023年3月开工，2025年10月竣工', '2023-03', '2025-10', []],
];

const styles = fc.constantFrom(
  (year: number, month: number) => `${year}.${month}`,
  (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`,
  (year: number, month: number) => `${year}/${month}`,
  (year: number, month: number) => `${year}年${month}月`,
  (year: number, month: number) => ` ${year} 年 ${month} 月底前`,
);
const years = fc.integer({ min: 2015, max: 2035 });
const months = fc.integer({ min: 1, max: 12 });
const written = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

test('a month reads back in whatever style it is written', () => {
  fc.assert(
    fc.property(years, months, styles, (year, month, style) => {
      expect(readDate({ value: style(year, month) }, 'finish')).toMatchObject({ month: written(year, month), code: null });
    }),
  );
});

describe('start and finish in one cell', () => {
  it('read back in whatever styles they are joined', () => {
    fc.assert(
      fc.property(years, months, months, styles, styles, fc.constantFrom('—', '至', '~', ' - '), (year, from, to, first, second, dash) => {
        const value = `${first(year, from)}${dash}${second(year + 1, to)}`;
        expect(readSpan({ value })).toMatchObject({ start: written(year, from), finish: written(year + 1, to), codes: [] });
      }),
    );
  });

  test.each(spans)('%s is %s to %s', (value, start, finish, codes) => {
    expect(readSpan({ value })).toEqual({ start, finish, missing: false, codes });
  });
});
