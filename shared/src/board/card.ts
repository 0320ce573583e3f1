import { z } from 'zod';
import { BulletinState, NominationKind } from '../bulletins/schema.ts';
import { NextStep } from '../cuts/figures.ts';
import { FlagColour, FlagState } from '../flags/schema.ts';
import { InspectionState } from '../inspections/schema.ts';
import { Day, Month, Quarter, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';
import { OrderKey } from '../kit/rank.ts';
import { Reason } from '../lamps/result.ts';
import { Lamp } from '../lamps/schema.ts';
import { MeetingState } from '../meetings/schema.ts';
import { PermitState } from '../projects/papers.ts';
import { Level, ProjectKind, Stage, Standing, Track, YearClass } from '../projects/schema.ts';
import { ReturnState } from '../returns/schema.ts';

/** An entry of a project somewhere in the cycle: its place in that list, and the version it was read at. */
const Placed = z.strictObject({ orderKey: OrderKey, version: z.number().int() });

/** What a card shows, and what the views place it by. Summaries only: the project's page has the rest. */
export const Card = z.strictObject({
  id: idOf('project'),
  key: z.number().int(),
  code: z.string().nullable(),
  name: z.string(),
  initials: z.string(),
  unitId: idOf('unit'),
  unitName: z.string(),
  leaderName: z.string().nullable(),
  kind: ProjectKind,
  track: Track,
  level: Level,
  yearClass: YearClass,
  stage: Stage,
  standing: Standing,
  version: z.number().int(),
  lamp: Lamp.nullable(),
  reason: Reason.nullable(),
  isOverridden: z.boolean(),
  /** Why the office has set the lamp; null while it is as the rule says. */
  overrideReason: z.string().nullable(),
  /** What the rule says, also where the office has set another lamp. */
  ruleLamp: Lamp.nullable(),
  totalInvestment: Money,
  /** How what the project rests on and its construction permit stand, for the gate of 开工; `none` once it has started. */
  basis: PermitState,
  permit: PermitState,
  /** Whether a leader has let it start under 容缺, and whether a visit on site has found it complete. */
  isSignedOff: z.boolean(),
  isVerified: z.boolean(),
  yearPlan: Money.nullable(),
  plannedToDate: Money.nullable(),
  done: Money,
  openProblems: z.number().int(),
  nextStep: NextStep.nullable(),
  stepsNeeded: z.number().int(),
  /** This week's return; null while it is owed. */
  returned: ReturnState.nullable(),
  /** Whether last week went by without one. */
  missedLastWeek: z.boolean(),
  request: z.string().nullable(),
  agenda: Placed.extend({ id: idOf('agendaItem'), minutes: z.number().int(), reason: z.string().nullable() }).nullable(),
  nomination: Placed.extend({ id: idOf('nomination'), kind: NominationKind }).nullable(),
  /** An entry of the quarter's inspection; with an order key it is a stop on the route. */
  entry: z
    .strictObject({
      id: idOf('entry'),
      groupId: z.string(),
      routeKey: OrderKey.nullable(),
      /** Whether an inspector has scored it. */
      isScored: z.boolean(),
      version: z.number().int(),
    })
    .nullable(),
  flag: z.strictObject({ id: idOf('flag'), colour: FlagColour, state: FlagState, version: z.number().int() }).nullable(),
  /** The flag of the quarter before, carried in. */
  lastFlag: FlagColour.nullable(),
});
export type Card = z.infer<typeof Card>;

/** What stands over the columns: which week, meeting, bulletin and inspection are in hand. */
export const BoardHeader = z.strictObject({
  week: Week,
  /** The month whose lamps the cards show: this one, provisional until it is cut. */
  lampMonth: Month,
  /** The open series, the district's own first, where there are several to choose from. */
  series: z.array(z.strictObject({ id: idOf('meetingSeries'), name: z.string() })),
  /** The meeting in hand of the series that is shown. */
  meeting: z.strictObject({
    id: idOf('meeting').nullable(),
    seriesId: idOf('meetingSeries'),
    week: Week,
    number: z.number().int().nullable(),
    day: Day,
    time: z.string(),
    state: MeetingState,
    /** The items that are about no project: they take a place and their minutes on the agenda too. */
    matters: z.array(z.strictObject({ orderKey: OrderKey, minutes: z.number().int() })),
  }),
  returnsDue: z.strictObject({ day: Day, time: z.string() }),
  bulletin: z.strictObject({
    id: idOf('bulletin').nullable(),
    month: Month,
    number: z.number().int().nullable(),
    state: BulletinState,
    isCut: z.boolean(),
  }),
  inspection: z.strictObject({ id: idOf('inspection').nullable(), quarter: Quarter, day: Day.nullable(), state: InspectionState }),
});
export type BoardHeader = z.infer<typeof BoardHeader>;

/** The whole board as of a sequence number. */
export const BoardSnapshot = z.strictObject({ seq: z.number().int(), header: BoardHeader, cards: z.array(Card).readonly() });
export type BoardSnapshot = z.infer<typeof BoardSnapshot>;

/** What has changed since a sequence number: cards to put in place, keys to take away. */
export const BoardDelta = z.strictObject({
  seq: z.number().int(),
  header: BoardHeader,
  cards: z.array(Card),
  gone: z.array(idOf('project')),
});
export type BoardDelta = z.infer<typeof BoardDelta>;
