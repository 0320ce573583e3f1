import { describe, expect, test } from 'vitest';
import { addMs, day, instantAt, Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { isIdle, milestonesOf } from './idle.ts';

const now = instantAt(day('2026-10-29'), '15:20');
const month = (text: string) => Month.parse(text);
const none = {
  standing: 'active',
  plannedStart: null,
  plannedFinish: null,
  actualStart: null,
  actualFinish: null,
  nextStep: null,
} as const;
const project = (name: string) => ({ projectId: makeId('project', '1'.repeat(32)), name, unitName: '住建局' });

describe('when the screen goes round by itself', () => {
  test.each([
    ['before the meeting', 'planned', null, true],
    ['in the meeting', 'open', null, false],
    ['as people leave', 'closed', addMs(now, -5 * 60_000), false],
    ['in the afternoon', 'closed', addMs(now, -5 * 3_600_000), true],
  ] as const)('%s', (_when, state, closedAt, expected) => {
    expect(isIdle({ state, closedAt }, now)).toBe(expected);
  });
});

describe('milestones', () => {
  test('steps due soon, starts and finishes of this month and the next, the nearest first', () => {
    const step = { name: '环评', dueOn: day('2026-11-06'), overdueDays: 0 };
    const found = milestonesOf(
      [
        { ...none, ...project('竣工的'), actualStart: day('2026-01-05'), plannedFinish: month('2026-11') },
        { ...none, ...project('开工的'), plannedStart: month('2026-10') },
        { ...none, ...project('手续'), nextStep: step },
      ],
      now,
    );
    expect(found.map(({ name, what }) => `${name} ${what}`)).toEqual(['开工的 start', '手续 step', '竣工的 finish']);
  });

  test.each([
    ['a start that has happened', { plannedStart: month('2026-10'), actualStart: day('2026-10-08') }],
    ['a start far ahead', { plannedStart: month('2026-12') }],
    ['a finish before the start', { plannedFinish: month('2026-11') }],
    ['a step that is late', { nextStep: { name: '环评', dueOn: day('2026-10-20'), overdueDays: 7 } }],
    ['a suspended project', { standing: 'suspended', plannedStart: month('2026-10') }],
  ] as const)('%s is none', (_what, fields) => {
    expect(milestonesOf([{ ...none, ...project('某项目'), ...fields }], now)).toEqual([]);
  });
});
