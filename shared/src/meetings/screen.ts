import { type ApprovalGroup, type ApprovalStep, ApprovalGroup as Groups } from '../approvals/schema.ts';
import type { ProjectFigures } from '../cuts/figures.ts';
import { countLamps, type LampCounts, lampsByUnit, type UnitLamps, unrated } from '../figures/lamps.ts';
import { type PlanRow, progressRate } from '../figures/rates.ts';
import type { Day, Instant, Month, Week } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import { type Money, yuan } from '../kit/money.ts';
import type { ProjectKind } from '../projects/schema.ts';
import type { Remark } from '../remarks/schema.ts';
import { type DecisionClock, type DecisionStanding, decisionStanding } from './decisions.ts';
import type { Idle } from './idle.ts';
import type { ReadMeeting } from './rules.ts';
import type { AgendaItem, Decision, ScreenPage } from './schema.ts';
import type { MeetingSeries } from './series.ts';

/** A decision with the names that people read (whose meeting, what about, who does it) and its clock as of the asking. */
export type NamedDecision = Decision &
  DecisionClock & {
    week: Week;
    meetingNumber: number;
    /** Whose meeting it was; null is the district's own series. */
    seriesName: string | null;
    subject: string | null;
    ownerName: string;
    helperNames: string[];
  };

/** The first page: how many projects, their lamps against last month's cut, money against plan, lamps by unit. */
export type Overview = {
  total: number;
  byKind: Record<ProjectKind, number>;
  lamps: LampCounts;
  unrated: number;
  before: { month: Month; lamps: LampCounts } | null;
  done: Money;
  planned: Money;
  units: UnitLamps[];
};

type OverviewFacts = PlanRow & Pick<ProjectFigures, 'kind' | 'lamp' | 'unitId' | 'unitName'>;

/** Counts what the overview shows. Projects without a plan have no part in either side of the rate. */
export function overviewOf(figures: readonly OverviewFacts[], before: Overview['before']): Overview {
  const lamps = countLamps(figures);
  const progress = progressRate(figures);
  return {
    total: figures.length,
    byKind: {
      key: figures.filter((project) => project.kind === 'key').length,
      reconstruction: figures.filter((project) => project.kind === 'reconstruction').length,
    },
    lamps,
    unrated: unrated(figures),
    before,
    done: yuan(progress.numerator),
    planned: yuan(progress.denominator),
    units: lampsByUnit(figures),
  };
}

/** At most so many rows: what does not fit is added up in the last one, so that the rows still sum to the whole. */
export function foldUnits(units: readonly UnitLamps[], rows: number): UnitLamps[] {
  if (units.length <= rows) return [...units];
  const rest = units.slice(rows - 1);
  const folded = rest.reduce<UnitLamps>(
    (all, unit) => ({
      unitId: all.unitId || unit.unitId,
      unitName: all.unitName || unit.unitName,
      units: all.units + unit.units,
      lamps: {
        red: all.lamps.red + unit.lamps.red,
        yellow: all.lamps.yellow + unit.lamps.yellow,
        green: all.lamps.green + unit.lamps.green,
      },
      unrated: all.unrated + unit.unrated,
      total: all.total + unit.total,
    }),
    { unitId: '', unitName: '', units: 0, lamps: { red: 0, yellow: 0, green: 0 }, unrated: 0, total: 0 },
  );
  return [...units.slice(0, rows - 1), folded];
}

/** One stage of joint approval on the item's page. Steps that the project does not need are not counted. */
export type GroupStanding = { group: ApprovalGroup; done: number; total: number; tolerant: number; isUnderWay: boolean };

/** How far joint approval has come, one entry a stage, in the order of the stages. */
export function groupStandings(steps: readonly Pick<ApprovalStep, 'group' | 'state'>[]): GroupStanding[] {
  return Groups.options.map((group) => {
    const own = steps.filter((step) => step.group === group && step.state !== 'exempt');
    const done = own.filter((step) => step.state === 'done').length;
    return {
      group,
      done,
      total: own.length,
      tolerant: own.filter((step) => step.state === 'tolerant').length,
      isUnderWay: own.some((step) => step.state !== 'pending'),
    };
  });
}

