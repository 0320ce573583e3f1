import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import type { Instant, Week } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { type Idle, milestonesOf } from '#shared/meetings/idle.ts';
import { isPastDue } from '#shared/returns/course.ts';
import { isOwed } from '#shared/returns/sheet.ts';
import { returnDays } from '#shared/returns/weeks.ts';
import * as calendar from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import * as returns from '../returns/store.ts';
import type { Reach } from '../trpc.ts';

/** What the screen shows when nobody drives it; a return is late once its day and hour have passed. */
export async function idleOf(db: Reader, district: District, week: Week, figures: readonly ProjectFigures[], now: Instant): Promise<Idle> {
  const isDue = isPastDue(now, { ...returnDays(week, district, await calendar.load(db)), dueTime: district.returnTime });
  const shown = new Set<string>(figures.map(({ projectId }) => projectId));
  const late = isDue ? await lateReturns(db, district, week) : [];
  return { milestones: milestonesOf(figures, now), lateReturns: late.filter(({ projectId }) => shown.has(projectId)) };
}

/** The projects whose return of a week has not come. */
export async function lateReturns(db: Reader, district: District, week: Week): Promise<Idle['lateReturns']> {
  const reach: Reach = { scope: 'district', districtId: district.id, unitIds: null };
  const current = keyBy(await returns.ofWeek(db, reach, week), (row) => row.projectId);
  const owing = await returns.owing(db, reach);
  return owing.filter(({ id }) => isOwed(current.get(id) ?? null)).map(({ id, name, unitName }) => ({ projectId: id, name, unitName }));
}
