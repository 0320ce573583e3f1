import type { District } from '#shared/districts/schema.ts';
import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { TouchMeeting } from '#shared/meetings/inputs.ts';
import { draftMinutes, type FollowedUp, type MinutedDecision, type MinutesInput } from '#shared/meetings/minutes.ts';
import { closed, whyNotClose } from '#shared/meetings/rules.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import { takeCut } from '../cuts/freeze.ts';
import type { Tx } from '../db/tables.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import * as remarks from '../remarks/store.ts';
import * as agenda from './agenda-store.ts';
import * as decisions from './decision-store.ts';
import { figuresDay, followed } from './gather.ts';
import * as meetings from './store.ts';

type Acting = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** Closes a meeting in one change: the week's cut, the number drawn, the minutes issued. All of it or nothing. */
export async function close(tx: Tx, acting: Acting, district: District, input: TouchMeeting): Promise<meetings.HeldMeeting> {
  const before = await meetings.read(tx, district, input.week);
  refuse(whyNotClose(before));
  const { id, number } = before;
  if (id === null || number === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
  await takeCut(tx, acting, { district, kind: 'week', period: before.week, asOf: figuresDay(before.week, acting.now) });
  const documentId = acting.newId('document');
  const issuedOn = dayOf(acting.now);
  const issue = { year: yearOf(issuedOn), number: await documents.drawNumber(tx, district.id, 'minutes', yearOf(issuedOn)) };
  const model = draftMinutes({
    ...(await minutesInput(tx, acting, district, { ...before, id, number, documentId: null })),
    issue,
    issuedOn,
    isDraft: false,
  });
  await documents.issue(tx, { id: documentId, districtId: district.id, period: before.week, ...issue, issuedAt: acting.now, model });
  const after = await meetings.save(tx, { ...closed({ ...before, id, number }, acting.now), documentId, version: input.version });
  await events.append(tx, acting, { action: 'meeting.closed', id: after.id, before, after: { ...after, minutes: issue } });
  return after;
}

async function minutesInput(
  tx: Tx,
  acting: Acting,
  district: District,
  meeting: meetings.HeldMeeting,
): Promise<Omit<MinutesInput, 'issue' | 'issuedOn' | 'isDraft'>> {
  const series = await meetings.defaultSeries(tx, district.id);
  const items = await agenda.ofMeeting(tx, meeting.id);
  const said = await remarks.ofMeeting(tx, meeting.id);
  const made = await decisions.named(tx, district.id, { meetingId: meeting.id });
  return {
    district,
    seriesName: series.name,
    meeting,
    present: peopleOf(meeting.attendees),
    excused: [],
    observers: [],
    followUp: (await followed(tx, district, meeting.week, dayOf(acting.now))).map(followedUp),
    items: items.map((item) => ({
      title: item.title,
      discussion: null,
      remarks: said.filter((one) => one.agendaItemId === item.id),
      decisions: made.filter((one) => one.agendaItemId === item.id).map(minuted),
    })),
    otherDecisions: made.filter((one) => one.agendaItemId === null).map(minuted),
    otherRemarks: said.filter((one) => one.agendaItemId === null),
  };
}

function minuted(one: NamedDecision): MinutedDecision {
  const { id, text, supervisor, dueOn } = one;
  return { id, text, ownerUnitName: one.ownerName, helperUnitNames: one.helperNames, supervisor, dueOn };
}

function followedUp(one: NamedDecision): FollowedUp {
  return { ...minuted(one), state: one.state, doneOn: one.doneOn };
}

/** Attendees are typed as one text; names come apart at the usual marks and lines. */
function peopleOf(attendees: string | null): string[] {
  return (attendees ?? '')
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
