import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { lampText } from '#shared/lamps/explain.ts';
import { type Proposal, proposeAgenda } from '#shared/meetings/proposals.ts';
import type { ReadMeeting } from '#shared/meetings/rules.ts';
import type { AgendaItem } from '#shared/meetings/schema.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { isFor } from '#shared/meetings/series-rules.ts';
import { isPastDue } from '#shared/returns/course.ts';
import { returnDays } from '#shared/returns/weeks.ts';
import * as calendar from '../calendar/store.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import type * as requests from './request-store.ts';
import * as meetings from './store.ts';

/** How many cut months a row of yellow ones is followed back through. */
const MONTHS_BACK = 12;

type Proposing = {
  district: District;
  series: MeetingSeries;
  /** Every series of the district: what is for none of the others is for the one that takes all. */
  others: readonly MeetingSeries[];
  meeting: Pick<ReadMeeting, 'week'>;
  now: Instant;
  items: readonly AgendaItem[];
  figures: readonly ProjectFigures[];
  followUp: readonly NamedDecision[];
  waiting: Awaited<ReturnType<typeof requests.waiting>>;
};

/** What the series' rules propose for a meeting's agenda. */
export async function proposalsFor(db: Reader, given: Proposing): Promise<Proposal[]> {
  const { district, series, others, meeting, now, items, figures, followUp, waiting } = given;
  const today = dayOf(now);
  const problems = groupBy(await meetings.problemFacts(db, district.id), (one) => one.projectId);
  const cutLamps = await cuts.recentLamps(db, district.id, MONTHS_BACK);
  const late = followUp.filter((one) => one.overdueDays > 0);
  const worst = new Map<string, number>();
  for (const { projectId, overdueDays } of late) if (projectId) worst.set(projectId, Math.max(worst.get(projectId) ?? 0, overdueDays));
  // What the series has decided on, or was asked for, is its own whatever the kind.
  const own = new Set<string | null>([...worst.keys(), ...waiting.map(({ projectId }) => projectId)]);
  const theirs = figures.filter((row) => own.has(row.projectId) || isFor(series, row.kind, others));
  const facts = theirs.map((row) => ({
    ...row,
    lampReason: lampText(row, 'zh'),
    decisionOverdueDays: worst.get(row.projectId) ?? 0,
    problems: problems.get(row.projectId) ?? [],
    cutLamps: cutLamps(row.projectId),
  }));
  return proposeAgenda(facts, {
    week: meeting.week,
    today,
    isReturnDue: isPastDue(now, { ...returnDays(meeting.week, district, await calendar.load(db)), dueTime: district.returnTime }),
    rules: series.rules,
    onAgenda: new Set(items.flatMap(({ projectId, decisionId }) => [projectId, decisionId].filter((id) => id !== null))),
    decisions: late.flatMap(({ id, projectId, text, ownerName, overdueDays }) =>
      projectId ? [] : [{ id, text, ownerName, days: overdueDays }],
    ),
    requests: waiting,
  });
}
