import type { Request, Response } from 'express';
import { addWeeks, dayOf, type Instant, type Week, weekOf } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { calendarFile } from '#shared/meetings/ical.ts';
import { NamedMeeting } from '#shared/meetings/inputs.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import { hashToken } from '../kit/random.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as meetings from '../meetings/store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import type { Services } from '../services.ts';
import * as feeds from './store.ts';

/** So many weeks before and after this one stand in the feed. */
const WEEKS = 8;
const ICAL_TYPE = 'text/calendar; charset=utf-8';

/** The feed of whoever holds a secret link: calendars ask without a browser, so neither session nor origin is there. */
export function feedRoute({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  return async (request: Request, response: Response): Promise<void> => {
    const now = clock();
    const token = /^([0-9a-f]{64})\.ics$/.exec(String(request.params.file))?.[1];
    const districtId = token ? await feeds.districtOf(store.db, hashToken(token), now) : null;
    if (districtId === null) return void response.status(404).end();
    const week = weekOf(dayOf(now));
    send(response, await fileOf(store.db, districtId, { from: addWeeks(week, -WEEKS), to: addWeeks(week, WEEKS) }, now));
  };
}

/** The meeting of one week as a file, for whoever may read it. */
export function meetingFileRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'meetings.get', async ({ ctx, reach }, request, response) => {
    const named = NamedMeeting.safeParse({ week: request.params.week, seriesId: request.query.series });
    if (!named.success) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const { seriesId, week } = named.data;
    const series = await allSeries.load(ctx.db, reach.districtId, seriesId);
    response.setHeader('Content-Disposition', `attachment; filename=meeting-${week}.ics`);
    send(response, await fileOf(ctx.db, reach.districtId, { from: week, to: week }, ctx.now, series));
  });
}

/** The meetings of all series, or of one. */
async function fileOf(
  db: Reader,
  districtId: Id<'unit'>,
  weeks: { from: Week; to: Week },
  now: Instant,
  only: MeetingSeries | null = null,
): Promise<string> {
  const district = await districts.load(db, districtId);
  // A week that has passed without its meeting had none.
  const shown = (await meetings.inWeeks(db, districtId, weeks, only)).filter(({ id, day }) => id !== null || day >= dayOf(now));
  return calendarFile(`${district.name}例会`, shown, now);
}

function send(response: Response, file: string): void {
  response.setHeader('Content-Type', ICAL_TYPE);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(file);
}
