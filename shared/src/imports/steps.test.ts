import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Cell } from './cells.ts';
import { readStepCell } from './step-cells.ts';
import { stepMeanings } from './steps.ts';

const said = (value: Cell['value'], rest: Partial<Cell> = {}) => {
  const { status, date, docNo, promiseBy, codes } = readStepCell({ value, ...rest });
  return [status, date, docNo, promiseBy, ...codes];
};

describe('a header of approvals', () => {
  test.each([
    ['立项阶段/立项', 'steps.lixiang'],
    ['立项用地规划许可阶段/可研批复', 'steps.lixiang'],
    ['立项用地规划许可阶段/用地预审与选址意见', 'steps.yudi'],
    ['建设用地规划许可证', 'steps.guihua1'],
    ['建设工程规划许可证', 'steps.guihua2'],
    ['环评/办理状态', 'steps.huanping.status'],
    ['环评批复/批复时间', 'steps.huanping.date'],
    ['节能审查/文号', 'steps.jieneng.docNo'],
    ['施工图审查', 'steps.shigongtu'],
    ['施工许可证/许可证号', 'steps.shigong.docNo'],
    ['是否办理施工许可', 'steps.shigong.status'],
    ['立项/实际办结时间', 'steps.lixiang.date'],
    ['乡村建设规划许可证', 'steps.guihua2'],
  ])('%s means %s', (path, field) => expect(stepMeanings(path)[0]?.field).toBe(field));

  test.each(['竣工验收备案', '消防设计审查', '已办/应办', '项目名称', '备注', '立项/计划办结时间', '环评/责任单位', '环评/受理时间'])(
    '%s is no step',
    (path) => expect(stepMeanings(path)).toEqual([]),
  );
});

describe('the cell of an approval step', () => {
  test.each<[Cell['value'], (string | null)[]]>([
    ['2020-04-30\n示发改〔2020〕26号', ['done', '2020-04-30', '示发改〔2020〕26号', null]],
    ['2021年4月6日\n4101062021000065', ['done', '2021-04-06', '4101062021000065', null]],
    ['2021.4.6 SGT20210130', ['done', '2021-04-06', 'SGT20210130', null]],
    ['示环审（2020）61号', ['done', null, '示环审〔2020〕61号', null]],
    ['已批复，示发改[2021]9号，2021/3/8', ['done', '2021-03-08', '示发改〔2021〕9号', null]],
    ['已办结', ['done', null, null, null]],
    ['√', ['done', null, null, null]],
    ['正在办理\n（资料已报）', ['in_progress', null, null, null]],
    ['审查中', ['in_progress', null, null, null]],
    ['正在办理，预计2026年12月20日取得', ['in_progress', null, null, null]],
    ['无需办理', ['not_needed', null, null, null]],
    ['/', ['not_needed', null, null, null]],
    ['未办理', ['not_started', null, null, null]],
    ['—', [null, null, null, null]],
    [null, [null, null, null, null]],
    ['容缺（承诺2022年12月底前补齐）', ['deferred', null, null, '2022-12']],
    ['容缺办理，2022年12月补齐', ['deferred', null, null, '2022-12']],
    ['待核', ['unknown', null, null, null, 'APPROVAL_STATUS_UNKNOWN']],
    ['待核 2022-01-08', ['unknown', '2022-01-08', null, null, 'APPROVAL_STATUS_UNKNOWN']],
    ['2021-02-30\n地字第4101062021050号', ['done', null, '地字第4101062021050号', null, 'DATE_INVALID']],
    ['22.4.6 示发改〔2022〕1号', ['done', '2022-04-06', '示发改〔2022〕1号', null, 'DATE_TWO_DIGIT_YEAR']],
    [44_582, ['done', '2022-01-21', null, null, 'DATE_RAW_SERIAL']],
  ])('%j says %j', (value, expected) => expect(said(value)).toEqual(expected));

  it('may be a date of Excel’s or a failed formula', () => {
    const { date } = readStepCell({ value: 44_582 });
    expect(said(44_582, date === null ? {} : { date })).toEqual(['done', '2022-01-21', null, null]);
    expect(said(null, { error: '#REF!' })).toEqual([null, null, null, null, 'FORMULA_ERROR']);
  });

  it('gives back the date and the number, whatever the style and whichever stands first', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.constantFrom(
          (y: number, m: number, d: number) => `${y}-${m}-${d}`,
          (y: number, m: number, d: number) => `${y}/${m}/${d}`,
          (y: number, m: number, d: number) => `${y}.${m}.${d}`,
          (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
        ),
        fc.constantFrom('示发改〔2020〕26号', '地字第4101062020005号', 'SGT20200174', '4101062021000065'),
        fc.constantFrom('\n', ' ', '，'),
        fc.boolean(),
        (on, style, number, gap, dateFirst) => {
          const text = style(on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate());
          const expected = ['done', on.toISOString().slice(0, 10), number, null];
          expect(said(dateFirst ? `${text}${gap}${number}` : `${number}${gap}${text}`)).toEqual(expected);
        },
      ),
    );
  });
});
