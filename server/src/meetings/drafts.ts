import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import { type WordEdit, withEdits } from '#shared/documents/edits.ts';
import type { Document } from '#shared/documents/model.ts';
import { type Day, firstDayOfWeek, type Instant, lastDayOfWeek } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { peopleOf } from '#shared/meetings/attendees.ts';
import { draftMinutes, type FollowedUp, type MinutedDecision } from '#shared/meetings/minutes.ts';
import type { MeetingPaper } from '#shared/meetings/schema.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { draftWeeklyReport, type WeeklyReportInput } from '#shared/meetings/weekly-report.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as remarks from '../remarks/store.ts';
import * as agenda from './agenda-store.ts';
import * as decisions from './decision-store.ts';
import { figuresDay, followed } from './gather.ts';
import { lateReturns } from './idle.ts';
import * as meetings from './store.ts';
import { wordsOf } from './words-store.ts';

/** Under which number and on which day a paper is issued; null while it is a draft. */
export type Issuing = { issue: { year: number; number: number }; issuedOn: Day } | null;
/** What papers are drafted from: the meeting, the figures that they stand on, the moment. */
export type Drafting = {
  district: District;
  series: MeetingSeries;
  meeting: meetings.HeldMeeting;
  figures: readonly ProjectFigures[];
  now: Instant;
};

/** A paper of a meeting as drafted, as the office changed its words, and the changes that have lost their place. */
export type Drafted = { drafted: Document; document: Document; edits: WordEdit[]; lost: WordEdit[]; version: number };

/** Writes one of a meeting's papers and puts the office's words into it. */
export async function draftOf(db: Reader, drafting: Drafting, kind: MeetingPaper, issuing: Issuing): Promise<Drafted> {
  const drafted = kind === 'minutes' ? await minutesOf(db, drafting, issuing) : await weeklyReportOf(db, drafting, issuing);
  const { edits, version } = await wordsOf(db, drafting.meeting.id, kind);
  return { drafted, edits, version, ...withEdits(drafted, edits) };
}

async function minutesOf(db: Reader, { district, series, meeting }: Drafting, issuing: Issuing): Promise<Document> {
  const items = await agenda.ofMeeting(db, meeting.id);
  const said = await remarks.ofMeeting(db, meeting.id);
  const made = await decisions.named(db, district.id, meeting.day, { meetingId: meeting.id });
  return draftMinutes({
    district,
    seriesName: series.name,
    meeting,
    issue: issuing?.issue ?? null,
    issuedOn: issuing?.issuedOn ?? null,
    isDraft: issuing === null,
    present: peopleOf(meeting.attendees),
    excused: [],
    observers: [],
    followUp: (await followed(db, meeting, meeting.day)).map(followedUp),
    items: items.map((item) => ({
      title: item.title,
      discussion: null,
      remarks: said.filter((one) => one.agendaItemId === item.id),
      decisions: made.filter((one) => one.agendaItemId === item.id).map(minuted),
    })),
    otherDecisions: made.filter((one) => one.agendaItemId === null).map(minuted),
    otherRemarks: said.filter((one) => one.agendaItemId === null),
  });
}

async function weeklyReportOf(db: Reader, { district, meeting, figures, now }: Drafting, issuing: Issuing): Promise<Document> {
  const { week } = meeting;
  const earlier = await cuts.lastWeekBefore(db, district.id, week);
  return draftWeeklyReport({
    district,
    week,
    asOf: figuresDay(week, now),
    issue: issuing?.issue ?? null,
    issuedOn: issuing?.issuedOn ?? null,
    isDraft: issuing === null,
    rows: figures,
    before: earlier && { week: earlier.week, rows: await cuts.rows(db, earlier.id) },
    missing: await lateReturns(db, district, week),
    problems: await problemsOf(db, district, week, figures),
  });
}

async function problemsOf(
  db: Reader,
  district: District,
  week: meetings.HeldMeeting['week'],
  figures: readonly ProjectFigures[],
): Promise<WeeklyReportInput['problems']> {
  const known = keyBy(figures, (row) => row.projectId);
  const named = (rows: Awaited<ReturnType<typeof meetings.problemsBetween>>) =>
    rows.flatMap(({ projectId, title }) => {
      const project = known.get(projectId);
      return project ? [{ projectId, title, name: project.name, unitName: project.unitName }] : [];
    });
  const [from, to] = [firstDayOfWeek(week), lastDayOfWeek(week)];
  return {
    fresh: named(await meetings.problemsBetween(db, district.id, 'raisedOn', from, to)),
    solved: named(await meetings.problemsBetween(db, district.id, 'solvedOn', from, to)),
  };
}

function minuted(one: NamedDecision): MinutedDecision {
  const { id, text, supervisor, dueOn } = one;
  return { id, text, ownerUnitName: one.ownerName, helperUnitNames: one.helperNames, supervisor, dueOn };
}

function followedUp(one: NamedDecision): FollowedUp {
  return { ...minuted(one), state: one.state, doneOn: one.doneOn, overdueDays: one.overdueDays };
}
