import { describe, expect, test } from 'vitest';
import { textOf } from '../documents/numbers.ts';
import { day } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import { draft, project } from './sample-month.ts';

describe('the annexes', () => {
  const red = project(1, { lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后22%' }] });

  test('one alone has no number, several are numbered as the note below the body says', () => {
    expect(draft([red]).annexes.map((annex) => annex.label)).toEqual(['附件']);
    const two = draft([red], { rectifyBy: day('2026-11-06') });
    expect(two.annexes.map((annex) => annex.label)).toEqual(['附件1', '附件2']);
    expect(two.blocks.at(-1)).toEqual({ type: 'attachments', titles: ['10月份红灯项目情况表', '红灯项目整改时限表'] });
  });

  test('a deadline is the step’s own while it lies ahead, else the day for all', () => {
    const limits = (due: string) => {
      const document = draft([{ ...red, nextStep: { name: '施工许可', due: day(due), overdueDays: 0 } }], { rectifyBy: day('2026-11-06') });
      const [table] = document.annexes[1]?.blocks ?? [];
      return table?.type === 'table' ? textOf(table.rows[0]?.at(-1)?.inlines ?? []) : null;
    };
    expect(limits('2026-11-20')).toBe('11月20日');
    expect(limits('2026-10-20')).toBe('11月6日');
  });

  test('units are ranked by exact rates, and equal ones share a rank', () => {
    const document = draft([
      project(1, { unitName: '甲局', plannedToDate: wan(300), doneThisYear: wan(100) }),
      project(2, { unitName: '乙局', plannedToDate: wan(600), doneThisYear: wan(200) }),
      project(3, { unitName: '丙局', plannedToDate: wan(300), doneThisYear: wan(400) }),
      project(4, { unitName: '丁局', yearPlan: null, plannedToDate: null }),
    ]);
    const [table] = document.annexes.at(-1)?.blocks ?? [];
    const cells = table?.type === 'table' ? table.rows.map((row) => row.slice(0, 2).map((cell) => textOf(cell.inlines))) : [];
    expect(cells).toEqual([
      ['1', '丙局'],
      ['2', '甲局'],
      ['2', '乙局'],
      ['—', '丁局'],
    ]);
  });
});
