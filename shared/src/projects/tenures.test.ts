import { expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { tenuresOf } from './tenures.ts';

const housing = makeId('unit', '1'.repeat(32));
const water = makeId('unit', '2'.repeat(32));
const on = (text: string, unitId: typeof housing) => ({ on: day(text), unitId });

test('each unit has a project until the next one takes it over, and what does not change the unit begins nothing', () => {
  const recorded = [on('2025-01-08', housing), on('2025-06-01', housing), on('2026-03-02', water), on('2026-09-01', housing)];
  expect(tenuresOf(recorded)).toEqual([
    { unitId: housing, from: '2025-01-08', to: '2026-03-02' },
    { unitId: water, from: '2026-03-02', to: '2026-09-01' },
    { unitId: housing, from: '2026-09-01', to: null },
  ]);
  expect(tenuresOf([])).toEqual([]);
});
