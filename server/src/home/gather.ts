import type { Actor } from '#shared/accounts/schema.ts';
import { standing } from '#shared/approvals/clock.ts';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { whyNotMoveBulletin } from '#shared/bulletins/flow.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import { type WorkCalendar, yearsToEnter } from '#shared/calendar/workdays.ts';
import { firstOf, homeProject, isLeadersOwn, lampCounts, owedReturns, owingUnits, returning, troubled } from '#shared/home/rules.ts';
import type { HomeBulletin, HomeDecision, HomeProblem, LeaderHome, OfficeHome, OfficerHome, Waiting } from '#shared/home/schema.ts';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { byUrgency, decisionStanding } from '#shared/meetings/decisions.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { problemLate } from '#shared/problems/clock.ts';
import * as approvals from '../approvals/store.ts';
import * as bulletins from '../bulletins/store.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import * as agenda from '../meetings/agenda-store.ts';
import * as decisions from '../meetings/decision-store.ts';
import { inHand } from '../meetings/gather.ts';
import * as requests from '../meetings/request-store.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as chases from '../returns/chase-store.ts';
import type { Reach } from '../trpc.ts';
import * as home from './store.ts';

/** Who asks, and the board as it is kept: the homes read lamps and returns from its cards. */
type Asked = { db: Reader; now: Instant; actor: Actor; reach: Reach; header: BoardHeader; cards: readonly Card[] };

/** What waits for an officer. */
export async function officerHome(asked: Asked): Promise<OfficerHome> {
  const { db, now, reach, cards } = asked;
  const today = dayOf(now);
  const unitIds = reach.unitIds ?? [];
  const owing = returning(cards);
  const calendar = await calendars.load(db);
  const open = await decisions.named(db, reach.districtId, today, { openOrOf: null, calendar });
  const own = open.filter((decision) => decision.state === 'open' && unitIds.includes(decision.ownerUnitId));
  const assigned = await home.assignedProblems(db, reach.districtId, unitIds);
  const ownProjects = new Set(cards.map((card) => card.id));
  const steps = (await approvals.waitingWith(db, reach.districtId, unitIds)).map((step) => {
    const { dueOn, overdueWorkdays } = standing(step, today, calendar);
    return { id: step.id, name: step.name, projectName: step.projectName, dueOn, overdueWorkdays };
  });
  return {
    role: 'officer',
    week: weekOf(asked),
    returns: firstOf(owedReturns(owing).map(homeProject)),
    owing: owing.length,
    decisions: firstOf(byUrgency(own).map(homeDecision)),
    problems: homeProblems(assigned, today, calendar, ownProjects),
    steps: firstOf(steps.sort((a, b) => b.overdueWorkdays - a.overdueWorkdays)),
    bulletins: await home.bulletinsToCosign(db, reach.districtId, unitIds),
  };
}

/** What waits for the office. */
export async function officeHome(asked: Asked): Promise<OfficeHome> {
  const { db, now, actor, reach, header, cards } = asked;
  const today = dayOf(now);
  const { districtId } = reach;
  const owing = returning(cards);
  const units = owingUnits(owing);
  const chased = await chases.lastOfWeek(db, districtId, header.week);
  const calendar = await calendars.load(db);
  const open = byUrgency(await decisions.named(db, districtId, today, { openOrOf: null, calendar }));
  const nameOf = new Map(cards.map((card) => [card.id, card.name]));
  return {
    role: 'office',
    week: weekOf(asked),
    units: firstOf(units.map((unit) => ({ ...unit, chasedAt: chased.get(unit.unitId)?.at ?? null }))),
    owed: units.reduce((sum, { owed }) => sum + owed, 0),
    owing: owing.length,
    returns: firstOf(await home.submittedReturns(db, reach, header.week)),
    meetings: await meetingsInHand(db, districtId, now, nameOf),
    answers: firstOf(open.filter(({ state }) => state === 'answered').map(homeDecision)),
    overdue: firstOf(late(open).map(homeDecision)),
    escalated: homeProblems(await home.handedUpProblems(db, districtId, ['office', 'leader', 'meeting']), today, calendar),
    solved: homeProblems(await home.solvedProblems(db, districtId), today, calendar),
    bulletins: await bulletinsFor(db, reach, actor),
    flags: await home.flagsIn(db, districtId, 'signed'),
    unknownYears: yearsToEnter(calendar, today),
  };
}

