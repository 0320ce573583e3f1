import type { BoardHeader, Card } from '#shared/board/card.ts';
import { nominationEntry } from '#shared/board/entries.ts';
import { accountDay } from '#shared/cycle/periods.ts';
import type { District } from '#shared/districts/schema.ts';
import { addQuarters, addWeeks, dayOf, type Instant, monthOf } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { basisOf, permitOf } from '#shared/projects/papers.ts';
import { whyNotOwe } from '#shared/returns/rules.ts';
import type { ReturnState } from '#shared/returns/schema.ts';
import { isVerifiedComplete } from '#shared/visits/rules.ts';
import * as approvals from '../approvals/store.ts';
import * as bulletins from '../bulletins/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import { type CycleNow, cycleNow, weekInHand } from '../cycle/now.ts';
import type { Reader } from '../db/tables.ts';
import { UNSEEN } from '../events/store.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as meetings from '../meetings/store.ts';
import * as signoffs from '../signoffs/store.ts';
import type { Reach } from '../trpc.ts';
import * as visits from '../visits/store.ts';

/** Whose board, and which series' agenda it shows: the district's own (null), or another one that still meets. */
export type BoardContext = { db: Reader; district: District; reach: Reach; now: Instant; seriesId: Id<'meetingSeries'> | null };

/** The cards that exist for the asker, all or only some, and what stands over the columns. */
export async function cardsOf(context: BoardContext, projectIds?: Id<'project'>[]): Promise<{ header: BoardHeader; cards: Card[] }> {
  const { db, district, reach, now } = context;
  const cycle = await cycleNow(db, district, now);
  const { header, entries } = await inHand(context, cycle);
  const figures = await loadFigures(db, { districtId: district.id, asOf: dayOf(now), reach, ...(projectIds ? { projectIds } : {}) });
  const papers = groupBy(await approvals.startPapers(db, district.id, projectIds ?? null), (step) => step.projectId);
  const signedOff = await signoffs.signed(db, district.id, projectIds ?? null);
  const visited = groupBy(await visits.findings(db, district.id, projectIds ?? null), (visit) => visit.projectId);
  const slim = keyBy(await slimRows(db, district.id, projectIds), (row) => row.id);
  const returned = await returnStates(db, district.id, cycle.week, projectIds);
  const lastWeek = addWeeks(cycle.week, -1);
  const before = await returnStates(db, district.id, lastWeek, projectIds);
  // In the first week of a district nobody has missed anything.
  const hasHistory = before.size > 0 || (await hasReturns(db, district.id, lastWeek));
  const cards = figures.map((row) => {
    const extra = slim.get(row.projectId);
    const card: Card = {
      id: row.projectId,
      key: row.key,
      code: row.code,
      name: row.name,
      initials: extra?.initials ?? '',
      unitId: row.unitId,
      unitName: row.unitName,
      leaderName: row.leaderName,
      kind: row.kind,
      track: extra?.track ?? 'approval',
      level: row.level,
      yearClass: row.yearClass,
      stage: row.stage,
      standing: row.standing,
      version: extra?.version ?? 1,
      lamp: row.lamp,
      reason: row.reasons[0] ?? null,
      isOverridden: row.override !== null,
      overrideReason: row.override?.reason ?? null,
      ruleLamp: row.ruleLamp,
      totalInvestment: row.totalInvestment,
      basis: basisOf(papers.get(row.projectId) ?? [], extra?.track ?? 'approval'),
      permit: permitOf(papers.get(row.projectId) ?? []),
      isSignedOff: signedOff.has(row.projectId),
      isVerified: isVerifiedComplete(visited.get(row.projectId) ?? []),
      yearPlan: row.yearPlan,
      plannedToDate: row.plannedToDate,
      done: row.doneThisYear,
      openProblems: row.openProblems,
      nextStep: row.nextStep,
      stepsNeeded: row.stepsNeeded,
      request: row.request,
      returned: returned.get(row.projectId) ?? null,
      missedLastWeek: hasHistory && whyNotOwe(row) === null && !['submitted', 'accepted'].includes(before.get(row.projectId) ?? ''),
      agenda: entries.agenda.get(row.projectId) ?? null,
      nomination: entries.nominations.get(row.projectId) ?? null,
      entry: entries.inspection.get(row.projectId) ?? null,
      flag: entries.flags.get(row.projectId) ?? null,
      lastFlag: entries.lastFlags.get(row.projectId)?.colour ?? null,
    };
    return seenBy(reach, card);
  });
  return { header, cards };
}

/** A unit learns of nominations, stops and flags when they are made public, not while they are being weighed. */
export function seenBy({ scope }: Reach, card: Card): Card {
  if (scope !== 'own') return card;
  return { ...card, nomination: null, entry: null, flag: card.flag?.state === 'announced' ? card.flag : null };
}

/** At most as many ids as `touchedSince` answers; the whole district without them. */
type Only = Id<'project'>[] | undefined;

function slimRows(db: Reader, districtId: Id<'unit'>, only: Only) {
  const rows = db.selectFrom('project').select(['id', 'initials', 'track', 'version']).where('districtId', '=', districtId);
  if (only?.length === 0) return Promise.resolve([]);
  return (only ? rows.where('id', 'in', only) : rows).execute();
}

async function returnStates(db: Reader, districtId: Id<'unit'>, week: CycleNow['week'], only: Only) {
  if (only?.length === 0) return new Map<Id<'project'>, ReturnState>();
  const query = db.selectFrom('weekly_return').select(['projectId', 'state']).where('districtId', '=', districtId).where('week', '=', week);
  const rows = await (only ? query.where('projectId', 'in', only) : query).execute();
  return new Map(rows.map((row) => [row.projectId, row.state]));
}

