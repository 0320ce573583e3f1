import { compareRatio, formatPercent, type Money } from '#shared/kit/money.ts';

export type Amounts = { yearPlan: Money; plannedToDate: Money; done: Money };

/** Lengths in percent of the bar, whose whole length is the year's plan. */
export type BulletGeometry = {
  done: number;
  planned: number;
  /** From what is done to what was planned by now; red from 15 % of the plan to date on. */
  gap: { from: number; length: number; wide: boolean } | null;
  /** 序时完成率 as text; null where nothing was planned yet. */
  percent: string | null;
};

const WIDE_GAP_PERCENT = 15;

export function bulletGeometry({ yearPlan, plannedToDate, done }: Amounts): BulletGeometry {
  // Without a year's plan the longer of the two is the whole bar.
  const whole = yearPlan > 0 ? yearPlan : Math.max(plannedToDate, done, 1);
  const along = (amount: number) => Math.round(Math.min(1, Math.max(0, amount / whole)) * 1000) / 10;
  const behind = plannedToDate - done;
  const from = along(done);
  const planned = along(plannedToDate);
  return {
    done: from,
    planned,
    gap:
      plannedToDate > 0 && behind > 0
        ? { from, length: Math.round((planned - from) * 10) / 10, wide: compareRatio(behind, plannedToDate, WIDE_GAP_PERCENT, 100) >= 0 }
        : null,
    percent: plannedToDate > 0 ? formatPercent(done, plannedToDate, 0) : null,
  };
}
