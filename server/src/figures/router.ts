import { z } from 'zod';
import { FigurePeriod, whyNotCount } from '#shared/figures/period.ts';
import { RowsBehind, rowsBehind } from '#shared/figures/sets.ts';
import { FigureSlice } from '#shared/figures/slice.ts';
import { summaryOf } from '#shared/figures/summary.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { standingCounts } from '#shared/meetings/screen.ts';
import * as documents from '../documents/store.ts';
import * as decisions from '../meetings/decision-store.ts';
import * as meetings from '../meetings/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import { countedRows, curveFor } from './gather.ts';

const Asked = z.strictObject({ period: FigurePeriod, slice: FigureSlice });

export const figuresRouter = router({
  /** Every figure of a period and a slice, without the rows behind them. */
  view: inDistrict.input(Asked).query(async ({ ctx, input }) => {
    refuse(whyNotCount(input.period, dayOf(ctx.now)));
    const counted = await countedRows(ctx, input);
    const { span, basis, all, rows } = counted;
    // What the office held and issued is the district's, and no unit's.
    const isDistricts = ctx.reach.unitIds === null;
    return {
      span,
      basis,
      ...summaryOf(rows, span),
      curve: await curveFor(ctx, counted),
      held: isDistricts
        ? {
            meetings: await meetings.heldBetween(ctx.db, ctx.reach.districtId, span.from, span.asOf),
            decisions: standingCounts(await decisions.madeBetween(ctx.db, ctx.reach.districtId, span.from, span.asOf)),
            ...(await documents.issuedBetween(ctx.db, ctx.reach.districtId, span.from, span.asOf)),
          }
        : null,
      choices: {
        leaders: distinct(all.map((row) => row.leaderName)),
        categories: distinct(all.map((row) => row.category)),
      },
    };
  }),

  /** The projects that one of the figures counts. */
  rows: inDistrict.input(Asked.extend(RowsBehind.shape)).query(async ({ ctx, input }) => {
    const { period, slice, ...behind } = input;
    refuse(whyNotCount(period, dayOf(ctx.now)));
    if (behind.own) await units.requireWithin(ctx.db, ctx.reach, behind.own);
    const { span, basis, rows } = await countedRows(ctx, { period, slice });
    return {
      span,
      basis,
      rows: rowsBehind(rows, span, behind).map((row) => ({
        projectId: row.projectId,
        name: row.name,
        unitName: row.unitName,
        leaderName: row.leaderName,
        kind: row.kind,
        level: row.level,
        yearClass: row.yearClass,
        stage: row.stage,
        lamp: row.lamp,
        totalInvestment: row.totalInvestment,
        yearPlan: row.yearPlan,
        plannedToDate: row.plannedToDate,
        doneThisYear: row.doneThisYear,
        doneSinceStart: row.doneSinceStart,
        plannedStart: row.plannedStart,
        actualStart: row.actualStart,
        plannedFinish: row.plannedFinish,
        actualFinish: row.actualFinish,
        stepsDone: row.stepsDone,
        stepsNeeded: row.stepsNeeded,
      })),
    };
  }),
});

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].sort();
}
