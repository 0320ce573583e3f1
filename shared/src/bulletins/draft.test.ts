import { describe, expect, test } from 'vitest';
import { numbersOf } from '../documents/tokens.ts';
import { day, Month } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import type { BulletinRow } from './input.ts';
import { bodyOf, draft, headingsOf, project } from './sample-month.ts';

describe('what a bulletin says', () => {
  test('an empty month says that there was nothing to rate, and nothing else', () => {
    const document = draft([]);
    expect(headingsOf(document)).toEqual([]);
    expect(bodyOf(document)).toContain('没有在库项目，无评定内容');
    expect(numbersOf(document)).toEqual([]);
    expect(document.annexes).toEqual([]);
  });

  test('one green project without a past gives no comparison, no ranking and no empty section', () => {
    const document = draft([project(1)]);
    expect(headingsOf(document)).toEqual(['一、总体情况', '二、绿灯项目', '三、下一步要求']);
    expect(bodyOf(document)).toContain('本月评定绿灯1个，没有黄灯、红灯项目。');
    expect(bodyOf(document)).not.toContain('上月');
    expect(bodyOf(document)).not.toMatch(/[^0-9.]0个|NaN|null|undefined/);
    expect(document.annexes).toEqual([]);
    expect(document.title.join('')).toBe('关于2026年10月全区重点项目推进情况的通报');
  });

  test('the title names both kinds where both are listed', () => {
    const document = draft([project(1), project(2, { kind: 'reconstruction' })]);
    expect(document.title.join('')).toBe('关于2026年10月全区重点项目和灾后重建项目推进情况的通报');
    expect(bodyOf(document)).toContain('（一）重点项目和灾后重建。');
  });

  test.each([
    [{ green: 1, yellow: 0, red: 0 }, '各灯个数与上月持平'],
    [{ green: 3, yellow: 0, red: 0 }, '与上月相比，绿灯减少2个'],
    [{ green: 0, yellow: 2, red: 1 }, '与上月相比，红灯减少1个，黄灯减少2个，绿灯增加1个'],
  ])('against last month’s %j it says %s', (previousMonthCounts, said) => {
    expect(bodyOf(draft([project(1)], { previousMonthCounts }))).toContain(said);
  });

  test.each<[string, Partial<BulletinRow>, string]>([
    ['no year’s plan', { yearPlan: null, plannedToDate: null }, '总投资5,000万元。本年累计完成投资800万元。'],
    ['no plan to date', { plannedToDate: wan(0) }, '年度计划投资1,000万元，累计完成800万元，为年度计划的80.0%。'],
    ['both', {}, '累计完成800万元，为年度计划的80.0%，为序时计划800万元的100.0%，达到序时进度。'],
  ])('with %s it holds the investment only against what there is', (_name, changes, said) => {
    expect(bodyOf(draft([project(1, changes)]))).toContain(said);
  });

  test('projects without a plan stay out of the rate and are said to', () => {
    const document = draft([project(1), project(2, { yearPlan: null, plannedToDate: null, doneThisYear: wan(900) })]);
    expect(bodyOf(document)).toContain('列有年度投资计划的1个项目年度计划投资1,000万元，累计完成800万元');
  });

  test('a red project stands once, under its main reason, and the fullest dimension comes first', () => {
    const document = draft([
      project(1, { lamp: 'red', reasons: [{ dimension: 'approvals', text: '环评超期6日' }] }),
      project(2, {
        lamp: 'red',
        reasons: [
          { dimension: 'progress', text: '投资滞后22%' },
          { dimension: 'approvals', text: '施工许可超期9日' },
        ],
      }),
      project(3, { lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后19%' }] }),
      project(4, { lamp: 'red' }),
    ]);
    const body = bodyOf(document);
    expect(body).toContain('（一）投资进度滞后。共2个。示例工程2（住建局）投资滞后22%、施工许可超期9日；示例工程3（住建局）投资滞后19%。');
    expect(body).toContain('（二）手续办理超期。共1个。');
    expect(body).toContain('（三）其他原因。共1个。示例工程4（住建局）。');
  });

  test('praise and criticism name projects in the board’s order and take the section’s name from what there is', () => {
    const rows = [project(1), project(2), project(3)];
    const ids = rows.map((row) => row.projectId);
    const both = draft(rows, { praise: [ids[2], ids[0]].filter((id) => id !== undefined), criticise: ids.slice(1, 2) });
    expect(headingsOf(both)).toContain('三、表扬和批评');
    expect(bodyOf(both)).toContain('对示例工程3（住建局）、示例工程1（住建局）等2个项目予以通报表扬；对示例工程2（住建局）予以通报批评。');
    expect(headingsOf(draft(rows, { praise: ids }))).toContain('三、通报表扬');
  });

  test('what should have started and has not, and what started early, is named', () => {
    const started = { yearClass: 'new', actualStart: day('2026-10-31') } as const;
    const document = draft([
      project(1, { ...started, plannedStart: Month.parse('2026-10') }),
      project(2, { ...started, plannedStart: Month.parse('2026-12') }),
      project(3, { yearClass: 'new', plannedStart: Month.parse('2026-10'), actualStart: day('2026-11-01') }),
    ]);
    expect(bodyOf(document)).toContain(
      '年度计划新开工3个，已开工2个，开工率66.7%。应开未开1个：示例工程3（住建局）。提前开工1个：示例工程2（住建局）。',
    );
  });

  test('suspended projects are counted apart and withdrawn ones not at all', () => {
    const document = draft([project(1), project(2, { standing: 'suspended', lamp: 'red' }), project(3, { standing: 'withdrawn' })]);
    expect(bodyOf(document)).toContain('对全区1个在库项目');
    expect(bodyOf(document)).toContain('另有停建项目1个，未列入本期统计：示例工程2。');
    expect(document.annexes).toEqual([]);
  });
});