async function hasReturns(db: Reader, districtId: Id<'unit'>, week: CycleNow['week']): Promise<boolean> {
  const row = await db
    .selectFrom('weekly_return')
    .select('id')
    .where('districtId', '=', districtId)
    .where('week', '=', week)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The meeting, bulletin and inspection in hand, and the projects entered in each. */
async function inHand({ db, district, now, seriesId }: BoardContext, cycle: CycleNow) {
  const open = await allSeries.open(db, district.id);
  const wanted = await allSeries.load(db, district.id, seriesId ?? undefined);
  const series = wanted.closedOn === null ? wanted : await allSeries.load(db, district.id);
  const meeting = await meetings.inSeries(db, series, series.isDefault ? cycle.week : await weekInHand(db, series, now));
  const agenda = meeting.id
    ? await db
        .selectFrom('agenda_item')
        .select(['id', 'projectId', 'orderKey', 'version', 'minutes', 'reason'])
        .where('meetingId', '=', meeting.id)
        .execute()
    : [];
  const bulletin = await bulletins.ofMonth(db, district.id, cycle.bulletinMonth);
  const nominations = bulletin ? await bulletins.nominations(db, bulletin.id) : [];
  const inspection = await db
    .selectFrom('inspection')
    .select(['id', 'quarter', 'day', 'state'])
    .where('districtId', '=', district.id)
    .where('quarter', '=', cycle.quarter)
    .executeTakeFirst();
  const entries = inspection
    ? await db
        .selectFrom('entry')
        .select((built) => [
          ...(['id', 'projectId', 'groupId', 'routeKey', 'version'] as const),
          built.exists(built.selectFrom('scoresheet').select('id').whereRef('scoresheet.entryId', '=', 'entry.id')).as('isScored'),
        ])
        .where('inspectionId', '=', inspection.id)
        .execute()
    : [];
  const flags = await flagsOf(db, district.id, cycle.quarter);
  const lastFlags = (await flagsOf(db, district.id, addQuarters(cycle.quarter, -1))).filter((flag) => flag.state === 'announced');
  const isCut = (await cuts.find(db, district.id, 'month', cycle.bulletinMonth)) !== null;
  const matters = agenda.flatMap(({ projectId, orderKey, minutes }) => (projectId ? [] : [{ orderKey, minutes }]));
  const header: BoardHeader = {
    week: cycle.week,
    lampMonth: monthOf(accountDay(dayOf(now))),
    series: open.length > 1 ? open.map(({ id, name }) => ({ id, name })) : [],
    meeting: {
      ...{ id: meeting.id, seriesId: meeting.seriesId, week: meeting.week, number: meeting.number },
      ...{ day: meeting.day, time: meeting.time, state: meeting.state, matters },
    },
    returnsDue: { day: cycle.returnsDueOn, time: district.returnTime },
    bulletin: {
      id: bulletin?.id ?? null,
      month: cycle.bulletinMonth,
      number: bulletin?.number ?? null,
      state: bulletin?.state ?? 'drafting',
      isCut,
    },
    inspection: { id: inspection?.id ?? null, quarter: cycle.quarter, day: inspection?.day ?? null, state: inspection?.state ?? 'planned' },
  };
  return {
    header,
    entries: {
      agenda: new Map(agenda.flatMap(({ projectId, ...item }) => (projectId ? [[projectId, item] as const] : []))),
      nominations: new Map(nominations.map((each) => [each.projectId, nominationEntry(each)])),
      inspection: new Map(entries.map(({ projectId, ...entry }) => [projectId, { ...entry, isScored: Boolean(entry.isScored) }])),
      flags: keyByProject(flags),
      lastFlags: keyByProject(lastFlags),
    },
  };
}

function flagsOf(db: Reader, districtId: Id<'unit'>, quarter: CycleNow['quarter']) {
  return db
    .selectFrom('flag')
    .select(['id', 'projectId', 'colour', 'state', 'version'])
    .where('districtId', '=', districtId)
    .where('quarter', '=', quarter)
    .where('projectId', 'is not', null)
    .execute();
}

type FlagRow = Awaited<ReturnType<typeof flagsOf>>[number];

function keyByProject(flags: FlagRow[]) {
  return new Map(flags.flatMap(({ projectId, ...flag }) => (projectId ? [[projectId, flag] as const] : [])));
}

/** The projects that were touched after a sequence number; null where so much has changed that a snapshot is cheaper. */
export async function touchedSince(db: Reader, districtId: Id<'unit'>, seq: number): Promise<Id<'project'>[] | null> {
  const rows = await db
    .selectFrom('event')
    .select(['projectId', 'entity', 'entityId'])
    .where('districtId', '=', districtId)
    .where('seq', '>', seq)
    .where('result', '=', 'done')
    .where('entity', 'not in', UNSEEN)
    .orderBy('seq')
    .limit(MOST_TOUCHED + 1)
    .execute();
  if (rows.length > MOST_TOUCHED || rows.some((row) => wholeBoard.has(row.entity))) return null;
  // A record that became part of another is named by the event, and what it became part of by the event's project.
  const ids = rows.flatMap((row) => [row.projectId, row.entity === 'project' ? row.entityId : null]);
  return [...new Set(ids.flatMap((id) => (id ? [id as Id<'project'>] : [])))];
}

const MOST_TOUCHED = 400;
/** What may change every card at once: the rules, a cut, a meeting that closes the week, a new quarter's inspection. */
const wholeBoard = new Set([
  'ruleSet',
  'cut',
  'meeting',
  'meetingSeries',
  'bulletin',
  'inspection',
  'district',
  'unit',
  'import',
  'calendar',
]);