/** A problem that is not solved yet, for the item's page. */
export type ScreenProblem = { id: string; title: string; ownerName: string | null; raisedOn: Day; dueOn: Day | null };

/** A photo of the item's project; the screen fetches it by its id. */
export type ScreenPhoto = { id: Id<'attachment'>; title: string; addedAt: Instant };

/** Money over the year: the plan at the month-ends, what the weeks' cuts held, and today's figure last. */
export type Curve = { planned: { on: Day; amount: Money }[]; done: { on: Day; amount: Money }[] };

/** What the item's page shows of its project; `lampReason` is the reason of a lamp set by hand, else the weightiest rule's. */
export type ScreenProject = {
  figures: ProjectFigures;
  lampReason: string | null;
  curve: Curve;
  groups: GroupStanding[];
  problems: ScreenProblem[];
  /** Photos from the site, the newest first. */
  photos: ScreenPhoto[];
  lastDecisions: NamedDecision[];
};

/** An item of the agenda as the screen draws it; `project` is null for a matter of its own. */
export type ScreenItem = Pick<AgendaItem, 'id' | 'title' | 'reason' | 'minutes' | 'projectId'> & {
  /** What its unit added before the meeting. */
  note: string | null;
  project: ScreenProject | null;
};

/** Everything that the screen draws, in one answer: it can turn its pages while the line is down. */
export type Screen = {
  now: Instant;
  districtName: string;
  series: Pick<MeetingSeries, 'id' | 'name' | 'isDefault' | 'kind'>;
  meeting: ReadMeeting;
  /** The day that the figures stand for. */
  asOf: Day;
  overview: Overview;
  items: ScreenItem[];
  followUp: NamedDecision[];
  decisions: NamedDecision[];
  /** What leaders said in this meeting, in its order. */
  remarks: Remark[];
  /** What it goes round with while no meeting is under way. */
  idle: Idle | null;
  next: { day: Day; time: string };
};

/** How many of the followed decisions are done, open, overdue. */
export function standingCounts(decisions: readonly Pick<NamedDecision, 'state' | 'overdueDays'>[]): Record<DecisionStanding, number> {
  const counts: Record<DecisionStanding, number> = { done: 0, answered: 0, open: 0, overdue: 0 };
  for (const decision of decisions) counts[decisionStanding(decision)]++;
  return counts;
}

/** The pages in the order in which the operator turns them. */
export function screenPages(items: readonly Pick<AgendaItem, 'id'>[]): ScreenPage[] {
  return [
    { page: 'overview' },
    { page: 'follow-up' },
    ...items.map((item): ScreenPage => ({ page: 'item', agendaItemId: item.id })),
    { page: 'closing' },
  ];
}

/** Where a page stands among the pages; a page whose item has gone counts as the first. */
export function pageIndex(pages: readonly ScreenPage[], show: ScreenPage): number {
  const at = pages.findIndex(
    (page) => page.page === show.page && (page.page !== 'item' || (show.page === 'item' && page.agendaItemId === show.agendaItemId)),
  );
  return at === -1 ? 0 : at;
}

/** The page some steps on or back; the ends hold. */
export function turnPage(pages: readonly ScreenPage[], show: ScreenPage, steps: number): ScreenPage {
  const at = Math.min(pages.length - 1, Math.max(0, pageIndex(pages, show) + steps));
  return pages[at] ?? show;
}

/** Which of the project's decisions of earlier meetings its page shows: those still open, then the newest. */
export function lastDecisionsOn(projectId: Id<'project'> | null, decisions: readonly NamedDecision[], most: number): NamedDecision[] {
  return decisions
    .filter((decision) => projectId !== null && decision.projectId === projectId)
    .sort(
      (a, b) =>
        Number(a.state === 'done') - Number(b.state === 'done') || (a.week < b.week ? 1 : a.week > b.week ? -1 : a.id < b.id ? 1 : -1),
    )
    .slice(0, most);
}
