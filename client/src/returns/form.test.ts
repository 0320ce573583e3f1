import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, Week } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { wan, yuan } from '#shared/kit/money.ts';
import { type PreviousReturn, prefill } from '#shared/returns/prefill.ts';
import { type Ground, readTyped, restore, saysTheSame, type Typed, typedOf, typeWeek, typeYear, withoutSettled } from './form.ts';

const week = Week.parse('2026-W43');
const monthEndWeek = Week.parse('2026-W44');
const previous: PreviousReturn = {
  week: Week.parse('2026-W42'),
  doneThisWeek: wan(420),
  doneThisYear: wan(12_100),
  progress: '土方回填完成 86%。',
  problem: null,
  nextStep: null,
};
const ground: Ground = { week, base: wan(12_100), previous };
const opened: Typed = typedOf(prefill(week, previous, null));

describe('the form as it is typed', () => {
  it('the cumulative follows this week’s amount', () => {
    expect(typeWeek(opened, '350', ground)).toMatchObject({ doneThisWeek: '350', doneThisYear: '12,450' });
  });

  it('this week’s amount follows the cumulative, below zero where it is corrected downwards', () => {
    expect(typeYear(opened, '12000.5', ground)).toMatchObject({ doneThisWeek: '−99.5', doneThisYear: '12000.5' });
  });

  it('what cannot be read stays as it was typed and moves nothing', () => {
    const typed = typeWeek(opened, '三百五', ground);
    expect(typed).toMatchObject({ doneThisWeek: '三百五', doneThisYear: '12,100' });
    expect(readTyped(typed)).toBeNull();
  });

  it('the month’s figure follows until it is typed by hand', () => {
    const inMonthEnd = { ...ground, week: monthEndWeek };
    const followed = typeWeek(opened, '350', inMonthEnd);
    expect(followed.monthEnd).toBe('12,450');
    expect(typeWeek({ ...followed, monthEnd: '12400', isMonthEndOwn: true }, '360', inMonthEnd).monthEnd).toBe('12400');
  });

  it('what was typed is what the rules read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }).map(yuan), (amount) => {
        const form = readTyped(typedOf({ ...prefill(week, previous, null), doneThisWeek: amount }));
        expect(form?.doneThisWeek).toBe(amount);
      }),
    );
  });

  it('empty words are none', () => {
    expect(readTyped({ ...opened, problem: '  ' })).toMatchObject({ problem: null, doneThisWeek: null });
  });

  it('an earlier week’s draft keeps its words and leaves its figures', () => {
    const typed = { ...opened, doneThisWeek: '80', progress: '桩基完成。' };
    const draft = { week, version: 0, savedAt: Instant.parse('2026-10-22T08:00:00.000Z'), typed };
    expect(restore(draft, week, opened)).toBe(typed);
    expect(restore(draft, monthEndWeek, opened)).toMatchObject({ doneThisWeek: '', progress: '桩基完成。' });
  });

  it('says what was sent only with the same words about each decision, and is done with them then', () => {
    const id = `dec_${'1'.repeat(32)}`;
    const typed = { ...opened, doneThisWeek: '80', doneThisYear: '12,180', answers: { [id]: '已容缺受理。' } };
    const form = readTyped(typed);
    if (!form || form.doneThisWeek === null) throw new Error('unreadable');
    const sent = (text: string) => ({
      ...{ ...form, doneThisWeek: wan(80), projectId: idOf('project').parse(`prj_${'1'.repeat(32)}`), week, version: 0 },
      ticks: { steps: [], problems: [], answers: [{ id: idOf('decision').parse(id), version: 1, text }] },
    });
    expect(saysTheSame(typed, sent('已容缺受理。'))).toBe(true);
    expect(saysTheSame(typed, sent('已办结。'))).toBe(false);
    const done = withoutSettled(typed, sent('已容缺受理。 '));
    expect(done).toEqual({ ...typed, answers: {} });
    expect(saysTheSame(done, sent('已容缺受理。'))).toBe(false);
    // Words that were changed since have not been said yet.
    expect(withoutSettled(typed, sent('已办结。'))).toEqual(typed);
  });
});
