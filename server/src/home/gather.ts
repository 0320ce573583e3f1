import type { Actor } from '#shared/accounts/schema.ts';
import { standing } from '#shared/approvals/clock.ts';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { whyNotMoveBulletin } from '#shared/bulletins/flow.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import { firstOf, homeProject, isLeadersOwn, lampCounts, owedReturns, owingUnits, returning, troubled } from '#shared/home/rules.ts';
import type { HomeBulletin, HomeDecision, HomeProblem, LeaderHome, OfficeHome, OfficerHome } from '#shared/home/schema.ts';
import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { byUrgency, overdueDays } from '#shared/meetings/decisions.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import * as approvals from '../approvals/store.ts';
import * as bulletins from '../bulletins/store.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import * as agenda from '../meetings/agenda-store.ts';
import * as decisions from '../meetings/decision-store.ts';
import * as requests from '../meetings/request-store.ts';
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
  const open = await decisions.named(db, reach.districtId, { openOrOf: null });
  const own = open.filter((decision) => decision.state === 'open' && unitIds.includes(decision.ownerUnitId));
  const assigned = await home.assignedProblems(db, reach.districtId, unitIds);
  const ownProjects = new Set(cards.map((card) => card.id));
  const calendar = await calendars.load(db);
  const steps = (await approvals.waitingWith(db, reach.districtId, unitIds)).map((step) => {
    const { dueOn, overdueWorkdays } = standing(step, today, calendar);
    return { id: step.id, name: step.name, projectName: step.projectName, dueOn, overdueWorkdays };
  });
  return {
    role: 'officer',
    week: weekOf(asked),
    returns: firstOf(owedReturns(owing).map(homeProject)),
    owing: owing.length,
    decisions: firstOf(byUrgency(own, today).map(homeDecision)),
    problems: firstOf(assigned.map((problem) => homeProblem(problem, ownProjects.has(problem.projectId)))),
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
  const open = byUrgency(await decisions.named(db, districtId, { openOrOf: null }), today);
  const items = header.meeting.id ? await agenda.ofMeeting(db, header.meeting.id) : [];
  const asking = await requests.waiting(db, districtId);
  const nameOf = new Map(cards.map((card) => [card.id, card.name]));
  return {
    role: 'office',
    week: weekOf(asked),
    units: firstOf(units.map((unit) => ({ ...unit, chasedAt: chased.get(unit.unitId)?.at ?? null }))),
    owed: units.reduce((sum, { owed }) => sum + owed, 0),
    owing: owing.length,
    returns: firstOf(await home.submittedReturns(db, reach, header.week)),
    meeting: {
      ...{ week: header.week, number: header.meeting.number, day: header.meeting.day, time: header.meeting.time },
      items: items.map(({ id, title, minutes, reason }) => ({ id, title, minutes, reason })),
      requests: asking.map(({ id, text, byName, unitName, projectId }) => ({
        ...{ id, text, byName, unitName },
        projectName: (projectId && nameOf.get(projectId)) ?? null,
      })),
    },
    answers: firstOf(open.filter(({ state }) => state === 'answered').map(homeDecision)),
    overdue: firstOf(late(open, asked).map(homeDecision)),
    escalated: firstOf((await home.handedUpProblems(db, districtId, ['office', 'leader', 'meeting'])).map((one) => homeProblem(one, true))),
    solved: firstOf((await home.solvedProblems(db, districtId)).map((one) => homeProblem(one, true))),
    bulletins: await bulletinsFor(db, reach, actor),
    flags: await home.flagsIn(db, districtId, 'signed'),
  };
}

/** What waits for a leader. */
export async function leaderHome(asked: Asked): Promise<LeaderHome> {
  const { db, actor, reach, cards } = asked;
  const { districtId } = reach;
  const leader = { name: actor.name, unitIds: await home.linkedUnits(db, actor.id) };
  const own = cards.filter((card) => card.standing === 'active' && isLeadersOwn(card, leader));
  const open = await decisions.named(db, districtId, { openOrOf: null });
  const overdue = late(byUrgency(open, dayOf(asked.now)), asked);
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
    problems: firstOf((await home.handedUpProblems(db, districtId, ['leader'])).map((one) => homeProblem(one, true))),
    // What this leader presses for comes before what others do.
    overdue: firstOf([...overdue.filter(isOwn), ...overdue.filter((one) => !isOwn(one))].map(homeDecision)),
  };
}

function weekOf({ header, now }: Asked) {
  return { week: header.week, dueOn: header.returnsDue.day, dueTime: header.returnsDue.time, today: dayOf(now) };
}

function late(open: readonly NamedDecision[], { now }: Asked): NamedDecision[] {
  return open.filter((decision) => overdueDays(decision, dayOf(now)) > 0);
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
  const { id, text, dueOn, state, ownerName, supervisor, subject, meetingNumber, projectId } = decision;
  return { id, text, dueOn, state, ownerName, supervisor, subject, meetingNumber, projectId };
}

function homeProblem(problem: Awaited<ReturnType<typeof home.solvedProblems>>[number], isOpen: boolean): HomeProblem {
  const { unitId: _unit, ...fields } = problem;
  return { ...fields, isOpen };
}
