import { expect, it } from 'vitest';
import { day, instantAt } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { owedByUnit, whyNotChase } from './chases.ts';

const at = (time: string) => instantAt(day('2026-10-29'), time);

it.each([
  ['a unit that owes and was never asked', 3, null, null],
  ['one that owes nothing', 0, null, 'nothing-owed'],
  ['one that was asked an hour ago', 3, '14:20', 'chased-just-now'],
  ['one that was asked two hours ago', 3, '13:20', null],
  ['one that was asked in the morning', 1, '09:00', null],
])('%s', (_case, owed, last, reason) => {
  expect(whyNotChase(owed, last ? { at: at(last) } : null, at('15:20'))?.reason ?? null).toBe(reason);
});

it('what was sent back is owed like what never came', () => {
  const [housing, water] = [makeId('unit', 'a'.repeat(32)), makeId('unit', 'b'.repeat(32))];
  const sent = (state: 'submitted' | 'sent-back') => ({ state }) as const;
  const lines = [
    { unitId: housing, name: '一标', current: null },
    { unitId: housing, name: '二标', current: sent('submitted') },
    { unitId: housing, name: '三标', current: sent('sent-back') },
    { unitId: water, name: '四标', current: sent('submitted') },
  ];
  expect([...owedByUnit(lines)]).toEqual([[housing, ['一标', '三标']]]);
});
