import { describe, expect, it, test } from 'vitest';
import { listDay, listWeek } from './list-days.ts';
import { lastMonthIn, monthClaims } from './months.ts';
import { readPercent } from './percents.ts';

const fieldsOf = (paths: string[], title = '') => monthClaims(paths, title).map(({ index, field }) => `${paths[index]} ${field}`);

describe('the months of a plan', () => {
  test.each([
    ['1月/计划', 'planByMonthWan.0'],
    ['一月份计划投资', 'planByMonthWan.0'],
    ['01月计划', 'planByMonthWan.0'],
    ['十二月/完成', 'doneByMonthWan.11'],
    ['3月(实际完成)', 'doneByMonthWan.2'],
    ['各月计划投资/10月', 'planByMonthWan.9'],
    ['11月计划完成投资', 'planByMonthWan.10'],
    ['2026.3计划', 'planByMonthWan.2'],
    ['1-3月/计划', 'cumPlanByMonthWan.2'],
    ['一至六月累计完成', 'cumDoneByMonthWan.5'],
    ['2026年1—9月计划', 'cumPlanByMonthWan.8'],
  ])('%s alone is %s', (path, field) => expect(monthClaims([path], '').map((claim) => claim.field)).toEqual([field]));

  test.each(['完成率', '1-3月完成率', '3月形象进度', '截至9月25日累计完成', '4-6月计划', '项目名称'])('%s is no month', (path) =>
    expect(monthClaims([path], '')).toEqual([]),
  );

  it('hold what is done so far in one column beside them', () => {
    expect(fieldsOf(['1月/计划', '1月/完成', '1-8月累计完成'])).toEqual([
      '1月/计划 planByMonthWan.0',
      '1月/完成 doneByMonthWan.0',
      '1-8月累计完成 cumDoneWan',
    ]);
    expect(lastMonthIn('1-8月累计完成')).toBe(8);
  });

  it('without a word are the plan, or what is done where the title says that alone', () => {
    expect(fieldsOf(['1月', '2月'], '2026年月度投资计划表')).toEqual(['1月 planByMonthWan.0', '2月 planByMonthWan.1']);
    expect(fieldsOf(['1月', '2月'], '2026年各月完成投资情况')).toEqual(['1月 doneByMonthWan.0', '2月 doneByMonthWan.1']);
  });
});

describe('a share', () => {
  test.each([
    [{ value: 0.6, format: '0.0%' }, 0.6, []],
    [{ value: '64.1%' }, 0.641, []],
    [{ value: '５７．８％' }, 0.578, []],
    [{ value: 72.1 }, 0.721, ['PERCENT_SCALE']],
    [{ value: 2.0183, format: '0.0%' }, 2.0183, []],
    [{ value: 0.721 }, 0.721, []],
    [{ value: '—' }, null, []],
    [{ value: '过半' }, null, ['AMOUNT_UNPARSEABLE']],
    [{ value: null, error: '#DIV/0!' }, null, ['FORMULA_ERROR']],
  ])('%j is %s', (cell, percent, codes) => expect(readPercent(cell)).toEqual({ percent, codes }));
});

describe('the time of a list', () => {
  test.each([
    ['更新时间：2022年9月25日', '2022-09-25'],
    ['（截至2026年9月底） 单位：万元', '2026-09-30'],
    ['数据截止9月20日', '2026-09-20'],
    ['填报单位：示例区发改委', null],
  ])('%s holds up to %s', (text, expected) => expect(listDay(text, 2026)).toBe(expected));

  test.each([
    ['示例区重点项目周报（2022年第38期） 9月19日—9月25日', 2022, '2022-W38'],
    ['12月29日—1月4日', null, null],
    ['2026年第39周 填报', 2026, '2026-W39'],
    ['截至2026年9月27日', 2026, '2026-W39'],
    ['第38期', 2026, null],
  ])('%s is of week %s %s', (text, year, expected) => expect(listWeek(text, year)).toBe(expected));
});
