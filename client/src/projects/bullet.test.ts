import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Money, wan } from '#shared/kit/money.ts';
import { bulletGeometry } from './bullet.ts';

const bar = (yearPlan: number, plannedToDate: number, done: number) =>
  bulletGeometry({ yearPlan: wan(yearPlan), plannedToDate: wan(plannedToDate), done: wan(done) });

describe('a bullet bar', () => {
  it('ahead of the plan, ink passes the upright and no frame is drawn', () => {
    expect(bar(100, 60, 62)).toEqual({ done: 62, planned: 60, gap: null, percent: '103' });
  });

  it('13 % behind is framed yellow', () => {
    expect(bar(100, 60, 52)).toEqual({ done: 52, planned: 60, gap: { from: 52, length: 8, wide: false }, percent: '87' });
  });

  it('30 % behind is framed red', () => {
    expect(bar(100, 60, 42).gap).toEqual({ from: 42, length: 18, wide: true });
  });

  it('exactly 15 % behind is red, one yuan less is yellow', () => {
    expect(bar(200, 100, 85).gap?.wide).toBe(true);
    expect(bulletGeometry({ yearPlan: wan(200), plannedToDate: wan(100), done: (wan(85) + 1) as Money }).gap?.wide).toBe(false);
  });

  it('nothing planned yet gives no rate', () => {
    expect(bar(100, 0, 5)).toEqual({ done: 5, planned: 0, gap: null, percent: null });
  });

  it('nothing stands outside the bar, whatever the amounts', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (yearPlan, plannedToDate, done) => {
        const {
          done: ink,
          planned,
          gap,
        } = bulletGeometry({ yearPlan: yearPlan as Money, plannedToDate: plannedToDate as Money, done: done as Money });
        for (const length of [ink, planned, gap?.length ?? 0]) {
          expect(length).toBeGreaterThanOrEqual(0);
          expect(length).toBeLessThanOrEqual(100);
        }
        if (gap) expect(gap.from + gap.length).toBeLessThanOrEqual(100.05);
      }),
    );
  });
});
