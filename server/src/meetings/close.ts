import type { District } from '#shared/districts/schema.ts';
import { dayOf, type Week, yearOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { ReopenMeeting, TouchMeeting } from '#shared/meetings/inputs.ts';
import { closed, reopenedMeeting, whyNotClose, whyNotReopenMeeting } from '#shared/meetings/rules.ts';
import type { MeetingPaper } from '#shared/meetings/schema.ts';
import { takeCut } from '../cuts/freeze.ts';
import * as cuts from '../cuts/store.ts';
import type { Tx } from '../db/tables.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import * as decisions from './decision-store.ts';
import { type Drafting, draftOf } from './drafts.ts';
import { figuresDay } from './gather.ts';
import * as allSeries from './series-store.ts';
import * as meetings from './store.ts';

/**
 * Closes a meeting in one change: the week's cut, minutes and weekly report issued under their numbers. All of it or
 * nothing. Week and report are the district's, so that a meeting of another series issues minutes alone. One that was
 * reopened keeps its numbers, and what was issued before stays beside.
 */
export async function close(tx: Tx, acting: meetings.Acting, district: District, input: TouchMeeting): Promise<meetings.HeldMeeting> {
  const series = await allSeries.load(tx, district.id, input.seriesId);
  const before = await meetings.inSeries(tx, series, input.week);
  refuse(whyNotClose(before));
  const { id, number } = before;
  if (id === null || number === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
  const meeting = { ...before, id, number };
  const figures = series.isDefault ? await freeze(tx, acting, district, before.week) : [];
  const drafting: Drafting = { district, series, meeting, figures, now: acting.now };
  const minutes = await issue(tx, acting, drafting, 'minutes', before.documentId);
  const report = series.isDefault ? await issue(tx, acting, drafting, 'weekly-report', before.reportId) : null;
  const after = await meetings.save(tx, {
    ...closed(meeting, acting.now),
    ...{ documentId: minutes.id, reportId: report?.id ?? null, version: input.version },
  });
  await events.append(tx, acting, { action: 'meeting.closed', id: after.id, before, after: { ...after, minutes, report } });
  return after;
}

/** The figures of a week as its cut has them. */
async function freeze(tx: Tx, acting: meetings.Acting, district: District, week: Week) {
  return cuts.rows(tx, await takeCut(tx, acting, { district, kind: 'week', period: week, asOf: figuresDay(week, acting.now) }));
}

async function issue(tx: Tx, acting: meetings.Acting, drafting: Drafting, kind: MeetingPaper, issuedBefore: Id<'document'> | null) {
  const { district, meeting } = drafting;
  const issuedOn = dayOf(acting.now);
  if (issuedBefore) {
    const { year, number } = await documents.load(tx, district.id, issuedBefore);
    const { document } = await draftOf(tx, drafting, kind, { issue: { year, number }, issuedOn });
    const attempt = await documents.issueAgain(tx, issuedBefore, document, acting.now, acting.actor.name);
    await documents.sendTo(tx, issuedBefore, await readersOf(tx, drafting, kind));
    return { id: issuedBefore, year, number, attempt };
  }
  const year = yearOf(issuedOn);
  const number = await documents.drawNumber(tx, district.id, kind, year);
  const { document } = await draftOf(tx, drafting, kind, { issue: { year, number }, issuedOn });
  const id = acting.newId('document');
  const issued = { id, districtId: district.id, period: meeting.week, year, number, issuedAt: acting.now, signedByName: acting.actor.name };
  await documents.issue(tx, { ...issued, model: document }, await readersOf(tx, drafting, kind));
  return { id, year, number, attempt: 1 };
}

/** The weekly report goes to every unit, the minutes to those that have something to carry out or to help with. */
async function readersOf(tx: Tx, { district, meeting }: Drafting, kind: MeetingPaper): Promise<Id<'unit'>[]> {
  if (kind === 'weekly-report') return [district.id];
  const made = await decisions.named(tx, district.id, meeting.day, { meetingId: meeting.id });
  return made.flatMap(({ ownerUnitId, helperUnitIds }) => [ownerUnitId, ...helperUnitIds]);
}

/** Opens a closed meeting once more, with the reason; what it issued stays as it is until it is closed again. */
export async function reopen(tx: Tx, acting: meetings.Acting, district: District, input: ReopenMeeting): Promise<meetings.HeldMeeting> {
  const before = await meetings.read(tx, district.id, input);
  const [latest, other] = [await meetings.lastClosed(tx, before.seriesId), await meetings.underWay(tx, before.seriesId)];
  refuse(whyNotReopenMeeting(before, latest, other));
  const { id, number } = before;
  if (id === null || number === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
  for (const documentId of [before.documentId, before.reportId])
    if (documentId) await documents.keepVersion(tx, documentId, input.reason, acting.now);
  const after = await meetings.save(tx, { ...reopenedMeeting({ ...before, id, number }), version: input.version });
  await events.append(tx, acting, { action: 'meeting.reopened', id: after.id, before, after: { ...after, reason: input.reason } });
  return after;
}
