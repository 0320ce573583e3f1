import { expect, test } from 'vitest';
import type { Day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { box, curveGeometry } from './curve.ts';

const asOf = '2026-06-30' as Day;

test('what is missing today stands between the plan and the figure', () => {
  const shape = curveGeometry(
    { planned: [{ on: '2026-12-31' as Day, amount: wan(200) }], done: [{ on: asOf, amount: wan(80) }] },
    asOf,
    wan(100),
  );
  expect(shape.plannedNow?.x).toBe(shape.now.x);
  expect(shape.plannedNow?.y).toBeLessThan(shape.now.y);
  expect(shape.end?.y).toBe(box.top);
});

test('a project without a plan still shows what is done', () => {
  const shape = curveGeometry({ planned: [], done: [{ on: asOf, amount: wan(80) }] }, asOf, null);
  expect(shape).toMatchObject({ planned: '', plannedNow: null, end: null });
  expect(shape.done.split(' ')).toHaveLength(2);
});

test('a negative correction stays on the axis', () => {
  const shape = curveGeometry({ planned: [], done: [{ on: asOf, amount: wan(-5) }] }, asOf, null);
  expect(shape.now.y).toBe(shape.axis);
});
