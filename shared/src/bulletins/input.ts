import type { MonthCorrections } from '../cuts/corrections.ts';
import type { Correction } from '../documents/correction.ts';
import type { LampCounts } from '../figures/lamps.ts';
import type { Day, Month } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { Money } from '../kit/money.ts';
import type { DimensionId, Lamp } from '../lamps/schema.ts';
import type { Level, ProjectKind, Stage, Standing, Track, YearClass } from '../projects/schema.ts';
import type { UnitKind } from '../units/schema.ts';
import type { Outline } from './outline.ts';
import type { BulletinStyle } from './style.ts';

/** One project in a month's cut, as far as a bulletin speaks of it. */
export type BulletinRow = {
  projectId: Id<'project'>;
  name: string;
  unitName: string;
  /** Units are ranked among their own kind; null in a cut that was taken before it was kept there. */
  unitKind: UnitKind | null;
  leaderName: string | null;
  kind: ProjectKind;
  level: Level;
  track: Track | null;
  /** The year list's class, or the sector of a reconstruction project. */
  category: string | null;
  yearClass: YearClass;
  stage: Stage;
  standing: Standing;
  /** Null where the year has no plan for it. */
  yearPlan: Money | null;
  /** 序时计划 as of the month's end. */
  plannedToDate: Money | null;
  doneThisYear: Money;
  doneSinceStart: Money;
  totalInvestment: Money;
  lamp: Lamp | null;
  /** The main one first; `text` is what the reader is told (投资滞后22%). No dimension: the office's own reason. */
  reasons: readonly {
    dimension: DimensionId | null;
    text: string /** Where the rules gave the dimension a name of its own. */;
    name?: string | null;
  }[];
  previousLamp: Lamp | null;
  /** The next approval step; `overdueDays` in working days, 0 while it is in time. */
  nextStep: { name: string; due: Day | null; overdueDays: number } | null;
  openProblems: number;
  plannedStart: Month | null;
  actualStart: Day | null;
  actualFinish: Day | null;
  /** 联审联批: items that the project needs, those that are done, and the names of those that are owed. */
  stepsNeeded: number;
  stepsDone: number;
  stepsOwed: readonly string[];
  isRegistered: boolean;
  needsRegistration: boolean;
};

/** Everything a bulletin is drafted from: a month's cut, or the figures so far for a 预稿. */
export type BulletinInput = {
  district: { name: string; issuingOffice: string };
  month: Month;
  issue: { year: number; number: number } | null;
  issuedOn: Day | null;
  isDraft: boolean;
  rows: readonly BulletinRow[];
  praise: readonly Id<'project'>[];
  criticise: readonly Id<'project'>[];
  /** Null where last month was not cut. */
  previousMonthCounts: LampCounts | null;
  /** By when red projects hand in their plan. */
  rectifyBy: Day | null;
  /** What was put right of the month before since it was cut; null where nothing is known of it. */
  corrected?: MonthCorrections | null;
  /** What this bulletin puts right, as its number was, and which numbers were others. */
  correction?: Correction;
  /** The usual ones where not given. */
  style?: BulletinStyle;
  outline?: Outline;
};