/** The meeting that each series has in hand, with its agenda and what it is asked for. */
async function meetingsInHand(
  db: Reader,
  districtId: Id<'unit'>,
  now: Instant,
  nameOf: ReadonlyMap<string, string>,
): Promise<OfficeHome['meetings']> {
  const found: OfficeHome['meetings'] = [];
  for (const series of await allSeries.open(db, districtId)) {
    const { id, week, number, day, time } = await inHand(db, series, now);
    const items = id ? await agenda.ofMeeting(db, id) : [];
    const asking = await requests.waiting(db, series.id);
    found.push({
      ...{ seriesId: series.id, seriesName: seriesNameOf(series), week, number, day, time },
      items: items.map((item) => ({ id: item.id, title: item.title, minutes: item.minutes, reason: item.reason })),
      requests: asking.map(({ id: requestId, text, byName, unitName, projectId }) => ({
        ...{ id: requestId, text, byName, unitName },
        projectName: (projectId && nameOf.get(projectId)) ?? null,
      })),
    });
  }
  return found;
}

/** What waits for a leader. */
export async function leaderHome(asked: Asked): Promise<LeaderHome> {
  const { db, actor, reach, cards } = asked;
  const { districtId } = reach;
  const leader = { name: actor.name, unitIds: await home.linkedUnits(db, actor.id) };
  const own = cards.filter((card) => card.standing === 'active' && isLeadersOwn(card, leader));
  const today = dayOf(asked.now);
  const calendar = await calendars.load(db);
  const open = await decisions.named(db, districtId, today, { openOrOf: null, calendar });
  const overdue = late(byUrgency(open));
  const isOwn = (decision: NamedDecision) => decision.supervisor === actor.name;
  return {
    role: 'leader',
    week: weekOf(asked),
    own: firstOf(troubled(own).map(homeProject)),
    owned: own.length,
    district: lampCounts(cards),
    signoffs: await home.askedSignoffs(db, reach),
    bulletins: await bulletinsFor(db, reach, actor),
    flags: await home.flagsIn(db, districtId, 'reviewed'),
    problems: homeProblems(await home.handedUpProblems(db, districtId, ['leader']), today, calendar),
    // What this leader presses for comes before what others do.
    overdue: firstOf([...overdue.filter(isOwn), ...overdue.filter((one) => !isOwn(one))].map(homeDecision)),
  };
}

function weekOf({ header, now }: Asked) {
  return { week: header.week, dueOn: header.returnsDue.day, dueTime: header.returnsDue.time, today: dayOf(now) };
}

function late(open: readonly NamedDecision[]): NamedDecision[] {
  return open.filter((decision) => decisionStanding(decision) === 'overdue');
}

/** The bulletins whose next hand is the asker's. */
async function bulletinsFor(db: Reader, { districtId }: Reach, actor: Actor): Promise<HomeBulletin[]> {
  const acts = ['approve', 'sign', 'issue'] as const;
  // A draft that was sent back is its drafter's; one that nobody has sent on yet is on the office's own page.
  const isBack = ({ state, draftedBy }: Bulletin) => state === 'drafting' && draftedBy === actor.id;
  return (await bulletins.list(db, districtId))
    .filter((bulletin) => isBack(bulletin) || acts.some((act) => whyNotMoveBulletin(bulletin, act, actor, true) === null))
    .map(({ month, state }) => ({ month, state }));
}

function homeDecision(decision: NamedDecision): HomeDecision {
  const { id, text, dueOn, state, overdueDays, ownerName, supervisor, subject, projectId } = decision;
  return { id, text, dueOn, state, overdueDays, ownerName, supervisor, subject, projectId };
}

type WaitingProblem = Awaited<ReturnType<typeof home.solvedProblems>>[number];

/** Problems as a home lists them; the project's page is open to whoever reads the district, else for `ownProjects`. */
function homeProblems(
  problems: readonly WaitingProblem[],
  today: Day,
  calendar: WorkCalendar,
  ownProjects: ReadonlySet<string> | null = null,
): Waiting<HomeProblem> {
  return firstOf(
    problems.map(({ unitId: _unit, ...problem }) => ({
      ...problem,
      overdueDays: problemLate(problem, calendar, today).days,
      isOpen: ownProjects === null || ownProjects.has(problem.projectId),
    })),
  );
}
