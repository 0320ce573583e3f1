import type { Card } from '../board/card.ts';
import type { BulletinState } from '../bulletins/schema.ts';
import type { Flag } from '../flags/schema.ts';
import type { Day, Instant, Month, Week } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { NamedDecision } from '../meetings/screen.ts';
import type { Problem } from '../problems/schema.ts';
import type { Signoff } from '../signoffs/schema.ts';

/** The longest rows of one part of a home first; how many there are is said beside them. */
export type Waiting<One> = { total: number; first: One[] };

/** A project as a home names it: its lamp, the worst reason, and what else speaks against it. */
export type HomeProject = Pick<
  Card,
  'id' | 'name' | 'unitName' | 'leaderName' | 'lamp' | 'reason' | 'overrideReason' | 'nextStep' | 'openProblems'
> & {
  /** Whether this week's return is owed, or went back. */
  returned: Card['returned'];
  missedLastWeek: boolean;
};

/** A decision that somebody has to do something about. */
export type HomeDecision = Pick<
  NamedDecision,
  'id' | 'text' | 'dueOn' | 'state' | 'overdueDays' | 'ownerName' | 'supervisor' | 'subject' | 'projectId'
>;

/** A problem that somebody has to do something about. */
export type HomeProblem = Pick<Problem, 'id' | 'projectId' | 'title' | 'state' | 'rung' | 'raisedOn' | 'dueOn'> & {
  projectName: string;
  unitName: string;
  /** Working days past the day that the office set. */
  overdueDays: number;
  /** Whether the asker has the project's page. */
  isOpen: boolean;
};

/** A unit that owes returns of the week: how many of how many, and when it was last asked. */
export type OwingUnit = { unitId: Id<'unit'>; unitName: string; owed: number; total: number; chasedAt: Instant | null };

/** The week that returns are asked for, and by when. */
export type HomeWeek = { week: Week; dueOn: Day; dueTime: string; today: Day };

/** A return that came in and was not looked at yet. */
export type HomeReturn = {
  id: Id<'weeklyReturn'>;
  version: number;
  projectId: Id<'project'>;
  projectName: string;
  unitName: string;
  submittedAt: Instant;
  submittedBy: string;
  filledInFor: string | null;
};

/** A step that waits with the asker's units as the agency. Overdue in working days. */
export type HomeStep = { id: Id<'approvalStep'>; name: string; projectName: string; dueOn: Day | null; overdueWorkdays: number };

/** A start with papers missing that a leader is asked for. */
export type HomeSignoff = Signoff & { projectName: string; unitName: string };

/** A flag that waits for the next hand. */
export type HomeFlag = Pick<Flag, 'id' | 'colour' | 'quarter' | 'basis'> & { holder: string };

/** A month's bulletin that waits for the asker. */
export type HomeBulletin = { month: Month; state: BulletinState };

/** What waits for an officer: returns owed, decisions to answer, problems assigned, steps as the agency. */
export type OfficerHome = {
  role: 'officer';
  week: HomeWeek;
  returns: Waiting<HomeProject>;
  /** How many projects are to be returned in all. */
  owing: number;
  decisions: Waiting<HomeDecision>;
  problems: Waiting<HomeProblem>;
  steps: Waiting<HomeStep>;
  /** 会签: bulletins that one of the asker's units is still to say its word on. */
  bulletins: HomeBulletin[];
};

/** What waits for the office: who owes, what is to be accepted, the agenda, what came up to it, what it closes. */
export type OfficeHome = {
  role: 'office';
  week: HomeWeek;
  units: Waiting<OwingUnit>;
  owed: number;
  owing: number;
  returns: Waiting<HomeReturn>;
  /** The meeting in hand of each open series, the district's own first. */
  meetings: {
    seriesId: Id<'meetingSeries'>;
    /** Null is the district's own series. */
    seriesName: string | null;
    week: Week;
    number: number | null;
    day: Day;
    time: string;
    items: { id: Id<'agendaItem'>; title: string; minutes: number; reason: string | null }[];
    requests: { id: Id<'agendaRequest'>; text: string; byName: string; unitName: string; projectName: string | null }[];
  }[];
  answers: Waiting<HomeDecision>;
  overdue: Waiting<HomeDecision>;
  /** Handed up to the office or higher, and not solved. */
  escalated: Waiting<HomeProblem>;
  /** Said to be solved: the office closes them 销号. */
  solved: Waiting<HomeProblem>;
  bulletins: HomeBulletin[];
  flags: HomeFlag[];
  /** This year, and from November on the next, where the State Council's notice has not been entered. */
  unknownYears: number[];
};

/** What waits for a leader: own projects in red and yellow, what is to be signed or decided, decisions that are late. */
export type LeaderHome = {
  role: 'leader';
  week: HomeWeek;
  own: Waiting<HomeProject>;
  /** How many projects the leader answers for, and the lamps of the whole district. */
  owned: number;
  district: { red: number; yellow: number; green: number };
  signoffs: HomeSignoff[];
  bulletins: HomeBulletin[];
  flags: HomeFlag[];
  problems: Waiting<HomeProblem>;
  overdue: Waiting<HomeDecision>;
};

/** 待办: what somebody's role opens on. */
export type Home = OfficerHome | OfficeHome | LeaderHome;
